"""A bank's export of any layout: the columns guessed by their headings, or as a saved mapping says.

What cannot be told, such as what a minus sign means, stops the file with what to say in the mapping.  The running
balance, where there is one, is checked row by row.
"""

import re
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Final

from ashore.household.transactions import Transaction
from ashore.importers.bills.bank_mapping import Mapping
from ashore.importers.bills.bank_rows import BankLine, line_of
from ashore.importers.bills.bank_signs import check_balance, signed
from ashore.importers.bills.bank_words import COLUMNS, CREDIT_CARD, RULES
from ashore.importers.bills.form import Entry, Format, LeftOut, Log, Row, Table, order_of
from ashore.importers.bills.naming import BANKS, banks_in, tails_in
from ashore.importers.statement.columns import heading_of

CODE: Final = "bank"
TELLING: Final = ("balance", "summary", "sort", "counterparty", "currency", "text", "tail", "way")
"""Columns that a bank's export has at least one of, beside the day and the amount."""
LONG_NUMBER: Final = re.compile(r"\s*\d{8,}\s*$")
CARD_NUMBER: Final = re.compile(r"(?:卡号|账号|账户|尾号)\D{0,6}(\d{12,19})(?!\d)")
TAIL_DIGITS: Final = re.compile(r"(\d{4})\D*$")


def guess(headings: Sequence[str]) -> Mapping:
    """Return the mapping that headings give by their words; it may lack a day or an amount."""
    known = [heading_of(one) for one in headings]
    found: dict[str, str] = {}
    for name, words in COLUMNS.items():
        place = next((known.index(word) for word in words if word in known), None)
        if place is not None:
            found[name] = headings[place]
    return Mapping(found)


def recognise(headings: frozenset[str]) -> bool:
    """Return whether headings hold a day, an amount (or in and out) and something else that banks say."""
    named = {name for name, words in COLUMNS.items() if headings & set(words)}
    money = "amount" in named or {"in", "out"} <= named
    return money and "day" in named and any(name in named for name in TELLING)


def format_of(mapping: Mapping) -> Format:
    """Return the format that reads one bank's exports as a saved mapping says."""
    named = {name: (heading_of(heading),) for name, heading in mapping.columns.items()}
    wanted = frozenset(words[0] for words in named.values())
    return Format(
        code=CODE,
        columns=dict.fromkeys(COLUMNS, ()) | named,
        needed=tuple(name for name in ("day", "amount", "in", "out") if name in named),
        recognise=lambda headings: wanted <= headings,
        read=partial(read_with, mapping),
        loose=("text", "summary", "place"),
    )


def read(table: Table, log: Log) -> Iterable[Entry]:
    """Return what every row states, by guessed columns; what was guessed is noted."""
    if not table.rows:
        return []
    columns = guess(table.rows[0].headings).columns
    pair = {"in", "out"} <= columns.keys()
    money = tuple(columns[name] for name in (("in", "out") if pair else ("amount",)))
    log.note("bank-columns-guessed", day_column=columns["day"], amount_columns=money)
    return read_with(Mapping(), table, log)


def read_with(mapping: Mapping, table: Table, log: Log) -> list[Entry]:
    """Return what every row states; the account, signs and days as a mapping says, found out where it does not."""
    first = table.rows[0].number if table.rows else 0
    head = "\n".join(" ".join(line.cells) for line in table.head if line.number < first)
    title = f"{table.file} {head}".lower()
    card = mapping.credit_card or any(word in title for word in CREDIT_CARD)
    read_rows = [line_of(row, mapping.day_order, head, log) for row in table.rows]
    left = [one for one in read_rows if isinstance(one, LeftOut)]
    lines = [one for one in read_rows if isinstance(one, BankLine)]
    foreign = [one.row for one in left if one.why == "other-currency"]
    if foreign:
        log.note("bank-other-currency", foreign[0], rows_count=len(foreign))
    amounts = signed(lines, mapping.plus, card=card, log=log)
    fens, card = amounts.fens, card or amounts.as_card
    check_balance(lines, fens, log)
    said = mapping.account or _account(title)
    accounts = [said if tails_in(mapping.account) else _account_of(line.row, said) for line in lines]
    if not all(map(tails_in, accounts)):
        log.note("bank-account-unknown")
    made = [
        _transaction(line, fen, account, table.file, card=card)
        for line, fen, account in zip(lines, fens, accounts, strict=True)
        if fen
    ]
    unclear = next(
        (one.row for one in made if card and one.kind == "repayment" and one.nature == "unclear"), None
    )
    if unclear is not None:
        log.note("bank-card-unclear", unclear)
    return sorted((*left, *made), key=lambda one: one.row)


def _account(title: str) -> str:
    """Return what the head and name of a file say of the account: its bank and the last digits of its one card."""
    banks = banks_in(title)
    tails = tails_in(title) | {number[-4:] for number in CARD_NUMBER.findall(title)}
    bank = BANKS[next(iter(banks))][0] if len(banks) == 1 else ""
    return bank + (f"({next(iter(tails))})" if len(tails) == 1 else "")


def _account_of(row: Row, account: str) -> str:
    """Return a row's account: the card that the row itself names, else the file's."""
    tail = TAIL_DIGITS.search(row.said("tail"))
    return f"{account.partition('(')[0]}({tail[1]})" if tail else account


def _transaction(line: BankLine, fen: int, account: str, file: str, *, card: bool) -> Transaction:
    row = line.row
    way = "in" if fen > 0 else "out"
    kind, nature = RULES.of(way, "", line.words, "card" if card else "")
    return Transaction(
        day=line.day,
        amount_fen=abs(fen),
        kind=kind,
        nature=nature,
        at=line.at,
        counterparty=LONG_NUMBER.sub("", row.said("counterparty")),
        text=" ".join(filter(None, (row.said("text"), row.said("place")))),
        said_category=" ".join(filter(None, (row.said("summary"), row.said("sort")))),
        credit="card" if card and kind in ("spending", "refund") else "",
        order=order_of(row["order"]),
        account=account,
        source=CODE,
        file=file,
        row=row.number,
        raw=row.raw,
        way=way,
    )


FORMAT: Final = Format(
    code=CODE,
    columns=COLUMNS,
    needed=("day",),
    recognise=recognise,
    read=read,
    loose=("text", "summary", "place"),
)

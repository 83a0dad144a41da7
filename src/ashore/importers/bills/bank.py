"""A bank's export of any layout: the columns guessed by their headings, or as a saved mapping says.

What cannot be told, such as what a minus sign means, stops the file with what to say in the mapping.  The running
balance, where there is one, is checked row by row.
"""

import re
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import islice, repeat
from operator import attrgetter
from typing import Final, Literal

from ashore.household.transactions import Transaction
from ashore.importers.bills.at_once import each_once, orders_in
from ashore.importers.bills.bank_mapping import Mapping
from ashore.importers.bills.bank_rows import Lines, lines_of
from ashore.importers.bills.bank_signs import check_balance, signed
from ashore.importers.bills.bank_words import COLUMNS, CREDIT_CARD, RULES
from ashore.importers.bills.form import Entry, Format, Log, Table
from ashore.importers.bills.naming import BANKS, banks_in, owner_in, tails_in
from ashore.importers.bills.rows import ON_CREDIT
from ashore.importers.bills.words import Said, kinds_in
from ashore.importers.quickly import made
from ashore.importers.statement.columns import heading_of

CODE: Final = "bank"
OWN: Final[Said] = ("transfer", "own-account")
"""What went to the name that the export is of, or came from it."""
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
    if not table.cells:
        return []
    columns = guess(table.headings).columns
    pair = {"in", "out"} <= columns.keys()
    money = tuple(columns[name] for name in (("in", "out") if pair else ("amount",)))
    log.note("bank-columns-guessed", day_column=columns["day"], amount_columns=money)
    return read_with(Mapping(), table, log)


def read_with(mapping: Mapping, table: Table, log: Log) -> list[Entry]:
    """Return what every row states; the account, signs and days as a mapping says, found out where it does not."""
    first = table.numbers[0] if table.numbers else 0
    head = "\n".join(" ".join(line.cells) for line in table.head if line.number < first)
    title = f"{table.file} {head}".lower()
    card = mapping.credit_card or any(word in title for word in CREDIT_CARD)
    lines = lines_of(table, mapping.day_order, head, log)
    foreign = [one.row for one in lines.left if one.why == "other-currency"]
    if foreign:
        log.note("bank-other-currency", foreign[0], rows_count=len(foreign))
    amounts = signed(lines, mapping.plus, card=card, log=log)
    check_balance(lines, amounts.fens, log)
    accounts = _accounts(lines.rows.table, mapping, title, log)
    card = card or amounts.as_card or _owes(lines.balances)
    paid = [one for one in _transactions(lines, amounts.fens, accounts, card=card) if one.amount_fen]
    if card:
        unclear = (one.row for one in paid if one.kind == "repayment" and one.nature == "unclear")
        for row in islice(unclear, 1):
            log.note("bank-card-unclear", row)
    return sorted((*lines.left, *paid), key=attrgetter("row")) if lines.left else [*paid]


def _owes(balances: Sequence[int | None]) -> bool:
    """Return whether most balances are below zero: so does only a card say what is owed."""
    known = [one for one in balances if one is not None]
    return 2 * sum(one < 0 for one in known) > len(known)


def _accounts(table: Table, mapping: Mapping, title: str, log: Log) -> list[str]:
    """Return every row's account; noted where one is not known by its card."""
    said = mapping.account or _account(title)
    known = bool(tails_in(mapping.account))
    accounts = each_once(lambda tail: said if known else _account_of(tail, said), table.said("tail"))
    if not all(map(tails_in, set(accounts))):
        log.note("bank-account-unknown")
    return accounts


def _account(title: str) -> str:
    """Return what the head and name of a file say of the account: its bank and the last digits of its one card."""
    banks = banks_in(title)
    tails = tails_in(title) | {number[-4:] for number in CARD_NUMBER.findall(title)}
    bank = BANKS[next(iter(banks))][0] if len(banks) == 1 else ""
    return bank + (f"({next(iter(tails))})" if len(tails) == 1 else "")


def _account_of(tail: str, account: str) -> str:
    """Return a row's account: the card that the row itself names, else the file's."""
    found = TAIL_DIGITS.search(tail)
    return f"{account.partition('(')[0]}({found[1]})" if found else account


def _transactions(
    lines: Lines, fens: Sequence[int], accounts: Sequence[str], *, card: bool
) -> list[Transaction]:
    """Return every row as a payment."""
    table = lines.rows.table
    if not table.cells:
        return []
    ways: list[Literal["in", "out"]] = ["in" if fen > 0 else "out" for fen in fens]
    said = kinds_in(RULES.of, ways, repeat(""), lines.words, repeat("card" if card else ""))
    sides, summaries = each_once(_side, table.said("counterparty")), _joined(table, "summary", "sort")
    owner = owner_in(table.head)
    if owner and owner in sides:
        both = zip(said, sides, strict=True)
        said = [OWN if side == owner and one[1] == "person" else one for one, side in both]
    kinds, natures = zip(*said, strict=True)
    days, clocks = zip(*lines.rows.moments, strict=True)
    return made(
        Transaction, days, map(abs, fens), kinds, natures, clocks, sides,
        _texts(sides, _joined(table, "text", "place"), summaries), summaries, repeat(""), repeat(None), repeat(""),
        ["card" if card and kind in ON_CREDIT else "" for kind in kinds],
        repeat(0), orders_in(table.column("order")), repeat(""), repeat(""),
        accounts, repeat(CODE), repeat(table.file), table.numbers, table.raws(), ways,
    )  # fmt: skip


def _texts(sides: Sequence[str], texts: list[str], summaries: Sequence[str]) -> list[str]:
    """Return what every row says of itself: its summary where nothing else stands, as on many cards the shop does."""
    if all(sides):
        return texts
    rows = zip(sides, texts, summaries, strict=True)
    return [text or ("" if side else summary) for side, text, summary in rows]


def _side(cell: str) -> str:
    """Return who is on the other side, without the number of their account."""
    return LONG_NUMBER.sub("", cell) if cell[-8:].isdigit() else cell


def _joined(table: Table, name: str, more: str) -> list[str]:
    """Return what every row says in two fields, a space between."""
    if not table.has(more):
        return table.said(name)
    cells = zip(table.said(name), table.said(more), strict=True)
    return [f"{one} {other}" if one and other else one or other for one, other in cells]


FORMAT: Final = Format(
    code=CODE,
    columns=COLUMNS,
    needed=("day",),
    recognise=recognise,
    read=read,
    loose=("text", "summary", "place"),
)

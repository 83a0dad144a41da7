"""A ledger as a beancount book: one entry for each payment, and all that the ledger says of it as metadata.

What `beancount_reading` makes of the book is the same ledger again, but for where its rows stood and how they were
written.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, fields
from datetime import date, time
from typing import Final

from ashore.household.transactions import Credit, Nature, Transaction
from ashore.importers.bills.identity import way_of
from ashore.importers.bills.naming import tails_in

CURRENCY: Final = "CNY"
PREFIX: Final = "ashore-"
"""What every key of metadata begins with that is ours."""
ESCAPES: Final = (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t"))
CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
NOT_IN_NAME: Final = re.compile(r"[^0-9A-Za-z-]+")
SHOWN: Final = frozenset({"day", "amount_fen", "counterparty", "text", "raw", "file", "row"})
"""Fields that the entry itself shows, and where the row stood, which another book does not know."""
UNSAID: Final[Mapping[str, object]] = {
    one.name: one.default for one in fields(Transaction) if one.default is not MISSING
}
CREDITS: Final[Mapping[Credit, str]] = {
    "huabei": "Liabilities:Huabei",
    "baitiao": "Liabilities:Baitiao",
    "yuefu": "Liabilities:Yuefu",
    "card": "Liabilities:Card",
    "other": "Liabilities:Credit",
}
NATURES: Final[Mapping[Nature, str]] = {"interest": "Interest", "fee": "Fees", "person": "People"}
UNSORTED: Final = "Unsorted"


def to_beancount(ledger: Sequence[Transaction]) -> str:
    """Return a ledger as the text of a beancount book, in its order; amounts in yuan.

    Text of the ledger is quoted, so none of it is read as anything else.
    """
    opened: dict[str, date] = {}
    for one in ledger:
        for account in _accounts(one):
            opened[account] = min(opened.get(account, one.day), one.day)
    parts = [f'option "operating_currency" "{CURRENCY}"\n']
    parts += [f"{day} open {account} {CURRENCY}\n" for account, day in sorted(opened.items())]
    return "\n".join(("".join(parts), *map(_entry, ledger)))


def _entry(one: Transaction) -> str:
    first, second = _accounts(one)
    lines = [f"{one.day} * {quoted(one.counterparty)} {quoted(one.text)}"]
    lines += [f"  {PREFIX}{key}: {quoted(value)}" for key, value in _metadata(one)]
    lines += [
        f"  {first}  {_yuan(one.amount_fen)} {CURRENCY}",
        f"  {second}  -{_yuan(one.amount_fen)} {CURRENCY}",
    ]
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """Return a text as a beancount string on one line; signs that only control a screen are left out."""
    for sign, escaped in ESCAPES:
        text = text.replace(sign, escaped)
    return f'"{CONTROL.sub("", text)}"'


def _metadata(one: Transaction) -> Iterator[tuple[str, str]]:
    """Yield what the entry does not show, as far as it says something."""
    for name, unsaid in (("kind", None), *UNSAID.items()):
        value = getattr(one, name)
        if name in SHOWN or value == unsaid:
            continue
        yield name.replace("_", "-"), value.isoformat() if isinstance(value, time) else str(value)


def _accounts(one: Transaction) -> tuple[str, str]:
    """Return the account that an amount goes to and the one that it comes from."""
    here = CREDITS.get(one.credit) or _own(one)
    match one.kind:
        case "spending":
            return f"Expenses:{_sort(one)}", here
        case "refund":
            return here, f"Expenses:{_sort(one)}"
        case "income":
            return here, f"Income:{_name(one.category or one.nature)}"
        case "repayment":
            return ("Liabilities:Loans", here) if way_of(one) == "out" else (here, "Liabilities:Loans")
        case "transfer":
            there = "Liabilities:Loans" if one.nature == "borrowed" else "Equity:Transfers"
            return (here, there) if way_of(one) == "in" else (there, here)


def _own(one: Transaction) -> str:
    """Return the account of the person that a payment moved: its card's, its wallet's, else its export's."""
    tails = sorted(tails_in(one.account) or tails_in(one.method))
    return f"Assets:Bank:{tails[0]}" if len(tails) == 1 else f"Assets:{_name(one.source)}"


def _sort(one: Transaction) -> str:
    return _name(one.category or NATURES.get(one.nature, ""))


def _name(code: str) -> str:
    """Return a code as a part of an account's name: `eating-out` is `Eating-Out`."""
    parts = (part for part in NOT_IN_NAME.sub("-", code).split("-") if part)
    return "-".join(part[:1].upper() + part[1:] for part in parts) or UNSORTED


def _yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02d}"

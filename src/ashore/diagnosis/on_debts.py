"""Payments on debts of which no export says so: by the person's word, or because a row names a debt of their own.

Of an instalment a bank often writes no more than the lender's name.  Counted as spending it would be blamed on habits;
a loan that came in so would pass for income.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ashore.diagnosis.category_rules import DEBT, holds, plain, searched
from ashore.diagnosis.corrections import Correction, learnt, says
from ashore.household.transactions import Nature, Transaction, Way

OPEN: Final[frozenset[Nature]] = frozenset({"purchase", "person", "unclear"})
"""What an export says of a payment where it may be one on a debt; whatever else it says stands."""
KINDS: Final = frozenset({"spending", "income", "transfer"})
NAMED: Final = "named"
"""What decided where a row names a debt of the household."""
WORD_MIN: Final = 2


@dataclass(frozen=True, slots=True)
class OnDebts:
    """A ledger in its order; `by` has the places of the rows that became payments on debts, and what decided each."""

    ledger: tuple[Transaction, ...]
    by: dict[int, str]


def on_debts(
    ledger: Sequence[Transaction],
    corrections: Sequence[Correction],
    names: Collection[str],
    signs: Collection[str],
) -> OnDebts:
    """Return the ledger with payments on debts as such: what went out is repaid, what came in is borrowed.

    The newest word of the person on a row decides: that it is a debt, or what else it was for.  Else a row counts that
    holds one of `names`, what the household's debts are called, and in it or beside it one of `signs`, the words of
    lending: a shop may have the name of a lender.
    """
    latest = tuple(one for one in reversed(learnt((), corrections)) if one.category)
    words = tuple(word for name in names if len(word := plain(name)) >= WORD_MIN)
    found, by = list(ledger), dict[int, str]()
    for place, row in enumerate(ledger):
        if may_be_on_debt(row) and (why := _why(row, latest, words, signs)):
            found[place] = _on_debt(row)
            by[place] = why
    return OnDebts(tuple(found), by)


def may_be_on_debt(row: Transaction) -> bool:
    """Return whether a payment may be one on a debt, as far as its export says what it was."""
    return row.kind in KINDS and row.nature in OPEN and not row.credit and bool(_way(row))


def _way(row: Transaction) -> Way:
    if row.way:
        return row.way
    return "in" if row.kind == "income" else "out" if row.kind == "spending" or row.nature == "person" else ""


def _why(row: Transaction, latest: Sequence[Correction], words: Sequence[str], signs: Collection[str]) -> str:
    """Return why a row is a payment on a debt, `""` where nothing says so."""
    said = next((one for one in latest if says(one, row)), None)
    if said:
        return f"correction: {said.word}" if said.category == DEBT else ""
    text = searched(row.counterparty, row.text)
    held = [word for word in words if holds(word, text)]
    return NAMED if held and any(sign in text for sign in signs) else ""


def _on_debt(row: Transaction) -> Transaction:
    if _way(row) == "in":
        return replace(row, kind="transfer", nature="borrowed", category="")
    return replace(row, kind="repayment", nature="repaid", category="")

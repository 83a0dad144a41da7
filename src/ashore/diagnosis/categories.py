"""What each payment was for, by a table of rules that can be read and by what the person said; never a guess.

The rules come as an argument (a pack holds them), so do the person's corrections.  A payment that no rule knows keeps
the category `""` and is counted.  All of this is private (practice H1): it never reaches a plan or a paper.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ashore.diagnosis.category_rules import DEBT, SHOP_CATEGORIES, UNKNOWN, Index, Rule, Rules, index_of
from ashore.diagnosis.corrections import Correction, learnt, says
from ashore.household.transactions import Nature, Transaction

FROM_REFUND: Final = "refund"
"""What decided the category of a refund that names its purchase: that purchase."""
CORRECTION: Final = "correction"

TO_PEOPLE: Final[frozenset[Nature]] = frozenset({"person", "red-packet", "family-card"})
"""Transfers that can be a payment after all: rent that goes to the landlord's own account, say."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What decided a payment's category and whose money it is: a rule's id, `correction: word`, `refund`, or `""`."""

    category: str = ""
    business: str = ""


@dataclass(frozen=True, slots=True)
class Categorised:
    """A ledger with its categories, what decided each row, and what no rule knows.

    `unknown_count` and `unknown_fen`: the spending (refunds not counted) that nothing decided.
    """

    ledger: tuple[Transaction, ...]
    decided: tuple[Decided, ...]
    unknown_count: int
    unknown_fen: int


def categorise(
    ledger: Sequence[Transaction],
    rules: Rules,
    corrections: Sequence[Correction] = (),
    *,
    trader: bool = False,
) -> Categorised:
    """Return the ledger with each payment's category and whose money it is, row by row, in the same order.

    What a row carried before is not looked at, so doing it twice changes nothing.  The newest correction (the last)
    goes before all rules, and of the rules the first that fits.  A refund takes what its purchase has.  Money that
    came in, repayments and transfers between own accounts have no category.
    """
    active = tuple(one for one in rules.rules if trader or not one.trader)
    latest = tuple(reversed(learnt((), corrections)))
    on_category = _Voices(
        tuple(one for one in latest if one.category not in (UNKNOWN, DEBT)),
        index_of([one for one in active if one.category]),
    )
    on_business = _Voices(
        tuple(one for one in latest if one.business is not None),
        index_of([one for one in active if one.business is not None]),
    )
    found = [_decide(row, on_category, on_business) for row in ledger]
    rows, decided = [row for row, _ in found], [by for _, by in found]
    _follow_purchases(rows, decided)
    unknown = [row.amount_fen for row in rows if is_unknown(row)]
    return Categorised(tuple(rows), tuple(decided), len(unknown), sum(unknown))


def takes_category(row: Transaction) -> bool:
    """Return whether a payment can have one: it was spent, came back, or went to a person."""
    return row.kind in ("spending", "refund") or _to_person(row)


def is_unknown(row: Transaction) -> bool:
    """Return whether a payment is spending of which nobody has said what for."""
    return row.kind == "spending" and row.category == UNKNOWN and row.nature != "interest"


def went_to_people(row: Transaction) -> bool:
    """Return whether money went to a person and nobody has said what for: it may be anything, a debt repaid too."""
    return _to_person(row) and row.category == UNKNOWN


def _to_person(row: Transaction) -> bool:
    return row.kind == "transfer" and row.nature in TO_PEOPLE and row.way != "in"


def spent_fen(row: Transaction) -> int:
    """Return what a payment adds to spending: below zero for a refund, 0 for what is none.

    A transfer to a person counts where it has a category: then somebody said what it was for.  Interest is the cost of
    a debt and no spending.
    """
    if row.nature == "interest":
        return 0
    if row.kind == "spending":
        return row.amount_fen
    if row.kind == "refund":
        return -row.amount_fen
    return row.amount_fen if row.kind == "transfer" and row.category != UNKNOWN else 0


def own_fee_fen(row: Transaction) -> int:
    """Return what an app took for a transfer between own accounts: the transfer is no spending, its fee is."""
    return row.fee_fen if row.kind == "transfer" and row.nature == "own-account" else 0


@dataclass(frozen=True, slots=True)
class _Voices:
    """Who may speak on one question, in the order in which they are heard."""

    corrections: tuple[Correction, ...]
    rules: Index

    def first(self, row: Transaction) -> tuple[Correction | Rule | None, str]:
        """Return who speaks first for a payment, and by what name that is told."""
        for one in self.corrections:
            if says(one, row):
                return one, f"{CORRECTION}: {one.word}"
        rule = self.rules.first(row)
        return rule, rule.id if rule else ""


def _decide(row: Transaction, on_category: _Voices, on_business: _Voices) -> tuple[Transaction, Decided]:
    """Return a row with its category and whose money it is, and what decided either."""
    what, by_what = on_category.first(row) if takes_category(row) else (None, "")
    whose, by_whose = on_business.first(row)
    category = what.category if what else UNKNOWN
    if whose is None and category in SHOP_CATEGORIES:
        return replace(row, category=category, business=True), Decided(by_what, by_what)
    business = whose.business if whose else None
    return replace(row, category=category, business=business), Decided(by_what, by_whose)


def _follow_purchases(rows: list[Transaction], decided: list[Decided]) -> None:
    """Give each refund that names its purchase what that purchase has, where the purchase has anything."""
    purchases = {
        (row.source, row.order): place
        for place, row in enumerate(rows)
        if row.order and row.kind == "spending"
    }
    for place, row in _refunds(rows):
        bought = purchases.get((row.source, row.refund_of))
        if bought is None or decided[place].category.startswith(CORRECTION):
            continue
        found = rows[bought]
        if found.category:
            rows[place] = replace(row, category=found.category, business=found.business)
            decided[place] = Decided(FROM_REFUND, FROM_REFUND)


def _refunds(rows: Sequence[Transaction]) -> Iterator[tuple[int, Transaction]]:
    for place, row in enumerate(rows):
        if row.kind == "refund" and row.refund_of:
            yield place, row

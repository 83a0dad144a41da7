"""A loan that writes down each posting: what, from when to when, on which sum, at which rate."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal, Self

from ashore.dates import WorkingDays
from ashore.loans.account import TermAccount
from ashore.loans.item import Item
from ashore.loans.parts import COMPOUND, DAMAGES, INTEREST, PENALTY, PRINCIPAL, Parts, no_parts
from ashore.loans.terms import Opening, Terms

EntryKind = Literal[
    "due", "interest", "penalty", "damages", "paid", "closing", "agreed", "forgiven", "unpaid", "lot", "lots",
    "cash-lot", "cash-lots",
]  # fmt: skip
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Entry:
    """One posting, its parts in fen.

    `since`: the first day of the span, where there is one.  `due`: the instalment it belongs to.  `principal_fen`,
    `interest_fen`: the sums that bore interest.  `rate`: the rate of the span, a year for interest, a day for
    penalty interest, as a fraction.  `line`: the statement's line of a payment.  `held_fen`: money held for the loan
    that helped to close it.  `agreed`: a sum of a settlement, `on` its last day, `since` the day it was agreed.
    `forgiven`: what was written off.  Of a card, a `lot` is a sum that bore interest and `lots` all of them:
    `principal_fen` is then fen × days; `cash-lot` and `cash-lots` are the same of money drawn.  `unpaid` is what of a
    minimum was not paid; `least_fen`: the least damages on it, where only typical terms are known.
    """

    kind: EntryKind
    on: date
    parts: tuple[int, ...]
    since: date | None = None
    due: date | None = None
    principal_fen: int = 0
    interest_fen: int = 0
    rate: Fraction = Fraction(0)
    line: int = 0
    held_fen: int = 0
    least_fen: int | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """Our figure for a claim, in fen, and the postings it is made of; None where we know of no such thing.

    `least_fen`: where only a range is known its lower end, `fen` being the upper one; what lies between is not wrong.
    """

    fen: int | None
    entries: tuple[Entry, ...] = ()
    least_fen: int | None = None

    def covers(self, fen: int) -> bool:
        """Return whether a stated figure is ours, or lies in the range where only that is known."""
        if self.least_fen is None or self.fen is None:
            return fen == self.fen
        return self.least_fen <= fen <= self.fen

    def nearest_to(self, fen: int) -> "Figure":
        """Return the end of a range that a stated figure outside of it is held against; else this figure."""
        below = self.least_fen is not None and fen < self.least_fen
        return Figure(self.least_fen, self.entries) if below else self


class JournaledAccount(TermAccount):
    """A loan with instalments that keeps a journal.

    `both_ends`: penalty interest counts the due date and the day of payment too (one day more), as some lenders do.
    """

    def __init__(
        self,
        terms: Terms,
        opening: Opening,
        first_due: date,
        working_days: WorkingDays,
        *,
        both_ends: bool = False,
    ) -> None:
        """Open the loan with an empty journal."""
        self.journal: list[Entry] = []
        self.both_ends = both_ends
        super().__init__(terms, opening, first_due, working_days)

    def copy(self) -> Self:
        """Return an independent copy with its own journal."""
        twin = super().copy()
        twin.journal = self.journal[:]
        return twin

    def new_due(self, day: date) -> Item:
        """Return an empty instalment; with `both_ends` its penalty runs from the day before."""
        item = super().new_due(day)
        if self.both_ends:
            item.penalty_from -= DAY
        return item

    def post_interest(self, day: date) -> None:
        """Post the interest of the running span and note it."""
        since, before = self.span_from, self.accrued_fen
        super().post_interest(day)
        if self.accrued_fen != before:
            self._note(
                "interest", day, {INTEREST: self.accrued_fen - before}, since, rate=self.rate.per_year()
            )

    def post_penalties(self, day: date) -> None:
        """Post penalty and compound interest and note them, instalment by instalment."""
        before = [(item, item.penalty_from, item.parts[:]) for item in self.items]
        super().post_penalties(day)
        for item, since, parts in before:
            run = {part: item.parts[part] - parts[part] for part in (PENALTY, COMPOUND)}
            if any(run.values()):
                self._note("penalty", day, run, since, item=item, rate=Fraction(*self.penalty_per_day))

    def mark_late(self, before: date) -> None:
        """Let dues become late and note the damages that this adds."""
        damages = [item.parts[DAMAGES] for item in self.items]
        super().mark_late(before)
        for item, fen in zip(self.items, damages, strict=True):
            if item.parts[DAMAGES] > fen:
                self._note("damages", item.due, {DAMAGES: item.parts[DAMAGES] - fen}, None, item=item)

    def _add_item(self, parts: Parts) -> None:
        super()._add_item(parts)
        if any(parts):
            self.journal.append(Entry("due", self.next_due, tuple(parts), self.period_from, self.next_due))

    def note_payment(self, parts: Parts, line: int) -> None:
        """Note what a payment paid, by part."""
        self.journal.append(Entry("paid", self.day, tuple(parts), line=line))

    def _note(
        self,
        kind: EntryKind,
        day: date,
        fen: dict[int, int],
        since: date | None,
        *,
        item: Item | None = None,
        rate: Fraction = Fraction(0),
    ) -> None:
        parts = no_parts()
        for part, amount in fen.items():
            parts[part] = amount
        principal = item.parts[PRINCIPAL] if item else self.principal_fen
        interest = item.parts[INTEREST] if item and self.terms.compound else 0
        due = item.due if item else None
        self.journal.append(Entry(kind, day, tuple(parts), since, due, principal, interest, rate))

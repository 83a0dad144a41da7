"""One due payment that has come: what of it is still unpaid, by part, and since when it is late."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from ashore.loans.accrual import span_penalty
from ashore.loans.parts import COMPOUND, INTEREST, PENALTY, PRINCIPAL, Parts, no_parts
from ashore.loans.terms import Grace
from ashore.money import Rounding, divide

PerDay = tuple[int, int]
"""A rate per fen and day, as (numerator, denominator)."""


@dataclass(slots=True)
class Item:
    """A due instalment.

    `due`: the day by which to pay (moved to a working day where the contract says so).  `late_after`: the last day
    on which paying is in time (grace included).  `penalty_from`: start of the span of penalty not yet posted.
    `marks`: the spans that ended within the days of grace, each its end and its rate per fen and day.
    """

    due: date
    late_after: date
    penalty_from: date
    parts: Parts = field(default_factory=no_parts)
    late: bool = False
    marks: list[tuple[date, PerDay]] = field(default_factory=list[tuple[date, PerDay]])

    @property
    def unpaid_fen(self) -> int:
        """Return what is unpaid of it, all parts."""
        return sum(self.parts)

    def copy(self) -> "Item":
        """Return an independent copy."""
        return Item(self.due, self.late_after, self.penalty_from, self.parts[:], self.late, self.marks[:])

    def mark(self, day: date, per_day: PerDay) -> None:
        """Note a day of grace on which a span ends, should the penalty run from the due date after all."""
        if not self.late and day > self.penalty_from:
            self.marks.append((day, per_day))

    def penalty_until(
        self, day: date, per_day: PerDay, *, compound: bool, rounding: Rounding
    ) -> tuple[int, int]:
        """Return (penalty, compound) interest of the open spans until `day`, not yet posted."""
        penalty = compounded = 0
        if self.late and day > self.penalty_from:
            start = self.penalty_from
            for end, rate in (*self.marks, (day, per_day)):
                principal, interest, days = self.parts[PRINCIPAL], self.parts[INTEREST], (end - start).days
                one = span_penalty(principal, interest, days, rate, compound=compound, rounding=rounding)
                penalty, compounded, start = penalty + one[0], compounded + one[1], end
        return penalty, compounded

    def opened_fen(self, day: date, per_day: PerDay, *, compound: bool, rounding: Rounding) -> int:
        """Return both of a late one together; `day` lies after the start of the open spans."""
        bearing = self.parts[PRINCIPAL] + (self.parts[INTEREST] if compound else 0)
        opened, start = 0, self.penalty_from
        for end, rate in (*self.marks, (day, per_day)):
            opened += divide(bearing * rate[0] * (end - start).days, rate[1], rounding)
            start = end
        return opened

    def post_penalty(self, day: date, posted: tuple[int, int]) -> None:
        """Add penalty and compound interest up to `day` and begin a new span there."""
        self.parts[PENALTY] += posted[0]
        self.parts[COMPOUND] += posted[1]
        self.penalty_from = max(self.penalty_from, day)
        self.marks = []


def new_item(pay_by: date, grace: Grace | None) -> Item:
    """Return an empty instalment due on `pay_by`, with the days its grace gives (decision 0001 rule 9)."""
    if grace is None:
        return Item(pay_by, pay_by, pay_by)
    end = pay_by + timedelta(days=grace.days)
    return Item(pay_by, end, end if grace.effect == "postpone" else pay_by)

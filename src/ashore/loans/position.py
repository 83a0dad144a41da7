"""Where a loan stands: principal, due instalments, and the spans of interest and penalty that run.

Everything is whole fen; each span is rounded once.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Self

from ashore.dates import WorkingDays, add_months
from ashore.loans.accrual import level_payment, penalty_per_day, span_interest
from ashore.loans.item import Item, PerDay, new_item
from ashore.loans.methods import equal_part
from ashore.loans.parts import (
    COMPOUND,
    DAMAGES,
    FEES,
    INTEREST,
    PENALTY,
    PRINCIPAL,
    Owed,
    Parts,
    Tally,
    add_parts,
    no_parts,
)
from ashore.loans.rates_in_force import rate_in_force
from ashore.loans.terms import DatedRate, Deferral, Instalment, Opening, Terms
from ashore.money import Rate, divide

INTEREST_FREE = ("flat-fee", "schedule")
NO_PENALTY: PerDay = (0, 1)


def rows_after(terms: Terms, on: date) -> list[Instalment]:
    """Return the typed dues after a day, by date, however they are listed.

    What is asked after the last principal is asked with it: once no principal is left nothing more falls due.
    """
    rows = sorted((row for row in terms.schedule if row.due > on), key=lambda row: row.due)
    while len(rows) > 1 and rows[-1].principal_fen == 0 and any(row.principal_fen for row in rows):
        after = rows.pop()
        interest, fee = rows[-1].interest_fen + after.interest_fen, rows[-1].fee_fen + after.fee_fen
        rows[-1] = replace(rows[-1], interest_fen=interest, fee_fen=fee)
    return rows


class Position:
    """Where a loan stands and what has run since: principal, due instalments, spans of interest."""

    _per_day: tuple[Terms | None, Rate | None, PerDay] = None, None, NO_PENALTY
    """Penalty interest per fen and day with the terms and the rate that it was found for."""

    def __init__(self, terms: Terms, opening: Opening, first_due: date, working_days: WorkingDays) -> None:
        """Open the loan at the end of `opening.on`; `first_due` is the first contractual due date after it."""
        self.terms, self.working_days = terms, working_days
        self.day = opening.on
        self.tally = Tally()
        self.items: list[Item] = []
        self.credit_fen: int = 0
        self.deferred: int = 0
        self.defer_interest: Deferral = "accrue"
        # What each due that falls away adds to typed dues, whose interest no rate gives.
        self.wait_fen: int = 0
        self.held: Parts = no_parts()
        self.overrides: list[DatedRate] = []
        self.principal_fen = opening.principal_fen - sum(part.principal_fen for part in opening.arrears)
        self.accrued_fen = 0
        self.periods_left = opening.periods_left
        self.next_due = first_due
        self.last_due = opening.on
        self.period_from = self.span_from = opening.accrued_from
        self.rows: list[Instalment] = rows_after(terms, opening.on)
        self.rate = rate_in_force(terms, self.overrides, self.period_end())
        self._take_arrears(opening)
        self.original_fen = terms.original_fen or opening.principal_fen
        self.payment_fen = self.part_fen = 0
        self.fix_instalment(typed=True)
        if terms.accrual == "daily" and opening.accrued_from < opening.on:
            self.post_interest(opening.on)
        self.tally.charged = no_parts()
        add_parts(self.tally.began, self.standing())

    def _take_arrears(self, opening: Opening) -> None:
        for part in opening.arrears:
            item = new_item(part.since, self.terms.grace)
            item.late = part.late
            if item.late:
                item.penalty_from = opening.on
            item.mark(opening.on, self.penalty_per_day)
            item.parts[PRINCIPAL], item.parts[INTEREST] = part.principal_fen, part.interest_fen
            item.parts[PENALTY], item.parts[COMPOUND] = part.penalty_fen, part.compound_fen
            item.parts[DAMAGES], item.parts[FEES] = part.damages_fen, part.fees_fen
            if item.unpaid_fen:
                self.items.append(item)

    def new_due(self, day: date) -> Item:
        """Return an empty instalment due on a day, moved to a working day where the contract says so."""
        shifted = self.terms.shift == "next-working-day"
        return new_item(self.working_days.next(day) if shifted else day, self.terms.grace)

    def standing(self) -> Parts:
        """Return what stands on the account by part; interest and penalty not yet posted left out."""
        parts = no_parts()
        for item in self.items:
            add_parts(parts, item.parts)
        add_parts(parts, self.held)
        parts[PRINCIPAL] += self.principal_fen
        parts[INTEREST] += self.accrued_fen
        return parts

    def copy(self) -> Self:
        """Return an independent copy, to look ahead without consequence."""
        twin = object.__new__(type(self))
        twin.__dict__.update(self.__dict__)
        twin.items = [item.copy() for item in self.items]
        twin.tally, twin.held = self.tally.copy(), self.held[:]
        twin.overrides, twin.rows = self.overrides[:], self.rows[:]
        return twin

    @property
    def closed(self) -> bool:
        """Return whether nothing is owed any more."""
        return not self.items and self.principal_fen == 0 and self.accrued_fen == 0 and not any(self.held)

    @property
    def running(self) -> bool:
        """Return whether further instalments will form."""
        return self.principal_fen > 0 or self.accrued_fen > 0 or any(self.held)

    @property
    def due_fen(self) -> int:
        """Return what is due and unpaid now: arrears and what falls due today, penalty up to today included."""
        return sum([sum(item.parts) for item in self.items]) + self._opened_fen(self.items)

    @property
    def arrears_fen(self) -> int:
        """Return what is late, penalty up to today included."""
        late = [item for item in self.items if item.late]
        return sum([sum(item.parts) for item in late]) + self._opened_fen(late)

    @property
    def late_charges_fen(self) -> int:
        """Return what being late added to the dues since the loan was opened, penalty up to today included."""
        posted = self.tally.charged
        return posted[PENALTY] + posted[COMPOUND] + posted[DAMAGES] + self._opened_fen(self.items)

    def _opened_fen(self, items: Sequence[Item]) -> int:
        """Return penalty and compound interest run up to today on late instalments, not yet posted."""
        day, terms = self.day, self.terms
        late = [item for item in items if item.late and day > item.penalty_from]
        if not late:
            return 0
        per_day, compound, rounding = self.penalty_per_day, terms.compound, terms.rounding
        return sum([item.opened_fen(day, per_day, compound=compound, rounding=rounding) for item in late])

    @property
    def days_past_due(self) -> int:
        """Return the days since the oldest late due date; 0 if nothing is late."""
        oldest = min([item.due for item in self.items if item.late], default=self.day)
        return (self.day - oldest).days

    @property
    def principal_left_fen(self) -> int:
        """Return all principal not yet repaid, the overdue part included."""
        return self.principal_fen + sum(item.parts[PRINCIPAL] for item in self.items)

    def owed(self) -> Owed:
        """Return what is owed at the end of `day`, by part; a monthly contract's interest counts from its due date."""
        parts = self.standing()
        for item in self.items:
            penalty, compound = self.open_penalty(item, self.day, self.penalty_per_day)
            parts[PENALTY] += penalty
            parts[COMPOUND] += compound
        late = [item for item in self.items if item.late]
        # Typed interest is owed from its due on.
        if self.terms.accrual == "daily" and self.terms.method != "schedule":
            parts[INTEREST] += self.open_interest(self.day)
        return Owed(
            parts[PRINCIPAL],
            sum(item.parts[PRINCIPAL] for item in late),
            parts[INTEREST],
            sum(item.parts[INTEREST] for item in late),
            parts[PENALTY],
            parts[COMPOUND],
            parts[DAMAGES],
            parts[FEES],
            self.arrears_fen,
            self.days_past_due,
        )

    @property
    def run_fen(self) -> int:
        """Return the interest run up to today that is not due yet, a monthly contract's by its share of the period."""
        return self.accrued_fen + self.open_interest(self.day)

    @property
    def standing_fen(self) -> int:
        """Return all that stands today: all due, interest run so far, principal."""
        return self.due_fen + sum(self.held) + self.run_fen + self.principal_fen

    def payoff_fen(self) -> int:
        """Return what closes the loan today: all that stands and the fee for paying early, less what is held."""
        fee = self.prepayment_fee(self.principal_fen) + self.remaining_fees_fen()
        return max(0, self.standing_fen + fee - self.credit_fen)

    def prepayment_fee(self, principal_fen: int) -> int:
        """Return the fee for prepaying so much principal, in fen, half up."""
        fee = self.terms.prepayment.fee
        return divide(principal_fen * fee.numerator, fee.denominator, "half-up")

    @property
    def period_fee_fen(self) -> int:
        """Return the fee of one period of a flat-fee contract, half up; 0 for other methods."""
        fee = self.terms.fee_per_period
        if not fee.numerator or self.terms.method != "flat-fee":
            return 0
        return divide(self.original_fen * fee.numerator, fee.denominator, "half-up")

    def remaining_fees_fen(self) -> int:
        """Return the flat fees of the periods left that early repayment makes due; 0 where they are waived."""
        due = self.terms.method == "flat-fee" and self.terms.prepayment.remaining_fees == "due"
        return self.period_fee_fen * self.periods_left if due and self.principal_fen else 0

    def period_end(self) -> date:
        """Return the day the running period's interest falls due (a bullet's maturity, the end of a deferral).

        Where all is overdue nothing runs to a maturity: the rate that penalty interest follows is that of the month.
        """
        matures = self.terms.method == "bullet" and self.running
        ahead = self.periods_left - 1 + self.deferred if matures else 0
        return add_months(self.next_due, max(0, ahead), self.terms.due_day) if ahead > 0 else self.next_due

    def open_interest(self, until: date) -> int:
        """Return the interest of the running span until a day, not yet posted."""
        if self.terms.method == "schedule":
            return self.typed_interest_run(until)
        if self.terms.method in INTEREST_FREE or (self.deferred and self.defer_interest == "waive"):
            return 0
        period = (self.period_from, self.period_end())
        span = (self.span_from, until)
        terms = self.terms
        return span_interest(
            self.principal_fen,
            self.rate,
            terms.accrual,
            terms.day_count,
            terms.due_day,
            period,
            span,
            terms.rounding,
        )

    def typed_interest_run(self, until: date) -> int:
        """Return the share of a typed schedule's running interest until a day."""
        if not self.rows or until <= self.period_from:
            return 0
        days = (self.rows[0].due - self.period_from).days
        return divide(self.rows[0].interest_fen * (until - self.period_from).days, days, self.terms.rounding)

    def post_run(self) -> None:
        """Post the interest run up to today, a typed schedule's by its share of the period's days."""
        self.post_interest(self.day)
        if self.rows:
            run = self.typed_interest_run(self.day)
            self.rows[0] = replace(self.rows[0], interest_fen=self.rows[0].interest_fen - run)
            self.accrued_fen += run
            self.tally.charged[INTEREST] += run
            self.period_from = max(self.period_from, self.day)

    def post_interest(self, day: date) -> None:
        """Post the interest run up to `day` and begin a new span there."""
        if self.terms.method not in INTEREST_FREE:
            interest = self.open_interest(day)
            self.accrued_fen += interest
            self.tally.charged[INTEREST] += interest
            self.span_from = max(self.span_from, day)

    def open_penalty(self, item: Item, day: date, per_day: PerDay) -> tuple[int, int]:
        """Return (penalty, compound) interest of an instalment until a day, not yet posted; nothing in time."""
        return item.penalty_until(day, per_day, compound=self.terms.compound, rounding=self.terms.rounding)

    @property
    def penalty_per_day(self) -> PerDay:
        """Return penalty interest per fen and day at the rate in force, as (numerator, denominator)."""
        terms, rate, known = self._per_day
        if terms is not self.terms or rate is not self.rate:
            known = penalty_per_day(self.terms.penalty, self.rate, self.terms.day_count)
            self._per_day = self.terms, self.rate, known
        return known

    def post_penalties(self, day: date) -> None:
        """Post penalty and compound interest run up to `day` on everything late."""
        per_day = self.penalty_per_day if self.items else NO_PENALTY
        for item in self.items:
            item.mark(day, per_day)
            if item.late:
                posted = self.open_penalty(item, day, per_day)
                self.tally.charged[PENALTY] += posted[0]
                self.tally.charged[COMPOUND] += posted[1]
                item.post_penalty(day, posted)

    def close_spans(self) -> None:
        """Post interest and penalty interest run up to today; every span of this loan begins anew."""
        self.post_interest(self.day)
        self.post_penalties(self.day)

    def post_accrued(self) -> None:
        """Post what has accrued up to today: penalty, and interest where it accrues by days (SPEC §5.6)."""
        if self.terms.accrual == "daily":
            self.post_interest(self.day)
        self.post_penalties(self.day)

    def fix_instalment(self, *, typed: bool = False) -> None:
        """Fix the level payment or the equal part over the principal and the periods left, at the rate in force."""
        self.part_fen = equal_part(self.principal_fen, self.periods_left)
        if self.terms.method != "level-payment":
            return
        if typed and self.terms.payment_fen is not None:
            self.payment_fen = self.terms.payment_fen
        else:
            self.payment_fen = level_payment(
                self.principal_fen, self.rate.per_month(), max(1, self.periods_left)
            )

    def check(self) -> None:
        """Assert that began + charged = paid + forgiven + left (SPEC §5.6), to the fen."""
        assert self.tally.left() == sum(self.standing()), (self.tally.left(), sum(self.standing()))

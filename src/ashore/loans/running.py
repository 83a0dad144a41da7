"""A loan moved through time: instalments form on their due days, unpaid ones become late, agreements move them."""

from dataclasses import replace
from datetime import date, timedelta

from ashore.dates import add_months, first_due_after, month_of
from ashore.loans.accrual import whole_months
from ashore.loans.methods import DueContext, principal_due
from ashore.loans.parts import (
    DAMAGES,
    FEES,
    INTEREST,
    PRINCIPAL,
    Parts,
    add_parts,
    no_parts,
)
from ashore.loans.position import Position
from ashore.loans.rates_in_force import rate_in_force
from ashore.loans.terms import Deferral, Instalment, LateFee
from ashore.money import Rate, divide

DAY = timedelta(days=1)


def late_fee_fen(fee: LateFee | None, unpaid_fen: int) -> int:
    """Return the damages charged once on an unpaid due, within the contract's bounds."""
    if fee is None or unpaid_fen <= 0:
        return 0
    charge = divide(unpaid_fen * fee.share.numerator, fee.share.denominator, "half-up")
    charge = max(charge, fee.min_fen)
    return charge if fee.max_fen is None else min(charge, fee.max_fen)


def month_later(due: date, due_day: int) -> date:
    """Return a typed due a month later, on the contract's due day or, where it lay on another, on that."""
    on_due_day = month_of(due).day(due_day) == due
    return add_months(due, 1, due_day if on_due_day else due.day)


class Running(Position):
    """A loan moved through time: instalments form on their due days and become late."""

    def end_of_day(self) -> None:
        """Let the day end: what was due and in time until today and is unpaid becomes late."""
        self.mark_late(self.day + DAY)

    def mark_late(self, before: date) -> None:
        """Let what was in time until a day before `before`, and is unpaid, become late; damages are charged once."""
        for item in self.items:
            if not item.late and item.late_after < before:
                item.late = True
                charge = late_fee_fen(self.terms.late_fee, item.unpaid_fen)
                item.parts[DAMAGES] += charge
                self.tally.charged[DAMAGES] += charge

    def form(self) -> None:
        """Form the instalment of `next_due` (or let it fall away) and turn to the next period."""
        if self.deferred:
            self._skip()
        elif self.terms.method == "schedule":
            self._form_typed()
        elif self.terms.method == "bullet" and self.periods_left > 1:
            self.periods_left -= 1
            self.turn(keep_period=True)
        else:
            self._form_by_method()

    def _form_by_method(self) -> None:
        self.post_interest(self.next_due)
        context = DueContext(
            self.principal_fen, self.accrued_fen, self.periods_left, self.payment_fen, self.part_fen
        )
        parts = no_parts()
        parts[PRINCIPAL] = principal_due(self.terms.method, context)
        parts[INTEREST], self.accrued_fen = self.accrued_fen, 0
        parts[FEES] = self.period_fee_fen if self.principal_fen else 0
        self.tally.charged[FEES] += parts[FEES]
        self.periods_left = max(0, self.periods_left - 1)
        self._add_item(parts)
        if not self.principal_fen:
            self.periods_left = 0  # early repayment dropped the end
        self.turn(keep_period=False)

    def _form_typed(self) -> None:
        row = self.rows.pop(0) if self.rows else Instalment(self.next_due, self.principal_fen, 0)
        parts = no_parts()
        parts[PRINCIPAL] = min(row.principal_fen, self.principal_fen) if self.rows else self.principal_fen
        parts[INTEREST], parts[FEES] = self.accrued_fen + row.interest_fen, row.fee_fen
        self.accrued_fen = 0
        self.tally.charged[INTEREST] += row.interest_fen
        self.tally.charged[FEES] += row.fee_fen
        self._add_item(parts)
        if self.principal_fen == 0:
            self.rows = []
        self.periods_left = len(self.rows)
        self.turn(keep_period=False)

    def _add_item(self, parts: Parts) -> None:
        self.principal_fen -= parts[PRINCIPAL]
        add_parts(parts, self.held)
        self.held = no_parts()
        item = self.new_due(self.next_due)
        item.parts = parts
        if item.unpaid_fen:
            self.items.append(item)

    def turn(self, *, keep_period: bool) -> None:
        """Turn to the next period; a changed rate ends the span and fixes a level payment again."""
        if not keep_period:
            self.period_from = self.next_due
            self.span_from = max(self.span_from, self.next_due)
        due = self.last_due = self.next_due
        self.next_due = self.rows[0].due if self.rows else add_months(due, 1, self.terms.due_day)
        self.set_rate(rate_in_force(self.terms, self.overrides, self.period_end(), self.next_due), due)

    def set_rate(self, rate: Rate, day: date) -> None:
        """Let a rate hold from `day` on; a level payment is fixed again."""
        if rate == self.rate:
            return
        self.post_interest(day)
        self.post_penalties(day)
        self.rate = rate
        if self.terms.method == "level-payment" and self.principal_fen and self.periods_left:
            self.fix_instalment()

    def end_schedule(self) -> None:
        """Let nothing more fall due by the contract; the rate stays that of the running period until its end."""
        self.next_due = self.period_end()
        self.principal_fen = self.accrued_fen = self.periods_left = self.deferred = 0
        self.rows, self.held = [], no_parts()

    def leave_method(self) -> None:
        """Let what has run stand; by another method interest runs from today on.

        A typed schedule's next due stays the first due.
        """
        self.close_spans()
        self.post_run()
        self.rows = []
        self.span_from = max(self.span_from, self.day)

    def restart(self) -> None:
        """Begin a new period today where nothing ran to a due: all was overdue, or called before a bullet's end."""
        first = first_due_after(self.day, self.terms.due_day)
        if not self.day < self.next_due <= first:
            self.next_due = first
            self.period_from = self.span_from = self.day
            self.follow_rate()

    def follow_rate(self) -> None:
        """Let the rate of the running period hold from today on, after the period's end has moved."""
        self.set_rate(rate_in_force(self.terms, self.overrides, self.period_end(), self.next_due), self.day)

    def defer(self, months: int, interest: Deferral) -> None:
        """Let the next dues fall away; with `waive` the interest run since the last due is written off too.

        What is left of an earlier deferral gives way; what that one has waived up to today stays waived.  A bullet's
        maturity was moved by that already, and is moved again from there; of one that is all due nothing is left to
        put off.
        """
        bullet = self.terms.method == "bullet"
        if bullet and not self.running:
            return
        months += self.deferred if bullet else 0
        if self.deferred and self.defer_interest == "waive":
            self.post_interest(self.day)
        if not self.deferred:
            self.wait_fen = self._wait_fen()
        self.deferred, self.defer_interest = months, "accrue" if bullet else interest
        if self.defer_interest == "waive":
            self.deferred = 0
            self.post_interest(self.day)
            self.tally.forgiven[INTEREST] += self.accrued_fen
            self.accrued_fen, self.deferred = 0, months
        self.follow_rate()

    def _wait_fen(self) -> int:
        """Return what a month's wait adds to typed dues: the running due's interest, by the months of its period."""
        if not self.rows:
            return 0
        row, due_day = self.rows[0], self.terms.due_day
        months = whole_months(self.period_from, row.due, due_day)
        of, share = (
            (months, 1)
            if months
            else (max(1, (row.due - self.period_from).days), (month_later(row.due, due_day) - row.due).days)
        )
        return divide(row.interest_fen * share, of, self.terms.rounding)

    def _skip(self) -> None:
        """Let one due fall away, treating its interest as the deferral says."""
        mode, self.deferred = self.defer_interest, self.deferred - 1
        if self.terms.method == "bullet":
            self.turn(keep_period=True)
            return
        if self.rows:
            self.rows = [replace(row, due=month_later(row.due, self.terms.due_day)) for row in self.rows]
            waited = 0 if mode == "waive" else self.wait_fen
            self.accrued_fen += waited
            self.tally.charged[INTEREST] += waited
        if mode == "waive":
            self.span_from = self.next_due
        self.post_interest(self.next_due)
        interest, self.accrued_fen = self.accrued_fen, 0
        if mode == "pay":
            parts = no_parts()
            parts[INTEREST] = interest
            self._add_item(parts)
        elif mode == "add":
            self.principal_fen += interest
            if self.rows:
                last = self.rows[-1]
                self.rows[-1] = replace(last, principal_fen=last.principal_fen + interest)
        else:
            self.held[INTEREST] += interest
        self.turn(keep_period=False)
        if mode == "add":
            self.fix_instalment()

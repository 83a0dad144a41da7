"""A revolving debt as it runs: a statement on each due date, a minimum, unpaid interest carried (SPEC §3.7)."""

from dataclasses import dataclass
from datetime import date, timedelta

from ashore.dates import WorkingDays, add_months
from ashore.loans.accrual import span_interest
from ashore.loans.item import new_item
from ashore.loans.parts import DAMAGES, FEES, INTEREST, PRINCIPAL, Owed, Parts, Tally, add_parts, no_parts
from ashore.loans.rates_in_force import rate_in_force
from ashore.loans.running import late_fee_fen
from ashore.loans.terms import DatedRate, Deferral, Minimum, Opening, Terms
from ashore.money import Rate, divide

PAID_FIRST = (FEES, DAMAGES, INTEREST, PRINCIPAL)
DAY = timedelta(days=1)


@dataclass(slots=True)
class MinimumDue:
    """The unpaid part of one statement's minimum."""

    due: date
    late_after: date
    unpaid_fen: int
    late: bool = False


def minimum_fen(rule: Minimum, statement_fen: int, before_interest_fen: int) -> int:
    """Return the minimum of one statement: min(statement, max(floor, share × base)), half up."""
    base = statement_fen if rule.base == "statement" else before_interest_fen
    share = divide(base * rule.share.numerator, rule.share.denominator, "half-up")
    return min(statement_fen, max(rule.floor_fen, share))


class RevolvingAccount:
    """A card or a like debt: no end date, a minimum each month, the rest carried with its interest."""

    def __init__(self, terms: Terms, opening: Opening, first_due: date, working_days: WorkingDays) -> None:
        """Open the debt at the end of `opening.on`; `opening.principal_fen` is all that is owed then."""
        self.terms, self.working_days = terms, working_days
        self.day = opening.on
        self.parts = no_parts()
        self.minimums: list[MinimumDue] = []
        self._take_arrears(opening)
        self.tally = Tally()
        self.overrides: list[DatedRate] = []
        self.next_due = first_due
        self.period_from = self.span_from = opening.accrued_from
        self.run_fen = 0
        self.called_run_fen = 0
        self.deferred = 0
        self.defer_interest: Deferral = "accrue"
        self.credit_fen = 0
        self.rate = rate_in_force(terms, self.overrides, first_due)
        if terms.accrual == "daily" and opening.accrued_from < opening.on:
            self.post_interest(opening.on)
        self.tally.charged = no_parts()
        add_parts(self.tally.began, self._standing())

    def _take_arrears(self, opening: Opening) -> None:
        """Split the balance: what arrears name as interest, damages, fees is carried, the rest is principal."""
        for part in opening.arrears:
            carried = part.interest_fen + part.penalty_fen + part.compound_fen
            self.parts[INTEREST] += carried
            self.parts[DAMAGES] += part.damages_fen
            self.parts[FEES] += part.fees_fen
            if part.total_fen:
                late_after = new_item(part.since, self.terms.grace).late_after
                self.minimums.append(MinimumDue(part.since, late_after, part.total_fen, late=part.late))
        self.parts[PRINCIPAL] = opening.principal_fen - sum(self.parts)

    def _standing(self) -> Parts:
        parts = self.parts[:]
        parts[INTEREST] += self.run_fen
        return parts

    def copy(self) -> "RevolvingAccount":
        """Return an independent copy, to look ahead without consequence."""
        twin = object.__new__(type(self))
        twin.__dict__.update(self.__dict__)
        twin.parts, twin.tally = self.parts[:], self.tally.copy()
        twin.minimums = [
            MinimumDue(one.due, one.late_after, one.unpaid_fen, one.late) for one in self.minimums
        ]
        twin.overrides = self.overrides[:]
        return twin

    @property
    def closed(self) -> bool:
        """Return whether nothing is owed any more."""
        return sum(self.parts) + self.run_fen == 0

    @property
    def running(self) -> bool:
        """Return whether further statements will come."""
        return not self.closed

    @property
    def due_fen(self) -> int:
        """Return the unpaid minimum, earlier ones included."""
        return sum([one.unpaid_fen for one in self.minimums])

    @property
    def arrears_fen(self) -> int:
        """Return the part of the minimum that is late."""
        return sum([one.unpaid_fen for one in self.minimums if one.late])

    @property
    def late_charges_fen(self) -> int:
        """Return 0: a late fee joins the statement, not the minimum that is late."""
        return 0

    @property
    def days_past_due(self) -> int:
        """Return the days since the oldest late minimum; 0 if none."""
        oldest = min([one.due for one in self.minimums if one.late], default=self.day)
        return (self.day - oldest).days

    @property
    def principal_left_fen(self) -> int:
        """Return the principal not yet repaid."""
        return self.parts[PRINCIPAL]

    @property
    def principal_fen(self) -> int:
        """Return the principal an extra payment could reduce."""
        return self.parts[PRINCIPAL]

    def owed(self) -> Owed:
        """Return what is owed at the end of `day`; the arrears are the unpaid minimum only."""
        parts = self._standing()
        if self.terms.accrual == "daily":
            parts[INTEREST] += self._open_interest(self.day)
        return Owed(
            parts[PRINCIPAL], 0, parts[INTEREST], 0, 0, 0, parts[DAMAGES], parts[FEES], self.arrears_fen,
            self.days_past_due,
        )  # fmt: skip

    @property
    def standing_fen(self) -> int:
        """Return all that stands today, the running period's interest included."""
        return sum(self._standing()) + self._open_interest(self.day)

    def payoff_fen(self) -> int:
        """Return what closes the debt today."""
        return max(0, self.standing_fen - self.credit_fen)

    @property
    def open_interest_fen(self) -> int:
        """Return the interest of the running span up to today, not posted yet."""
        return self._open_interest(self.day)

    def advance(self, day: date) -> None:
        """Move to the morning of `day`: statements up to and including it have come."""
        while self.next_due <= day:  # a closed debt's periods go on too: a fee may be charged later
            self._mark_late(self.next_due)
            self._state()
        self._mark_late(day)
        self.day = day

    def end_of_day(self) -> None:
        """Let the day end: a minimum in time until today and unpaid becomes late."""
        self._mark_late(self.day + DAY)

    def _mark_late(self, before: date) -> None:
        for one in self.minimums:
            if not one.late and one.late_after < before:
                one.late = True
                charge = late_fee_fen(self.terms.late_fee, one.unpaid_fen)
                self.parts[DAMAGES] += charge
                self.tally.charged[DAMAGES] += charge

    def _open_interest(self, until: date) -> int:
        if self.deferred and self.defer_interest == "waive":
            return 0
        terms = self.terms
        base = self.parts[PRINCIPAL] + self.parts[INTEREST]
        period, span = (self.period_from, self.next_due), (self.span_from, until)
        return span_interest(
            base, self.rate, terms.accrual, terms.day_count, terms.due_day, period, span, terms.rounding
        )

    def post_interest(self, day: date) -> None:
        """Post the interest run up to `day`; it bears none itself until the next statement carries it."""
        interest = self._open_interest(day)
        self.run_fen += interest
        self.tally.charged[INTEREST] += interest
        self.span_from = max(self.span_from, day)

    def close_spans(self) -> None:
        """Post interest run up to today."""
        self.post_interest(self.day)

    def post_penalties(self, day: date) -> None:
        """Do nothing: a revolving debt's penalty is its late fee, charged when a minimum is missed."""

    def post_accrued(self) -> None:
        """Post the interest that has accrued up to today, where it accrues by days."""
        if self.terms.accrual == "daily":
            self.post_interest(self.day)

    def defer(self, months: int, interest: Deferral) -> None:
        """Let the next minimums fall away; interest is carried as always, but with `pay` it stays due.

        With `waive` there is none, and what has run since the last due is written off.
        """
        if interest == "waive" or (self.deferred and self.defer_interest == "waive"):
            self.post_interest(self.day)
        if interest == "waive":
            self.tally.forgiven[INTEREST] += self.run_fen
            self.run_fen = 0
            self.keep_minimums_owed()
        self.deferred, self.defer_interest = months, interest

    def _state(self) -> None:
        before = sum(self.parts)
        self.post_interest(self.next_due)
        self.parts[INTEREST] += self.run_fen
        self.run_fen = self.called_run_fen = 0
        statement = sum(self.parts)
        self._add_minimum(statement, before)
        self._use_credit()
        due, self.period_from = self.next_due, self.next_due
        self.next_due = add_months(due, 1, self.terms.due_day)
        self.set_rate(rate_in_force(self.terms, self.overrides, self.next_due), due)

    def _add_minimum(self, statement_fen: int, before_interest_fen: int) -> None:
        rule = self.terms.minimum or Minimum(share=self.terms.fee_per_period)
        least = minimum_fen(rule, statement_fen, before_interest_fen)
        if self.deferred:
            self.deferred -= 1
            least = statement_fen - before_interest_fen if self.defer_interest == "pay" else 0
        amount = min(least, statement_fen - self.due_fen)
        if amount > 0:
            shift = self.terms.shift == "next-working-day"
            item = new_item(
                self.working_days.next(self.next_due) if shift else self.next_due, self.terms.grace
            )
            self.minimums.append(MinimumDue(item.due, item.late_after, amount))

    def set_rate(self, rate: Rate, day: date) -> None:
        """Let a rate hold from `day` on."""
        if rate != self.rate:
            self.post_interest(day)
            self.rate = rate

    def pay(self, amount_fen: int) -> Parts:
        """Pay into fees, damages, carried interest, principal; the minimum falls, oldest first.  Returns the parts.

        Interest of the running period comes last.
        """
        self.close_spans()
        paid = self._fill(amount_fen)
        run = min(self.run_fen, amount_fen - sum(paid))
        self.run_fen -= run
        paid[INTEREST] += run
        self.tally.paid[INTEREST] += run
        self.credit_fen += amount_fen - sum(paid)
        self.reduce_minimums(sum(paid))
        if not self.closed and self.credit_fen >= sum(self._standing()):
            self._use_credit()
        return paid

    def _fill(self, amount_fen: int) -> Parts:
        paid, left = no_parts(), amount_fen
        for part in PAID_FIRST:
            share = min(left, self.parts[part])
            self.parts[part] -= share
            paid[part] += share
            left -= share
        add_parts(self.tally.paid, paid)
        return paid

    def _use_credit(self) -> None:
        paid = self._fill(self.credit_fen)
        self.credit_fen -= sum(paid)
        self.reduce_minimums(sum(paid))

    def reduce_minimums(self, amount_fen: int) -> None:
        """Let the unpaid minimum fall by what was paid or written off, oldest first."""
        for one in self.minimums if amount_fen else ():
            share = min(amount_fen, one.unpaid_fen)
            one.unpaid_fen -= share
            amount_fen -= share
            if not amount_fen:
                break
        owed = sum(self.parts) + self.run_fen
        self.minimums = [one for one in self.minimums if one.unpaid_fen] if owed else []

    def keep_minimums_owed(self) -> None:
        """Let the unpaid minimum fall to what is still owed, after something was written off.

        Interest of the running period is due only where it was called.
        """
        owed = sum(self.parts) + min(self.run_fen, self.called_run_fen)
        self.reduce_minimums(max(0, self.due_fen - owed))

    def may_prepay(self) -> bool:
        """Return whether more than the minimum can be paid today; never while anything is late."""
        return self.terms.prepayment.allowed and self.arrears_fen == 0 and not self.closed

    def prepayable_with(self, cash_fen: int) -> int:
        """Return how much of `cash_fen` can be paid beyond the minimum today."""
        return min(cash_fen, self.payoff_fen()) if self.may_prepay() else 0

    def prepay(self, amount_fen: int) -> Parts:
        """Pay beyond the minimum.  Returns what was paid, by part."""
        return self.pay(amount_fen)

    def pay_off(self) -> Parts:
        """Pay all that is owed today.  Returns what was paid, by part."""
        return self.pay(self.payoff_fen())

    def accelerate(self) -> None:
        """Let the lender call the whole: all that is owed is due now and late, and nothing is deferred any more."""
        self.close_spans()
        self._use_credit()
        self.deferred, self.called_run_fen = 0, self.run_fen
        # Minimums missed before keep their day: days past due count from the oldest.
        called = sum(self._standing()) - self.due_fen
        if called > 0:
            self.minimums.append(MinimumDue(self.day, self.day, called, late=True))

    def pay_standing(self, amount_fen: int) -> Parts:
        """Pay into all that stands, the running period's interest included.  Returns what was paid, by part."""
        self.close_spans()
        return self.pay(min(amount_fen, sum(self._standing())))

    def forgive_rest(self) -> Parts:
        """Write off all that is owed.  Returns what was forgiven, by part."""
        self.close_spans()
        forgiven = self._standing()
        add_parts(self.tally.forgiven, forgiven)
        self.parts, self.minimums, self.run_fen = no_parts(), [], 0
        return forgiven

    def check(self) -> None:
        """Assert that began + charged = paid + forgiven + left (SPEC §5.6), to the fen."""
        assert self.tally.left() == sum(self._standing()), (self.tally.left(), sum(self._standing()))

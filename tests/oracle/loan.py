"""One loan, one night after another (every method but revolving)."""

from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction

from oracle.calendars import (
    NIGHT,
    due_after,
    due_until,
    month_later,
    months_later,
    nights,
    whole_months,
    year_part,
)
from oracle.contract import Contract, first_due
from oracle.words import Rate, half_up, rate, rounded

PARTS = ("fees", "damages", "penalty", "compound", "interest", "principal")


@dataclass
class Item:
    """What fell due on one day and how much of it is still unpaid, part by part, in fen."""

    due: date  # the day from which days past due count: the due day, moved by `shift`
    late_after: date  # unpaid at the end of this day, it is overdue
    penalty_from: date
    principal: int = 0
    interest: int = 0
    penalty: int = 0
    compound: int = 0
    damages: int = 0
    fees: int = 0
    overdue: bool = False
    spans: list[Fraction] = field(default_factory=lambda: [Fraction(0)])  # Σ daily rates; the last is running

    def unpaid(self) -> int:
        """Return all that is unpaid of it."""
        return sum(getattr(self, part) for part in PARTS)


@dataclass(frozen=True)
class Fallen:
    """One due as it fell."""

    due: date
    principal: int
    interest: int
    fee: int
    not_due: int  # principal not yet due after it


class Loan:
    """A loan at the end of `day`."""

    def __init__(self, contract: Contract, opened: date) -> None:
        """Open the loan at the end of a day; interest runs from `contract.accrued_from`."""
        self.contract, self.day = contract, opened
        self.not_due, self.left = contract.balance, contract.periods
        self.items: list[Item] = []
        self.fallen: list[Fallen] = []
        self.credit = self.paid = self.forgiven = 0
        self.charged = dict.fromkeys(PARTS, 0)
        self.method, self.payment = contract.method, contract.payment
        self.ordered_rate: Rate | None = None  # set by a rate event or a concession; wins from its day on
        self.next_rate: tuple[Rate, date | None] | None = (
            None  # a rate agreed for the periods from the next due on
        )
        self.skip, self.skip_interest = 0, "accrue"
        self.wait, self.fell_away = (
            0,
            False,
        )  # of typed dues: what a month's wait adds; whether the last one fell away
        self.last_due = self.contract.as_of
        self.settlement: tuple[int, date] | None = None  # what closes the debt, and its last day
        self.deferred = 0  # interest of deferred time, paid with the first due after
        self.carried: dict[str, int] = {}  # overdue parts that fall due with the next instalment
        self.pending_fees = 0
        self.lines = list(contract.schedule)
        self.period_from = self.span_from = contract.accrued_from
        self.period_due = self._first_due()
        self.run = 0  # interest of the running period in spans already ended
        self.rate = self.rate_now()
        self.part = self.payment if self.payment is not None else self.fixed_part()

    # rates

    def rate_now(self) -> Rate:
        """Return the contract rate of the running period."""
        return self.ordered_rate or self.contract.rate_for(self.period_due)

    def penalty_rate(self) -> Fraction:
        """Return the rate of one night of penalty interest."""
        own, times = self.contract.penalty_own, self.contract.penalty_times
        if own:
            return own.each_day(self.contract.day_count)
        return self.rate.each_day(self.contract.day_count) * (times or 0)

    def new_rate(self) -> None:
        """Take the rate of today; when it changed, end the spans and fix a level payment again."""
        now = self.rate_now()
        if now == self.rate:
            return
        self.end_spans()
        self.rate = now
        if self.method == "level-payment" and self.not_due and self.left:
            self.part = self.fixed_part()

    # one night

    def tomorrow(self) -> None:
        """Go to the next day: the night's penalty, then what falls due (events and the day's end follow)."""
        nightly = self.penalty_rate()
        for item in self.items:
            if item.penalty_from <= self.day:
                item.spans[-1] += nightly
        self.day += NIGHT
        if self.method == "bullet" and due_until(self.day, self.contract.due_day) == self.day:
            self.last_due = self.day
        if self.day == self.period_due:
            self.last_due = self.day
            self.fall_due()
            self.next_period()

    def close_day(self) -> None:
        """End the day: what is unpaid and had to be paid by now is overdue."""
        for item in self.items:
            if not item.overdue and item.late_after <= self.day and item.unpaid():
                self.make_overdue(item)
        self.items = [item for item in self.items if item.unpaid()]
        if self.settlement and self.settlement[1] <= self.day:
            self.settlement = None  # a missed date brings the contract back

    def make_overdue(self, item: Item) -> None:
        """Mark a due overdue: damages once, and the penalty of the spans that ended within the grace days."""
        item.overdue = True
        damages = half_up(self.contract.late_fee(item.unpaid()))
        item.damages += damages
        self.charged["damages"] += damages
        ended, item.spans = item.spans[:-1], item.spans[-1:]
        for span in ended:
            self.post_penalty(item, span)

    # interest

    def running(self, until: date) -> int:
        """Return the interest of the open span, rounded."""
        if self.method == "flat-fee" or until <= self.span_from or self.waives():
            return 0
        if self.method == "schedule":
            if not self.lines or not self.not_due:
                return 0
            days, period = (until - self.period_from).days, (self.period_due - self.period_from).days
            return rounded(self.lines[0].interest * Fraction(days, period), self.contract.rounding)
        return rounded(self.not_due * self.share_of_span(until), self.contract.rounding)

    def waives(self) -> bool:
        """Return whether a deferral lets no interest run."""
        return bool(self.skip) and self.skip_interest == "waive" and self.method != "schedule"

    def share_of_span(self, until: date) -> Fraction:
        """Return what one fen of principal costs from the start of the open span."""
        months = whole_months(self.period_from, self.period_due, self.contract.due_day)
        days = len(nights(self.span_from, until))
        if not self.contract.daily and months:
            period = len(nights(self.period_from, self.period_due))
            return self.rate.each_period() * months * Fraction(days, period)
        if self.rate.per == "day":
            return self.rate.value * days
        return self.rate.each_year() * year_part(self.span_from, until, self.contract.day_count)

    def end_spans(self) -> None:
        """End every span today: round the interest not yet due and post the penalty of what is overdue."""
        self.end_interest_span()
        self.end_penalty_spans()

    def end_interest_span(self) -> None:
        """Round the interest not yet due; a typed schedule's is one sum for each period."""
        if self.method != "schedule":
            self.run += self.running(self.day)
            self.span_from = max(self.span_from, self.day)

    def end_penalty_spans(self) -> None:
        """Post what overdue dues have run up; in grace days only remember where the span ended."""
        for item in self.items:
            if item.overdue:
                self.post_penalty(item, item.spans[-1])
                item.spans[-1] = Fraction(0)
            elif item.spans[-1]:
                item.spans.append(Fraction(0))

    def post_penalty(self, item: Item, span: Fraction) -> None:
        """Round one span once; what principal alone bears is penalty interest, the rest compound interest."""
        base = item.principal + (item.interest if self.contract.compound else 0)
        whole = rounded(base * span, self.contract.rounding)
        alone = rounded(item.principal * span, self.contract.rounding)
        item.penalty += alone
        item.compound += whole - alone
        self.charged["penalty"] += alone
        self.charged["compound"] += whole - alone

    # dues

    def fixed_part(self) -> int:
        """Return the level payment, or the equal share of principal, over the instalments left."""
        if not self.left or not self.not_due:
            return 0
        each = self.rate.each_period()
        if self.method == "level-payment" and each:
            return half_up(self.not_due * each / (1 - (1 + each) ** -self.left))
        return half_up(Fraction(self.not_due, self.left))

    def principal_due(self, interest: int) -> int:
        """Return the principal of the instalment that falls due now."""
        if self.left == 1:
            return self.not_due
        if self.method == "schedule":
            return min(self.not_due, self.lines[0].principal)
        if self.method == "level-payment":
            return min(self.not_due, max(0, self.part - interest))
        return min(self.not_due, self.part) if self.method in ("equal-principal", "flat-fee") else 0

    def fee_due(self) -> int:
        """Return the fee of the instalment that falls due now."""
        if self.method == "schedule" and self.lines and self.not_due:
            return self.lines[0].fee
        return self.flat_fee() if self.method == "flat-fee" and self.not_due else 0

    def flat_fee(self) -> int:
        """Return the fee of one period, a share of the original sum."""
        return half_up(
            Fraction(self.contract.words.get("fee_per_period", "0%").removesuffix("%"))
            / 100
            * self.contract.original
        )

    def fall_due(self) -> None:
        """Let what is due today fall due."""
        self.fell_away = bool(self.skip)
        typed = self.fell_away and self.method == "schedule"
        interest = self.run + (self.wait if typed else self.running(self.day))
        self.run = 0
        if self.skip:
            self.skip -= 1
            self.skipped(interest)
            if typed:
                self.lines = [
                    replace(line, due=month_later(line.due, self.contract.due_day)) for line in self.lines
                ]
            return
        if (
            not self.left
            and not interest
            and not self.deferred
            and not self.carried
            and not self.pending_fees
        ):
            return
        principal = self.principal_due(interest) if self.left else 0
        fee = self.fee_due() + self.pending_fees
        self.charged["fees"] += fee - self.pending_fees
        self.not_due -= principal
        self.left = max(0, self.left - 1) if self.not_due else 0
        self.lines = self.lines if self.not_due else []  # then a period ends on each due day
        self.charged["interest"] += interest
        self.put(principal, interest + self.deferred, fee, self.carried)
        self.deferred = self.pending_fees = 0
        self.carried = {}

    def skipped(self, interest: int) -> None:
        """Treat the interest of a period whose due fell away as the deferral says."""
        if self.skip_interest == "waive":
            return
        self.charged["interest"] += interest
        if self.skip_interest == "pay":
            self.put(0, interest + self.deferred, self.pending_fees, self.carried)
            self.deferred, self.pending_fees, self.carried = 0, 0, {}
        elif self.skip_interest == "add":
            self.not_due += interest
            self.part = self.fixed_part()
            if self.lines:
                self.lines[-1] = replace(self.lines[-1], principal=self.lines[-1].principal + interest)
        else:
            self.deferred += interest

    def put(self, principal: int, interest: int, fee: int, carried: dict[str, int]) -> None:
        """Add a due of today, and pay it from money held for it."""
        if not principal + interest + fee + sum(carried.values()):
            return
        days, effect = self.contract.grace
        pay_by = self.contract.pay_by(self.day)
        late_after = pay_by + timedelta(days=days)
        item = Item(
            pay_by, late_after, late_after if effect == "postpone" else pay_by, principal, interest, fees=fee
        )
        for part, amount in carried.items():
            setattr(item, part, getattr(item, part) + amount)
        self.items.append(item)
        self.fallen.append(Fallen(self.day, principal, interest, fee, self.not_due))

    def next_period(self) -> None:
        """Start the period that ends on the next due day."""
        if self.method == "schedule" and self.lines and not self.fell_away:
            self.lines.pop(0)
        self.period_from = self.span_from = self.day
        if self.method == "schedule" and self.lines:
            self.period_due = self.lines[0].due
        else:
            self.period_due = due_after(self.day, self.contract.due_day)
        if self.next_rate:
            new, until = self.next_rate
            ended = until is not None and self.period_due > until
            self.ordered_rate = None if ended else new
        self.new_rate()

    def _first_due(self) -> date:
        first = first_due(replace(self.contract, as_of=self.day))
        if self.method != "bullet":
            return first
        maturity = months_later(first, max(0, self.contract.periods - 1), self.contract.due_day)
        self.left = min(1, self.left)
        return maturity

    # answers

    def owed(self) -> int:
        """Return all that is owed but interest of the open span."""
        posted = sum(item.unpaid() for item in self.items) + sum(self.carried.values())
        return self.not_due + self.run + self.deferred + self.pending_fees + posted

    def days_past_due(self) -> int:
        """Return the days since the oldest overdue due, 0 if none."""
        return max(((self.day - item.due).days for item in self.items if item.overdue), default=0)

    def prepayment_fee(self, principal: int) -> int:
        """Return the fee for paying so much principal early."""
        words = self.contract.words.get("prepayment", {})
        return half_up(Fraction(words.get("fee", "0%").removesuffix("%")) / 100 * principal)

    def fees_of_periods_left(self) -> int:
        """Return the flat fees that paying in full makes due at once."""
        words = self.contract.words.get("prepayment", {})
        due = self.method == "flat-fee" and words.get("remaining_fees", "waived") == "due"
        return self.flat_fee() * self.left if due else 0

    def settled(self) -> "Loan":
        """Return this loan with every span ended today: what it is asked about, itself unchanged."""
        asked = deepcopy(self)
        asked.end_spans()
        if asked.method == "schedule":
            asked.run += asked.running(asked.day)
        return asked


def changed_rate(loan: Loan, text: str) -> None:
    """Let a new rate hold from today on."""
    loan.end_spans()
    loan.ordered_rate, loan.next_rate = rate(text), None  # the latest change wins
    loan.new_rate()

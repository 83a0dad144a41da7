"""A revolving debt, one night after another: statements, minimums, what of them is unpaid (SPEC §3.7)."""

from copy import deepcopy
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from oracle.calendars import NIGHT, due_after, nights, whole_months, year_part
from oracle.contract import Words, read
from oracle.words import Rate, fen, half_up, rate, rounded, share


@dataclass
class Unpaid:
    """The part of a minimum that is not paid."""

    due: date
    late_after: date
    fen: int
    overdue: bool = False


@dataclass(frozen=True)
class Statement:
    """What a due day says: the period's interest, the whole, the least to pay (earlier unpaid included)."""

    due: date
    interest: int
    whole: int
    minimum: int


class Revolving:
    """A revolving debt at the end of `day`."""

    def __init__(self, words: Words) -> None:
        """Open the debt at the end of `as_of`; interest runs from the last due day."""
        self.contract = read(words)
        self.day = self.contract.as_of
        arrears = words.get("arrears", {})
        parts = {
            part: fen(arrears.get(part, 0)) for part in ("interest", "fees", "damages", "penalty", "compound")
        }
        self.interest = parts["interest"] + parts["penalty"] + parts["compound"]
        self.fees, self.damages = parts["fees"], parts["damages"]
        self.principal = self.contract.balance - self.interest - self.fees - self.damages
        self.unpaid: list[Unpaid] = []
        if arrears:
            whole = fen(arrears.get("principal", 0)) + sum(parts.values())
            self.unpaid.append(Unpaid(arrears["since"], arrears["since"], whole, overdue=True))
        self.ordered_rate: Rate | None = None
        self.next_rate: Rate | None = None  # agreed for the periods from the next due on
        self.skip, self.skip_interest = 0, "accrue"
        self.settlement: tuple[int, date] | None = None  # what closes the debt, and its last day
        self.called_run = 0  # interest of the running period that was called
        self.period_from = self.span_from = self.contract.accrued_from
        self.period_due = due_after(self.day, self.contract.due_day)
        self.rate = self.contract.rate_for(self.period_due)
        self.run = self.credit = self.paid = self.forgiven = 0
        self.charged = {"interest": 0, "damages": 0, "fees": 0}
        self.statements: list[Statement] = []
        if self.contract.daily:
            self.end_spans()

    def tomorrow(self) -> None:
        """Go to the next day, and make the statement if it is a due day."""
        self.day += NIGHT
        if self.day == self.period_due:
            self.statement()
            self.period_from = self.span_from = self.day
            self.period_due = due_after(self.day, self.contract.due_day)
            self.ordered_rate, self.next_rate = self.next_rate or self.ordered_rate, None
            self.rate = self.ordered_rate or self.contract.rate_for(self.period_due)

    def running(self) -> int:
        """Return the interest of the open span, rounded: on principal and carried interest."""
        if self.skip and self.skip_interest == "waive":
            return 0
        base, contract = self.principal + self.interest, self.contract
        days = len(nights(self.span_from, self.day))
        months = whole_months(self.period_from, self.period_due, contract.due_day)
        if not contract.daily and months:
            period = len(nights(self.period_from, self.period_due))
            return rounded(
                base * self.rate.each_period() * months * Fraction(days, period), contract.rounding
            )
        if self.rate.per == "day":
            return rounded(base * self.rate.value * days, contract.rounding)
        part = year_part(self.span_from, self.day, contract.day_count)
        return rounded(base * self.rate.each_year() * part, contract.rounding)

    def end_spans(self) -> None:
        """End the span of interest today."""
        self.run += self.running()
        self.span_from = max(self.span_from, self.day)

    def statement(self) -> None:
        """Post the period's interest and ask for the minimum."""
        self.end_spans()
        interest, self.run = self.run, 0
        self.called_run, skipped = 0, self.skip > 0
        self.skip -= skipped
        self.charged["interest"] += interest
        self.interest += interest
        whole = self.owed()
        if not whole:
            return
        words = self.contract.words.get("minimum", {"percent": "100%"})
        base = whole - (interest if words.get("of", "statement") == "before-interest" else 0)
        least = half_up(max(Fraction(fen(words.get("floor", 0))), share(words["percent"]) * base))
        if skipped:
            least = interest if self.skip_interest == "pay" else 0
        earlier = sum(line.fen for line in self.unpaid)
        minimum = min(whole, min(whole, least) + earlier)
        self.statements.append(Statement(self.day, interest, whole, minimum))
        late_after = self.contract.pay_by(self.day) + timedelta(days=self.contract.grace[0])
        if minimum > earlier:
            self.unpaid.append(Unpaid(self.contract.pay_by(self.day), late_after, minimum - earlier))
        held, self.credit = self.credit, 0
        self.take(held)

    def owed(self) -> int:
        """Return the whole that is posted."""
        return self.principal + self.interest + self.fees + self.damages

    def pay(self, amount: int) -> None:
        """Take a payment made today."""
        self.end_spans()
        self.paid += amount
        if self.settlement:
            left, until = self.settlement
            if amount >= min(left, self.owed() + self.run - self.credit):
                self.close(amount, left)
                return
            self.settlement = (left - amount, until)
        self.take(amount)

    def close(self, amount: int, left: int) -> None:
        """Close the debt with the payment that fulfils a settlement, and what is held; the rest is forgiven."""
        owed = self.owed() + self.run
        used = min(left + self.credit, owed)
        self.charged["interest"] += self.run
        self.forgiven += owed - used
        self.credit += amount - used
        self.principal = self.interest = self.fees = self.damages = self.run = 0
        self.unpaid, self.settlement = [], None

    def take(self, amount: int) -> None:
        """Reduce fees, damages, interest, then principal; and the unpaid minimums, oldest first."""
        rest = amount
        for line in self.unpaid:
            used = min(rest, line.fen)
            line.fen -= used
            rest -= used
        self.unpaid = [line for line in self.unpaid if line.fen]
        for part in ("fees", "damages", "interest", "principal"):
            used = min(amount, getattr(self, part))
            setattr(self, part, getattr(self, part) - used)
            amount -= used
        if amount and self.run:
            used = min(amount, self.run)
            self.run -= used
            self.charged["interest"] += used
            amount -= used
        self.credit += amount

    def close_day(self) -> None:
        """End the day: a minimum not paid by now is overdue and costs the late fee."""
        for line in self.unpaid:
            if not line.overdue and line.late_after <= self.day:
                line.overdue = True
                damages = half_up(self.contract.late_fee(line.fen))
                self.damages += damages
                self.charged["damages"] += damages
        if self.settlement and self.settlement[1] <= self.day:
            self.settlement = None  # a missed date brings the contract back

    def event(self, words: Words) -> None:
        """Take one event of today."""
        amount = fen(words["amount"]) if "amount" in words else None
        kind = words["kind"]
        if kind == "payment" and amount is not None:
            self.pay(amount)
        elif kind == "charge" and amount is not None:
            self.fees += amount
            self.charged["fees"] += amount
        elif kind == "rate":
            self.end_spans()
            self.ordered_rate, self.next_rate = rate(words["rate"]), None
            self.rate = self.ordered_rate
        elif kind == "waive":
            self.waive(words["parts"], amount)
        elif kind == "accelerate":
            self.call()
        elif kind == "agree":
            self.agree(words["concession"])
        elif kind not in ("statement", "close"):
            raise NotImplementedError(f"{kind} on a revolving debt")

    def call(self) -> None:
        """Make all that is owed, interest run up to today among it, overdue since today."""
        self.end_spans()
        held, self.credit = self.credit, 0
        self.take(held)
        self.skip, self.called_run = 0, self.run
        called = self.owed() + self.run - sum(line.fen for line in self.unpaid)
        if called:
            self.unpaid.append(Unpaid(self.day, self.day, called, overdue=True))

    def agree(self, words: Words) -> None:
        """Accept a deferral of minimums, a rate from the next due on, or a waiver."""
        kind = words["kind"]
        if kind == "rate":
            self.next_rate = rate(words["rate"])
        elif kind == "waive":
            for word, part in (("fees", "fee"), ("penalty", "penalty"), ("interest", "interest")):
                if word in words:
                    self.waive([part], None if words[word] == "all" else fen(words[word]))
        elif kind == "settle":
            asked = self.settled()
            whole = asked.owed() + asked.run
            amount = fen(words["amount"]) if "amount" in words else half_up(share(words["percent"]) * whole)
            self.settlement = (amount, words["until"]) if self.day <= words["until"] else None
        elif kind == "defer":
            self.defer(words["months"], words.get("interest", "accrue"))
        else:
            raise NotImplementedError(f"{kind} of a revolving debt")

    def defer(self, months: int, interest: str) -> None:
        """Let the next minimums fall away; with `waive` no interest runs, and what has run is written off."""
        if interest == "waive" or (self.skip and self.skip_interest == "waive"):
            self.end_spans()
        self.skip, self.skip_interest = months, interest
        if interest == "waive":
            self.charged["interest"] += self.run
            self.forgiven += self.run
            self.run = 0
            self.ask_no_more_than_owed()

    def waive(self, words: list[str], amount: int | None) -> None:
        """Write off fees and damages, or carried interest, and the unpaid minimum with them."""
        for part in [part for word in words for part in {"fee": ("fees", "damages")}.get(word, (word,))]:
            if part == "penalty":
                continue
            there = getattr(self, part)
            gone = there if amount is None else min(amount, there)
            setattr(self, part, there - gone)
            self.forgiven += gone
            amount = None if amount is None else amount - gone
        self.ask_no_more_than_owed()

    def ask_no_more_than_owed(self) -> None:
        """Lower the unpaid minimums, the oldest first, to what is owed, called interest among it."""
        excess = sum(line.fen for line in self.unpaid) - self.owed() - min(self.run, self.called_run)
        for line in self.unpaid:
            cut = min(line.fen, max(0, excess))
            line.fen -= cut
            excess -= cut
        self.unpaid = [line for line in self.unpaid if line.fen]

    def days_past_due(self) -> int:
        """Return the days since the oldest unpaid minimum, 0 if none is overdue."""
        return max(((self.day - line.due).days for line in self.unpaid if line.overdue), default=0)

    def settled(self) -> "Revolving":
        """Return this debt with the span ended today, itself unchanged."""
        asked = deepcopy(self)
        asked.end_spans()
        return asked

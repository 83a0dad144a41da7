"""Loans worked out a second time for the lessons: exact fractions, one day and one due after another.

Nothing of the product is used.  Amounts are whole fen, rounded half up once a span; `rate` is a share a day for
loans that bear interest by days, a share a year for those that bear it by months.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal, getcontext
from fractions import Fraction
from itertools import pairwise

getcontext().prec = 60
DAY = timedelta(days=1)


def half_up(amount: Fraction) -> int:
    """Return the nearest whole number, a half upwards."""
    return int((2 * amount + 1) // 2)


def later(day: date, months: int, due_day: int) -> date:
    """Return the due day so many months after the month of `day`."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(due_day, monthrange(year, month + 1)[1]))


def next_due(after: date, due_day: int) -> date:
    """Return the first due day after a day, found day by day."""
    day = after + DAY
    while day.day != min(due_day, monthrange(day.year, day.month)[1]):
        day += DAY
    return day


def last_due(until: date, due_day: int) -> date:
    """Return the last due day on or before a day, found day by day."""
    day = until
    while day.day != min(due_day, monthrange(day.year, day.month)[1]):
        day -= DAY
    return day


@dataclass(frozen=True)
class Due:
    """One due: its day, principal, interest, fee."""

    on: date
    principal: int
    interest: int
    fee: int = 0

    @property
    def total(self) -> int:
        """Return all of it."""
        return self.principal + self.interest + self.fee


@dataclass(frozen=True)
class Hand:
    """A loan at the end of `on` without anything overdue; `since`: from when interest not yet due runs."""

    method: str
    rate: Fraction
    by_day: bool
    principal: int
    periods: int
    on: date
    due_day: int
    since: date | None = None
    payment: int | None = None
    penalty: Fraction = Fraction(0)  # a share a day
    compound: bool = False
    fee: Fraction = Fraction(0)
    original: int = 0
    grace: int = 0

    @property
    def a_month(self) -> Fraction:
        """Return the rate of a period of a level payment: 30 days, or a twelfth of the year."""
        return self.rate * 30 if self.by_day else self.rate / 12

    def first(self) -> date:
        """Return the first due day."""
        return next_due(self.on, self.due_day)

    def run(self, principal: int, start: date, end: date, splits: tuple[date, ...] = ()) -> int:
        """Return the interest of one period, each span rounded; spans end at the days of `splits` within it."""
        marks = [start, *(one for one in splits if start < one < end), end]
        days = (end - start).days
        whole = self.rate * days if self.by_day else self.rate / 12
        parts = pairwise(marks)
        return sum(half_up(principal * whole * Fraction((to - was).days, days)) for was, to in parts)

    def level(self, principal: int, periods: int, a_month: Fraction | None = None) -> int:
        """Return the level payment."""
        rate = self.a_month if a_month is None else a_month
        if not rate:
            return half_up(Fraction(principal, periods))
        return half_up(principal * rate / (1 - (1 + rate) ** -periods))

    def dues(self, *, split_always: bool = False) -> list[Due]:
        """Return all dues; a loan by days, and one that was just spread anew, rounds a span at `on`."""
        left, day, start = self.principal, self.first(), self.since or self.on
        payment = self.payment or self.level(left, max(1, self.periods))
        part = half_up(Fraction(left, max(1, self.periods)))
        found: list[Due] = []
        for number in range(self.periods):
            splits = (self.on,) if self.by_day or split_always else ()
            interest = 0 if self.method == "flat-fee" else self.run(left, start, day, splits)
            last = number == self.periods - 1
            principal = left if last else min(left, self.share(payment, part, interest))
            found.append(Due(day, principal, interest, half_up(self.original * self.fee)))
            left, start, day = left - principal, day, later(day, 1, self.due_day)
            if not left:
                break
        return found

    def share(self, payment: int, part: int, interest: int) -> int:
        """Return the principal of a due that is not the last."""
        return {
            "level-payment": max(0, payment - interest),
            "equal-principal": part,
            "flat-fee": part,
        }.get(self.method, 0)

    def late(self, due: Due, days: int) -> tuple[int, int]:
        """Return penalty and compound interest of a due so many days after its day."""
        if days <= self.grace:
            return 0, 0
        alone = half_up(due.principal * self.penalty * days)
        both = half_up((due.principal + due.interest) * self.penalty * days)
        return alone, both - alone if self.compound else 0

    def deferred(self, months: int, mode: str) -> list[Due]:
        """Return the dues when the first `months` of them fall away; `mode` says what becomes of their interest."""
        left, day, start = self.principal, self.first(), self.since or self.on
        held, found = 0, list[Due]()
        for _ in range(months):
            interest = self.run(left, start, day, (self.on,) if self.by_day else ())
            if mode == "pay":
                found.append(Due(day, 0, interest))
            elif mode == "add":
                left += interest
            else:
                held += interest
            start, day = day, later(day, 1, self.due_day)
        typed = self.payment if mode != "add" else None
        rest = replace(self, principal=left, on=start, since=start, payment=typed)
        if mode != "add" and self.method == "level-payment" and typed is None:
            rest = replace(rest, payment=self.level(self.principal, self.periods))
        after = rest.dues()
        first = replace(after[0], interest=after[0].interest + held)
        return [*found, first, *after[1:]]


def yearly(paid: list[int], received: int) -> tuple[Decimal, Decimal]:
    """Return the simple and the compound yearly rate of monthly payments, by halving the rate of a month."""
    low, high = Decimal(0), Decimal(1)
    for _ in range(160):
        middle = (low + high) / 2
        worth = sum(Decimal(fen) / (1 + middle) ** month for month, fen in enumerate(paid, 1))
        low, high = (middle, high) if worth > received else (low, middle)
    return low * 12, (1 + low) ** 12 - 1


@dataclass
class Card:
    """A card at the end of `on`: what is owed, a daily rate, a minimum as a share of the statement with a floor."""

    owed: int
    rate: Fraction
    share: Fraction
    on: date
    due_day: int
    since: date
    floor: int = 0

    def months(self, payment: int) -> Iterator[tuple[int, int, int, int]]:
        """Yield (paid, principal of it, left, interest so far from `on`) of each statement, paid on its day."""
        principal, start, day = self.owed, self.since, next_due(self.on, self.due_day)
        carried, total = 0, 0
        before = half_up(self.owed * self.rate * (self.on - self.since).days)
        while principal + carried:
            base = principal + carried
            spans = [(start, self.on), (self.on, day)] if start < self.on < day else [(start, day)]
            interest = sum(half_up(base * self.rate * (end - begin).days) for begin, end in spans)
            total += interest
            statement = base + interest
            minimum = min(statement, max(self.floor, half_up(statement * self.share)))
            paid = max(minimum, min(payment, statement))
            carried += interest
            to_interest = min(carried, paid)
            carried -= to_interest
            principal -= paid - to_interest
            yield paid, paid - to_interest, principal + carried, total - before
            start, day = day, later(day, 1, self.due_day)


def interest(dues: list[Due]) -> int:
    """Return all interest of some dues."""
    return sum(due.interest for due in dues)


def stretched(hand: Hand, months: int) -> list[Due]:
    """Return the dues of a loan spread anew over so many months more: what has run is rounded on the day."""
    return replace(hand, periods=hand.periods + months, payment=None).dues(split_always=True)


def halved(hand: Hand) -> list[Due]:
    """Return the dues at half the rate: the first as it was, a level payment fixed anew after it."""
    first, *_ = hand.dues()
    part = half_up(Fraction(hand.principal, hand.periods))
    left = hand.principal - first.principal
    rest = replace(
        hand,
        principal=left,
        rate=hand.rate / 2,
        on=first.on,
        since=first.on,
        periods=hand.periods - 1,
        payment=None,
    ).dues()
    if hand.method == "equal-principal":  # the parts stay what they were
        rest = _with_parts(hand, left, part, first.on)
    return [first, *rest]


def _with_parts(hand: Hand, left: int, part: int, start: date) -> list[Due]:
    """Return equal parts of a fixed size at half the rate, the last one what is left."""
    found: list[Due] = []
    for number in range(hand.periods - 1, 0, -1):
        day = later(start, 1, hand.due_day)
        whole = hand.rate / 2 * ((day - start).days if hand.by_day else Fraction(1, 12))
        principal = left if number == 1 else part
        found.append(Due(day, principal, half_up(left * whole)))
        left, start = left - principal, day
    return found

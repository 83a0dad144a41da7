"""The actuarial method of US Regulation Z, 12 CFR 1026, Appendix J: unit-periods, and the rate for one of them.

Between two dates lie t whole unit-periods and a fraction f of one; an amount there is worth a / ((1 + f·i)(1 + i)^t)
at the beginning (paragraph (b)(8)): simple interest for the fraction, compound for the whole. Multiplied by every
(1 + f·i), the sum is one of whole powers of 1 + i, whose roots are all found.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Final, Literal

from ashore.dates import MONTH_DAYS, MONTHS, add_months, days_between, month_of
from ashore.loans.yearly.answers import Answer
from ashore.loans.yearly.flows import Flow
from ashore.loans.yearly.intervals import DAYS_A_WEEK, WEEKS_A_YEAR, is_month_end, same_day_months
from ashore.loans.yearly.roots import rates_of

Kind = Literal["day", "week", "semimonth", "month"]
DAYS_A_YEAR: Final = 365
SEMIMONTH_DAYS: Final = 15
SEMIMONTHS_A_YEAR: Final = 24
LAST_DAY: Final = 31
WEEKS_MAX: Final = 52
SEMIMONTH_GAPS: Final = range(13, 17)


@dataclass(frozen=True, slots=True)
class UnitPeriod:
    """A unit-period: so many days, weeks, semimonths or months; 12 months are a year."""

    kind: Kind
    count: int = 1

    @property
    def a_year(self) -> Fraction:
        """Return the number of unit-periods in a year, by paragraph (b)(5)."""
        whole = {"day": DAYS_A_YEAR, "week": WEEKS_A_YEAR, "semimonth": SEMIMONTHS_A_YEAR, "month": MONTHS}
        return Fraction(whole[self.kind], self.count)

    @property
    def days(self) -> int:
        """Return its length in days, months of 30, to compare and to divide by."""
        length = {"day": 1, "week": DAYS_A_WEEK, "semimonth": SEMIMONTH_DAYS, "month": MONTH_DAYS}
        return length[self.kind] * self.count


@dataclass(frozen=True, slots=True)
class Position:
    """An amount after so many whole unit-periods and a fraction (0 ≤ fraction < 1) of one."""

    amount: int
    whole: int
    fraction: Fraction = Fraction(0)


YEAR: Final = UnitPeriod("month", MONTHS)
STANDARD: Final = (
    UnitPeriod("day"),
    *(UnitPeriod("week", count) for count in range(1, WEEKS_MAX + 1)),
    UnitPeriod("semimonth"),
    *(UnitPeriod("month", count) for count in range(1, MONTHS + 1)),
)


def unit_rate_at(amounts: Sequence[Position]) -> Answer:
    """Return the rates of one unit-period at which the amounts are worth nothing together.

    Each (1 + f·i) with f ≠ 0 is (1 − f) + f·z in z = 1 + i, positive for every z > 0: to multiply by all of them
    neither adds nor loses a rate.
    """
    fractions = {position.fraction for position in amounts if position.fraction}
    total: dict[int, Fraction] = {}
    for position in amounts:
        product = {-position.whole: Fraction(position.amount)}
        for fraction in fractions - {position.fraction}:
            product = _times(product, fraction)
        for power, amount in product.items():
            total[power] = total.get(power, Fraction(0)) + amount
    return rates_of(list(total.values()), [-power for power in total], 1)


def _times(powers: dict[int, Fraction], fraction: Fraction) -> dict[int, Fraction]:
    """Return a sum of powers of z times (1 − f) + f·z."""
    found: dict[int, Fraction] = {}
    for power, amount in powers.items():
        found[power] = found.get(power, Fraction(0)) + amount * (1 - fraction)
        found[power + 1] = found.get(power + 1, Fraction(0)) + amount * fraction
    return found


def positions(flows: Sequence[Flow], unit: UnitPeriod) -> list[Position]:
    """Return where each amount lies, counted from the first advance or payment, by paragraph (b)(5)."""
    start = min((flow.on for flow in flows), default=date.min)
    series = _series_day([flow.on for flow in flows if flow.on != start])
    return [Position(flow.fen, *position(start, flow.on, unit, series)) for flow in flows]


def _series_day(dates: Sequence[date]) -> int | None:
    """Return the day of the month that all of several dates stand for, 31 for the last; None where they do not."""
    if len(dates) > 1 and all(map(is_month_end, dates)):
        return LAST_DAY
    day = max((on.day for on in dates), default=LAST_DAY)
    return day if all(on == month_of(on).day(day) for on in dates) else None


def position(start: date, on: date, unit: UnitPeriod, series_day: int | None = None) -> tuple[int, Fraction]:
    """Return the whole unit-periods from `start` to `on` and the fraction of one that is left.

    Whole months are measured back from the later date, to `series_day` where the date stands for that day of its
    month (29 to 31 are the last day of a shorter one). Months count 30 days; a year's rest is whole months over 12,
    or days over 365.
    """
    if on == start or unit.kind in {"day", "week"}:
        whole, rest = divmod(days_between(start, on), unit.days)
        return whole, Fraction(rest, unit.days)
    due_day = series_day or on.day
    months = month_of(on).minus(month_of(start))
    months -= add_months(on, -months, due_day) < start
    days = days_between(start, add_months(on, -months, due_day) if months else on)
    if unit == YEAR:
        years, left = divmod(months, MONTHS)
        rest = days_between(start, add_months(on, -years * MONTHS, due_day) if years else on)
        return years, Fraction(left, MONTHS) if days == 0 else Fraction(rest, DAYS_A_YEAR)
    whole, rest = divmod(MONTH_DAYS * months + days, unit.days)
    return whole, Fraction(rest, unit.days)


def unit_period_of(flows: Sequence[Flow]) -> UnitPeriod:
    """Return the unit-period of a transaction, by paragraph (b)(4).

    One advance and one payment: the term, but a year at most. Else the common period that occurs most often between
    advances or between payments (and from the first advance to the first payment); of two, the smaller; without a
    common one, the standard interval nearest to the average of all, of two the lower. There must be two dates.
    """
    dates = sorted({flow.on for flow in flows})
    assert len(dates) > 1, "a transaction has a term"
    if len(flows) == len(dates) == 2:  # noqa: PLR2004 - one advance and one payment
        return _term(*dates)
    gaps = _gaps(flows)
    common = Counter(unit for gap in gaps for unit in STANDARD if _fits(*gap, unit))
    most = max(common.values(), default=0)
    if most > 1:
        return min((unit for unit, times in common.items() if times == most), key=_length)
    average = Fraction(sum(days_between(*gap) for gap in gaps), len(gaps))
    return min(STANDARD, key=lambda unit: (abs(unit.days - average), unit.days))


def _length(unit: UnitPeriod) -> int:
    return unit.days


def _term(start: date, end: date) -> UnitPeriod:
    months = same_day_months(start, end)
    if add_months(start, MONTHS) <= end:
        return YEAR
    return UnitPeriod("month", months) if months else UnitPeriod("day", days_between(start, end))


def _gaps(flows: Sequence[Flow]) -> list[tuple[date, date]]:
    """Return the intervals between advances, between payments, and from the first advance to the first payment."""
    advances = sorted({flow.on for flow in flows if flow.fen > 0})
    payments = sorted({flow.on for flow in flows if flow.fen < 0})
    first = [(advances[0], payments[0])] if advances and payments and advances[0] < payments[0] else []
    return [*first, *pairwise(advances), *pairwise(payments)]


def _fits(start: date, end: date, unit: UnitPeriod) -> bool:
    """Return whether an interval is exactly one unit-period long."""
    days = days_between(start, end)
    if unit.kind == "month":
        return same_day_months(start, end) == unit.count
    if unit.kind == "semimonth":
        return days in SEMIMONTH_GAPS and _half(start) != _half(end)
    return days == unit.days


def _half(day: date) -> tuple[int, int, bool]:
    """Return the half month a day lies in."""
    return day.year, day.month, day.day > SEMIMONTH_DAYS

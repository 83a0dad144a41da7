"""The rates of one debt as whole numbers: which holds when, and the level payments they make."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache

from ashore.dates import month_of
from ashore.loans.account import TermAccount
from ashore.loans.accrual import penalty_per_day
from ashore.loans.item import PerDay
from ashore.loans.rates_in_force import rate_in_force
from ashore.loans.revolving import RevolvingAccount
from ashore.money import Rate
from ashore.simulation import layout as at
from ashore.simulation.calendar import YEAR_OF, Span

Contract = TermAccount | RevolvingAccount
NO_PENALTY: PerDay = (0, 1)


@dataclass(frozen=True, slots=True)
class Rates:
    """The different rates of a debt, the one at `as_of` first; after each month's due and on days the index held.

    `ended`: penalty rates per fen and day of spans that ended within the grace of what is due now.
    """

    rates: tuple[Rate, ...]
    after: tuple[int, ...]
    on: Mapping[date, int]
    ended: tuple[PerDay, ...] = ()

    def ended_index(self, per_day: PerDay) -> int:
        """Return where a penalty rate lies that held for a span ended in a day of grace: after the rates."""
        return len(self.rates) + self.ended.index(per_day)


def rates_of(account: Contract, span: Span, turns: Sequence[date]) -> Rates:
    """Return the rates of a debt over the months, and on the days to which a typed schedule's rows turn."""
    if not account.terms.rates and not account.overrides:
        return Rates((account.rate,), (0,) * span.months, dict.fromkeys(turns, 0), _ended(account))
    days = [span.first.plus(index + 1).day(account.terms.due_day) for index in range(span.months)]
    held = [_held(account, day) for day in days]
    rates = tuple(dict.fromkeys((account.rate, *held, *(_held(account, day) for day in turns))))
    on = {day: rates.index(_held(account, day)) for day in turns}
    return Rates(rates, tuple(map(rates.index, held)), on, _ended(account))


def _ended(account: Contract) -> tuple[PerDay, ...]:
    items = account.items if isinstance(account, TermAccount) else []
    return tuple(dict.fromkeys(per_day for item in items for _, per_day in item.marks))


def _held(account: Contract, due: date) -> Rate:
    """Return the rate of the period that ends on a due day; a bullet's period ends at its maturity."""
    end = due
    if isinstance(account, TermAccount) and account.terms.method == "bullet":
        end = max(due, account.period_end())
    return rate_in_force(account.terms, account.overrides, end, due)


def rate_numbers(account: Contract, rates: Rates) -> list[int]:
    """Return the rates as the kernel reads them: per month, per day or unit of position, penalty, per year."""
    terms, numbers = account.terms, list[int]()
    for rate in rates.rates:
        month, year, actual = rate.per_month(), rate.per_year(), rate.per == "day"
        day = Fraction(rate.value) if actual else year / YEAR_OF[terms.day_count]
        bears = isinstance(account, TermAccount)
        late = penalty_per_day(terms.penalty, rate, terms.day_count) if bears else NO_PENALTY
        numbers += (
            *month.as_integer_ratio(),
            *day.as_integer_ratio(),
            int(actual),
            *late,
            int(year * at.PER_UNIT),
        )
    for late in rates.ended:
        numbers += (0, 1, 0, 1, 0, *late, 0)
    return numbers


def annuities_of(account: Contract, rates: Rates, span: Span) -> list[int]:
    """Return the level payment per fen after each month's due, in limbs; nothing where it is never fixed again."""
    if not isinstance(account, TermAccount) or account.terms.method != "level-payment":
        return []
    rule = account.terms.prepayment
    adds = account.deferred and account.defer_interest == "add"
    if len(rates.rates) == 1 and not adds and not (rule.allowed and rule.effect == "lower"):
        return []
    first = month_of(account.next_due).minus(span.first)
    limbs: list[int] = []
    for index, after in enumerate(rates.after):
        formed = max(0, index - first + 1 - account.deferred)
        rate = rates.rates[after].per_month()
        limbs += annuity_limbs(rate.numerator, rate.denominator, max(1, account.periods_left - formed))
    return limbs


@lru_cache(maxsize=1 << 12)
def annuity_limbs(num: int, den: int, periods: int) -> tuple[int, ...]:
    """Return the level payment per fen at a rate num/den for so many periods, as limbs, rounded up in the last.

    r·(1+r)^n/((1+r)^n − 1) with r = num/den, exactly, in whole numbers; 1/n at rate 0.
    """
    bits = at.LIMB_BITS * (at.LIMBS - 1)
    grown, kept = (den + num) ** periods, den**periods
    above, below = (num * grown, den * (grown - kept)) if num else (1, periods)
    scaled = -((-above << bits) // below)
    mask = (1 << at.LIMB_BITS) - 1
    places = range(at.LIMBS - 2, -1, -1)
    return (scaled >> bits, *((scaled >> (at.LIMB_BITS * place)) & mask for place in places))

"""Yearly rates of a loan, one function per convention; none silently stands for another.

Amounts are as the borrower sees them: what he receives is positive, what he pays negative. A rate is a fraction
(0.24 is 24 %). Each answer carries the certificate it was read from, or says why there is no rate.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from typing import Final, Literal

from ashore.loans.yearly.answers import Answer, Found, NoRate, Root
from ashore.loans.yearly.appendix_j import Position, UnitPeriod, positions, unit_period_of, unit_rate_at
from ashore.loans.yearly.flows import Flow
from ashore.loans.yearly.intervals import Period, years_between
from ashore.loans.yearly.roots import rates_at, rates_of
from ashore.money import MONTHS_PER_YEAR

Convention = Literal["nominal", "effective", "xirr", "eu-2008-48", "eu-98-7", "uk-mcob", "us-reg-z", "flat"]
PLACES: Final = Decimal("1e-12")
EXACT: Final = Context(prec=3000, rounding=ROUND_HALF_UP, Emax=MAX_EMAX, Emin=MIN_EMIN)
DAYS_A_YEAR: Final = 365


@dataclass(frozen=True, slots=True)
class YearlyRate:
    """A yearly rate under a named convention, half up to 12 places, with all roots of its equation.

    Of `found`, the roots are yearly rates too, but for nominal, effective and us-reg-z: there they are those of
    one month or unit-period, from which the rate is made. A flat rate solves no equation and has none.
    """

    convention: Convention
    rate: Decimal
    found: Found | None = None


def nominal(months: Sequence[tuple[int, int]]) -> YearlyRate | NoRate:
    """Return the simple yearly rate, IRR × 12, of amounts (month number, fen) a whole number of months apart.

    The monthly IRR is the rate at which all amounts are worth nothing together. China: 单利, IRR × 12.
    """
    return _made("nominal", _monthly(months), lambda root: root.rate * MONTHS_PER_YEAR)


def effective(months: Sequence[tuple[int, int]]) -> YearlyRate | NoRate:
    """Return the compound yearly rate, (1 + IRR)^12 − 1, of amounts (month number, fen). China: 复利."""
    return _made("effective", _monthly(months), lambda root: EXACT.power(root.rate + 1, MONTHS_PER_YEAR) - 1)


def xirr(flows: Sequence[Flow]) -> YearlyRate | NoRate:
    """Return the compound yearly rate on real dates, actual days over 365 (the spreadsheets' XIRR)."""
    return _made("xirr", _by_days(flows), _as_it_is)


def europe(flows: Sequence[Flow], period: Period = "month") -> YearlyRate | NoRate:
    """Return the annual percentage rate of Directive 2008/48/EC, Annex I.

    Intervals run from the first drawdown in whole years, equal months or weeks (`period`: that of the loan's
    schedule) and days over the days of the year; see `eu_intervals`. The directive shows at least one decimal place.
    """
    start = _first_drawdown(flows)
    years = [_signed_years(start, flow.on, period) for flow in flows]
    return _made("eu-2008-48", rates_at([flow.fen for flow in flows], years), _as_it_is)


def europe_1998(flows: Sequence[Flow]) -> YearlyRate | NoRate:
    """Return the annual percentage rate of Directive 98/7/EC on real dates: actual days over 365."""
    return _made("eu-98-7", _by_days(flows), _as_it_is)


def united_kingdom(flows: Sequence[Flow]) -> YearlyRate | NoRate:
    """Return the rate by the rule of MCOB 10.3.1B (2), on actual days over 365.

    The positive rate nearest to zero; if none is positive, 0 if it fits, else the negative one nearest to zero.
    """
    answer = _by_days(flows)
    if isinstance(answer, NoRate):
        return answer
    chosen = next((root for root in answer.roots if root.rate > 0), answer.roots[-1])
    return _made("uk-mcob", Found(chosen, answer.roots, answer.sign_changes), _as_it_is)


def united_states(flows: Sequence[Flow], unit: UnitPeriod | None = None) -> YearlyRate | NoRate:
    """Return the annual percentage rate of Regulation Z, Appendix J (actuarial method), not rounded to 2 decimals.

    The rate of a unit-period times the unit-periods of a year. The unit-period is that of (b)(4) unless given.
    """
    if len({flow.on for flow in flows}) < 2:  # noqa: PLR2004 - the answer of the equation says what is missing
        return _made("us-reg-z", _by_days(flows), _as_it_is)
    unit = unit or unit_period_of(flows)
    return united_states_at(positions(flows, unit), unit)


def united_states_at(amounts: Sequence[Position], unit: UnitPeriod) -> YearlyRate | NoRate:
    """Return the same rate for amounts whose places in unit-periods are known already."""
    a_year = unit.a_year
    answer = unit_rate_at(amounts)
    return _made(
        "us-reg-z", answer, lambda root: EXACT.divide(root.rate * a_year.numerator, a_year.denominator)
    )


def flat(fees_fen: int, principal_fen: int, months: int) -> YearlyRate | NoRate:
    """Return the advertised flat rate: all fees over the first principal, per year. It is no cost of credit.

    12 fees of 0.6 % of the first principal show as 7.2 %, while what is owed shrinks every month. `months` ≥ 1.
    """
    if principal_fen <= 0 or months < 1:
        return NoRate("no-amounts")
    share = Fraction(fees_fen * MONTHS_PER_YEAR, principal_fen * months)
    return YearlyRate("flat", _rounded(EXACT.divide(share.numerator, share.denominator)))


def _made(convention: Convention, answer: Answer, rate_of: Callable[[Root], Decimal]) -> YearlyRate | NoRate:
    if isinstance(answer, NoRate):
        return answer
    return YearlyRate(convention, _rounded(rate_of(answer.chosen)), answer)


def _rounded(rate: Decimal) -> Decimal:
    return rate.quantize(PLACES, context=EXACT)


def _as_it_is(root: Root) -> Decimal:
    return root.rate


def _monthly(months: Sequence[tuple[int, int]]) -> Answer:
    return rates_of([fen for _, fen in months], [month for month, _ in months], 1)


def _by_days(flows: Sequence[Flow]) -> Answer:
    return rates_of([flow.fen for flow in flows], [flow.on.toordinal() for flow in flows], DAYS_A_YEAR)


def _first_drawdown(flows: Sequence[Flow]) -> date:
    return min((flow.on for flow in flows if flow.fen > 0), default=date.min)


def _signed_years(start: date, on: date, period: Period) -> Fraction:
    """Return the years from the first drawdown; a fee paid before it lies before it."""
    return years_between(start, on, period) if on >= start else -years_between(on, start, period)

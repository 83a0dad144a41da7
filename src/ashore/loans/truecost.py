"""What a loan truly costs: money received against money paid, as yuan and as yearly rates of named conventions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from ashore.dates import add_months, month_of
from ashore.loans.schedule import Row
from ashore.loans.yearly.answers import NoRate
from ashore.loans.yearly.conventions import YearlyRate, effective, flat, nominal, xirr
from ashore.loans.yearly.flows import Flow
from ashore.money import MONTHS_PER_YEAR, Rate, decimal_of, divide

Yearly = YearlyRate | NoRate
DAYS_A_YEAR: Final = 365


@dataclass(frozen=True, slots=True)
class Charges:
    """What comes on top of a contract's dues, in fen: at the start beside what is paid out, with each due, at the end.

    `withheld_fen` is kept back from what is paid out; `upfront_fen` is paid by the borrower on the same day.
    """

    withheld_fen: int = 0
    upfront_fen: int = 0
    each_fen: int = 0
    end_fen: int = 0


@dataclass(frozen=True, slots=True)
class Against:
    """An advertised rate beside the true one.

    `yearly`: the advertised rate as a simple yearly fraction (day × 360, month × 12).  `cost_fen`: what the same money
    for the same time, repaid in the same proportions, would have cost at it.  `by_days`: that rate compounded monthly
    over a year and laid on the real dates (actual days over 365), where the flows are no whole months apart; else None.
    """

    rate: Rate
    yearly: Fraction
    cost_fen: int
    by_days: Decimal | None = None


@dataclass(frozen=True, slots=True)
class TrueCost:
    """A loan's cost in whole: all flows in date order, what arrived, what is paid, and the yearly rates.

    `nominal` (IRR × 12) and `effective` need flows a whole number of months apart; None where they are not.
    `advertised_flat`: all cost over the sum received and per year, as advertisements have it; no cost of credit.
    """

    flows: tuple[Flow, ...]
    received_fen: int
    paid_fen: int
    nominal: Yearly | None
    effective: Yearly | None
    xirr: Yearly
    advertised_flat: Yearly | None
    against: Against | None = None

    @property
    def cost_fen(self) -> int:
        """Return what the loan costs: paid − received."""
        return self.paid_fen - self.received_fen


def flows_of(on: date, principal_fen: int, rows: Sequence[Row], charges: Charges) -> tuple[Flow, ...]:
    """Return the borrower's flows of a contract's dues with what comes on top."""
    start = Flow(on, principal_fen - charges.withheld_fen - charges.upfront_fen)
    dues = [Flow(row.due, -(row.total_fen + charges.each_fen)) for row in rows]
    return (start, *_ended(dues, charges.end_fen))


def level_flows(
    on: date, received_fen: int, first_due: date, payment_fen: int, periods: int, end_fen: int = 0
) -> tuple[Flow, ...]:
    """Return the borrower's flows of so many equal payments a month apart, and of what comes on top of the last."""
    dues = [Flow(add_months(first_due, index, first_due.day), -payment_fen) for index in range(periods)]
    return (Flow(on, received_fen), *_ended(dues, end_fen))


def _ended(dues: list[Flow], end_fen: int) -> list[Flow]:
    """Return payments with what is paid on top of the last one."""
    return [*dues[:-1], Flow(dues[-1].on, dues[-1].fen - end_fen)] if dues else dues


def true_cost(flows: Sequence[Flow], advertised: Rate | None = None) -> TrueCost:
    """Return what a loan costs from its flows (received positive, paid negative); any order."""
    ordered = tuple(sorted(flows, key=lambda flow: flow.on))
    received = sum(flow.fen for flow in ordered if flow.fen > 0)
    paid = -sum(flow.fen for flow in ordered if flow.fen < 0)
    months = _months(ordered)
    span = max((month for month, _ in months), default=0) if months else 0
    return TrueCost(
        ordered,
        received,
        paid,
        nominal(months) if months else None,
        effective(months) if months else None,
        xirr(ordered),
        flat(paid - received, received, span) if span else None,
        _beside(ordered, months, advertised) if advertised and ordered else None,
    )


def _months(flows: Sequence[Flow]) -> list[tuple[int, int]] | None:
    """Return the flows by month number, None where their days are not a whole number of months apart.

    A day that a shorter month lacks stands for that month's last day.
    """
    if not flows:
        return None
    day = max(flow.on.day for flow in flows)
    first = month_of(flows[0].on)
    if any(month_of(flow.on).day(day) != flow.on for flow in flows):
        return None
    return [(month_of(flow.on).minus(first), flow.fen) for flow in flows]


def _beside(
    flows: Sequence[Flow], months: Sequence[tuple[int, int]] | None, advertised: Rate
) -> Against | None:
    """Return the advertised rate beside the flows: the payments scaled until they are worth what arrived."""
    yearly = advertised.per_year()
    if months:
        growth = 1 + yearly / MONTHS_PER_YEAR
        cost = _cost_at([(fen / _power(growth, month), fen) for month, fen in months])
        return None if cost is None else Against(advertised, yearly, cost)
    by_days, first = _compounded(yearly), flows[0].on
    years = [Decimal((flow.on - first).days) / DAYS_A_YEAR for flow in flows]
    worths = [Fraction((1 + by_days) ** -one) * flow.fen for one, flow in zip(years, flows, strict=True)]
    cost = _cost_at([(worth, flow.fen) for worth, flow in zip(worths, flows, strict=True)])
    return None if cost is None else Against(advertised, yearly, cost, by_days)


def _cost_at(worths: Sequence[tuple[Fraction, int]]) -> int | None:
    """Return the cost in fen if payments were scaled to be worth what arrived, never below 0; None for one side only.

    `worths`: each flow's worth at the start, and its fen.
    """
    worth = sum((-one for one, fen in worths if fen < 0), Fraction(0))
    lent = sum((one for one, fen in worths if fen > 0), Fraction(0))
    if worth <= 0 or lent <= 0:
        return None
    paid, received = (sum(abs(fen) for _, fen in worths if (fen < 0) == out) for out in (True, False))
    cost = paid * lent / worth - received
    return divide(cost.numerator, cost.denominator, "half-up") if cost >= 0 else 0


def _compounded(yearly: Fraction) -> Decimal:
    """Return a simple yearly rate compounded monthly, to 28 digits."""
    monthly = 1 + Decimal(yearly.numerator) / (yearly.denominator * MONTHS_PER_YEAR)
    return monthly**MONTHS_PER_YEAR - 1


def _power(base: Fraction, exponent: int) -> Fraction:
    """Return an exact power; the exponent is ≥ 0."""
    return Fraction(base.numerator**exponent, base.denominator**exponent)


def times_advertised(cost: TrueCost) -> Decimal | None:
    """Return the true nominal rate over the advertised one, to one decimal; None where either is missing or 0."""
    against, rate = cost.against, cost.nominal
    if against is None or not against.yearly or not isinstance(rate, YearlyRate):
        return None
    share = Fraction(rate.rate) / against.yearly
    return decimal_of(share, Decimal("0.1"))

"""What side work and a sale leave: after cost, what a platform or a payer withholds, and a selling fee."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from ashore.money import round_half_up


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a progressive rate: above `over_fen`, this share of what lies in it."""

    over_fen: int
    rate: Fraction


@dataclass(frozen=True, slots=True)
class Cumulative:
    """How a platform withholds through a year: a share off as cost, a sum off for each month, then by steps."""

    cost_share: Fraction
    month_off_fen: int
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class PerPayment:
    """How a payer withholds from one payment: a sum off up to a limit, a share off above it, then by steps."""

    small_fen: int
    small_off_fen: int
    cost_share: Fraction
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Net:
    """What stays of some pay, in fen: `withheld_fen` is settled after the year's end, `cost_fen` is gone."""

    pay_fen: int
    cost_fen: int
    withheld_fen: int

    @property
    def net_fen(self) -> int:
        """Return what is in hand; negative where the cost is more than the pay."""
        return self.pay_fen - self.cost_fen - self.withheld_fen


def by_steps(taxable_fen: int | Fraction, steps: Sequence[Step]) -> Fraction:
    """Return the tax on a taxable sum, each part of it at the rate of its step; not rounded."""
    ends = [*(step.over_fen for step in steps[1:]), None]
    parts = (
        step.rate * max(0, (taxable_fen if end is None else min(taxable_fen, end)) - step.over_fen)
        for step, end in zip(steps, ends, strict=True)
    )
    return sum(parts, Fraction(0))


def withheld_by_platform(pays_fen: Sequence[int], rule: Cumulative) -> tuple[int, ...]:
    """Return what a platform withholds from each month's pay, the months following one another in one calendar year.

    The tax on all pay so far, less what was withheld before, rounded half up to the fen on the year's sum; never below
    0 in a month.
    """
    sums, paid = [0], 0
    for month, pay in enumerate(pays_fen, 1):
        paid += pay
        taxable = max(Fraction(0), paid * (1 - rule.cost_share) - month * rule.month_off_fen)
        tax = by_steps(taxable, rule.steps)
        sums.append(max(sums[-1], round_half_up(tax.numerator, tax.denominator)))
    return tuple(after - before for before, after in pairwise(sums))


def withheld_per_payment(pay_fen: int, rule: PerPayment) -> int:
    """Return what a payer withholds from one payment for labour, rounded half up to the fen."""
    small = pay_fen <= rule.small_fen
    taxable = pay_fen - rule.small_off_fen if small else pay_fen * (1 - rule.cost_share)
    tax = by_steps(max(Fraction(0), Fraction(taxable)), rule.steps)
    return round_half_up(tax.numerator, tax.denominator)


def fee_fen(price_fen: int, share: Fraction, most_fen: int | None = None) -> int:
    """Return a selling fee: a share of the price, half up to the fen, at most `most_fen`."""
    cost = price_fen * share
    fee = round_half_up(cost.numerator, cost.denominator)
    return fee if most_fen is None else min(fee, most_fen)

"""How cheap a plan could be at best: a lower bound from prices of a yuan in each month, in whole numbers (SPEC §6).

Any prices that do not rise with time give a bound that holds; which prices are good is for others to find.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from ashore.planning.record import CURE_MONTHS
from ashore.planning.relaxed import Group, Late, Point, Relaxed, Stretch

SCALE: Final = 10**9
"""What prices are counted in: one yuan in a month is worth so many units."""
FINE: Final = 10**9
"""How much finer products of a price and a rate are kept; they are rounded down, so the bound only falls."""
Prices = Sequence[int]


def falling(prices: Sequence[float], months: int) -> list[int]:
    """Return prices for the months in units, none negative, none above the one before it."""
    found, least = [0] * months, 0
    for month in reversed(range(months)):
        least = max(least, round(prices[month] * SCALE))
        found[month] = least
    return found


def bound_fen(household: Relaxed, prices: Prices) -> int:
    """Return a lower bound in fen on what any plan of the household costs, for prices in units by month.

    Prices must not rise and not be negative: asserted.
    """
    assert all(early >= late for early, late in zip(prices, (*prices[1:], 0), strict=True))
    units = sum(_group(group, prices) for group in household.groups)
    for month, (net, floor) in enumerate(zip(household.net_fen, household.floor_fen, strict=True)):
        units -= at(prices, month) * net * FINE
        units += (at(prices, month) - at(prices, month + 1)) * floor * FINE
    units -= at(prices, 0) * household.cash_fen * FINE
    units -= (
        sum(max(at(prices, month) * fen for month, fen in enumerate(one)) for one in household.sales) * FINE
    )
    units -= _cuts(household, prices) * FINE
    return -(-units // (SCALE * FINE))


def at(prices: Prices, month: int) -> int:
    """Return the price of a month; nothing after the last one."""
    return prices[month] if month < len(prices) else 0


def _cuts(household: Relaxed, prices: Prices) -> int:
    """Return the most that cutting spending is worth, the months with the highest price first."""
    left, worth = household.cuts_max_fen, 0
    for month, fen in enumerate(household.cuts_fen):
        cut = fen if left is None else min(left, fen)
        worth += at(prices, month) * cut
        left = None if left is None else left - cut
    return worth


def _group(group: Group, prices: Prices) -> int:
    """Return the least that debts whose concessions hang together can cost, in fine units."""
    return min(
        sum(min(debt_units(way, prices) for way in ways) for ways in selection)
        for selection in group.selections
    )


def debt_units(stretch: Stretch, prices: Prices) -> int:
    """Return the least a debt can cost with what its payments are worth, in fine units."""
    given = SCALE * stretch.cost_fen + sum(at(prices, month) * fen for month, fen in stretch.paid)
    units = given * FINE + (_late(stretch.late, prices) if stretch.late else 0)
    points = stretch.points
    if not points:
        return units
    begins = _following(points[0], prices) * stretch.principal_fen
    rounding = sum([SCALE + at(prices, point.paid_in) for point in points]) * FINE
    rounding += sum([SCALE + at(prices, point.month) for point in points if point.fee.numerator]) * FINE
    return units + begins - rounding + _least(points, prices)


def _worth(points: Sequence[Point], prices: Prices) -> list[int]:
    """Return for each due what a fen more of principal left after it adds, in fine units."""
    later = [*(_following(point, prices) for point in points[1:]), 0]
    return [cost - at(prices, point.month) * FINE for cost, point in zip(later, points, strict=True)]


def _following(point: Point, prices: Prices) -> int:
    """Return what a fen of principal left costs with the due after it, its interest and fees, in fine units.

    What joins the principal, and what is paid besides, are each rounded down.
    """
    price, rate, grown = at(prices, point.month), point.rate, point.grown
    cost = price * FINE + (SCALE + at(prices, point.paid_in)) * FINE * rate.numerator // rate.denominator
    if grown.numerator:
        cost += (price + SCALE) * FINE * grown.numerator // grown.denominator
    return cost


def _least(points: Sequence[Point], prices: Prices) -> int:
    """Return the least sum of worth × principal left and early fees, over all shares of the contract's that never rise.

    Best is to follow the contract up to some due and to repay all with it, but where it is locked no more than what may
    be paid beyond the contract.  What may drift away from a share is left for it.
    """
    followed = drifted = 0
    whole, parts = list[int](), list[tuple[int, Fraction]]()
    for point, worth in zip(points, _worth(points, prices), strict=True):
        repaid = followed
        if point.fee.numerator:
            repaid += _early_fee(point, point.left_fen - point.drift_fen, prices)
        if not point.locked:
            whole.append(repaid)
        elif point.beyond_fen:
            parts.append((repaid, point.beyond))
        followed += point.left_fen * worth
        drifted += point.drift_fen * abs(worth)
    least = min([followed, *whole])
    return least - drifted - sum(-((repaid - least) * part // 1) for repaid, part in parts if repaid < least)


def _early_fee(point: Point, fen: int, prices: Prices) -> int:
    """Return what repaying so much with a due costs on top, in fine units, rounded down."""
    price = (SCALE + at(prices, point.month)) * FINE
    return max(0, fen) * price * point.fee.numerator // point.fee.denominator


def _late(late: Late, prices: Prices) -> int:
    """Return the least that what is overdue costs: all of it by month 6, and penalty or an earlier payment before."""
    units = at(prices, CURE_MONTHS) * late.fen * FINE
    for month, principal, penalty in late.bearing:
        waiting = SCALE * FINE * penalty.numerator // penalty.denominator
        earlier = (at(prices, month) - at(prices, month + 1)) * FINE
        units += min(waiting, earlier) * principal
    return units - len(late.bearing) * SCALE * FINE

"""All roots of a sum, each in its own cell, with proof: by halving, bounds on slopes, and signs.

Between two places u and v, let p and q be the logarithms of the positive and of the negative part. Both are convex
in s, so their slopes rise, and the slope of h = p − q lies between p'(u) − q'(v) and p'(v) − q'(u). If that excludes
0, h is monotone and the signs at the ends say whether there is a root. If h at the ends is farther from 0 than those
slopes can bring it, there is none. Taylor's formula about the middle, with its remainder, says the same of small
cells beside roots of higher multiplicity, up to 47. Else the cell is halved. The path ends where the first
term outweighs all of the other sign, from there on, as they only shrink beside it. Only where the sum touches zero,
or misses it by less than about 1e-60 of its amounts, or crosses it in a root of higher order, does halving never
decide. A cell of 1e-30, or one inside which no sign can be told, then counts as one root: one that touches where the
signs at its ends are equal.
"""

from dataclasses import dataclass, field
from math import factorial, log
from typing import Final

from ashore.loans.yearly.curves import LOG_2, SURE, Discounts, Point

SMALLEST: Final = 2.0**-100
CLOSE: Final = 2.0**-80
PATIENCE: Final = 2_000
END_OF_PATIENCE: Final = 100_000
FAR_APART: Final = 2
ORDER: Final = 8
HIGH_ORDER: Final = 48
MORE: Final = 1 + SURE
LESS: Final = 1 - SURE


@dataclass(frozen=True, slots=True)
class Cell:
    """Two places with exactly one root between them, or, not settled, as near as can be told what is one root.

    In a cell that is not settled the sum has a root of higher order, several that no bits tell apart, or a near miss.
    """

    near: Point
    far: Point
    settled: bool

    @property
    def touches(self) -> bool:
        """Return whether the sign is the same on both sides."""
        return self.near.sign == self.far.sign


@dataclass(slots=True)
class Search:
    """What has been found so far, and how many cells were looked at."""

    curve: Discounts
    cells: list[Cell] = field(default_factory=list[Cell])
    seen: int = 0


def isolate(curve: Discounts) -> list[Cell]:
    """Return the cells of all roots with s > 0, nearest first; a root at s = 0 itself is not among them."""
    search = Search(curve)
    near = curve.point(curve.start)
    while not near.decided:
        at = curve.farther(near.at)
        far = curve.point(at)
        while not far.sign:
            at = curve.middle(near.at, at)
            far = curve.point(at)
        _search(search, near, far)
        near = far
    return _merged(curve, search.cells)


def _merged(curve: Discounts, cells: list[Cell]) -> list[Cell]:
    """Return the cells with those put together that halving has left side by side around one root."""
    kept: list[Cell] = []
    for cell in cells:
        before = kept[-1] if kept else cell
        close = curve.width(before.near.at, cell.far.at) * curve.span < CLOSE or before.far.at == cell.near.at
        if kept and close and not (before.settled and cell.settled):
            kept[-1] = Cell(before.near, cell.far, settled=False)
        else:
            kept.append(cell)
    return kept


def _search(search: Search, near: Point, far: Point) -> None:
    """Add the cells between two places, nearest first."""
    curve = search.curve
    waiting = [(near, far)]
    while waiting:
        near, far = waiting.pop()
        search.seen += 1
        width = curve.width(near.at, far.at)
        none, one = _at_most(search, near, far, width)
        if one:
            if near.sign * far.sign < 0:
                search.cells.append(Cell(near, far, settled=True))
            continue
        if none and near.sign == far.sign:
            continue
        tiny = width * curve.span < SMALLEST or search.seen > END_OF_PATIENCE
        middle = None if tiny else _between(curve, near, far)
        if middle:
            waiting += [(middle, far), (near, middle)]
        elif near.sign:  # a sum of 0 at the start is a root that is known already
            search.cells.append(Cell(near, far, settled=False))


def _at_most(search: Search, near: Point, far: Point, width: float) -> tuple[bool, bool]:
    """Return whether there can be no root between two places, and whether there can be one at most."""
    curve, unit = search.curve, search.curve.start
    low = (near.gains_slope.low - far.costs_slope.high) / unit
    high = (far.gains_slope.high - near.costs_slope.low) / unit
    if low > 0 or high < 0:
        return False, True
    if near.sign == far.sign and _clear(near, far, width, low * MORE, high * MORE):
        return True, False
    order = ORDER if search.seen < PATIENCE else HIGH_ORDER
    return _taylor(curve, near.at, far.at, order) if width * curve.span < 1 else (False, False)


def _clear(near: Point, far: Point, width: float, low: float, high: float) -> bool:
    """Return whether the sum cannot reach 0 between two places of one sign; `low` ≤ `high` bound the slope of h."""
    down, up = (max(0.0, -low), max(0.0, high)) if near.sign > 0 else (max(0.0, high), max(0.0, -low))
    here, there = _height(near), _height(far)
    if here > down * width or there > up * width:
        return True
    # The lowest place is where a fall from the near end meets a rise to the far end.
    fall = (here - there + up * width) / (down + up)
    return here - down * fall > SURE * (here + there)


def _height(point: Point) -> float:
    """Return a lower bound on the distance of log(gains) − log(costs) from 0."""
    ends = (point.gains.low, point.costs.high) if point.sign > 0 else (point.costs.low, point.gains.high)
    more, less = ends
    if more // max(less, 1) >= FAR_APART:
        shift = max(0, more.bit_length() - max(less, 1).bit_length() - 1)
        return (log((more >> shift) / max(less, 1)) + shift * LOG_2) * LESS
    return (more - less) / more * LESS  # log(a / b) ≥ 1 − b / a


def _taylor(curve: Discounts, near: int, far: int, highest: int) -> tuple[bool, bool]:
    """Return the same as `_at_most`, from Taylor's formula about the middle, in s·span."""
    middle = curve.middle(near, far)
    half = max(curve.width(near, middle), curve.width(middle, far)) * curve.span * MORE
    sizes = curve.derivatives(middle, highest)
    terms = [size + slack for size, slack in sizes] + [curve.steepest(near, highest)]

    def may_add(order: int) -> float:
        """Return how much the derivative of that order can change from the middle to an end."""
        later = range(order + 1, highest + 1)
        return MORE * sum(terms[k] * half ** (k - order) / factorial(k - order) for k in later)

    none, one = (sizes[order][0] - sizes[order][1] > may_add(order) for order in (0, 1))
    return none, one


def _between(curve: Discounts, near: Point, far: Point) -> Point | None:
    """Return a place of known sign inside a cell, or None where there is none to be had."""
    middle = curve.middle(near.at, far.at)
    for at in (middle, curve.middle(near.at, middle), curve.middle(middle, far.at)):
        if near.at > at > far.at:
            point = curve.point(at)
            if point.sign:
                return point
    return None

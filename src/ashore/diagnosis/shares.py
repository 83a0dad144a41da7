"""The change of a debt as causes that add up to it, to the fen, each with its range.

Change = spending − refunds − income + cost of debt + change of cash + what no payment shows.  Spending above income is
laid to causes in this order: what fell away of the usual income and what came once; then essential spending above the
usual income; then what else was spent above what that left.  Below zero the last is what was left over.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from ashore.dates import month_of
from ashore.diagnosis.living import Living, missing_of
from ashore.diagnosis.ranges import NOTHING, Range, unseen
from ashore.diagnosis.usual import ILLNESS, Sudden

Cause = Literal[
    "income-fell", "illness", "once", "gap", "habits", "left-over", "shop-fell", "shop-gap", "cost", "rolling",
    "cash", "not-explained",
]  # fmt: skip


SURE: Final = 3
"""Of what nobody has sorted, a third of each likely kind is taken as sure: never is all of it of one kind."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Essential and other spending, and usual income, as one reading of what is open has them, in fen."""

    essential_fen: int
    other_fen: int
    usual_fen: int

    @property
    def gap_fen(self) -> int:
        """Return essential spending above the usual income."""
        return max(0, self.essential_fen - self.usual_fen)

    @property
    def rest_fen(self) -> int:
        """Return other spending above what essential spending left; below zero what was left over."""
        return self.other_fen - max(0, self.usual_fen - self.essential_fen)


def living_shares(living: Living, aside_months: int) -> dict[Cause, Range]:
    """Return the causes that lie in living itself: what fell away, came once, the gap, habits or what was left over.

    What nobody has sorted counts as essential in the proportion of what is sorted; the ranges go two thirds of the way
    to all of it being the one or the other.  Months set aside widen them by what such months usually add.
    """
    fell = missing_of(living.falls)
    ill = _sum(one.above for one in living.suddens if one.category in ILLNESS)
    once = _sum(one.above for one in living.suddens if one.category not in ILLNESS)
    ill = ill.wider(0, sum(one.above.high_fen for one in living.suddens if not one.category))
    readings = _readings(
        living, fell, _sum(one.above for one in living.suddens if month_of(one.on) in living.sums)
    )
    gap = Range.around(*(one.gap_fen for one in readings))
    rest = Range.around(*(one.rest_fen for one in readings))
    gap, rest = _with_aside(living, gap, rest, aside_months)
    rest = rest.wider(living.unclear.low_fen, living.unclear.high_fen)
    return {
        "income-fell": _with_falls_aside(living, fell, aside_months),
        "illness": ill,
        "once": once,
        "gap": gap,
        "habits": rest.between(0, None),
        "left-over": rest.between(None, 0),
    }


def _sum(ranges: Iterable[Range]) -> Range:
    total = NOTHING
    for one in ranges:
        total = total.plus(one)
    return total


def _readings(living: Living, fell: Range, once: Range) -> list[Spent]:
    """Return the likeliest reading first, then each corner of what is open."""
    essential, other = living.total_fen("essential"), living.total_fen("discretionary")
    undecided, income = living.total_fen("open"), sum(living.income_fen.values())
    known = essential + other - once.fen
    likely = undecided * (essential - once.fen) // known if known > 0 else undecided // 2
    corners = [
        Spent(essential + part - out, other + undecided - part, income + missing)
        for part in (likely // SURE, undecided - (undecided - likely) // SURE)
        for out in (once.low_fen, once.high_fen)
        for missing in (fell.low_fen, fell.high_fen)
    ]
    return [Spent(essential + likely - once.fen, other + undecided - likely, income + fell.fen), *corners]


def _with_aside(living: Living, gap: Range, rest: Range, aside_months: int) -> tuple[Range, Range]:
    """Return the gap and the rest with the room that months set aside leave them."""
    fell = {one.month: one.missing.fen for one in living.falls}
    essential = [living.sums[month]["essential"] for month in living.months]
    usual = [living.income_fen[month] + fell.get(month, 0) for month in living.months]
    other = [living.sums[month]["discretionary"] + living.sums[month]["open"] for month in living.months]
    if gap.fen:
        short = [one - came for one, came in zip(essential, usual, strict=True)]
        return gap.wider(*unseen(short, aside_months)), rest.wider(*unseen(other, aside_months))
    net = [one + more - came for one, more, came in zip(essential, other, usual, strict=True)]
    return gap, rest.wider(*unseen(net, aside_months))


def _with_falls_aside(living: Living, fell: Range, aside_months: int) -> Range:
    """Return what fell away with room for months set aside within a fall: they may have been like their neighbours."""
    if not living.falls or not aside_months:
        return fell
    first, last = living.falls[0].month, living.falls[-1].month
    inside = last.minus(first) + 1 - sum(1 for one in living.months if first <= one <= last)
    inside = min(aside_months, inside + 1)
    return fell.wider(0, inside * max(one.missing.high_fen for one in living.falls))


def rest_of(change_fen: int, shares: Sequence[Range]) -> Range:
    """Return what no cause explains of a change: exactly the rest, and no more than that."""
    rest = change_fen - sum(one.fen for one in shares)
    return Range.around(rest, 0)


def shop_share(living: Living, aside_months: int) -> tuple[Cause, Range]:
    """Return what the shop lost, as a fall of its takings where that explains half of it, else as a gap."""
    loss = living.shop_loss_fen
    fell = sum(one.missing.fen for one in living.shop_falls)
    by_month = [living.sums[month]["shop"] - living.sums[month]["takings"] for month in living.months]
    room = unseen(by_month, aside_months) if loss else (0, 0)
    return ("shop-fell" if 2 * fell >= loss else "shop-gap", Range(loss, loss, loss).wider(*room))


def once_rows(found: Sequence[Sudden], *, illness: bool) -> tuple[Sudden, ...]:
    """Return the sums that came once, those of illness or the others."""
    return tuple(one for one in found if (one.category in ILLNESS) == illness and one.above.fen)

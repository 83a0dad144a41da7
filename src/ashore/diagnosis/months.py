"""Which months a ledger shows wholly, and what each of them adds up to.

A month counts where every regular export was seen in it; the others are set aside: what happened there is not
explained, and each cause may be larger by it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median_low
from typing import Final

from ashore.dates import Month, month_of, months_from
from ashore.diagnosis.asked import Seen
from ashore.diagnosis.roles import Role, Sorted

DAY: Final = timedelta(days=1)
REGULAR: Final = (2, 3)
"""An export is regular when it has payments in at least this share of the months between its first and its last."""
EDGE_DAYS: Final = 3
"""A month whose first payment is on one of its first days was exported from its beginning, and so at its end."""
NEARLY: Final = (4, 5)
"""A month cut short at an edge still counts with this share of a usual month's payments."""
DENSE: Final = (2, 3)
"""The months looked at are seen wholly to this share; else the earlier ones are left out."""
LONGEST: Final = 36
ROWS_MIN: Final = 2
"""An export with fewer payments in a usual month says nothing by its silence."""


@dataclass(frozen=True, slots=True)
class Window:
    """The months looked at, first to last; `whole` are those that every regular export shows."""

    months: tuple[Month, ...]
    whole: tuple[Month, ...]

    @property
    def aside(self) -> tuple[Month, ...]:
        """Return the months that no answer is made from."""
        return tuple(one for one in self.months if one not in self.whole)


def window_of(rows: Sequence[Sorted], seen: Sequence[Seen], as_of: date) -> Window:
    """Return the months from the first that is seen wholly to the last, all of them over by `as_of`; or none.

    Three years at most, and no more than have two thirds of them seen wholly: the latest.
    """
    if not rows:
        return Window((), ())
    days: dict[str, list[date]] = {}
    for one in rows:
        days.setdefault(one.row.source, []).append(one.row.day)
    counts = {source: Counter(map(month_of, each)) for source, each in days.items()}
    first, last = month_of(rows[0].row.day), month_of(rows[-1].row.day)
    months = tuple(months_from(first, last.minus(first) + 1))
    shown = [
        _shown(days[source], count, [one for one in seen if one.source == source], months)
        for source, count in counts.items()
        if len(counts) == 1 or _is_regular(count)
    ]
    over = (month for month in months if month.last <= as_of)
    whole = [month for month in over if shown and all(month in one for one in shown)]
    whole = [one for one in whole if whole[-1].minus(one) < LONGEST]
    share, of = DENSE
    while whole and len(whole) * of < (whole[-1].minus(whole[0]) + 1) * share:
        whole.pop(0)
    if not whole:
        return Window((), ())
    return Window(tuple(months_from(whole[0], whole[-1].minus(whole[0]) + 1)), tuple(whole))


def _is_regular(count: Counter[Month]) -> bool:
    """Return whether an export has payments so often that a month without any was not exported."""
    share, of = REGULAR
    months = max(count).minus(min(count)) + 1
    return len(count) * of >= months * share and median_low(sorted(count.values())) >= ROWS_MIN


def _shown(
    days: Sequence[date], count: Counter[Month], seen: Sequence[Seen], months: Sequence[Month]
) -> frozenset[Month]:
    """Return the months that an export shows: those it says it covers, else those with payments; `days` are in order.

    Where it says no more than its first or last payment does, that month counts if it begins or ends with payments, or
    holds nearly as many as a usual one: else it may be cut.
    """
    first = min((one.since for one in seen), default=days[0])
    last = max((one.until for one in seen), default=days[-1])
    edges: dict[Month, bool] = {}
    if first >= days[0]:
        edges[month_of(first)] = first.day <= EDGE_DAYS
    if last <= days[-1]:
        month = month_of(last)
        edges[month] = month.last - last <= EDGE_DAYS * DAY and edges.get(month, True)
    share, of = NEARLY
    usual = median_low(sorted(count.values())) * share
    whole = frozenset(one for one, is_whole in edges.items() if is_whole or count[one] * of >= usual)
    if seen:
        return whole | {one for one in months if one not in edges and _is_covered(one, seen)}
    return whole | {one for one in count if one not in edges}


def _is_covered(month: Month, seen: Sequence[Seen]) -> bool:
    """Return whether exports cover each day of a month, one after the other."""
    until = month.first - DAY
    for one in sorted(seen, key=lambda one: one.since):
        if one.since <= until + DAY:
            until = max(until, one.until)
    return until >= month.last


def sums_by_month(rows: Sequence[Sorted], months: Sequence[Month]) -> Mapping[Month, Counter[Role]]:
    """Return what each role adds up to in each month, in fen."""
    sums: dict[Month, Counter[Role]] = {month: Counter() for month in months}
    for one in rows:
        month = month_of(one.row.day)
        if month in sums:
            sums[month][one.role] += one.fen
    return sums

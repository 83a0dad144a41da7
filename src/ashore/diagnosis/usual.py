"""What fell out of the person's own earlier way of life: months with less income, and sums that came once.

The earlier level is the person's own, never a norm: the middle of the months before.  What lasted is counted too; how
long it lasted is for the reader of the answer.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from ashore.dates import Month, month_of
from ashore.diagnosis.months import Window
from ashore.diagnosis.ranges import Range, median_fen, spread_fen
from ashore.diagnosis.roles import Sorted

EARLIER: Final = 6
"""How many months make the earlier level."""
LONGER: Final = 12
"""How many make a second reading of it, for its range."""
EARLIER_MIN: Final = 3
"""With fewer months before it, nothing is called less than before."""
FELL: Final = (1, 5)
"""Income fell in a month when a fifth of the earlier level was missing (more where income always moves)."""
LATE: Final = (1, 2)
"""Pay that came a month early or late: next to the fall another month has at least this share of it too much."""
ILLNESS: Final = frozenset({"medical"})
"""Categories whose sums above the usual are a shock in themselves."""
ONCE: Final = frozenset({"car", "family", "home-goods", "services", "tax", "other", ""})
"""Categories in which a single large payment can be one."""
LARGE: Final = (3, 5)
"""A single payment is large from this share of a month's usual income."""
ILL: Final = (1, 10)
"""A month's medical sums are out of the usual where what is above them is this share of a month's usual income…"""
ILL_TIMES: Final = 3
"""… and where they are more than so many times the usual."""


@dataclass(frozen=True, slots=True)
class Fall:
    """A month in which income was below the earlier level, in fen."""

    month: Month
    usual_fen: int
    income_fen: int
    missing: Range


@dataclass(frozen=True, slots=True)
class Sudden:
    """A sum that came once: on its first day, above what such things usually took that month."""

    on: date
    category: str
    above: Range
    rows: tuple[Sorted, ...]


def falls(income_fen: Mapping[Month, int]) -> tuple[Fall, ...]:
    """Return the months in which income fell, in order; each is measured against the months before that did not fall.

    The range is that of the earlier level: of three, six and twelve months, with their spread to both sides.
    """
    found: list[Fall] = []
    earlier: list[int] = []
    for month in sorted(income_fen):
        came, last = income_fen[month], earlier[-EARLIER:]
        level, spread = _level_fen(last), spread_fen(last)
        missing = level - came
        if len(last) < EARLIER_MIN or missing <= max(level * FELL[0] // FELL[1], 3 * spread):
            earlier.append(came)
        elif not _came_late(month, income_fen, level, missing):
            year = earlier[-LONGER:]
            doubt = max(max(spread, spread_fen(year)) * 5 // 4, level // 50)
            levels = [level, median_fen(year), median_fen(last[-EARLIER_MIN:])]
            room = [one - came + side for one in levels for side in (-doubt, doubt)]
            part = Range.around(missing, *room)
            found.append(Fall(month, level, came, part))
    return tuple(found)


def _level_fen(last: Sequence[int]) -> int:
    """Return the middle of some months; of the latest three where all of them are above, or below, those before."""
    recent, before = last[-EARLIER_MIN:], last[:-EARLIER_MIN]
    stepped = bool(before) and (min(recent) > max(before) or max(recent) < min(before))
    return median_fen(recent if stepped else last)


def _came_late(month: Month, income_fen: Mapping[Month, int], level: int, missing: int) -> bool:
    """Return whether a neighbouring month has so much too much that it is this month's pay."""
    share, of = LATE
    return any((income_fen.get(month.plus(step), 0) - level) * of >= missing * share for step in (-1, 1))


def suddens(rows: Iterable[Sorted], window: Window, usual_fen: int) -> tuple[Sudden, ...]:
    """Return the sums that came once in a window, in order of their days; `usual_fen` is a month's usual income.

    Medical sums count month by month, above their usual month.  Of other things a single payment counts when nothing
    as large in its category came within the rest; where nobody said what it was for it only may be one.
    """
    within = set(window.months)
    held = [one for one in rows if month_of(one.row.day) in within and one.role in {"essential", "open"}]
    illness = list(_illness(held, window, usual_fen))
    found = [*illness, *_single(held, usual_fen, {month_of(one.on) for one in illness})]
    return tuple(sorted(found, key=lambda one: (one.on, one.category, one.above.fen)))


def _illness(held: Sequence[Sorted], window: Window, usual_fen: int) -> Iterable[Sudden]:
    by_month: defaultdict[Month, list[Sorted]] = defaultdict(list)
    for one in held:
        if one.category in ILLNESS:
            by_month[month_of(one.row.day)].append(one)
    sums = {month: sum(one.fen for one in by_month[month]) for month in window.months}
    usual = median_fen([sums[month] for month in window.whole])
    for month, total in sums.items():
        above = total - usual
        if above * ILL[1] >= usual_fen * ILL[0] and total > ILL_TIMES * usual:
            rows = tuple(one for one in by_month[month])
            yield Sudden(rows[0].row.day, rows[0].category, Range(above, max(0, above - usual), total), rows)


def _single(held: Sequence[Sorted], usual_fen: int, ill: Collection[Month]) -> Iterable[Sudden]:
    least, less = usual_fen * LARGE[0] // LARGE[1], usual_fen * ILL[0] // ILL[1]
    large = [
        one
        for one in held
        if one.category in ONCE
        and 0 < (less if not one.category and month_of(one.row.day) in ill else least) <= one.fen
    ]
    often = Counter(one.category for one in large)
    back = {one.row.refund_of: one.fen for one in held if one.fen < 0 and one.row.refund_of}
    for one in large:
        fen = max(0, one.fen + (back.get(one.row.order, 0) if one.row.order else 0))
        if often[one.category] > 2 and one.category:  # noqa: PLR2004 - a third time it is no longer once
            continue
        above = Range(fen, fen, fen) if one.category else Range(0, 0, fen)
        yield Sudden(one.row.day, one.category, above, (one,))

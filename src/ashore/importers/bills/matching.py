"""Which rows of one export are the other side of rows of another, where nothing but the day can tell them apart.

All rows given have the same amount and way.  The best matching has as many pairs of the same day as possible, then as
many pairs a day apart as possible.  A row is matched only if every best matching has it in a pair; a row that is in a
pair of some best matchings and alone in others is unclear, and nobody guesses.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

Dated = tuple[date, int]
Step = tuple[int, int, int]
"""So many pairs (last) of an upper row of one place of a run with a lower row of another."""
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Matched:
    """Pairs of (upper, lower) and the lower rows that nobody can tell, all as the numbers given."""

    pairs: tuple[tuple[int, int], ...]
    unclear: tuple[int, ...]


def match(uppers: Iterable[Dated], lowers: Iterable[Dated], *, both: bool = False) -> Matched:
    """Return the certain pairs of rows at most a day apart and the lower rows that are unclear.

    With `both`, the upper row of a pair must be certain too.  Rows of one day are paired in the order given.
    """
    above, below = _by_day(uppers), _by_day(lowers)
    pairs: list[tuple[int, int]] = []
    unclear: list[int] = []
    for run in _runs(above.keys() & _near(below)):
        ours = [above.get(day, ()) for day in run]
        theirs = [below.get(day, ()) for day in run]
        found = _match_run(ours, theirs, both=both)
        pairs += found.pairs
        unclear += found.unclear
    return Matched(tuple(pairs), tuple(unclear))


def _by_day(rows: Iterable[Dated]) -> dict[date, list[int]]:
    found: dict[date, list[int]] = {}
    for day, row in rows:
        found.setdefault(day, []).append(row)
    return found


def _near(days: Iterable[date]) -> set[date]:
    """Return the days at most one away from those given."""
    ordinals = {day.toordinal() + step for day in days for step in (-1, 0, 1)}
    return {date.fromordinal(one) for one in ordinals if 1 <= one <= date.max.toordinal()}


def _runs(days: Iterable[date]) -> Iterator[list[date]]:
    """Yield stretches of consecutive days that hold all days at most one away from those given."""
    run: list[date] = []
    for day in sorted(_near(days)):
        if run and day - run[-1] > DAY:
            yield run
            run = []
        run.append(day)
    if run:
        yield run


def _match_run(ours: Sequence[Sequence[int]], theirs: Sequence[Sequence[int]], *, both: bool) -> Matched:
    same = [min(len(above), len(below)) for above, below in zip(ours, theirs, strict=True)]
    up = [len(rows) - taken for rows, taken in zip(ours, same, strict=True)]
    down = [len(rows) - taken for rows, taken in zip(theirs, same, strict=True)]
    doubtful = _doubtful(down, up)
    doubtful_above = _doubtful(up, down) if both else frozenset[int]()
    steps = [(place, place, taken) for place, taken in enumerate(same)] + _steps(up, down)
    certain = [
        pair
        for above, below, pair in _pairs(ours, theirs, steps)
        if above not in doubtful_above and below not in doubtful
    ]
    matched = {low for _, low in certain}
    reached = [
        place
        for place, taken in enumerate(same)
        if taken or any(up[near] for near in (place - 1, place + 1) if 0 <= near < len(up))
    ]
    return Matched(
        tuple(certain), tuple(low for place in reached for low in theirs[place] if low not in matched)
    )


def _pairs(
    ours: Sequence[Sequence[int]], theirs: Sequence[Sequence[int]], steps: Sequence[Step]
) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """Yield each pair with the places of its rows, every row used once."""
    above, below = [iter(rows) for rows in ours], [iter(rows) for rows in theirs]
    for up, down, count in steps:
        for _ in range(count):
            yield up, down, (next(above[up]), next(below[down]))


def _steps(up: Sequence[int], down: Sequence[int]) -> list[Step]:
    """Return a largest matching of neighbouring places: from the first on, as no later one can serve it better."""
    ours, theirs = list(up), list(down)
    steps: list[Step] = []
    for place in range(len(ours) - 1):
        for above, below in ((place, place + 1), (place + 1, place)):
            count = min(ours[above], theirs[below])
            if count:
                steps.append((above, below, count))
                ours[above] -= count
                theirs[below] -= count
    return steps


def _size(some: Sequence[int], others: Sequence[int]) -> int:
    return sum(count for *_, count in _steps(some, others))


def _doubtful(some: Sequence[int], others: Sequence[int]) -> frozenset[int]:
    """Return the places that a largest matching may leave a row of `some` alone at: without it, none is smaller."""
    whole = _size(some, others)
    if whole == sum(some):
        return frozenset()

    def without(place: int) -> list[int]:
        return [count - (index == place) for index, count in enumerate(some)]

    return frozenset(
        place for place, count in enumerate(some) if count and _size(without(place), others) == whole
    )

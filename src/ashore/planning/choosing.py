"""Which of the concessions open to a household to take: every combination where they are few, else step by step."""

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Final

from ashore.planning.offers import Selection, fits

ALL_MAX: Final = 4
"""With at most so many concessions every combination is tried."""
ROUNDS_MAX: Final = 8
Try = Callable[[Selection], tuple[float, ...]]
"""What a selection is judged by; less is better."""


def best_selection(offers: Selection, attempt: Try) -> Selection:
    """Return the best selection; of equal ones the one with fewest concessions, then the first in the file."""
    if len(offers) <= ALL_MAX:
        return _best(_every(offers), attempt)
    starts = ((), *((offer,) for offer in offers))
    return _best((_climb(start, offers, attempt) for start in starts), attempt)


def _every(offers: Selection) -> Iterator[Selection]:
    for count in range(len(offers) + 1):
        yield from (chosen for chosen in combinations(offers, count) if fits(chosen))


def _best(selections: Iterator[Selection], attempt: Try) -> Selection:
    return min(selections, key=lambda one: (attempt(one), len(one)))


def _climb(start: Selection, offers: Selection, attempt: Try) -> Selection:
    """Return where steps of one and of two concessions lead from a start."""
    chosen = start
    for _ in range(ROUNDS_MAX):
        better = _best(iter((chosen, *_steps(chosen, offers))), attempt)
        if better == chosen:
            break
        chosen = better
    return chosen


def _steps(chosen: Selection, offers: Selection) -> Iterator[Selection]:
    """Yield the selections one or two changes away: each change takes a concession or leaves one."""
    for count in (1, 2):
        for changed in combinations(offers, count):
            kept = {offer for offer in chosen if offer not in changed}
            added = {offer for offer in changed if offer not in chosen}
            selection = tuple(offer for offer in offers if offer in kept | added)
            if fits(selection):
                yield selection

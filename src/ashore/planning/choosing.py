"""Which of the concessions open to a household to take: every combination where they are few, else step by step."""

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Final

from ashore.planning.offers import Offer, Selection, fits

EVERY_MAX: Final = 3
"""With at most so many concessions every combination is tried."""
Try = Callable[[Selection], tuple[float, ...]]
"""What a selection is judged by; less is better."""


def every(offers: Selection) -> Iterator[Selection]:
    """Yield every selection that fits, those with fewer concessions first."""
    for count in range(len(offers) + 1):
        yield from (chosen for chosen in combinations(offers, count) if fits(chosen))


def switched(chosen: Selection, offer: Offer, offers: Selection) -> Selection:
    """Return the selection with an offer taken that was not, or left that was; what it rules out is left."""
    without = tuple(one for one in chosen if not one.same(offer))
    if len(without) < len(chosen):
        return without
    kept = {(one.debt, one.place): one for one in (*chosen, offer) if one is offer or fits((one, offer))}
    return tuple(kept[one.debt, one.place] for one in offers if (one.debt, one.place) in kept)


def climb(start: Selection, offers: Selection, attempt: Try, tries_max: int) -> Selection:
    """Return where steps of one concession lead from a start, each to the best neighbour, after so many tries."""
    chosen, tries = start, 0
    while tries < tries_max:
        steps = [switched(chosen, offer, offers) for offer in offers][: tries_max - tries]
        tries += len(steps)
        better = min((chosen, *steps), key=lambda one: (attempt(one), len(one)))
        if better == chosen:
            break
        chosen = better
    return chosen

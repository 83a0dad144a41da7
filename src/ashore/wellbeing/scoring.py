"""What was answered: its sum if every item was, and where it leads.  Nothing left open is ever guessed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from ashore.wellbeing.screener import Band, Pair, Screener

Answers = Sequence[int | None]
"""One value for each item in its order, None where it was left open."""
Route = Literal["help", "doctor", "limits"]
"""`help`: the page of help, at once; `doctor`: a doctor is worth asking; `limits`: only what such a sum cannot say."""
NOT_AT_ALL: Final = 0


@dataclass(frozen=True, slots=True)
class PairSum:
    """A pair of items and its sum, None where one of them was left open."""

    pair: Pair
    total: int | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is said of the answers: the sum with its band, None unless every item was answered; the pairs; the route."""

    route: Route
    total: int | None
    band: Band | None
    pairs: tuple[PairSum, ...]
    open_count: int


def outcome_of(screener: Screener, answers: Answers) -> Outcome:
    """Return what is said of the answers to a questionnaire; they must fit it: asserted."""
    assert fits(screener, answers)
    total = total_of(answers)
    return Outcome(
        route=route_of(screener, answers),
        total=total,
        band=None if total is None else band_of(screener, total),
        pairs=tuple(PairSum(pair, total_of([answers[at] for at in pair.items])) for pair in screener.pairs),
        open_count=sum(one is None for one in answers),
    )


def fits(screener: Screener, answers: Answers) -> bool:
    """Return whether there is a value for each item, each open or one of those that can be answered."""
    return len(answers) == len(screener.items) and all(
        one is None or 0 <= one < len(screener.answers) for one in answers
    )


def total_of(answers: Answers) -> int | None:
    """Return the sum; None where an item was left open, for what is not known is not filled in."""
    given = [one for one in answers if one is not None]
    return sum(given) if len(given) == len(answers) else None


def band_of(screener: Screener, total: int) -> Band:
    """Return the band of a sum; the bands hold every sum there is (`packs.check`)."""
    return next(band for band in screener.bands if band.first <= total <= band.last)


def route_of(screener: Screener, answers: Answers) -> Route:
    """Return where answers lead: to help whatever the sum, and even where all the rest was left open."""
    if screener.help_item is not None and (answers[screener.help_item] or NOT_AT_ALL) > NOT_AT_ALL:
        return "help"
    return "doctor" if _reaches(screener, answers) else "limits"


def _reaches(screener: Screener, answers: Answers) -> bool:
    """Return whether what was answered reaches a cut-off by itself: what was left open could only add to it."""
    least = [one or NOT_AT_ALL for one in answers]
    if screener.cutoff is not None and sum(least) >= screener.cutoff:
        return True
    return any(sum(least[at] for at in pair.items) >= pair.cutoff for pair in screener.pairs)

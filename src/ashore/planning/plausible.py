"""Whether an entry of a budget may be wrong: held against official averages, which are averages and no norm."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from ashore.money import round_half_up
from ashore.planning.envelopes import Envelope
from ashore.rules.average import Average

YEAR: Final = 12
FAR: Final = 3
"""An entry is worth a second look where it is less than a third of the average, or more than three times it."""
Look = Literal["near", "low", "high"]


@dataclass(frozen=True, slots=True)
class Beside:
    """What a budget has for some categories beside an average, both in fen for a head and a month.

    `look`: far below or far above it, so that something may be left out, typed twice or paid by somebody else.
    """

    fact: str
    categories: tuple[str, ...]
    mine_fen: int
    average_fen: int
    look: Look


def beside_averages(
    envelopes: Sequence[Envelope], averages: Mapping[Average, int], people: int
) -> tuple[Beside, ...]:
    """Return each average beside what the envelopes have for it; nothing where they have nothing.

    `averages`: fen per head and year.  `people` ≥ 1 live from the budget.  Amounts are rounded half up.
    """
    found: list[Beside] = []
    for average, fen in averages.items():
        mine = sum(one.month_fen for one in envelopes if one.category in average.categories)
        if mine:
            head, look = round_half_up(mine, people), _look(mine * YEAR, fen * people)
            found.append(Beside(average.fact, average.categories, head, round_half_up(fen, YEAR), look))
    return tuple(found)


def _look(mine_fen: int, average_fen: int) -> Look:
    if mine_fen * FAR < average_fen:
        return "low"
    return "high" if mine_fen > average_fen * FAR else "near"

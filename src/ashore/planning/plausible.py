"""Whether an entry of a budget may be wrong: held against official averages, which are averages and no norm."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from ashore.money import round_half_up
from ashore.planning.envelopes import Envelope

YEAR: Final = 12
FAR: Final = 3
"""An entry is worth a second look where it is less than a third of the average, or more than three times it."""
GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "spending-average-food-2024": ("food", "eating-out"),
    "spending-average-clothing-2024": ("clothing",),
    "spending-average-goods-2024": ("daily-goods", "home-goods", "services"),
    "spending-average-transport-2024": ("transport", "rides", "car", "phone"),
    "spending-average-learning-2024": ("education", "leisure", "games", "sport"),
}
"""By the fact that holds an average per head and year: the categories it is about."""
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
    envelopes: Sequence[Envelope], averages: Mapping[str, int], people: int
) -> tuple[Beside, ...]:
    """Return each average beside what the envelopes have for it; nothing where they have nothing.

    `averages`: fen per head and year by fact.  `people` ≥ 1 live from the budget.  Amounts are rounded half up.
    """
    found: list[Beside] = []
    for fact, codes in GROUPS.items():
        mine = sum(one.month_fen for one in envelopes if one.category in codes)
        if fact in averages and mine:
            average = averages[fact]
            head = round_half_up(mine, people)
            found.append(
                Beside(fact, codes, head, round_half_up(average, YEAR), _look(mine * YEAR, average * people))
            )
    return tuple(found)


def _look(mine_fen: int, average_fen: int) -> Look:
    if mine_fen * FAR < average_fen:
        return "low"
    return "high" if mine_fen > average_fen * FAR else "near"

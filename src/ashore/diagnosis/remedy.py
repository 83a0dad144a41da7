"""Which remedy fits which cause, and which cause the household file would name."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from ashore.diagnosis.ranges import Range
from ashore.diagnosis.shares import Cause
from ashore.household.model import Cause as HouseholdCause

Remedy = Literal["deferral", "lasting", "relief", "budget", "lessons"]
"""A deferral; the same fall when it has lasted: as a gap; a lower debt or relief; a budget; what debts cost."""

LIVING: Final[Mapping[Cause, HouseholdCause]] = {
    "income-fell": "shock", "illness": "shock", "once": "shock", "shop-fell": "shock", "gap": "structural",
    "shop-gap": "structural", "habits": "habits",
}  # fmt: skip
"""What the household file calls a cause; the others it has no word for."""
REMEDY: Final[Mapping[str, Remedy]] = {
    "shock": "deferral",
    "structural": "relief",
    "habits": "budget",
    "cost": "lessons",
}
WORTH: Final = (1, 10)
"""A cause below a tenth of all that added to the debt needs no remedy of its own."""
MAIN: Final = (1, 3)
"""A cause is the main one from a third of all that added to the debt on."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What each group of causes added, in fen, what was not explained among the whole."""

    groups: Mapping[str, Range]
    all_fen: int


def weigh(parts: Mapping[Cause, Range]) -> Weighed:
    """Return what shock, structural gap, habits and cost of debt added together."""
    groups: dict[str, Range] = {}
    for cause, part in parts.items():
        group = "cost" if cause in {"cost", "rolling"} else LIVING.get(cause)
        if group:
            groups[group] = groups.get(group, Range(0, 0, 0)).plus(part)
    rest = abs(parts["not-explained"].fen) if "not-explained" in parts else 0
    return Weighed(groups, sum(max(0, one.fen) for one in groups.values()) + rest)


def cause_of(weighed: Weighed) -> HouseholdCause:
    """Return the cause for the household file: the largest, if it is large and surely larger than the next."""
    named = {name: one for name, one in weighed.groups.items() if name != "cost" and one.fen > 0}
    if not named:
        return "unknown"
    first = max(named, key=lambda name: named[name].fen)
    others = [one.fen for name, one in named.items() if name != first]
    large = named[first].fen * MAIN[1] >= weighed.all_fen * MAIN[0]
    sure = all(named[first].low_fen >= one for one in others)
    names: Mapping[str, HouseholdCause] = {"shock": "shock", "structural": "structural", "habits": "habits"}
    return names[first] if large and sure else "unknown"


def remedies_of(weighed: Weighed, *, lasting: bool) -> tuple[Remedy, ...]:
    """Return the remedies that fit, the one of the largest cause first; `lasting`: what fell away has not come back."""
    worth = [
        (one.fen, name)
        for name, one in weighed.groups.items()
        if one.fen > 0 and one.fen * WORTH[1] >= weighed.all_fen * WORTH[0]
    ]
    order = [name for _, name in sorted(worth, key=lambda one: (-one[0], one[1]))]
    return tuple("lasting" if name == "shock" and lasting else REMEDY[name] for name in order)

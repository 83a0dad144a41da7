"""Plans of the open book, each worked out once and kept in memory while the book is open."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import Final, TypeVar, cast

from ashore.documents.answer.view import View, help_of
from ashore.household.model import Household
from ashore.packs.planned import plan_of
from ashore.packs.workdays import working_days_of
from ashore.planning.goals import Goal
from ashore.planning.problem import HORIZON_MONTHS
from ashore.planning.variants import Variant, variants_of
from ashore.planning.what_if import Outlook, outlook, read_change

T = TypeVar("T")
KEPT_MAX: Final = 16
_working: Final = Lock()


@dataclass(slots=True)
class _Memory:
    kept: OrderedDict[tuple[str, ...], object] = field(default_factory=OrderedDict[tuple[str, ...], object])


_memory: Final = _Memory()


def forget() -> None:
    """Drop every plan at once, without waiting for one that is being worked out: that one is not kept either."""
    _memory.kept = OrderedDict()


def view_of(household: Household, goal: Goal = "cheapest") -> View:
    """Return the plan of a household with what its sentences need."""
    return _once(
        ("view", repr(household), goal),
        lambda: View(plan_of(household, goal), help_of(household.jurisdiction)),
    )


def variants(household: Household) -> tuple[Variant, ...]:
    """Return the plans for the other goals, each with its price."""
    days = working_days_of(household, HORIZON_MONTHS)
    return _once(("variants", repr(household)), lambda: variants_of(household, HORIZON_MONTHS, days))


def outlook_of(household: Household, text: str) -> Outlook:
    """Return what a change leads to.  Raises NotAChange."""
    change, days = read_change(text, household), working_days_of(household, HORIZON_MONTHS)
    return _once(
        ("outlook", repr(household), text),
        lambda: outlook(household, [change], "cheapest", HORIZON_MONTHS, days),
    )


def _once(key: tuple[str, ...], make: Callable[[], T]) -> T:
    """Return what is kept under a key, made first where it is not; `key` begins with what kind of thing it is."""
    kept = _memory.kept
    with _working:
        if key not in kept:
            kept[key] = make()
            while len(kept) > KEPT_MAX:
                kept.popitem(last=False)
        return cast(T, kept[key])

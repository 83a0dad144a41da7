"""Plans of the open book, each worked out once and kept in memory while the book is open."""

from collections import OrderedDict
from threading import Lock
from typing import Final

from ashore.documents.answer.view import View, help_of
from ashore.household.model import Household
from ashore.packs.planned import plan_of
from ashore.packs.workdays import working_days_of
from ashore.planning.goals import Goal
from ashore.planning.problem import HORIZON_MONTHS
from ashore.planning.variants import Variant, variants_of
from ashore.planning.what_if import Outlook, outlook, read_change

KEPT_MAX: Final = 16
_kept: OrderedDict[tuple[object, ...], object] = OrderedDict()
_lock: Final = Lock()


def forget() -> None:
    """Drop every plan, one that is being worked out as well: the book is closed."""
    with _lock:
        _kept.clear()


def view_of(household: Household, goal: Goal = "cheapest") -> View:
    """Return the plan of a household with what its sentences need."""
    key = ("view", repr(household), goal)
    found = _kept.get(key)
    if not isinstance(found, View):
        with _lock:
            found = View(plan_of(household, goal), help_of(household.jurisdiction))
            _keep(key, found)
    return found


def variants(household: Household) -> tuple[Variant, ...]:
    """Return the plans for the other goals, each with its price."""
    key = ("variants", repr(household))
    found = _kept.get(key)
    if not isinstance(found, tuple):
        with _lock:
            made = variants_of(household, HORIZON_MONTHS, working_days_of(household, HORIZON_MONTHS))
            _keep(key, made)
            return made
    return tuple(one for one in found if isinstance(one, Variant))


def outlook_of(household: Household, text: str) -> Outlook:
    """Return what a change leads to.  Raises NotAChange."""
    key = ("outlook", repr(household), text)
    found = _kept.get(key)
    if not isinstance(found, Outlook):
        change = read_change(text, household)
        days = working_days_of(household, HORIZON_MONTHS)
        with _lock:
            found = outlook(household, [change], "cheapest", HORIZON_MONTHS, days)
            _keep(key, found)
    return found


def _keep(key: tuple[object, ...], value: object) -> None:
    _kept[key] = value
    while len(_kept) > KEPT_MAX:
        _kept.popitem(last=False)

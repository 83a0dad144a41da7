"""One plan for each household of a test worker: the same few examples are planned by hundreds of tests.

A plan holds nothing that can change, and that the same household gives the same plan is a test of its own
(`tests/properties/test_plans.py`), which does not come through here.
"""

from collections import OrderedDict
from typing import Final

from ashore.dates import WorkingDays
from ashore.household.model import Household
from ashore.packs import planned
from ashore.planning.ask_options import GrantsOf
from ashore.planning.goals import Goal
from ashore.planning.plan import AskedIf, Plan, make_plan

KEPT: Final = 64
"""More than there are example households, fewer than properties draw."""
_known: Final[OrderedDict[str, Plan]] = OrderedDict()


def keep_plans() -> None:
    """Let `ashore.packs.planned` plan each household once."""
    planned.make_plan = _once


def _once(
    household: Household, goal: Goal, months: int, days: WorkingDays, grants: GrantsOf, asked_if: AskedIf
) -> Plan:
    """Return the plan, made the first time; the working days are those of the household."""
    key = repr((household, goal, months, grants, asked_if))
    plan = _known.pop(key, None) or make_plan(household, goal, months, days, grants, asked_if)
    _known[key] = plan
    if len(_known) > KEPT:
        _known.popitem(last=False)
    return plan

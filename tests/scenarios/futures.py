"""Small households under futures that can be worked out on paper."""

from collections.abc import Mapping, Sequence

from ashore.household.flows import Flow
from ashore.household.model import Household
from ashore.loans.opening import EVERY_DAY_WORKS
from ashore.planning.problem import Problem, problem_of
from ashore.scenarios.future import Future
from ashore.scenarios.lives import Life, Setting, live
from planning.small import CLEAN_FIRST, yuan

HORIZON = 24


def setting(household: Household, *, works: bool = True, horizon: int = HORIZON) -> Setting:
    """Return a household that begins with the first way of paying."""
    return Setting(household, CLEAN_FIRST, works, horizon, EVERY_DAY_WORKS)


def lived(household: Household, future: Future) -> Life:
    """Return what a future leads to."""
    begins = setting(household)
    return live(begins.problem(), begins, future)


def without(name: str, problem: Problem, months: Sequence[int]) -> Future:
    """Return the future in which an income stays away in these months."""
    return Future({index: tuple(one for one in problem.flows[index] if one.name != name) for index in months})


def bringing(problem: Problem, yuan_by_month: Mapping[int, float]) -> Future:
    """Return the future in which these months bring so much more, on their last day."""
    more = {
        index: Flow(problem.first.plus(index).last, "income", yuan(amount), "more")
        for index, amount in yuan_by_month.items()
    }
    return Future({index: (*problem.flows[index], flow) for index, flow in more.items()})


def problem_in(household: Household, horizon: int = HORIZON) -> Problem:
    """Return the household ready to be replayed."""
    return problem_of(household, horizon)

"""The holding plan: what to pay while no plan works and one is talked about (SPEC §5.4)."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Final

from ashore.planning.baselines import HOLDING
from ashore.planning.candidates import Choice, newly_overdue
from ashore.planning.choosing import climb
from ashore.planning.goals import Key
from ashore.planning.offers import Selection
from ashore.planning.outcome import Outcome
from ashore.planning.policy import Policy
from ashore.planning.problem import Problem
from ashore.planning.replay import run

STEPS_MAX: Final = 24
"""Selections tried by steps from the best of them."""


class Holding:
    """The holding plans of a household, one for each selection of concessions, each followed once."""

    def __init__(self, problem: Problem, policy: Policy) -> None:
        """Take over the sales and side work found; never a friend's loan."""
        self.problem, self.found = problem, policy.offers
        self.policy = replace(HOLDING, sales=policy.sales, hours=policy.hours)
        self.follow: Callable[[Selection], Outcome] = cache(self._follow)

    def _follow(self, selection: Selection) -> Outcome:
        return run(self.problem, replace(self.policy, offers=selection))

    def best(self, offers: Selection = ()) -> Choice:
        """Return the holding plan; `offers`: those that it may take.

        One is in it only where the holding plan is better with it and no clean debt pays for it.
        """
        clean = newly_overdue(self.problem, self.follow(()))

        def attempt(selection: Selection) -> Key:
            outcome = self.follow(selection)
            return (bool(newly_overdue(self.problem, outcome) - clean), *outcome.goals)

        start = min(((), self.found if offers else ()), key=attempt)
        chosen = climb(start, offers, attempt, STEPS_MAX)
        return Choice(replace(self.policy, offers=chosen), self.follow(chosen))

"""The plan for each goal side by side: what each leads to and what it costs above the cheapest."""

from dataclasses import dataclass

from ashore.dates import Month, WorkingDays
from ashore.household.model import Household
from ashore.loans.opening import EVERY_DAY_WORKS
from ashore.planning.baselines import run_baselines
from ashore.planning.candidates import Candidates, with_levers
from ashore.planning.goals import GOALS, Goal, goal_key, open_debt_months, peak_of
from ashore.planning.outcome import Outcome
from ashore.planning.problem import HORIZON_MONTHS, problem_of


@dataclass(frozen=True, slots=True)
class Variant:
    """The best way of paying for one goal; `price_fen`: what it costs above the cheapest, forgiven sums counted."""

    goal: Goal
    outcome: Outcome
    price_fen: int

    @property
    def peak_fen(self) -> int:
        """Return the most that goes to debts in one calendar month."""
        return peak_of(self.outcome)[0]

    @property
    def peak_month(self) -> Month | None:
        """Return the first month in which that much goes to debts."""
        return peak_of(self.outcome)[1]

    @property
    def open_debt_months(self) -> int:
        """Return the number of open debts summed over the months."""
        return open_debt_months(self.outcome)


def variants_of(
    household: Household, horizon: int = HORIZON_MONTHS, working_days: WorkingDays = EVERY_DAY_WORKS
) -> tuple[Variant, ...]:
    """Return the plan for each goal, the cheapest first; none where no plan works, as there nothing is chosen."""
    problem = problem_of(household, horizon, working_days)
    candidates = Candidates(problem, run_baselines(problem))
    outcomes = {goal: with_levers(problem, candidates.with_offers(goal)).outcome for goal in GOALS}
    cheapest = min(outcomes.values(), key=lambda outcome: goal_key(outcome, "cheapest"))
    if not cheapest.works:
        return ()
    return tuple(Variant(goal, outcomes[goal], outcomes[goal].net_fen - cheapest.net_fen) for goal in GOALS)

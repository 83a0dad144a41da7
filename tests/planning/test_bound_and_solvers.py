"""No plan that anyone finds costs less than our bound: HiGHS, SCIP, and every way of paying where there are few.

Each plan is judged by the second judge, which shares no code with the search nor with the solvers' models.
"""

from collections.abc import Iterator

import pytest

from ashore.household.model import Household
from ashore.planning.judging.intentions import intentions_of
from ashore.planning.judging.verdict import Verdict, judge
from ashore.planning.plan import Plan, make_plan
from ashore.planning.problem import Problem, problem_of
from benching.converting import converted
from benching.generator import PLACE
from benching.plain_model import PlainModel, solve
from benching.plain_replay import replayed
from needs import needs
from planning.scip import solve_scip

generated = needs(PLACE, "optional: the generator of instances is research code that lies beside the project")
SECONDS = 20.0
FEW = [("steady", 3, 24, 2), ("bullet", 3, 36, 1), ("promo", 3, 24, 4), ("steady", 8, 36, 3)]


def verdicts(problem: Problem) -> Iterator[tuple[str, Verdict]]:
    """Yield what both solvers find, judged: the weighted model, and the stage that leaves nothing late."""
    for punctual in (False, True):
        model = PlainModel(problem, punctual=punctual)
        for name, solver in (("HiGHS", solve), ("SCIP", solve_scip)):
            found = solver(model.programme, SECONDS)
            if found.values:
                verdict, _ = replayed(model, found)
                yield f"{name} {punctual}", verdict


def check_bound(plan: Plan, verdict: Verdict, name: str) -> bool:
    """Assert that a judged plan which the bound speaks of costs no less than the bound; return whether it speaks."""
    works = verdict.works and not verdict.wrong and verdict.goals["harm"] * 2 <= plan.outcome.harm_halves
    hours = {(one.month, one.name): one.amount for one, _ in verdict.levers}
    same = hours == {(one.month, one.lever): one.hours for one in plan.outcome.side_work}
    speaks = plan.certificate is not None and works and (same or not plan.household.side_work)
    if speaks:
        assert verdict.goals["net_fen"] >= plan.certificate.bound_fen, name
    return speaks


@generated
@pytest.mark.parametrize("words", FEW)
def test_no_solver_finds_a_plan_below_the_bound(words):
    household = converted(*words)
    plan = make_plan(household, horizon=words[2])
    spoken = [check_bound(plan, verdict, name) for name, verdict in verdicts(problem_of(household, words[2]))]
    assert spoken
    print(words, plan.status, sum(spoken))

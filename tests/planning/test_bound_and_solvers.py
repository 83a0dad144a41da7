"""No plan that a solver finds costs less than our bound; HiGHS and SCIP agree on the plain model.

Each plan is judged by the second judge, which shares no code with the search nor with the solvers' models.
"""

from collections.abc import Iterator

import pytest

from ashore.planning.judging.verdict import Verdict
from ashore.planning.plan import Plan, make_plan
from ashore.planning.problem import Problem, problem_of
from benching.converting import converted
from benching.generator import PLACE
from benching.plain_model import PlainModel, Solved, solve
from benching.plain_replay import replayed
from needs import needs
from planning.scip import solve_scip

pytestmark = needs(
    PLACE, "optional: the generator of instances is research code that lies beside the project"
)
SECONDS = 20.0
FEW = [("promo", 3, 24, 4)]
MANY = [
    (family, debts, 24, seed)
    for family in ("steady", "bullet", "promo")
    for debts in (3, 5)
    for seed in range(4)
]


def solved(problem: Problem) -> Iterator[tuple[PlainModel, Solved, Solved]]:
    """Yield what HiGHS and SCIP find: for the weighted model, and for the stage that leaves nothing late."""
    for punctual in (False, True):
        model = PlainModel(problem, punctual=punctual)
        yield model, solve(model.programme, SECONDS), solve_scip(model.programme, SECONDS)


def speaks(plan: Plan, verdict: Verdict) -> bool:
    """Return whether the plan's bound speaks of a judged plan: it works, does no more harm, works the same hours."""
    if plan.certificate is None or not verdict.works or verdict.wrong:
        return False
    worked = {work.name for work in plan.household.side_work}
    hours = {(one.month, one.name): one.amount for one, _ in verdict.levers if one.name in worked}
    harm = sum(debt.harm_halves() for debt in verdict.debts)
    same = hours == {(one.month, one.lever): one.hours for one in plan.outcome.side_work}
    return same and harm <= plan.outcome.harm_halves


def check(words: tuple[str, int, int, int]) -> int:
    """Check one instance.  Returns how many plans its bound spoke of."""
    plan, spoken = make_plan(converted(*words), horizon=words[2]), 0
    for model, highs, scip in solved(problem_of(plan.household, words[2])):
        if highs.proved and scip.proved:
            assert highs.objective == pytest.approx(scip.objective, rel=3e-4, abs=1.5)
        for found in (highs, scip):
            if found.values:
                verdict, _ = replayed(model, found)
                if speaks(plan, verdict):
                    assert plan.certificate is not None
                    assert int(str(verdict.goals["net_fen"])) >= plan.certificate.bound_fen
                    spoken += 1
    return spoken


@pytest.mark.parametrize("words", FEW)
def test_no_solver_finds_a_plan_below_the_bound(words):
    assert check(words) >= 1


@pytest.mark.long
def test_no_solver_finds_a_plan_below_the_bound_of_many_households():
    spoken = [check(words) for words in MANY]
    assert sum(one > 0 for one in spoken) >= len(MANY) // 4

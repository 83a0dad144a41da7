"""What is known already is not followed again, and changes nothing."""

from datetime import date

from hypothesis import given

from ashore.household.model import Household
from ashore.planning.baselines import CANDIDATES, run_baselines, sell_all, with_sales
from ashore.planning.holding import Holding
from ashore.planning.problem import problem_of
from ashore.planning.replay import Replay
from planning.small import debt, wage
from properties.examples import PLANNED
from properties.households import horizons, households

AS_OF = date(2027, 1, 31)


@PLANNED
@given(households(), horizons())
def test_the_holding_plan_is_the_same_with_the_baselines_known(household, horizon):
    problem = problem_of(household, horizon)
    policy = with_sales(CANDIDATES[0], sell_all(problem))
    known = Holding(problem, policy, run_baselines(problem)).best()
    assert known == Holding(problem, policy).best()


def test_baselines_that_are_known_are_not_followed_again(monkeypatch):
    followed, follow = list[str](), Replay.run

    def told(self, stop=None):
        followed.append(self.policy.name)
        return follow(self, stop)

    monkeypatch.setattr(Replay, "run", told)
    home = Household(AS_OF, incomes=(wage(80),), debts=(debt(balance=300, periods=3),))
    problem = problem_of(home, 6)
    policy = with_sales(CANDIDATES[0], sell_all(problem))
    baselines = run_baselines(problem)
    for known in (baselines, None):
        followed.clear()
        Holding(problem, policy, known).best()
        assert ("avalanche" in followed) is (known is None)

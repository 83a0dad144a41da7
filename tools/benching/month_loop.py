"""The kernel's household-months against the plain loop's, and what the exact replay costs beside them."""

from collections.abc import Sequence
from typing import Final

from ashore.household.model import Household
from ashore.planning.baselines import BASELINES
from ashore.planning.harm import WEIGHTS
from ashore.planning.policy import Policy
from ashore.planning.problem import Problem, problem_of
from ashore.planning.replay import run
from ashore.simulation.arrays import Arrays, NotSimulated, arrays_of
from ashore.simulation.simulate import STRATEGIES, Strategy, simulate
from benching import compiled_loop
from benching.households import examples, plain_budget, plain_debts
from benching.plain_loop import PlainDebt, payoff
from benching.timing import Side, compare, timed

HORIZON: Final = 120
TIMES: Final = 3
PLAIN_TIMES: Final = 200


def kernel_months(households: Sequence[Arrays], strategy: Strategy) -> int:
    """Return how many household-months the kernel simulated."""
    return sum(len(simulate(one, strategy).cash_fen) for one in households for _ in range(TIMES))


def plain_months(households: Sequence[tuple[list[PlainDebt], float]]) -> int:
    """Return how many household-months the plain loop went through."""
    return sum(payoff(*one)[0] for one in households for _ in range(PLAIN_TIMES))


def replay_months(problems: Sequence[Problem], policy: Policy) -> int:
    """Return how many household-months the exact replay went through."""
    return sum(len(run(problem, policy).cash) for problem in problems)


def simulated(households: Sequence[Household]) -> list[tuple[Household, Arrays]]:
    """Return the households that the kernel takes, with their arrays."""
    found: list[tuple[Household, Arrays]] = []
    for household in households:
        try:
            found.append((household, arrays_of(household, HORIZON, WEIGHTS)))
        except NotSimulated as refused:
            print(f"  left out: {household.name}, {refused.code}")
    return found


def bench() -> None:
    """Time household-months and print the ratios."""
    print("Month loop, CPU time per household-month, the bundled examples:")
    pairs = simulated(list(examples()))
    arrays, problems = [one for _, one in pairs], [problem_of(one, HORIZON) for one, _ in pairs]
    plain = [(plain_debts(one), plain_budget(one)) for one, _ in pairs]
    loop = Side(
        "the plainest Python loop (floats; no dates, arrears, penalty)",
        lambda: timed(lambda: plain_months(plain)),
    )
    policies = {policy.name: policy for policy in BASELINES}
    for name in ("avalanche", "look-ahead"):
        strategy, policy = STRATEGIES[name], policies[name]
        kernel = Side(f"kernel, {name}", lambda one=strategy: timed(lambda: kernel_months(arrays, one)))
        replay = Side(f"exact replay, {name}", lambda one=policy: timed(lambda: replay_months(problems, one)))
        compare(kernel, loop)
        compare(replay, kernel)
    build = Side(
        "making a household's arrays (per household)",
        lambda: timed(lambda: len([arrays_of(one, HORIZON, WEIGHTS) for one, _ in pairs])),
    )
    one_run = Side(
        "one kernel run of it, avalanche",
        lambda: timed(lambda: len([simulate(one, STRATEGIES["avalanche"]) for one in arrays])),
    )
    compare(build, one_run)
    compiled_loop.bench(arrays, loop)

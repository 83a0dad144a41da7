"""The kernel and the exact replay side by side: where do they differ?"""

from collections.abc import Mapping
from dataclasses import replace

from ashore.household.model import Household
from ashore.planning.baselines import BASELINES, CANDIDATES, with_sales
from ashore.planning.harm import WEIGHTS
from ashore.planning.outcome import Outcome
from ashore.planning.policy import Policy
from ashore.planning.problem import problem_of
from ashore.planning.replay import run
from ashore.simulation.arrays import arrays_of
from ashore.simulation.simulate import STRATEGIES, Run, simulate

POLICIES = tuple(policy for policy in (*BASELINES, *CANDIDATES) if policy.name in STRATEGIES)
SALES: Mapping[int, int] = {0: 1}
SAME_NAMES = (
    "months",
    "paid_fen",
    "interest_fen",
    "penalty_fen",
    "fee_fen",
    "forgiven_fen",
    "left_fen",
    "cut_fen",
    "overdue_months",
    "harm_halves",
    "arrears_fen_months",
    "missed_fund",
)


def replayed(household: Household, policy: Policy, horizon: int) -> Outcome:
    """Return the exact replay with every month whole, as the kernel has them."""
    return run(replace(problem_of(household, horizon), daily_months=0), with_sales(policy, SALES))


def simulated(household: Household, policy: Policy, horizon: int) -> Run:
    """Return the kernel's run of the same strategy."""
    return simulate(arrays_of(household, horizon, WEIGHTS, sales=SALES), STRATEGIES[policy.name])


def differences(exact: Outcome, kernel: Run) -> dict[str, object]:
    """Return by name what is not the same in both, to the fen and in every month."""
    pairs: dict[str, tuple[object, object]] = {
        name: (getattr(exact, name), getattr(kernel, name)) for name in SAME_NAMES
    }
    rows = zip(exact.cash, exact.ends, strict=True)
    pairs["unpaid"] = (exact.unpaid_essential_fen, kernel.unpaid_fen)
    pairs["works"] = (exact.works, kernel.failed_in is None)
    pairs["months by month"] = (
        [(cash.end_fen, cash.debt_fen, end.arrears_fen) for cash, end in rows],
        list(zip(kernel.cash_fen, kernel.debt_fen, kernel.arrears_fen, strict=True)),
    )
    overdue = tuple(sum(debt in end.overdue for end in exact.ends) for debt in exact.debts)
    pairs["overdue by debt"] = (overdue, kernel.overdue_by_debt)
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}

"""The five ways people usually pay, to compare a plan with (SPEC §5.9), and the policies a plan is chosen from."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from ashore.planning.cliffs import MATURING
from ashore.planning.outcome import Outcome
from ashore.planning.policy import Policy
from ashore.planning.problem import Problem
from ashore.planning.replay import run

BASELINES: Final[tuple[Policy, ...]] = (
    Policy("as-is", "file"),
    Policy("avalanche", "dearest", "dearest"),
    Policy("snowball", "smallest", "smallest"),
    Policy("pro-rata", "pro-rata", "pro-rata"),
    Policy("look-ahead", "dearest", "dearest", reserve=True),
)
CANDIDATES: Final[tuple[Policy, ...]] = (
    Policy("clean-first", "clean-first", "dearest", reserve=True, spares=True, careful=True),
    Policy(
        "clean-first-lumps", "clean-first", "dearest", reserve=True, spares=True, careful=True, lumps=True
    ),
    Policy("oldest-first", "oldest", "dearest", reserve=True, spares=True),
    Policy("clean-first-smallest", "clean-first", "smallest", reserve=True, spares=True, careful=True),
    Policy("oldest-first-smallest", "oldest", "smallest", reserve=True, spares=True),
    Policy("dues-first", "dues-first", "dearest", reserve=True, spares=True),
)
MODEL: Final = Policy("model", "clean-first", "model", reserve=True, spares=True, careful=True)
HOLDING: Final = Policy(
    "holding", "holding", "dearest", reserve=True, reserve_months=6, spares=True, careful=True
)


def ways_of(problem: Problem) -> tuple[Policy, ...]:
    """Return the candidates that can lead elsewhere than those before them in this household.

    `lumps` needs a debt that ends in one large due, by contract or by an open concession; `dues-first` two late debts.
    """
    late = sum(account.arrears_fen > 0 for account in problem.accounts)
    methods = {account.terms.method for account in problem.accounts}
    methods |= {
        terms.method for debt in problem.household.debts for terms in debt.concessions if terms.method
    }
    lumps = bool(methods & MATURING)
    return tuple(
        one for one in CANDIDATES if (lumps or not one.lumps) and (late > 1 or one.order != "dues-first")
    )


def sell_all(problem: Problem) -> Mapping[int, int]:
    """Return every thing that may be sold, sold in month 1."""
    return {index: 1 for index, asset in enumerate(problem.household.assets) if asset.for_sale}


def run_baselines(problem: Problem) -> dict[str, Outcome]:
    """Return what each baseline leads to; everything sellable is sold in month 1, no side work, no friend loan."""
    sales = sell_all(problem)
    return {policy.name: run(problem, with_sales(policy, sales)) for policy in BASELINES}


def with_sales(policy: Policy, sales: Mapping[int, int]) -> Policy:
    """Return the policy with these sales."""
    return replace(policy, sales=sales)

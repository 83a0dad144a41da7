"""A policy: in which order dues are met when money is short, where surplus goes, which levers are used."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from ashore.household.flows import Flow
from ashore.household.model import Debt
from ashore.loans.concessions import Account
from ashore.planning.harm import WEIGHTS
from ashore.planning.offers import Selection
from ashore.planning.policy_rank import marginal_rate

Order = Literal[
    "file", "oldest", "clean-first", "dues-first", "dearest", "smallest", "pro-rata", "holding", "holding-most"
]  # fmt: skip
Extra = Literal[
    "none", "dearest", "smallest", "pro-rata", "all-dearest", "longest", "closing", "model"
]  # fmt: skip
STAGES: Final = (
    "enforcement", "judgment", "sued", "payment-order", "mediation", "assigned", "outsourced", "overdue", "current"
)  # fmt: skip
HOLD_FIRST: Final = frozenset({"home", "court", "guarantor"})
HOLDING_ORDERS: Final[frozenset[Order]] = frozenset({"holding", "holding-most"})
"""Orders that pay a due whole or not at all; `holding-most` meets small dues first: so most debts stay in order."""


@dataclass(frozen=True, slots=True)
class Policy:
    """How money is used each month.

    `order`: which dues come first when not all can be met.  `extra`: which debt gets what is left over.
    `reserve`: whether cash is kept back for later essential spending, and for dues `reserve_months` ahead.
    `spares`: whether extra repayment also leaves what later other spending needs, so that none of it is cut for it.
    `careful`: whether cash for the dues of a group of debts is kept day by day before the next group gets any.
    `lumps`: whether cash that waits for a debt's last large due repays that debt early.
    `most_fen`: early repayment stops where a month's payments to debts would come to more; None: it does not.
    `early_months`: early repayment ends after so many months; None: it does not.  `steady`: a card is then still paid
    what its first minimum was, so that it ends.
    `ends`: whether it repays early debts of every kind from their end on, not only those with a large last due.
    `last`: debts whose dues are met after those of every other, where not all can be kept in order.
    `sales`: month index by asset index.  `hours`: side-work hours by (lever index, month index).  `draws`: fen by
    friend-loan index.  `offers`: concessions taken as soon as what they need on acceptance is there.  `targets`: what
    early repayment brings a debt's principal down to, in fen by debt and month index, for `extra` by a model.
    """

    name: str
    order: Order
    extra: Extra = "none"
    reserve: bool = False
    reserve_months: int = 1200
    spares: bool = False
    careful: bool = False
    lumps: bool = False
    most_fen: int | None = None
    early_months: int | None = None
    steady: bool = False
    ends: bool = False
    last: frozenset[str] = frozenset()
    sales: Mapping[int, int] = field(default_factory=dict[int, int])
    hours: Mapping[tuple[int, int], int] = field(default_factory=dict[tuple[int, int], int])
    draws: Mapping[int, int] = field(default_factory=dict[int, int])
    offers: Selection = ()
    targets: Mapping[tuple[str, int], int] = field(default_factory=dict[tuple[str, int], int])


@dataclass(frozen=True, slots=True)
class Projection:
    """A debt's later dues when each is paid: fen by month index, and those of the real days as payments."""

    by_month: list[int]
    flows: list[Flow]


@dataclass(slots=True)
class Runner:
    """A debt in motion during a replay: its account, what the counts need to remember, this month's amounts.

    `pay_days`: when it is paid this month; `need_fen`: what would leave nothing unpaid this month; `dues_fen`: what
    of it would leave no later due unpaid, old arrears aside; `budget_fen`: what is set aside for it; `short_fen`: what
    of the need is not; `extra_fen`: what may be repaid early on top.
    """

    id: str
    index: int
    debt: Debt | None
    account: Account
    weight: int
    overdue_at_start: bool
    overdue_before: bool
    past_90_before: bool
    projection: Projection | None = None
    pay_days: list[date] = field(default_factory=list[date])
    need_fen: int = 0
    dues_fen: int = 0
    budget_fen: int = 0
    short_fen: int = 0
    extra_fen: int = 0


def weight_of(debt: Debt | None) -> int:
    """Return the harm weight of a debt; a friend's loan drawn in the plan counts as family."""
    return WEIGHTS[debt.priority] if debt else WEIGHTS["family"]


def tier_of(runner: Runner, policy: Policy) -> int:
    """Return which group a debt is met in: lower groups first, and cash is kept for them before later ones."""
    if runner.id in policy.last:
        return 3
    if policy.order in HOLDING_ORDERS:
        priority = runner.debt.priority if runner.debt else "family"
        if priority in HOLD_FIRST:
            return 0
        return 2 if runner.overdue_before else 1
    if policy.order == "clean-first":
        return 1 if runner.overdue_at_start else 0
    return 0


def _stage_rank(runner: Runner) -> int:
    return STAGES.index(runner.debt.stage) if runner.debt else len(STAGES)


ORDERS: Final[Mapping[Order, Callable[[Runner], tuple[float, ...]]]] = {
    "file": lambda one: (one.index,),
    "oldest": lambda one: (-one.account.days_past_due, -one.weight, one.index),
    "dues-first": lambda one: (-one.weight, -one.account.days_past_due, one.index),
    "clean-first": lambda one: (-one.weight, -one.account.days_past_due, one.index),
    "dearest": lambda one: (-marginal_rate(one.account), one.index),
    "smallest": lambda one: (one.account.principal_left_fen, one.index),
    "pro-rata": lambda one: (one.index,),
    "holding": lambda one: (_stage_rank(one), -one.weight, -one.account.days_past_due, one.index),
    "holding-most": lambda one: (_stage_rank(one), one.need_fen / max(1, one.weight), one.index),
}


def in_order(runners: list[Runner], policy: Policy) -> list[Runner]:
    """Return the debts by group, then by the policy's order."""
    key = ORDERS[policy.order]
    return sorted(runners, key=lambda one: (tier_of(one, policy), *key(one)))

"""One way the months could turn out: real money where it differs from what is expected, and what happens besides."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from ashore.dates import Month
from ashore.household.flows import Flow
from ashore.household.model import Debt, Priority
from ashore.loans.opening import open_account
from ashore.loans.schedule import dues_of
from ashore.loans.terms import Opening, Penalty, Prepayment, Terms
from ashore.money import Rate
from ashore.planning.policy import Runner, weight_of
from ashore.planning.problem import Problem

NEVER_EARLY: Final = Prepayment(allowed=False)
LATE: Final = Penalty(multiple=Fraction(3, 2))
"""What such a loan is assumed to charge when it is late, on its own rate; said beside the result."""


@dataclass(frozen=True, slots=True)
class NewLoan:
    """A loan taken on the way: what it is for harm, how much, what is kept back as its fee, rate, months.

    `at_end`: only interest each month, all principal with the last; else level payments.
    """

    id: str
    priority: Priority
    fen: int
    fee_fen: int
    rate: Rate
    months: int
    at_end: bool


@dataclass(frozen=True, slots=True)
class Future:
    """What happens, by month index: a month's real flows, debts called as it begins, loans taken that day.

    A month without an entry brings what the file says, a variable income at its low.  `until`: the month up to which
    it is followed even where every debt is closed before.
    """

    flows: Mapping[int, tuple[Flow, ...]] = field(default_factory=dict[int, tuple[Flow, ...]])
    calls: Mapping[int, tuple[int, ...]] = field(default_factory=dict[int, tuple[int, ...]])
    loans: Mapping[int, tuple[NewLoan, ...]] = field(default_factory=dict[int, tuple[NewLoan, ...]])
    until: int = 0


QUIET: Final = Future()
"""Everything comes as the file says."""


def runner_of(loan: NewLoan, problem: Problem, month: Month, index: int) -> Runner:
    """Return a loan taken on the first day of a month as a debt in motion; it cannot be repaid early."""
    method = "interest-only" if loan.at_end else "level-payment"
    terms = Terms(method, loan.rate, due_day=month.first.day, penalty=LATE, prepayment=NEVER_EARLY)
    opening = Opening(month.first, loan.fen, loan.months, month.first)
    debt = Debt(loan.id, "", "", terms, loan.fen, loan.months, priority=loan.priority)
    account = open_account(terms, opening, problem.working_days)
    return Runner(
        loan.id,
        index,
        debt,
        account,
        weight_of(debt),
        overdue_at_start=False,
        overdue_before=False,
        past_90_before=False,
    )


def dues_on(loan: NewLoan, problem: Problem, month: Month) -> list[int]:
    """Return what such a loan asks, due by due."""
    return [row.total_fen for row in dues_of(runner_of(loan, problem, month, 0).account)]

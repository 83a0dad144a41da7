"""What creditors would receive in an insolvency: things sold, income above a protected part, shared by what is owed."""

from dataclasses import dataclass
from datetime import date

from ashore.household.flows import sale_fen
from ashore.money import MONTHS_PER_YEAR, share_out
from ashore.planning.ask_received import Inflow, Money, money_of
from ashore.planning.problem import Problem
from ashore.rules.insolvency import InsolvencyRule


@dataclass(frozen=True, slots=True)
class Insolvency:
    """What each creditor would receive, by debt; None for one whose security stands apart.

    `sold_fen`: things and cash above what is exempt; `income_fen`: income above the protected part over the years;
    `protected_month_fen`: what is left to the household each month; `persons`: how many it is for.
    """

    rule: InsolvencyRule
    sold_fen: int
    income_fen: int
    protected_month_fen: int
    persons: int
    money: tuple[Money | None, ...]


def insolvency_of(problem: Problem, rule: InsolvencyRule) -> Insolvency:
    """Return what creditors would receive under a rule, shared in proportion to what is owed at `as_of`."""
    household = problem.household
    persons = 1 + household.dependants
    protected = rule.protected_month_fen * persons
    things = sum(sale_fen(one, 1) for one in household.assets if not one.is_sold)
    sold = max(0, household.cash_fen + things - rule.exempt_fen)
    income = [max(0, _income(problem, month) - protected) for month in _months(problem, rule)]
    owed = _owed(problem)
    rows: list[list[Inflow]] = [[] for _ in owed]
    for month, fen in zip(_months(problem, rule), income, strict=True):
        total = fen + (sold if month == 1 else 0)
        on = _end(problem, month)
        for debt, share in enumerate(share_out(total, tuple(owed))):
            if share:
                rows[debt].append((on, share))
    capped = [_capped(one, most) for one, most in zip(rows, owed, strict=True)]
    money = tuple(money_of(problem, one, debt) if owed[debt] else None for debt, one in enumerate(capped))
    return Insolvency(rule, sold, sum(income), protected, persons, money)


def _months(problem: Problem, rule: InsolvencyRule) -> range:
    return range(1, min(problem.horizon, rule.years * MONTHS_PER_YEAR) + 1)


def _end(problem: Problem, month: int) -> date:
    return problem.first.plus(month).last


def _income(problem: Problem, month: int) -> int:
    return sum(flow.fen for flow in problem.flows[month] if flow.kind == "income")


def _owed(problem: Problem) -> list[int]:
    """Return what is owed on each debt at `as_of`; nothing of one secured by the home or a car."""
    return [
        account.payoff_fen() if debt.secured_by == "none" else 0
        for debt, account in zip(problem.household.debts, problem.accounts, strict=True)
    ]


def _capped(rows: list[Inflow], most: int) -> list[Inflow]:
    """Return the payments until all that is owed has been paid."""
    found: list[Inflow] = []
    for on, fen in rows:
        part = min(fen, most)
        most -= part
        if part:
            found.append((on, part))
    return found

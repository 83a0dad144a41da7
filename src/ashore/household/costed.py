"""What a debt of the file truly costs: from the lender's table, from what was lent, or from what is left."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from ashore.dates import WorkingDays, add_months
from ashore.errors import AshoreError
from ashore.household.model import Debt
from ashore.household.position import instalments_from, open_debt, opening_of
from ashore.loans.cost import later_dues
from ashore.loans.disclosed import Disclosure
from ashore.loans.opening import EVERY_DAY_WORKS
from ashore.loans.schedule import contract_schedule
from ashore.loans.terms import Opening
from ashore.loans.truecost import Charges, flows_of, level_flows
from ashore.loans.yearly.flows import Flow

Origin = Literal["table", "contract", "left"]


class NoSchedule(AshoreError):
    """Neither the lender's table nor the contract says how a loan is repaid."""


@dataclass(frozen=True, slots=True)
class CostBasis:
    """The flows of a debt and what comes on top of its dues.  `left`: only what is still to be paid was known."""

    flows: tuple[Flow, ...]
    charges: Charges
    origin: Origin


def cost_basis(debt: Debt, as_of: date, working_days: WorkingDays = EVERY_DAY_WORKS) -> CostBasis:
    """Return a debt's flows: its table's if it has one, else the contract's from the first day, else what is left.

    Raises NoSchedule where the table leaves open how it is repaid.
    """
    if debt.disclosure is not None:
        return _of_table(debt, debt.disclosure, as_of, working_days)
    principal, start = debt.terms.original_fen, debt.start
    if principal and start:
        periods = instalments_from(debt, start, as_of)
        rows = contract_schedule(debt.terms, Opening(start, principal, periods, start), working_days)
        return CostBasis(flows_of(start, principal, rows, Charges()), Charges(), "contract")
    account = open_debt(debt, as_of, working_days)
    rows = later_dues(account)
    lent = rows[0].balance_fen + rows[0].principal_fen if rows else 0
    since = opening_of(debt, as_of, working_days).accrued_from  # the running period's interest counts whole
    return CostBasis(flows_of(since, lent, rows, Charges()), Charges(), "left")


def _of_table(debt: Debt, table: Disclosure, as_of: date, working_days: WorkingDays) -> CostBasis:
    on = table.on or debt.start or as_of
    charges, periods = table.charges, table.periods or instalments_from(debt, on, as_of)
    first = table.first_due or add_months(on, 1)
    if table.payment_fen is not None and periods:
        arrives = table.principal_fen - charges.withheld_fen - charges.upfront_fen
        flows = level_flows(on, arrives, first, table.payment_fen, periods, charges.end_fen)
        return CostBasis(flows, charges, "table")
    bears = debt.terms.rate.value or debt.terms.fee_per_period or debt.terms.schedule
    if not periods or not (bears or charges != Charges()):
        raise NoSchedule("cost-no-schedule", name=debt.name)
    terms, before = replace(debt.terms, due_day=first.day), first - timedelta(days=1)
    rows = contract_schedule(terms, Opening(before, table.principal_fen, periods, on), working_days)
    return CostBasis(flows_of(on, table.principal_fen, rows, charges), charges, "table")


def instalment_by_rate(debt: Debt, as_of: date, working_days: WorkingDays = EVERY_DAY_WORKS) -> int | None:
    """Return what one instalment of a table comes to by the rate that it names, its own costs included, in fen.

    None where the table names no instalment of its own, or where instalments are not level by their method.
    """
    table = debt.disclosure
    if table is None or table.payment_fen is None or table.rate is None or not table.periods:
        return None
    if (table.method or debt.terms.method) != "level-payment":
        return None
    on = table.on or debt.start or as_of
    first = table.first_due or add_months(on, 1)
    terms = replace(debt.terms, rate=table.rate, method="level-payment", payment_fen=None, due_day=first.day)
    opening = Opening(first - timedelta(days=1), table.principal_fen, table.periods, on)
    return contract_schedule(terms, opening, working_days)[0].total_fen + table.charges.each_fen

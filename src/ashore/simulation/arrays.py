"""A household as flat lists of whole numbers, ready for the kernel."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ashore.dates import WorkingDays, month_of
from ashore.errors import AshoreError
from ashore.household.flows import PROTECTED, flows_of, sale_fen
from ashore.household.model import Debt, Household, Priority
from ashore.household.position import open_debt
from ashore.loans.account import TermAccount
from ashore.loans.concessions import Account
from ashore.loans.opening import EVERY_DAY_WORKS
from ashore.loans.revolving import RevolvingAccount
from ashore.simulation import layout as at
from ashore.simulation.bounds import fits
from ashore.simulation.calendar import Span, ends_of
from ashore.simulation.facts import add_tables, block_of, put
from ashore.simulation.rates import Contract, rates_of
from ashore.simulation.slots import items_of, row_numbers, slot_of, turns_of

MARGIN = 2
"""Room for the instalment being written, and one to spare."""


class NotSimulated(AshoreError):
    """A debt whose contract the kernel does not know."""


@dataclass(frozen=True, slots=True)
class Arrays:
    """What the kernel reads (`layout`), the ids of the debts in file order, and what they began with in fen.

    `opening` is the state at the end of `as_of`: a run works on a copy.  `money` may be replaced, month by month.
    `fits`: whether no number of a run can leave 64 bits (`bounds`).
    """

    debts: tuple[str, ...]
    data: list[int]
    money: list[int]
    opening: list[int]
    began_fen: int
    fits: bool

    @property
    def months(self) -> int:
        """Return how many months are simulated, month 0 included."""
        return self.data[at.H_MONTHS]


def arrays_of(
    household: Household,
    horizon: int,
    weights: Mapping[Priority, int],
    *,
    sales: Mapping[int, int] | None = None,
    working_days: WorkingDays = EVERY_DAY_WORKS,
) -> Arrays:
    """Return a household over `horizon` months after `as_of`'s own as whole numbers.

    `weights`: harm of an overdue month by priority.  `sales`: month index by asset index.  Contracts and agreements
    in writing hold.  Raises NotSimulated for a debt under a settlement, or one whose first due is on a day of its own.
    """
    span = Span(household.as_of, horizon + 1)
    accounts = [contract_of(debt, open_debt(debt, household.as_of, working_days)) for debt in household.debts]
    ranks = [weights[debt.priority] for debt in household.debts]
    began = sum(sum(account.tally.began) for account in accounts)
    data, opening, _ = lay_out(accounts, ranks, span)
    data[at.H_CASH], data[at.H_STOCK] = household.cash_fen, household.stock_fen
    money = money_of(household, horizon, sales or {})
    return Arrays(
        tuple(debt.id for debt in household.debts), data, money, opening, began, fits(data, opening)
    )


def contract_of(debt: Debt, account: Account) -> Contract:
    """Return the account as one the kernel knows: its dues fall on its due day, or are typed.  Raises NotSimulated."""
    if not isinstance(account, TermAccount | RevolvingAccount):
        raise NotSimulated("settlement-not-simulated", debt=debt.name)
    on_its_day = month_of(account.next_due).day(account.terms.due_day) == account.next_due
    if not on_its_day and account.running and account.terms.method != "schedule":
        raise NotSimulated("first-due-not-simulated", debt=debt.name)
    return account


def money_of(household: Household, horizon: int, sales: Mapping[int, int]) -> list[int]:
    """Return income, protected spending, other spending and the emergency fund aimed at, month by month."""
    months, first = max(1, household.emergency_fund_months), month_of(household.as_of)
    money = [0] * ((horizon + 1) * at.MONEY_SIZE)
    for flow in flows_of(household, horizon + 1):
        kind = (
            at.M_INCOME if flow.kind == "income" else at.M_PROTECTED if flow.kind in PROTECTED else at.M_OTHER
        )
        money[month_of(flow.on).minus(first) * at.MONEY_SIZE + kind] += flow.fen
    for asset, index in sales.items():
        if index <= horizon:
            money[index * at.MONEY_SIZE + at.M_INCOME] += sale_fen(household.assets[asset], index)
    for index in range(horizon + 1):
        target = household.emergency_fund_fen * min(months, index + 1) // months
        money[index * at.MONEY_SIZE + at.M_TARGET] = target
    return money


def lay_out(
    accounts: Sequence[Contract], weights: Sequence[int], span: Span, seats: int | None = None
) -> tuple[list[int], list[int], list[list[int]]]:
    """Return (data, state, slots): the header, the debts' blocks and tables; room to run in; where each debt begins.

    `seats`: how many debts run at once, the first ones at the start; None: all.  The others are ways to put them on.
    """
    seats = len(accounts) if seats is None else seats
    items = max((items_of(account) for account in accounts), default=0) + span.months + MARGIN
    size = at.S_ITEMS + items * at.ITEM_SIZE
    data = [0] * (at.HEADER_SIZE + len(accounts) * at.TERMS_SIZE)
    held = [rates_of(account, span, turns_of(account)) for account in accounts]
    slots = [slot_of(account, rates, size) for account, rates in zip(accounts, held, strict=True)]
    state = [number for slot in (*slots[:seats], [0] * size) for number in slot]
    for index, (account, rates, weight) in enumerate(zip(accounts, held, weights, strict=True)):
        block = block_of(account, rates, span, weight)
        block[at.T_ROWS_AT] = len(state)
        state += row_numbers(account, rates)
        add_tables(data, block, account, rates, span)
        place = at.HEADER_SIZE + index * at.TERMS_SIZE
        put(data, place, block)
    data[at.H_DEBTS], data[at.H_MONTHS], data[at.H_TERMS_AT] = seats, span.months, at.HEADER_SIZE
    data[at.H_SLOT_SIZE], data[at.H_PAID_FROM] = size, span.paid_from
    data[at.H_ENDS_AT] = len(data)
    data += [day.toordinal() for day in ends_of(span)]
    for place, length in (
        (at.H_DUES_AT, seats * span.months),
        (at.H_KEEP_AT, at.KEEP_ROWS * span.months),
        (at.H_RANK_AT, seats),
    ):
        data[place] = len(state)
        state += [0] * length
    return data, state, slots

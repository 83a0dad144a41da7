"""The goals of SPEC §5 for a list of intended payments, and what of it could not be done."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from ashore.dates import Month, WorkingDays, month_of
from ashore.household.flows import flows_of
from ashore.household.model import Household
from ashore.household.position import open_debt
from ashore.household.standing import old_debts, set_aside
from ashore.loans.opening import EVERY_DAY_WORKS
from ashore.loans.parts import COMPOUND, DAMAGES, FEES, INTEREST, PENALTY
from ashore.planning.judging.choices import accept_choices
from ashore.planning.judging.debts import DAY_90, Followed, Row, follow
from ashore.planning.judging.intentions import BadPlan, Intentions, Lever
from ashore.planning.judging.levers import draws, sales, side_work
from ashore.planning.judging.money import Cash, CashMonth, Move, cash_through

WEIGHTS: Mapping[str, int] = {
    "home": 30, "utilities": 20, "court": 20, "guarantor": 15, "credit-record": 10, "family": 3, "none": 2,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the payments lead to; `wrong` says in words what could not be done or is not allowed.

    `levers` are the sales, side work and loans with the fen each brings.
    """

    rows: tuple[Row, ...]
    cash: tuple[CashMonth, ...]
    debts: tuple[Followed, ...]
    levers: tuple[tuple[Lever, int], ...]
    lent_fen: int
    wrong: tuple[str, ...]

    @property
    def goals(self) -> dict[str, object]:
        """Return the goals and totals, named as in the plan's JSON; amounts in fen."""
        charged = [sum(debt.account.tally.charged[part] for debt in self.debts) for part in range(6)]
        forgiven = sum(sum(debt.account.tally.forgiven) for debt in self.debts)
        halves = sum(debt.harm_halves() for debt in self.debts)
        interest, penalty = charged[INTEREST], charged[PENALTY] + charged[COMPOUND]
        fees = charged[FEES] + charged[DAMAGES]
        cost = interest + penalty + fees
        free = self.debt_free
        return {
            "status": "works" if self.works else "does-not-work",
            "unpaid_essential_fen": sum(month.unpaid_fen for month in self.cash),
            "harm": halves / 2,
            "overdue_months": sum(debt.overdue_months for debt in self.debts),
            "arrears_fen_months": sum(end.arrears_fen for debt in self.debts for end in debt.ends),
            "cut_fen": sum(month.cut_fen for month in self.cash),
            "owed_fen": self.owed_fen,
            "paid_fen": sum(row.fen for row in self.rows),
            "principal_fen": sum(row.principal_fen for row in self.rows),
            "interest_fen": interest,
            "penalty_fen": penalty,
            "fee_fen": fees,
            "cost_fen": cost,
            "forgiven_fen": forgiven,
            "net_fen": cost - forgiven,
            "left_fen": sum(debt.account.tally.left() - debt.account.credit_fen for debt in self.debts),
            "months": None if free is None else month_of(free).minus(self.cash[0].month),
            "debt_free": None if free is None else free.isoformat(),
        }

    @property
    def owed_fen(self) -> int:
        """Return all that was owed at the end of `as_of`; a loan drawn in the plan comes later."""
        return sum(sum(debt.account.tally.began) for debt in self.debts) - self.lent_fen

    @property
    def left_debts(self) -> list[str]:
        """Return the debts that are still open at the end."""
        return [debt.id for debt in self.debts if not debt.account.closed]

    @property
    def debt_free(self) -> date | None:
        """Return the day of the last payment, if it closed the last debt."""
        return max(row.on for row in self.rows) if self.rows and not self.left_debts else None

    @property
    def works(self) -> bool:
        """Return whether nothing essential is unpaid and no debt breaks a plan that works (SPEC §5.4)."""
        return not any(month.unpaid_fen for month in self.cash) and not any(
            end.breaks for debt in self.debts for end in debt.ends
        )


def judge(household: Household, plan: Intentions, working_days: WorkingDays = EVERY_DAY_WORKS) -> Verdict:
    """Return what the plan's intentions lead to.  Raises BadPlan when they name what the household does not have.

    A debt to be asked about first is set aside where the plan pays nothing on it.
    """
    paid = {payment.debt for payment in plan.payments}
    household = set_aside(household, [debt for debt in old_debts(household) if debt.id not in paid])
    first, wrong = month_of(household.as_of), list[str]()
    _check_days(plan, household, first.plus(plan.horizon).last)
    lent = list(draws(household, plan, wrong))
    levers = [*sales(household, plan, wrong), *side_work(household, plan, wrong)]
    levers += [(lever, move) for lever, move, _ in lent]
    cash = _cash(household, plan, [move for _, move in levers])
    debts = [*_open(household, working_days), *(debt for _, _, debt in lent)]
    accept_choices(household, plan, debts)
    _follow(debts, plan, cash, first)
    verdict = Verdict(
        rows=tuple(sorted(chain.from_iterable(debt.rows for debt in debts), key=lambda row: row.number)),
        cash=cash.months[: _months(debts, plan, first) + 1],
        debts=tuple(debts),
        levers=tuple((lever, move.fen) for lever, move in levers),
        lent_fen=sum(lever.amount for lever, _, _ in lent),
        wrong=(*wrong, *_beyond_cash(plan, cash), *_beyond_debts(debts, first)),
    )
    _check_identity(verdict)
    return verdict


def _check_days(plan: Intentions, household: Household, last: date) -> None:
    if plan.as_of != household.as_of:
        raise BadPlan(f"the plan is of {plan.as_of}, the household of {household.as_of}")
    days = [payment.on for payment in plan.payments]
    days += [lever.month.last for lever in (*plan.sales, *plan.side_work, *plan.draws)]
    for day in days:
        if not household.as_of < day <= last:
            raise BadPlan(f"{day} is not after {household.as_of} and on or before {last}")


def _cash(household: Household, plan: Intentions, levers: Sequence[Move]) -> Cash:
    moves = [Move(flow.on, flow.kind, flow.fen) for flow in flows_of(household, plan.horizon + 1)]
    moves += [Move(one.on, "debt", one.fen, number) for number, one in enumerate(plan.payments)]
    stock = sum(one.balance_fen for one in household.accounts if one.purpose == "stock")
    stock = stock if household.businesses else 0
    first = month_of(household.as_of)
    return cash_through([*levers, *moves], household.cash_fen, stock, first, plan.horizon, plan.other_fen)


def _open(household: Household, working_days: WorkingDays) -> Iterator[Followed]:
    for debt in household.debts:
        account = open_debt(debt, household.as_of, working_days)
        late, past = account.arrears_fen > 0, account.days_past_due > DAY_90
        yield Followed(debt.id, WEIGHTS[debt.priority], account, 0, overdue_before=late, past_90_before=past)


def _follow(debts: Sequence[Followed], plan: Intentions, cash: Cash, first: Month) -> None:
    """Follow each debt through what could be paid of the payments meant for it."""
    known = {debt.id: list[tuple[int, date, int]]() for debt in debts}
    for number, payment in enumerate(plan.payments):
        if payment.debt not in known:
            raise BadPlan(f"payments: there is no debt {payment.debt!r}")
        known[payment.debt].append((number, payment.on, cash.paid_fen[number]))
    for debt in debts:
        follow(debt, known[debt.id], first, plan.horizon)


def _months(debts: Sequence[Followed], plan: Intentions, first: Month) -> int:
    """Return the month in which the last debt is closed and nothing more is meant to happen, or the horizon."""
    if any(not debt.account.closed for debt in debts):
        return plan.horizon
    days = [payment.on for payment in plan.payments] + [lever.month.last for lever in plan.draws]
    return max((month_of(day).minus(first) for day in days), default=0)


def _beyond_cash(plan: Intentions, cash: Cash) -> Iterator[str]:
    for number, payment in enumerate(plan.payments):
        if cash.paid_fen[number] < payment.fen:
            there = cash.paid_fen[number]
            yield f"{payment.on} {payment.debt}: {payment.fen} fen meant, {there} there for it that day"


def _beyond_debts(debts: Sequence[Followed], first: Month) -> Iterator[str]:
    """Yield payments that a debt does not take, and extra ones in a month that ends with a debt overdue."""
    for row in chain.from_iterable(debt.rows for debt in debts):
        month = month_of(row.on)
        late = [debt.id for debt in debts if debt.late_in(month.minus(first))]
        if row.held_fen > 0:
            yield f"{row.on} {row.debt}: {row.held_fen} fen more than it takes that day"
        if row.extra and late:
            yield f"{row.on} {row.debt}: an extra payment, but {month} ends with {', '.join(late)} overdue"


def _check_identity(verdict: Verdict) -> None:
    """Refuse a verdict in which owed + interest + penalty + fees + new loans ≠ paid + forgiven + left (SPEC §5.6)."""
    accounts = [debt.account for debt in verdict.debts]
    charged = sum(sum(account.tally.charged) for account in accounts)
    forgiven = sum(sum(account.tally.forgiven) for account in accounts)
    held = sum(account.credit_fen for account in accounts)
    paid = sum(row.fen for row in verdict.rows)
    left = sum(account.tally.left() for account in accounts)
    if verdict.owed_fen + charged + verdict.lent_fen != paid - held + forgiven + left:
        raise AssertionError("what was owed and charged is not what was paid, forgiven and left")

"""The one most urgent thing, by consequence: courts, the home, living money a lender can take, the next cliff."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from ashore.dates import month_of
from ashore.errors import Message
from ashore.household.model import Debt, Household
from ashore.planning.cliffs import Cliff, DeadlineAhead
from ashore.planning.living_gap import LivingGap
from ashore.planning.outcome import Outcome
from ashore.planning.problem import Problem

COURT_STAGES: Final = ("enforcement", "judgment", "sued", "payment-order", "mediation")
SOON: Final = timedelta(days=45)


def urgent_of(
    problem: Problem,
    outcome: Outcome,
    deadlines: Sequence[DeadlineAhead],
    cliffs: Sequence[Cliff],
    missed: Sequence[Cliff] = (),
    gap: LivingGap | None = None,
) -> Message:
    """Return the most urgent thing of a household; `urgent-nothing` when nothing presses.

    `gap`: the first days on which there is not enough to live on.
    """
    for found in (
        _deadline(problem, deadlines),
        _court(problem),
        _living_days(problem, outcome, gap),
        _essentials(outcome),
        _home(problem),
        debits_of(problem.household),
        _agreement(problem, missed),
    ):
        for message in found:
            return message
    return next(_cliff(problem, outcome, cliffs), None) or _next_payment(problem, outcome)


def name_of(problem: Problem, debt_id: str) -> str:
    """Return the name the person gave a debt, or the id."""
    return next((debt.name for debt in problem.household.debts if debt.id == debt_id), debt_id)


def _deadline(problem: Problem, deadlines: Sequence[DeadlineAhead]) -> Iterator[Message]:
    for deadline in deadlines:
        if not deadline.passed:
            days = (deadline.on - problem.as_of).days
            code = "urgent-deadline" if deadline.verified else "urgent-deadline-unverified"
            facts = {
                "debt": name_of(problem, deadline.debt),
                "what": deadline.what,
                "on": deadline.on,
                "days": days,
            }
            yield Message(code, facts)


def _court(problem: Problem) -> Iterator[Message]:
    for stage in COURT_STAGES:
        for debt in problem.household.debts:
            if debt.stage == stage and not (debt.deadline and debt.deadline.on >= problem.as_of):
                yield Message(f"urgent-{stage}", {"debt": debt.name})


def _essentials(outcome: Outcome) -> Iterator[Message]:
    if outcome.essential_month:
        yield Message(
            "urgent-essentials",
            {"missing_fen": outcome.unpaid_essential_fen, "first_month": str(outcome.essential_month)},
        )


def _living_days(problem: Problem, outcome: Outcome, gap: LivingGap | None) -> Iterator[Message]:
    """The days before the next money on which living is short, where that comes before a whole month that is."""
    short = outcome.essential_month
    if gap is None or gap.until is None or (short and short <= month_of(gap.on)):
        return
    facts = {"on": gap.on, "days": (gap.on - problem.as_of).days, "money_on": gap.until}
    yield Message("urgent-living-days", facts | {"missing_fen": gap.missing_fen})


def _overdue(debt: Debt, problem: Problem) -> bool:
    return problem.accounts[problem.household.debts.index(debt)].arrears_fen > 0


def _home(problem: Problem) -> Iterator[Message]:
    for priority in ("home", "utilities"):
        for debt in problem.household.debts:
            if debt.priority == priority and _overdue(debt, problem):
                yield Message(f"urgent-{priority}", {"debt": debt.name})


def debits_of(household: Household) -> Iterator[Message]:
    """Yield the living or stock money that lies in an account a lender may debit, most money first."""
    names = {debt.id: debt.name for debt in household.debts}
    sued = any(debt.stage in COURT_STAGES for debt in household.debts)
    exposed = [
        one for one in household.accounts if one.purpose != "free" and one.debited_by and one.balance_fen
    ]
    for account in sorted(exposed, key=lambda one: -one.balance_fen):
        lenders = tuple(names.get(debt, debt) for debt in account.debited_by)
        code = f"urgent-debit-{account.purpose}" + ("-sued" if sued else "")
        yield Message(code, {"account": account.id, "amount_fen": account.balance_fen, "lenders": lenders})


def _agreement(problem: Problem, missed: Sequence[Cliff]) -> Iterator[Message]:
    """The nearest instalment of an agreement that the money will not reach, while there is still time to ask."""
    for one in sorted(missed, key=lambda cliff: (cliff.on, cliff.debt)):
        days = (one.on - problem.as_of).days
        facts = {"debt": name_of(problem, one.debt), "on": one.on, "days": days, "missing_fen": one.fen}
        yield Message(f"urgent-{one.what}", facts)


def _cliff(problem: Problem, outcome: Outcome, cliffs: Sequence[Cliff]) -> Iterator[Message]:
    """The nearest cliff; a maturity that the plan pays in time, and without a friend's money, presses nobody."""
    for cliff in cliffs:
        paid = cliff.what == "maturity" and outcome.works and not outcome.friend_loan
        if cliff.on <= problem.as_of + SOON and not paid:
            days = (cliff.on - problem.as_of).days
            facts = {
                "debt": name_of(problem, cliff.debt),
                "on": cliff.on,
                "days": days,
                "amount_fen": cliff.fen,
            }
            yield Message(f"urgent-{cliff.what}", facts)


def _next_payment(problem: Problem, outcome: Outcome) -> Message:
    first: date | None = outcome.payments[0].on if outcome.payments else None
    if first is None:
        return Message("urgent-nothing")
    payment = outcome.payments[0]
    return Message(
        "urgent-next-payment",
        {"debt": name_of(problem, payment.debt), "on": first, "amount_fen": payment.fen},
    )

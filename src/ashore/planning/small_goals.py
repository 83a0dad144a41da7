"""One small goal at a time: a few offers from somebody's own plan, of which the person takes one, none, or their own.

A sum is a range that keeps the payment at either end (trust D), and nothing is offered that is saved on food.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from ashore.dates import month_of
from ashore.errors import Message
from ashore.household.model import Debt
from ashore.household.standing import is_silent
from ashore.money import divide
from ashore.planning.outcome import Payment
from ashore.planning.plan import Plan
from ashore.planning.urgent import COURT_STAGES

TEN_YUAN: Final = 1_000
LEAST_YUAN: Final = 2_000
"""How wide a range is at the least."""
TENTH: Final = 10
MOST: Final = 5


def goals_offered(plan: Plan, today: date) -> tuple[Message, ...]:
    """Return at most five small goals, what has a last day first; nothing where the plan has nothing to offer."""
    return tuple(_offers(plan, today))[:MOST]


def _offers(plan: Plan, today: date) -> Iterator[Message]:
    yield from _papers(plan, today)
    yield from _payment(plan, today)
    yield from _talks(plan)
    yield from _listing(plan)
    yield from _envelope(plan, today)


def _papers(plan: Plan, today: date) -> Iterator[Message]:
    """Yield the paper with the next day by which to answer."""
    days = sorted((one for one in plan.deadlines if one.on >= today), key=lambda one: one.on)
    if days:
        names = {debt.id: debt.name for debt in plan.household.debts}
        facts = {"on": days[0].on, "debt": names.get(days[0].debt, days[0].debt)}
        yield Message("aim-offer-paper", facts)


def _payment(plan: Plan, today: date) -> Iterator[Message]:
    """Yield the next payment that is sure: not where no plan works, nor under an offer that is not in writing."""
    if plan.status == "does-not-work":
        return
    debts = {debt.id: debt for debt in plan.household.debts}
    talked = {plan.household.debts[member].id for one in plan.outcome.taken for member in one.offer.members}
    for row in plan.outcome.payments:
        debt = debts.get(row.debt)
        if debt and row.on > today and debt.id not in talked and not is_silent(debt, plan.as_of):
            yield _set_aside(row, debt)
            return


def _set_aside(row: Payment, debt: Debt) -> Message:
    low = -(-row.fen // TEN_YUAN) * TEN_YUAN
    wide = max(LEAST_YUAN, -(-low // (TENTH * TEN_YUAN)) * TEN_YUAN)
    return Message("aim-offer-pay", {"on": row.on, "debt": debt.name, "low_fen": low, "high_fen": low + wide})


def _talks(plan: Plan) -> Iterator[Message]:
    """Yield a letter and a call to whom something is overdue the longest; old debts are asked about first (H10)."""
    late = [
        (debt.arrears.since, place, debt)
        for place, debt in enumerate(plan.household.debts)
        if debt.arrears and debt.stage not in COURT_STAGES and not is_silent(debt, plan.as_of)
    ]
    if late:
        debt = min(late)[-1]
        for code in ("aim-offer-letter", "aim-offer-call"):
            yield Message(code, {"creditor": debt.creditor or debt.name})


def _listing(plan: Plan) -> Iterator[Message]:
    """Yield a thing to put up for sale; not while a court has a debt (H3)."""
    if any(debt.stage in COURT_STAGES for debt in plan.household.debts):
        return
    waiting = [one for one in plan.household.assets if one.for_sale and one.selling != "listed"]
    for asset in waiting[:1]:
        yield Message("aim-offer-listing", {"asset": asset.name})


def _envelope(plan: Plan, today: date) -> Iterator[Message]:
    """Yield a range for this month's spending that could wait, the largest; nothing essential."""
    free = [
        one
        for one in plan.household.spendings
        if one.every == "month"
        and not one.essential
        and not one.business
        and one.amount_fen >= TEN_YUAN * TENTH
    ]
    if free:
        most = max(free, key=lambda one: one.amount_fen)
        low = divide(most.amount_fen * (TENTH - 2), TENTH * TEN_YUAN, "half-up") * TEN_YUAN
        facts = {
            "name": most.name,
            "of_month": str(month_of(today)),
            "low_fen": low,
            "high_fen": most.amount_fen,
        }
        yield Message("aim-offer-envelope", facts)

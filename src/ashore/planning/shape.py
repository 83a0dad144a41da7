"""A plan as the published JSON shape `ashore-plan/1` (SPEC §8): amounts in fen, every list in date order."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from ashore.dates import Month
from ashore.errors import Message
from ashore.household.model import Household
from ashore.planning.agreements import BY_WORD
from ashore.planning.asks import AskSet
from ashore.planning.bound import SCALE
from ashore.planning.cliffs import Cliff
from ashore.planning.offers import Offer, Taken
from ashore.planning.outcome import CashRow, Outcome, Payment
from ashore.planning.plan import Plan
from ashore.planning.shop import ShopCompare

Json = dict[str, object]


def plan_json(plan: Plan) -> Json:
    """Return the plan as a JSON-able mapping."""
    outcome = plan.outcome
    return {
        "format": "ashore-plan/1",
        "status": plan.status,
        "as_of": plan.as_of,
        "horizon": plan.horizon,
        "goal": plan.goal,
        "tier": plan.tier,
        "convention": {"rounding": "half-up-fen", "order": "accrue-pay"},
        "assumed": list(plan.assumed),
        "urgent": message_json(plan.urgent),
        "next": message_json(plan.next_step),
        "deadlines": [
            {
                "date": one.on,
                "debt": one.debt,
                "what": one.what,
                "verified": one.verified,
                "passed": one.passed,
            }
            for one in plan.deadlines
        ],
        "cliffs": [{"date": one.on, "debt": one.debt, "what": one.what} for one in plan.cliffs],
        "missed": [_missed(one) for one in plan.missed],
        "months": outcome.months,
        "debt_free": outcome.debt_free,
        "except": list(outcome.left_debts),
        "shortfall_fen": plan.shortfall_fen,
        "shortfall_month": _month(plan.shortfall_month),
        **_totals(outcome),
        **_proof(plan),
        "price_fen": plan.price_fen,
        **played_json(plan.household, outcome),
        "asks": [ask_set_json(plan.household, one) for one in plan.asks],
        "receives": [
            {
                "debt": plan.household.debts[one.debt].id,
                "asked_fen": one.asked_fen,
                "otherwise_fen": one.otherwise_fen,
            }
            for one in plan.receives
        ],
        "set_aside": [{"debt": one.debt.id, "owed_fen": one.owed.total_fen} for one in plan.set_aside],
        "shops": [_shop(shop) for shop in plan.shops],
        "reasons": [message_json(reason) for reason in plan.reasons],
        "baselines": {name: _baseline(baseline) for name, baseline in plan.baselines.items()},
    }


def played_json(household: Household, outcome: Outcome) -> Json:
    """Return what was done with money: choices, payments, cash, sales, side work, a friend's loan."""
    return {
        "choices": [_choice(household, taken) for taken in outcome.taken],
        "payments": [_payment(row) for row in outcome.payments],
        "cash": [_cash(row) for row in outcome.cash],
        "sales": [{"month": str(one.month), "asset": one.asset, "fen": one.fen} for one in outcome.sales],
        "side_work": [
            {"month": str(one.month), "lever": one.lever, "hours": one.hours, "fen": one.fen}
            for one in sorted(outcome.side_work, key=lambda one: one.month)
        ],
        "friend_loan": [
            {"month": str(one.month), "lever": one.lever, "kind": one.kind, "fen": one.fen}
            for one in outcome.friend_loan
        ],
    }


def _missed(one: Cliff) -> Json:
    """Return an instalment of an agreement that will not be paid in time; whether the agreement is by word only."""
    return {"date": one.on, "debt": one.debt, "missing_fen": one.fen, "by_word": one.what == BY_WORD}


def ask_set_json(household: Household, one: AskSet) -> Json:
    """Return a set of asks with where it leads."""
    outcome = one.outcome
    return {
        "asks": [_ask(household, ask.offer, ask.weight) for ask in one.asks],
        "taken": [_offered(household, offer) for offer in one.taken],
        "creditors": len({household.debts[debt].creditor or debt for debt in one.debts}),
        "weight": float(one.weight),
        "proved_smallest": one.proved,
        "without": None if one.without is None else _ask(household, one.without.offer, one.without.weight),
        "forgiven_fen": outcome.forgiven_fen,
        "months": outcome.months,
        "debt_free": outcome.debt_free,
        "cost_fen": outcome.cost_fen,
        "net_fen": outcome.net_fen,
    }


def _ask(household: Household, offer: Offer, weight: Fraction) -> Json:
    terms, debt = offer.concession, household.debts[offer.debt]
    return {
        "debt": debt.id,
        "creditor": debt.creditor,
        "kind": terms.kind,
        "months": terms.months or None,
        "rate_per_year": None if terms.rate is None else float(terms.rate.per_year()),
        "percent": None if terms.settle_share is None else float(terms.settle_share),
        "instalments": terms.instalments if terms.kind == "settle" else None,
        "until": terms.until,
        "amount_fen": terms.settle_fen,
        "payment_fen": terms.payment_fen,
        "upfront_fen": offer.needs_fen,
        "interest": terms.interest if terms.kind == "defer" else None,
        "covers": [household.debts[member].id for member in offer.members[1:]],
        "weight": float(weight),
    }


def certificate_json(plan: Plan) -> Json | None:
    """Return the plan with the prices that prove its bound, for `ashore verify`; None where there is none."""
    if plan.certificate is None:
        return None
    prices, cases = list(plan.certificate.prices), plan.certificate.cases
    apart = [{"choices": [list(one) for one in case.choices], "prices": list(case.prices)} for case in cases]
    return {
        "format": "ashore-certificate/1",
        "unit": SCALE,
        "prices": prices,
        **({"cases": apart} if cases else {}),
        "plan": plan_json(plan),
    }


def _proof(plan: Plan) -> Json:
    """Return the bound and the gap, null where none can be shown; nothing less than none can be unpaid or harmed."""
    bound = plan.certificate.bound_fen if plan.certificate else None
    works = plan.status != "does-not-work"
    return {
        "bound_fen": bound,
        "gap_fen": None if bound is None else plan.outcome.net_fen - bound,
        "proved": {
            "essential": works and plan.outcome.unpaid_essential_fen == 0,
            "harm": works and plan.outcome.harm_halves == 0,
        },
    }


def _choice(household: Household, taken: Taken) -> Json:
    return {**_offered(household, taken.offer), "date": taken.on}


def _offered(household: Household, offer: Offer) -> Json:
    return {
        "debt": household.debts[offer.debt].id,
        "concession": offer.place,
        "kind": offer.concession.kind,
        "months": offer.concession.months or None,
        "until": offer.concession.until,
        "status": offer.concession.status,
        "covers": [household.debts[member].id for member in offer.members[1:]],
    }


def message_json(message: Message) -> Json:
    """Return a message as its code and facts."""
    return {"code": message.code, "facts": dict(message.facts)}


def _month(month: Month | None) -> str | None:
    return None if month is None else str(month)


def harm_number(halves: int) -> int | float:
    """Return harm counted in halves as a number: whole where it is whole."""
    return halves // 2 if halves % 2 == 0 else halves / 2


def _totals(outcome: Outcome) -> Json:
    return {
        "unpaid_essential_fen": outcome.unpaid_essential_fen,
        "overdue_months": outcome.overdue_months,
        "harm": harm_number(outcome.harm_halves),
        "arrears_fen_months": outcome.arrears_fen_months,
        "cut_fen": outcome.cut_fen,
        "owed_fen": outcome.owed_fen,
        "paid_fen": outcome.paid_fen,
        "principal_fen": outcome.principal_fen,
        "interest_fen": outcome.interest_fen,
        "penalty_fen": outcome.penalty_fen,
        "fee_fen": outcome.fee_fen,
        "forgiven_fen": outcome.forgiven_fen,
        "left_fen": outcome.left_fen,
        "cost_fen": outcome.cost_fen,
        "net_fen": outcome.net_fen,
    }


def _payment(row: Payment) -> Json:
    return {
        "date": row.on,
        "debt": row.debt,
        "fen": row.fen,
        "principal_fen": row.principal_fen,
        "interest_fen": row.interest_fen,
        "penalty_fen": row.penalty_fen,
        "fee_fen": row.fee_fen,
        "balance_fen": row.balance_fen,
        "extra": row.extra,
    }


def _cash(row: CashRow) -> Json:
    return {
        "month": str(row.month),
        "start_fen": row.start_fen,
        "income_fen": row.income_fen,
        "essential_fen": row.essential_fen,
        "other_fen": row.other_fen,
        "debt_fen": row.debt_fen,
        "end_fen": row.end_fen,
    }


BASELINE_KEYS: Sequence[str] = (
    "overdue_months", "harm", "unpaid_essential_fen", "interest_fen", "penalty_fen", "fee_fen", "left_fen", "cost_fen",
    "net_fen",
)  # fmt: skip


def _baseline(outcome: Outcome) -> Json:
    totals: Mapping[str, object] = _totals(outcome)
    return {"months": outcome.months, **{key: totals[key] for key in BASELINE_KEYS}}


def _shop(shop: ShopCompare) -> Json:
    closed = shop.closed
    return {
        "name": shop.name,
        "year_fen": shop.year_fen,
        "wage_year_fen": shop.wage_year_fen,
        "stock_fen": shop.stock_fen,
        "lost_deposit_fen": shop.lost_deposit_fen,
        "even_takings_fen": shop.even_fen,
        "even_with_wage_takings_fen": shop.wage_even_fen,
        "closed": None if closed is None else {"works": closed.works, **_baseline(closed)},
    }

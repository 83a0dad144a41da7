"""What could be asked as the published JSON shape `ashore-asks/1`: amounts in fen, every list in file order."""

from ashore.planning.ask_answer import AskAnswer, StillMissing
from ashore.planning.ask_received import BY_MONTHS, Money
from ashore.planning.ask_together import InProportion, Uniform
from ashore.planning.insolvency import Insolvency
from ashore.planning.shape import Json, ask_set_json, message_json


def asks_json(answer: AskAnswer) -> Json:
    """Return the answer as a JSON-able mapping."""
    plan = answer.plan
    debts = plan.household.debts
    return {
        "format": "ashore-asks/1",
        "status": plan.status,
        "as_of": plan.as_of,
        "needed": plan.asking is not None,
        "asks": [ask_set_json(plan.household, one) for one in plan.asks],
        "reasons": [message_json(one) for one in answer.reasons],
        "receives": [
            {
                "debt": debts[one.debt].id,
                "rate_per_year": float(one.rate),
                "asked_fen": one.asked_fen,
                "otherwise_fen": one.otherwise_fen,
                "asked": money_json(one.asked),
                "otherwise": money_json(one.otherwise),
            }
            for one in plan.receives
        ],
        "pro_rata": _proportion(answer.proportion),
        "uniform": _uniform(answer, answer.uniform),
        "insolvency": _insolvency(answer, answer.insolvency),
        "missing": _missing(answer, answer.missing),
        "limits": list(answer.rules),
        "limits_to_check": list(answer.unsure),
    }


def money_json(money: Money) -> Json:
    """Return what one creditor receives."""
    return {
        "worth_fen": money.worth_fen,
        "total_fen": money.total_fen,
        "first": money.first,
        "last": money.last,
        **{f"by_{months}_months_fen": fen for months, fen in zip(BY_MONTHS, money.by_fen, strict=True)},
        "left_fen": money.left_fen,
    }


def _proportion(one: InProportion | None) -> Json | None:
    if one is None:
        return None
    month = one.outcome.shortfall_month
    return {
        "works": one.outcome.works,
        "more_fen": one.more_fen,
        "shortfall_month": str(month) if month and not one.outcome.works else None,
    }


def _uniform(answer: AskAnswer, one: Uniform | None) -> Json | None:
    if one is None:
        return None
    alike = {
        "months": one.alike.months or None,
        "rate_cut": float(one.alike.rate_cut) or None,
        "deferred_months": one.alike.deferred or None,
    }
    return {"alike": alike, **ask_set_json(answer.plan.household, one.found)}


def _insolvency(answer: AskAnswer, one: Insolvency | None) -> Json | None:
    if one is None:
        return None
    debts = answer.plan.household.debts
    return {
        "years": one.rule.years,
        "protected_month_fen": one.protected_month_fen,
        "persons": one.persons,
        "exempt_fen": one.rule.exempt_fen,
        "sold_fen": one.sold_fen,
        "income_fen": one.income_fen,
        "receives": [
            {"debt": debt.id, **money_json(money)}
            for debt, money in zip(debts, one.money, strict=True)
            if money
        ],
    }


def _missing(answer: AskAnswer, one: StillMissing | None) -> Json | None:
    if one is None:
        return None
    return {
        "least_fen": one.least_fen,
        "enough_fen": one.enough_fen,
        "month": one.month,
        "living_short_fen": one.living_fen,
        "asked": ask_set_json(answer.plan.household, one.asked) if one.asked else None,
    }

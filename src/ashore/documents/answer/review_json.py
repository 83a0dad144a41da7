"""A review as JSON (`ashore-review/1`): amounts in fen; for the person's own terminal alone (practice H1)."""

from collections.abc import Mapping
from typing import Final

from ashore.documents.answer.review import ReviewView
from ashore.planning.plan import Plan
from ashore.planning.repaid import PlanLine
from ashore.planning.review import FactLine
from ashore.planning.statements import StatementLine

FORMAT: Final = "ashore-review/1"


def review_json(view: ReviewView) -> Mapping[str, object]:
    """Return the review: the plan and the envelopes against fact, statements, both dates, what was learnt, the goal."""
    review, learnt = view.review, view.slippage
    return {
        "format": FORMAT,
        "as_of": review.as_of,
        "until": review.until,
        "month": str(review.month) if review.month else None,
        "payments": [_payment(one) for one in review.plan.lines],
        "beyond": dict(sorted(review.plan.beyond.items())),
        "unmatched": [
            {
                "date": row.day,
                "fen": row.amount_fen,
                "counterparty": row.counterparty,
                "file": row.file,
                "row": row.row,
            }
            for row in review.plan.unmatched
        ],
        "envelopes": [_envelope(one) for one in review.facts],
        "statements": [_statement(one) for one in review.statements],
        "cash_fen": review.moved.cash_fen,
        "cash_assumed": review.cash_assumed,
        "drawn_fen": review.drawn_fen,
        "bought_elsewhere_fen": review.bought.elsewhere_fen,
        "before": _plan(view.before),
        "after": _plan(view.after),
        "slippage": {
            "ratio": str(learnt.ratio),
            "planned": str(learnt.planned),
            "months": learnt.months,
            "after": _plan(view.slipping) if view.slipping else None,
        },
        "goal": {"code": view.goal.code, "facts": dict(view.goal.facts)},
        "paydays": list(view.paydays),
    }


def _plan(plan: Plan) -> Mapping[str, object]:
    return {"status": plan.status, "debt_free": plan.outcome.debt_free, "months": plan.outcome.months}


def _payment(one: PlanLine) -> Mapping[str, object]:
    return {
        "date": one.on,
        "debt": one.debt,
        "fen": one.fen,
        "paid_fen": one.paid_fen,
        "done_on": one.done_on,
        "status": one.status,
    }


def _envelope(one: FactLine) -> Mapping[str, object]:
    return {
        "category": one.category,
        "name": one.name,
        "budget_fen": one.budget_fen,
        "spent_fen": one.spent_fen,
        "over_fen": one.over_fen,
    }


def _statement(one: StatementLine) -> Mapping[str, object]:
    return {
        "debt": one.debt,
        "balance_fen": one.balance_fen,
        "charged_fen": one.charged_fen,
        "paid_fen": one.paid_fen,
        "bought_fen": one.bought_fen,
        "arrears_fen": one.arrears_fen,
        "said_fen": one.said_fen,
        "difference_fen": one.difference_fen,
        "closed": one.closed,
        "sure": one.sure,
    }

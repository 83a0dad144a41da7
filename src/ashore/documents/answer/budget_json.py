"""A budget as JSON (`ashore-budget/1`): amounts in fen; for the person's own terminal alone (practice H1)."""

from collections.abc import Mapping
from typing import Final

from ashore.documents.answer.budget import BudgetView
from ashore.planning.home_budget import Line
from ashore.planning.shop_budget import ShopBudget

FORMAT: Final = "ashore-budget/1"


def budget_json(view: BudgetView) -> Mapping[str, object]:
    """Return the budget: what it rests on, its lines, its months, the shop, the averages beside it, what is open."""
    budget = view.budget
    return {
        "format": FORMAT,
        "as_of": view.as_of,
        "past_months": [str(month) for month in budget.past.months],
        "share": str(budget.share),
        "lines": [_line(one) for one in budget.lines],
        "months": [
            {
                "month": str(one.month),
                "carried_fen": one.carried_fen,
                "income_fen": one.income_fen,
                "given_fen": one.given_fen,
                "plan_fen": one.plan_fen,
                "plan_paid_fen": one.plan_paid_fen,
                "early_fen": one.early_fen,
                "early_paid_fen": one.early_paid_fen,
                "short_fen": one.short_fen,
                "cut_fen": one.cut_fen,
                "left_fen": one.left_fen,
            }
            for one in budget.months
        ],
        "shop": _shop(budget.shop, view.supplier_fen) if budget.shop else None,
        "averages": [
            {
                "fact": one.fact,
                "categories": list(one.categories),
                "mine_fen": one.mine_fen,
                "average_fen": one.average_fen,
                "look": one.look,
            }
            for one in view.beside
        ],
        "unknown": {
            "count": view.unknown_count,
            "fen": view.unknown_fen,
            "people_month_fen": budget.people_fen,
        },
    }


def _line(one: Line) -> Mapping[str, object]:
    spread, envelope = one.spread, one.envelope
    return {
        "category": one.category,
        "name": one.name,
        "need": one.need,
        "kind": "spread" if spread else "envelope" if envelope else "shop",
        "source": spread.source if spread else envelope.source if envelope else None,
        "usual_fen": envelope.usual_fen if envelope else None,
        "aside_fen": envelope.aside_fen if envelope else None,
        "sum_fen": spread.fen if spread else None,
        "due": str(spread.due) if spread else None,
        "yearly": spread.yearly if spread else None,
        "whole_fen": list(one.whole),
        "wanted_fen": list(one.wanted),
        "given_fen": list(one.given),
    }


def _shop(shop: ShopBudget, supplier_fen: tuple[int, ...]) -> Mapping[str, object]:
    return {
        "months": [
            {
                "month": str(one.month),
                "takings_fen": one.takings_fen,
                "received_fen": one.received_fen,
                "stock_fen": one.stock_fen,
                "fixed_fen": one.fixed_fen,
                "other_fen": one.other_fen,
                "aside_fen": one.aside_fen,
                "debts_fen": owed,
                "hands_fen": one.hands_fen,
            }
            for one, owed in zip(shop.months, supplier_fen, strict=True)
        ],
        "spreads": [
            {"name": one.name, "category": one.category, "sum_fen": one.fen, "due": str(one.due)}
            for one in shop.spreads
        ],
        "past_takings_fen": shop.past_takings_fen,
        "filed_takings_fen": shop.filed_takings_fen if shop.past_takings_fen is not None else None,
        "past_stock_fen": shop.past_stock_fen,
    }

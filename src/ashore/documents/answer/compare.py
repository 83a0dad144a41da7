"""The plan beside the usual ways of paying, with the sentence that is true."""

from collections.abc import Iterator

from ashore.documents.answer.view import View
from ashore.documents.blocks import Cell, Column, Part, Say, Table
from ashore.errors import Message
from ashore.planning.outcome import Outcome
from ashore.planning.reasons import AS_GOOD_FEN


def compare(view: View) -> Part:
    """Return the baselines side by side with the plan: months, overdue months, cost, left at the horizon."""
    columns = (
        Column("column-way"),
        Column("column-months"),
        Column("column-overdue-months", "count"),
        Column("column-cost", "fen"),
        Column("column-left-end", "fen"),
    )
    own = "way-holding" if view.holds else "way-plan"
    rows = [_row(own, view.outcome), *(_row(f"way-{name}", one) for name, one in view.plan.baselines.items())]
    table = Table(Message("compare-caption", {"horizon_nmonths": view.plan.horizon}), columns, tuple(rows))
    place = "details" if view.holds else "path"
    return Part("answer-head-compare", place, (table, *(Say(message) for message in _true(view))))


def variants(view: View) -> Part | None:
    """Return the plans for each goal side by side: months, cost, price, and the month that asks most."""
    if not view.variants:
        return None
    columns = (
        Column("column-goal"),
        Column("column-months"),
        Column("column-cost", "fen"),
        Column("column-price", "fen"),
        Column("column-peak", "fen"),
        Column("column-peak-month", "month"),
    )
    rows = tuple(
        (
            Message(f"variant-{one.goal}"),
            _months(one.outcome),
            one.outcome.cost_fen,
            one.price_fen,
            one.peak_fen,
            one.peak_month,
        )
        for one in view.variants
    )
    note = Say(Message("variants-note"), "note")
    return Part("answer-head-variants", "path", (Table(Message("variants-caption"), columns, rows), note))


def _row(code: str, outcome: Outcome) -> tuple[Cell, ...]:
    return (Message(code), _months(outcome), outcome.overdue_months, outcome.cost_fen, outcome.left_fen)


def _months(outcome: Outcome) -> Message:
    if outcome.months is None:
        return Message("months-open")
    return Message("months-count", {"all_nmonths": outcome.months})


def _true(view: View) -> Iterator[Message]:
    """Yield the sentence that is true of the comparison: often that highest rate first is as good."""
    own, avalanche = view.outcome, view.plan.baselines["avalanche"]
    if view.holds:
        yield Message("compare-none-works")
        return
    yield from _beside_highest_rate(view, own, avalanche)
    if proof := view.plan.certificate:
        code = "compare-bound-work" if view.plan.household.side_work else "compare-bound"
        yield Message(code, {"gap_fen": own.net_fen - proof.bound_fen})


def _beside_highest_rate(view: View, own: Outcome, avalanche: Outcome) -> Iterator[Message]:
    if avalanche.unpaid_essential_fen:
        yield Message("compare-avalanche-short")
        return
    if avalanche.overdue_months > own.overdue_months:
        yield Message("compare-avalanche-fails", {"overdue_count": avalanche.overdue_months})
    else:
        yield _cost(avalanche.net_fen - own.net_fen)
    if any(outcome.unpaid_essential_fen for outcome in view.plan.baselines.values()):
        yield Message("compare-essentials")


def _cost(more_fen: int) -> Message:
    """Return how highest rate first compares where it keeps the same months: what it costs more."""
    if more_fen == 0:
        return Message("compare-avalanche-same")
    if abs(more_fen) <= AS_GOOD_FEN:
        return Message("compare-avalanche-as-good", {"within_fen": abs(more_fen)})
    code = "compare-avalanche-dearer" if more_fen > 0 else "compare-avalanche-cheaper"
    return Message(code, {"difference_fen": abs(more_fen)})

"""The parts of an answer in their binding order."""

from collections.abc import Sequence

from ashore.documents.answer.asks import asks
from ashore.documents.answer.charts import cash_chart, debts_chart
from ashore.documents.answer.closed import closed
from ashore.documents.answer.compare import compare, variants
from ashore.documents.answer.details import details
from ashore.documents.answer.futures_fan import drawn_beside
from ashore.documents.answer.holding import gap, holding, routes
from ashore.documents.answer.old import old
from ashore.documents.answer.opening import payments, safe, step, urgent
from ashore.documents.answer.path import days, path
from ashore.documents.answer.view import View
from ashore.documents.blocks import Block, Part, Say, call_on
from ashore.errors import Message


def parts_of(view: View, *, page: bool, with_compare: bool) -> tuple[Part, ...]:
    """Return everything that is said of a plan, in order; a page has every month, and pictures."""
    if is_empty(view):
        return (Part("answer-head-empty", "first", (Say(Message("household-empty"), "lead"),)), about(view))
    if done := closed(view):
        return (done, about(view))
    drawn = drawn_beside(view) if page and view.plan.household.debts else None
    folded = drawn if drawn and drawn.place == "details" else None
    found: list[Part | None] = [
        *_first(view),
        *_middle(view, None if folded else drawn, page=page),
        old(view),
    ]
    if with_compare and view.plan.household.debts:
        found += [variants(view), compare(view)]
    return tuple(part for part in (*found, *details(view, page=page), folded, about(view)) if part)


def with_asked(parts: Sequence[Part], asked: Sequence[Part]) -> tuple[Part, ...]:
    """Return the parts of an answer with what was asked for besides: after what is read first, before the path."""
    first = sum(part.place == "first" for part in parts)
    return (*parts[:first], *asked, *parts[first:])


def is_empty(view: View) -> bool:
    """Return whether the household says nothing yet."""
    home = view.plan.household
    return not (
        home.debts
        or view.plan.set_aside
        or home.incomes
        or home.spendings
        or home.businesses
        or home.cash_fen
    )


def _first(view: View) -> list[Part | None]:
    """Return what is read first; what stays safe comes before the step where no plan works."""
    if view.holds:
        return [urgent(view), safe(view), step(view), payments(view)]
    return [urgent(view), step(view), payments(view)]


def _middle(view: View, drawn: Part | None, *, page: bool) -> list[Part | None]:
    """Return the path, or what holds meanwhile with the number behind and the ways on from here."""
    if not view.plan.household.debts:
        return [days(view)]
    pictures = [debts_chart(view), cash_chart(view), drawn] if page else []
    if view.holds:
        return [holding(view), gap(view), asks(view), routes(view), days(view), *pictures]
    return [path(view), *pictures, days(view)]


def about(view: View) -> Part:
    """Return what this is, what it is not, and whom to call when it is too much."""
    blocks: list[Block] = []
    if not view.holds and "mental-health" in view.help:
        blocks.append(call_on(view.help["mental-health"], view.read_on))
    blocks.append(Say(Message("about-plan", {"as_of": view.as_of}), "note"))
    blocks.append(Say(Message("first-about-free"), "note"))
    return Part("answer-head-about", "about", tuple(blocks))

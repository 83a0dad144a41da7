"""What a first plan took of each debt because nobody knows it yet, in words."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from ashore.documents.answer.assumed import value_of
from ashore.documents.answer.view import PERSONS, QUIET_CODES
from ashore.documents.blocks import Block, Cell, Part, Say, Table
from ashore.errors import Finding, Message
from ashore.household.model import Debt, Household
from ashore.planning.plan import Plan

TOLD: Final = ("rate", "method", "periods_left", "due_day")
"""Fields that are told, in the order of a contract."""
NOT_OTHERWISE: Final = frozenset({"method", "periods_left"})
"""Fields that nothing but an estimate gives where neither the person nor the product did."""
URGENT: Final = "answer-head-urgent"
STEP: Final = "answer-head-step"
SAFE: Final = "answer-head-safe"
DAYS: Final = "answer-head-days"
COUNTS_ON_MONEY: Final = frozenset(
    {
        "answer-head-holding",
        "answer-head-gap",
        "answer-head-asks",
        "answer-head-chart-debts",
        "answer-head-chart-cash",
    }
)
RESTS_ON_THEM: Final = frozenset({"next-pay", "next-nothing-due", "next-write", "next-write-before"})
"""Next steps that rest on days and sums of contracts."""


def estimates_of(
    household: Household, held_up: Iterable[Finding]
) -> Iterator[tuple[Debt, tuple[Message, ...]]]:
    """Yield each debt of which something was taken, with each value in words, and whether it was taken as not overdue.

    `held_up` are the findings on the file as it is read without estimates.
    """
    missing = {(one.place.path, one.facts.get("missing")) for one in held_up}
    for at, debt in enumerate(household.debts):
        fields = [
            field
            for field in TOLD
            if field in debt.assumed
            and not (debt.product and debt.sources.get(field) == debt.product)
            and (field in NOT_OTHERWISE or (f"debt[{at}]", field) in missing)
        ]
        if fields:
            in_order = debt.arrears is None and debt.stage == "current"
            told = (Message("estimate-not-overdue"),) if in_order else ()
            yield debt, (*(value_of(debt, field) for field in fields), *told)


def looking_first(parts: Sequence[Part], plan: Plan, debts: Sequence[Debt]) -> tuple[Part, ...]:
    """Return the parts of a plan that rests on estimates of debts with looking up the first one's bill as the one step.

    That nothing presses is said of papers alone: no day is known.  A step that rests on no contract stays.  The day on
    which a debt of these ends is as little known, and no day to remember.
    """
    urgent, names = plan.urgent, frozenset(debt.name for debt in debts)
    ends = urgent.code == "urgent-maturity" and urgent.facts.get("debt") in names
    said = {STEP: plan.next_step.code in RESTS_ON_THEM, URGENT: ends or urgent.code in QUIET_CODES}
    words = {STEP: _looking_up(debts), URGENT: Message("estimate-urgent")}
    return tuple(
        Part(part.code, part.place, (Say(words[part.code], "lead"),)) if said.get(part.code) else part
        for part in _without_ends(parts, names)
    )


def _looking_up(debts: Sequence[Debt]) -> Message:
    """Return what is to be looked up: the bill in the first lender's app; where none has one, what was written."""
    debt = next((one for one in debts if one.lender_kind not in PERSONS), None)
    return (
        Message("estimate-step", {"debt": debt.name})
        if debt
        else Message("estimate-step-person", {"debt": debts[0].name})
    )


def _without_ends(parts: Sequence[Part], debts: Collection[str]) -> Iterator[Part]:
    """Yield the parts, the days to remember without those on which debts end of which nobody knows when they do."""
    for part in parts:
        blocks = (
            tuple(_without_end(block, debts) for block in part.blocks) if part.code == DAYS else part.blocks
        )
        if part.code != DAYS or any(block.rows for block in blocks if isinstance(block, Table)):
            yield replace(part, blocks=blocks) if blocks != part.blocks else part


def _without_end(block: Block, debts: Collection[str]) -> Block:
    if not isinstance(block, Table):
        return block
    return replace(block, rows=tuple(row for row in block.rows if not _is_end(row, debts)))


def _is_end(row: Sequence[Cell], debts: Collection[str]) -> bool:
    """Return whether a row of the days says when a debt of these ends."""
    _, debt, what = row
    return debt in debts and isinstance(what, Message) and what.code.startswith("cliff-maturity")


def without_debts(parts: Sequence[Part], plan: Plan) -> tuple[Part, ...]:
    """Return the parts of a plan of a household of which no debt is filled in.

    Neither that nothing presses nor that nothing is to be paid is said: of debts nothing is known.
    """
    quiet = plan.urgent.code in QUIET_CODES
    return tuple(part for part in parts if part.code != STEP and not (part.code == URGENT and quiet))


def without_money(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return the parts without what counts on money of which nobody said anything: that would be no answer."""
    return tuple(
        replace(part, blocks=part.blocks[:1]) if part.code == SAFE else part
        for part in parts
        if part.code not in COUNTS_ON_MONEY
    )

"""What a first plan took of each debt because nobody knows it yet, in words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from ashore.documents.answer.assumed import value_of
from ashore.documents.answer.view import QUIET_CODES
from ashore.documents.blocks import Part, Say
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
    """Yield each debt of which something was taken, with each value in words.

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
            yield debt, tuple(value_of(debt, field) for field in fields)


def looking_first(parts: Sequence[Part], plan: Plan, debt: str) -> tuple[Part, ...]:
    """Return the parts of a plan that rests on estimates with looking up a debt's bill as the one step.

    That nothing presses is said of papers alone: no day is known.  A step that rests on no contract stays.
    """
    said = {STEP: plan.next_step.code in RESTS_ON_THEM, URGENT: plan.urgent.code in QUIET_CODES}
    words = {STEP: Message("estimate-step", {"debt": debt}), URGENT: Message("estimate-urgent")}
    return tuple(
        Part(part.code, part.place, (Say(words[part.code], "lead"),)) if said.get(part.code) else part
        for part in parts
    )


def without_money(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return the parts without what counts on money of which nobody said anything: that would be no answer."""
    return tuple(
        replace(part, blocks=part.blocks[:1]) if part.code == SAFE else part
        for part in parts
        if part.code not in COUNTS_ON_MONEY
    )

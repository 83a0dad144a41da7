"""Debts nobody has asked for in years: shown apart with their sums, to be asked about before anything is paid."""

from ashore.documents.answer.view import View
from ashore.documents.blocks import Block, Part, Say
from ashore.errors import Message


def old(view: View) -> Part | None:
    """Return what is set aside until it was asked about (practice §2, H10), None where nothing is."""
    if not view.plan.set_aside:
        return None
    blocks: list[Block] = [
        Say(Message("old-debt", {"debt": one.debt.name, "owed_fen": one.owed.total_fen}), "item")
        for one in view.plan.set_aside
    ]
    blocks.append(Say(view.worded(Message("old-ask"))))
    blocks.append(Say(Message("old-not-solved"), "note"))
    return Part("answer-head-old", "path", tuple(blocks))

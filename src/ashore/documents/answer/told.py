"""A paper of which the first page was told and no debt of the book has yet: it comes before what the figures say."""

from collections.abc import Sequence

from ashore.documents.answer.estimated import STEP, URGENT
from ashore.documents.answer.view import QUIET_CODES
from ashore.documents.blocks import Part, Say
from ashore.errors import Message
from ashore.planning.plan import Plan


def paper_first(parts: Sequence[Part], plan: Plan) -> tuple[Part, ...]:
    """Return the parts of a plan that knows nothing of a paper: that nothing presses is not said.

    The one next step is to find out the paper's day.
    """
    quiet = plan.urgent.code in QUIET_CODES
    step = (Say(Message("told-step"), "lead"),)
    return tuple(
        Part(part.code, part.place, step) if part.code == STEP else part
        for part in parts
        if not (part.code == URGENT and quiet)
    )

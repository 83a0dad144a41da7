"""The causes that a person named, in notes or by their bills: read here alone, to choose a lesson, and kept nowhere."""

from contextlib import suppress

from ashore.household.model import Household
from ashore.store.faults import Damaged
from ashore.store.private import notes
from ashore.web import ledger
from ashore.web.views.why import why_found

STORE = "causes"


def named_causes(household: Household) -> tuple[str, ...]:
    """Return the kinds of the notes on why it came to this, then the causes that the bills show, the largest first.

    What is damaged names none: its own page says so.
    """
    found: list[str] = []
    with suppress(Damaged):
        found += [note.kind for note in notes.all_of(STORE) if note.kind and not note.removed]
    with suppress(Damaged):
        if household.debts and ledger.bills_of(household).payments:
            found += [share.cause for share in why_found(household).shares if share.part.fen > 0]
    return tuple(dict.fromkeys(found))

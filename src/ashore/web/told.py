"""A paper of which the first page was told, until a debt of the book has it: in memory only, as that page's answers."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from ashore.household.file.plain import is_table
from ashore.packs.first import known_for_first
from ashore.packs.pack import load_pack
from ashore.planning.triage import Step, first_card
from ashore.planning.triage_answers import answers_of
from ashore.planning.urgent import COURT_STAGES
from ashore.store import book
from ashore.store.keyring import held
from ashore.web import triage
from ashore.web.clock import today
from ashore.web.config import JURISDICTION

BINDING: Final = frozenset({"court", "notary", "arbitration", "mediator"})
"""Whose papers a plan must know of; a collector's letter is none of them."""
WITH_A_DEBT: Final = frozenset({"court", "arbitration"})
"""Whose papers are written down with their debt; the others have no place there but the contact log."""
OF_PAPERS: Final = ("paper", "paper_date")


@dataclass(frozen=True, slots=True)
class Told:
    """What the first card says of a paper, the day on which it came if it was said, and where it is written down.

    `with_debt`: with its debt, if there is one (`has_debts`); else in the contact log.
    """

    step: Step
    received: str
    with_debt: bool
    has_debts: bool


def told_of(now: book.Book) -> Told | None:
    """Return the paper that the first page was told of; None where none was, or a debt of the book has one."""
    said = {key: text for key, text in triage.said().items() if key in OF_PAPERS}
    if said.get("paper") not in BINDING or held().demo or _is_noted(now):
        return None
    on: date = today()
    card = first_card(answers_of(said, on), known_for_first(load_pack(JURISDICTION)), on)
    return Told(card.today[0], said.get("paper_date", ""), said["paper"] in WITH_A_DEBT, bool(now.of("debt")))


def _is_noted(now: book.Book) -> bool:
    """Return whether any debt has a paper's day, or is where a paper leads."""
    found = (book.entry_values(entry) for entry in now.of("debt"))
    return any(is_table(one.get("deadline")) or one.get("stage") in COURT_STAGES for one in found)

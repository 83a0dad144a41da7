"""The papers that the first page was told of: they stand before the plan until a debt has them or they are put away."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.http import HttpRequest

from ashore.household.file.plain import is_table
from ashore.packs.first import known_for_first
from ashore.packs.pack import load_pack
from ashore.planning.triage import Step, first_card
from ashore.planning.triage_answers import answers_of, read_day
from ashore.planning.urgent import COURT_STAGES
from ashore.store import book, keyring, papers
from ashore.store.models import Paper
from ashore.web import triage
from ashore.web.clock import today
from ashore.web.config import JURISDICTION

BINDING: Final = frozenset({"court", "notary", "arbitration", "mediator"})
"""Whose papers a plan must know of; a collector's letter is none of them."""
WITH_A_DEBT: Final = frozenset({"court", "arbitration"})
"""Whose papers are written down with their debt; the others have no place there but the contact log."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the first card says of a paper, the day on which it came if it was said, and where it is written down.

    `with_debt`: with its debt, if there is one (`has_debts`); else in the contact log.
    """

    id: uuid.UUID
    step: Step
    received: str
    with_debt: bool
    has_debts: bool


def keep() -> None:
    """Write down the paper that the first page was told of, where a book is open that is no example."""
    said: Mapping[str, str] = triage.said()
    if said.get("paper") in BINDING and keyring.is_open() and not keyring.held().demo:
        typed, on = said.get("paper_date", ""), today()
        received = read_day(typed, on).isoformat() if typed else ""
        noted_count = _noted_count(book.load()) if said["paper"] in WITH_A_DEBT else 0
        papers.tell(said["paper"], received, noted_count)


def told_of(now: book.Book) -> tuple[Told, ...]:
    """Return the papers that the first page was told of, as long as no debt has had a paper written down since."""
    if keyring.held().demo:
        return ()
    noted_count, has_debts = _noted_count(now), bool(now.of("debt"))
    return tuple(
        Told(one.pk, _step(one), one.received, one.kind in WITH_A_DEBT, has_debts)
        for one in papers.load()
        if one.kind not in WITH_A_DEBT or noted_count <= one.noted_count
    )


def put_away_of(request: HttpRequest) -> uuid.UUID | None:
    """Return the paper that was put away just now, as the address says; None where there is none to put back."""
    try:
        paper_id = uuid.UUID(request.GET.get("away", ""))
    except ValueError:
        return None
    return paper_id if papers.is_away(paper_id) else None


def written_down(received: date | None) -> None:
    """Put away what is still told of though it was just written down: its debt had an earlier paper already."""
    day = received.isoformat() if received else ""
    for one in told_of(book.load()):
        if one.with_debt and one.received in {"", day}:
            papers.put_away(one.id)


def _step(paper: Paper) -> Step:
    """Return what the first card says first of a paper; a day that this machine's clock has not reached is left out."""
    on = today()
    received = paper.received if paper.received <= on.isoformat() else ""
    answers = answers_of({"paper": paper.kind, "paper_date": received}, on)
    return first_card(answers, known_for_first(load_pack(JURISDICTION)), on).today[0]


def _noted_count(now: book.Book) -> int:
    """Return how many debts have a paper's day, or are where a paper leads."""
    found: Iterable[Mapping[str, object]] = (book.entry_values(entry) for entry in now.of("debt"))
    return sum(is_table(one.get("deadline")) or one.get("stage") in COURT_STAGES for one in found)

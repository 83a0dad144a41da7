"""The papers that the first page was told of, in the open book; one that is put away can be put back.

They stand in the book's own file and go where the book goes: into each backup, away only with the whole book.  They are
in no household file, and neither an import nor an undo touches them.
"""

import uuid

from django.db import transaction

from ashore.store.models import Paper
from ashore.store.unchanged import unchanged


def load() -> tuple[Paper, ...]:
    """Return the papers told of and not put away; of several the one that came first, those without a day last."""
    return unchanged("papers", _read)


def _read() -> tuple[Paper, ...]:
    told = Paper.objects.filter(is_away=False)
    return tuple(sorted(told, key=lambda one: (not one.received, one.received, one.kind)))


def tell(kind: str, received: str, noted_count: int) -> None:
    """Keep a paper, once however often it is told; its day, once it is said, joins the one told without a day.

    One from when fewer debts had a paper was written down since: what is told now is another.
    """
    with transaction.atomic(durable=True):
        same = Paper.objects.filter(kind=kind, noted_count__gte=noted_count, is_away=False)
        if same.filter(received=received).exists() or (not received and same.exists()):
            return
        undated = same.filter(received="").first()
        paper = undated or Paper(kind=kind, noted_count=noted_count)
        paper.received = received
        paper.save()


def put_away(paper_id: uuid.UUID) -> None:
    """Speak of a paper no more; it stays in the book, so that it can be put back."""
    _move(paper_id, is_away=True)


def put_back(paper_id: uuid.UUID) -> None:
    """Speak of a paper again that was put away."""
    _move(paper_id, is_away=False)


def is_away(paper_id: uuid.UUID) -> bool:
    """Return whether the open book has a paper that was put away."""
    return Paper.objects.filter(pk=paper_id, is_away=True).exists()


def _move(paper_id: uuid.UUID, *, is_away: bool) -> None:
    with transaction.atomic(durable=True):
        Paper.objects.filter(pk=paper_id).update(is_away=is_away)

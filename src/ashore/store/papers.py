"""The papers that the first page was told of, in the open book until each is put away.

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
    return tuple(sorted(Paper.objects.all(), key=lambda one: (not one.received, one.received, one.kind)))


def tell(kind: str, received: str, noted_count: int) -> None:
    """Keep a paper, once however often it is told; its day, once it is said, joins the one told without a day.

    One from when fewer debts had a paper was written down since: what is told now is another.
    """
    with transaction.atomic(durable=True):
        same = Paper.objects.filter(kind=kind, noted_count__gte=noted_count)
        if same.filter(received=received).exists() or (not received and same.exists()):
            return
        undated = same.filter(received="").first()
        paper = undated or Paper(kind=kind, noted_count=noted_count)
        paper.received = received
        paper.save()


def put_away(paper_id: uuid.UUID) -> None:
    """Take a paper away; one that is gone stays gone."""
    with transaction.atomic(durable=True):
        Paper.objects.filter(pk=paper_id).delete()

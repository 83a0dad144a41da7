"""The contact log of the open book: read whole, added to, never changed.

It stands in the book's own file and goes where the book goes: into each backup, away only with the whole book.  It is
in no household file, and neither an import nor an undo touches it.
"""

import uuid
from dataclasses import replace
from typing import Final

from django.db import transaction
from django.db.models import Max

from ashore.creditors import chain
from ashore.creditors.contacts import Contact, written
from ashore.creditors.log_file import Log, log_of, log_text
from ashore.errors import Finding, Place
from ashore.store.models import Contact as Row
from ashore.store.models import Head
from ashore.store.unchanged import unchanged

ONLY: Final = 1
"""The one row of heads."""


def load() -> Log:
    """Return the log as it stands with what its chain and the head kept beside it show; a break is told, not mended."""
    rows, kept = tuple(Row.objects.all()), _kept()
    log = log_of([row.text for row in rows], [row.link for row in rows], kept)
    if rows and kept is None:
        return replace(log, findings=(Finding("log-no-end", "stop", Place("log")), *log.findings))
    return log


def is_whole() -> bool:
    """Return whether nothing shows that an entry was changed; no entry is read for it."""
    return unchanged("log-is-whole", _is_whole)


def _is_whole() -> bool:
    rows, kept = tuple(Row.objects.values_list("text", "link")), _kept()
    texts, links = [text for text, _ in rows], [link for _, link in rows]
    return (kept is not None or not rows) and not chain.checked(texts, links, kept)


def add(key: uuid.UUID, contact: Contact) -> int:
    """Add an entry, once for its key.  Returns its number.

    The head goes on only from the entries that it was of: where some of them are gone, adding does not hide it.
    """
    with transaction.atomic(durable=True):
        made = Row.objects.filter(key=key).first()
        if made is not None:
            return made.number
        links, kept, text = tuple(Row.objects.values_list("link", flat=True)), _kept(), written(contact)
        before = chain.head_of(links)
        number = (Row.objects.aggregate(last=Max("number"))["last"] or 0) + 1
        link = chain.link_of(before.digest, text)
        Row.objects.create(number=number, key=key, text=text, link=link)
        if kept == before or (kept is None and not links):
            Head.objects.update_or_create(pk=ONLY, defaults={"count": len(links) + 1, "digest": link})
        return number


def _kept() -> chain.Head | None:
    row = Head.objects.filter(pk=ONLY).first()
    return chain.Head(row.count, row.digest) if row else None


def own_copy(log: Log) -> bytes:
    """Return the log as the person's own copy: JSON Lines whose last line is its head."""
    return log_text([one.text for one in log.entries], [one.link for one in log.entries]).encode()

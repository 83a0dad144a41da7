"""The rows of the store of imported bills: a file, its payments, and what the person taught."""

import hashlib
import json
import uuid
from collections.abc import Iterable

from django.db import models


class File(models.Model):
    """A bill that was imported; its id is made from the key of the write that added it.

    `content` is the SHA-256 of its bytes, `span` and `facts` are as `values` writes them, `count` and `chain` say how
    many payments it has and what their digests make together: one that is missing is known as well as a changed one.
    A removed file stays with its payments, to be put back, until it is cleared.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.TextField()
    format = models.CharField(max_length=40)
    content = models.CharField(max_length=64)
    facts = models.TextField()
    count = models.PositiveIntegerField()
    chain = models.CharField(max_length=64)
    written = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)
    removed = models.BooleanField(default=False)
    key = models.UUIDField()
    digest = models.CharField(max_length=64)

    class Meta:
        """In the order imported."""

        ordering = ("written", "id")

    def __str__(self) -> str:
        """Return the id: what a file is called is in no log."""
        return str(self.id)

    def sealed(self) -> str:
        """Return the digest of the row as it stands."""
        parts = (self.id, self.name, self.format, self.content, self.facts, self.count, self.chain)
        return _digest((*parts, self.written.isoformat(), self.version, self.removed, self.key))


class Row(models.Model):
    """One payment of a file: its place there, its day, and all of it as text (`values`); never changed.

    `digest` is over all the rest.  What a payment was for is worked out from it each time it is read.
    """

    file = models.ForeignKey(File, models.CASCADE, related_name="rows", db_index=False)
    place = models.PositiveIntegerField()
    day = models.DateField()
    text = models.TextField()
    digest = models.CharField(max_length=64)

    class Meta:
        """In the order of the files; the constraint is the index, too.

        An index of its own would be made after the table, and the migration be noted later still: killed between the
        two, a new file could not be opened any more.
        """

        ordering = ("file", "place")
        constraints = (models.UniqueConstraint(fields=("file", "place"), name="bills_row_once"),)

    def __str__(self) -> str:
        """Return the place: what was paid is in no log."""
        return str(self.place)


class Kept(models.Model):
    """Something that the person taught: what a word is spent on, or which column of a bank's file is what.

    `kind` and `name` say what it replaces when it is taught anew; its id is the key of the write that added it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=20)
    name = models.TextField()
    text = models.TextField()
    written = models.DateTimeField()
    digest = models.CharField(max_length=64)

    class Meta:
        """In the order taught; one thing of a kind and name."""

        ordering = ("written", "id")
        constraints = (models.UniqueConstraint(fields=("kind", "name"), name="bills_kept_once"),)

    def __str__(self) -> str:
        """Return the id: what was taught is in no log."""
        return str(self.id)

    def sealed(self) -> str:
        """Return the digest of the row as it stands."""
        return _digest((self.id, self.kind, self.name, self.text, self.written.isoformat()))


def row_digest(file_id: uuid.UUID, place: int, day: str, text: str) -> str:
    """Return the digest of a payment's row; `day` as `YYYY-MM-DD`."""
    return _digest((file_id, place, day, text))


def chain_of(digests: Iterable[str]) -> str:
    """Return what the digests of a file's payments make together, in their order."""
    return hashlib.sha256("\n".join(digests).encode()).hexdigest()


def _digest(parts: Iterable[object]) -> str:
    return hashlib.sha256(json.dumps([str(one) for one in parts], ensure_ascii=False).encode()).hexdigest()

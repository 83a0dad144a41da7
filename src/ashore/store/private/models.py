"""The rows of a private store."""

import hashlib
import json
import uuid

from django.db import models


class Note(models.Model):
    """Something a person wrote for themselves; its id is the key of the write that added it.

    `at` is the month or day it is about, `key` that of the last write, `version` counts the writes, `digest` is over
    all the rest, so that a damaged row is known as one.  A removed note stays, to be put back, until it is cleared.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateField(null=True)
    written = models.DateTimeField()
    kind = models.CharField(max_length=40, blank=True)
    text = models.TextField()
    version = models.PositiveIntegerField(default=1)
    removed = models.BooleanField(default=False)
    key = models.UUIDField()
    digest = models.CharField(max_length=64)

    class Meta:
        """In the order written."""

        ordering = ("written", "id")

    def __str__(self) -> str:
        """Return the id: what a note says is in no log."""
        return str(self.id)

    def sealed(self) -> str:
        """Return the digest of the row as it stands."""
        at, written = self.at.isoformat() if self.at else None, self.written.isoformat()
        parts = [str(self.id), at, written, self.kind, self.text, self.version, self.removed, str(self.key)]
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()

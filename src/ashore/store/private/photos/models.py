"""The rows of the store of photos."""

import hashlib
import json
import uuid

from django.db import models


class Photo(models.Model):
    """A photo of a thing; its id is the key of the write that added it.

    `thing` is the entry of the book that it belongs to, `content` the SHA-256 of `data`, `size` how many bytes these
    are, `key` that of the last write; `digest` is over all but the bytes.  A removed photo stays, to be put back, until
    it is cleared.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    thing = models.UUIDField()
    kind = models.CharField(max_length=8)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    size = models.PositiveIntegerField()
    content = models.CharField(max_length=64)
    data = models.BinaryField()
    written = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)
    removed = models.BooleanField(default=False)
    key = models.UUIDField()
    digest = models.CharField(max_length=64)

    class Meta:
        """In the order added."""

        ordering = ("written", "id")

    def __str__(self) -> str:
        """Return the id: what a photo shows is in no log."""
        return str(self.id)

    def sealed(self) -> str:
        """Return the digest of the row as it stands; the bytes have one of their own."""
        parts = (self.id, self.thing, self.kind, self.width, self.height, self.size, self.content)
        rest = (self.written.isoformat(), self.version, self.removed, self.key)
        told = json.dumps([str(one) for one in (*parts, *rest)])
        return hashlib.sha256(told.encode()).hexdigest()

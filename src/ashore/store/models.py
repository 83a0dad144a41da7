"""The rows of a book: one for each table of the household file, and one for each change ever made."""

import hashlib
import json
import uuid

from django.db import models


class Entry(models.Model):
    """One table of the household file, as written.

    `position` orders the file; `version` counts its changes; `digest` is over all the rest, so that a damaged row is
    known as one.  A removed entry stays, to be put back.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    section = models.CharField(max_length=40, blank=True)
    position = models.PositiveBigIntegerField()
    text = models.TextField()
    version = models.PositiveIntegerField(default=1)
    removed = models.BooleanField(default=False)
    digest = models.CharField(max_length=64)

    class Meta:
        """In the order of the file."""

        ordering = ("position", "id")

    def __str__(self) -> str:
        """Return the id: a row's content is in no log."""
        return str(self.id)

    def sealed(self) -> str:
        """Return the digest of the row as it stands."""
        parts = [str(self.id), self.section, self.position, self.text, self.version, self.removed]
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


class Change(models.Model):
    """One change, made once: the key that the writer chose for it, and each row before and after.

    `rows` lists [id, section, position, text, removed] before and after; nothing before is an entry added.
    """

    key = models.UUIDField(unique=True)
    at = models.DateTimeField()
    kind = models.CharField(max_length=20)
    rows = models.JSONField()
    undone = models.BooleanField(default=False)

    class Meta:
        """In the order made."""

        ordering = ("pk",)

    def __str__(self) -> str:
        """Return the kind: a change's content is in no log."""
        return self.kind


class Contact(models.Model):
    """One entry of the contact log, as written, with its link; triggers refuse to change or delete a row."""

    number = models.PositiveIntegerField(primary_key=True)
    key = models.UUIDField(unique=True)
    text = models.TextField()
    link = models.CharField(max_length=64)

    class Meta:
        """In the order written."""

        ordering = ("number",)

    def __str__(self) -> str:
        """Return the number: what was said is in no other log."""
        return str(self.number)


class Head(models.Model):
    """The head of the contact log, in the one row there is: how many entries, and the last link."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    count = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        """Return the count."""
        return str(self.count)


class Paper(models.Model):
    """A paper that the first page was told of: from whom, and the day on which it came (2026-11-20) if it was said.

    `noted_count`: how many debts of the book had a paper's day or stage when it was told, 0 for one that no debt takes.
    `is_away`: whether it is spoken of no more.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=20)
    received = models.CharField(max_length=10, blank=True)
    noted_count = models.PositiveIntegerField()
    is_away = models.BooleanField(db_default=False)

    def __str__(self) -> str:
        """Return the id: what came is in no log."""
        return str(self.id)

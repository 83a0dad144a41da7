"""Whose words a page explains: those of the place where the open book's household lives."""

from django.db import DatabaseError

from ashore.documents.words import Whose
from ashore.store import book, keyring
from ashore.store.faults import Damaged
from ashore.web import plans
from ashore.web.clock import today
from ashore.web.config import JURISDICTION


def whose_words() -> Whose:
    """Return whose words to explain, and today: a book that cannot be read is no reason to explain none."""
    return Whose(_jurisdiction(), today())


def _jurisdiction() -> str:
    if not keyring.is_open():
        return JURISDICTION
    try:
        household = plans.reading_of(book.load()).household
    except (Damaged, DatabaseError):
        return JURISDICTION
    return household.jurisdiction if household else JURISDICTION

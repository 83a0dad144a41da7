"""The key of a form: a write sent twice is made once, and never into another book than the one it was made for."""

import hashlib
import secrets
import uuid
from typing import Final

from django.http import Http404, HttpRequest

from ashore.errors import AshoreError
from ashore.store import keyring

HALF: Final = 8


class OtherBook(AshoreError):
    """A form of one book that was sent while another is open: nothing was written."""


def new_key() -> uuid.UUID:
    """Return a key for the forms of a page; half of it is the mark of the book that is open."""
    return marked(secrets.token_bytes(HALF), _open_book())


def marked(half: bytes, book: str) -> uuid.UUID:
    """Return a key whose other half is the mark of a book, by the name of its file, in a form that does not say it."""
    return uuid.UUID(bytes=half + hashlib.sha256(half + book.encode()).digest()[:HALF])


def key_of(request: HttpRequest) -> uuid.UUID:
    """Return the key that the form carried, so that a write sent twice is made once.

    Raises Http404 without one, and OtherBook for one that was made for another book.
    """
    try:
        key = uuid.UUID(request.POST["key"])
    except (KeyError, ValueError) as error:
        raise Http404 from error
    if key != marked(key.bytes[:HALF], _open_book()):
        raise OtherBook("book-other")
    return key


def _open_book() -> str:
    return keyring.held().path.name if keyring.is_open() else ""

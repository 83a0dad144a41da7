"""The open book: where it lies and its key, in this process's memory and nowhere else."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from ashore.errors import AshoreError
from ashore.store.cipher import idle
from ashore.store.folder import PRIVATE, files_of
from ashore.store.vault import key_for


class Locked(AshoreError):
    """The book is closed: nothing of it can be read."""


@dataclass(frozen=True, slots=True)
class OpenBook:
    """A book that is open; its key is in no text made of it."""

    path: Path
    key: bytes = field(repr=False)
    demo: bool = False

    def file(self, alias: str) -> "OpenBook":
        """Return the file and key behind a database's name: the book's, or those of a private store beside it.

        Raises Locked for a private store of the example, which has none.
        """
        if alias not in PRIVATE:
            return self
        if self.demo:
            raise Locked("book-locked")
        return replace(self, path=files_of(self.path)[alias], key=key_for(self.key, alias))


class _Held:
    book: OpenBook | None = None
    made: bool = False


def hold(book: OpenBook) -> None:
    """Open a book: every connection from now on is to it."""
    _Held.book, _Held.made = book, False
    idle.close_all()


def made() -> None:
    """Note that the open book's file is there with its tables: nothing makes it a second time."""
    _Held.made = True


def is_made() -> bool:
    """Return whether the open book's file was there with its tables once it was opened."""
    return _Held.made


def forget() -> None:
    """Close the book and drop its key, with every connection that nobody uses."""
    _Held.book, _Held.made = None, False
    idle.close_all()


def is_open() -> bool:
    """Return whether a book is open."""
    return _Held.book is not None


def held() -> OpenBook:
    """Return the open book.  Raises Locked."""
    if _Held.book is None:
        raise Locked("book-locked")
    return _Held.book

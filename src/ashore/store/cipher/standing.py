"""Whether the file that a connection was opened to still stands where it stood: else what is written into it is lost.

A file that was deleted, moved or replaced while it is open goes on taking writes that nobody will ever read, and one
that was cut short has lost what they rest on.  Only its name is asked: a second opening of the file would take away
the locks that SQLite holds on it.
"""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Standing:
    """Which file stands at a place, by its drive and its number there, and how large it is."""

    drive: int
    number: int
    size_bytes: int


def standing(path: Path) -> Standing | None:
    """Return how the file at a place stands; None where there is none, or the place cannot be looked at."""
    try:
        found = path.stat()
    except OSError:
        return None
    return Standing(found.st_dev, found.st_ino, found.st_size)


def stands(stood: Standing | None, path: Path) -> bool:
    """Return whether the same file is still there, and no shorter: nothing here ever shortens one."""
    now = standing(path)
    if stood is None or now is None:
        return False
    return (now.drive, now.number) == (stood.drive, stood.number) and now.size_bytes >= stood.size_bytes

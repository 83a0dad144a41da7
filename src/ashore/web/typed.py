"""What a person typed, read: a sum in yuan, a day."""

from datetime import date

from ashore.household.file.wording import day_from_text
from ashore.household.keys.scalars import fen_from_text


def read_fen(text: str) -> int | None:
    """Return a sum in fen; None for what is none, is below 0, or is finer than a fen."""
    return fen_from_text(text)


def read_day(text: str) -> date | None:
    """Return a day as a browser sends it or a person writes it, year first; None for what is none."""
    return day_from_text(text)


def is_between(text: str, after: date, until: date) -> bool:
    """Return whether a day is after one and not after the other."""
    day = read_day(text)
    return day is not None and after < day <= until

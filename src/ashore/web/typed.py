"""What a person typed, read: a sum in yuan, a day."""

import re
from datetime import date
from typing import Final
from unicodedata import normalize

from ashore.household.keys.scalars import fen_from_text

APART: Final = re.compile(r"(\d{4})\D(\d{1,2})\D(\d{1,2})\D?")
"""A day as people write it, year first, with any mark between and behind: 2026/12/3, 2026.12.3, 2026年12月3日."""


def read_fen(text: str) -> int | None:
    """Return a sum in fen; None for what is none, is below 0, or is finer than a fen."""
    return fen_from_text(text)


def read_day(text: str) -> date | None:
    """Return a day as a browser sends it or a person writes it, year first; None for what is none."""
    plain = normalize("NFKC", text).strip()
    apart = APART.fullmatch(plain)
    try:
        return date(*map(int, apart.groups())) if apart else date.fromisoformat(plain)
    except ValueError:
        return None


def is_between(text: str, after: date, until: date) -> bool:
    """Return whether a day is after one and not after the other."""
    day = read_day(text)
    return day is not None and after < day <= until

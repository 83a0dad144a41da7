"""What people and input methods really write for amounts, days and numbers, where it has one meaning."""

import re
from datetime import date
from decimal import Decimal
from typing import Final
from unicodedata import normalize

UNITS: Final = {"万元": 10_000, "万": 10_000, "千元": 1_000, "千": 1_000}
NUMBER: Final = r"(?P<number>-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"
AMOUNT: Final = rf"(?:¥|rmb|cny|人民币)?{NUMBER}(?P<unit>万元|万|千元|千|元|块|rmb|cny)?"
DAY: Final = r"(\d{4})(?:-|/|\.|年)(\d{1,2})(?:-|/|\.|月)(\d{1,2})日?|(\d{4})(\d{2})(\d{2})"
COUNT: Final = r"(\d{1,18})(?:日|号|期|个月|天|小时|人)?"
MARKS: Final = str.maketrans(
    {"。": ".", "、": ",", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "\u200b": None, "\ufeff": None}
)


def tidy(text: str) -> str:
    """Return a text with full-width signs as plain ones and the spaces around it gone."""
    return normalize("NFKC", text).translate(MARKS).strip()


def compact(text: str) -> str:
    """Return a tidied text without spaces; empty where a space parts two digits, as they may be two numbers."""
    plain = tidy(text)
    return "" if re.search(r"\d\s+\d", plain) else re.sub(r"\s", "", plain)


def amount_from_text(text: str) -> Decimal | None:
    """Return the yuan that a text such as "¥86,000", "86000元" or "8.6万" means; None when it is not certain."""
    found = re.fullmatch(AMOUNT, compact(text).lower())
    if not found:
        return None
    amount = Decimal(found["number"].replace(",", ""))
    return amount * UNITS.get(found["unit"] or "", 1)


def day_from_text(text: str) -> date | None:
    """Return the day that a text with the year first means; None when it is none or not certain."""
    found = re.fullmatch(DAY, compact(text))
    if not found:
        return None
    year, month, day = (int(part) for part in found.groups() if part)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def has_day_shape(text: str) -> bool:
    """Return whether a text is written as a year, a month and a day, possible or not."""
    return re.fullmatch(DAY, compact(text)) is not None


def number_from_text(text: str) -> int | None:
    """Return the whole number that a text such as "15" or 15日 means; None when it is none."""
    found = re.fullmatch(COUNT, compact(text))
    return int(found[1]) if found else None

"""Values written without quotes: what TOML accepts stays, what has one meaning is read, the rest becomes a text."""

import re
from decimal import Decimal
from typing import Final

from ashore.household.file.plain import quote
from ashore.household.file.wording import amount_from_text, day_from_text

NUMBER: Final = r"[+-]?(?:0|[1-9]\d*(?:_\d+)*)(?:\.\d+(?:_\d+)*)?(?:[eE][+-]?\d+)?"
TIME: Final = r"\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)?"
SCALAR: Final = rf"{NUMBER}|true|false|\d{{4}}-\d\d-\d\d(?:[Tt ]{TIME})?|{TIME}|[+-]?(?:inf|nan)"
DATE_SHAPE: Final = r"\d{4}-\d\d-\d\d"
SIMPLE: Final = r"[^\x00\[\]{}=]+"


def plain_value(bare: str) -> str | None:
    """Return the TOML value that a bare text stands for, None when it is fine as it is or cannot be read."""
    if not re.fullmatch(SIMPLE, bare):
        return None
    if re.fullmatch(SCALAR, bare):
        return quote(bare) if re.match(DATE_SHAPE, bare) and day_from_text(bare[:10]) is None else None
    if bare.lower() in ("true", "false"):
        return bare.lower()
    day, amount = day_from_text(bare), amount_from_text(bare)
    if day is not None and not bare.isdigit():
        return day.isoformat()
    return quote(bare) if amount is None else _number(amount)


def _number(amount: Decimal) -> str:
    return f"{amount:f}"

"""Plain file values (text, numbers, days, lists, tables) and how they are written and shown."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Final, TypeGuard
from unicodedata import category

BARE_KEY: Final = r"[A-Za-z0-9_-]+"
ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"}
SHOWN_LENGTH: Final = 40
PLAIN_DIGITS: Final = 30


def is_table(raw: object) -> TypeGuard[Mapping[str, object]]:
    """Return whether a file value is a table."""
    return isinstance(raw, Mapping)


def is_list(raw: object) -> TypeGuard[Sequence[object]]:
    """Return whether a file value is a list."""
    return isinstance(raw, (list, tuple))


def items_of(value: object) -> tuple[object, ...]:
    """Return the entries of a list or tuple, none for anything else."""
    return tuple(value) if is_list(value) else ()


def is_whole(raw: object) -> TypeGuard[int]:
    """Return whether a file value is a whole number (true and false are not)."""
    return isinstance(raw, int) and not isinstance(raw, bool)


def is_number(raw: object) -> TypeGuard[int | Decimal]:
    """Return whether a file value is a number."""
    return is_whole(raw) or isinstance(raw, Decimal)


def shown(raw: object) -> str:
    """Return a file value as a person would recognise it in a sentence, cut when long."""
    return cut(raw if isinstance(raw, str) else to_toml(raw))


def cut(text: str) -> str:
    """Return a text short enough for a sentence."""
    return text if len(text) <= SHOWN_LENGTH else text[: SHOWN_LENGTH - 1] + "…"


def quote(text: str) -> str:
    """Return a text as a TOML basic string."""
    return '"' + "".join(ESCAPES.get(char) or _escape(char) for char in text) + '"'


def _escape(char: str) -> str:
    return f"\\u{ord(char):04X}" if category(char) == "Cc" else char


def toml_key(name: str) -> str:
    """Return a key, quoted only where it must be."""
    return name if re.fullmatch(BARE_KEY, name) else quote(name)


def to_toml(value: object) -> str:
    """Return a plain value as TOML on one line.  Raises ValueError for what TOML cannot hold."""
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, int):  # true and false are whole numbers too
        return str(value).lower()
    if isinstance(value, Decimal):
        return _decimal(value)
    if isinstance(value, (date, datetime, time)):
        return value.isoformat()
    if is_table(value):
        return "{" + ", ".join(f"{toml_key(key)} = {to_toml(item)}" for key, item in value.items()) + "}"
    if is_list(value):
        return "[" + ", ".join(map(to_toml, value)) + "]"
    raise ValueError(f"not a file value: {value!r}")


def _decimal(value: Decimal) -> str:
    if not value.is_finite():
        return str(value).lower().replace("infinity", "inf")
    if abs(value.adjusted()) > PLAIN_DIGITS:
        return str(value).lower()
    text = f"{value:f}"
    return text if "." in text else f"{text}.0"

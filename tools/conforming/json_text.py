"""JSON as the suite's files hold it: days as text, one row to a line."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, TypeGuard

LINE_LENGTH: Final = 120
DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


def is_object(value: object) -> TypeGuard[Mapping[str, object]]:
    """Return whether a value is a JSON object."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[object]]:
    """Return whether a value is a JSON list."""
    return isinstance(value, list)


def dated(value: object) -> object:
    """Return JSON with its days as days."""
    if is_object(value):
        return {key: dated(inner) for key, inner in value.items()}
    if is_array(value):
        return [dated(inner) for inner in value]
    return date.fromisoformat(value) if isinstance(value, str) and DAY.fullmatch(value) else value


def undated(value: object) -> object:
    """Return values with their days as text, as JSON holds them."""
    if is_object(value):
        return {key: undated(inner) for key, inner in value.items()}
    if is_array(value):
        return [undated(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def written(value: object) -> str:
    """Return JSON text in which an object of plain values stands on one line, and so does whatever is short."""
    return "".join(_lines(value, "")) + "\n"


def _lines(value: object, indent: str) -> Iterator[str]:
    inner = list(value.values()) if is_object(value) else value if is_array(value) else []
    line = json.dumps(value, ensure_ascii=False)
    flat = not is_array(value) and not any(is_object(one) or is_array(one) for one in inner)
    if flat or len(line) <= LINE_LENGTH:
        yield line
        return
    heads = [f"{json.dumps(key)}: " for key in value] if is_object(value) else [""] * len(inner)
    opens, closes = "{}" if is_object(value) else "[]"
    yield f"{opens}\n"
    for index, (head, one) in enumerate(zip(heads, inner, strict=True)):
        yield f"{indent}  {head}"
        yield from _lines(one, indent + "  ")
        yield ",\n" if index + 1 < len(inner) else "\n"
    yield f"{indent}{closes}"

"""Rows as values and back: a payment, a reading of a file, a correction, each as a text of JSON.

A field that says nothing is not written, so a field that a payment gets later needs no change of the tables.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from datetime import date, time
from typing import Final, get_args

from ashore.diagnosis.corrections import FIELDS, Correction, Field
from ashore.household.file.plain import is_list, is_table
from ashore.household.transactions import KINDS, NATURES, Credit, Transaction, Way
from ashore.importers.bills.form import BillReading

UNSAID: Final[Mapping[str, object]] = {
    one.name: one.default for one in fields(Transaction) if one.default is not MISSING
}
NAMES: Final = tuple(one.name for one in fields(Transaction))
WORDS: Final = {
    "kind": frozenset(KINDS), "nature": frozenset(NATURES), "credit": frozenset(get_args(Credit)),
    "way": frozenset(get_args(Way)),
}  # fmt: skip
"""What a payment's words may be; any other is a row that was not written here."""


class Unreadable(ValueError):
    """A text that was not written here."""


def text_of(one: Transaction) -> str:
    """Return a payment as text: every field that says something, the row as it was written among them."""
    found: dict[str, object] = {}
    for name in NAMES:
        value = getattr(one, name)
        if name not in UNSAID or value != UNSAID[name]:
            found[name] = value.isoformat() if isinstance(value, date | time) else value
    if "raw" in found:
        found["raw"] = [*one.raw]
    return _dump(found)


def payment_of(text: str) -> Transaction:
    """Return the payment of a text.  Raises Unreadable."""
    found = _table(text)
    try:
        if not all(found.get(name, "") in words | {""} for name, words in WORDS.items()):
            raise Unreadable
        found["day"] = date.fromisoformat(str(found["day"]))
        if found.get("at") is not None:
            found["at"] = time.fromisoformat(str(found["at"]))
        if "raw" in found:
            found["raw"] = _pairs(found["raw"])
        return Transaction(**found)  # pyright: ignore[reportArgumentType] - each was written from its own field
    except (KeyError, TypeError) as error:
        raise Unreadable from error
    except ValueError as error:
        raise Unreadable from error


def facts_text(reading: BillReading) -> str:
    """Return what is kept of a reading beside its payments: the days that it says it covers, and how many rows."""
    span = [day.isoformat() for day in reading.span or ()]
    return _dump({"rows": reading.rows, "span": span, "left": len(reading.left_out)})


def reading_of(name: str, form: str, facts: str, payments: Sequence[Transaction]) -> BillReading:
    """Return a reading as it was kept; its findings were said when it came.  Raises Unreadable."""
    found = _table(facts)
    days = found.get("span")
    rows = found.get("rows")
    if not is_list(days) or not isinstance(rows, int) or len(days) not in (0, 2):
        raise Unreadable
    first_last = tuple(date.fromisoformat(str(day)) for day in days)
    span = (first_last[0], first_last[1]) if first_last else None
    return BillReading(name, form, tuple(payments), rows=rows, span=span)


def left_of(facts: str) -> int:
    """Return how many rows of a file were no payment.  Raises Unreadable."""
    found = _table(facts).get("left")
    if not isinstance(found, int):
        raise Unreadable
    return found


def correction_text(one: Correction) -> str:
    """Return a correction as text."""
    return _dump({"word": one.word, "category": one.category, "business": one.business, "field": one.field})


def correction_of(text: str) -> Correction:
    """Return the correction of a text.  Raises Unreadable."""
    found = _table(text)
    field: Field | None = next((one for one in FIELDS if one == found.get("field")), None)
    business = found.get("business")
    if field is None or not (business is None or isinstance(business, bool)):
        raise Unreadable
    return Correction(str(found.get("word")), str(found.get("category", "")), business, field)


def _pairs(raw: object) -> tuple[tuple[str, str], ...]:
    if not is_list(raw):
        raise Unreadable
    pairs = [tuple(str(cell) for cell in pair) for pair in raw if is_list(pair)]
    if len(pairs) != len(raw) or any(len(pair) != 2 for pair in pairs):  # noqa: PLR2004 - a heading and a cell
        raise Unreadable
    return tuple((pair[0], pair[1]) for pair in pairs)


def _dump(found: Mapping[str, object]) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _table(text: str) -> dict[str, object]:
    try:
        found: object = json.loads(text)
    except ValueError as error:
        raise Unreadable from error
    if not is_table(found):
        raise Unreadable
    return dict(found)

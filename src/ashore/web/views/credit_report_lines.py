"""The debts of the book beside a credit report: which are likely in a part, ticked there, new, or only in the book."""

import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from ashore.errors import Message
from ashore.household.credit_report import PARTS, Part, Seen, is_likely, is_reported, seen_in, with_seen
from ashore.household.file.plain import is_table
from ashore.household.writing import Change, Remove, Set
from ashore.packs.products import all_products
from ashore.store import book
from ashore.store.models import Entry
from ashore.texts.language import Language
from ashore.texts.sentences import say
from ashore.web.debt_names import entry_names
from ashore.web.fields import value_of
from ashore.web.templatetags.words import read_yuan

GIVEN: Final[Mapping[Part, Mapping[str, object]]] = {
    "taken": {"stage": "assigned"},
    "card": {"product": "cn/credit-card"},
}
"""What a part of the report says of every debt in it."""
STAGES: Final = frozenset({"judgment", "enforcement"})
RECORDS: Final = ("judgment", "enforcement", "tax", "fine")
"""What stands in the public records: the first two are stages of a debt, the others payments that are none."""


@dataclass(frozen=True, slots=True)
class Line:
    """A debt of the book beside a part of a report."""

    entry: Entry
    name: str
    amount: object
    seen: Seen | None
    is_likely: bool
    is_ticked: bool
    is_reported: bool
    is_newer: bool


def lines_of(now: book.Book, on: date, here: Part | None, language: Language) -> list[Line]:
    """Return every debt of the book beside a part of the report of a day, or beside the whole report."""
    names = entry_names(now, language)
    return [_line(entry, on, here, names[entry.pk]) for entry in now.of("debt")]


def _line(entry: Entry, on: date, here: Part | None, name: str) -> Line:
    values = book.entry_values(entry)
    product = all_products().get(str(values.get("product", "")))
    full = {**(product.defaults if product else {}), **values}
    found, start = seen_in(values), values.get("start")
    seen = found if found and found.on == on else None
    return Line(
        entry,
        name,
        values.get("balance"),
        seen,
        is_likely=here is not None and is_likely(here, full),
        is_ticked=seen is not None and here in seen.parts,
        is_reported=is_reported(full),
        is_newer=isinstance(start, date) and start > on,
    )


def ticks(now: book.Book, here: Part, on: date, ticked: Collection[str]) -> Mapping[uuid.UUID, list[Change]]:
    """Return the changes that keep in each debt whether it stands in this part of the report of a day."""
    edits: dict[uuid.UUID, list[Change]] = {}
    for entry in now.of("debt"):
        values = book.entry_values(entry)
        before = seen_in(values)
        after = _after(before, here, on, is_ticked=str(entry.pk) in ticked)
        if after != before:
            edits[entry.pk] = [_change(values, with_seen(values, after))]
    return edits


def _change(values: Mapping[str, object], source: Mapping[str, object] | None) -> Change:
    """Return the change that makes a debt's `source` this one; what else stands in it is not written anew."""
    if source is None:
        return Remove("source")
    if not is_table(values.get("source")):
        return Set("source", source)
    return Set("source.id", source["id"]) if "id" in source else Remove("source.id")


def _after(before: Seen | None, here: Part, on: date, *, is_ticked: bool) -> Seen | None:
    """Return what is known of a debt once it was ticked in a part, or left; what an older report had stays if left."""
    same = before if before and before.on == on else None
    if same is None and not is_ticked:
        return before
    wanted: set[Part] = {part for part in (same.parts if same else ()) if part != here}
    if is_ticked:
        wanted.add(here)
    parts: tuple[Part, ...] = tuple(part for part in PARTS if part in wanted)
    return Seen(on, parts, is_new=same is not None and same.is_new) if parts else None


def new_debt(values: Mapping[str, object], here: Part, on: date) -> dict[str, object]:
    """Return a debt's values with the part of the report that it was taken from."""
    return {**values, "source": with_seen({}, Seen(on, (here,), is_new=True))}


def filled(typed: Mapping[str, str], here: Part) -> tuple[str, dict[str, object]]:
    """Return the section of what the report has and the book lacks, and its values as far as they were said."""
    record = typed.get("record", "")
    name = typed.get("lender" if here == "guarantee" else "creditor", "").strip()
    money = value_of(typed.get("balance", ""), "amount")
    if here == "bill" or (record in RECORDS and record not in STAGES):
        due = {"name": name, "amount": money, "keep": "law" if record else None}
        return "due", {key: value for key, value in due.items() if value}
    debt = {"name": name, "creditor": name, "balance": money, "stage": record if record in STAGES else None}
    return "debt", {**GIVEN.get(here, {}), **{key: value for key, value in debt.items() if value}}


def guarantee_of(whom: str, lender: str, up_to: str, until: date, language: Language) -> dict[str, object]:
    """Return a loan of somebody else as a payment of 0 on the day it ends: nothing is due, nothing is forgotten."""
    code = "report-form-guarantee-name" if up_to else "report-form-guarantee-name-open"
    most = value_of(up_to, "amount")
    message = Message(code, {"whom": whom, "lender": lender, "up_to": read_yuan(most) or str(most)})
    return {"name": say(message, language), "amount": Decimal("0.00"), "on": until}


def waiting(now: book.Book) -> list[tuple[Entry, str]]:
    """Return the payments that may come some day and are nothing yet, each with its name."""
    dues = [(entry, book.entry_values(entry)) for entry in now.of("due")]
    return [(entry, str(values.get("name", ""))) for entry, values in dues if values.get("amount") == 0]

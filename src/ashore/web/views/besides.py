"""What happened beside the payments on debts: things sold, a friend's money, single sums that have not come or gone."""

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, Literal

from ashore.household.besides import friend_debt
from ashore.household.model import Household
from ashore.household.writing import Change, Set
from ashore.store import book
from ashore.web.typed import is_between, read_day, read_fen

Kind = Literal["sold", "friend", "later"]
ASKED: Final[tuple[tuple[str, Kind], ...]] = (
    ("asset", "sold"),
    ("lever", "friend"),
    ("due", "later"),
    ("income", "later"),
    ("spending", "later"),
)
"""Each section that is asked about, and how."""


@dataclass(frozen=True, slots=True)
class Beside:
    """One thing to tell of, beside the payments on debts.

    `kind`: a thing that may be sold, a friend's money that may have come, a single sum that may come or go later.
    `amount` and `on` are as typed: what is owed to the friend and the day it came, or the day a sum is put off to.
    """

    ident: str
    entry_id: uuid.UUID
    kind: Kind
    section: str
    name: str
    ticked: bool = False
    amount: str = ""
    on: str = ""
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class More:
    """What changes in the book: entries edited, entries taken out, debts that are new."""

    edits: dict[uuid.UUID, list[Change]] = field(default_factory=dict[uuid.UUID, list[Change]])
    removed: set[uuid.UUID] = field(default_factory=set[uuid.UUID])
    debts: list[Mapping[str, object]] = field(default_factory=list[Mapping[str, object]])


def rows_of(now: book.Book, household: Household, day: date, typed: Mapping[str, str]) -> Iterator[Beside]:
    """Yield what may have happened up to a day, with what was typed of it."""
    for section, kind in ASKED:
        for entry in now.of(section):
            values = book.entry_values(entry)
            if _is_asked(kind, values, household.as_of, day):
                yield _row(kind, section, entry.pk, str(values.get("name", "")), household.as_of, day, typed)


def _is_asked(kind: str, values: Mapping[str, object], as_of: date, day: date) -> bool:
    if kind == "friend":
        return values.get("kind") == "friend-loan"
    on = values.get("on")
    return kind == "sold" or (isinstance(on, date) and as_of < on <= day)


def _row(
    kind: Kind, section: str, pk: uuid.UUID, name: str, as_of: date, day: date, typed: Mapping[str, str]
) -> Beside:
    ident = str(pk)
    amount, on = typed.get(f"owed-{ident}", "").strip(), typed.get(f"when-{ident}", "")
    row = Beside(ident, pk, kind, section, name, f"done-{ident}" in typed, amount, on)
    if not row.ticked:
        return row
    if kind == "friend" and (read_fen(amount) is None or not is_between(on, as_of, day)):
        return replace(row, wrong="beside-friend-unclear")
    later = read_day(on)
    if kind == "later" and (later is None or later <= day):
        return replace(row, wrong="beside-later-unclear")
    return row


def edits_of(rows: list[Beside], household: Household, day: date) -> More:
    """Return what changes in the book for what was ticked; every row of it can be read."""
    more = More()
    for row in rows:
        if not row.ticked:
            continue
        if row.kind == "later":
            more.edits[row.entry_id] = [Set("on", date.fromisoformat(row.on))]
            continue
        more.removed.add(row.entry_id)
        if row.kind == "friend":
            lever = next(one for one in household.friend_loans if one.name == row.name)
            owed_fen = read_fen(row.amount) or 0
            if owed_fen:
                more.debts.append(friend_debt(lever, date.fromisoformat(row.on), owed_fen, day))
    return more

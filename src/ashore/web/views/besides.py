"""What happened beside the payments on debts: things sold, a friend's money, single sums that have not come or gone."""

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
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
SOLD: Final = "sold"
DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Beside:
    """One thing to tell of, beside the payments on debts.

    `kind`: a thing that may be sold, a friend's money that may have come, a single sum that may come or go later.
    `place`: which of the friends' offers it is.
    `amount` and `on` are as typed: what is owed to the friend and the day it came, or the day a sum is put off to.
    """

    ident: str
    entry_id: uuid.UUID
    kind: Kind
    section: str
    name: str
    ticked: bool = False
    place: int = 0
    amount: str = ""
    on: str = ""
    wrong: str = ""

    @property
    def code(self) -> str:
        """Return the code of what is asked: a sum put off is named by its section, a friend may have no name."""
        if self.kind == "later":
            return f"beside-later-{self.section}"
        return f"beside-{self.kind}" if self.name else f"beside-{self.kind}-unnamed"


@dataclass(frozen=True, slots=True)
class More:
    """What changes in the book: entries edited, entries taken out, debts that are new."""

    edits: dict[uuid.UUID, list[Change]] = field(default_factory=dict[uuid.UUID, list[Change]])
    removed: set[uuid.UUID] = field(default_factory=set[uuid.UUID])
    debts: list[Mapping[str, object]] = field(default_factory=list[Mapping[str, object]])


def rows_of(now: book.Book, household: Household, day: date, typed: Mapping[str, str]) -> Iterator[Beside]:
    """Yield what may have happened up to a day, with what was typed of it."""
    for section, kind in ASKED:
        asked = [
            (entry.pk, str(values.get("name", "")))
            for entry in now.of(section)
            if _is_asked(kind, values := book.entry_values(entry), household.as_of, day)
        ]
        for place, (pk, name) in enumerate(asked):
            ident = str(pk)
            row = Beside(
                ident,
                pk,
                kind,
                section,
                name,
                f"done-{ident}" in typed,
                place,
                typed.get(f"owed-{ident}", "").strip(),
                typed.get(f"when-{ident}", ""),
            )
            yield replace(row, wrong=_wrong(row, household.as_of, day)) if row.ticked else row


def _is_asked(kind: str, values: Mapping[str, object], as_of: date, day: date) -> bool:
    if kind == "sold":
        return values.get("selling") != SOLD
    if kind == "friend":
        return values.get("kind") == "friend-loan"
    on = values.get("on")
    is_past = isinstance(on, date) and as_of < on <= day
    return is_past and bool(values.get("amount"))


def _wrong(row: Beside, as_of: date, day: date) -> str:
    """Return what cannot be read on a row that was ticked, nothing where all can."""
    if row.kind == "friend" and (read_fen(row.amount) is None or not is_between(row.on, as_of - DAY, day)):
        return "beside-friend-unclear"
    later = read_day(row.on)
    return "beside-later-unclear" if row.kind == "later" and (later is None or later <= day) else ""


def edits_of(rows: list[Beside], household: Household, day: date) -> More:
    """Return what changes in the book for what was ticked; every row of it can be read."""
    more = More()
    for row in rows:
        if not row.ticked:
            continue
        if row.kind == "later":
            more.edits[row.entry_id] = [Set("on", read_day(row.on))]
            continue
        if row.kind == "sold":
            more.edits[row.entry_id] = [Set("selling", SOLD)]
            continue
        more.removed.add(row.entry_id)
        lever, came = household.friend_loans[row.place], read_day(row.on)
        if came and (owed_fen := read_fen(row.amount) or 0):
            more.debts.append(friend_debt(lever, came, owed_fen, day))
    return more

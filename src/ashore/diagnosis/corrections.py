"""What the person said about payments, kept in a file of its own: newest last, the newest wins.

The file is private (practice H1): it says what money was spent on.
"""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, cast, get_args

from ashore.diagnosis.category_rules import CATEGORIES, DEBT, UNKNOWN, holds, plain, searched
from ashore.errors import Finding, Place
from ashore.household.file.plain import is_list, is_table, quote
from ashore.household.transactions import Transaction

Field = Literal["counterparty", "text", "method", "account", "any"]
FIELDS: Final[tuple[Field, ...]] = get_args(Field)
"""Where a correction looks: `any` is whom the money went to or what for; the others are one column."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What the person said about payments that hold a word; either part may be left open.

    In `counterparty`, `method` and `account` the word is the whole cell, elsewhere a part of it.  `category` `""` and
    `business` None say nothing.  The category `debt` says that they repaid a debt, or that a debt brought them.
    """

    word: str
    category: str = UNKNOWN
    business: bool | None = None
    field: Field = "any"

    @property
    def key(self) -> tuple[str, str]:
        """Return what a later correction replaces."""
        return (self.field, plain(self.word))


def learnt(known: Sequence[Correction], new: Sequence[Correction]) -> tuple[Correction, ...]:
    """Return the corrections with new ones at their end; one about the same word in the same place replaces it."""
    kept: dict[tuple[str, str], Correction] = {}
    for one in (*known, *new):
        kept.pop(one.key, None)
        if plain(one.word):
            kept[one.key] = one
    return tuple(kept.values())


def says(one: Correction, row: Transaction) -> bool:
    """Return whether a correction is about a payment."""
    word = plain(one.word)
    if one.field in ("any", "text"):
        text = searched(row.counterparty, row.text) if one.field == "any" else plain(row.text)
        return holds(word, text)
    cell = {"counterparty": row.counterparty, "method": row.method, "account": row.account}[one.field]
    return plain(cell) == word


@dataclass(frozen=True, slots=True)
class ReadCorrections:
    """The corrections of a file, and what in it could not be read; a finding leaves its entry out."""

    corrections: tuple[Correction, ...]
    findings: tuple[Finding, ...]


def read_corrections(text: str) -> ReadCorrections:
    """Return the corrections of a TOML text: `[[correction]]` with `word`, and `category`, `business` or both.

    `in` is where to look (`any` if not given).  A wrong entry is a `note` with its place; a text that is no TOML is
    a `stop`, without corrections.
    """
    try:
        tree = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return ReadCorrections(
            (), (Finding("corrections-unreadable", "stop", Place(""), {"detail": str(error)}),)
        )
    rows = tree.get("correction", [])
    read = [_read(row, place) for place, row in enumerate(rows if is_list(rows) else [])]
    findings = tuple(one for one in read if isinstance(one, Finding))
    found = tuple(one for one in read if isinstance(one, Correction))
    return ReadCorrections(learnt((), found), findings)


def _read(row: object, place: int) -> Correction | Finding:
    """Return one entry, or why it is none."""
    path = f"correction[{place}]"
    if not is_table(row):
        return _wrong(path, "")
    word, category = row.get("word"), row.get("category", UNKNOWN)
    business, field = row.get("business"), row.get("in", "any")
    wrong = {
        "word": not isinstance(word, str) or not plain(word),
        "category": category not in (UNKNOWN, DEBT, *CATEGORIES) or (not category and business is None),
        "business": not (business is None or isinstance(business, bool)),
        "in": field not in FIELDS,
    }
    for key, is_wrong in wrong.items():
        if is_wrong:
            return _wrong(path, key)
    return Correction(cast(str, word), cast(str, category), cast("bool | None", business), cast(Field, field))


def _wrong(path: str, key: str) -> Finding:
    """Return where it is wrong; never what stands there, which says what money was spent on."""
    return Finding("correction-wrong", "note", Place(f"{path}.{key}" if key else path), {"key": key})


def write_corrections(corrections: Sequence[Correction]) -> str:
    """Return the corrections as a TOML text that `read_corrections` reads back as they are."""
    return "\n".join("\n".join(_lines(one)) + "\n" for one in learnt((), corrections))


def _lines(one: Correction) -> Iterator[str]:
    yield "[[correction]]"
    yield f"word = {quote(one.word)}"
    if one.field != "any":
        yield f"in = {quote(one.field)}"
    if one.category:
        yield f"category = {quote(one.category)}"
    if one.business is not None:
        yield f"business = {str(one.business).lower()}"

"""What a product's page says beside its terms: remarks, ways into its app, and what its sources disagree about."""

from collections.abc import Mapping
from dataclasses import dataclass

from ashore.packs.entry import Entry
from ashore.rules.app_entry import ENTRY_USES, VISIBLE, AppEntry
from ashore.rules.source import Bilingual


@dataclass(frozen=True, slots=True)
class Claim:
    """One of several answers that sources give to the same question."""

    says: Bilingual
    source: str


@dataclass(frozen=True, slots=True)
class ProductNotes:
    """What a product's page says beside its terms: remarks, the keys on which sources disagree, ways into its app."""

    remarks: tuple[Bilingual, ...]
    disputed: Mapping[str, tuple[Claim, ...]]
    entries: tuple[AppEntry, ...] = ()


def read_notes(entry: Entry) -> ProductNotes:
    """Return the remarks, disagreements and app paths of a product's file.  Raises BrokenPack."""
    disputed = entry.sub("disputed") if entry.has("disputed") else None
    return ProductNotes(
        remarks=tuple(row.both() for row in entry.rows("remarks")) if entry.has("remarks") else (),
        disputed={key: _claims(disputed, key) for key in disputed.table} if disputed else {},
        entries=tuple(_app_entry(row) for row in entry.rows("entries")) if entry.has("entries") else (),
    )


def _claims(disputed: Entry, key: str) -> tuple[Claim, ...]:
    return tuple(Claim(row.bilingual("says"), row.text("source")) for row in disputed.rows(key))


def _app_entry(row: Entry) -> AppEntry:
    return AppEntry(
        use=row.choice("use", ENTRY_USES),
        path=row.bilingual("path"),
        visible=row.choice("visible", VISIBLE),
        source=row.text("source"),
        seen_on=row.day("seen_on"),
        confidence=row.confidence(),
        note=row.bilingual("note") if row.has("note") else {},
    )

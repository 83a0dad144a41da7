"""What a product's page says beside its terms: remarks, and what its sources disagree about."""

from collections.abc import Mapping
from dataclasses import dataclass

from ashore.packs.entry import Entry
from ashore.rules.source import Bilingual


@dataclass(frozen=True, slots=True)
class Claim:
    """One of several answers that sources give to the same question."""

    says: Bilingual
    source: str


@dataclass(frozen=True, slots=True)
class ProductNotes:
    """What a product's page says beside its terms: remarks, and the keys on which sources disagree."""

    remarks: tuple[Bilingual, ...]
    disputed: Mapping[str, tuple[Claim, ...]]


def read_notes(entry: Entry) -> ProductNotes:
    """Return the remarks and disagreements of a product's file.  Raises BrokenPack."""
    disputed = entry.sub("disputed") if entry.has("disputed") else None
    return ProductNotes(
        remarks=tuple(row.both() for row in entry.rows("remarks")) if entry.has("remarks") else (),
        disputed={key: _claims(disputed, key) for key in disputed.table} if disputed else {},
    )


def _claims(disputed: Entry, key: str) -> tuple[Claim, ...]:
    return tuple(Claim(row.bilingual("says"), row.text("source")) for row in disputed.rows(key))

"""What the person taught about their bills: what a word is spent on; a bank's columns."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ashore.diagnosis.corrections import Correction
from ashore.store.faults import Damaged
from ashore.store.private.bills import imports
from ashore.store.private.bills.values import Unreadable, correction_of, correction_text

CORRECTION: Final = "correction"
MAPPING: Final = "mapping"


@dataclass(frozen=True, slots=True)
class Taught:
    """A correction, and the id by which it is forgotten again."""

    id: uuid.UUID
    correction: Correction


def taught() -> tuple[Taught, ...]:
    """Return the corrections, the newest last.  Raises Damaged."""
    try:
        return tuple(Taught(one.pk, correction_of(one.text)) for one in imports.kept(CORRECTION))
    except Unreadable as error:
        raise Damaged(imports.DAMAGED) from error


def teach(key: uuid.UUID, correction: Correction) -> None:
    """Keep a correction in the place of one about the same word in the same place.  Raises Damaged."""
    imports.keep(key, CORRECTION, "\n".join(correction.key), correction_text(correction))


def forget(taught_id: uuid.UUID) -> None:
    """Forget something that was taught; what is gone already stays gone.  Raises Damaged."""
    imports.drop(taught_id)


def texts_of(kind: str) -> Mapping[str, str]:
    """Return what is kept of a kind, each as its own text, by its name.  Raises Damaged."""
    return {one.name: one.text for one in imports.kept(kind)}


def keep_text(key: uuid.UUID, kind: str, name: str, text: str) -> None:
    """Keep a text of a kind in the place of the one of that name.  Raises Damaged."""
    imports.keep(uuid.uuid5(key, f"{kind} {name}"), kind, name, text)


@dataclass(frozen=True, slots=True)
class Named:
    """A bank of which the columns were said, and the id by which that is forgotten again."""

    id: uuid.UUID
    name: str


def mapped() -> tuple[Named, ...]:
    """Return the banks of which the columns were said, the newest last.  Raises Damaged."""
    return tuple(Named(one.pk, one.name) for one in imports.kept(MAPPING))


def mappings() -> Mapping[str, str]:
    """Return the saved mappings of banks' columns, each as its own text, by the bank's name.  Raises Damaged."""
    return {one.name: one.text for one in imports.kept(MAPPING)}


def keep_mapping(key: uuid.UUID, bank: str, text: str) -> None:
    """Keep a bank's mapping in the place of the one there was.  Raises Damaged."""
    imports.keep(key, MAPPING, bank, text)

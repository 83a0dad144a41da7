"""Which sentences are longer or heavier than their place allows."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Final

from plain.measures import chinese, english, sentences
from plain.units import Unit

CLASSES: Final = Path(__file__).with_name("classes.toml")


@dataclass(frozen=True, slots=True)
class Class:
    """What is asked of texts in some places: the most of each measure by language, nothing where there is none."""

    name: str
    why: str
    places: tuple[str, ...]
    most: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Heavy:
    """A sentence above a limit: where, in which language, what was measured and how much is allowed."""

    place: str
    language: str
    what: str
    measured: int
    most: int
    sentence: str


@cache
def classes() -> tuple[Class, ...]:
    """Return the classes in the order in which they are tried."""
    read = tomllib.loads(CLASSES.read_text("utf-8"))["class"]
    return tuple(
        Class(
            one["name"],
            one["why"],
            tuple(one["places"]),
            {key: one[key] for key in ("en", "zh") if key in one},
        )
        for one in read
    )


def class_of(place: str) -> Class:
    """Return the class of a place."""
    return next(one for one in classes() if any(fnmatchcase(place, pattern) for pattern in one.places))


def measured(sentence: str, language: str) -> dict[str, int]:
    """Return what is limited, by its name."""
    if language == "en":
        counted = english(sentence)
        return {"stretch": counted.stretch, "sentence": counted.words}
    found = chinese(sentence)
    return {
        "stretch": found.stretch,
        "sentence": found.length,
        "clause": found.clause,
        "chain": found.chain,
        "office": len(found.office),
    }


def heavy(among: Iterable[Unit]) -> Iterator[Heavy]:
    """Yield each measure of each sentence that is above its limit."""
    for unit in among:
        most = class_of(unit.place).most.get(unit.language, {})
        for sentence in sentences(unit.text, unit.language) if most else ():
            for what, value in measured(sentence, unit.language).items():
                if what in most and value > most[what]:
                    yield Heavy(unit.place, unit.language, what, value, most[what], sentence)

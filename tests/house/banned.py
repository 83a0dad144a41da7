"""What the product does not say: phrases by kind, each kind with its reason, and where they may be quoted."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

from plain.units import Unit

FOLDER = Path(__file__).with_name("words")
ALLOWED = FOLDER / "allowed.toml"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words or a pattern, a sentence that must be caught, and perhaps one that must not."""

    kind: str
    pattern: re.Pattern[str]
    planted: str
    fine: str


@dataclass(frozen=True, slots=True)
class Allowance:
    """A place that may say phrases of some kinds, and why; `only` some of them where they are named."""

    place: str
    kinds: tuple[str, ...]
    why: str
    only: tuple[str, ...]

    def covers(self, place: str, kind: str, found: str) -> bool:
        """Return whether it lets a phrase stand."""
        named = not self.only or found.casefold() in self.only
        return kind in self.kinds and named and fnmatchcase(place, self.place)


@dataclass(frozen=True, slots=True)
class Said:
    """A phrase that was found: its kind, the place and the words."""

    kind: str
    place: str
    found: str

    def __str__(self) -> str:
        """Return it for a list of failures."""
        return f"{self.kind}: {self.place}: {self.found}"


@cache
def kinds() -> dict[str, str]:
    """Return the reason of each kind, by its name."""
    files = sorted(path for path in FOLDER.glob("*.toml") if path != ALLOWED)
    return {path.stem: tomllib.loads(path.read_text("utf-8"))["why"] for path in files}


@cache
def phrases() -> tuple[Phrase, ...]:
    """Return every phrase of every kind."""
    return tuple(
        Phrase(kind, _pattern(one), one["planted"], one.get("fine", ""))
        for kind in kinds()
        for one in tomllib.loads((FOLDER / f"{kind}.toml").read_text("utf-8"))["phrase"]
    )


def _pattern(one: dict[str, object]) -> re.Pattern[str]:
    """Return a phrase's pattern; English words stand alone, Chinese ones anywhere."""
    if "pattern" in one:
        return re.compile(str(one["pattern"]), re.IGNORECASE)
    words = one["words"]
    assert isinstance(words, list)
    either = "|".join(rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word) for word in words)
    return re.compile(either, re.IGNORECASE)


@cache
def allowances() -> tuple[Allowance, ...]:
    """Return the places that may quote such phrases."""
    places = tomllib.loads(ALLOWED.read_text("utf-8"))["place"]
    return tuple(
        Allowance(
            one["at"],
            tuple(one["kinds"]),
            one["why"],
            tuple(word.casefold() for word in one.get("only", ())),
        )
        for one in places
    )


def said(units: Iterable[Unit]) -> Iterator[Said]:
    """Yield every phrase that stands where it is not allowed."""
    for found in said_anywhere(units):
        if not any(one.covers(found.place, found.kind, found.found) for one in allowances()):
            yield found


def said_anywhere(units: Iterable[Unit]) -> Iterator[Said]:
    """Yield every phrase, allowed or not."""
    for unit in units:
        for phrase in phrases():
            for found in phrase.pattern.finditer(unit.text):
                yield Said(phrase.kind, unit.place, found[0])

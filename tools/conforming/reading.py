"""A JSON case read key by key: what is missing, unknown or misspelt is told with its place, never guessed."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Final, TypeVar

from ashore.household.file.plain import is_list, is_table, is_whole
from ashore.money import Rate, RatePeriod, fen_from_yuan

Word = TypeVar("Word")
AMOUNT: Final = re.compile(r"\d{1,15}(\.\d{1,2})?", re.ASCII)
SHARE: Final = re.compile(r"(\d{1,9}(?:\.\d{1,12})?)%", re.ASCII)
DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
PERIODS: Final[tuple[RatePeriod, ...]] = ("day", "month", "year")
SHOWN_LENGTH: Final = 60


class BadCase(ValueError):
    """A case file is not of its documented shape; the text says where and what."""


@dataclass(frozen=True, slots=True)
class At:
    """A JSON value and where it stands, such as `terms.grace.days`."""

    where: str
    value: object

    def bad(self, wanted: str) -> BadCase:
        """Return the complaint that this value is not what is wanted."""
        shown = json.dumps(self.value, ensure_ascii=False, default=str)
        cut = shown if len(shown) <= SHOWN_LENGTH else shown[: SHOWN_LENGTH - 1] + "…"
        return BadCase(f"{self.where}: {cut} is not {wanted}")

    def table(self, keys: frozenset[str] | set[str]) -> "Table":
        """Return the object.  Raises BadCase if it is none, or has a key that is not among `keys`."""
        if not is_table(self.value):
            raise self.bad("an object")
        for key in self.value:
            if key not in keys:
                raise BadCase(f"{self.where}.{key}: unknown key")
        return Table(self.where, self.value)

    def items(self) -> Iterator["At"]:
        """Yield the entries of the list.  Raises BadCase if it is none."""
        if not is_list(self.value):
            raise self.bad("a list")
        return (At(f"{self.where}[{index}]", item) for index, item in enumerate(self.value))

    def text(self) -> str:
        """Return the text."""
        if not isinstance(self.value, str):
            raise self.bad("a text")
        return self.value

    def word(self, choices: tuple[Word, ...]) -> Word:
        """Return the one of the words that this is."""
        for choice in choices:
            if choice == self.value:
                return choice
        raise self.bad(f"one of {', '.join(map(str, choices))}")

    def amount_fen(self) -> int:
        """Return yuan text such as `1199.70` in fen."""
        if not isinstance(self.value, str) or not AMOUNT.fullmatch(self.value):
            raise self.bad('an amount in yuan as text, such as "1199.70"')
        return fen_from_yuan(Decimal(self.value))

    def share(self) -> Fraction:
        """Return `5%` as 1/20."""
        if not isinstance(self.value, str) or not (found := SHARE.fullmatch(self.value)):
            raise self.bad('a share such as "5%"')
        return Fraction(found[1]) / 100

    def rate(self) -> Rate:
        """Return `0.045%/day` as a rate."""
        number, _, per = self.value.partition("/") if isinstance(self.value, str) else ("", "", "")
        if not (found := SHARE.fullmatch(number)) or per not in PERIODS:
            raise self.bad('a rate such as "0.045%/day", "1.2%/month" or "15.3%/year"')
        return Rate(Decimal(found[1]) / 100, PERIODS[PERIODS.index(per)])

    def day(self) -> date:
        """Return `2026-11-23` as a day."""
        if isinstance(self.value, str) and DAY.fullmatch(self.value):
            try:
                return date.fromisoformat(self.value)
            except ValueError:
                pass  # a day that no calendar has is told like any other text
        raise self.bad('a day such as "2026-11-23"')

    def whole(self, least: int, most: int) -> int:
        """Return the whole number between two bounds."""
        if not is_whole(self.value) or not least <= self.value <= most:
            raise self.bad(f"a whole number from {least} to {most}")
        return self.value

    def flag(self) -> bool:
        """Return true or false."""
        if not isinstance(self.value, bool):
            raise self.bad("true or false")
        return self.value


@dataclass(frozen=True, slots=True)
class Table:
    """A JSON object whose keys are known."""

    where: str
    values: Mapping[str, object]

    def __getitem__(self, key: str) -> At:
        """Return the value of a key.  Raises BadCase if it is missing."""
        if key not in self.values:
            raise BadCase(f"{self.where}.{key}: missing")
        return At(f"{self.where}.{key}", self.values[key])

    def get(self, key: str) -> At | None:
        """Return the value of a key, or None where the key is left out."""
        return self[key] if key in self.values else None

    def amount_fen(self, key: str) -> int:
        """Return the amount of a key in fen, 0 where it is left out."""
        found = self.get(key)
        return found.amount_fen() if found else 0


def read_json(path: Path) -> object:
    """Return what a JSON file holds.  Raises BadCase if it cannot be read, is no JSON, or repeats a key."""
    try:
        made: object = json.loads(path.read_text("utf-8"), object_pairs_hook=_once)
    except (OSError, UnicodeDecodeError) as error:
        raise BadCase(f"cannot be read: {error}") from error
    except BadCase:
        raise
    except (ValueError, RecursionError) as error:  # ValueError: a number of too many digits, too
        raise BadCase(f"is no JSON: {error}") from error
    return made


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise BadCase(f"the key {twice} stands twice in one object")
    return made

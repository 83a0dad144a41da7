"""One table of a pack's file, read field by field; a wrong field names its file and place."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Final, TypeVar, cast

from ashore.errors import Fact
from ashore.packs.errors import BrokenPack
from ashore.packs.files import SUFFIX, Table, read_toml
from ashore.rules.source import CONFIDENCES, Bilingual, Confidence, Evidence, Source

LANGUAGES: Final = ("zh", "en")
W = TypeVar("W", bound=str)


@dataclass(frozen=True, slots=True)
class Entry:
    """A table with the file it stands in and the dotted path to it (empty at the top)."""

    file: str
    table: Table
    path: str = ""

    def place(self, key: str) -> str:
        """Return the dotted path of a field."""
        return f"{self.path}.{key}" if self.path else key

    def fail(self, code: str, key: str, **facts: Fact) -> BrokenPack:
        """Return the error that names a field of this table."""
        return BrokenPack(code, self.file, self.place(key), **facts)

    def has(self, key: str) -> bool:
        """Return whether the field is there."""
        return key in self.table

    def raw(self, key: str) -> object:
        """Return a field as TOML gave it.  Raises BrokenPack when it is missing."""
        if key not in self.table:
            raise self.fail("pack-field-missing", key)
        return self.table[key]

    def text(self, key: str) -> str:
        """Return a text field that is not empty."""
        value = self.raw(key)
        if not isinstance(value, str) or not value.strip():
            raise self.fail("pack-field-wrong", key, expected="text")
        return value

    def day(self, key: str) -> date:
        """Return a date field."""
        value = self.raw(key)
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.fail("pack-field-wrong", key, expected="date")
        return value

    def number(self, key: str) -> Decimal:
        """Return an exact number field."""
        value = self.raw(key)
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise self.fail("pack-field-wrong", key, expected="number")
        return Decimal(value)

    def flag(self, key: str) -> bool | None:
        """Return a field that is true or false, None where it is missing."""
        value = self.raw(key) if self.has(key) else None
        if value is not None and not isinstance(value, bool):
            raise self.fail("pack-field-wrong", key, expected="true, false")
        return value

    def choice(self, key: str, words: tuple[W, ...]) -> W:
        """Return a field that must be one of some words."""
        value = self.text(key)
        for word in words:
            if value == word:
                return word
        raise self.fail("pack-word-unknown", key, read=value, allowed=words)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a field that is a list of texts, at least one and none empty."""
        value = self.raw(key)
        items = cast(list[object], value) if isinstance(value, list) else []
        texts = tuple(item for item in items if isinstance(item, str) and item.strip())
        if not texts or len(texts) < len(items):
            raise self.fail("pack-field-wrong", key, expected="list")
        return texts

    def choices(self, key: str, words: tuple[W, ...]) -> tuple[W, ...]:
        """Return a field that is a list of some words, in the list's order."""
        texts = self.texts(key)
        for text in texts:
            if text not in words:
                raise self.fail("pack-word-unknown", key, read=text, allowed=words)
        return tuple(word for text in texts for word in words if word == text)

    def same(self, key: str, expected: str) -> None:
        """Check that a text field says what the file's place says.  Raises BrokenPack where it does not."""
        if self.text(key) != expected:
            raise self.fail("pack-id-wrong", key, read=self.text(key), expected=expected)

    def sub(self, key: str) -> "Entry":
        """Return a table inside this one, with its path."""
        value = self.raw(key)
        if not isinstance(value, dict):
            raise self.fail("pack-field-wrong", key, expected="table")
        return Entry(self.file, cast(Table, value), self.place(key))

    def subs(self) -> Mapping[str, "Entry"]:
        """Return all tables inside this one by key.  Raises BrokenPack where a value is no table."""
        return {key: self.sub(key) for key in self.table}

    def rows(self, key: str) -> tuple["Entry", ...]:
        """Return a list of tables, each with its path (`steps[0]`)."""
        value = self.raw(key)
        if not isinstance(value, list):
            raise self.fail("pack-field-wrong", key, expected="list")
        items = {f"{key}[{index}]": item for index, item in enumerate(cast(list[object], value))}
        return tuple(Entry(self.file, items, self.path).sub(name) for name in items)

    def bilingual(self, key: str) -> Bilingual:
        """Return a text in both languages.  Raises BrokenPack for a language that is missing or empty."""
        return self.sub(key).both()

    def both(self) -> Bilingual:
        """Return this table as a text in both languages.  Raises BrokenPack as `bilingual` does."""
        for language in LANGUAGES:
            if not str(self.table.get(language, "")).strip():
                raise self.fail("pack-text-missing", language, language=language)
        return {language: self.text(language) for language in LANGUAGES}

    def source(self, key: str = "source") -> Source:
        """Return where a value comes from: a title and an address."""
        source = self.sub(key)
        title_en = source.text("title_en") if source.has("title_en") else None
        return Source(source.text("title"), source.text("address"), title_en)

    def confidence(self) -> Confidence:
        """Return how far the source is trusted."""
        return self.choice("confidence", CONFIDENCES)

    def evidence(self) -> Evidence:
        """Return where what this table says was read, when, how sure it is and by when to look again."""
        return Evidence(self.source(), self.day("seen_on"), self.confidence(), self.day("review_by"))

    def optional_texts(self, key: str) -> tuple[str, ...]:
        """Return a field that is a list of texts, empty where it is missing."""
        return self.texts(key) if self.has(key) else ()

    def optional_text(self, key: str) -> str | None:
        """Return a text field, None where it is missing."""
        return self.text(key) if self.has(key) else None


def read_entry(folder: Path, *path: str) -> Entry:
    """Return a file's top table; its name in messages is the path inside the pack, `products/huabei.toml`."""
    return Entry("/".join(path) + SUFFIX, read_toml(folder.joinpath(*path[:-1], path[-1] + SUFFIX)))

"""The kinds of values in a file: each reads a raw value or reports why not, writes it back, and has a schema.

`read` returns None after it has reported a stop.  A value that had to be repaired is read with a note.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final, Generic, Protocol, TypeVar

from ashore.household.file.log import At
from ashore.household.file.plain import is_list, is_table, items_of, shown
from ashore.household.file.wording import tidy

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Schema = dict[str, object]
YES_OR_NO: Final = {
    **dict.fromkeys(("true", "yes", "是", "对", "有"), True),
    **dict.fromkeys(("false", "no", "否", "不是", "没有", "无"), False),
}


class Kind(Protocol[T_co]):
    """What can stand behind a key."""

    def read(self, raw: object, at: At) -> T_co | None:
        """Return the value, or None after reporting a stop."""
        ...

    def write(self, value: object) -> object:
        """Return the plain file value that reads as `value`."""
        ...

    def schema(self) -> Schema:
        """Return the JSON Schema of the clean spelling."""
        ...


@dataclass(slots=True, eq=False, repr=False)
class Text:
    """A text in the person's own words, or an id; `filled`: not empty."""

    filled: bool = False

    def read(self, raw: object, at: At) -> str | None:
        """Return the text as written."""
        if not isinstance(raw, str):
            return at.stop("text-wrong", read=shown(raw))
        if self.filled and not raw.strip():
            return at.stop("text-empty")
        return raw

    def write(self, value: object) -> object:
        """Return the text."""
        return value

    def schema(self) -> Schema:
        """Return: a string."""
        return {"type": "string", "minLength": 1} if self.filled else {"type": "string"}


@dataclass(slots=True, eq=False, repr=False)
class Flag:
    """true or false."""

    def read(self, raw: object, at: At) -> bool | None:
        """Return the value; "yes" or 是 are read with a note."""
        if isinstance(raw, str) and (word := YES_OR_NO.get(tidy(raw).lower())) is not None:
            at.note("flag-as-text", read=shown(raw), write="true" if word else "false")
            return word
        return raw if isinstance(raw, bool) else at.stop("flag-wrong", read=shown(raw))

    def write(self, value: object) -> object:
        """Return the value."""
        return value

    def schema(self) -> Schema:
        """Return: a boolean."""
        return {"type": "boolean"}


@dataclass(slots=True, eq=False, repr=False)
class Word:
    """One of a fixed list of words; `also` are other spellings of them, read with a note."""

    words: tuple[str, ...]
    also: Mapping[str, str] | None = None

    def read(self, raw: object, at: At) -> str | None:
        """Return the word."""
        if isinstance(raw, str) and raw in self.words:
            return raw
        if not isinstance(raw, str):
            return at.stop("word-wrong", read=shown(raw), words=self.words)
        spelled = tidy(raw).lower().replace("_", "-").replace(" ", "-")
        known = {word.lower(): word for word in self.words} | dict(self.also or {})
        word = known.get(tidy(raw), known.get(spelled))
        if word is not None:
            at.note("word-respelled", read=shown(raw), write=word)
            return word
        near = get_close_matches(spelled, self.words, n=1)
        if near:
            return at.stop("word-unknown-near", read=shown(raw), near=near[0], words=self.words)
        return at.stop("word-wrong", read=shown(raw), words=self.words)

    def write(self, value: object) -> object:
        """Return the word."""
        return value

    def schema(self) -> Schema:
        """Return: an enumeration."""
        return {"enum": list(self.words)}


@dataclass(slots=True, eq=False, repr=False)
class AllOr(Generic[T]):
    """The word "all" (read as `ALL`) or a value of the other kind."""

    kind: Kind[T]

    def read(self, raw: object, at: At) -> "T | All | None":
        """Return `ALL` or the other kind's value."""
        return ALL if raw == "all" else self.kind.read(raw, at)

    def write(self, value: object) -> object:
        """Return the plain value."""
        return "all" if value is ALL else self.kind.write(value)

    def schema(self) -> Schema:
        """Return: "all" or the other schema."""
        return {"anyOf": [{"const": "all"}, self.kind.schema()]}


@dataclass(slots=True, eq=False, repr=False)
class All:
    """Everything there is (of a penalty, of a fee)."""


ALL: Final = All()


@dataclass(slots=True, eq=False, repr=False)
class Many(Generic[T]):
    """A list of one kind, of a fixed length when `count` is given."""

    kind: Kind[T]
    count: int | None = None

    def read(self, raw: object, at: At) -> tuple[T | None, ...] | None:
        """Return the entries, None for those that a finding stopped; the list itself must be a list."""
        if not is_list(raw):
            return at.stop("list-wrong", read=shown(raw))
        if self.count is not None and len(raw) != self.count:
            return at.stop("list-length", read_count=len(raw), want_count=self.count)
        return tuple(self.kind.read(item, at.item(index)) for index, item in enumerate(raw))

    def write(self, value: object) -> object:
        """Return the plain entries."""
        return [self.kind.write(item) for item in items_of(value)]

    def schema(self) -> Schema:
        """Return: an array."""
        bounds: Schema = {} if self.count is None else {"minItems": self.count, "maxItems": self.count}
        return {"type": "array", "items": self.kind.schema(), **bounds}


@dataclass(slots=True, eq=False, repr=False)
class Labels:
    """A table of texts by key, such as `source = {rate = "contract"}`."""

    def read(self, raw: object, at: At) -> Mapping[str, str] | None:
        """Return the texts that are texts."""
        if not is_table(raw):
            return at.stop("table-wrong", read=shown(raw))
        read = {key: Text().read(item, at.key(key)) for key, item in raw.items()}
        return {key: text for key, text in read.items() if text is not None}

    def write(self, value: object) -> object:
        """Return the table."""
        return value

    def schema(self) -> Schema:
        """Return: an object of strings."""
        return {"type": "object", "additionalProperties": {"type": "string"}}

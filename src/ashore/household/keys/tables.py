"""Tables of a file as data: keys with their kinds, unknown and missing keys, and the value that is made."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from difflib import get_close_matches
from operator import attrgetter
from typing import Final, Generic, TypeVar

from ashore.household.file.log import At
from ashore.household.file.plain import is_list, is_table, items_of, shown
from ashore.household.keys.kinds import Kind, Schema, Word

T = TypeVar("T")
Values = Mapping[str, object]
Present = frozenset[str]
Check = Callable[[Values, Present, At], None]
SIMILAR: Final = 0.7


def build(make: Callable[..., T], values: Mapping[str, object]) -> T:
    """Return what `make` makes of values by keyword; the key tables stand for the types."""
    return make(**values)


@dataclass(slots=True, eq=False, repr=False)
class Key:
    """One key of a table.

    `field`: the value's attribute when it differs from the key (dotted, for writing back).
    `only`: the tags (kinds of lever, methods of debt) that use the key; empty: all.  What an absent key means is
    the value class's own default.
    """

    name: str
    kind: Kind[object]
    field: str = ""
    required: bool = False
    only: tuple[str, ...] = ()
    get: Callable[[object], object] | None = None

    @property
    def target(self) -> str:
        """Return the name under which the value is kept."""
        return self.field or self.name

    def value_in(self, owner: object) -> object:
        """Return this key's value in a made value."""
        return self.get(owner) if self.get else attrgetter(self.target)(owner)


@dataclass(slots=True, eq=False, repr=False)
class Table(Generic[T]):
    """A table: `make` builds the value from keyword arguments, absent keys left out.

    `tag` names the key whose value decides which of the others are used.  `check` sees the values that
    could be read and what was typed at all, both by target.  `like`: the value class whose defaults hold
    where `make` is a function.
    """

    keys: tuple[Key, ...]
    make: Callable[..., T]
    tag: str = ""
    check: Check | None = None
    like: type | None = None

    def read(self, raw: object, at: At) -> T | None:
        """Return the value made, or None when a key stopped it."""
        before = len(at.log.remarks)
        values = self.values(raw, at)
        stopped = any(remark.level == "stop" for remark in at.log.remarks[before:])
        return None if values is None or stopped else build(self.make, values)

    def values(self, raw: object, at: At) -> dict[str, object] | None:
        """Return what could be read by target, after every finding on keys and values; None if it is no table."""
        if not is_table(raw):
            return at.stop("table-wrong", read=shown(raw))
        meant = self.meant(raw)
        self._report_unknown(raw, meant, at)
        values: dict[str, object] = {}
        for key in self.keys:
            if key.name not in raw:
                if key.required and key.name not in meant.values():
                    at.stop("key-missing", missing=key.name)
                continue
            value = key.kind.read(raw[key.name], at.key(key.name))
            if value is not None:
                values[key.target] = value
        self._unused(raw, values, at)
        if self.check:
            typed = frozenset(key.target for key in self.keys if key.name in raw)
            self.check(values, typed, at)
        return values

    def meant(self, raw: Mapping[str, object]) -> dict[str, str]:
        """Return the keys that are not ours but look like one that is missing, with that one."""
        names = [key.name for key in self.keys]
        found: dict[str, str] = {}
        for name in raw.keys() - set(names):
            near = get_close_matches(name.lower().replace("-", "_"), names, n=1, cutoff=SIMILAR)
            if near and near[0] not in raw:
                found[name] = near[0]
        return found

    def _report_unknown(self, raw: Mapping[str, object], meant: Mapping[str, str], at: At) -> None:
        names = [key.name for key in self.keys]
        for name in raw:
            if name in meant:
                at.key(name).stop("key-unknown-near", near=meant[name])
            elif name not in names and at.path:
                at.key(name).note("key-unknown")
            elif name not in names and (home := self._home_of(name)):
                at.key(name).stop("key-outside", section=home)
            elif name not in names:
                at.key(name).stop("section-unknown", words=tuple(names))

    def _home_of(self, name: str) -> str | None:
        """Return the single table below this one that has such a key; None where there is none."""
        inside = ((key.name, key.kind.schema().get("properties")) for key in self.keys)
        return next((home for home, keys in inside if is_table(keys) and name in keys), None)

    def _unused(self, raw: Mapping[str, object], values: Values, at: At) -> None:
        tag = values.get(self.tag)
        for key in self.keys:
            if key.only and isinstance(tag, str) and tag not in key.only and key.name in raw:
                at.key(key.name).note("key-unused", tag_key=self.tag.rsplit(".", maxsplit=1)[-1], tag=tag)

    def write(self, value: object) -> dict[str, object]:
        """Return the plain table that reads as `value`; defaults are left out unless nothing else is in it."""
        items = [(key, key.value_in(value)) for key in self.keys]
        full = [(key, item) for key, item in items if item is not None and item != ""]
        short = [(key, item) for key, item in full if key.required or item != self.default(key)]
        return {key.name: key.kind.write(item) for key, item in short or full}

    def default(self, key: Key) -> object:
        """Return the value that an absent key means; None where there is none."""
        return defaults_of(self.like or self.make).get(key.target)

    def schema(self) -> Schema:
        """Return: an object without further keys."""
        properties: Schema = {key.name: self._property(key) for key in self.keys}
        required = [key.name for key in self.keys if key.required]
        return {
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": False,
        }

    def _property(self, key: Key) -> Schema:
        default = self.default(key)
        shown_default: Schema = {} if default is None else {"default": key.kind.write(default)}
        return {**key.kind.schema(), **shown_default}


def defaults_of(make: Callable[..., object]) -> dict[str, object]:
    """Return the defaults of a value class by field; none for any other callable."""
    if not (isinstance(make, type) and is_dataclass(make)):
        return {}
    found: dict[str, object] = {}
    for item in fields(make):
        if item.default is not MISSING:
            found[item.name] = item.default
        elif item.default_factory is not MISSING:
            found[item.name] = item.default_factory()
    return found


@dataclass(slots=True, eq=False, repr=False)
class Partial(Generic[T]):
    """A table whose values are kept by target even where some of them are stopped; nothing is made of it yet."""

    table: Table[T]

    def read(self, raw: object, at: At) -> dict[str, object] | None:
        """Return what could be read."""
        return self.table.values(raw, at)

    def write(self, value: object) -> object:
        """Return the plain table."""
        return self.table.write(value)

    def schema(self) -> Schema:
        """Return the table's schema."""
        return self.table.schema()


@dataclass(slots=True, eq=False, repr=False)
class Entries(Generic[T]):
    """An array of tables (`[[debt]]`); a single table is read as one entry, with a note."""

    table: Kind[T]

    def read(self, raw: object, at: At) -> tuple[T | None, ...] | None:
        """Return the entries, None for those that a finding stopped."""
        if is_table(raw):
            at.note("entry-not-list")
            raw = [raw]
        if not is_list(raw):
            return at.stop("table-wrong", read=shown(raw))
        return tuple(self.table.read(item, at.item(index)) for index, item in enumerate(raw))

    def write(self, value: object) -> object:
        """Return the plain entries."""
        return [self.table.write(item) for item in items_of(value)]

    def schema(self) -> Schema:
        """Return: an array of the table's objects."""
        return {"type": "array", "items": self.table.schema()}


@dataclass(slots=True, eq=False, repr=False)
class Variants:
    """A table whose `tag` key says which of several tables it is (`kind = "side-work"`)."""

    tag: str
    tables: Mapping[str, Table[object]]
    tag_of: Callable[[object], str]

    def read(self, raw: object, at: At) -> object | None:
        """Return the value of the table that the tag names."""
        if not is_table(raw):
            return at.stop("table-wrong", read=shown(raw))
        if self.tag not in raw:
            return at.stop("key-missing", missing=self.tag)
        tag = Word(tuple(self.tables)).read(raw[self.tag], at.key(self.tag))
        if tag is None:
            return None
        own = [key.name for key in self.tables[tag].keys]
        kept: dict[str, object] = {}
        for name, item in raw.items():
            if name not in own and any(
                name == key.name for table in self.tables.values() for key in table.keys
            ):
                at.key(name).note("key-unused", tag_key=self.tag.rsplit(".", maxsplit=1)[-1], tag=tag)
            elif name != self.tag:
                kept[name] = item
        return self.tables[tag].read(kept, at)

    def write(self, value: object) -> object:
        """Return the plain table with its tag first."""
        tag = self.tag_of(value)
        return {self.tag: tag, **self.tables[tag].write(value)}

    def schema(self) -> Schema:
        """Return: one of the tables."""
        return {"oneOf": [self._variant(tag) for tag in self.tables]}

    def _variant(self, tag: str) -> Schema:
        schema = self.tables[tag].schema()
        properties, required = schema["properties"], schema["required"]
        assert isinstance(properties, dict) and isinstance(required, list)
        return {
            **schema,
            "properties": {self.tag: {"const": tag}, **properties},
            "required": [self.tag, *required],
        }

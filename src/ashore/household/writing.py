"""A household file's text with changes made in place, comments and order kept."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import tomlkit
from tomlkit.container import Container
from tomlkit.exceptions import ParseError
from tomlkit.items import AoT, Array, InlineTable, Item, Table

from ashore.errors import AshoreError
from ashore.household.file.lines import spans_of
from ashore.household.file.log import Path
from ashore.household.file.plain import is_table, to_toml, toml_key

STEP: Final = r"(?:^|\.)([^.\[\]]+)|\[(\d+)\]"


class UnknownPath(AshoreError):
    """A path that the file does not have."""


class UncleanFile(AshoreError):
    """A text that is no TOML; what was repaired while reading must be written first."""


@dataclass(frozen=True, slots=True)
class Set:
    """Give the key at a path (`debt[0].rate`) a plain value; it is added when it is not there."""

    path: str
    value: object


@dataclass(frozen=True, slots=True)
class Append:
    """Add an entry to the list at a path (`debt`, `debt[0].concession`); the list is made when it is not there."""

    path: str
    value: object


@dataclass(frozen=True, slots=True)
class Remove:
    """Take away the key or entry at a path."""

    path: str


Change = Set | Append | Remove


def write_household(text: str, changes: Iterable[Change]) -> str:
    """Return the text with the changes made one after another; without changes exactly the text.

    Values are plain file values (text, int, Decimal, date, bool, lists and tables of them).  Raises UncleanFile
    for a text that is no TOML and UnknownPath for a path whose parents are not in the file.
    """
    for change in changes:
        text = _changed(text, change)
    return text


def path_of(text: str) -> Path:
    """Return the steps of a dotted path.  Raises UnknownPath when it is not written as one."""
    steps = [int(index) if index else name for name, index in re.findall(STEP, text)]
    if not steps or re.sub(STEP, "", text):
        raise UnknownPath("path-unknown", path=text)
    return tuple(steps)


def _changed(text: str, change: Change) -> str:
    path = path_of(change.path)
    if isinstance(change, Append) and is_table(change.value) and not _is_inline(text, path):
        return _with_entry(text, path, change.path, change.value)
    if isinstance(change, Remove) and isinstance(path[-1], int) and not _is_inline(text, path[:-1]):
        return _without_entry(text, path, change.path)
    document = _parse(text)
    parent = _go(document, path if isinstance(change, Append) else path[:-1], change.path)
    if isinstance(change, Append):
        _append(parent, change)
    elif isinstance(change, Set):
        _set(parent, path[-1], change)
    else:
        _remove(parent, path[-1], change)
    return tomlkit.dumps(document)


def _parse(text: str) -> tomlkit.TOMLDocument:
    try:
        return tomlkit.parse(text)
    except ParseError as error:
        raise UncleanFile("file-not-clean") from error


def _go(document: tomlkit.TOMLDocument, path: Path, name: str) -> object:
    """Return what stands at a path.  Raises UnknownPath when nothing does."""
    here: object = document
    for step in path:
        if isinstance(here, (Container, Table, InlineTable)) and step in here:
            here = here[str(step)]
        elif isinstance(here, (AoT, Array)) and isinstance(step, int) and step < len(here):
            here = here[step]
        else:
            raise UnknownPath("path-unknown", path=name)
    return here


def _item(value: object) -> Item:
    return tomlkit.value(to_toml(value))


def _set(parent: object, step: str | int, change: Set) -> None:
    item = _item(change.value)
    if isinstance(parent, (Container, Table, InlineTable)) and isinstance(step, str):
        parent[step] = item
        return
    if not (isinstance(parent, Array) and isinstance(step, int) and step < len(parent)):
        raise UnknownPath("path-unknown", path=change.path)
    parent[step] = item


def _append(parent: object, change: Append) -> None:
    if not isinstance(parent, Array):
        raise UnknownPath("path-unknown", path=change.path)
    parent.insert(len(parent), _item(change.value))


def _remove(parent: object, step: str | int, change: Remove) -> None:
    if isinstance(parent, (Container, Table, InlineTable)) and isinstance(step, str) and step in parent:
        parent.remove(step)
    elif isinstance(parent, Array) and isinstance(step, int) and step < len(parent):
        del parent[step]
    else:
        raise UnknownPath("path-unknown", path=change.path)


def _is_inline(text: str, path: Path) -> bool:
    """Return whether the list at a path is written in brackets behind its key."""
    try:
        return isinstance(_go(_parse(text), path, ""), Array)
    except UnknownPath:
        return False


def _with_entry(text: str, path: Path, name: str, value: Mapping[str, object]) -> str:
    """Return the text with a table added behind the list's last entry, or behind the list's owner."""
    owner, spans = path[:-1], spans_of(_checked(text))
    if isinstance(path[-1], int) or (owner and owner not in spans):
        raise UnknownPath("path-unknown", path=name)
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += end
    near = path if any(found[: len(path)] == path for found in spans) else owner
    after = (
        max(last for found, (_, last) in spans.items() if found[: len(near)] == near) if near else len(lines)
    )
    header = ".".join(toml_key(step) for step in path if isinstance(step, str))
    entry = [f"[[{header}]]", *(f"{toml_key(key)} = {to_toml(item)}" for key, item in value.items())]
    close = [end] if after < len(lines) and lines[after].strip() else []
    lines[after:after] = [end, *(line + end for line in entry), *close]
    return "".join(lines)


def _without_entry(text: str, path: Path, name: str) -> str:
    """Return the text without a table and all below it; comments between its lines go with it."""
    spans = spans_of(_checked(text))
    if path not in spans:
        raise UnknownPath("path-unknown", path=name)
    own, other = set[int](), set[int]()
    for found, (first, last) in spans.items():
        (own if found[: len(path)] == path else other).update(range(first, last + 1))
    gone = {number for number in range(min(own), max(own) + 1) if number in own or number not in other}
    lines = text.splitlines(keepends=True)
    return "".join(line for number, line in enumerate(lines, 1) if number not in gone)


def _checked(text: str) -> str:
    _parse(text)
    return text

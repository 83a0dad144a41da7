"""The line on which each value of a file stands, by tree-sitter, loaded only when there is something to say."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Protocol

from ashore.household.file.log import Path

TABLE_STEPS: Final = (4, 2)  # debt[0].concession[1], debt[0]
QUOTES: Final = "\"'"
Found = tuple[Path, "Node"]
Span = tuple[int, int]


class Point(Protocol):
    """A place in the text; rows count from 0."""

    @property
    def row(self) -> int:
        """Return the row."""
        ...


class Node(Protocol):
    """The part of a tree-sitter node that is used here."""

    @property
    def type(self) -> str:
        """Return the grammar's name of the node."""
        ...

    @property
    def text(self) -> bytes | None:
        """Return the node's text."""
        ...

    @property
    def start_point(self) -> Point:
        """Return where it begins."""
        ...

    @property
    def end_point(self) -> Point:
        """Return where it ends."""
        ...

    @property
    def named_children(self) -> "Sequence[Node]":
        """Return the parts that have names."""
        ...


def spans_of(text: str) -> dict[Path, Span]:
    """Return the first and last line of each table's header, key and entry by path.

    Lines count from 1, entries of lists from 0; a table's span is its header, without the keys below it.
    """
    spans: dict[Path, Span] = {}
    for path, node in _nodes(text):
        spans.setdefault(path, (node.start_point.row + 1, node.end_point.row + 1))
    return spans


def lines_of(text: str) -> dict[Path, int]:
    """Return the first line of each table, key and entry by path."""
    return {path: first for path, (first, _) in spans_of(text).items()}


def _nodes(text: str) -> Iterator[Found]:
    """Yield every path with its node: the header's name for a table, the whole pair for a key."""
    from tree_sitter import Language, Parser  # loaded only when there is something to place
    from tree_sitter_toml import language  # the same

    root = Parser(Language(language())).parse(text.encode()).root_node
    counts: Counter[Path] = Counter()
    for node in root.named_children:
        yield from _statement(node, counts)


def line_at(lines: Mapping[Path, int], path: Path) -> int | None:
    """Return the line of a path, of the first thing below it, or of the nearest thing around it; else None."""
    while path:
        below = [line for found, line in lines.items() if found[: len(path)] == path]
        if below:
            return min(below)
        path = path[:-1]
    return None


def path_on(lines: Mapping[Path, int], line: int) -> Path:
    """Return what begins on a line, or the table that a line without a key of ours belongs to."""
    exact = next((path for path, number in lines.items() if number == line), None)
    if exact is not None:
        return exact
    before = [(number, path) for path, number in lines.items() if number < line]
    path = max(before, key=lambda found: found[0])[1] if before else ()
    tables = (path[:end] for end in TABLE_STEPS if len(path) >= end and _is_entry(path[:end]))
    return next(tables, path[:1] if len(path) > 1 else ())


def _is_entry(path: Path) -> bool:
    """Return whether a path is that of an entry of a section, or of a section in one."""
    return all(isinstance(step, int) for step in path[1::2])


def _statement(node: Node, counts: Counter[Path]) -> Iterator[Found]:
    if node.type == "pair":
        yield from _pair(node, ())
    if node.type not in ("table", "table_array_element"):
        return
    key, *rest = node.named_children
    path = _entry(_key(key), counts, adds=node.type == "table_array_element")
    yield path, key
    for child in rest:
        if child.type == "pair":
            yield from _pair(child, path)


def _entry(names: Path, counts: Counter[Path], *, adds: bool) -> Path:
    """Return the path of a header, with the entry of each list that it goes through."""
    path: Path = ()
    for index, name in enumerate(names):
        path = (*path, name)
        if adds and index == len(names) - 1:
            counts[path] += 1
        if counts[path]:
            path = (*path, counts[path] - 1)
    return path


def _pair(node: Node, at: Path) -> Iterator[Found]:
    named = _parts(node)
    path = (*at, *_key(named[0]))
    yield path, named[-1]
    yield from _value(named[-1], path)


def _value(node: Node, path: Path) -> Iterator[Found]:
    if node.type == "inline_table":
        for child in _parts(node):
            yield from _pair(child, path)
    elif node.type == "array":
        for index, child in enumerate(_parts(node)):
            yield (*path, index), child
            yield from _value(child, (*path, index))


def _parts(node: Node) -> list[Node]:
    return [child for child in node.named_children if child.type != "comment"]


def _key(node: Node) -> Path:
    if node.type == "dotted_key":
        return tuple(name for child in node.named_children for name in _key(child))
    return ((node.text or b"").decode().strip(QUOTES),)

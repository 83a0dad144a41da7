"""A file's bytes as text and as a tree of plain values, with what had to be said on the way."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from ashore.household.file.decoding import decode
from ashore.household.file.log import Remark
from ashore.household.file.parsing import parse
from ashore.household.file.plain import is_list
from ashore.household.file.repairing import repair

SECTIONS = ("income", "spending", "asset", "account", "business", "due", "debt", "lever", "own")
LISTS = frozenset((*SECTIONS, "debt.concession", "debt.event"))


@dataclass(slots=True, eq=False, repr=False)
class Source:
    """A file read as text (`text`: repaired, line by line the file's) and as plain values; None when it holds none."""

    text: str
    tree: Mapping[str, object] | None
    remarks: tuple[Remark, ...] = ()


def _clean(text: str) -> Mapping[str, object] | None:
    """Return the tree of a text that needs no repair: TOML with the sections in their right brackets."""
    try:
        tree = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError:
        return None
    lists = all(is_list(tree.get(name, [])) for name in SECTIONS)
    return tree if lists and set(tree) <= {"format", "household", *SECTIONS} else None


def read_source(data: bytes) -> Source:
    """Return the text and the tree of a file's bytes, with a remark on everything that was not clean."""
    decoded = decode(data)
    if decoded.text is None:
        return Source("", None, decoded.remarks)
    tree = _clean(decoded.text)
    if tree is not None:
        return Source(decoded.text, tree, decoded.remarks)
    text, repairs = repair(decoded.text, LISTS)
    kept, tree, unreadable = parse(text)
    return Source(kept, tree, (*decoded.remarks, *repairs, *unreadable))

"""A household file's text in pieces, one for each table, and the pieces as the text again.

A piece is a table with its header and the comments above it, exactly as written: the pieces one after another are the
file, and a table without a change of its own is never touched.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import tomlkit
from tomlkit.exceptions import ParseError

from ashore.household.file.lines import spans_of
from ashore.household.file.log import Path
from ashore.household.file.plain import is_list, is_table, to_toml, toml_key
from ashore.household.writing import Change, UncleanFile, write_household

TOP: Final = ""
"""The section of what stands before every header: the format, and comments on the whole."""
SINGLE: Final = frozenset({"household"})
SECTIONS: Final = (
    "household", "income", "spending", "asset", "account", "business", "due", "debt", "lever", "own",
)  # fmt: skip
BELOW: Final[Mapping[str, str]] = {"debt.concession": "debt", "debt.event": "debt"}
"""Sections of tables that belong to the one before them."""


class Unsplit(UncleanFile):
    """A file whose tables are not each under a header of its own: it must be written out anew first."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One table as written: its section, and the comments, header and keys of it."""

    section: str
    text: str


def split(text: str) -> tuple[Piece, ...]:
    """Return the pieces of a clean file in order.  Raises UncleanFile, or Unsplit for tables that share a line."""
    try:
        tree: object = tomlkit.parse(text).unwrap()
    except ParseError as error:
        raise UncleanFile("file-not-clean") from error
    assert is_table(tree)
    lines = text.splitlines(keepends=True)
    headers = _headers(lines, spans_of(text))
    headed = {section for _, section in headers}
    inline = [key for key, value in tree.items() if (is_list(value) or is_table(value)) and key not in headed]
    if inline or not headed <= {*SECTIONS, *BELOW}:
        raise Unsplit("file-not-clean")
    starts = [_above(lines, line) for line, _ in headers]
    ends = [*starts[1:], len(lines)]
    top = Piece(TOP, "".join(lines[: starts[0] if starts else len(lines)]))
    rest = zip(headers, starts, ends, strict=True)
    return (top, *(Piece(section, "".join(lines[start:end])) for (_, section), start, end in rest))


def _headers(lines: Sequence[str], spans: Mapping[Path, tuple[int, int]]) -> list[tuple[int, str]]:
    """Return the line of each header with its section."""
    return sorted(
        (line, ".".join(step for step in path if isinstance(step, str)))
        for path, (line, _) in spans.items()
        if lines[line - 1].lstrip().startswith("[")
    )


def _above(lines: Sequence[str], header: int) -> int:
    """Return the index of the first of the comment lines that stand right above a header."""
    start = header - 1
    while start and lines[start - 1].lstrip().startswith("#"):
        start -= 1
    return start


def join(pieces: Iterable[Piece]) -> str:
    """Return the text of pieces; what `split` took apart comes together as it was."""
    return "".join(piece.text for piece in pieces)


def new_piece(section: str, values: Mapping[str, object]) -> Piece:
    """Return a table with plain values."""
    header = f"[{section}]" if section in SINGLE else f"[[{section}]]"
    lines = [header, *(f"{toml_key(key)} = {to_toml(value)}" for key, value in values.items())]
    return Piece(section, "\n" + "\n".join(lines) + "\n")


def changed(piece: Piece, changes: Iterable[Change]) -> Piece:
    """Return a table with changes made in place, its paths relative to it.  Raises UnknownPath."""
    head, body = _parts(piece)
    return Piece(piece.section, head + write_household(body, changes))


def values_of(piece: Piece) -> Mapping[str, object]:
    """Return the plain values of a table, its numbers exact."""
    return tomllib.loads(_parts(piece)[1], parse_float=Decimal)


def _parts(piece: Piece) -> tuple[str, str]:
    """Return what stands up to the header, and what stands below it."""
    if piece.section == TOP:
        return "", piece.text
    lines = piece.text.splitlines(keepends=True)
    end = next(at for at, line in enumerate(lines) if line.lstrip().startswith("[")) + 1
    return "".join(lines[:end]), "".join(lines[end:])

"""Cells by the column: those written in the one plain way that apps write are read at once, any others one by one.

Every function says of each cell just what its namesake for one cell says, whatever stands there.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeVar

from ashore.importers.bills.form import ZEROS, Moment, is_shortened, said_in

T = TypeVar("T")
V = TypeVar("V")
FEN: Final = r"[¥￥]?+[0-9]{1,11}+\.[0-9][0-9]"
SIGNED_FEN: Final = (
    r"[-+]?+(?:[0-9]{1,11}+|[0-9]{1,3}(?:,[0-9]{3}){1,2}+|[0-9]{1,2}(?:,[0-9]{3}){3})\.[0-9][0-9]"
)
MOMENT: Final = r"[0-9]{4}-[0-9][0-9]-[0-9][0-9] (?:[01][0-9]|2[0-3]):[0-9][0-9]:[0-9][0-9]"


@dataclass(frozen=True, slots=True)
class Plain:
    """A plain way to write a cell: a pattern of as many such lines as follow each other, and a cell of it."""

    lines: re.Pattern[str]
    one: str

    def end(self, text: str, at: int = 0) -> int:
        """Return where the plain lines end that begin at a place."""
        found = self.lines.match(text, at)
        return found.end() if found else at


FENS: Final = Plain(re.compile(rf"(?:{FEN}\n)*+"), "0.00")
SIGNED_FENS: Final = Plain(re.compile(rf"(?:{SIGNED_FEN}\n)*+"), "0.00")
MOMENTS: Final = Plain(re.compile(rf"(?:{MOMENT}\n)*+"), "2000-01-01 00:00:00")
NOT_DIGITS: Final = ("¥", "￥", ",", ".")


def each_once(ask: Callable[[str], T], cells: Sequence[str]) -> list[T]:
    """Return what `ask` says of every cell; cells that are the same are asked about once."""
    answers = {cell: ask(cell) for cell in set(cells)}
    return [answers[cell] for cell in cells]


def fens_in(cells: Sequence[str], ask: Callable[[str], T], plain: Plain = FENS) -> list[int | T]:
    """Return the fen of every cell such as `28.16` or `¥28.16`, and what `ask` says of any other.

    With `SIGNED_FENS` a plain cell may have a sign and commas: `-1,028.16`.
    """
    joined = "\n".join(cells)
    if joined.count("\n") != len(cells) - 1:  # no cells, or one that holds a line end
        return [*each_once(ask, cells)]
    odd, joined = _parted(joined, plain)
    for mark in NOT_DIGITS:
        joined = joined.replace(mark, "")
    return _with(odd, ask, cells, list(map(int, joined.split("\n"))))


def moments_in(cells: Sequence[str], ask: Callable[[str], T]) -> list[Moment | T]:
    """Return the moment of every cell such as `2026-11-23 21:32:14`, and what `ask` says of any other."""
    joined = "\n".join(cells)
    if joined.count("\n") != len(cells) - 1 or not MOMENTS.end(f"{joined}\n"):  # or a column of days alone
        return [*each_once(ask, cells)]
    odd, joined = _parted(joined, MOMENTS)
    try:
        stamps = list(map(datetime.fromisoformat, joined.split("\n")))
    except ValueError:  # a day that no month has
        return [*each_once(ask, cells)]
    moments = zip(map(datetime.date, stamps), map(datetime.time, stamps), strict=True)
    return _with(odd, ask, cells, list(moments))


def _parted(joined: str, plain: Plain) -> tuple[set[str], str]:
    """Return the odd lines, and the lines with a plain one in the place of each of those."""
    text, at = f"{joined}\n", 0
    odd: set[str] = set()
    parts: list[str] = []
    while (end := plain.end(text, at)) < len(text):
        stop = text.index("\n", end)
        odd.add(text[end:stop])
        parts += (text[at:end], plain.one, "\n")
        at = stop + 1
    return odd, "".join((*parts, text[at:]))[:-1]


def _with(odd: set[str], ask: Callable[[str], T], cells: Sequence[str], plain: Sequence[V]) -> list[V | T]:
    """Return what was read of the plain cells, and at each odd one what `ask` says of it."""
    if not odd:
        return [*plain]
    answers = {cell: ask(cell) for cell in odd}
    return [answers[cell] if cell in odd else read for cell, read in zip(cells, plain, strict=True)]


def shortened_in(cells: Sequence[str]) -> frozenset[str]:
    """Return the numbers among the cells that a spreadsheet has shortened."""
    joined = "\n".join(cells)
    if "+" not in joined and f"{ZEROS}\n" not in f"{joined}\n":
        return frozenset()
    return frozenset(cell for cell in cells if (cell.endswith(ZEROS) or "+" in cell) and is_shortened(cell))


def orders_in(cells: list[str]) -> list[str]:
    """Return every order number; `""` for a mark of none, and for one that a spreadsheet has shortened."""
    shortened = shortened_in(cells)
    return said_in([cell if cell not in shortened else "" for cell in cells] if shortened else cells)

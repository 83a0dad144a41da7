"""Cells by the column: those written in the one plain way that apps write are read at once, any others one by one.

Every function says of each cell just what its namesake for one cell says, whatever stands there.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeVar

from ashore.importers.bills.form import NOTHING, ZEROS, Moment

T = TypeVar("T")
V = TypeVar("V")
FEN: Final = r"[¥￥]?+[0-9]{1,11}+\.[0-9][0-9]"
SIGNED_FEN: Final = (
    r"[-+]?+(?:[0-9]{1,11}+|[0-9]{1,3}(?:,[0-9]{3}){1,2}+|[0-9]{1,2}(?:,[0-9]{3}){3})\.[0-9][0-9]"
)
MOMENT: Final = r"[0-9]{4}-[0-9][0-9]-[0-9][0-9] (?:[01][0-9]|2[0-3]):[0-9][0-9]:[0-9][0-9]"


@dataclass(frozen=True, slots=True)
class Plain:
    """A plain way to write a cell: a pattern of nothing but such lines, one of any other line, and a cell of it."""

    every: re.Pattern[str]
    odd: re.Pattern[str]
    one: str


def _plain(pattern: str, one: str) -> Plain:
    return Plain(re.compile(rf"(?:{pattern}\n)*+"), re.compile(rf"^(?!{pattern}$).*$", re.MULTILINE), one)


FENS: Final = _plain(FEN, "0.00")
SIGNED_FENS: Final = _plain(SIGNED_FEN, "0.00")
MOMENTS: Final = _plain(MOMENT, "2000-01-01 00:00:00")
NOT_DIGITS: Final = ("¥", "￥", ",", ".")
SHORTENED: Final = re.compile(r"^(?:[0-9]{15}0{8,}|[0-9](?:\.[0-9]+)?[eE]\+[0-9]{2})$", re.MULTILINE)
"""What `form.SPREADSHEET_NUMBER` is, in any line."""


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
    if joined.count("\n") != len(cells) - 1 or MOMENTS.odd.match(joined):  # or a column of days alone
        return [*each_once(ask, cells)]
    odd, joined = _parted(joined, MOMENTS)
    try:
        stamps = list(map(datetime.fromisoformat, joined.split("\n")))
    except ValueError:  # a day that no month has
        return [*each_once(ask, cells)]
    moments = zip(map(datetime.date, stamps), map(datetime.time, stamps), strict=True)
    return _with(odd, ask, cells, list(moments))


def _parted(joined: str, plain: Plain) -> tuple[frozenset[str], str]:
    """Return the odd lines, and the lines with a plain one in the place of each of those."""
    if plain.every.fullmatch(f"{joined}\n"):
        return frozenset(), joined
    return frozenset(plain.odd.findall(joined)), plain.odd.sub(plain.one, joined)


def _with(
    odd: frozenset[str], ask: Callable[[str], T], cells: Sequence[str], plain: Sequence[V]
) -> list[V | T]:
    """Return what was read of the plain cells, and at each odd one what `ask` says of it."""
    if not odd:
        return [*plain]
    answers = {cell: ask(cell) for cell in odd}
    return [answers[cell] if cell in odd else read for cell, read in zip(cells, plain, strict=True)]


def shortened_in(cells: Sequence[str]) -> frozenset[str]:
    """Return the numbers among the cells that a spreadsheet has shortened."""
    joined = "\n".join(cells)
    doubtful = f"{ZEROS}\n" in f"{joined}\n" or "E+" in joined or "e+" in joined
    return frozenset(SHORTENED.findall(joined)) & set(cells) if doubtful else frozenset()


def orders_in(cells: Sequence[str]) -> list[str]:
    """Return every order number; `""` for a mark of none, and for one that a spreadsheet has shortened."""
    nothing = NOTHING | dict.fromkeys(shortened_in(cells), "")
    return [nothing.get(cell, cell) for cell in cells]

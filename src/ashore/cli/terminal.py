"""Text for a terminal: true widths for Chinese, wrapping that keeps punctuation with its word, plain tables."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, Literal
from unicodedata import combining, east_asian_width

from ashore.texts.cells import visible

COLUMNS: Final = 80
CLOSING: Final = frozenset(",.;:!?)]}%，。；：！？、）〕】》」』”’…")
OPENING: Final = frozenset("([{（〔【《「『“‘¥#")
ELLIPSIS: Final = "…"
NARROWEST: Final = 12
"""To how many columns a table may narrow what stands at the left of a cell."""

Align = Literal["left", "right"]


def width(text: str) -> int:
    """Return how many terminal columns a text takes; wide and full-width characters count two."""
    return len(text) if text.isascii() else sum(map(_columns, text))


@cache
def _columns(char: str) -> int:
    return 0 if combining(char) else 2 if _is_wide(char) else 1


def _is_wide(char: str) -> bool:
    return east_asian_width(char) in "WF"


def _glued(piece: str, char: str) -> bool:
    """Return whether a character stays on the line of the piece before it: marks, words, numbers with their unit."""
    if piece == "" or char in CLOSING or piece[-1] in OPENING:
        return True
    if _is_wide(char):
        return piece[-1].isdigit() or piece[-1] == " "
    return not _is_wide(piece[-1]) or (char.isdigit() and piece[-2:-1].isdigit())


def _pieces(text: str) -> Iterator[str]:
    """Yield the smallest parts between which a line may end: words, dates, Chinese characters with their marks."""
    piece = ""
    for place, char in enumerate(text):
        following = text[place + 1 : place + 2]
        counts = char == " " and piece[-1:].isdigit() and following != "" and _is_wide(following)
        if char == " " and not counts:
            yield piece + char
            piece = ""
        elif counts or _glued(piece, char):
            piece += char
        else:
            yield piece
            piece = char
    if piece:
        yield piece


def _fitting(piece: str, room: int) -> Iterator[str]:
    """Yield a piece, cut where it would not fit on a line of its own."""
    part, used = "", 0
    for char in piece:
        columns = width(char)
        if part and char != " " and used + columns > room:
            yield part
            part, used = "", 0
        part += char
        used += columns
    yield part


def wrap(text: str, columns: int = COLUMNS, indent: str = "") -> list[str]:
    """Return a text as lines of at most `columns`, each with `indent`; no line begins with closing punctuation.

    What stands in a bill or a file may be anybody's: signs that a terminal would obey are spaces.
    """
    lines, used = [""], 0
    room = columns - width(indent)
    for piece in (part for whole in _pieces(visible(text)) for part in _fitting(whole, room)):
        if lines[-1] and used + width(piece.rstrip()) > room:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
            used = 0
        lines[-1] += piece
        used += width(piece)
    return [indent + line.rstrip() for line in lines]


def hang(mark: str, text: str, columns: int = COLUMNS) -> list[str]:
    """Return a wrapped text behind a mark such as `1. `, its further lines set in below the first."""
    lines = wrap(text, columns - width(mark))
    return [(mark if number == 0 else " " * width(mark)) + line for number, line in enumerate(lines)]


def pad(text: str, columns: int, align: Align = "left") -> str:
    """Return a text filled with spaces to `columns`, cut with … if it is longer."""
    if width(text) > columns:
        while width(text) > columns - 1:
            text = text[:-1]
        text += ELLIPSIS
    space = " " * (columns - width(text))
    return text + space if align == "left" else space + text


def table(
    rows: Sequence[Sequence[str]], aligns: Sequence[Align], columns: int = COLUMNS, gap: int = 2
) -> list[str]:
    """Return rows as aligned lines; where they are too wide, the widest left columns wrap within their cells."""
    widths = [max(width(row[index]) for row in rows) for index in range(len(aligns))]
    left = [index for index, align in enumerate(aligns) if align == "left"]
    while left and sum(widths) + gap * (len(widths) - 1) > columns:
        widest = max(left, key=lambda index: widths[index])
        if widths[widest] <= NARROWEST:
            break
        widths[widest] -= 1
    return [line for row in rows for line in _row_lines(row, widths, aligns, gap)]


def least_width(rows: Sequence[Sequence[str]], aligns: Sequence[Align], gap: int) -> int:
    """Return how narrow `table` can make these rows: left columns wrap, right ones do not."""
    widths = [max(width(row[index]) for row in rows) for index in range(len(aligns))]
    least = (
        min(wide, NARROWEST) if align == "left" else wide for wide, align in zip(widths, aligns, strict=True)
    )
    return sum(least) + gap * (len(widths) - 1)


def _row_lines(row: Sequence[str], widths: Sequence[int], aligns: Sequence[Align], gap: int) -> Iterator[str]:
    """Yield the lines of one row: as many as its longest cell needs."""
    cells = [wrap(cell, wide) for cell, wide in zip(row, widths, strict=True)]
    for number in range(max(len(cell) for cell in cells)):
        parts = (cell[number] if number < len(cell) else "" for cell in cells)
        padded = (pad(part, wide, align) for part, wide, align in zip(parts, widths, aligns, strict=True))
        yield (" " * gap).join(padded).rstrip()

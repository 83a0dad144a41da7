"""A plan as lines for a terminal: the parts of the answer, set in below their headings."""

from collections.abc import Iterator, Sequence
from datetime import date

import click

from ashore.cli.terminal import COLUMNS, Align, hang, least_width, pad, table, width, wrap
from ashore.documents.answer.parts import parts_of, with_asked
from ashore.documents.answer.view import View, help_of
from ashore.documents.blocks import Bars, Block, Call, Cell, Listing, Part, Say, Table
from ashore.planning.plan import Plan
from ashore.planning.variants import Variant
from ashore.texts import say
from ashore.texts.cells import cell_text, head_text, line_to_call, listed
from ashore.texts.facts import format_month
from ashore.texts.language import Language
from ashore.texts.sentences import word

SET_IN = "  "
ITEM = "- "
BAR = "="
BAR_COLUMNS = 30
ZERO = "0"
NUMBERS = frozenset({"fen", "count"})


def show_plan(
    plan: Plan,
    language: Language,
    *,
    compare: bool = False,
    columns: int = COLUMNS,
    variants: Sequence[Variant] = (),
    today: date | None = None,
    asked: Sequence[Part] = (),
) -> list[str]:
    """Return the lines of a plan, at most `columns` wide; headings are bold where the terminal shows it.

    `today`: the day on which it is read, None for that of its figures.  `asked`: what was asked for besides.
    """
    view = View(plan, help_of(plan.household.jurisdiction), tuple(variants), today=today)
    parts = parts_of(view, page=False, with_compare=compare)
    return show_parts(with_asked(parts, asked), language, columns)


def show_parts(parts: Sequence[Part], language: Language, columns: int = COLUMNS) -> list[str]:
    """Return the lines of some parts, an empty one between two."""
    lines: list[str] = []
    for part in parts:
        lines += [*_part(part, language, columns), ""]
    return lines[:-1]


def _part(part: Part, language: Language, columns: int) -> Iterator[str]:
    for line in wrap(word(part.code, language), columns):
        yield click.style(line, bold=True)
    for block in part.blocks:
        for line in _block(block, language, columns - width(SET_IN)):
            yield (SET_IN + line).rstrip()


def _block(block: Block, language: Language, columns: int) -> list[str]:
    lines: list[str] = []
    match block:
        case Say(message, tone):
            lines = hang(ITEM if tone == "item" else "", say(message, language), columns)
        case Call(line, is_due):
            called = line_to_call(line, language, is_due=is_due)
            lines = hang(ITEM, f"{line.number}  {called}", columns)
        case Listing(about, items):
            lines = hang(ITEM, listed(about, [say(item, language) for item in items], language), columns)
        case Table():
            lines = _table(block, language, columns)
        case Bars():
            lines = _bars(block, language, columns)
        case _:  # pictures are for a page
            pass
    return lines


def _table(block: Table, language: Language, columns: int) -> list[str]:
    """Return a table below its caption; where it is too wide, each row as lines of its own."""
    heads = [head_text(column.head, language) for column in block.columns]
    rows = [_cells(block, row, language) for row in block.all_rows]
    aligns: list[Align] = ["right" if column.unit in NUMBERS else "left" for column in block.columns]
    caption = wrap(say(block.caption, language), columns)
    for gap in (2, 1):
        if least_width([heads, *rows], aligns, gap) <= columns:
            return [*caption, *table([heads, *rows], aligns, columns, gap)]
    return [*caption, *(line for row in rows for line in _stacked(heads, row, columns))]


def _cells(block: Table, row: tuple[Cell, ...], language: Language) -> list[str]:
    pairs = zip(block.columns, row, strict=True)
    return [
        ZERO if cell == 0 and column.unit == "fen" else cell_text(cell, column.unit, language)
        for column, cell in pairs
    ]


def _stacked(heads: list[str], row: list[str], columns: int) -> list[str]:
    """Return one row as lines: its first two cells, then each figure that is not zero behind its heading."""
    first = "  ".join(cell for cell in row[:2] if cell)
    rest = [f"{head} {cell}" for head, cell in zip(heads[2:], row[2:], strict=True) if cell not in {"", ZERO}]
    return [*wrap(first, columns), *(line for part in rest for line in wrap(part, columns, SET_IN))]


def _bars(block: Bars, language: Language, columns: int) -> list[str]:
    """Return the picture in words: a month, a line as long as what is left, what happens."""
    months = [format_month(str(bar.month), language) for bar in block.bars]
    wide = max(width(month) for month in months)
    lines = wrap(say(block.caption, language), columns)
    for month, bar in zip(months, block.bars, strict=True):
        line = BAR * max(round(bar.share * BAR_COLUMNS), 1 if bar.share else 0)
        mark = f"{pad(month, wide)}  {line}  " if line else f"{pad(month, wide)}  "
        lines += hang(mark, say(bar.words, language), columns)
    return lines

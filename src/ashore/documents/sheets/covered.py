"""A paper with every amount covered, for showing it without figures (practice §2, H13)."""

from dataclasses import replace

from ashore.documents.covered import COVERED, cover
from ashore.errors import Fact, Message
from ashore.letters.sheet import Block, Cell, Figures, Items, Own, Paragraph, Quoted, Sheet

SUMS = ("fen", "capitals")


def covered_sheet(sheet: Sheet) -> Sheet:
    """Return the paper with dots in the place of every amount, the same number of them whatever it was."""
    return replace(sheet, title=_said(sheet.title), blocks=tuple(_block(block) for block in sheet.blocks))


def _block(block: Block) -> Block:
    match block:
        case Paragraph(message):
            return Paragraph(_said(message))
        case Items(head, items):
            return Items(_said(head), tuple(_item(one) for one in items))
        case Figures():
            units = [unit for _, unit in block.columns]
            rows = tuple(_row(row, units) for row in block.rows)
            total = _row(block.total, units) if block.total else None
            return replace(block, head=_said(block.head), rows=rows, total=total)
        case Own(text):
            return Own(cover(text))
        case _:
            return block


def _item(one: Message | Quoted) -> Message | Quoted:
    return Quoted(_said(one.message)) if isinstance(one, Quoted) else _said(one)


def _said(message: Message) -> Message:
    facts: dict[str, Fact] = {
        key: COVERED if key.rsplit("_", 1)[-1] in SUMS and value is not None else value
        for key, value in message.facts.items()
    }
    return Message(message.code, facts)


def _row(row: tuple[Cell, ...], units: list[str]) -> tuple[Cell, ...]:
    return tuple(_cell(cell, unit) for cell, unit in zip(row, units, strict=True))


def _cell(cell: Cell, unit: str) -> Cell:
    if isinstance(cell, Message):
        return _said(cell)
    return COVERED if unit == "fen" and isinstance(cell, int) else cell

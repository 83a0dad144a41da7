"""A paper as one self-contained page: no network, no script, printable, from 320 px up."""

from collections.abc import Mapping
from typing import Final

from ashore.documents.html import Html, tag
from ashore.documents.report import LANGUAGE_TAGS, page_head
from ashore.documents.sheets.making import MAKERS, TYPES, Maker
from ashore.documents.sheets.worded import Line, Listed, Parted, Piece, Said, Tabled, Typed, worded
from ashore.letters.sheet import Sheet
from ashore.texts.language import Language

RULE: Final = "_" * 12


def sheet_html(sheet: Sheet, language: Language) -> bytes:
    """Return a paper as a page, in UTF-8; its words are those of the PDF and stand in the same order."""
    paper = worded(sheet, language)
    pieces = [_piece(piece) for piece in paper.pieces]
    to = _piece(paper.to) if paper.to else ""
    signed = [_piece(line) for line in paper.signed]
    main = tag(
        "main", tag("section", tag("h1", paper.title), to, pieces, signed, tag("p", paper.day), class_="part")
    )
    page = tag("html", page_head(language), tag("body", main), lang=LANGUAGE_TAGS[language])
    return f"<!doctype html>\n{page}\n".encode()


def _piece(piece: Piece) -> Html:
    match piece:
        case Said(text):
            return tag("p", text)
        case Typed(lines) | Parted(lines):
            return tag("div", [tag("p", line) for line in lines if line])
        case Listed(head, items):
            return tag("div", tag("h2", head), tag("ul", [tag("li", item) for item in items]))
        case Line():
            return tag("p", f"{piece.led}{RULE}")
        case Tabled():
            return _table(piece)


def _table(piece: Tabled) -> Html:
    """Return a table under its heading; on a narrow screen each row is a list, each cell behind its heading.

    Roles are repeated, as rows that are laid out as lists are tables no more to a screen reader.
    """
    kinds = ["n" if right else None for right in piece.right]
    pairs = zip(piece.columns, kinds, strict=True)
    heads = [tag("th", head, scope="col", role="columnheader", class_=kind) for head, kind in pairs]
    rows = [_row(row, piece, kinds) for row in piece.rows]
    table = tag(
        "table",
        tag("caption", piece.head),
        tag("thead", tag("tr", heads, role="row"), role="rowgroup"),
        tag("tbody", rows, role="rowgroup"),
        tag("tfoot", _row(piece.total, piece, kinds), role="rowgroup") if piece.total else "",
        role="table",
        class_="labelled",
    )
    return tag("div", table)


def _row(row: tuple[str, ...], piece: Tabled, kinds: list[str | None]) -> Html:
    first, *rest = row
    cells = [tag("th", first, scope="row", role="rowheader")]
    for cell, head, kind in zip(rest, piece.columns[1:], kinds[1:], strict=True):
        cells.append(tag("td", cell, role="cell", class_=kind if cell else "none", data_label=head))
    return tag("tr", cells, role="row")


PAGE_MAKERS: Final[Mapping[str, Maker]] = {**MAKERS, "html": sheet_html}
"""What makes a paper's file by its ending, a page of its own among them."""
PAGE_TYPES: Final[Mapping[str, str]] = {**TYPES, "html": "text/html; charset=utf-8"}
"""What a browser is told each of these files is."""

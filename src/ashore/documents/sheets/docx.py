"""A paper as DOCX, to go on writing in: made in a document of our own, so that it names no program and no person."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from string import Template
from typing import Final
from unicodedata import east_asian_width
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ashore.documents.sheets.worded import Line, Listed, Parted, Piece, Said, Tabled, Typed, worded
from ashore.letters.sheet import Sheet
from ashore.texts.language import Language

PARTS: Final = Path(__file__).parent.parent / "assets" / "docx"
"""The empty document, unpacked."""
WIDTH: Final = 8730
"""Of the text, in twentieths of a point: A4 less the margins of the empty document."""
ROOM: Final = 4650
"""To write in, behind a label."""
SIGNED, SIGNED_ROOM = 4308, 2720
"""The lines that are signed, and what is left of them to write in."""
KEPT: Final = 4
"""So many paragraphs stay with what is signed: nobody signs a page on which nothing else stands."""
SQUARE: Final = 240
BODY: Final = "Body Text"
STYLES: Final = "word/styles.xml"
SETTING: Final[dict[Language, dict[str, str]]] = {
    # SimSun for what is neither a Latin letter nor Chinese: else quotation marks would be narrow Latin ones.
    "zh": {"marks": "SimSun", "heads": "SimHei", "size": "24", "indent": "480", "line": "264", "after": "0"},
    "en": {
        "marks": "Times New Roman",
        "heads": "Times New Roman",
        "size": "23",
        "indent": "0",
        "line": "288",
        "after": "140",
    },
}
"""Sizes in half points, the rest in twentieths of a point; `line` in 240ths of a line."""


def sheet_docx(sheet: Sheet, language: Language) -> bytes:
    """Return a paper as a DOCX on A4, the same bytes for the same paper."""
    paper = worded(sheet, language)
    draft = _Draft(language)
    draft.write(paper.title, "Heading 1")
    match paper.to:
        case Said(text):
            draft.write(text, "Salutation")
        case Line(label):
            draft.fill(label)
        case None:
            pass
    for piece in paper.pieces:
        draft.add(piece)
    draft.sign([line.label for line in paper.signed])
    draft.write(paper.day, "Date")
    return draft.packed()


class _Draft:
    """A document being written, one part below the other."""

    def __init__(self, language: Language) -> None:
        from docx import Document

        self._document = Document(BytesIO(_empty(language)))
        self._below_table = False

    def write(self, text: str, style: str) -> None:
        """Add a paragraph; running text keeps its distance from a table above it."""
        from docx.shared import Pt

        paragraph = self._document.add_paragraph(text, style)
        if self._below_table and style == BODY:
            paragraph.paragraph_format.space_before = Pt(10)
        self._below_table = False

    def fill(self, label: str) -> None:
        """Add a line to fill in: the style draws a rule where the tab goes, below a label that leaves no room."""
        if _wide(label) + ROOM <= WIDTH:
            self.write(f"{label}\t", "Line")
        else:
            self.write(label, "Line")
            self.write("\t", "Line")

    def sign(self, labels: Sequence[str]) -> None:
        """Add the lines that are signed, at the right, with room to write behind the longest label."""
        from docx.shared import Twips

        for paragraph in self._document.paragraphs[-KEPT:]:
            paragraph.paragraph_format.keep_with_next = True
        left = WIDTH - max([SIGNED, *(_wide(label) + SIGNED_ROOM for label in labels)])
        for label in labels:
            paragraph = self._document.add_paragraph(f"{label}\t", "Signature")
            paragraph.paragraph_format.left_indent = Twips(max(0, left))

    def add(self, piece: Piece) -> None:
        """Add a piece with its heading."""
        match piece:
            case Said(text):
                self.write(text, BODY)
            case Typed(lines):
                for line in lines:
                    self.write(line, BODY)
            case Parted(lines):
                self.write(lines[0], BODY)
                for line in lines[1:]:
                    self.write(line, "Salutation")
            case Line(label):
                self.fill(label)
            case Listed(head, items):
                self.write(head, "Heading 2")
                for number, item in enumerate(items, 1):
                    self.write(f"{number}.\t{item}", "List Number")
            case Tabled():
                self._table(piece)

    def _table(self, piece: Tabled) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Twips

        self.write(piece.head, "Heading 2")
        rows = [(piece.columns, True), *((row, False) for row in piece.rows)]
        if piece.total is not None:
            rows.append((piece.total, True))
        table = self._document.add_table(len(rows), len(piece.columns), "Figures")
        self._below_table = True
        for made, (row, bold) in zip(table.rows, rows, strict=True):
            for cell, text, right, wide in zip(made.cells, row, piece.right, _widths(piece), strict=True):
                cell.width = Twips(wide)
                paragraph = cell.paragraphs[0]
                paragraph.add_run(text).bold = bold or None
                if right:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def packed(self) -> bytes:
        """Return the document as a file."""
        made = BytesIO()
        self._document.save(made)
        with ZipFile(made) as archive:
            return _packed({name: archive.read(name) for name in archive.namelist()})


def _wide(text: str) -> int:
    """Return about how wide a text is: Chinese characters stand on a square, others on half of one."""
    return sum(SQUARE if east_asian_width(char) in "WF" else SQUARE // 2 for char in text)


def _widths(piece: Tabled) -> list[int]:
    """Return how wide each column is, in twentieths of a point; one of words gets twice as much as one of figures."""
    shares = [2 if words else 1 for words in piece.words]
    return [WIDTH * share // sum(shares) for share in shares]


def _empty(language: Language) -> bytes:
    """Return the empty document with the styles of a language."""
    parts = {
        path.relative_to(PARTS).as_posix(): path.read_bytes() for path in PARTS.rglob("*") if path.is_file()
    }
    styles = Template(parts[STYLES].decode()).substitute(SETTING[language])
    return _packed({**parts, STYLES: styles.encode()})


def _packed(parts: dict[str, bytes]) -> bytes:
    """Return parts as an archive that says nothing about when it was made."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name in sorted(parts):
            archive.writestr(ZipInfo(name), parts[name], ZIP_DEFLATED)
    return made.getvalue()

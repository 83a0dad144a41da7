"""A paper as DOCX, to go on writing in: made in a document of our own, so that it names no program and no person."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from string import Template
from typing import Any, Final
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
KEPT, KEPT_CHARS = 4, 150
"""So many paragraphs, each of so many characters at most, stay with what is signed: nobody signs an empty page."""
SQUARE: Final = 240
BODY, LISTED = "Body Text", "List Number"
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
        case Line() as line:
            draft.fill(line)
        case None:
            pass
    for piece in paper.pieces:
        draft.add(piece)
    draft.sign(paper.signed, paper.day)
    return draft.packed()


@dataclass(frozen=True, slots=True)
class _Words:
    """A paragraph to be written: its text, its style, whether a table stands right above it."""

    text: str
    style: str
    below_table: bool


class _Draft:
    """A document being written, one part below the other; the paragraphs since the last table wait to be written."""

    def __init__(self, language: Language) -> None:
        from docx import Document

        self._document = Document(BytesIO(_empty(language)))
        self._waiting: list[_Words] = []
        self._below_table = False

    def write(self, text: str, style: str) -> None:
        """Add a paragraph."""
        self._waiting.append(_Words(text, style, self._below_table))
        self._below_table = False

    def _write_all(self, paragraphs: Sequence[_Words]) -> None:
        """Write paragraphs to the document; running text keeps its distance from a table above it."""
        from docx.shared import Pt

        for words in paragraphs:
            paragraph = self._document.add_paragraph(words.text, words.style)
            if words.below_table and words.style == BODY:
                paragraph.paragraph_format.space_before = Pt(10)

    def fill(self, line: Line) -> None:
        """Add a line to fill in: the style draws a rule where the tab goes, below a label that leaves no room."""
        if _wide(line.label) + ROOM <= WIDTH:
            self.write(f"{line.led}\t", "Line")
        else:
            self.write(line.label, "Line")
            self.write("\t", "Line")

    def sign(self, lines: Sequence[Line], day: str) -> None:
        """Add the lines that are signed and the day, in one piece with the last words above them.

        One cell without borders, which no page may part: LibreOffice parts paragraphs that are to stay together.
        """
        from docx.oxml.ns import qn
        from docx.shared import Twips

        kept = _kept(self._waiting)
        self._write_all(self._waiting[: len(self._waiting) - kept])
        row: Any = self._document.add_table(1, 1, "Signed").rows[0]
        # LibreOffice does not read it from the table's style.
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no other way to keep a row whole
        properties.append(properties.makeelement(qn("w:cantSplit")))
        cell = row.cells[0]
        cell.width = Twips(WIDTH)
        dated = cell.paragraphs[0]
        for words in self._waiting[len(self._waiting) - kept :]:
            dated.insert_paragraph_before(words.text, words.style)
        left = WIDTH - max([SIGNED, *(_wide(line.led) + SIGNED_ROOM for line in lines)])
        for line in lines:
            paragraph = dated.insert_paragraph_before(f"{line.led}\t", "Signature")
            paragraph.paragraph_format.left_indent = Twips(max(0, left))
        dated.text, dated.style = day, "Date"
        self._document.add_paragraph("", "End")

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
            case Line():
                self.fill(piece)
            case Listed(head, items):
                self.write(head, "Heading 2")
                for number, item in enumerate(items, 1):
                    self.write(f"{number}.\t{item}", LISTED)
            case Tabled():
                self._table(piece)

    def _table(self, piece: Tabled) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Twips

        self.write(piece.head, "Heading 2")
        self._write_all(self._waiting)
        self._waiting = []
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


def _kept(paragraphs: Sequence[_Words]) -> int:
    """Return how many short paragraphs end a text; a list above the last of them is not torn."""
    last = list(reversed(paragraphs))[:KEPT]
    for count, words in enumerate(last):
        if words.below_table or len(words.text) > KEPT_CHARS or (count and words.style == LISTED):
            return count
    return len(last)


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

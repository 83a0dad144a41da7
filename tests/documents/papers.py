"""Papers for the tests, what each must say in order, and how a PDF, a DOCX and a chat are read back."""

import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from re import DOTALL, finditer, sub
from unicodedata import normalize
from zipfile import ZipFile

import pypdfium2
from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph as DocxParagraph

from ashore.documents.sheets.pdf import sheet_pdf
from ashore.errors import AshoreError, Message
from ashore.letters.sheet import Blank, Block, Figures, Items, Own, Paragraph, Parting, Quoted, Sheet
from ashore.texts.language import Language
from ashore.texts.sentences import say, word

SECRET = "before-it-is-sent"
DAY = date(2026, 11, 26)


def told(about: str, items: str = "x") -> Message:
    """Return a message that holds two texts as they are."""
    return Message("listing", {"about": about, "items": items})


def every_kind() -> Sheet:
    """Return a paper with each kind of block."""
    return Sheet(
        "proposal",
        told("分期 Plan"),
        "喆堃 Bank #1",
        (
            Paragraph(told("䶮囧", "86㎡ $5$ *not bold* #read")),
            Own("first line\n\n  母亲常年吃药。“引号” <b>"),
            Figures(
                told("two"),
                (("column-what", "text"), ("column-amount", "fen")),
                (("rent", 150_000), (told("food"), -1), (None, 0)),
                ("sum", 123_456_789),
            ),
            Figures(
                told("five"),
                (
                    ("column-debt", "text"),
                    ("column-principal", "fen"),
                    ("column-paid", "fen"),
                    ("column-for", "count"),
                    ("column-day", "date"),
                ),
                (("﨑", 2_345_678, 39_000, 1_234, date(2026, 12, 15)), ("b", 5, None, None, None)),
            ),
            Items(told("ask"), (told("first"), told("second"))),
            Blank(told("phone")),
            Items(told("attached"), (told("papers"),)),
        ),
        (Blank(told("signed")), Blank(told("number"))),
        DAY,
        (told(SECRET),),
    )


def short() -> Sheet:
    """Return a paper of one sentence, to nobody named, signed by nobody."""
    return Sheet("iou", told("IOU"), None, (Paragraph(told("借到", "¥8,000")),), (), DAY, (told(SECRET),))


def own(text: str) -> Sheet:
    """Return a paper with a person's own words alone."""
    return replace(short(), blocks=(Own(text),))


def yuan(fen: int) -> str:
    """Return an amount as it must be printed."""
    whole = f"{abs(fen):03d}"
    return f"{'−' if fen < 0 else ''}¥{int(whole[:-2]):,}.{whole[-2:]}"


def day_text(day: date, language: Language) -> str:
    """Return a date as it must be printed."""
    return f"{day.year}年{day.month}月{day.day}日" if language == "zh" else f"{day:%d %b %Y}".lstrip("0")


def cell_text(cell: object, unit: str, language: Language) -> str:
    """Return a cell as it must be printed."""
    match cell:
        case None:
            return ""
        case Message():
            return say(cell, language)
        case date():
            return day_text(cell, language)
        case int():
            return yuan(cell) if unit == "fen" else f"{cell:,}"
        case _:
            return str(cell)


def words(sheet: Sheet, language: Language, *, chat: bool = False) -> Iterator[str]:
    """Yield what a paper must say, in order; a chat has no heading row over more than two columns."""
    yield say(sheet.title, language)
    if sheet.to is not None:
        yield sheet.to
    for block in sheet.blocks:
        yield from block_words(block, language, chat=chat)
    yield from (say(blank.label, language) for blank in sheet.signed)
    yield day_text(sheet.day, language)


def block_words(block: Block, language: Language, *, chat: bool) -> Iterator[str]:
    """Yield what one block must say."""
    match block:
        case Paragraph(message) | Blank(message):
            yield say(message, language)
        case Own(text):
            yield text
        case Parting(message):
            yield from say(message, language).splitlines()
        case Items(head, items):
            yield say(head, language)
            for number, item in enumerate(items, 1):
                yield f"{number}."
                yield say(item.message if isinstance(item, Quoted) else item, language)
        case Figures():
            yield from figure_words(block, language, chat=chat)


def figure_words(block: Figures, language: Language, *, chat: bool) -> Iterator[str]:
    """Yield what a table must say, row by row."""
    yield say(block.head, language)
    if not chat or len(block.columns) < 3:
        yield from (word(code, language) for code, _ in block.columns)
    for row in (*block.rows, *([block.total] if block.total else [])):
        for cell, (_, unit) in zip(row, block.columns, strict=True):
            yield cell_text(cell, unit, language)


def flat(text: str) -> str:
    """Return a text without spaces, as lines break where they may; pdfium's two ways to say `-` as one."""
    return "".join(normalize("NFC", text).replace("\ufffe", "-").replace("\x02", "-").split())


def missing_in_order(parts: Iterator[str], whole: str) -> list[str]:
    """Return the parts that a text does not hold where they should stand: behind those before them."""
    at, gone, whole = 0, list[str](), flat(whole)
    for part in parts:
        found = whole.find(flat(part), at)
        if found < 0:
            gone.append(part)
        else:
            at = found + len(flat(part))
    return gone


def pdf_pages(made: bytes) -> list[str]:
    """Return the text of each page."""
    document = pypdfium2.PdfDocument(made)
    return [page.get_textpage().get_text_range() for page in document]


def pdf_text(made: bytes) -> str:
    """Return a PDF's text without its page numbers."""
    pages = pdf_pages(made)
    if len(pages) == 1:
        return pages[0]
    return "\n".join(sub(r"(第\s*\d+\s*页，共\s*\d+\s*页|Page \d+ of \d+)\s*$", "", page) for page in pages)


def docx_text(made: bytes) -> str:
    """Return a DOCX's text, its tables row by row."""
    lines: list[str] = []
    for part in Document(BytesIO(made)).iter_inner_content():
        match part:
            case DocxParagraph():
                lines.append(part.text)
            case Table():
                lines += [cell.text for row in part.rows for cell in row.cells]
    return "\n".join(lines)


def pdf_or_missing(sheet: Sheet, language: Language) -> tuple[bytes, set[str]]:
    """Return a paper as PDF, or no bytes and the characters for which it was refused."""
    try:
        return sheet_pdf(sheet, language), set()
    except AshoreError as error:
        if error.code != "sheet-no-glyph" or not isinstance(error.facts["missing"], tuple):
            raise
        return b"", {chr(int(one.rpartition("U+")[2].rstrip(")"), 16)) for one in error.facts["missing"]}


def everything_in(made: bytes) -> bytes:
    """Return all bytes of a file, those that it holds packed unpacked: what somebody who looks for traces sees."""
    if made.startswith(b"PK"):
        archive = ZipFile(BytesIO(made))
        return made + b"".join(archive.read(name) for name in archive.namelist())
    found = [made]
    for stream in finditer(rb"stream\r?\n(.*?)\r?\nendstream", made, DOTALL):
        try:
            found.append(zlib.decompress(stream[1]))
        except zlib.error:
            continue
    return b"".join(found)

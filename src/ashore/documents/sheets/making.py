"""A paper as a file: by the ending of its name, the same for the command line and for the pages."""

from collections.abc import Callable, Mapping
from typing import Final

from ashore.documents.sheets.docx import sheet_docx
from ashore.documents.sheets.pdf import sheet_pdf
from ashore.documents.sheets.text import sheet_text
from ashore.letters.sheet import Sheet
from ashore.texts.language import Language


def _text(sheet: Sheet, language: Language) -> bytes:
    return sheet_text(sheet, language).encode()


Maker = Callable[[Sheet, Language], bytes]
"""What makes a paper's file."""
MAKERS: Final[Mapping[str, Maker]] = {
    "pdf": sheet_pdf,
    "docx": sheet_docx,
    "txt": _text,
}
"""What makes a paper's file, by its ending."""
TYPES: Final[Mapping[str, str]] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain; charset=utf-8",
}
"""What a browser is told each file is."""

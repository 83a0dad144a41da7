"""A paper as PDF, set by typst.  Everything on it reaches typst as data, so nothing typed can be markup."""

import json
import re
from collections.abc import Callable
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Final

from ashore.documents.sheets.fonts import body_fonts, head_fonts, private, refusal, without_shape
from ashore.documents.sheets.worded import Worded, worded
from ashore.errors import Message
from ashore.letters.sheet import Sheet
from ashore.texts.language import Language
from ashore.texts.sentences import say

TEMPLATE: Final = Path(__file__).parent.parent / "assets" / "sheet.typ"
STANDARD: Final = "a-2u"
"""PDF/A-2u: every font inside, every character readable as text, and none drawn as an empty box."""
MAKER: Final = re.compile(rb"/Creator\([^)]*\)|<(xmp:CreatorTool|stEvt:softwareAgent)>[^<]*</\1>")
"""Where typst names itself."""
PAGE, PAGES = "\x01", "\x02"
"""Stand for figures that only typst knows."""


def sheet_pdf(sheet: Sheet, language: Language) -> bytes:
    """Return a paper as a PDF on A4, the same bytes for the same paper on the same machine.

    Raises AshoreError `sheet-no-font` where this machine has no Chinese font, `sheet-no-glyph` where no font has a
    character of it.
    """
    paper = worded(sheet, language)
    data = {
        **_data(paper),
        "on": [sheet.day.year, sheet.day.month, sheet.day.day],
        "page": say(Message("sheet-page", {"page": PAGE, "pages": PAGES}), language),
    }
    made = _press()(data, language)
    # A name of the same length of spaces: the places of everything behind it in the file stay right.
    return MAKER.sub(lambda found: b" " * len(found[0]), made)


def _data(paper: Worded) -> dict[str, object]:
    data = asdict(paper)
    pieces = [{**asdict(piece), "kind": type(piece).__name__.lower()} for piece in paper.pieces]
    return {**data, "pieces": pieces}


@cache
def _press() -> Callable[[dict[str, object], Language], bytes]:
    """Return what turns a paper's data into a PDF; finding the machine's fonts takes a while and is done once."""
    import typst

    fonts = typst.Fonts()
    families = fonts.families()

    def press(data: dict[str, object], language: Language) -> bytes:
        types = {"body": body_fonts(families, language), "head": head_fonts(families, language)}
        text = json.dumps({**data, "language": language, "fonts": types}, ensure_ascii=False)
        missing = private(text)
        if not missing:
            try:
                return typst.compile(
                    TEMPLATE,
                    root=TEMPLATE.parent,
                    font_paths=fonts,
                    sys_inputs={"sheet": text},
                    pdf_standards=[STANDARD],
                )
            except typst.TypstError as error:
                missing = without_shape(error.diagnostic)
                if not missing:
                    raise
        _press.cache_clear()  # a font that is installed now is found next time
        raise refusal(missing, families)

    return press

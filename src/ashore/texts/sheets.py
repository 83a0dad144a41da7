"""Words of papers that go out, whatever they say, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

SHEETS: Final[Mapping[str, str]] = {
    "sheet-to": _n("To: {to}"),
    "sheet-to-blank": _n("To:"),
    "sheet-page": _n("Page {page} of {pages}"),
    "sheet-file": _n("paper"),
    "sheet-no-font": _n(
        "No font with Chinese characters was found on this machine, so the PDF cannot be made. Noto Sans CJK SC is free (package fonts-noto-cjk on Debian and Ubuntu): install it, then try again. DOCX and text can be made meanwhile."
    ),
    "sheet-no-glyph": _n(
        "No font on this machine has a shape for: {missing}. The PDF is not made, so that no empty box stands in its place. Install a font that has it or write it another way; DOCX and text can be made meanwhile."
    ),
}

"""What may not part at a line's end on a page: the parts of an English date, a Chinese number and what it counts."""

import re
from typing import Final

from ashore.texts.facts import ENGLISH_MONTHS, ENGLISH_WEEKDAYS

KEPT: Final = "\N{NO-BREAK SPACE}"
_MONTHS: Final = "|".join(ENGLISH_MONTHS)
_SPACES: Final = re.compile(
    rf"(?<=\d) (?=(?:{_MONTHS})\b)|(?<=\b(?:{'|'.join(ENGLISH_WEEKDAYS)})) (?=\d)"
    rf"|(?<=\b(?:{_MONTHS})) (?=\d{{4}}\b)|(?<=\d) (?=(?:天|个月|年|次|笔|期|元|分钟|小时))|(?<=[×≈]) (?=\d)"
)


def kept_together(text: str) -> str:
    """Return a page's text with spaces at which no line ends; plain files and the terminal keep the common ones."""
    return _SPACES.sub(KEPT, text)

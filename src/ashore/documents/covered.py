"""Amounts under dots where somebody else looks on: in the app, in a terminal, on a page to be shown (practice §2, H13).

Names and days stay: what is covered is how much.
"""

import re
from collections.abc import Iterable
from typing import Final

AMOUNT: Final = re.compile(
    r"¥\s?[\d,]+(?:\.\d+)?|(?<![\w#.-])-?\d[\d,]*\.\d\d(?![\w-])|(?<=>)\d{1,3}(?:,\d{3})+(?=<)|\d[\d.,]*\u4e07"
)
COVERED: Final = "••••"
HEAD_ENDS: Final = "</head>"


def cover(text: str) -> str:
    """Return a text with dots in the place of every amount, the same number of them whatever it was."""
    return AMOUNT.sub(COVERED, text)


def covered_lines(lines: Iterable[str]) -> list[str]:
    """Return lines for a terminal with every amount covered; what stands behind it on the line keeps its place."""
    return [AMOUNT.sub(lambda found: COVERED.rjust(len(found[0])), line) for line in lines]


def covered_page(page: str) -> str:
    """Return a page with every amount in its body covered; its head, whose style a policy vouches for, stays."""
    head, end, body = page.partition(HEAD_ENDS)
    return head + end + cover(body)

"""Amounts under dots where somebody else looks on: in the app, in a terminal, on a page to be shown (practice §2, H13).

Names and days stay: what is covered is how much.
"""

import re
from collections.abc import Iterable
from typing import Final

from ashore.money import DIGITS, PLACES

SPELT: Final = DIGITS + "".join(PLACES) + r"\u4e07\u4ebf"
"""What a sum that is spelt out is written with, before its yuan and jiao."""
AMOUNT: Final = re.compile(
    r"¥\s?\d(?:[\d,]*\d)?(?:\.\d+)?"
    r"|(?<![\w#.-])-?\d[\d,]*\.\d\d(?![\w-])"
    r"|(?<=>)\d{1,3}(?:,\d{3})+(?=<)"
    r"|(?<=>)\d{1,3}(?=</text>)"
    r"|\d[\d.,]*\s?[\u5343\u4e07\u4ebf]?\s?[\u5143\u5757]|\d[\d.,]*\s?[\u4e07\u4ebf]"
    r"|\d[\d.,]*\s?(?:yuan|RMB|CNY)\b"
    rf"|[{SPELT}]+[\u5143\u89d2][{SPELT}\u89d2\u5206\u6574]*"
)
"""An amount with its sign, with its fen, in a cell, beside a picture's axis, before its unit, spelt out."""
COVERED: Final = "••••"
HEAD_ENDS: Final = "</head>"


def cover(text: str) -> str:
    """Return a text with dots in the place of every amount, the same number of them whatever it was."""
    return AMOUNT.sub(COVERED, text)


def covered_lines(lines: Iterable[str]) -> list[str]:
    """Return lines for a terminal with every amount covered; what stands behind it on the line keeps its place."""
    return [_covered_line(line) for line in lines]


def _covered_line(line: str) -> str:
    """Return a line covered; where dots are wider than an amount was, spaces before dots make up for it."""
    covered = AMOUNT.sub(lambda found: COVERED.rjust(len(found[0])), line)
    while len(covered) > len(line) and f"  {COVERED}" in covered:
        covered = covered.replace(f"  {COVERED}", f" {COVERED}", 1)
    return covered


def covered_page(page: str) -> str:
    """Return a page with every amount in its body covered; its head, whose style a policy vouches for, stays."""
    head, end, body = page.partition(HEAD_ENDS)
    return head + end + cover(body)

"""The fonts a paper is set in: families in order of preference, and what to say when a character has no shape."""

import re
from collections.abc import Collection, Iterable
from typing import Final
from unicodedata import category, east_asian_width

from ashore.errors import AshoreError
from ashore.texts.language import Language

LATIN: Final = "Libertinus Serif"
"""Comes with typst, so it is there on every machine."""
SONG: Final = (
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "Source Han Serif SC",
    "Source Han Serif CN",
    "Songti SC",
    "STSong",
    "SimSun",
    "NSimSun",
)
"""For running text: on Linux, macOS, Windows."""
HEI: Final = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "PingFang SC",
    "Heiti SC",
    "STHeiti",
    "Microsoft YaHei",
    "SimHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
)
"""For headings, as a Song type may have no bold; for running text where there is nothing else."""
PLAIN_LATIN: Final = frozenset({"SimSun", "NSimSun", "SimHei"})
"""Families whose letters and digits are those of a typewriter."""
MISSING: Final = re.compile(r"the text `\"(.*?)\"` could not be displayed", re.DOTALL)
"""What typst says of a character that no font has, when it is asked for a PDF in which none may be missing."""
ESCAPED: Final = re.compile(r"\\u\{([0-9a-f]+)\}")

Family = str | dict[str, str]
"""A family, or one that sets only what it is told to cover."""


def body_fonts(families: Collection[str], language: Language) -> list[Family]:
    """Return the families for running text that this machine has, in order of preference."""
    return _in_order((*SONG, *HEI), families, language)


def head_fonts(families: Collection[str], language: Language) -> list[Family]:
    """Return the families for headings that this machine has, in order of preference."""
    return _in_order((*HEI, *SONG), families, language)


def _in_order(order: Iterable[str], families: Collection[str], language: Language) -> list[Family]:
    found = [one for one in order if one in families]
    if language == "en":
        return [LATIN, *found]
    if found and found[0] not in PLAIN_LATIN:
        return [*found, LATIN]
    # Not all of it: quotation marks and dashes between Chinese characters would be narrow Latin ones.
    return [{"name": LATIN, "covers": "latin-in-cjk"}, *found]


def private(text: str) -> set[str]:
    """Return the characters of a text that every font may draw as it likes, as old machines do with rare names."""
    return {char for char in text if category(char) == "Co"}


def without_shape(diagnostic: str) -> set[str]:
    """Return the characters that no font of this machine has, from what typst says of them."""
    found = (ESCAPED.sub(_unescape, text) for text in MISSING.findall(diagnostic))
    named = {char for text in found for char in text}
    # A mark is named together with the letter that it stands on; alone, it is itself what is missing.
    return {char for char in named if category(char) not in {"Cf", "Mn"}} or named


def _unescape(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))


def refusal(missing: Collection[str], families: Collection[str]) -> AshoreError:
    """Return the error for characters without a shape: no Chinese font at all, or those characters by name."""
    if not {*SONG, *HEI} & {*families} and any(_is_chinese(char) for char in missing):
        return AshoreError("sheet-no-font")
    return AshoreError("sheet-no-glyph", missing=tuple(_named(char) for char in sorted(missing)))


def _is_chinese(char: str) -> bool:
    """Return whether a Chinese font has such characters: Chinese, its marks, full-width letters; emoji are not."""
    return east_asian_width(char) in "WF" and category(char) != "So"


def _named(char: str) -> str:
    code = f"U+{ord(char):04X}"
    return code if private(char) else f"{char} ({code})"

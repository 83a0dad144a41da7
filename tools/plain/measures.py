"""What is measured on a sentence: lengths, grades, and what makes Chinese sound like an office."""

import re
from dataclasses import dataclass
from typing import Final

from ashore.texts.language import Language

FACT: Final = re.compile(r"\{\w*\}")
AFTER: Final = r"(?=[A-Z“‘(¥{\d])"
ENDS: Final[dict[Language, re.Pattern[str]]] = {
    "zh": re.compile(r"(?<=[。？！])(?![”’）。？！])|(?<=[。？！][”’）])|\n"),
    "en": re.compile(rf"(?<=[.?!])\s+{AFTER}|(?<=[.?!][”’)])\s+{AFTER}|\n"),
}
"""Where a sentence ends; a full stop inside a number or an address ends none."""
CLAUSE: Final = re.compile(r"[，；：。？！（）—]+|——")
HAN: Final = re.compile(r"[\u3400-\u9fff]")
WORD: Final = re.compile(r"[A-Za-z][A-Za-z’'-]*|[\d¥%][\d.,%:]*")
LETTER: Final = re.compile(r"[A-Za-z0-9]")
VOWELS: Final = re.compile(r"[aeiouy]+")
STOP: Final[dict[Language, re.Pattern[str]]] = {
    "zh": re.compile("[。？！；]"),
    "en": re.compile(r"[.?!](?=\s|$)|;"),
}
"""Where a reader may breathe: a list between semicolons is read item by item."""
OFFICE: Final = (
    "予以", "进行了", "之日起", "应当", "上述", "该等", "鉴于", "尚未", "未能", "届时", "如下", "若干", "故而",
    "特此", "敬请", "知悉", "相关规定", "有关规定", "根据相关", "综上所述", "妥善处理", "及时处理", "切实有效",
)  # fmt: skip
"""Words of offices that nobody says across a table."""
FIRST_COMMON, LAST_COMMON = 0xB0, 0xD7
"""The rows of GB 2312 that hold its level 1: 3,755 common characters."""


@dataclass(frozen=True, slots=True)
class English:
    """An English sentence: its words, those of its longest stretch between stops, letters and digits, syllables."""

    words: int
    stretch: int
    letters: int
    syllables: int


@dataclass(frozen=True, slots=True)
class Chinese:
    """A Chinese sentence: its characters (a fact or a number counts two), its longest stretch and clause, its weight.

    `chain`: 的 in one clause; `passive`: 被 before a verb; `rare`: characters outside the 3,755 of level 1 of GB 2312;
    `office`: words that only offices use.
    """

    length: int
    stretch: int
    clause: int
    chain: int
    passive: int
    rare: str
    office: tuple[str, ...]


def sentences(text: str, language: Language) -> list[str]:
    """Return the sentences of a text, each with its closing mark."""
    return [one.strip() for one in ENDS[language].split(text) if one and re.search(r"\w", one)]


def english(sentence: str) -> English:
    """Return the measures of an English sentence; a fact in braces is one word of five letters."""
    plain = FACT.sub("facts", sentence)
    found = WORD.findall(plain)
    letters = sum(len(LETTER.findall(word)) for word in found)
    stretch = max(len(WORD.findall(part)) for part in STOP["en"].split(plain))
    return English(len(found), stretch, letters, sum(map(syllables, found)))


def syllables(word: str) -> int:
    """Return about how many syllables a word has: groups of vowels, a silent e at the end left out."""
    low = word.lower()
    groups = len(VOWELS.findall(low))
    silent = low.endswith("e") and not low.endswith(("le", "ee")) and groups > 1
    return max(1, groups - silent)


def reading_grade(measured: list[English]) -> float:
    """Return the Automated Readability Index: about the year at school (Smith & Senter, AMRL-TR-66-220, 1967)."""
    words, letters = sum(one.words for one in measured), sum(one.letters for one in measured)
    return 4.71 * letters / words + 0.5 * words / len(measured) - 21.43


def kincaid_grade(measured: list[English]) -> float:
    """Return the Flesch-Kincaid grade (Kincaid et al., CNTECHTRA 8-75, 1975), syllables counted by rule."""
    words, heard = sum(one.words for one in measured), sum(one.syllables for one in measured)
    return 0.39 * words / len(measured) + 11.8 * heard / words - 15.59


def chinese(sentence: str) -> Chinese:
    """Return the measures of a Chinese sentence."""
    plain = FACT.sub("事实", sentence)
    clauses = [clause for clause in CLAUSE.split(plain) if clause]
    return Chinese(
        length=_long(plain),
        stretch=max(map(_long, STOP["zh"].split(plain))),
        clause=max(map(_long, clauses), default=0),
        chain=max((clause.count("的") for clause in clauses), default=0),
        passive=len(re.findall("被(?!告|子|执行人|申请人)", plain)),
        rare="".join(sorted({one for one in HAN.findall(plain) if not is_common(one)})),
        office=tuple(word for word in OFFICE if word in plain),
    )


def _long(text: str) -> int:
    """Return the length in characters; a run of Latin letters or digits counts two."""
    return len(HAN.findall(text)) + 2 * len(re.findall(r"[A-Za-z0-9][A-Za-z0-9.,%:×/-]*", text))


def is_common(character: str) -> bool:
    """Return whether a character is one of the 3,755 common ones: level 1 of GB 2312, rows 16 to 55."""
    try:
        row = character.encode("gb2312")[0]
    except UnicodeEncodeError:
        return False
    return FIRST_COMMON <= row <= LAST_COMMON

"""A message made plain: one way of writing a letter, no gaps that hide a word, each letter with its place."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

END: Final = "\n"
"""What every end of a sentence becomes."""
COMMA: Final = ","
"""What every break inside a sentence becomes."""
HIDDEN: Final = frozenset({"Cf", "Mn", "Me", "So", "Sk", "Cs", "Co", "Cn", "Cc"})
"""Kinds of character that are not read: marks without width, signs and pictures put between letters."""
ENDS: Final = frozenset("\n\r\v\f\u2028\u2029!?;\u3002\u2026")
COMMAS: Final = frozenset(",:()[]{}<>\u3010\u3011\u300a\u300b\u3014\u3015")
DROPPED: Final = frozenset("\"'`*_|~^=\\#\u00b7\u2022\u30fb\u201c\u201d\u2018\u2019\u300c\u300d\u300e\u300f")
LINKS: Final = frozenset("-/\u2013\u2014")
"""Marks that part two Latin words, and hide a Chinese one."""
Letter = tuple[str, int]
"""A letter with its place in the original."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A message made plain: `at[i]` is the place in the original of the plain text's letter `i`."""

    text: str
    at: tuple[int, ...]

    def original(self, start: int, stop: int) -> tuple[int, int]:
        """Return where a stretch of the plain text stands in the original: its first place, and the one behind it."""
        return self.at[start], self.at[stop - 1] + 1


def plain(text: str, letters: Mapping[str, str]) -> Plain:
    """Return a text made plain; `letters`: one letter for each that stands for it (traditional, look-alike, digit)."""
    found = _letters(text, letters)
    kept = [(made, at) for index, (letter, at) in enumerate(found) if (made := _made(letter, index, found))]
    return Plain("".join(letter for letter, _ in kept), tuple(at for _, at in kept))


def _letters(text: str, letters: Mapping[str, str]) -> list[Letter]:
    """Return the letters that are read, in one form each; several spaces become one."""
    found: list[Letter] = []
    for at, written in enumerate(text):
        for form in unicodedata.normalize("NFKC", letters.get(written, written)).lower():
            letter = " " if form in {"\t", " "} else letters.get(form, form)
            read = letter in ENDS or unicodedata.category(letter) not in HIDDEN
            if read and not (letter == " " and found and found[-1][0] == " "):
                found.append((letter, at))
    return found


def _made(letter: str, index: int, found: Sequence[Letter]) -> str:
    """Return what a letter becomes where it stands: an end, a break, itself, or nothing."""
    if letter in DROPPED:
        return ""
    if letter in ENDS:
        return END
    if letter in COMMAS:
        return COMMA
    if letter == " " or letter in LINKS:
        return " " if _latin(found, index - 1) and _latin(found, index + 1) else ""
    return _point(index, found) if letter == "." else letter


def _point(index: int, found: Sequence[Letter]) -> str:
    """Return what a full stop is: part of a number or an address, an end, or a mark between the letters of one word."""
    after = _letter(found, index + 1)
    if after.isdigit() or (after.isascii() and after.isalpha()):
        return "."
    parts = "." in {_letter(found, index - 2), _letter(found, index + 2)}
    return "" if parts and not after.isspace() and after else END


def _letter(found: Sequence[Letter], index: int) -> str:
    return found[index][0] if 0 <= index < len(found) else ""


def _latin(found: Sequence[Letter], index: int) -> bool:
    letter = _letter(found, index)
    return letter.isascii() and (letter.isalnum() or letter in "%$")

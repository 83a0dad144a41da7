"""A pattern as a line that can be read: words, other words for the same, gaps between them.

first pay|pay … fee|deposit            one after the other in a sentence, with a gap
guaranteed & credit record             both near each other, in any order
{contact}                              a named list of words
take #%                                digits; pay* any ending of an English word
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ashore.errors import AshoreError
from ashore.traps.spelling import plain

GAP: Final = "\u2026"
NEAR: Final = "&"
OTHER: Final = "|"
DIGITS: Final = "#"
STEM: Final = "*"
Letters = Mapping[str, str]
Names = Mapping[str, tuple[str, ...]]
"""Lists of words by their names."""


class BadPattern(AshoreError):
    """A pattern that cannot be read: a name that no list has, or a word that is none once made plain."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word made plain, and what has to stand beside it: digits (`before`, `after`), or any ending of its own."""

    text: str
    before: bool = False
    after: bool = False
    stem: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Words of which any one will do; each group is one of its own, so that its places are worked out once."""

    words: tuple[Word, ...] = ()


Run = tuple[Group, ...]
"""Groups one after the other inside a sentence."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Runs that all stand near each other; between two groups of a run are at most `gap` characters."""

    written: str
    runs: tuple[Run, ...]
    gap: int


def read_pattern(written: str, gap: int, letters: Letters, names: Names) -> Pattern:
    """Return the pattern of a line.  Raises BadPattern."""
    runs = tuple(
        tuple(read_group(group, letters, names) for group in run.split(GAP)) for run in written.split(NEAR)
    )
    return Pattern(written, runs, gap)


def read_group(written: str, letters: Letters, names: Names) -> Group:
    """Return the words of which any one will do.  Raises BadPattern."""
    return Group(tuple(_word(word, letters) for word in _named(written, names)))


def _named(written: str, names: Names) -> Sequence[str]:
    """Return the words of a group, each name replaced by its list."""
    words: list[str] = []
    for word in (one.strip() for one in written.split(OTHER)):
        if word.startswith("{"):
            if word.strip("{}") not in names:
                raise BadPattern("trap-name-unknown", read=word)
            words += names[word.strip("{}")]
        else:
            words.append(word)
    return words


def _word(written: str, letters: Letters) -> Word:
    bare = written.removeprefix(DIGITS).removesuffix(DIGITS).removesuffix(STEM)
    text = plain(bare, letters).text
    if not text.strip() or DIGITS in bare or STEM in bare:
        raise BadPattern("trap-word-wrong", read=written)
    return Word(text, written.startswith(DIGITS), written.endswith(DIGITS), written.endswith(STEM))

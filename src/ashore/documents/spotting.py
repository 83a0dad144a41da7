"""The words of a text that have an explanation, each once, in the order in which they come."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from html import unescape
from itertools import groupby
from typing import Final

from ashore.packs.explained import explained_words
from ashore.rules.word import Word
from ashore.texts.language import Language

TAG: Final = re.compile(r"<[^>]*>")
LETTER: Final = re.compile(r"[^\W\d_]")
SPACE: Final = re.compile(r"\s+")
INSIDE: Final = re.compile(r"[\w-]")
"""What stands before a part of a longer English word."""
CURLY: Final = str.maketrans({"\u2018": "'", "\u2019": "'"})
"""An apostrophe may be typed in either way."""
GONE: Final = "\0"


@dataclass(frozen=True, slots=True)
class Form:
    """One form in small letters: how it is searched, and its word; none for what only looks like one."""

    text: str
    pattern: re.Pattern[str]
    word: Word | None


@dataclass(frozen=True, slots=True)
class Spotter:
    """Every form of a language, those of one length together, the longest first.

    Where a form was found, no shorter one is looked for; of two that overlap and are as long, the first one counts.
    `apart`: a form stands between other letters than its own.
    """

    lengths: tuple[tuple[Form, ...], ...]
    apart: bool

    def words_in(self, text: str) -> tuple[Word, ...]:
        """Return the words that stand in a text."""
        left = SPACE.sub(" ", text.translate(CURLY)).casefold()
        first: dict[str, tuple[int, Word]] = {}
        for forms in self.lengths:
            pieces, after = list[str](), 0
            for begin, end, word in self._places(forms, left):
                if begin >= after:
                    pieces += [left[after:begin], GONE * (end - begin)]
                    after = end
                    if word and begin < first.get(word.id, (len(left), word))[0]:
                        first[word.id] = (begin, word)
            left = "".join([*pieces, left[after:]])
        return tuple(word for _, word in sorted(first.values(), key=lambda one: one[0]))

    def _places(self, forms: tuple[Form, ...], text: str) -> list[tuple[int, int, Word | None]]:
        """Return where forms of one length stand, in the order of the text."""
        there = [form for form in forms if form.text in text]
        found = [(*place.span(), form.word) for form in there for place in form.pattern.finditer(text)]
        alone = [one for one in found if not (self.apart and INSIDE.fullmatch(text[one[0] - 1 : one[0]]))]
        return sorted(alone, key=lambda one: one[0])


@cache
def spotter(jurisdiction: str, language: Language) -> Spotter:
    """Return what finds words in a language.  Raises UnknownPack where there is no such pack."""
    words = explained_words(jurisdiction).values()
    known: Mapping[str, Word | None] = {
        **{form.casefold(): None for word in words for form in word.inside.get(language, ())},
        **{form.casefold(): word for word in words for form in word.forms(language)},
    }
    # A pattern begins with its form, so that the search for it is one for a plain text; an English one may be a plural.
    after = r"(?:s|es)?(?![\w-])" if language == "en" else ""
    longest_first = sorted(known, key=lambda form: (-len(form), form))
    forms = [Form(form, re.compile(re.escape(form) + after), known[form]) for form in longest_first]
    together = groupby(forms, key=lambda form: len(form.text))
    return Spotter(tuple(tuple(group) for _, group in together), apart=language == "en")


def text_of(page: str) -> str:
    """Return what a piece of HTML says, without its tags, and without what stands on it again or has no letter."""
    pieces = dict.fromkeys(piece for piece in TAG.split(page) if LETTER.search(piece))
    return unescape(" ".join(pieces))

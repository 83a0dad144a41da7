"""Every word that is explained in a jurisdiction: those that mean the same everywhere, and its own."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ashore.packs.entry import read_entry
from ashore.packs.files import SHIPPED
from ashore.packs.pack import load_pack
from ashore.packs.words import WORDS, read_words
from ashore.rules.word import THEMES, Word


@cache
def explained_words(jurisdiction: str, root: Path = SHIPPED) -> Mapping[str, Word]:
    """Return the words by id, theme by theme, in each those that mean the same everywhere first.

    Raises UnknownPack where there is no such pack, BrokenPack for a file that is not as it should be.
    """
    words = (*read_words(read_entry(root, WORDS)).values(), *load_pack(jurisdiction, root).words.values())
    return {word.id: word for word in sorted(words, key=lambda word: THEMES.index(word.theme))}

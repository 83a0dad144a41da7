"""The words that a file explains, each with one or two sentences."""

from collections.abc import Mapping
from typing import Final

from ashore.packs.entry import LANGUAGES, Entry
from ashore.rules.word import THEMES, Forms, Word

WORDS: Final = "words"


def read_words(entry: Entry) -> Mapping[str, Word]:
    """Return the words of a file by id, in its order.  Raises BrokenPack."""
    return {key: read_word(one, key) for key, one in entry.subs().items()}


def read_word(one: Entry, word_id: str) -> Word:
    """Return one word.  Raises BrokenPack."""
    return Word(
        id=word_id,
        theme=one.choice("theme", THEMES),
        names=one.bilingual("names"),
        says=one.bilingual("says"),
        example=one.bilingual("example") if one.has("example") else {},
        also=_forms(one, "also"),
        inside=_forms(one, "inside"),
        everyday=bool(one.flag("everyday")),
        facts=one.optional_texts("facts"),
        evidence=one.evidence() if one.has("source") else None,
    )


def _forms(one: Entry, key: str) -> Forms:
    table = one.sub(key) if one.has(key) else None
    return {language: table.optional_texts(language) for language in LANGUAGES} if table else {}

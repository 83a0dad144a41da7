"""Words with their explanations, ready for a page or a terminal: in one language, with where each was read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ashore.documents.html import Html, tag
from ashore.documents.laws import joined_titles
from ashore.documents.spotting import spotter, text_of
from ashore.errors import Message
from ashore.packs.explained import explained_words
from ashore.packs.pack import load_pack
from ashore.rules.dated import Dated
from ashore.rules.source import Source
from ashore.rules.word import Theme, Word
from ashore.texts.cells import SEMICOLONS
from ashore.texts.language import Language
from ashore.texts.sentences import say


@dataclass(frozen=True, slots=True)
class Explained:
    """A word in one language: `other` is its name in the other one, `example` empty where it has none.

    `sources`: titles of what it rests on, `rests_on` the same as one text, `seen` the latest day on which one of them
    was read; `stale`: one of them must be looked at again.
    """

    id: str
    theme: Theme
    name: str
    other: str
    also: tuple[str, ...]
    says: str
    example: str
    sources: tuple[str, ...]
    rests_on: str
    seen: date | None
    stale: bool


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose words a page explains, and the day on which it is read."""

    jurisdiction: str
    today: date

    def stale(self, word: Word) -> bool:
        """Return whether what a word rests on must be looked at again.

        A rate that moves, such as the LPR, explains its word as well after its last published value as before.
        """
        known = load_pack(self.jurisdiction).facts
        facts = (known[fact_id] for fact_id in word.facts)
        aged = (fact for fact in facts if not isinstance(fact.value, Dated))
        return word.stale(self.today) or any(fact.stale(self.today) for fact in aged)

    def says(self, word: Word, language: Language) -> str:
        """Return what a word means, and that it needs checking where it does."""
        if not self.stale(word):
            return word.says[language]
        return say(Message("words-says-stale", {"says": word.says[language]}), language)


def explained(jurisdiction: str, today: date, language: Language, term: str = "") -> tuple[Explained, ...]:
    """Return the words in the order of the page: all, or those that `term` names, else those that have it in them.

    Raises UnknownPack where there is no such pack.
    """
    words = tuple(explained_words(jurisdiction).values())
    wanted = term.strip().casefold()
    chosen = [word for word in words if wanted in _forms(word)] if wanted else words
    chosen = chosen or [word for word in words if any(wanted in form for form in _forms(word))]
    whose = Whose(jurisdiction, today)
    return tuple(_explained(word, whose, language) for word in chosen)


def words_on(page: str, jurisdiction: str, language: Language) -> tuple[Word, ...]:
    """Return the words that stand on a page and are to be explained there, in their order."""
    found = spotter(jurisdiction, language).words_in(text_of(page))
    return tuple(word for word in found if not word.everyday)


def words_html(page: str, whose: Whose, language: Language) -> Html:
    """Return the words on a page with what they mean, folded on a screen; nothing where there are none."""
    words = words_on(page, whose.jurisdiction, language)
    if not words:
        return Html("")
    heading = say(Message("words-here", {"words_count": len(words)}), language)
    rows = [(tag("dt", word.names[language]), tag("dd", whose.says(word, language))) for word in words]
    return tag(
        "details", tag("summary", tag("h2", heading)), tag("dl", rows, class_="meanings"), class_="fold words"
    )


def _forms(word: Word) -> Sequence[str]:
    """Return every form of a word in either language, and its id."""
    return [word.id, *(form.casefold() for language in ("zh", "en") for form in word.forms(language))]


def _explained(word: Word, whose: Whose, language: Language) -> Explained:
    known = load_pack(whose.jurisdiction).facts
    facts = [known[fact_id] for fact_id in word.facts]
    sources: list[Source] = [fact.source for fact in facts]
    seen = [fact.seen_on for fact in facts]
    if word.evidence:
        sources.append(word.evidence.source)
        seen.append(word.evidence.seen_on)
    titles = tuple(dict.fromkeys(_title(source, language) for source in sources))
    return Explained(
        id=word.id,
        theme=word.theme,
        name=word.names[language],
        other=word.names["en" if language == "zh" else "zh"],
        also=word.forms(language)[1:],
        says=word.says[language],
        example=word.example.get(language, ""),
        sources=titles,
        rests_on=SEMICOLONS[language].join(joined_titles(titles)),
        seen=max(seen, default=None),
        stale=whose.stale(word),
    )


def _title(source: Source, language: Language) -> str:
    return (source.title_en if language == "en" else None) or source.title

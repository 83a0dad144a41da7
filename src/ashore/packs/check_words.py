"""What must hold of the words that a pack explains: where each was read, and that no form belongs to two."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ashore.errors import Finding
from ashore.packs.check_values import fault, not_after
from ashore.packs.entry import LANGUAGES
from ashore.rules.fact import RuleFact
from ashore.rules.word import Word


def check_words(
    words: Iterable[Word], file: str, latest: date, known: Mapping[str, RuleFact | None]
) -> Iterator[Finding]:
    """Yield the faults of a pack's words; nothing in them can have been seen after `latest`, the pack's version."""
    taken: dict[tuple[str, str], str] = {}
    for word in words:
        yield from _rests(word, file, latest, known)
        for language in LANGUAGES:
            for form in word.forms(language):
                other = taken.setdefault((language, form.casefold()), word.id)
                if other != word.id:
                    yield fault("pack-form-twice", file, f"{word.id}.{language}", read=form, other=other)


def _rests(word: Word, file: str, latest: date, known: Mapping[str, RuleFact | None]) -> Iterator[Finding]:
    if word.evidence is None and not word.facts:
        yield fault("pack-word-unsourced", file, word.id)
    for fact_id in word.facts:
        if fact_id not in known:
            yield fault("pack-fact-unknown", file, f"{word.id}.facts", fact=fact_id)
    if word.evidence:
        yield from not_after(file, f"{word.id}.seen_on", word.evidence.seen_on, latest)
        if word.evidence.review_by < word.evidence.seen_on:
            first, last = word.evidence.seen_on, word.evidence.review_by
            yield fault("pack-days-reversed", file, word.id, first=first, last=last)

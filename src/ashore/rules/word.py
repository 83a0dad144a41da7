"""A word that a page may use, explained: types only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal, get_args

from ashore.rules.source import Bilingual, Evidence

Theme = Literal[
    "owed", "repaying", "rates", "late", "talking", "plan", "court", "liable", "record", "others", "here"
]
THEMES: Final[tuple[Theme, ...]] = get_args(Theme)
"""What words are about, in the order in which a page lists them."""
Forms = Mapping[str, tuple[str, ...]]
"""Written forms by language."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word with one or two sentences that say what it means.

    `also` are other forms in which it is written.  `inside` are longer expressions that hold the word and mean
    something else.  An `everyday` word is explained on the page of all words only.  What the law says rests on `facts`
    of the pack, by id, or on `evidence` of its own; words that mean the same everywhere have neither.
    """

    id: str
    theme: Theme
    names: Bilingual
    says: Bilingual
    example: Bilingual = field(default_factory=dict[str, str])
    also: Forms = field(default_factory=dict[str, tuple[str, ...]])
    inside: Forms = field(default_factory=dict[str, tuple[str, ...]])
    everyday: bool = False
    facts: tuple[str, ...] = ()
    evidence: Evidence | None = None

    def forms(self, language: str) -> tuple[str, ...]:
        """Return the forms in which it is written in a language, its name first."""
        return (self.names[language], *self.also.get(language, ()))

    def stale(self, today: date) -> bool:
        """Return whether its own source must be looked at again."""
        return self.evidence is not None and self.evidence.stale(today)

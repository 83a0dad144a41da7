"""Where a value comes from, and how far it can be trusted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, get_args

Confidence = Literal["official", "mirrored", "secondary", "weak"]
CONFIDENCES: Final[tuple[Confidence, ...]] = get_args(Confidence)
Bilingual = Mapping[str, str]
"""A text by language: the keys are `zh` and `en`."""


@dataclass(frozen=True, slots=True)
class Source:
    """What was read: its title with any number, and its address (a page, or a repository's path).

    `title_en`: the title in English, translated here; None where it has none.
    """

    title: str
    address: str
    title_en: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where something that is no value was read, on which day, how sure it is, and by when to look at it again."""

    source: Source
    seen_on: date
    confidence: Confidence
    review_by: date

    def stale(self, today: date) -> bool:
        """Return whether the day by which it had to be looked at again has passed."""
        return today > self.review_by

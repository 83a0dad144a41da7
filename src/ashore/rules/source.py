"""Where a value comes from, and how far it can be trusted."""

from collections.abc import Mapping
from dataclasses import dataclass
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

"""A lesson as a pack writes it; types only.

Its texts stand in both languages, with placeholders (`{yearly_rate}`) for the facts of its figure and of its pack.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final, Literal, get_args

from ashore.rules.source import Bilingual, Evidence

Theme = Literal["cost", "paying", "creditors", "money", "people"]
"""What loans cost; paying them; lenders, papers and courts; earning and keeping money; other people and frauds."""
THEMES: Final[tuple[Theme, ...]] = get_args(Theme)
SliderUnit = Literal["months", "days", "years", "count", "percent", "fen"]
SLIDER_UNITS: Final[tuple[SliderUnit, ...]] = get_args(SliderUnit)
Term = int | str | Decimal
"""A term of a lesson's example."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A short paragraph.

    `own`: it stands there only with the person's own numbers (True), only with the example's (False), or always.
    `turns`: it speaks of the slider's position and stands beneath the slider.
    """

    says: Bilingual
    own: bool | None = None
    turns: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question: whether it is right, and the kind word that it gets."""

    says: Bilingual
    right: bool
    because: Bilingual


@dataclass(frozen=True, slots=True)
class Question:
    """A question to check one's own understanding; nobody marks it."""

    ask: Bilingual
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Slider:
    """Whole positions from `first` to `last`, `step` apart; `start` is where it stands at first.

    `tells` is the one figure that a move is about: it is what is read aloud, while the page changes all of them.
    """

    name: Bilingual
    tells: Bilingual
    first: int
    last: int
    step: int
    start: int
    unit: SliderUnit

    def near(self, at: int) -> int:
        """Return the position nearest to a number, the lower of two that are as near."""
        inside = min(max(at, self.first), self.last)
        steps, over = divmod(inside - self.first, self.step)
        up = 2 * over > self.step and self.first + (steps + 1) * self.step <= self.last
        return self.first + (steps + up) * self.step


@dataclass(frozen=True, slots=True)
class Doing:
    """The one small thing to do today, and the page of the app where it is done (a page's name, None for none)."""

    says: Bilingual
    page: str | None = None


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson of at most three minutes.

    `order` is the place among the others where nothing is known of the person.  `causes` and `needs` are those for
    which it comes first, `numbers` the figure that computes its facts (None: it has none), `example` the terms that
    the figure takes where a person has no such debt, `facts` the ids of the pack's facts it rests on.
    """

    id: str
    order: int
    minutes: int
    theme: Theme
    titles: Bilingual
    paragraphs: tuple[Paragraph, ...]
    do: Doing
    questions: tuple[Question, ...]
    causes: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    numbers: str | None = None
    example: Mapping[str, Term] = field(default_factory=dict[str, Term])
    facts: tuple[str, ...] = ()
    slider: Slider | None = None
    sources: tuple[Evidence, ...] = ()

    def stale(self, today: date) -> bool:
        """Return whether one of its own sources must be looked at again."""
        return any(one.stale(today) for one in self.sources)


def placeholder_of(fact_id: str) -> str:
    """Return the placeholder that one of the pack's facts has in a lesson's texts."""
    return fact_id.replace("-", "_")

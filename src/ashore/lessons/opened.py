"""A lesson opened for a person: with their numbers where their book has such a debt, else with the example's."""

from dataclasses import dataclass

from ashore.lessons.figures import FIGURES
from ashore.lessons.known import Figures, Known
from ashore.lessons.lesson import Lesson, Paragraph

NO_FIGURES = Figures({})


@dataclass(frozen=True, slots=True)
class Opened:
    """A lesson with its figures; `at` is where its slider stands, None where it has none."""

    lesson: Lesson
    known: Known
    figures: Figures
    at: int | None = None

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Return the paragraphs that are shown: those of the person's own numbers or of the example, and the common."""
        return tuple(one for one in self.lesson.paragraphs if one.own in {None, self.figures.own})


def open_lesson(lesson: Lesson, known: Known, at: int | None = None) -> Opened:
    """Return a lesson with its slider at the position nearest to `at`, or where it starts."""
    slider = lesson.slider
    turned = slider.near(slider.start if at is None else at) if slider else None
    figures = FIGURES[lesson.numbers](known, lesson.example, turned) if lesson.numbers else NO_FIGURES
    return Opened(lesson, known, figures, turned)

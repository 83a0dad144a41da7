"""Which lessons come first for a person, and why: what presses, then the causes that were named, then other needs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ashore.errors import Message
from ashore.lessons.known import Known
from ashore.lessons.lesson import Lesson
from ashore.lessons.needs import PRESSING, Need, needs_of

CAUSES: Final[tuple[str, ...]] = (
    "shock", "structural", "habits", "income-fell", "illness", "once", "gap", "shop-fell", "shop-gap", "cost",
    "rolling", "family", "business", "spending", "debt-for-debt", "for-others",
)  # fmt: skip
"""Causes that a lesson may be for: those of the book, those that bills show, and those of a person's own notes."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A lesson in its place.

    `because` says why it comes before the others, None where nothing of the person says so; `debts` are the names of
    the debts that show it.
    """

    lesson: Lesson
    because: Message | None = None
    debts: tuple[str, ...] = ()


def in_order(lessons: Iterable[Lesson], known: Known) -> tuple[Placed, ...]:
    """Return all lessons in the order for a person: what presses, what fits a cause, what is needed, the pack's own.

    Nearly every book shows a need such as `overdue`: it says less of a person than the cause that they named.
    """
    needs = {need.id: need for need in needs_of(known.household)} if known.household else {}
    causes = causes_of(known)
    places = {need: place for place, need in enumerate(needs)}
    pressing = sum(need in PRESSING for need in needs)

    def rank(lesson: Lesson) -> tuple[int, bool, int, int, str]:
        place = min((places[one] for one in lesson.needs if one in places), default=len(places))
        meant = bool(set(causes) & set(lesson.causes))
        return (min(place, pressing), not meant, place, lesson.order, lesson.id)

    return tuple(_placed(one, needs, causes) for one in sorted(lessons, key=rank))


def causes_of(known: Known) -> tuple[str, ...]:
    """Return the causes that a person named, the book's own first, each once; `unknown` is none."""
    own = known.household.cause if known.household else "unknown"
    return tuple(dict.fromkeys(one for one in (own, *known.causes) if one in CAUSES))


def _placed(lesson: Lesson, needs: Mapping[str, Need], causes: Sequence[str]) -> Placed:
    """Return a lesson with its reason: a need that presses, else the first cause that was named, else a need."""
    shown = next((need for need in needs.values() if need.id in lesson.needs), None)
    cause = next((one for one in causes if one in lesson.causes), None)
    if cause and (shown is None or shown.id not in PRESSING):
        return Placed(lesson, Message(f"lesson-cause-{cause}"))
    return Placed(lesson, Message(f"lesson-need-{shown.id}"), shown.debts) if shown else Placed(lesson)

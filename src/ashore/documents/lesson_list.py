"""The lessons of a pack in the order for a person, and one lesson, as parts of an answer and as JSON."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from ashore.documents.blocks import Block, Part, Say
from ashore.documents.lessons import Written
from ashore.errors import Message
from ashore.lessons.lesson import THEMES, Lesson
from ashore.lessons.opened import Opened
from ashore.lessons.order import Placed
from ashore.texts.language import Language
from ashore.texts.sentences import say

FIRST: Final = 3
"""So many lessons stand at the head."""
NAMED_MAX: Final = 3
"""A reason names so many debts, and says how many more there are."""


def first_of(placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """Return the lessons at the head."""
    return tuple(placed[:FIRST])


def by_theme(placed: Sequence[Placed]) -> tuple[tuple[str, tuple[Lesson, ...]], ...]:
    """Return all lessons by theme, in the pack's own order, each theme with the code of its heading."""
    lessons = sorted((one.lesson for one in placed), key=lambda one: (one.order, one.id))
    themes = ((theme, tuple(one for one in lessons if one.theme == theme)) for theme in THEMES)
    return tuple((f"lesson-theme-{theme}", found) for theme, found in themes if found)


def why_first(one: Placed) -> tuple[Message, ...]:
    """Return why a lesson comes first, and which debts show it; nothing where nothing of the person says so."""
    if one.because is None:
        return ()
    if not one.debts:
        return (one.because,)
    more = len(one.debts) - NAMED_MAX
    named = {"debts": one.debts[:NAMED_MAX]}
    shown = Message("lesson-because-more", {**named, "more_count": more}) if more > 0 else None
    return (one.because, shown or Message("lesson-because-debts", named))


def list_parts(placed: Sequence[Placed], language: Language) -> tuple[Part, ...]:
    """Return the list for a terminal: three first and why, then all by theme, each with the word that opens it."""
    first = tuple(chain.from_iterable(_first(one, language) for one in first_of(placed)))
    themes = tuple(
        Part(code, "path", tuple(Say(_line(lesson, language), "item") for lesson in found))
        for code, found in by_theme(placed)
    )
    lead = Say(Message("lesson-list-lead"), "note")
    return (Part("lesson-head-first", "first", first), *themes, Part("lesson-head-open", "about", (lead,)))


def _first(one: Placed, language: Language) -> Iterator[Block]:
    yield Say(_line(one.lesson, language), "item")
    yield from (Say(message, "note") for message in why_first(one))


def _line(lesson: Lesson, language: Language) -> Message:
    return Message("lesson-line", {"title": lesson.titles[language], "lesson": lesson.id})


def lesson_parts(lesson: Written) -> tuple[Part, ...]:
    """Return a lesson for a terminal; each answer to a question stands with its kind word."""
    head: list[Block] = [Say(_text(lesson.title), "lead"), Say(lesson.minutes, "note")]
    if lesson.whose:
        head.append(Say(lesson.whose, "note"))
    position = Message("lesson-at", {"name": lesson.slider, "position": lesson.position})
    turned = [Say(position, "head"), *lesson.turned] if lesson.slider else []
    parts = (
        Part("lesson-head", "first", (*head, *lesson.first, *turned)),
        Part("lesson-head-do", "path", (Say(_text(lesson.do)),)),
        Part("lesson-head-questions", "path", tuple(_questions(lesson))),
        Part("lesson-head-sources", "about", tuple(Say(one, "note") for one in lesson.sources)),
    )
    return tuple(part for part in parts if part.blocks)


def _text(text: str) -> Message:
    return Message("lesson-says", {"text": text})


def _questions(lesson: Written) -> Iterator[Block]:
    for question in lesson.questions:
        yield Say(_text(question.ask), "head")
        for answer in question.answers:
            yield Say(Message("lesson-answer", {"says": answer.says, "because": answer.because}), "item")


def list_json(placed: Sequence[Placed], jurisdiction: str) -> dict[str, object]:
    """Return the list as JSON (`ashore-lessons/1`): every lesson in the order for the person, with its reason."""
    return {
        "format": "ashore-lessons/1",
        "jurisdiction": jurisdiction,
        "lessons": [
            {
                "lesson": one.lesson.id,
                "titles": dict(one.lesson.titles),
                "theme": one.lesson.theme,
                "minutes": one.lesson.minutes,
                "because": one.because.code if one.because else None,
                "debts": list(one.debts),
            }
            for one in placed
        ],
    }


def lesson_json(opened: Opened, lesson: Written, language: Language) -> dict[str, object]:
    """Return a lesson as JSON (`ashore-lesson/1`): its figures exactly, and its texts in one language."""
    blocks = [block for block in (*lesson.first, *lesson.turned) if isinstance(block, Say)]
    return {
        "format": "ashore-lesson/1",
        "lesson": lesson.id,
        "language": language,
        "title": lesson.title,
        "own": opened.figures.own,
        "at": opened.at,
        "figures": dict(opened.figures.facts),
        "text": [say(block.message, language) for block in blocks],
        "do": lesson.do,
        "page": opened.lesson.do.page,
        "questions": [
            {
                "ask": question.ask,
                "choices": [
                    {"says": one.says, "right": one.right, "because": one.because} for one in question.answers
                ],
            }
            for question in lesson.questions
        ],
        "sources": [say(one, language) for one in lesson.sources],
    }

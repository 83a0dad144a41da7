"""What must hold of a lesson: its length, its questions, its sources, and that each placeholder has its fact."""

from collections.abc import Iterator, Mapping
from datetime import date
from string import Formatter
from typing import Final

from ashore.errors import Finding
from ashore.lessons.figures import FIGURES
from ashore.lessons.known import Known
from ashore.lessons.lesson import Lesson, Question, Slider, placeholder_of
from ashore.lessons.needs import NEEDS
from ashore.lessons.order import CAUSES
from ashore.packs.check_values import fault, not_after
from ashore.rules.dated import Dated
from ashore.rules.fact import RuleFact
from ashore.rules.source import Bilingual

MINUTES: Final = range(1, 4)
READ_A_MINUTE: Final = {"zh": 300, "en": 200}
"""Characters of Chinese, words of English."""
PARAGRAPHS: Final = range(3, 8)
QUESTIONS: Final = range(2, 4)
CHOICES: Final = range(2, 5)
NO_NUMBER: Final = frozenset({"article", "text"})
"""Units whose facts have no value to write in a sentence."""
KnownFacts = Mapping[str, RuleFact | None]


def check_lesson(lesson: Lesson, file: str, latest: date, facts: KnownFacts) -> Iterator[Finding]:
    """Yield the faults of a lesson; nothing in it can have been seen after `latest`, the pack's version."""
    yield from _counts(lesson, file)
    yield from _length(lesson, file)
    yield from _sources(lesson, file, latest, facts)
    yield from _names(lesson, file)
    if lesson.slider:
        yield from _slider(lesson, lesson.slider, file)
    elif any(one.turns for one in lesson.paragraphs):
        yield fault("lesson-slider-wrong", file, "paragraphs")
    yield from _placeholders(lesson, file, latest, facts)


def _counts(lesson: Lesson, file: str) -> Iterator[Finding]:
    for own in (True, False):
        shown = [one for one in lesson.paragraphs if one.own in {None, own}]
        if len(shown) not in PARAGRAPHS:
            yield _count(file, "paragraphs", len(shown), PARAGRAPHS)
            break
    if len(lesson.questions) not in QUESTIONS:
        yield _count(file, "questions", len(lesson.questions), QUESTIONS)
    for index, question in enumerate(lesson.questions):
        yield from _question(question, file, f"questions[{index}]")


def _question(question: Question, file: str, field: str) -> Iterator[Finding]:
    if len(question.choices) not in CHOICES:
        yield _count(file, f"{field}.choices", len(question.choices), CHOICES)
    right = sum(one.right for one in question.choices)
    if right != 1:
        yield _count(file, f"{field}.choices.right", right, range(1, 2))


def _count(file: str, field: str, counted: int, allowed: range) -> Finding:
    facts = {"found_count": counted, "least_count": allowed.start, "most_count": allowed.stop - 1}
    return fault("lesson-count-wrong", file, field, **facts)


def _length(lesson: Lesson, file: str) -> Iterator[Finding]:
    if lesson.minutes not in MINUTES:
        yield _count(file, "minutes", lesson.minutes, MINUTES)
        return
    for language, a_minute in READ_A_MINUTE.items():
        most = a_minute * lesson.minutes
        length = max(_read(lesson, language, own=own) for own in (True, False))
        if length > most:
            yield fault("lesson-long", file, language, found_count=length, most_count=most)


def _read(lesson: Lesson, language: str, *, own: bool) -> int:
    """Return how much there is to read, in what a language counts: paragraphs and the thing to do."""
    shown = [one.says[language] for one in lesson.paragraphs if one.own in {None, own}]
    text = " ".join([*shown, lesson.do.says[language]])
    return len(text.split()) if language == "en" else sum(not letter.isspace() for letter in text)


def _sources(lesson: Lesson, file: str, latest: date, facts: KnownFacts) -> Iterator[Finding]:
    if not lesson.sources and not lesson.facts:
        yield fault("lesson-unsourced", file)
    for fact_id in lesson.facts:
        if fact_id not in facts:
            yield fault("pack-fact-unknown", file, "facts", fact=fact_id)
    for index, one in enumerate(lesson.sources):
        field = f"sources[{index}]"
        yield from not_after(file, f"{field}.seen_on", one.seen_on, latest)
        if one.review_by < one.seen_on:
            yield fault("pack-days-reversed", file, field, first=one.seen_on, last=one.review_by)


def _names(lesson: Lesson, file: str) -> Iterator[Finding]:
    for field, names, allowed in (
        ("for_causes", lesson.causes, CAUSES),
        ("for_needs", lesson.needs, NEEDS),
        ("numbers", (lesson.numbers,) if lesson.numbers else (), tuple(FIGURES)),
    ):
        for name in names:
            if name not in allowed:
                yield fault("pack-word-unknown", file, field, read=name, allowed=allowed)


def _slider(lesson: Lesson, slider: Slider, file: str) -> Iterator[Finding]:
    whole = slider.step > 0 and slider.first < slider.last and not (slider.last - slider.first) % slider.step
    placed = (
        whole and slider.first <= slider.start <= slider.last and slider.near(slider.start) == slider.start
    )
    if not placed:
        yield fault("lesson-slider-wrong", file, "slider")
    if lesson.numbers is None or not any(one.turns for one in lesson.paragraphs):
        yield fault("lesson-slider-wrong", file, "paragraphs")


def _placeholders(lesson: Lesson, file: str, latest: date, facts: KnownFacts) -> Iterator[Finding]:
    if lesson.numbers and lesson.numbers not in FIGURES:
        return
    given = {placeholder_of(one) for one in lesson.facts if _has_value(facts.get(one))}
    if lesson.numbers and latest < date.max:
        known = Known(latest, values={key: one.value for key, one in facts.items() if one})
        try:
            made = FIGURES[lesson.numbers](
                known, lesson.example, lesson.slider.start if lesson.slider else None
            )
        except (KeyError, ValueError, ArithmeticError) as error:
            yield fault("lesson-example-wrong", file, "example", detail=str(error))
            return
        given |= set(made.facts) | {f"{key.removesuffix('_count')}_ntimes" for key in made.facts}
    for place, text in _texts(lesson):
        for language, words in text.items():
            yield from _unknown(words, given, file, f"{place}.{language}")


def _has_value(fact: RuleFact | None) -> bool:
    return fact is not None and fact.unit not in NO_NUMBER and not isinstance(fact.value, Dated)


def _unknown(words: str, given: set[str], file: str, field: str) -> Iterator[Finding]:
    try:
        names = [name for _, name, _, _ in Formatter().parse(words) if name is not None]
    except ValueError as error:
        yield fault("pack-file-unreadable", file, field, detail=str(error))
        return
    for name in names:
        if name not in given:
            yield fault("lesson-placeholder-unknown", file, field, read=name, allowed=tuple(sorted(given)))


def _texts(lesson: Lesson) -> Iterator[tuple[str, Bilingual]]:
    """Yield every text of a lesson with its place in the file."""
    yield "titles", lesson.titles
    for index, paragraph in enumerate(lesson.paragraphs):
        yield f"paragraphs[{index}]", paragraph.says
    if lesson.slider:
        yield "slider.name", lesson.slider.name
        yield "slider.tells", lesson.slider.tells
    yield "do", lesson.do.says
    for index, question in enumerate(lesson.questions):
        yield f"questions[{index}].ask", question.ask
        for number, choice in enumerate(question.choices):
            place = f"questions[{index}].choices[{number}]"
            yield f"{place}.says", choice.says
            yield f"{place}.because", choice.because

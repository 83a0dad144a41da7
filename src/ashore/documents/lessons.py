"""A lesson in one language: its texts with the figures in them, its table, its sources; nothing is kept or counted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from ashore.documents.blocks import Block, Cell, Column, Say, Table, Unit
from ashore.errors import Message
from ashore.household.model import Household
from ashore.lessons.known import Cell as FigureCell
from ashore.lessons.known import Head, Known
from ashore.lessons.lesson import Lesson, Paragraph, SliderUnit, placeholder_of
from ashore.lessons.opened import Opened
from ashore.packs.pack import Pack
from ashore.rules.fact import RuleFact
from ashore.rules.source import Bilingual, Confidence, Source
from ashore.texts.facts import format_fact, format_facts, format_rate
from ashore.texts.language import Language
from ashore.texts.sentences import say, word

PERCENT_UNITS: Final = frozenset({"share", "per-year", "per-day"})
WHOLE_CELLS: Final[Mapping[str, Unit]] = {"fen": "fen", "count": "count"}
"""Cells that a table writes itself, right-aligned; all others are texts."""
COUNTED: Final[Mapping[SliderUnit, str]] = {
    "months": "nmonths",
    "days": "ndays",
    "years": "nyears",
    "count": "count",
    "percent": "percent",
    "fen": "fen",
}
"""How a slider's position is written, by its unit; a percentage is whole points here."""
DEBT_NAME: Final = "debt_name"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a question, with the kind word that it gets."""

    says: str
    right: bool
    because: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answers."""

    ask: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A lesson written out.

    `whose` says whose the numbers are, None without numbers.  `first` stands above the slider, `turned` beneath it
    with the table (without a slider the table ends `first`); `position` is where the slider stands, `told` the one
    figure that is read aloud there.  `sources` say what the lesson rests on and what of it is old.
    """

    id: str
    title: str
    minutes: Message
    whose: Message | None
    first: tuple[Block, ...]
    turned: tuple[Block, ...]
    slider: str
    position: str
    told: str
    do: str
    questions: tuple[Asked, ...]
    sources: tuple[Message, ...]


def known_of(
    pack: Pack, today: date, household: Household | None = None, causes: Sequence[str] = ()
) -> Known:
    """Return what the lessons of a pack may look at."""
    return Known(today, household, {fact.id: fact.value for fact in pack.facts.values()}, tuple(causes))


def written(opened: Opened, pack: Pack, language: Language) -> Written:
    """Return a lesson with every placeholder filled.  Raises KeyError for a placeholder that no fact fills."""
    lesson, words = opened.lesson, _Words(_facts(opened, pack, language), language)
    table = _table(opened, language)
    above = words.says(one for one in opened.paragraphs if not one.turns)
    below = words.says(one for one in opened.paragraphs if one.turns)
    return Written(
        id=lesson.id,
        title=words.text(lesson.titles),
        minutes=minutes_message(lesson),
        whose=_whose(opened),
        first=above if lesson.slider else (*above, *table),
        turned=(*below, *table) if lesson.slider else (),
        slider=words.text(lesson.slider.name) if lesson.slider else "",
        position=_position(opened, language),
        told=words.text(lesson.slider.tells) if lesson.slider else "",
        do=words.text(lesson.do.says),
        questions=tuple(
            Asked(
                words.text(question.ask),
                tuple(
                    Answer(words.text(one.says), one.right, words.text(one.because))
                    for one in question.choices
                ),
            )
            for question in lesson.questions
        ),
        sources=tuple(_sources(opened, pack, language)),
    )


def minutes_message(lesson: Lesson) -> Message:
    """Return how long a lesson takes to read."""
    code = "lesson-minute" if lesson.minutes == 1 else "lesson-minutes"
    return Message(code, {"minute_count": lesson.minutes})


@dataclass(frozen=True, slots=True)
class _Words:
    """The facts that fill a lesson's texts, and the language."""

    facts: Mapping[str, str]
    language: Language

    def text(self, says: Bilingual) -> str:
        """Return a text with its placeholders filled."""
        filled = says[self.language].format(**self.facts)
        return say(Message("lesson-says", {"text": filled}), self.language)

    def says(self, paragraphs: Iterator[Paragraph]) -> tuple[Block, ...]:
        """Return paragraphs as blocks."""
        return tuple(Say(Message("lesson-says", {"text": self.text(one.says)})) for one in paragraphs)


def _position(opened: Opened, language: Language) -> str:
    """Return where the slider stands with its unit; empty without a slider."""
    slider, at = opened.lesson.slider, opened.at
    if slider is None or at is None:
        return ""
    return f"{at}%" if slider.unit == "percent" else format_fact(f"at_{COUNTED[slider.unit]}", at, language)


def _facts(opened: Opened, pack: Pack, language: Language) -> Mapping[str, str]:
    of_pack = {placeholder_of(one): _rule_text(pack.facts[one], language) for one in opened.lesson.facts}
    return of_pack | format_facts(opened.figures.facts, language)


def _rule_text(fact: RuleFact, language: Language) -> str:
    """Return a rule's value as a number without its unit's word; a share or a rate as a percentage."""
    value = fact.value
    if isinstance(value, Decimal) and fact.unit in PERCENT_UNITS:
        return format_rate(value, language)
    if isinstance(value, int) and fact.unit == "yuan":
        return f"¥{value:,}"
    return (
        format_fact("value", value, language) if isinstance(value, int | str | date | tuple) else str(value)
    )


def _whose(opened: Opened) -> Message | None:
    """Return whose the numbers are: of which debt of the book, of the book as a whole, or an example's."""
    if opened.lesson.numbers is None:
        return None
    if not opened.figures.own:
        return Message("lesson-example-closed" if opened.known.household is None else "lesson-example")
    name = opened.figures.facts.get(DEBT_NAME)
    as_of = opened.known.household.as_of if opened.known.household else opened.known.today
    return (
        Message("lesson-own-debt", {"debt": name, "as_of": as_of})
        if name
        else Message("lesson-own", {"as_of": as_of})
    )


def _table(opened: Opened, language: Language) -> tuple[Block, ...]:
    """Return the figures' table; none where they have none."""
    figures = opened.figures
    if not figures.rows:
        return ()
    columns = tuple(Column(head.code, _unit(head)) for head in figures.heads)
    rows = tuple(
        tuple(_cell(head, cell, language) for head, cell in zip(figures.heads, row, strict=True))
        for row in figures.rows
    )
    return (Table(Message("lesson-caption"), columns, rows),)


def _unit(head: Head) -> Unit:
    return WHOLE_CELLS.get(head.key.rpartition("_")[2], "text")


def _cell(head: Head, cell: FigureCell, language: Language) -> Cell:
    if cell is None or isinstance(cell, Message) or (_unit(head) != "text" and isinstance(cell, int)):
        return cell
    return format_fact(head.key, cell, language)


def _sources(opened: Opened, pack: Pack, language: Language) -> Iterator[Message]:
    """Yield where it was read, on which day, how sure it is; what is past its day of review says so."""
    today = opened.known.today
    facts = [pack.facts[one] for one in opened.lesson.facts]
    seen: dict[str, Message] = {}
    rows: list[tuple[Source, date, Confidence, bool]] = [
        *((one.source, one.seen_on, one.confidence, one.stale(today)) for one in facts),
        *((one.source, one.seen_on, one.confidence, one.stale(today)) for one in opened.lesson.sources),
    ]
    for source, seen_on, confidence, stale in rows:
        title = (source.title_en if language == "en" else None) or source.title
        code = "lesson-source-stale" if stale else "lesson-source"
        sure = word(f"facts-confidence-{confidence}", language)
        if stale or title not in seen:
            seen[title] = Message(code, {"source": title, "seen": seen_on, "sure": sure})
    yield from seen.values()

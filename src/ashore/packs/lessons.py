"""The lessons of a pack, one file each in `lessons`."""

from decimal import Decimal
from typing import Final

from ashore.lessons.lesson import (
    SLIDER_UNITS,
    THEMES,
    Choice,
    Doing,
    Lesson,
    Paragraph,
    Question,
    Slider,
    Term,
)
from ashore.packs.entry import Entry
from ashore.rules.source import Evidence, Source

LESSONS: Final = "lessons"


def read_lesson(entry: Entry, lesson_id: str) -> Lesson:
    """Return a file's lesson.  Raises BrokenPack."""
    do = entry.sub("do")
    return Lesson(
        id=lesson_id,
        order=_whole(entry, "order"),
        minutes=_whole(entry, "minutes"),
        theme=entry.choice("theme", THEMES),
        titles=entry.bilingual("titles"),
        paragraphs=tuple(_paragraph(row) for row in entry.rows("paragraphs")),
        do=Doing(do.both(), do.optional_text("page")),
        questions=tuple(_question(row) for row in entry.rows("questions")),
        causes=entry.optional_texts("for_causes"),
        needs=entry.optional_texts("for_needs"),
        numbers=entry.optional_text("numbers"),
        example=_example(entry.sub("example")) if entry.has("example") else {},
        facts=entry.optional_texts("facts"),
        slider=_slider(entry.sub("slider")) if entry.has("slider") else None,
        sources=tuple(_source(row) for row in entry.rows("sources")) if entry.has("sources") else (),
    )


def _paragraph(row: Entry) -> Paragraph:
    return Paragraph(row.both(), row.flag("own"), row.flag("turns") or False)


def _question(row: Entry) -> Question:
    return Question(row.bilingual("ask"), tuple(_choice(one) for one in row.rows("choices")))


def _choice(row: Entry) -> Choice:
    return Choice(row.bilingual("says"), row.flag("right") or False, row.bilingual("because"))


def _slider(table: Entry) -> Slider:
    return Slider(
        name=table.bilingual("name"),
        tells=table.bilingual("tells"),
        first=_whole(table, "from"),
        last=_whole(table, "to"),
        step=_whole(table, "step"),
        start=_whole(table, "start"),
        unit=table.choice("unit", SLIDER_UNITS),
    )


def _example(table: Entry) -> dict[str, Term]:
    return {key: _term(table, key) for key in table.table}


def _term(table: Entry, key: str) -> Term:
    value = table.raw(key)
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        raise table.fail("pack-field-wrong", key, expected="number")
    return value


def _source(row: Entry) -> Evidence:
    source = Source(row.text("title"), row.text("address"), row.optional_text("title_en"))
    return Evidence(source, row.day("seen_on"), row.confidence(), row.day("review_by"))


def _whole(entry: Entry, key: str) -> int:
    """Return a field that is a whole number.  Raises BrokenPack."""
    value = entry.number(key)
    if value != int(value):
        raise entry.fail("pack-field-wrong", key, expected="number")
    return int(value)

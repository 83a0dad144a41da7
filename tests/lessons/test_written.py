"""Every lesson in both languages, with each example household and with none: whole, and honest about whose numbers."""

import re
from datetime import date
from functools import cache

import pytest

from ashore.documents.blocks import Say, Table
from ashore.documents.lesson_list import lesson_json, lesson_parts
from ashore.documents.lessons import Written, known_of, written
from ashore.errors import Message
from ashore.household.model import Household
from ashore.household.reading import read_household
from ashore.lessons.lesson import Slider
from ashore.lessons.opened import Opened, open_lesson
from ashore.packs.files import jurisdictions
from ashore.packs.pack import load_pack
from ashore.packs.products import all_products
from ashore.texts.language import Language
from ashore.texts.sentences import say
from bundled import EXAMPLES

TODAY = date(2026, 11, 26)
LANGUAGES: tuple[Language, ...] = ("zh", "en")
NOW = {"demo", "eight-debts", "nothing-works"}
"""Households tried in `make test`; the others in `make check`."""
HOMES = [
    "", *(pytest.param(one.stem, marks=() if one.stem in NOW else pytest.mark.long) for one in EXAMPLES)
]  # fmt: skip
LEFT = re.compile(r"[{}]|\bNone\b(?! [a-z])|Decimal|Fraction|lesson-|_fen|_rate")
LESSONS = [(pack, lesson) for pack in jurisdictions() for lesson in load_pack(pack).lessons]
CN = load_pack("cn")


@cache
def home(name: str) -> Household | None:
    """Return an example household; none for an empty name."""
    if not name:
        return None
    path = next(one for one in EXAMPLES if one.stem == name)
    found = read_household(path.read_bytes(), all_products()).household
    assert found is not None
    return found


@cache
def opened(pack: str, lesson: str, name: str = "", at: int | None = None) -> Opened:
    """Return a lesson opened for an example household."""
    known = known_of(load_pack(pack), TODAY, home(name))
    return open_lesson(load_pack(pack).lessons[lesson], known, at)


def texts(one: Written, language: Language) -> list[str]:
    """Return all that a reader sees of a lesson."""
    blocks = [*one.first, *one.turned]
    said = [say(block.message, language) for block in blocks if isinstance(block, Say)]
    asked = [text for question in one.questions for text in (question.ask, *_answers(question))]
    more = [say(found, language) for found in (one.minutes, one.whose, *one.sources) if found]
    return [one.title, *said, one.slider, one.told, one.do, *asked, *more]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_read_aloud_at_a_move_is_one_figure_that_the_page_shows(language: Language):
    for pack, lesson in LESSONS:
        found = load_pack(pack).lessons[lesson].slider
        if found is None:
            continue
        told = set[str]()
        for at in (found.first, found.last):
            one = written(opened(pack, lesson, at=at), load_pack(pack), language)
            (figure,) = re.findall(r"¥?\d[\d,.]*\d|\d", one.told)
            shown = " ".join(say(block.message, language) for block in one.turned if isinstance(block, Say))
            assert figure in shown, (lesson, one.told)
            assert len(one.told) < 40
            told.add(one.told)
        assert len(told) == 2, lesson


def _answers(question) -> list[str]:
    return [text for one in question.answers for text in (one.says, one.because)]


@pytest.mark.parametrize("name", HOMES)
def test_every_lesson_is_whole_in_both_languages(name: str):
    for pack, lesson in LESSONS:
        found = opened(pack, lesson, name)
        for language in LANGUAGES:
            one = written(found, load_pack(pack), language)
            for text in texts(one, language):
                assert not LEFT.search(text), (lesson, language, text)
            for part in lesson_parts(one):
                assert part.blocks
            assert lesson_json(found, one, language)["own"] == found.figures.own
            for block in (*one.first, *one.turned):
                if isinstance(block, Table):
                    assert all(len(row) == len(block.columns) for row in block.rows)


@pytest.mark.parametrize("name", HOMES)
def test_the_figures_give_the_same_facts_for_everyone(name: str):
    for pack, lesson in LESSONS:
        assert set(opened(pack, lesson, name).figures.facts) == set(opened(pack, lesson).figures.facts), (
            lesson
        )


@pytest.mark.parametrize("name", HOMES)
def test_it_is_said_whose_numbers_they_are(name: str):
    names = {one.name for one in home(name).debts} if home(name) else set()  # pyright: ignore[reportOptionalMemberAccess] - asked just before
    for pack, lesson in LESSONS:
        found = opened(pack, lesson, name)
        whose = written(found, load_pack(pack), "zh").whose
        if found.lesson.numbers is None:
            assert whose is None
        elif not name:
            assert whose == Message("lesson-example-closed")
        elif found.figures.own:
            debt = found.figures.facts.get("debt_name")
            assert debt in names or not debt
            assert whose
            assert whose.code == ("lesson-own-debt" if debt else "lesson-own")
        else:
            assert not found.figures.facts.get("debt_name")
            assert whose == Message("lesson-example")


def test_an_example_never_takes_a_persons_debt():
    """With no book the figures are the example's, whatever stood in a book before."""
    for pack, lesson in LESSONS:
        assert not opened(pack, lesson).figures.own


def test_a_paragraph_for_one_of_the_two_stands_with_that_one_only():
    rates = {name: opened("toyland", "daily-rate", name) for name in ("", "demo")}
    assert [one.own for one in rates[""].paragraphs] == [False, None, None]
    assert [one.own for one in rates["demo"].paragraphs] == [True, None, None]
    own = say_first(rates["demo"])
    assert "网商贷" in own
    assert "0.04%" in own or "0.045%" in own


def say_first(found: Opened) -> str:
    """Return the first paragraph in Chinese."""
    first = written(found, load_pack("toyland"), "zh").first[0]
    assert isinstance(first, Say)
    return say(first.message, "zh")


def test_the_example_of_the_toy_country_to_the_fen():
    """10,000 yuan at 0.05 % a day: 5 yuan a day, 150 in 30 days, 18 % in 360; 200 days are 1,000 yuan."""
    one = written(opened("toyland", "daily-rate", at=200), load_pack("toyland"), "en")
    told = " ".join(texts(one, "en"))
    for part in ("¥10,000", "0.05% a day", "18% in a year", "¥5", "¥150", "200 days", "¥1,000"):
        assert part in told, part
    assert one.position == "200 days"


SLIDER = Slider({}, {}, 10, 360, 10, 30, "days")


@pytest.mark.parametrize(
    ("asked", "stands"),
    [
        (10, 10),
        (14, 10),
        (15, 10),
        (16, 20),
        (355, 350),
        (356, 360),
        (9, 10),
        (-5, 10),
        (10**8, 360),
        (360, 360),
    ],
)
def test_the_slider_goes_to_the_nearest_step(asked: int, stands: int):
    assert SLIDER.near(asked) == stands
    assert opened("toyland", "daily-rate", at=asked).at == stands


def test_every_step_of_every_slider_is_whole():
    for pack, lesson in LESSONS:
        slider = load_pack(pack).lessons[lesson].slider
        steps = range(slider.first, slider.last + 1, slider.step) if slider else ()
        for at in {*list(steps)[:2], *list(steps)[-2:], *list(steps)[:: max(1, len(steps) // 5)]}:
            found = opened(pack, lesson, at=at)
            assert found.at == at
            one = written(found, load_pack(pack), "zh")
            assert one.position
            assert one.turned
            assert not [text for text in texts(one, "zh") if LEFT.search(text)]


def test_what_is_past_its_day_of_review_says_so():
    lesson = load_pack("toyland").lessons["answering"]
    for on, marked in ((date(2027, 11, 23), False), (date(2027, 11, 24), True)):
        found = open_lesson(lesson, known_of(load_pack("toyland"), on))
        codes = {one.code for one in written(found, load_pack("toyland"), "en").sources}
        assert codes == {"lesson-source-stale" if marked else "lesson-source"}


def test_there_are_lessons_for_every_theme_of_the_issue():
    assert len(CN.lessons) >= 24
    assert {one.theme for one in CN.lessons.values()} == {"cost", "paying", "creditors", "money", "people"}
    assert len({one.titles["zh"] for one in CN.lessons.values()}) == len(CN.lessons)

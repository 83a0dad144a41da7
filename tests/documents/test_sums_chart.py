"""The picture of several check-ins: dots and boxes say what the table says, no line joins them, no colour judges."""

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest

from ashore.documents.blocks import Say, SumsChart
from ashore.documents.mood import trend_blocks
from ashore.documents.report_blocks import blocks_html
from ashore.packs.pack import load_pack
from ashore.texts.language import Language
from ashore.texts.sentences import say, word
from ashore.wellbeing.trend import Trend, trend_of
from documents.page import Node, parse, rows_of

FIRST = date(2026, 11, 1)
FORMS = load_pack("cn").screeners
NOISE = {"phq-9": 5, "gad-7": 6}
SERIES = (
    ("phq-9", (0, 27)),
    ("phq-9", (12, 17, 11, 11, 5, 6)),
    ("gad-7", (21, 15, 14, 0, 6, 7)),
    ("gad-7", tuple(range(0, 21, 3))),
)
LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])


def page_of(name: str, totals: tuple[int, ...], language: Language, later: int = 7) -> Node:
    """Return the blocks of several sums as a page, each so many days after the one before."""
    days = [FIRST + timedelta(later * place) for place in range(len(totals))]
    trend = trend_of(FORMS[name], zip(days, totals, strict=True))
    assert isinstance(trend, Trend)
    return parse(blocks_html(trend_blocks(FORMS[name], trend, FIRST, language), language))


def number(node: Node, key: str) -> float:
    """Return an attribute as a number."""
    return float(node.attributes[key] or "")


@pytest.mark.parametrize(("name", "totals"), SERIES)
def test_a_dot_lies_in_the_box_before_it_where_the_difference_may_be_none(name: str, totals: tuple[int, ...]):
    """Read off the drawing alone: the dots' heights and the boxes' edges."""
    for drawing in page_of(name, totals, "zh").all("svg")[:2]:
        dots, boxes = drawing.all("circle"), drawing.all("rect")
        assert len(dots) == len(totals)
        assert len(boxes) == len(totals) - 1
        for place, box in enumerate(boxes):
            here, then = dots[place], dots[place + 1]
            upper, height = number(box, "y"), number(box, "height")
            inside = upper - 0.11 <= number(then, "cy") <= upper + height + 0.11
            assert inside == (abs(totals[place + 1] - totals[place]) <= NOISE[name]), (place, totals)
            begins, ends = number(box, "x"), number(box, "x") + number(box, "width")
            assert number(here, "cx") + 4 < begins < number(then, "cx") < ends, (
                "its own dot stands clear of it"
            )
            if place + 2 < len(totals):
                assert ends < number(boxes[place + 1], "x"), "no box lies on another"


@pytest.mark.parametrize(("name", "totals"), SERIES)
def test_higher_totals_lie_higher_and_all_of_it_inside_the_frame(name: str, totals: tuple[int, ...]):
    for drawing in page_of(name, totals, "en").all("svg")[:2]:
        _, _, width, height = map(float, (drawing.attributes["viewbox"] or "").split())
        heights = [number(dot, "cy") for dot in drawing.all("circle")]
        by_total = sorted(zip(totals, heights, strict=True))
        assert [at for _, at in by_total] == sorted(heights, reverse=True)
        assert all(0 < number(dot, "cx") < width for dot in drawing.all("circle"))
        for box in drawing.all("rect"):
            assert 0 <= number(box, "y") <= number(box, "y") + number(box, "height") <= height


@LANGUAGES
def test_the_table_below_says_the_same(language: Language):
    page = page_of("phq-9", (12, 17, 11, 3), language)
    (table,) = page.all("table")
    rows = rows_of(table)
    assert [row[1] for row in rows] == ["12", "17", "11", "3"]
    assert [row[2] for row in rows] == {
        "zh": ["第一次", "相差 5 分，可能没有变", "低 6 分", "低 8 分"],
        "en": ["the first one", "5 apart, which may be no change", "6 lower", "8 lower"],
    }[language]
    assert page.all("details")[0].all("table") == [table]


@LANGUAGES
def test_it_is_read_aloud_and_explained_in_words(language: Language):
    page = page_of("gad-7", (3, 12), language)
    drawings = page.all("svg")[:2]
    assert {one.attributes["class"] for one in drawings} == {"chart wide", "chart narrow"}
    for one in drawings:
        label = one.attributes["aria-label"] or ""
        assert one.attributes["role"] == "img"
        assert "GAD-7" in label
        assert say_read(language) in label
    legend = page.all("ul")[0].text
    assert word("mood-chart-dot", language) in legend
    assert re.search(r"\b6\b", legend)
    assert say_read(language) in page.text


def say_read(language: Language) -> str:
    """Return the sentence that says how the picture is read."""
    return word("mood-chart-read", language)


def test_no_line_joins_the_dots_and_no_class_judges():
    page = page_of("phq-9", (0, 27, 3, 20), "zh")
    drawing = page.all("svg")[0]
    assert {one.attributes.get("class") for one in drawing.all("path")} == {"grid"}
    classes = {one.attributes.get("class") for one in page.every()} - {None}
    assert classes <= {
        "chart wide", "chart narrow", "grid", "spread", "dot", "legend", "figures", "labelled", "n", "n z", "text",
        "date", "note",
    }  # fmt: skip
    looks = [
        [
            (one.name, one.attributes.get("class"))
            for one in page_of("phq-9", totals, "zh").all("svg")[0].every()
        ]
        for totals in ((0, 1, 2), (27, 26, 25), (1, 26, 1))
    ]
    assert looks[0] == looks[1] == looks[2], "the same marks, whatever the sums"


def test_what_is_past_its_day_says_so():
    trend = trend_of(FORMS["phq-9"], [(FIRST, 3), (FIRST + timedelta(7), 12)])
    assert isinstance(trend, Trend)
    for day, said in ((date(2026, 12, 1), False), (date(2028, 1, 1), True)):
        blocks = trend_blocks(FORMS["phq-9"], trend, day, "en")
        told = [say(one.message, "en") for one in blocks if isinstance(one, Say)]
        assert (word("about-stale", "en") in told) is said
        assert isinstance(blocks[-1], SumsChart)


@LANGUAGES
def test_only_the_first_and_the_last_day_are_written_below_it(language: Language):
    """More of them would lie on one another on a small phone; the table names all."""
    page = page_of("gad-7", tuple(range(8)), language)
    for drawing in page.all("svg")[:2]:
        days = [one.text for one in drawing.all("text") if "2026" in one.text]
        assert len(days) == 2
        assert days[0] != days[1]


def test_many_of_them_still_stand_apart():
    totals = tuple(place % 22 for place in range(60))
    for drawing in page_of("gad-7", totals, "zh", 1).all("svg")[:2]:
        boxes = drawing.all("rect")
        assert all(number(box, "width") > 0 for box in boxes)
        for one, other in pairwise(boxes):
            assert number(one, "x") + number(one, "width") < number(other, "x") + 0.11

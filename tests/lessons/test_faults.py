"""Every fault of a lesson's file is found where it is, and said in both languages."""

from datetime import date
from pathlib import Path

import pytest

from ashore.packs.check import check_age, check_pack
from ashore.packs.pack import load_pack
from ashore.texts.lessons import LESSONS
from ashore.texts.sentences import say_finding
from packs.copies import change, copy_toyland

RATE, WORDS = "lessons/daily-rate.toml", "lessons/answering.toml"
SOURCE = '[[sources]]\ntitle = "Toyland'
LONG = "日" * 301
CASES = [
    (WORDS, "order = 20", 'order = "first"', "pack-field-wrong", f"{WORDS}: order"),
    (WORDS, "order = 20", "order = 1.5", "pack-field-wrong", f"{WORDS}: order"),
    (WORDS, 'theme = "creditors"', 'theme = "courts"', "pack-word-unknown", f"{WORDS}: theme"),
    (WORDS, 'titles = {zh = "收', 'titles = {xx = "收', "pack-text-missing", f"{WORDS}: titles.zh"),
    (WORDS, 'do = {zh = "看', 'do = {xx = "看', "pack-text-missing", f"{WORDS}: do.zh"),
    (WORDS, 'needs = ["court-paper"]', 'needs = ["court"]', "pack-word-unknown", f"{WORDS}: for_needs"),
    (RATE, 'causes = ["cost"]', 'causes = ["bad-luck"]', "pack-word-unknown", f"{RATE}: for_causes"),
    (RATE, 'numbers = "daily-rate"', 'numbers = "rates"', "pack-word-unknown", f"{RATE}: numbers"),
    (RATE, "rate = 0.0005", "rate = true", "pack-field-wrong", f"{RATE}: example.rate"),
    (RATE, "own = true", "own = 1", "pack-field-wrong", f"{RATE}: paragraphs[0].own"),
    (RATE, "right = true", 'right = "yes"', "pack-field-wrong", f"{RATE}: questions[0].choices[0].right"),
    (RATE, 'unit = "days"', 'unit = "weeks"', "pack-word-unknown", f"{RATE}: slider.unit"),
    (RATE, "step = 10\n", "", "pack-field-missing", f"{RATE}: slider.step"),
    (RATE, "tells =", "told =", "pack-field-missing", f"{RATE}: slider.tells"),
    (RATE, "利息 {turned_fen}", "利息 {turned}", "lesson-placeholder-unknown", f"{RATE}: slider.tells.zh"),
    (WORDS, "[[paragraphs]]", "[paragraphs]", "pack-file-unreadable", WORDS),
    (WORDS, 'confidence = "official"', 'confidence = "sure"', "pack-word-unknown", f"{WORDS}: sources[0].confidence"),
    (WORDS, "review_by = 2027-11-23", "review_by = 2026-11-22", "pack-days-reversed", f"{WORDS}: sources[0]"),
    (WORDS, "seen_on = 2026-11-23", "seen_on = 2026-11-24", "pack-day-after-version", f"{WORDS}: sources[0].seen_on"),
    (WORDS, 'facts = ["court-answer-days"]', 'facts = ["court-days"]', "pack-fact-unknown", f"{WORDS}: facts"),
    (WORDS, "minutes = 1", "minutes = 4", "lesson-count-wrong", f"{WORDS}: minutes"),
    (WORDS, "不用一个人想", LONG, "lesson-long", f"{WORDS}: zh"),
    (WORDS, "You need not", "word " * 200, "lesson-long", f"{WORDS}: en"),
    (WORDS, "right = true\n", "", "lesson-count-wrong", f"{WORDS}: questions[0].choices.right"),
    (RATE, 'because = {zh = "那', 'right = true\nbecause = {zh = "那', "lesson-count-wrong",
     f"{RATE}: questions[0].choices.right"),
    (WORDS, "{court_answer_days} 天内", "{answer} 天内", "lesson-placeholder-unknown", f"{WORDS}: paragraphs[0].zh"),
    (WORDS, "{court_answer_days} 天很", "{nothing} 天很", "lesson-placeholder-unknown",
     f"{WORDS}: questions[0].choices[1].because.zh"),
    (RATE, "{turned_fen} of", "{turned_days} of", "lesson-placeholder-unknown", f"{RATE}: paragraphs[3].en"),
    (RATE, "How many days", "How {many} days", "lesson-placeholder-unknown", f"{RATE}: slider.name.en"),
    (RATE, "一天 {day_fen}", "一天 {", "pack-file-unreadable", f"{RATE}: paragraphs[2].zh"),
    (RATE, 'do = {zh = "在', 'do = {zh = "{toy_rate}在', "lesson-placeholder-unknown", f"{RATE}: do.zh"),
    (RATE, "principal_fen = 1000000\n", "", "lesson-example-wrong", f"{RATE}: example"),
    (RATE, 'from = "2026-11-23"', 'from = "23 November"', "lesson-example-wrong", f"{RATE}: example"),
    (RATE, "to = 360", "to = 365", "lesson-slider-wrong", f"{RATE}: slider"),
    (RATE, "start = 30", "start = 35", "lesson-slider-wrong", f"{RATE}: slider"),
    (RATE, "start = 30", "start = 400", "lesson-slider-wrong", f"{RATE}: slider"),
    (RATE, "step = 10", "step = 0", "lesson-slider-wrong", f"{RATE}: slider"),
    (RATE, "from = 10", "from = 360", "lesson-slider-wrong", f"{RATE}: slider"),
    (RATE, "turns = true\n", "", "lesson-slider-wrong", f"{RATE}: paragraphs"),
    (WORDS, "[[paragraphs]]\n", "[[paragraphs]]\nturns = true\n", "lesson-slider-wrong", f"{WORDS}: paragraphs"),
]  # fmt: skip
ELSEWHERE = {"lesson-unsourced"}
FAULTS = {"lesson-count-wrong", "lesson-long", "lesson-unsourced", "lesson-slider-wrong", "lesson-example-wrong",
          "lesson-placeholder-unknown"}  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder of packs with a copy of toyland."""
    return copy_toyland(tmp_path)


@pytest.mark.parametrize(("name", "old", "new", "code", "place"), CASES)
def test_a_fault_is_found_where_it_is(root: Path, name: str, old: str, new: str, code: str, place: str):
    change(root, name, old, new)
    found = check_pack("toyland", root)
    assert (code, place) in {(finding.code, finding.place.path) for finding in found}
    assert all(finding.level == "stop" for finding in found)
    for finding in found:
        assert say_finding(finding, "zh") != say_finding(finding, "en")


def test_the_paragraphs_are_counted_as_a_reader_sees_them(root: Path):
    """Four stand in the file, but each reader sees three; without one more it is two."""
    file = root / "toyland" / RATE
    text = file.read_text("utf-8")
    start = text.index("[[paragraphs]]\nzh = ")
    file.write_text(text[:start] + text[text.index("[[paragraphs]]\nturns") :], "utf-8")
    assert [(one.code, one.place.path) for one in check_pack("toyland", root)] == [
        ("lesson-count-wrong", f"{RATE}: paragraphs")
    ]


def test_a_lesson_that_rests_on_nothing_is_found(root: Path):
    file = root / "toyland" / WORDS
    text = file.read_text("utf-8").replace('facts = ["court-answer-days"]\n', "")
    file.write_text(text[: text.index("[[sources]]")].replace("{court_answer_days}", "10"), "utf-8")
    assert [one.code for one in check_pack("toyland", root)] == ["lesson-unsourced"]


def test_one_broken_lesson_hides_no_other(root: Path):
    change(root, WORDS, "order = 20", "order = true")
    change(root, RATE, "to = 360", "to = 365")
    assert {one.place.path for one in check_pack("toyland", root)} == {f"{WORDS}: order", f"{RATE}: slider"}


def test_a_source_past_its_day_is_named_for_whoever_releases(root: Path):
    pack = load_pack("toyland", root)
    late = [one for one in check_age(pack, date(2027, 11, 24)) if one.place.path.startswith("lessons/")]
    assert [(one.code, one.place.path) for one in late] == [("pack-review-due", "lessons/answering")]
    assert not [one for one in check_age(pack, date(2027, 11, 23)) if one.place.path.startswith("lessons/")]


def test_every_sentence_about_a_lessons_file_has_its_fault():
    provoked = {case[3] for case in CASES} | ELSEWHERE
    assert {code for code in provoked if code.startswith("lesson-")} == FAULTS
    assert {code for code, text in LESSONS.items() if text.startswith("{file}")} == FAULTS

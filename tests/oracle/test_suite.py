"""The published overdue suite: the product passes it, its arithmetic holds, and what is wrong with a suite is told."""

import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from conforming import overdue
from needs import ROOT
from oracle.arithmetic import worked
from oracle.cases import case
from overdue_suite import FOLDER, case_files, figures, filled_file, listing, random_case, written

Words = dict[str, Any]
GONE = object()
BY_HAND = [path for path in case_files() if not path.name.startswith("random")]
PAGES = ("docs/methods/overdue.md", "conformance/overdue/README.md", "conformance/overdue/README.zh.md")
EXAMPLE = re.compile(r"^```([a-z0-9-]+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
TOPICS = {
    "acceleration", "accrual", "allocation", "backdated", "compound-interest", "court-vector", "damages", "day-counts",
    "flat-fee", "grace", "leap-day", "month-ends", "partial-payments", "penalty-kinds", "promo", "rate-change",
    "revolving",
}  # fmt: skip


def read(path: Path) -> Words:
    """Return the JSON of a file."""
    return json.loads(path.read_text("utf-8"))


def cases_by_hand() -> dict[str, Words]:
    """Return the cases that people chose, by id."""
    return {one["id"]: one for path in BY_HAND for one in read(path)["cases"]}


def failed(place: Path) -> dict[str, tuple[str, ...]]:
    """Return what differs, by case."""
    return {one.name: one.differences for one in overdue.outcomes(place) if one.differences}


def test_the_product_passes_every_published_case():
    told = list(overdue.outcomes(FOLDER))
    assert {one.name: one.differences for one in told if one.differences} == {}
    assert len(told) == read(FOLDER / "suite.json")["cases"] > 300


def test_every_topic_has_cases():
    assert {path.stem for path in BY_HAND} >= TOPICS
    assert min(len(read(path)["cases"]) for path in BY_HAND) >= 3


@pytest.mark.parametrize("path", BY_HAND, ids=lambda path: path.stem)
def test_the_committed_figures_are_what_the_second_computation_says(path: Path):
    assert written(filled_file(read(path))) == path.read_text("utf-8")


@pytest.mark.parametrize(
    "path", [path for path in case_files() if path not in BY_HAND], ids=lambda path: path.stem
)
def test_random_cases_are_those_of_their_seeds(path: Path):
    for one in read(path)["cases"][::10]:
        made = random_case(case(int(one["id"].removeprefix("random-"))))
        assert (made["terms"], made["events"], made["tags"]) == (one["terms"], one["events"], one["tags"])
        assert figures(made) == one["expect"]


@pytest.mark.long
def test_all_committed_files_are_what_the_tool_writes():
    made = {path: filled_file(read(path)) for path in case_files()}
    assert {path.name for path, file in made.items() if written(file) != path.read_text("utf-8")} == set()


def test_the_list_names_every_file_and_counts_its_cases():
    made = {path: read(path) for path in case_files()}
    suite = read(FOLDER / "suite.json")
    assert listing(suite, made) == suite
    assert date.fromisoformat(suite["version"].replace(".", "-"))


def test_random_cases_meet_every_feature():
    tags = Counter(tag for path in case_files() for one in read(path)["cases"] for tag in one.get("tags", ()))
    wanted = {
        "level-payment", "equal-principal", "interest-only", "bullet", "daily", "revolving", "flat-fee", "schedule",
        "day_count=act/360", "day_count=act/365", "day_count=act/act", "day_count=30/360", "day_count=30E/360",
        "grace:waive", "grace:postpone", "late_fee", "allocation", "allocation_after", "promo", "rates", "shift",
        "arrears:typed", "arrears:rebuilt", "prepayment", "event:payment", "event:charge", "event:rate", "event:waive",
        "event:accelerate", "agree:defer", "agree:extend", "agree:rate", "agree:waive", "agree:settle",
    }  # fmt: skip
    assert {tag: tags[tag] for tag in wanted if tags[tag] < 3} == {}


def test_ids_and_sentences():
    ids = [one["id"] for path in case_files() for one in read(path)["cases"]]
    assert len(set(ids)) == len(ids)
    for one in cases_by_hand().values():
        assert one["title"]
        assert re.search(r"[\u4e00-\u9fff].*\u3002$", one["about"]["zh"]), one["id"]
        assert one["about"]["en"].endswith("."), one["id"]
        assert [event["on"] for event in one["events"]] == sorted(event["on"] for event in one["events"])


def wrong_lines(one: Words) -> Iterator[str]:
    """Yield the worked lines of a case that do not hold, or whose figure is not the expected one."""
    for text in one.get("worked", ()):
        line = worked(text)
        if not line.holds:
            yield f"{text}: is {float(line.exact)}"
        if line.day:
            key = "due" if line.due else "on"
            rows = one["expect"]["schedule" if line.due else "owed"]
            expected = next(row[line.key] for row in rows if row[key] == line.day)
            if Fraction(str(expected)) != Fraction(line.figure.replace(",", "")):
                yield f"{text}: expected is {expected}"


def test_the_arithmetic_of_the_cases_gives_the_expected_figures():
    cases = cases_by_hand()
    assert {name: list(wrong_lines(one)) for name, one in cases.items() if list(wrong_lines(one))} == {}
    derived = [one for one in cases.values() if any(worked(text).day for text in one.get("worked", ()))]
    assert len(derived) > 80


def test_arithmetic_that_does_not_hold_is_seen():
    expect = {"owed": [{"on": "2026-02-20", "penalty": "5.00"}]}
    assert list(wrong_lines({"worked": ["1,000 × 10 × 0.0005 = 5.01"], "expect": expect}))
    assert list(wrong_lines({"worked": ["2026-02-20 penalty: 1,000 × 12 × 0.0005 = 6.00"], "expect": expect}))
    assert not list(
        wrong_lines({"worked": ["2026-02-20 penalty: 1,000 × 10 × 5% ÷ 10^2 = 5.00"], "expect": expect})
    )
    assert worked("1 ÷ 8 = 0.13").holds
    assert not worked("1 ÷ 8 = 0.12").holds
    with pytest.raises(ValueError, match="penalty"):
        worked("penalty = 5")


@pytest.mark.parametrize("page", PAGES)
def test_the_examples_of_a_page_are_lines_of_their_cases(page: str):
    cases = cases_by_hand()
    examples = EXAMPLE.findall((ROOT / page).read_text("utf-8"))
    assert examples
    for name, lines in examples:
        assert set(lines.splitlines()) <= set(cases[name]["worked"]), name


def test_the_hand_worked_case_adds_up():
    row = cases_by_hand()["compound-on"]["expect"]["owed"][0]
    sums = [Fraction(row[key]) for key in ("principal", "interest", "penalty", "compound")]
    assert sum(sums) == Fraction(row["payoff"]) == Fraction("90183.02")
    for page in PAGES[1:]:
        assert "86,000.00 + 3,421.08 + 673.39 + 88.55 = 90,183.02" in (ROOT / page).read_text("utf-8")


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    """Return a folder with one small file of cases, which pass."""
    shutil.copy(FOLDER / "grace.json", tmp_path)
    assert failed(tmp_path) == {}
    return tmp_path


def changed(folder: Path, place: str, value: object) -> dict[str, tuple[str, ...]]:
    """Return what is told after a place in the file's first case was set to a value, or taken out."""
    file = read(folder / "grace.json")
    *way, last = [int(key) if key.isdigit() else key for key in place.split(".")]
    holder = file["cases"][0]
    for key in way:
        holder = holder[key]
    if value is GONE:
        del holder[last]
    else:
        holder[last] = value
    (folder / "grace.json").write_text(written(file), "utf-8")
    return failed(folder)


@pytest.mark.parametrize(
    "key", ["principal", "interest_overdue", "penalty", "damages", "payoff", "days_past_due"]
)
def test_a_planted_figure_is_found(suite: Path, key: str):
    file = read(suite / "grace.json")
    row = file["cases"][1]["expect"]["owed"][1]
    row[key] = row[key] + 1 if key == "days_past_due" else str(Decimal(row[key]) + Decimal("0.01"))
    (suite / "grace.json").write_text(written(file), "utf-8")
    told = failed(suite)
    assert list(told) == ["grace-waive-missed"]
    assert len(told["grace-waive-missed"]) == 1
    assert f"owed on 2026-02-14: {key}: expected" in told["grace-waive-missed"][0]


def test_a_planted_due_is_found(tmp_path: Path):
    file = read(FOLDER / "day-counts.json")
    rows = file["cases"][0]["expect"]["schedule"]
    rows[0]["interest"] = "620.01"
    del rows[-1]
    (tmp_path / "a.json").write_text(written(file), "utf-8")
    told = failed(tmp_path)["day-count-act-360"]
    assert told[0] == "schedule: expected 2 dues, computed 3"
    assert told[1] == "due 2027-01-31: interest: expected 620.01, computed 620.00"


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        ("terms.balance", GONE, "terms.balance: missing"),
        ("terms.balance", 12000, "terms.balance: 12000 is not an amount in yuan as text"),
        ("terms.balance", "12000.001", "terms.balance"),
        ("terms.balance", "1e5", "terms.balance"),
        ("terms.rate", "12%", 'terms.rate: "12%" is not a rate'),
        ("terms.due_day", 32, "terms.due_day: 32 is not a whole number from 1 to 31"),
        ("terms.due_day", True, "terms.due_day: true"),
        ("terms.method", "balloon", "terms.method"),
        ("terms.method", "revolving", "terms.minimum: missing"),
        ("terms.method", "schedule", "terms.schedule: missing"),
        ("terms.penalty", "xx", "terms.penalty"),
        ("terms.compounded", True, "terms.compounded: unknown key"),
        ("terms.grace.effect", "later", "terms.grace.effect"),
        ("terms.as_of", "2026-02-30", "terms.as_of"),
        ("terms.arrears", {"since": "2027-01-01"}, "terms.arrears.since: lies after as_of"),
        ("terms.arrears", {"since": "2026-01-01", "principal": "12000.01"}, "more than the balance"),
        ("terms.allocation", ["due:fee", "due:fee"], "terms.allocation"),
        ("terms", [], "terms: [] is not an object"),
        ("events.0.kind", "gift", "events[0].kind"),
        ("events.0.amount", GONE, "events[0].amount: missing"),
        ("events.0.rate", "1%/year", "events[0].rate: unknown key"),
        ("events", 3, "events: 3 is not a list"),
        ("expect.owed.0.on", "2026-01-01", "expect.owed[0].on"),
        ("expect.owed.0.total", "1.00", "expect.owed[0].total: unknown key"),
        ("expect.owed.0.payoff", 1, "expect.owed[0].payoff"),
        ("expect.owed.0.unpaid_minimum", "1.00", "not told of a loan of this method"),
        ("expect.owed", [{"on": "2026-03-01"}], "a row that expects something"),
        ("expect", {}, "expect: expects nothing"),
        ("expect", GONE, "expect: missing"),
        ("extra", 1, "extra: unknown key"),
    ],
)
def test_a_case_that_is_not_of_the_shape_is_told_and_the_others_go_on(
    suite: Path, place: str, value: object, said: str
):
    told = changed(suite, place, value)
    assert len(told) == 1
    assert said in " ".join(*told.values())
    assert len(list(overdue.outcomes(suite))) == 7


AGREEMENT = {"kind": "settle", "status": "agreed-written", "until": "2026-04-01"}


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ({"kind": "agree", "concession": AGREEMENT}, "either an amount or a percent"),
        ({"kind": "agree", "concession": {**AGREEMENT, "months": 3}}, "concession.months: unknown key"),
        ({"kind": "agree", "concession": {**AGREEMENT, "status": "offered"}}, "concession.status"),
        ({"kind": "agree", "concession": {"kind": "defer", "status": "agreed-written"}}, "months: missing"),
        ({"kind": "waive", "parts": ["fee", "penalty"], "amount": "1.00"}, "not one part"),
        ({"kind": "waive", "parts": ["principal"]}, "parts[0]"),
        ({"kind": "rate", "rate": "x1.5"}, "events[0].rate"),
        ({"kind": "close"}, "events[0].kind"),
    ],
)
def test_an_event_that_is_not_of_the_shape_is_told(suite: Path, event: Words, said: str):
    told = changed(suite, "events", [{"on": "2026-02-13", **event}])
    assert said in " ".join(*told.values())


def test_a_case_on_which_the_product_stops_is_told(suite: Path, monkeypatch: pytest.MonkeyPatch):
    def stop(*_: object) -> None:
        raise AssertionError("no such loan")

    monkeypatch.setattr(overdue, "owed", stop)
    told = failed(suite)
    assert len(told) == 7
    assert all(lines == ("the product stopped: AssertionError: no such loan",) for lines in told.values())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is no JSON"),
        ("{", "is no JSON"),
        ("[" * 100_000, "is no JSON"),
        ('{"cases": ' + "9" * 5_000 + "}", "is no JSON"),
        ("[]", "is not an object"),
        ('{"format": "ashore-overdue/2", "cases": []}', "is not one of ashore-overdue/1"),
        ('{"format": "ashore-overdue/1"}', "cases: missing"),
        ('{"format": "ashore-overdue/1", "cases": []}', "at least one case"),
        ('{"format": "ashore-overdue/1", "cases": [], "cases": []}', "the key cases stands twice"),
        ('{"format": "ashore-overdue/1", "cases": [7]}', "7 is not an object"),
    ],
)
def test_a_file_that_is_none_is_told(suite: Path, text: str, said: str):
    (suite / "odd.json").write_text(text, "utf-8")
    told = failed(suite)
    assert len(told) == 1
    assert said in " ".join(*told.values())


def test_bytes_that_are_no_text_an_id_twice_and_a_wrong_list_are_told(suite: Path):
    (suite / "bytes.json").write_bytes(b"\xff\xfe{")
    shutil.copy(suite / "grace.json", suite / "more.json")
    shutil.copy(FOLDER / "suite.json", suite)
    told = failed(suite)
    assert told["bytes.json"][0].startswith("cannot be read")
    assert told["grace-waive-missed"] == ("the id stands twice: in grace.json and in more.json",)
    assert "more.json: not listed by the list, 7 in the folder" in told["suite.json"]
    assert "damages.json: 7 by the list, not there in the folder" in told["suite.json"]

"""`ashore levers`, `ashore asks`, `plan --what-if`: told in both languages; the code says whether the plan works."""

import json

import pytest
from click.testing import CliRunner, Result

from ashore.cli.main import main
from needs import ROOT

EXAMPLES = ROOT / "src" / "ashore" / "examples"


def ashore(*arguments: str) -> Result:
    """Return what a command answers."""
    return CliRunner().invoke(main, list(arguments))


@pytest.mark.parametrize(
    ("language", "words"), [("zh", "哪个月的钱最管用"), ("en", "What money in a month is worth")]
)
def test_the_levers_are_told(language: str, words: str) -> None:
    result = ashore("levers", str(EXAMPLES / "overspender.toml"), "--lang", language)
    assert result.exit_code == 0, result.output
    assert words in result.output
    assert max(map(len, result.output.splitlines())) <= 80


@pytest.mark.parametrize(("name", "code"), [("overspender", 0), ("just-fails", 1)])
def test_the_code_of_levers_says_whether_the_plan_works(name: str, code: int) -> None:
    result = ashore("levers", str(EXAMPLES / f"{name}.toml"), "--json")
    answer = json.loads(result.stdout)
    assert (result.exit_code, answer["format"]) == (code, "ashore-levers/1")
    assert {one["kind"] for one in answer["levers"]} <= {"money", "sale", "spending", "due-day", "friend"}


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("just-fails", 0, "最少要请对方答应这些"),
        ("illness", 0, "最少要请对方答应这些"),
        ("nothing-works", 0, "最少要请对方答应这些"),
        ("demo", 0, "不用对方多答应什么"),
    ],
)
def test_asks_are_told_and_where_there_are_none_ways_on_are(name: str, code: int, words: str) -> None:
    result = ashore("asks", str(EXAMPLES / f"{name}.toml"), "--lang", "zh")
    assert result.exit_code == code, result.output
    assert words in result.output


def test_asks_as_json_say_what_each_creditor_receives() -> None:
    answer = json.loads(ashore("asks", str(EXAMPLES / "just-fails.toml"), "--json").stdout)
    assert answer["format"] == "ashore-asks/1"
    first = answer["asks"][0]
    assert {one["debt"] for one in answer["receives"]} > {one["debt"] for one in first["asks"]}
    assert all(one["asked_fen"] > 0 for one in answer["receives"])


def test_several_changes_are_compared_one_by_one_and_together() -> None:
    file = str(EXAMPLES / "overspender.toml")
    typed = ("--what-if", "income -20% from 2027-02 for 3 months", "--what-if", "spending +100")
    answer = json.loads(ashore("plan", file, "--json", *typed).stdout)
    assert [one["works"] for one in answer["what_if"]] == [True] * 3
    assert answer["what_if"][2]["cost_fen"] >= max(one["cost_fen"] for one in answer["what_if"][:2])
    told = ashore("plan", file, "--lang", "zh", *typed)
    assert told.exit_code == 0
    assert "要是情况变了" in told.output


def test_a_change_that_cannot_be_read_ends_with_2() -> None:
    result = ashore("plan", str(EXAMPLES / "overspender.toml"), "--what-if", "more money", "--lang", "zh")
    assert result.exit_code == 2
    assert "没读懂" in result.output


@pytest.mark.parametrize(
    ("language", "lent", "hours"),
    [
        ("zh", "这里面算上了向哥哥借的 ¥12,900", "219 小时的副业；照现在的数字是 190 小时"),
        ("en", "counts on ¥12,900 lent by 哥哥", "219 hours of side work instead of 190 hours"),
    ],
)
def test_a_change_says_what_its_answer_counts_on(language: str, lent: str, hours: str) -> None:
    """With a tenth less the plan borrows, and so looks cheaper than it is: that is no comfort to keep silent about."""
    result = ashore("plan", str(EXAMPLES / "demo.toml"), "--what-if", "income -10%", "--lang", language)
    told = " ".join(result.output.split())
    assert lent in told
    assert hours in told


def test_what_the_plan_spends_less_is_said_beside_the_budget_and_with_the_path() -> None:
    for command in ("plan", "budget"):
        told = " ".join(ashore(command, str(EXAMPLES / "demo.toml"), "--lang", "en").output.split())
        assert "¥3,583.26 less" in told
        assert "is not set aside in full in Feb 2027" in told
        assert "until then up to ¥6,350 is missing" in told


def test_the_cost_of_what_is_left_says_what_is_overdue_besides() -> None:
    """¥60,200 of principal is not due yet; three instalments and what came on top are overdue: ¥29,766.30."""
    result = ashore("cost", str(EXAMPLES / "demo.toml"), "wsd", "--lang", "en")
    told = " ".join(result.output.split())
    assert "¥60,200 of principal is not due yet" in told
    assert "What is overdue, ¥29,766.30, is not counted in it." in told

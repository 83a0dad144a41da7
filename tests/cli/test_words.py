"""`ashore words` says what a word means, and says so where it knows none."""

import json

import pytest
from click.testing import CliRunner

from ashore.cli.main import main
from ashore.packs.explained import explained_words


def run(*arguments: str):
    """Return what a line prints, and its code."""
    return CliRunner().invoke(main, ["words", *arguments])


@pytest.mark.parametrize(
    ("language", "term", "expected"),
    [
        ("zh", "支付令", ("支付令 payment order", "法院和文书", "15 天", "第二百二十七条")),
        ("en", "支付令", ("payment order (支付令)", "Courts and papers", "Within 15 days", "Procedure Law 227")),
        ("zh", "等额本息", ("例如", "1,066.19")),
        ("en", "penalty interest", ("For example", "0.75")),
    ],
)  # fmt: skip
def test_a_word_with_its_example_and_its_source(language: str, term: str, expected: tuple[str, ...]):
    ran = run(term, "--lang", language)
    assert ran.exit_code == 0
    flat = " ".join(ran.output.split())
    for one in expected:
        assert one in flat or one.replace(" ", "") in flat.replace(" ", "")


def test_without_a_word_all_are_listed():
    ran = run("--lang", "zh")
    assert ran.exit_code == 0
    for word in explained_words("cn").values():
        assert word.names["zh"] in ran.output
    assert max(map(len, ran.output.splitlines())) <= 80


def test_words_of_several_parts_need_no_quotes():
    assert run("payment", "order").output == run("payment order").output


def test_an_unknown_word_is_said_to_be_unknown():
    ran = run("量子", "--lang", "zh")
    assert ran.exit_code == 1
    assert "量子" in ran.output


def test_the_answer_as_json():
    answer = json.loads(run("复利", "--json", "--lang", "zh").output)
    assert answer["format"] == "ashore-words/1"
    assert (answer["jurisdiction"], answer["language"]) == ("cn", "zh")
    word = answer["words"][0]
    assert set(word) == {
        "id", "theme", "name", "other", "also", "says", "example", "sources", "seen", "stale"
    }  # fmt: skip
    assert (word["id"], word["other"], word["also"]) == ("compound-interest", "compound interest", ["利滚利"])


def test_json_of_nothing_is_an_empty_list_and_ends_with_1():
    ran = run("量子", "--json")
    assert ran.exit_code == 1
    assert json.loads(ran.output)["words"] == []


def test_another_jurisdictions_words():
    assert "包裹令" in run("--jurisdiction", "toyland", "--lang", "zh").output
    assert run("支付令", "--jurisdiction", "toyland").exit_code == 1

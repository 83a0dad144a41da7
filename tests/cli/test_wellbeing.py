"""`ashore wellbeing`: help lines first; a questionnaire that is stored nowhere; thoughts of hurting oneself end it."""

import json

import pytest
from click.testing import CliRunner

from ashore.cli.main import main
from ashore.packs.pack import load_pack
from ashore.texts.sentences import word


def run(*arguments, typed=None):
    """Run the command."""
    return CliRunner().invoke(main, ["wellbeing", *arguments], input=typed)


def flat(text):
    """Return a text without its line breaks."""
    return "".join(text.split())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_help_lines_come_before_anything_else(language):
    told = run("--lang", language)
    assert told.exit_code == 0
    assert told.output.index("12356") < told.output.index("phq-4")
    assert flat(word("mood-limits", language)) in flat(told.output)
    assert "mood-" not in told.output


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_question_can_be_left_out_and_there_is_then_no_sum(language):
    told = run("--screener", "phq-4", "--lang", language, typed="1\n\n2\n0\n")
    one = load_pack("cn").screeners["phq-4"]
    assert told.exit_code == 0
    assert all(flat(item[language]) in flat(told.output) for item in one.items)
    assert flat(one.notice) in flat(told.output)
    assert flat(one.provenance[language]) in flat(told.output)
    assert flat(word("mood-cli-not-kept", language)) in flat(told.output)
    assert ("有1题没有答" if language == "zh" else "Leftout:1.") in flat(told.output)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("last", ["1", "2", "3"])
def test_thoughts_of_hurting_oneself_show_help_at_once_and_no_score(language, last):
    told = run("--screener", "phq-9", "--lang", language, typed="3\n" * 8 + last + "\n")
    assert told.exit_code == 0
    assert word("crisis-title", language) in told.output
    assert "12356" in told.output
    assert word("mood-answer", language) not in told.output.split(word("crisis-title", language))[1]
    assert "25" not in told.output


@pytest.mark.parametrize("language", ["zh", "en"])
def test_whom_to_call_stands_above_the_first_question(language):
    """Who stops at once has seen it."""
    told = run("--screener", "gad-7", "--lang", language, typed="q\n")
    first = load_pack("cn").screeners["gad-7"].items[0][language]
    assert flat(told.output).index("12356") < flat(told.output).index(flat(first))
    assert all(number in told.output for number in ("120", "110"))


def test_q_stops_and_nothing_is_said_of_what_was_answered():
    told = run("--screener", "gad-7", "--lang", "en", typed="3\n3\nq\n")
    assert told.exit_code == 0
    assert "The sum" not in told.output
    assert "Left out" not in told.output


def test_what_is_no_answer_is_asked_again():
    told = run("--screener", "gad-7", "--lang", "en", typed="7\nx\n" + "0\n" * 7)
    assert "The sum is 0," in told.output


@pytest.mark.parametrize(
    ("form", "answers", "total", "route"),
    [
        ("phq-4", "0,1,1,1", 3, "limits"),
        ("phq-4", "1,2,0,0", 3, "doctor"),
        ("gad-7", "2,2,2,2,1,1,0", 10, "doctor"),
        ("gad-7", "2,2,2,2,1,,0", None, "limits"),
        ("phq-9", "1,1,1,1,1,1,1,2,0", 9, "limits"),
    ],
)
def test_json_says_the_sum_and_where_it_leads(form, answers, total, route):
    told = json.loads(run("--screener", form, "--answers", answers, "--json").output)
    assert told["format"] == "ashore-wellbeing/1"
    assert (told["outcome"]["total"], told["outcome"]["route"]) == (total, route)
    assert told["outcome"]["diagnosis"] is False
    assert told["lines"][0]["number"] == "12356"


def test_json_has_no_sum_where_it_leads_to_help_and_no_outcome_without_answers():
    told = json.loads(
        run("--screener", "phq-9", "--answers", "-", "--json", typed="3,3,3,3,3,3,3,3,1\n").output
    )
    assert told["outcome"] == {"screener": "phq-9", "route": "help"}
    assert json.loads(run("--json").output)["outcome"] is None
    assert json.loads(run("--screener", "phq-9", "--json").output)["outcome"] is None
    assert [one["id"] for one in json.loads(run("--json").output)["screeners"]] == ["phq-4", "phq-9", "gad-7"]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("--answers", "0,0,0,0"),
        ("--screener", "phq-4", "--answers", "0,0,0"),
        ("--screener", "phq-4", "--answers", "0,0,0,4"),
        ("--screener", "phq-4", "--answers", "0,0,0,x"),
        ("--screener", "phq-5"),
    ],
)
def test_what_does_not_fit_is_said_and_ends_with_2(arguments, language):
    told = run(*arguments, "--lang", language)
    assert told.exit_code == 2
    assert "mood-" not in told.output
    assert told.output.strip()


def test_nothing_is_written_anywhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    run("--screener", "phq-9", typed="3\n" * 9)
    assert list(tmp_path.rglob("*")) == []

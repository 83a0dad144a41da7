"""`ashore learn`: the list in the order for a household, one lesson with its own numbers, and what is bad is said."""

import json

import pytest
from click.testing import CliRunner

from ashore.cli.main import main
from ashore.packs.pack import load_pack
from needs import ROOT

CN = load_pack("cn").lessons
DEMO, COURT = (ROOT / "examples" / f"{name}.toml" for name in ("demo", "nothing-works"))


def ask(*arguments):
    """Run the command."""
    return CliRunner().invoke(main, ["learn", *map(str, arguments)])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_list_names_every_lesson_once_by_theme(language):
    told = ask("--lang", language)
    assert told.exit_code == 0
    close = "）" if language == "zh" else ")"
    text = "".join(told.output.split())
    for key in CN:
        assert text.count(f"{key}{close}") in {1, 2}, key  # twice where it stands among the first as well
    assert "lesson-" not in told.output


def test_a_court_comes_first_where_there_is_one():
    found = json.loads(ask("--for", COURT, "--json").output)
    assert found["format"] == "ashore-lessons/1"
    first = found["lessons"][0]
    assert first["because"] == "lesson-need-court-paper"
    assert first["debts"]
    assert {one["lesson"] for one in found["lessons"]} == set(CN)
    plain = json.loads(ask("--json").output)["lessons"]
    assert [one["because"] for one in plain] == [None] * len(CN)
    assert [one["lesson"] for one in plain] == sorted(CN, key=lambda one: (CN[one].order, one))


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
@pytest.mark.parametrize("lesson", sorted(CN))
def test_every_lesson_can_be_read(lesson, language):
    told = ask(lesson, "--lang", language)
    assert told.exit_code == 0
    title = "".join(CN[lesson].titles[language].split())
    assert title in "".join(told.output.split())
    assert not any(one in told.output for one in ("{", "}", "lesson-"))
    assert max(len(line) for line in told.output.splitlines()) <= 80


def test_a_households_own_numbers_are_said_to_be_its_own():
    own = json.loads(ask("daily-rate", "--for", DEMO, "--json").output)
    example = json.loads(ask("daily-rate", "--json").output)
    assert own["format"] == example["format"] == "ashore-lesson/1"
    assert (own["own"], example["own"]) == (True, False)
    assert own["figures"]["debt_name"]
    assert own["figures"] != example["figures"]
    assert set(own["figures"]) == set(example["figures"])
    assert own["figures"]["debt_name"] in ask("daily-rate", "--for", DEMO, "--lang", "en").output


def test_the_slider_moves():
    slider = CN["daily-rate"].slider
    assert slider is not None
    found = [json.loads(ask("daily-rate", "--at", at, "--json").output) for at in (slider.first, slider.last)]
    assert [one["at"] for one in found] == [slider.first, slider.last]
    assert found[0]["figures"] != found[1]["figures"]
    assert json.loads(ask("daily-rate", "--at", "999999", "--json").output)["at"] == slider.last


def test_amounts_can_be_covered():
    assert "¥" in ask("daily-rate", "--for", DEMO).output
    assert "¥" not in ask("daily-rate", "--for", DEMO, "--redact").output
    assert ask("daily-rate", "--redact", "--json").exit_code == 2


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "没有 nothing 这一课"), ("en", "There is no lesson nothing")]
)
def test_a_lesson_that_is_none_is_bad_input(language, said):
    told = ask("nothing", "--lang", language)
    assert told.exit_code == 2
    assert said in told.output
    assert "limitation" in told.output


def test_a_file_that_is_none_is_bad_input(tmp_path):
    assert ask("--for", tmp_path / "none.toml").exit_code == 2

"""`ashore trap`: a message or questions, an answer in both languages, never a word of comfort, nothing kept."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ashore.cli.main import main

OFFER = "先交3000元服务费，包停息挂账，加V：abc"
COURT = "【某某法院】您的案件定于周五开庭，可拨打12368核实"
NOTHING = {
    "zh": "没有发现已知套路，不等于安全。",
    "en": "No known sign of a trap was found. That does not mean it is safe.",
}


def ask(*arguments: str, typed: str | bytes | None = None) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["trap", *arguments], input=typed)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_sign_ends_with_1_and_says_what_to_do(language):
    told = ask(OFFER, "--lang", language)
    assert told.exit_code == 1
    assert "trap-" not in told.output
    assert "先交3000元" in told.output
    assert "96110" in told.output
    assert "110" in told.output.replace("96110", "")
    assert "2022" in told.output  # the day of the warning that applies


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("text", ["今晚一起吃饭吗", "See you tonight?", COURT])
def test_nothing_found_ends_with_0_and_is_no_comfort(language, text):
    told = ask(text, "--lang", language)
    flat = "".join(told.output.split()) if language == "zh" else " ".join(told.output.split())
    assert told.exit_code == 0
    assert NOTHING[language] in flat
    assert "96110" in flat


def test_a_court_is_verified_and_the_papers_are_named():
    told = ask(COURT, "--lang", "en").output
    assert "12368" in told
    assert "ashore paper" in told


def test_json_has_a_format_the_signs_and_who_warned():
    told = json.loads(ask(OFFER, "--json").output)
    assert told["format"] == "ashore-trap/1"
    assert told["verdict"] == "trap-found"
    assert {one["id"] for one in told["signs"]} == {"fee-first", "debt-service"}
    assert all(one["words"] for one in told["signs"])
    assert told["warnings"]
    assert all(one["title"] and one["address"] and one["seen_on"] for one in told["warnings"])
    assert told["checks"] == []
    assert told["wants"] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_without_a_sign_what_is_asked_is_named_and_that_it_is_worded_like_a_trap(language):
    text = "麻烦今天先转三百，材料照片发过来，别跟家里人说"
    told = ask(text, "--lang", language)
    flat = "".join(told.output.split()) if language == "zh" else " ".join(told.output.split())
    assert told.exit_code == 1
    assert NOTHING[language] in flat
    worded = {"zh": "最像的是：“麻烦今天先转三百”", "en": "most of all here: “麻烦今天先转三百”"}
    assert worded[language].replace(" ", "") in flat.replace(" ", "")
    assert json.loads(ask(text, "--json").output)["worded_like_a_trap"] == [
        "麻烦今天先转三百",
        "材料照片发过来",
    ]
    assert "“先转三百”" in told.output
    never = {"zh": "越要跟信得过的人说一声", "en": "the sooner you tell somebody you trust"}
    assert never[language] in flat
    wants = json.loads(ask(text, "--json").output)["wants"]
    assert [one["id"] for one in wants] == ["pay", "quiet"]
    assert all(one["words"] for one in wants)


@pytest.mark.parametrize("typed", [OFFER, OFFER.encode()])
@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_a_message_comes_from_standard_input(typed, arguments):
    assert ask(*arguments, "--lang", "en", typed=typed).exit_code == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "nothing to read"),
        ("？！", "nothing to read"),
        ("好" * 20_001, "20,001"),
        (b"\xff" * 9, "broken"),
    ],
)
def test_what_cannot_be_read_ends_with_2_and_why(typed, said):
    told = ask("-", "--lang", "en", typed=typed)
    assert told.exit_code == 2
    assert said in " ".join(told.output.split())


def test_questions_without_a_message():
    told = ask("--ask", "--json", typed="1，4\n2\n")
    assert told.exit_code == 1
    answer = json.loads(told.stdout)
    assert [one["id"] for one in answer["signs"]] == ["fee-first", "codes"]
    assert [one["words"] for one in answer["signs"]] == [[], []]
    assert answer["done"] == ["trap-done-code", "trap-done-last"]


def test_questions_with_a_message_and_a_number_that_is_none():
    told = ask(OFFER, "--ask", "--lang", "en", typed="99\n\n\n")
    assert told.exit_code == 1
    assert "numbers from the list" in told.output


def test_no_answer_to_any_question_is_no_comfort():
    told = ask("--ask", "--lang", "zh", typed="\n\n")
    assert told.exit_code == 0
    assert NOTHING["zh"] in told.output


def test_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    ask(OFFER)
    assert list(tmp_path.rglob("*")) == []
    assert caplog.text == ""

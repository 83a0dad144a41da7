"""`ashore support`: whom to call and where to go, in both languages; the sheet and the circle's page as files."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from ashore.cli.main import main
from ashore.packs.pack import load_pack
from needs import ROOT

DEMO = ROOT / "examples" / "demo.toml"
LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
PACK = load_pack("cn")


def ask(*arguments: object):
    """Run the command."""
    return CliRunner().invoke(main, ["support", *map(str, arguments)])


@LANGUAGES
def test_it_opens_with_whom_to_call_and_names_every_place_in_order(language):
    answer = ask("--lang", language)
    assert answer.exit_code == 0
    joined = "".join(answer.output.split()) if language == "zh" else " ".join(answer.output.split())
    places = [
        joined.index("".join(one.names[language].split()) if language == "zh" else one.names[language])
        for one in PACK.supports.values()
    ]
    assert joined.index("12356") < joined.index("120") < places[0]
    assert places == sorted(places)
    assert all(len(line) <= 80 for line in answer.output.splitlines())
    assert "support-" not in answer.output
    assert "group-" not in answer.output


def test_json_has_every_line_and_place_with_its_source_and_day():
    told = json.loads(ask("--json").output)
    assert told["format"] == "ashore-support/1"
    assert [one["number"] for one in told["lines"]] == [line.number for line in PACK.helplines.values()]
    assert [one["id"] for one in told["places"]] == list(PACK.supports)
    for one in (*told["lines"], *told["places"]):
        assert one["source"]
        assert one["address"]
        assert one["checked_on"] >= "2026-11-23"


@LANGUAGES
def test_the_sheet_is_printed_with_what_to_know_first(language):
    answer = ask(DEMO, "--lang", language, "--ask", "plan", "--show", "debts")
    assert answer.exit_code == 0
    words = {
        "zh": ("虚构", "欠款", "交给别人之前"),
        "en": ("EXAMPLE", "My debts as", "Before you hand it over"),
    }
    assert [word for word in words[language] if word not in answer.output] == []


def test_redacted_it_shows_no_amount():
    plain, covered = ask(DEMO, "--lang", "en"), ask(DEMO, "--lang", "en", "--redact")
    assert "¥" in plain.output
    assert "¥" not in covered.output


def test_json_of_the_sheet_says_what_was_chosen():
    told = json.loads(ask(DEMO, "--json", "--show", "month", "--ask", "talk", "--redact").output)
    assert (told["format"], told["shows"], told["asks"], told["redacted"]) == (
        "ashore-counsellor/1",
        ["month"],
        ["talk"],
        True,
    )


@pytest.mark.parametrize("ending", ["docx", "txt", "html"])
def test_it_is_written_to_a_file(tmp_path, ending):
    out = tmp_path / f"x.{ending}"
    answer = ask(DEMO, "--pack", out, "--lang", "zh")
    assert answer.exit_code == 0
    assert out.stat().st_size > 500
    assert str(out) in answer.output.replace("\n", "")


def test_the_circles_page_is_written(tmp_path):
    out = tmp_path / "circle.txt"
    assert ask("--circle", out, "--lang", "zh").exit_code == 0
    assert "不私聊" in out.read_text("utf-8")


@pytest.mark.parametrize(
    "line",
    [
        ("--pack", "x.pdf"),
        (DEMO, "--pack", "x.exe"),
        ("--circle", "x.html"),
        (DEMO, "--show", "mood"),
        ("nowhere.toml",),
        (DEMO, "--log", "nowhere"),
    ],
)
@LANGUAGES
def test_what_is_in_the_way_is_said_and_ends_with_two(line, language):
    answer = ask(*line, "--lang", language)
    assert answer.exit_code == 2
    assert isinstance(answer.exception, SystemExit)
    assert answer.output.strip()


@LANGUAGES
def test_no_fault_of_a_file_stands_in_front_of_whom_to_call(tmp_path: Path, language):
    broken = tmp_path / "a.toml"
    broken.write_text('format = "ashore/1"\n[household]\nas_of = "soon"\n', "utf-8")
    answer = ask(broken, "--lang", language)
    assert answer.exit_code == 2
    assert "as_of" in answer.output
    for number in ("12356", "120", "110"):
        assert answer.output.index(number) < answer.output.index("as_of")
    assert ask(tmp_path / "none.toml", "--lang", language).output.count("12356") == 1

"""`ashore calendar`: the days ahead as a list of eighty columns, as JSON, and as a file that gives nothing away."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ashore.cli.main import main
from ashore.cli.terminal import width
from bundled import some_now
from calendars import read
from needs import ROOT

EXAMPLES = ROOT / "src" / "ashore" / "examples"
FROM = "2026-11-24"


def ashore(name: str, *arguments: str) -> Result:
    """Return what the command answers for an example."""
    return CliRunner().invoke(main, ["calendar", str(EXAMPLES / f"{name}.toml"), "--from", FROM, *arguments])


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
@pytest.mark.parametrize("path", some_now({"demo", "just-fails"}))
def test_each_example_is_told_in_eighty_columns(path: Path, language: str) -> None:
    result = ashore(path.stem, "--lang", language)
    assert result.exit_code == 0, result.output
    assert max(map(width, result.output.splitlines())) <= 80
    assert "agenda-" not in result.output


def test_the_list_as_json() -> None:
    answer = json.loads(ashore("demo", "--json", "--months", "2").stdout)
    assert (answer["format"], answer["as_of"], answer["from"]) == ("ashore-calendar/1", "2026-11-23", FROM)
    days = [one["day"] for one in answer["events"]]
    assert days == sorted(days)
    assert {one["kind"] for one in answer["events"]} >= {"payment", "due", "review"}
    inside = [one for one in answer["events"] if one["kind"] in {"payment", "due", "review"}]
    assert all(FROM <= one["day"] <= "2027-01-31" for one in inside)
    assert all(set(one) == {"day", "kind", "debt", "name", "fen", "what"} for one in answer["events"])


def test_old_figures_are_said_to_be() -> None:
    later = CliRunner().invoke(
        main, ["calendar", str(EXAMPLES / "demo.toml"), "--from", "2026-12-23", "--lang", "zh"]
    )
    assert "30 天前的" in later.stdout
    assert "天前的" not in ashore("demo", "--lang", "zh").stdout


@pytest.mark.parametrize(("details", "says"), [(False, "没有名称和金额"), (True, "带名称和金额")])
def test_the_file_is_written_and_what_is_in_it_is_said(tmp_path, details: bool, says: str) -> None:
    path = tmp_path / "日历.ics"
    result = ashore("demo", "--out", str(path), "--lang", "zh", *(["--with-details"] if details else []))
    assert result.exit_code == 0
    assert says in result.stderr.replace("\n", "")
    data = path.read_bytes()
    entries = read(data)
    assert f"{len(entries)} 条" in result.stderr.replace("\n", "")
    assert any("网商贷" in one.summary for one in entries) is details
    assert b"\r\r" not in data
    assert min(one.day for one in entries) >= date.fromisoformat(FROM)


def test_a_file_that_cannot_be_written_is_said(tmp_path) -> None:
    result = ashore("demo", "--out", str(tmp_path / "none" / "a.ics"))
    assert result.exit_code == 2
    assert "a.ics" in result.output.replace("\n", "")


@pytest.mark.parametrize("arguments", [("--months", "0"), ("--months", "121"), ("--from", "soon")])
def test_what_cannot_be_is_bad_usage(arguments: tuple[str, ...]) -> None:
    assert ashore("demo", *arguments).exit_code == 2


def test_each_entry_reminds_where_it_is_asked_for(tmp_path) -> None:
    path = tmp_path / "a.ics"
    ashore("demo", "--out", str(path), "--remind")
    entries = read(path.read_bytes())
    assert entries
    assert all(len(one.reminders) == 1 for one in entries)


def log(tmp_path, *lines):
    """Return the path of a contact log with what was promised; each line is who promised, what, and until when."""
    path = tmp_path / "log.jsonl"
    for who, what, until in lines:
        said = ["add", str(path), "--on", "2026-11-20", "--with", "lender", "--way", "in", "--by", "call"]
        told = CliRunner().invoke(
            main, ["log", *said, f"--{who}-promised", what, f"--{who}-until", until], catch_exceptions=False
        )
        assert told.exit_code == 0, told.output
    return path


@pytest.mark.parametrize(
    ("language", "theirs", "ours"),
    [("zh", "对方答应", "你答应"), ("en", "They promised", "You promised")],
)
def test_what_a_log_says_was_promised_until_a_day_is_told(tmp_path, language, theirs, ours) -> None:
    path = log(
        tmp_path,
        ("they", "先不起诉", "2026-12-05"),
        ("i", "寄材料", "2026-12-03"),
        ("i", "旧事", "2026-11-01"),
    )
    answer = json.loads(ashore("demo", "--json", "--log", str(path), "--lang", language).stdout)
    found = {one["day"]: one["what"] for one in answer["events"] if one["kind"] == "promise"}
    assert set(found) == {"2026-12-03", "2026-12-05"}
    assert "先不起诉" in found["2026-12-05"]
    assert found["2026-12-05"].startswith(theirs)
    assert found["2026-12-03"].startswith(ours)
    assert not any(one["kind"] == "promise" for one in json.loads(ashore("demo", "--json").stdout)["events"])


def test_in_the_file_a_promise_gives_nothing_away(tmp_path) -> None:
    out = tmp_path / "a.ics"
    path = log(tmp_path, ("i", "寄材料", "2026-12-03"))
    told = ashore("demo", "--log", str(path), "--out", str(out), "--lang", "zh")
    assert told.exit_code == 0
    assert "寄材料" in told.stdout
    day = [one.summary for one in read(out.read_bytes()) if one.day == date(2026, 12, 3)]
    assert any("说好的事" in one for one in day)
    assert "寄材料" not in out.read_text("utf-8")


def test_a_log_that_is_not_as_it_was_written_is_still_told_and_that_is_said(tmp_path) -> None:
    path = log(tmp_path, ("i", "寄材料", "2026-12-03"))
    path.write_text(path.read_text("utf-8").replace("寄材料", "寄钱"), encoding="utf-8")
    told = ashore("demo", "--log", str(path), "--lang", "zh")
    assert told.exit_code == 0
    assert "和写下时不一样了" in told.stderr.replace("\n", "")
    assert "寄钱" in told.stdout


def test_a_log_that_is_not_there_ends_with_2(tmp_path) -> None:
    assert ashore("demo", "--log", str(tmp_path / "none.jsonl")).exit_code == 2

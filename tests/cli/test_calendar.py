"""`ashore calendar`: the days ahead as a list of eighty columns, as JSON, and as a file that gives nothing away."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ashore.cli.main import main
from ashore.cli.terminal import width
from bundled import MOST_LATER
from calendars import read
from needs import ROOT

EXAMPLES = ROOT / "src" / "ashore" / "examples"
FROM = "2026-11-24"


def ashore(name: str, *arguments: str) -> Result:
    """Return what the command answers for an example."""
    return CliRunner().invoke(main, ["calendar", str(EXAMPLES / f"{name}.toml"), "--from", FROM, *arguments])


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
@pytest.mark.parametrize("path", MOST_LATER)
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

"""A mistyped line is answered in the reader's language, ends with 2, and never with a traceback."""

import pytest
from click.testing import CliRunner, Result

from ashore.cli import main

ENGLISH_OF_CLICK = ("Usage", "Try", "Error", "Options", "Commands")
SCHEDULE = ["schedule", "--rate", "12%/year", "--periods", "3"]
MISTYPED = (
    ["plna"],
    ["--bad"],
    ["plan"],
    ["plan", "a", "b"],
    ["plan", "a", "--gaol", "cheapest"],
    ["plan", "a", "--goal", "x"],
    ["plan", "a", "--months", "0"],
    ["plan", "a", "--months", "abc"],
    ["plan", "a", "--goal"],
    ["first", "--safe", "maybe"],
    ["schedule", "--start", "x"],
    [*SCHEDULE, "--amount", "abc"],
    [*SCHEDULE, "--amount", "-5"],
    [*SCHEDULE, "--amount", "0"],
    ["schedule", "--amount", "12000", "--periods", "3", "--rate", "5"],
    ["schedule", "--amount", "12000", "--periods", "3", "--rate", '5"'],
)


def run(*arguments: str) -> Result:
    """Return what a line answers."""
    return CliRunner().invoke(main, arguments)


@pytest.mark.parametrize("line", MISTYPED, ids=" ".join)
def test_a_mistyped_line_is_answered_in_chinese(line: list[str]) -> None:
    """One sentence in Chinese, exit code 2, wherever `--lang` stands in the line."""
    result = run("--lang", "zh", *line)
    assert result.exit_code == 2
    assert isinstance(result.exception, SystemExit)
    assert any("\u4e00" <= char <= "\u9fff" for char in result.output)
    assert [word for word in ENGLISH_OF_CLICK if word in result.output] == []
    assert run(*line, "--lang", "zh").output == result.output or line[-1] == "--goal"


@pytest.mark.parametrize("line", MISTYPED, ids=" ".join)
def test_a_mistyped_line_is_answered_in_english(line: list[str]) -> None:
    """The same in English."""
    result = run("--lang", "en", *line)
    assert result.exit_code == 2
    assert isinstance(result.exception, SystemExit)
    assert result.output.isascii() or "“" in result.output


@pytest.mark.parametrize("command", ["", "first", "demo", "check", "debts", "schedule", "plan"])
def test_help_speaks_the_language_wherever_it_is_named(command: str) -> None:
    """Before or after `--help`, before or after the command."""
    names = [command] if command else []
    pages = {
        run("--lang", "zh", *names, "--help").output,
        run(*names, "--lang", "zh", "--help").output,
        run(*names, "--help", "--lang=zh").output,
    }
    assert len(pages) == 1
    page = pages.pop()
    assert [word for word in ENGLISH_OF_CLICK if f"{word}:" in page] == []


def test_no_command_shows_the_commands() -> None:
    """Nothing but `ashore`, or only a language: the help, and 2."""
    for line in ([], ["--lang", "zh"]):
        result = run(*line)
        assert result.exit_code == 2
        assert "plan" in result.output


def test_terms_are_told_by_their_options() -> None:
    """Nothing is said of a file that the person never wrote."""
    result = run("schedule", "--amount", "12000", "--periods", "3", "--rate", "5", "--lang", "zh")
    assert "--rate" in result.output
    assert "cash" not in result.output
    assert "\u7b2c" not in result.output


def test_an_amount_may_be_typed_as_people_type_it() -> None:
    """With a sign, thousands and full-width digits."""
    plain = run(*SCHEDULE, "--amount", "12000", "--start", "2026-11-23")
    assert plain.exit_code == 0, plain.output
    for amount in ("¥12,000", "\uff11\uff12\uff10\uff10\uff10"):
        assert run(*SCHEDULE, "--amount", amount, "--start", "2026-11-23").output == plain.output

"""A plan in a terminal: never wider than it, headings that need no colour, figures to the fen."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from ashore.cli import main
from ashore.cli.plan_view import BAR, show_plan
from ashore.cli.terminal import width
from ashore.money import format_fen
from ashore.texts import Language
from ashore.texts.sentences import word
from bundled import some_now
from documents.households import HOUSEHOLDS, NAMES, plan_of

LANGUAGES: tuple[Language, ...] = ("zh", "en")


def lines_of(name: str, language: Language, *, columns: int = 80) -> list[str]:
    """Return a plan's lines without what makes them bold."""
    return [click.unstyle(line) for line in show_plan(plan_of(name), language, compare=True, columns=columns)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_no_line_is_wider_than_the_terminal(name, language):
    assert [line for line in lines_of(name, language) if width(line) > 80] == []


@pytest.mark.parametrize("columns", [60, 100])
@pytest.mark.parametrize("name", ["thirty", "large", "long-names", "does-not-work", "three-kinds"])
def test_other_widths_are_kept_too(name, columns):
    for language in LANGUAGES:
        assert [line for line in lines_of(name, language, columns=columns) if width(line) > columns] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_only_headings_stand_at_the_left_edge_and_only_they_are_bold(name, language):
    for line in show_plan(plan_of(name), language, compare=True):
        plain = click.unstyle(line)
        assert (plain != "" and not plain.startswith(" ")) == (line != plain)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_left_unsaid_or_half_said(name, language):
    text = "\n".join(lines_of(name, language))
    assert "{" not in text
    assert "None" not in text.replace("None of these ways", "")
    assert "…" not in text


@pytest.mark.parametrize("name", ["two-debts", "does-not-work", "thirty"])
def test_the_first_screen_opens_with_the_urgent_thing_and_holds_the_step(name):
    screen = lines_of(name, "zh")[:24]
    assert screen[0] == word("answer-head-urgent", "zh")
    assert word("answer-head-step", "zh") in screen


@pytest.mark.parametrize("name", [name for name in NAMES if HOUSEHOLDS[name].debts])
def test_every_payment_shown_by_day_is_the_plans_to_the_fen(name):
    plan = plan_of(name)
    text = "\n".join(lines_of(name, "en"))
    until = plan.outcome.cash[0].month.plus(2)
    for row in plan.outcome.payments:
        if row.on <= until.last:
            assert format_fen(row.fen) in text


def test_the_comparison_stands_only_where_it_is_asked_for():
    head = word("answer-head-compare", "zh")
    assert head in lines_of("two-debts", "zh")
    assert head not in [click.unstyle(line) for line in show_plan(plan_of("two-debts"), "zh")]


def test_the_path_is_a_picture_in_words():
    drawn = [line for line in lines_of("two-debts", "zh") if BAR in line]
    lengths = [line.count(BAR) for line in drawn]
    assert lengths[0] == 30
    assert lengths == sorted(lengths, reverse=True)
    assert any("全部还完" in line and BAR not in line for line in lines_of("two-debts", "zh"))


def test_a_table_too_wide_for_the_terminal_is_told_row_by_row():
    text = "\n".join(lines_of("large", "en", columns=60))
    assert "Principal 9,734,418.27" in text
    assert "Interest 1,234,567.89" in text


@pytest.mark.parametrize("path", some_now({"demo", "eight-debts", "just-fails"}))
@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
def test_the_bundled_examples_are_told_within_80_columns(path: Path, language):
    result = CliRunner().invoke(main, ["plan", str(path), "--lang", language, "--compare"])
    assert result.exit_code in {0, 1}, result.output
    assert [line for line in result.output.splitlines() if width(line) > 80] == []
    assert "\x1b" not in result.output

"""`ashore paper`: what a paper is, by when to act, what to do, in both languages."""

import json

import pytest
from click.testing import CliRunner

from ashore.cli.main import main
from ashore.creditors.papers import PAPERS


def ask(*arguments):
    """Run the command."""
    return CliRunner().invoke(main, ["paper", *arguments])


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", [paper.kind for paper in PAPERS])
def test_each_kind_is_told(kind, language):
    told = ask(kind, "--lang", language)
    assert told.exit_code == 0
    assert "paper-" not in told.output
    assert "12368" in told.output


def test_the_days_are_counted_from_the_day_after():
    told = json.loads(ask("claim", "--received", "2026-11-13", "--json").output)
    assert told["format"] == "ashore-paper/1"
    assert (told["days"], told["until"], told["until_if_day_off"]) == (15, "2026-11-28", "2026-11-30")
    assert (told["what"], told["stage"]) == ("answer", "sued")


def test_without_the_day_of_receipt_none_is_counted():
    told = json.loads(ask("payment-order", "--json").output)
    assert (told["until"], told["act"]) == (None, "counted")


def test_a_day_long_past_is_said_to_have_passed():
    assert "2020" in ask("claim", "--received", "2020-01-03", "--lang", "en").output
    assert "Late is better than silent" in " ".join(
        ask("claim", "--received", "2020-01-03", "--lang", "en").output.split()
    )


def test_a_kind_that_is_none_is_bad_usage():
    assert ask("x").exit_code == 2

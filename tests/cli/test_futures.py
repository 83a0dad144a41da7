"""`ashore futures`: told in both languages, the same bytes for any number of workers, every assumption named."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ashore.cli.main import main
from ashore.scenarios.assumed import ASSUMPTIONS
from needs import ROOT

EXAMPLES = sorted((ROOT / "src" / "ashore" / "examples").glob("*.toml"))

SMALL = """
format = "ashore/1"

[household]
as_of = 2026-11-23
cash = 2600.00

[[income]]
name = "Pay"
amount = {amount}
low = 2000.00
certainty = "variable"
day = 10

[[spending]]
name = "Food"
amount = 1500.00

[[debt]]
id = "loan"
name = "Loan"
balance = 1000.00
rate = "1%/month"
method = "level-payment"
periods_left = 3
due_day = 15
"""


@pytest.fixture
def rider(tmp_path: Path) -> str:
    """Return the path of a household whose income varies and whose plan works."""
    path = tmp_path / "household.toml"
    path.write_text(SMALL.format(amount="2600.00"))
    return str(path)


FEW = ("--paths", "4")


def ashore(*arguments: str) -> Result:
    """Return what a command answers."""
    return CliRunner().invoke(main, ["futures", *arguments])


@pytest.mark.parametrize(("language", "words"), [("zh", "借钱还债"), ("en", "Borrowing to pay")])
def test_the_futures_are_told(rider: str, language: str, words: str) -> None:
    result = ashore(rider, *FEW, "--lang", language)
    assert result.exit_code == 0, result.output
    assert words in result.output
    assert max(map(len, result.output.splitlines())) <= 80


def test_the_bytes_are_the_same_for_any_number_of_workers(rider: str) -> None:
    alone, two, three = (
        ashore(rider, "--paths", "9", "--json", "--workers", str(count)).stdout for count in (1, 2, 3)
    )
    assert alone == two == three
    assert json.loads(alone)["drawn"]["paths"] == 9


def test_another_seed_draws_other_futures(rider: str) -> None:
    first, second = (json.loads(ashore(rider, *FEW, "--seed", seed, "--json").stdout) for seed in ("1", "2"))
    assert first["drawn"]["months"] != second["drawn"]["months"]
    assert first["shocks"] == second["shocks"]


def test_every_assumption_is_in_the_answer_and_can_be_typed(rider: str) -> None:
    answer = json.loads(ashore(rider, *FEW, "--json", "--assume", "bridge.rate=0.05%/day").stdout)
    assert answer["format"] == "ashore-futures/1"
    assert set(answer["assumed"]) == set(ASSUMPTIONS)
    assert answer["assumed"]["bridge.rate"] == {"unit": "rate", "value": "0.05%/day"}
    assert {one["kind"] for one in answer["warnings"]} == {"bridge"}


@pytest.mark.parametrize("typed", ["job-lost.months=never", "luck=1"])
def test_a_figure_that_cannot_be_read_ends_with_2(rider: str, typed: str) -> None:
    assert ashore(rider, "--assume", typed).exit_code == 2


def test_a_page_has_the_fan_with_its_table(rider: str, tmp_path: Path) -> None:
    page = tmp_path / "futures.html"
    assert ashore(rider, *FEW, "--lang", "en", "--report", str(page)).exit_code == 0
    text = page.read_text("utf-8")
    assert text.count('class="spread"') == 6
    assert "Principal still owed" in text
    assert "http" not in text.replace("http-equiv", "")


def test_where_no_plan_works_the_code_says_so(tmp_path: Path) -> None:
    path = tmp_path / "poor.toml"
    path.write_text(SMALL.format(amount="2600.00").replace("low = 2000.00", "low = 500.00"))
    result = ashore(str(path), *FEW, "--lang", "zh")
    assert result.exit_code == 1, result.output
    assert "方案还走不通" in result.output


@pytest.mark.long
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_is_told(path: Path) -> None:
    """Whatever way the plan or its asks are paid in: the code is the plan's, and every change tried has its row."""
    result = ashore(str(path), "--paths", "1", "--json")
    answer = json.loads(result.stdout)
    assert result.exit_code == (1 if answer["status"] == "does-not-work" else 0)
    if answer["status"] == "does-not-work":
        assert "ask" in {one["kind"] for one in answer["changes"]["changes"]}

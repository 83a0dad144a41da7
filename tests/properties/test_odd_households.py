"""What holds for households with odd pasts: their files read back, and every command answers without a fault."""

import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, note
from hypothesis import strategies as st

from ashore.cli import main
from ashore.household import read_household
from ashore.household.dumping import dump_household
from ashore.household.model import Asset, Debt, Household
from ashore.household.standing import standings_of
from ashore.simulation.arrays import NotSimulated
from properties.examples import SHOWN
from properties.odd_households import odd_households
from simulation.same import POLICIES, differences, replayed, simulated

pytestmark = pytest.mark.property
ENDS = (0, 1, 2)
HORIZON = 24


def written(household: Household) -> str:
    """Return the household as a file, after asserting that the file says the same, and all of it."""
    text = dump_household(household)
    reading = read_household(text.encode(), {})
    assert reading.household, [one for one in reading.findings if one.level == "stop"]
    assert [told(debt) for debt in reading.household.debts] == [told(debt) for debt in household.debts]
    assert dump_household(reading.household) == text
    return text


def told(debt: Debt) -> Debt:
    """Return a debt without where its values come from, which only a file knows."""
    return replace(debt, assumed=(), sources={}, reached=(), shared={})


def answer(text: str, words: list[str]) -> Any:
    """Return what a command says of a file as JSON, None if it says what must be mended first."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "household.toml"
        path.write_text(text, encoding="utf-8")
        result = CliRunner().invoke(main, [words[0], str(path), *words[1:], "--json"])
    assert result.exception is None or isinstance(result.exception, SystemExit), (words, result.exc_info)
    assert result.exit_code in ENDS, (words, result.output)
    return json.loads(result.stdout) if result.stdout.startswith("{") else None


@SHOWN
@given(odd_households())
def test_each_reads_back_and_stands(household):
    """The file says the same again; what is overdue is never more than what is owed."""
    note(household)
    written(household)
    for one in standings_of(household):
        assert 0 <= one.owed.arrears_fen <= one.owed.total_fen
        assert min(one.payoff_fen, one.next_fen) >= 0
        assert (one.next_due is None) == (one.next_fen == 0)


@SHOWN
@given(odd_households(), st.sampled_from(POLICIES))
def test_the_kernel_follows_each_as_the_replay_does(household, policy):
    """But for settlements and first dues on days of their own, which it refuses."""
    note(household)
    bike = Asset("bike", 5000, sell=True)
    household = replace(household, assets=(bike,), friend_loans=(), side_work=())
    try:
        kernel = simulated(household, policy, HORIZON)
    except NotSimulated:
        return
    if kernel.status != "runaway":
        assert differences(replayed(household, policy, HORIZON), kernel) == {}


@pytest.mark.long
@SHOWN
@given(odd_households(), st.integers(1, 9))
def test_every_command_answers(household, months):
    note(household)
    text = written(household)
    plan = answer(text, ["plan", "--months", str(months)])
    for words in ("debts", "check", "asks", "levers"):
        answer(text, [words])
    for debt in household.debts:
        answer(text, ["closing", "--debt", debt.id])
        answer(text, ["schedule", debt.id])
    if plan:
        check_sums(household, plan)


def check_sums(household: Household, plan: Any) -> None:
    """Assert that the plan's totals are the sums of its rows, and that nothing is paid out of nothing."""
    rows, cash = plan["payments"], plan["cash"]
    assert plan["paid_fen"] == sum(row["fen"] for row in rows)
    for row in rows:
        parts = ("principal_fen", "interest_fen", "penalty_fen", "fee_fen")
        assert row["fen"] == sum(row[part] for part in parts) > 0
        assert min(*(row[part] for part in parts), row["balance_fen"]) >= 0
    assert cash[0]["start_fen"] == household.cash_fen
    for row in cash:
        spent = row["essential_fen"] + row["other_fen"] + row["debt_fen"]
        assert row["start_fen"] + row["income_fen"] - spent == row["end_fen"] >= 0
    lent = sum(row["fen"] for row in plan["friend_loan"] if row["kind"] == "draw")
    charged = plan["interest_fen"] + plan["penalty_fen"] + plan["fee_fen"]
    assert plan["cost_fen"] == charged
    assert plan["owed_fen"] + charged + lent == plan["paid_fen"] + plan["forgiven_fen"] + plan["left_fen"]

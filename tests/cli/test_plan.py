"""`ashore plan` and `ashore demo`: exit codes, the published JSON shape, goals, the page."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from ashore.cli import main

TOP = """
format = "ashore/1"
[household]
as_of = 2026-11-23
cash = 4000.00
[[income]]
name = "工资"
amount = {income}.00
every = "month"
day = 5
[[spending]]
name = "吃住"
amount = 3000.00
every = "month"
"""
LOAN = """
[[debt]]
id = "{id}"
name = "{id}"
creditor = "银行"
balance = {balance}.00
rate = "{rate}%/year"
method = "level-payment"
periods_left = 12
due_day = 10
"""
KEYS = {
    "format", "status", "as_of", "horizon", "tier", "convention", "assumed", "urgent", "deadlines", "cliffs", "months",
    "debt_free", "except", "unpaid_essential_fen", "overdue_months", "harm", "shortfall_fen", "shortfall_month",
    "paid_fen", "principal_fen", "interest_fen", "penalty_fen", "fee_fen", "forgiven_fen", "left_fen", "cost_fen",
    "net_fen", "bound_fen", "gap_fen", "proved", "choices", "payments", "cash", "sales", "side_work", "friend_loan",
    "asks", "reasons", "baselines",
}  # fmt: skip


def file_of(folder: Path, income: int, *loans: tuple[str, int, int]) -> str:
    """Return the path of a household with these loans (id, yuan, percent a year)."""
    debts = "".join(LOAN.format(id=name, balance=balance, rate=rate) for name, balance, rate in loans)
    path = folder / "household.toml"
    path.write_text(TOP.format(income=income) + debts, encoding="utf-8")
    return str(path)


def test_a_plan_that_works_ends_with_0_and_has_the_published_keys(tmp_path: Path) -> None:
    """SPEC §8: every key is there, the totals are the sums of the rows."""
    result = CliRunner().invoke(main, ["plan", file_of(tmp_path, 6000, ("a", 12000, 18)), "--json"])
    assert result.exit_code == 0, result.output
    plan = json.loads(result.output)
    assert set(plan) >= KEYS
    assert plan["format"] == "ashore-plan/1"
    assert plan["status"] == "works"
    assert sum(row["fen"] for row in plan["payments"]) == plan["paid_fen"]
    assert sum(row["principal_fen"] for row in plan["payments"]) == 12_000_00
    assert set(plan["baselines"]) == {"as-is", "avalanche", "snowball", "pro-rata", "look-ahead"}


def test_a_plan_that_does_not_work_ends_with_1(tmp_path: Path) -> None:
    """The shortfall is named, and with it in hand the plan works; with ¥20 less it does not."""
    poor = file_of(tmp_path, 3500, ("a", 24000, 18))
    result = CliRunner().invoke(main, ["plan", poor, "--json"])
    assert result.exit_code == 1, result.output
    plan = json.loads(result.output)
    assert plan["status"] == "does-not-work"
    missing = plan["shortfall_fen"]
    assert missing > 0
    for extra, code in ((missing, 0), (missing - 20_00, 1)):
        text = Path(poor).read_text("utf-8").replace("cash = 4000.00", f"cash = {4000 + extra / 100:.2f}")
        richer = tmp_path / "richer.toml"
        richer.write_text(text, encoding="utf-8")
        assert CliRunner().invoke(main, ["plan", str(richer), "--json"]).exit_code == code


def test_fewest_debts_names_its_price(tmp_path: Path) -> None:
    """Closing the small cheap debt first costs more interest than the dear one first; the price is the difference."""
    file = file_of(tmp_path, 9000, ("small", 6000, 4), ("large", 30000, 22))
    cheapest = json.loads(CliRunner().invoke(main, ["plan", file, "--json"]).output)
    fewest = json.loads(CliRunner().invoke(main, ["plan", file, "--json", "--goal", "fewest-debts"]).output)
    assert fewest["price_fen"] == fewest["net_fen"] - cheapest["net_fen"] > 0
    closed = {
        name: min(
            row["date"] for row in plan["payments"] if row["debt"] == "small" and row["balance_fen"] == 0
        )
        for name, plan in (("cheapest", cheapest), ("fewest", fewest))
    }
    assert closed["fewest"] < closed["cheapest"]


def test_a_short_horizon_says_what_is_left(tmp_path: Path) -> None:
    """`--months 3` ends before the loan does: it is an exception, not a payoff."""
    file = file_of(tmp_path, 4100, ("a", 12000, 18))
    plan = json.loads(CliRunner().invoke(main, ["plan", file, "--json", "--months", "3"]).output)
    assert plan["except"] == ["a"]
    assert plan["months"] is None
    assert plan["left_fen"] > 0


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_is_written(tmp_path: Path, language: str) -> None:
    """`--report` writes one page, the terminal still shows the plan; an unwritable place is said and ends with 2."""
    file, page = file_of(tmp_path, 6000, ("a", 12000, 18)), tmp_path / "page.html"
    result = CliRunner().invoke(main, ["plan", file, "--lang", language, "--report", str(page), "--compare"])
    assert result.exit_code == 0, result.output
    assert "<html" in page.read_text("utf-8")
    assert "income -20%" not in page.read_text("utf-8")
    typed = ["plan", file, "--lang", language, "--report", str(page), "--what-if", "income -20%"]
    assert CliRunner().invoke(main, typed).exit_code == 0
    assert ">income -20%<" in page.read_text("utf-8")
    away = str(tmp_path / "none" / "page.html")
    assert CliRunner().invoke(main, ["plan", file, "--report", away]).exit_code == 2


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_demo_needs_nothing(tmp_path: Path, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """`ashore demo` prints the plan, writes the page here and says what to do next, within 80 columns."""
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["demo", "--lang", language])
    assert result.exit_code == 0, result.output
    assert len(list(tmp_path.glob("*.html"))) == 1
    assert "ashore first" in result.output

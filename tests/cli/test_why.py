"""`ashore why FILE BILL…`: the answer in both languages, the same as JSON, what is typed, what is missing."""

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner

from ashore.cli.main import main
from ashore.importers.bills.beancount import to_beancount
from diagnosis.half_year import MONTHS, drawn, games, rent, row, wage

HOME = """format = "ashore/1"
[household]
as_of = 2025-06-30
cash = 0.00
[[income]]
name = "wage"
amount = 5000.00
[[debt]]
id = "loan"
name = "Loan"
creditor = "Loan"
lender_kind = "private"
balance = 7200.00
rate = "0%/year"
method = "bullet"
periods_left = 12
due_day = 30
"""
CORRECT = ("--correct", "landlord=housing", "--correct", "arcade=games")


@pytest.fixture
def home(tmp_path):
    """Return a household file, and a bill of half a year: 6,000 of rent on 5,000 of wage, 200 of games."""
    rows = [
        one
        for month in MONTHS
        for one in (
            replace(rent(month, 6_000), counterparty="landlord"),
            replace(wage(month), counterparty="employer"),
            replace(games(month, 200), counterparty="arcade"),
            drawn(month, 1_200),
        )
    ]
    (tmp_path / "household.toml").write_text(HOME, encoding="utf-8")
    (tmp_path / "bill.beancount").write_text(to_beancount(rows), encoding="utf-8")
    return tmp_path


def ask(home, *arguments, bill: str | None = "bill.beancount"):
    """Run the command on a household and its bill."""
    bills = [str(home / bill)] if bill else []
    return CliRunner().invoke(main, ["why", str(home / "household.toml"), *bills, *map(str, arguments)])


def test_the_answer_is_as_worked_out_by_hand(home):
    result = ask(home, "--owed", "loan", "2024-12-31", "0", "--json", *CORRECT)
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert found["format"] == "ashore-why/1"
    assert found["change"] == {"fen": 720_000, "low_fen": 720_000, "high_fen": 720_000}
    assert {one["cause"]: one["fen"] for one in found["parts"] if one["fen"]} == {
        "gap": 600_000,
        "habits": 120_000,
    }
    assert sum(one["fen"] for one in found["parts"]) == found["change"]["fen"]
    assert (found["cause"], found["remedies"]) == ("structural", ["relief", "budget"])
    habits = next(one for one in found["parts"] if one["cause"] == "habits")
    lines = (home / "bill.beancount").read_text(encoding="utf-8").splitlines()
    assert len(habits["evidence"]) == 6
    assert all("arcade" in lines[one["row"] - 1] for one in habits["evidence"])


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            [
                "grew by ¥7,200",
                "Saving alone does not close such a gap",
                "A budget can change this part",
                "For your eyes alone",
            ],
        ),
        ("zh", ["多了 ¥7,200", "光靠节省补不上", "从做一份预算开始", "只给你自己看"]),
    ],
)
def test_it_is_said_calmly_and_for_the_person_alone(home, language, said):
    result = ask(home, "--owed", "loan", "2024-12-31", "0", "--lang", language, *CORRECT)
    text = "".join(result.stdout.split()) if language == "zh" else " ".join(result.stdout.split())
    for sentence in said:
        assert ("".join(sentence.split()) if language == "zh" else sentence) in text
    assert 'cause="structural"' in "".join(result.stdout.split())
    assert not any(code in result.stdout for code in ("why-", "None"))


def test_the_payments_are_shown_when_asked_for_only(home):
    assert "2025" in ask(home, "--rows", "--lang", "en", *CORRECT).stdout.split("The payments behind it")[1]
    assert "The payments behind it" not in ask(home, "--lang", "en", *CORRECT).stdout


def test_the_file_is_never_changed_and_nothing_is_written(home):
    before = {path.name: path.read_bytes() for path in home.iterdir()}
    ask(home, "--rows", *CORRECT)
    assert {path.name: path.read_bytes() for path in home.iterdir()} == before


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_missing_is_said_and_is_no_answer(home, language):
    result = ask(home, "--lang", language, bill=None)
    assert result.exit_code == 1
    assert {"en": "Not enough to say why", "zh": "还说不清原因"}[language] in result.stdout
    found = json.loads(ask(home, "--json", bill=None).stdout)
    assert (found["answered"], found["parts"]) == (False, [])
    assert found["lacks"][0] == {"code": "why-lacks-months", "facts": {"have_nmonths": 0, "more_nmonths": 3}}


@pytest.mark.parametrize(
    "typed",
    [
        ("--owed", "loan", "yesterday", "0"),
        ("--owed", "loan", "2024-12-31", "many"),
        ("--owed", "loan", "2024-12-31", "-1"),
        ("--owed", "other", "2024-12-31", "1"),
        ("--cash", "2024-12-31", "1.001"),
        ("--cash", "2024-12-31", "1e400"),
    ],
)
def test_what_cannot_be_read_is_bad_input(home, typed):
    result = ask(home, *typed)
    assert result.exit_code == 2
    assert result.stderr.strip()


STATEMENT = """due date,principal,interest,amount paid,paid on,principal left
2024-12-31,100.00,0.00,100.00,2024-12-31,{left}
"""


def test_a_statement_says_what_was_owed_as_the_person_would(home):
    """A figure that the person types for the same day comes after the statement's."""
    statement = home / "statement.csv"
    statement.write_text(STATEMENT.format(left="400.00"), encoding="utf-8")
    read = ask(home, "--statement", "loan", statement, "--json", "--lang", "en", *CORRECT)
    said = ask(home, "--owed", "loan", "2024-12-31", "400", "--json", *CORRECT)
    assert json.loads(read.stdout) == json.loads(said.stdout)
    assert json.loads(read.stdout)["change"]["fen"] == 680_000
    assert "says what was owed on Loan" in " ".join(read.stderr.split())
    typed = ("--statement", "loan", statement, "--owed", "loan", "2024-12-31", "0", "--json")
    assert json.loads(ask(home, *typed, *CORRECT).stdout)["change"]["fen"] == 720_000


def test_a_statement_that_says_nothing_certain_changes_nothing(home):
    statement = home / "statement.csv"
    statement.write_text(
        "date,type,amount,principal left\n2024-12-31,payment,100.00,400.00\n", encoding="utf-8"
    )
    read = ask(home, "--statement", "loan", statement, "--json", "--lang", "zh", *CORRECT)
    assert json.loads(read.stdout) == json.loads(ask(home, "--json", *CORRECT).stdout)
    assert "没有用上" in "".join(read.stderr.split())


def test_a_statement_that_cannot_be_read_is_bad_input(home):
    statement = home / "statement.csv"
    statement.write_text("a,b\n1,2\n", encoding="utf-8")
    result = ask(home, "--statement", "loan", statement, *CORRECT)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.strip()
    assert ask(home, "--statement", "other", statement).exit_code == 2


def test_cash_that_no_payment_took_is_not_explained(home):
    typed = ("--owed", "loan", "2024-12-31", "0", "--cash", "2024-12-31", "500", "--json")
    parts = {one["cause"]: one["fen"] for one in json.loads(ask(home, *typed, *CORRECT).stdout)["parts"]}
    assert (parts["cash"], parts["not-explained"]) == (-50_000, 50_000)


def test_a_word_of_the_shell_in_a_bill_stays_text(home):
    nasty = replace(row(MONTHS[0], 3, 10), counterparty="\x1b[31m<script>=1+1")
    (home / "nasty.beancount").write_text(to_beancount([nasty]), encoding="utf-8")
    result = ask(home, str(home / "nasty.beancount"), "--rows", *CORRECT)
    assert "script" not in result.output

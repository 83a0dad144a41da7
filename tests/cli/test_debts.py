"""`ashore debts`: the worked example of the specification, in both languages and as JSON."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from ashore.cli import main

FILE = """
format = "ashore/1"
[household]
as_of = 2026-11-23
cash = 100.00
[[debt]]
id = "wsd"
name = "网商贷"
creditor = "浙江网商银行"
product = "cn/mybank-wangshangdai"
balance = 86000.00
rate = "0.045%/day"
method = "equal-principal"
periods_left = 7
due_day = 15
penalty = "x1.5"
compound = true
arrears = {since = 2026-09-15}
"""


@pytest.fixture
def household(tmp_path: Path) -> Path:
    """Return the file on disk."""
    path = tmp_path / "household.toml"
    path.write_text(FILE, encoding="utf-8")
    return path


def test_the_split_is_that_of_the_specification(household: Path) -> None:
    """Principal 25,800.00, interest 3,204.36 and penalty 761.94 are rebuilt from three dues missed."""
    result = CliRunner().invoke(main, ["debts", str(household), "--json"])
    assert result.exit_code == 0, result.output
    debt = json.loads(result.stdout)["debts"][0]
    assert debt["overdue_principal_fen"] == 25_800_00
    assert debt["overdue_interest_fen"] == 3_204_36
    assert debt["penalty_fen"] + debt["compound_fen"] == 761_94
    assert debt["penalty_fen"] == 673_39
    assert debt["days_past_due"] == 69
    # 60,200 of principal is not overdue: 8 days since 15 November at 0.045 % are 216.72
    assert debt["interest_fen"] - debt["overdue_interest_fen"] == 216_72
    assert (debt["next_due"], debt["next_fen"]) == ("2026-12-15", 8_600_00 + 216_72 + 595_98)
    assert debt["owed_fen"] == 86_000_00 + 3_204_36 + 216_72 + 761_94


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", ["本金 ¥86,000", "罚息 ¥673.39", "复利 ¥88.55", "已逾期 69 天", "16.2%"]),
        ("en", ["principal ¥86,000", "¥673.39"]),
    ],
)
def test_every_part_is_named(household: Path, language: str, words: list[str]) -> None:
    """The six parts are apart, in both languages, within 80 columns."""
    result = CliRunner().invoke(main, ["debts", str(household), "--lang", language])
    assert result.exit_code == 0, result.output
    for word in words:
        assert word in result.output


def test_a_file_that_cannot_be_read_ends_with_2(tmp_path: Path) -> None:
    """A missing file and a broken one say so and end with 2."""
    assert CliRunner().invoke(main, ["debts", str(tmp_path / "none.toml")]).exit_code == 2
    broken = tmp_path / "broken.toml"
    broken.write_text("format = ashore", encoding="utf-8")
    assert CliRunner().invoke(main, ["debts", str(broken)]).exit_code == 2


PARTS = "since = 2026-09-15, principal = 25800.00, interest = 3204.36, penalty = 761.94"


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh", "逾期天数从最早那期"), ("en", "its days count from the oldest due")],
)
@pytest.mark.parametrize(
    ("arrears", "said"),
    [
        (PARTS, True),
        (PARTS.replace("09-15", "10-15"), True),
        (PARTS.replace("09-15", "11-15"), False),
        ("since = 2026-09-15", False),
    ],
)
def test_several_dues_typed_as_one_sum_are_said_to_count_from_the_oldest(
    household: Path, language: str, words: str, arrears: str, said: bool
) -> None:
    """What fell due in November alone is one instalment; what is rebuilt from the contract stands due by due."""
    household.write_text(FILE.replace("since = 2026-09-15", arrears), encoding="utf-8")
    told = CliRunner().invoke(main, ["debts", str(household), "--lang", language]).output
    assert ("".join(words.split()) in "".join(told.split())) is said

"""`ashore audit`: where it begins when a statement tells of a part of the loan, and how many instalments it takes."""

import pytest

from cli.test_audit_real_cases import HEAD, answer, audited, flat

PART = (
    HEAD
    + """id = "li"
name = "某贷款"
creditor = "某银行"
lender_kind = "bank"
balance = 86000.00
rate = "0.045%/day"
method = "equal-principal"
periods_left = 7
due_day = 15
penalty = "x1.5"
compound = true
source = {rate = "contract", method = "contract", penalty = "contract", compound = "contract"}
"""
)
OVERDUE = """\
应还日期,应还本金,应还利息,罚息,剩余本金
2026-09-15,8600,1199.70,456.42,
2026-10-15,8600,1044.90,253.90,
2026-11-15,8600,959.76,51.62,
"""


def test_the_overdue_instalments_alone_are_not_taken_for_all_that_was_lent(tmp_path):
    """Seven more are to come: 3 × 8,600 is not the loan, and right interest would look three times too dear."""
    result = audited(tmp_path, PART, OVERDUE, "--lang", "zh")
    assert result.exit_code == 2
    assert "没有写借了多少" in flat(result.stderr)


def test_a_statement_that_begins_later_says_so_where_the_file_says_what_was_lent(tmp_path):
    lent = PART.replace("rate = ", "original = 120000.00\nstart = 2026-04-15\nrate = ", 1)
    result = audited(tmp_path, lent, OVERDUE, "--lang", "zh")
    assert result.exit_code == 2
    assert "不是从第一期开始的" in flat(result.stderr)


@pytest.mark.parametrize("more", ["", "original = 120000.00\nstart = 2026-04-15\n"])
def test_a_line_with_what_was_left_is_where_it_begins(tmp_path, more):
    """SPEC's worked arrears: 86,000.00 at the end of 15 August, three dues missed."""
    whole = OVERDUE.replace("\n", "\n2026-08-15,,,,86000\n", 1)
    result = audited(tmp_path, PART.replace("rate = ", more + "rate = ", 1), whole, "--json")
    assert result.exit_code == 0, result.output
    assert answer(result)["began"] == {"on": "2026-08-15", "principal_fen": 86_000_00, "periods": 10}


@pytest.mark.parametrize("heading", ["日期", "应还日期"])
@pytest.mark.parametrize("first", ["", "2026-09-15,,,10000\n", "2026-09-15,0,0,10000\n"])
def test_a_whole_schedule_says_how_many_instalments_there_are(tmp_path, heading, first):
    """Four of 2,500.00 and 1 % a month, whatever is typed of how many are left; a line of the first day is none."""
    rows = (
        "2026-10-15,2500,100,7500\n2026-11-15,2500,75,5000\n2026-12-15,2500,50,2500\n2027-01-15,2500,25,0\n"
    )
    file = PART.replace("0.045%/day", "12%/year").replace(
        "rate = ", "original = 10000.00\nstart = 2026-09-15\nrate = ", 1
    )
    text = f"{heading},应还本金,应还利息,剩余本金\n{first}{rows}"
    result = audited(tmp_path, file, text, "--plan", "--json")
    assert result.exit_code == 0, result.output
    assert answer(result)["began"]["periods"] == 4

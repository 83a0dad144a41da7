"""The next due of an overdue debt: what is overdue is not in it, and a card's minimum counts that as paid today."""

from fractions import Fraction

import pytest
from click.testing import CliRunner

from ashore.cli.main import main
from ashore.money import format_yuan
from needs import ROOT

FILE = str(ROOT / "src" / "ashore" / "examples" / "nothing-works.toml")
A_DAY = Fraction(5, 10_000)


def told(language: str) -> list[str]:
    """Return what is said of each debt's next due, in file order."""
    head = {"zh": "下一期", "en": "Next due"}[language]
    answer = CliRunner().invoke(main, ["debts", FILE, "--lang", language])
    return [line.strip() for line in answer.output.splitlines() if line.strip().startswith(head)]


def rounded(fen: Fraction) -> int:
    """Return whole fen, half up."""
    return (2 * fen.numerator + fen.denominator) // (2 * fen.denominator)


@pytest.mark.parametrize(
    ("language", "apart", "cured"),
    [("zh", "逾期的不在里面", "逾期的今天补上的话"), ("en", "besides what is overdue", "is paid today")],
)
def test_of_six_debts_each_says_what_its_next_due_counts_on(language, apart, cured):
    """Three loans and two cards are overdue, the sister's money is not."""
    lines = told(language)
    kinds = ["apart" if apart in line else "cured" if cured in line else "plain" for line in lines]
    assert kinds == ["apart", "apart", "cured", "apart", "cured", "plain"]


def test_the_cards_minimum_is_a_tenth_of_what_stands_once_the_arrears_are_paid_today():
    """¥22,288 of principal for 7 days, ¥7,680 less of it for the 23 days to 16 December."""
    interest = rounded(2_228_800 * A_DAY * 7) + rounded((2_228_800 - 768_000) * A_DAY * 23)
    minimum = rounded(Fraction(2_228_800 - 768_000 + interest, 10))
    assert format_yuan(minimum) in told("zh")[2]

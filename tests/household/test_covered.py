"""One agreement that reaches several draws: named by their ids, or by the line they share."""

from datetime import date

import pytest

from ashore.household.covered import covered
from ashore.household.dumping import dump_household
from ashore.household.position import open_debt
from ashore.household.standing import standings_of
from ashore.planning.ask_options import asks_for
from ashore.planning.problem import problem_of
from household.files import CLEAN, HEAD, read

AS_OF = date(2026, 11, 23)


def draws(covers: str, status: str = "agreed-written") -> str:
    """Return a file with three draws of one line, the first deferred by three months with what it covers."""
    text = HEAD
    for name in ("first", "second", "third"):
        text += f"""
[[debt]]
id = "{name}"
name = "{name}"
creditor = "Bank"
line = "credit line"
balance = 1200.00
rate = "12%/year"
method = "interest-only"
periods_left = 6
due_day = 15
"""
        if name == "first":
            text += f"""
[[debt.concession]]
kind = "defer"
months = 3
status = "{status}"
fee = 10.00
covers = {covers}
"""
    return text


def first_dues(text: str) -> list[str]:
    """Return the day of each debt's next due."""
    return [str(one.next_due) for one in standings_of(read(text))]


@pytest.mark.parametrize(
    ("covers", "dues"),
    [
        ('["first"]', ["2027-03-15", "2026-12-15", "2026-12-15"]),
        ('["second", "second"]', ["2027-03-15", "2027-03-15", "2026-12-15"]),
        ('["credit line"]', ["2027-03-15"] * 3),
    ],
)
def test_what_is_in_writing_reaches_the_draws_it_covers(covers: str, dues: list[str]) -> None:
    """Three dues fall away of each draw that is named, and of no other."""
    assert first_dues(draws(covers)) == dues


def test_what_is_only_offered_reaches_nothing_yet() -> None:
    """Each draw is due in December."""
    assert first_dues(draws('["credit line"]', "offered")) == ["2026-12-15"] * 3


def test_what_is_to_be_asked_may_name_a_line() -> None:
    """It reaches all three draws, none twice."""
    problem = problem_of(read(draws('["credit line", "second"]', "to-ask")), 12)
    found = [ask.offer.members for ask in asks_for(problem, 0, {}) if ask.offer.place == 0]
    assert found == [(0, 1, 2)]


def test_a_name_that_is_not_there_reaches_nothing() -> None:
    """As where the draw it names was set aside."""
    debts = read(draws('["second"]')).debts
    assert covered(debts[:1], 0, debts[0].concessions[0]) == ()


def test_a_file_says_that_no_instalment_is_left() -> None:
    """All 12,000.00 has fallen due; written anew it reads as the same."""
    text = CLEAN.replace("periods_left = 12", "periods_left = 0").replace(
        "due_day = 15", "due_day = 15\narrears = {since = 2026-11-15, principal = 12000.00}"
    )
    household = read(text)
    assert "periods_left = 0" in dump_household(household)
    assert read(dump_household(household)) == household
    assert open_debt(household.debts[0], AS_OF).arrears_fen == 12000_00

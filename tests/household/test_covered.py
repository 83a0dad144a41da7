"""One agreement that reaches several draws: named by their ids, or by the line they share."""

from dataclasses import replace
from datetime import date

import pytest

from ashore.household.covered import covered
from ashore.household.dumping import dump_household
from ashore.household.model import Debt
from ashore.household.position import open_debt, owed_fen
from ashore.household.standing import standings_of
from ashore.loans.account import TermAccount
from ashore.loans.settlement import SettlingAccount
from ashore.loans.terms import Arrears
from ashore.planning.ask_options import asks_for
from ashore.planning.closing import settlements_of
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


LATE = """
[[debt]]
id = "{name}"
name = "{name}"
creditor = "Bank"
line = "credit line"
balance = {balance}.00
rate = "0%/year"
method = "{method}"
periods_left = 10
due_day = 15
stage = "overdue"
arrears = {{since = 2026-10-15, principal = 0.00, interest = 300.00, penalty = {penalty}.00}}
"""
AGREED = """
[[debt.concession]]
kind = "{kind}"
status = "{status}"
covers = ["credit line"]
{more}
"""


def two_late(
    kind: str, more: str, status: str = "agreed-written", method: str = "equal-principal"
) -> tuple[Debt, Debt]:
    """Return two draws on which 30,400.00 and 10,600.00 are owed, the first with what was agreed about both."""
    text = HEAD + LATE.format(name="first", balance=30000, penalty=100, method=method)
    text += AGREED.format(kind=kind, status=status, more=more)
    first, second = read(text + LATE.format(name="second", balance=10000, penalty=300, method=method)).debts
    assert [owed_fen(one, AS_OF) for one in (first, second)] == [30_400_00, 10_600_00]
    return first, second


@pytest.mark.parametrize("status", ["agreed-written", "offered"])
def test_one_settlement_of_two_draws_asks_its_amount_once(status: str) -> None:
    """20,000.00 × 304 / 410 = 14,829.268…, × 106 / 410 = 5,170.731…: whole fen, the one left over to the first."""
    debts = two_late("settle", "amount = 20000.00\nuntil = 2027-01-31", status)
    told = [[one.fen for one in settlements_of(debt, AS_OF)] for debt in debts]
    assert told == [[14_829_27], []]
    accounts = [open_debt(debt, AS_OF) for debt in debts]
    settling = [account for account in accounts if isinstance(account, SettlingAccount)]
    asked = [[one.fen for one in account.sums] for account in settling]
    assert asked == ([[14_829_27], [5_170_73]] if status == "agreed-written" else [])


def test_a_share_of_what_is_owed_is_a_share_of_each() -> None:
    """Half of 30,400.00 and half of 10,600.00."""
    debts = two_late("settle", 'percent = "50%"\nuntil = 2027-01-31')
    accounts = [open_debt(debt, AS_OF) for debt in debts]
    assert [account.payoff_fen() for account in accounts] == [15_200_00, 5_300_00]


def test_one_instalment_agreed_for_two_draws_is_shared() -> None:
    """1,025.00 a month: 760.00 and 265.00, as 304 to 106."""
    debts = two_late("extend", "months = 60\npayment = 1025.00", method="level-payment")
    accounts = [open_debt(debt, AS_OF) for debt in debts]
    terms = [account for account in accounts if isinstance(account, TermAccount)]
    assert [account.payment_fen for account in terms] == [760_00, 265_00]


def test_what_is_waived_of_a_part_is_waived_once() -> None:
    """200.00 of 100.00 and 300.00 of penalty interest: 50.00 and 150.00; all of it where no amount is named."""
    debts = two_late("waive", "penalty = 200.00")
    assert [open_debt(debt, AS_OF).owed().penalty_fen for debt in debts] == [50_00, 150_00]
    debts = two_late("waive", 'penalty = "all"')
    assert [open_debt(debt, AS_OF).owed().penalty_fen for debt in debts] == [0, 0]


def test_a_file_with_one_agreement_about_two_draws_reads_as_it_was_written() -> None:
    """What falls to each is worked out anew, the file keeps the agreement's own sums."""
    text = HEAD + LATE.format(name="first", balance=30000, penalty=100, method="bullet")
    text += AGREED.format(
        kind="settle", status="agreed-written", more="amount = 20000.00\nuntil = 2027-01-31"
    )
    household = read(text + LATE.format(name="second", balance=10000, penalty=300, method="bullet"))
    written = dump_household(household)
    assert written.count("amount = 20000.00") == 1
    assert read(written) == household


def test_what_is_owed_on_a_card_holds_its_arrears() -> None:
    """12,000.00 is all of it, 45.00 of late interest and damages too; on a loan they come on top."""
    text = CLEAN.replace(
        'method = "level-payment"\nperiods_left = 12', 'method = "revolving"\nminimum = {percent = "10%"}'
    )
    late = Arrears(date(2026, 11, 15), 100_00, interest_fen=30_00, damages_fen=15_00)
    debts = [replace(read(one).debts[0], arrears=late) for one in (text, CLEAN)]
    assert (late.beyond_fen, late.total_fen) == (45_00, 145_00)
    assert [owed_fen(one, AS_OF) for one in debts] == [12_000_00, 12_045_00]

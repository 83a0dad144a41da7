"""Arrears rebuilt from the contract: from the day the money came, on working days, called by the lender."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from ashore.dates import WorkingDays
from ashore.household.model import Debt
from ashore.household.position import arrears_of
from ashore.loans.ledger import replay
from ashore.loans.opening import open_account, rebuild_arrears
from ashore.loans.terms import Arrears, Event, Grace, Instalment, Minimum, Opening, Penalty, Terms
from ashore.loans.yearly.conventions import YearlyRate, nominal
from ashore.money import Rate

AS_OF = date(2026, 11, 23)
PENALTY = Penalty(Fraction(3, 2))
DAILY = Rate(Decimal("0.0005"), "day")
LOAN = Terms("equal-principal", DAILY, accrual="daily", due_day=15, penalty=PENALTY)
CALL = Event(date(2026, 10, 20), "accelerate")


def debt(*events: Event, arrears: Arrears | None = None) -> Debt:
    """Return ¥12,000 with ten instalments to come on 23 November."""
    return Debt(
        "loan",
        "loan",
        "bank",
        LOAN,
        12000_00,
        periods_left=10,
        arrears=arrears,
        arrears_typed=False,
        events=events,
    )


def test_interest_of_the_first_due_missed_runs_from_the_first_day() -> None:
    """Money came on 25 September: 20 days on 12,000 are 120.00; then 31 on 11,000 are 170.50."""
    missed = rebuild_arrears(LOAN, 12000_00, 10, date(2026, 10, 15), AS_OF, date(2026, 9, 25))
    assert [one.interest_fen for one in missed] == [120_00, 170_50]


@pytest.mark.parametrize("since", [date(2026, 10, 5), date(2026, 10, 9)])
def test_rebuilt_dues_move_to_the_working_day(since: date) -> None:
    """5 October lies in the holidays: the due of 1,000 moved to the 9th, 45 days of 0.075 % are 33.75."""
    holidays = frozenset(date(2026, 10, 1) + timedelta(days=index) for index in range(8))
    terms = Terms(
        "equal-principal",
        DAILY,
        accrual="daily",
        due_day=5,
        penalty=PENALTY,
        shift="next-working-day",
    )
    first, second = rebuild_arrears(terms, 12000_00, 10, since, AS_OF, None, WorkingDays(holidays))
    assert (first.since, first.principal_fen, first.penalty_fen) == (date(2026, 10, 9), 1000_00, 33_75)
    assert (first.interest_fen, second.since) == (180_00, date(2026, 11, 5))


def test_what_the_lender_called_is_late_from_that_day() -> None:
    """1,000 since 15 October (39 days: 29.25) and 11,000 with 5 days' interest since the 20th (34 days: 280.50)."""
    missed = arrears_of(debt(CALL, arrears=Arrears(date(2026, 10, 15))), AS_OF)
    assert [(one.since.day, one.principal_fen, one.interest_fen, one.penalty_fen) for one in missed] == [
        (15, 1000_00, 180_00, 29_25),
        (20, 11000_00, 27_50, 280_50),
    ]


def test_a_debt_called_before_any_due_was_missed_is_late_from_that_day() -> None:
    """12,000 since 20 October: 5 days' interest 30.00, 34 days' penalty 306.00."""
    (called,) = arrears_of(debt(CALL), AS_OF)
    assert (called.since, called.principal_fen) == (CALL.on, 12000_00)
    assert (called.interest_fen, called.penalty_fen) == (30_00, 306_00)


def test_a_typed_schedule_is_rebuilt_from_the_row_missed() -> None:
    """The row of 20 September was paid; the one of 15 October was not."""
    rows = (
        Instalment(date(2026, 9, 20), 1000_00, 40_00),
        Instalment(date(2026, 10, 15), 1000_00, 30_00),
        Instalment(date(2027, 1, 20), 2000_00, 20_00),
    )
    terms = Terms("schedule", DAILY, due_day=15, schedule=rows)
    (missed,) = rebuild_arrears(terms, 3000_00, 1, date(2026, 10, 15), AS_OF, None)
    assert (missed.principal_fen, missed.interest_fen) == (1000_00, 30_00)


def test_a_rate_is_found_for_a_loan_of_fifty_years() -> None:
    """1 % a month for ever is 1 % a month, however many months there are."""
    found = nominal([(0, 100_00), *((month, -1_00) for month in range(1, 601))])
    assert isinstance(found, YearlyRate)
    assert float(found.rate) == pytest.approx(0.12, abs=12e-4)


def test_a_called_sum_is_older_than_a_due_moved_past_it() -> None:
    """A Saturday's due moves to Monday; what is called on the Saturday is paid first."""
    saturday = date(2025, 10, 11)
    terms = Terms("equal-principal", Rate(Decimal(0), "year"), due_day=11, shift="next-working-day")
    opening = Opening(date(2025, 10, 1), 1000_00, 4, date(2025, 9, 11))
    events = [Event(saturday, "accelerate"), Event(date(2025, 10, 20), "payment", 750_00)]
    account = replay(terms, opening, events, date(2025, 10, 20)).account
    assert (account.owed().principal_fen, account.days_past_due) == (250_00, 7)


CARD = Terms(
    "revolving", DAILY, accrual="daily", due_day=15, minimum=Minimum(Fraction(1, 10), floor_fen=100_00)
)


def test_a_missed_minimum_moves_to_the_working_day_and_has_its_grace() -> None:
    """15 November is a Sunday: the minimum counts from Monday; with 10 days of grace it is not late by the 23rd."""
    sunday = date(2026, 11, 15)
    terms = replace(CARD, shift="next-working-day", grace=Grace(10, "waive"))
    (due,) = rebuild_arrears(terms, 12000_00, 0, sunday, AS_OF, None)
    assert (due.since, due.principal_fen, due.late) == (date(2026, 11, 16), 1200_00, False)
    account = open_account(terms, Opening(AS_OF, 12000_00, 0, sunday, (due,)))
    assert (account.due_fen, account.arrears_fen) == (1200_00, 0)
    account.advance(date(2026, 11, 27))
    assert (account.arrears_fen, account.days_past_due) == (1200_00, 11)


def test_a_called_card_is_late_from_the_call() -> None:
    """The minimum of 15 October and, from the 20th, the rest of the balance."""
    missed = rebuild_arrears(CARD, 12000_00, 0, date(2026, 10, 15), AS_OF, None, called=CALL.on)
    assert [(one.since, one.principal_fen) for one in missed] == [
        (date(2026, 10, 15), 1200_00),
        (CALL.on, 10800_00),
    ]

"""What a lender's statement says was owed: only where it is surely all of it, as read off the statement by hand."""

from datetime import date

import pytest

from ashore.diagnosis.asked import OwedOn
from ashore.diagnosis.stated import joined, owed_in, unsure_days
from ashore.importers.statement.reading import read_statement
from planning.small import debt

AS_OF = date(2026, 11, 23)
HEAD = "应还日期,应还本金,应还利息,罚息,实还金额,实还日期,剩余本金\n"
PAID = "2026-01-10,1000.00,100.00,0.00,1100.00,2026-01-10,9000.00\n"
NEXT = "2026-02-10,1000.00,90.00,0.00,1090.00,2026-02-08,8000.00\n"
LATE = "2026-02-10,1000.00,90.00,5.00,1095.00,2026-02-20,8000.00\n"
UNPAID = "2026-02-10,1000.00,90.00,0.00,,,8000.00\n"
THIRD = "2026-03-10,1000.00,80.00,0.00,1080.00,2026-03-10,7000.00\n"


def owed(text):
    statement = read_statement(text.encode(), AS_OF).statement
    assert statement is not None
    return [(one.on, one.fen) for one in owed_in("loan", statement)]


def test_the_principal_left_while_everything_was_paid():
    assert owed(HEAD + PAID + NEXT + THIRD) == [
        (date(2026, 1, 10), 900_000),
        (date(2026, 2, 10), 800_000),
        (date(2026, 3, 10), 700_000),
    ]


@pytest.mark.parametrize("second", [LATE, UNPAID])
def test_nothing_from_the_first_due_on_that_was_late_or_is_open(second):
    """What was late added penalty, and what is open is owed beside the principal of the dues to come."""
    assert owed(HEAD + PAID + second + THIRD) == [(date(2026, 1, 10), 900_000)]


def test_a_figure_of_all_that_is_owed_counts_as_it_stands():
    text = "日期,类型,金额,欠款总额\n2026-01-10,罚息,5.00,9105.00\n2026-02-10,还款,105.00,9000.00\n"
    assert owed(text) == [(date(2026, 1, 10), 910_500), (date(2026, 2, 10), 900_000)]


def test_a_statement_that_lists_no_dues_says_the_principal_alone():
    assert owed("日期,类型,金额,剩余本金\n2026-01-10,还款,1000.00,9000.00\n") == []


def test_it_is_of_the_debt_that_was_named():
    statement = read_statement((HEAD + PAID).encode(), AS_OF).statement
    assert statement is not None
    assert owed_in("car", statement) == (OwedOn("car", date(2026, 1, 10), 900_000),)


@pytest.mark.parametrize(
    ("rows", "days"),
    [
        (PAID + NEXT + THIRD, []),
        (PAID + LATE + THIRD, [date(2026, 2, 20), date(2026, 3, 10)]),
        (PAID + UNPAID, []),
    ],
)
def test_the_days_that_are_left_out_are_known(rows, days):
    statement = read_statement((HEAD + rows).encode(), AS_OF).statement
    assert statement is not None
    assert [*unsure_days(statement)] == days


def test_of_two_sums_for_one_day_the_fresh_one_counts_and_the_days_are_in_order():
    first, second, third = (date(2026, month, 10) for month in (1, 2, 3))
    kept = [OwedOn("loan", third, 7), OwedOn("loan", first, 9)]
    assert joined(kept, [OwedOn("loan", first, 8), OwedOn("loan", second, 6)]) == (
        OwedOn("loan", first, 8),
        OwedOn("loan", second, 6),
        OwedOn("loan", third, 7),
    )
    assert joined([], []) == ()


def test_each_bill_of_a_card_says_all_that_is_owed_on_its_day():
    rows = (
        "日期,类型,金额\n2026-03-05,账单,1200.00\n2026-03-05,最低还款,120.00\n2026-03-20,还款,1000.00\n"
        "2026-04-05,利息,12.00\n2026-04-05,账单,212.00\n2026-04-05,最低还款,21.20\n"
    )
    statement = read_statement(rows.encode(), AS_OF, debt=debt("card", 212, method="revolving")).statement
    assert statement is not None
    assert owed_in("card", statement) == (
        OwedOn("card", date(2026, 3, 5), 1_200_00),
        OwedOn("card", date(2026, 4, 5), 212_00),
    )
    assert unsure_days(statement) == ()

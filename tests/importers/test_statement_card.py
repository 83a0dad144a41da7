"""A card's statement as people copy it: bills, minimums, purchases and payments, by the day they were posted."""

from datetime import date

from ashore.importers.statement.reading import read_statement
from ashore.loans.audit.bills import Bill, Card, Posted
from ashore.loans.audit.stated import ALL, Claim
from ashore.loans.parts import DAMAGES, INTEREST
from importers.statements import AS_OF, CARD, faults

HEAD = "交易日期,记账日期,类型,金额,最低还款额,到期还款日\n"
ROWS = (
    HEAD
    + "2026-05-09,2026-05-10,消费,600,,\n,2026-06-05,账单,600,60,2026-06-25\n2026-06-26,2026-06-26,还款,60,,\n"
    "2026-06-30,2026-06-30,取现,200,,\n,2026-07-05,利息,18,,\n,2026-07-05,利息,1.5,,\n,2026-07-05,违约金,3,,\n"
    ",2026-07-05,账单,762.50,76.25,2026-07-25\n"
)


def card_of(text):
    """Return the statement of a card without fault."""
    reading = read_statement(text.encode(), AS_OF, debt=CARD)
    assert reading.statement is not None, reading.findings
    return reading.statement


def test_bills_and_postings():
    """The day something was posted counts, not the day it was bought; 600 + 200 + 19.50 + 3 − 60 = 762.50."""
    statement = card_of(ROWS)
    june, july = date(2026, 6, 5), date(2026, 7, 5)
    assert statement.card == Card(
        (
            Bill(3, june, 600_00, date(2026, 6, 25), 60_00, 3),
            Bill(9, july, 762_50, date(2026, 7, 25), 76_25, 9),
        ),
        (
            Posted(2, date(2026, 5, 10), "bought", 600_00),
            Posted(4, date(2026, 6, 26), "paid", 60_00),
            Posted(5, date(2026, 6, 30), "cash", 200_00),
            Posted(6, july, "interest", 18_00),
            Posted(7, july, "interest", 1_50),
            Posted(8, july, "damages", 3_00),
        ),
    )
    assert statement.claims == (
        Claim(3, "minimum", june, 60_00, ALL),
        Claim(9, "minimum", july, 76_25, ALL),
        Claim(7, "charged", july, 19_50, (INTEREST,)),
        Claim(8, "charged", july, 3_00, (DAMAGES,)),
    )
    assert [(one.total_fen, one.parts_fen) for one in statement.sums] == [(762_50, 762_50)]


def test_a_minimum_in_a_line_of_its_own():
    statement = card_of("日期,类型,金额\n2026-06-05,账单,600\n2026-06-05,最低还款,60\n2026-07-05,账单,600\n")
    assert statement.card is not None
    assert [(one.minimum_fen, one.minimum_line) for one in statement.card.bills] == [(60_00, 3), (None, 4)]


def test_money_drawn_on_several_days_is_no_fault_of_a_card():
    rows = (
        "日期,类型,金额\n2026-06-01,借款,600\n2026-06-05,账单,600\n2026-06-20,借款,100\n2026-07-05,账单,700\n"
        "2026-07-05,最低还款,70\n"
    )
    assert faults(rows, CARD) == []


def test_interest_on_cash_in_a_line_of_its_own_is_a_figure_of_its_own():
    statement = card_of(
        "日期,类型,金额\n2026-06-05,账单,600\n2026-06-10,预借现金,200\n2026-07-05,取现利息,3\n"
        "2026-07-05,利息,2\n2026-07-05,账单,805\n"
    )
    assert [(one.line, one.fen, one.parts) for one in statement.claims] == [
        (5, 2_00, (INTEREST,)),
        (4, 3_00, (INTEREST,)),
    ]

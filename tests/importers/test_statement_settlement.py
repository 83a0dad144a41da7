"""A settlement in a statement as lenders write it: what was agreed, what each sum asks, what was waived in the end."""

from datetime import date

import pytest

from ashore.loans.audit.stated import ALL
from ashore.loans.settlement import Sum
from importers.statements import CARD, faults, read

HEAD = "日期,类型,金额,剩余本金\n2026-05-15,放款,86000,\n"
AGREED = HEAD + "2026-08-20,减免协议,60000,\n2026-09-10,协议应还,30000,\n2026-10-10,协议应还,30000,\n"
END = "2026-10-10,余额,0,\n"
PAID = "2026-09-10,协议还款,30000,\n2026-10-10,和解还款,30000,\n"


def happened(statement):
    """Return what a statement says happened, as (line, kind, day, sums)."""
    return [(one.line, one.event.kind, one.event.on, one.settled) for one in statement.events]


def test_an_agreement_with_its_sums_and_the_rest_waived():
    statement = read(AGREED + PAID + "2026-10-10,结清减免,20000,0\n")
    sums = (Sum(date(2026, 9, 10), 30_000_00), Sum(date(2026, 10, 10), 30_000_00))
    assert happened(statement) == [
        (6, "payment", date(2026, 9, 10), ()),
        (7, "payment", date(2026, 10, 10), ()),
        (3, "agree", date(2026, 8, 20), sums),
        (8, "close", date(2026, 10, 10), ()),
    ]
    assert [(one.line, one.kind, one.fen) for one in statement.claims] == [
        (8, "forgiven", 20_000_00), (8, "left", 0),
    ]  # fmt: skip
    assert [(one.line, one.total_fen, one.parts_fen) for one in statement.sums] == [(3, 60_000_00, 60_000_00)]


def test_one_sum_with_its_last_day_in_a_column():
    rows = "日期,类型,金额,最后还款日\n2026-05-15,放款,86000,\n2026-08-20,减免协议,60000,2026-09-10\n"
    statement = read(rows + "2026-09-10,还款,60000,\n2026-09-10,余额,0,\n")
    (agreed,) = [one for one in statement.events if one.settles]
    assert (agreed.event.on, agreed.settled) == (date(2026, 8, 20), (Sum(date(2026, 9, 10), 60_000_00),))


def test_parts_that_are_not_what_was_agreed():
    (found,) = read(AGREED.replace("60000", "61000") + PAID + END).sums
    assert (found.line, found.total_fen, found.parts_fen) == (3, 61_000_00, 60_000_00)


def test_what_was_waived_on_one_day_is_one_figure():
    rows = "日期,类型,金额,本金\n2026-05-15,放款,86000,\n2026-09-10,还款,60000,\n"
    rows += "2026-09-10,减免本金,20000,\n2026-09-10,减免,1500,500\n"
    claims = [one for one in read(rows).claims if one.kind == "forgiven"]
    assert [(one.line, one.fen, one.parts) for one in claims] == [(4, 21_500_00, ALL)]


@pytest.mark.parametrize(
    ("rows", "kinds"),
    [
        ("2026-09-10,还款,60000,20000\n2026-09-10,减免,20000,0\n", ["payment", "close"]),
        ("2026-09-10,还款,60000,\n2026-09-10,减免,20000,\n2026-09-10,余额,0,\n", ["payment", "close"]),
        ("2026-09-10,减免,300,0\n2026-09-12,还款,60,\n", ["waive", "payment"]),
        ("2026-09-10,减免,300,20000\n", ["waive"]),
        ("2026-09-10,减免,300,\n2026-09-09,余额,20000,\n", ["waive"]),
        ("2026-09-10,罚息减免,300,0\n", ["waive"]),
    ],
    ids=[
        "its own balance",
        "a balance of that day",
        "money came later",
        "something is left",
        "no balance",
        "penalty",
    ],
)
def test_a_waiver_is_of_all_the_rest_only_where_a_balance_of_nothing_says_so(rows, kinds):
    events = read(HEAD + rows).events
    assert sorted(one.event.kind for one in events) == sorted(kinds)


@pytest.mark.parametrize(
    ("rows", "code", "line"),
    [
        (AGREED + "2026-09-01,减免协议,50000,\n", "statement-settlement-twice", 6),
        (HEAD + "2026-08-20,减免协议,60000,\n", "statement-settlement-days", 3),
        (HEAD + "2026-09-10,协议应还,30000,\n", "statement-settlement-days", 3),
        (HEAD + "2026-09-10,减免本金,300,\n2026-09-12,还款,60,\n", "statement-forgiven-not-all", 3),
        (HEAD + "2026-09-10,结清减免,300,\n2026-09-12,余额,60,\n", "statement-forgiven-not-all", 3),
        (HEAD + "2026-09-10,结清减免,300,\n2026-09-12,结清减免,60,\n", "statement-forgiven-not-all", 3),
    ],
)
def test_what_cannot_be_told_of_a_settlement_stops(rows, code, line):
    assert faults(rows) == [("stop", code, line)]


def test_days_to_pay_listed_with_the_agreement_are_not_out_of_order():
    assert faults(AGREED + PAID + END) == []


def test_what_a_card_waives_lowers_its_bill():
    rows = "日期,类型,金额\n2026-06-05,账单,600\n2026-06-20,还款,400\n2026-06-20,结清减免,200\n2026-07-05,账单,0\n"
    statement = read(rows + "2026-07-05,最低还款,0\n", debt=CARD)
    assert [(one.total_fen, one.parts_fen) for one in statement.sums] == [(0, 0)]

"""Lines of a statement that belong together: totals, numbers, one instalment in two lines, draws, early repayments."""

from datetime import date

import pytest

from ashore.importers.statement.reading import read_statement
from ashore.loans.audit.stated import ALL, Early
from ashore.loans.parts import DAMAGES, FEES, INTEREST, PRINCIPAL
from importers.statements import AS_OF, DEBT, DUES, faults, read


def test_a_total_is_held_against_its_lines():
    """Line 7 adds up all four rows (18.00), line 4 the two above it, line 8 neither."""
    rows = (
        "应还日期,本金,利息\n2026-08-15,3,1\n2026-09-15,5,1\n小计,8,2\n2026-10-15,4,1\n2026-11-15,6,1\n"
        "合计,18,4\n总计,19,4\n"
    )
    assert [(one.line, one.of, one.total_fen, one.parts_fen) for one in read(rows).sums] == [
        (4, "本金", 8_00, 8_00), (4, "利息", 2_00, 2_00), (7, "本金", 18_00, 18_00), (7, "利息", 4_00, 4_00),
        (8, "本金", 19_00, 18_00), (8, "利息", 4_00, 4_00),
    ]  # fmt: skip


def test_a_subtotal_is_held_against_the_lines_since_the_one_before():
    rows = "应还日期,本金,利息\n2026-08-15,3,1\n小计,3,1\n2026-09-15,5,1\n小计,8,1\n"
    assert [(one.line, one.total_fen, one.parts_fen) for one in read(rows).sums if one.of == "本金"] == [
        (3, 3_00, 3_00),
        (5, 8_00, 5_00),
    ]


def test_columns_that_are_not_used_are_named_and_empty_ones_are_not():
    rows = "应还日期,本金,利息,经办,备注,\n2026-09-15,5,1,甲,,\n"
    (found,) = read_statement(rows.encode(), AS_OF).findings
    assert (found.code, found.facts) == ("statement-columns-unused", {"columns": ("经办",)})


@pytest.mark.parametrize("cells", ["1 2", "第1期 第2期", "01/12 02/12", "1/12 2/12"])
def test_numbers_however_they_are_written(cells):
    """The second is left out of three."""
    first, second = cells.split()
    third = second.replace("2", "3", 1)
    rows = f"期数,应还日期,本金,利息\n{first},2026-09-15,5,1\n{{}}{third},2026-11-15,5,1\n"
    assert faults(rows.format(f"{second},2026-10-15,5,1\n")) == []
    assert faults(rows.format("")) == [("stop", "statement-number-missing", 3)]


@pytest.mark.parametrize(
    ("rows", "principal", "payments"),
    [
        (["5,1,3,2026-09-15", "5,1,3,2026-09-16"], 5_00, [(15, 3_00), (16, 3_00)]),
        (["5,1,4,2026-09-15", "1,1,2,2026-09-16"], 5_00, [(15, 4_00), (16, 2_00)]),
        (["3,0,3,2026-09-15", "2,1,3,2026-09-16"], 5_00, [(15, 3_00), (16, 3_00)]),
        (["3,0,3,2026-09-15", "2,1,,"], 5_00, [(15, 3_00)]),
    ],
    ids=["said again", "what is left", "shares", "a share not paid"],
)
def test_an_instalment_in_two_lines_is_one(rows, principal, payments):
    statement = read(DUES + "".join(f"2026-09-15,{row}\n" for row in rows))
    assert [one.fen for one in statement.claims if one.parts == (PRINCIPAL,)] == [principal]
    assert [(one.event.on.day, one.event.amount_fen) for one in statement.events] == payments
    assert statement.instalments == 1


@pytest.mark.parametrize(
    "rows",
    [
        ["5,1,6,2026-09-15"] * 2,
        ["5,1,,"] * 2,
        ["5,1,3,2026-09-15", "4,1,,"],
        ["3,1,2,2026-09-15", "2,1,3,2026-09-16"],
    ],
    ids=["the same twice", "the same unpaid", "neither", "shares half paid"],
)
def test_lines_of_one_instalment_that_may_mean_two_things_stop(rows):
    found = faults(DUES + "".join(f"2026-09-15,{row}\n" for row in rows))
    assert ("stop", "statement-due-twice", 3) in found


def test_what_being_late_added_to_shares_is_added_up():
    rows = (
        "应还日期,本金,利息,罚息,实还金额,实还日期\n2026-09-15,3,0,0.10,3.10,2026-09-20\n"
        "2026-09-15,2,1,0.20,3.20,2026-09-25\n"
    )
    (late,) = [one for one in read(rows).claims if one.kind == "late"]
    assert (late.fen, late.on) == (30, date(2026, 9, 25))


def test_an_early_repayment_and_a_closing():
    rows = (
        "日期,类型,金额,本金,利息,违约金\n2026-09-20,提前还款,103.50,100,0.50,3\n2026-10-20,提前结清,901,,,\n"
    )
    statement = read(rows)
    assert [one.early for one in statement.events] == [
        Early(principal_fen=100_00, interest_fen=50),
        Early(closes=True),
    ]
    assert [(one.kind, one.fen, one.parts) for one in statement.claims] == [
        ("paid", 100_00, (PRINCIPAL,)),
        ("paid", 50, (INTEREST,)),
        ("paid", 3_00, (FEES, DAMAGES)),
        ("closing", 901_00, ALL),
    ]


AT_ONCE = (
    "期数,应还日期,本金,利息,实还金额,实还日期,剩余本金\n1,2026-08-15,5,1,6,2026-08-15,10\n"
    "2,2026-09-15,5,0.60,5.60,2026-08-20,5\n3,2026-10-15,5,0.30,5.30,2026-08-20,0\n"
)


def test_instalments_paid_before_their_days_on_one_day_to_the_last_closed_the_loan():
    statement = read(AT_ONCE)
    paid, closed = statement.events
    assert paid.early is None
    assert closed.early is not None
    assert (closed.early.closes, closed.event.amount_fen) == (True, 10_90)
    assert [(one.line, one.kind, one.fen) for one in statement.claims] == [
        (2, "due", 5_00), (2, "due", 1_00), (2, "left", 10_00),
        (3, "paid", 10_00), (3, "paid", 90), (3, "closing", 10_90), (3, "left", 0),
    ]  # fmt: skip
    assert statement.instalments == 3


def test_instalments_paid_ahead_of_a_loan_that_goes_on_closed_nothing():
    """The list ends before the loan does: nothing says that no principal is left."""
    statement = read(AT_ONCE.replace("2026-08-20,0\n", "2026-08-20,\n"))
    assert [one.early for one in statement.events] == [None] * 3


def test_a_draw_is_found_by_its_number_or_its_beginning():
    """The debt began on 15 May 2026 with 86,000.00 and is called wsd."""
    rows = (
        "日期,类型,金额,借据号\n2026-05-15,放款,86000.00,{}\n2026-08-20,放款,500.00,B2\n"
        "2026-08-30,还款,5,B2\n2026-09-01,利息,7,{}\n"
    )
    for name in ("wsd", "X9"):
        reading = read_statement(rows.format(name, name).encode(), AS_OF, debt=DEBT)
        assert reading.statement is not None
        assert (reading.statement.lent_fen, reading.statement.events) == (86_000_00, ())
        (other,) = reading.findings
        assert other.facts == {"draws": ("B2",), "read": name}

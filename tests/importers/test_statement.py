"""A lender's statement in every form it comes in, and every fault it may have, each with its line."""

import re
from dataclasses import replace
from datetime import date

import pytest

from ashore.errors import Finding
from ashore.importers.statement.reading import read_statement
from ashore.loans.audit.stated import Claim
from ashore.loans.parts import COMPOUND, DAMAGES, FEES, INTEREST, PENALTY, PRINCIPAL
from ashore.texts import say_finding
from ashore.texts.findings_statement import FINDINGS_STATEMENT
from importers.statements import AS_OF, CARD, DEBT, DUES, faults, read
from importers.workbooks import workbook

TABLE = """\
还款明细
期数,应还日期,应还本金(元),应还利息(元),罚息(元),应还总额(元),实还金额,还款日期,剩余本金
1,2026-09-15,"8,600.00",1199.70,6.61,"9,806.31",9806.31,2026-09-16,77400.00
2,2026-10-15,8600.00,1044.90,253.90,9898.80,,,
合计,,17200.00,2244.60,,,,,
"""
HAN = re.compile("[\u4e00-\u9fff]")


def test_a_table_of_instalments():
    """The first instalment was paid a day late; the second stands unpaid on the day of the file."""
    statement = read(TABLE)
    first, second, paid = date(2026, 9, 15), date(2026, 10, 15), date(2026, 9, 16)
    assert statement.claims == (
        Claim(3, "due", first, 8_600_00, (PRINCIPAL,)),
        Claim(3, "due", first, 1_199_70, (INTEREST,)),
        Claim(3, "late", paid, 6_61, (PENALTY, COMPOUND), first),
        Claim(3, "left", paid, 77_400_00),
        Claim(4, "due", second, 8_600_00, (PRINCIPAL,)),
        Claim(4, "due", second, 1_044_90, (INTEREST,)),
        Claim(4, "late", AS_OF, 253_90, (PENALTY, COMPOUND), second),
    )
    ((line, event),) = [(one.line, one.event) for one in statement.events]
    assert (line, event.on, event.kind, event.amount_fen) == (3, paid, "payment", 9_806_31)
    assert [(one.of, one.total_fen, one.parts_fen) for one in statement.sums] == [
        ("应还本金(元)", 17_200_00, 17_200_00),
        ("应还利息(元)", 2_244_60, 2_244_60),
    ]
    assert statement.instalments == 2


@pytest.mark.parametrize(
    "data",
    [
        TABLE.encode("gb18030"),
        TABLE.encode("utf-8-sig"),
        TABLE.encode("utf-16"),
        TABLE.replace("\n", "\r\n").encode(),
        TABLE.replace(",", "\t").replace('"8\t600.00"', "8600.00").replace('"9\t806.31"', "9806.31").encode(),
        TABLE.replace(",", "，")
        .replace('"8，600.00"', "8600.00")
        .replace('"9，806.31"', "¥9806.31")
        .encode(),
        TABLE.replace("2026-09-15", "2026/9/15 00:00:00").replace("2026-10-15", "20261015").encode(),
        TABLE.replace("1199.70", "１１９９．７０元").encode(),
    ],
    ids=["gbk", "bom", "utf-16", "crlf", "tabs", "full-width-commas", "times", "full-width-digits"],
)
def test_the_same_table_however_it_was_saved(data):
    reading = read_statement(data, AS_OF)
    assert reading.findings == ()
    assert reading.statement == read(TABLE)


def test_a_workbook_whose_first_sheet_is_something_else():
    notes = [["说明", "本表仅供参考"]]
    rows = [
        ["还款明细"],
        [
            "期数",
            "应还日期",
            "应还本金(元)",
            "应还利息(元)",
            "罚息(元)",
            "应还总额(元)",
            "实还金额",
            "还款日期",
            "剩余本金",
        ],
        [1, date(2026, 9, 15), 8600, 1199.7, 6.61, 9806.31, 9806.31, date(2026, 9, 16), 77400],
        [2, "2026-10-15", "8,600.00", 1044.9, 253.9, 9898.8, None, None, None],
    ]
    reading = read_statement(workbook(notes, rows), AS_OF)
    assert reading.findings == ()
    assert reading.statement == replace(read(TABLE), sums=())


def test_lines_typed_by_hand():
    statement = read(
        "日期 类型 金额\n2026-08-15 放款 86000\n2026-09-20 还款 5000\n2026-09-30 罚息 12.34\n2026-09-30 余额 81000\n"
    )
    assert (statement.lent_on, statement.lent_fen) == (date(2026, 8, 15), 86_000_00)
    assert [(one.kind, one.fen, one.parts) for one in statement.claims] == [
        ("charged", 12_34, (PENALTY, COMPOUND)),
        ("left", 81_000_00, (PRINCIPAL, INTEREST, PENALTY, COMPOUND, DAMAGES, FEES)),
    ]
    assert [(one.event.kind, one.event.amount_fen) for one in statement.events] == [("payment", 5_000_00)]


def test_a_running_account_keeps_penalty_and_compound_interest_apart_where_the_lender_does():
    statement = read(
        "日期,类型,金额\n2026-08-15,放款,1000\n2026-10-01,罚息,1.00\n2026-10-01,复利,0.10\n2026-10-02,违约金,5\n"
    )
    assert [one.parts for one in statement.claims] == [(PENALTY,), (COMPOUND,), (DAMAGES,)]


def test_money_kept_back_at_the_start_is_seen():
    statement = read(
        "date,kind,amount\n2026-01-05,disbursement,10000\n2026-01-05,received,9500\n2026-01-31,interest,5\n"
    )
    assert (statement.lent_fen, statement.received_fen) == (10_000_00, 9_500_00)


def test_a_schedule_keeps_its_balances():
    plan = "due date,principal,interest,balance\n2026-09-15,100,1,900\n"
    assert [one.kind for one in read(plan, planned=True).claims] == ["due", "due", "left"]
    assert [one.kind for one in read(plan).claims] == ["due", "due"]


def test_newest_first_is_in_order():
    assert faults("日期,类型,金额\n2026-09-20,利息,5\n2026-09-10,还款,5\n2026-08-15,放款,100\n") == []


def test_of_several_balances_of_a_day_the_last_counts_whichever_way_they_are_listed():
    rows = ["2026-09-15,还款,100,900", "2026-09-15,还款,100,800", "2026-09-20,利息,5,800"]
    for listed in (rows, rows[::-1]):
        statement = read("日期,类型,金额,剩余本金\n" + "\n".join(listed) + "\n")
        assert [(one.on.day, one.fen) for one in statement.claims if one.kind == "left"] == [
            (15, 800_00),
            (20, 800_00),
        ]


def test_postings_of_one_kind_on_one_day_are_one_figure():
    statement = read("日期,类型,金额\n2026-11-23,罚息,456.42\n2026-11-23,罚息,253.90\n")
    assert [(one.kind, one.fen) for one in statement.claims] == [("charged", 710_32)]


def test_what_is_partly_paid_is_late_until_the_file_s_day():
    rows = (
        "应还日期,应还本金,应还利息,罚息,实还金额,实还日期\n2026-09-15,8600,1199.70,281.34,5000,2026-10-01\n"
    )
    assert [one.on for one in read(rows).claims if one.kind == "late"] == [AS_OF]


def test_a_total_of_principal_and_interest_beside_what_was_late_is_no_wrong_sum():
    rows = "应还日期,本息合计,本金,利息,罚息\n2026-09-15,9799.70,8600,1199.70,456.42\n"
    assert read(rows).sums == ()
    total = rows.replace("本息合计", "应还金额")
    assert read(total).sums == ()
    (wrong,) = read(total.replace("9799.70,8600", "9800.70,8600")).sums
    assert (wrong.line, wrong.total_fen) == (2, 9_800_70)


HEAD = "日期,类型,金额\n2026-08-15,放款,1000.00\n2026-08-31,利息,1.00\n"
DRAWN = "日期,类型,金额,借据号\n2026-08-15,放款,1000.00,A1\n2026-08-20,放款,500.00,B2\n"
TWO = "日期,类型,金额,剩余本金\n2026-08-15,放款,1000,\n2026-09-15,放款,500,\n"
MANY = "日期,类型,金额,本金\n2026-08-15,放款,171,\n2026-09-20,放款,171,\n" + "".join(
    f"2026-10-{day:02},还款,{2 * day},{2 * day}\n" for day in range(1, 19)
)
SETTLED = "日期,类型,金额,最后还款日\n2026-08-20,减免协议,60000,2026-09-10\n"
BROKEN = {
    "statement-empty": (b"  \n", [("stop", None)]),
    "statement-not-table": (b"%PDF-1.7", [("stop", None)]),
    "statement-columns-wrong": ("姓名,电话\n甲,1\n", [("stop", 1)]),
    "statement-no-rows": ("日期,类型,金额\n合计,,5\n", [("stop", None)]),
    "statement-day-wrong": (HEAD + "2026-02-30,还款,5.00\n", [("stop", 4)]),
    "statement-amount-wrong": (HEAD + "2026-09-15,还款,五百\n", [("stop", 4)]),
    "statement-amount-negative": (HEAD + "2026-09-15,还款,-5.00\n", [("stop", 4)]),
    "statement-amount-finer": (HEAD + "2026-09-15,还款,5.005\n", [("stop", 4)]),
    "statement-amount-missing": (
        HEAD.replace("\n", ",剩余本金\n", 1) + "2026-09-15,还款,,900\n",
        [("stop", 4)],
    ),
    "statement-row-unused": (HEAD + "2026-09-15,还款,\n", [("note", 4)]),
    "statement-row-unclear": (HEAD + "2026-09-15,扣款(失败),5\n", [("stop", 4)]),
    "statement-kind-unknown": (HEAD + "2026-09-15,积分兑换,5.00\n", [("stop", 4)]),
    "statement-day-order": (
        HEAD + "2026-09-20,还款,5\n2026-09-10,还款,5\n2026-09-25,还款,5\n",
        [("note", 5)],
    ),
    "statement-sheets": (
        workbook(*[[["日期", "类型", "金额"], ["2026-09-15", "利息", 5]]] * 2),
        [("stop", None)],
    ),
    "statement-heading-unclear": ("日期,类型,金额,余额\n2026-09-15,利息,5,9\n", [("stop", 1)]),
    "statement-heading-twice": ("应还日期,本金,利息,本金\n2026-09-15,5,1,5\n", [("stop", 1)]),
    "statement-due-or-paid": ("还款日期,还款金额,本金,利息\n2026-09-15,6,5,1\n", [("stop", 1), ("stop", 2)]),
    "statement-paid-without-day": ("应还日期,本金,利息,实还金额\n2026-09-15,5,1,6\n", [("stop", 2)]),
    "statement-paid-without-sum": (
        "应还日期,本金,利息,实际还款日\n2026-09-15,5,1,2026-09-15\n",
        [("stop", 2)],
    ),
    "statement-due-twice": (
        DUES + "2026-09-15,5,1,6,2026-09-15\n2026-09-15,5,1,6,2026-09-16\n",
        [("stop", 3)],
    ),
    "statement-due-joined": (
        DUES + "2026-09-15,5,1,3,2026-09-15\n2026-09-15,5,1,3,2026-09-16\n",
        [("note", 3)],
    ),
    "statement-drawn-twice": (HEAD + "2026-09-15,放款,5.00\n2026-09-20,还款,3.00\n", [("stop", 4)]),
    "statement-draws-no-way": (TWO + "2026-09-20,还款,3.00,7000\n", [("stop", 3)]),
    "statement-draws-many": (MANY, [("stop", 3)]),
    "statement-draws-which": (TWO + "2026-09-10,还款,100,900\n", [("stop", None)]),
    "statement-draws-told": (
        TWO.replace("2026-08-15,放款,1000", "2026-05-15,放款,86000") + "2026-09-10,还款,100,85900\n",
        [("note", None)],
    ),
    "statement-settlement-twice": (SETTLED + SETTLED.partition("\n")[2], [("stop", 3)]),
    "statement-settlement-days": (SETTLED.replace(",2026-09-10", ","), [("stop", 2)]),
    "statement-forgiven-not-all": (HEAD + "2026-09-15,减免本金,5.00\n2026-09-16,还款,1.00\n", [("stop", 4)]),
    "statement-draw-unnamed": (DRAWN + "2026-09-30,还款,5.00,\n", [("stop", None), ("stop", 4)]),
    "statement-draw-unclear": (DRAWN, [("stop", None)]),
    "statement-draw-others": (DRAWN.replace("A1", "wsd") + "2026-08-31,利息,1,wsd\n", [("note", None)]),
    "statement-total-unread": (HEAD + "合计,,1001.00\n", [("note", 4)]),
    "statement-columns-unused": (
        HEAD.replace("金额\n", "金额,经办\n").replace("1.00\n", "1.00,甲\n"),
        [("note", 1)],
    ),
    "statement-number-missing": ("期数," + DUES + "1,2026-09-15,5,1,,\n3,2026-11-15,5,1,,\n", [("stop", 3)]),
    "statement-only-card": (HEAD + "2026-09-15,消费,5.00\n", [("stop", 4)]),
    "statement-card-line": (
        HEAD.replace("放款", "账单") + "2026-09-15,账单,5\n2026-09-16,复利,5\n",
        [("stop", 5)],
    ),
    "statement-card-bills": (HEAD, [("stop", None)]),
    "statement-number-order": ("期数," + DUES + "2,2026-09-15,5,1,,\n1,2026-10-15,5,1,,\n", [("note", 3)]),
}


STATES = "期数,应还日期,本金,利息,罚息,还款状态,实际还款日\n"


@pytest.mark.parametrize("state", ["已还", "已结清", "逾期结清", "Paid"])
def test_a_state_says_that_all_that_was_asked_was_paid_that_day(state):
    """8,600.00, 1,199.70 and 12.34 as though a column had said how much was paid."""
    told = STATES + f"1,2026-09-15,8600,1199.70,12.34,{state},2026-09-20\n2,2026-10-15,8600,1044.90,,未还,\n"
    named = told.replace("还款状态", "实还金额").replace(state, "9812.04").replace("未还", "")
    assert read(told) == read(named)
    assert [(one.event.on, one.event.amount_fen) for one in read(told).events] == [
        (date(2026, 9, 20), 9_812_04)
    ]


def test_a_state_without_the_day_or_another_state_with_one_cannot_be_told():
    """That it was paid moves what came after; on which day, and how much of it, has to be said."""
    for row, code in (
        ("1,2026-09-15,8600,1199.70,0,已结清,\n", "statement-paid-without-day"),
        ("1,2026-09-15,8600,1199.70,0,部分还款,2026-09-20\n", "statement-paid-without-sum"),
    ):
        found = read_statement((STATES + row).encode(), AS_OF, debt=DEBT)
        assert [(one.code, one.place.line) for one in found.findings if one.level == "stop"] == [(code, 2)]
        assert read_statement((STATES + row).encode(), AS_OF, planned=True, debt=DEBT).statement is not None


def about(code):
    """Return the debt that a fault's statement is about."""
    return CARD if code.startswith("statement-card") else DEBT


def test_every_fault_is_provoked():
    assert set(BROKEN) == set(FINDINGS_STATEMENT)


@pytest.mark.parametrize("code", BROKEN)
def test_a_fault_is_found_on_its_line_and_no_other(code):
    data, places = BROKEN[code]
    found = faults(data, about(code))
    assert [(level, line) for level, _, line in found] == places
    assert code in {one for _, one, _ in found}


@pytest.mark.parametrize("code", BROKEN)
def test_a_fault_is_said_in_both_languages(code):
    data = BROKEN[code][0]
    findings = read_statement(
        data if isinstance(data, bytes) else data.encode(), AS_OF, debt=about(code)
    ).findings
    finding = next(one for one in findings if one.code == code)
    assert isinstance(finding, Finding)
    assert HAN.search(say_finding(finding, "zh"))
    assert say_finding(finding, "en") != say_finding(finding, "zh")
    assert "None" not in say_finding(finding, "en") + say_finding(finding, "zh")


def test_all_faults_come_at_once():
    text = HEAD + "2026-02-30,还款,5\n2026-09-15,还款,-5\n2026-09-16,还款,x\n2026-09-17,抽奖,1\n"
    assert [line for _, _, line in faults(text)] == [4, 5, 6, 7]


def test_mixed_encodings_stop_on_the_line_where_they_begin():
    data = HEAD.encode() + "2026-09-15,还款,5.00\n".encode("gb18030")
    assert faults(data)[0][0] == "stop"


def test_old_line_ends_and_one_cell_without_end():
    assert read(HEAD.replace("\n", "\r")).lent_fen == 1_000_00
    assert faults(HEAD + '2026-09-15,"' + "x" * 200_000) == [("stop", "statement-not-table", None)]


@pytest.mark.parametrize("data", [b"PK\x03\x04junk", b"\xd0\xcf\x11\xe0", b"\x00\x01\x02\x03" * 9])
def test_what_is_no_table_is_said_to_be_none(data):
    assert [code for _, code, _ in faults(data)] == ["statement-not-table"]

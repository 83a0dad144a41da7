"""A ledger as a beancount book and back, a book that somebody keeps by hand, and whatever is done to either."""

import re
from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.household.transactions import KINDS, NATURES, Transaction
from ashore.importers.bills.beancount import to_beancount
from ashore.importers.bills.gathering import gather
from ashore.importers.bills.reading import read_bill
from ashore.texts import say_finding
from importers.bills.spoiling import NUMBERS, SPOILT, check, numbered, spoilt

HAN = re.compile("[\u4e00-\u9fff]")
PRIVATE = "秘密书店"
POSTING = re.compile(r"  ([A-Z]\S*)  (-?\d+\.\d\d) CNY")


def read(text):
    reading = read_bill("book.bean", text.encode())
    assert reading.format == "beancount"
    return reading


def said(reading):
    return [(one.kind, one.nature, one.amount_fen) for one in reading.transactions]


def codes(reading):
    return [(one.code, one.place.line) for one in reading.findings]


# Our own book

TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=12) | st.sampled_from(
    ['"', "\\", '\\"', "\n", "\t", "; x", "  Assets:A  1 CNY", '" "', "=1+1", "<script>", "#tag ^link"]
)
LEDGER = st.lists(
    st.builds(
        Transaction,
        day=st.dates(date(1990, 1, 1), date(2090, 1, 1)),
        amount_fen=st.integers(1, 10**9),
        kind=st.sampled_from(KINDS),
        nature=st.sampled_from(NATURES),
        at=st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59), st.integers(0, 59)),
        counterparty=TEXT,
        text=TEXT,
        said_category=TEXT,
        category=st.sampled_from(["", "eating-out", "吃饭", "_", "9"]),
        business=st.none() | st.booleans(),
        method=TEXT | st.just("招商银行(1234)"),
        credit=st.sampled_from(["", "huabei", "baitiao", "yuefu", "card", "other"]),
        fee_fen=st.integers(0, 500),
        order=TEXT,
        merchant_order=TEXT,
        refund_of=TEXT,
        account=TEXT | st.just("工商银行(9876)"),
        source=st.sampled_from(["alipay", "wechat", "bank", ""]),
        way=st.sampled_from(["", "in", "out"]),
    ),
    max_size=5,
)


@pytest.mark.property
@given(LEDGER)
def test_a_ledger_comes_back_as_it_was(ledger):
    text = to_beancount(ledger)
    if not ledger:
        return
    reading = read(text)
    assert reading.findings == ()
    assert [replace(one, file="", row=0) for one in reading.transactions] == ledger


@pytest.mark.property
@given(LEDGER)
def test_a_book_adds_up_and_opens_what_it_uses(ledger):
    """Read line by line, with no part of the reader: every entry sums to nothing, every account is open by then."""
    opened, day, total = {}, "", Decimal(0)
    for line in to_beancount(ledger).split("\n"):
        if " open " in line and line[:4].isdigit():
            opened[line.split()[2]] = line[:10]
        elif line[:4].isdigit():
            assert total == 0
            day = line[:10]
        elif found := POSTING.fullmatch(line):
            assert opened[found[1]] <= day
            assert re.fullmatch(
                r"(?:Assets|Liabilities|Equity|Income|Expenses)(?::[A-Z0-9][A-Za-z0-9-]*)+", found[1]
            )
            total += Decimal(found[2])
    assert total == 0


def test_a_book_by_its_letters():
    lunch = Transaction(
        date(2026, 3, 1), 1250, "spending", "purchase", counterparty='面"馆', category="eating-out",
        method="招商银行(1234)", source="wechat", order="42",
    )  # fmt: skip
    assert to_beancount([lunch]) == (
        'option "operating_currency" "CNY"\n'
        "2026-03-01 open Assets:Bank:1234 CNY\n"
        "2026-03-01 open Expenses:Eating-Out CNY\n"
        "\n"
        '2026-03-01 * "面\\"馆" ""\n'
        '  ashore-kind: "spending"\n'
        '  ashore-nature: "purchase"\n'
        '  ashore-category: "eating-out"\n'
        '  ashore-method: "招商银行(1234)"\n'
        '  ashore-order: "42"\n'
        '  ashore-source: "wechat"\n'
        "  Expenses:Eating-Out  12.50 CNY\n"
        "  Assets:Bank:1234  -12.50 CNY\n"
    )


def test_the_app_s_file_after_its_book_adds_nothing():
    paid = Transaction(
        date(2026, 3, 1),
        1250,
        "spending",
        "purchase",
        source="wechat",
        order="4200000000000042",
        file="w.csv",
        row=9,
    )
    known = gather([read(to_beancount([paid]))]).transactions
    file = replace(read(to_beancount([paid])), file="w.csv", transactions=(paid,))
    assert gather([file], known).counts.new == 0


def test_signs_that_only_control_a_screen_are_left_out():
    one = Transaction(date(2026, 3, 1), 1, "spending", counterparty="a\x1b[2Jb\r", text="c\x00")
    (back,) = read(to_beancount([one])).transactions
    assert (back.counterparty, back.text) == ("a[2Jb", "c")


@pytest.mark.property
@given(LEDGER)
def test_a_remark_and_other_entries_change_nothing(ledger):
    """Entries as Ashore writes them are read at once, others line by line: both say the same, and where it stands."""
    text = to_beancount(ledger)
    plain = read(text + HAND + text)
    remarked = read(re.sub(r"(?m) CNY$", " CNY ; a remark", text + HAND + text))
    assert plain == remarked
    assert plain.findings == ()
    assert len(plain.transactions) == 2 * len(ledger) + HAND_ROWS
    lines = (text + HAND + text).split("\n")
    assert all(lines[one.row - 1].startswith(f"{one.day} ") for one in plain.transactions)


# A book kept by hand

HAND_ROWS = 9
HAND = """\
; my book
option "title" "家"
2026-01-01 open Assets:Bank:CMB CNY
  note: "mine"
2026-01-01 open Liabilities:CreditCard

2026-03-01 * "超市" "买菜" #food ^x
  Expenses:Food   12.50 CNY ; apples
  Assets:Bank:CMB

2026-03-02 ! "打车"
  city: "SH"
  Expenses:Transport:Taxi  1,020.00 CNY
  Liabilities:CreditCard  -1,020.00 CNY

2026-03-03 txn "公司" "工资"
  Assets:Bank:CMB   8000 CNY
  Expenses:Tax   500 CNY
  Income:Salary

2026-03-04 * "还信用卡"
  Liabilities:CreditCard  1000 CNY
  Expenses:Interest  20 CNY
  Assets:Bank:CMB  -1020 CNY

2026-03-05 * "借款"
  Assets:Bank:CMB  5000 CNY
  Liabilities:Loan  -5000 CNY

2026-03-06 * "转存"
  Assets:Savings  300 CNY
  Assets:Bank:CMB  -300 CNY

2026-03-07 * "超市" "退货"
  Expenses:Food  -2.50 CNY
  Assets:Bank:CMB
"""


def test_a_book_kept_by_hand():
    reading = read(HAND)
    assert said(reading) == [
        ("spending", "purchase", 1250),
        ("spending", "purchase", 102000),
        ("spending", "purchase", 50000),
        ("income", "unclear", 850000),
        ("spending", "interest", 2000),
        ("repayment", "repaid", 100000),
        ("transfer", "borrowed", 500000),
        ("transfer", "own-account", 30000),
        ("refund", "refund", 250),
    ]
    assert reading.findings == ()
    first, taxi = reading.transactions[:2]
    assert (first.counterparty, first.text, first.said_category, first.row) == ("超市", "买菜", "Food", 7)
    assert (taxi.counterparty, taxi.text, taxi.credit, taxi.method) == (
        "",
        "打车",
        "card",
        "Liabilities:CreditCard",
    )


def test_what_is_earned_and_spent_in_one_entry_adds_up():
    reading = read(HAND)
    worth = {"spending": -1, "refund": 1, "income": 1}
    total = sum(worth.get(one.kind, 0) * one.amount_fen for one in reading.transactions)
    stated = re.findall(r"(?:Expenses|Income)\S*\s+(-?[\d,]+(?:\.\d+)?) CNY", HAND)
    salary = Decimal(8500)
    assert Decimal(total) / 100 == salary - sum(Decimal(one.replace(",", "")) for one in stated) - Decimal(
        "0.00"
    )


def test_what_came_back_to_a_card_is_no_repayment():
    entry = '2026-03-01 * "a" "b"\n  Expenses:Food  -50 CNY\n  Liabilities:Card  {owed} CNY\n  Assets:Bank\n'
    assert said(read(entry.format(owed=50))) == [("refund", "refund", 5000)]
    assert said(read(entry.format(owed=80))) == [("refund", "refund", 5000), ("repayment", "repaid", 3000)]


E0 = '2026-03-01 * "a" "b"\n'
BROKEN = {
    "bean-line-unclear": (E0 + "  Expenses:A  1 CNY\n  Assets:B\nwhat is this\n", "stop", 4),
    "bean-entry-unread": (E0 + "  Assets:Shares  1 STOCK {5 CNY}\n  Assets:B\n", "note", 1),
    "bean-directive-unread": (
        E0 + "  Expenses:A  1 CNY\n  Assets:B\n2026-03-02 balance Assets:B  -1 CNY\n",
        "note",
        4,
    ),
    "bean-equity": (E0 + "  Assets:B  1 CNY\n  Equity:Opening-Balances\n", "note", 1),
    "bean-unbalanced": (E0 + "  Expenses:A  1 CNY\n  Assets:B  -2 CNY\n", "note", 1),
}


@pytest.mark.parametrize("code", BROKEN)
def test_what_is_not_read_is_said_with_its_line(code):
    text, level, line = BROKEN[code]
    reading = read(text)
    (finding,) = reading.findings
    assert (finding.code, finding.level, finding.place.line) == (code, level, line)
    assert reading.stopped == (level == "stop")
    assert HAN.search(say_finding(finding, "zh"))
    assert "None" not in say_finding(finding, "en")


@pytest.mark.parametrize(
    "posting",
    [
        "Expenses:A  1 USD", "Expenses:A  1 CNY @ 2 USD", "Expenses:A  1 + 2 CNY", "Expenses:A  1.005 CNY",
        "Expenses:A  1 CNY {2 USD}",
    ],
)  # fmt: skip
def test_amounts_that_are_not_read(posting):
    reading = read(f"{E0}  {posting}\n  Assets:B\n")
    assert codes(reading) == [("bean-entry-unread", 1)]
    assert reading.transactions == ()


def test_two_open_amounts_and_a_single_posting_do_not_add_up():
    assert codes(read(E0 + "  Expenses:A\n  Assets:B\n")) == [("bean-unbalanced", 1)]
    assert codes(read(E0 + "  Expenses:A  1 CNY\n")) == [("bean-unbalanced", 1)]


@pytest.mark.parametrize(
    "changed",
    [
        'ashore-kind: "theft"',
        'ashore-kind: "spending"\n  ashore-at: "25:00"',
        'ashore-kind: "spending"\n  ashore-fee-fen: "-1"',
    ],
)
def test_our_own_entry_with_a_word_that_is_none_is_not_read(changed):
    reading = read(f"{E0}  {changed}\n  Expenses:A  1 CNY\n  Assets:B  -1 CNY\n")
    assert codes(reading) == [("bean-entry-unread", 1)]


SEED = HAND.replace("超市", PRIVATE) + to_beancount(
    [
        Transaction(date(2026, 3, day), day * 100, "spending", counterparty=PRIVATE, source="wechat")
        for day in range(1, 5)
    ]
)


@pytest.mark.property
def test_a_spoilt_book_is_read_whole_or_refused():
    stopped = 0
    for number in NUMBERS:
        with numbered(number):
            data = spoilt(SEED, number, " ")
            reading = read_bill("book.bean", data)
            check(reading, data, [PRIVATE])
            stopped += reading.stopped
    assert SPOILT // 10 < stopped < SPOILT

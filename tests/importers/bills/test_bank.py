"""A bank's export of any layout: columns by their words or as a mapping says, signs, the running balance, faults."""

import re
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ashore.importers.bills.bank import format_of
from ashore.importers.bills.bank_mapping import Mapping
from ashore.importers.bills.gathering import gather
from ashore.importers.bills.reading import read_bill
from ashore.texts import say_finding
from importers.bills.spoiling import NUMBERS, SPOILT, check, numbered, spoilt
from importers.workbooks import workbook

PRIVATE = "秘密收款人"
HAN = re.compile("[\u4e00-\u9fff]")
GUESSED = {"bank-columns-guessed", "bank-account-unknown", "bank-plus-in", "bank-plus-out"}


def read(text, name="a.csv", **more):
    data = text if isinstance(text, bytes) else text.encode()
    reading = read_bill(name, data, **more)
    assert reading.format == "bank", reading.findings
    return reading


def said(reading):
    return [(one.kind, one.nature, one.way, one.amount_fen) for one in reading.transactions]


def codes(reading):
    return [(one.code, one.place.line) for one in reading.findings if one.code not in GUESSED]


# Layouts as banks write them, each with a row that came and a row that went

ICBC = """\
明细查询文件下载

卡号: 1234****9876,"卡别名: 工资卡"

交易日期,摘要,交易场所,钞/汇,交易金额(收入),交易金额(支出),交易币种,记账金额(收入),记账金额(支出),记账币种,余额,对方户名
2026-03-02     \t,"消费      \t",超市,钞,"-  \t","-  \t",-,"   \t","16.30  \t",人民币,"1,983.70  \t",财付通,
2026-03-01     \t,"工资      \t",,钞,"-  \t","-  \t",-,"2,000.00 \t","   \t",人民币,"2,000.00  \t",某公司,

人民币合计,,,,,,,"2,000.00","16.30",
"""
BOC = """\
中国银行交易流水明细单
记账日期,记账时间,币别,金额,余额,交易名称,渠道,网点名称,附言,对方账户名,对方卡号/账号,对方开户行,借记卡号
2026-03-02,18:20:05,人民币,-16.30,"1,983.70",网上快捷支付,银企对接,-------,-------,支付宝-超市,Z2***N,-------,9876
2026-03-01,08:00:00,人民币,"2,000.00","2,000.00",工资,柜台,-------,-------,某公司,4520***1924,-------,9876
"""
CMB = """\
记账日期,货币,交易金额,联机余额,交易摘要,对手信息,客户摘要
2026-03-02,CNY,-16.30,"1,983.70",快捷支付,超市 66666666666666,财付通
2026-03-01,CNY,"2,000.00","2,000.00",代发工资,某公司1111111111,
"""
BOCOM = """\
序号,交易日期,交易时间,交易类型,借贷,交易金额,余额,对方账号,对方户名,交易地点,摘要
1,2026-03-01,08:00:00,代发工资,贷 Cr,2000.00,2000.00,123,某公司,批处理,
2,2026-03-02,18:20:05,网上支付,借 Dr,16.30,1983.70,456,超市,网络支付,
"""
ABC = """\
交易日期,交易时间,交易摘要,交易金额,本次余额,对手信息,日 志 号,交易渠道,交易附言
20260301,080000,工资,+2000.00,2000.00,某公司,1,,
20260302,182005,财付通,-16.30,1983.70,超市,2,电子商务,
"""
CCB = """\
记账日,交易日期,交易时间,支出,收入,账户余额,币种,摘要,对方账号,对方户名,交易地点
20260301,20260301,08:00:00,,2000.00,2000.00,人民币元,工资,1,某公司,
20260302,20260302,18:20:05,16.30,0,1983.70,人民币元,消费,2,超市,
"""
LAYOUTS = {"icbc": ICBC, "boc": BOC, "cmb": CMB, "bocom": BOCOM, "abc": ABC, "ccb": CCB}
WORKBOOK = workbook(
    [
        ["交易明细"],
        ["交易日期", "交易时间", "支出金额", "收入金额", "账户余额", "摘要", "对方户名"],
        [date(2026, 3, 1), "08:00:00", None, 2000, 2000, "工资", "某公司"],
        [date(2026, 3, 2), "18:20:05", 16.3, None, 1983.7, "消费", "超市"],
    ]
)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_two_rows_however_a_bank_writes_them(layout):
    reading = read(LAYOUTS[layout])
    assert sorted(said(reading)) == [("income", "wage", "in", 200000), ("spending", "purchase", "out", 1630)]
    assert codes(reading) == []
    by_kind = {one.kind: one for one in reading.transactions}
    assert by_kind["income"].day == date(2026, 3, 1)
    assert by_kind["spending"].day == date(2026, 3, 2)
    assert by_kind["income"].counterparty == "某公司"
    if layout not in {"icbc", "cmb"}:
        assert by_kind["spending"].at == time(18, 20, 5)


def test_a_workbook():
    reading = read(WORKBOOK, "a.xlsx")
    assert said(reading) == [("income", "wage", "in", 200000), ("spending", "purchase", "out", 1630)]
    assert codes(reading) == []


def test_the_account_is_read_from_head_name_or_rows():
    assert {one.account for one in read(ICBC).transactions} == {"(9876)"}
    assert {one.account for one in read(BOC).transactions} == {"中国银行(9876)"}
    assert {one.account for one in read(CMB, "招商银行尾号1234.csv").transactions} == {"招商银行(1234)"}
    unknown = read(CMB)
    assert {one.account for one in unknown.transactions} == {""}
    assert "bank-account-unknown" in {one.code for one in unknown.findings}


def test_a_row_s_own_card_wins_over_the_head_and_a_mapping_over_both():
    head = "中国银行信用卡账单(2026年03月)\n交易日,卡号后四位,交易描述,存入,支出\n"
    text = head + "2026-03-01,4410,消费,,5\n2026-03-02,,利息,,1\n"
    reading = read(text)
    assert [one.account for one in reading.transactions] == ["中国银行(4410)", "中国银行"]
    assert "bank-account-unknown" in {one.code for one in reading.findings}
    mapping = Mapping(
        {"day": "交易日", "in": "存入", "out": "支出", "tail": "卡号后四位"}, account="我的卡(7777)"
    )
    assert {one.account for one in read(text, formats=[format_of(mapping)]).transactions} == {"我的卡(7777)"}


def test_what_was_guessed_is_said():
    (guessed, *_) = [one for one in read(CCB).findings if one.code == "bank-columns-guessed"]
    assert guessed.facts == {"day_column": "交易日期", "amount_columns": ("收入", "支出")}
    assert "交易金额" in str([one.facts for one in read(CMB).findings])


CREDIT = """\
招商银行信用卡对账单（个人消费卡账户 2026年01月）
交易日,记账日,交易摘要,人民币金额,卡号末四位,交易地金额
,12/29,掌上生活还款,-412.08,1234,-412.08
01/02,01/03,财付通-电影院,64.50,1234,64.50
01/03,01/04,退款-饭票,-3.90,1234,-3.90(CN)
01/05,01/07,中国移动消费,"8,000.00",1234,"8,000.00(CN)"
"""


# What a row is

WORDS = {
    ("in", "贷款发放"): ("transfer", "borrowed"),
    ("in", "借呗放款"): ("transfer", "borrowed"),
    ("in", "代发工资"): ("income", "wage"),
    ("in", "代发住房公积金"): ("income", "unclear"),
    ("in", "结息"): ("income", "yield"),
    ("in", "快捷退款"): ("refund", "refund"),
    ("in", "转账汇入"): ("income", "person"),
    ("in", "基金赎回"): ("transfer", "own-account"),
    ("in", "支付宝余额提现"): ("transfer", "own-account"),
    ("in", "商户结算"): ("income", "takings"),
    ("in", "其他"): ("income", "unclear"),
    ("out", "正常还款"): ("repayment", "repaid"),
    ("out", "支付宝-花呗还款"): ("repayment", "repaid"),
    ("out", "信用卡自动还款"): ("repayment", "repaid"),
    ("out", "贷款利息"): ("spending", "interest"),
    ("out", "短信费"): ("spending", "fee"),
    ("out", "跨行转账手续费"): ("spending", "fee"),
    ("out", "跨行转账"): ("spending", "person"),
    ("out", "理财申购"): ("transfer", "own-account"),
    ("out", "ATM取款"): ("spending", "unclear"),
    ("out", "快捷支付"): ("spending", "purchase"),
    ("out", "其他"): ("spending", "unclear"),
}


@pytest.mark.parametrize(("way", "words"), WORDS)
def test_what_a_row_is_by_its_words(way, words):
    text = f"交易日期,收入,支出,摘要\n2026-03-01,{'5,' if way == 'in' else ',5'},{words}\n"
    ((kind, nature, read_way, fen),) = said(read(text))
    assert ((kind, nature), read_way, fen) == (WORDS[way, words], way, 500)


# The running balance

BALANCED = """\
交易日期,收入,支出,余额,摘要
2026-03-01,100,,100.00,甲
2026-03-02,,30,70.00,乙
2026-03-03,5,,75.00,丙
2026-03-04,,5,70.00,丁
"""


def test_the_first_row_that_does_not_add_up_is_named():
    assert codes(read(BALANCED)) == []
    missing = "\n".join(line for line in BALANCED.split("\n") if "乙" not in line)
    reading = read(missing)
    assert codes(reading) == [("bank-balance-wrong", 3)]
    (finding,) = [one for one in reading.findings if one.code == "bank-balance-wrong"]
    assert (finding.level, finding.facts["missing_fen"]) == ("note", 3000)
    assert len(reading.transactions) == 3


def test_newest_first_adds_up_too():
    head, *rows = BALANCED.strip().split("\n")
    assert codes(read("\n".join((head, *reversed(rows))))) == []


def test_a_masked_balance_is_let_be():
    assert codes(read(re.sub(r"\d+\.00", "x,yyy.zz", BALANCED))) == []


@pytest.mark.property
@given(
    st.lists(st.tuples(st.integers(1, 9_999), st.booleans()), min_size=3, max_size=12),
    st.data(),
)
def test_a_row_left_out_is_found_where_it_was(moves, data):
    """The amounts are all told apart, so that no other row can stand in for the one that is missing."""
    assume(len({fen for fen, _ in moves}) == len(moves))
    rows, balance = [], 100_000
    for place, (fen, came) in enumerate(moves):
        balance += fen if came else -fen
        yuan = f"{Decimal(fen) / 100:.2f}"
        rows.append(
            f"2026-03-{place + 1:02d},{yuan if came else ''},{'' if came else yuan},{Decimal(balance) / 100:.2f},甲"
        )
    head = "交易日期,收入,支出,余额,摘要"
    assert codes(read("\n".join((head, *rows)))) == []
    if len(moves) > 4:
        gone = data.draw(st.integers(1, len(moves) - 2))
        kept = rows[:gone] + rows[gone + 1 :]
        assert codes(read("\n".join((head, *kept)))) == [("bank-balance-wrong", gone + 2)]


# Faults

BROKEN = {
    "bill-date-wrong": ("交易日期,收入,支出,摘要\n昨天,5,,甲\n", "stop", 2),
    "bill-amount-wrong": ("交易日期,收入,支出,摘要\n2026-03-01,五,,甲\n", "stop", 2),
    "bill-direction-unknown": ("交易日期,金额,借贷,摘要\n2026-03-01,5,横,甲\n", "stop", 2),
    "bank-sign-unclear": ("交易日期,金额,摘要\n2026-03-01,5,甲\n", "stop", 2),
    "bank-other-currency": ("交易日期,收入,支出,币种,摘要\n2026-03-01,5,,USD,甲\n", "note", 2),
    "bank-balance-wrong": (
        "交易日期,收入,支出,余额,摘要\n2026-03-01,5,,5,甲\n2026-03-02,5,,11,甲\n",
        "note",
        3,
    ),
    "bank-columns-guessed": (CCB, "note", None),
    "bank-account-unknown": (CCB, "note", None),
    "bank-plus-in": (CMB.replace("联机余额", "某余额"), "note", None),
    "bank-plus-out": (CREDIT, "note", None),
    "bank-card-unclear": (
        "某信用卡账单(2026年03月)\n交易日,存入,支出,交易描述\n2026-03-01,5,,某人\n",
        "note",
        3,
    ),
}


@pytest.mark.parametrize("code", BROKEN)
def test_every_finding_on_a_bank_s_export_is_provoked_and_said(code):
    text, level, line = BROKEN[code]
    reading = read(text)
    (finding,) = [one for one in reading.findings if one.code == code]
    assert (finding.level, finding.place.line) == (level, line)
    assert reading.stopped == (level == "stop")
    assert HAN.search(say_finding(finding, "zh"))
    assert "None" not in say_finding(finding, "en")


def test_what_went_may_have_a_minus_sign_of_its_own():
    assert said(read("交易日期,收入,支出,摘要\n2026-03-01,,-5.00,消费\n")) == [
        ("spending", "purchase", "out", 500)
    ]


def test_words_below_the_rows_are_not_about_the_account():
    text = CCB + "以上数据仅供参考 信用卡业务请致电客服 尾号1234\n"
    assert {one.credit for one in read(text).transactions} == {""}
    assert {one.account for one in read(text).transactions} == {""}


def test_sums_and_zeros_are_no_payments():
    text = "交易日期,收入,支出,摘要\n2026-03-01,0.00,,利息税\n2026-03-01,5,,甲\n合计,5,0.00,\n"
    reading = read(text)
    assert [(one.why, one.row) for one in reading.left_out] == [("nothing", 2), ("summed", 4)]
    assert len(reading.transactions) == 1


SEEDS = [
    text.replace("超市", PRIVATE).replace("某公司", PRIVATE) for text in (*LAYOUTS.values(), CREDIT, BALANCED)
]


@pytest.mark.property
def test_a_spoilt_export_is_read_whole_or_refused():
    stopped = 0
    for number in NUMBERS:
        with numbered(number):
            data = spoilt(SEEDS[number % len(SEEDS)], number)
            reading = read_bill("a.csv", data)
            check(reading, data, [PRIVATE])
            stopped += reading.stopped
    assert SPOILT // 10 < stopped < SPOILT


@pytest.mark.parametrize(
    ("way", "side", "text", "kind", "nature"),
    [
        ("支出", "重庆某某小额贷款有限公司", "快捷支付", "repayment", "repaid"),
        ("收入", "重庆某某小额贷款有限公司", "代付", "transfer", "borrowed"),
        ("支出", "某某消费金融股份有限公司", "批量代扣", "repayment", "repaid"),
        ("收入", "某某消费金融股份有限公司", "代发工资", "income", "wage"),
        ("收入", "某某消费金融股份有限公司", "退款", "refund", "refund"),
        ("支出", "某某汽车金融有限公司", "代扣", "repayment", "repaid"),
        ("支出", "", "批扣贷款本息", "repayment", "repaid"),
        ("支出", "房贷", "扣款", "repayment", "repaid"),
        ("支出", "某某融资担保有限公司", "代扣", "spending", "interest"),
        ("支出", "某某人寿保险", "代扣", "spending", "purchase"),
        ("支出", "小贷款巷子面馆", "消费", "spending", "purchase"),
    ],
)
def test_a_row_of_a_company_that_lends_is_on_a_debt(way, side, text, kind, nature):
    """Of an instalment a bank often writes no more than the lender's name."""
    rows = f"交易日期,交易金额,收/支,对方户名,摘要\n2026-03-02,500.00,{way},{side},{text}\n"
    (one,) = read(rows, "工商银行(1234).csv").transactions
    assert (one.kind, one.nature, one.amount_fen) == (kind, nature, 500_00)


def test_a_loan_repaid_by_card_is_told_by_its_words_alone():
    """On a card's own export what went out raised what is owed: who lends is not enough to call it repaid."""
    rows = "交易日,金额,摘要\n2026-03-02,500.00,某某消费金融\n2026-03-03,-900.00,还款\n"
    kinds = {one.kind for one in read(rows, "招商银行信用卡.csv").transactions if one.amount_fen == 500_00}
    assert kinds == {"spending"}


def test_a_shop_that_stands_in_the_summary_alone_is_said_as_the_text():
    """On many cards the summary is all that a row says: without it nobody could tell the shop, or say what it was."""
    rows = "交易日,金额,摘要\n2026-03-02,500.00,携程旅行\n2026-03-03,-900.00,还款\n"
    assert [one.text for one in read(rows, "招商银行信用卡.csv").transactions] == ["携程旅行", "还款"]
    head = "交易日期,交易金额,收/支,对方户名,摘要\n"
    both = "2026-03-02,500.00,支出,携程,快捷支付\n2026-03-03,1.00,支出,,快捷支付\n"
    assert [one.text for one in read(head + both).transactions] == ["", "快捷支付"]


def test_what_went_to_the_name_the_export_is_of_stayed_with_the_person():
    """A wage from a company of one's own name stays a wage, and a masked name names nobody."""
    rows = (
        "交易日期,交易金额,收/支,对方户名,摘要\n2026-03-02,500.00,支出,张三,跨行转账\n2026-03-03,400.00,收入,张三,他行汇入\n"
        "2026-03-04,300.00,收入,张三,代发工资\n2026-03-05,200.00,支出,李四,跨行转账\n"
    )
    assert said(read(f"户名：张三 卡号：6222****1234\n{rows}")) == [
        ("transfer", "own-account", "out", 500_00),
        ("transfer", "own-account", "in", 400_00),
        ("income", "wage", "in", 300_00),
        ("spending", "person", "out", 200_00),
    ]
    for head in ("户名：*三", "户名：张*"):
        assert said(read(f"{head}\n{rows}"))[0][:2] == ("spending", "person")


def test_the_account_on_the_other_side_tells_a_transfer_between_own_ones():
    """No word says it and no name: the digits of 对方账号 are those of the person's other card."""
    head = "交易日期,交易金额,收/支,对方户名,摘要,对方账号\n"
    out = read(f"{head}2026-03-02,500.00,支出,,网转,6222021234561234\n", "工商银行(9876).csv")
    came = read(f"{head}2026-03-02,500.00,收入,,网转,\n", "招商银行(1234).csv")
    assert gather([out, came]).counts.own_account == 1
    stranger = read(f"{head}2026-03-02,500.00,支出,,网转,6222021234565678\n", "工商银行(9876).csv")
    assert gather([stranger, came]).counts.own_account == 0

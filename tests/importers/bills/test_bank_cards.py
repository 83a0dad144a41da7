"""What a minus sign means on a bank's export, credit cards above all, and cards beside other accounts."""

from dataclasses import replace
from datetime import date
from itertools import permutations

from ashore.importers.bills.bank import format_of
from ashore.importers.bills.bank_mapping import Mapping
from ashore.importers.bills.gathering import gather
from importers.bills.ledgers import alipay
from importers.bills.test_bank import CREDIT, codes, read, said


def test_a_credit_card_whose_minus_is_a_repayment():
    reading = read(CREDIT)
    assert said(reading) == [
        ("repayment", "repaid", "in", 41208),
        ("spending", "purchase", "out", 6450),
        ("refund", "refund", "in", 390),
        ("spending", "purchase", "out", 800000),
    ]
    assert [one.day for one in reading.transactions[:2]] == [date(2025, 12, 29), date(2026, 1, 2)]
    assert {one.credit for one in reading.transactions} == {"", "card"}
    assert {one.account for one in reading.transactions} == {"招商银行(1234)"}
    assert "bank-plus-out" in {one.code for one in reading.findings}


def test_a_credit_card_without_signs_is_read_by_its_words():
    text = """\
某银行信用卡
交易日期,记账日期,交易说明,交易币种/金额,入账币种/金额
2026-01-10,2026-01-10,退货 美团,CNY 1.99,CNY 1.99
2026-01-29,2026-01-29,信用卡还款 转账还款,CNY 531.40,CNY 531.40
2026-01-11,2026-01-12,消费 美团,CNY 2.99,CNY 2.99
2026-01-12,2026-01-12,消费 海外,USD 3.00,USD 3.00
"""
    reading = read(text)
    assert said(reading) == [
        ("refund", "refund", "in", 199),
        ("repayment", "repaid", "in", 53140),
        ("spending", "purchase", "out", 299),
    ]
    assert [(one.why, one.row) for one in reading.left_out] == [("other-currency", 6)]
    assert codes(reading) == [("bank-other-currency", 6)]


UNTOLD = """\
交易日期,金额,余额,备注
2026-03-01,100.00,900.00,甲
2026-03-02,-50.00,950.00,乙
2026-03-03,20.00,930.00,丙
"""


def test_the_balance_tells_what_a_sign_means():
    assert [one.way for one in read(UNTOLD).transactions] == ["out", "in", "out"]


def test_a_balance_and_words_that_disagree_stop_the_file():
    assert codes(read(UNTOLD.replace("乙", "消费"))) == [("bank-sign-unclear", 2)]


def test_a_card_that_does_not_call_itself_one_is_known_by_its_signs():
    text = """\
交易日期,入账日期,交易摘要,交易金额,交易货币,入账金额,入账货币
2026/03/05,2026/03/06,（消费）某店,15.90,人民币,15.90,人民币
2026/03/04,2026/03/04,（退款）某店,-97.20,人民币,-97.20,人民币
2026/02/25,2026/02/26,（还款）银联入账-张三,-1130.00,人民币,-1130.00,人民币
"""
    assert said(read(text)) == [
        ("spending", "purchase", "out", 1590),
        ("refund", "refund", "in", 9720),
        ("repayment", "repaid", "in", 113000),
    ]


def test_a_sign_that_nothing_explains_stops_the_file():
    text = "交易日期,金额,备注\n2026-03-01,100.00,甲\n"
    reading = read(text)
    assert codes(reading) == [("bank-sign-unclear", 2)]
    assert reading.transactions == ()
    columns = {"day": "交易日期", "amount": "金额", "text": "备注"}
    for plus in ("in", "out"):
        said_so = read(text, formats=[format_of(Mapping(columns, plus=plus))])
        assert [one.way for one in said_so.transactions] == [plus]


def test_two_cards_and_a_wallet_are_one_ledger():
    """The card's purchase is the wallet's, its repayment the other card's; the transfer between the cards is own."""
    debit = """\
卡号: 6222****9876
交易日期,收入,支出,摘要,对方户名
2026-03-20,,80.00,信用卡还款,招商银行信用卡
2026-03-21,,500.00,跨行转账,张三
2026-03-22,6000,,工资,某公司
"""
    card = """\
招商银行信用卡 尾号1234
交易日,交易摘要,金额
2026-03-01,财付通-某店消费,80.00
2026-03-20,自动还款,-80.00
"""
    other = "卡号: 6222****5555\n交易日期,收入,支出,摘要,对方户名\n2026-03-21,500,,转账汇入,张三\n"
    wallet = replace(
        read(other),
        transactions=(alipay(80, 0, 7, source="wechat", method="招商银行信用卡(1234)", credit="card"),),
    )
    files = [
        wallet,
        *(read(text, name) for name, text in (("d.csv", debit), ("c.csv", card), ("o.csv", other))),
    ]
    for some in permutations(files):
        ledger = gather(some)
        assert [(one.kind, one.nature, one.source, one.amount_fen) for one in ledger.transactions] == [
            ("spending", "purchase", "wechat", 8000),
            ("repayment", "repaid", "bank", 8000),
            ("transfer", "own-account", "bank", 50000),
            ("transfer", "own-account", "bank", 50000),
            ("income", "wage", "bank", 600000),
        ]
        assert (ledger.counts.doubles, ledger.counts.own_account, ledger.findings) == (2, 1, ())


def test_a_card_s_balance_may_be_what_is_owed():
    text = """\
某信用卡 尾号1234
交易日,交易摘要,存入,支出,余额
2026-03-01,消费,,80.00,80.00
2026-03-02,消费,,20.00,100.00
2026-03-20,还款,100.00,,0.00
"""
    assert codes(read(text)) == []
    assert codes(read(text.replace("100.00\n2026-03-20", "130.00\n2026-03-20"))) == [
        ("bank-balance-wrong", 4)
    ]


def test_a_card_with_columns_of_both_ways_is_known_by_balances_below_zero():
    text = """\
卡号: 1234****5678,"卡别名: "
交易日期,记账日期,摘要,交易场所,记账金额(收入),记账金额(支出),记账币种,余额,对方户名
2026-05-05,2026-05-05,消费,财付通-平台商户,,18.00,人民币,"-3,728.62",
2026-05-04,2026-05-04,人民币自动转帐还款,某分行银行卡中心,"4,621.01",,人民币,"-3,710.62",
2026-05-02,2026-05-02,消费,支付宝-某店,,17.32,人民币,"-8,331.63",
"""
    reading = read(text)
    assert said(reading) == [
        ("spending", "purchase", "out", 1800),
        ("repayment", "repaid", "in", 462101),
        ("spending", "purchase", "out", 1732),
    ]
    assert [one.credit for one in reading.transactions] == ["card", "", "card"]

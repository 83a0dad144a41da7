"""One payment in two exports, a repayment at both ends, a transfer between own accounts: never twice, never guessed."""

from dataclasses import replace
from datetime import time
from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.importers.bills.gathering import gather
from importers.bills.ledgers import (
    CARD,
    OTHER_CARD,
    alipay,
    bank,
    bare,
    codes,
    one,
    quick,
    reading,
    refund,
    wechat,
)
from importers.bills.test_matching import best_matchings


def test_the_bank_s_row_of_an_app_s_payment_is_set_aside():
    app = alipay(25, 0, 1, method=CARD, counterparty="麦当劳")
    row = quick(25, 1, counterparty="支付宝-麦当劳")
    for files in permutations([reading(app), reading(row, name="b.csv")]):
        ledger = gather(files)
        assert bare(ledger) == [app]
        assert [replace(double, file="", row=0) for double in ledger.set_aside] == [replace(row, file="")]
        assert ledger.counts.doubles == 1
        again = gather(files, ledger.transactions)
        assert again.transactions == ledger.transactions


def test_a_payment_known_as_the_bank_s_becomes_the_app_s():
    row, app = quick(25), alipay(25, 0, 1, method=CARD)
    before = gather([reading(row, name="b.csv")])
    after = gather([reading(app)], before.transactions)
    assert bare(after) == [app]


@pytest.mark.parametrize(
    "app",
    [
        alipay(25, 0, method="余额"),
        alipay(25, 0, method="花呗"),
        alipay(25, 0, method="招商银行(9999)"),
        alipay(25, 0, method="工商银行"),
        alipay(25, 2, method=CARD),
        alipay(25.01, 0, method=CARD),
        alipay(25, 0, method=CARD, kind="refund", nature="refund"),
        wechat(25, 0, method=CARD),
    ],
    ids=["balance", "huabei", "digits", "bank", "days", "amount", "way", "app"],
)
def test_another_payment_is_no_double(app):
    ledger = gather([reading(app), reading(quick(25), name="b.csv")])
    assert len(ledger.transactions) == 2
    assert ledger.counts.doubles == 0
    assert [code for code, _ in codes(ledger) if code != "gather-refund-alone"] == []


def test_a_bank_s_own_payment_names_no_app():
    rows = [alipay(25, 0, method=CARD), bank(25, text="消费")]
    assert len(gather([reading(rows[0]), reading(rows[1], name="b.csv")]).transactions) == 2


def test_which_of_several_it_is_nobody_guesses():
    app, rows = alipay(25, 0, 1, method=CARD), [quick(25), quick(25, at=time(9))]
    ledger = gather([reading(app), reading(*rows, name="b.csv")])
    assert len(ledger.transactions) == 3
    assert codes(ledger) == [("gather-unclear", 1), ("gather-unclear", 2)]


def test_the_other_side_s_name_tells_which_of_several():
    app = alipay(25, 0, 1, method=CARD, counterparty="麦当劳")
    rows = [quick(25, counterparty="滴滴"), quick(25, counterparty="支付宝-麦当劳")]
    ledger = gather([reading(app), reading(*rows, name="b.csv")])
    assert [row.counterparty for row in ledger.set_aside] == ["支付宝-麦当劳"]
    assert ledger.findings == ()


def test_a_fare_of_every_day_is_matched_by_its_day():
    app = [alipay(2, day, day + 1, method=CARD) for day in (1, 2)]
    rows = [quick(2, day) for day in (0, 1, 2)]
    ledger = gather([reading(*app), reading(*rows, name="b.csv")])
    assert [row.day.day for row in ledger.set_aside] == [2, 3]
    assert len(ledger.transactions) == 3


def test_without_the_card_s_number_nobody_can_tell():
    ledger = gather(
        [reading(alipay(25, 0, method=CARD)), reading(quick(25, account="", file="b.csv"), name="b.csv")]
    )
    assert len(ledger.transactions) == 2
    assert codes(ledger) == [("gather-account-unknown", None)]
    assert ledger.findings[0].facts == {"file": "b.csv", "rows_count": 1}


def test_a_shop_a_wallet_and_the_bank_see_one_payment():
    shop = one(60, 0, source="meituan", text="酸菜鱼", method="微信支付", order="2603021708090000000000011")
    wallet = wechat(60, 0, counterparty="美团平台商户", method=CARD, order="4200000000000000001")
    row = bank(60, 0, counterparty="财付通-美团平台商户")
    files = [reading(shop), reading(wallet, name="b.csv"), reading(row, name="c.csv")]
    for some in permutations(files):
        assert bare(gather(some)) == [shop]
        assert gather(some).counts.doubles == 2
    assert bare(gather(files[1:])) == [wallet]
    direct = replace(shop, method="微信-招商银行(1234)")
    assert bare(gather([reading(direct), files[2]])) == [direct]


def test_a_refund_to_the_card_is_seen_once():
    app = refund(25, 3, method=CARD)
    row = quick(25, 4, kind="refund", nature="refund", way="in")
    ledger = gather([reading(app), reading(row, name="b.csv")])
    assert bare(ledger) == [app]


def test_what_was_bought_on_credit_counts_once():
    bought = alipay(300, 0, 1, method="花呗", credit="huabei")
    repaid = alipay(300, 20, 2, kind="repayment", nature="repaid", method=CARD, counterparty="花呗")
    row = quick(300, 20, kind="repayment", nature="repaid", text="支付宝-花呗还款")
    ledger = gather([reading(bought, repaid), reading(row, name="b.csv")])
    assert bare(ledger) == [bought, repaid]
    assert sum(row.amount_fen for row in ledger.transactions if row.kind == "spending") == 30000


def test_a_credit_card_s_purchase_and_its_repayment_count_once_each():
    card = "招商银行信用卡(5678)"
    bought = wechat(80, 0, method=card, credit="card", counterparty="超市", order="4200000000000000009")
    files = [
        reading(bought),
        reading(
            bank(80, 0, card, text="财付通-超市", credit="card"),
            bank(80, 20, card, kind="repayment", nature="repaid", way="in", text="还款"),
            name="card.csv",
        ),
        reading(
            bank(80, 20, OTHER_CARD, kind="repayment", nature="repaid", text="信用卡还款"), name="debit.csv"
        ),
    ]
    for some in permutations(files):
        ledger = gather(some)
        assert [(row.kind, row.source) for row in ledger.transactions] == [
            ("spending", "wechat"),
            ("repayment", "bank"),
        ]
        assert ledger.transactions[1].account == OTHER_CARD
    alone = gather(files[:2])
    assert [row.kind for row in alone.transactions] == ["spending", "repayment"]


@pytest.mark.parametrize("app", [alipay, wechat])
def test_a_card_repaid_through_an_app_stands_in_three_exports_and_counts_once(app):
    card = "招商银行信用卡(5678)"
    paid = app(
        80,
        20,
        kind="repayment",
        nature="repaid",
        method=OTHER_CARD,
        counterparty="招商银行",
        text="信用卡还款",
    )
    name = "支付宝" if app is alipay else "财付通"
    files = [
        reading(paid, name="app.csv"),
        reading(bank(80, 20, OTHER_CARD, text=f"{name}-信用卡还款"), name="debit.csv"),
        reading(
            bank(80, 21, card, kind="repayment", nature="repaid", way="in", text="还款"), name="card.csv"
        ),
    ]
    for some in permutations(files):
        ledger = gather(some)
        assert bare(ledger) == [paid]
        assert ledger.counts.doubles == 2
        assert gather(some, ledger.transactions).transactions == ledger.transactions


def test_two_cards_repaid_with_one_sum_are_not_one_repayment():
    cards = ("招商银行信用卡(5678)", "中信银行信用卡(4321)")
    paid = [
        alipay(
            80, 20, 2 + at, kind="repayment", nature="repaid", method=OTHER_CARD, text=f"信用卡还款-{card}"
        )
        for at, card in enumerate(cards)
    ]
    came = [
        reading(
            bank(80, 20, card, kind="repayment", nature="repaid", way="in", text="还款"), name=f"{at}.csv"
        )
        for at, card in enumerate(cards)
    ]
    assert sorted(one.text for one in gather([reading(*paid), *came]).transactions) == sorted(
        one.text for one in paid
    )
    alone = gather([reading(paid[0]), *came])
    assert [row.source for row in alone.transactions].count("bank") == 1


@pytest.mark.parametrize("said", ["花呗还款", "白条还款", "借呗还款"])
def test_a_repayment_of_an_app_s_credit_is_none_of_a_card(said):
    card = "招商银行信用卡(5678)"
    paid = alipay(80, 20, 2, kind="repayment", nature="repaid", method=OTHER_CARD, text=said)
    came = bank(80, 20, card, kind="repayment", nature="repaid", way="in", text="还款")
    assert len(gather([reading(paid), reading(came, name="card.csv")]).transactions) == 2


def test_a_transfer_between_own_accounts_is_own_on_both_sides():
    out = bank(500, 0, OTHER_CARD, nature="person", counterparty="张三")
    came = bank(500, 1, kind="income", nature="person", way="in", counterparty="张三")
    for some in permutations([reading(out, name="a.csv"), reading(came, name="b.csv")]):
        ledger = gather(some)
        assert [(row.kind, row.nature, row.way) for row in ledger.transactions] == [
            ("transfer", "own-account", "out"),
            ("transfer", "own-account", "in"),
        ]
        assert ledger.counts.own_account == 1
        assert gather(some, ledger.transactions).transactions == ledger.transactions


def test_the_same_side_may_stand_in_the_words_of_a_bank_without_a_column_for_it():
    out = bank(500, 0, OTHER_CARD, nature="person", text="张三 跨行转账")
    came = bank(500, 0, kind="income", nature="person", way="in", counterparty="张三")
    assert gather([reading(out, name="a.csv"), reading(came, name="b.csv")]).counts.own_account == 1
    other = replace(out, counterparty="李四")
    assert gather([reading(other, name="a.csv"), reading(came, name="b.csv")]).counts.own_account == 0


def test_what_was_sent_from_a_wallet_to_an_own_card_is_own_on_both_sides():
    sent = alipay(500, 0, 1, nature="person", counterparty="张三", text="转账到银行卡", method=OTHER_CARD)
    left = quick(500, 0, counterparty="张三", account=OTHER_CARD)
    came = bank(500, 1, kind="income", nature="person", way="in", counterparty="张三")
    files = [reading(sent), reading(left, name="b.csv"), reading(came, name="c.csv")]
    for some in (files, files[::2]):
        ledger = gather(some)
        assert [(row.kind, row.nature, row.way) for row in ledger.transactions] == [
            ("transfer", "own-account", "out"),
            ("transfer", "own-account", "in"),
        ]
        assert gather(some, ledger.transactions).transactions == ledger.transactions
    stranger = replace(came, counterparty="李四")
    assert gather([reading(sent), reading(stranger, name="c.csv")]).counts.own_account == 0


def test_a_row_that_names_the_other_card_is_enough():
    out = bank(500, 0, OTHER_CARD, nature="person", text="转账至尾号1234")
    came = bank(500, 0, kind="income", nature="unclear", way="in")
    assert gather([reading(out, name="a.csv"), reading(came, name="b.csv")]).counts.own_account == 1


def test_two_strangers_and_one_sum_are_no_transfer():
    out = bank(500, 0, OTHER_CARD, nature="person", counterparty="张三")
    came = bank(500, 0, kind="income", nature="person", way="in", counterparty="李四")
    ledger = gather([reading(out, name="a.csv"), reading(came, name="b.csv")])
    assert [row.kind for row in ledger.transactions] == [
        "spending",
        "income",
    ] or ledger.counts.own_account == 0
    assert ledger.findings == ()


def test_an_app_is_no_person_whom_both_accounts_know():
    out = bank(500, 0, OTHER_CARD, nature="unclear", counterparty="财付通")
    came = bank(500, 0, kind="income", nature="unclear", way="in", counterparty="财付通")
    assert gather([reading(out, name="a.csv"), reading(came, name="b.csv")]).counts.own_account == 0


def test_a_book_kept_by_hand_is_matched_with_nothing():
    out = one(500, 0, "transfer", "own-account", source="beancount", way="out", counterparty="张三")
    came = bank(500, 0, kind="income", nature="person", way="in", counterparty="张三")
    ledger = gather([reading(out), reading(came, name="b.csv")])
    assert (ledger.counts.own_account, len(ledger.transactions)) == (0, 2)


def test_a_row_made_own_keeps_which_way_it_went():
    out = bank(500, 0, OTHER_CARD, nature="person", counterparty="张三", way="")
    came = bank(500, 0, kind="income", nature="person", way="", counterparty="张三")
    files = [reading(out, name="a.csv"), reading(came, name="b.csv")]
    ledger = gather(files)
    assert sorted(row.way for row in ledger.transactions) == ["in", "out"]
    assert gather(files, ledger.transactions).transactions == ledger.transactions


def test_a_repayment_that_names_another_card_is_not_this_card_s():
    paid = bank(80, 20, OTHER_CARD, kind="repayment", nature="repaid", text="中信银行信用卡(9999)还款")
    came = bank(80, 20, "招商银行(5678)", kind="repayment", nature="repaid", way="in", text="还款")
    assert len(gather([reading(paid, name="a.csv"), reading(came, name="b.csv")]).transactions) == 2


def test_a_name_that_two_rows_bear_tells_nothing():
    app = alipay(25, 0, 1, method=CARD, counterparty="麦当劳")
    rows = [quick(25, counterparty="支付宝-麦当劳", at=time(hour)) for hour in (8, 9)]
    ledger = gather([reading(app), reading(*rows, name="b.csv")])
    assert codes(ledger) == [("gather-unclear", 1), ("gather-unclear", 2)]


def test_money_moved_into_and_out_of_a_wallet_is_own_on_both_sides():
    app = [
        wechat(1300, 0, kind="transfer", nature="own-account", said_category="零钱充值", counterparty=CARD),
        wechat(
            100.10,
            2,
            kind="transfer",
            nature="own-account",
            said_category="零钱提现",
            counterparty=CARD,
            fee_fen=10,
        ),
    ]
    rows = [
        bank(1300, 0, text="财付通-微信零钱充值"),
        bank(100, 2, kind="income", nature="unclear", way="in", text="财付通-微信零钱提现"),
    ]
    ledger = gather([reading(*app), reading(*rows, name="b.csv")])
    assert {(row.kind, row.nature) for row in ledger.transactions} == {("transfer", "own-account")}
    assert len(ledger.transactions) == 4
    assert ledger.counts.own_account == 2


def test_every_pair_of_kinds_is_tried():
    """Two rows alone, of every kind and source, are never one unless they are said to be."""
    rows = [alipay(5, 0, 1), wechat(5, 0), bank(5), one(5, 0, source="jd"), one(5, 0, source="meituan")]
    for first, second in combinations(rows, 2):
        assert len(gather([reading(first), reading(second, name="b.csv")]).transactions) == 2


APPS = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from([5, 7]), st.sampled_from([CARD, "余额"])), max_size=4
)
BANKS = st.lists(st.tuples(st.integers(0, 3), st.sampled_from([5, 7]), st.booleans()), max_size=4)


@pytest.mark.property
@given(APPS, BANKS)
def test_doubles_against_every_matching_there_is(apps, banks):
    """What the bank's row and the app's must have in common is said here again, by hand."""
    app = reading(*(alipay(yuan, day, n, method=method) for n, (day, yuan, method) in enumerate(apps)))
    theirs = reading(
        *(quick(yuan, day, "支付宝" if named else "消费", file="b.csv") for day, yuan, named in banks),
        name="b.csv",
    )
    aside, unclear = set(), set()
    for fen in (5, 7):
        ours = [(n, day) for n, (day, yuan, method) in enumerate(apps) if yuan == fen and method == CARD]
        rows = [(n, day) for n, (day, yuan, named) in enumerate(banks) if yuan == fen and named]
        covered = [{low for _, low in some} for some in best_matchings(ours, rows)]
        aside |= set.intersection(*covered)
        unclear |= set.union(*covered) - set.intersection(*covered)
    ledger = gather([app, theirs])
    assert {row.row - 1 for row in ledger.set_aside} == aside
    assert {line for code, line in codes(ledger) if code == "gather-unclear"} == {low + 1 for low in unclear}

"""Payments on debts that no export calls so: never blamed on habits, never taken for income; a shop stays a shop."""

from dataclasses import replace
from datetime import date

import pytest

from ashore.diagnosis.category_rules import CATEGORIES, DEBT
from ashore.diagnosis.corrections import Correction, read_corrections, write_corrections
from ashore.diagnosis.on_debts import may_be_on_debt, on_debts
from ashore.diagnosis.why import why
from ashore.documents.sorting import sort_bills
from ashore.household.transactions import NATURES, Transaction
from ashore.packs.categories import load_rules
from diagnosis.half_year import MONTHS, asked, debt, owed, rent, row, stated, wage

CN = load_rules("cn")
DAY = date(2026, 3, 5)
NAMES = ("分期乐", "360借条", "滴滴", "招商银行", "有钱花")
OUT = Transaction(
    DAY, 60_000, "spending", "purchase", counterparty="深圳市分期乐网络科技有限公司", text="快捷支付"
)
IN = replace(OUT, kind="income", nature="unclear")


def kinds(*rows, said=(), names=NAMES):
    """Return the kind and nature of each row afterwards."""
    return [(one.kind, one.nature) for one in on_debts(rows, said, names, CN.debt_signs).ledger]


def test_what_names_a_debt_is_repaid_where_it_went_out_and_borrowed_where_it_came_in():
    assert kinds(OUT, IN) == [("repayment", "repaid"), ("transfer", "borrowed")]
    assert on_debts([IN, OUT], (), NAMES, CN.debt_signs).by == {0: "named", 1: "named"}


@pytest.mark.parametrize(
    ("side", "text", "turned"),
    [
        ("奇富科技", "360借条 转账", True),
        ("滴滴出行", "快捷支付", False),
        ("滴滴金融", "滴滴 借款代扣", True),
        ("招商银行", "跨行转账", False),
        ("招商银行", "消费贷扣款", True),
        ("360 安全", "会员", False),
        ("度小满", "有钱花", False),
        ("", "", False),
    ],
)
def test_a_name_alone_says_nothing_without_a_word_of_lending(side, text, turned):
    one = replace(OUT, counterparty=side, text=text)
    assert kinds(one) == ([("repayment", "repaid")] if turned else [("spending", "purchase")])


@pytest.mark.parametrize("nature", sorted(set(NATURES) - {"purchase", "person", "unclear"}))
def test_what_an_export_is_sure_of_stands(nature):
    one = replace(OUT, nature=nature)
    assert kinds(one, said=[Correction("分期乐", DEBT)]) == [("spending", nature)]
    assert not may_be_on_debt(one)


def test_a_refund_a_purchase_on_credit_and_a_transfer_without_a_way_stand():
    rows = [
        replace(OUT, kind="refund"),
        replace(OUT, credit="huabei"),
        replace(OUT, kind="transfer", nature="unclear"),
        replace(OUT, kind="repayment"),
    ]
    assert on_debts(rows, [Correction("分期乐", DEBT)], NAMES, CN.debt_signs).ledger == tuple(rows)


def test_a_transfer_that_says_its_way_counts_by_it():
    one = replace(OUT, kind="transfer", nature="person")
    assert kinds(replace(one, way="in"), replace(one, way="out"), one) == [
        ("transfer", "borrowed"),
        ("repayment", "repaid"),
        ("repayment", "repaid"),
    ]


def test_the_newest_word_of_the_person_decides():
    one = replace(OUT, counterparty="王建国", text="转账", nature="person")
    debt_, food = Correction("王建国", DEBT), Correction("王建国", "food", field="counterparty")
    assert kinds(one) == [("spending", "person")]
    assert kinds(one, said=[debt_]) == [("repayment", "repaid")]
    assert kinds(one, said=[debt_, food]) == [("spending", "person")]
    assert kinds(one, said=[food, debt_]) == [("repayment", "repaid")]
    assert kinds(OUT, said=[Correction("分期乐", "electronics")]) == [("spending", "purchase")]
    assert on_debts([one], [debt_], (), ()).by == {0: "correction: 王建国"}


def test_a_debt_is_no_category_and_its_correction_is_kept_like_any_other():
    assert DEBT not in CATEGORIES
    said = (Correction("王建国", DEBT, field="counterparty"),)
    assert read_corrections(write_corrections(said)).corrections == said
    found = sort_bills(
        [OUT, replace(OUT, kind="refund")], None, CN, [Correction("分期乐", DEBT)], trader=False
    )
    assert [one.category for one in found.ledger] == ["", ""]
    assert [one.category for one in found.decided] == ["correction: 分期乐", ""]
    assert found.unknown_count == 0


def test_twice_is_as_once():
    rows = [OUT, IN, replace(OUT, counterparty="超市")]
    once = on_debts(rows, (), NAMES, CN.debt_signs).ledger
    assert on_debts(once, (), NAMES, CN.debt_signs).ledger == once


def test_an_instalment_that_a_bank_calls_a_payment_is_no_habit():
    """¥600 a month to a lender, worked by hand: as spending it hides that the wage left so much over."""
    paid = [replace(OUT, day=one.replace(day=5), source="bank") for one in MONTHS]
    living = [each for one in MONTHS for each in (rent(one), wage(one), row(one, 9, 2_400, category="food"))]
    home = [debt(8_000, "分期乐")]
    named = on_debts([*living, *paid], (), ("分期乐",), CN.debt_signs).ledger
    found = why(asked(named, home, owed(11_600, "分期乐")))
    assert found.change.fen == -3_600_00
    assert stated(found) == {"left-over": -3_600}
    spent = why(asked([*living, *paid], home, owed(11_600, "分期乐")))
    assert "left-over" not in stated(spent)

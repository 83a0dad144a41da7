"""On the page of payments: what was paid on a debt is shown so, and the person may say that it was one, or was none."""

import re
import uuid
from datetime import date

import pytest

from ashore.household.writing import Set
from ashore.store import book
from ashore.store.private.bills import taught
from ashore.web import ledger
from ashore.web.views.bills import household_now
from web.made_bills import HOUSEHOLD, Paid, alipay
from web.test_bills import keep, look_at

LENDER = "分期乐"
HOME = HOUSEHOLD.replace('name = "网商贷"', f'name = "{LENDER}"')
ROWS = [
    Paid(date(2026, 3, 2), LENDER, "600.00", "商户扣款", "其他"),
    Paid(date(2026, 3, 3), "王建国", "300.00", "转账", "转账红包"),
    Paid(date(2026, 3, 4), "李四", "5000.00", "转账", "转账红包", "收入"),
    Paid(date(2026, 3, 5), "花呗", "120.00", "花呗自动还款", "信用借还", "不计收支", "还款成功"),
    Paid(date(2026, 3, 6), "永辉超市", "88.00"),
]
PAGE = "/bills/payments?month=2026-03"


@pytest.fixture
def kept(owner):
    """Return an owner with a debt whose lender a bill names without a word of repayment."""
    book.replace_all(uuid.uuid4(), HOME)
    look_at(owner, ("三月.csv", alipay(ROWS)))
    keep(owner)
    return owner


def said():
    """Return what each payment counts as, by whom it was with."""
    found = ledger.bills_of(household_now()).payments
    return {one.counterparty: (one.kind, one.nature, one.category) for one in found}


def place_of(who):
    """Return the number of a payment in the list."""
    return [one.counterparty for one in ledger.bills_of(household_now()).payments].index(who)


def choices(owner, who):
    """Return what the page offers to say of a payment, and what is chosen."""
    page = owner.get(f"{PAGE}&row={place_of(who)}")
    inside = re.search(r'<select id="category".*?</select>', page.text, re.DOTALL)
    options = re.findall(r'<option value="([^"]*)"( selected)?>', inside[0]) if inside else []
    return [code for code, _ in options], [code for code, chosen in options if chosen]


def teach(owner, who, code):
    """Say of a payment what it was."""
    owner.send(f"{PAGE}&row={place_of(who)}", {"category": code}, "/bills/payments/teach")


def test_what_names_a_debt_of_the_book_is_a_repayment_and_can_be_said_to_be_none(kept):
    assert said()[LENDER] == ("repayment", "repaid", "")
    offered, chosen = choices(kept, LENDER)
    assert chosen == ["debt"]
    assert {"", "food", "electronics"} < set(offered)
    teach(kept, LENDER, "electronics")
    assert said()[LENDER] == ("spending", "purchase", "electronics")
    assert choices(kept, LENDER)[1] == ["electronics"]


def test_a_payment_to_a_person_can_be_said_to_be_a_debt_repaid_and_forgotten(kept):
    assert said()["王建国"][:2] == ("spending", "person")
    teach(kept, "王建国", "debt")
    assert said()["王建国"] == ("repayment", "repaid", "")
    page = kept.get(PAGE)
    assert "王建国: 还债，或者借来的钱" in page.words
    kept.send(PAGE, {}, f"/bills/payments/{taught.taught()[0].id}/forget")
    assert said()["王建国"][:2] == ("spending", "person")


def test_what_came_in_can_be_said_to_be_borrowed_and_is_offered_no_spending(kept):
    assert said()["李四"][0] == "income"
    assert choices(kept, "李四") == (["", "debt", "other"], [])
    teach(kept, "李四", "debt")
    assert said()["李四"] == ("transfer", "borrowed", "")
    assert choices(kept, "李四") == (["", "debt", "other"], ["debt"])
    assert "借来的" in kept.get(PAGE).words


def test_what_the_export_itself_calls_a_repayment_is_not_asked_about(kept):
    assert said()["花呗"] == ("repayment", "repaid", "")
    assert f"row={place_of('花呗')}#ask" not in kept.get(PAGE).text


def test_a_debt_that_is_renamed_is_found_by_its_new_name_at_once(kept):
    entry = book.load().of("debt")[0]
    book.edit(uuid.uuid4(), entry.pk, entry.version, [Set("name", "阿福"), Set("creditor", "阿福")])
    assert said()[LENDER][0] == "spending"

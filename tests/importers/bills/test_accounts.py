"""Banks' exports of one account under several names: a payment counts once, two cards' payments stay two."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.household.transactions import Transaction
from ashore.importers.bills.accounts import as_one_account
from ashore.importers.bills.form import BillReading
from ashore.importers.bills.gathering import gather

FIRST = date(2026, 3, 1)


def paid(day, account, who="店", **more):
    """Return a bank's row on a day counted from the first."""
    on = FIRST + timedelta(days=day)
    return Transaction(
        on, 100 * (day + 1), "spending", counterparty=who, source="bank", account=account, **more
    )


def export(name, days, account, who="店"):
    """Return an export with a payment on each of some days."""
    rows = tuple(replace(paid(day, account, who), file=name, row=row) for row, day in enumerate(days, 1))
    return BillReading(name, "bank", rows)


def names(*readings):
    """Return the account of each reading's rows."""
    return [{one.account for one in reading.transactions} for reading in as_one_account(readings)]


@pytest.mark.parametrize("named", ["工商银行(1234)", "我的工行卡尾号1234", "工资卡"])
@pytest.mark.parametrize("before", ["", "工行", "卡"])
def test_a_longer_export_read_after_its_card_was_named_adds_its_new_rows_alone(before, named):
    short, long = export("a", range(10), before), export("b", range(25), named)
    for order in permutations([short, long]):
        found = gather(order).transactions
        assert len(found) == 25
        assert {one.account for one in found} == {named}


def test_a_name_that_was_changed_makes_no_payment_another():
    first, later = export("a", range(10), "工行(1234)"), export("b", range(10), "工资卡 尾号1234")
    assert len(gather([first, later]).transactions) == 10


def test_the_days_at_both_ends_may_be_cut_short():
    """The first export ends at noon of its last day, on which the second has more."""
    short, long = export("a", range(10), ""), export("b", range(5, 25), "工行(1234)")
    more = replace(paid(9, "工行(1234)", "晚饭"), file="b", row=99)
    long = replace(long, transactions=(*long.transactions, more))
    assert len(gather([short, long]).transactions) == 26


def test_two_cards_whose_payments_differ_stay_two():
    one, other = export("a", range(10), ""), export("b", range(10), "工行(1234)", "别的店")
    assert len(gather([one, other]).transactions) == 20
    assert names(one, other) == [{""}, {"工行(1234)"}]


def test_one_payment_alike_does_not_make_two_cards_one():
    """Both banks took ¥1 on the first day; all else differs."""
    one = export("a", range(10), "")
    rows = (paid(0, "工行(1234)"), *(paid(day, "工行(1234)", "别的店") for day in range(1, 10)))
    assert len(gather([one, BillReading("b", "bank", rows)]).transactions) == 20


def test_what_repeats_two_cards_is_neither_for_certain():
    vague = export("a", range(10), "")
    cards = [export("b", range(10), "工行(1234)"), export("c", range(10), "招行(9999)")]
    assert names(vague, *cards) == [{""}, {"工行(1234)"}, {"招行(9999)"}]
    assert len(gather([vague, *cards]).transactions) == 30


def test_through_one_that_lies_between():
    """The first and the last have no day in common; the one between, unnamed as well, has days of both."""
    readings = [
        export("a", range(10), ""),
        export("b", range(5, 20), "卡"),
        export("c", range(15, 30), "工行(1234)"),
    ]
    for order in permutations(readings):
        found = gather(order).transactions
        assert len(found) == 30
        assert {one.account for one in found} == {"工行(1234)"}


def test_what_is_no_banks_is_left_as_it_is():
    app = replace(paid(1, ""), source="alipay")
    readings = (BillReading("a", "alipay", (app,)), export("b", range(3), "工行(1234)"), BillReading("c", ""))
    assert as_one_account(readings) == readings


@given(
    st.lists(st.tuples(st.integers(0, 12), st.sampled_from("甲乙丙")), max_size=12),
    st.integers(0, 12),
    st.integers(0, 12),
    st.sampled_from(["", "卡", "工行"]),
)
def test_two_windows_on_one_account_are_the_account(truth, first, last, before):
    """However two exports are cut out of one account, what they hold together counts once."""
    since, until = min(first, last), max(first, last)
    rows = [replace(paid(day, "", who), row=place) for place, (day, who) in enumerate(truth, 1)]
    inside = tuple(
        replace(one, account=before, file="a") for one in rows if since <= (one.day - FIRST).days <= until
    )
    whole = tuple(replace(one, account="工行(1234)", file="b") for one in rows)
    found = gather([BillReading("a", "bank", inside), BillReading("b", "bank", whole)]).transactions
    assert len(found) == len(whole)

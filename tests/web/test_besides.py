"""Beside the payments: a thing sold is gone, a friend's money is a debt, a sum put off is still to come."""

import uuid
from datetime import date

import pytest

from ashore.packs.planned import plan_of
from ashore.store import book
from ashore.web.views import checkin

HOME = """format = "ashore/1"
[household]
as_of = 2027-01-31
cash = 5000.00
[[income]]
name = "wage"
amount = 3000.00
day = 10
[[income]]
name = "refund"
amount = 400.00
every = "once"
on = 2027-02-12
[[spending]]
name = "living"
amount = 2000.00
[[asset]]
name = "scooter"
value = 1500.00
sell = true
[[due]]
name = "school"
amount = 900.00
on = 2027-02-16
[[debt]]
id = "a"
name = "bank"
balance = 1200.00
periods_left = 12
due_day = 15
rate = "0%/year"
method = "equal-principal"
[[lever]]
kind = "friend-loan"
name = "Li"
amount_max = 6000.00
months = 12
rate = "4%/year"
"""


@pytest.fixture
def teller(owner, monkeypatch):
    """Return a browser before a household with a thing to sell, a friend's offer and single sums."""
    book.replace_all(uuid.uuid4(), HOME)
    monkeypatch.setattr(checkin, "today", lambda: date(2027, 3, 20))
    return owner


def entry(section, name):
    """Return an entry by its section and name."""
    return next(one for one in book.load().of(section) if book.entry_values(one).get("name") == name)


def tell(teller, **typed):
    """Report the payment up to 20 February as planned, with something besides."""
    form = teller.get("/checkin?day=2027-02-20").form("/checkin")
    return teller.post("/checkin", {**form, "full-0": "1", "money-cash": "800", **typed})


def household():
    """Return the household as the book says it."""
    found = book.load().reading().household
    assert found is not None
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_is_asked_about(teller, language):
    teller.speaks(language)
    words = teller.get("/checkin?day=2027-02-20").words
    assert all(name in words for name in ("scooter", "Li", "school", "refund"))
    assert "beside-" not in words


def test_single_sums_after_the_day_are_not_asked_about(teller):
    words = teller.get("/checkin?day=2027-02-11").words
    assert "school" not in words
    assert "refund" not in words


def test_nothing_ticked_changes_nothing_else(teller):
    assert tell(teller).where == "/"
    now = household()
    assert (len(now.assets), len(now.friend_loans), len(now.debts)) == (1, 1, 1)


def test_what_was_sold_is_not_sold_again(teller):
    """It stays in the list as sold: no plan counts on it, and the next check-in does not ask about it."""
    tell(teller, **{f"done-{entry('asset', 'scooter').pk}": "1"})
    (one,) = household().assets
    assert (one.selling, one.for_sale) == ("sold", False)
    assert plan_of(household()).outcome.sales == ()
    assert "scooter" not in teller.get("/checkin?day=2027-03-10").words


def test_a_sale_is_undone_with_all_that_was_told(teller):
    before = book.load().text
    tell(teller, **{f"done-{entry('asset', 'scooter').pk}": "1"})
    change = book.last_change()
    assert change is not None
    teller.send("/situation", {}, f"/undo/{change.pk}")
    assert book.load().text == before
    assert household().assets[0].for_sale


def test_a_friends_money_that_came_on_the_day_of_the_figures_is_told(teller):
    pk = entry("lever", "Li").pk
    tell(teller, **{f"done-{pk}": "1", f"owed-{pk}": "6000", f"when-{pk}": "2027-01-31"})
    assert [debt.start for debt in household().debts if debt.name == "Li"] == [date(2027, 1, 31)]


def test_a_friends_money_that_came_is_owed(teller):
    """¥6,000 at 4 % for 12 months from 5 February: twelve level payments of ¥510.90 from 5 March on."""
    pk = entry("lever", "Li").pk
    tell(teller, **{f"done-{pk}": "1", f"owed-{pk}": "6000", f"when-{pk}": "2027-02-05"})
    now = household()
    assert now.friend_loans == ()
    owed = next(debt for debt in now.debts if debt.name == "Li")
    assert (owed.balance_fen, owed.periods_left, owed.terms.due_day) == (6000_00, 12, 5)
    assert (owed.lender_kind, owed.priority) == ("friend", "family")
    assert owed.id not in {debt.id for debt in now.debts if debt is not owed}
    page = teller.get(f"/debt/{entry('debt', 'Li').pk}")
    assert "510.90" in page.words


@pytest.mark.parametrize(
    "typed", [{"owed": "", "when": "2027-02-05"}, {"owed": "6000", "when": "2027-03-05"}]
)
def test_a_friends_money_that_is_unclear_is_said_and_nothing_saved(teller, typed):
    pk, before = entry("lever", "Li").pk, book.load().text
    page = tell(teller, **{f"done-{pk}": "1", f"owed-{pk}": typed["owed"], f"when-{pk}": typed["when"]})
    assert page.status == 400
    assert book.load().text == before


def test_a_sum_put_off_is_still_to_be_paid(teller):
    pk = entry("due", "school").pk
    tell(teller, **{f"done-{pk}": "1", f"when-{pk}": "2027-03-01"})
    assert household().dues[0].on == date(2027, 3, 1)


def test_a_sum_put_off_into_the_past_is_said(teller):
    pk = entry("due", "school").pk
    assert tell(teller, **{f"done-{pk}": "1", f"when-{pk}": "2027-02-18"}).status == 400


def test_all_of_it_is_undone_as_one(teller):
    before = book.load().text
    pk = entry("lever", "Li").pk
    tell(
        teller,
        **{
            f"done-{pk}": "1",
            f"owed-{pk}": "6000",
            f"when-{pk}": "2027-02-05",
            f"done-{entry('asset', 'scooter').pk}": "1",
        },
    )
    change = book.last_change()
    assert change is not None
    teller.send("/situation", {}, f"/undo/{change.pk}")
    assert book.load().text == before


@pytest.mark.parametrize("name", ['name = "Li"', ""])
def test_of_two_friends_of_one_name_or_none_each_has_its_own_terms(teller, name):
    text = HOME.replace('name = "Li"', name)
    text += f'[[lever]]\nkind = "friend-loan"\n{name}\namount_max = 900.00\nmonths = 3\nrate = "0%/year"\n'
    book.replace_all(uuid.uuid4(), text)
    second = book.load().of("lever")[1]
    tell(teller, **{f"done-{second.pk}": "1", f"owed-{second.pk}": "900", f"when-{second.pk}": "2027-02-05"})
    owed = next(debt for debt in household().debts if debt.id != "a")
    assert (owed.balance_fen, owed.periods_left) == (900_00, 3)
    assert len(household().friend_loans) == 1


def test_a_guarantee_of_nothing_due_is_not_asked_about(teller):
    book.replace_all(uuid.uuid4(), HOME.replace("amount = 900.00\non", "amount = 0.00\non"))
    assert "school" not in teller.get("/checkin?day=2027-02-20").words

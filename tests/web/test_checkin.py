"""A payment made, late, in part or missed: the debts become what the contract says, and the plan starts from there."""

import uuid
from datetime import date
from decimal import Decimal

import pytest

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
[[spending]]
name = "living"
amount = 2000.00
[[debt]]
id = "a"
name = "bank"
balance = 1200.00
periods_left = 12
due_day = 15
rate = "0%/year"
method = "equal-principal"
penalty = "0.05%/day"
prepayment = {allowed = false}
"""


@pytest.fixture
def payer(owner, monkeypatch):
    """Return a browser before a household with one debt of ¥100 a month."""
    book.replace_all(uuid.uuid4(), HOME)
    monkeypatch.setattr(checkin, "today", lambda: date(2027, 3, 20))
    return owner


def tell(payer, day, **typed):
    """Report what happened up to a day: paid as planned where nothing else is typed."""
    form = payer.get(f"/checkin?day={day}").form("/checkin")
    full = {"full-0": "1"} if form.get("planned-0") and "amount-0" not in typed else {}
    typed.setdefault("money-cash", "800")
    return payer.post("/checkin", {**form, **full, **typed})


def household():
    """Return the household as the book says it."""
    found = book.load().reading().household
    assert found is not None
    return found


def test_the_plans_payment_is_offered_as_it_is(payer):
    form = payer.get("/checkin?day=2027-02-20").form("/checkin")
    assert (form["debt-0"], form["on-0"], form["planned-0"]) == ("a", "2027-02-15", "100.00")
    assert (form["amount-0"], form["money-cash"]) == ("", "")


def test_paid_as_planned(payer):
    assert tell(payer, "2027-02-20", **{"money-cash": "800"}).where == "/"
    now = household()
    assert (now.as_of, now.cash_fen) == (date(2027, 2, 20), 800_00)
    assert (now.debts[0].balance_fen, now.debts[0].periods_left, now.debts[0].arrears) == (1100_00, 11, None)
    assert [one.amount_fen for one in now.debts[0].events] == [100_00]


def test_missed_is_overdue_and_the_new_plan_is_there(payer):
    """¥100 of the 15th missed: on the 25th ¥0.50 of penalty, and Today speaks of it without a word of blame."""
    tell(payer, "2027-02-25", **{"amount-0": ""})
    arrears = household().debts[0].arrears
    assert arrears is not None
    assert (arrears.since, arrears.principal_fen, arrears.penalty_fen) == (date(2027, 2, 15), 100_00, 50)
    assert payer.get("/").status == 200


def test_part_of_it_leaves_the_rest(payer):
    tell(payer, "2027-02-20", **{"amount-0": "60"})
    arrears = household().debts[0].arrears
    assert arrears is not None
    assert arrears.principal_fen == 40_00


def test_late_counts_from_the_day_it_was_paid(payer):
    """Paid on the 20th instead of the 15th: five days of 0.05 % on ¥100 are ¥0.25, still unpaid."""
    tell(payer, "2027-02-20", **{"on-0": "2027-02-20"})
    arrears = household().debts[0].arrears
    assert arrears is not None
    assert (arrears.principal_fen + arrears.penalty_fen) == 25


@pytest.mark.parametrize(
    "typed",
    [{"amount-0": "lots"}, {"on-0": "2027-03-01", "full-0": "1"}, {"money-cash": "some"}, {"money-cash": ""}],
)
def test_what_cannot_be_read_is_said_and_nothing_saved(payer, typed):
    before = book.load().text
    page = tell(payer, "2027-02-20", **typed)
    assert page.status == 400
    assert 'role="alert"' in page.text
    assert book.load().text == before


def test_sent_twice_it_counts_once(payer):
    form = payer.get("/checkin?day=2027-02-20").form("/checkin")
    for _ in range(2):
        assert payer.post("/checkin", {**form, "full-0": "1", "money-cash": "800"}).where == "/"
    assert household().debts[0].balance_fen == 1100_00


def test_a_report_from_before_another_change_is_refused_with_what_was_typed(payer):
    form = payer.get("/checkin?day=2027-02-20").form("/checkin")
    book.add(uuid.uuid4(), "income", {"name": "x", "amount": Decimal("1.00")})
    page = payer.post("/checkin", {**form, "amount-0": "60", "money-cash": "800"})
    assert page.status == 409
    assert page.form("/checkin")["amount-0"] == "60"
    assert household().as_of == date(2027, 1, 31)


LATE = (
    HOME
    + "arrears = {since = 2027-01-15, principal = 100.00, interest = 0.00, penalty = 0.80, fees = 0.00}\n"
)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_on_the_day_of_the_figures_what_was_paid_since_is_told(payer, monkeypatch, language):
    """¥60.80 on the day itself: the penalty of ¥0.80 first, then ¥60 of the ¥100 overdue."""
    book.replace_all(uuid.uuid4(), LATE)
    monkeypatch.setattr(checkin, "today", lambda: date(2027, 1, 31))
    payer.speaks(language)
    page = payer.get("/checkin")
    assert (page.status, page.form("/checkin")["day"]) == (200, "2027-01-31")
    assert "checkin-" not in page.words
    typed = {"amount-0": "60.80", "on-0": "2027-01-31", "money-cash": "4939.20"}
    assert payer.post("/checkin", {**page.form("/checkin"), **typed}).where == "/"
    now = household()
    arrears = now.debts[0].arrears
    assert arrears is not None
    assert (arrears.principal_fen, arrears.penalty_fen) == (40_00, 0)
    assert (now.as_of, now.cash_fen) == (date(2027, 1, 31), 4939_20)
    assert [(one.on, one.amount_fen) for one in now.debts[0].events] == [(date(2027, 1, 31), 60_80)]


def test_a_payment_on_the_day_of_the_last_figures_is_told_later_too(payer):
    book.replace_all(uuid.uuid4(), LATE)
    tell(payer, "2027-02-10", **{"amount-0": "60.80", "on-0": "2027-01-31"})
    arrears = household().debts[0].arrears
    assert arrears is not None
    assert (arrears.principal_fen, arrears.penalty_fen) == (40_00, 20)  # ten days of 0.05 % on ¥40


@pytest.mark.parametrize(("language", "word"), [("zh", "这一天还没到"), ("en", "a day still to come")])
def test_figures_of_a_day_to_come_have_nothing_to_tell(payer, monkeypatch, language, word):
    monkeypatch.setattr(checkin, "today", lambda: date(2027, 1, 30))
    payer.speaks(language)
    page = payer.get("/checkin")
    assert page.status == 200
    assert word in page.words
    assert 'action="/checkin"' not in page.text


OLD = (
    HOME.replace("periods_left = 12", "periods_left = 0")
    + """arrears = {since = 2023-03-15, principal = 1200.00, interest = 0.00, penalty = 300.00, fees = 0.00}
last_demand = 2023-04-01
last_payment = 2023-03-01
"""
)
"""Of it nobody has asked for, nor paid on it, for more than three years: the plan leaves it out until asked about."""
NEWER = """[[debt]]
id = "b"
name = "card"
balance = 600.00
periods_left = 6
due_day = 20
rate = "0%/year"
method = "equal-principal"
"""


def test_an_old_debt_that_the_plan_leaves_out_moves_with_the_others(payer):
    """On ¥1,200 overdue twenty days at 0.05 % are ¥12 more; no lender is to be asked about it."""
    book.replace_all(uuid.uuid4(), OLD + NEWER)
    page = tell(payer, "2027-02-20", **{"amount-0": ""})
    assert page.where == "/"
    old = household().debts[0].arrears
    assert old is not None
    assert (old.principal_fen, old.penalty_fen) == (1200_00, 312_00)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_was_paid_on_an_old_debt_can_be_told_with_what_to_ask_first(payer, language):
    book.replace_all(uuid.uuid4(), OLD + NEWER)
    payer.speaks(language)
    page = payer.get("/checkin?day=2027-02-20")
    form = page.form("/checkin")
    (row,) = [name.removeprefix("debt-") for name, value in form.items() if value == "a"]
    assert "12348" in page.words
    payer.post("/checkin", {**form, f"amount-{row}": "300", f"on-{row}": "2027-01-31", "money-cash": "800"})
    assert [one.amount_fen for one in household().debts[0].events] == [300_00]


def test_two_debts_of_one_name_are_told_apart(payer):
    book.replace_all(uuid.uuid4(), HOME + NEWER.replace("card", "bank"))
    payer.speaks("en")
    words = payer.get("/checkin?day=2027-02-20").words
    assert "bank (due on day 15" in words
    assert "bank (due on day 20" in words


def test_a_day_written_as_people_do_is_read(payer):
    tell(payer, "2027-02-20", **{"on-0": "2027/2/15"})
    assert [one.on for one in household().debts[0].events] == [date(2027, 2, 15)]


def test_no_day_to_come_is_told_of(payer):
    assert payer.get("/checkin?day=2027-04-20").form("/checkin")["day"] == "2027-03-20"


def test_another_day_keeps_what_was_typed(payer):
    form = payer.get("/checkin?day=2027-02-20").form("/checkin")
    again = {**form, "amount-0": "60", "money-cash": "800", "day": "2027-03-16", "show": "1"}
    page = payer.post("/checkin", again)
    shown = page.form("/checkin")
    assert (page.status, shown["amount-0"], shown["money-cash"]) == (200, "60", "800")
    assert household().as_of == date(2027, 1, 31)


def test_with_accounts_their_sums_are_the_money_at_hand(payer):
    book.add(uuid.uuid4(), "account", {"id": "card", "balance": Decimal("5000.00")})
    account = book.load().of("account")[0]
    tell(payer, "2027-02-20", **{f"money-{account.pk}": "700"})
    assert household().cash_fen == 700_00


def test_a_debt_under_an_agreement_is_left_for_the_lender_to_say(payer):
    debt = book.load().of("debt")[0]
    agreed = {"kind": "defer", "months": 3, "status": "agreed-written"}
    book.add(uuid.uuid4(), "debt.concession", agreed, owner=debt)
    page = tell(payer, "2027-02-20")
    assert "bank" in page.words
    assert household().debts[0].balance_fen == 1200_00


def test_a_settlement_paid_is_the_end_of_the_debt(payer):
    debt = book.load().of("debt")[0]
    agreed = {
        "kind": "settle",
        "amount": Decimal("600.00"),
        "until": date(2027, 2, 28),
        "status": "agreed-written",
    }
    book.add(uuid.uuid4(), "debt.concession", agreed, owner=debt)
    tell(payer, "2027-02-28", **{"amount-0": "600", "on-0": "2027-02-28"})
    one = household().debts[0]
    assert (one.balance_fen, one.arrears, one.concessions) == (0, None, ())
    assert payer.get("/").status == 200


def test_it_is_undone_as_one(payer):
    before = book.load().text
    tell(payer, "2027-02-20")
    change = book.last_change()
    assert change is not None
    payer.send("/situation", {}, f"/undo/{change.pk}")
    assert book.load().text == before


def test_what_the_file_cannot_say_is_asked_for(payer):
    """¥30 on 3 February, before anything is due: where none may be repaid early, the lender is to be asked."""
    page = tell(payer, "2027-02-10", **{"amount-0": "30", "on-0": "2027-02-03"})
    assert page.status == 200
    assert "bank" in page.words


@pytest.mark.parametrize("language", ["zh", "en"])
def test_more_than_was_owed_is_taken_as_told_and_said(payer, language):
    """¥1,200 owed, ¥1,250 told: the debt is closed, the payment stands as told, and the ¥50 are said."""
    book.replace_all(uuid.uuid4(), HOME.replace("prepayment = {allowed = false}\n", ""))
    payer.speaks(language)
    page = tell(payer, "2027-02-20", **{"amount-0": "1250"})
    assert page.status == 200
    assert "¥50" in page.words
    now = household()
    assert (now.debts[0].balance_fen, [one.amount_fen for one in now.debts[0].events]) == (0, [1250_00])


def test_what_was_typed_stays_when_another_day_is_asked_for(payer):
    """Two months are told, in part; then another day: both sums stay, each on its own payment."""
    form = payer.get("/checkin?day=2027-03-20").form("/checkin")
    typed = {"amount-0": "30", "amount-1": "40", "day": "2027-03-18", "show": "1"}
    page = payer.post("/checkin", {**form, **typed})
    shown = page.form("/checkin")
    assert (shown["amount-0"], shown["amount-1"]) == ("30", "40")
    page = payer.post("/checkin", {**form, **typed, "day": "2027-02-20"})
    shown = page.form("/checkin")
    assert [value for name, value in shown.items() if name.startswith("amount-")] == ["30", "40"]


def test_exactly_what_was_owed_closes_it(payer):
    book.replace_all(uuid.uuid4(), HOME.replace("prepayment = {allowed = false}\n", ""))
    assert tell(payer, "2027-02-20", **{"amount-0": "1200"}).where == "/"
    assert household().debts[0].balance_fen == 0


@pytest.mark.parametrize(
    ("language", "tick"), [("zh", "✓ 2027年2月15日：bank，¥100"), ("en", "✓ 15 Feb 2027: bank, ¥100")]
)
def test_what_was_told_has_its_tick_on_today_and_on_the_plan(payer, language, tick):
    payer.speaks(language)
    assert tick not in payer.get("/").words
    tell(payer, "2027-02-20")
    for path in ("/", "/plan"):
        assert tick in payer.get(path).words, path

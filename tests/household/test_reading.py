"""A file with every key is read to the values it says, each checked by hand."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from ashore.household.model import (
    Account,
    Alternative,
    Asset,
    Business,
    Deadline,
    Due,
    FriendLoan,
    Own,
    SideWork,
)
from ashore.loans.disclosed import Contingent, DisclosedItem
from ashore.loans.terms import (
    Arrears,
    Concession,
    DatedRate,
    Event,
    Grace,
    Instalment,
    LateFee,
    Minimum,
    Penalty,
    Prepayment,
)
from ashore.money import Rate
from household.files import CLEAN, DEBT, EVERY_KEY, HEAD, codes, read

EVERYTHING = read(EVERY_KEY.read_text("utf-8"))
DEBTS = {debt.id: debt for debt in EVERYTHING.debts}


def test_the_file_with_every_key_has_no_finding():
    assert codes(EVERY_KEY.read_text("utf-8")) == []


def test_the_household_itself():
    assert (EVERYTHING.id, EVERYTHING.name, EVERYTHING.jurisdiction) == (1, "示例", "cn")
    assert EVERYTHING.as_of == date(2026, 11, 23)
    assert EVERYTHING.cash_fen == 600_000
    assert (EVERYTHING.emergency_fund_fen, EVERYTHING.emergency_fund_months) == (300_000, 6)
    assert (EVERYTHING.cause, EVERYTHING.dependants) == ("shock", 1)


def test_income_and_spending():
    pay, gigs, bonus = EVERYTHING.incomes
    assert (pay.amount_fen, pay.every, pay.day, pay.since) == (980_000, "month", 10, date(2026, 12, 1))
    assert (gigs.every, gigs.certainty, gigs.low_fen) == ("week", "variable", 30_000)
    assert (gigs.since, gigs.until) == (date(2026, 11, 27), date(2027, 6, 30))
    assert (bonus.every, bonus.on, bonus.day) == ("once", date(2027, 2, 10), None)
    (rent,) = EVERYTHING.spendings
    assert (rent.category, rent.amount_fen, rent.essential, rent.business) == (
        "housing",
        260_000,
        True,
        False,
    )


def test_things_accounts_dues_the_shop_and_levers():
    phone = Asset(
        "旧手机", 90_000, True, Fraction(3, 100), 110_000, Fraction(6, 100), "listed", "充电器在抽屉里"
    )
    assert EVERYTHING.assets == (phone,)
    assert EVERYTHING.accounts == (
        Account("alipay", 600_000, "self", ("wsd",), "stock"),
        Account("bank", 0, "spouse", (), "living"),
    )
    assert EVERYTHING.dues == (Due("店铺年租", 3_300_000, date(2027, 3, 1), "shop"),)
    season = (1, "0.6", 1, 1, 1, 1, "0.9", "0.9", 1, 1, "1.1", "1.5")
    assert EVERYTHING.businesses == (
        Business(
            "服装店",
            3_600_000,
            Fraction(6, 10),
            690_000,
            tuple(Decimal(factor) for factor in season),
            "sole-trader",
            Alternative(550_000, 1_600_000, 1_100_000),
        ),
    )
    assert EVERYTHING.side_work == (SideWork("外卖", 2_200, 40, date(2026, 12, 1)),)
    assert EVERYTHING.friend_loans == (FriendLoan("", 2_000_000, Fraction(0), 12, date(2026, 12, 5)),)


def test_values_that_the_person_looked_up():
    rate, relief, path = EVERYTHING.owns
    assert rate == Own(
        "lpr-1y", date(2026, 11, 20), Fraction(3, 100), since=date(2025, 5, 20), note="人民银行网站"
    )
    assert relief == Own("floor-living-costs", date(2026, 11, 21), amount_fen=110_000)
    assert path == Own("cn/mybank-wangshangdai", date(2026, 11, 22), text="我的 → 网商贷 → 客服")
    assert [rate.holds(date(2025, 5, day)) for day in (19, 20)] == [False, True]
    assert [rate.holds(date(2026, 11, day)) for day in (20, 21)] == [True, False]
    assert [relief.holds(date(2026, 11, day)) for day in (20, 21, 22)] == [False, True, False]


def test_a_loan_with_its_contract():
    debt, terms = DEBTS["wsd"], DEBTS["wsd"].terms
    assert (terms.method, terms.rate, terms.accrual) == (
        "equal-principal",
        Rate(Decimal("0.00045"), "day"),
        "daily",
    )
    assert (terms.day_count, terms.rounding, terms.shift, terms.due_day) == ("act/360", "half-up", "none", 15)
    assert (terms.payment_fen, terms.penalty, terms.compound) == (
        321_455,
        Penalty(multiple=Fraction(3, 2)),
        True,
    )
    assert terms.grace == Grace(3, "waive")
    assert terms.rates == (
        DatedRate(Rate(Decimal("0.031"), "year"), since=date(2027, 1, 1)),
        DatedRate(Rate(Decimal(0), "year"), until=date(2027, 3, 1)),
    )
    assert terms.allocation is not None
    assert (terms.allocation[0], terms.allocation[-1]) == (("past-due", "fee"), ("due", "principal"))
    assert terms.allocation_after_days == 90
    assert [part for _, part in terms.allocation_after] == ["principal", "interest", "penalty", "fee"]
    assert terms.prepayment == Prepayment()
    assert (debt.balance_fen, debt.periods_left, debt.start) == (8_600_000, 7, date(2026, 3, 15))
    assert debt.arrears == Arrears(date(2026, 9, 15), 2_580_000, 320_436, 76_194, 0, 0, 0)
    assert debt.arrears_typed
    assert (debt.priority, debt.stage, debt.lender_kind, debt.line) == (
        "credit-record",
        "overdue",
        "bank",
        "wsd",
    )
    assert debt.deadline == Deadline(date(2026, 12, 9), "objection", "12368")
    assert (debt.last_demand, debt.last_payment) == (date(2026, 11, 20), date(2026, 8, 15))
    assert debt.sources == {"rate": "contract", "balance": "app screenshot"}
    assert debt.assumed == ()


def test_a_revolving_debt():
    debt = DEBTS["card"]
    assert debt.terms.minimum == Minimum(Fraction(1, 10), "statement", 10_000)
    assert debt.terms.late_fee == LateFee(Fraction(5, 100), 1_000, 50_000)
    assert debt.statement_day == 5
    assert debt.liable == ("self", "spouse", "guarantor:老张")
    assert debt.arrears == Arrears(date(2026, 10, 25))
    assert (debt.arrears_typed, debt.arrears_total_fen) == (False, 186_503)


def test_a_flat_fee_and_a_typed_schedule():
    phone, uncle = DEBTS["phone"], DEBTS["uncle"]
    assert (phone.terms.fee_per_period, phone.terms.original_fen) == (Fraction(6, 1000), 1_200_000)
    assert phone.terms.penalty == Penalty(rate=Rate(Decimal("0.0005"), "day"))
    assert phone.terms.prepayment == Prepayment(
        fee=Fraction(3, 100),
        effect="lower",
        lock_until=date(2027, 1, 15),
        minimum_fen=100_000,
        remaining_fees="due",
    )
    assert uncle.terms.schedule == (
        Instalment(date(2026, 12, 15), 100_000, 1_200, 50),
        Instalment(date(2027, 1, 15), 200_000, 800),
    )
    assert uncle.terms.rate == Rate(Decimal(0), "year")
    assert uncle.terms.penalty == Penalty()
    table = uncle.disclosure
    assert table is not None
    assert (table.principal_fen, table.on, table.received_fen) == (3_000_00, date(2026, 6, 1), 2_900_00)
    assert (table.periods, table.first_due, table.payment_fen) == (2, date(2026, 12, 15), 1_530_00)
    assert table.yearly == Rate(Decimal("0.09"), "year")
    assert table.items == (DisclosedItem("guarantee", 100_00, "withheld", "borrower", "guarantor", "once"),)
    assert table.contingent == (Contingent("damages", "5%"),)


def test_concessions():
    defer, extend = DEBTS["wsd"].concessions
    assert defer == Concession("defer", "offered", until=date(2026, 12, 31), months=3)
    assert (extend.months, extend.method, extend.rate) == (
        36,
        "level-payment",
        Rate(Decimal("0.162"), "year"),
    )
    assert (extend.upfront_fen, extend.covers) == (340_875, ("wsd",))
    settle, refused, waive = DEBTS["card"].concessions
    assert (settle.settle_share, settle.settle_fen, settle.instalments) == (Fraction(7, 10), None, 3)
    assert (refused.settle_share, refused.settle_fen, refused.status) == (None, 1_200_000, "refused")
    assert waive.waives == (("penalty", None), ("fee", 9_325), ("interest", None), ("principal", 100_000))
    assert waive.if_paid_by == date(2026, 12, 31)
    rate, longer = DEBTS["phone"].concessions
    assert (rate.rate, rate.until, rate.arrears, rate.fee_fen, rate.proof) == (
        Rate(Decimal("0.036"), "year"),
        date(2027, 6, 30),
        "keep",
        2_000,
        "chat",
    )
    assert (longer.payment_fen, longer.months, longer.arrears) == (50_000, 0, "merge")


def test_events():
    assert DEBTS["wsd"].events == (Event(date(2026, 10, 2), "payment", 50_000),)
    statement, charge, waive = DEBTS["card"].events
    assert (statement.kind, statement.amount_fen) == ("statement", 1_865_030)
    assert (charge.kind, charge.amount_fen) == ("charge", 9_325)
    assert (waive.amount_fen, waive.parts) == (5_000, ("fee", "penalty"))
    agree, rate = DEBTS["uncle"].events
    assert agree.concession == Concession("defer", "agreed-written", months=2, interest="waive")
    assert rate.rate == Rate(Decimal("0.01"), "month")
    assert [event.kind for event in DEBTS["old"].events] == ["accelerate", "close"]


@pytest.mark.parametrize(
    ("rate", "accrual"),
    [("0.05%/day", "daily"), ("1.5%/month", "monthly"), ("18%/year", "monthly")],
)
def test_interest_accrues_daily_when_the_rate_is_quoted_per_day(rate, accrual):
    assert read(CLEAN.replace("1%/month", rate)).debts[0].terms.accrual == accrual


def test_a_typed_accrual_wins():
    assert read(CLEAN + 'accrual = "daily"\n').debts[0].terms.accrual == "daily"


@pytest.mark.parametrize(
    ("arrears", "typed", "total_fen"),
    [
        ("{since = 2026-11-15}", False, None),
        ("{since = 2026-11-15, total = 1120.00}", False, 112_000),
        ("{since = 2026-11-15, principal = 1000.00}", True, None),
        ("{since = 2026-11-15, principal = 0.00}", True, None),
    ],
)
def test_arrears_with_and_without_a_split(arrears, typed, total_fen):
    debt = read(CLEAN + f"arrears = {arrears}\n").debts[0]
    assert (debt.arrears_typed, debt.arrears_total_fen) == (typed, total_fen)
    assert debt.stage == "overdue"


def test_cash_is_what_the_accounts_hold_where_it_is_not_typed():
    accounts = '\n[[account]]\nid = "a"\nbalance = 12.30\n\n[[account]]\nid = "b"\nbalance = 0.07\n'
    assert read(CLEAN.replace("cash = 3200.00\n", "") + accounts).cash_fen == 1_237


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("arrears = {since = 2026-10-08}", 8),
        ("start = 2026-01-28", 28),
        ("start = 2026-01-28\narrears = {since = 2026-10-08}", 8),
    ],
)
def test_a_due_day_that_other_dates_show_is_taken_and_listed_as_assumed(lines, day):
    debt = read(CLEAN.replace("due_day = 15", lines)).debts[0]
    assert debt.terms.due_day == day
    assert "due_day" in debt.assumed


def test_an_empty_household_is_read():
    household = read('format = "ashore/1"\n[household]\nas_of = 2026-11-23\n')
    assert (household.debts, household.incomes, household.cash_fen) == ((), (), 0)


def test_thirty_debts_are_read_in_file_order():
    text = HEAD + "".join(DEBT.replace('"card"', f'"card-{number}"') for number in range(30))
    assert [debt.id for debt in read(text).debts] == [f"card-{number}" for number in range(30)]


UNREADABLE = [
    (CLEAN.replace("day = 10", 'every = "once"\non = "soon"'), "date-unclear"),
    (CLEAN.replace("day = 10", 'every = "wekk"\nday = 10\non = 2026-12-01'), "word-unknown-near"),
    (CLEAN.replace("day = 10", 'certainty = "variable"\nlow = "little"'), "amount-unclear"),
    (
        CLEAN.replace("rate = ", 'start = "May"\nrate = ').replace("due_day = 15", "due_day = 99"),
        "date-unclear",
    ),
    (CLEAN.replace("1%/month", "1%"), "rate-period-missing"),
    (CLEAN.replace("level-payment", "levle-payment").replace("periods_left = 12\n", ""), "word-unknown-near"),
]


@pytest.mark.parametrize(("text", "said"), UNREADABLE, ids=lambda value: value if len(value) < 30 else "")
def test_what_is_typed_but_unreadable_is_not_called_missing_as_well(text, said):
    found = [code for code, _ in codes(text)]
    assert said in found
    assert set(found) <= {said, "number-out-of-range"}

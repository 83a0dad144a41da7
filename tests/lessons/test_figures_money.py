"""Figures about a whole household, against sums made another way: a fund, tax, an order, a budget, scattered money."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from ashore.errors import Message
from ashore.household.model import Household
from lessons.by_hand import half_up
from lessons.figured import card_of, figure, from_text, home, missed, named, of_debt, positions, read

YEARLY = ((36000, 3, 0), (144000, 10, 2520), (300000, 20, 16920), (420000, 25, 31920))
"""The table of 2018: up to so many yuan, percent, quick deduction."""


def taxed(taxable: Fraction) -> Fraction:
    """Return the tax of a year on a taxable sum in yuan, by the quick deductions."""
    return next(taxable * rate / 100 - less for until, rate, less in YEARLY if taxable <= until)


def single(pay: int) -> int:
    """Return what is kept back from one payment in fen, up to ¥25,000."""
    yuan = Fraction(pay, 100)
    taxable = max(Fraction(0), yuan - 800) if yuan <= 4000 else yuan * Fraction(4, 5)
    return half_up(taxable * Fraction(1, 5) * 100)


def of_year(pay: int) -> int:
    """Return what a platform withholds in fen over twelve equal months: it never falls within the year."""
    taxable = max(Fraction(0), Fraction(pay * 12, 100) * Fraction(4, 5) - 60000)
    return half_up(taxed(taxable) * 100)


@pytest.mark.parametrize(("name", "work", "pay"), [("", "", 300_000), ("demo", "爱人晚上送外卖", 120_000)])
def test_what_is_withheld_from_side_work(name, work, pay):
    for other in positions("side-work-tax"):
        found = figure("side-work-tax", home(name) if name else None, other).facts
        assert (found["work_name"], found["pay_fen"]) == (work, pay)
        for key, fen in (("", pay), ("turned_", other)):
            assert found[f"{key}pay_fen"] == fen
            assert found[f"{key}year_withheld_fen"] == of_year(fen)
            assert found[f"{key}year_net_fen"] == fen * 12 - of_year(fen)
        assert found["turned_single_fen"] == single(other)
    rows = figure("side-work-tax").rows
    assert rows == tuple((fen, of_year(fen), single(fen)) for fen, _, _ in rows)


def essential(household: Household) -> int:
    """Return a month of essential spending over the twelve months after the book's, to ¥100 upwards, day by day."""
    total, day = 0, date(2026, 12, 1)
    while day < date(2027, 12, 1):
        for one in household.spendings:
            inside = (one.since or day) <= day <= (one.until or day)
            if one.essential and inside:
                weekly = one.every == "week" and one.since is not None and (day - one.since).days % 7 == 0
                monthly = one.every == "month" and day.day == (one.day or 1)
                total += one.amount_fen * (weekly or monthly)
        day += timedelta(days=1)
    return -(-total // (12 * 10_000)) * 10_000


DEAREST = {
    "rider": None,
    "illness": "18%",
    "nothing-works": "24%",
    "eight-debts": "21.6%",
    "just-fails": "18%",
}


@pytest.mark.parametrize(("name", "dearest"), sorted(DEAREST.items()))
def test_a_fund_in_months_of_ones_own_living(name, dearest):
    household = home(name)
    living = essential(household)
    for months in positions("emergency-fund"):
        found = figure("emergency-fund", household, months)
        fund, rate = living * months, Fraction(found.facts["yearly_rate"])
        assert found.own
        assert (found.facts["month_fen"], found.facts["turned_fen"]) == (living, fund)
        assert found.facts["turned_each_fen"] == -(-fund // 12)
        assert abs(found.facts["turned_spared_fen"] - fund * rate) < 1
        assert dearest is None or abs(rate - Fraction(dearest.rstrip("%")) / 100) < Fraction(1, 10_000)


def test_where_nothing_is_known_of_living_the_fund_is_an_example_and_no_floor_of_the_law():
    household = from_text(
        'format = "ashore/1"\n[household]\nas_of = 2026-11-23\njurisdiction = "cn"\ncash = 10.00\n'
    )
    found, terms = figure("emergency-fund", household, 2), read("emergency-fund")["example"]
    assert (found.own, found.facts["month_fen"]) == (False, terms["month_fen"])
    assert found.facts["turned_fen"] == 2 * terms["month_fen"]


def test_a_budget_of_an_example_and_of_a_household():
    terms = read("budget")["example"]
    found = figure("budget").facts
    assert found["capacity_fen"] == terms["income_fen"] - terms["living_fen"]
    assert (
        found["left_fen"]
        == terms["income_fen"] - terms["living_fen"] - terms["dues_fen"] - terms["other_fen"]
    )


# December 2026 by hand: income; essential spending (weeks of the file from 28 Nov: 5, 12, 19, 26 Dec); the rest.
DECEMBER = {
    "deferral": (240_000, 90_000 + 4 * 30_000 + 28_000, 0),
    "mortgage": (820_000 + 640_000, 4 * 74_000 + 230_000 + 125_000, 70_000),
    "rider": (4 * 115_000, 110_000 + 4 * 29_000 + 36_000, 9_000),
    "illness": (310_000 + 520_000, 150_000 + 4 * 55_000 + 52_000 + 190_000 + 42_000, 0),
}


@pytest.mark.parametrize(("name", "sums"), sorted(DECEMBER.items()))
def test_a_budget_of_a_households_next_month(name, sums):
    found = figure("budget", home(name))
    income, living, other = sums
    assert found.own
    assert (found.facts["budget_month"], found.facts["income_fen"]) == ("2026-12", income)
    assert (found.facts["living_fen"], found.facts["capacity_fen"]) == (living, income - living)
    assert found.facts["other_fen"] == other
    assert found.facts["left_fen"] == income - living - other - found.facts["dues_fen"]


def december(name: str, loans: tuple[str, ...], cards: tuple[str, ...]) -> int:
    """Return what falls due in December 2026 on some loans and cards of a household."""
    household = home(name)
    on, total = household.as_of, 0
    for loan in loans:
        dues = of_debt(named(household, loan), on).dues()
        total += sum(due.total for due in dues if (due.on.year, due.on.month) == (2026, 12))
    for card in cards:
        hand = card_of(named(household, card), on)
        november = hand.due_day > on.day  # a statement still to come in the month of the book's day
        months = [paid for _, (paid, _, _, _) in zip(range(2), hand.months(0), strict=False)]
        total += months[november]
    return total


def test_what_falls_due_in_the_month_of_the_budget():
    assert figure("budget", home("mortgage")).facts["dues_fen"] == december(
        "mortgage", ("房贷",), ("信用卡",)
    )
    assert figure("budget", home("deferral")).facts["dues_fen"] == december("deferral", (), ("信用卡",))
    rider = december("rider", ("微粒贷", "电动车的白条分期"), ("花呗",)) + 418_60
    assert figure("budget", home("rider")).facts["dues_fen"] == rider


ORDERS = {
    "nothing-works": [
        "小贷甲 first",
        "向姐姐借的钱 current",
        "小贷乙 late",
        "信用卡 late",
        "借呗 late",
        "花呗 late",
    ],
    "deferral": ["信用卡 current", "银行消费贷 agreed"],
    "demo": ["信用卡 current", "花呗 current", "秋装货款 current", "网商贷 late"],
    "mortgage": ["房贷 first", "信用卡 current"],
}


@pytest.mark.parametrize(("name", "order"), sorted(ORDERS.items()))
def test_the_order_in_which_dues_are_kept(name, order):
    found = figure("order-of-payments", home(name))
    shown = [
        f"{name} {place.code.rpartition('-')[2]}"
        for name, place, _, _ in found.rows
        if isinstance(place, Message)
    ]
    assert shown == order
    late = sum(one.endswith("late") for one in order) + (name == "nothing-works")
    assert (found.facts["debts_ndebts"], found.facts["late_ndebts"]) == (len(order), late)
    assert found.facts["kept_ndebts"] == len(order) - late
    assert found.facts["living_fen"] == essential(home(name)) or name == "demo"


def test_what_a_court_has_shows_no_due_of_its_contract():
    row = next(row for row in figure("order-of-payments", home("nothing-works")).rows if row[0] == "小贷甲")
    assert row[2:] == (None, None)


OLD = """format = "ashore/1"
[household]
as_of = 2026-11-23
cash = 900.00
[[income]]
name = "工资"
amount = 5000.00
[[spending]]
name = "吃饭"
amount = 1500.00
category = "food"
[[debt]]
id = "old"
name = "旧账"
creditor = "某公司"
lender_kind = "micro-lender"
balance = 3000.00
rate = "12%/year"
method = "level-payment"
periods_left = 3
due_day = 8
penalty = "x1.5"
arrears = {since = 2022-03-08, principal = 1800.00, interest = 90.00, penalty = 500.00}
last_payment = 2022-02-08
last_demand = 2022-06-01
"""


def test_an_old_silent_debt_is_asked_about_first_and_stands_in_no_figure():
    """H10: no lesson works out a payment on it."""
    household = from_text(OLD)
    rows = figure("order-of-payments", household).rows
    assert [row[1] for row in rows] == [Message("lesson-place-ask")]
    assert rows[0][2:] == (None, None)
    for lesson in ("penalty-interest", "deferral-cost", "rate-or-instalment", "scattered-payments"):
        assert not figure(lesson, household).own


def paid_into(parts: list[int], fen: int) -> int:
    """Return how much of a payment reaches the last part, the others filled before it."""
    for part in parts:
        fen -= min(part, fen)
    return fen


def tomorrow(name: str, household: Household) -> tuple[list[list[int]], int]:
    """Return the parts of each due overdue on the day after the book's, principal last, and how long the oldest is."""
    debt = named(household, name)
    hand = of_debt(debt, household.as_of)
    found: list[list[int]] = []
    for due, penalty, compound in missed(debt, hand):
        alone = half_up(due.principal * hand.penalty)
        both = half_up((due.principal + due.interest) * hand.penalty)
        more = both - alone if hand.compound else 0
        found.append([penalty + alone, compound + more, due.interest, due.principal])
    since = debt.arrears.since if debt.arrears else household.as_of
    return found, (household.as_of - since).days + 1


def test_the_same_sum_scattered_and_paid_into_one():
    """The two loans are rebuilt from the contract; of the two cards the unpaid minimum and the late fee are typed."""
    household = home("nothing-works")
    found = figure("scattered-payments", household)
    loans = {name: tomorrow(name, household) for name in ("小贷乙", "借呗")}
    arrears = {name: sum(map(sum, items)) for name, (items, _) in loans.items()} | {
        "信用卡": 809_200,
        "花呗": 109_000,
    }
    total = min(arrears.values())
    assert (found.facts["sum_fen"], found.facts["one_name"], found.facts["one_ndays"]) == (total, "花呗", 75)
    each = total // 4
    assert found.facts["each_fen"] == each
    assert (
        found.facts["late_ndebts"],
        found.facts["scattered_late_ndebts"],
        found.facts["one_late_ndebts"],
    ) == (4, 4, 3)
    into = (
        paid_into([41_200], each) + each
    )  # the card's late fee comes first; the other one owes principal alone
    for items, _ in loans.values():
        left = each
        for parts in items:  # the oldest due first, its principal last
            reached = min(paid_into(parts[:-1], left), parts[-1])
            into += reached
            left = max(0, left - sum(parts))
    assert (found.facts["into_fen"], found.facts["costs_fen"]) == (into, total - into)
    rows = {row[0]: row[1:] for row in found.rows}
    for name, fen in arrears.items():
        assert rows[name][1:] == (fen - each, 0 if name == "花呗" else fen), name
    assert rows["小贷乙"][0] == loans["小贷乙"][1]


def test_the_example_of_scattered_money():
    terms = read("scattered-payments")["example"]
    rate, times = Fraction(terms["rate"]), Fraction(terms["penalty_times"])
    on = date.fromisoformat(terms["from"])
    debts: list[list[int]] = []
    for number in (1, 2, 3):
        principal = terms[f"principal_{number}_fen"]
        days = (on - date.fromisoformat(terms[f"since_{number}"])).days
        assert terms[f"penalty_{number}_fen"] == half_up(principal * rate * times * days)
        penalty = terms[f"penalty_{number}_fen"] + half_up(principal * rate * times)
        debts.append([penalty, terms[f"interest_{number}_fen"], principal])
    total = min(map(sum, debts))
    each = total // 3
    found = figure("scattered-payments").facts
    assert (found["sum_fen"], found["each_fen"], found["late_ndebts"]) == (total, each, 3)
    into = sum(paid_into(parts[:-1], each) for parts in debts)
    assert (found["into_fen"], found["costs_fen"]) == (into, total - into)
    assert (found["scattered_late_ndebts"], found["one_late_ndebts"]) == (3, 2)


def test_with_fewer_than_two_overdue_debts_scattering_is_shown_by_the_example():
    for name in ("demo", "rider", "mortgage"):
        assert not figure("scattered-payments", home(name)).own

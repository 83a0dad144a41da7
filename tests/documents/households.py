"""Households by hand, each a case that is told in its own words, and their plans, made once."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Literal

from ashore.cli.report import drawn_of
from ashore.documents.answer.view import View, help_of
from ashore.household.model import (
    Account,
    Alternative,
    Asset,
    Business,
    Deadline,
    Debt,
    Due,
    FriendLoan,
    Household,
    Income,
    SideWork,
    Spending,
    Stage,
)
from ashore.loans.terms import (
    Arrears,
    Concession,
    DatedRate,
    LateFee,
    Minimum,
    Penalty,
    Prepayment,
    Terms,
)
from ashore.money import Rate
from ashore.planning.plan import Goal, Plan, make_plan

AS_OF = date(2026, 11, 23)
DAILY = Rate(Decimal("0.00045"), "day")
YEARLY = Rate(Decimal("0.12"), "year")
FREE = Rate(Decimal(0), "year")


def loan(
    name: str = "网商贷", balance: int = 60_000_00, periods: int = 12, day: int = 15, **more: object
) -> Debt:
    """Return a level-payment loan at 12 % a year with a penalty of 1.5 times the rate."""
    terms = Terms("level-payment", YEARLY, due_day=day, penalty=Penalty(Fraction(3, 2)), compound=True)
    made = Debt(name, name, "某银行", terms, balance, periods, priority="credit-record")
    return replace(made, **more)


def late(
    debt: Debt, since: date, principal: int = 5_000_00, interest: int = 600_00, penalty: int = 80_00
) -> Debt:
    """Return the debt overdue since a day."""
    return replace(debt, arrears=Arrears(since, principal, interest, penalty), stage="overdue")


def card(name: str = "信用卡", balance: int = 12_000_00, day: int = 25) -> Debt:
    """Return a card with a minimum payment of 10 %."""
    terms = Terms(
        "revolving",
        DAILY,
        accrual="daily",
        due_day=day,
        minimum=Minimum(Fraction(1, 10), floor_fen=50_00),
        late_fee=LateFee(Fraction(1, 20), 10_00),
    )
    return Debt(name, name, "", terms, balance, priority="credit-record")


def home(income: int, *debts: Debt, cash: int = 8_000_00, day: int = 10, **more: object) -> Household:
    """Return a household with rent and food of ¥4,100 a month, ¥300 that can wait, and a wage."""
    spendings = (
        Spending("房租", 2_600_00),
        Spending("吃饭", 1_500_00, day=3),
        Spending("其他", 300_00, day=20, essential=False),
    )
    made = Household(
        AS_OF,
        cash_fen=cash,
        emergency_fund_fen=3_000_00,
        emergency_fund_months=6,
        incomes=(Income("工资", income, day=day),),
        spendings=spendings,
        debts=debts,
    )
    return replace(made, **more)


def staged(stage: Stage, *assets: Asset) -> Household:
    """Return a household with one overdue debt at a stage of the law."""
    debt = replace(late(loan(), date(2026, 9, 15)), stage=stage)
    return replace(home(12_000_00, debt), assets=assets)


def with_deadline(what: str, on: date, verified: str | None = None) -> Household:
    """Return a household with a paper that sets a day."""
    debt = replace(
        late(loan(), date(2026, 9, 15)), stage="payment-order", deadline=Deadline(on, what, verified)
    )
    return home(12_000_00, debt)


def exposed(purpose: Literal["living", "stock"]) -> Household:
    """Return a household whose living or stock money a lender can debit."""
    account = Account("支付宝", 5_000_00, debited_by=("网商贷",), purpose=purpose)
    return home(14_000_00, late(loan(), date(2026, 9, 15)), accounts=(account,))


def shop(alternative: Alternative | None, takings: int = 40_000_00) -> Household:
    """Return a household with a shop."""
    business = Business("服装店", takings, Fraction(3, 5), 6_000_00, alternative=alternative)
    due = Due("店铺年租", 24_000_00, date(2027, 3, 1), "shop")
    return home(
        3_000_00, loan(), businesses=(business,), dues=(due, Due("车险", 900_00, date(2026, 12, 12), "law"))
    )


def gigs(usual: int, low: int) -> Income:
    """Return an income with bad months."""
    return Income("跑单", usual, day=10, certainty="variable", low_fen=low)


def flat() -> Debt:
    """Return an instalment plan with a flat fee."""
    terms = Terms(
        "flat-fee",
        Rate(Decimal("0.0005"), "day"),
        due_day=8,
        fee_per_period=Fraction(6, 1000),
        original_fen=6_000_00,
    )
    return Debt(
        "花呗分期", "花呗分期", "", terms, 4_000_00, 8, assumed=("penalty", "fee_per_period", "minimum")
    )


DEAR = replace(
    loan("高利率的贷款", 60_000_00, 24, 12), terms=replace(loan().terms, rate=Rate(Decimal("0.24"), "year"))
)
INTEREST_ONLY = Terms("interest-only", YEARLY, due_day=20)
SHARED = loan(liable=("self", "spouse", "guarantor:舅舅"), secured_by="second-charge", creditor="")
OLD = loan(last_demand=date(2022, 5, 1), last_payment=date(2021, 1, 1))
POWER = loan("电费", 800_00, 1, priority="utilities")
STAGES: tuple[Stage, ...] = ("enforcement", "judgment", "sued", "payment-order", "mediation")
OFFER = Concession("defer", "offered", until=date(2026, 12, 15), months=3)
BULLET = Terms("bullet", YEARLY, due_day=20)
PROMO = Terms("level-payment", YEARLY, due_day=15, rates=(DatedRate(FREE, until=date(2026, 12, 31)),))
COSTLY = Terms("level-payment", YEARLY, due_day=15, prepayment=Prepayment(fee=Fraction(3, 100)))
MORTGAGE = loan("房贷", 742_000_00, 200, 20, priority="home", secured_by="home")
FALLING_DUE = replace(loan("到期的贷款", 20_000_00, 1, 20), terms=BULLET)
WORK = SideWork("送外卖", 22_00, 60)
BROTHER = FriendLoan("哥哥", 20_000_00)

HOUSEHOLDS: Mapping[str, Household] = {
    "empty": Household(AS_OF),
    "no-debt": home(6_000_00),
    "one-debt": home(14_000_00, loan()),
    "one-debt-this-month": home(9_000_00, loan(balance=900_00, periods=1, day=28), cash=30_000_00),
    "two-debts": home(16_000_00, loan(), card()),
    "small-and-dear": home(16_000_00, DEAR, loan("小额贷款", 20_000_00, 24), card()),
    "three-kinds": home(14_000_00, loan(), card(), flat()),
    "cured": home(48_000_00, late(loan(), date(2026, 9, 15)), card()),
    "late-payday": home(14_000_00, loan(day=5), card(day=8), day=10, cash=4_600_00),
    "late-payday-one": home(14_000_00, loan(day=5), day=10, cash=4_600_00),
    "does-not-work": home(7_000_00, late(loan(), date(2026, 9, 15)), card(), flat()),
    "just-fails": home(9_600_00, loan(), card(), cash=2_000_00),
    "met-last": home(
        9_100_00, late(loan("大额分期", periods=24), date(2026, 10, 15)), loan(periods=24),
        replace(late(loan("小额贷款", 24_000_00, 24), date(2026, 11, 15), 2_000_00, 0, 0), priority="family"), cash=0,
    ),
    "starving": home(3_000_00, late(loan(), date(2026, 9, 15)), card(), cash=500_00, cause="shock"),
    "thirty": home(40_000_00, *(loan(f"第{n}笔网络小额贷款", 3_000_00 + n * 10_00, 12, n % 28 + 1) for n in range(30))),
    "large": home(90_000_000_00, *(loan(f"第{n}笔", 123_456_789_00, 12, 15) for n in range(3)), cash=999_999_999_00),
    "long-names": home(14_000_00, loan("很久以前借的循环额度贷款" * 6), card("Visa Platinum " * 8)),
    "mortgage": home(14_500_00, MORTGAGE, card()),
    "only-mortgage": home(14_000_00, MORTGAGE),
    "guarantor": home(6_000_00, SHARED),
    "old-debt": home(7_000_00, late(OLD, date(2021, 2, 15))),
    "old-debt-works": home(30_000_00, late(OLD, date(2021, 2, 15))),
    "home-late": home(9_000_00, late(loan("房贷", priority="home"), date(2026, 11, 1)), card()),
    "utilities-late": home(9_000_00, late(POWER, date(2026, 11, 1), 300_00, 0, 0)),
    "day-30": home(12_000_00, late(loan(), date(2026, 11, 15)), card()),
    "day-60": home(9_000_00, late(loan(), date(2026, 10, 15)), card()),
    "day-90": home(9_000_00, late(loan(), date(2026, 9, 15)), card()),
    "maturity": home(9_000_00, replace(loan("先息后本", 50_000_00, 1, 20), terms=BULLET), card()),
    "maturity-covered": home(9_000_00, replace(loan("月付", 500_00, 1, 20), terms=BULLET), cash=20_000_00),
    "maturity-far": home(14_000_00, replace(loan("经营贷", 20_000_00, 9, 20), terms=INTEREST_ONLY)),
    "offer": home(12_000_00, loan(concessions=(OFFER,)), card()),
    "promo": home(14_000_00, replace(loan(), terms=PROMO), card()),
    "side-work": home(9_000_00, loan(), side_work=(WORK,), cash=4_200_00),
    "side-work-short": home(7_400_00, loan(), side_work=(WORK,), cash=4_200_00),
    "friend": home(9_000_00, FALLING_DUE, friend_loans=(BROTHER,)),
    "friend-soon": home(9_000_00, FALLING_DUE, friend_loans=(replace(BROTHER, since=date(2026, 11, 25)),)),
    "friend-unnamed": home(9_000_00, FALLING_DUE, friend_loans=(replace(BROTHER, name=""),)),
    "sale": home(14_000_00, loan(), assets=(Asset("旧手机", 900_00, True, Fraction(3, 100)),)),
    "sale-sued": staged("sued", Asset("旧手机", 900_00, True)),
    "variable": home(14_000_00, loan(), incomes=(gigs(16_000_00, 13_000_00),)),
    "variable-short": home(0, loan(), incomes=(gigs(9_000_00, 7_000_00),)),
    "shop": shop(Alternative(5_500_00, 16_000_00, 11_000_00)),
    "shop-kept": shop(None),
    "shop-costs": shop(Alternative(20_000_00, 16_000_00, 0), takings=10_000_00),
    "costly-prepayment": home(14_000_00, replace(loan(), terms=COSTLY), card()),
    "exposed-living": exposed("living"),
    "exposed-stock": exposed("stock"),
    "deadline": with_deadline("objection", date(2026, 12, 9), "12368"),
    "deadline-today": with_deadline("开庭", AS_OF, "12368"),
    "deadline-unverified": with_deadline("answer", date(2026, 11, 24)),
    "deadline-passed": with_deadline("objection", date(2026, 11, 2)),
    "toyland": home(14_000_00, loan(), jurisdiction="toyland"),
    **{stage: staged(stage) for stage in STAGES},
}  # fmt: skip
NAMES = tuple(HOUSEHOLDS)
HOLDS = (
    "does-not-work", "just-fails", "starving", "guarantor", "old-debt", "home-late", "day-60", "day-90", "maturity",
    "side-work-short", "variable-short", "shop-costs", "met-last",
)  # fmt: skip
"""For these nothing works; named here, so that no plan is made while the tests are collected."""
WORKS = tuple(name for name, household in HOUSEHOLDS.items() if household.debts and name not in HOLDS)


@cache
def plan_of(name: str, goal: Goal = "cheapest") -> Plan:
    """Return the plan of a household by its name."""
    return make_plan(HOUSEHOLDS[name], goal)


def seen(plan: Plan) -> View:
    """Return a plan as its page shows it, the futures drawn where an income varies."""
    return View(plan, help_of(plan.household.jurisdiction), fan=drawn_of(plan))


@cache
def view_of(name: str) -> View:
    """Return what a household's page is written from."""
    return seen(plan_of(name))

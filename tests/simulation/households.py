"""Random households for the kernel, the same for the same dice: every method, overdue or not, short or with plenty."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from random import Random

from ashore.dates import add_months, first_due_after, month_of
from ashore.household.model import Asset, Debt, Due, Household, Income, Priority, Spending
from ashore.loans.terms import (
    PARTS,
    Accrual,
    Arrears,
    Bucket,
    Concession,
    DatedRate,
    Event,
    Grace,
    Instalment,
    LateFee,
    Method,
    Minimum,
    Penalty,
    Prepayment,
    Terms,
)
from ashore.money import Rate

METHODS: tuple[Method, ...] = (
    "level-payment",
    "equal-principal",
    "interest-only",
    "bullet",
    "revolving",
    "flat-fee",
    "schedule",
)
PRIORITIES: tuple[Priority, ...] = (
    "home",
    "utilities",
    "court",
    "guarantor",
    "credit-record",
    "family",
    "none",
)
BUCKETS: tuple[Bucket, ...] = tuple((state, part) for state in ("past-due", "due") for part in PARTS)
DAY_COUNTS = ("act/360", "act/365", "act/act", "30/360", "30E/360")


def dice_of(seed: int) -> Random:
    """Return the dice of a seed."""
    return Random(seed)


def household(dice: Random, accrual: Accrual = "monthly", scale: int = 1) -> Household:
    """Return a household whose debts all accrue by whole months (or, if asked, by days); `scale` multiplies debts."""
    as_of = date(2025, 1, 1) + timedelta(days=dice.randrange(800))
    if dice.random() < 0.1:
        as_of = add_months(as_of, 0, 31)
    debts = tuple(debt(dice, as_of, index, accrual, scale) for index in range(dice.choice((1, 1, 2, 3, 5))))
    monthly = sum(one.balance_fen for one in debts) // 15
    income = int(monthly * dice.choice((0.3, 0.7, 1, 1.3, 2, 4))) + 1
    essential = int(income * dice.choice((0, 0.1, 0.3, 0.6)))
    return Household(
        as_of,
        cash_fen=dice.choice((0, dice.randrange(0, 3 * monthly + 1))),
        emergency_fund_fen=dice.choice((0, dice.randrange(0, monthly + 1))),
        emergency_fund_months=dice.choice((1, 6)),
        incomes=(
            Income("wage", income, day=dice.choice((None, 5, 25))),
            Income("bonus", monthly, every="once", on=as_of + timedelta(days=dice.randrange(1, 500))),
        ),
        spendings=(
            Spending("rent", essential, day=dice.choice((None, 15))),
            Spending("fun", income // 20, essential=False),
            Spending("school", essential, every="year", since=as_of + timedelta(days=40)),
        ),
        assets=(Asset("bike", dice.randrange(1, 500_000), sell=True, decay=Fraction(3, 100)),),
        dues=(
            Due("tax", essential, as_of + timedelta(days=dice.randrange(1, 400)), "law"),
            Due("uncle", essential // 2, as_of + timedelta(days=dice.randrange(1, 400)), "family"),
        ),
        debts=debts,
    )


def rate(dice: Random, accrual: Accrual) -> Rate:
    """Return a rate as contracts quote it."""
    if accrual == "daily" and dice.random() < 0.7:
        return Rate(Decimal(dice.randrange(0, 70)) / 100_000, "day")
    if dice.random() < 0.3:
        return Rate(Decimal(dice.randrange(0, 250)) / 10_000, "month")
    return Rate(Decimal(dice.randrange(0, 3600)) / 10_000, "year")


def debt(dice: Random, as_of: date, index: int, accrual: Accrual, scale: int) -> Debt:
    """Return one debt."""
    method = dice.choice(METHODS)
    due_day = dice.choice((dice.randrange(1, 29), dice.randrange(1, 29), 29, 30, 31))
    balance = dice.choice((dice.randrange(1_000, 300_000), dice.randrange(100_000, 30_000_000))) * scale
    periods = dice.choice((1, 2, 3, 6, 10, 12, 18, 36))
    arrears = typed_arrears(dice, as_of, balance)
    ahead = balance - (arrears.principal_fen if arrears else 0)
    schedule = (
        rows(dice, first_due_after(as_of, due_day), due_day, ahead, periods) if method == "schedule" else ()
    )
    twice = len({month_of(row.due) for row in schedule}) < len(schedule)
    typed = arrears is None or dice.random() < 0.7 or method in ("schedule", "bullet", "revolving")
    return Debt(
        str(index),
        str(index),
        "bank",
        terms(dice, as_of, method, accrual, due_day, schedule),
        balance,
        len(schedule) or periods,
        start=as_of - timedelta(days=dice.randrange(60)) if dice.random() < 0.2 else None,
        arrears=arrears if typed or arrears is None else Arrears(add_months(as_of, -2, due_day)),
        arrears_typed=typed,
        priority=dice.choice(PRIORITIES),
        concessions=concessions(dice, method, accrual, twice_a_month=twice) if dice.random() < 0.2 else (),
        events=(Event(as_of, "accelerate"),) if dice.random() < 0.05 else (),
    )


def terms(
    dice: Random,
    as_of: date,
    method: Method,
    accrual: Accrual,
    due_day: int,
    schedule: tuple[Instalment, ...],
) -> Terms:
    """Return a contract."""
    order = dice.sample(BUCKETS, 4)
    dated = DatedRate(rate(dice, accrual), since=as_of + timedelta(days=dice.randrange(-60, 300)))
    promo = DatedRate(Rate(Decimal(0), "year"), until=as_of + timedelta(days=dice.randrange(200)))
    return Terms(
        method,
        rate(dice, accrual),
        accrual,
        dice.choice(DAY_COUNTS),
        due_day,
        payment_fen=dice.randrange(1, 500_000) if dice.random() < 0.1 else None,
        rounding=dice.choice(("half-up",) * 8 + ("down", "up")),
        penalty=dice.choice(
            (Penalty(), Penalty(Fraction(3, 2)), Penalty(rate=Rate(Decimal("0.0005"), "day")))
        ),
        compound=dice.random() < 0.5,
        grace=Grace(dice.randrange(1, 28), dice.choice(("waive", "postpone")))
        if dice.random() < 0.2
        else None,
        late_fee=LateFee(Fraction(1, 20), 1000, dice.choice((None, 50_000))) if dice.random() < 0.3 else None,
        fee_per_period=Fraction(dice.randrange(20, 150), 10_000) if method == "flat-fee" else Fraction(0),
        schedule=schedule,
        rates=tuple(one for one in (dated, promo) if dice.random() < 0.12),
        minimum=minimum(dice) if method == "revolving" else None,
        allocation=tuple(order) if dice.random() < 0.15 else None,
        allocation_after_days=dice.choice((30, 60, 90)) if dice.random() < 0.15 else None,
        allocation_after=tuple(reversed(order)),
        shift="next-working-day" if dice.random() < 0.1 else "none",
        prepayment=prepayment(dice, as_of, method),
    )


def minimum(dice: Random) -> Minimum:
    """Return a card's minimum rule."""
    return dice.choice(
        (
            Minimum(Fraction(1, 10), floor_fen=10_000),
            Minimum(Fraction(1, 20)),
            Minimum(Fraction(1, 50), "before-interest", 3_500),
            Minimum(Fraction(0), floor_fen=15_000),
        )
    )


def prepayment(dice: Random, as_of: date, method: Method) -> Prepayment:
    """Return what the contract says about early repayment; most often nothing."""
    if dice.random() < 0.5:
        return Prepayment()
    return Prepayment(
        dice.random() < 0.8,
        dice.choice((Fraction(0), Fraction(3, 100), Fraction(1, 80))),
        dice.choice(("shorten", "lower")),
        as_of + timedelta(days=dice.randrange(200)) if dice.random() < 0.3 else None,
        dice.choice((0, 100_000)),
        dice.choice(("waived", "due")) if method == "flat-fee" else "waived",
    )


def typed_arrears(dice: Random, as_of: date, balance: int) -> Arrears | None:
    """Return arrears, or none."""
    if dice.random() < 0.55:
        return None
    since = as_of - timedelta(days=dice.randrange(1, 150))
    top = balance // 10
    principal, interest, penalty, compound, damages, fees = (
        dice.randrange(top + 1) if dice.random() < 0.6 else 0 for _ in range(6)
    )
    return Arrears(since, principal, interest, penalty, compound, damages, fees)


def rows(dice: Random, day: date, due_day: int, balance: int, count: int) -> tuple[Instalment, ...]:
    """Return a typed schedule that sums to the balance; sometimes two rows a month, sometimes a gap."""
    found: list[Instalment] = []
    for left in range(count, 0, -1):
        principal = balance if left == 1 else min(balance, dice.randrange(2 * (balance // left) + 1))
        balance -= principal
        found.append(Instalment(day, principal, dice.randrange(20_000), dice.choice((0, 0, 500))))
        day = (
            day + timedelta(days=7)
            if dice.random() < 0.1
            else add_months(day, dice.choice((1, 1, 1, 2)), due_day)
        )
        if not balance:
            break
    return tuple(found)


def concessions(
    dice: Random, method: Method, accrual: Accrual, *, twice_a_month: bool
) -> tuple[Concession, ...]:
    """Return an agreement in writing."""
    months = dice.choice((1, 2, 3, 6))
    interest = dice.choice(("accrue", "add", "pay", "waive"))
    found = [
        Concession("rate", "agreed-written", rate=rate(dice, accrual)),
        Concession("waive", "agreed-written", waives=(("penalty", None),)),
    ]
    # A deferral moves such rows onto one day: the replay's extra repayment then differs.
    if not twice_a_month:
        found.append(Concession("defer", "agreed-written", months=months, interest=interest))
    if method not in ("schedule", "revolving"):
        merge = dice.choice((None, "keep", "merge"))
        found.append(Concession("extend", "agreed-written", months=6 * months, arrears=merge))
    return (dice.choice(found),)

"""What is asked of a life: its ledger and debts after categories, names, rows, files and balances were lost."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from ashore.diagnosis.asked import Asked, CashOn, OwedOn, Seen
from ashore.household.model import Debt, Household, Income
from ashore.loans.terms import Terms
from ashore.money import Rate
from diagnosis.lives import NEEDS, add, live, on


def grown_lives(count):
    """Yield so many lives in which debt grew by at least a month's wage, each with its plan and what is asked."""
    seed = 0
    while count:
        life, plan = live(seed)
        seed += 1
        months = life.months()
        if life.owed_at[months[-1]] - life.owed_at[add(months[0], -1)] >= plan["wage"]:
            count -= 1
            yield life, plan, asked(life, plan)


def asked(life, plan, *, everything=False):
    """Return what somebody would ask with: some categories, names, files and balances are missing, or nothing is."""
    random, before = life.random, life.first - timedelta(days=1)
    gone = set() if everything else missing(life, random)
    rows = life.rows if everything else [forgotten(random, plan, one) for one in life.rows]
    rows = [one for one in rows if (one.source, one.day.replace(day=1)) not in gone]
    known = 1.0 if everything else random.choice((1.0, 1.0, 1.0, 0.7, 0.0))
    owed = tuple(
        OwedOn(name, before, fen)
        for name, fen in life.start_owed.items()
        if not fen or random.random() < known
    )
    cash = (CashOn(before, life.cash_at[add(life.first, -1)]),) if everything or random.random() < 0.5 else ()
    home = household(life, on(life.months()[-1], 31), plan)
    numbered = tuple(replace(one, row=place) for place, one in enumerate(rows, 1))
    says = everything or random.random() < 0.5
    return Asked(numbered, home, NEEDS, owed, cash, seen(life, gone) if says else ())


def forgotten(random, plan, row):
    """Return a payment as it is known: perhaps nobody says what it was for, or the bank does not say to whom."""
    if row.kind == "spending" and not row.business and random.random() < plan["hidden"]:
        return replace(row, category="", counterparty="someone")
    if row.kind == "repayment" and random.random() < 0.05:
        return replace(row, counterparty="Direct debit")
    return row


def missing(life, random):
    """Return which months of which file are missing: mostly none, else up to two in a row."""
    if random.random() < 0.75:
        return set()
    source, step = random.choice(("bank", "wallet")), random.randrange(life.count)
    return {(source, one) for one in life.months()[step : step + random.randrange(1, 3)]}


def seen(life, gone):
    """Return what the files say they cover."""
    return tuple(
        Seen(source, one, on(one, 31))
        for source in ("bank", "wallet")
        for one in life.months()
        if (source, one) not in gone
    )


def household(life, as_of, plan):
    """Return the household at the end of its last day: the debts as they are then."""
    debts = tuple(
        Debt(
            id=name,
            name=name,
            creditor=name,
            terms=Terms(
                "daily", Rate(Decimal(f"{loan.per_year / 365 * plan['said']:.8f}"), "day"), accrual="daily"
            ),
            balance_fen=loan.owed,
        )
        for name, loan in life.loans.items()
    )
    incomes = (Income("wage", plan["wage"]),)
    return Household(as_of, cash_fen=life.cash, incomes=incomes, debts=debts)

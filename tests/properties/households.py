"""Households drawn at random: every kind of flow, debt, due, lever and agreement that a file can hold."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from ashore.household.model import (
    Account,
    Asset,
    Business,
    Debt,
    Due,
    FriendLoan,
    Household,
    Income,
    SideWork,
    Spending,
)
from ashore.loans.terms import Concession, ConcessionKind, Terms
from properties.contracts import arrears, balances, rates, terms

Draw = st.DrawFn
FIRST = date(2026, 1, 1)
PRIORITIES = ("home", "utilities", "court", "guarantor", "credit-record", "family", "none")
STAGES = (
    "overdue",
    "outsourced",
    "assigned",
    "mediation",
    "payment-order",
    "sued",
    "judgment",
    "enforcement",
)
SETTLED_DAYS = 200
STATUSES = ("agreed-written", "agreed-written", "offered", "agreed-verbal")
SETTLE: tuple[ConcessionKind, ...] = ("settle",)


def yuan(low: int, high: int) -> st.SearchStrategy[int]:
    """Return amounts in fen, whole yuan more often than not."""
    whole = st.integers(low, high).map(lambda amount: amount * 100)
    return whole | st.integers(low * 100, high * 100)


def days_near(as_of: date, before: int, after: int) -> st.SearchStrategy[date]:
    """Return days from so many before to so many after `as_of`."""
    return st.integers(-before, after).map(lambda days: as_of + timedelta(days=days))


@st.composite
def timing(draw: Draw, as_of: date) -> dict[str, Any]:
    """Return when a flow falls: monthly, weekly, yearly or once, from and until when."""
    every = draw(st.sampled_from(("month", "month", "month", "week", "year", "once")))
    when: dict[str, Any] = {"every": every}
    if every == "once":
        return when | {"on": draw(days_near(as_of, 10, 300))}
    if every in {"week", "year"} or draw(st.booleans()):
        when["since"] = draw(days_near(as_of, 60, 90))
    if every == "month" and draw(st.booleans()):
        when["day"] = draw(st.integers(1, 31))
    if draw(st.integers(0, 4)) == 0:
        when["until"] = draw(days_near(max(as_of, when.get("since", as_of)), 0, 400))
    return when


@st.composite
def incomes(draw: Draw, as_of: date, index: int) -> Income:
    """Return an income; a variable one counts with its low month."""
    amount = draw(yuan(200, 9000))
    low = draw(st.none() | st.integers(0, amount))
    certainty = "steady" if low is None else "variable"
    when = draw(timing(as_of))
    return Income(f"income {index}", amount, certainty=certainty, low_fen=low, **when)


@st.composite
def spendings(draw: Draw, as_of: date, index: int) -> Spending:
    """Return a spending, essential or not."""
    when = draw(timing(as_of))
    most = 700 if when["every"] == "week" else 3000
    return Spending(f"spending {index}", draw(yuan(10, most)), essential=draw(st.booleans()), **when)


@st.composite
def dues(draw: Draw, as_of: date, index: int) -> Due:
    """Return a payment that is no debt."""
    keep = draw(st.sampled_from(("home", "shop", "law", "family")))
    return Due(f"due {index}", draw(yuan(100, 8000)), draw(days_near(as_of, 5, 250)), keep)


@st.composite
def businesses(draw: Draw) -> Business:
    """Return a shop, in some months at a loss."""
    season = draw(st.lists(st.integers(0, 20), min_size=12, max_size=12))
    return Business(
        "shop",
        draw(yuan(1000, 30000)),
        Fraction(draw(st.integers(30, 90)), 100),
        draw(yuan(0, 5000)),
        tuple(Decimal(tenths) / 10 for tenths in season),
    )


@st.composite
def side_work(draw: Draw, as_of: date, index: int) -> SideWork:
    """Return paid work on the side."""
    since = draw(st.none() | days_near(as_of, 30, 90))
    until = draw(st.none() | days_near(as_of, 0, 500))
    return SideWork(f"work {index}", draw(yuan(15, 60)), draw(st.integers(0, 80)), since, until)


@st.composite
def friend_loans(draw: Draw, as_of: date, index: int) -> FriendLoan:
    """Return a loan that a friend would give."""
    rate = Fraction(draw(st.sampled_from((0, 0, 3, 6))), 100)
    since = draw(st.none() | days_near(as_of, 30, 60))
    return FriendLoan(f"friend {index}", draw(yuan(500, 20000)), rate, draw(st.integers(1, 24)), since)


@st.composite
def agreements(draw: Draw, contract: Terms, as_of: date, *, overdue: bool) -> Concession | None:
    """Return a concession in writing, by word or offered, more often none; a settlement only of what is overdue."""
    kinds: list[ConcessionKind] = ["defer", "extend", "rate", "waive", *(SETTLE if overdue else ())]
    kind = draw(st.none() | st.sampled_from(kinds))
    if kind is None:
        return None
    base = Concession(kind, draw(st.sampled_from(STATUSES)))
    if base.status != "agreed-written":
        base = replace(
            base, upfront_fen=draw(st.just(0) | yuan(1, 500)), fee_fen=draw(st.just(0) | yuan(1, 50))
        )
        base = replace(base, until=draw(st.none() | days_near(as_of, -1, 90)))
    if kind == "defer":
        interest = draw(st.sampled_from(("accrue", "add", "pay", "waive")))
        return replace(base, months=draw(st.integers(1, 6)), interest=interest)
    if kind == "extend":
        return _extension(draw, base, contract)
    if kind == "rate":
        return replace(base, rate=draw(rates()), until=draw(st.none() | days_near(as_of, 0, 400)))
    if kind == "waive":
        part = draw(st.sampled_from(("penalty", "fee", "interest")))
        by = draw(st.none() | days_near(as_of, 1, 90)) if base.status != "agreed-written" else None
        return replace(base, waives=((part, draw(st.none() | yuan(1, 500))),), if_paid_by=by)
    share = Fraction(draw(st.integers(10, 90)), 100)
    until = draw(days_near(as_of + timedelta(days=1), 0, SETTLED_DAYS))
    return replace(base, settle_share=share, until=until, instalments=draw(st.integers(1, 6)))


def _extension(draw: Draw, base: Concession, contract: Terms) -> Concession:
    """Return an extension that the method can have: a typed schedule and a revolving debt keep theirs."""
    rate = draw(st.none() | rates())
    if contract.method in {"schedule", "revolving", "flat-fee"}:
        return replace(base, months=draw(st.integers(1, 36)))
    method = draw(st.none() | st.sampled_from(("level-payment", "equal-principal")))
    if draw(st.integers(0, 3)) == 0:
        return replace(base, payment_fen=draw(yuan(1, 2000)), rate=rate)
    return replace(base, months=draw(st.integers(1, 48)), rate=rate, method=method)


@st.composite
def debts(draw: Draw, as_of: date, index: int) -> Debt:
    """Return a debt of any method, clean or overdue, perhaps with an agreement in writing."""
    balance = draw(balances())
    contract, periods, start = draw(terms(as_of, balance))
    late = draw(st.none() | arrears(contract, balance, as_of))
    if late is not None and contract.method == "schedule":
        balance += late.principal_fen
    agreed = draw(agreements(contract, as_of, overdue=late is not None))
    return Debt(
        id=f"d{index}",
        name=f"debt {index}",
        creditor=f"lender {index}",
        terms=contract,
        balance_fen=balance,
        periods_left=periods,
        start=start,
        arrears=late,
        priority=draw(st.sampled_from(PRIORITIES)),
        stage=draw(st.sampled_from(STAGES)) if late else "current",
        concessions=(agreed,) if agreed else (),
    )


def several(strategy: Any, as_of: date, most: int) -> st.SearchStrategy[tuple[Any, ...]]:
    """Return up to `most` things of a kind, numbered."""
    return st.integers(0, most).flatmap(
        lambda count: st.tuples(*(strategy(as_of, index) for index in range(count)))
    )


@st.composite
def households(draw: Draw, debts_max: int = 5) -> Household:
    """Return a household."""
    as_of = draw(days_near(FIRST, 0, 700))
    shop = draw(st.none() | st.none() | businesses())
    cash = draw(yuan(0, 6000))
    stock = draw(st.integers(0, cash)) if shop else 0
    return Household(
        as_of=as_of,
        cash_fen=cash,
        emergency_fund_fen=draw(st.just(0) | yuan(0, 5000)),
        emergency_fund_months=draw(st.integers(1, 12)),
        incomes=draw(several(incomes, as_of, 3)),
        spendings=draw(several(spendings, as_of, 3)),
        dues=draw(several(dues, as_of, 3)),
        assets=tuple(
            Asset(
                f"thing {index}", draw(yuan(10, 3000)), draw(st.booleans()), draw(decays()), fee=draw(fees())
            )
            for index in range(draw(st.integers(0, 2)))
        ),
        accounts=(Account("bank", cash - stock), Account("till", stock, purpose="stock")) if stock else (),
        businesses=(shop,) if shop else (),
        debts=draw(several(debts, as_of, debts_max)),
        side_work=draw(several(side_work, as_of, 2)),
        friend_loans=draw(several(friend_loans, as_of, 1)),
    )


def decays() -> st.SearchStrategy[Fraction]:
    """Return shares of its value that a thing loses each month."""
    return st.sampled_from((Fraction(0), Fraction(3, 100), Fraction(1, 8), Fraction(1)))


def fees() -> st.SearchStrategy[Fraction]:
    """Return shares of a price that whoever sells a thing keeps; mostly none."""
    return st.sampled_from((Fraction(0), Fraction(0), Fraction(6, 100), Fraction(1, 3)))


def horizons() -> st.SearchStrategy[int]:
    """Return horizons in months; short ones keep a search for a friend's loan short as well."""
    return st.sampled_from((1, 4, 9, 14, 26))

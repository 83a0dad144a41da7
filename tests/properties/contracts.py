"""Contracts drawn at random: every method, accrual, day count, penalty, grace, rate change and odd parameter."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from ashore.dates import add_months, first_due_after
from ashore.loans.terms import (
    Arrears,
    DatedRate,
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

Draw = st.DrawFn
METHODS: tuple[Method, ...] = (
    "level-payment", "equal-principal", "interest-only", "bullet", "daily", "revolving", "flat-fee", "schedule",
)  # fmt: skip
BUCKETS = tuple(
    (when, part) for when in ("past-due", "due") for part in ("fee", "penalty", "interest", "principal")
)


def balances() -> st.SearchStrategy[int]:
    """Return balances in fen, small ones and odd fen among them."""
    return st.integers(1, 3_000_000) | st.integers(1, 300).map(lambda hundreds: hundreds * 100_00)


@st.composite
def rates(draw: Draw) -> Rate:
    """Return a rate per day, month or year, nothing to 36 % a year."""
    per = draw(st.sampled_from(("day", "month", "year")))
    steps = {"day": (100, 100_000), "month": (300, 10_000), "year": (3600, 10_000)}[per]
    return Rate(Decimal(draw(st.integers(0, steps[0]))) / steps[1], per)


def penalties() -> st.SearchStrategy[Penalty]:
    """Return what being late costs: nothing, a multiple, a rate of its own."""
    multiple = st.sampled_from((Fraction(1), Fraction(3, 2), Fraction(2)))
    return (
        st.just(Penalty())
        | st.builds(Penalty, multiple)
        | st.builds(lambda rate: Penalty(rate=rate), rates())
    )


def graces() -> st.SearchStrategy[Grace | None]:
    """Return days of grace, or none."""
    return st.none() | st.builds(Grace, st.integers(0, 20), st.sampled_from(("waive", "postpone")))


@st.composite
def late_fees(draw: Draw) -> LateFee | None:
    """Return damages for being late, or none."""
    if draw(st.integers(0, 3)):
        return None
    low = draw(st.integers(0, 2000))
    return LateFee(Fraction(draw(st.integers(0, 10)), 100), low, draw(st.none() | st.integers(low, 50_000)))


@st.composite
def prepayments(draw: Draw, as_of: date) -> Prepayment:
    """Return what the contract says about paying early; often that it is free."""
    if draw(st.booleans()):
        return Prepayment()
    return Prepayment(
        allowed=draw(st.booleans()),
        fee=Fraction(draw(st.integers(0, 5)), 100),
        effect=draw(st.sampled_from(("shorten", "lower"))),
        lock_until=draw(st.none() | st.integers(0, 200).map(lambda days: as_of + timedelta(days=days))),
        minimum_fen=draw(st.sampled_from((0, 0, 100_000))),
        remaining_fees=draw(st.sampled_from(("waived", "due"))),
    )


@st.composite
def dated_rates(draw: Draw, as_of: date) -> tuple[DatedRate, ...]:
    """Return a promotion, a dated rate, both, or, mostly, neither."""
    if draw(st.integers(0, 4)):
        return ()
    days = st.integers(-60, 300).map(lambda count: as_of + timedelta(days=count))
    found = [DatedRate(draw(rates()), draw(days))] if draw(st.booleans()) else []
    if draw(st.booleans()):
        found.append(DatedRate(draw(rates()), until=draw(days)))
    return tuple(found)


def orders() -> st.SearchStrategy[tuple[Any, ...] | None]:
    """Return an order of payment by bucket, or none."""
    return st.none() | st.permutations(BUCKETS).flatmap(
        lambda order: st.integers(1, len(order)).map(lambda count: tuple(order[:count]))
    )


@st.composite
def typed_schedule(draw: Draw, as_of: date, balance: int, due_day: int) -> tuple[Instalment, ...]:
    """Return typed rows after `as_of` whose principal sums to the balance; dues may skip a month."""
    rows: list[Instalment] = []
    day, left = first_due_after(as_of, due_day), balance
    while left:
        last = len(rows) >= 9
        principal = left if last else min(left, draw(st.integers(0, 1 + 2 * balance // 5)))
        interest, fee = draw(st.integers(0, 20_000)), draw(st.sampled_from((0, 0, 500)))
        left -= principal
        rows.append(Instalment(day, principal, interest, fee))
        day = add_months(day, draw(st.sampled_from((1, 1, 2))), due_day)
    return tuple(rows)


@st.composite
def terms(draw: Draw, as_of: date, balance: int) -> tuple[Terms, int, date | None]:
    """Return a contract, its periods left and the day it began, if that matters."""
    method = draw(st.sampled_from(METHODS))
    rate, due_day = draw(rates()), draw(st.integers(1, 28) | st.integers(29, 31))
    periods = draw(st.integers(1, 24))
    contract = Terms(
        method,
        rate,
        accrual=draw(st.sampled_from(("monthly", "daily"))),
        day_count=draw(st.sampled_from(("act/360", "act/365", "act/act", "30/360", "30E/360"))),
        due_day=due_day,
        rounding=draw(st.sampled_from(("half-up",) * 6 + ("down", "up"))),
        penalty=draw(penalties()),
        compound=draw(st.booleans()),
        grace=draw(graces()),
        late_fee=draw(late_fees()),
        rates=draw(dated_rates(as_of)),
        allocation=draw(orders()),
        shift=draw(st.sampled_from(("none", "none", "next-working-day"))),
        prepayment=draw(prepayments(as_of)),
    )
    if draw(st.integers(0, 4)) == 0:
        after = draw(orders())
        contract = replace(
            contract, allocation_after_days=draw(st.integers(0, 120)), allocation_after=after or ()
        )
    back = draw(st.integers(0, 200)) if method == "bullet" else draw(st.integers(0, 20))
    start = as_of - timedelta(days=back) if draw(st.booleans()) else None
    return _of_method(draw, contract, balance, periods, as_of), 0 if method == "revolving" else periods, start


def _of_method(draw: Draw, contract: Terms, balance: int, periods: int, as_of: date) -> Terms:
    if contract.method == "revolving":
        share, floor = Fraction(draw(st.integers(0, 20)), 100), draw(st.integers(50, 500)) * 100
        base = draw(st.sampled_from(("statement", "before-interest")))
        return replace(contract, minimum=Minimum(share, base, floor))
    if contract.method == "flat-fee":
        fee = Fraction(draw(st.integers(0, 150)), 10_000)
        return replace(contract, fee_per_period=fee, original_fen=balance + draw(st.integers(0, balance)))
    if contract.method == "schedule":
        rows = draw(typed_schedule(as_of, balance, contract.due_day))
        return replace(contract, schedule=rows)
    if contract.method == "level-payment" and draw(st.integers(0, 3)) == 0:
        return replace(
            contract, payment_fen=balance // periods + draw(st.integers(0, balance // periods + 1))
        )
    return contract


@st.composite
def arrears(draw: Draw, contract: Terms, balance: int, as_of: date) -> Arrears:
    """Return arrears as typed, of up to half a year ago; of a revolving debt they are inside the balance."""
    since = as_of - timedelta(days=draw(st.integers(0, 200)))
    if contract.method == "revolving":
        parts = [draw(st.integers(0, balance // 6)) for _ in range(4)]
        return Arrears(since, parts[0], parts[1], damages_fen=parts[2], fees_fen=parts[3])
    interest, penalty, compound, damages, fees = (draw(st.integers(0, 30_000)) for _ in range(5))
    return Arrears(since, draw(st.integers(0, balance)), interest, penalty, compound, damages, fees)

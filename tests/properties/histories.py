"""Odd but real histories of one loan: several events and agreements, in any order, on any day, one after another."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from ashore.dates import add_months, first_due_after
from ashore.loans.concessions import CANNOT_SPREAD
from ashore.loans.opening import accrued_from, rebuild_arrears
from ashore.loans.terms import (
    PARTS,
    Arrears,
    Concession,
    ConcessionKind,
    Event,
    EventKind,
    Instalment,
    Opening,
    Part,
    Terms,
)
from properties.contracts import METHODS, arrears, balances, rates, terms

Draw = st.DrawFn
FIRST = date(2025, 12, 20)
AHEAD_DAYS = 420
EVENTS_MOST = 9
SPREADING = tuple(method for method in METHODS if method not in CANNOT_SPREAD)
KINDS: tuple[EventKind, ...] = (
    "payment", "payment", "payment", "charge", "rate", "waive", "agree", "agree", "accelerate", "statement",
)  # fmt: skip
WRITTEN: tuple[Part, ...] = ("penalty", "fee", "interest", "principal")
AGREED: tuple[ConcessionKind, ...] = ("defer", "defer", "extend", "rate", "waive", "settle")


@dataclass(frozen=True, slots=True)
class History:
    """A contract, where it stood, what happened, and the day at whose end it is looked at."""

    terms: Terms
    opening: Opening
    events: tuple[Event, ...]
    until: date


def amounts(balance: int) -> st.SearchStrategy[int]:
    """Return sums paid: a fen, a part of the balance, all of it, more than all."""
    return st.sampled_from((1, 2, balance, balance + 1, 2 * balance)) | st.integers(1, max(1, balance // 3))


@st.composite
def odd_rows(draw: Draw, as_of: date, rows: tuple[Instalment, ...]) -> tuple[Instalment, ...]:
    """Return typed dues on odd days, not in order, sometimes with a last one that asks for interest only."""
    moved = [replace(row, due=row.due + timedelta(days=draw(st.integers(0, 6)))) for row in rows]
    if draw(st.booleans()):
        moved.append(Instalment(moved[-1].due + timedelta(days=1), 0, draw(st.integers(0, 900))))
    return tuple(draw(st.permutations(moved))) if draw(st.booleans()) else tuple(moved)


@st.composite
def concessions(draw: Draw, as_of: date) -> Concession:
    """Return an agreement in writing of any kind, sensible or not."""
    kind = draw(st.sampled_from(AGREED))
    base = Concession(kind, "agreed-written", arrears=draw(st.sampled_from((None, None, "keep", "merge"))))
    if kind == "defer":
        interest = draw(st.sampled_from(("accrue", "add", "pay", "waive")))
        return replace(base, months=draw(st.integers(1, 12)), interest=interest)
    if kind == "extend":
        return _extension(draw, base)
    if kind == "rate":
        return replace(base, rate=draw(rates()), until=draw(st.none() | days(as_of)))
    if kind == "waive":
        parts = draw(st.sets(st.sampled_from(PARTS), min_size=1, max_size=3))
        waives = tuple((part, draw(st.none() | st.integers(1, 50_000))) for part in WRITTEN if part in parts)
        return replace(base, waives=waives, arrears=None)
    until, many = draw(days(as_of)), draw(st.sampled_from((1, 1, 2, 3, 6)))
    base = replace(base, until=until, instalments=many, arrears=None)
    if draw(st.booleans()):
        return replace(base, settle_share=Fraction(draw(st.integers(1, 100)), 100))
    return replace(base, settle_fen=draw(st.integers(1, 4_000_000)))


def _extension(draw: Draw, base: Concession) -> Concession:
    method, rate = draw(st.none() | st.sampled_from(SPREADING)), draw(st.none() | rates())
    if draw(st.integers(0, 3)) == 0:
        return replace(base, payment_fen=draw(st.integers(1, 300_000)), rate=rate)
    return replace(base, months=draw(st.integers(1, 36)), rate=rate, method=method)


def days(as_of: date) -> st.SearchStrategy[date]:
    """Return days about a day: just before it, on it, soon after, later."""
    return st.integers(-3, AHEAD_DAYS).map(lambda count: as_of + timedelta(days=count))


@st.composite
def events(draw: Draw, contract: Terms, as_of: date, balance: int) -> tuple[Event, ...]:
    """Return what happened, as entered; many on due days, and several on one day."""
    dues = [
        add_months(first_due_after(as_of, contract.due_day), index, contract.due_day) for index in range(9)
    ]
    taken: list[date] = []
    found: list[Event] = []
    for _ in range(draw(st.integers(1, EVENTS_MOST))):
        on = draw(days(as_of) | st.sampled_from(dues) | st.sampled_from(taken or dues))
        taken.append(on)
        found.append(draw(event(on, as_of, balance)))
    if draw(st.integers(0, 9)) == 0:
        found.append(Event(draw(days(as_of)), "close"))
    return tuple(found)


@st.composite
def event(draw: Draw, on: date, as_of: date, balance: int) -> Event:
    """Return something that happened on a day."""
    kind = draw(st.sampled_from(KINDS))
    if kind == "payment":
        return Event(on, kind, draw(amounts(balance)))
    if kind in ("charge", "statement"):
        return Event(on, kind, draw(st.integers(1, 50_000)))
    if kind == "rate":
        return Event(on, kind, rate=draw(rates()))
    if kind == "waive":
        parts = draw(st.lists(st.sampled_from(PARTS), max_size=3, unique=True))
        return Event(on, kind, draw(st.none() | st.integers(1, 50_000)), parts=tuple(parts))
    return Event(on, kind, concession=draw(concessions(as_of)) if kind == "agree" else None)


@st.composite
def openings(draw: Draw) -> tuple[Terms, Opening]:
    """Return a contract and where it stands: in time, overdue as typed, overdue as rebuilt, or called."""
    as_of = FIRST + timedelta(days=draw(st.integers(0, 700)))
    balance = draw(balances() | st.sampled_from((1, 2, 100)))
    contract, periods, start = draw(terms(as_of, balance))
    late: tuple[Arrears, ...] = ()
    how = draw(st.sampled_from(("in time", "typed", "rebuilt", "called")))
    if how == "typed":
        late = (draw(arrears(contract, balance, as_of)),)
        balance += late[0].principal_fen if contract.method == "schedule" else 0
    if contract.method == "schedule":
        contract = replace(contract, schedule=draw(odd_rows(as_of, contract.schedule)))
    elif how in ("rebuilt", "called") and contract.method != "revolving":
        since = add_months(as_of, -draw(st.integers(0, 6)), contract.due_day)
        since = min(since, as_of)
        called = draw(days(as_of - timedelta(days=90))) if how == "called" else None
        called = max(since, min(called, as_of)) if called else None
        late = rebuild_arrears(contract, balance, periods, since, as_of, start, called=called)
    since_day = accrued_from(contract, as_of, start)
    return contract, Opening(as_of, balance, periods, since_day, late, accelerated=how == "called")


@st.composite
def histories(draw: Draw) -> History:
    """Return a history."""
    contract, opening = draw(openings())
    happened = draw(events(contract, opening.on, opening.principal_fen))
    until = opening.on + timedelta(days=draw(st.integers(1, AHEAD_DAYS)))
    return History(contract, opening, happened, until)


def known(account: Any) -> tuple[Any, ...]:
    """Return all that can be asked of an account at the end of its day."""
    return (
        account.owed(),
        account.payoff_fen(),
        account.due_fen,
        account.credit_fen,
        account.next_due,
        account.rate,
        account.closed,
    )

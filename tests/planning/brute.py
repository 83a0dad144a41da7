"""Every way of paying a tiny household's debts, due day by due day, through the exact loans.

On each due day a debt gets nothing, what is due, half of what is left on top, or all of it; never money that living
needs, by days up to the end of month 2 and by months after it (decision 0001 rule 24).  What is paid on top of a due
leaves living by days up to the end of the next month as well: people eat before payday in April too.  Nothing is
shared with the planner's search; each way of paying is judged by the second judge.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from ashore.dates import month_of
from ashore.household.flows import flows_of
from ashore.household.model import Household
from ashore.household.position import open_debt
from ashore.loans.concessions import Account
from ashore.planning.judging.intentions import Intentions, Payment
from ashore.planning.judging.verdict import Verdict, judge

Paid = tuple[Payment, ...]
LIFE, REAL_MONTHS = 5, 2
"""Months in which living must be paid, debts or not; the last one whose days are real."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A due day of one debt, and the money that comes in less what living takes since the stop before."""

    on: date
    debt: int
    money_fen: int


def every_way(household: Household, months: int) -> Iterator[Paid]:
    """Yield every way of paying over so many months."""
    accounts = [open_debt(debt, household.as_of) for debt in household.debts]
    stops = list(_stops(household, accounts, months))
    yield from _ways(household, stops, accounts, household.cash_fen, ())


def _stops(household: Household, accounts: list[Account], months: int) -> Iterator[Stop]:
    flows = flows_of(household, months + 1)
    days = sorted(
        {(day, debt) for debt, account in enumerate(accounts) for day in _due_days(account, months)}
    )
    before = [household.as_of, *(day for day, _ in days)]
    for (since, until), (day, debt) in zip(pairwise(before), days, strict=True):
        moves = [one.fen if one.kind == "income" else -one.fen for one in flows if since < one.on <= until]
        yield Stop(day, debt, sum(moves))


def _due_days(account: Account, months: int) -> list[date]:
    probe, found = account.copy(), list[date]()
    while probe.running and len(found) < months:
        found.append(probe.next_due)
        probe.advance(probe.next_due)
        if probe.due_fen:
            probe.pay(probe.due_fen)
    return found


def _ways(
    household: Household, stops: list[Stop], accounts: list[Account], cash_fen: int, paid: Paid
) -> Iterator[Paid]:
    if not stops:
        yield paid
        return
    stop, later = stops[0], stops[1:]
    cash = cash_fen + stop.money_fen
    index = month_of(stop.on).minus(month_of(household.as_of))
    room = max(0, cash + lowest_after(household, stop.on))
    early = max(0, cash + lowest_after(household, stop.on, max(REAL_MONTHS, index + 1)))
    account = accounts[stop.debt].copy()
    account.advance(stop.on)
    due, all_of_it = account.due_fen, account.payoff_fen()
    some = min(due, room)
    more = max(some, min(all_of_it, room, early))
    for fen in sorted({0, some, some + (more - some) // 2, more}):
        one = account.copy()
        if fen:
            one.pay(fen)
        after = [one if place == stop.debt else each for place, each in enumerate(accounts)]
        made = (Payment(stop.on, household.debts[stop.debt].id, fen),) if fen else ()
        yield from _ways(household, later, after, cash - fen, paid + made)


def lowest_after(household: Household, day: date, real_months: int = REAL_MONTHS) -> int:
    """Return how far cash falls below today's (0 or less) for later living costs; months are whole after the real."""
    first = month_of(household.as_of)
    moves: list[tuple[date, int]] = []
    for one in flows_of(household, LIFE + 1):
        month = month_of(one.on)
        on = one.on if month.minus(first) <= real_months else month.first
        if on > day or (on != one.on and month.first > day):
            moves.append((on, one.fen if one.kind == "income" else -one.fen))
    cash = lowest = 0
    for _, group in groupby(sorted(moves, key=lambda move: (move[0], -move[1])), key=lambda move: move[0]):
        cash += sum(fen for _, fen in group)
        lowest = min(lowest, cash)
    return lowest


def judged(household: Household, paid: Paid, months: int) -> Verdict:
    """Return the verdict on one way of paying."""
    return judge(household, Intentions(household.as_of, months, paid, (), (), (), {}))

"""What each open concession, and a friend's loan, makes of the debts, as the ways that the fast tier chooses from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from ashore.dates import month_of
from ashore.household.model import Debt
from ashore.loans.acceptance import accept_paying
from ashore.loans.concessions import Account
from ashore.loans.opening import open_account
from ashore.loans.settlement import SettlingAccount
from ashore.loans.terms import Instalment, Opening, Prepayment, Terms
from ashore.money import Rate
from ashore.planning.friend import draw_day, friend_runner
from ashore.planning.harm import WEIGHTS
from ashore.planning.offers import DAY, Offer, after_dues, offers_of
from ashore.planning.problem import Problem
from ashore.simulation.arrays import NotSimulated, contract_of
from ashore.simulation.menu import MenuOffer, Way
from ashore.simulation.month_end import DAY_90, LATER_MONTH, PAST_DAY_90

LENT_STEPS: Final = 16
"""Sums that a friend might lend are tried in so many equal steps."""
LENT_BY: Final = 1
"""A loan that comes after this month is left to the other tiers."""


@dataclass(frozen=True, slots=True)
class Loan:
    """A friend's loan of a sum that might be drawn."""

    lever: int
    fen: int


def own_ways(problem: Problem) -> tuple[Way, ...]:
    """Return each debt as it stands.  Raises NotSimulated for a contract that the kernel does not know."""
    pairs = zip(problem.household.debts, problem.accounts, strict=True)
    return tuple(Way(contract_of(debt, account), WEIGHTS[debt.priority]) for debt, account in pairs)


def offered(problem: Problem) -> list[tuple[Offer, MenuOffer]]:
    """Return each open concession with what it makes of its debts; those taken on the first day come first.

    What the kernel does not know is left out, for the other tiers.
    """
    found = [
        pair for offer in offers_of(problem.household, problem.accounts) for pair in _offered(problem, offer)
    ]
    return sorted(found, key=lambda pair: pair[0].since is not None)


def _offered(problem: Problem, offer: Offer) -> Iterator[tuple[Offer, MenuOffer]]:
    """Yield an offer taken on the first day, and on the day after the next dues."""
    first = problem.as_of + DAY
    at_once = offer if offer.open_on(first, problem.as_of) else None
    for one in (at_once, after_dues(offer, problem.accounts, problem.as_of)):
        made = _accepted(problem, one, one.since or first) if one else None
        if one and made:
            yield one, made


@dataclass(frozen=True, slots=True)
class _Reached:
    """What accepting an offer makes of one debt: what is paid for it, the dues before it by month, what was late."""

    way: Way
    paid_fen: int
    dues: Mapping[int, int]
    harm_halves: int
    arrears_fen: int


def _accepted(problem: Problem, offer: Offer, day: date) -> MenuOffer | None:
    """Return what accepting an offer on a day makes of its debts; None if the kernel cannot tell.

    That is: of a contract that it does not know, beyond the horizon, of a debt closed by then, or with dues of several
    months before it.
    """
    month = month_of(day).minus(problem.first)
    try:
        reached = {member: _reached(problem, offer, member, day) for member in offer.members}
    except NotSimulated:
        return None
    months = {due for one in reached.values() if one for due in one.dues}
    if month > problem.horizon or None in reached.values() or len(months) > 1:
        return None
    known = {member: one for member, one in reached.items() if one}
    return MenuOffer(
        ways={member: one.way for member, one in known.items()},
        sum_fen=sum(one.paid_fen for one in known.values()),
        month=month,
        dues_fen=sum(fen for one in known.values() for fen in one.dues.values()),
        dues_month=min(months, default=month),
        harm_halves=sum(one.harm_halves for one in known.values()),
        arrears_fen=sum(one.arrears_fen for one in known.values()),
        talked=month_of(offer.talked_until(problem.as_of)).minus(problem.first),
    )


def _reached(problem: Problem, offer: Offer, member: int, day: date) -> _Reached | None:
    """Return what becomes of one debt; None if it is closed by then."""
    before, debt = problem.accounts[member], problem.household.debts[member]
    account, dues = before.copy(), dict[int, int]()
    while account.running and account.next_due < day:
        account.advance(account.next_due)
        month, fen = month_of(account.day).minus(problem.first), account.due_fen
        dues[month] = dues.get(month, 0) + fen
        account.pay(fen)
    if account.closed:
        return None
    account.advance(day)
    changed, paid = accept_paying(account, offer.asked(member))
    way = replace(_way(debt, changed), late=before.arrears_fen > 0, past_90=before.days_past_due > DAY_90)
    late = 0 if changed.arrears_fen or problem.as_of != problem.first.last else before.arrears_fen
    return _Reached(way, sum(paid), dues, _harm(before, WEIGHTS[debt.priority]) if late else 0, late)


def _harm(account: Account, weight: int) -> int:
    """Return the harm in halves that an overdue debt does at a month's end, after others."""
    return weight * (PAST_DAY_90 if account.days_past_due > DAY_90 else LATER_MONTH)


def _way(debt: Debt, account: Account) -> Way:
    """Return a debt as a way; a settlement is a schedule of sums without interest, the first to be paid."""
    weight = WEIGHTS[debt.priority]
    if not isinstance(account, SettlingAccount):
        return Way(contract_of(debt, account), weight)
    if not account.sums:
        return Way(contract_of(debt, account.contract), weight)
    rows = tuple(Instalment(one.by, one.fen, 0) for one in account.sums)
    terms = Terms(
        "schedule",
        Rate(Decimal(0), "year"),
        due_day=rows[0].due.day,
        schedule=rows,
        prepayment=Prepayment(allowed=False),
    )
    day, left = account.contract.day - DAY, sum(row.principal_fen for row in rows)
    sums = open_account(terms, Opening(day, left, len(rows), day))
    assert not isinstance(sums, SettlingAccount)
    sums.tally = account.contract.tally.copy()
    return Way(sums, WEIGHTS["home"], account.contract.standing_fen - left)


def lent(problem: Problem, first: int) -> list[tuple[Loan, MenuOffer]]:
    """Return what friends could lend, in equal steps, as debts from index `first` on, the smaller sums first."""
    return sorted(_lent(problem, first), key=lambda pair: pair[0].fen)


def _lent(problem: Problem, first: int) -> Iterator[tuple[Loan, MenuOffer]]:
    """Yield the steps of each loan that comes soon and is repaid inside the plan."""
    for lever, loan in enumerate(problem.household.friend_loans):
        month = month_of(draw_day(loan, problem.as_of))
        index = month.minus(problem.first)
        if index > LENT_BY or index + loan.months > problem.horizon:
            continue
        for step in range(1, LENT_STEPS + 1):
            fen = loan.amount_fen_max * step // LENT_STEPS
            runner = friend_runner(problem, lever, fen, month, first + lever)
            if runner:
                assert not isinstance(runner.account, SettlingAccount)
                ways = {first + lever: Way(runner.account, runner.weight)}
                yield Loan(lever, fen), MenuOffer(ways, -fen, index)

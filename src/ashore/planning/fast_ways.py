"""What each open concession, and a friend's loan, makes of the debts, as the ways that the fast tier chooses from."""

from collections.abc import Iterator
from dataclasses import dataclass
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
    try:
        if offer.open_on(problem.as_of + DAY, problem.as_of):
            yield offer, _accepted(problem, offer, problem.as_of + DAY)
        later = after_dues(offer, problem.accounts, problem.as_of)
        if later and later.since:
            yield later, _accepted(problem, later, later.since)
    except NotSimulated:
        return


def _accepted(problem: Problem, offer: Offer, day: date) -> MenuOffer:
    """Return what accepting an offer on a day makes of its debts; what falls due before is paid with it."""
    ways, total, harm = dict[int, Way](), 0, 0
    for member in offer.members:
        account, debt = problem.accounts[member].copy(), problem.household.debts[member]
        if account.next_due < day:
            account.advance(account.next_due)
            total += account.due_fen
            account.pay(account.due_fen)
        account.advance(day)
        changed, paid = accept_paying(account, offer.asked(member))
        total += sum(paid)
        harm += 0 if changed.arrears_fen else _harm_before(problem, member)
        ways[member] = _way(debt, changed)
    talked = month_of(offer.talked_until(problem.as_of)).minus(problem.first)
    return MenuOffer(ways, total, month_of(day).minus(problem.first), harm, talked)


def _harm_before(problem: Problem, debt: int) -> int:
    """Return the harm in halves that an overdue debt does on the evening of `as_of`, if that ends its month."""
    account = problem.accounts[debt]
    if problem.as_of != problem.first.last or not account.arrears_fen:
        return 0
    share = PAST_DAY_90 if account.days_past_due > DAY_90 else LATER_MONTH
    return share * WEIGHTS[problem.household.debts[debt].priority]


def _way(debt: Debt, account: Account) -> Way:
    """Return a debt as a way; a settlement is a schedule of sums without interest, the first to be paid."""
    if not isinstance(account, SettlingAccount):
        return Way(contract_of(debt, account), WEIGHTS[debt.priority])
    rows = tuple(Instalment(one.by, one.fen, 0) for one in account.sums)
    terms = Terms(
        "schedule",
        Rate(Decimal(0), "year"),
        due_day=rows[0].due.day if rows else 1,
        schedule=rows,
        prepayment=Prepayment(allowed=False),
    )
    day, left = account.contract.day, sum(row.principal_fen for row in rows)
    sums = open_account(terms, Opening(day, left, len(rows), day))
    assert not isinstance(sums, SettlingAccount)
    return Way(sums, WEIGHTS["home"], account.contract.standing_fen - left)


def lent(problem: Problem, first: int) -> list[tuple[Loan, MenuOffer]]:
    """Return what a friend could lend, in equal steps, as debts from index `first` on, the smaller sums first."""
    return list(_lent(problem, first))


def _lent(problem: Problem, first: int) -> Iterator[tuple[Loan, MenuOffer]]:
    for lever, loan in enumerate(problem.household.friend_loans):
        month = month_of(draw_day(loan, problem.as_of))
        if month.minus(problem.first) > LENT_BY:
            continue
        for step in range(1, LENT_STEPS + 1):
            fen = loan.amount_fen_max * step // LENT_STEPS
            runner = friend_runner(problem, lever, fen, month, first + lever)
            if runner:
                assert not isinstance(runner.account, SettlingAccount)
                ways = {first + lever: Way(runner.account, runner.weight)}
                yield Loan(lever, fen), MenuOffer(ways, -fen, month.minus(problem.first))

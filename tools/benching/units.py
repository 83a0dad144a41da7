"""What each choice of a debt asks when every due is paid: unit schedules from the exact loans, for a plain solver.

Repaying early scales the rest of a contract, so a schedule and one share that never rises describe every way of
paying that leaves nothing late (research on optimal plans, section 2).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from ashore.dates import month_of
from ashore.loans.acceptance import accept_paying
from ashore.loans.account import TermAccount
from ashore.loans.concessions import Account
from ashore.loans.revolving import RevolvingAccount
from ashore.planning.harm import WEIGHTS
from ashore.planning.offers import Offer, offers_of
from ashore.planning.problem import Problem

DAY: Final = timedelta(days=1)
FEN: Final = 100
CONTRACT: Final = -1
"""The place of the choice that takes no concession."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One choice of a debt, in yuan by month index: `due` if all is paid, `left` of the principal after it.

    `place`: of the concession among the debt's, or CONTRACT.  `fee`: paid on acceptance.  `late`: what is late as it
    begins.  `may`: whether something may be repaid early that month.  `settles`: the sum of a settlement paid in one
    month.  `talks`: the last month in which the offer may still fail.
    """

    place: int
    fee: float
    late: float
    due: tuple[float, ...]
    left: tuple[float, ...]
    may: tuple[bool, ...]
    settles: float = 0.0
    talks: int = 0


@dataclass(frozen=True, slots=True)
class Lender:
    """A debt with its choices, the contract first.  `grows`: what a yuan late grows by in each month.

    `late_yuan`, `late_share`: charged in a month that ends late, and of each new due that goes unpaid.
    """

    id: str
    weight: int
    overdue: bool
    prepay_fee: float
    grows: tuple[float, ...]
    late_yuan: float
    late_share: float
    units: tuple[Unit, ...]


def lenders_of(problem: Problem) -> list[Lender]:
    """Return every debt with its choices; concessions that reach several debts are left out."""
    offers = [one for one in offers_of(problem.household, problem.accounts) if len(one.members) == 1]
    return [
        _lender(problem, index, account, [one for one in offers if one.debt == index])
        for index, account in enumerate(problem.accounts)
    ]


def _lender(problem: Problem, index: int, account: Account, offers: list[Offer]) -> Lender:
    debt, fee = problem.household.debts[index], account.terms.late_fee
    return Lender(
        debt.id,
        WEIGHTS[debt.priority],
        account.arrears_fen > 0,
        float(account.terms.prepayment.fee),
        tuple(_growth(problem, account)),
        fee.min_fen / FEN if fee else 0.0,
        float(fee.share) if fee else 0.0,
        (_followed(problem, account, CONTRACT), *(_offered(problem, account, one) for one in offers)),
    )


def _growth(problem: Problem, account: Account) -> Iterator[float]:
    """Yield what a yuan late grows by in each month: a card's interest, else penalty by days."""
    for index in range(problem.horizon + 1):
        if isinstance(account, TermAccount):
            numerator, denominator = account.penalty_per_day
            yield numerator * problem.first.plus(index).last.day / denominator
        else:
            yield float(account.rate.per_month())


def _offered(problem: Problem, account: Account, offer: Offer) -> Unit:
    terms = offer.concession
    talks = max(0, month_of(offer.talked_until(problem.as_of)).minus(problem.first))
    probe = account.copy()
    probe.advance(problem.as_of + DAY)
    probe, paid = accept_paying(probe, terms)
    fee = sum(paid) / FEN
    if terms.kind == "settle":
        nothing = (0.0,) * (problem.horizon + 1)
        sums = probe.payoff_fen() / FEN
        return Unit(offer.place, fee, 0.0, nothing, nothing, (False,) * len(nothing), sums, talks)
    return _followed(problem, probe, offer.place, fee, talks)


def standing_fen(account: Account) -> int:
    """Return what early repayment can bring to nothing: a card's whole balance, else the principal."""
    return account.standing_fen if isinstance(account, RevolvingAccount) else account.principal_left_fen


def _followed(problem: Problem, account: Account, place: int, fee: float = 0.0, talks: int = 0) -> Unit:
    """Return the choice followed due by due; what is late is taken out first."""
    probe, late = account.copy(), account.arrears_fen
    if late:
        probe.pay(late)
    due, left, may = list[float](), list[float](), list[bool]()
    for index in range(problem.horizon + 1):
        last, asked, reached = problem.first.plus(index).last, 0, False
        while probe.running and probe.next_due <= last:
            reached = True
            probe.advance(probe.next_due)
            if fen := probe.due_fen:
                probe.pay(fen)
                asked += fen
        may.append(reached and probe.may_prepay())
        due.append(asked / FEN)
        left.append(standing_fen(probe) / FEN)
    return Unit(place, fee, late / FEN, tuple(due), tuple(left), tuple(may), 0.0, talks)

"""What a creditor could be asked for each debt, and how much each ask weighs (SPEC §7)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from ashore.household.model import Cause, Debt
from ashore.household.standing import is_silent
from ashore.loans.account import TermAccount
from ashore.loans.concessions import Account
from ashore.loans.revolving import RevolvingAccount
from ashore.loans.settlement import SettlingAccount
from ashore.loans.terms import Concession
from ashore.money import MONTHS_PER_YEAR
from ashore.planning.offers import Offer
from ashore.planning.problem import Problem

RATE_CUTS: Final = (Fraction(1, 4), Fraction(1, 2), Fraction(1))
LONGER: Final = (6, 12, 18, 24, 36, 48, 60)
DEFERRED: Final = (1, 2, 3, 6, 12)
TERM_MAX: Final = 60
"""Instalments asked for at most where no rule of the pack says so."""
NEVER_LONGER: Final = ("schedule", "flat-fee", "bullet")
"""Contracts whose dues do not shrink by spreading them as they are: a method would have to be agreed first."""

TermLimits = Mapping[str, int]
"""By debt: how many instalments the lender may grant at most, from the rules of the pack."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that could be asked of one creditor, and what it weighs; less is easier to grant."""

    offer: Offer
    weight: Fraction


def asks_for(problem: Problem, index: int, limits: TermLimits) -> list[Ask]:
    """Return what could be asked on a debt, the lightest first; what the person means to ask is among it."""
    debt, account = problem.household.debts[index], problem.accounts[index]
    if is_silent(debt, problem.as_of):
        return []  # a letter could revive a debt that time has ended: it is asked about first
    places = {one.id: place for place, one in enumerate(problem.household.debts)}
    found = [
        Ask(
            Offer(index, place, one, (index, *(places[name] for name in one.covers if name != debt.id))),
            weight_of(one, account, problem.household.cause),
        )
        for place, one in enumerate(debt.concessions)
        if one.status == "to-ask" and not (one.kind == "settle" and account.arrears_fen == 0)
    ]
    refused = {one.kind for one in debt.concessions if one.status == "refused"}
    for concession in _grid(debt, account, limits.get(debt.id, TERM_MAX)):
        if concession.kind not in refused:
            weight = weight_of(concession, account, problem.household.cause)
            found.append(Ask(Offer(index, -1, concession, (index,)), weight))
    return sorted(found, key=lambda ask: ask.weight)


def _grid(debt: Debt, account: Account, term_max: int) -> Iterator[Concession]:
    base = Concession("defer", "to-ask")
    running = not isinstance(account, SettlingAccount) and account.deferred > 0
    if account.closed or running or debt.lender_kind == "friend":
        return
    charges = account.owed()
    if charges.penalty_fen + charges.compound_fen + charges.damages_fen + charges.fees_fen:
        yield replace(base, kind="waive", waives=(("penalty", None), ("fee", None)))
    rate = account.rate
    if rate.value and debt.terms.method not in {"schedule", "flat-fee"}:
        for cut in RATE_CUTS:
            left = 1 - cut
            lower = replace(rate, value=rate.value * left.numerator / left.denominator)
            yield replace(base, kind="rate", rate=lower)
    yield from _longer(debt, account, term_max)
    if not _last_due(account):
        for months in DEFERRED:
            yield replace(base, months=months)


def _last_due(account: Account) -> bool:
    """Return whether one instalment is left of a loan with instalments: putting it off helps for a moment only."""
    instalments = isinstance(account, TermAccount) and account.terms.method != "bullet"
    return isinstance(account, TermAccount) and instalments and account.periods_left <= 1


def _longer(debt: Debt, account: Account, term_max: int) -> Iterator[Concession]:
    """Yield longer terms; a debt without instalments of its own gets so many of them."""
    now = account.periods_left if isinstance(account, TermAccount) else 0
    if debt.terms.method in NEVER_LONGER:
        return
    for more in LONGER:
        if now + more <= term_max:
            method = "level-payment" if isinstance(account, RevolvingAccount) else None
            yield Concession("extend", "to-ask", months=now + more, method=method)


def weight_of(concession: Concession, account: Account, cause: Cause) -> Fraction:
    """Return what an ask weighs: waivers 1, a quarter of the rate 2, longer 3 + months/12, deferral by cause."""
    if concession.kind == "waive":
        return Fraction(1)
    if concession.kind == "rate" and concession.rate is not None:
        now = account.rate.per_year()
        return 2 * 4 * (1 - concession.rate.per_year() / now) if now else Fraction(0)
    if concession.kind == "extend":
        now = account.periods_left if isinstance(account, TermAccount) else 0
        return 3 + Fraction(max(0, concession.months - now), MONTHS_PER_YEAR)
    if concession.kind == "defer":
        return (1 if cause == "shock" else 6) + Fraction(concession.months, 6)
    share = concession.settle_share
    return 4 * 10 * (1 - share) if share is not None else Fraction(4 * 5)

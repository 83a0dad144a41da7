"""What a creditor could be asked for each debt, and how much each ask weighs (SPEC §7, decision 0004)."""

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
from ashore.money import MONTHS_PER_YEAR, Rate
from ashore.planning.offers import Offer, offer_of
from ashore.planning.problem import Problem
from ashore.rules.grants import UNLIMITED, Grants

RATE_CUTS: Final = (Fraction(1, 4), Fraction(1, 2), Fraction(1))
CUTS: Final = tuple(Fraction(tenth, 10) for tenth in range(1, 6))
"""What share of all that is owed a settlement writes off."""
LONGER: Final = (6, 12, 18, 24, 36, 48, 60)
DEFERRED: Final = (1, 2, 3, 6, 12)
SETTLED_IN: Final = (1, 6, 12, 24, 36, 60)
"""Instalments of a settlement; one payment is due by the end of month 3."""
ONE_PAYMENT_MONTH: Final = 3
NO_OWN_RATE: Final = ("schedule", "flat-fee")
"""Contracts whose interest is no rate on what is left: neither lowered nor spread without a new contract."""
KINDS: Final = ("waive", "rate", "settle", "extend", "defer")
"""The order in which kinds of asks are named: what a lender grants most easily first."""

GrantsOf = Mapping[str, Grants]
"""By debt: what its lender may grant at most, from the rules of the pack."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that could be asked of one creditor, and what it weighs; less is easier to grant."""

    offer: Offer
    weight: Fraction


def asks_for(problem: Problem, index: int, grants: GrantsOf) -> list[Ask]:
    """Return what could be asked on a debt, the lightest first; what the person means to ask is among it."""
    debt, account = problem.household.debts[index], problem.accounts[index]
    if is_silent(debt, problem.as_of):
        return []  # a letter could revive a debt that time has ended: it is asked about first
    cause = problem.household.cause
    found = [
        Ask(
            offer_of(problem.household, index, place),
            weight_of(one, account, cause),
        )
        for place, one in enumerate(debt.concessions)
        if one.status == "to-ask" and not (one.kind == "settle" and account.arrears_fen == 0)
    ]
    refused = {one.kind for one in debt.concessions if one.status == "refused"}
    found += [
        Ask(Offer(index, -1, concession, (index,)), weight_of(concession, account, cause))
        for concession in _grid(problem, index, grants.get(debt.id, UNLIMITED))
        if concession.kind not in refused
    ]
    return sorted(found, key=lambda ask: ask.weight)


def _grid(problem: Problem, index: int, grants: Grants) -> Iterator[Concession]:
    debt, account = problem.household.debts[index], problem.accounts[index]
    running = not isinstance(account, SettlingAccount) and account.deferred > 0
    if account.closed or running or debt.lender_kind == "friend":
        return
    base = Concession("defer", "to-ask")
    charges = account.owed()
    if charges.penalty_fen + charges.compound_fen + charges.damages_fen + charges.fees_fen:
        yield replace(base, kind="waive", waives=(("penalty", None), ("fee", None)))
    rates = list(_lower_rates(account, grants)) if debt.terms.method not in NO_OWN_RATE else []
    yield from (replace(base, kind="rate", rate=rate) for rate in rates)
    for longer in _longer(debt, account, grants):
        yield longer
        yield from (replace(longer, rate=rate) for rate in rates)
    if account.arrears_fen and not isinstance(account, SettlingAccount):
        yield from _settlements(problem, grants)
    if not _last_due(account):
        yield from (replace(base, months=months) for months in DEFERRED if months <= grants.defer_months)


def _lower_rates(account: Account, grants: Grants) -> Iterator[Rate]:
    for cut in RATE_CUTS:
        if account.rate.value and cut <= grants.rate_share:
            left = 1 - cut
            yield replace(account.rate, value=account.rate.value * left.numerator / left.denominator)


def _last_due(account: Account) -> bool:
    """Return whether one instalment is left of a loan with instalments: putting it off helps for a moment only."""
    instalments = isinstance(account, TermAccount) and account.terms.method != "bullet"
    return isinstance(account, TermAccount) and instalments and account.periods_left <= 1


def _longer(debt: Debt, account: Account, grants: Grants) -> Iterator[Concession]:
    """Yield longer terms; a debt without instalments of its own gets so many level payments."""
    if debt.terms.method in NO_OWN_RATE:
        return
    now = left_of(account)
    single = isinstance(account, RevolvingAccount) or debt.terms.method == "bullet"
    for more in LONGER:
        if grants.term_months is None or now + more <= grants.term_months:
            method = "level-payment" if single else None
            yield Concession("extend", "to-ask", months=now + more, method=method)


def _settlements(problem: Problem, grants: Grants) -> Iterator[Concession]:
    """Yield smaller sums that close an overdue debt, in one payment or in equal ones (decision 0004 rule 60)."""
    last = problem.first.plus(ONE_PAYMENT_MONTH).last
    for cut in CUTS:
        for instalments in SETTLED_IN:
            if cut <= grants.cut_share and (grants.term_months is None or instalments <= grants.term_months):
                until = last if instalments == 1 else None
                yield Concession(
                    "settle", "to-ask", until=until, settle_share=1 - cut, instalments=instalments
                )


def left_of(account: Account) -> int:
    """Return how many instalments are left by contract; none of a card."""
    return account.periods_left if isinstance(account, TermAccount) else 0


def weight_of(concession: Concession, account: Account, cause: Cause) -> Fraction:
    """Return what an ask weighs: the sum of what it grants (SPEC §7; decision 0004 rules 61 and 62)."""
    if concession.kind == "waive":
        return Fraction(1)
    if concession.kind == "rate":
        return _rate_weight(concession, account)
    if concession.kind == "extend":
        return _term_weight(concession.months, account) + _rate_weight(concession, account)
    if concession.kind == "defer":
        return (1 if cause == "shock" else 6) + Fraction(concession.months, 6)
    return _settle_weight(concession, account)


def _rate_weight(concession: Concession, account: Account) -> Fraction:
    """Return 2 for each quarter of the rate that falls away."""
    now = account.rate.per_year()
    if concession.rate is None or not now:
        return Fraction(0)
    return max(Fraction(0), 2 * 4 * (1 - concession.rate.per_year() / now))


def _term_weight(months: int, account: Account) -> Fraction:
    """Return 3 and a twelfth for each instalment more than the contract has left."""
    return 3 + Fraction(max(0, months - left_of(account)), MONTHS_PER_YEAR)


def _settle_weight(concession: Concession, account: Account) -> Fraction:
    """Return 4 for each tenth written off; in instalments also what no interest and a longer term weigh."""
    share = concession.settle_share
    weight = 4 * 10 * (1 - share) if share is not None else Fraction(4 * 5)
    if concession.instalments <= 1:
        return weight
    free = 8 if account.rate.value else 0
    longer = concession.instalments > left_of(account)
    return weight + free + (_term_weight(concession.instalments, account) if longer else 0)

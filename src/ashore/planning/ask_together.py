"""Creditors treated alike: the same asks paid in proportion, and one proposal that is the same for everyone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from ashore.household.model import Debt
from ashore.household.standing import is_silent
from ashore.loans.concessions import Account
from ashore.loans.revolving import RevolvingAccount
from ashore.loans.settlement import SettlingAccount
from ashore.loans.terms import Concession
from ashore.planning.ask_model import Choices, Option
from ashore.planning.ask_options import DEFERRED, NO_OWN_RATE, RATE_CUTS, Ask, GrantsOf, left_of, weight_of
from ashore.planning.ask_paths import path_of
from ashore.planning.asks import Asking, AskSet, trial_of
from ashore.planning.offers import Offer
from ashore.planning.outcome import Outcome
from ashore.planning.policy import Policy
from ashore.planning.replay import run
from ashore.rules.grants import UNLIMITED, Grants

TERMS: Final = (12, 18, 24, 36, 48, 60)
PRO_RATA: Final = Policy("pro-rata", "pro-rata", "pro-rata", reserve=True)


@dataclass(frozen=True, slots=True)
class InProportion:
    """The same asks with every creditor paid in proportion: what it leads to, and what more it costs."""

    outcome: Outcome
    more_fen: int


def in_proportion(asking: Asking, one: AskSet) -> InProportion:
    """Return what it costs to pay every creditor in proportion with the same asks."""
    policy = replace(
        PRO_RATA,
        sales=asking.policy.sales,
        hours=asking.policy.hours,
        offers=one.offers,
    )
    outcome = run(asking.problem, policy)
    return InProportion(outcome, outcome.net_fen - one.outcome.net_fen)


@dataclass(frozen=True, slots=True)
class Alike:
    """One thing asked of every creditor: instalments left, what share of the rate falls away, months put off."""

    months: int = 0
    rate_cut: Fraction = Fraction(0)
    deferred: int = 0


@dataclass(frozen=True, slots=True)
class Uniform:
    """One proposal to all: what is asked alike, the asks it comes to, and where it leads."""

    alike: Alike
    found: AskSet


def uniform_of(asking: Asking, grants: GrantsOf) -> Uniform | None:
    """Return the lightest proposal that is the same for every creditor and works; None if none was found."""
    proposals = [(alike, asks) for alike in _proposals() if (asks := tuple(_asks(asking, grants, alike)))]
    for alike, asks in sorted(proposals, key=lambda pair: sum(ask.weight for ask in pair[1])):
        options = _options(asking, asks)
        fits = Choices(options, asking.choices.creditors, asking.choices.cash_fen).misfit(
            tuple(range(len(options)))
        )
        if fits is None and (
            found := trial_of(asking, tuple(ask.offer for ask in asks), options).best(thorough=False)
        ):
            weight = sum((ask.weight for ask in asks), Fraction(0))
            return Uniform(alike, AskSet(asks, found[1], weight, policy=found[0]))
    return None


def _proposals() -> Iterator[Alike]:
    cuts = (Fraction(0), *RATE_CUTS)
    for cut in RATE_CUTS:
        yield Alike(rate_cut=cut)
    for months in TERMS:
        yield from (Alike(months=months, rate_cut=cut) for cut in cuts)
    yield from (Alike(deferred=months) for months in DEFERRED)


def _asks(asking: Asking, grants: GrantsOf, alike: Alike) -> Iterator[Ask]:
    """Yield what a proposal asks of each creditor; nothing at all where one of them may not grant it."""
    found: list[Ask] = []
    household = asking.problem.household
    for index, (debt, account) in enumerate(zip(household.debts, asking.problem.accounts, strict=True)):
        if debt.lender_kind == "friend" or account.closed or is_silent(debt, household.as_of):
            continue
        concession = _concession(debt, account, alike)
        if concession is None:
            continue
        if not _may(grants.get(debt.id, UNLIMITED), concession, alike) or _refused(debt, concession):
            return
        weight = weight_of(concession, account, household.cause)
        found.append(Ask(Offer(index, -1, concession, (index,)), weight))
    yield from found


def _may(grants: Grants, concession: Concession, alike: Alike) -> bool:
    long = grants.term_months is not None and concession.months > grants.term_months
    late = concession.kind == "defer" and concession.months > grants.defer_months
    return not late and alike.rate_cut <= grants.rate_share and not (concession.kind == "extend" and long)


def _refused(debt: Debt, concession: Concession) -> bool:
    return concession.kind in {one.kind for one in debt.concessions if one.status == "refused"}


def _concession(debt: Debt, account: Account, alike: Alike) -> Concession | None:
    """Return what a proposal means for one debt; None where it changes nothing there or cannot be had."""
    if isinstance(account, SettlingAccount) or account.deferred:
        return None
    if alike.deferred:
        return Concession("defer", "to-ask", months=alike.deferred)
    if debt.terms.method in NO_OWN_RATE:
        return None
    left = 1 - alike.rate_cut
    value = account.rate.value * left.numerator / left.denominator
    rate = replace(account.rate, value=value) if alike.rate_cut and account.rate.value else None
    if alike.months > left_of(account):
        single = isinstance(account, RevolvingAccount) or debt.terms.method == "bullet"
        method = "level-payment" if single else None
        return Concession("extend", "to-ask", months=alike.months, method=method, rate=rate)
    return Concession("rate", "to-ask", rate=rate) if rate else None


def _options(asking: Asking, asks: tuple[Ask, ...]) -> tuple[Option, ...]:
    """Return how each debt stands with these asks."""
    by_debt: Mapping[int, Ask] = {ask.offer.debt: ask for ask in asks}
    found: list[Option] = []
    for debt, account in enumerate(asking.problem.accounts):
        ask = by_debt.get(debt)
        path = path_of(account, asking.problem, ask.offer.concession if ask else None)
        found.append(Option(debt, ask, (debt,), (path,)))
    return tuple(found)

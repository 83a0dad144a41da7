"""The smallest asks that make the plan work, found by a model by months and tried by exact replay (SPEC §7)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from ashore.money import MONTHS_PER_YEAR, round_half_up
from ashore.planning.ask_model import Choices, smallest, stream_of
from ashore.planning.ask_options import Ask, TermLimits, asks_for
from ashore.planning.baselines import CANDIDATES
from ashore.planning.goals import goal_key
from ashore.planning.levers import failed
from ashore.planning.outcome import Outcome
from ashore.planning.policy import Policy
from ashore.planning.problem import Problem, needs_by_month
from ashore.planning.replay import run

ALTERNATIVES_MAX: Final = 3
TRIES_MAX: Final = 24
"""Selections of the model that are tried by replay, in all."""
POLICIES: Final = 2
Cut = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class AskSet:
    """Asks that together make the plan work, the plan they lead to, and what they weigh."""

    asks: tuple[Ask, ...]
    outcome: Outcome
    weight: Fraction

    @property
    def debts(self) -> tuple[int, ...]:
        """Return the debts asked about, by index."""
        return tuple(ask.offer.debt for ask in self.asks)


@dataclass(frozen=True, slots=True)
class Received:
    """What a creditor receives as a value today, in fen: with what is asked, and if nothing is agreed."""

    debt: int
    asked_fen: int
    otherwise_fen: int


def find_asks(problem: Problem, policy: Policy, limits: TermLimits) -> tuple[AskSet, ...]:
    """Return up to three sets of asks, the smallest first; each later one does without the first one's heaviest ask.

    `policy`: the sales and side work found so far, which stay.  Empty where even all asks do not help.
    """
    choices = _choices(problem, limits)
    cash = tuple(_cash(problem, policy))
    found: list[AskSet] = []
    cuts: list[Cut] = []
    for _ in range(TRIES_MAX):
        places = smallest(choices, cash, cuts) if len(found) < ALTERNATIVES_MAX else None
        if places is None:
            break
        if not any(places):  # by months it fits already, by days it does not: something must be asked
            cuts.append(frozenset((debt, 0) for debt in range(len(places))))
            continue
        asks = tuple(choices.asks[debt][place - 1] for debt, place in enumerate(places) if place)
        outcome = _replayed(problem, policy, asks)
        if outcome is None:
            cuts.append(frozenset((debt, place) for debt, place in enumerate(places) if place))
        else:
            found.append(AskSet(asks, outcome, sum((ask.weight for ask in asks), Fraction(0))))
            cuts += _refused(choices, max(asks, key=lambda ask: ask.weight))
    return tuple(sorted(found, key=lambda one: _size(problem, one)))


def _size(problem: Problem, one: AskSet) -> tuple[float, ...]:
    """Return how much a set asks: creditors, weight, whether consents are needed, cost."""
    debts = [problem.household.debts[debt] for debt in one.debts]
    creditors = len({debt.creditor or debt.id for debt in debts})
    consents = sum(debt.liable != ("self",) or debt.secured_by != "none" for debt in debts)
    return creditors, float(one.weight), consents, one.outcome.net_fen


def received(problem: Problem, asks: Sequence[AskSet], otherwise: Outcome) -> tuple[Received, ...]:
    """Return what each creditor of the first set receives with its asks and if nothing is agreed."""
    return tuple(
        Received(debt, worth_fen(problem, asks[0].outcome, debt), worth_fen(problem, otherwise, debt))
        for debt in (asks[0].debts if asks else ())
    )


def _choices(problem: Problem, limits: TermLimits) -> Choices:
    debts = problem.household.debts
    asks = tuple(tuple(asks_for(problem, index, limits)) for index in range(len(debts)))
    streams = tuple(
        (stream_of(account, problem), *(stream_of(account, problem, ask) for ask in asks[index]))
        for index, account in enumerate(problem.accounts)
    )
    return Choices(asks, streams, tuple(debt.creditor or debt.id for debt in debts))


def _cash(problem: Problem, policy: Policy) -> Iterator[int]:
    """Yield what may have gone to debts by the end of each month."""
    household = problem.household
    extra = [0] * (problem.horizon + 1)
    for asset, month in policy.sales.items():
        extra[min(month, problem.horizon)] += household.assets[asset].value_fen
    for (lever, month), hours in policy.hours.items():
        extra[month] += hours * household.side_work[lever].hourly_fen
    total = household.cash_fen + problem.extra_cash_fen - problem.stock_fen
    for month, need in enumerate(needs_by_month(problem)):
        total += extra[month] - need
        yield total


def _replayed(problem: Problem, policy: Policy, asks: Sequence[Ask]) -> Outcome | None:
    """Return the best plan with the asks granted, if one works."""
    offers = tuple(ask.offer for ask in asks)
    works: list[Outcome] = []
    for one in CANDIDATES[:POLICIES]:
        tried = replace(one, sales=policy.sales, hours=policy.hours, offers=offers)
        if run(problem, tried, failed).works:
            works.append(run(problem, tried))
    return min(works, key=lambda outcome: goal_key(outcome, "cheapest"), default=None)


def _refused(choices: Choices, ask: Ask) -> Iterator[Cut]:
    """Yield what is ruled out when an ask is refused: that kind of ask on that debt."""
    debt, kind = ask.offer.debt, ask.offer.concession.kind
    for place, one in enumerate(choices.asks[debt], 1):
        if one.offer.concession.kind == kind:
            yield frozenset({(debt, place)})


def worth_fen(problem: Problem, outcome: Outcome, debt: int) -> int:
    """Return what a creditor receives in an outcome as a value today, in fen, at the contract's own rate by months."""
    name = problem.household.debts[debt].id
    monthly = 1 + problem.accounts[debt].rate.per_year() / MONTHS_PER_YEAR
    total = Fraction(0)
    for row in outcome.payments:
        if row.debt == name:
            months = (row.on.year - problem.as_of.year) * 12 + row.on.month - problem.as_of.month
            total += row.fen / monthly**months
    return round_half_up(total.numerator, total.denominator)

"""The smallest asks that make the plan work: a model names them in order of size, replay tries each (SPEC §7)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Final

from ashore.household.flows import PROTECTED, Flow, sale_fen
from ashore.planning.ask_model import Choices, Option, Selection
from ashore.planning.ask_options import KINDS, Ask, GrantsOf, asks_for
from ashore.planning.ask_paths import Path, path_of
from ashore.planning.ask_search import Search
from ashore.planning.ask_ways import Trial
from ashore.planning.baselines import CANDIDATES
from ashore.planning.goals import goal_key
from ashore.planning.offers import Offer
from ashore.planning.offers import Selection as Offers
from ashore.planning.outcome import Outcome
from ashore.planning.policy import Policy
from ashore.planning.problem import Problem, needs_by_month

ALTERNATIVES_MAX: Final = 3
TRIES_MAX, TRIES_AGAIN_MAX = 8, 4
"""Sets of one search that are tried by replay; fewer once the smallest set is known and others are looked for."""
TIES_MAX: Final = 4
"""Sets of one size that are tried for the cheapest."""
ROUNDS_MAX: Final = 24
"""Choices of one search that are put to the solver."""


@dataclass(frozen=True, slots=True)
class AskSet:
    """Asks that together make the plan work, the plan they lead to, and what they weigh.

    `proved`: whether every smaller set was shown to leave something unpaid, however it is paid (decision 0004 rule
    65); smaller is fewer creditors, then less weight.  `without`: the ask that this set does without, as it was
    refused.  `policy`: the way of paying that works with them.  `taken`: what creditors offer that it takes besides.
    """

    asks: tuple[Ask, ...]
    outcome: Outcome
    weight: Fraction
    proved: bool = False
    without: Ask | None = None
    policy: Policy = field(default=CANDIDATES[0])
    taken: Offers = ()

    @property
    def debts(self) -> tuple[int, ...]:
        """Return the debts asked about, by index."""
        return tuple(ask.offer.debt for ask in self.asks)

    @property
    def offers(self) -> Offers:
        """Return what it is paid with: what is asked, and what is offered."""
        return (*(ask.offer for ask in self.asks), *self.taken)


@dataclass(frozen=True, slots=True)
class Asking:
    """A household with what could be asked of whom, and the sales and side work of its plan, which stay.

    `fund_fen`: how much of what may go to debts must be there at the end of a month in which something is repaid early.
    """

    problem: Problem
    policy: Policy
    choices: Choices
    fund_fen: Sequence[int]


def asking_of(problem: Problem, policy: Policy, grants: GrantsOf, offers: Offers = ()) -> Asking:
    """Return the household with what could be asked; `policy`: the sales and side work found so far.

    `offers`: what creditors offer, which a set may take besides (decision 0039).
    """
    debts = problem.household.debts
    options = tuple(_options(problem, grants, offers))
    creditors = tuple(debt.creditor or debt.id for debt in debts)
    cash, fund = zip(*_cash(problem, policy), strict=True)
    return Asking(problem, policy, Choices(options, creditors, cash), fund)


def find_asks(problem: Problem, policy: Policy, grants: GrantsOf) -> tuple[AskSet, ...]:
    """Return up to three sets of asks, the smallest first; each later one does without the first one's heaviest ask.

    Empty where even all asks do not help.
    """
    return find_in(asking_of(problem, policy, grants))


def find_in(asking: Asking) -> tuple[AskSet, ...]:
    """Return up to three sets of asks as `find_asks` does."""
    found: list[AskSet] = []
    barred: frozenset[int] = frozenset()
    without: Ask | None = None
    while len(found) < ALTERNATIVES_MAX:
        one = smallest_set(asking, barred, TRIES_AGAIN_MAX if found else TRIES_MAX)
        if one is None:
            break
        found.append(replace(one, without=without))
        without = max(one.asks, key=lambda ask: ask.weight)
        barred |= _refused(asking.choices, without)
    return tuple(found)


def smallest_set(
    asking: Asking, barred: frozenset[int] = frozenset(), tries_max: int = TRIES_MAX
) -> AskSet | None:
    """Return the smallest set that works without the barred options, or None; of equals the cheapest of a few.

    `tries_max`: sets of one search that are tried.  Where they are used up, a set that needs no early repayment is
    looked for, then one that takes no offer: what an offer asks cannot be told beforehand where a sum is to be paid
    first.
    """
    found = _smallest(asking, barred, tries_max)
    offered = _offered(asking.choices) - barred
    if found is not None or not offered:
        return found
    found = _smallest(asking, barred | offered, tries_max)
    return None if found is None else replace(found, proved=False)


def _smallest(asking: Asking, barred: frozenset[int], tries_max: int) -> AskSet | None:
    search = Search(asking.choices, barred)
    found = _searched(asking, search, tries_max)
    if found is not None or (search.ended and not search.tried):
        return found
    strict = Search(replace(asking.choices, rules=[], strict=True), barred)
    found = _searched(asking, strict, tries_max)
    return None if found is None else replace(found, proved=False)


def _searched(asking: Asking, search: Search, tries_max: int) -> AskSet | None:
    best: AskSet | None = None
    failed_before = False
    for tries, chosen in enumerate(search.following(ROUNDS_MAX)):
        asks = asks_in(asking.choices, chosen)
        weight = sum((ask.weight for ask in asks), Fraction(0))
        if best is not None and size_of(asking.choices, asks) > size_of(asking.choices, best.asks):
            break
        options = [asking.choices.options[place] for place in chosen]
        taken = offers_in(asking.choices, chosen)
        trial = trial_of(asking, (*(ask.offer for ask in asks), *taken), options)
        found = trial.best(thorough=best is None) if asks else None
        if found is not None:
            policy, outcome = found
            proved = search.proved and not failed_before
            is_least = proved if best is None else best.proved
            one = AskSet(asks, outcome, weight, is_least, policy=policy, taken=_accepted(taken, outcome))
            best = min(best or one, one, key=lambda one: goal_key(one.outcome, "cheapest"))
        elif best is None and not trial.excluded:
            failed_before = True  # the months fit, yet no way of paying was found: another might be there
        if tries + 1 >= (TIES_MAX if best else tries_max):
            break
    return best


def size_of(choices: Choices, asks: Sequence[Ask]) -> tuple[int, Fraction]:
    """Return how much a set asks: of how many creditors, and what it weighs."""
    creditors = {choices.creditors[ask.offer.debt] for ask in asks}
    return len(creditors), sum((ask.weight for ask in asks), Fraction(0))


def asks_in(choices: Choices, chosen: Selection) -> tuple[Ask, ...]:
    """Return the asks of a set, in the order of their kinds."""
    asks = (choices.options[place].ask for place in chosen)
    return tuple(sorted((ask for ask in asks if ask), key=lambda ask: KINDS.index(ask.offer.concession.kind)))


def offers_in(choices: Choices, chosen: Selection) -> Offers:
    """Return what is offered that a set takes."""
    offers = (choices.options[place].offer for place in chosen)
    return tuple(offer for offer in offers if offer)


def _accepted(offers: Offers, outcome: Outcome) -> Offers:
    """Return the offers that were accepted: one whose sum was never there was not."""
    return tuple(offer for offer in offers if any(offer.same(one.offer) for one in outcome.taken))


def _offered(choices: Choices) -> frozenset[int]:
    """Return the options that are offers."""
    return frozenset(place for place, one in enumerate(choices.options) if one.offer)


def _options(problem: Problem, grants: GrantsOf, offers: Offers) -> Iterator[Option]:
    for index, account in enumerate(problem.accounts):
        yield Option(index, None, (index,), (path_of(account, problem),))
        for offer in offers:
            if offer.debt == index:
                yield Option(index, None, offer.members, _paths(problem, offer), offer)
        for ask in asks_for(problem, index, grants):
            yield Option(index, ask, ask.offer.members, _paths(problem, ask.offer))


def _paths(problem: Problem, offer: Offer) -> tuple[Path, ...]:
    return tuple(path_of(problem.accounts[member], problem, offer.asked(member)) for member in offer.members)


def _cash(problem: Problem, policy: Policy) -> Iterator[tuple[int, int]]:
    """Yield what may have gone to debts by the end of each month, living costs of the days ahead kept (rule 24).

    Beside it what of that is the emergency fund's at the month's end.
    """
    household = problem.household
    extra = [0] * (problem.horizon + 1)
    for asset, month in policy.sales.items():
        extra[min(month, problem.horizon)] += sale_fen(household.assets[asset], month)
    for (lever, month), hours in policy.hours.items():
        extra[month] += hours * household.side_work[lever].hourly_fen
    total = household.cash_fen + problem.extra_cash_fen - problem.stock_fen
    for month, need in enumerate(needs_by_month(problem)):
        total += extra[month] - need
        kept = _kept(problem, month, extra)
        # Where the first days of a month cannot be met anyway, that takes nothing from what is there at its end.
        yield (
            max(total - kept, min(total, 0)),
            max(0, problem.emergency_target_fen(month) - kept - problem.stock_fen),
        )


def _kept(problem: Problem, month: int, extra: Sequence[int]) -> int:
    """Return what must be left at a month's end for living until money comes, in the months whose days are real."""
    kept = total = 0
    for later in range(month + 1, min(problem.daily_months, problem.horizon + 1)):
        total += extra[later]  # what is sold or worked for is taken to be there at once: never too little
        for flow in problem.flows[later]:
            total += _moved(flow)
            kept = max(kept, -total)
    return kept


def _moved(flow: Flow) -> int:
    if flow.kind == "income":
        return flow.fen
    return -flow.fen if flow.kind in PROTECTED else 0


def trial_of(asking: Asking, offers: Offers, options: Sequence[Option]) -> Trial:
    """Return the asks granted to be tried; `options`: how each debt then stands."""
    paths = {debt: path for one in options for debt, path in zip(one.members, one.paths, strict=True)}
    return Trial(asking.problem, asking.policy, offers, paths, asking.choices.cash_fen, asking.fund_fen)


def with_asks(asking: Asking, policy: Policy, offers: Offers) -> Policy:
    """Return a way of paying with the sales and side work of the plan, taking the asks granted."""
    return replace(policy, sales=asking.policy.sales, hours=asking.policy.hours, offers=offers)


def _refused(choices: Choices, ask: Ask) -> frozenset[int]:
    """Return what is ruled out when an ask is refused: that kind of ask on that debt."""
    debt, kind = ask.offer.debt, ask.offer.concession.kind
    return frozenset(
        place
        for place, one in enumerate(choices.options)
        if one.ask and one.debt == debt and one.ask.offer.concession.kind == kind
    )

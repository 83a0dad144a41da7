"""The fast tier: concessions, levers and a way of paying found by the kernel, then followed exactly (SPEC §5, §9)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from ashore.planning.baselines import BASELINES, CANDIDATES, sell_all
from ashore.planning.fast_ways import lent, offered, own_ways
from ashore.planning.levers import hours_of, open_months
from ashore.planning.offers import Selection
from ashore.planning.outcome import Outcome
from ashore.planning.policy import Policy
from ashore.planning.problem import Problem
from ashore.planning.replay import run
from ashore.simulation import layout as at
from ashore.simulation.binding import PLAIN, Bound
from ashore.simulation.menu import SEARCHED, Found, Searcher, menu_of

WAYS: Final = {policy.name: policy for policy in (*BASELINES, *CANDIDATES)}
SPARES_FEN: Final = (0, 20_00, 300_00)
"""Cash that the kernel never uses for debts, for the days and fen that it does not see: more where the exact replay
does not go as the kernel says.
"""


@dataclass(frozen=True, slots=True)
class Fast:
    """A policy that the kernel found, what the kernel says of it, where it leads, and the runs that it took in all."""

    policy: Policy
    found: Found
    outcome: Outcome
    tries: int

    @property
    def as_found(self) -> bool:
        """Return whether it leads to no more unpaid spending and harm than the kernel says, and works if that does."""
        goals = (not self.outcome.works, *self.outcome.goals[:2])
        return goals <= self.found.key[:3]


def _rank(one: Fast) -> tuple[float, ...]:
    """Return what is compared of plans: a friend comes last, then harm, as few hours as that needs, and the rest."""
    hours, lent_fen = sum(one.policy.hours.values()), sum(one.policy.draws.values())
    return (
        not one.outcome.works,
        lent_fen > 0,
        *one.outcome.goals[:2],
        lent_fen,
        hours,
        *one.outcome.goals[2:],
    )


class FastTier:
    """A household's search under a binding."""

    def __init__(self, problem: Problem, bound: Bound = PLAIN) -> None:
        """Lay out the debts, the offers that can be taken in the first weeks, and a friend's loans.

        Raises NotSimulated for a contract that the kernel does not know.
        """
        self.problem, self.tries = problem, 0
        debts, works = own_ways(problem), problem.household.side_work
        self.most_hours = sum(work.hours_month * len(open_months(work, problem)) for work in works)
        all_hours = hours_of(problem, self.most_hours)
        made, loans = offered(problem), lent(problem, len(debts))
        self.offers = tuple(offer for offer, _ in made)
        self.loans = tuple(loan for loan, _ in loans)
        menu = menu_of(
            replace(problem.household, cash_fen=problem.household.cash_fen + problem.extra_cash_fen),
            problem.horizon,
            (*debts, *(None for _ in problem.household.friend_loans)),
            [one for _, one in (*made, *loans)],
            sell_all(problem),
            sum(hours * works[lever].hourly_fen for (lever, _), hours in all_hours.items()),
        )
        self.searcher = Searcher(menu, bound, paired=sum(offer.since is None for offer in self.offers))

    def plan(self) -> Fast:
        """Return the best way of paying found, followed exactly.

        Where the replay does not go as the kernel says, every strategy is replayed with the same choices; then, unless
        one works, more cash is spared.  Where nothing works for the kernel, the contracts alone are replayed as well.
        """
        tried, self.tries = list[Fast](), 0
        for spare in SPARES_FEN:
            self.searcher.spare(spare)
            policy, found = self.policy()
            alone = [] if found.works else [replace(policy, offers=(), hours={}, draws={})]
            ways = [
                (one, name) for one in (policy, *alone) for name in dict.fromkeys((policy.name, *SEARCHED))
            ]
            for one, name in ways:
                tried.append(self._followed(name, one, found))
                if found.works and tried[-1].as_found:
                    break
            if not found.works or any(one.outcome.works for one in tried):
                break
        return replace(min(tried, key=_rank), tries=self.tries)

    def _followed(self, name: str, policy: Policy, found: Found) -> Fast:
        """Return where a strategy leads with a policy's offers and levers."""
        way = replace(
            WAYS[name], sales=policy.sales, hours=policy.hours, draws=policy.draws, offers=policy.offers
        )
        return Fast(way, found, run(self.problem, way), self.tries)

    def policy(self) -> tuple[Policy, Found]:
        """Return the best policy that the kernel finds, and what it says of it."""
        found, hours = self._search(), 0
        if found.unpaid_fen or found.harm_halves or not found.works:
            found, hours = self._levered(found)
        count = len(self.offers)
        loans = [self.loans[place - count] for place in found.taken if place >= count]
        policy = replace(
            WAYS[found.strategy],
            sales=sell_all(self.problem),
            hours=hours_of(self.problem, hours),
            draws={loan.lever: loan.fen for loan in loans},
            offers=self._selection(found),
        )
        return policy, found

    def _selection(self, found: Found) -> Selection:
        return tuple(self.offers[place] for place in found.taken if place < len(self.offers))

    def _search(self, hours: int = 0, taken: Sequence[int] = (), *, moves: bool = True) -> Found:
        """Return the best found with so many hours of side work; without `moves` with just the offers taken."""
        found = self.searcher.best(self._money(hours), taken, len(self.offers) if moves else 0)
        self.tries += found.tries
        return found

    def _money(self, hours: int) -> list[int]:
        """Return the household's months with so many hours of side work, the best paid first, as early as can be."""
        money = self.searcher.menu.money[:]
        for (lever, month), count in hours_of(self.problem, hours).items():
            hourly_fen = self.problem.household.side_work[lever].hourly_fen
            money[month * at.MONEY_SIZE + at.M_INCOME] += count * hourly_fen
        return money

    def _levered(self, base: Found) -> tuple[Found, int]:
        """Return the best with side work where that does less harm, and with a friend's loan where nothing else works.

        With the fewest hours that avoid as much unpaid spending and harm, and the smallest loan that works with them.
        """
        most = self.most_hours
        worked = self._search(most, base.taken, moves=False) if most else base
        if not base.works or worked.key[:3] < base.key[:3]:
            worked = min(self._search(most, worked.taken), base, key=lambda one: one.key)
        if not worked.works and self.loans and self.problem.household.cause != "structural":
            for place in {loan.lever: place for place, loan in enumerate(self.loans)}.values():
                found = self._search(most, (*worked.taken, len(self.offers) + place))
                if found.works:
                    return self._fewest(self._smallest(found, most), most)
        return self._fewest(worked, most) if worked.key[:3] < base.key[:3] else (base, 0)

    def _fewest(self, found: Found, most: int) -> tuple[Found, int]:
        """Return it with the fewest hours of side work that lead to no more unpaid spending and harm."""
        low, high = 0, most
        while low < high:
            middle = (low + high) // 2
            enough = self._search(middle, found.taken, moves=False).key[:3] <= found.key[:3]
            low, high = (low, middle) if enough else (middle + 1, high)
        return self._search(high, found.taken), high

    def _smallest(self, found: Found, hours: int) -> Found:
        """Return it with the smallest friend's loan that works."""
        count = len(self.offers)
        taken = [place for place in found.taken if place < count]
        tries = (
            self._search(hours, (*taken, count + place), moves=False) for place in range(len(self.loans))
        )
        return next((one for one in tries if one.works), found)

"""The search over offers: what the kernel says against the exact replay, against every selection, and compiled."""

from dataclasses import replace
from functools import cache

import pytest

from ashore.planning.baselines import BASELINES, CANDIDATES, sell_all, with_sales
from ashore.planning.choosing import every
from ashore.planning.fast import FastTier
from ashore.planning.policy import Policy
from ashore.planning.problem import Problem
from ashore.planning.replay import run
from ashore.simulation.arrays import NotSimulated
from ashore.simulation.binding import bind
from ashore.simulation.menu import SEARCH, SEARCHED
from simulation.menus import key_of, offering, whole_months

SEEDS = range(60)
WAYS = {policy.name: policy for policy in (*BASELINES, *CANDIDATES)}


@cache
def tiers() -> list[tuple[Problem, FastTier]]:
    """Return households whose contracts the kernel knows, not in the last days of a month."""
    found = []
    for seed in SEEDS:
        problem = whole_months(offering(seed))
        try:
            found.append((problem, FastTier(problem)))
        except NotSimulated:
            continue
    return [pair for pair in found if pair[0].as_of.day <= 20]


def outcome_key(problem: Problem, tier: FastTier, policy: Policy) -> tuple[int, ...]:
    return key_of(run(problem, policy), tier)


@pytest.mark.long
def test_a_plan_that_works_costs_what_the_exact_replay_says_to_the_fen():
    """The replay keeps more for what is still talked about in one household of these: there it may cost more."""
    keys = []
    for problem, tier in tiers():
        policy, found = tier.policy()
        if found.works:
            keys.append((found.key, outcome_key(problem, tier, policy)))
    assert len(keys) >= 12
    assert sum(kernel == exact for kernel, exact in keys) >= len(keys) - 1
    assert all(kernel <= exact for kernel, exact in keys)


def test_without_offers_the_best_strategy_is_found():
    for problem, tier in tiers()[:12]:
        found = tier.searcher.best(offers=0)
        ways = (with_sales(WAYS[name], sell_all(problem)) for name in SEARCHED)
        best = min(outcome_key(problem, tier, way) for way in ways)
        assert found.taken == ()
        assert found.key == best, problem.household.id


@pytest.mark.long
def test_of_every_selection_the_best_is_mostly_found():
    """By the exact replay, which shares no code with the kernel; a search by single and double moves may miss it."""
    best, households = 0, tiers()[:10]
    for problem, tier in households:
        policy, _ = tier.policy()
        ways = [replace(WAYS[name], sales=policy.sales) for name in SEARCHED]
        least = min(
            outcome_key(problem, tier, replace(way, offers=selection))
            for selection in every(tier.offers)
            for way in ways
        )
        best += outcome_key(problem, tier, policy) <= least
    assert best >= len(households) - 2


def test_a_search_never_ends_worse_than_where_it_begins():
    for _, tier in tiers()[:3]:
        begun = tier.searcher.best(offers=0)
        assert tier.searcher.best().key <= begun.key
        for place in range(len(tier.offers)):
            taken = tier.searcher.best(taken=(place,), offers=0)
            assert tier.searcher.best(taken=(place,), wide=False).key <= taken.key


def test_the_same_search_gives_the_same_again():
    _, tier = tiers()[0]
    assert tier.searcher.best() == tier.searcher.best()


@pytest.mark.long
def test_compiled_it_finds_the_same_to_the_fen_and_in_as_many_runs(request):
    bound = bind(*SEARCH, folder=str(request.config.cache.mkdir("compiled")))
    for problem, _ in tiers():
        compiled, plain = FastTier(problem, bound), FastTier(problem)
        assert compiled.searcher.bound.compiled
        assert compiled.policy() == plain.policy()
        assert compiled.tries == plain.tries

"""What is offered never makes asks larger; it is taken only where accepted, and costs no clean debt its record."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.household.model import Household
from ashore.loans.terms import Concession
from ashore.planning.ask_reasons import place_of
from ashore.planning.asks import asking_of, size_of, smallest_set
from ashore.planning.baselines import ways_of
from ashore.planning.offers import offers_of
from ashore.planning.problem import problem_of
from ashore.planning.replay import run
from planning.small import yuan
from planning.test_ask_rules import ALONE, AS_OF, MONTHS, households
from planning.test_asks_and_clean_debts import clean_and_late
from properties.examples import SHOWN

pytestmark = [pytest.mark.property, pytest.mark.long]


@st.composite
def offered(draw) -> Household:
    """Return a household whose first lender offers something, perhaps for a sum on the day."""
    home = draw(households())
    kind = draw(st.sampled_from(["defer", "extend"]))
    terms = Concession(
        kind,
        draw(st.sampled_from(["offered", "agreed-verbal"])),
        months=draw(st.integers(1, 6)) if kind == "defer" else draw(st.integers(12, 36)),
        until=AS_OF + timedelta(days=draw(st.integers(1, 60))),
        method="level-payment" if kind == "extend" else None,
        upfront_fen=yuan(draw(st.sampled_from([0, 0, 100, 5000]))),
    )
    first, *rest = home.debts
    return replace(home, debts=(replace(first, concessions=(terms,)), *rest))


@SHOWN
@given(offered())
def test_what_is_offered_never_makes_the_asks_larger(household):
    problem = problem_of(household, 12)
    offers = offers_of(household, problem.accounts)
    with_offers, without = asking_of(problem, ALONE, {}, offers), asking_of(problem, ALONE, {})
    found, alone = smallest_set(with_offers), smallest_set(without)
    if alone is None:
        return
    assert found is not None
    assert found.outcome.works
    assert {offer.debt for offer in found.taken} <= {one.offer.debt for one in found.outcome.taken}
    assert clean_and_late(problem, found.outcome) == set()
    if found.proved:
        assert size_of(with_offers.choices, found.asks) <= size_of(without.choices, alone.asks)


@SHOWN
@given(offered(), st.data())
def test_an_agreement_with_a_sum_on_its_day_keeps_within_each_rule(household, data):
    """Paid in any way that works, it takes no less than the rules say, whenever it was accepted."""
    problem = problem_of(household, MONTHS)
    offers = offers_of(household, problem.accounts)
    asking = asking_of(problem, ALONE, {}, offers)
    outcome = run(problem, replace(data.draw(st.sampled_from(ways_of(problem))), offers=offers))
    if not (outcome.works and outcome.taken):
        return
    choices = asking.choices
    chosen = place_of(choices, [], offers)
    assert chosen is not None
    for month in range(MONTHS + 1):
        choices.add_rule([float(one == month) for one in range(MONTHS + 1)])
    choices.add_rule(data.draw(st.lists(st.floats(0, 1), min_size=MONTHS + 1, max_size=MONTHS + 1)))
    for rule in choices.rules:
        assert sum(rule.needs[place] for place in chosen) <= rule.there
    assert choices.misfit(chosen) is None

"""Levers in their order (SPEC §5.7): side work before a friend, then the way of paying that does least harm."""

import pytest

from ashore.packs.planned import plan_of
from benching.converting import converted
from benching.generator import PLACE
from needs import needs

pytestmark = [
    pytest.mark.long,
    needs(PLACE, "optional: the generator of instances is research code that lies beside the project"),
]


def test_no_friend_is_asked_where_offers_and_side_work_are_enough():
    """A loan would cost less; the concessions that go with it do not do without it, so others are to be found."""
    plan = plan_of(converted("shock", 3, 60, 1), months=60)
    assert plan.status == "works-with-concessions"
    assert plan.policy.draws == {}
    assert 0 < sum(plan.policy.hours.values()) < 398
    assert plan.outcome.harm_halves == 0


def test_with_its_levers_the_way_of_paying_that_does_least_harm_is_taken():
    """The best way without levers keeps what is overdue waiting; with them what is late longest can come first."""
    plan = plan_of(converted("shock", 15, 60, 1), months=60)
    assert plan.status == "works-with-concessions"
    assert plan.outcome.harm_halves <= 2 * 40
    assert sum(plan.policy.draws.values()) < 2_720_000

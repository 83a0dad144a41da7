"""A rule on what a lender may grant that needs checking bounds nothing, and is said to need checking."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ashore.documents.answer.ask_details import ask_parts
from ashore.documents.answer.view import View, help_of
from ashore.documents.blocks import Say
from ashore.household.model import Household
from ashore.packs.limits import grants_of
from ashore.packs.pack import load_pack
from ashore.planning.ask_answer import answer_of
from ashore.planning.ask_shape import asks_json
from ashore.planning.plan import make_plan
from ashore.texts import say
from ashore.texts.sentences import word
from planning.small import debt, wage

AS_OF = date(2027, 1, 31)
RULE = "consumer-loan-term"
REVIEW = load_pack("cn").facts[RULE].review_by


def grants(as_of, **changes):
    """Return what the lender of one debt may grant."""
    return grants_of(Household(as_of, debts=(debt(lender_kind="bank", **changes),)))["a"]


@pytest.mark.parametrize(("days", "unsure", "sources"), [(0, (), (RULE,)), (1, (RULE,), ())])
def test_a_stale_rule_is_named_and_not_used(days, unsure, sources):
    found = grants(REVIEW + timedelta(days=days))
    assert (found.unsure, found.sources) == (unsure, sources)


def test_a_rule_that_is_not_asked_about_is_not_named():
    late = REVIEW + timedelta(days=1)
    assert grants(late, secured_by="home").unsure == ()
    assert grants_of(Household(late, debts=(debt(lender_kind="private"),)))["a"].unsure == ()


def asked(days):
    """Return a household's asks that no plan works without, under the rules of so many days after their review day."""
    home = Household(
        AS_OF, incomes=(wage(600),), debts=(debt(balance=20_000, periods=20, lender_kind="bank"),)
    )
    plan = make_plan(home, horizon=36)
    return answer_of(plan, grants_of(replace(home, as_of=REVIEW + timedelta(days=days))), None)


@pytest.mark.parametrize(("language", "says"), [("zh", "需要核对"), ("en", "need checking")])
def test_it_is_said_beside_the_asks(language, says):
    answer = asked(1)
    assert answer.plan.asking is not None
    view = View(answer.plan, help_of("cn"))
    part = next(one for one in ask_parts(view, answer, (), language) if one.code == "asks-head-limits")
    told = [say(one.message, language) for one in part.blocks if isinstance(one, Say)]
    assert says in told[0]
    assert load_pack("cn").facts[RULE].names[language] in told[1]
    assert word(part.code, language)
    assert asks_json(answer)["limits_to_check"] == [RULE]


def test_nothing_is_said_where_every_rule_can_be_used():
    answer = asked(0)
    assert "asks-head-limits" not in [
        one.code for one in ask_parts(View(answer.plan, help_of("cn")), answer, (), "zh")
    ]
    assert asks_json(answer)["limits_to_check"] == []

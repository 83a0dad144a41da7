"""The pages beside the plan: there at once, filled with what the commands say, by a script or for who waits."""

import uuid

import pytest

from ashore.documents.answer.levers import levers as lever_parts
from ashore.documents.report_blocks import blocks_html
from ashore.packs.planned import plan_of
from ashore.packs.workdays import working_days_of
from ashore.planning.worth import Levers
from ashore.store import book
from ashore.texts.sentences import word
from ashore.web import plans
from ashore.web.in_app import in_app

NAMES = ("asks", "levers", "futures")
SMALL = """format = "ashore/1"
[household]
as_of = 2026-11-23
cash = 2000.00
[[income]]
name = "wage"
amount = {wage}.00
day = 10
[[spending]]
name = "living"
amount = 2000.00
[[debt]]
id = "a"
name = "bank"
balance = 12000.00
periods_left = 6
due_day = 15
rate = "12%/year"
method = "level-payment"
lender_kind = "bank"
"""


@pytest.fixture
def small(owner):
    """Return a browser before a household with one debt that a wage of ¥5,000 pays."""
    book.replace_all(uuid.uuid4(), SMALL.format(wage=5000))
    return owner


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_the_page_is_there_at_once_and_leads_to_its_answer(owner, language, name):
    owner.speaks(language)
    page = owner.get(f"/plan/{name}")
    assert page.status == 200
    assert f'data-fetch="/plan/{name}?alone=1"' in page.text
    assert f'href="/plan/{name}?wait=1"' in page.text


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_the_answer_alone_and_for_who_waits_is_the_same(small, language, name):
    small.speaks(language)
    alone, waited = small.get(f"/plan/{name}?alone=1"), small.get(f"/plan/{name}?wait=1")
    assert (alone.status, waited.status) == (200, 200)
    assert "<html" not in alone.text
    assert "<h2>" in alone.text
    assert alone.text.strip() in waited.text


def test_levers_say_what_the_command_says(small):
    household = book.load().reading().household
    assert household is not None
    plan = plan_of(household)
    days = working_days_of(household, plan.horizon)
    worths = Levers(plan.household, plan.policy, plan.horizon, days).all()
    page = small.get("/plan/levers?alone=1").text
    numbers = plans.view_of(household).numbers()
    for part in in_app(lever_parts(worths, numbers, works=True, sued=False), "zh"):
        assert blocks_html(part.blocks, "zh") in page


def test_where_the_contract_works_nothing_is_to_be_asked_for(small):
    said = word("asks-not-needed", "zh")
    assert said in small.get("/plan/asks?alone=1").words
    assert said not in _short(small).get("/plan/asks?alone=1").words


def _short(visitor):
    """Return the browser before a household whose wage does not do."""
    book.replace_all(uuid.uuid4(), SMALL.format(wage=3000))
    return visitor


def test_without_a_debt_there_is_nothing_to_look_into(small):
    book.replace_all(uuid.uuid4(), SMALL.format(wage=5000).partition("[[debt]]")[0])
    assert [small.get(f"/plan/{name}").where for name in NAMES] == ["/"] * len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_stranger_finds_nothing(stranger, name):
    assert stranger.get(f"/plan/{name}").status_code == 404

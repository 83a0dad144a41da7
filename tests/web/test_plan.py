"""The plan page says what the command says; what-if answers what the command answers."""

import uuid
from importlib import resources

import pytest

from ashore.documents.answer.parts import parts_of
from ashore.documents.report_blocks import blocks_html
from ashore.packs.planned import plan_of
from ashore.planning.goals import GOALS
from ashore.planning.what_if import outlook, read_change
from ashore.store import book
from ashore.texts.cells import cell_text
from ashore.web import plans
from ashore.web.in_app import in_app

EXAMPLES = resources.files("ashore") / "examples"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_holds_the_answers_parts(owner, language):
    owner.speaks(language)
    page = owner.get("/plan")
    household = book.load().reading().household
    assert household is not None
    for part in in_app(parts_of(plans.view_of(household), page=True, with_compare=False), language):
        assert blocks_html(part.blocks, language) in page.text


@pytest.mark.parametrize("goal", GOALS)
def test_each_goal_has_its_plan(owner, goal):
    page = owner.get(f"/plan?goal={goal}")
    assert page.status == 200
    assert page.text.count('aria-current="true"') == 1


def test_a_goal_that_is_none_is_the_cheapest(owner):
    assert owner.get("/plan?goal=x").status == 200


def test_what_if_says_what_the_engine_says(owner):
    household = book.load().reading().household
    assert household is not None
    expected = outlook(household, [read_change("income -10%", household)])
    page = owner.get("/plan/if?income=-10&alone=1")
    free = expected.outcome.debt_free
    assert page.status == 200
    assert "<html" not in page.text
    if free is not None:
        assert f"{free.year}年{free.month}月" in page.words
    else:
        assert cell_text(expected.shortfall_fen, "fen", "zh") in page.words


def test_both_sliders_together_are_one_answer(owner):
    household = book.load().reading().household
    assert household is not None
    changes = [read_change(text, household) for text in ("income -10%", "spending +5%")]
    expected = outlook(household, changes).outcome.debt_free
    page = owner.get("/plan/if?income=-10&spending=5&alone=1")
    assert "收入少 10%、开支多 5%" in page.words
    assert expected is not None
    assert f"{expected.year}年{expected.month}月" in page.words


@pytest.mark.parametrize(("language", "said"), [("zh", "照现在的方案"), ("en", "as it is")])
def test_at_once_it_says_what_becomes_of_the_plan_as_it_is(owner, language, said):
    owner.speaks(language)
    page = owner.get("/plan/if?income=-5&alone=1&quick=1")
    assert said in page.words
    assert "<table" not in page.text


@pytest.mark.parametrize("query", ["income=7", "income=x", "income=-999", "income=--5", "income=+", ""])
def test_a_change_that_is_not_offered_changes_nothing(owner, query):
    page = owner.get(f"/plan/if?{query}")
    assert page.status == 200
    assert "<html" in page.text


def test_where_nothing_works_the_number_is_behind_a_tap(owner):
    book.replace_all(uuid.uuid4(), (EXAMPLES / "just-fails.toml").read_text(encoding="utf-8"))
    page = owner.get("/plan")
    household = book.load().reading().household
    assert household is not None
    missing = plan_of(household).shortfall_fen
    before, _, _ = page.text.partition("<details>")
    assert missing
    assert f"{missing // 100:,}" not in before


def test_a_change_is_asked_of_the_goal_that_is_shown(owner):
    household = book.load().reading().household
    assert household is not None
    assert 'name="goal" value="soonest"' in owner.get("/plan?goal=soonest").text
    expected = outlook(household, [read_change("income -10%", household)], "soonest").outcome
    page = owner.get("/plan/if?goal=soonest&income=-10&alone=1").words
    assert cell_text(expected.cost_fen, "fen", "zh") in page

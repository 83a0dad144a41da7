"""What reading the examples' answers aloud changed: each sentence beside the rows of the plan that it speaks of."""

from datetime import date

import pytest

from ashore.dates import month_of
from ashore.documents.answer.asks import asks
from ashore.documents.answer.besides import late_months
from ashore.documents.answer.path import path
from ashore.documents.answer.view import View, help_of
from ashore.documents.blocks import Say
from ashore.planning.agenda import Span, agenda_of
from examples.test_examples import plan_for

pytestmark = pytest.mark.long


def view_of(name: str) -> View:
    """Return the plan of an example as it is told."""
    plan = plan_for(name)
    return View(plan, help_of(plan.household.jurisdiction))


def test_the_shop_is_told_in_which_months_its_loan_is_paid_up_later():
    """Of the months that end with it overdue, those from the day on when the old arrears are gone."""
    view = view_of("demo")
    cleared = view.cleared_on("wsd")
    assert cleared is not None
    late = [end.month for end in view.outcome.ends if "wsd" in end.overdue and end.month.last >= cleared]
    told = list(late_months(view))
    assert [one.facts["late_month"] for one in told] == [str(month) for month in late]
    for month, one in zip(late, told, strict=True):
        on = one.facts["on"]
        assert isinstance(on, date)
        assert month_of(on) == month.plus(1)


def test_the_shop_is_told_that_its_rent_comes_before_the_takings_of_its_month():
    """February ends with ¥22,409.56, and ¥24,480 go out on 1 March; the mall pays on the 31st."""
    plan = plan_for("demo")
    february = next(row for row in plan.outcome.cash if str(row.month) == "2027-02")
    assert plan.tight is not None
    assert (plan.tight.item, plan.tight.on.isoformat()) == ("店铺年租", "2027-03-01")
    assert plan.tight.money_on.isoformat() == "2027-03-31"
    out = 480_00 + 24_000_00 + 2_200_00 + 4 * 600_00 + 620_00 - 5_200_00  # the wage comes on the 10th
    dues = sum(row.fen for row in plan.outcome.payments if month_of(row.on) == plan.tight.kept_month.plus(1))
    assert plan.tight.missing_fen == out + dues - february.end_fen
    codes = [block.message.code for block in path(view_of("demo")).blocks if isinstance(block, Say)]
    assert "path-tight-ask" in codes


def test_the_journey_home_that_is_not_set_aside_is_named_and_marked_on_its_day():
    plan = plan_for("demo")
    (facts,) = [one.facts for one in plan.reasons if one.code == "reason-cuts-family"]
    assert (facts["item"], facts["of_month"], facts["amount_fen"]) == ("春节回老家", "2027-02", 1_500_00)
    (event,) = [one for one in agenda_of(plan, Span(plan.as_of)) if one.name == "春节回老家"]
    assert event.message.code == "agenda-due-short"


def test_the_print_shop_is_told_that_its_large_due_is_repaid_early_beside_the_dearer_card():
    plan = plan_for("bullet")
    facts = next(one.facts for one in plan.reasons if one.code == "reason-early-lump")
    early = sum(row.fen for row in plan.outcome.payments if row.debt == "loan" and row.extra)
    assert facts["early_fen"] == early
    assert "reason-early-dearest" in [one.code for one in plan.reasons]


@pytest.mark.parametrize("name", ["bullet", "deferral", "rider"])
def test_everyday_spending_is_never_named_as_what_money_is_kept_for(name):
    plan = plan_for(name)
    named = {one.facts["for"] for one in plan.reasons if one.code == "reason-cash-kept"}
    assert not named & {one.name for one in plan.household.spendings}


def test_what_is_written_off_is_told_against_what_is_owed_today():
    """More interest than is owed would run until 2031: that sum tells nobody anything."""
    view = view_of("nothing-works")
    first = view.plan.asks[0].outcome
    assert first.forgiven_fen > first.owed_fen
    (told,) = [
        block.message
        for block in asks(view).blocks
        if isinstance(block, Say) and block.message.code == "asks-forgiven-today"
    ]
    assert told.facts == {"less_fen": first.owed_fen - sum(row.fen for row in first.payments)}

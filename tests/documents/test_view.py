"""How far ahead a day is counts from the day on which the answer is read, and a day that has passed is said to have."""

from datetime import timedelta

import pytest

from ashore.documents.answer.opening import urgent
from ashore.documents.answer.view import View
from ashore.documents.blocks import Say
from ashore.packs.planned import plan_of
from household.files import CLEAN, read

PAPER = (
    CLEAN + 'stage = "sued"\ndeadline = {on = 2026-12-09, what = "answer", verified = "the court\'s desk"}\n'
)
LATE = CLEAN + "arrears = {since = 2026-11-01, principal = 500.00}\n"


def said(text, later):
    """Return the urgent thing of a household as it is read so many days later."""
    plan = plan_of(read(text))
    today = plan.as_of + timedelta(days=later) if later is not None else None
    first = urgent(View(plan, {}, today=today)).blocks[0]
    assert isinstance(first, Say)
    return first.message


@pytest.mark.parametrize(("later", "ahead"), [(None, 16), (0, 16), (5, 11), (16, 0)])
def test_the_days_to_a_deadline_count_from_the_day_it_is_read(later, ahead):
    message = said(PAPER, later)
    assert (message.code, message.facts["days_ahead"]) == ("urgent-deadline", ahead)


def test_a_deadline_that_has_passed_is_said_to_have():
    assert said(PAPER, 17).code == "urgent-deadline-past"


def test_another_day_that_has_passed_asks_for_what_happened():
    codes = [said(LATE, later).code for later in (0, 30)]
    assert codes == ["urgent-day-30", "urgent-day-past"]

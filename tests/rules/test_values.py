"""Dated values, facts and help lines: what is old or not in force is never used silently."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.rules.dated import Dated, NotKnownOnDay, Step
from ashore.rules.fact import FactNotUsable, RuleFact
from ashore.rules.helpline import Helpline
from ashore.rules.source import Source

BOTH = {"zh": "一", "en": "one"}
SOURCE = Source("Toyland Gazette", "nowhere")
HISTORY = Dated(
    (Step(date(2025, 1, 1), Decimal("0.04")), Step(date(2026, 1, 1), Decimal("0.03"))), date(2026, 11, 1)
)
FACT = RuleFact(
    id="subsidy",
    names=BOTH,
    value=3,
    unit="years",
    source=SOURCE,
    seen_on=date(2026, 11, 23),
    confidence="official",
    review_by=date(2026, 12, 31),
    valid_from=date(2026, 1, 1),
    valid_to=date(2026, 11, 30),
)
LINE = Helpline(
    id="ambulance",
    kind="emergency",
    number="000",
    names=BOTH,
    hours=BOTH,
    purpose=BOTH,
    limits=BOTH,
    source=SOURCE,
    checked_on=date(2026, 9, 1),
    confidence="official",
)


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2025, 1, 1), "0.04"),
        (date(2025, 12, 31), "0.04"),
        (date(2026, 1, 1), "0.03"),
        (date(2026, 11, 1), "0.03"),
    ],
)
def test_a_step_holds_from_its_day_until_the_next(day: date, value: str):
    assert HISTORY.on(day) == Decimal(value)


@pytest.mark.parametrize(
    ("day", "code", "facts"),
    [
        (date(2024, 12, 31), "value-not-known-before", {"first": date(2025, 1, 1)}),
        (date(2026, 11, 2), "value-not-checked-since", {"last_seen": date(2026, 11, 1)}),
    ],
)
def test_a_day_nobody_looked_at_has_no_value(day: date, code: str, facts: dict[str, date]):
    with pytest.raises(NotKnownOnDay) as caught:
        HISTORY.on(day)
    assert caught.value.code == code
    assert caught.value.facts == {"day": day, **facts}


@given(st.lists(st.dates(date(2020, 1, 1), date(2030, 1, 1)), min_size=1, max_size=8, unique=True), st.data())
def test_the_value_is_that_of_the_latest_step_so_far(days: list[date], data: st.DataObject):
    days.sort()
    history = Dated(tuple(Step(day, index) for index, day in enumerate(days)), date(2031, 1, 1))
    asked = data.draw(st.dates(days[0], date(2031, 1, 1)))
    assert history.on(asked) == sum(1 for day in days if day <= asked) - 1


def test_the_latest_step_can_be_shown_with_its_day():
    assert HISTORY.latest == Step(date(2026, 1, 1), Decimal("0.03"))


@pytest.mark.parametrize(("today", "stale"), [(date(2026, 12, 31), False), (date(2027, 1, 1), True)])
def test_a_fact_is_stale_the_day_after_its_review_day(today: date, stale: bool):
    assert FACT.stale(today) is stale


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), True),
        (date(2026, 11, 30), True),
        (date(2026, 12, 1), False),
    ],
)
def test_a_fact_holds_from_its_first_to_its_last_day(day: date, holds: bool):
    assert FACT.in_force(day) is holds


def test_without_days_a_fact_always_holds():
    always = replace(FACT, valid_from=None, valid_to=None)
    assert always.in_force(date(1990, 1, 1))
    assert always.in_force(date(2090, 1, 1))


def test_a_usable_fact_gives_its_value():
    assert FACT.use(date(2026, 11, 30)) == 3


@pytest.mark.parametrize(
    ("today", "code"), [(date(2026, 12, 1), "fact-not-in-force"), (date(2027, 1, 1), "fact-needs-checking")]
)
def test_a_fact_that_ended_or_grew_old_is_refused(today: date, code: str):
    with pytest.raises(FactNotUsable) as caught:
        FACT.use(today)
    assert caught.value.code == code
    assert caught.value.facts["fact"] == "subsidy"


@pytest.mark.parametrize(("today", "stale"), [(date(2026, 11, 30), False), (date(2026, 12, 1), True)])
def test_a_help_line_is_old_after_ninety_days(today: date, stale: bool):
    assert LINE.stale(today) is stale

"""Which lessons come first: needs told by hand for each household, then laws about the order of any lessons."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.household.model import Household
from ashore.lessons.known import Known
from ashore.lessons.lesson import Doing, Lesson
from ashore.lessons.needs import DEBT_NEEDS as ASKED_OF_DEBTS
from ashore.lessons.needs import HOUSEHOLD_NEEDS, NEEDS, needs_of
from ashore.lessons.order import CAUSES, causes_of, in_order
from ashore.texts.sentences import say
from household.files import read
from lessons.households import DEBT_NEEDS, HOME_NEEDS, debt, household

TODAY = date(2026, 11, 23)
MAY_COST_SOON = {
    "court-paper", "enforcement", "mediation", "debited", "old-debt", "secured", "guarantor", "spouse", "sold-debt",
    "outsourced", "settlement-offered", "deferral-offered",
}  # fmt: skip
HOMES = [
    *(read(household(text)) for text, _ in DEBT_NEEDS.values()),
    *(read(household(debt(), **added)) for added, _ in HOME_NEEDS.values()),
]


def lesson(ident: str, order: int = 1, needs: Sequence[str] = (), causes: Sequence[str] = ()) -> Lesson:
    """Return a lesson with nothing in it but its place."""
    return Lesson(
        id=ident, order=order, minutes=1, theme="cost", titles={}, paragraphs=(), do=Doing({}), questions=(),
        needs=tuple(needs), causes=tuple(causes),
    )  # fmt: skip


def ids(lessons: Sequence[Lesson], known: Known) -> list[str]:
    """Return the lessons' ids in the order for a person."""
    return [one.lesson.id for one in in_order(lessons, known)]


@pytest.mark.parametrize("name", DEBT_NEEDS)
def test_a_debt_shows_its_needs_and_no_others(name: str):
    text, needs = DEBT_NEEDS[name]
    found = needs_of(read(household(text)))
    assert sorted(one.id for one in found) == sorted(needs)
    assert {one.debts for one in found} == {("Loan one",)}


@pytest.mark.parametrize("name", HOME_NEEDS)
def test_a_household_shows_its_needs_and_no_others(name: str):
    added, needs = HOME_NEEDS[name]
    found = {one.id: one.debts for one in needs_of(read(household(debt(), **added)))}
    assert sorted(found) == sorted((*needs, "still-current"))
    assert all(found[one] == () for one in needs)


def test_each_need_is_shown_by_a_household_here():
    shown = {need for home in HOMES for need in (one.id for one in needs_of(home))}
    assert shown == set(NEEDS)
    assert sorted(NEEDS) == sorted((*ASKED_OF_DEBTS, *HOUSEHOLD_NEEDS))


def test_without_a_debt_there_is_no_need():
    assert needs_of(read(household(fund=""))) == ()


def test_a_need_names_each_debt_that_shows_it():
    home = read(household(debt("a", rate="0.04%/day"), debt("b"), debt("c", rate="0.05%/day")))
    assert {one.id: one.debts for one in needs_of(home)}["daily-rate"] == ("Loan a", "Loan c")


def test_a_courts_paper_comes_before_a_rate_whatever_the_packs_order():
    known = Known(TODAY, read(household(debt(rate="0.04%/day", more='stage = "sued"'))))
    placed = in_order([lesson("rate", 1, ["daily-rate"]), lesson("court", 90, ["court-paper"])], known)
    assert [one.lesson.id for one in placed] == ["court", "rate"]
    assert [one.because.code for one in placed if one.because] == [
        "lesson-need-court-paper",
        "lesson-need-daily-rate",
    ]
    assert [one.debts for one in placed] == [("Loan one",), ("Loan one",)]


def test_a_cause_comes_after_what_presses_and_before_what_nearly_every_book_shows():
    known = Known(
        TODAY, read(household(debt(rate="0.04%/day", more='stage = "outsourced"'))), causes=("illness",)
    )
    lessons = [
        lesson("any", 1), lesson("late", 2, ["overdue"]), lesson("ill", 90, causes=["illness"]),
        lesson("ill-late", 91, ["overdue"], ["illness"]), lesson("sold", 95, ["outsourced"]),
    ]  # fmt: skip
    placed = in_order(lessons, known)
    assert [one.lesson.id for one in placed] == ["sold", "ill-late", "ill", "late", "any"]
    assert [one.because.code if one.because else "" for one in placed] == [
        "lesson-need-outsourced", "lesson-cause-illness", "lesson-cause-illness", "lesson-need-overdue", "",
    ]  # fmt: skip
    assert [one.debts for one in placed] == [("Loan one",), (), (), ("Loan one",), ()]


def test_the_books_own_cause_counts_and_unknown_is_none():
    home = read(household(debt(), head='cause = "habits"'))
    assert causes_of(Known(TODAY, home, causes=("illness", "left-over", "habits"))) == ("habits", "illness")
    assert causes_of(Known(TODAY, replace(home, cause="unknown"))) == ()


def test_of_two_needs_the_one_that_costs_more_is_the_reason():
    known = Known(TODAY, read(household(debt(rate="0.04%/day", more='stage = "mediation"'))))
    (placed,) = in_order([lesson("both", 1, ["daily-rate", "mediation"])], known)
    assert placed.because
    assert placed.because.code == "lesson-need-mediation"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_reason_has_a_sentence(language):
    for home in HOMES:
        known = Known(TODAY, home)
        for one in in_order([lesson(need, 1, [need]) for need in NEEDS], known):
            assert one.because is None or say(one.because, language)
    for cause in CAUSES:
        known = Known(TODAY, causes=(cause,))
        (placed,) = in_order([lesson("x", causes=[cause])], known)
        assert placed.because
        assert say(placed.because, language)


drawn = st.builds(
    lesson,
    st.text("abcdef", min_size=1, max_size=6),
    st.integers(1, 5),
    st.lists(st.sampled_from(NEEDS), max_size=3, unique=True),
    st.lists(st.sampled_from(CAUSES), max_size=3, unique=True),
)
lists = st.lists(drawn, max_size=8, unique_by=lambda one: one.id)
homes = st.sampled_from([None, *HOMES])
named = st.lists(st.sampled_from(CAUSES), max_size=3, unique=True).map(tuple)


@pytest.mark.property
@given(lists, homes, named, st.randoms(use_true_random=False))
def test_every_lesson_once_whatever_order_they_came_in(lessons, home, causes, random):
    known = Known(TODAY, home, causes=causes)
    other = random.sample(lessons, len(lessons))
    assert sorted(ids(lessons, known)) == sorted(one.id for one in lessons)
    assert in_order(lessons, known) == in_order(other, known)


@pytest.mark.property
@given(lists, homes, named)
def test_what_presses_then_what_fits_a_cause_then_what_is_needed_then_the_rest(
    lessons, home: Household | None, causes
):
    known = Known(TODAY, home, causes=causes)
    shown = {one.id for one in needs_of(home)} if home else set()
    wanted = {*causes, *([home.cause] if home else [])}
    placed = in_order(lessons, known)

    def stands(one: Lesson) -> int:
        """Return the group in which a lesson belongs, told by hand."""
        if shown & set(one.needs) & MAY_COST_SOON:
            return 0
        if wanted & set(one.causes):
            return 1
        return 2 if shown & set(one.needs) else 3

    groups = [stands(one.lesson) for one in placed]
    assert groups == sorted(groups)
    told = [one.because.code.split("-")[1] if one.because else "" for one in placed]
    assert told == [("need", "cause", "need", "")[group] for group in groups]


@pytest.mark.property
@given(lists, homes, named, st.sampled_from(CAUSES))
def test_a_cause_named_puts_no_lesson_for_it_behind_another(lessons, home, causes, cause):
    before, after = Known(TODAY, home, causes=causes), Known(TODAY, home, causes=(*causes, cause))
    meant = {one.id for one in lessons if cause in one.causes}
    was, now = ids(lessons, before), ids(lessons, after)
    for ident in meant:
        assert set(now[: now.index(ident)]) - meant <= set(was[: was.index(ident)])


@pytest.mark.property
@given(lists, homes)
def test_nothing_known_leaves_the_packs_order(lessons, home):
    plain = [replace(one, needs=(), causes=()) for one in lessons]
    order = [one.id for one in sorted(lessons, key=lambda one: (one.order, one.id))]
    assert ids(plain, Known(TODAY, home)) == ids(lessons, Known(TODAY)) == order

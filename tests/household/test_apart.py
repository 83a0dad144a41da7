"""Debts of one name in a list: what is said beside each, and that no two of them look alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.household.apart import Named, marks_of


def said(*debts: Named) -> dict[str, list[tuple[str, object]]]:
    """Return what is said beside each debt: the code and its one fact."""
    return {
        ident: [(one.code, next(iter(one.facts.values()))) for one in marks]
        for ident, marks in marks_of(debts).items()
    }


def test_a_name_that_no_other_debt_has_stands_alone():
    found = said(Named("a", "car", "Bank A", 5), Named("b", "card", "Bank A", 5))
    assert found == {"a": [], "b": []}


def test_the_lender_and_the_day_tell_two_apart():
    found = said(Named("a", "small loan", "Bank A", 5, 100), Named("b", "small loan", "Bank B", 20, 100))
    assert found == {
        "a": [("apart-lender", "Bank A"), ("apart-day", 5)],
        "b": [("apart-lender", "Bank B"), ("apart-day", 20)],
    }


def test_what_is_the_same_is_not_said():
    found = said(Named("a", "x", "Bank A", 5, 100), Named("b", "x", "Bank A", 20, 100))
    assert found == {"a": [("apart-day", 5)], "b": [("apart-day", 20)]}


def test_a_sum_alone_tells_nothing_apart_because_it_may_be_covered():
    found = said(Named("a", "x", "Bank A", 5, 1200_00), Named("b", "x", "Bank A", 5, 300_00))
    assert found == {
        "a": [("apart-original", 1200_00), ("apart-place", 1)],
        "b": [("apart-original", 300_00), ("apart-place", 2)],
    }


def test_where_no_sum_at_the_start_is_known_what_is_still_owed_is_said():
    found = said(Named("a", "x", balance_fen=10_00), Named("b", "x", balance_fen=20_00))
    assert [marks[0] for marks in found.values()] == [("apart-balance", 10_00), ("apart-balance", 20_00)]


def test_two_that_are_the_same_in_all_are_counted():
    found = said(Named("a", "x"), Named("b", "x"))
    assert found == {"a": [("apart-place", 1)], "b": [("apart-place", 2)]}


@pytest.mark.parametrize("other", ["Small  Loan", "small loan ", "ＳＭＡＬＬ ＬＯＡＮ"])
def test_a_name_written_otherwise_is_the_same_name(other: str):
    found = said(Named("a", "small loan", due_day=1), Named("b", other, due_day=2))
    assert found == {"a": [("apart-day", 1)], "b": [("apart-day", 2)]}


FEW = st.sampled_from(["", "A", "a ", "B"])


@pytest.mark.property
@given(
    st.lists(st.tuples(FEW, FEW, st.none() | st.integers(1, 3), st.none() | st.integers(1, 2)), max_size=7)
)
def test_no_two_look_alike_even_while_sums_are_covered(rows: list[tuple[str, str, int | None, int | None]]):
    debts = [Named(str(at), name, lender, day, fen) for at, (name, lender, day, fen) in enumerate(rows)]
    marks = marks_of(debts)
    seen = [
        (
            "".join(one.name.casefold().split()),
            *(
                (mark.code, "••••" if mark.code in ("apart-original", "apart-balance") else str(mark.facts))
                for mark in marks[one.id]
            ),
        )
        for one in debts
    ]
    assert len(set(seen)) == len(seen)

"""A value made quickly is the frozen value itself, and a row as it was written is its pairs."""

from dataclasses import FrozenInstanceError, fields, replace
from datetime import date, time
from pickle import dumps, loads

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.household.transactions import Raw, Transaction
from ashore.importers.quickly import quickly

QUICK = quickly(Transaction)
MARCH = date(2026, 3, 1)
TEXTS = st.text(max_size=3)


@pytest.mark.property
@given(
    st.fixed_dictionaries(
        {"day": st.dates(), "amount_fen": st.integers(), "kind": st.just("spending")},
        optional={"at": st.none() | st.times(), "text": TEXTS, "order": TEXTS, "business": st.none() | st.booleans()},
    )
)  # fmt: skip
def test_the_same_value(said):
    quick, plain = QUICK(**said), Transaction(**said)
    assert type(quick) is Transaction
    assert quick == plain
    assert hash(quick) == hash(plain)
    assert repr(quick) == repr(plain)
    assert loads(dumps(quick)) == plain  # noqa: S301 - what was written here
    assert replace(quick, row=7) == replace(plain, row=7)
    assert {one.name: getattr(quick, one.name) for one in fields(quick)} == {
        one.name: getattr(plain, one.name) for one in fields(plain)
    }


def test_it_is_frozen_and_takes_what_the_class_takes():
    quick = QUICK(MARCH, 100, "income", at=time(9))
    with pytest.raises(FrozenInstanceError):
        quick.row = 1  # pyright: ignore[reportAttributeAccessIssue] - it must fail
    with pytest.raises(TypeError):
        QUICK(MARCH)  # pyright: ignore[reportCallIssue] - it must fail
    with pytest.raises(TypeError):
        QUICK(MARCH, 100, "income", nothing=1)  # pyright: ignore[reportCallIssue] - it must fail


def test_a_row_as_it_was_written_is_its_pairs():
    raw = Raw(("金额", "备注"), ["28.16", "午餐", ""])
    pairs = (("金额", "28.16"), ("备注", "午餐"))
    assert raw == pairs
    assert pairs == raw
    assert raw == Raw(["金额", "备注"], ("28.16", "午餐"))
    assert raw != pairs[:1]
    assert hash(raw) == hash(pairs)
    assert (len(raw), raw[1], raw[-1], raw[:1]) == (2, pairs[1], pairs[1], pairs[:1])
    assert dict(raw) == dict(pairs)
    assert repr(raw) == repr(pairs)
    assert not Raw((), ())
    with pytest.raises(IndexError):
        raw[2]

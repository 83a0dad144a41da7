"""Values made a column at a time are the frozen values themselves, and a row as it was written is its pairs."""

from dataclasses import FrozenInstanceError, fields, replace
from datetime import date
from itertools import repeat
from pickle import dumps, loads

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.household.transactions import Raw, Transaction
from ashore.importers.quickly import made

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
    plain = Transaction(**said)
    (quick,) = made(Transaction, *([getattr(plain, one.name)] for one in fields(Transaction)))
    assert type(quick) is Transaction
    assert quick == plain
    assert hash(quick) == hash(plain)
    assert repr(quick) == repr(plain)
    assert loads(dumps(quick)) == plain  # noqa: S301 - what was written here
    assert replace(quick, row=7) == replace(plain, row=7)
    assert {one.name: getattr(quick, one.name) for one in fields(quick)} == {
        one.name: getattr(plain, one.name) for one in fields(plain)
    }


def test_each_row_is_its_own_and_frozen():
    rows = made(Transaction, [MARCH, MARCH], [100, 200], *(repeat(cell) for cell in range(20)))
    assert [(one.day, one.amount_fen, one.kind, one.way) for one in rows] == [
        (MARCH, 100, 0, 19),
        (MARCH, 200, 0, 19),
    ]
    with pytest.raises(FrozenInstanceError):
        rows[0].row = 1  # pyright: ignore[reportAttributeAccessIssue] - it must fail
    with pytest.raises(TypeError):
        made(Transaction, [MARCH], [100])


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

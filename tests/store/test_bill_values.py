"""Payments as texts and back: nothing is lost, and a text that was not written here is none."""

import json
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.household.transactions import KINDS, NATURES, Transaction
from ashore.store.private.bills.values import Unreadable, payment_of, text_of

MARCH = date(2026, 3, 1)
TEXTS = st.text(st.characters(blacklist_categories=("Cs",)), max_size=30)
WORDS = (
    "counterparty", "text", "said_category", "category", "method", "order", "merchant_order", "refund_of", "account",
    "source", "file",
)  # fmt: skip
PAYMENTS = st.builds(
    Transaction,
    day=st.dates(date(1990, 1, 1), date(2199, 12, 31)),
    amount_fen=st.integers(1, 10**13),
    kind=st.sampled_from(KINDS),
    nature=st.sampled_from(NATURES),
    at=st.none() | st.times(),
    business=st.none() | st.booleans(),
    credit=st.sampled_from(("", "huabei", "card")),
    fee_fen=st.integers(0, 10**9),
    row=st.integers(0, 10**6),
    way=st.sampled_from(("", "in", "out")),
    raw=st.lists(st.tuples(TEXTS, TEXTS), max_size=4).map(tuple),
    **dict.fromkeys(WORDS, TEXTS),
)


@given(PAYMENTS)
def test_a_payment_is_the_same_after_it_was_a_text(one):
    assert payment_of(text_of(one)) == one


def test_a_text_names_its_fields_in_words_and_leaves_out_what_is_not_said():
    text = text_of(Transaction(MARCH, 2816, "refund", at=time(9, 5), raw=(("金额", "28.16"),)))
    assert json.loads(text) == {
        "day": "2026-03-01",
        "amount_fen": 2816,
        "kind": "refund",
        "at": "09:05:00",
        "raw": [["金额", "28.16"]],
    }


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "{", "{}", '{"day":"2026-03-01"}', '{"day":"x","amount_fen":1,"kind":"spending"}',
        '{"day":"2026-03-01","amount_fen":1,"kind":"spent"}',
        '{"day":"2026-03-01","amount_fen":1,"kind":"spending","x":1}',
        '{"day":"2026-03-01","amount_fen":1,"kind":"spending","raw":[["a"]]}',
        '{"day":"2026-03-01","amount_fen":1,"kind":"spending","raw":"a"}',
    ],
)  # fmt: skip
def test_a_text_that_was_not_written_here_is_none(text):
    with pytest.raises(Unreadable):
        payment_of(text)

"""What an entry can hold grew: older logs keep their seal, new keys are read and named where they cannot be."""

import json
from dataclasses import replace
from datetime import date, time

import pytest

from ashore.creditors.chain import chained, head_of, read_head
from ashore.creditors.contacts import Contact, contact_of, written
from ashore.creditors.log_file import log_text, read_log, with_entry

DAY = date(2026, 11, 26)
FIRST = Contact(DAY, DAY, "agency", "in", "call", "They want ¥300 by Friday.", at=time(21, 40), name="王先生")
OLD = (
    (
        '{"answered":true,"at":"21:40","channel":"call","debt":"wsd","debt_name":"网商贷","direction":"in","name":"王先生",'
        '"noted":"2026-11-20","on":"2026-11-20","party":"agency","promises":[{"by":"them","until":"2026-12-01",'
        '"what":"先不起诉"}],"reached":"self","said":"这周内还 500","evidence":"recording"}'
    ),
    (
        '{"channel":"letter","direction":"out","evidence":"none","name":"客服","noted":"2026-11-21","on":"2026-11-21",'
        '"party":"lender","reached":"self","sent":"协商还款申请","corrects":1}'
    ),
)
"""Entries as they were written before anything was added to what an entry can hold."""
OLD_HEAD = "2 467b-f872-a572-d388"


def test_a_log_from_before_there_were_more_keys_keeps_its_seal():
    texts = [
        json.dumps(json.loads(one), ensure_ascii=False, sort_keys=True, separators=(",", ":")) for one in OLD
    ]
    for number, text in enumerate(texts, 1):
        made, wrong = contact_of(json.loads(text), number)
        assert wrong == ()
        assert made is not None
        assert written(made) == text
        assert (made.purpose, made.agreed, made.whom, made.refused) == (None, None, "", None)
    links = list(chained(texts))
    assert head_of(links).short == OLD_HEAD
    more = replace(FIRST, purpose="notice", agreed=False, whom="姐姐", refused=True)
    longer = read_log(
        with_entry(read_log(log_text(texts, links).encode()), written(more)).encode(), read_head(OLD_HEAD)
    )
    assert longer.is_whole
    assert longer.entries[-1].contact == more


@pytest.mark.parametrize(
    ("key", "value"),
    [("purpose", "sales"), ("agreed", "yes"), ("whom", 3), ("refused", 1), ("purpose", None)],
)
def test_what_is_none_of_the_words_of_a_new_key_is_named(key, value):
    made, wrong = contact_of({**json.loads(written(FIRST)), key: value}, 1)
    assert [one.code for one in wrong] == ["log-key-unclear"]
    assert getattr(made, key) in (None, "")

"""Conduct held against the industry's rules: counted a second way, by a plain walk over a table of calls."""

from dataclasses import replace
from datetime import date, time, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.creditors.conduct import RULES, conduct_of
from ashore.creditors.contacts import Contact
from ashore.creditors.log_file import Logged
from ashore.packs.pack import load_pack

CN = load_pack("cn").facts
TODAY = date(2026, 11, 26)
DAY = date(2026, 11, 20)
CALL = Contact(DAY, DAY, "agency", "in", "call", "pay", at=time(10), debt="d1", answered=True)
TAKEN, MISSED = CALL, replace(CALL, said="", answered=False)


def log(*contacts):
    """Return contacts as the entries of a log."""
    return [Logged(number, "", "", one) for number, one in enumerate(contacts, 1)]


def found(*contacts, facts=CN, today=TODAY):
    """Return the codes of what is found with the entries it rests on."""
    return [(one.code, one.entries) for one in conduct_of(log(*contacts), facts, today).found]


@pytest.mark.parametrize(
    ("clock", "beyond"),
    [
        ("21:59", False),
        ("22:00", True),
        ("23:59", True),
        ("00:00", True),
        ("07:59", True),
        ("08:00", False),
        ("12:00", False),
    ],
)
def test_the_hours(clock, beyond):
    assert bool(found(replace(CALL, at=time.fromisoformat(clock)))) is beyond


@pytest.mark.parametrize("channel", ["call", "message", "visit", "app"])
def test_whatever_reaches_a_person_at_night_counts(channel):
    assert found(replace(CALL, channel=channel, at=time(23))) == [("conduct-hours", (1,))]


@pytest.mark.parametrize(
    "changes",
    [
        {"channel": "letter"},
        {"direction": "out"},
        {"party": "court"},
        {"party": "mediator"},
        {"party": "buyer"},
        {"party": "other"},
        {"at": None},
    ],
)
def test_what_is_no_collectors_hour_does_not_count(changes):
    assert found(replace(CALL, at=time(23)), replace(CALL, **{"at": time(23), **changes})) == [
        ("conduct-hours", (1,))
    ]


@pytest.mark.parametrize(("count", "beyond"), [(3, False), (4, True), (5, True)])
def test_calls_that_were_taken(count, beyond):
    expected = [("conduct-calls", tuple(range(1, count + 1)))] if beyond else []
    assert found(*[TAKEN] * count) == expected


@pytest.mark.parametrize(("count", "beyond"), [(6, False), (7, True)])
def test_tries_that_were_not(count, beyond):
    expected = [("conduct-tries", tuple(range(1, count + 1)))] if beyond else []
    assert found(*[MISSED] * count) == expected


def test_calls_of_two_days_or_two_debts_are_not_added_up():
    other_day = replace(TAKEN, on=DAY + timedelta(days=1))
    other_debt = replace(TAKEN, debt="d2")
    assert found(*[TAKEN] * 3, *[other_day] * 3, *[other_debt] * 3) == []


def test_where_no_debt_is_named_the_name_told_keeps_callers_apart():
    one, other = (replace(TAKEN, debt="", name=name) for name in ("A", "B"))
    assert found(*[one] * 3, *[other] * 3) == []
    assert found(*[one] * 4, *[other] * 3) == [("conduct-calls", (1, 2, 3, 4))]


def test_calls_of_which_it_is_not_known_are_named_and_not_counted():
    conduct = conduct_of(log(*[TAKEN] * 3, replace(TAKEN, answered=None)), CN, TODAY)
    assert (conduct.found, conduct.without_answer) == ((), (4,))


def test_contacts_without_their_time_are_named():
    conduct = conduct_of(log(replace(TAKEN, at=None), replace(TAKEN, at=None, channel="letter")), CN, TODAY)
    assert conduct.without_time == (1,)


def test_somebody_else_who_was_told():
    assert found(replace(CALL, reached="other", told=True)) == [("conduct-told", (1,))]


@pytest.mark.parametrize(("tries", "beyond"), [(0, True), (2, True), (3, False), (4, False)])
def test_somebody_else_before_the_person_was_tried(tries, beyond):
    other = replace(CALL, reached="contact", told=False, at=time(15))
    expected = [("conduct-others-tries", (tries + 1,))] if beyond else []
    assert found(*[MISSED] * tries, other) == expected


def test_a_call_that_was_taken_begins_the_tries_anew():
    other = replace(CALL, reached="contact", told=False, at=time(15))
    taken = replace(TAKEN, at=time(12))
    assert found(*[MISSED] * 3, taken, other) == [("conduct-others-tries", (5,))]


def test_what_is_not_known_is_said():
    (one,) = conduct_of(log(replace(CALL, reached="other")), CN, TODAY).found
    assert one.open == ("conduct-open-reachable", "conduct-open-told")
    (one,) = conduct_of(log(replace(CALL, at=time(23))), CN, TODAY).found
    assert "conduct-open-agreed" in one.open


@pytest.mark.parametrize(
    ("changes", "open_ids"),
    [
        ({}, ("conduct-open-agreed", "conduct-open-asked")),
        ({"agreed": False}, ("conduct-open-asked",)),
        ({"purpose": "collection"}, ("conduct-open-agreed",)),
        ({"purpose": "collection", "agreed": False}, ()),
    ],
)
def test_what_is_written_down_of_an_hour_is_no_longer_open(changes, open_ids):
    (one,) = conduct_of(log(replace(CALL, at=time(23), **changes)), CN, TODAY).found
    assert one.open == open_ids


@pytest.mark.parametrize("changes", [{"agreed": True}, {"purpose": "notice"}])
def test_an_hour_that_was_agreed_to_or_a_mere_notice_is_none(changes):
    assert found(replace(CALL, at=time(23), **changes)) == []


SEEN = CN["quiet-hours-banks"].seen_on


def test_the_banks_own_guide_stands_in_where_the_other_rule_cannot_be_used():
    night = replace(CALL, at=time(23), on=SEEN, noted=SEEN)
    without = {name: fact for name, fact in CN.items() if name not in ("quiet-from", "quiet-to")}
    (one,) = conduct_of(log(night), without, TODAY).found
    assert (one.code, one.fact_ids, one.told["since"]) == ("conduct-hours", ("quiet-hours-banks",), "22:00")
    assert "conduct-open-bank" in one.open
    assert found(replace(night, at=time(21, 59)), facts=without) == []
    assert found(replace(night, on=SEEN - timedelta(days=1)), facts=without) == []
    (both,) = conduct_of(log(night), CN, TODAY).found
    assert both.fact_ids == ("quiet-from", "quiet-to", "quiet-hours-banks")
    assert "conduct-open-bank" not in both.open


NOTICE = replace(TAKEN, purpose="notice")


@pytest.mark.parametrize(("count", "beyond"), [(3, False), (4, True)])
def test_calls_that_only_gave_notice(count, beyond):
    expected = [("conduct-notices", tuple(range(1, count + 1)))] if beyond else []
    assert found(*[NOTICE] * count) == expected
    assert found(*[replace(NOTICE, party="lender")] * (count - 2), *[NOTICE] * 2) == expected


def test_notices_and_calls_for_payment_are_counted_apart():
    assert found(*[NOTICE] * 3, *[replace(TAKEN, purpose="collection")] * 3) == []
    (one,) = conduct_of(log(*[NOTICE] * 3, *[replace(TAKEN, purpose="collection")] * 4), CN, TODAY).found
    assert (one.code, one.entries, one.open) == ("conduct-calls", (4, 5, 6, 7), ("conduct-open-effective",))


SISTER = replace(CALL, reached="contact", told=False, whom="姐姐", at=time(15))
TRIED = tuple(replace(MISSED, at=time(9)) for _ in range(3))
LATER = DAY + timedelta(days=2)


def test_somebody_who_had_said_not_to_be_contacted():
    refused = replace(SISTER, refused=True)
    again = replace(SISTER, on=LATER, at=None)
    assert found(*TRIED, refused, again) == [("conduct-stopped", (4, 5))]
    (one,) = conduct_of(log(*TRIED, refused, again), CN, TODAY).found
    assert one.told == {"refused_on": DAY}
    for other in (
        {"whom": "老板"},
        {"whom": ""},
        {"debt": "d2"},
        {"reached": "self"},
        {"on": DAY, "at": time(14)},
    ):
        codes = [code for code, _ in found(*TRIED, refused, replace(again, **other))]
        assert "conduct-stopped" not in codes
    assert "conduct-stopped" not in [code for code, _ in found(*TRIED, SISTER, again)]


def test_one_who_was_written_about_by_the_person_counts_as_having_refused():
    told_them = Contact(DAY, DAY, "lender", "out", "app", "别找我姐", debt="d1", whom="姐姐", refused=True)
    again = replace(SISTER, on=LATER)
    assert "conduct-stopped" in [code for code, _ in found(*TRIED, told_them, again)]


def test_an_entry_put_right_gives_way():
    night = replace(CALL, at=time(23))
    assert found(night, replace(CALL, at=time(20), corrects=1)) == []
    assert found(CALL, replace(night, corrects=1)) == [("conduct-hours", (2,))]


def test_an_entry_does_not_put_a_later_one_right():
    night = replace(CALL, at=time(23))
    assert found(replace(CALL, corrects=2), night) == [("conduct-hours", (2,))]


def test_no_rule_is_applied_to_days_before_it_was_in_force():
    before = date(2025, 2, 27)
    assert found(replace(CALL, on=before, at=time(23))) == []
    assert found(*[replace(TAKEN, on=before)] * 4) == []
    assert found(replace(CALL, on=before, reached="other", told=True)) == []


@pytest.mark.parametrize("name", RULES)
def test_a_rule_that_needs_checking_or_is_missing_is_named_and_not_applied(name):
    old = {**CN, name: replace(CN[name], review_by=TODAY - timedelta(days=1))}
    gone = {key: fact for key, fact in CN.items() if key != name}
    many = (
        replace(CALL, at=time(23)),
        *[TAKEN] * 4,
        *[MISSED] * 7,
        replace(CALL, reached="other", told=False, debt="d9"),
    )
    full = {one.code: one.fact_ids for one in conduct_of(log(*many), CN, TODAY).found}
    assert len(full) == 4
    for facts in (old, gone):
        conduct = conduct_of(log(*many), facts, TODAY)
        assert conduct.unused == (name,)
        assert all(name not in one.fact_ids for one in conduct.found)
        assert {one.code for one in conduct.found} >= {code for code, ids in full.items() if name not in ids}


def test_without_any_rule_nothing_is_found():
    assert found(replace(CALL, at=time(23)), *[TAKEN] * 9, facts={}) == []


def test_each_fact_that_is_named_is_in_the_pack_and_a_soft_rule():
    assert set(RULES) <= set(CN)
    for name in RULES:
        assert "not law" in CN[name].note["en"]


def by_table(rows):
    """Return (code, day, numbers) as a person with a table would: minutes of the day, a tally for each day and debt."""
    result = []
    tally = {}
    for number, (day, minutes, debt, answered) in enumerate(rows, 1):
        if minutes is not None and (minutes >= 22 * 60 or minutes < 8 * 60):
            result.append(("conduct-hours", day, (number,)))
        if answered is not None:
            tally.setdefault((day, debt, answered), []).append(number)
    for (day, _, answered), numbers in tally.items():
        if answered and len(numbers) >= 4:
            result.append(("conduct-calls", day, tuple(numbers)))
        if not answered and len(numbers) >= 7:
            result.append(("conduct-tries", day, tuple(numbers)))
    return sorted(result)


rows = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.none() | st.integers(0, 24 * 60 - 1),
        st.sampled_from(["d1", "d2"]),
        st.sampled_from([None, True, False]),
    ),
    max_size=60,
)


@pytest.mark.property
@given(rows)
def test_counted_by_hand_it_is_the_same(table):
    _compare(table)


def test_days_with_very_many_calls_are_counted_the_same_by_hand():
    random = Random(3)
    seen = set()
    for _ in range(60):
        size = random.randrange(1, 60)
        clocks = (None, *range(0, 24 * 60, 7))
        table = [
            (
                random.randrange(2),
                random.choice(clocks),
                random.choice(("d1", "d2")),
                random.choice((None, True, False, False)),
            )
            for _ in range(size)
        ]
        seen |= {code for code, _, _ in _compare(table)}
    assert seen == {"conduct-hours", "conduct-calls", "conduct-tries"}


def _compare(table):
    contacts = [
        replace(
            CALL,
            on=DAY + timedelta(days=day),
            noted=DAY + timedelta(days=day),
            at=None if minutes is None else time(minutes // 60, minutes % 60),
            debt=debt,
            answered=answered,
        )
        for day, minutes, debt, answered in table
    ]
    got = conduct_of(log(*contacts), CN, TODAY).found
    mine = by_table(table)
    assert sorted((one.code, (one.on - DAY).days, one.entries) for one in got) == mine
    return mine


@pytest.mark.property
@given(rows)
def test_what_is_found_is_in_the_order_of_its_days(table):
    contacts = [
        replace(CALL, on=DAY + timedelta(days=day), debt=debt, answered=answered)
        for day, _, debt, answered in table
    ]
    days = [one.on for one in conduct_of(log(*contacts), CN, TODAY).found]
    assert days == sorted(days)

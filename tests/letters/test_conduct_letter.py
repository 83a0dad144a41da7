"""A complaint about collection names the contacts of the log that go beyond a rule, and nobody who was reached."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

import pytest

from ashore.creditors.contacts import Contact
from ashore.documents.letter_contacts import with_log
from ashore.documents.sheets.text import sheet_text
from ashore.letters.fitting import fitting
from ashore.letters.letter import letter
from ashore.texts.language import Language
from letters.cases import BY_DAY, CALLS, NIGHT, SECRET, TOLD, case, log_of, named
from letters.golden import LANGUAGES


def paper(contacts: Sequence[Contact], debt: str = "shop", language: Language = "zh") -> str:
    """Return the letter about a debt with these contacts in the log; nothing where it does not fit."""
    at = with_log(case(debt), log_of(contacts).entries)
    return sheet_text(letter(named("conduct"), at), language) if named("conduct") in fitting(at) else ""


def rows(text):
    """Return the lines that name a contact."""
    return [line for line in text.splitlines() if "：时间 " in line]


def test_each_contact_stands_with_its_day_and_time_and_what_is_in_order_does_not():
    text = paper(CALLS)
    assert rows(text) == [
        "2026年11月20日：时间 22:40；方式 来电，已接",
        "2026年11月21日：时间 没有记下；方式 联系了别人，还说了欠款的事",
        *(f"2026年11月22日：时间 {hour:02d}:00；方式 来电，已接" for hour in (9, 10, 11, 12)),
    ]


def test_nobody_who_was_reached_or_called_stands_in_it():
    for language in LANGUAGES:
        text = paper(CALLS, language=language)
        assert SECRET not in text
        assert NIGHT.phone not in text


@pytest.mark.parametrize(
    "changes",
    [
        {"at": time(21, 59)},
        {"at": None},
        {"agreed": True},
        {"purpose": "notice"},
        {"debt": "flat"},
        {"debt": ""},
        {"party": "court"},
        {"direction": "out"},
    ],
)
def test_a_call_within_the_rules_or_about_something_else_makes_no_letter(changes):
    assert paper([NIGHT])
    assert paper([replace(NIGHT, **changes)]) == ""


def test_three_calls_in_a_day_make_none_and_a_fourth_does():
    assert paper(BY_DAY[:3]) == ""
    text = paper(BY_DAY)
    assert len(rows(text)) == 4
    assert "最多 3 个" in text
    assert "不催收" not in text


def test_what_is_put_right_in_the_log_stands_as_it_was_put_right():
    assert paper([NIGHT, replace(NIGHT, at=time(20, 40), corrects=1)]) == ""
    assert rows(paper([NIGHT, replace(NIGHT, at=time(23, 5), corrects=1)])) == [
        "2026年11月20日：时间 23:05；方式 来电，已接"
    ]


def test_a_call_at_night_that_is_one_of_many_stands_once():
    calls = [replace(one, on=NIGHT.on) for one in BY_DAY]
    assert len(rows(paper([NIGHT, *calls]))) == 5


def test_somebody_who_had_refused_is_named_by_the_call_that_came_after():
    refused = Contact(
        date(2026, 11, 18), date(2026, 11, 18), "agency", "in", "call", "不愿意", at=time(10), debt="shop",
        reached="contact", whom="表哥", refused=True, told=True, answered=True,
    )  # fmt: skip
    again = replace(refused, on=date(2026, 11, 19), refused=None)
    text = paper([refused, again])
    assert "已经说了不愿意的人，不再联系。" in text
    assert "表哥" not in text


@pytest.mark.parametrize(("kept", "said"), [(0, False), (1, True), (2, True)])
def test_how_much_of_it_was_kept_is_said_where_something_was(kept, said):
    calls = [
        replace(one, evidence="recording" if at < kept else "none") for at, one in enumerate((NIGHT, TOLD))
    ]
    text = paper(calls)
    assert (f"其中 {kept} 次，我留有" in text) is said
    assert ("我留有" in text) is said


def test_that_the_person_alone_is_contacted_is_asked_before_anything_is_overdue_too():
    assert case("flat").since is None
    assert "请直接联系我本人" in paper([replace(TOLD, debt="flat")], "flat")


def test_about_a_debt_long_silent_it_accepts_nothing():
    old = replace(NIGHT, debt="old")
    assert "不表示承认欠款" in paper([old], "old")
    assert "does not accept a debt" in paper([old], "old", "en")
    assert "不表示承认欠款" not in paper([NIGHT])

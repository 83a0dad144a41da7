"""The calendar file: read back it says what was put in, the same each time, and gives nothing away unless asked."""

import re
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.documents.answer.agenda import days_ahead, event_text
from ashore.documents.answer.view import View, help_of
from ashore.documents.ics import NEUTRAL, SAME_DAY, Shape, calendar_bytes, entries_of
from ashore.errors import Message
from ashore.household import read_parsed, read_source
from ashore.packs.files import jurisdictions
from ashore.packs.planned import plan_of
from ashore.packs.products import all_products
from ashore.planning.agenda import KINDS, Beside, Event, Span, agenda_of
from ashore.planning.plan import make_plan
from ashore.texts.sentences import SENTENCES, say, word
from calendars import read, texts
from documents.households import AS_OF, view_of
from needs import ROOT
from properties.examples import SHOWN
from properties.households import households

GIVEN_AWAY = re.compile(
    "债|贷|欠|借|还款|还清|还钱|逾期|催|法院|起诉|诉|征信|信用|结清|银行|利息|罚|¥|元|靠岸"
    r"|\b(debt|loan|owe|credit|lender|creditor|repay|overdue|arrears|court|suit|settle|bank|interest|yuan|ashore)"
    r"|[0-9][0-9,]*\.[0-9]{2}",
    re.IGNORECASE,
)
EXAMPLES = {path.stem: path for path in (ROOT / "src" / "ashore" / "examples").glob("*.toml")}
BY_HAND = (
    "deadline",
    "deadline-passed",
    "offer",
    "cured",
    "promo",
    "friend",
    "shop",
    "three-kinds",
    "empty",
    "maturity",
)
NAMES = (*EXAMPLES, *BY_HAND)
PLAIN, DETAILS = Shape("zh"), Shape("zh", details=True)


@cache
def view(name):
    """Return the plan of a shipped example or of a household by hand."""
    if name not in EXAMPLES:
        return view_of(name)
    source = read_source(EXAMPLES[name].read_bytes())
    household = read_parsed(source, all_products(), jurisdictions()).household
    assert household is not None
    return View(plan_of(household), help_of(household.jurisdiction))


def events_of(name):
    """Return the days ahead of a household."""
    return days_ahead(view(name), AS_OF)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_it_gives_nothing_away(name, language):
    data = calendar_bytes(events_of(name), AS_OF, Shape(language))
    names = [debt.name for debt in view(name).plan.household.debts]
    for text in texts(data):
        assert not GIVEN_AWAY.search(text), text
        assert not [one for one in names if one in text]


@SHOWN
@given(households(), st.sampled_from(["zh", "en"]))
def test_so_it_does_for_any_household(household, language):
    plan = make_plan(household, horizon=24)
    events = agenda_of(plan, Span(plan.as_of), Beside(5, ((plan.as_of, "打电话给网商贷"),)))
    for text in texts(calendar_bytes(events, plan.as_of, Shape(language, reminds=True))):
        assert not GIVEN_AWAY.search(text), text


@pytest.mark.parametrize("code", [code for code in SENTENCES if code.startswith("neutral-")])
def test_no_neutral_word_gives_anything_away(code):
    for language in ("zh", "en"):
        assert not GIVEN_AWAY.search(say(Message(code, {"events_count": 3}), language))


def test_what_gives_away_is_found():
    for text in ("还款 网商贷", "pay the lender", "合计 1,234.50", "法院", "Loan"):
        assert GIVEN_AWAY.search(text)


def test_every_kind_has_neutral_words_in_one_and_in_many():
    assert set(NEUTRAL) == set(KINDS)
    codes = {f"neutral-{name}{many}" for name in NEUTRAL.values() for many in ("", "-many")}
    assert codes | {"neutral-more"} == {code for code in SENTENCES if code.startswith("neutral-")}


@pytest.mark.parametrize("name", NAMES)
def test_read_back_the_details_are_each_event(name):
    events = events_of(name)
    entries = read(calendar_bytes(events, AS_OF, DETAILS))
    ahead = [one for one in events if one.day >= AS_OF]
    assert [(one.day, one.summary) for one in entries] == [(one.day, event_text(one, "zh")) for one in ahead]


@pytest.mark.parametrize("name", NAMES)
def test_read_back_every_day_is_there_and_counts_what_is_on_it(name):
    events = [one for one in events_of(name) if one.day >= AS_OF]
    entries = read(calendar_bytes(events, AS_OF, PLAIN))
    assert {one.day for one in entries} == {one.day for one in events}
    for day in {one.day for one in events}:
        paid = sum(one.kind in {"payment", "due"} for one in events if one.day == day)
        said = [one.summary for one in entries if one.day == day and "要付" in one.summary]
        expected = [] if not paid else ["有一笔"] if paid == 1 else [f"有 {paid} 笔"]
        assert len(said) == len(expected)
        assert all(part in text for part, text in zip(expected, said, strict=True))


def test_each_entry_is_a_whole_day_private_and_free():
    data = calendar_bytes(events_of("three-kinds"), AS_OF, PLAIN)
    assert {"-//Household book//EN", "2.0", word("first-page-title", "zh")} <= set(texts(data))
    for one in read(data):
        assert type(one.day) is date
        assert one.end - one.day == timedelta(days=1)
        assert one.stamp == datetime(2026, 11, 23, tzinfo=UTC)
        assert (one.kind, one.busy) == ("PRIVATE", "TRANSPARENT")


@pytest.mark.parametrize("shape", [PLAIN, DETAILS])
def test_the_same_days_give_the_same_bytes(shape):
    events = events_of("three-kinds")
    assert calendar_bytes(events, AS_OF, shape) == calendar_bytes(tuple(events), AS_OF, shape)


@pytest.mark.parametrize("shape", [PLAIN, DETAILS])
@pytest.mark.parametrize("name", NAMES)
def test_no_two_entries_are_one_and_an_identity_stays_while_amounts_change(name, shape):
    events = events_of(name)
    uids = [one.uid for one in entries_of(events, shape)]
    assert len(set(uids)) == len(uids)
    dearer = [Event(one.day, one.kind, one.message, one.debt, one.name, (one.fen or 0) + 1) for one in events]
    assert [one.uid for one in entries_of(dearer, shape)] == uids
    assert all(re.fullmatch("[0-9a-f]{32}", one) for one in uids)


@pytest.mark.parametrize("shape", [PLAIN, DETAILS])
def test_last_days_remind_at_nine_on_the_day_before_and_nothing_else_does(shape):
    entries = read(calendar_bytes(events_of("deadline"), AS_OF, shape))
    (last,) = [one for one in entries if one.reminders]
    assert last.day == date(2026, 12, 9)
    (before,) = last.reminders
    at = datetime(2026, 12, 9) + before  # noqa: DTZ001 - the hour of the person's own clock
    assert at == datetime(2026, 12, 8, 9)  # noqa: DTZ001 - the hour of their own clock


def test_all_remind_where_it_is_asked_for():
    entries = read(calendar_bytes(events_of("deadline"), AS_OF, Shape("en", reminds=True)))
    assert all(len(one.reminders) == 1 for one in entries)


def test_a_day_that_has_passed_is_not_in_it():
    entries = read(calendar_bytes(events_of("deadline-passed"), AS_OF, DETAILS))
    assert min(one.day for one in entries) >= AS_OF


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=200))
def test_any_name_comes_back_as_it_was_and_no_line_is_too_long(name):
    event = Event(AS_OF, "payment", Message("agenda-pay"), "a", name, 1_234_56)
    data = calendar_bytes([event], AS_OF, DETAILS)
    (entry,) = read(data)
    assert entry.summary == event_text(event, "zh")
    assert name in entry.summary
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)


def test_nothing_ahead_is_an_empty_calendar():
    assert read(calendar_bytes([], AS_OF, PLAIN)) == []


def test_a_payday_reminds_at_nine_on_the_day_itself():
    event = Event(AS_OF, "review", Message("agenda-payday"))
    (entry,) = read(calendar_bytes([event], AS_OF, Shape("en", reminds=True, remind_at=SAME_DAY)))
    (after,) = entry.reminders
    at = datetime.combine(entry.day, time()) + after
    assert at == datetime(AS_OF.year, AS_OF.month, AS_OF.day, 9)  # noqa: DTZ001 - the hour of their own clock
    assert "payday" not in entry.summary.lower()

"""The days that a paper leaves, against a table built another way; what each kind leads to."""

from datetime import date, timedelta

import holidays
import pytest

from ashore.creditors.papers import PAPERS, STAGES, further, last_day, nearer, paper_of
from ashore.dates import WorkingDays
from ashore.packs.pack import load_pack
from ashore.packs.workdays import days_of
from ashore.texts.sentences import SENTENCES

FIRST, LAST = date(1990, 1, 1), date(2060, 12, 31)
DAY = timedelta(days=1)


def ends(days):
    """Return the end for each day of receipt: a table filled from its last day backwards."""
    calendar = holidays.country_holidays("CN", years=range(FIRST.year, LAST.year + 2))
    made_up = set(calendar.weekend_workdays)
    open_on, day, table = {}, LAST + timedelta(days=days + 60), {}
    following = None
    while day >= FIRST:
        if (day.isoweekday() <= 5 and day not in calendar) or day in made_up:
            following = day
        open_on[day] = following
        day -= DAY
    day = FIRST
    while day <= LAST:
        table[day] = open_on[date.fromordinal(day.toordinal() + days)]
        day += DAY
    return table


@pytest.mark.parametrize("days", [15, 30])
def test_every_day_of_seventy_years_ends_as_the_table_says(days):
    offices = days_of("cn", range(FIRST.year, LAST.year + 2))
    table = ends(days)
    assert {day: last_day(day, days, offices) for day in table} == table


@pytest.mark.parametrize(
    ("received", "until"),
    [
        (date(2026, 11, 10), date(2026, 11, 25)),
        (date(2026, 11, 13), date(2026, 11, 30)),
        (date(2026, 9, 16), date(2026, 10, 8)),
    ],
)
def test_days_by_hand(received, until):
    """Ends on a Wednesday; on a Saturday; on 1 October, after which the offices open on the 8th."""
    assert last_day(received, 15, days_of("cn", range(2026, 2028))) == until


def test_where_no_holidays_are_known_weekends_are_off():
    assert days_of("toyland", range(2026, 2028)) == WorkingDays()


def test_every_kind_has_its_words_and_its_facts_are_in_the_pack():
    pack = load_pack("cn")
    for paper in PAPERS:
        assert {f"paper-{paper.kind}{end}" for end in ("", "-is", "-not", "-do")} <= set(SENTENCES)
        assert set(paper.facts) <= set(pack.facts)
        assert (paper.days_fact is not None) == (paper.urgency == "counted")
        assert paper.days_fact is None or isinstance(pack.facts[paper.days_fact].value, int)


LEADS_TO = {
    "collection-message": ("none", None, None, None),
    "lawyer-letter": ("none", None, None, None),
    "mediation-message": ("none", None, None, None),
    "payment-order": ("counted", 15, "objection", "payment-order"),
    "claim": ("counted", 15, "answer", "sued"),
    "small-claim": ("in-paper", None, "hearing", "sued"),
    "judgment": ("counted", 15, "appeal", "judgment"),
    "mediation-agreement": ("in-paper", None, None, None),
    "notary-paper": ("at-once", None, None, None),
    "arbitration-notice": ("in-paper", None, "arbitration", None),
    "enforcement-notice": ("at-once", None, "report", "enforcement"),
}
"""By hand from the Procedure Law: when to act, in how many days (128, 171, 227), what by then, where a debt then is."""


def test_every_kind_leads_where_the_law_says():
    facts = load_pack("cn").facts
    found = {
        one.kind: (one.urgency, facts[one.days_fact].value if one.days_fact else None, one.what, one.stage)
        for one in PAPERS
    }
    assert found == LEADS_TO


def test_a_kind_by_its_name():
    assert [paper_of(paper.kind) for paper in PAPERS] == list(PAPERS)
    assert paper_of("x") is None


@pytest.mark.parametrize(
    ("now", "then", "expected"),
    [
        ("current", "sued", "sued"),
        ("overdue", "payment-order", "payment-order"),
        ("sued", "payment-order", None),
        ("enforcement", "sued", None),
        ("sued", "sued", None),
        ("sued", None, None),
        ("", "sued", "sued"),
    ],
)
def test_a_paper_leads_further_and_never_back(now, then, expected):
    assert further(now, then) == expected


def test_the_stages_go_from_in_order_to_enforced():
    assert (STAGES[0], STAGES[-1]) == ("current", "enforcement")


@pytest.mark.parametrize(
    ("known", "kept"),
    [(None, True), (date(2026, 12, 20), True), (date(2026, 12, 5), False), (date(2026, 11, 1), True)],
)
def test_the_nearer_day_stays(known, kept):
    """On 26 November, beside 10 December: none, a later one, a nearer one, one that has passed."""
    assert nearer(date(2026, 12, 10), known, date(2026, 11, 26)) is kept

"""Which ceiling binds which lender's contract: worked by hand for China and Toyland, and what may never be."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.errors import Message
from ashore.household.keys.debt_keys import LENDER_KINDS
from ashore.household.model import LenderKind
from ashore.packs.ceilings import ceilings_for
from ashore.packs.pack import load_pack
from ashore.rules.ceilings import Ceiling, NotKnown
from ashore.texts import say
from packs.copies import change, copy_toyland

CN, TOYLAND = load_pack("cn"), load_pack("toyland")
TODAY = date(2026, 11, 26)
LICENSED: tuple[LenderKind, ...] = ("bank", "consumer-finance", "amc")
PRIVATE: tuple[LenderKind, ...] = ("private", "friend")
ALL = ("interest", "penalty", "compound", "damages", "fees")
COST = ("interest", "fees")

# Lender, day of the contract, and by hand: what is above, percent a year or the missing value's day, what counts.
BY_HAND: list[tuple[LenderKind, str, list[tuple[str, str, tuple[str, ...]]]]] = [
    ("bank", "2016-03-01", [("court-may-cut", "24", ALL)]),
    ("bank", "2021-06-01", [("court-may-cut", "24", ALL)]),
    ("bank", "2026-11-26", [("court-may-cut", "24", ALL)]),
    ("amc", "2023-01-01", [("court-may-cut", "24", ALL)]),
    ("consumer-finance", "2026-03-31", [("court-may-cut", "24", ALL)]),
    ("consumer-finance", "2026-04-01", [("court-may-cut", "24", ALL), ("guidance", "24", COST)]),
    ("micro-lender", "2022-01-20", [("court-may-cut", "24", ALL)]),
    ("micro-lender", "2025-12-23", [("court-may-cut", "24", ALL)]),
    ("micro-lender", "2025-12-24", [("court-may-cut", "24", ALL), ("regulator", "24", COST)]),
    # Four times the one-year rate of the day: 3.85, 3.70, 3.65, 3.10, 3.00 percent.
    ("private", "2020-08-20", [("void-above", "15.40", ALL)]),
    ("friend", "2022-08-21", [("void-above", "14.80", ALL)]),
    ("friend", "2022-08-22", [("void-above", "14.60", ALL)]),
    ("private", "2025-05-19", [("void-above", "12.40", ALL)]),
    ("private", "2026-04-20", [("void-above", "12.00", ALL)]),
    ("private", "2026-04-21", [("void-above", "?2026-04-21", ALL)]),
    # Older than the rule: 24 percent until 19 August 2020, then the rate of a suit's day, which nobody has looked up.
    ("friend", "2020-08-19", [("void-above", "24", ALL), ("void-above", "?2026-11-26", ALL)]),
    ("private", "2015-08-06", [("void-above", "24", ALL), ("void-above", "?2026-11-26", ALL)]),
    ("private", "2015-08-05", [("void-above", "?2026-11-26", ALL)]),
]


def percent(ceiling: Ceiling) -> str | Fraction:
    """Return the ceiling in percent, or `?` with the day whose value is missing."""
    if isinstance(ceiling.yearly, NotKnown):
        return f"?{ceiling.yearly.day}"
    return ceiling.yearly * 100


@pytest.mark.parametrize(("lender", "formed_on", "expected"), BY_HAND)
def test_the_ceilings_of_a_contract_in_china(
    lender: LenderKind, formed_on: str, expected: list[tuple[str, str, tuple[str, ...]]]
):
    found = ceilings_for(CN, lender, date.fromisoformat(formed_on), TODAY)
    told = [(one.effect, percent(one), one.counts) for one in found]
    assert told == [
        (effect, number if number.startswith("?") else Fraction(number), counts)
        for effect, number, counts in expected
    ]


def test_an_old_contract_says_for_which_time_each_ceiling_is():
    before, after = ceilings_for(CN, "friend", date(2019, 1, 1), TODAY)
    assert (before.rule.charged_from, before.rule.charged_to) == (None, date(2020, 8, 19))
    assert (after.rule.charged_from, after.rule.charged_to) == (date(2020, 8, 20), None)
    assert (before.rate_day_on, after.rate_day_on, after.rule.rate_day) == (None, TODAY, "suit")


def test_an_unknown_rate_is_said_with_its_day_and_the_last_one_known():
    (ceiling,) = ceilings_for(CN, "friend", date(2026, 9, 1), TODAY)
    facts = {"day": date(2026, 9, 1), "last_seen": date(2026, 4, 20)}
    why = Message("value-not-checked-since", facts)
    assert ceiling.yearly == NotKnown(why, "lpr-1y", date(2026, 9, 1))
    assert "20 Apr 2026" in say(why, "en")
    assert "2026年4月20日" in say(why, "zh")


def test_a_rate_that_the_person_looked_up_is_used_and_marked():
    (ceiling,) = ceilings_for(CN, "friend", date(2026, 9, 1), TODAY, {"lpr-1y": Decimal("0.029")})
    assert (ceiling.yearly, ceiling.typed) == (Fraction(116, 1000), True)
    (known,) = ceilings_for(CN, "friend", date(2025, 9, 1), TODAY)
    assert (known.yearly, known.typed) == (Fraction(12, 100), False)
    (bank,) = ceilings_for(CN, "bank", date(2025, 9, 1), TODAY, {"lpr-1y": Decimal("0.029")})
    assert (bank.yearly, bank.typed) == (Fraction(24, 100), False)


def test_a_rule_past_its_review_day_gives_no_number():
    late = date(2027, 5, 24)
    (bank,) = ceilings_for(CN, "bank", date(2025, 1, 1), late)
    assert isinstance(bank.yearly, NotKnown)
    assert (bank.yearly.why.code, bank.yearly.fact_id) == ("fact-needs-checking", "court-total-cap")
    assert bank.yearly.day is None
    assert all(say(bank.yearly.why, language) for language in ("zh", "en"))
    (day_before,) = ceilings_for(CN, "bank", date(2025, 1, 1), late - timedelta(days=1))
    assert day_before.yearly == Fraction(24, 100)


def test_a_rate_published_for_a_past_day_does_not_age():
    lpr = CN.facts["lpr-1y"]
    assert lpr.stale(TODAY)
    (ceiling,) = ceilings_for(CN, "friend", date(2024, 10, 21), TODAY)
    assert ceiling.yearly == Fraction(124, 1000)


def test_every_ceiling_shows_what_it_rests_on():
    (ceiling,) = ceilings_for(CN, "friend", date(2024, 10, 21), TODAY)
    assert [fact.id for fact in ceiling.facts][:2] == ["private-lending-cap", "lpr-1y"]
    assert all(fact.source.title and fact.source.address for fact in ceiling.facts)


DAYS = st.dates(date(2010, 1, 1), date(2026, 11, 26))


@given(lender=st.sampled_from(LICENSED), formed_on=DAYS, later=st.integers(0, 3000))
def test_no_bank_consumer_lender_or_asset_company_is_ever_measured_by_the_private_cap(
    lender: LenderKind, formed_on: date, later: int
):
    typed = {"lpr-1y": Decimal("0.03")}
    for ceiling in ceilings_for(CN, lender, formed_on, formed_on + timedelta(days=later), typed):
        assert not {"lpr-1y", "private-lending-cap"} & {fact.id for fact in ceiling.facts}
        assert ceiling.effect != "void-above"
        assert isinstance(ceiling.yearly, NotKnown) or ceiling.yearly == Fraction(24, 100)


@given(formed_on=st.dates(date(2010, 1, 1), date(2027, 12, 30)))
def test_no_loan_that_a_micro_lender_has_made_is_measured_by_the_loan_prime_rate(formed_on: date):
    found = ceilings_for(CN, "micro-lender", formed_on, TODAY)
    assert "court-may-cut" in {one.effect for one in found}
    assert all("lpr-1y" not in one.rule.fact_ids and one.effect != "void-above" for one in found)


def test_a_micro_lender_comes_under_it_once_the_last_date_is_reached():
    pack = replace(CN, facts={**CN.facts, "micro-lender-cap-lpr": _fresh("micro-lender-cap-lpr")})
    *_, last = ceilings_for(
        pack, "micro-lender", date(2028, 1, 5), date(2028, 1, 5), {"lpr-1y": Decimal("0.03")}
    )
    assert (last.effect, last.yearly) == ("regulator", Fraction(12, 100))


def _fresh(fact_id: str):
    return replace(CN.facts[fact_id], review_by=date(2029, 1, 1))


@given(lender=st.sampled_from(PRIVATE), formed_on=DAYS)
def test_no_private_loan_is_measured_by_a_licensed_lenders_rule(lender: LenderKind, formed_on: date):
    for ceiling in ceilings_for(CN, lender, formed_on, TODAY):
        assert ceiling.effect == "void-above"
        assert "court-total-cap" not in ceiling.rule.fact_ids


@given(lender=st.sampled_from(LENDER_KINDS), formed_on=DAYS)
def test_every_contract_in_china_has_an_answer_and_every_answer_a_positive_number_or_a_reason(
    lender: LenderKind, formed_on: date
):
    found = ceilings_for(CN, lender, formed_on, TODAY)
    assert found
    for ceiling in found:
        if isinstance(ceiling.yearly, NotKnown):
            assert ceiling.yearly.fact_id in ceiling.rule.fact_ids
        else:
            assert 0 < ceiling.yearly < 1


@pytest.mark.parametrize(
    ("lender", "formed_on", "expected"),
    [
        ("bank", "2026-08-01", [("court-may-cut", "20")]),
        ("consumer-finance", "2026-06-30", [("court-may-cut", "20")]),
        ("consumer-finance", "2026-07-01", [("court-may-cut", "20"), ("regulator", "16")]),
        ("friend", "2025-12-31", [("void-above", "12")]),
        ("friend", "2026-01-01", [("void-above", "9")]),
        ("private", "2025-05-31", [("void-above", "9")]),
        ("micro-lender", "2026-01-01", []),
    ],
)
def test_toyland_has_ceilings_of_its_own(lender: LenderKind, formed_on: str, expected: list[tuple[str, str]]):
    found = ceilings_for(TOYLAND, lender, date.fromisoformat(formed_on), date(2026, 11, 1))
    assert [(one.effect, percent(one)) for one in found] == [
        (effect, Fraction(number)) for effect, number in expected
    ]


def test_the_days_of_the_table_are_those_of_the_facts():
    for rule in CN.ceilings.values():
        fact = CN.facts[rule.rate or rule.multiple or ""]
        first, last = (rule.formed_from, rule.formed_to) if rule.rate_day == "contract" else (None, None)
        assert first is None or first == fact.valid_from, rule.id
        assert last is None or last == fact.valid_to, rule.id


def test_the_table_is_data(tmp_path: Path):
    root = copy_toyland(tmp_path)
    change(root, "ceilings.toml", '["bank", "consumer-finance"]', '["bank", "amc"]')
    pack = load_pack("toyland", root)
    assert [one.effect for one in ceilings_for(pack, "amc", date(2026, 1, 1), TODAY)] == ["court-may-cut"]

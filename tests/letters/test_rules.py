"""What the pack says reaches letters as values; what is past its day, or unknown there, reaches none."""

from datetime import date

from ashore.documents.letters import rules_of
from ashore.letters.case import Rules
from letters.cases import DAY


def test_the_pack_of_the_country_is_used():
    assert rules_of("cn", DAY) == Rules(
        3, 60, 20, "22:00", "12348", "12368", "12356", "120", date(2026, 11, 23)
    )


def test_what_is_past_its_day_is_not_used():
    late = rules_of("cn", date(2040, 1, 1))
    assert late.limitation_years is late.card_months_max is late.dispute_days is late.quiet_from is None


def test_a_country_without_such_rules_has_none():
    assert rules_of("toyland", DAY).dispute_days is None

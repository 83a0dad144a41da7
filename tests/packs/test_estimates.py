"""The rate that a first plan takes where nobody knows it rests on a rule of the pack, in force and looked at."""

from datetime import date, timedelta
from decimal import Decimal

from ashore.money import Rate
from ashore.packs.estimates import RATE, estimates_for
from ashore.packs.pack import load_pack

FACT = load_pack("cn").facts[RATE]


def test_it_is_what_the_rule_says():
    assert estimates_for("cn", date(2026, 11, 27)).rate == Rate(Decimal("0.24"), "year")


def test_past_its_day_it_is_not_used():
    assert estimates_for("cn", FACT.review_by + timedelta(days=1)).rate is None


def test_each_country_has_its_own():
    rate = load_pack("toyland").facts[RATE].value
    assert isinstance(rate, Decimal)
    assert estimates_for("toyland", date(2026, 11, 27)).rate == Rate(rate, "year")


def test_a_pack_without_such_a_rule_gives_none(monkeypatch):
    monkeypatch.setattr("ashore.packs.estimates.RATE", "no-such-rule")
    assert estimates_for("cn", date(2026, 11, 27)).rate is None

"""A person's own values: they fill what the pack does not know, and never take the place of what it does."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from ashore.household.model import Own
from ashore.packs.ceilings import ceilings_for
from ashore.packs.own import doubt_of, own_rate, subjects_of
from ashore.packs.pack import load_pack
from ashore.rules.ceilings import NotKnown
from household.files import EVERY_KEY, read
from needs import ROOT

CN = load_pack("cn")
TODAY = date(2026, 11, 26)
SEEN = date(2026, 11, 20)
LPR = Own("lpr-1y", SEEN, Fraction(29, 1000), since=date(2026, 9, 21))


def yearly(formed: date, *owns: Own) -> tuple[Fraction | NotKnown, bool]:
    """Return the ceiling on a friend's loan, and whether it rests on what the person typed."""
    (ceiling,) = ceilings_for(CN, "friend", formed, TODAY, owns=owns)
    return ceiling.yearly, ceiling.typed


@pytest.mark.parametrize("day", [date(2026, 9, 21), date(2026, 11, 20)])
def test_an_own_rate_fills_a_day_that_the_pack_does_not_know(day: date):
    assert yearly(day, LPR) == (Fraction(116, 1000), True)


@pytest.mark.parametrize("day", [date(2026, 9, 20), date(2026, 11, 21), TODAY])
def test_it_is_not_carried_beyond_the_days_on_which_it_is_known(day: date):
    found, typed = yearly(day, LPR)
    assert isinstance(found, NotKnown)
    assert not typed


def test_it_never_takes_the_place_of_what_the_pack_knows():
    wrong = replace(LPR, rate_per_year=Fraction(5, 100), since=date(2025, 1, 1))
    assert yearly(date(2026, 4, 20), wrong) == yearly(date(2026, 4, 20)) == (Fraction(12, 100), False)


def test_of_several_the_latest_that_holds_counts():
    earlier = replace(LPR, rate_per_year=Fraction(3, 100), since=date(2026, 5, 20), seen_on=date(2026, 9, 20))
    still = replace(earlier, seen_on=SEEN)
    assert own_rate((earlier, LPR), "lpr-1y", date(2026, 8, 1)) == Fraction(3, 100)
    assert own_rate((still, LPR), "lpr-1y", date(2026, 10, 1)) == Fraction(29, 1000)
    assert own_rate((LPR, still), "lpr-1y", date(2026, 10, 1)) == Fraction(29, 1000)
    assert own_rate((LPR,), "lpr-5y", date(2026, 10, 1)) is None


def test_the_pack_is_the_same_before_and_after():
    history = CN.facts["lpr-1y"].value
    yearly(SEEN, LPR)
    assert CN.facts["lpr-1y"].value is history


@pytest.mark.parametrize(
    ("own", "code"),
    [
        (LPR, None),
        (Own("floor-living-costs", SEEN, amount_fen=110_000), None),
        (Own("cn/huabei", SEEN, text="我的，花呗"), None),
        (Own("cn/huabei", SEEN, amount_fen=1), "own-unfit"),
        (Own("lpr-1y", SEEN, amount_fen=3), "own-unfit"),
        (Own("floor-living-costs", SEEN, Fraction(1, 100), since=SEEN), "own-unfit"),
        (Own("lpr", SEEN, text="3%"), "own-unknown"),
    ],
)
def test_what_an_own_value_is_about_must_be_there_and_of_its_kind(own: Own, code: str | None):
    doubt = doubt_of(own, CN)
    assert (doubt.code if doubt else None) == code


@pytest.mark.parametrize("name", ["cn", "toyland"])
def test_what_a_form_offers_can_be_used(name: str):
    """For each there is a kind of value that fits it."""
    pack = load_pack(name)
    for key in subjects_of(pack):
        tried = (Own(key, SEEN, Fraction(1, 100), since=SEEN), Own(key, SEEN, text="seen"))
        assert any(doubt_of(own, pack) is None for own in tried), key
    assert {"cn": "lpr-1y", "toyland": "toy-rate"}[name] in subjects_of(pack)


def test_h18_the_local_relief_standard_never_becomes_a_budget():
    """A file with one reads as the same household: no spending, no account, no sum has changed."""
    text = EVERY_KEY.read_text("utf-8")
    home = read(text)
    plain = read(text.split("\n[[own]]")[0])
    assert {own.about for own in home.owns} >= {"floor-living-costs"}
    assert replace(home, owns=()) == plain


@pytest.mark.parametrize("floor", ["planning", "simulation", "scenarios", "loans", "diagnosis"])
def test_h18_no_floor_that_computes_looks_at_own_values(floor: str):
    for path in Path(ROOT / "src" / "ashore" / floor).rglob("*.py"):
        assert ".owns" not in path.read_text("utf-8"), path


def test_an_own_rate_is_exact():
    rate = read(EVERY_KEY.read_text("utf-8")).owns[0].rate_per_year
    assert rate == Fraction(Decimal("0.03"))

"""Where somebody helps: complete in both languages, sourced, without a price that nobody published, checked lately."""

import re
from datetime import date, timedelta

import pytest

from ashore.packs.check import check_age, check_pack
from ashore.packs.files import jurisdictions
from ashore.packs.pack import load_pack
from ashore.rules.support import Support
from ashore.texts.sentences import say_finding
from house.test_words import AGENTS
from packs.copies import change, copy_toyland

CN = load_pack("cn")
ALL = [(name, one) for name in jurisdictions() for one in load_pack(name).supports.values()]
PRICE = re.compile(r"([\d,]+)(?:\s*(?:到|to)\s*([\d,]+))?\s*(?:元|yuan)|[¥￥]\s*([\d,]+)")
PRICES = "support-price-"
"""How the facts that name a price begin."""
PLACES = "support.toml"
CASES = [
    ('kind = "clinic"', 'kind = "hospital"', "pack-word-unknown", f"{PLACES}: clinic.kind"),
    ('cost = {zh = "一', 'cost = {xx = "一', "pack-text-missing", f"{PLACES}: clinic.cost.zh"),
    ('en = "Ask the listening', 'en = "", x = "', "pack-text-missing", f"{PLACES}: clinic.steps[0].en"),
    ("say = [\n    {zh", "say = []\nx = [\n    {zh", "pack-field-wrong", f"{PLACES}: clinic.say"),
    ('helpline = "listening"', 'helpline = "shouting"', "pack-name-unknown", f"{PLACES}: clinic.helpline"),
    ('facts = ["help-out', 'facts = ["help-in', "pack-fact-unknown", f"{PLACES}: clinic"),
    ("2026-11-23", "2026-11-24", "pack-day-after-version", f"{PLACES}: clinic.checked_on"),
    ('secret = {zh = "医', 'secrets = {zh = "医', "pack-field-missing", f"{PLACES}: clinic.secret"),
    ('where = {zh = "首都"', 'where = {xx = "首都"', "pack-text-missing", f"{PLACES}: debt-desk.where.zh"),
    ('address = "nowhere"', 'address = ""', "pack-field-wrong", f"{PLACES}: clinic.source.address"),
]


@pytest.mark.parametrize(("name", "one"), ALL, ids=lambda item: getattr(item, "id", item))
def test_a_place_says_everything_in_both_languages(name: str, one: Support):
    texts = [one.names, one.purpose, one.cost, one.secret, one.limits, *one.steps, *one.say]
    texts += [text for text in (one.bring, one.where) if text]
    for text in texts:
        assert set(text) == {"zh", "en"}
        assert all(part.strip() for part in text.values())
        assert not AGENTS.search(text["zh"])
    assert one.checked_on <= load_pack(name).version
    assert (name, one.source.address) != ("cn", "nowhere")


@pytest.mark.parametrize(("name", "one"), ALL, ids=lambda item: getattr(item, "id", item))
def test_no_price_is_named_that_no_page_names(name: str, one: Support):
    """A price frightens who cannot pay and misleads where it is wrong: it has a fact with its page, or is left out."""
    facts = [load_pack(name).facts[fact] for fact in one.facts if fact.startswith(PRICES)]
    assert all(fact.confidence in {"official", "mirrored", "secondary"} for fact in facts)
    known = {number for fact in facts for number in re.findall(r"\d+", str(fact.value))}
    texts = [
        one.purpose,
        one.cost,
        one.secret,
        one.limits,
        *one.steps,
        *one.say,
        *([one.bring] if one.bring else []),
    ]
    for text in (part for both in texts for part in both.values()):
        assert prices(text) <= known, text


def prices(text: str) -> set[str]:
    """Return the sums that a text names."""
    return {one.replace(",", "") for found in PRICE.findall(text) for one in found if one}


def test_the_clinics_prices_are_those_of_the_pages_that_were_read():
    """By the pages: 100 to 1,000 yuan an hour (Healthcare Security Administration), 200 a session (one hospital)."""
    clinic = CN.supports["clinic"]
    for language in ("zh", "en"):
        assert prices(clinic.cost[language]) == {"100", "1000", "200"}
        assert prices(CN.supports["counsellor"].cost[language]) == {"100", "1000"}
    assert prices("每小时 100 到 1,000 元，另收 ¥30") == {"100", "1000", "30"}
    assert "按小时还是按次" in clinic.steps[1]["zh"], "what to ask before booking"


def test_the_kinds_of_help_that_were_asked_for_are_there_in_order():
    kinds = list(dict.fromkeys(one.kind for one in CN.supports.values()))
    assert kinds == ["line", "clinic", "counsellor", "community", "legal", "debt", "union"]
    assert {one.helpline for one in CN.supports.values()} >= {"12356", "12345", "12348", "12351"}


def test_what_is_there_in_one_city_says_so_and_nothing_else_does():
    for one in CN.supports.values():
        assert bool(one.where) is (one.kind == "debt"), one.id


def test_the_clinics_entry_says_what_is_secret_and_what_is_not():
    clinic = CN.supports["clinic"]
    assert {"保密", "除外", "自愿", "例外"} <= {
        word for word in ("保密", "除外", "自愿", "例外") if word in clinic.secret["zh"]
    }
    assert "120" in clinic.limits["zh"]
    assert len(clinic.say) == 2, "one sentence for the desk, one for the doctor"


def test_the_help_lines_stay_in_the_order_of_danger_and_talking():
    assert [line.number for line in CN.helplines.values()][:3] == ["120", "110", "12356"]
    social = [line.id for line in CN.helplines.values() if line.kind == "social"]
    assert social == ["12333", "12351"], "benefits are asked for first"


@pytest.mark.parametrize(("old", "new", "code", "place"), CASES)
def test_a_fault_is_found_where_it_is(tmp_path, old: str, new: str, code: str, place: str):
    root = copy_toyland(tmp_path)
    change(root, PLACES, old, new)
    found = check_pack("toyland", root)
    assert (code, place) in [(one.code, one.place.path) for one in found]
    for one in found:
        assert all(say_finding(one, language) for language in ("zh", "en"))


def test_a_place_unchecked_for_ninety_days_is_said_to_be():
    first = min(one.checked_on for one in CN.supports.values())
    fresh = {
        one.place.path for one in check_age(CN, first + timedelta(days=90)) if one.code == "pack-support-old"
    }
    old = [one for one in check_age(CN, date(2027, 6, 1)) if one.code == "pack-support-old"]
    assert fresh == set()
    assert {one.place.path for one in old} == set(CN.supports)
    assert "2026" in say_finding(old[0], "zh")

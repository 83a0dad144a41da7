"""Every fault of a pack is found where it is, and said in both languages."""

from datetime import date
from pathlib import Path

import pytest

from ashore.packs.check import check_age, check_pack
from ashore.packs.errors import UnknownPack
from ashore.packs.pack import load_pack
from ashore.texts.packs import PACKS
from ashore.texts.sentences import say_finding
from packs.copies import change, copy_toyland

LOAN, CARD, PARCEL = "products/coin-loan.toml", "products/stall-card.toml", "products/parcel-plan.toml"
LINES, MONEY, TOTALS, CAPS = "helplines.toml", "rules/money.toml", "rules/totals.toml", "ceilings.toml"
CLAIMS, WAYS, HEADS = "negative.toml", "channels.toml", "averages.toml"
BANKS = f"{CLAIMS}: caps-for-banks"
RESTS = 'facts = ["private-lending-cap", "court-total-cap"]'
ANSWER = 'answer = ["complaint-answer-days"]'
OLDER = f"{CAPS}: private-loan-older"
ENTRY_SEEN = 'source = "Toyland Evening News (invented)"\nseen_on = 2026-11-23'
CREDITOR = f"{LOAN}: facts.creditor"
TOY = "screeners/toy-2.toml"
CASES = [
    ("pack.toml", 'id = "toyland"', 'id = "sealand"', "pack-id-wrong", "pack.toml: id"),
    (TOY, "last = 1", "last = 2", "pack-screener-bands", f"{TOY}: bands"),
    (TOY, "last = 4", "last = 5", "pack-screener-bands", f"{TOY}: bands"),
    (TOY, "cutoff = 3\nvaries", "cutoff = 5\nvaries", "pack-screener-outside", f"{TOY}: cutoff"),
    (TOY, "cutoff = 3\nnames", "cutoff = 0\nnames", "pack-screener-outside", f"{TOY}: pairs[0].cutoff"),
    (TOY, "items = [1, 2]", "items = [1, 3]", "pack-screener-outside", f"{TOY}: pairs[0].items"),
    (TOY, "items = [1, 2]", 'items = ["1"]', "pack-field-wrong", f"{TOY}: pairs[0].items"),
    (TOY, "help_item = 2", "help_item = 3", "pack-screener-outside", f"{TOY}: help_item"),
    (TOY, "points = 1", "points = 4", "pack-screener-outside", f"{TOY}: noise.points"),
    (TOY, "points = 1", "points = 0.5", "pack-field-wrong", f"{TOY}: noise.points"),
    (TOY, 'notice = "Invented. Nobody has to be asked."', "", "pack-field-missing", f"{TOY}: notice"),
    (TOY, 'zh = "木马摇得太慢"\nen = ', 'same = "toy-9"\nitem = 1\nx = ', "pack-word-unknown", f"{TOY}: items[0].same"),
    (TOY, 'zh = "木马摇得太慢"\nen = ', 'same = "toy-2"\nitem = 9\nx = ', "pack-field-wrong", f"{TOY}: items[0].item"),
    (TOY, ', en = "Not at all"', "", "pack-text-missing", f"{TOY}: answers[0].en"),
    (TOY, "seen_on = 2026-11-23", "seen_on = 2026-12-01", "pack-day-after-version", f"{TOY}: noise.seen_on"),
    ("pack.toml", "version = 2026-11-23\n", "", "pack-field-missing", "pack.toml: version"),
    ("pack.toml", 'zh = "玩具国（虚构）"', 'zh = " "', "pack-text-missing", "pack.toml: names.zh"),
    (LOAN, "[defaults]", "[defaults", "pack-file-unreadable", LOAN),
    (LOAN, 'id = "toyland/coin-loan"', 'id = "toyland/coinloan"', "pack-id-wrong", f"{LOAN}: id"),
    (LOAN, ', en = "Coin loan (invented)"', "", "pack-text-missing", f"{LOAN}: names.en"),
    (LOAN, 'creditor = "Bank of Toyland"', "creditor = 7", "pack-field-wrong", f"{LOAN}: creditor"),
    (LOAN, 'from = "6%/year"', 'from = "6%"', "pack-field-wrong", f"{LOAN}: rate_range.from"),
    (LOAN, 'from = "6%/year"', 'from = "16%/year"', "pack-range-reversed", f"{LOAN}: rate_range"),
    (LOAN, 'rate = "12%/year"', 'rate = "9%/year"', "pack-rate-not-top", f"{LOAN}: defaults.rate"),
    (CARD, 'percent = "3%"', 'percent = "7%"', "pack-range-reversed", f"{CARD}: late_fee_range"),
    (CARD, 'percent = "3%", ', "", "pack-field-wrong", f"{CARD}: late_fee_range.from"),
    (LOAN, "due_day = 10", "due_dax = 10", "pack-default-unknown", f"{LOAN}: defaults.due_dax"),
    (LOAN, "due_day = 10", "due_day = 32", "pack-default-wrong", f"{LOAN}: defaults.due_day"),
    (LOAN, "{days = 3, ", "{days = -3, ", "pack-default-wrong", f"{LOAN}: defaults.grace.days"),
    (LOAN, "due_day = {source", "start = {source", "pack-default-unsourced", f"{LOAN}: defaults.due_day"),
    (LOAN, "due_day = {source", "start = {source", "pack-source-unused", f"{LOAN}: facts.start"),
    (LOAN, "page 1", "\u0001", "pack-file-unreadable", LOAN),
    (LOAN, "seen_on = 2026-11-23", "seen_on = 2026-11-24", "pack-day-after-version", f"{CREDITOR}.seen_on"),
    (LOAN, "seen_on = 2026-11-23", 'seen_on = "today"', "pack-field-wrong", f"{CREDITOR}.seen_on"),
    (LOAN, 'confidence = "official"', 'confidence = "certain"', "pack-word-unknown", f"{CREDITOR}.confidence"),
    (LOAN, 'zh = "这是', 'xx = "这是', "pack-text-missing", f"{LOAN}: remarks[0].zh"),
    (LOAN, 'en = "no fee', 'en = "", x = "', "pack-text-missing", f"{LOAN}: disputed.prepayment[1].says.en"),
    (CARD, 'percent = "10%"', "percent = 0.10", "pack-default-wrong", f"{CARD}: defaults.minimum.percent"),
    (CARD, 'owing = "card"', 'owing = "cards"', "pack-word-unknown", f"{CARD}: owing"),
    (CARD, 'bought_on = "card"', 'bought_on = "cards"', "pack-word-unknown", f"{CARD}: bought_on"),
    (CARD, 'bought_on = "card"', 'bought_on = "other"', "pack-word-unknown", f"{CARD}: bought_on"),
    (PARCEL, 'method = "flat-fee"', 'method = "flatfee"', "pack-default-wrong", f"{PARCEL}: defaults.method"),
    (LINES, 'kind = "emergency"', 'kind = "urgent"', "pack-word-unknown", f"{LINES}: ambulance.kind"),
    (LINES, 'en = "day and night"', "en = 24", "pack-field-wrong", f"{LINES}: ambulance.hours.en"),
    (LINES, "checked_on = 2026-11-23\n", "", "pack-field-missing", f"{LINES}: ambulance.checked_on"),
    (LINES, "2026-11-23", "2026-12-01", "pack-day-after-version", f"{LINES}: ambulance.checked_on"),
    (LINES, 'address = "nowhere"', 'address = ""', "pack-field-wrong", f"{LINES}: ambulance.source.address"),
    (MONEY, "since = 2025-01-01", "since = 2026-01-01", "pack-steps-unsorted", f"{MONEY}: toy-rate.steps"),
    (MONEY, "since = 2026-01-01", "since = 2026-11-02", "pack-steps-unsorted", f"{MONEY}: toy-rate.steps"),
    (MONEY, "value = 0.0300", 'value = "0.0300"', "pack-field-wrong", f"{MONEY}: toy-rate.steps[1].value"),
    (MONEY, "review_by = 2026-12-01", "review_by = 2026-10-31", "pack-days-reversed", f"{MONEY}: toy-rate"),
    (MONEY, "valid_to = 2026-12-31", "valid_to = 2025-12-31", "pack-days-reversed", f"{MONEY}: coin-festival-subsidy"),
    (MONEY, "seen_on = 2026-11-23", "seen_on = 2026-11-30", "pack-day-after-version", f"{MONEY}: toy-rate.seen_on"),
    (MONEY, "value = 3\n", "value = true\n", "pack-field-wrong", f"{MONEY}: private-lending-cap.value"),
    (MONEY, 'unit = "multiple"', 'unit = "times"', "pack-word-unknown", f"{MONEY}: private-lending-cap.unit"),
    (MONEY, "steps = [", "steps = 3 # [", "pack-file-unreadable", MONEY),
    (CAPS, 'of = "toy-rate"', 'of = "toy-rates"', "pack-fact-unknown", f"{CAPS}: private-loan"),
    (CAPS, 'also = ["older', 'also = ["old', "pack-fact-unknown", OLDER),
    (CAPS, 'rate = "court-total-cap"', 'rate = "toy-rate"', "pack-fact-unfit", f"{CAPS}: licensed-lender.rate"),
    (CAPS, 'of = "toy-rate"', 'of = "court-total-cap"', "pack-fact-unfit", f"{CAPS}: private-loan.of"),
    (TOTALS, 'unit = "per-year"', 'unit = "per-day"', "pack-fact-unfit", f"{CAPS}: licensed-lender.rate"),
    (CAPS, 'lenders = ["private", "friend"]', "lenders = []", "pack-field-wrong", f"{CAPS}: private-loan.lenders"),
    (CAPS, '"private", "friend"', '"private", "shark"', "pack-word-unknown", f"{CAPS}: private-loan.lenders"),
    (CAPS, '"interest", "penalty"', '"interest", 7', "pack-field-wrong", f"{CAPS}: private-loan.counts"),
    (CAPS, '"void-above"', '"banned"', "pack-word-unknown", f"{CAPS}: private-loan.effect"),
    (CAPS, 'of = "toy-rate"\n', "", "pack-field-missing", f"{CAPS}: private-loan.of"),
    (LOAN, 'use = "deferral"', 'use = "later"', "pack-word-unknown", f"{LOAN}: entries[0].use"),
    (LOAN, 'visible = "unknown"', 'visible = "never"', "pack-word-unknown", f"{LOAN}: entries[1].visible"),
    (LOAN, 'zh = "金币 App', 'xx = "金币 App', "pack-text-missing", f"{LOAN}: entries[0].path.zh"),
    (LOAN, ENTRY_SEEN, f"{ENTRY_SEEN[:-2]}24", "pack-day-after-version", f"{LOAN}: entries[0].seen_on"),
    (CLAIMS, 'claim = {zh = "银', 'claim = {xx = "银', "pack-text-missing", f"{BANKS}.claim.zh"),
    (CLAIMS, "truth = {", "true = {", "pack-field-missing", f"{BANKS}.truth"),
    (CLAIMS, '["private-lending-cap"', '["private-cap"', "pack-fact-unknown", BANKS),
    (CLAIMS, RESTS, "facts = []", "pack-field-wrong", f"{BANKS}.facts"),
    (CLAIMS, "review_by = 2027-11-23", "review_by = 2026-11-22", "pack-days-reversed", BANKS),
    (CLAIMS, "seen_on = 2026-11-23", "seen_on = 2026-11-24", "pack-day-after-version", f"{BANKS}.seen_on"),
    (WAYS, '"loan", "collection"]', '"loans"]', "pack-word-unknown", f"{WAYS}: lender.matters"),
    (WAYS, 'after = "lender"', 'after = "court-desk"', "pack-name-unknown", f"{WAYS}: ombudsman.after"),
    (WAYS, 'helpline = "court-desk"', 'helpline = "desk"', "pack-name-unknown", f"{WAYS}: court-desk.helpline"),
    (WAYS, ANSWER, 'answer = ["court-total-cap"]', "pack-fact-unfit", f"{WAYS}: lender.answer"),
    (WAYS, 'facts = ["court-total-cap"]', 'facts = ["total-cap"]', "pack-fact-unknown", f"{WAYS}: ombudsman"),
    (WAYS, 'confidence = "official"\n', "", "pack-field-missing", f"{WAYS}: lender.confidence"),
    (HEADS, 'line = "food"', 'line = "foods"', "pack-word-unknown", f"{HEADS}: spending-average-food-2024.line"),
    (HEADS, '"eating-out"', '"eating"', "pack-word-unknown", f"{HEADS}: spending-average-food-2024.categories"),
    (HEADS, "food-2024", "food-2023", "pack-fact-unknown", f"{HEADS}: spending-average-food-2023"),
    (CAPS, "charged_from", "charged_to = 2025-01-01\ncharged_from", "pack-days-reversed", f"{OLDER}.charged_to"),
]  # fmt: skip
ELSEWHERE = {
    "pack-fact-twice",
    "pack-review-due",
    "pack-helpline-old",
    "pack-support-old",
    "pack-unknown",
    "pack-form-twice",
    "pack-word-unsourced",
    "pack-line-wrong",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder of packs with a copy of toyland."""
    return copy_toyland(tmp_path)


def test_the_copy_is_clean(root: Path):
    assert check_pack("toyland", root) == ()


@pytest.mark.parametrize(("name", "old", "new", "code", "place"), CASES)
def test_a_fault_is_found_where_it_is(root: Path, name: str, old: str, new: str, code: str, place: str):
    change(root, name, old, new)
    found = check_pack("toyland", root)
    assert (code, place) in {(finding.code, finding.place.path) for finding in found}
    assert all(finding.level == "stop" for finding in found)
    for finding in found:
        assert say_finding(finding, "zh") != say_finding(finding, "en")


def test_one_fault_does_not_hide_another(root: Path):
    change(root, LOAN, "due_day = 10", "due_day = 32")
    change(root, CARD, "[defaults]", "[defaults")
    change(root, LINES, 'kind = "court"', 'kind = "judge"')
    change(root, MONEY, 'unit = "multiple"', 'unit = "times"')
    codes = [finding.code for finding in check_pack("toyland", root)]
    assert codes == ["pack-default-wrong", "pack-file-unreadable", "pack-word-unknown", "pack-word-unknown"]


def test_a_fact_that_cannot_be_read_is_no_missing_one(root: Path):
    change(root, TOTALS, "value = 0.20", "value = true")
    assert [finding.code for finding in check_pack("toyland", root)] == ["pack-field-wrong"]


def test_a_fact_in_two_files_is_found(root: Path):
    copy = (root / "toyland" / MONEY).read_text("utf-8")
    only = copy[copy.index("[bad-record-years]") : copy.index("[court-answer-days]")]
    (root / "toyland" / "rules" / "records.toml").write_text(only, "utf-8")
    (finding,) = check_pack("toyland", root)
    assert (finding.code, finding.place.path) == ("pack-fact-twice", "rules/records.toml: bad-record-years")
    assert "rules/money.toml" in say_finding(finding, "en")


def test_a_file_that_is_not_utf8_is_found(root: Path):
    file = root / "toyland" / LINES
    file.write_bytes(file.read_text("utf-8").encode("gbk"))
    assert [finding.code for finding in check_pack("toyland", root)] == ["pack-file-unreadable"]


def test_a_pack_that_is_not_there_is_an_error(root: Path):
    with pytest.raises(UnknownPack) as caught:
        check_pack("sealand", root)
    assert caught.value.facts == {"jurisdiction": "sealand", "known": ("toyland",)}


def test_age_is_a_note_for_whoever_releases(root: Path):
    pack = load_pack("toyland", root)
    assert check_age(pack, date(2026, 12, 1)) == ()
    assert [(item.code, item.place.path) for item in check_age(pack, date(2026, 12, 2))] == [
        ("pack-review-due", "toy-rate")
    ]
    late = check_age(pack, date(2027, 2, 22))
    assert [item.place.path for item in late if item.code == "pack-helpline-old"] == [
        "ambulance",
        "listening",
        "court-desk",
    ]
    assert "2027年" not in say_finding(late[-1], "zh")
    assert "23 Nov 2026" in say_finding(late[-1], "en")
    assert all(item.level == "note" for item in late)


def test_every_sentence_about_packs_has_its_fault():
    provoked = {case[3] for case in CASES} | ELSEWHERE
    assert {code for code in PACKS if code.startswith("pack-")} == provoked

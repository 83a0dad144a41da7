"""The help in a pack: where to complain in which order, what is often said and is not so, ways into an app."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest

from ashore.packs.channels import channels_for
from ashore.packs.files import jurisdictions
from ashore.packs.pack import load_pack
from ashore.rules.app_entry import LOOK_AGAIN_AFTER
from ashore.rules.channel import MATTERS
from ashore.rules.dated import Dated
from ashore.rules.fact import RuleFact
from ashore.rules.negative import NegativeFact
from ashore.traps.signs import Sign
from house.test_words import AGENTS

CN = load_pack("cn")
SHIPPED = [(name, load_pack(name)) for name in jurisdictions()]
CLAIMS = [(name, claim) for name, pack in SHIPPED for claim in pack.negatives.values()]
YEAR_END = date(2026, 12, 31)

# What the issue names, and where in the pack it stands.
NAMED = {
    "ceilings by lender kind": ["private-lending-cap", "court-total-cap", "micro-lender-cap"],
    "penalty bands": ["penalty-markup-low", "penalty-markup-high", "penalty-compound"],
    "allocation": ["several-debts", "payment-order-within"],
    "limitation": ["limitation-years", "limitation-longest", "limitation-instalments", "limitation-own-plea"],
    "what restarts it": ["limitation-restarts", "limitation-consent", "limitation-paid-is-paid"],
    "credit record": ["bad-record-years", "record-told-first", "record-own-statement", "dispute-marked"],
    "card article 70": [
        "card-personal-instalments", "card-personal-instalments-max", "card-personal-instalments-terms",
        "card-personal-instalments-no-new-card", "card-personal-instalments-recorded",
    ],
    "extension": ["extension-before-due"],
    "renewal": ["renewal-before-maturity"],
    "collection": [
        "quiet-from", "quiet-to", "quiet-hours-banks", "calls-a-day", "notice-calls-a-day", "tries-a-day",
        "third-parties", "third-party-tries", "contacts-stop",
    ],
    "assignment": ["assignment-notice", "assignment-kinds", "assignment-buyer-collects", "bad-loan-sales"],
    "court steps": [
        "court-answer-days", "payment-order-days", "appeal-days", "judgment-by-default", "small-claim-once",
        "confirmation-days", "enforcement-years", "enforcement-notice", "property-report",
        "late-judgment-double", "judgment-interest",
    ],
    "enforcement floors": [
        "living-costs-left", "enforcement-belongings", "floor-living-costs", "floor-household-goods",
        "floor-schooling", "floor-aids", "floor-home", "floor-ability",
    ],
    "local insolvency": [
        "no-national-bankruptcy", "bankruptcy-shenzhen", "shenzhen-exempt", "shenzhen-test",
        "bankruptcy-xiamen", "xiamen-exempt", "bankruptcy-zhejiang",
    ],
    "free counselling": ["bankruptcy-shenzhen-counselling"],
    "unemployment": ["help-unemployment-years", "help-unemployment-short", "help-unemployment-how"],
    "medical": ["help-medical", "help-emergency-care"],
    "temporary relief": ["help-temporary", "help-low-income", "help-where"],
    "provident fund": ["fund-rent", "fund-mortgage", "fund-days"],
    "interest subsidies": [
        "loan-subsidy-consumer", "loan-subsidy-consumer-most", "loan-subsidy-card-bills",
        "loan-subsidy-business",
    ],
    "complaints": [
        "complaint-lender-days", "complaint-lender-days-complex", "complaint-lender-days-longest",
        "complaint-not-refused", "credit-complaint-days", "dispute-days",
    ],
    "official warnings": [
        "warning-2024-12", "warning-2025-12", "warning-2025-drive", "agent-warning", "bridge-money",
    ],
}  # fmt: skip
OFTEN_SAID = {
    "collection-law-2025", "cap-36", "cap-4-lpr-for-banks", "stop-interest-by-right", "card-rule-for-every-loan",
    "record-for-money", "record-vanishes", "three-years-and-gone", "always-one-and-a-half", "object-to-win-time",
}  # fmt: skip


@pytest.mark.parametrize("topic", NAMED)
def test_what_the_issue_names_is_in_the_pack(topic: str):
    assert [one for one in NAMED[topic] if one not in CN.facts] == []


@pytest.mark.parametrize(("name", "pack"), SHIPPED, ids=lambda item: getattr(item, "id", item))
def test_every_pack_has_something_of_each_kind(name: str, pack: object):
    """Toyland is the example to copy, so nothing may be in the other pack alone."""
    loaded = load_pack(name)
    assert loaded is pack
    assert loaded.channels
    assert loaded.negatives
    assert any(notes.entries for notes in loaded.notes.values())
    assert {matter for one in loaded.channels.values() for matter in one.matters} == set(MATTERS)


@pytest.mark.parametrize(("name", "pack"), SHIPPED, ids=lambda item: getattr(item, "id", item))
def test_every_entry_says_where_and_when_it_was_read(name: str, pack: object):
    loaded = load_pack(name)
    assert loaded is pack
    for one in (*loaded.channels.values(), *loaded.negatives.values()):
        assert one.evidence.source.title
        assert (one.evidence.source.address == "nowhere") is (name == "toyland")
        assert one.evidence.seen_on <= loaded.version < one.evidence.review_by
        assert one.evidence.review_by - one.evidence.seen_on <= timedelta(days=366)


def test_every_source_of_china_is_named_in_english_too():
    """A reader of English must be able to tell what was read."""
    chinese = re.compile("[\u4e00-\u9fff]")
    sources = [one.source for one in (*CN.facts.values(), *CN.helplines.values())]
    sources += [one.evidence.source for one in (*CN.channels.values(), *CN.negatives.values())]
    for source in sources:
        assert source.title_en, source.title
        assert not chinese.search(source.title_en)


def test_the_lender_comes_before_the_regulator_and_has_its_days():
    first, second, third = channels_for(CN.channels, "loan")
    assert (first.id, second.id, third.id) == ("lender", "12378", "12348")
    assert [CN.facts[one].value for one in first.answer] == [15, 30, 60]
    assert (second.after, CN.helplines[second.helpline or ""].number) == ("lender", "12378")


def test_a_credit_record_is_disputed_before_the_central_bank_is_called():
    dispute, bank = channels_for(CN.channels, "record")
    assert [CN.facts[one].value for one in (*dispute.answer, *bank.answer)] == [20, 30]
    assert (bank.after, bank.helpline) == ("record-dispute", "12363")


@pytest.mark.parametrize("matter", MATTERS)
@pytest.mark.parametrize("name", jurisdictions())
def test_whoever_comes_after_another_is_shown_after_it(matter: str, name: str):
    channels = load_pack(name).channels
    shown = [one for one in channels.values() if matter in one.matters]
    assert shown
    for place, one in enumerate(shown):
        earlier = [other.id for other in shown[:place]]
        assert one.after is None or one.after in earlier or matter not in channels[one.after].matters


def test_no_channel_gives_an_address_that_nobody_could_verify():
    texts = [
        text for one in CN.channels.values() for part in (one.names, one.purpose) for text in part.values()
    ]
    assert [text for text in texts if re.search(r"https?:|www\.|\.cn\b|\.com\b|@", text)] == []


def test_what_is_often_said_and_not_so_is_there():
    assert set(CN.negatives) >= OFTEN_SAID


def numbers(text: str) -> set[str]:
    """Return the numbers in a text, thousands without their comma."""
    return set(re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d),(?=\d{3})", "", text)))


def of_fact(fact: RuleFact) -> Iterator[str]:
    """Yield the texts of a fact in which a number may stand, and its value in words."""
    yield from (*fact.names.values(), *fact.note.values(), fact.source.title, fact.source.title_en or "")
    if isinstance(fact.value, Decimal):
        yield f"{(fact.value * 100).normalize():f}"
    elif not isinstance(fact.value, Dated):
        yield str(fact.value)


@pytest.mark.parametrize(("name", "claim"), CLAIMS, ids=lambda item: getattr(item, "id", item))
def test_what_is_true_has_no_number_that_its_facts_do_not_have(name: str, claim: NegativeFact):
    facts = load_pack(name).facts
    evidence = claim.evidence.source
    known = {one for key in claim.facts for text in of_fact(facts[key]) for one in numbers(text)}
    known |= numbers(evidence.title) | numbers(evidence.title_en or "")
    known |= {line.number for line in load_pack(name).helplines.values()}
    for text in claim.truth.values():
        assert numbers(text) <= known


@pytest.mark.parametrize(("name", "claim"), CLAIMS, ids=lambda item: getattr(item, "id", item))
def test_the_words_of_agents_are_quoted_and_never_said(name: str, claim: NegativeFact):
    assert name in jurisdictions()
    for text in claim.truth.values():
        assert AGENTS.findall(text) == []
    for text in claim.claim.values():
        for found in AGENTS.findall(text):
            assert f"“{found}”" in text


def test_no_claim_says_that_a_paper_or_a_debt_can_be_ignored():
    for claim in CN.negatives.values():
        assert "不用理" not in claim.truth["zh"]
        assert "不用还" not in claim.truth["zh"]
        assert "ignore" not in claim.truth["en"]


def test_the_way_into_the_business_loan_is_known_before_the_due_day_only():
    entries = CN.notes["cn/mybank-wangshangdai"].entries
    assert [(one.use, one.visible, one.confidence) for one in entries] == [("deferral", "before-due", "weak")]
    assert "到期之后" in entries[0].note["zh"]


@pytest.mark.parametrize("product", [key for key in CN.products if CN.notes[key].entries])
def test_a_way_into_an_app_says_what_is_not_certain_about_it(product: str):
    for one in CN.notes[product].entries:
        assert set(one.path) == {"zh", "en"}
        assert one.seen_on <= CN.version
        assert one.confidence != "weak" or all(one.note[language].strip() for language in ("zh", "en"))
        assert not one.stale(one.seen_on + LOOK_AGAIN_AFTER)
        assert one.stale(one.seen_on + LOOK_AGAIN_AFTER + timedelta(days=1))


def test_what_ends_with_the_year_and_what_rests_on_it_is_looked_at_by_then():
    ending = {key for key, fact in CN.facts.items() if fact.valid_to == YEAR_END}
    assert ending >= {"assignment-kinds", "bad-loan-sales", "loan-subsidy-card-bills"}
    assert CN.negatives["third-hand-discount"].evidence.review_by == YEAR_END


def test_no_amount_of_public_help_is_made_up():
    """Amounts are set locally: only years of contributions, months and days may be numbers."""
    for key, fact in CN.facts.items():
        if key.startswith(("help-", "fund-")):
            assert fact.unit != "yuan"
            assert "¥" not in fact.names["en"] + fact.note.get("en", "")


@pytest.mark.parametrize("sign", CN.traps().signs, ids=lambda sign: sign.id)
def test_who_warned_of_a_trap_is_told_with_a_date(sign: Sign):
    """A title and a date, as the answer shows them; where the copy that was read names none, that is said."""
    for fact_id in sign.warnings:
        source = CN.facts[fact_id].source
        for title in (source.title, source.title_en or source.title):
            assert re.search(r"(?:19|20)\d\d|没有写年份|names no year", title), (fact_id, title)

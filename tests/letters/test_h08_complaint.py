"""H8: a complaint has figures that the contract says otherwise and own words, and goes to the lender first."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from ashore.documents.complaining import Complaint, way_messages
from ashore.documents.letters import told_before, with_audit
from ashore.documents.sheets.text import sheet_text
from ashore.household.audited import Verdict, audit
from ashore.importers.statement.reading import read_statement
from ashore.letters.case import Typed
from ashore.letters.evidence import NoSuchEvidence
from ashore.letters.fitting import NotThisLetter
from ashore.letters.letter import letter
from ashore.texts import Language, say
from letters.cases import AS_OF, FULL, OWN, STATEMENT, case, debt_of, made, named

REGULATORS = ("金融监督", "监管总局", "银保监", "12378", "12363", "人民银行", "抄送", "regulator", "Cc:")
STATUTES = ("民法典", "办法", "条例", "第六百", "Civil Code", "article")
DAY = timedelta(days=1)
OURS = ("Ashore", "ashore", "靠岸", "http", "www", ".com", "github")


def refused(typed, **changes):
    """Return why a complaint is refused."""
    with pytest.raises(NotThisLetter) as error:
        letter(named("complaint"), replace(case("shop", typed), **changes))
    return error.value.code


def test_it_needs_a_difference_and_own_words():
    assert refused(Typed(own=OWN), disputed=()) == "letter-not-disputed"
    assert refused(Typed()) == "letter-not-own"
    assert refused(Typed(own=" \n ")) == "letter-not-own"


def test_it_lists_the_figures_of_the_statement_and_those_of_the_contract():
    text = sheet_text(letter(named("complaint"), case("shop", Typed(own=OWN))), "zh")
    assert "账单上的金额 ¥586.21" in text
    # 69 days at 1.5 × 0.045 %: 8,600 × 0.046575 = 400.55 and 839.79 × 0.046575 = 39.11
    assert "按合同计算 ¥439.66" in text
    assert OWN in text


def test_only_what_the_contract_says_by_its_source_is_disputed():
    at = case("shop", Typed(own=OWN))
    one = at.disputed[0]
    assert len(at.disputed) >= 1
    assumed = [Verdict(verdict.difference, "assumed", ()) for verdict in verdicts()]
    assert with_audit(at, assumed).disputed == ()
    assert one.stated_fen == 586_21


def verdicts():
    """Return the verdicts on the statement."""
    reading = read_statement(STATEMENT.encode(), AS_OF)
    assert reading.statement is not None
    return audit(debt_of("shop"), reading.statement, AS_OF).verdicts


def told(at, language: Language = "zh"):
    """Return what is told before a complaint is sent, the order of channels at its head."""
    return [say(one, language) for one in told_before(letter(named("complaint"), at), at, language)]


@pytest.mark.parametrize(
    ("language", "lender", "terms", "after"),
    [
        ("zh", "先找贷款机构自己的投诉渠道", ("15 天", "30 天", "60 天"), "12378"),
        ("en", "First: The lender's own complaints desk", ("15 days", "30 days", "60 days"), "12378"),
    ],
)
def test_the_lender_comes_first_has_its_term_and_the_next_channel_waits(language, lender, terms, after):
    first, then, *_ = told(case("shop", Typed(own=OWN)), language)
    assert first.startswith(lender)
    assert [one for one in terms if one not in first] == []
    assert after not in first
    assert after in then
    assert letter(named("complaint"), case("shop", Typed(own=OWN))).to == "浙江网商银行"


@pytest.mark.parametrize(("language", "word"), [("zh", "写信"), ("en", "a letter")])
def test_whoever_will_not_call_is_told_how_to_write_to_the_next_channel(language, word):
    first, then, write, *_ = told(case("shop", Typed(own=OWN)), language)
    assert "12378" in then
    assert word in write
    assert word not in first + then
    assert (
        re.search(r"\d{4,}|号|street|road", write, re.IGNORECASE) is None
    )  # no address: those that circulate are false


@pytest.mark.parametrize(
    ("asked_on", "said"),
    [
        (date(2026, 11, 9), "到 2026年11月24日为止"),  # fifteen days later, the day of the letter itself
        (date(2026, 11, 8), "到 2026年11月23日已经满了"),
    ],
)
def test_the_term_is_counted_from_the_day_the_lender_was_asked(asked_on, said):
    assert any(said in one for one in told(case("shop", Typed(own=OWN, asked_on=asked_on))))
    assert not any("满了" in one or "为止" in one for one in told(case("shop", Typed(own=OWN))))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_the_pack_has_not_looked_at_again_names_no_term_and_says_so(language):
    late = replace(case("shop", Typed(own=OWN)), day=date(2027, 6, 1))
    first, *others = told(late, language)
    assert not any(one in first for one in ("15", "30", "60"))
    assert ("需要核对" if language == "zh" else "needs checking") in others[0]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_lender_that_the_rules_do_not_bind_is_given_no_term_and_no_regulator(language):
    found = told(case("shop", Typed(own=OWN), lender_kind="micro-lender"), language)
    assert not any("12378" in one or "15" in one for one in found)
    assert any("12348" in one for one in found)


def test_another_country_has_its_own_channels():
    found = [say(one, "en") for one in way_messages(Complaint("toyland", "bank", None, AS_OF), "en")]
    assert found
    assert not any("12378" in one or "NFRA" in one for one in found)


def test_the_days_of_a_complaint_are_the_persons_own_and_are_over():
    day = case("shop").day
    text = sheet_text(
        letter(named("complaint"), case("shop", Typed(own=OWN, got_on=day, asked_on=day))), "zh"
    )
    assert "收到的" in text
    assert "已经向贵方提出过" in text
    plain = sheet_text(letter(named("complaint"), case("shop", Typed(own=OWN))), "zh")
    assert "收到的" not in plain
    assert "提出过" not in plain
    for typed in (Typed(own=OWN, got_on=day + DAY), Typed(own=OWN, asked_on=day + DAY)):
        assert refused(typed) == "letter-not-days-past"


def test_papers_of_a_complaint_are_its_own():
    text = sheet_text(
        letter(named("complaint"), case("shop", Typed(evidence=("payment-records",), own=OWN))), "zh"
    )
    assert "还款记录" in text
    with pytest.raises(NoSuchEvidence):
        letter(named("complaint"), case("shop", Typed(evidence=("income",), own=OWN)))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_letter_names_regulators_statutes_or_this_program(language):
    for _, kind, sheet, _ in made(FULL):
        text = sheet_text(sheet, language)
        assert [one for one in (*REGULATORS, *STATUTES, *OURS) if one in text] == [], kind.name

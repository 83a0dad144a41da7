"""H8: a complaint has figures that the contract says otherwise and own words, and goes to the lender first."""

from dataclasses import replace

import pytest

from ashore.documents.letters import with_audit
from ashore.documents.sheets.text import sheet_text
from ashore.household.audited import Verdict, audit
from ashore.importers.statement.reading import read_statement
from ashore.letters.case import Typed
from ashore.letters.fitting import NotThisLetter
from ashore.letters.letter import letter
from ashore.texts import say
from letters.cases import AS_OF, FULL, OWN, STATEMENT, case, debt_of, made, named

REGULATORS = ("金融监督", "监管总局", "银保监", "12378", "12363", "人民银行", "抄送", "regulator", "Cc:")
STATUTES = ("民法典", "办法", "条例", "第六百", "Civil Code", "article")
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


def test_the_lender_comes_first_and_has_its_term():
    sheet = letter(named("complaint"), case("shop", Typed(own=OWN)))
    told = next(one for one in sheet.before if one.code == "letter-note-complaint")
    assert "15" in say(told, "zh")
    assert "先向放款机构" in say(told, "zh")
    assert sheet.to == "浙江网商银行"


def test_without_the_packs_term_none_is_named():
    at = case("shop", Typed(own=OWN))
    sheet = letter(named("complaint"), replace(at, rules=replace(at.rules, complaint_days=None)))
    assert "letter-note-complaint-open" in [one.code for one in sheet.before]


def test_a_lender_that_the_term_does_not_bind_is_given_none():
    at = case("shop", Typed(own=OWN), lender_kind="micro-lender")
    assert "letter-note-complaint-open" in [one.code for one in letter(named("complaint"), at).before]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_letter_names_regulators_statutes_or_this_program(language):
    for _, kind, sheet, _ in made(FULL):
        text = sheet_text(sheet, language)
        assert [one for one in (*REGULATORS, *STATUTES, *OURS) if one in text] == [], kind.name

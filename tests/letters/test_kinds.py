"""Which letter it is: the kind follows the date, and one that does not fit is refused with one that does."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, get_args

import pytest

from ashore.documents.sheets.text import sheet_text
from ashore.letters.case import Hardship, Typed
from ashore.letters.evidence import EVIDENCE, NoSuchEvidence
from ashore.letters.fitting import NotThisLetter, fitting
from ashore.letters.kinds import KINDS, NAMES
from ashore.letters.letter import letter
from ashore.loans.terms import Concession, ConcessionKind
from ashore.money import Rate
from ashore.texts.sentences import SENTENCES
from letters.cases import DAY, case, made, named

DUE = date(2026, 12, 20)


def title(debt_id, day=DAY, **changes):
    """Return the title's code of a proposal made on a day, and what the person is told of it."""
    sheet = letter(named("proposal"), replace(case(debt_id, **changes), day=day))
    return sheet.title.code, {one.code for one in sheet.before}


def test_every_kind_has_one_row():
    assert tuple(kind.name for kind in KINDS) == NAMES


def test_before_the_due_day_an_extension_is_asked_for():
    code, before = title("flat", DUE - timedelta(days=1))
    assert code == "letter-proposal-before"
    assert "letter-before-in-time" in before


@pytest.mark.parametrize("later", [0, 1, 20])
def test_from_the_due_day_on_it_is_a_repayment_proposal(later):
    code, before = title("flat", DUE + timedelta(days=later))
    assert code == "letter-proposal-after"
    assert "letter-before-due-passed" in before


def test_overdue_is_a_repayment_proposal_whenever_the_next_day_is():
    code, before = title("shop")
    assert code == "letter-proposal-after"
    assert "letter-before-after" in before


def test_a_card_has_no_term_to_extend():
    assert title("card")[0] == "letter-proposal-card"


@pytest.mark.parametrize(
    ("kind", "debt", "code"),
    [
        ("proposal", "friend", "letter-not-institution"),
        ("waiver", "flat", "letter-not-charges"),
        ("term", "card", "letter-not-instalments"),
        ("card-instalments", "flat", "letter-not-card"),
        ("renewal", "flat", "letter-not-business"),
        ("renewal", "shop", "letter-not-clean"),
        ("settlement", "flat", "letter-not-overdue"),
        ("settled", "flat", "letter-not-paid"),
        ("record", "flat", "letter-not-own"),
        ("complaint", "flat", "letter-not-disputed"),
        ("conduct", "flat", "letter-not-contacted"),
    ],
)
def test_what_does_not_fit_is_refused_with_why(kind, debt, code):
    with pytest.raises(NotThisLetter) as refused:
        letter(named(kind), case(debt))
    assert refused.value.code == code


def test_a_renewal_is_asked_for_before_maturity():
    at = case("stock")
    assert at.maturity == date(2027, 4, 18)
    assert letter(named("renewal"), at).title.code == "letter-renewal"
    with pytest.raises(NotThisLetter) as refused:
        letter(named("renewal"), replace(at, day=date(2027, 4, 18)))
    assert refused.value.code == "letter-not-to-come"


@pytest.mark.parametrize(("months", "fits"), [(1, True), (60, True), (61, False)])
def test_a_cards_instalments_run_no_longer_than_the_pack_says(months, fits):
    at = case("card", Typed(months=months))
    if fits:
        assert f"分 {months} 期" in sheet_text(letter(named("card-instalments"), at), "zh")
        return
    with pytest.raises(NotThisLetter) as refused:
        letter(named("card-instalments"), at)
    assert refused.value.code == "letter-not-months-most"


def test_a_sum_that_closes_a_debt_is_typed_and_at_most_what_is_owed():
    owed = case("shop").standing.owed.total_fen
    assert letter(named("settlement"), case("shop", Typed(amount_fen=owed)))
    with pytest.raises(NotThisLetter) as refused:
        letter(named("settlement"), case("shop", Typed(amount_fen=owed + 1)))
    assert refused.value.code == "letter-not-amount-most"


def test_a_proposal_that_closes_a_debt_for_less_is_paid_only_once_it_is_agreed():
    at = case("shop")
    assert at.proposed is not None
    settling = replace(at.proposed, concession=Concession("settle", "to-ask", instalments=6), offered=False)
    sheet = letter(named("proposal"), replace(at, proposed=settling))
    assert "letter-note-settle-written" in [one.code for one in sheet.before]
    assert "分 6 次一共支付" in sheet_text(sheet, "zh")


def test_a_debt_that_is_repaid_gets_its_proof():
    text = sheet_text(letter(named("settled"), case("flat", Typed(paid_on=date(2026, 11, 20)))), "zh")
    assert "2026年11月20日全部还清" in text


def test_papers_follow_the_cause():
    assert set(EVIDENCE) == set(get_args(Hardship))
    for code in {code for codes in EVIDENCE.values() for code in codes}:
        assert f"letter-evidence-{code}" in SENTENCES
    with pytest.raises(NoSuchEvidence):
        letter(named("proposal"), case("flat", Typed(cause="illness", evidence=("job-ended",))))


def test_only_what_is_ticked_is_attached():
    text = sheet_text(letter(named("proposal"), case("flat", Typed("illness", ("diagnosis",)))), "zh")
    assert "诊断证明" in text
    assert "病假证明" not in text
    assert "随信附上" not in sheet_text(letter(named("proposal"), case("flat")), "zh")


def test_a_court_is_named_before_anything_else():
    codes = [one.code for one in letter(named("proposal"), case("shop", stage="sued")).before]
    assert codes[0] == "letter-before-court"


def test_old_figures_are_brought_up_to_date_first():
    later = replace(case("flat"), day=DAY + timedelta(days=3))
    assert "letter-before-old-figures" in [one.code for one in letter(named("rate"), later).before]
    assert "letter-before-old-figures" not in [
        one.code for one in letter(named("statement"), case("flat")).before
    ]


def test_an_example_is_marked_on_the_paper():
    text = sheet_text(letter(named("statement"), replace(case("flat"), example=True)), "zh")
    assert text.splitlines()[4].startswith("【示例】")


def test_the_kinds_listed_for_a_debt_are_those_that_can_be_made():
    for debt in ("shop", "flat", "card", "stock", "old", "friend"):
        listed = {kind.name for kind in fitting(case(debt))}
        assert {kind.name for one, kind, _, _ in made() if one == debt} <= listed
        assert listed or debt == "friend"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_call_script_is_one_page(language):
    for _, _, sheet, _ in made():
        if sheet.kind == "call":
            lines = sheet_text(sheet, language).splitlines()
            assert len(lines) <= 45  # lines of an A4 page


def test_what_is_offered_by_a_day_that_is_over_is_refused():
    typed = Typed(amount_fen=4_000_00, by=DAY)
    assert letter(named("settlement"), case("shop", typed))
    with pytest.raises(NotThisLetter) as refused:
        letter(named("settlement"), case("shop", replace(typed, by=DAY - timedelta(days=1))))
    assert refused.value.code == "letter-not-by-ahead"


def test_a_proof_is_asked_for_once_the_last_payment_is_made():
    assert letter(named("settled"), case("flat", Typed(paid_on=DAY)))
    with pytest.raises(NotThisLetter) as refused:
        letter(named("settled"), case("flat", Typed(paid_on=DAY + timedelta(days=1))))
    assert refused.value.code == "letter-not-paid-before"


def test_a_due_day_that_is_over_is_not_still_to_come():
    at = case("flat")
    for day, ahead in ((DUE, True), (DUE + timedelta(days=1), False)):
        text = sheet_text(letter(named("rate"), replace(at, day=day)), "zh")
        assert ("2026年12月20日到期" in text) is ahead


def test_a_chinese_letter_ends_on_two_lines_the_second_at_the_margin():
    text = sheet_text(letter(named("statement"), case("flat")), "zh")
    assert "\n\n\u3000\u3000此致\n敬礼！\n\n" in text


RATE = Rate(Decimal("0.06"), "year")
AGREED: dict[ConcessionKind, dict[str, Any]] = {
    "extend": {"months": 40, "rate": RATE},
    "defer": {"months": 2},
    "rate": {"rate": RATE},
}


@pytest.mark.parametrize("debt", ["card", "flat"])
@pytest.mark.parametrize("kind", sorted(AGREED))
def test_before_a_day_that_was_agreed_on_the_letter_asks_to_change_the_agreement(kind, debt):
    agreed = (Concession(kind, "agreed-written", **AGREED[kind]),)
    at = case(debt, concessions=agreed)
    sheet = letter(named("proposal"), at)
    assert sheet.title.code == "letter-proposal-agreed"
    codes = {one.code for one in sheet.before}
    assert "letter-before-agreed" in codes
    assert not {"letter-before-card", "letter-before-in-time"} & codes
    text = sheet_text(sheet, "zh")
    assert "已经谈好了还款安排" in text
    assert "原来谈好的其他内容继续有效" in text
    assert "最低应还" not in text
    assert "展期" not in text


@pytest.mark.parametrize(
    ("concession", "code"),
    [
        (Concession("extend", "agreed-verbal", months=40, rate=RATE), "letter-proposal-card"),
        (Concession("extend", "to-ask", months=40, rate=RATE), "letter-proposal-card"),
        (Concession("waive", "agreed-written", waives=(("penalty", None),)), "letter-proposal-card"),
    ],
)
def test_what_is_no_agreement_in_writing_on_the_dues_changes_no_letter(concession, code):
    sheet = letter(named("proposal"), case("card", concessions=(concession,)))
    assert sheet.title.code == code
    assert "谈好了还款安排" not in sheet_text(sheet, "zh")


def test_an_agreement_that_is_behind_already_is_a_repayment_proposal():
    agreed = (Concession("extend", "agreed-written", months=40, rate=RATE, arrears="keep"),)
    sheet = letter(named("proposal"), case("shop", concessions=agreed))
    assert sheet.title.code == "letter-proposal-after"
    assert "继续有效" not in sheet_text(sheet, "zh")

"""Which answers lead to which card: every combination, and the consequences in their order."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest

from ashore.planning.triage import Answers, Card, Figures, Known, first_card
from first.cases import KNOWN, LIABLE, PACK, TODAY, YES_NO, all_answers, all_cards

BEFORE_A_COURT = {"court", "notary", "arbitration"}


def titles(card: Card) -> list[str]:
    """Return the codes of what to do today."""
    return [step.title.code for step in card.today]


def avoided(card: Card) -> list[str]:
    """Return the codes of what not to do."""
    return [message.code for message in card.avoid]


def card_of(**answers: Any) -> Card:
    """Return the card of some answers, the others left open."""
    return first_card(Answers(**answers), KNOWN, TODAY)


def test_every_combination_is_looked_at():
    assert len(all_cards()) == 3 * 9 * 3 * 3 * 9 * 3
    assert len(set(all_answers())) == len(all_cards())


def test_every_card_has_one_to_three_things_and_always_the_phone_and_help():
    for answers, card in all_cards():
        assert 1 <= len(card.today) <= 3, answers
        assert 1 <= len(card.avoid) <= 3, answers
        assert [message.code for message in card.phone] == ["first-phone", "first-phone-never"], answers
        assert card.help_kinds[:3] == ("emergency", "police", "mental-health"), answers
        assert len(set(titles(card))) == len(card.today), answers


def test_nothing_answered_is_answered_all_the_same():
    card = card_of()
    assert titles(card) == ["first-paper-look", "first-money-look", "first-current-look"]
    assert avoided(card) == ["first-not-agent", "first-not-loan", "first-not-number"]
    assert not card.short
    assert card.tonight == ()


def test_an_unsafe_tonight_comes_first_alone_and_the_rest_is_less():
    for answers, card in all_cards():
        assert bool(card.tonight) == card.short == (answers.safe == "no"), answers
        if card.short:
            assert len(card.today) <= 2, answers
            assert avoided(card) == ["first-not-tonight"], answers
            assert card.help_kinds == ("emergency", "police", "mental-health"), answers


def test_a_court_paper_is_always_the_first_thing_and_never_left():
    for answers, card in all_cards():
        if answers.paper == "court":
            assert titles(card)[0].startswith("first-court-"), answers
            assert card.short or avoided(card)[0] == "first-not-court", answers
        else:
            assert not any(title.startswith("first-court-") for title in titles(card)), answers


def test_consequence_decides_the_order():
    card = card_of(
        paper="court", debit="yes", asked="yes", liable=frozenset({"spouse"}), current="yes", safe="yes"
    )
    assert titles(card) == ["first-court-undated", "first-money-sued", "first-agent"]
    assert titles(card_of(paper="none", debit="yes", asked="yes", current="yes", safe="yes")) == [
        "first-money",
        "first-agent",
        "first-current",
    ]
    assert titles(
        card_of(paper="none", debit="no", asked="no", current="yes", liable=frozenset({"spouse"}))
    ) == [
        "first-current",
        "first-liable-spouse",
        "first-list",
    ]


def test_an_agent_is_always_warned_of_unless_something_graver_stands_before_it():
    for answers, card in all_cards():
        if not card.short:
            assert "first-not-agent" in avoided(card), answers
        if answers.asked == "yes" and not card.short:
            assert "first-agent" in titles(card), answers


def test_once_a_court_has_written_money_is_never_told_to_move():
    for answers, card in all_cards():
        if answers.paper in BEFORE_A_COURT:
            assert not {"first-money", "first-money-look"} & set(titles(card)), answers
            assert card.short or "first-not-move" in avoided(card), answers
        if answers.debit == "no":
            assert not any("money" in title for title in titles(card)), answers


def test_nobody_is_asked_to_sign_who_has_not():
    for answers, card in all_cards():
        sign = [code for code in avoided(card) if code.startswith("first-not-sign")]
        if answers.liable == frozenset({"spouse"}) and answers.paper not in BEFORE_A_COURT and not card.short:
            assert sign == ["first-not-sign-spouse"], answers
        if not answers.liable and answers.paper != "mediator":
            assert sign == [], answers


@pytest.mark.parametrize(
    ("received", "title", "until"),
    [
        (date(2026, 11, 23), "first-court-open", date(2026, 12, 8)),
        (date(2026, 11, 8), "first-court-open", date(2026, 11, 23)),
        (date(2026, 11, 7), "first-court-passed", date(2026, 11, 22)),
        (date(2024, 2, 20), "first-court-passed", date(2024, 3, 6)),
        (None, "first-court-undated", None),
    ],
)
def test_the_day_after_receipt_is_the_first_of_fifteen(received: date | None, title: str, until: date | None):
    card = card_of(paper="court", paper_received_on=received)
    assert titles(card)[0] == title
    assert card.facts["until"] == until


def test_the_days_are_counted_one_by_one():
    for received in (date(2026, 1, 1) + timedelta(days=number) for number in range(366)):
        day = received
        for _ in range(15):
            day = date.fromordinal(day.toordinal() + 1)
        assert card_of(paper="court", paper_received_on=received).facts["until"] == day


def test_days_and_numbers_come_from_the_pack():
    card = first_card(
        Answers(paper="court", paper_received_on=date(2026, 11, 20)), Known(10, {"court": "999"}), TODAY
    )
    assert card.facts == {"until": date(2026, 11, 30), "answer_days": 10, "court_number": "999"}


def test_a_day_with_another_paper_counts_nothing():
    assert card_of(paper="mediator", paper_received_on=date(2026, 11, 20)).facts["until"] is None


def test_what_is_cited_is_in_the_pack_and_what_is_a_rule_of_law_is_cited():
    cited = {fact for _, card in all_cards() for fact in card.fact_ids}
    assert cited <= set(PACK.facts)
    for answers, card in all_cards():
        if answers.paper == "court":
            assert {"court-answer-days", "payment-order-days"} <= set(card.fact_ids), answers
        if "first-liable-spouse" in titles(card):
            assert "spouse-consent" in card.fact_ids, answers


@pytest.mark.parametrize("debit", YES_NO)
@pytest.mark.parametrize("liable", LIABLE)
def test_several_who_would_pay_are_said_once(debit, liable):
    card = card_of(paper="none", asked="no", debit=debit, liable=liable, current="no")
    said = [title for title in titles(card) if title.startswith("first-liable")]
    assert len(said) == (1 if liable else 0)
    if liable and len(liable) > 1:
        assert said == ["first-liable-several"]


def rough(money_in: int, essential: int, dues: int) -> tuple[str, int]:
    """Return the code and the sum of a rough sum from yuan."""
    card = first_card(Answers(), KNOWN, TODAY, Figures(money_in * 100, essential * 100, dues * 100))
    assert card.rough is not None
    about_fen = card.rough.facts["about_fen"]
    assert isinstance(about_fen, int)
    return card.rough.code, about_fen


@pytest.mark.parametrize(
    ("figures", "code", "about_yuan"),
    [
        ((8000, 5000, 6300), "first-rough-short", 3300),
        ((8000, 5000, 5349), "first-rough-short", 2300),
        ((8000, 5000, 5350), "first-rough-short", 2400),
        ((3000, 5000, 6300), "first-rough-living", 8300),
        ((8000, 5000, 3000), "first-rough-even", 0),
        ((8000, 5000, 3049), "first-rough-even", 0),
        ((8000, 5000, 2951), "first-rough-even", 0),
        ((8000, 5000, 2950), "first-rough-spare", 100),
        ((9000, 5000, 2000), "first-rough-spare", 2000),
        ((0, 0, 0), "first-rough-even", 0),
    ],
)
def test_a_rough_sum(figures: tuple[int, int, int], code: str, about_yuan: int):
    assert rough(*figures) == (code, about_yuan * 100)


def test_a_rough_sum_agrees_with_exact_decimals():
    for money_in in range(0, 12_000, 370):
        for dues in range(0, 9_000, 410):
            gap = Decimal(4_321 + dues - money_in)
            about = int((abs(gap) / 100).quantize(Decimal(1), ROUND_HALF_UP)) * 100
            assert rough(money_in, 4_321, dues)[1] == about * 100, (money_in, dues)


def test_no_card_gives_a_score():
    assert not {"score", "risk", "level", "rank"} & set(Card.__dataclass_fields__)

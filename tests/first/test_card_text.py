"""The card as words on a screen: it fits, says where help is, and never says what must not be said."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from ashore.cli.first_card import HEADING, card_lines
from ashore.cli.terminal import CLOSING, width
from ashore.packs.first import known_for_first
from ashore.planning.triage import Answers, first_card
from ashore.planning.triage_rules import AVOID, FIGURES, HELP, PHONE, QUESTIONS, TODAY, TONIGHT
from ashore.rules.helpline import Helpline
from ashore.texts import Language, gettext_for, say
from ashore.texts.first import FIRST
from ashore.texts.first_ask import FIRST_ASK
from ashore.texts.first_page import FIRST_PAGE
from ashore.texts.sentences import SENTENCES, word
from first.cases import KNOWN, PACK, SHORT, different_cards
from first.cases import TODAY as DAY

LANGUAGES: tuple[Language, ...] = ("zh", "en")
LAST = {"zh": "这个月吃饭的钱，先留下。", "en": "Keep this month's food money first."}
FREE = {
    "zh": "免费、无客服、无群、不代办、不收任何费用",
    "en": "Free: no service desk, group, agency or fee.",
}
NOT_LAW = {
    "zh": "不是法律意见，不是中介，也不来自银行",
    "en": "Not legal advice, not an agent, not from a bank.",
}
SENTENCE = {"zh": "请从官方渠道发还款方案", "en": "Please send repayment options through your"}
# Shame, threats, promises, and telling somebody to let a debt or a court be.
NEVER = {
    "zh": re.compile(
        "一定能|保证你|放心|不用还|别还|可以不还|老赖|失信|活该|怪你自己|自作自受|乱花|后果自负|最后机会|征信没事|无视|不用理|不理法院"
    ),
    "en": re.compile(
        r"guarantee[ds]? (?:you|that)|you will be fine|need not (?:pay|repay)|do not (?:pay|repay) |stop paying"
        r"|your fault you|irresponsible|ignore the (?:debt|court)(?!,)|last chance|defaulter|score",
        re.IGNORECASE,
    ),
}
QUOTED = {"first-page-signs"}
"""Quotes what touts say."""


def text_of(card, language: Language, pack=PACK, today: date = DAY) -> str:
    """Return a card as one text."""
    return "\n".join(line for _, line in card_lines(card, pack, today, language))


@pytest.fixture(scope="module", params=LANGUAGES)
def shown(request) -> tuple[Language, list[list[tuple[str, str]]]]:
    """Return a language and every different card in it, as lines."""
    return request.param, [card_lines(card, PACK, DAY, request.param) for card in different_cards()]


def test_there_are_many_different_cards():
    assert len(different_cards()) > 300


def test_every_card_fits_a_screen(shown):
    for lines in shown[1]:
        assert len(lines) <= 40, "\n".join(line for _, line in lines)
        assert all(width(line) <= 80 for _, line in lines)


def test_no_line_begins_with_closing_punctuation_or_ends_with_a_space(shown):
    for lines in shown[1]:
        for _, line in lines:
            assert line.strip()[:1] not in CLOSING or not line.strip(), line
            assert line == line.rstrip()


def test_every_card_ends_with_permission_and_what_it_is(shown):
    language, cards = shown
    for lines in cards:
        text = " ".join(line.strip() for _, line in lines)
        places = [
            text.index(part)
            for part in (SENTENCE[language], LAST[language], NOT_LAW[language], FREE[language])
        ]
        assert places == sorted(places), text


def test_help_lines_stand_with_hours_and_the_day_they_were_checked(shown):
    language, cards = shown
    for card, lines in zip(different_cards(), cards, strict=True):
        text = re.sub(r"\s+", "", "".join(line for _, line in lines))
        assert re.sub(r"\s+", "", "2026年11月23日查过" if language == "zh" else "checked 23 Nov 2026") in text
        for kind in card.help_kinds:
            line = next(line for line in PACK.helplines.values() if line.kind == kind)
            assert line.number in text
            assert re.sub(r"\s+", "", line.hours[language]) in text


def test_help_stands_above_everything_else_when_tonight_is_not_safe():
    for language in LANGUAGES:
        for card in different_cards():
            headings = [line for kind, line in card_lines(card, PACK, DAY, language) if kind == HEADING]
            place = next(
                at for at, text in enumerate(headings) if text.startswith(word("first-head-help", language))
            )
            assert (place == 1) == card.short, headings


def test_each_line_shows_its_own_day_where_the_days_differ():
    lines = dict(PACK.helplines)
    lines["120"] = replace(lines["120"], checked_on=date(2026, 11, 1))
    text = text_of(first_card(Answers(), KNOWN, DAY), "en", replace(PACK, helplines=lines))
    assert "checked 1 Nov 2026" in text
    assert text.count("checked 23 Nov 2026") == 2


@pytest.mark.parametrize(
    ("days", "told"), [(0, False), (90, False), (91, True)], ids=["today", "the 90th day", "the 91st day"]
)
def test_an_old_help_line_says_so(days: int, told: bool):
    lines = {key: replace(line, checked_on=DAY) for key, line in PACK.helplines.items()}
    today = DAY + timedelta(days=days)
    text = text_of(first_card(Answers(), KNOWN, today), "en", replace(PACK, helplines=lines), today=today)
    assert ("due for another check" in text) == told


def test_an_old_fact_says_so():
    last = max(fact.review_by for fact in PACK.facts.values())
    card = first_card(Answers(), KNOWN, last + timedelta(days=1))
    assert "needs checking" in text_of(card, "en", today=last + timedelta(days=1))
    assert "needs checking" not in text_of(card, "en")


def test_a_changed_number_changes_the_words():
    lines: dict[str, Helpline] = dict(PACK.helplines)
    court = next(key for key, line in lines.items() if line.kind == "court")
    lines[court] = replace(lines[court], number="98765")
    pack = replace(PACK, helplines=lines)
    card = first_card(Answers(paper="court"), known_for_first(pack), DAY)
    for language in LANGUAGES:
        assert "98765" in text_of(card, language, pack)
        assert "12368" not in text_of(card, language, pack)


def test_every_rule_and_question_has_its_words_in_both_languages():
    codes = [rule.say for rule in (*TODAY, *AVOID, *TONIGHT, *PHONE, *FIGURES)]
    codes += [f"{rule.say}-how" for rule in TODAY]
    for question in QUESTIONS:
        codes += [f"first-q-{question.key}", f"first-q-{question.key}-hint"]
        codes += [f"first-a-{question.key}-{answer}" for answer in question.words]
    assert [code for code in codes if code not in SENTENCES] == []
    kinds = {line.kind for line in PACK.helplines.values()}
    assert {rule.say for rule in HELP} <= kinds


def test_no_sentence_shames_promises_or_tells_to_let_a_debt_be():
    for code in {**FIRST, **FIRST_ASK, **FIRST_PAGE}.keys() - QUOTED:
        for language in LANGUAGES:
            text = word_or_template(code, language)
            assert not NEVER[language].search(text), (code, text)


def word_or_template(code: str, language: Language) -> str:
    """Return a sentence with its facts still in braces."""
    return gettext_for(language)(SENTENCES[code])


@pytest.mark.parametrize(
    "text", ["放心，一定能还清", "这笔可以不还", "You need not pay this", "stop paying them"]
)
def test_planted_words_are_found(text: str):
    assert any(NEVER[language].search(text) for language in LANGUAGES)


def test_the_rough_sum_is_called_rough():
    card = first_card(Answers(safe="yes"), KNOWN, DAY, SHORT)
    assert card.rough is not None
    assert say(card.rough, "zh").startswith("粗算：每月大约差 ¥3,300。")
    assert say(card.rough, "en").startswith("Roughly: short by about ¥3,300 a month")

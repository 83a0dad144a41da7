"""The answer drawn: never a word of comfort, always what to do, and how to verify whoever is named."""

from itertools import combinations

import pytest

from ashore.errors import Message
from ashore.packs.pack import load_pack
from ashore.texts import say
from ashore.texts.language import Language
from ashore.traps.answer import CHECKS, NOW, draw, together
from ashore.traps.reading import Heard, read_message
from ashore.traps.signs import HANDED

RULES = load_pack("cn").traps()
NUMBERS = {"police_number": "110"}


def codes(messages) -> list[str]:
    """Return the codes of messages."""
    return [one.code for one in messages]


def test_nothing_found_gives_three_checks_and_nothing_to_be_done():
    answer = draw(Heard(), (), NUMBERS)
    assert answer.verdict.code == "trap-nothing"
    assert codes(answer.checks) == list(CHECKS)
    assert len(CHECKS) == 3
    assert (answer.now, answer.done, answer.official, answer.found) == ((), (), (), ())


@pytest.mark.parametrize("sender", ["court", "arbitrator", "notary"])
def test_nobody_is_told_to_wait_a_night_where_a_day_may_be_running(sender):
    answer = draw(Heard(senders=(sender,)), (), NUMBERS)
    assert codes(answer.checks) == [*CHECKS[:2], "trap-check-today"]
    facts = {"fraud_number": "96110", "legal_number": "12348"}
    languages: tuple[tuple[Language, str], ...] = (("zh", "等一晚"), ("en", "wait a night"))
    for language, waits in languages:
        assert waits in say(Message("trap-check-ask", facts), language)
        assert waits not in say(Message("trap-check-today", facts), language)
    assert codes(draw(Heard(senders=("collector",)), (), NUMBERS).checks) == list(CHECKS)


def test_a_warning_is_told_apart_and_still_no_comfort():
    answer = draw(Heard(warns=True), (), NUMBERS)
    assert answer.verdict.code == "trap-nothing-warns"
    assert codes(answer.checks) == list(CHECKS)


@pytest.mark.parametrize("ask", RULES.asks, ids=lambda ask: ask.id)
def test_every_question_leads_to_its_signs(ask):
    answer = draw(together(Heard(), [ask.id], RULES), (), NUMBERS)
    assert {one.sign.id for one in answer.found} == set(ask.signs)
    assert codes(answer.now) == list(NOW)
    assert answer.checks == ()
    assert all(one.words == () for one in answer.found)


def test_every_sign_is_asked_about_and_has_a_warning_in_the_pack():
    assert {sign.id for sign in RULES.signs} == {sign for ask in RULES.asks for sign in ask.signs}
    facts = load_pack("cn").facts
    assert all(sign.warnings and set(sign.warnings) <= set(facts) for sign in RULES.signs)


def test_a_message_and_questions_together_keep_the_messages_words():
    heard = read_message("把验证码发给我", RULES)
    both = together(heard, ["code", "fee"], RULES)
    assert {one.sign.id: one.words for one in both.found} == {"fee-first": (), "codes": ("把验证码发给",)}


@pytest.mark.parametrize("given", [*combinations(HANDED, 1), HANDED, HANDED[::-1]])
def test_what_was_given_away_is_seen_to_in_order(given):
    answer = draw(Heard(), given, NUMBERS)
    assert codes(answer.done) == [*(f"trap-done-{one}" for one in HANDED if one in given), "trap-done-last"]


def test_without_an_answer_the_steps_are_for_what_such_offers_want():
    answer = draw(together(Heard(), ["code"], RULES), (), NUMBERS)
    assert codes(answer.done) == ["trap-done-code", "trap-done-last"]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("【某某法院】您的案件定于周五开庭", "trap-official-heed"),
        ("【某某法院】案件即将开庭，今天转账8600到这张卡就撤案", "trap-official-imitated"),
    ],
)
def test_a_named_sender_is_verified_with_a_sign_or_without(text, head):
    answer = draw(read_message(text, RULES), (), NUMBERS)
    assert codes(answer.official)[:2] == [head, "trap-official-court"]
    assert bool(answer.found) == (head == "trap-official-imitated")


def test_what_is_asked_is_named_only_where_no_sign_was_found():
    bare = read_message("麻烦今天先转三百，材料照片发过来，别跟家里人说", RULES)
    assert [one.want.id for one in bare.wants] == ["pay", "quiet"]
    answer = draw(bare, (), NUMBERS)
    assert (answer.verdict.code, answer.wants, codes(answer.checks)) == (
        "trap-nothing",
        bare.wants,
        list(CHECKS),
    )
    assert answer.now == ()
    ticked = together(bare, ["code"], RULES)
    assert ticked.found
    assert draw(ticked, (), NUMBERS).wants == ()
    assert together(bare, [], RULES).wants == bare.wants


def test_a_warning_asks_for_nothing():
    assert read_message("骗子会让你先转三百，别跟家里人说，都是骗局，谨防上当", RULES).wants == ()

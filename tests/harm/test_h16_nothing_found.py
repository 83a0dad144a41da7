"""H16: where no sign is found the only answer is that this proves nothing, with three checks; nothing says “safe”."""

import re
import tomllib
from datetime import date
from functools import cache

import pytest

from ashore.documents.blocks import Say
from ashore.documents.traps import numbers_of, trap_parts
from ashore.packs.pack import load_pack
from ashore.texts.language import gettext_for
from ashore.texts.sentences import say, word
from ashore.texts.traps import TRAPS
from ashore.traps.answer import CHECKS, draw
from ashore.traps.likeness import resembling
from ashore.traps.reading import Heard, read_message, unread
from harm.told import told
from needs import ROOT

PACK = load_pack("cn")
TODAY = date(2026, 11, 26)
ONLY = {
    "zh": "没有发现已知套路，不等于安全。",
    "en": "No known sign of a trap was found. That does not mean it is safe.",
}
ALLOWED = {"zh": ("不等于安全", "安全账户"), "en": ("does not mean it is safe", "safe account")}
COMFORT = {
    "zh": re.compile("安全|放心|没问题|没有风险|低风险|可以相信|是正规的"),
    "en": re.compile(r"\bsafe|\btrustworth|no risk|low risk|\bgenuine\b|\bharmless", re.IGNORECASE),
}
SET_ASIDE = {"zh": re.compile("不用理|别理它|可以不理|忽略"), "en": re.compile(r"\bignore\b", re.IGNORECASE)}
FILES = sorted(
    (ROOT / "tests" / "traps" / "messages").glob("*_[ez]*.toml")
)  # the lots are left out: they take long
OTHERS = [
    row["text"]
    for path in FILES
    for row in tomllib.loads(path.read_text("utf-8"))["message"]
    if row["label"] == "not"
]


@cache
def heard_of(text: str) -> Heard:
    """Return what is read of a message."""
    return read_message(text, PACK.traps())


def comfort(text: str, language: str) -> list[str]:
    """Return what a text has of comfort, but for what it may say."""
    for allowed in ALLOWED[language]:
        text = text.replace(allowed, "")
    return COMFORT[language].findall(text)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_answer_without_a_sign_is_this_one_with_three_checks(language):
    silent = 0
    for text in OTHERS:
        assert unread(text) == ()
        worded = resembling(text, PACK.traps().letters, PACK.likeness())
        answer = draw(heard_of(text), (), numbers_of(PACK), worded)
        parts = trap_parts(answer, PACK, TODAY, language)
        blocks = [block for part in parts for block in part.blocks]
        said = [say(block.message, language) for block in blocks if isinstance(block, Say)]
        if not answer.found:
            silent += 1
            assert ONLY[language] in said[0]
            *first, last = [one.code for one in answer.checks]
            sets_a_day = {"court", "arbitrator", "notary"} & set(heard_of(text).senders)
            assert (*first, last) == (*CHECKS[:2], "trap-check-today" if sets_a_day else CHECKS[2])
        assert [comfort(line, language) for line in said if comfort(line, language)] == []
    assert silent > len(OTHERS) // 2


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_sentence_of_the_answer_comforts_or_sets_a_court_aside(language):
    for text in map(gettext_for(language), TRAPS.values()):
        assert comfort(text, language) == []
        assert not SET_ASIDE[language].search(text), text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_texts_of_the_signs_comfort_nobody(language):
    for sign in PACK.traps().signs:
        for text in (sign.means[language], sign.do[language]):
            assert comfort(text, language) == [], sign.id


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_texts_of_what_is_asked_comfort_nobody(language):
    wants = PACK.traps().wants
    assert wants
    for want in wants:
        for text in (want.names[language], want.never[language]):
            assert comfort(text, language) == [], want.id
            assert not SET_ASIDE[language].search(text), want.id


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_the_check_would_find(language):
    planted = {"zh": "这条消息是安全的", "en": "This looks safe to us"}[language]
    assert comfort(planted, language)


def test_a_real_court_message_is_verified_and_never_set_aside():
    said = told("trap", "【某某法院】您的案件定于周五开庭", "--lang", "zh")
    assert ONLY["zh"] in said
    assert "打区号加12368" in said.replace(" ", "")
    assert word("trap-official-heed", "zh") in said

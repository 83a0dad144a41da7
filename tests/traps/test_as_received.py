"""Messages as people receive them: what is real is not accused and is verified, what is a trap is not passed over."""

import tomllib
from typing import Any, Final

import pytest

from ashore.packs.pack import load_pack
from ashore.traps.answer import draw
from ashore.traps.likeness import resembling
from ashore.traps.reading import read_message
from needs import ROOT

ROWS: Final[list[dict[str, Any]]] = tomllib.loads(
    (ROOT / "tests" / "traps" / "as_received.toml").read_text("utf-8")
)["message"]
REAL: Final = [row for row in ROWS if not row["trap"]]
TRAPS: Final = [row for row in ROWS if row["trap"]]
PACK: Final = load_pack("cn")
RULES: Final = PACK.traps()
NUMBERS: Final = {"police_number": "110", "court_number": "12368", "legal_number": "12348"}


def begins(row: dict[str, Any]) -> str:
    """Return how a message begins."""
    return str(row["text"])[:24]


def test_there_are_both_kinds_in_both_languages():
    for rows in (REAL, TRAPS):
        assert {row["language"] for row in rows} == {"zh", "en"}
    assert (len(REAL), len(TRAPS)) == (38, 26)


@pytest.mark.parametrize("row", REAL, ids=begins)
def test_what_is_real_shows_no_sign_and_says_how_to_verify_its_sender(row: dict[str, Any]):
    """A court's day that nobody looks at, or a buyer taken for a swindler, ends in a judgment by default (H16)."""
    heard = read_message(row["text"], RULES)
    assert [(one.sign.id, one.words) for one in heard.found] == []
    assert set(row["senders"]) <= set(heard.senders)
    answer = draw(heard, (), NUMBERS)
    said = [one.code for one in answer.official]
    assert said[:1] == (["trap-official-heed"] if heard.senders else [])
    assert {f"trap-official-{kind}" for kind in row["senders"]} <= set(said)


def test_of_the_real_ones_one_is_worded_like_a_trap():
    worded = [row for row in REAL if resembling(row["text"], RULES.letters, PACK.likeness())]
    assert [begins(row)[:3] for row in worded] == ["妈知道"]


@pytest.mark.parametrize("row", TRAPS, ids=begins)
def test_no_trap_is_passed_over(row: dict[str, Any]):
    heard = read_message(row["text"], RULES)
    assert heard.found or resembling(row["text"], RULES.letters, PACK.likeness())


def test_a_buyers_name_does_not_cover_for_a_swindler():
    """What was let pass for a real notice stays a sign where money is to go to a person, or a card to be sent."""
    for text, sign in (
        ("债权已转让给我司，今天转到我个人微信就结清，别打对公账户，对公在维护", "private-account"),
        ("您的债权在我们公司，把身份证和银行卡寄给我们就能办结清", "card-or-id"),
        ("我是信用卡中心的，把银行卡寄给我", "card-or-id"),
        ("债权已转让给我司，把身份证寄给我", "card-or-id"),
    ):
        assert sign in {one.sign.id for one in read_message(text, RULES).found}, text

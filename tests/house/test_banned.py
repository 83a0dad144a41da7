"""Nothing that people read shames, threatens, promises, reassures falsely, labels, cheers or speaks like an agent."""

from collections import Counter
from fnmatch import fnmatchcase

import pytest

from house.banned import Phrase, allowances, kinds, phrases, said, said_anywhere
from house.tracked import texts
from plain.units import Unit, units

BEFORE_EACH = "先看这一句。"


def ident(phrase: Phrase) -> str:
    """Return a short name for a case."""
    return f"{phrase.kind}-{phrase.planted[:24]}"


def test_nothing_that_people_read_says_a_banned_phrase():
    assert [str(one) for one in said(units())] == []


def test_no_template_and_no_script_says_one():
    pages = {
        path: text
        for path, text in texts().items()
        if path.startswith("src/ashore/") and path.endswith((".html", ".css", ".typ"))
    }
    assert len(pages) > 50
    assert [str(one) for one in said(Unit(path, "zh", text) for path, text in pages.items())] == []


@pytest.mark.parametrize("phrase", phrases(), ids=ident)
def test_a_planted_sentence_is_caught_wherever_it_stands(phrase: Phrase):
    for place in ("texts: some-code", "packs/cn/helplines.toml: 12356.purpose", "README.zh.md:3"):
        planted = Unit(place, "zh", f"{BEFORE_EACH}{phrase.planted}")
        assert phrase.kind in {one.kind for one in said([planted])}, phrase.planted


@pytest.mark.parametrize("phrase", [one for one in phrases() if one.fine], ids=ident)
def test_what_only_looks_like_one_passes(phrase: Phrase):
    assert not phrase.pattern.search(phrase.fine)
    assert [str(one) for one in said([Unit("texts: some-code", "zh", phrase.fine)])] == []


def test_every_word_of_every_phrase_is_caught():
    """A list that a typing error cut in two would lose words without anybody noticing."""
    counted = Counter(phrase.kind for phrase in phrases())
    assert set(counted) == set(kinds())
    assert set(kinds()) == {
        "agents", "bank", "certainty", "cheering", "diagnosis", "manner", "promise", "shame", "threat"
    }  # fmt: skip
    assert all(reason.endswith(".") for reason in kinds().values())


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("shame", "这么大手大脚，难怪还不上。"),
        ("threat", "限你三天之内还清。"),
        ("promise", "照着做肯定能通过。"),
        ("certainty", "这样就没有风险。"),
        ("diagnosis", "你有焦虑症。"),
        ("cheering", "加油，明天会更好。"),
        ("bank", "下一笔期供是 500 元。"),
        ("manner", "尊敬的用户"),
        ("agents", "专业法务团队"),
        ("shame", "Spending like that is irresponsible."),
        ("threat", "This is your final warning."),
        ("promise", "We guarantee a lower rate."),
        ("certainty", "You are safe now."),
        ("diagnosis", "You are clinically depressed."),
        ("cheering", "Congratulations on your streak."),
        ("bank", "Your annuity is due."),
    ],
)
def test_sentences_nobody_tuned_the_lists_on_are_caught(kind: str, sentence: str):
    assert kind in {one.kind for one in said([Unit("texts: x", "zh", sentence)])}


def test_every_allowance_has_a_reason_and_is_still_needed():
    found = list(said_anywhere(units()))
    for one in allowances():
        assert one.why, one.place
        covered = [each for each in found if one.covers(each.place, each.kind, each.found)]
        places = {unit.place for unit in units() if fnmatchcase(unit.place, one.place)}
        assert covered or not places or "screeners" in one.place, one.place


def test_an_allowance_lets_only_its_own_kind_and_place_pass():
    assert [
        one.kind for one in said([Unit("packs/cn/negative.toml: x.claim", "zh", "还不上钱就要坐牢，您活该")])
    ] == [
        "manner",
        "shame",
    ]
    assert [one.found for one in said([Unit("packs/cn/negative.toml: x.truth", "zh", "就要坐牢")])] == [
        "坐牢"
    ]

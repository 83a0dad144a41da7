"""How often the check for traps was wrong: a pack's measured counts, and the sentence that is made of them."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from ashore.documents.blocks import Say
from ashore.documents.traps import numbers_of, trap_parts
from ashore.packs.check import check_pack
from ashore.packs.pack import load_pack
from ashore.packs.tried import FILE
from ashore.texts.language import Language
from ashore.texts.sentences import say, say_finding
from ashore.traps.answer import draw
from ashore.traps.reading import read_message
from ashore.traps.tried import Wrong
from packs.copies import copy_toyland

DAY = date(2026, 11, 26)
GOOD = "[missed]\nwrong = 3\nof = 10\n[taken]\nwrong = 1\nof = 2\n"
CASES = [
    ("wrong = 3", "wrong = 11", "pack-field-wrong", "missed.wrong"),
    ("wrong = 3", "wrong = 0", "pack-field-wrong", "missed.wrong"),
    ("wrong = 3", "wrong = 2.5", "pack-field-wrong", "missed.wrong"),
    ("wrong = 3", "wrong = nan", "pack-field-wrong", "missed.wrong"),
    ("of = 2", 'of = "two"', "pack-field-wrong", "taken.of"),
    ("of = 2\n", "", "pack-field-missing", "taken.of"),
    ("[taken]", "[took]", "pack-field-missing", "taken"),
]


def sentence(jurisdiction: str, root: Path | None, language: Language) -> str:
    """Return what an answer without a sign says of how often the check is wrong."""
    pack = load_pack(jurisdiction, root) if root else load_pack(jurisdiction)
    answer = draw(read_message("hello", pack.traps()), (), numbers_of(pack))
    first = trap_parts(answer, pack, DAY, language)[0]
    said = [block.message for block in first.blocks if isinstance(block, Say)]
    assert not answer.found
    return say(said[1], language)


def test_one_in_how_many_is_the_nearest_whole_one():
    for of in range(1, 61):
        for wrong in range(1, of + 1):
            share = Fraction(of, wrong)
            away = [abs(share - one) for one in range(1, of + 2)]
            assert away[Wrong(wrong, of).one_in - 1] == min(away), (wrong, of)


def test_the_sentence_names_what_the_pack_measured():
    """62 of 260 traps missed are one in 4; 14 of 69 honest messages suspected are one in 5."""
    assert "missed up to 1 trap in 4." in sentence("cn", None, "en")
    assert "took up to 1 honest message in 5 " in sentence("cn", None, "en")
    assert "4 条骗局里漏掉 1 条" in sentence("cn", None, "zh")
    assert "5 条有 1 条被错当成骗局" in sentence("cn", None, "zh")


def test_other_counts_make_another_sentence(tmp_path: Path):
    root = copy_toyland(tmp_path)
    (root / "toyland" / FILE).write_text(GOOD, "utf-8")
    assert check_pack("toyland", root) == ()
    assert "1 trap in 3." in sentence("toyland", root, "en")
    assert "2 条有 1 条" in sentence("toyland", root, "zh")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_nobody_measured_is_said_to_be_unmeasured(language: Language):
    said = sentence("toyland", None, language)
    assert {"zh": "没有量过", "en": "has not been measured"}[language] in said
    assert not any(sign.isdigit() for sign in said)


def test_where_a_sign_is_found_the_sentence_is_not_said():
    pack = load_pack("cn")
    found = read_message("先交 3000 元服务费，我们帮你停息", pack.traps())
    assert found.found
    parts = trap_parts(draw(found, (), numbers_of(pack)), pack, DAY, "zh")
    codes = {block.message.code for part in parts for block in part.blocks if isinstance(block, Say)}
    assert not codes & {"trap-missed", "trap-unmeasured"}


@pytest.mark.parametrize(("old", "new", "code", "field"), CASES)
def test_a_fault_is_found_where_it_is(tmp_path: Path, old: str, new: str, code: str, field: str):
    root = copy_toyland(tmp_path)
    assert old in GOOD
    (root / "toyland" / FILE).write_text(GOOD.replace(old, new, 1), "utf-8")
    (found,) = check_pack("toyland", root)
    assert (found.code, found.place.path) == (code, f"{FILE}: {field}")
    assert say_finding(found, "zh") != say_finding(found, "en")

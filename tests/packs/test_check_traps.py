"""Every fault of a pack's signs of traps is found where it is, and said in both languages."""

from pathlib import Path

import pytest

from ashore.packs.check import check_pack
from ashore.texts.sentences import say_finding
from packs.copies import change, copy_toyland

SIGNS, ASKS, WORDS, SPELLING, WANTS = (
    f"traps/{name}.toml" for name in ("signs", "asks", "words", "spelling", "wants")
)
CASES = [
    (SIGNS, "{coin}", "{coins}", "trap-name-unknown", f"{SIGNS}: coin-first.zh"),
    (SIGNS, "先给", "先#给", "trap-word-wrong", f"{SIGNS}: coin-first.zh"),
    (SIGNS, "玩具店|", "*|", "trap-word-wrong", f"{SIGNS}: coin-first.unless"),
    (SIGNS, '["bad-record-years"]', '["bad-record"]', "pack-fact-unknown", f"{SIGNS}: coin-first"),
    (SIGNS, "{court_number} 问", "{coin_number} 问", "pack-word-unknown", f"{SIGNS}: coin-first.do.zh"),
    (SIGNS, '["money"]', '["coins"]', "pack-word-unknown", f"{SIGNS}: coin-first.handed"),
    (SIGNS, 'warnings = ["bad-record-years"]\n', "", "pack-field-missing", f"{SIGNS}: coin-first.warnings"),
    (SIGNS, "loud = true", 'loud = "yes"', "pack-field-wrong", f"{SIGNS}: talk-to-nobody.loud"),
    (ASKS, 'signs = ["coin-first"]', 'signs = ["coin"]', "trap-sign-unknown", f"{ASKS}: coin-first"),
    (ASKS, 'en = "One coin first"', 'en = ""', "pack-text-missing", f"{ASKS}: coin-first.asks.en"),
    (WORDS, "[senders.court]", "[senders.judge]", "pack-word-unknown", f"{WORDS}: senders.judge"),
    (WORDS, 'judged = "', 'judge = "', "pack-field-missing", f"{WORDS}: voice.judged"),
    (
        WANTS,
        'never = {zh = "贝壳只在玩具柜台交。", ',
        "never = {",
        "pack-text-missing",
        f"{WANTS}: shell.never.zh",
    ),
    (WANTS, '贝壳"]', '贝#壳"]', "trap-word-wrong", f"{WANTS}: shell.zh"),
    (SPELLING, '"后" = "後"', '"后" = 7', "pack-field-wrong", f"{SPELLING}: letters.后"),
]


@pytest.mark.parametrize(("name", "old", "new", "code", "place"), CASES)
def test_a_fault_is_found_where_it_is(tmp_path: Path, name: str, old: str, new: str, code: str, place: str):
    root = copy_toyland(tmp_path)
    change(root, name, old, new)
    found = check_pack("toyland", root)
    assert (code, place) in {(finding.code, finding.place.path) for finding in found}
    for finding in found:
        assert say_finding(finding, "zh") != say_finding(finding, "en")


def test_a_sign_without_a_pattern_is_found(tmp_path: Path):
    root = copy_toyland(tmp_path)
    for old in ('zh = ["先交', 'en = ["pay'):
        change(root, SIGNS, old, "x" + old)
    assert ("pack-field-missing", f"{SIGNS}: coin-first.zh") in {
        (finding.code, finding.place.path) for finding in check_pack("toyland", root)
    }


def test_a_pack_without_the_folder_is_no_fault(tmp_path: Path):
    root = copy_toyland(tmp_path)
    for file in (root / "toyland" / "traps").iterdir():
        file.unlink()
    assert check_pack("toyland", root) == ()

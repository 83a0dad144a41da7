"""Whether a message is worded like a trap: the sum by hand, tricks of spelling, hostile texts, and what was learnt."""

import re
from math import sqrt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import trap_likeness
from ashore.packs.check import check_pack
from ashore.packs.errors import BrokenPack
from ashore.packs.likeness import read_likeness
from ashore.packs.pack import load_pack
from ashore.traps.likeness import NOTHING_LEARNT, Likeness, features, resembling, score
from ashore.traps.spelling import plain
from packs.copies import copy_toyland

LETTERS = load_pack("cn").traps().letters
CN = load_pack("cn").likeness()
LEARNT = Likeness({"先 交": 3000, "交 #": 1000, "fee": 2000, "your bank": -4000}, -1500, 500)


def test_what_stands_in_a_text():
    assert features("先交3000元") == {"先", "交", "#", "元", "先 交", "交 #", "# 元", "先 交 #", "交 # 元"}
    assert features("pay the fee") == {"pay", "the", "fee", "pay the", "the fee", "pay the fee"}
    assert features("a,b\nc") == {"a", "b", "c"}, "no row goes over the end of a clause"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("先交300", 4000 / sqrt(2) - 1500),
        ("先交300,先交300", 4000 / sqrt(2) - 1500),
        ("the fee", 2000 - 1500),
        ("a fee to your bank", -2000 / sqrt(2) - 1500),
        ("hello", -1500),
        ("", -1500),
    ],
)
def test_the_score_is_the_sum_by_hand(text, expected):
    assert score(text, LEARNT) == pytest.approx(expected, abs=1e-9)


PIECES = ["先交", "300", "元", "the fee", "pay", "your bank", "\n", ",", "银行", "请", "fee"]


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_the_score_agrees_with_another_reckoning(pieces):
    text = " ".join(pieces)
    parted = [re.sub(r"([\u4e00-\u9fff])", r" \1 ", one) for one in re.split(r"[\n,]", text)]
    rows = [f" {' '.join(re.sub('[0-9]+', '#', one).split())} " for one in parted]
    there = [key for key in LEARNT.weights if any(f" {key} " in row for row in rows)]
    expected = sum(LEARNT.weights[key] for key in there) / sqrt(max(len(there), 1)) + LEARNT.base
    assert score(text, LEARNT) == pytest.approx(expected, abs=1e-9)


def test_the_clauses_that_weigh_most_are_shown_as_they_stand():
    text = "您好，先 交 3000 元，谢谢。The FEE is small"
    assert resembling(text, LETTERS, LEARNT) == ("先 交 3000 元", "The FEE is small")
    assert resembling("谢谢", LETTERS, LEARNT) == ()


def test_where_no_clause_weighs_alone_the_heaviest_is_shown():
    """What repeats counts once for the message, and in every clause."""
    learnt = Likeness({"fee": 1000, "pay": 1000, "bank": -1500}, 0, 1)
    assert score("fee bank,pay bank", learnt) > 0
    assert resembling("fee bank, pay bank", LETTERS, learnt) == ("pay bank",)


@pytest.mark.parametrize("written", ["先\u200b交３０００元", "先 交 3000 元", "先·交3000元"])
def test_no_spelling_hides_it(written):
    assert score(plain(written, LETTERS).text, LEARNT) == score(plain("先交3000元", LETTERS).text, LEARNT)


@pytest.mark.property
@given(st.text())
def test_any_text_is_read(text):
    shown = resembling(text, LETTERS, CN)
    assert all(one in text for one in shown)


def test_weights_are_of_words_that_many_messages_have():
    assert 3000 < len(CN.weights) < 12_000
    assert all(abs(one) >= trap_likeness.SMALL for one in CN.weights.values())
    assert not any(trap_likeness.MADE_UP & set(key.split()) for key in CN.weights)


def test_one_honest_message_in_ten_at_most_was_let_near():
    """On made-up sets of ten: the score that the second highest of twenty honest messages does not reach."""
    rows = [trap_likeness.Row(f"交 钱{n % 3}", is_trap=True) for n in range(10)]
    rows += [trap_likeness.Row(f"银行 通知{n % 4}", is_trap=False) for n in range(10)]
    least = trap_likeness.least_of([rows, rows])
    learnt = trap_likeness.learn(rows)
    assert sum(score(row.text, learnt) >= least for row in rows if not row.is_trap) <= 1
    assert all(score(row.text, learnt) >= least for row in rows if row.is_trap)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("*base\t1\n*least\t2\nfee\tx\n", "pack-line-wrong"),
        ("*base\t1\n*least\t2\nfee\t1\nfee\t2\n", "pack-line-wrong"),
        ("*base\t1\n*least\t2\n\t2\n", "pack-line-wrong"),
        ("*base\t1\nfee\t2\n", "pack-field-missing"),
        ("*least\t1\nfee\t2\n", "pack-field-missing"),
    ],
)
def test_a_fault_of_the_file_is_found(tmp_path: Path, text, code):
    (tmp_path / "traps").mkdir()
    (tmp_path / "traps" / "likeness.tsv").write_text(text, "utf-8")
    with pytest.raises(BrokenPack) as raised:
        read_likeness(tmp_path)
    assert raised.value.code == code


def test_a_fault_is_found_with_the_other_faults_of_the_pack(tmp_path: Path):
    root = copy_toyland(tmp_path)
    (root / "toyland" / "traps" / "likeness.tsv").write_text("*base\t1\n*least\t2\nshell\tmany\n", "utf-8")
    found = [(one.code, one.facts["read"]) for one in check_pack("toyland", root)]
    assert found == [("pack-line-wrong", "shell\tmany")]


def test_a_pack_may_have_learnt_nothing(tmp_path: Path):
    assert read_likeness(tmp_path) == NOTHING_LEARNT


@pytest.mark.long
def test_the_file_is_what_the_known_sets_teach():
    assert trap_likeness.agrees(trap_likeness.made(), CN)


def test_a_changed_weight_is_seen():
    changed = Likeness({**CN.weights, "fee": 9000}, CN.base, CN.least)
    assert not trap_likeness.agrees(changed, CN)
    assert trap_likeness.agrees(CN, CN)

"""One word per idea: the words of debt-relief agents and of banks stand in no product text."""

import re
from collections.abc import Mapping
from fnmatch import fnmatch
from pathlib import Path

import polib
import pytest

from house.tracked import is_product, texts
from needs import ROOT

AGENTS = re.compile(
    "上岸|停息挂账|停催|停诉|清债|减债|债务优化|债务规划|债务重组|征信修复|征信洗白|修复征信|洗白征信|法务|代理维权|反催收|逃废债"
)
BANKERS = re.compile(r"期供|让步|\b(?:facility|delinquen\w+|annuit\w+|EMIs?)\b", re.IGNORECASE)
ALLOWED = Path(__file__).with_name("words_allowed.txt")


def allowed_files(text: str) -> dict[str, str]:
    """Return the reason by file pattern, from lines `pattern: reason`."""
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return {pattern.strip(): reason.strip() for pattern, _, reason in (line.partition(":") for line in lines)}


def banned(files: Mapping[str, str], allowed: Mapping[str, str]) -> list[str]:
    """Return each banned word with its place."""
    return [
        f"{path}:{number}: {found}"
        for path, text in files.items()
        if is_product(path) and not any(fnmatch(path, pattern) for pattern in allowed)
        for number, line in enumerate(text.splitlines(), 1)
        for found in AGENTS.findall(line)
    ]


def test_no_product_text_speaks_like_a_debt_relief_agent():
    assert banned(texts(), allowed_files(ALLOWED.read_text("utf-8"))) == []


def test_every_allowed_file_exists_quotes_such_words_and_has_a_reason():
    allowed = allowed_files(ALLOWED.read_text("utf-8"))
    assert all(allowed.values())
    for pattern in allowed:
        assert banned({path: text for path, text in texts().items() if fnmatch(path, pattern)}, {}), pattern


def test_no_sentence_speaks_like_a_bank():
    entries = [entry for path in ROOT.glob("src/ashore/locale/**/*.po") for entry in polib.pofile(str(path))]
    assert [entry.msgid for entry in entries if BANKERS.search(entry.msgid + entry.msgstr)] == []


@pytest.mark.parametrize("word", ["停息挂账", "上岸", "反催收"])
@pytest.mark.parametrize(
    "path", ["src/ashore/texts/a.py", "README.zh.md", "src/ashore/packs/data/cn/letters/a.toml"]
)
def test_a_planted_word_is_found(path: str, word: str):
    assert banned({path: f"一\n可以{word}。\n"}, {}) == [f"{path}:2: {word}"]
    assert banned({path: f"一\n可以{word}。\n"}, {"src/*": "quoted", "README*": "quoted"}) == []


def test_planted_bankers_words_are_found():
    assert BANKERS.search("Your facility is due")
    assert BANKERS.search("本期期供")
    assert not BANKERS.search("Your loan is overdue")

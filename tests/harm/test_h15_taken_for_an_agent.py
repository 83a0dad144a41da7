"""H15: it is free and nobody's agent, which is said first; its English name never stands without the Chinese one."""

import pytest

from harm.told import EXAMPLES, NOTHING_WORKS, told
from needs import ROOT

FREE = {"zh": "免费、无客服、无群、不代办、不收任何费用", "en": "Free: no service desk"}


@pytest.mark.parametrize(
    ("name", "title", "language"),
    [("README.md", "# Ashore(靠岸)", "en"), ("README.zh.md", "# Ashore（靠岸）", "zh")],
)
def test_the_first_page_says_so_before_anything_is_to_be_done(name, title, language):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert text.startswith(title)
    assert text.index(FREE[language]) < text.index("make demo")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "line",
    [
        ("first", "--lang"),
        ("plan", EXAMPLES[0], "--lang"),
        ("plan", NOTHING_WORKS, "--lang"),
        ("asks", EXAMPLES[0], "--lang"),
        ("creditors", EXAMPLES[0], "--lang"),
        ("paper", "claim", "--lang"),
    ],
    ids=lambda line: line[0],
)
def test_every_answer_ends_with_it(line, language):
    if line[0] == "first":
        line = ("first", "--no-questions", "--lang")
    assert FREE[language] in told(*line, language)

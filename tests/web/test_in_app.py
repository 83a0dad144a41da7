"""The app speaks of pages and entries: no page of an answer names a command, an option or a key of the file."""

import re
import uuid
from importlib import resources

import pytest

from ashore.store import book
from ashore.texts.in_app import IN_APP
from ashore.texts.sentences import SENTENCES
from ashore.web.in_app import ENDING

EXAMPLES = resources.files("ashore") / "examples"
PATHS = ("/", "/plan", "/plan?compare=1", "/plan/levers?wait=1")
COMMAND = re.compile(r"ashore [a-z]|--[a-z]|\b[a-z]+_[a-z]+\b|\.toml|\u6587\u4ef6|\bfile\b")


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
@pytest.mark.parametrize("name", ["demo", "illness", "overspender"])
def test_no_answer_names_a_command(owner, language, name):
    owner.speaks(language)
    book.replace_all(uuid.uuid4(), (EXAMPLES / f"{name}.toml").read_text(encoding="utf-8"))
    debts = [f"/debt/{entry.pk}" for entry in book.load().of("debt")]
    for path in (*PATHS, *debts):
        page = owner.get(path)
        assert page.status == 200
        body = page.text.partition("<main")[2]
        assert COMMAND.findall(re.sub(r"<[^>]+>", " ", body)) == [], path


BESIDE = ("/creditors", "/letters", "/log", "/log/new", "/agenda", "/money?wait=1", "/iou", "/papers/claim")
OPTION = re.compile(r"ashore [a-z]|--[a-z]|\b[a-z]+_[a-z]+\b|\.toml")
"""These pages hand files out and may say so."""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nor_does_a_page_beside_the_plan(owner, language):
    owner.speaks(language)
    debt = book.load().of("debt")[0].pk
    kinds = re.findall(rf'href="(/letters/[a-z-]+/{debt})"', owner.get("/letters").text)
    assert len(kinds) > 5
    own = [f"/debt/{debt}/{name}" for name in ("closing", "audit", "cost")]
    for path in (*BESIDE, *kinds, *own):
        body = owner.get(path).text.partition("<main")[2]
        assert OPTION.findall(re.sub(r"<[^>]+>", " ", body)) == [], path


def test_each_has_a_sentence_of_the_command_line_with_the_same_facts():
    for code, said in IN_APP.items():
        other = SENTENCES[code.removesuffix(ENDING)]
        assert set(re.findall(r"{(\w+)}", said)) <= set(re.findall(r"{(\w+)}", other))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_finding_names_the_field(owner, language):
    owner.speaks(language)
    entry = book.load().of("debt")[0]
    owner.send(f"/entry/{entry.pk}", {"periods_left": "many"})
    page = owner.get(f"/entry/{entry.pk}")
    assert "many" in page.words
    assert "periods_left" not in page.words

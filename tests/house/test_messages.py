"""Every sentence has its Chinese, with the same facts, and no catalogue holds what nobody says."""

import ast
from collections.abc import Iterator

import polib
import pytest

from ashore.texts.sentences import SENTENCES
from messages import add_missing, complaints, marked, marked_below, placeholders
from needs import ROOT

SOURCES = ROOT / "src" / "ashore"
CATALOGUE = SOURCES / "locale" / "zh_Hans" / "LC_MESSAGES" / "ashore.po"
SAYING = frozenset({"AshoreError", "Finding", "Message", "fault", "note", "stop", "word"})


def errors(source: str) -> Iterator[str]:
    """Yield the names of the errors that a module defines."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef) and "AshoreError" in {ast.unparse(base) for base in node.bases}:
            yield node.name


def codes(source: str, saying: frozenset[str] = SAYING) -> Iterator[str]:
    """Yield the codes that a module gives to a finding, a message, an error or a word."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and node.args:
            name = getattr(node.func, "attr", getattr(node.func, "id", None))
            first = node.args[0]
            if name in saying and isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def untranslated_help(source: str) -> Iterator[str]:
    """Yield the help texts of commands and options that bypass the catalogue."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            for keyword in node.keywords:
                if keyword.arg in {"help", "short_help", "epilog"} and isinstance(
                    keyword.value, ast.Constant | ast.JoinedStr
                ):
                    yield f"line {keyword.value.lineno}: {ast.unparse(keyword)}"


def test_the_chinese_catalogue_matches_the_sources():
    assert complaints(marked_below(), polib.pofile(str(CATALOGUE))) == []


def test_every_sentence_is_marked():
    assert set(SENTENCES.values()) - set(marked_below()) == set()


def test_every_code_that_is_said_has_a_sentence():
    modules = {path: path.read_text("utf-8") for path in SOURCES.rglob("*.py")}
    saying = SAYING.union(*(errors(source) for source in modules.values()))
    said = {(path.name, code) for path, source in modules.items() for code in codes(source, saying)}
    assert len(said) > 50
    assert {(name, code) for name, code in said if code not in SENTENCES} == set()


def test_every_help_text_of_the_command_line_is_marked():
    found = {
        f"{path.name} {text}"
        for path in (SOURCES / "cli").rglob("*.py")
        for text in untranslated_help(path.read_text("utf-8"))
    }
    assert found == set()


# What each check finds when it is planted.

PLANTED = """
msgid "fine {missing_fen}"
msgstr "还差 {missing_fen}"

#, fuzzy
msgid "fuzzy"
msgstr "大概"

msgid "empty"
msgstr ""

msgid "facts {due_day} {rate}"
msgstr "{due_day} {days}"

msgid "braces"
msgstr "{开"

msgid "stale"
msgstr "没人说"

msgid "twice"
msgstr "两次"

msgid "twice"
msgstr "两回"

#~ msgid "old"
#~ msgstr "旧"
"""


@pytest.mark.parametrize(
    "complaint",
    [
        "missing: new",
        "stale, no source says it: stale",
        "stands 2 times: twice",
        "obsolete, delete it: old",
        "fuzzy: fuzzy",
        "untranslated: empty",
        "placeholders differ (days, rate): facts {due_day} {rate}",
        "braces do not pair: braces",
    ],
)
def test_a_planted_fault_in_a_catalogue_is_found(complaint: str):
    said = ["fine {missing_fen}", "fuzzy", "empty", "facts {due_day} {rate}", "braces", "twice", "new"]
    found = complaints(said, polib.pofile(PLANTED))
    assert complaint in found
    assert len(found) == 8


def test_missing_sentences_are_appended_and_nothing_else_changes(tmp_path):
    path = tmp_path / "ashore.po"
    before = CATALOGUE.read_text("utf-8")
    path.write_text(before, "utf-8")
    add_missing(['Pay "first" {due_day}\nthen rest'], path)
    after = path.read_text("utf-8")
    assert after.startswith(before)
    assert polib.pofile(after)[-1].msgid == 'Pay "first" {due_day}\nthen rest'
    assert polib.pofile(after)[-1].msgstr == ""


def test_marks_are_found_wherever_they_stand():
    source = 'A = {"a": _n("one")}\nprint(_("two" " joined"), gettext("three"), say("not this"), _(A))'
    assert sorted(marked(source)) == ["one", "three", "two joined"]


def test_a_marked_f_string_is_refused():
    with pytest.raises(ValueError, match="line 1"):
        list(marked('_(f"you owe {fen}")'))


def test_placeholders_are_names_in_braces():
    assert placeholders("{a_fen} of {b_fen}, {{not this}}") == {"a_fen", "b_fen"}


def test_codes_and_help_texts_are_found():
    source = 'at.stop("amount-wrong", read=x)\nMessage("plan-works")\nsay("other")'
    assert sorted(codes(source)) == ["amount-wrong", "plan-works"]
    assert list(errors("class Late(AshoreError): ...\nclass Other(Exception): ...")) == ["Late"]
    assert list(codes('raise Late("too-late", day=x)', frozenset({"Late"}))) == ["too-late"]
    helps = 'option("--x", help="Not marked")\noption("--y", help=_n("Marked"))'
    assert list(untranslated_help(helps)) == ["line 1: help='Not marked'"]

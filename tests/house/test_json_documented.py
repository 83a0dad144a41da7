"""Every key of a plan's JSON stands in the reference, and no other: held against the code, and against real answers."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from ashore.cli.main import main
from needs import ROOT

SOURCES = ROOT / "src" / "ashore"
PAGES = ("plan-json.md", "plan-json.zh.md")
FREE = frozenset({"urgent.facts", "next.facts", "reasons[].facts", "asks[].without"})
"""What is under these is told elsewhere: facts by their sentences, an ask by the others."""
BESIDES = frozenset({"unit", "prices", "cases", "plan"})
"""Keys of the certificate around the plan."""


def documented(page: str) -> list[str]:
    """Return the keys that a page of the reference lists, as paths."""
    text = (ROOT / "docs" / "reference" / page).read_text("utf-8")
    return re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)


def written(path: Path) -> Iterator[str]:
    """Yield the keys of every table that a module writes down, and those that it adds to one."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        keys = node.keys if isinstance(node, ast.Dict) else []
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store):
            keys = [node.slice]
        for key in keys:
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                yield key.value


def paths(value: object, at: str = "") -> Iterator[str]:
    """Yield the path of everything in an answer that is no table and no list of more than text."""
    if isinstance(value, dict) and at not in FREE:
        for key, item in value.items():
            name = "*" if at == "baselines" else key
            yield from paths(item, f"{at}.{name}" if at else name)
    elif isinstance(value, list):
        for item in value:
            yield from paths(item, f"{at}[]")
    else:
        yield at


def unknown(answer: object, known: list[str]) -> list[str]:
    """Return what an answer has and the reference has not; null stands for what would be below it."""
    return sorted(
        {one for one in paths(answer) if not any(key == one or key.startswith(f"{one}.") for key in known)}
    )


def test_both_pages_list_the_same_keys_once():
    english, chinese = (documented(page) for page in PAGES)
    assert english == chinese
    assert len(set(english)) == len(english) > 100


def test_the_reference_has_every_key_that_is_written_and_no_other():
    code = {key for name in ("planning/shape.py", "cli/plan.py") for key in written(SOURCES / name)} - BESIDES
    words = {part.removesuffix("[]") for path in documented(PAGES[0]) for part in path.split(".")} - {"*"}
    assert code == words


def test_the_page_on_asks_has_every_key_that_is_written():
    text = (ROOT / "docs" / "methods" / "asks.md").read_text("utf-8")
    section = text.partition("(`ashore-asks/1`")[2]
    named = set(re.findall(r"`([a-z_0-9]+)`", section)) | {"format"}
    assert set(written(SOURCES / "planning" / "ask_shape.py")) <= named
    assert {f"by_{months}_months_fen" for months in (12, 36, 60)} <= named


def test_what_is_not_there_is_found():
    known = documented(PAGES[0])
    assert unknown({"months": 3, "new_key": 1, "payments": [{"fen": 1, "odd": 2}]}, known) == [
        "new_key",
        "payments[].odd",
    ]
    assert unknown({"shops": [{"closed": None}], "asks": [], "reasons": [{"facts": {"any": 1}}]}, known) == []


@pytest.mark.long
@pytest.mark.parametrize("path", sorted((SOURCES / "examples").glob("*.toml")), ids=lambda path: path.stem)
def test_every_key_of_a_real_answer_is_in_the_reference(path):
    more = ["--compare", "--what-if", "income -10% from 2027-02 for 3 months"]
    told = CliRunner().invoke(main, ["plan", str(path), "--json", *more])
    assert told.exit_code in {0, 1}, told.output
    assert unknown(json.loads(told.stdout), documented(PAGES[0])) == []

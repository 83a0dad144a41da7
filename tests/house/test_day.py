"""One place reads the person's day, and no test does: midnight, a time zone and the years change no answer."""

import ast
import re
from pathlib import Path

import pytest

from house.tracked import tracked
from needs import ROOT

MOMENTS = {
    "src/ashore/web/clock.py": "the one place",
    "src/ashore/web/certificate.py": "from when the phone's door is known",
    "src/ashore/web/phone.py": "the clock face beside a code",
    "src/ashore/store/book.py": "when a change was written",
    "src/ashore/store/private/bills/imports.py": "when a bill was taken in",
    "src/ashore/store/private/goals.py": "when it was written",
    "src/ashore/store/private/notes.py": "when it was written",
    "src/ashore/store/private/photos/kept.py": "when a picture was taken in",
}
"""What may ask for this moment, and what for; a day is asked of `ashore.web.clock`."""


NAMES = ("date.today", "datetime.today", "datetime.now", "datetime.utcnow")
CLOCK = re.compile(rb"\.(today|now|utcnow)\(")


def asked(path: Path) -> set[str]:
    """Return which of the system's clocks a module asks."""
    text = path.read_bytes()
    if not CLOCK.search(text):
        return set()
    calls = [node.func for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    return {named for named in map(ast.unparse, calls) if named.endswith(NAMES)}


@pytest.mark.parametrize(
    "text", ["date.today()", "datetime.date.today()", "datetime.now(UTC)", "datetime.utcnow()"]
)
def test_a_clock_that_is_asked_is_found(tmp_path, text):
    module = tmp_path / "one.py"
    module.write_text(f"def f():\n    return {text}\n", encoding="utf-8")
    assert asked(module) == {text.partition("(")[0]}


def modules(folder: str) -> dict[str, set[str]]:
    """Return which clocks each module of a folder asks."""
    paths = (path for path in tracked() if path.suffix == ".py" and path.parts[0] == folder)
    return {str(path): asked(ROOT / path) for path in paths}


def test_the_clock_is_read_in_named_places_alone():
    found = modules("src")
    assert {name for name, clocks in found.items() if clocks} == set(MOMENTS)
    assert set.union(*found.values()) == {"datetime.now"}


def test_no_test_asks_for_the_day():
    assert {name for name, clocks in modules("tests").items() if clocks} == set()

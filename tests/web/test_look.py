"""The style sheets: nothing moves for whoever asked for no motion, and nothing of them comes from elsewhere."""

import re

import pytest

from needs import ROOT

SHEETS = [
    ROOT / "src" / "ashore" / "web" / "static" / "web" / "app.css",
    ROOT / "src" / "ashore" / "documents" / "assets" / "report.css",
]
MOVES = re.compile(r"(?<![\w-])(transition|animation|scroll-behavior)(-[\w-]+)?\s*:")
ALLOWED = "@media (prefers-reduced-motion: no-preference) {"


def without_what_asks_first(css: str) -> str:
    """Return a sheet without the blocks that are for those alone who did not ask for less motion."""
    while ALLOWED in css:
        before, _, rest = css.partition(ALLOWED)
        depth, at = 1, 0
        while depth:
            depth += {"{": 1, "}": -1}.get(rest[at], 0)
            at += 1
        css = before + rest[at:]
    return css


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_nothing_moves_unasked(sheet):
    css = sheet.read_text(encoding="utf-8")
    assert MOVES.findall(without_what_asks_first(css)) == []
    assert "@keyframes" not in css


def test_a_movement_would_be_found():
    assert MOVES.findall(without_what_asks_first("a { transition: color 1s; }"))
    assert not MOVES.findall(without_what_asks_first(ALLOWED + " a { transition: color 1s; } }"))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_nothing_comes_from_elsewhere(sheet):
    css = sheet.read_text(encoding="utf-8")
    assert "@import" not in css
    assert re.findall(r"url\((?!data:)", css) == []

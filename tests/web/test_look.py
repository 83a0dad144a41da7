"""The style sheets: nothing moves for whoever asked for no motion, and nothing of them comes from elsewhere."""

import re
from itertools import product
from typing import Final

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


TOKEN: Final = re.compile(r"--([\w-]+): (#[0-9a-f]{6})\b")
TEXT, FRAME = 4.5, 3.0
"""WCAG 2.2 AA, 1.4.3 and 1.4.11: of letters, and of what shows where a field is."""
INKS: Final = {"ink": TEXT, "soft": TEXT, "accent": TEXT, "warn": TEXT, "edge": FRAME}


def tokens(look: str) -> dict[str, str]:
    """Return the colours of a look that was chosen."""
    css = SHEETS[0].read_text(encoding="utf-8")
    _, _, rest = css.partition(f':root[data-look="{look}"] {{')
    return dict(TOKEN.findall(rest.partition("}")[0]))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG counts it."""

    def light(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def test_a_look_that_was_chosen_has_the_colours_of_the_systems_own():
    """The sheet of the report has them twice, light first; the app's adds the chosen look and three of its own."""
    light, dark = SHEETS[1].read_text(encoding="utf-8").split("@media (prefers-color-scheme: dark) {")
    for look, css in (("light", light), ("dark", dark.partition("* {")[0])):
        assert dict(TOKEN.findall(css)).items() <= tokens(look).items(), look


@pytest.mark.parametrize("look", ["light", "dark"])
def test_letters_and_the_frames_of_fields_stand_out_from_all_they_stand_on(look):
    found = tokens(look)
    for (ink, least), ground in product(INKS.items(), ("paper", "card", "wash")):
        assert contrast(found[ink], found[ground]) >= least, (ink, ground)
    assert contrast(found["on-accent"], found["accent"]) >= TEXT
    assert contrast(found["on-accent"], found["warn"]) >= TEXT, "the button that deletes"


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_nothing_comes_from_elsewhere(sheet):
    css = sheet.read_text(encoding="utf-8")
    assert "@import" not in css
    assert re.findall(r"url\((?!data:)", css) == []

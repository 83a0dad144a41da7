"""H12 with the clock moved on: wherever a page names a source or a help line that is due, the page says so."""

import re
from datetime import date

import pytest

from ashore.packs.pack import load_pack
from ashore.rules.dated import Dated
from ashore.web import clock
from day import noon
from web.test_guard import every_path
from web.test_help_everywhere import is_page

pytestmark = pytest.mark.long
CN = load_pack("cn")
NEW_YEAR, SUMMER = date(2027, 1, 15), date(2027, 6, 15)
DUE = {
    "zh": re.compile("需要核对|该再核对|该重新核对|要重新核对|该再查"),
    "en": re.compile("[Nn]eeds checking|looked at again|due for another check"),
}
NEAR = 160
"""The words stand within so many signs of a source's name: behind it, or at the head of the entry that ends with it."""
MORE = (
    *(f"/papers/{kind}?received=2027-01-04" for kind in ("order", "claim", "enforcement")),
    *(f"/learn/{lesson}" for lesson in sorted(CN.lessons)),
    "/plan/asks?wait=1", "/plan/levers?wait=1", "/money?wait=1&pay=7000&cost=300&hours=60",
)  # fmt: skip
LINE = {"zh": re.compile("2026年11月2[0-9]日 ?查过"), "en": re.compile("checked 2[0-9] Nov 2026")}


def titles(on: date, language: str) -> set[str]:
    """Return the titles of sources of which everything that rests on them is due; a rate that moves is told apart."""
    named: dict[str, set[bool]] = {}
    for fact in CN.facts.values():
        title = (fact.source.title_en if language == "en" else None) or fact.source.title
        named.setdefault(title, set()).add(fact.stale(on) and not isinstance(fact.value, Dated))
    alone = {title for title, stale in named.items() if stale == {True}}
    return {one for one in alone if not any(one in other for other in set(named) - {one})}


def unsaid(words: str, on: date, language: str) -> list[str]:
    """Return which sources a page names and nowhere says that they are due, and which days of help lines."""
    said = {
        title: [
            DUE[language].search(words[max(0, place.start() - NEAR) : place.end() + NEAR]) for place in found
        ]
        for title in titles(on, language)
        if (found := list(re.finditer(re.escape(title), words)))
    }
    lines = LINE[language].finditer(words) if on == SUMMER else ()
    old = {place[0] for place in lines if not DUE[language].match(words[place.end() :].lstrip("，, "))}
    return sorted({title for title, marks in said.items() if not any(marks)} | old)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("on", [NEW_YEAR, SUMMER], ids=str)
def test_every_page_says_what_is_due(owner, monkeypatch, on, language):
    owner.speaks(language)
    monkeypatch.setattr(clock, "now", lambda: noon(on))
    lacks: dict[str, list[str]] = {}
    named = seen = 0
    for path in [*every_path(), *MORE]:
        page = owner.get(path)
        if page.status == 200 and is_page(page):
            seen += 1
            named += any(title in page.words for title in titles(on, language))
            lacks |= {path: missing} if (missing := unsaid(page.words, on, language)) else {}
    assert lacks == {}
    assert seen > 60
    assert named >= 2


def test_what_is_due_and_unsaid_is_found():
    title = min(titles(SUMMER, "zh"))
    assert unsaid(f"{title}。", SUMMER, "zh") == [title]
    assert unsaid(f"{title}（该再核对了）。", SUMMER, "zh") == []
    assert unsaid("2026年11月23日查过。", SUMMER, "zh") == ["2026年11月23日查过"]

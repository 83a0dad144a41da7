"""While amounts are covered no page tells one: in no word, field, picture, nothing read aloud or sent along.

Two households, alike but for every amount: covered, each page of one must say what it says of the other, to the letter.
So no amount slips through in a form that nobody thought of.
"""

import re
import uuid
from html.parser import HTMLParser
from importlib import resources

import pytest

from ashore.store import book
from ashore.web import session

EXAMPLE = (resources.files("ashore") / "examples" / "demo.toml").read_text(encoding="utf-8")
DEMO = EXAMPLE.replace("cash = 11460.00\n", "").replace("fees = 0.00", "fees = 5.00")
"""The example, whose cash is what its accounts hold, without a sum that is nought in one household alone."""
EARLIER = (
    '\n[[income]]\nname = "收入"\namount = 743.21\n[[spending]]\nname = "住房"\namount = 613.47\nday = 3\n'
)
"""What the first visit put in: its screens then hold it."""
TYPED_SUM = re.compile(r"(?<=[= ])(\d+)\.(\d\d)(?=\D)")
TELLS = frozenset(
    {"value", "alt", "title", "aria-label", "placeholder", "content", "href", "action", "src", "d-name"}
)
OF_FORMS = frozenset({"key", "csrfmiddlewaretoken", "version", "state", "next"})
SUM = re.compile(r"¥\s?\d|\d,\d{3}\b|(?<![\d.])\d+\.\d\d(?![\d%.])|\d\s?[千万]?\s?元|\d\s?万")
"""What a person would read as a sum of money: written apart from the pattern under test."""
CHANGING = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|/undo/\d+|\d+(?=[ \xa0](?:\u5c0f\u65f6|hours?\b))")
"""Names of entries and of changes, which are others in each book; hours of work, which are no amount."""
QUICK = (
    "/",
    "/situation?total=1",
    "/checkin",
    "/visit/income",
    "/visit/cash",
    "/wellbeing/family?numbers=1",
    "DEBT",
)
ALL = (
    *QUICK, "/plan", "/plan?compare=1", "/plan/if?income=-10&spending=5", "/plan/if?income=-10&alone=1&quick=1",
    "/plan/asks?wait=1", "/plan/levers?wait=1", "/plan/futures?wait=1", "/money?wait=1&pay=7000&cost=300&hours=60",
    "/iou", "/creditors", "/agenda", "/log", "/log/new", "/letters", "/papers", "/papers/claim?received=2026-11-20",
    "/report", "/report/card", "/report/end", "/wellbeing", "/wellbeing/progress",
    "/wellbeing/share?show=1&need=papers&need=days&details=1", "/learn", "/learn/daily-rate", "/learn/minimum-payment",
    "/settings", "/settings/delete", "/visit/living", "/visit/rent", "/visit/debt", "/add/debt", "/phone-door",
    "/support", "/support/pack", "/bills", "/why", "/budget", "/review", "/notes/causes", "/mood",
    "DEBT/closing", "DEBT/audit", "DEBT/cost", "DEBT/offer", "LETTER/statement", "LETTER/proposal", "LETTER/budget",
    "THING", "ENTRY",
)  # fmt: skip


class Said(HTMLParser):
    """What a page says, shows in fields, reads aloud and sends along; not how its pictures are drawn."""

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__()
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element tells besides its words."""
        said = dict(attrs)
        if said.get("name") not in OF_FORMS:
            named = (value for name, value in attrs if name in TELLS or name.startswith("data-"))
            self.texts += [CHANGING.sub("", value) for value in named if value]

    def handle_data(self, data: str) -> None:
        """Note what is said."""
        if data.strip():
            self.texts.append(CHANGING.sub("", data.strip()))


def more(text: str) -> str:
    """Return a household's file with every amount a yuan and three fen higher."""
    return TYPED_SUM.sub(lambda found: f"{int(found[1]) + 1}.{(int(found[2]) + 3) % 100:02d}", text)


def path_of(asked: str) -> str:
    """Return the address that is asked for, in the book as it is."""
    now = book.load()
    debt = now.of("debt")[0].pk
    if asked.startswith("LETTER"):
        return f"{asked.replace('LETTER', '/letters')}/{debt}"
    for name, there in (
        ("DEBT", f"/debt/{debt}"),
        ("THING", f"/things/{now.of('asset')[0].pk}"),
        ("ENTRY", f"/entry/{debt}"),
    ):
        asked = asked.replace(name, there)
    return asked


def said(owner, asked: str) -> list[str]:
    """Return what a page says."""
    page = owner.get(path_of(asked))
    assert page.status in (200, 302), asked
    return Said(page.text).texts


def told_covered(owner, text: str, paths: tuple[str, ...]) -> dict[str, list[str]]:
    """Return what each page of a household says while amounts are covered."""
    book.replace_all(uuid.uuid4(), text)
    return {asked: said(owner, asked) for asked in paths}


@pytest.mark.parametrize(
    ("language", "paths"),
    [
        pytest.param("zh", QUICK, id="some"),
        *(pytest.param(language, ALL, id=language, marks=pytest.mark.long) for language in ("zh", "en")),
    ],
)
def test_covered_a_page_says_the_same_of_other_amounts(owner, language, paths):
    owner.speaks(language)
    owner.client.cookies[session.COVER] = "1"
    one, other = (told_covered(owner, text, paths) for text in (DEMO + EARLIER, more(DEMO + EARLIER)))
    differs = {
        asked: [pair for pair in zip(one[asked], other[asked], strict=False) if pair[0] != pair[1]]
        for asked in paths
        if one[asked] != other[asked]
    }
    assert differs == {}
    sums = {asked: found for asked in paths if (found := [text for text in one[asked] if SUM.search(text)])}
    assert sums == {}


def test_without_the_cover_the_same_pages_do_differ(owner):
    """So that finding nothing above says something."""
    paths = ("/", "DEBT", "/visit/income")
    one, other = (told_covered(owner, text, paths) for text in (DEMO + EARLIER, more(DEMO + EARLIER)))
    assert [asked for asked in paths if one[asked] == other[asked]] == []
    assert [
        asked for asked in ("/", "/visit/income") if not any(SUM.search(text) for text in one[asked])
    ] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_could_not_be_read_as_an_amount_is_covered_too(owner, language):
    owner.speaks(language)
    typed = DEMO.replace("balance = 86000.00", 'balance = "about 8613x"').replace(
        "amount = 2200.00", 'amount = "2,217o"'
    )
    book.replace_all(uuid.uuid4(), typed + '\n[[income]]\nname = "收入"\namount = "7431 or so"\n')
    plain = owner.get("/").words + owner.get("/situation").words + owner.get("/visit/income").text
    assert all(figure in plain for figure in ("8613", "2,217", "7431"))
    owner.client.cookies[session.COVER] = "1"
    for path in ("/", "/situation", "/visit/income"):
        page = owner.get(path)
        # An entry's address may hold any digits: what is left of a sum is looked for in the words alone.
        assert [figure for figure in ("about 8613", "2,217", "7431 or") if figure in page.text] == [], path
        assert [figure for figure in ("8613", "217", "7431") if figure in page.words] == [], path

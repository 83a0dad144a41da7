"""The report is one whole page: well formed, in one language, with no way out, its tables the plan's to the fen."""

import base64
import hashlib
import re
from itertools import pairwise

import pytest

from ashore.dates import month_of
from ashore.documents.html import Html, tag
from ashore.documents.report import STYLE, report_html
from ashore.money import format_fen, format_yuan
from ashore.planning.plan import make_plan
from ashore.texts import Language
from ashore.texts.sentences import word
from documents.households import HOUSEHOLDS, NAMES, WORKS, home, loan, plan_of, seen, view_of
from documents.page import Node, parse, rows_of

LANGUAGES: tuple[Language, ...] = ("zh", "en")
SOME = (
    "empty",
    "no-debt",
    "one-debt",
    "cured",
    "does-not-work",
    "starving",
    "friend",
    "shop",
    "thirty",
    "toyland",
)
OUTSIDE = ("src", "srcset", "action", "formaction", "background", "poster", "data", "ping", "manifest")


def page_of(name: str, language: Language = "zh") -> Node:
    """Return a household's report as a tree."""
    return parse(report_html(view_of(name), language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_the_page_is_well_formed_and_of_one_language(name, language):
    text = report_html(view_of(name), language)
    assert text.startswith("<!doctype html>\n")
    page = parse(text)
    (html,) = page.all("html")
    assert html.attributes["lang"] == {"zh": "zh-Hans", "en": "en"}[language]
    assert [title.text for title in page.all("title")] == [
        {"zh": "家庭账本", "en": "Household book"}[language]
    ]
    assert page.all("h1")[0].text == page.all("title")[0].text


@pytest.mark.parametrize("name", SOME)
def test_nothing_on_the_page_reaches_out(name):
    for language in LANGUAGES:
        text = report_html(view_of(name), language)
        assert not re.search(
            r"https?:|//[a-z]|@import|url\((?!#)|<script|<iframe|<img|<link|<form|\son\w+=", text
        )
        for node in parse(text).every():
            assert not set(node.attributes) & {*OUTSIDE, "style"}, node
            assert re.fullmatch(r"tel:[\d+]+", node.attributes.get("href") or "tel:1")


def test_the_policy_allows_this_style_and_nothing_else():
    page = page_of("cured")
    policy = next(
        node.attributes["content"]
        for node in page.all("meta")
        if node.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    (style,) = page.all("style")
    digest = base64.b64encode(hashlib.sha256(style.text.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@pytest.mark.parametrize("name", SOME)
def test_headings_go_down_one_step_at_a_time_and_ids_stand_once(name):
    page = page_of(name)
    levels = [int(node.name[1]) for node in page.all("h1", "h2", "h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = [node.attributes["id"] for node in page.every() if "id" in node.attributes]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", SOME)
def test_every_table_has_a_caption_and_scopes(name):
    for table in page_of(name).all("table"):
        assert table.all("caption")[0].text
        assert {cell.attributes.get("scope") for cell in table.all("thead")[0].all("th")} == {"col"}
        for row in table.all("tbody")[0].all("tr"):
            assert [cell.attributes.get("scope") for cell in row.all("th")] == ["row"]


@pytest.mark.parametrize("name", ["cured", "does-not-work", "friend", "thirty"])
def test_every_picture_says_what_it_shows_and_has_its_table_below(name):
    page = page_of(name)
    figures = page.all("figure")
    assert len(figures) == 2
    for section in page.all("section"):
        if section.all("figure"):
            drawings = [svg for svg in section.all("svg") if svg.attributes.get("role") == "img"]
            assert len(drawings) == 2
            assert all(len(svg.attributes["aria-label"] or "") > 10 for svg in drawings)
            names = [node.name for node in section.every()]
            assert names.index("figure") < names.index("table")
            assert section.all("details")[0].all("table")


@pytest.mark.parametrize("name", ["cured", "thirty"])
def test_bands_are_told_apart_without_colour(name):
    drawing = next(svg for svg in page_of(name).all("svg") if "wide" in (svg.attributes.get("class") or ""))
    shapes = [path for path in drawing.all("path") if "band" in (path.attributes.get("class") or "")]
    patterns = {
        pattern.attributes["id"]: pattern.all("path")[0].attributes["d"] for pattern in drawing.all("pattern")
    }
    assert len(patterns) == len(shapes) - 1
    assert len(set(patterns.values())) == len(patterns)
    fills = {path.attributes.get("fill") for path in drawing.all("path")} - {None}
    assert fills == {f"url(#{name})" for name in patterns}


def fold(page: Node, code: str, language: Language = "zh") -> Node:
    """Return the folded part under a heading."""
    return next(
        node
        for node in page.all("details")
        if node.all("h3") and node.all("h3")[0].text == word(code, language)
    )


@pytest.mark.parametrize("name", WORKS)
def test_the_table_of_payments_is_the_plans_to_the_fen(name):
    rows = rows_of(fold(page_of(name), "answer-head-calendar").all("table")[0])
    payments = plan_of(name).outcome.payments
    shown = [row[2:8] for row in rows]
    assert shown == [
        [
            format_fen(fen)
            for fen in (
                row.fen,
                row.principal_fen,
                row.interest_fen,
                row.penalty_fen,
                row.fee_fen,
                row.balance_fen,
            )
        ]
        for row in payments
    ]


@pytest.mark.parametrize("name", ["does-not-work", "day-60", "just-fails"])
def test_a_holding_plan_shows_its_first_six_months_only(name):
    plan = plan_of(name)
    last = month_of(plan.as_of).plus(6)
    rows = rows_of(fold(page_of(name), "answer-head-calendar").all("table")[0])
    assert [row[2] for row in rows] == [
        format_fen(row.fen) for row in plan.outcome.payments if month_of(row.on) <= last
    ]


@pytest.mark.parametrize("name", [name for name in WORKS if name != "one-debt-this-month"])
def test_the_table_of_cash_is_the_plans_to_the_fen(name):
    page = page_of(name, "en")
    section = next(
        one
        for one in page.all("section")
        if one.all("h2")[:1] and one.all("h2")[0].text.startswith("Cash at")
    )
    rows = rows_of(section.all("table")[0])
    cash = plan_of(name).outcome.cash
    expected = [
        [
            format_fen(fen)
            for fen in (row.income_fen, row.essential_fen, row.other_fen, row.debt_fen, row.end_fen)
        ]
        for row in cash
    ]
    assert [row[1:6] for row in rows] == expected
    target = 3_000_00  # reached in six equal steps
    assert [row[6] for row in rows] == [
        format_fen(target * min(6, month + 1) // 6) for month in range(len(cash))
    ]


@pytest.mark.parametrize("name", [name for name in NAMES if len(HOUSEHOLDS[name].debts) > 1])
def test_all_that_is_owed_is_inside_what_is_closed_at_first(name):
    page = page_of(name)
    owed = format_yuan(plan_of(name).outcome.owed_fen)
    assert [node.attributes.get("open", "closed") for node in page.all("details")] == ["closed"] * len(
        page.all("details")
    )
    inside = "".join(node.text for node in page.all("details"))
    assert owed in inside
    assert page.text.count(owed) == inside.count(owed)


def test_what_is_missing_is_behind_a_tap():
    page = page_of("does-not-work")
    missing = format_yuan(plan_of("does-not-work").shortfall_fen)
    section = next(node for node in page.all("section") if "gap" in (node.attributes["class"] or "").split())
    assert missing in section.all("details")[0].text
    assert page.text.count(missing) == 1


def test_what_a_person_types_is_text_and_never_html():
    nasty = '<script>alert("1")</script>&amp;<b>'
    page = parse(report_html(seen(make_plan(home(14_000_00, loan(nasty)))), "en"))
    assert not page.all("script", "b")
    assert nasty in page.text


@pytest.mark.parametrize("broken", ["<p><b>x</p></b>", "<div><p>x</p>", '<p id="a" id="b">x</p>'])
def test_a_broken_page_is_found(broken):
    with pytest.raises(AssertionError):
        parse(broken)


def test_a_tag_escapes_text_and_attributes_once():
    assert tag("p", "<&>", Html("<b>x</b>"), title='"<') == '<p title="&quot;&lt;">&lt;&amp;&gt;<b>x</b></p>'
    assert tag("meta", charset="utf-8", hidden=True, lang=None) == '<meta charset="utf-8" hidden>'


# Contrast, computed from the style itself

HEX = re.compile(r"--(\w+): (#[0-9a-f]{3,6})")


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2)."""
    digits = colour[1:] if len(colour) == 7 else "".join(char * 2 for char in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def themes() -> list[dict[str, str]]:
    """Return the colours of each `:root`: light, dark, print."""
    blocks = re.findall(r":root \{(.*?)\}", STYLE.read_text("utf-8"), re.DOTALL)
    return [dict(HEX.findall(block)) for block in blocks]


def test_the_known_contrasts_are_computed():
    assert contrast("#000000", "#fff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("place", range(3), ids=["light", "dark", "print"])
def test_text_and_pictures_stand_out_enough(place):
    colours = themes()[place]
    for ground in ("paper", "card", "wash"):
        for text in ("ink", "soft", "accent"):
            assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
    for band in range(6):
        assert contrast(colours[f"b{band}"], colours["card"]) >= 3, band

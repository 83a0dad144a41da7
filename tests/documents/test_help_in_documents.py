"""Every page made for the person names whom to call, on a screen and on paper; one for a lender names nobody."""

import re
from datetime import date, timedelta

import pytest

from ashore.documents.blocks import Call
from ashore.documents.counsellor import chosen_of, sheet_of
from ashore.documents.first_page import first_page
from ashore.documents.report import STYLE, report_html
from ashore.documents.sheets.page import sheet_html
from ashore.documents.sheets.text import sheet_text
from ashore.documents.support import circle_paper, circle_parts
from ashore.packs.first import first_of_kind
from ashore.packs.pack import load_pack
from ashore.rules.helpline import CHECK_AGAIN_AFTER
from ashore.texts import Language
from ashore.texts.facts import format_day
from documents.audits import audit_page
from documents.households import AS_OF, view_of
from documents.page import parse
from documents.test_report_browser import page_of

PACK = load_pack("cn")
LINES = [first_of_kind(PACK)[kind] for kind in ("mental-health", "emergency", "police")]
LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
SLOW = pytest.param("does-not-work", marks=pytest.mark.long)
REPORTS = ("empty", "no-debt", "one-debt", SLOW, "sued", "futures")


@LANGUAGES
@pytest.mark.parametrize("name", REPORTS)
def test_a_report_names_them_at_its_head_and_says_once_when_they_answer(name, language):
    page = parse(page_of(name, language))
    (header,) = page.all("header")
    links = {node.attributes["href"]: node.text for node in header.all("a")}
    assert links == {f"tel:{line.number}": line.number for line in LINES}
    assert LINES[0].hours[language] in page.text
    assert page.text.count(LINES[0].hours[language]) == 1


@LANGUAGES
def test_a_page_to_attach_for_the_lender_names_nobody_to_call(language):
    """Whom a person calls is nothing for a lender (practice §2, H14)."""
    page = parse(audit_page(language))
    assert page.all("a") == []
    assert not re.search(r"\b(12356|120|110)\b", page.all("header")[0].text)


@LANGUAGES
def test_the_first_card_names_them_before_and_after_its_script(language):
    page = parse(first_page(PACK, AS_OF))
    section = next(one for one in page.all("section") if one.attributes.get("id") == language)
    called = {node.attributes.get("href") for node in section.all("a")}
    assert {f"tel:{line.number.replace('-', '')}" for line in PACK.helplines.values()} <= called
    top = page.all("header")[0].all("a")[0].attributes["href"]
    assert top == "#help-zh", "one tap from the top"
    assert len([node for node in page.every() if node.attributes.get("id") == f"help-{language}"]) == 1


@LANGUAGES
def test_the_circles_page_has_the_numbers_in_its_words(language):
    text = parse(sheet_html(circle_paper(PACK, AS_OF, language), language).decode()).text
    assert all(number in text for number in ("12356", "120", "110", "96110"))


def papers(day: date, language: Language) -> dict[str, str]:
    """Return the papers that name numbers to call, as text."""
    household = view_of("one-debt").plan.household
    return {
        "counsellor": sheet_text(sheet_of(household, chosen_of(None, ()), day, language), language),
        "circle": sheet_text(circle_paper(PACK, day, language), language),
    }


@LANGUAGES
@pytest.mark.parametrize("name", ["circle", "counsellor"])
def test_a_paper_says_of_its_numbers_when_they_answer_where_that_was_read_and_when(name, language):
    """Whoever finds the paper in a drawer has to see how old its numbers are."""
    fraud = first_of_kind(PACK)["fraud"]
    rows = papers(AS_OF, language)[name].splitlines()
    due = {"zh": "该再核对了", "en": "due for another check"}[language]
    for line in (*LINES, fraud) if name == "circle" else LINES:
        title = (line.source.title_en if language == "en" else None) or line.source.title
        (row,) = (one for one in rows if re.match(rf"\d\. {line.number}\b", one))
        assert line.hours[language] in row
        assert title in row
        assert format_day(line.checked_on, language) in row
        assert due not in row
    late = max(line.checked_on for line in LINES) + CHECK_AGAIN_AFTER + timedelta(1)
    assert papers(late, language)[name].count(due) == (4 if name == "circle" else 3)


def test_the_circles_page_in_the_app_has_them_too():
    calls = [block for part in circle_parts(PACK, AS_OF) for block in part.blocks if isinstance(block, Call)]
    assert [one.line.number for one in calls] == ["12356", "120", "110", "96110"]


def test_on_paper_the_numbers_stand_printed():
    """A link without its number would be nothing on paper: the number is the link's text, and no rule hides it."""
    style = STYLE.read_text("utf-8")
    printed = style.partition("@media print")[2]
    assert "to-call" not in printed
    assert "content: attr(href)" not in style
    app = (STYLE.parent.parent.parent / "web" / "static" / "web" / "app.css").read_text("utf-8")
    hidden = re.findall(r"([^{}]*)\{ display: none; \}", app.partition("@media print")[2])
    assert hidden
    assert not any(
        ".foot," in rule or ".foot " in rule.replace(".foot-row", "") or "to-call" in rule for rule in hidden
    )


@LANGUAGES
def test_the_report_is_as_private_as_before(language):
    page = report_html(view_of("one-debt"), language)
    assert page.count("default-src ") == 1
    assert "<script" not in page

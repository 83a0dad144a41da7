"""Help and sources are on every page's way, open or locked, and no page carries another number."""

import re

import pytest

from ashore.packs.pack import load_pack
from ashore.texts.sentences import word

NUMBER = re.compile(r"(?<![\d.,-])1\d{10}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}|[\w.]+@[\w.]+\.\w+|QQ|微信号|WeChat")
PAGES = (
    "/",
    "/situation",
    "/plan",
    "/settings",
    "/help",
    "/about",
    "/first",
    "/checkin",
    "/add/debt",
    "/unlock",
    "/restore",
)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_help_lists_the_packs_lines_with_the_day_of_their_last_check(visitor, language):
    visitor.speaks(language)
    page = visitor.get("/help")
    for line in load_pack("cn").helplines.values():
        assert line.number in page.words
        assert line.names[language] in page.words


@pytest.mark.parametrize(("language", "place"), [("zh", "中国网贷"), ("en", "online in China")])
def test_about_says_what_nobody_knows(visitor, language, place):
    """`trust.md` D: nearly all studies are from elsewhere, and the person who reads the plan is told."""
    visitor.speaks(language)
    assert place in visitor.get("/about").words


def test_about_lists_every_fact_with_its_source(visitor):
    page = visitor.get("/about")
    for fact in load_pack("cn").facts.values():
        assert fact.source.title in page.words


@pytest.mark.parametrize("language", ["zh", "en"])
def test_about_says_where_to_complain_in_order_and_what_is_often_said_and_not_so(visitor, language):
    visitor.speaks(language)
    words = visitor.get("/about").words
    pack = load_pack("cn")
    places = [words.index(one.purpose[language]) for one in pack.channels.values()]
    assert places == sorted(places)
    for claim in pack.negatives.values():
        assert words.index(claim.claim[language]) < words.index(claim.truth[language])
    assert {
        "zh": "一般要在 15 天内答复；情况复杂的投诉，可以延长到 30 天；特别复杂、经过审批的投诉，最长 60 天。",
        "en": "within 15 days; a difficult complaint may take 30 days; a very difficult one, with approval, 60 days",
    }[language] in words


@pytest.mark.parametrize("path", PAGES)
def test_every_page_leads_to_help_and_to_the_sources(owner, path):
    page = owner.get(path)
    assert page.status == 200
    assert 'href="/help"' in page.text
    assert 'href="/about"' in page.text
    assert page.words.count(word("first-about-free", "zh")) == 1, "said, and said once"


def test_the_navigation_is_named_for_who_hears_the_page(owner):
    for language, name in (("zh", "页面"), ("en", "Pages")):
        owner.speaks(language)
        assert f'<nav aria-label="{name}">' in owner.get("/settings").text


@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_a_phone_or_an_address_but_the_packs_lines(owner, path):
    known = {line.number for line in load_pack("cn").helplines.values()}
    assert [found for found in NUMBER.findall(owner.get(path).words) if found not in known] == []

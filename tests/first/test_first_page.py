"""The page for a phone as a file: it names no place to load from, keeps nothing, and is whole without its script."""

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from ashore.documents.first_page import first_page
from ashore.planning.triage import Answers, first_card
from ashore.texts import say
from first.cases import KNOWN, PACK, TODAY

PAGE = first_page(PACK, TODAY)
LOADS = re.compile(
    r"https?:|//[a-z]|\bsrc=|@import|url\(|fetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|<link|<img|<iframe|<form",
    re.IGNORECASE,
)
KEEPS = re.compile(
    r"localStorage|sessionStorage|indexedDB|cookie|caches\b|serviceWorker|history\.", re.IGNORECASE
)
RUNS_TEXT = re.compile(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|new Function|\son\w+=")


class Words(HTMLParser):
    """Collects the text that a browser without scripts shows, and every attribute."""

    def __init__(self) -> None:
        """Read the page."""
        super().__init__()
        self.shown: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self._quiet = 0
        self.feed(PAGE)

    def handle_starttag(self, tag, attrs):
        self._quiet += tag in {"script", "style"}
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag):
        self._quiet -= tag in {"script", "style"}

    def handle_data(self, data):
        if not self._quiet and data.strip():
            self.shown.append(data.strip())


WORDS = Words()
TEXT = "\n".join(WORDS.shown)


def inside(tag: str) -> str:
    """Return what stands between a tag's ends; the last one of that name."""
    return re.findall(rf"<{tag}[^>]*>(.*?)</{tag}>", PAGE, re.DOTALL)[-1]


@pytest.mark.parametrize("pattern", [LOADS, KEEPS, RUNS_TEXT], ids=["loads", "keeps", "runs text"])
def test_the_page_names_nothing_of_the_kind(pattern: re.Pattern[str]):
    assert pattern.findall(PAGE) == []


@pytest.mark.parametrize(
    ("pattern", "planted"),
    [
        (LOADS, '<script src="x.js">'),
        (LOADS, "fetch('x')"),
        (LOADS, 'href="https://a.example"'),
        (KEEPS, "window.localStorage.x = 1"),
        (RUNS_TEXT, '<p onclick="x">'),
    ],
)
def test_a_planted_one_is_found(pattern: re.Pattern[str], planted: str):
    assert pattern.search(planted)


def test_the_policy_forbids_every_load_and_allows_only_these_two_texts():
    policy = next(
        value for _, name, value in WORDS.attributes if name == "content" and "default-src" in value
    )
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))

    def allowed(text: str) -> str:
        return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"

    assert rules == {
        "default-src": "'none'",
        "style-src": allowed(inside("style")),
        "script-src": allowed(inside("script")),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert not [value for _, name, value in WORDS.attributes if name == "style"]


def test_the_title_is_neutral():
    assert inside("title") == "家庭账本"
    for word in ("债", "欠", "急救", "靠岸", "Ashore", "debt"):
        assert word not in inside("title")


def test_every_address_is_a_phone_call_or_a_place_on_the_page():
    addresses = [value for _, name, value in WORDS.attributes if name == "href"]
    assert {address[:1] for address in addresses} == {"#", "t"}
    calls = {address.removeprefix("tel:") for address in addresses if not address.startswith("#")}
    assert calls == {line.number.replace("-", "") for line in PACK.helplines.values()}
    anchors = {value for _, name, value in WORDS.attributes if name == "id"}
    assert {address[1:] for address in addresses if address.startswith("#")} <= anchors


def test_without_the_script_the_card_for_no_answer_stands_there_in_both_languages():
    card = first_card(Answers(), KNOWN, TODAY)
    for language in ("zh", "en"):
        messages = [
            *(part for step in card.today for part in (step.title, step.detail)),
            *card.avoid,
            *card.phone,
        ]
        for message in messages:
            assert say(message, language) in TEXT, message.code


def test_without_the_script_every_section_is_there_to_open():
    hidden = [tag for tag, name, _ in WORDS.attributes if name == "hidden"]
    assert sorted(hidden) == ["button", "button", "details", "details", "div", "div"], "what needs the script"
    assert PAGE.count("<details><summary>") == 2 * 11
    for line in PACK.helplines.values():
        for language in ("zh", "en"):
            assert line.purpose[language] in TEXT
            assert line.limits[language] in TEXT
    assert TEXT.count("2026年11月23日看到") > 15
    for title in (
        "民法典第一千零六十四条",
        "民事诉讼法（2023）第二百五十四条",
        "民法典第一百八十八、一百九十二、一百九十五条",
    ):
        assert title in TEXT


def test_what_the_script_reads_ends_nowhere_early():
    data = re.findall(r'<script type="application/json" id="data">(.*?)</script>', PAGE, re.DOTALL)[0]
    assert "<" not in data
    assert json.loads(data)["answer_days"] == 15


def test_texts_from_a_pack_cannot_become_markup():
    lines = dict(PACK.helplines)
    lines["120"] = replace(lines["120"], names={"zh": "<b>急救</b>", "en": "</script><script>x()</script>"})
    page = first_page(replace(PACK, helplines=lines), TODAY)
    assert "<b>急救</b>" not in page
    assert page.count("<script") == PAGE.count("<script")


@pytest.mark.parametrize(("language", "word", "means"), [
    ("zh", "支付令", "法院不开庭、直接发给你的还钱命令"), ("en", "payment order", "An order to pay that a court sends"),
])  # fmt: skip
def test_the_words_it_uses_are_explained_at_its_end(language, word, means):
    part = PAGE.partition(f'<section id="{language}"')[2].partition("</section>")[0]
    meanings = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", part)
    assert dict(meanings)[word].startswith(means)
    assert f"{len(meanings)}" in part.partition('<dl class="meanings">')[0].rpartition("<summary>")[2]
    read = part.partition('<dl class="meanings">')[0].casefold()
    assert word in read

"""The page of all words, and the fold of its words at the end of each page."""

import re
import uuid
from datetime import date
from html import unescape

import pytest

from ashore.packs.explained import explained_words
from ashore.rules.word import Word
from ashore.store import book
from ashore.store.faults import Damaged
from ashore.web import clock, guard
from ashore.web.templatetags import explaining
from ashore.web.templatetags.explaining import NOT_EXPLAINED
from day import noon
from needs import ROOT
from web.asking import Answer

FOLD = re.compile(r'<details class="fold words noprint">(.*?)</details>', re.DOTALL)
MAIN = re.compile(r"<main[^>]*>(.*?)</main>", re.DOTALL)
PAGES = ("/", "/situation", "/plan", "/papers/claim?received=2026-11-20")
MORE = (
    "/situation?total", "/plan/if?income=-10&spending=5", "/checkin", "/settings", "/about", "/add/account",
    "/add/debt", "/creditors", "/agenda", "/money?wait=1&pay=7000&cost=300&hours=60", "/iou", "/papers", "/log",
    "/log/new", "/first", "/letters", "/why", "/budget", "/notes/causes", "/phone-door", "/learn", "/visit/debt",
    "/wellbeing/progress", "/review", "/bills", "/report",
)  # fmt: skip
SILENT = ("/help", "/words", "/unlock", "/start", "/no-such-page")


def fold_of(page: Answer) -> str:
    """Return the fold of a page; empty where it has none."""
    found = FOLD.search(page.text)
    return found[1] if found else ""


def named(page: Answer) -> list[str]:
    """Return the ids of the words in a page's fold."""
    return re.findall(r'href="/words#w-([\w-]+)"', fold_of(page))


def by_hand(page: Answer, language: str) -> set[str]:
    """Return which words stand on a page: letter after letter for each length, what was found is crossed out."""
    inside = MAIN.search(page.text)
    assert inside is not None
    text = unescape(re.sub(r"<[^>]*>", "\n", FOLD.sub("", inside[1]))).replace("’", "'").casefold()
    text = re.sub(r"[ \t\r\n]+", " ", text)
    words = explained_words("cn").values()
    known: dict[str, Word | None] = {form: None for word in words for form in word.inside.get(language, ())}
    known |= {form.casefold(): word for word in words for form in word.forms(language)}
    found: set[str] = set()
    for length in sorted({len(form) for form in known}, reverse=True):
        begins = {form[0] for form in known if len(form) == length}
        for place in range(len(text) - length + 1):
            form = text[place : place + length] if text[place] in begins else ""
            if form in known and (language == "zh" or stands_alone(text, place, place + length)):
                text = text[:place] + "#" * length + text[place + length :]
                if (word := known[form]) and not word.everyday:
                    found.add(word.id)
    return found


def stands_alone(text: str, begin: int, end: int) -> bool:
    """Return whether an English form has no other letter beside it, or is a plural."""
    before = text[begin - 1 : begin]
    after = text[end : end + 3]
    return not joins(before) and any(
        after.startswith(ending) and not joins(after[len(ending) : len(ending) + 1])
        for ending in ("", "s", "es")
    )


def joins(letter: str) -> bool:
    """Return whether a letter makes one word with its neighbour."""
    return letter.isalnum() or letter in {"-", "_"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_shows_every_word_with_its_explanation(visitor, language):
    visitor.speaks(language)
    page = visitor.get("/words")
    assert page.status == 200
    for word in explained_words("cn").values():
        assert f'id="w-{word.id}"' in page.text
        assert word.names[language] in page.words
        assert word.says[language] in page.words
    assert len(re.findall("<h1", page.text)) == 1
    assert page.text.count("<dt") == page.text.count("<dd") == len(explained_words("cn"))


def test_what_the_law_says_stands_with_its_source(visitor):
    words = visitor.get("/words").words
    assert "民事诉讼法（2023）第二百二十七条" in words
    assert "2026年11月23日看过" in words


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("path", [*PAGES, *(pytest.param(path, marks=pytest.mark.long) for path in MORE)])
def test_a_page_explains_each_word_that_stands_on_it(owner, language, path):
    owner.speaks(language)
    page = owner.get(path)
    assert page.status == 200
    assert set(named(page)) == by_hand(page, language)
    assert len(named(page)) == len(set(named(page)))


def test_words_come_in_the_order_of_the_page_with_what_they_mean(owner):
    page = owner.get("/plan")
    words = explained_words("cn")
    text = page.text.partition('<details class="fold words')[0]
    places = [min(text.find(form) for form in words[one].forms("zh") if form in text) for one in named(page)]
    assert len(places) > 5
    assert places[0] == min(places)
    for one in named(page):
        assert words[one].says["zh"] in fold_of(page)


def test_the_fold_is_closed_needs_no_script_and_says_how_many(owner):
    page = owner.get("/plan")
    fold = fold_of(page)
    assert f"（{len(named(page))} 个）" in fold
    assert "<script" not in fold
    assert not re.search(r'<details class="fold words noprint"[^>]* open', page.text)
    assert page.text.index("fold words") < page.text.index("</main>")


def test_words_are_found_once_for_a_page_and_forgotten_as_the_book_closes(owner, monkeypatch):
    first = named(owner.get("/plan"))
    monkeypatch.setattr(explaining, "words_on", lambda *_: ())
    assert named(owner.get("/plan")) == first
    owner.speaks("en")
    assert named(owner.get("/plan")) == []
    guard.close()
    assert not explaining._folds


@pytest.mark.parametrize("path", SILENT)
def test_a_page_for_a_bad_hour_or_with_one_thing_to_do_has_no_fold(owner, path):
    assert fold_of(owner.get(path)) == ""


def test_pages_without_a_fold_are_named_as_their_templates_are():
    there = {path.stem for path in (ROOT / "src/ashore/web/templates/web").glob("*.html")}
    assert sorted(NOT_EXPLAINED - there) == []
    assert {"help", "words", "crisis"} <= NOT_EXPLAINED


def test_it_is_there_before_opening_and_on_the_phone(visitor):
    assert visitor.get("/words").status == 200
    assert "/words" in guard.BEFORE_OPENING
    assert "words" in guard.FOR_THE_PHONE


def test_every_page_leads_to_it(owner):
    for path in ("/", "/plan", "/help", "/unlock"):
        assert 'href="/words"' in owner.get(path).text


def test_the_other_language_stands_beside_each_word(visitor):
    assert 'lang="en">penalty interest</span>' in visitor.get("/words").text
    visitor.speaks("en")
    assert 'lang="zh-Hans">罚息</span>' in visitor.get("/words").text


TOYLAND = """
format = "ashore/1"
[household]
as_of = 2026-11-23
jurisdiction = "toyland"
cash = 100.00
[[debt]]
id = "one"
name = "parcel letter"
creditor = "Toy bank"
balance = 1000.00
rate = "1%/month"
method = "level-payment"
periods_left = 12
due_day = 15
"""


def test_the_words_are_those_of_where_the_household_lives(owner):
    owner.speaks("en")
    assert 'id="w-lpr"' in owner.get("/words").text
    book.replace_all(uuid.uuid4(), TOYLAND)
    page = owner.get("/words")
    assert 'id="w-parcel-letter"' in page.text
    assert 'id="w-lpr"' not in page.text
    assert "parcel-letter" in named(owner.get("/situation"))
    owner.send("/settings", {}, "/lock")
    assert 'id="w-lpr"' in owner.get("/words").text


def test_a_book_that_cannot_be_read_keeps_no_page_from_explaining_its_words(owner, monkeypatch):
    def refuse(*_: object) -> None:
        raise Damaged("book-damaged")

    monkeypatch.setattr(book, "load", refuse)
    assert owner.get("/words").status == 200
    assert named(owner.get("/first"))


@pytest.mark.parametrize(("language", "mark"), [("zh", "（需要核对。）"), ("en", "(Needs checking.)")])
def test_past_its_day_a_word_says_so_in_the_fold(owner, monkeypatch, language, mark):
    owner.speaks(language)
    path = "/papers/claim?received=2026-11-20"
    assert mark not in fold_of(owner.get(path))
    monkeypatch.setattr(clock, "now", lambda: noon(date(2027, 6, 15)))
    assert mark in fold_of(owner.get(path))

"""Lessons in the app: there before a book, ordered by the book and by what its owner alone sees, kept nowhere."""

import re
import uuid

import pytest

from ashore.documents.lesson_list import by_theme
from ashore.lessons.order import in_order
from ashore.packs.pack import load_pack
from ashore.store import book, keyring
from ashore.store.faults import Damaged
from ashore.store.private import notes
from ashore.store.private.notes import Wrote
from ashore.web import guard, session
from ashore.web.urls import urlpatterns
from ashore.web.views import causes, learn

CN = load_pack("cn").lessons
NAMES = {str(one.name) for one in urlpatterns}
TURNING = sorted(key for key, one in CN.items() if one.slider)


def test_the_list_and_every_lesson_are_there_before_a_book(visitor):
    assert not keyring.is_open()
    page = visitor.get("/learn")
    assert page.status == 200
    assert "还没有打开账本" in page.words
    for key, one in CN.items():
        assert f'href="/learn/{key}"' in page.text
        found = visitor.get(f"/learn/{key}")
        assert found.status == 200
        assert one.titles["zh"] in found.words
        if one.numbers:
            assert "数字是举例，不是你的。" in found.words
    assert visitor.get("/learn/no-such-lesson").status == 404


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
def test_every_lesson_with_the_example_book(owner, language):
    owner.speaks(language)
    for key, one in CN.items():
        page = owner.get(f"/learn/{key}")
        assert page.status == 200
        assert one.titles[language] in page.words
        assert not re.search(r"[{}]|lesson-[a-z]", page.words), key
        assert page.text.count('<details class="fold"><summary>') == sum(
            len(asked.choices) for asked in one.questions
        )
        inside = page.text.split("<main")[1].split("</main")[0]
        assert ("<form" in inside) == (one.slider is not None)


def test_the_page_says_which_debt_it_computes_with(owner):
    page = owner.get("/learn/daily-rate")
    named = next(one.name for one in _household().debts if one.name in page.words)
    assert f"账本里的{named}" in page.words.replace(" ", "")
    book.replace_all(uuid.uuid4(), 'format = "ashore/1"\n[household]\nas_of = 2026-11-23\n')
    page = owner.get("/learn/daily-rate")
    assert "数字是举例，不是你的" in page.words


def _household():
    """Return the household of the open book."""
    found = learn._household()
    assert found is not None
    return found


def test_three_come_first_with_their_reason(owner):
    page = owner.get("/learn")
    head = page.text.split("<h2>")[1]
    known = learn.known_of(load_pack("cn"), learn.today(), _household())
    first = [one.lesson.id for one in in_order(CN.values(), known)][:3]
    assert re.findall(r'href="/learn/([^"]+)"', head) == first
    assert re.search("账本里是|欠款变多，一部分是因为", head)
    themes = by_theme(in_order(CN.values(), known))
    assert sum(len(lessons) for _, lessons in themes) == len(CN)
    assert page.text.count('<section class="part list"><h2>') == 1 + len(themes)


def test_every_slider_works_with_a_button_alone(owner):
    for key in TURNING:
        slider = CN[key].slider
        assert slider is not None
        assert turned(owner, key, slider.first) != turned(owner, key, slider.last)


def turned(owner, key: str, at: int) -> str:
    """Return what a lesson says beneath its slider at a position; its script gets the same."""
    page = owner.get(f"/learn/{key}?at={at}")
    place = re.search(r'<input id="at"[^>]*>', page.text)
    assert place
    assert f'value="{at}"' in place[0]
    part = owner.get(f"/learn/{key}?at={at}&alone=1&turned=1")
    assert "<html" not in part.text
    assert part.text.strip() in page.text
    # What is read aloud lies beside the answer; the answer itself, with its table, is not.
    assert re.search(r'<p class="quiet" role="status" id="told"></p>\s*<div id="turned">', page.text)
    assert len(re.findall(r' data-told="[^"]{3,80}"', part.text)) == 1
    return part.text


@pytest.mark.parametrize("at", ["", "x", "-1", "1e9", "9" * 40, "３", "0", "12.5", "\0"])
def test_a_position_that_is_none_is_one_near(owner, at):
    key = TURNING[0]
    slider = CN[key].slider
    assert slider is not None
    page = owner.client.get(f"/learn/{key}", {"at": at})
    assert page.status_code == 200
    value = int(re.findall(r'<input id="at"[^>]*value="(-?\d+)"', page.content.decode())[0])
    assert value in range(slider.first, slider.last + 1, slider.step)


def test_covered_amounts_stay_covered(owner):
    plain = [owner.get(f"/learn/{key}").text for key in CN]
    assert any("¥" in text for text in plain)
    owner.client.cookies[session.COVER] = "1"
    for key in CN:
        assert "¥" not in owner.get(f"/learn/{key}").text
        if CN[key].slider:
            assert "¥" not in owner.get(f"/learn/{key}?alone=1").text


@pytest.fixture
def asked(monkeypatch):
    """Return the causes that each list was ordered by."""
    found = []

    def order(lessons, known):
        found.append(known.causes)
        return in_order(lessons, known)

    monkeypatch.setattr(learn, "in_order", order)
    return found


def test_notes_choose_lessons_for_the_owner_alone(owner, asked):
    notes.add("causes", uuid.uuid4(), Wrote("卡纳瑞三三一八医院", "illness"))
    notes.add("causes", uuid.uuid4(), Wrote("卡纳瑞三三一九", ""))
    page = owner.get("/learn")
    assert asked.pop() == ("illness",)
    assert "卡纳瑞" not in page.text
    owner.client.cookies[session.COVER] = "1"
    owner.get("/learn")
    assert asked.pop() == ()


def test_a_note_removed_chooses_nothing(owner):
    key = uuid.uuid4()
    notes.add("causes", key, Wrote("x", "illness"))
    assert causes.named_causes(_household()) == ("illness",)
    notes.remove("causes", uuid.uuid4(), key, 1)
    assert causes.named_causes(_household()) == ()


def test_damaged_notes_choose_nothing_and_break_nothing(owner, monkeypatch):
    def damaged(store):
        raise Damaged("notes-damaged")

    monkeypatch.setattr(notes, "all_of", damaged)
    assert owner.get("/learn").status == 200


def test_nothing_read_is_kept(owner):
    before = book.load().text
    for key in CN:
        owner.get(f"/learn/{key}")
    assert book.load().text == before
    assert owner.post("/learn", {}).status in {403, 405}
    assert not any(cookie.startswith("learn") for cookie in owner.client.cookies)


def test_each_small_thing_leads_to_a_page_that_there_is(owner):
    for key, one in CN.items():
        if one.do.page is None:
            continue
        assert one.do.page in NAMES, key
        page = owner.get(f"/learn/{key}")
        assert f'<a class="second" href="{_path(one.do.page)}">' in page.text, key


def _path(name: str) -> str:
    return learn.reverse(name)


def test_before_a_book_only_pages_that_are_there_are_named(visitor):
    for key, one in CN.items():
        page = visitor.get(f"/learn/{key}")
        path = _path(one.do.page) if one.do.page else ""
        assert (f'<a class="second" href="{path}">' in page.text) == bool(
            path and guard.needs_no_book(path)
        ), key


@pytest.mark.parametrize("path", ["/about", pytest.param("/", marks=pytest.mark.long)])
def test_a_page_leads_there(owner, path):
    assert 'href="/learn"' in owner.get(path).text


def test_the_phone_reads_them_and_no_note_chooses(visiting, asked):
    notes.add("causes", uuid.uuid4(), Wrote("x", "illness"))
    page = visiting.get("/learn")
    assert page.status == 200
    assert asked == [()]
    assert visiting.get("/learn/daily-rate").status == 200

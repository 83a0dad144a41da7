"""The check-in in the app: help before any score, nothing kept unasked, seen by nobody else, and it can be off."""

import random
import re
import uuid
from datetime import date

import pytest
from django.db import OperationalError, connections

from ashore.packs.pack import load_pack
from ashore.store import book, files, keyring
from ashore.store.folder import PRIVATE
from ashore.store.private import mood
from ashore.texts.sentences import word
from ashore.web import guard, session
from ashore.web.urls import urlpatterns
from open_book import PASSPHRASE
from web.asking import ORIGIN

FORMS = ("phq-4", "phq-9", "gad-7")
ITEMS = {"phq-4": 4, "phq-9": 9, "gad-7": 7}
ID = "4ed94a1f-53de-4a54-9d3b-6a4e8f4e2e9e"
SCORES = re.compile("总分|范围是|the sum is|on a scale", re.IGNORECASE)


def given(answers):
    """Return answers as a form's fields; None is a question left out."""
    return {f"a{at}": "" if one is None else str(one) for at, one in enumerate(answers)}


def answer(owner, form, answers, **more):
    """Answer a questionnaire on its page."""
    return owner.send(f"/mood/{form}", {**given(answers), **more})


def keep(owner, form, answers):
    """Answer one and keep it.  Returns its page's path."""
    sent = answer(owner, form, answers, keep="1")
    assert sent.status == 302, sent.words
    return sent.where


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_page_is_there_in_either_language_with_help_beside_it(owner, language):
    owner.speaks(language)
    kept = keep(owner, "phq-4", (0, 1, 0, 1))
    for path in ("/mood", "/mood/help", kept, *(f"/mood/{form}" for form in FORMS)):
        page = owner.get(path)
        assert page.status == 200
        assert 'href="/help"' in page.text
        assert not re.search(r"\b(?:mood|crisis|rest)-[a-z]", page.words)
    assert word("mood-limits", language) in owner.get("/mood").words


def test_a_form_has_every_item_its_notice_and_a_way_out_of_each(owner):
    for form in FORMS:
        page, one = owner.get(f"/mood/{form}"), load_pack("cn").screeners[form]
        assert all(item["zh"] in page.words for item in one.items)
        assert one.lead["zh"] in page.words
        assert one.notice in page.words
        assert one.provenance["zh"] in page.words
        assert page.words.count(word("mood-skip", "zh")) == len(one.items)
        assert page.words.count(word("mood-stop", "zh")) == 2
        assert page.form(f"/mood/{form}")["a0"] == "", "left out until something is chosen"


def test_only_the_one_with_such_a_question_says_so_beforehand(owner):
    told = word("mood-before-help", "zh")
    assert [form for form in FORMS if told in owner.get(f"/mood/{form}").words] == ["phq-9"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_any_thought_of_hurting_oneself_shows_help_at_once_and_no_score(owner, language):
    owner.speaks(language)
    rng = random.Random(3)
    for last in (1, 2, 3):
        for _ in range(3):
            others = [rng.choice((None, 0, 1, 2, 3)) for _ in range(8)]
            page = answer(owner, "phq-9", [*others, last], **({"keep": "1"} if rng.random() < 0.5 else {}))
            assert page.status == 200
            assert word("crisis-title", language) in page.words
            assert "12356" in page.words
            assert 'href="tel:120"' in page.text
            assert not SCORES.search(page.words)


def test_help_is_shown_whatever_becomes_of_the_rest(owner, monkeypatch):
    """A form of another book, one without its key, a full disk, a damaged store: help comes all the same."""
    title = word("crisis-title", "zh")
    fields = {**owner.get("/mood/phq-9").form("/mood/phq-9"), "a8": "2", "keep": "1"}
    assert title in owner.post("/mood/phq-9", {**fields, "key": ID}).words
    assert (
        title in owner.post("/mood/phq-9", {name: one for name, one in fields.items() if name != "key"}).words
    )

    def full(*_: object) -> None:
        raise OperationalError("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(mood, "begin_rest", full)
        assert title in owner.post("/mood/phq-9", fields).words
    assert title in owner.post("/mood/phq-9", fields).words
    connections.close_all()
    path = keyring.held().file("mood").path
    files.remove_file(path)
    path.write_bytes(bytes(8192))
    assert title in owner.post("/mood/phq-9", fields).words
    assert owner.get("/").status == 200
    assert word("mood-damaged", "zh") in owner.get("/mood").words
    assert owner.get("/mood/phq-4").status == 200


def test_answers_that_come_too_late_or_while_covered_lead_to_help(owner):
    fields = {**owner.get("/mood/phq-9").form("/mood/phq-9"), "a8": "1"}
    owner.client.cookies[session.COVER] = "1"
    assert owner.post("/mood/phq-9", fields).where == "/help"
    owner.client.cookies[session.COVER] = "0"
    owner.client.cookies[session.WELLBEING] = "0"
    assert owner.post("/mood/phq-9", fields).where == "/help"
    owner.client.cookies[session.WELLBEING] = "1"
    owner.send("/settings", {}, "/lock")
    assert owner.post("/mood/phq-9", fields).where == "/help"
    assert owner.get("/mood/phq-9").where == "/unlock"
    owner.send("/unlock", {}, "/example")
    assert owner.post("/mood/phq-9", fields).where == "/help"


def test_answers_of_a_form_that_is_too_old_lead_to_help(owner):
    """Who has just said how bad it is does not read that a form is too old; any other form does."""
    fields = {**owner.get("/mood/phq-9").form("/mood/phq-9"), "a8": "1", "csrfmiddlewaretoken": "x" * 64}
    assert owner.post("/mood/phq-9", fields).where == "/help"


def test_nothing_is_kept_unless_that_was_asked_for(owner, folder):
    page = answer(owner, "phq-4", (1, 0, 0, 1))
    assert page.status == 200
    assert word("mood-not-kept", "zh") in page.words
    assert not [path for path in folder.path.rglob("*") if PRIVATE["mood"] in path.name]


def test_what_is_kept_is_shown_again_and_a_write_sent_twice_is_made_once(owner):
    fields = {**owner.get("/mood/gad-7").form("/mood/gad-7"), **given((0,) * 6 + (1,)), "keep": "1"}
    first, again = (owner.post("/mood/gad-7", fields).where for _ in range(2))
    assert first == again
    assert len(mood.all_taken()) == 1
    assert "总分 1 分" in owner.get(first).words
    assert first in owner.get("/mood").text


SUMS = (
    ("phq-4", (1, 1, 1, 1), 4, False),
    ("phq-4", (1, 2, 0, 0), 3, True),
    ("phq-4", (0, 0, 1, 2), 3, True),
    ("gad-7", (1, 1, 1, 1, 1, 1, 3), 9, False),
    ("gad-7", (1, 1, 1, 1, 1, 2, 3), 10, True),
    ("phq-9", (1, 1, 1, 1, 1, 1, 1, 2, 0), 9, False),
    ("phq-9", (1, 1, 1, 1, 1, 1, 1, 3, 0), 10, True),
    ("phq-9", (3, 3, 3, 3, 3, 3, 3, 3, 0), 24, True),
)


def test_a_doctor_is_named_from_the_cut_off_on_and_the_limits_always(owner):
    for form, answers, total, doctor in SUMS:
        words = answer(owner, form, answers).words
        assert f"总分 {total} 分" in words
        assert ("心理门诊或者精神科" in words) == doctor, (form, answers)
        assert word("mood-limits", "zh") in words
        assert word("mood-unchanged", "zh") in words


def test_with_a_question_left_out_there_is_no_score(owner):
    words = answer(owner, "gad-7", (0, None, 1, 1, None, 0, 0)).words
    assert "有 2 题没有答" in words
    assert "总分 " not in words
    words = answer(owner, "phq-4", (3, None, 0, 1)).words
    assert "心理门诊" in words, "what was answered reaches the cut-off by itself"


def test_no_answer_looks_better_or_worse_than_another(owner):
    """The same parts in the same looks, whatever the sum: no class, colour or sign goes with it."""
    low, high = (
        re.sub(
            r"\s+|[^\x00-\x7f]|\d+", "", re.sub(r'value="[^"]*"', "", answer(owner, "gad-7", (one,) * 7).text)
        )
        for one in (1, 1)
    )
    assert low == high
    looks = [
        set(re.findall(r'class="([^"]+)"', answer(owner, "gad-7", (one,) * 7).text.split("<main")[1]))
        for one in (0, 1, 2, 3)
    ]
    assert looks[0] == looks[1]
    assert looks[2] == looks[3]
    assert not [
        name for look in looks for name in look if re.search("red|green|good|bad|warn|ok|level", name)
    ]


def test_one_that_was_kept_with_such_thoughts_shows_help_before_its_score(owner):
    answer(owner, "phq-9", (0, 0, 0, 0, 0, 0, 0, 0, 1), keep="1")
    ((found, _),) = mood.all_taken()
    page = owner.get(f"/mood/kept/{found}")
    assert page.text.index('href="/mood/help"') < page.text.index("<details")
    assert page.text.index("<details") < page.text.index("总分 1 分")


def test_several_are_compared_with_their_noise_or_not_at_all(owner):
    for answers in ((1,) * 9, (0,) * 9):
        keep(owner, "phq-9", (*answers[:8], 0))
    for answers in ((0, 0, 0, 0), (1, 0, 1, 0)):
        keep(owner, "phq-4", answers)
    words = owner.get("/mood").words
    assert "低 8 分" in words
    assert "5 分以内" in words
    assert "没有找到可靠的数字，说明 PHQ-4" in words
    assert owner.get("/mood").text.count('<svg class="chart ') == 2, (
        "a wide and a narrow one, of the PHQ-9 alone"
    )
    keep(owner, "phq-9", (0,) * 8 + (0,))
    assert "相差 0 分" in owner.get("/mood").words


def test_one_or_all_are_deleted_for_good(owner, folder):
    first, second = keep(owner, "phq-4", (0, 0, 0, 1)), keep(owner, "phq-4", (0, 0, 1, 1))
    assert owner.send(first, {}, f"{first}/drop").where == "/mood"
    assert owner.get(first).status == 404
    assert owner.get(second).status == 200
    old = owner.get("/mood").form("/mood/delete")
    keep(owner, "gad-7", (0,) * 7)
    page = owner.post("/mood/delete", old)
    assert (page.status, len(mood.all_taken())) == (409, 2)
    assert owner.send("/mood", {}, "/mood/delete").where == "/mood"
    assert mood.all_taken() == ()
    assert not [path for path in folder.path.rglob("*") if PRIVATE["mood"] in path.name]


def test_a_questionnaire_that_is_not_there_any_more_shows_its_day_alone(owner):
    key = uuid.uuid4()
    mood.keep(key, mood.Taken(date(2026, 11, 1), "old-5", "zh", "", (3, 3), 6))
    words = owner.get(f"/mood/kept/{key}").words
    assert word("mood-form-gone", "zh") in words
    assert "old-5" in owner.get("/mood").words


def test_what_no_form_offers_is_refused(owner):
    fields = owner.get("/mood/gad-7").form("/mood/gad-7")
    for typed in ("4", "-1", "x", "01"):
        assert owner.post("/mood/gad-7", {**fields, "a3": typed}).status == 404
    assert owner.get("/mood/phq-10").status == 404
    assert owner.get(f"/mood/kept/{ID}").status == 404


def test_nobody_else_sees_any_of_it(owner, stranger):
    kept = keep(owner, "phq-4", (0, 1, 0, 1))
    paths = ("/mood", "/mood/help", "/mood/phq-9", kept)
    for path in (*paths, "/mood/delete", "/mood/rest", "/mood/rest/end", "/mood/helper"):
        for method in ("get", "post"):
            assert getattr(stranger, method)(path, headers={"Origin": ORIGIN}).status_code == 404
    owner.client.cookies[session.COVER] = "1"
    assert {owner.get(path).where for path in paths} == {"/"}
    owner.client.cookies[session.COVER] = "0"
    owner.send("/settings", {}, "/lock")
    owner.send("/unlock", {}, "/example")
    assert {owner.get(path).where for path in paths} == {"/settings"}
    owner.send("/settings", {}, "/lock")
    owner.send("/unlock", {"passphrase": PASSPHRASE})
    assert owner.get(kept).status == 200


def test_no_phone_reaches_any_of_it():
    names = {one.name for one in urlpatterns if str(one.pattern).startswith("mood")}
    assert len(names) == 9
    assert not names & guard.FOR_THE_PHONE


JOURNEY = (
    "/", "/situation", "/plan", "/plan/asks", "/plan/levers", "/money", "/papers", "/letters", "/creditors", "/agenda",
    "/log", "/budget", "/review", "/why", "/settings", "/settings/file", "/help", "/about", "/first",
)  # fmt: skip


def test_with_it_switched_off_everything_else_is_as_it_was(owner):
    def seen(path):
        page = owner.get(path)
        assert page.status == 200, path
        return re.sub(
            r'(<p>)?<a href="/mood[^"]*">.*?</a>(</p>)?|aria-pressed="true"|value="[0-9a-zA-Z-]*"',
            "",
            page.text,
        )

    on = {path: seen(path) for path in JOURNEY}
    answer(owner, "phq-9", (0,) * 8 + (3,), keep="1")
    assert owner.send("/settings", {"w": "0"}, "/look").where == "/settings"
    off = {path: owner.get(path) for path in JOURNEY}
    assert {path: page.status for path, page in off.items()} == dict.fromkeys(JOURNEY, 200)
    assert not [path for path, page in off.items() if 'href="/mood' in page.text]
    assert [path for path in JOURNEY if path != "/settings" and seen(path) != on[path]] == []
    for path in ("/mood", "/mood/help", "/mood/phq-9"):
        page = owner.get(path)
        assert word("mood-off-title", "zh") in page.words
        assert 'href="/help"' in page.text
    owner.send("/settings", {"w": "1"}, "/look")
    assert 'href="/mood"' in owner.get("/settings").text


@pytest.mark.long
def test_nothing_of_it_changes_the_plan(owner):
    before, version = owner.get("/plan").words, book.load().version
    keep(owner, "gad-7", (3,) * 7)
    answer(owner, "phq-9", (3,) * 9, keep="1")
    assert (owner.get("/plan").words, book.load().version) == (before, version)

"""Notes for one's own eyes: written, changed, deleted, put back; seen on their own pages and nowhere else."""

import re
from datetime import date, timedelta

import pytest
from django.db import connections
from django.test import Client

from ashore.cli import main
from ashore.store import book, files, keyring
from ashore.store.folder import PRIVATE
from ashore.store.private import notes
from ashore.store.private.bills import imports, taught
from ashore.web import guard, session
from ashore.web.urls import urlpatterns
from day import TODAY
from needs import ROOT
from open_book import PASSPHRASE
from web.asking import ORIGIN
from web.other_pages import SLOW_PAGES, every_other_page
from web.planted import BILL, plant_bills, plant_mood

STORES = ("causes", "wellbeing")
SAID = {"causes": "卡纳瑞六二五一店里没有生意", "wellbeing": "卡纳瑞八四三七写给以后的我"}
TITLES = {
    ("causes", "zh"): "为什么会到这一步",
    ("causes", "en"): "Why it came to this",
    ("wellbeing", "zh"): "写给自己",
    ("wellbeing", "en"): "Letters to myself",
}
LEADS = {"causes": "/settings", "wellbeing": "/wellbeing"}
"""The page that leads to each."""
ID = "4ed94a1f-53de-4a54-9d3b-6a4e8f4e2e9e"


@pytest.fixture(params=STORES)
def store(request):
    """Return each store in turn."""
    return request.param


def write(owner, store, text="", **typed):
    """Write a note on its page, and return its own page's path."""
    answer = owner.send(f"/notes/{store}/new", {"text": text or SAID[store], **typed})
    assert answer.where == f"/notes/{store}"
    return f"/notes/{store}/{notes.all_of(store)[-1].pk}"


def said(store):
    """Return the texts of a store's notes that are not removed."""
    return [note.text for note in notes.all_of(store) if not note.removed]


def addresses(store):
    """Return every address of a store's pages."""
    parts = ("", "/new", "/clear", "/delete", f"/{ID}", f"/{ID}/remove", f"/{ID}/back")
    return [f"/notes/{store}{part}" for part in parts]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_owner_sees_each_page_in_either_language(owner, store, language):
    owner.speaks(language)
    note = write(owner, store)
    for path in (f"/notes/{store}", f"/notes/{store}/new", note):
        page = owner.get(path)
        assert page.status == 200
        assert 'href="/help"' in page.text
        assert not re.search(r"\bnotes-", page.words)
    assert TITLES[store, language] in owner.get(f"/notes/{store}").words
    assert SAID[store] in owner.get(note).words
    assert f'href="/notes/{store}"' in owner.get(LEADS[store]).text


def test_a_stranger_gets_404(stranger: Client, owner, store):
    write(owner, store)
    for path in addresses(store):
        for method in ("get", "post"):
            response = getattr(stranger, method)(path, headers={"Origin": ORIGIN})
            assert (response.status_code, response.content) == (404, b"")


def test_there_is_no_other_store_and_no_other_note(owner, store):
    assert owner.get("/notes/debt").status == 404
    assert owner.get(f"/notes/{store}/{ID}").status == 404


def test_nothing_is_written_without_the_forms_own_mark(owner, store):
    note = write(owner, store)
    fields = owner.get(note).form(note) | {"text": "other", "state": notes.state_of(store)}
    fields.pop("csrfmiddlewaretoken")
    for path in (
        f"/notes/{store}/new",
        note,
        f"{note}/remove",
        f"/notes/{store}/clear",
        f"/notes/{store}/delete",
    ):
        assert owner.post(path, fields).status == 403
    assert said(store) == [SAID[store]]


def test_what_is_typed_is_kept_as_it_is(owner):
    text = "\n  <b>店</b> & “家”\r\n\r\n第二段 {{ x }} \U0001f642  "
    note = write(owner, "causes", text, kind="business", at="2026-03")
    kept = notes.all_of("causes")[0]
    assert kept.text == "<b>店</b> & “家”\n\n第二段 {{ x }} \U0001f642"
    assert (kept.kind, kept.at) == ("business", date(2026, 3, 1))
    page = owner.get(note)
    form = page.form(note)
    assert (form["text"].strip(), form["kind"], form["at"]) == (kept.text, "business", "2026-03")
    assert "<b>店" not in page.text
    assert "2026年3月 · 生意" in owner.get("/notes/causes").words


@pytest.mark.parametrize("typed", ["2026-3", "2026年3月", "2026/03", "2026.3"])
def test_a_month_may_be_written_in_many_ways(owner, typed):
    write(owner, "causes", at=typed)
    assert notes.all_of("causes")[0].at == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("store", "typed"),
    [
        ("causes", {"text": "x", "at": "last spring"}),
        ("causes", {"text": "x", "at": "2026-13"}),
        ("wellbeing", {"text": "x", "at": "some day"}),
        ("wellbeing", {"text": " \r\n ", "at": "2027-01-01"}),
    ],
)
def test_what_cannot_be_kept_is_said_and_what_was_typed_stays(owner, store, typed):
    page = owner.send(f"/notes/{store}/new", typed)
    assert page.status == 400
    assert 'role="alert"' in page.text
    assert page.form(f"/notes/{store}/new")["at"] == typed["at"]
    assert said(store) == []


def test_a_kind_that_is_none_is_left_open(owner):
    write(owner, "causes", kind="gambler")
    assert notes.all_of("causes")[0].kind == ""


def test_what_happened_is_listed_by_month(owner):
    for text, at in (("later", "2026-05"), ("none", ""), ("sooner", "2025-12")):
        write(owner, "causes", text, at=at)
    words = owner.get("/notes/causes").words
    assert words.index("sooner") < words.index("later") < words.index("none")


def test_a_letter_waits_for_its_day(owner):
    """Until then the list shows none of it; its own page does, when it is asked for."""
    note = write(owner, "wellbeing", "to come", at=str(TODAY + timedelta(days=2)))
    write(owner, "wellbeing", "has come", at=str(TODAY))
    listed = owner.get("/notes/wellbeing").words
    assert "to come" not in listed
    assert "has come" in listed
    assert "约好的日子到了" in listed
    assert "to come" in owner.get(note).words


def test_a_change_of_an_older_version_is_refused_with_both_shown(owner, store):
    note = write(owner, store, "first words")
    old = owner.get(note).form(note)
    assert owner.send(note, {"text": "second words"}).where == f"/notes/{store}"
    page = owner.post(note, {**old, "text": "third words"})
    assert page.status == 409
    assert 'role="alert"' in page.text
    assert "second words" in page.words
    assert page.form(note)["text"].strip() == "third words"
    assert said(store) == ["second words"]
    assert owner.post(note, page.form(note)).status == 302
    assert said(store) == ["third words"]


def test_a_change_of_a_note_deleted_meanwhile_keeps_what_was_typed(owner, store):
    note = write(owner, store)
    old = owner.get(note).form(note)
    owner.send(note, {}, f"{note}/remove")
    page = owner.post(note, {**old, "text": "typed for long"})
    assert (page.status, page.form(note)["text"].strip()) == (409, "typed for long")
    owner.post(note, page.form(note))
    assert said(store) == ["typed for long"]


def test_a_write_sent_twice_is_made_once(owner, store):
    fields = {**owner.get(f"/notes/{store}/new").form(f"/notes/{store}/new"), "text": "once"}
    for _ in range(2):
        assert owner.post(f"/notes/{store}/new", fields).status == 302
    note = f"/notes/{store}/{notes.all_of(store)[0].pk}"
    changed = {**owner.get(note).form(note), "text": "changed"}
    for _ in range(2):
        assert owner.post(note, changed).status == 302
    assert [(one.text, one.version) for one in notes.all_of(store)] == [("changed", 2)]


def test_deleted_and_put_back(owner, store):
    note = write(owner, store)
    assert owner.send(note, {}, f"{note}/remove").where == f"/notes/{store}"
    assert said(store) == []
    assert owner.send(f"/notes/{store}", {}, f"{note}/back").where == f"/notes/{store}"
    assert said(store) == [SAID[store]]


def test_deleted_from_an_older_page_nothing_is_done(owner, store):
    note = write(owner, store)
    old = owner.get(note).form(f"{note}/remove")
    owner.send(note, {"text": "newer"})
    page = owner.post(f"{note}/remove", old)
    assert (page.status, said(store)) == (409, ["newer"])
    assert "newer" in page.words


def test_what_was_deleted_is_cleared_for_good(owner, store):
    note = write(owner, store)
    owner.send(note, {}, f"{note}/remove")
    write(owner, store, "stays")
    assert owner.send(f"/notes/{store}", {}, f"/notes/{store}/clear").where == f"/notes/{store}"
    assert [one.text for one in notes.all_of(store)] == ["stays"]
    assert owner.get(note).status == 404


def test_all_are_deleted_in_one_action_and_the_book_stays(owner, folder, store):
    (other,) = set(STORES) - {store}
    write(owner, store)
    write(owner, other)
    before = book.load().text
    assert owner.send(f"/notes/{store}", {}, f"/notes/{store}/delete").where == f"/notes/{store}"
    assert not [path for path in folder.path.rglob("*") if PRIVATE[store] in path.name]
    assert (said(store), said(other), book.load().text) == ([], [SAID[other]], before)
    assert SAID[store] not in owner.get(f"/notes/{store}").words


def test_what_was_written_meanwhile_is_not_deleted_unseen(owner, store):
    write(owner, store)
    old = owner.get(f"/notes/{store}").form(f"/notes/{store}/delete")
    write(owner, store, "later")
    page = owner.post(f"/notes/{store}/delete", old)
    assert (page.status, said(store)) == (409, [SAID[store], "later"])


def test_nothing_is_shown_or_written_while_somebody_looks_on(owner, store):
    note = write(owner, store)
    fields = {**owner.get(note).form(note), "text": "other"}
    owner.client.cookies[session.COVER] = "1"
    for path in (f"/notes/{store}", f"/notes/{store}/new", note):
        assert owner.get(path).where == "/"
    assert owner.post(note, fields).where == "/"
    assert "/notes/" not in owner.get(LEADS[store]).text
    assert said(store) == [SAID[store]]


def test_a_closed_book_asks_for_its_passphrase(owner, store):
    note = write(owner, store)
    owner.send("/settings", {}, "/lock")
    for path in (f"/notes/{store}", f"/notes/{store}/new", note):
        assert owner.get(path).where == "/unlock"
    owner.send("/unlock", {"passphrase": PASSPHRASE})
    assert SAID[store] in owner.get(note).words


def test_the_example_has_none(owner, folder, store):
    note = write(owner, store)
    owner.send("/settings", {}, "/lock")
    owner.send("/unlock", {}, "/example")
    for path in (f"/notes/{store}", f"/notes/{store}/new", note):
        assert owner.get(path).where == "/settings"
    fields = owner.get("/settings").form("/lock") | {"text": "x", "key": ID}
    assert owner.post(f"/notes/{store}/new", fields).where == "/settings"
    assert "/notes/" not in owner.get(LEADS[store]).text
    assert not [path for path in folder.path.glob("notes*") if "example" in path.name]


def test_no_phone_is_shown_any(store):
    names = {one.name for one in urlpatterns if str(one.pattern).startswith("notes/")}
    assert len(names) == 7
    assert not names & guard.FOR_THE_PHONE


@pytest.mark.parametrize(("language", "word"), [("zh", "文件坏了"), ("en", "its file is damaged")])
def test_a_damaged_file_is_told_with_two_ways_on_and_the_rest_works(owner, store, language, word):
    write(owner, store)
    connections.close_all()
    path = keyring.held().file(store).path
    files.remove_file(path)
    path.write_bytes(bytes(8192))
    owner.speaks(language)
    page = owner.get(f"/notes/{store}")
    assert page.status == 500
    assert word in page.words
    assert 'href="/restore"' in page.text
    for other in ("/", "/situation", "/settings", "/settings/file"):
        assert owner.get(other).status == 200
    assert owner.post(f"/notes/{store}/delete", page.form(f"/notes/{store}/delete")).status == 302
    assert owner.get(f"/notes/{store}").status == 200


def test_a_backup_from_the_settings_carries_them(owner, store):
    note = write(owner, store)
    data = owner.get("/settings/backup").data
    owner.send("/settings/delete", {"word": "删除"})
    assert data.count(PRIVATE[store].encode()) == 2
    assert SAID[store].encode() not in data
    assert owner.get(note).where == "/unlock"


@pytest.mark.parametrize(
    ("most", "left_out"), [(2, SLOW_PAGES), pytest.param(1000, (), marks=pytest.mark.long)]
)
def test_no_other_page_no_export_no_file_and_no_message_carries_a_word_of_it(
    owner, folder, tmp_path, capfd, caplog, most, left_out
):
    """Planted words and the ids of what holds them, looked for in all that the app shows, hands out, keeps, prints."""
    for store in STORES:
        note = write(owner, store, at="2026-03-01" if store == "wellbeing" else "2026-03")
        owner.send(note, {"text": f"{SAID[store]}改过"})
        write(owner, store, f"{SAID[store]}又一条")
    plant_bills()
    words = [text[:7] for text in (*SAID.values(), *BILL)]
    words += [str(one.pk) for one in imports.files()] + [str(one.id) for one in taught.taught()]
    words += [str(note.pk) for store in STORES for note in notes.all_of(store)]
    words += plant_mood()
    assert all(word in owner.get(f"/notes/{store}").text for store, word in zip(STORES, words, strict=False))
    assert BILL[0] in owner.get("/bills").text
    assert all(text in owner.get("/bills/payments").text for text in BILL[1:])
    pages = every_other_page(owner, most, left_out)
    assert sum(path.startswith(("/plan", "/debt/", "/add/", "/visit/")) for path in pages) > 20
    assert {"/", "/situation", "/settings/file", "/settings/backup", "/phone", "/about"} <= pages.keys()
    seen = list(pages.items())
    exported = tmp_path / "household.toml"
    exported.write_bytes(owner.get("/settings/file").data)
    for arguments in (["plan"], ["plan", "--json"], ["debts", "--json"], ["check"]):
        with pytest.raises(SystemExit):
            main([arguments[0], str(exported), *arguments[1:]])
    with pytest.raises(SystemExit):
        main(["plan", str(exported), "--report", str(tmp_path / "out.html")])
    printed = capfd.readouterr()
    seen += [("printed", (printed.out + printed.err + caplog.text).encode())]
    assert len(printed.out) > 1000
    seen += [(path.name, path.read_bytes()) for path in (exported, tmp_path / "out.html")]
    seen += [(path.name, path.read_bytes()) for path in folder.path.rglob("*") if path.is_file()]
    found = [
        (name, word)
        for name, data in seen
        for word in words
        for code in ("utf-8", "utf-16-le", "gb18030")
        if word.encode(code) in data
    ]
    assert found == []


def test_no_other_module_can_read_them():
    source = ROOT / "src" / "ashore"
    reading = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*.py")
        if re.search(r"(?:import|from) [\w.]*store(?:\.| import )private", path.read_text("utf-8"))
    }
    names = "notes mood crisis wellbeing bills payments private why budget review banks causes"
    names += " photos things money credit_report_walk stated"
    views = {f"web/views/{name}.py" for name in names.split()}
    others = {"web/ledger.py", "web/rest.py"}
    assert {path for path in reading if not path.startswith("store/private/")} == {*others, *views}
    assert len(reading) > 1


def test_nothing_of_it_changes_the_plan(owner, store):
    before = owner.get("/plan").words
    write(owner, store)
    assert owner.get("/plan").words == before

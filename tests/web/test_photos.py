"""Photos of things: for the owner alone, without what a camera wrote into them, and in nothing that leaves the book."""

import io
import re
import uuid
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections

from ashore.importers.pictures.reading import BYTES_MAX, read_picture
from ashore.store import book, files, keyring, shelf
from ashore.store.folder import PRIVATE
from ashore.store.private.photos import kept
from ashore.web import guard, session
from ashore.web.urls import urlpatterns
from importers.made_pictures import FULL_OF_SECRETS, LOSSY, PNG_SECRETS, SCAN, SECRET, jpeg, png, webp
from web.asking import ORIGIN

ID = "4ed94a1f-53de-4a54-9d3b-6a4e8f4e2e9e"
PICTURE = jpeg(*FULL_OF_SECRETS)


def thing():
    """Return the path of the example's thing."""
    return f"/things/{book.load().of('asset')[0].pk}"


def send(owner, data=PICTURE, name="IMG_6251.JPG", kind="image/jpeg"):
    """Add a photo on the page of the thing."""
    given = SimpleUploadedFile(name, data, kind)
    return owner.send(thing(), {"photo": given}, f"{thing()}/photo")


def photo(owner, data=PICTURE):
    """Add a photo and return its path."""
    assert send(owner, data).where == thing()
    return f"/photos/{kept.all_photos()[-1].pk}"


def addresses():
    """Return every address of photos."""
    return [
        f"{thing()}/photo", f"{thing()}/clear", "/things/lost", "/things/photos", f"/photos/{ID}",
        f"/photos/{ID}/remove", f"/photos/{ID}/back",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_owner_sees_a_photo_on_the_page_of_its_thing(owner, language):
    owner.speaks(language)
    path = photo(owner)
    page = owner.get(thing())
    assert f'src="{path}"' in page.text
    assert not re.search(r"\bphotos?-[a-z]", page.words)
    assert re.search(rf'<img src="{path}" alt="[^"]+"', page.text)


@pytest.mark.parametrize(
    ("data", "kind"),
    [(PICTURE, "jpeg"), (png(*PNG_SECRETS), "png"), (webp(LOSSY), "webp")],
    ids=["jpeg", "png", "webp"],
)
def test_it_is_handed_out_as_a_picture_and_nothing_else(owner, data, kind):
    answer = owner.get(photo(owner, data))
    assert answer.data == read_picture(data).data
    assert answer.headers["Content-Type"] == f"image/{kind}"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "IMG_6251" not in str(answer.headers)


def test_place_and_camera_are_gone_before_it_is_kept(owner, folder):
    path = photo(owner)
    assert SECRET in PICTURE
    assert SECRET not in owner.get(path).data
    assert SCAN in owner.get(path).data


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
def test_what_is_no_picture_is_refused_with_a_sentence(owner, language):
    owner.speaks(language)
    for data, name, kind in (
        (b"<script>alert(1)</script>", "photo.jpg", "image/jpeg"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "photo.svg", "image/svg+xml"),
        (b"GIF89a" + bytes(30), "photo.gif", "image/gif"),
        (PICTURE[:90], "photo.jpg", "image/jpeg"),
        (b"\xff\xd8\xff" + bytes(BYTES_MAX), "photo.jpg", "image/jpeg"),
    ):
        page = send(owner, data, name, kind)
        assert page.status == 400
        assert 'id="photo-wrong"' in page.text
        assert not re.search(r"\bphotos?-[a-z]", page.words)
        assert "alert(1)" not in page.text
    assert kept.all_photos() == ()


def test_no_file_at_all_is_said(owner):
    page = owner.send(thing(), {}, f"{thing()}/photo")
    assert page.status == 400
    assert 'id="photo-wrong"' in page.text


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
def test_where_there_is_no_more_room_it_is_said(owner, monkeypatch, language):
    owner.speaks(language)
    photo(owner)
    for limit in ("OF_THING_MAX", "ALL_BYTES_MAX"):
        with monkeypatch.context() as patch:
            patch.setattr(kept, limit, 1)
            page = send(owner)
        assert page.status == 400
        assert not re.search(r"\bphotos?-[a-z]", page.words)
    assert len(kept.all_photos()) == 1


def test_sent_twice_it_is_kept_once(owner):
    form = owner.get(thing()).form(f"{thing()}/photo")
    for _ in range(2):
        owner.post(f"{thing()}/photo", {**form, "photo": SimpleUploadedFile("a.jpg", PICTURE)})
    assert len(kept.all_photos()) == 1


def test_deleted_it_can_be_put_back_and_then_be_gone_for_good(owner):
    path = photo(owner)
    assert owner.send(thing(), {}, f"{path}/remove").where == thing()
    page = owner.get(thing())
    assert f'action="{path}/remove"' not in page.text
    assert owner.post(f"{path}/back", page.form(f"{path}/back")).where == thing()
    assert f'action="{path}/remove"' in owner.get(thing()).text
    owner.send(thing(), {}, f"{path}/remove")
    assert owner.send(thing(), {}, f"{thing()}/clear").where == thing()
    assert owner.get(path).status == 404
    assert kept.all_photos() == ()


def test_deleted_from_an_older_page_nothing_is_done(owner):
    path = photo(owner)
    old = owner.get(thing()).form(f"{path}/remove")
    owner.send(thing(), {}, f"{path}/remove")
    owner.send(thing(), {}, f"{path}/back")
    page = owner.post(f"{path}/remove", old)
    assert page.status == 409
    assert not kept.all_photos()[0].removed


def test_a_thing_taken_out_and_put_back_has_its_photos_again(owner):
    path = photo(owner)
    ident = thing().removeprefix("/things/")
    owner.send(f"/entry/{ident}", {}, f"/entry/{ident}/remove")
    page = owner.get("/money")
    assert 'action="/things/lost"' in page.text
    change = book.last_change()
    assert change is not None
    owner.send("/situation", {}, f"/undo/{change.pk}")
    assert f'src="{path}"' in owner.get(thing()).text
    assert 'action="/things/lost"' not in owner.get("/money").text


def test_photos_of_a_thing_that_is_gone_can_be_deleted(owner):
    photo(owner)
    ident = thing().removeprefix("/things/")
    owner.send(f"/entry/{ident}", {}, f"/entry/{ident}/remove")
    assert owner.send("/money", {}, "/things/lost").where == "/money"
    assert kept.all_photos() == ()


def test_all_are_deleted_in_one_action_and_the_book_stays(owner, folder):
    photo(owner)
    before = book.load().text
    assert owner.send(thing(), {}, "/things/photos").where == "/money"
    assert not [path for path in folder.path.rglob("*") if PRIVATE[kept.STORE] in path.name]
    assert book.load().text == before


def test_a_stranger_gets_404(stranger, owner):
    path = photo(owner)
    for address in (*addresses(), path):
        for method in ("get", "post"):
            answer = getattr(stranger, method)(address, headers={"Origin": ORIGIN})
            assert (answer.status_code, answer.content) == (404, b"")


def test_nothing_is_written_without_the_forms_own_mark(owner):
    photo(owner)
    for address in addresses():
        answer = owner.client.post(address, {"key": ID, "version": "1"}, headers={"Origin": ORIGIN})
        assert answer.status_code == 403
    assert [one.removed for one in kept.all_photos()] == [False]


def test_another_page_cannot_show_one(owner):
    path = photo(owner)
    for site in ("cross-site", "same-site"):
        assert owner.client.get(path, headers={"Sec-Fetch-Site": site}).status_code == 403


def test_none_is_shown_or_changed_while_somebody_looks_on(owner):
    path = photo(owner)
    form = owner.get(thing()).form(f"{path}/remove")
    owner.client.cookies[session.COVER] = "1"
    assert owner.get(path).status == 404
    assert "/photos/" not in owner.get(thing()).text
    assert owner.post(f"{path}/remove", form).where == "/"
    assert not kept.all_photos()[0].removed


def test_the_example_has_none(owner, folder):
    path = photo(owner)
    owner.send("/settings", {}, "/lock")
    owner.send("/unlock", {}, "/example")
    assert owner.get(path).status == 404
    page = owner.get(thing())
    assert page.status == 200
    assert "/photo" not in page.text
    assert not [one for one in folder.path.glob("notes*") if "example" in one.name]


def test_no_phone_is_shown_any():
    names = {
        one.name
        for one in urlpatterns
        if str(one.pattern).startswith(("photos/", "things/")) and one.name and "photo" in one.name
    }
    assert names == {
        "photo", "photo-add", "photo-remove", "photo-back", "photos-clear", "photos-lost", "photos-delete",
    }  # fmt: skip
    assert not names & guard.FOR_THE_PHONE


@pytest.mark.long
def test_nothing_that_leaves_the_book_has_one(owner):
    """Neither the household file, nor a letter, a sheet for others, the agenda or the log."""
    photo(owner)
    debt = book.load().of("debt")[0].pk
    paths = (
        "/settings/file", "/log/copy", "/log/text", "/agenda/file", "/wellbeing/share/file", "/wellbeing/family/file",
        f"/letters/statement/{debt}", "/wellbeing/share?show=1&need=papers&details=1",
    )  # fmt: skip
    out = [owner.get(path) for path in paths]
    assert {one.status for one in out} == {200}
    assert not [one for one in out if SCAN in one.data or b"photos/" in one.data]


def test_the_backup_has_it_encrypted(owner, folder):
    photo(owner)
    data = shelf.back_up(folder)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        name = f"{PRIVATE[kept.STORE]}.db"
        assert name in archive.namelist()
        assert SCAN not in archive.read(name)


@pytest.mark.parametrize(("language", "word"), [("zh", "文件坏了"), ("en", "is damaged")])
def test_a_damaged_file_is_told_and_the_rest_works(owner, language, word):
    photo(owner)
    connections.close_all()
    path = keyring.held().file(kept.STORE).path
    files.remove_file(path)
    path.write_bytes(bytes(8192))
    owner.speaks(language)
    page = owner.get(thing())
    assert page.status == 200
    assert word in page.words
    assert owner.get("/money").status == owner.get("/situation").status == 200
    assert owner.post("/things/photos", page.form("/things/photos")).status == 302
    assert send(owner).where == thing()


def test_of_another_thing_there_is_none(owner):
    photo(owner)
    assert owner.get(f"/photos/{uuid.uuid4()}").status == 404
    form = owner.get(thing()).form(f"{thing()}/photo")
    answer = owner.post(f"/things/{ID}/photo", {**form, "photo": SimpleUploadedFile("a.jpg", PICTURE)})
    assert answer.status == 404

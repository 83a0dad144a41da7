"""Bills: looked at before anything is kept, kept whole, seen by the owner alone, text whatever stands in them."""

import io
import uuid
import zipfile
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from waitress import wasyncore

from ashore.store import book, files, keyring, shelf
from ashore.store.folder import PRIVATE
from ashore.store.private.bills import imports, taught
from ashore.web import guard, ledger, serve, session
from ashore.web.urls import urlpatterns
from web.asking import ORIGIN
from web.made_bills import Paid, alipay, year_of_life

ID = "4ed94a1f-53de-4a54-9d3b-6a4e8f4e2e9e"
SHOP = "卡纳瑞五二八三烧烤店"
ROWS = [
    Paid(date(2026, 3, 2), SHOP, "88.00", "聚餐", "餐饮美食"),
    Paid(date(2026, 3, 9), "永辉超市", "120.50"),
    Paid(date(2026, 3, 9), "取消的店", "10.00", status="交易关闭", way="不计收支"),
    Paid(date(2026, 4, 1), "某某公司", "6500.00", "工资", "收入", "收入"),
]
PAGES = ("/bills", "/bills/read", "/bills/payments")
HOSTILE = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7*7 }}{% csrf_token %}", "</select></table>",
    '=HYPERLINK("http://x","y")', "@SUM(1+1)", "+1+1", "-1+1", "javascript:alert(1)",
    "'; DROP TABLE bills_row;--", "&lt;b&gt;",
)  # fmt: skip


def look_at(owner, *given, **typed):
    """Give files to the page and return the preview."""
    fields = owner.get("/bills").form("/bills")
    uploads = [SimpleUploadedFile(name, data) for name, data in given]
    answer = owner.post("/bills", {**fields, "files": uploads, **typed})
    assert (answer.status, answer.where) == (302, "/bills/read")
    return owner.get("/bills/read")


def keep(owner):
    """Say that what was looked at is to be kept."""
    assert owner.send("/bills/read", {}).where == "/bills"


@pytest.fixture
def kept(owner):
    """Return an owner who has taken in a bill."""
    look_at(owner, ("三月.csv", alipay(ROWS)))
    keep(owner)
    return owner


def names():
    """Return the imported files that are not removed."""
    return [one.name for one in imports.files() if not one.removed]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_owner_sees_each_page_in_either_language(kept, language):
    kept.speaks(language)
    look_at(kept, ("四月.csv", alipay(ROWS[:1], 50)))
    for path in (*PAGES, "/bills/payments?row=0&month=2026-03"):
        page = kept.get(path)
        assert page.status == 200, path
        assert 'href="/help"' in page.text
        assert not [code for code in ("bills-", "bill-", "gather-", "import-") if code in page.words], path
    assert ("只给自己看" if language == "zh" else "For your eyes only") in kept.get("/bills").words


def test_a_stranger_gets_404(stranger, kept):
    for path in (*PAGES, "/bills/leave", "/bills/delete", f"/bills/{ID}/remove", "/bills/payments/teach"):
        for method in ("get", "post"):
            response = getattr(stranger, method)(path, headers={"Origin": ORIGIN})
            assert (response.status_code, response.content) == (404, b"")


def test_no_phone_is_shown_any():
    own = {one.name for one in urlpatterns if str(one.pattern).startswith("bills")}
    assert len(own) == 12
    assert not own & guard.FOR_THE_PHONE


def test_nothing_is_kept_or_written_anywhere_before_the_person_says_so(owner, folder):
    before = {path.name for path in folder.path.rglob("*")}
    page = look_at(owner, ("三月.csv", alipay(ROWS)))
    assert "现在还什么都没有存下" in page.words
    assert {path.name for path in folder.path.rglob("*")} == before
    assert imports.files() == ()
    keep(owner)
    assert names() == ["三月.csv"]
    assert any(PRIVATE["bills"] in path.name for path in folder.path.rglob("*"))


def test_what_is_sent_or_shown_is_never_put_down_in_a_file_on_the_way(folder):
    server = serve.new_server(serve.free_port())
    try:
        assert server.adj.inbuf_overflow >= server.adj.max_request_body_size
        assert server.adj.outbuf_overflow >= server.adj.max_request_body_size
    finally:
        wasyncore.close_all(server._map)
        server.task_dispatcher.shutdown()


def test_the_preview_says_what_would_change_and_what_was_left_out(owner):
    page = look_at(owner, ("三月.csv", alipay(ROWS)))
    for said in (
        "支付宝",
        "新的 3 笔，已经有的 0 笔",
        "208.50",
        "6,500.00",
        "没有付款就关闭了（第 12 行）",
        "2026年3月2日",
    ):
        assert said in page.words, said
    keep(owner)
    page = look_at(owner, ("再一次.csv", alipay(ROWS)))
    assert "已经存过了" in page.words
    assert 'action="/bills/read"' not in page.text
    page = look_at(owner, ("更长.csv", alipay([*ROWS, Paid(date(2026, 5, 1), "早点", "6.00")])))
    assert "新的 1 笔，已经有的 3 笔" in page.words


def test_what_is_in_two_files_counts_once_and_stays_when_one_is_deleted(kept):
    look_at(kept, ("更长.csv", alipay([*ROWS, Paid(date(2026, 5, 1), "早点", "6.00")])))
    keep(kept)
    assert len(ledger.bills_of(None).payments) == 4
    one = imports.files()[0]
    kept.send("/bills", {}, f"/bills/{one.pk}/remove")
    assert names() == ["更长.csv"]
    assert len(ledger.bills_of(None).payments) == 4


def test_a_file_that_is_not_understood_is_told_and_nothing_of_it_is_kept(owner):
    page = look_at(owner, ("notes.csv", b"a,b\n1,2\n"), ("三月.csv", alipay(ROWS)))
    assert "notes.csv" in page.words
    keep(owner)
    assert names() == ["三月.csv"]
    bad = alipay([Paid(date(2026, 3, 2), SHOP, "八十八")])
    page = look_at(owner, ("坏的.csv", bad))
    assert "第 10 行" in page.words
    assert 'action="/bills/read"' not in page.text


def test_a_locked_zip_asks_for_its_password(owner):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("账单.csv", alipay(ROWS))
    assert "新的 3 笔" in look_at(owner, ("账单.zip", packed.getvalue())).words
    whole = bytearray(packed.getvalue())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        whole[whole.index(mark) + at] |= 1  # the flag that says it is encrypted
    page = look_at(owner, ("锁上.zip", bytes(whole)))
    assert "密码是 App 单独发给你的" in page.words


def test_several_files_at_once_and_two_of_one_name(owner):
    look_at(owner, ("a.csv", alipay(ROWS[:1])), ("a.csv", alipay(ROWS[1:2], 70)))
    keep(owner)
    assert names() == ["a.csv", "a.csv (2)"]


def test_no_file_and_too_much_are_told(owner, monkeypatch):
    fields = owner.get("/bills").form("/bills")
    page = owner.post("/bills", fields)
    assert (page.status, "还没有选文件" in page.words) == (400, True)
    monkeypatch.setattr("ashore.web.views.bills.UPLOAD_MAX", 10)
    page = owner.post("/bills", fields)
    assert (page.status, 'role="alert"' in page.text) == (400, True)


def test_what_waits_is_left_or_gone_when_the_book_closes(owner):
    look_at(owner, ("三月.csv", alipay(ROWS)))
    assert 'href="/bills/read"' in owner.get("/bills").text
    owner.send("/bills/read", {}, "/bills/leave")
    assert owner.get("/bills/read").where == "/bills"
    look_at(owner, ("三月.csv", alipay(ROWS)))
    owner.send("/settings", {}, "/lock")
    assert ledger.waiting() is None


def test_what_waits_now_is_not_kept_by_the_page_of_what_waited_before(owner):
    first = look_at(owner, ("三月.csv", alipay(ROWS)))
    look_at(owner, ("其他.csv", alipay(ROWS[:1], 90)))
    page = owner.post("/bills/read", first.form("/bills/read"))
    assert (page.status, names()) == (409, [])
    assert "其他.csv" in page.words


def test_sent_twice_it_is_kept_once(owner):
    form = look_at(owner, ("三月.csv", alipay(ROWS))).form("/bills/read")
    for _ in range(2):
        assert owner.post("/bills/read", form).status == 302
    assert names() == ["三月.csv"]


def test_deleted_put_back_cleared_and_all_gone(kept, folder):
    one = imports.files()[0]
    kept.send("/bills", {}, f"/bills/{one.pk}/remove")
    assert (names(), "放回来" in kept.get("/bills").words) == ([], True)
    kept.send("/bills", {}, f"/bills/{one.pk}/back")
    assert names() == ["三月.csv"]
    kept.send("/bills", {}, f"/bills/{one.pk}/remove")
    kept.send("/bills", {}, "/bills/clear")
    assert imports.files() == ()
    look_at(kept, ("三月.csv", alipay(ROWS)))
    keep(kept)
    kept.send("/bills", {}, "/bills/delete")
    assert not [path for path in folder.path.rglob("*") if PRIVATE["bills"] in path.name]


def test_from_an_older_page_nothing_is_deleted(kept):
    one = imports.files()[0]
    old = kept.get("/bills")
    kept.send("/bills", {}, f"/bills/{one.pk}/remove")
    kept.send("/bills", {}, f"/bills/{one.pk}/back")
    for path in (f"/bills/{one.pk}/remove", "/bills/delete"):
        assert kept.post(path, old.form(path)).status == 409
    assert kept.post(f"/bills/{ID}/remove", old.form(f"/bills/{one.pk}/remove")).status == 404
    assert names() == ["三月.csv"]


def test_nothing_is_shown_while_somebody_looks_on_and_in_the_example(kept):
    kept.client.cookies[session.COVER] = "1"
    for path in PAGES:
        assert kept.get(path).where == "/"
    kept.client.cookies[session.COVER] = "0"
    kept.send("/settings", {}, "/lock")
    kept.send("/unlock", {}, "/example")
    for path in ("/bills", "/bills/read", "/bills/banks"):
        assert kept.get(path).where == "/settings"
    assert SHOP not in kept.get("/bills/payments").words


def test_a_correction_is_learned_for_the_merchant_and_can_be_forgotten(kept):
    place = [one.counterparty for one in ledger.bills_of(None).payments].index(SHOP)
    page = f"/bills/payments?month=2026-03&row={place}"
    answer = kept.send(page, {"category": "leisure"}, "/bills/payments/teach")
    assert answer.where == "/bills/payments?month=2026-03"
    look_at(kept, ("新的.csv", alipay([Paid(date(2026, 6, 3), SHOP, "66.00")], 80)))
    keep(kept)
    found = {one.category for one in ledger.bills_of(None).payments if one.counterparty == SHOP}
    assert found == {"leisure"}
    kept.send("/bills/payments", {}, f"/bills/payments/{taught.taught()[0].id}/forget")
    assert taught.taught() == ()


@pytest.mark.parametrize(
    "typed",
    [{"category": "nonsense"}, {"field": "raw", "category": "food"}, {"word": " ", "category": "food"}],
)
def test_what_cannot_be_learned_is_refused(kept, typed):
    form = kept.get("/bills/payments?month=2026-03&row=0").form("/bills/payments/teach")
    assert kept.post("/bills/payments/teach", {**form, **typed}).status == 404
    assert taught.taught() == ()


def test_whose_money_is_asked_where_there_is_a_shop(kept):
    path = "/bills/payments?month=2026-03&row=0"
    with_shop = book.load().text
    book.replace_all(uuid.uuid4(), shelf.new_text(date(2026, 11, 23)))
    assert 'name="whose"' not in kept.get(path).text
    book.replace_all(uuid.uuid4(), with_shop)
    kept.send(path, {"whose": "shop"}, "/bills/payments/teach")
    assert [one.correction.business for one in taught.taught()] == [True]


def test_payments_that_nothing_has_sorted_can_be_seen_alone(kept):
    look_at(kept, ("谁.csv", alipay([Paid(date(2026, 3, 5), "某某不明", "45.00", "转一下", "其他")], 60)))
    keep(kept)
    page = kept.get("/bills/payments?month=2026-03&unsorted=1")
    assert "某某不明" in page.words
    assert "永辉超市" not in page.words


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_stands_in_a_bill_stays_text_on_every_page(owner, text):
    rows = [
        Paid(date(2026, 3, 2), text, "88.00", text, remark=text),
        Paid(date(2026, 3, 3), "店", "5.00", text),
    ]
    name = text.replace("/", "_").replace("&", "_") + ".csv"  # the server takes a name's `&lt;` for `<`
    pages = [look_at(owner, (name, alipay(rows)))]
    keep(owner)
    owner.send("/bills/payments?month=2026-03&row=0", {"category": "food"}, "/bills/payments/teach")
    pages += [owner.get(path) for path in ("/bills", "/bills/payments?month=2026-03&row=0")]
    assert ledger.bills_of(None).payments[0].counterparty.strip("\t ") == text
    for page in pages:
        assert page.status == 200
        assert text in page.words or name in page.words
        if "<" in text:
            assert text not in page.text
        assert not [mark for mark in ("<img", "onerror=alert(1)>", "alert(1)</script>") if mark in page.text]


def test_a_damaged_file_is_told_and_can_be_deleted(kept):
    connections.close_all()
    path = keyring.held().file("bills").path
    files.remove_file(path)
    path.write_bytes(bytes(8192))
    page = kept.get("/bills")
    assert (page.status, 'href="/restore"' in page.text) == (500, True)
    assert kept.get("/").status == 200
    assert kept.post("/bills/delete", page.form("/bills/delete")).status == 302
    assert kept.get("/bills").status == 200


def test_a_year_of_life_is_taken_in(owner):
    page = look_at(owner, ("year.csv", alipay(year_of_life())))
    keep(owner)
    assert "待核对" not in page.words
    assert len(ledger.bills_of(None).payments) == len(year_of_life())

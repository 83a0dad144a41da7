"""A paper that the first page was told of stands before the plan until a debt has it or it is put away."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ashore.store import book, papers
from ashore.texts.sentences import word
from day import TODAY
from open_book import PASSPHRASE
from web.test_hub import on_demo

CAME = TODAY - timedelta(days=3)
UNTIL = CAME + timedelta(days=15)
DEBT = {"product": "cn/mybank-wangshangdai", "balance": "86000"}
KNOWN = {**DEBT, "due_day": "15", "periods_left": "7"}
QUIET = {
    "zh": ("没有法院文书", "没有要赶的事", "今天先做这一件"),
    "en": ("no court paper", "Nothing presses", "Nothing else today"),
}
"""What is said where nothing is known of any paper: none of it may stand beside one."""
SAID = {"zh": "你前面说过，收到了文书", "en": "You said that a paper came"}


def day(on, language):
    """Return a day as the pages write it."""
    return f"{on.year}年{on.month}月{on.day}日" if language == "zh" else f"{on.day} {on:%b %Y}"


def told(visitor, paper: str, came: str = ""):
    """Answer the first page: tonight is safe, and a paper came."""
    visitor.send("/first", {"answer": "yes"})
    visitor.send("/first", {"answer": paper})
    if paper == "court":
        visitor.send("/first", {"answer": came})


@pytest.fixture
def sued(visitor):
    """Return a browser whose person told of a court's paper, and then made a book."""
    told(visitor, "court", CAME.isoformat())
    visitor.send("/unlock", {"passphrase": PASSPHRASE, "again": PASSPHRASE})
    return visitor


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("debt", [DEBT, KNOWN], ids=["estimated", "known"])
def test_it_stands_first_on_today_and_in_the_plan(sued, language, debt):
    sued.speaks(language)
    sued.send("/visit/debt", debt)
    for path in ("/", "/plan"):
        page = sued.get(path)
        main = page.text.partition("<main")[2]
        first = main.partition("<h2")[2].partition("</section>")[0]
        assert SAID[language] in first, path
        assert day(UNTIL, language) in first.replace("\xa0", " "), path
        assert [words for words in QUIET[language] if words in page.words] == [], path
        assert main.count(word("told-step", language)) == 1, path
        assert f'href="/papers?received={CAME}"' in first, path


def test_its_day_goes_along_to_the_papers_and_written_down_it_is_the_books(sued):
    sued.send("/visit/debt", KNOWN)
    listed = sued.get(f"/papers?received={CAME}").text
    link = next(part for part in listed.split('"') if part.startswith("/papers/claim"))
    assert parse_qs(urlsplit(link).query) == {"received": [CAME.isoformat()]}
    form = sued.get(link).form("/papers/claim")
    assert sued.post("/papers/claim", {**form, "debt": str(book.load().of("debt")[0].pk)}).where == "/"
    values = book.entry_values(book.load().of("debt")[0])
    assert (values["stage"], values["deadline"]) == ("sued", {"on": UNTIL, "what": "answer"})
    page = sued.get("/")
    assert SAID["zh"] not in page.words
    assert day(UNTIL, "zh") in page.text.partition("<h2")[2].partition("</section>")[0]
    assert word("told-step", "zh") not in page.words


def test_where_figures_are_unclear_or_nothing_is_filled_in_it_stands_there_too(sued):
    assert SAID["zh"] in sued.get("/situation").words
    assert 'href="/visit/debt"' in sued.get("/situation").text
    sued.send("/visit/debt", {**DEBT, "balance": "about eighty thousand"})
    page = sued.get("/")
    assert "about eighty thousand" in page.words
    assert SAID["zh"] in page.words


@pytest.mark.parametrize(("paper", "stands"), [
    ("notary", True), ("arbitration", True), ("mediator", True), ("collector", False), ("none", False),
])  # fmt: skip
def test_only_a_paper_that_binds_stands_there(visitor, paper, stands):
    told(visitor, paper)
    visitor.send("/unlock", {"passphrase": PASSPHRASE, "again": PASSPHRASE})
    visitor.send("/visit/debt", KNOWN)
    page = visitor.get("/")
    assert (SAID["zh"] in page.words) is stands
    kept_elsewhere = 'href="/log/new?direction=in"' in page.text
    assert kept_elsewhere is (paper in ("notary", "mediator")), "no debt has a place for these"


def test_a_court_paper_whose_day_nobody_knows_leads_to_the_papers_without_one(visitor):
    told(visitor, "court")
    visitor.send("/unlock", {"passphrase": PASSPHRASE, "again": PASSPHRASE})
    visitor.send("/visit/debt", KNOWN)
    page = visitor.get("/")
    assert word("first-court-undated", "zh") in page.words
    assert 'href="/papers"' in page.text.partition("</section>")[0]


def reopened(visitor):
    """Close the book and open it again."""
    visitor.send("/settings", {}, "/lock")
    visitor.send("/unlock", {"passphrase": PASSPHRASE})
    return visitor


def test_it_is_there_whenever_the_book_is_opened_until_it_is_put_away(sued):
    sued.send("/visit/debt", KNOWN)
    sued.post("/first", {**sued.get("/first").form("/first"), "again": "1"})
    assert f'href="/papers?received={CAME}"' in reopened(sued).get("/").text
    done = f"/told/{papers.load()[0].pk}/done"
    fields = sued.get("/plan").form(done)
    assert urlsplit(sued.post(done, fields).where).path == "/"
    assert SAID["zh"] not in sued.get("/").words
    assert urlsplit(sued.post(done, fields).where).path == "/", "sent once more it stays away"
    assert SAID["zh"] not in reopened(sued).get("/").words


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("debt", [None, KNOWN], ids=["empty", "filled"])
def test_put_away_by_mistake_it_is_put_back_at_once(sued, language, debt):
    sued.speaks(language)
    if debt:
        sued.send("/visit/debt", debt)
    done = f"/told/{papers.load()[0].pk}/done"
    where = sued.post(done, sued.get("/situation" if not debt else "/").form(done)).where
    page, back = sued.get(where), done.replace("done", "back")
    assert SAID[language] not in page.words
    assert word("told-away", language) in page.words
    assert word("told-away", language) not in sued.get(urlsplit(where).path).words, "said once"
    again = sued.post(back, page.form(back)).where
    page = sued.get(again)
    assert SAID[language] in page.words
    assert day(UNTIL, language) in page.words
    assert word("told-away", language) not in sued.get(where).words, "there is nothing to put back"


def test_an_address_that_names_no_paper_put_away_offers_nothing(sued):
    sued.send("/visit/debt", KNOWN)
    for typed in ("x", str(papers.load()[0].pk), "00000000-0000-0000-0000-000000000000"):
        page = sued.get(f"/?away={typed}")
        assert page.status == 200
        assert word("told-back", "zh") not in page.words


def test_told_while_the_book_is_open_or_closed_it_is_kept_too(visitor):
    visitor.send("/unlock", {"passphrase": PASSPHRASE, "again": PASSPHRASE})
    visitor.send("/visit/debt", KNOWN)
    told(visitor, "notary")
    assert SAID["zh"] in reopened(visitor).get("/").words
    visitor.send("/settings", {}, "/lock")
    told(visitor, "court", CAME.isoformat())
    visitor.send("/unlock", {"passphrase": PASSPHRASE})
    page = reopened(visitor).get("/")
    assert page.words.count(SAID["zh"]) == 2
    assert page.words.index(day(UNTIL, "zh")) < page.words.rindex(SAID["zh"]), (
        "the one with a day comes first"
    )


def test_told_before_a_backup_is_restored_it_is_kept_in_it(visitor):
    visitor.send("/unlock", {"passphrase": PASSPHRASE, "again": PASSPHRASE})
    visitor.send("/visit/debt", KNOWN)
    backup = SimpleUploadedFile("x.zip", visitor.get("/settings/backup").data)
    visitor.send("/settings", {}, "/lock")
    told(visitor, "court", CAME.isoformat())
    assert visitor.send("/restore", {"backup": backup, "passphrase": PASSPHRASE}).where == "/"
    assert SAID["zh"] in reopened(visitor).get("/").words


def test_where_it_cannot_be_written_that_is_said_and_the_first_page_goes_on(sued, folder):
    sued.post("/first", {**sued.get("/first").form("/first"), "again": "1"})
    sued.send("/first", {"answer": "yes"})
    folder.book.rename(folder.book.with_name("moved.db"))
    page = sued.send("/first", {"answer": "notary"})
    assert word("book-gone", "zh") in page.words
    assert word("first-notary", "zh") in sued.get("/first").words


def test_where_it_cannot_be_put_away_it_stays(sued, folder):
    done = f"/told/{papers.load()[0].pk}/done"
    fields = sued.get("/situation").form(done)
    away = folder.book.with_name("moved.db")
    folder.book.rename(away)
    assert word("book-gone", "zh") in sued.post(done, fields).words
    away.rename(folder.book)
    assert SAID["zh"] in reopened(sued).get("/situation").words


def test_a_second_paper_stands_beside_a_debt_that_has_the_first(sued):
    sued.send("/visit/debt", KNOWN)
    form = sued.get(f"/papers/claim?received={CAME}").form("/papers/claim")
    sued.post("/papers/claim", {**form, "debt": str(book.load().of("debt")[0].pk)})
    assert SAID["zh"] not in sued.get("/").words
    sued.post("/first", {**sued.get("/first").form("/first"), "again": "1"})
    told(sued, "arbitration")
    assert SAID["zh"] in reopened(sued).get("/").words


def test_a_second_paper_about_the_same_debt_goes_once_it_is_written_down(sued):
    sued.send("/visit/debt", KNOWN)
    debt = str(book.load().of("debt")[0].pk)
    sued.send(f"/papers/claim?received={CAME}", {"debt": debt}, "/papers/claim")
    for came in ("", TODAY.isoformat()):
        sued.post("/first", {**sued.get("/first").form("/first"), "again": "1"})
        told(sued, "court", came)
        assert SAID["zh"] in sued.get("/").words
        sued.send(f"/papers/claim?received={TODAY}", {"debt": debt}, "/papers/claim")
        assert SAID["zh"] not in sued.get("/").words


def test_what_was_put_away_does_not_come_back_with_the_next_answer(sued):
    sued.send("/visit/debt", KNOWN)
    done = f"/told/{papers.load()[0].pk}/done"
    sued.post(done, sued.get("/").form(done))
    sued.send("/first", {"answer": "no"})
    assert SAID["zh"] not in sued.get("/").words


def test_the_example_knows_nothing_of_it(sued):
    on_demo(sued)
    told(sued, "court", CAME.isoformat())
    assert SAID["zh"] not in sued.get("/").words


def test_a_day_typed_full_width_is_kept_as_a_day(visitor):
    wide = CAME.isoformat().translate({ord(one): ord(one) + 0xFEE0 for one in "0123456789-"})
    told(visitor, "court", wide)
    visitor.send("/unlock", {"passphrase": PASSPHRASE, "again": PASSPHRASE})
    assert [one.received for one in papers.load()] == [CAME.isoformat()]


def test_a_clock_set_back_leaves_the_day_out_and_the_page_there(sued):
    sued.send("/visit/debt", KNOWN)
    papers.tell("court", (TODAY + timedelta(days=2)).isoformat(), 0)
    page = sued.get("/")
    assert page.status == 200
    assert page.words.count(SAID["zh"]) == 2
    assert word("first-court-undated", "zh") in page.words


def test_a_day_that_is_none_is_not_handed_on(sued):
    for typed in ("x", (TODAY + timedelta(days=9)).isoformat(), '"><script>'):
        page = sued.get(f"/papers?received={typed}")
        assert page.status == 200
        assert "received=" not in page.text.partition("<main")[2].partition("</main")[0]

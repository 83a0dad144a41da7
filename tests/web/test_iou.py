"""The form of an IOU: the paper shown and handed out, what is in its way, nothing of it kept."""

import io
import uuid
import zipfile

import pytest

from ashore.household.writing import Set
from ashore.store import book

TYPED = {"amount": "20000", "on": "2026-12-01", "until": "2027-12-01", "method": "level-payment"}


def fill(owner, **typed):
    """Send the form."""
    return owner.post("/iou", {**owner.get("/iou").form("/iou"), **TYPED, **typed})


def test_the_paper_is_shown_with_what_to_know_first(owner):
    page = fill(owner)
    assert page.status == 200
    assert "人民币贰万元整" in page.text
    assert "本借款不计利息" in page.text
    assert page.words.index("签字之前") < page.words.index("借条的文字")
    assert "AB 贷" in page.words


def test_english_says_which_paper_to_sign(owner):
    owner.speaks("en")
    page = fill(owner)
    assert "人民币贰万元整" in page.text
    assert "Print the Chinese paper to sign" in page.words


def test_purpose_is_never_filled_in(owner):
    assert "借款用途：____" in fill(owner).text
    assert "买货" not in fill(owner).text
    assert "买货" in fill(owner, purpose="买货").text


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "typed",
    [{"amount": "x"}, {"until": "2026-11-01"}, {"rate": "3"}, {"rate": "99%", "lpr": "3"}, {"method": "z"}],
)
def test_what_is_in_the_way_is_said_and_what_was_typed_stays(owner, language, typed):
    owner.speaks(language)
    page = fill(owner, purpose="abc", **typed)
    assert page.status == 400
    assert 'role="alert"' in page.text
    assert "iou-" not in page.words
    assert ">abc</textarea>" in page.text
    assert 'id="paper"' not in page.text


def test_a_rate_needs_the_lpr_of_its_month_and_stays_below_four_times_it(owner):
    assert fill(owner, rate="12", lpr="3").status == 200
    assert fill(owner, rate="12.01", lpr="3").status == 400


@pytest.mark.parametrize(
    ("ending", "kind"), [("pdf", "application/pdf"), ("docx", "wordprocessingml"), ("txt", "text/plain")]
)
def test_it_is_handed_out_as_a_file(owner, ending, kind):
    form = fill(owner, purpose='a "b" <c>\nd').form(f"/iou/{ending}")
    given = owner.post(f"/iou/{ending}", form)
    assert given.status == 200
    assert kind in given.headers["Content-Type"]
    assert "iou" not in given.headers["Content-Disposition"]
    if ending == "txt":
        assert 'a "b" <c>\nd' in given.data.decode()
    elif ending == "docx":
        assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(given.data)).namelist()
    else:
        assert given.data.startswith(b"%PDF")


def test_another_ending_is_none(owner):
    assert owner.post("/iou/exe", fill(owner).form("/iou/txt")).status == 404


def test_nothing_of_it_is_kept(owner):
    before = book.load().text
    fill(owner, purpose="a secret word")
    assert book.load().text == before
    assert "a secret word" not in owner.get("/iou").text


def test_a_court_is_named_first_where_it_has_a_debt(owner):
    assert "到了法院" not in fill(owner).words
    entry = book.load().of("debt")[0]
    book.edit(uuid.uuid4(), entry.pk, entry.version, [Set("stage", "sued")])
    assert "到了法院" in fill(owner).words


SEEN, SINCE = "2026-11-20", "2026-09-21"


def looked_up(owner, rate="2.9%/year", since=SINCE):
    """Write an LPR of one's own into the book."""
    owner.send("/add/own", {"about": "lpr-1y", "rate": rate, "from": since, "seen_on": SEEN})


@pytest.mark.parametrize(
    ("language", "says"),
    [("zh", "写进账本的数，2026年11月20日"), ("en", "wrote into your book, looked up on 20 Nov 2026")],
)
def test_an_lpr_in_the_book_is_filled_in_and_said_to_come_from_there(owner, language, says):
    owner.speaks(language)
    looked_up(owner)
    page = fill(owner, on="2026-11-15", until="2027-11-15", rate="3", late_rate="6")
    assert page.status == 200
    assert 'name="lpr" value="2.9%"' in page.text
    assert says in page.words
    assert "11.6%" in page.text  # four times 2.9 %


@pytest.mark.parametrize("on", ["2026-11-21", "2026-09-20", "2026-03-02"])
def test_an_lpr_of_ones_own_is_never_taken_for_another_day_nor_in_the_packs_place(owner, on):
    looked_up(owner)
    page = fill(owner, on=on, rate="3")
    assert 'name="lpr" value=""' in page.text
    assert "写进账本" not in page.words


def test_what_is_typed_is_not_overwritten(owner):
    looked_up(owner)
    page = fill(owner, on="2026-11-15", until="2027-11-15", rate="3", lpr="2.8%")
    assert 'name="lpr" value="2.8%"' in page.text
    assert "写进账本" not in page.words
    assert "11.2%" in page.text


def test_the_file_has_it_too(owner):
    looked_up(owner)
    page = fill(owner, on="2026-11-15", until="2027-11-15", rate="3")
    fields = page.form("/iou/txt")
    assert fields["lpr"] == "2.9%"
    assert "11.6%" in owner.post("/iou/txt", fields).data.decode()

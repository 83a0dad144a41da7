"""A paper's files: every character has a shape, nothing runs off the page, nothing tells of whoever made them."""

import getpass
import shutil
import socket
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from docx import Document

from ashore.documents.sheets.docx import sheet_docx
from ashore.documents.sheets.pdf import sheet_pdf
from ashore.letters.sheet import Blank, Figures, Items, Own
from documents.papers import (
    docx_text,
    every_kind,
    everything_in,
    flat,
    missing_in_order,
    own,
    pdf_pages,
    pdf_text,
    short,
    told,
    words,
)
from needs import ROOT, needs

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
A4 = (595, 842)


def long_one():
    """Return a paper of several pages."""
    rows = tuple((f"row {number}", number) for number in range(90))
    table = Figures(told("many"), (("column-what", "text"), ("column-amount", "fen")), rows, ("sum", 4005))
    return replace(every_kind(), blocks=(Own("word " * 900), table, Items(told("all"), (told("item"),) * 40)))


@LANGUAGES
def test_pages_are_numbered_where_there_is_more_than_one(language):
    pages = pdf_pages(sheet_pdf(long_one(), language))
    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        numbered = {"zh": f"第{number}页，共{len(pages)}页", "en": f"Page{number}of{len(pages)}"}[language]
        assert flat(page).endswith(numbered)
    (only,) = pdf_pages(sheet_pdf(short(), language))
    assert "Page" not in only
    assert "页" not in only


@LANGUAGES
def test_a_long_paper_loses_nothing_and_repeats_the_table_s_heading(language):
    made = sheet_pdf(long_one(), language)
    assert missing_in_order(words(long_one(), language), pdf_text(made)) == []
    head = {"zh": "金额", "en": "Amount"}[language]
    assert sum(head in page for page in pdf_pages(made)) >= 2


@LANGUAGES
def test_nobody_signs_a_page_on_which_nothing_else_stands(language):
    for lines in range(1, 60):
        pages = pdf_pages(
            sheet_pdf(replace(every_kind(), blocks=(Own("x\n" * lines), Own("the end"))), language)
        )
        if len(pages) == 2:
            assert "the end" in pages[1]
            return
    pytest.fail("never two pages")


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
def test_lines_are_set_closer_where_that_saves_a_page_and_nowhere_else(language):
    """Halving between a short paper and a long one: the longest on one page has its lines closer, the next has not."""
    one, two = 2, 60
    while two - one > 1:
        middle = (one + two) // 2
        one, two = (middle, two) if len(lined(middle, language)) == 1 else (one, middle)
    wide = gap_of(lined(2, language)[0])
    assert gap_of(lined(one, language)[0]) < wide - 0.5
    assert gap_of(lined(two, language)[0]) == pytest.approx(wide, abs=0.05)


def lined(lines, language):
    """Return the pages of a paper with so many short lines of a person's own words."""
    sheet = replace(every_kind(), blocks=(Own("Q\n" * lines),))
    return pypdfium2.PdfDocument(sheet_pdf(sheet, language))


def gap_of(page):
    """Return how far two of these lines stand apart, in points."""
    read = page.get_textpage()
    places = [at for at in range(read.count_chars()) if read.get_text_range(at, 1) == "Q"]
    first, second = (read.get_charbox(at)[1] for at in places[:2])
    return first - second


def signed_part(sheet, language):
    """Return the one cell of a document that holds what is signed, after checking that no page may part it."""
    document = Document(BytesIO(sheet_docx(sheet, language)))
    table = document.tables[-1]
    assert document.element.xpath("w:body/w:tbl[last()]/w:tr/w:trPr/w:cantSplit")
    (cell,) = table.rows[0].cells
    assert [one.text for one in document.paragraphs[-1:]] == [""]
    return cell.paragraphs


def styles_of(paragraphs):
    """Return the names of their styles."""
    return [one.style.name for one in paragraphs if one.style]


@LANGUAGES
def test_the_last_lines_stay_with_what_is_signed_in_a_document_too(language):
    closing = replace(every_kind(), blocks=(Own("a"), *(Own(f"word {at}") for at in range(5))))
    part = signed_part(closing, language)
    assert [one.text for one in part[:4]] == [f"word {at}" for at in range(1, 5)]
    assert styles_of(part[4:]) == ["Signature"] * len(closing.signed) + ["Date"]


@LANGUAGES
def test_no_list_is_torn_and_no_long_paragraph_kept_for_what_is_signed(language):
    listed = Items(told("all"), (told("item"),) * 3)
    short = replace(every_kind(), blocks=(listed, Own("end")))
    part = signed_part(short, language)
    assert styles_of(part)[:2] == ["Body Text", "Signature"]
    part = signed_part(replace(short, blocks=(listed,)), language)
    assert styles_of(part)[:2] == ["List Number", "Signature"]
    part = signed_part(replace(short, blocks=(Own("word " * 40),)), language)
    assert styles_of(part)[:1] == ["Signature"]
    rows = Figures(told("few"), (("column-what", "text"), ("column-amount", "fen")), (("a", 1),))
    part = signed_part(replace(short, blocks=(rows, Own("end"))), language)
    assert styles_of(part)[:1] == ["Signature"]


@pytest.mark.parametrize("text", ["x1-" * 70, "很长" * 300, "W" * 23 + " " + "W" * 200, "1" * 500])
@pytest.mark.parametrize("place", ["own", "cell", "to", "title", "item"])
def test_nothing_runs_off_the_page(text, place):
    sheet = {
        "own": own(text),
        "cell": replace(
            short(),
            blocks=(
                Figures(
                    told("t"),
                    (("column-what", "text"), ("column-amount", "fen"), ("column-day", "date")),
                    ((text, 10**12, short().day),),
                ),
            ),
        ),
        "to": replace(short(), to=text),
        "title": replace(short(), title=told(text)),
        "item": replace(short(), blocks=(Items(told("t"), (told(text),)),)),
    }[place]
    made = pypdfium2.PdfDocument(sheet_pdf(sheet, "zh"))
    for page in made:
        assert tuple(map(round, page.get_size())) == A4
        read = page.get_textpage()
        boxes = [read.get_charbox(at) for at in range(read.count_chars())]
        assert min(left for left, _, _, _ in boxes) >= 70 or not boxes
        assert max(right for _, _, right, _ in boxes) <= A4[0] - 70


def test_no_word_is_parted_by_a_hyphen_that_nobody_typed():
    text = "incomprehensibilities misunderstandings " * 40
    assert "-" not in pdf_text(sheet_pdf(own(text), "en")).replace("\ufffe", "-").replace("\x02", "-")


def test_amounts_stand_below_each_other():
    """The last digits of a column end at one place, at the right edge of the table."""
    table = Figures(
        told("t"),
        (("column-what", "text"), ("column-amount", "fen")),
        (("a", 7), ("b", 123_456_789), ("c", 98_765)),
    )
    page = pypdfium2.PdfDocument(sheet_pdf(replace(short(), blocks=(table,)), "en"))[0]
    read = page.get_textpage()
    text = read.get_text_range()
    ends = [
        read.get_charbox(text.index(amount) + len(amount) - 1)[2]
        for amount in ("¥0.07", "¥1,234,567.89", "¥987.65")
    ]
    assert max(ends) - min(ends) < 1
    assert min(ends) > A4[0] - 90


def rules(page):
    """Return the widths of the rules drawn on a page."""
    paths = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])
    return [right - left for left, _, right, _ in (path.get_bounds() for path in paths)]


@LANGUAGES
@pytest.mark.parametrize("length", [1, 8, 14, 20, 26, 34, 60])
def test_there_is_room_to_write_behind_every_label(length, language):
    """At least 8 cm for a name with its number, 4 cm for a name that is signed."""
    label = Blank(told("字" * length))
    body = pypdfium2.PdfDocument(sheet_pdf(replace(short(), to="", blocks=(label,)), language))[0]
    assert [width > 8 / 2.54 * 72 for width in rules(body)] == [True]
    if length < 20:
        signed = pypdfium2.PdfDocument(sheet_pdf(replace(short(), to="", signed=(label,) * 2), language))[0]
        assert [width > 4 / 2.54 * 72 for width in rules(signed)] == [True, True]


def test_a_docx_draws_a_line_below_a_label_that_leaves_no_room():
    blocks = (Blank(told("字" * 30)), Blank(told("字")))
    texts = docx_text(sheet_docx(replace(short(), to="", blocks=blocks), "zh")).splitlines()
    assert texts[1:4] == ["字" * 30 + "：x。：", "\t", "字：x。：\t"]


# What the files tell.


@LANGUAGES
@pytest.mark.parametrize("make", [sheet_pdf, sheet_docx], ids=["pdf", "docx"])
def test_a_file_is_the_same_each_time_and_names_no_program_person_or_machine(make, language):
    made = make(every_kind(), language)
    assert made == make(every_kind(), language)
    bytes_read = everything_in(made).lower()
    for trace in (
        "ashore",
        "靠岸",
        "typst",
        "python",
        getpass.getuser(),
        socket.gethostname(),
        str(Path.cwd()),
    ):
        if len(trace) > 4:
            assert trace.lower().encode() not in bytes_read, trace
            assert trace.encode("utf-16-be") not in bytes_read, trace


def test_a_pdf_tells_its_title_and_its_day_and_no_more():
    metadata = pypdfium2.PdfDocument(sheet_pdf(short(), "en")).get_metadata_dict()
    assert {key: value for key, value in metadata.items() if value} == {
        "Title": "IOU: x.",
        "CreationDate": "D:20261126000000Z",
        "ModDate": "D:20261126000000Z",
    }


def test_a_pdf_holds_every_font_and_no_link():
    made = everything_in(sheet_pdf(every_kind(), "zh"))
    assert made.count(b"/FontDescriptor/") == made.count(b"/FontFile")
    assert b"/URI" not in made


@LANGUAGES
def test_a_docx_opens_again_and_its_properties_are_empty(language):
    made = sheet_docx(every_kind(), language)
    properties = Document(BytesIO(made)).core_properties
    texts = (properties.author, properties.last_modified_by, properties.title, properties.comments)
    assert texts == ("", "", "", "")
    assert (properties.created, properties.modified) == (None, None)
    with ZipFile(BytesIO(made)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in archive.namelist() if "app.xml" in name or "thumbnail" in name]


def test_a_docx_names_its_chinese_fonts_and_draws_its_lines():
    made = sheet_docx(every_kind(), "zh")
    document = Document(BytesIO(made))
    with ZipFile(BytesIO(made)) as archive:
        styles = archive.read("word/styles.xml").decode()
    assert 'w:eastAsia="SimSun"' in styles
    assert 'w:eastAsia="SimHei"' in styles
    assert 'w:lang w:val="en-US" w:eastAsia="zh-CN"' in styles
    assert "$" not in styles
    written = [*document.paragraphs, *signed_part(every_kind(), "zh")]
    assert styles_of(one for one in written if one.text.endswith("\t")) == ["Line", "Signature", "Signature"]
    used = set(styles_of(written))
    assert used == {
        "Heading 1",
        "Heading 2",
        "Salutation",
        "Body Text",
        "List Number",
        "Line",
        "Signature",
        "Date",
        "End",
    }


@pytest.mark.long
@needs("soffice", "optional: another program that reads DOCX")
@LANGUAGES
def test_another_program_reads_the_docx_as_we_wrote_it(tmp_path, language):
    file = tmp_path / "paper.docx"
    file.write_bytes(sheet_docx(every_kind(), language))
    opened_elsewhere(tmp_path)
    read = pdf_text(file.with_suffix(".pdf").read_bytes())
    assert missing_in_order(words(every_kind(), language), read) == []


@pytest.mark.long
@needs("soffice", "optional: another program that reads DOCX")
@LANGUAGES
def test_another_program_parts_nothing_that_is_signed(tmp_path, language):
    """However full the page is: with one line more after the other, all of it stands on the last page."""
    counts = range(16, 48)
    for count in counts:
        closing = [Own("Q\n" * count), Own("thanks"), Own("yours"), Own("truly")]
        sheet = replace(every_kind(), blocks=tuple(closing))
        (tmp_path / f"{count}.docx").write_bytes(sheet_docx(sheet, language))
    opened_elsewhere(tmp_path)
    pages = [pdf_pages((tmp_path / f"{count}.pdf").read_bytes()) for count in counts]
    assert {len(one) for one in pages} == {1, 2}
    for one in pages:
        last = [line.strip("_ ") for line in one[-1].splitlines()]
        assert last.index("thanks") < last.index("yours") < last.index("truly") < len(last) - 3, last


def opened_elsewhere(folder):
    """Make a PDF of every document of a folder with LibreOffice."""
    soffice = [shutil.which("soffice") or "", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
    subprocess.run(
        [*soffice, "--convert-to", "pdf", "--outdir", folder, *folder.glob("*.docx")],
        check=True,
        capture_output=True,
        timeout=180,
    )


def test_the_empty_document_is_well_formed_and_holds_no_text():
    parts = ROOT / "src" / "ashore" / "documents" / "assets" / "docx"
    assert len([path for path in parts.rglob("*") if path.is_file()]) == 7
    assert "<w:t>" not in (parts / "word" / "document.xml").read_text()

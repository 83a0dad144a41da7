"""A paper says the same words in the same order as text, as PDF and as DOCX, and nothing that is not on it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.documents.sheets.docx import sheet_docx
from ashore.documents.sheets.names import file_name
from ashore.documents.sheets.pdf import sheet_pdf
from ashore.documents.sheets.text import sheet_text
from ashore.errors import Message
from ashore.letters.sheet import Blank, Figures, Items, Own, Paragraph, Parting, Sheet, Unit
from ashore.texts.sentences import word
from documents.papers import (
    DAY,
    SECRET,
    docx_text,
    every_kind,
    flat,
    missing_in_order,
    pdf_or_missing,
    pdf_text,
    short,
    told,
    words,
)
from properties.examples import PRINTED

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
TYPED = "ab 12.中文喆䶮㎡囧﨑，。“”#$*_@<>\\\"'[]{}()`~=+-/|&%^\n\t😀"
"""What people type, with all that means something to typst."""


@LANGUAGES
@pytest.mark.parametrize("sheet", [every_kind(), short()], ids=["every-kind", "short"])
def test_each_form_says_every_word_in_order(sheet, language):
    assert missing_in_order(words(sheet, language), pdf_text(sheet_pdf(sheet, language))) == []
    assert missing_in_order(words(sheet, language), docx_text(sheet_docx(sheet, language))) == []
    assert missing_in_order(words(sheet, language, chat=True), sheet_text(sheet, language)) == []


@LANGUAGES
@pytest.mark.parametrize("sheet", [every_kind(), short()], ids=["every-kind", "short"])
def test_what_is_told_before_stands_on_no_paper(sheet, language):
    assert SECRET not in pdf_text(sheet_pdf(sheet, language))
    assert SECRET not in docx_text(sheet_docx(sheet, language))
    assert SECRET not in sheet_text(sheet, language)


def test_a_chat_reads_well():
    assert sheet_text(replace(every_kind(), blocks=every_kind().blocks[2:6]), "en") == (
        "分期 Plan: x.\n\n"
        "To: 喆堃 Bank #1\n\n"
        "two: x.\nWhat: Amount\nrent: ¥1,500.00\nfood: x.: −¥0.01\n¥0.00\nsum: ¥1,234,567.89\n\n"
        "five: x.\n﨑: Principal ¥23,456.78; Paid ¥390.00; What it is 1,234; Day 15 Dec 2026\n"
        "b: Principal ¥0.05\n\n"
        "ask: x.\n1. first: x.\n2. second: x.\n\n"
        "phone: x.: ____________\n\n"
        "signed: x.: ____________\nnumber: x.: ____________\n26 Nov 2026\n"
    )


def test_a_chat_in_chinese_sets_no_latin_marks():
    text = sheet_text(every_kind(), "zh")
    assert "\n﨑：本金 ¥23,456.78；" in text
    assert "喆堃 Bank #1：\n" in text


def test_a_paper_to_nobody_has_no_such_line():
    sheet = short()
    line = word("sheet-to-blank", "en")
    assert line in sheet_text(sheet, "en")
    assert line in pdf_text(sheet_pdf(sheet, "en"))
    assert line in docx_text(sheet_docx(sheet, "en"))
    nobody = replace(sheet, to="")
    assert line not in sheet_text(nobody, "en") + pdf_text(sheet_pdf(nobody, "en"))
    assert line not in docx_text(sheet_docx(nobody, "en"))


def test_characters_that_have_no_shape_are_left_out():
    """A mark that turns the direction of writing could make another amount of it."""
    sheet = replace(short(), blocks=(Own("a\u202eb\ufeffc\x00d\ud800e\x0bf"),))
    for text in (
        sheet_text(sheet, "en"),
        docx_text(sheet_docx(sheet, "en")),
        pdf_text(sheet_pdf(sheet, "en")),
    ):
        assert "abcdef" in flat(text)


def test_a_wide_space_is_kept():
    sheet = replace(short(), blocks=(Paragraph(told("此致\u3000敬礼")),))
    assert "此致\u3000敬礼" in sheet_text(sheet, "zh")
    assert "此致\u3000敬礼" in docx_text(sheet_docx(sheet, "zh"))


@LANGUAGES
def test_a_file_name_tells_nothing(language):
    names = {
        file_name(sheet, language, suffix, DAY)
        for sheet in (every_kind(), short())
        for suffix in ("pdf", ".pdf")
    }
    assert names == {{"zh": "材料-2026-11-26.pdf", "en": "paper-2026-11-26.pdf"}[language]}


typed = st.text(st.sampled_from(TYPED), min_size=1, max_size=40).filter(lambda text: flat(text) != "")
messages = st.builds(told, typed, typed)
UNITS: tuple[Unit, ...] = ("text", "fen", "count", "date")
cells = {
    "text": typed | messages,
    "fen": st.integers(-(10**11), 10**11),
    "count": st.integers(0, 10**6),
    "date": st.dates(date(1949, 10, 1), date(2099, 12, 31)),
}


@st.composite
def tables(draw):
    """Draw a table of one to five columns, cells missing here and there; its first column names the row."""
    units: list[Unit] = ["text", *draw(st.lists(st.sampled_from(UNITS), max_size=4))]
    codes = ["column-what", "column-amount", "column-day", "column-paid", "column-for"]
    row = st.tuples(cells["text"], *(st.none() | cells[unit] for unit in units[1:]))
    rows = draw(st.lists(row, max_size=4))
    total = draw(st.none() | row)
    columns = tuple(zip(codes, units, strict=False))
    return Figures(draw(messages), columns, tuple(rows), total)


blocks = st.one_of(
    st.builds(Paragraph, messages),
    st.builds(Items, messages, st.lists(messages, max_size=4).map(tuple)),
    tables(),
    st.builds(Blank, messages),
    st.builds(Own, typed),
    st.just(Parting(Message("letter-regards"))),
)
sheets = st.builds(
    Sheet,
    st.just("proposal"),
    messages,
    st.none() | typed,
    st.lists(blocks, max_size=5).map(tuple),
    st.lists(st.builds(Blank, messages), max_size=2).map(tuple),
    cells["date"],
    st.lists(messages, max_size=1).map(tuple),
)


@pytest.mark.property
@given(sheets, st.sampled_from(["zh", "en"]))
def test_whatever_is_typed_the_three_forms_say_the_same(sheet, language):
    docx = docx_text(sheet_docx(sheet, language))
    assert missing_in_order(words(sheet, language), docx) == []
    assert missing_in_order(words(sheet, language, chat=True), sheet_text(sheet, language)) == []
    pdf, missing = pdf_or_missing(sheet, language)
    if missing:
        assert missing == {"😀"}
    else:
        assert flat(pdf_text(pdf)) == flat(docx)


@pytest.mark.long
@pytest.mark.property
@PRINTED
@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=30))
def test_any_text_makes_a_paper_or_is_refused_by_name(text):
    sheet = replace(short(), blocks=(Own(text),))
    docx_text(sheet_docx(sheet, "zh"))
    pdf, missing = pdf_or_missing(sheet, "zh")
    assert pdf.startswith(b"%PDF-") or (missing and missing <= set(text))

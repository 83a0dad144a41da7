"""Which characters a paper can show, and what it says where no font has one."""

import shutil
import subprocess
from dataclasses import replace
from importlib import import_module

import pytest

from ashore.documents.sheets import fonts, pdf
from ashore.documents.sheets.docx import sheet_docx
from ashore.documents.sheets.pdf import sheet_pdf
from ashore.errors import AshoreError, Message
from ashore.texts.sentences import say
from documents.papers import (
    docx_text,
    flat,
    own,
    pdf_text,
    short,
    told,
)
from needs import needs

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
UNASSIGNED = "\U00050000"
"""In a plane without characters, so no font has it."""
NAMES = "龑䶮喆堃囧㎡﨑𠮷𪚥赟〇①—…€"


def typst():
    """Return the typesetter, whose weight is loaded only where it is used."""
    return import_module("typst")


def take_fonts_away(monkeypatch):
    """Let typst find no font but those it brings, as on a machine without Chinese."""
    bare = typst().Fonts(include_system_fonts=False)
    monkeypatch.setattr(typst(), "Fonts", lambda: bare)


@pytest.fixture
def bare_fonts(monkeypatch):
    """Take this machine's fonts away for one test."""
    take_fonts_away(monkeypatch)
    pdf._press.cache_clear()
    yield
    pdf._press.cache_clear()


@needs("fc-list", "optional: another program that knows which font has which character")
@pytest.mark.parametrize("char", [*NAMES, "😀", "𮯰", "ꙮ", "𒀀", "\U000104a0"])
def test_a_paper_is_refused_exactly_for_characters_that_no_font_has(char):
    """What a font lacks is drawn as an empty box and read back as if it were there: only a font's own list tells."""
    listed = subprocess.run(
        [shutil.which("fc-list") or "", f":charset={ord(char):x}"], capture_output=True, text=True, check=True
    )
    if listed.stdout:
        assert char in flat(pdf_text(sheet_pdf(own(f"a{char}b"), "zh"))).replace("\u5d0e", "﨑")
    else:
        with pytest.raises(AshoreError) as refused:
            sheet_pdf(own(f"a{char}b"), "zh")
        assert refused.value.facts == {"missing": (f"{char} (U+{ord(char):04X})",)}


def test_a_character_without_a_shape_is_said_by_name():
    with pytest.raises(AshoreError) as refused:
        sheet_pdf(own(f"王{UNASSIGNED}"), "zh")
    assert refused.value.code == "sheet-no-glyph"
    assert refused.value.facts == {"missing": (f"{UNASSIGNED} (U+50000)",)}
    sentence = say(Message(refused.value.code, refused.value.facts), "zh")
    assert "U+50000" in sentence
    assert "DOCX" in sentence


@pytest.mark.parametrize("char", ["\ue863", "\ue000", "\uf400"])
def test_a_character_that_each_font_draws_as_it_likes_is_refused(char):
    """Old machines keep rare names there; another machine's font would print another name."""
    with pytest.raises(AshoreError) as refused:
        sheet_pdf(own(f"王{char}"), "zh")
    assert refused.value.facts == {"missing": (f"U+{ord(char):04X}",)}
    assert char in docx_text(sheet_docx(own(f"王{char}"), "zh"))


@pytest.mark.usefixtures("bare_fonts")
@LANGUAGES
def test_without_a_chinese_font_it_is_said_how_to_get_one(language):
    with pytest.raises(AshoreError) as refused:
        sheet_pdf(own("王"), language)
    assert refused.value.code == "sheet-no-font"
    sentence = say(Message(refused.value.code, refused.value.facts), language)
    assert all(part in sentence for part in ("Noto Sans CJK SC", "fonts-noto-cjk", "DOCX"))


@pytest.mark.usefixtures("bare_fonts")
@pytest.mark.parametrize(
    ("text", "code"), [("，", "sheet-no-font"), ("𠮷", "sheet-no-font"), ("\U0001f600", "sheet-no-glyph")]
)
def test_a_chinese_mark_needs_a_chinese_font_and_an_emoji_does_not(text, code):
    with pytest.raises(AshoreError) as refused:
        sheet_pdf(replace(own(text), title=told("IOU")), "en")
    assert refused.value.code == code


@pytest.mark.usefixtures("bare_fonts")
def test_without_a_chinese_font_an_english_paper_is_made():
    sheet = replace(own("plain"), title=told("IOU"))
    assert "plain" in pdf_text(sheet_pdf(sheet, "en"))


def test_a_font_installed_meanwhile_is_found(monkeypatch):
    with monkeypatch.context() as bare:
        take_fonts_away(bare)
        pdf._press.cache_clear()
        with pytest.raises(AshoreError):
            sheet_pdf(own("王"), "zh")
    assert "王" in pdf_text(sheet_pdf(own("王"), "zh"))


def test_fonts_stand_in_order_and_only_those_that_are_here():
    assert fonts.body_fonts({"SimSun", "Microsoft YaHei"}, "zh") == [
        {"name": "Libertinus Serif", "covers": "latin-in-cjk"},
        "SimSun",
        "Microsoft YaHei",
    ]
    assert fonts.head_fonts({"SimSun", "Microsoft YaHei"}, "zh")[0] == "Microsoft YaHei"
    assert fonts.body_fonts({"PingFang SC", "Songti SC"}, "zh") == [
        "Songti SC",
        "PingFang SC",
        "Libertinus Serif",
    ]
    assert fonts.body_fonts({"SimSun"}, "en")[0] == "Libertinus Serif"


def test_a_fault_of_ours_is_not_told_as_a_missing_character(monkeypatch, tmp_path):
    broken = tmp_path / "broken.typ"
    broken.write_text("#nothing-of-this-name")
    monkeypatch.setattr(pdf, "TEMPLATE", broken)
    pdf._press.cache_clear()
    with pytest.raises(typst().TypstError):
        sheet_pdf(short(), "en")
    pdf._press.cache_clear()

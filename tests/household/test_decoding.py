"""Encodings and files that are something else: read where that is safe, a stop where it is not, said once."""

import codecs

import pytest

from ashore.household import read_household
from ashore.household.file.decoding import text_of
from household.files import CLEAN

CHINESE = CLEAN.replace("Card loan", "信用卡").replace("Bank", "某银行·城东支行")


def codes(data: bytes) -> list[str]:
    """Return the codes of every finding on a file's bytes."""
    return [finding.code for finding in read_household(data, {}).findings]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (CHINESE.encode(), []),
        (codecs.BOM_UTF8 + CHINESE.encode(), ["utf8-bom"]),
        (CHINESE.encode("gbk"), ["gbk"]),
        (CHINESE.encode("gb18030"), ["gbk"]),
        (CHINESE.encode("utf-16"), ["utf16"]),
        (codecs.BOM_UTF16_BE + CHINESE.encode("utf-16-be"), ["utf16"]),
        (CHINESE.encode("utf-16-le"), ["utf16"]),
        (CHINESE.encode("utf-16-be"), ["utf16"]),
    ],
)
def test_what_can_be_read_safely_gives_the_same_household(data, said):
    assert codes(data) == said
    assert read_household(data, {}).household == read_household(CHINESE.encode(), {}).household


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", ["file-empty"]),
        (b"\n \n", ["file-empty"]),
        (b"# nothing yet\n", ["file-empty"]),
        (b"PK\x03\x04rest of a workbook", ["file-is-office"]),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old workbook", ["file-is-office"]),
        (b"%PDF-1.7\n\x00\x01\x02\x03", ["file-not-text"]),
        ("项目,金额\n房租,2600\n".encode("gbk"), ["gbk", "file-is-table"]),
        ("项目\t金额\n房租\t2600\n".encode(), ["file-is-table"]),
        ("项目，金额\n房租，2600\n".encode(), ["file-is-table"]),
        (b"-----BEGIN KEY-----\nabc\n", ["file-not-household"]),
        (b'{"cash": 3200}\n', ["file-not-household"]),
    ],
)
def test_what_is_no_household_file_is_a_stop_with_one_sentence(data, said):
    assert codes(data) == said
    assert read_household(data, {}).household is None


def test_a_file_half_utf_8_half_gbk_is_a_stop_and_the_rest_is_still_read():
    data = CHINESE.encode() + '\n[[asset]]\nname = "旧手机"\nvalue = 900.005\n'.encode("gbk")
    reading = read_household(data, {})
    assert reading.household is None
    assert {finding.code for finding in reading.findings} & {"encoding-unknown", "encoding-doubtful"}
    assert "amount-finer-than-fen" in codes(data)


def test_big5_is_not_taken_for_gbk():
    text = CLEAN.replace("Card loan", "信用卡貸款與利息計算")
    reading = read_household(text.encode("big5"), {})
    assert reading.household is None


def test_the_line_of_a_lost_character_is_given():
    (finding,) = read_household(CLEAN.replace("Card", "信�").encode(), {}).findings
    assert (finding.code, finding.place.line) == (
        "characters-lost",
        CLEAN.splitlines().index('name = "Card loan"') + 1,
    )


@pytest.mark.parametrize(("saved", "stray"), [("utf-8", "备注".encode("gbk")), ("gbk", b"\xff\xff")])
def test_one_stray_line_is_named_and_the_others_are_read(saved: str, stray: bytes) -> None:
    decoded = text_of("应还日期,本金\n2026-04-15,8600\n".encode(saved) + stray + b"\n")
    assert [(one.code, one.line) for one in decoded.remarks] == [("encoding-unknown", 3)]
    assert decoded.text is not None
    assert decoded.text.startswith("应还日期")

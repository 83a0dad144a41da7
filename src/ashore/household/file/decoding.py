"""A file's bytes as text: which encoding it is, and files that are no text file of ours at all."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass
from typing import Final

from ashore.errors import Level
from ashore.household.file.log import Remark

OFFICE: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
STATEMENT: Final = r"(?m)^\s*(?:[\[【\uff3b]|[^\s,\uff0c]+\s*[=\uff1d])"
SEPARATORS: Final = (",", "\t", ";", "\uff0c")
LOST: Final = "\ufffd"
NUL_SHARE: Final = 4


@dataclass(slots=True, eq=False, repr=False)
class Decoded:
    """The text (None: there is nothing to read) and what was found on the way."""

    text: str | None
    remarks: tuple[Remark, ...] = ()


def decode(data: bytes) -> Decoded:
    """Return the text of a file's bytes: UTF-8, else UTF-16 or GBK with a note where they can be read safely."""
    if not data.strip():
        return _nothing("file-empty")
    if data.startswith(OFFICE):
        return _nothing("file-is-office")
    decoded = text_of(data)
    return _refuse_other_files(decoded) if decoded.text is not None else decoded


def _nothing(code: str) -> Decoded:
    return Decoded(None, (_remark(code, "stop"),))


def _remark(code: str, level: Level, line: int | None = None) -> Remark:
    return Remark(code, level, () if line is None else None, {}, line)


def text_of(data: bytes) -> Decoded:
    """Return the text of any text file's bytes: UTF-8, else UTF-16 or GBK; what could not be read is said."""
    wide = _utf16_name(data)
    if wide:
        return _read_as(data, wide, "utf16")
    if b"\0" in data:
        return _nothing("file-not-text")
    try:
        text = data.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        return _chinese(data, error.start)
    remarks = [_remark("utf8-bom", "note")] if data.startswith(BOM_UTF8) else []
    if LOST in text:
        remarks.append(_remark("characters-lost", "stop", text[: text.index(LOST)].count("\n") + 1))
    return Decoded(text, tuple(remarks))


def _utf16_name(data: bytes) -> str | None:
    """Return which UTF-16 the bytes are, by their mark or by the zero bytes that plain letters leave."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    if data[1::2].count(0) * NUL_SHARE > len(data):
        return "utf-16-le"
    return "utf-16-be" if data[::2].count(0) * NUL_SHARE > len(data) else None


def _read_as(data: bytes, encoding: str, code: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), (_remark(code, "note"),))
    except UnicodeDecodeError:
        return _nothing("file-not-text")


def _chinese(data: bytes, utf8_until: int) -> Decoded:
    """Return text saved as GBK: safe when every character is a common one, else a stop with what was read.

    Bytes that are neither are read as what they are for longer; the line named is the first that cannot be read so.
    """
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        return _neither(
            data, "gb18030" if error.start > utf8_until else "utf-8", max(error.start, utf8_until)
        )
    try:
        text.replace("€", "").replace("·", "").encode("gb2312")
    except UnicodeEncodeError:
        if not data[:utf8_until].isascii():
            return _neither(data, "utf-8", utf8_until)
        return Decoded(text, (_remark("encoding-doubtful", "stop"),))
    return Decoded(text, (_remark("gbk", "note"),))


def _neither(data: bytes, mostly: str, until: int) -> Decoded:
    line = data[:until].count(b"\n") + 1
    return Decoded(data.decode(mostly, errors="replace"), (_remark("encoding-unknown", "stop", line),))


def _refuse_other_files(decoded: Decoded) -> Decoded:
    """Return the text, or a stop when it is a saved spreadsheet or has not one statement of a household file."""
    text = decoded.text or ""
    if re.search(STATEMENT, text):
        return decoded
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    if not lines:
        return Decoded(None, (*decoded.remarks, _remark("file-empty", "stop")))
    rows = any(2 * sum(mark in line for line in lines) > len(lines) > 1 for mark in SEPARATORS)
    return Decoded(
        None, (*decoded.remarks, _remark("file-is-table" if rows else "file-not-household", "stop"))
    )

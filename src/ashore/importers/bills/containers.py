"""What a bill's bytes are: a text in one of the usual encodings, a workbook, or either in a ZIP with a password."""

import zlib
from codecs import BOM_UTF8
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from ashore.household.file.decoding import LOST, text_of
from ashore.importers.bills.aes import AES_METHOD, WrongPassword, open_aes
from ashore.importers.bills.form import Log
from ashore.importers.cells import OLD_OFFICE, PDF, ZIP, NoTable, TooMuch, grids_of, unpacked_max

FILE_BYTES_MAX: Final = 64 << 20
OTHER_ARCHIVES: Final = (b"7z\xbc\xaf\x27\x1c", b"Rar!", b"\x1f\x8b")
LOCKED_WORKBOOK: Final = "EncryptedPackage".encode("utf-16-le")
WORKBOOK_PARTS: Final = frozenset({"[Content_Types].xml", "xl/workbook.xml", "content.xml"})
BILLS: Final = frozenset({".csv", ".txt", ".xlsx", ".xls", ".tsv", ".bean", ".beancount"})
LOCKED: Final = 1
CUT_BYTES: Final = 4
"""A text that was cut short may end within a character: that many bytes at most."""
ENCODINGS: Final = ("utf-8", "gb18030")
LOST_MIN: Final = 3
LOST_EACH: Final = 1000
"""So many characters may be lost in a text that is read: three, and one in a thousand."""
WIDE_WITHIN: Final = 4096
NESTED_MAX: Final = 2


@dataclass(frozen=True, slots=True)
class Opened:
    """What was in the file: a text, or the sheets of a workbook."""

    text: str = ""
    grids: tuple[list[list[object]], ...] = ()


def open_bill(data: bytes, password: str | None, log: Log, nested: int = 0) -> Opened | None:
    """Return a file's text or sheets; None, with a stop that says what to do, where it has neither."""
    if not data.strip(b" \t\r\n\0"):
        log.stop("bill-empty")
    elif len(data) > FILE_BYTES_MAX or nested > NESTED_MAX:
        log.stop("bill-too-large")
    elif data.startswith(PDF):
        log.stop("bill-pdf")
    elif data.startswith(OTHER_ARCHIVES):
        log.stop("bill-archive-other")
    elif data.startswith(OLD_OFFICE) and LOCKED_WORKBOOK in data:
        log.stop("bill-workbook-locked")
    elif data.startswith(ZIP):
        return _zipped(data, password, log, nested)
    elif data.startswith(OLD_OFFICE):
        return _workbook(data, log)
    else:
        return _text(data, log)
    return None


def _workbook(data: bytes, log: Log) -> Opened | None:
    try:
        return Opened(grids=tuple(grids_of(data)))
    except TooMuch:
        log.stop("bill-too-large")
    except NoTable:
        log.stop("bill-workbook-broken")
    return None


def _text(data: bytes, log: Log) -> Opened | None:
    text = _decoded(data, log)
    if text is None:
        return None
    if text.lstrip().startswith("<"):
        log.stop("bill-html")
        return None
    if LOST in text:
        log.note("bill-characters-lost", text[: text.index(LOST)].count("\n") + 1)
    return Opened(text.replace("\r\n", "\n").replace("\r", "\n"))


def _decoded(data: bytes, log: Log) -> str | None:
    """Return the text of UTF-8, UTF-16 or GB18030; None, with a stop, for anything else."""
    if b"\0" in data[:WIDE_WITHIN]:
        wide = text_of(data[: len(data) // 2 * 2]).text
        if wide is None:
            log.stop("bill-not-text")
        return None if wide is None else wide.removeprefix("\ufeff")
    data = data.removeprefix(BOM_UTF8)
    line = 1
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            if error.start >= max(len(data) - CUT_BYTES, 1):
                return data[: error.start].decode(encoding)
            line = max(line, data[: error.start].count(b"\n") + 1)
    # Apps cut names within a character: a few that cannot be read spoil no bill.
    text = min((data.decode(encoding, "replace") for encoding in ENCODINGS), key=lambda one: one.count(LOST))
    if text.count(LOST) <= LOST_MIN + len(text) // LOST_EACH:
        return text
    log.stop("bill-encoding-unknown", line)
    return None


def _zipped(data: bytes, password: str | None, log: Log, nested: int) -> Opened | None:
    try:
        with ZipFile(BytesIO(data)) as archive:
            if WORKBOOK_PARTS & set(archive.namelist()):
                return _workbook(data, log)
            inner = _one_bill(archive, log)
            if inner is None:
                return None
            if inner.file_size > unpacked_max(len(data)):
                log.stop("bill-too-large")
                return None
            content = _content(archive, data, inner, password, log)
    except (BadZipFile, NotImplementedError, EOFError, OSError, ValueError, zlib.error):
        log.stop("bill-zip-broken")
        return None
    return None if content is None else open_bill(content, password, log, nested + 1)


def _one_bill(archive: ZipFile, log: Log) -> ZipInfo | None:
    """Return the one file of an archive that may be a bill; None, with a stop, for none or several."""
    inside = [
        one
        for one in archive.infolist()
        if not one.is_dir() and "__MACOSX" not in one.filename and one.file_size
    ]
    tables = [one for one in inside if PurePosixPath(one.filename).suffix.lower() in BILLS] or inside
    if len(tables) == 1:
        return tables[0]
    log.stop("bill-zip-several" if tables else "bill-zip-nothing", files_count=len(tables))
    return None


def _content(archive: ZipFile, data: bytes, inner: ZipInfo, password: str | None, log: Log) -> bytes | None:
    """Return the bytes of a file in an archive; None, with a stop, where the password is missing or wrong."""
    if inner.flag_bits & LOCKED and not password:
        log.stop("bill-zip-locked")
        return None
    word = (password or "").encode()
    try:
        if inner.compress_type == AES_METHOD:
            return open_aes(data, inner, word)
        return archive.read(inner, word if inner.flag_bits & LOCKED else None)
    except (RuntimeError, WrongPassword):  # what zipfile raises for a wrong password
        log.stop("bill-zip-password")
    except (zlib.error, BadZipFile):
        if not inner.flag_bits & LOCKED:
            raise
        log.stop("bill-zip-password")  # a wrong password passes the short check once in 256 times
    return None

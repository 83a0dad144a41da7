"""An old workbook (XLS) looked through before it is opened, as the reader of workbooks trusts what a damaged one says.

An XLS is a small file system: sectors chained by a table, a directory of streams, in the stream `Workbook` records one
after the other.  A chain that runs in a circle or out of the file, or a cell far out, would take all memory.
Layout: [MS-CFB] and [MS-XLS] as calamine 0.37 reads them (src/cfb.rs, src/xls.rs).
"""

from collections.abc import Iterator, Sequence
from struct import iter_unpack, unpack_from
from typing import Final

HEAD_BYTES: Final = 512
SECTOR_SHIFTS: Final = (9, 12)
SECTOR_SHIFT_AT, DIRECTORY_AT, SMALL_AT, MORE_AT, TABLE_AT = 30, 48, 60, 68, 76
TABLE_IN_HEAD: Final = 109
LAST_SECTOR: Final = 0xFFFFFFFA
"""Numbers above it are no sectors: the end of a chain, or free."""
END: Final = 0xFFFFFFFE
ENTRY_BYTES: Final = 128
NAME_BYTES_AT, KIND_AT, START_AT, SIZE_AT = 64, 66, 116, 120
STREAM, ROOT = 2, 5
SMALL_BELOW: Final = 4096
SMALL_SECTOR_BYTES: Final = 64
BOOKS: Final = frozenset({"Workbook", "Book"})
CELL_RECORDS: Final = frozenset({
    0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E, 0x0406, 0x0206,
})  # fmt: skip
CELL_BYTES: Final = 6
"""Row, column, format."""
DIMENSIONS: Final = 0x0200
EXTENTS: Final = {14: "<IIHH", 10: "<HHHH"}
"""How the first and last row and column stand in a record of dimensions, by its length."""
STRINGS: Final = 0x00FC
COUNTS_BYTES: Final = 8
WIDE_RECORDS: Final = frozenset({0x00BD, 0x00BE})
"""Records of several cells, whose last column stands at their end."""


class Damaged(Exception):
    """The file is no such workbook, or not a whole one."""


def extent_of_old(data: bytes) -> int:
    """Return how many cells the largest rectangle of an old workbook has.  Raises Damaged."""
    if len(data) < HEAD_BYTES:
        raise Damaged
    files = _Files(data)
    books = [files.content(start, size) for name, start, size in files.entries() if name in BOOKS]
    if not books:
        raise Damaged
    return max(_extent(book) for book in books)


class _Files:
    """The sectors of a file and the tables that chain them."""

    def __init__(self, data: bytes) -> None:
        """Read the tables; every chain is walked before it is used."""
        shift = unpack_from("<H", data, SECTOR_SHIFT_AT)[0]
        if shift not in SECTOR_SHIFTS:
            raise Damaged
        self.data, self.size = data, 1 << shift
        self.table: list[int] = []
        for sector in self._table_sectors():
            self.table += _numbers(self.sector(sector))
        self.directory = self.joined(unpack_from("<I", data, DIRECTORY_AT)[0])
        if len(self.directory) % ENTRY_BYTES:
            raise Damaged
        small = unpack_from("<I", data, SMALL_AT)[0]
        self.small_table = _numbers(self.joined(small)) if small <= LAST_SECTOR else []
        root = next((entry for entry in self._raw_entries() if entry[KIND_AT] == ROOT), None)
        start, size = unpack_from("<II", root, START_AT) if root else (END, 0)
        self.small = self.joined(start)[:size] if start <= LAST_SECTOR and size else b""

    def sector(self, number: int) -> bytes:
        """Return a sector's bytes.  Raises Damaged for one that does not lie in the file."""
        begin = (number + 1) * self.size
        found = self.data[begin : begin + self.size]
        if (len(found) < self.size and begin + len(found) < len(self.data)) or not found:
            raise Damaged
        return found

    def joined(self, start: int) -> bytes:
        """Return the bytes of a chain of sectors."""
        return b"".join(self.sector(number) for number in _chain(start, self.table))

    def content(self, start: int, size: int) -> bytes:
        """Return a stream's bytes; short ones lie in small sectors of their own."""
        if size >= SMALL_BELOW:
            return self.joined(start)[:size]
        parts = [
            self.small[number * SMALL_SECTOR_BYTES : (number + 1) * SMALL_SECTOR_BYTES]
            for number in _chain(start, self.small_table)
        ]
        return b"".join(parts)[:size]

    def entries(self) -> Iterator[tuple[str, int, int]]:
        """Yield each stream that holds anything: its name, first sector and size; its chain is whole."""
        for entry in self._raw_entries():
            start, size = unpack_from("<II", entry, START_AT)
            if entry[KIND_AT] != STREAM or not size:
                continue
            for _ in _chain(start, self.table if size >= SMALL_BELOW else self.small_table):
                pass
            length = max(unpack_from("<H", entry, NAME_BYTES_AT)[0] - 2, 0)
            yield entry[: min(length, NAME_BYTES_AT)].decode("utf-16-le", "replace"), start, size

    def _raw_entries(self) -> Iterator[bytes]:
        for at in range(0, len(self.directory) - ENTRY_BYTES + 1, ENTRY_BYTES):
            yield self.directory[at : at + ENTRY_BYTES]

    def _table_sectors(self) -> Iterator[int]:
        """Yield the sectors of the table of chains: those in the head, then those in sectors of their own."""
        yield from _until_free(unpack_from(f"<{TABLE_IN_HEAD}I", self.data, TABLE_AT))
        more, seen = unpack_from("<I", self.data, MORE_AT)[0], 0
        while more <= LAST_SECTOR:
            seen += 1
            if seen * self.size > len(self.data):
                raise Damaged
            *sectors, more = _numbers(self.sector(more))
            yield from _until_free(sectors)


def _until_free(sectors: Sequence[int]) -> Iterator[int]:
    for number in sectors:
        if number > LAST_SECTOR:
            return
        yield number


def _numbers(data: bytes) -> list[int]:
    return [number for (number,) in iter_unpack("<I", data[: len(data) // 4 * 4])]


def _chain(start: int, table: Sequence[int]) -> Iterator[int]:
    """Yield the numbers of a chain.  Raises Damaged where it runs in a circle or out of the table."""
    seen = 0
    while start != END:
        if start >= len(table) or seen > len(table):
            raise Damaged
        yield start
        start = table[start]
        seen += 1


def _extent(book: bytes) -> int:
    """Return the cells from A1 to the last column and row that any record names.  Raises Damaged for a false count."""
    at, widest, deepest, stated = 0, 0, 0, 0
    while at + 4 <= len(book):
        kind, size = unpack_from("<HH", book, at)
        inside = book[at + 4 : at + 4 + size]
        at += 4 + size
        if kind in CELL_RECORDS and len(inside) >= CELL_BYTES:
            row, column = unpack_from("<HH", inside)
            if kind in WIDE_RECORDS:
                column = max(column, unpack_from("<H", inside, len(inside) - 2)[0])
            widest, deepest = max(widest, column + 1), max(deepest, row + 1)
        elif kind == DIMENSIONS and len(inside) in EXTENTS:
            top, bottom, left, right = unpack_from(EXTENTS[len(inside)], inside)
            stated = max(stated, (bottom - top + 1) * (right - left + 1))
            if bottom < top or right < left:
                raise Damaged
        elif kind == STRINGS and len(inside) >= COUNTS_BYTES and max(unpack_from("<II", inside)) > len(book):
            raise Damaged
    return max(widest * deepest, stated)

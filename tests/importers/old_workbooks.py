"""Small old workbooks (XLS) written by hand: one sheet of texts and numbers, in the sectors of a compound file."""

from struct import pack

FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SECTOR = 512


def record(kind: int, content: bytes) -> bytes:
    """Return one record of a workbook's stream."""
    return pack("<HH", kind, len(content)) + content


def sheet(rows, more: bytes = b"") -> bytes:
    """Return the records of a sheet: texts and numbers by row and column, then `more`."""
    wide = max(map(len, rows))
    cells = b"".join(
        _cell(row, column, value)
        for row, values in enumerate(rows)
        for column, value in enumerate(values)
        if value is not None
    )
    return (
        record(0x0809, pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
        + record(0x0200, pack("<IIHHH", 0, len(rows), 0, wide, 0))
        + cells
        + more
        + record(0x000A, b"")
    )


def _cell(row: int, column: int, value) -> bytes:
    if isinstance(value, str):
        text = pack("<HB", len(value), 1) + value.encode("utf-16-le")
        return record(0x0204, pack("<HHH", row, column, 0) + text)
    return record(0x0203, pack("<HHHd", row, column, 0, value))


def old_workbook(rows, more: bytes = b"", sector: int = SECTOR) -> bytes:
    """Return an XLS of one sheet; one of many rows needs large sectors."""
    begin = record(0x0809, pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    name = "Sheet1"
    place = len(begin) + 4 + 8 + len(name) + 4
    bound = record(0x0085, pack("<IBBBB", place, 0, 0, len(name), 0) + name.encode())
    stream = begin + bound + record(0x000A, b"") + sheet(rows, more)
    return compound(stream.ljust(4096, b"\0"), sector)


def compound(stream: bytes, sector: int = SECTOR) -> bytes:
    """Return a compound file whose one stream is a workbook; its first sectors are its table, then its directory."""
    count, each = -(-len(stream) // sector), sector // 4
    tables = next(number for number in range(1, 110) if number + 1 + count <= number * each)
    first = tables + 1
    chain = [*range(first + 1, first + count), END]
    table = [*[TABLE] * tables, END, *chain]
    table += [FREE] * (tables * each - len(table))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    version, shift = (3, 9) if sector == SECTOR else (4, 12)
    head += pack("<HHHHH", 0x3E, version, 0xFFFE, shift, 6) + bytes(6)
    head += pack("<9I", sector > SECTOR, tables, tables, 0, 4096, END, 0, END, 0)
    head += pack("<109I", *range(tables), *[FREE] * (109 - tables))
    root = (
        END if sector == SECTOR else first
    )  # with large sectors calamine wants one, though it holds nothing
    entries = _entry("Root Entry", 5, root, 0, child=1) + _entry("Workbook", 2, first, len(stream))
    sectors = [
        pack(f"<{len(table)}I", *table),
        entries.ljust(sector, b"\0"),
        stream.ljust(count * sector, b"\0"),
    ]
    return head.ljust(sector, b"\0") + b"".join(sectors)


def _entry(name: str, kind: int, start: int, size: int, child: int = FREE) -> bytes:
    word = name.encode("utf-16-le")
    links = pack("<HBBIII", len(word) + 2, kind, 1, FREE, FREE, child)
    return word.ljust(64, b"\0") + links + bytes(36) + pack("<III", start, size, 0)

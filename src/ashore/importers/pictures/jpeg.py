"""A JPEG rebuilt from its image data alone (ITU-T T.81, annex B); of its Exif only the way it is held is kept.

Place, time, camera, thumbnails, comments, colour profiles and whatever follows the image are left out.
"""

import re
import struct
from typing import Final

from ashore.importers.pictures.form import Picture, UnfitPicture, sized

START, END, SCAN = 0xD8, 0xD9, 0xDA
APP0, EXIF, ADOBE = 0xE0, 0xE1, 0xEE
FRAMES: Final = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
KEPT: Final = FRAMES | {0xC4, 0xCC, 0xDB, 0xDC, 0xDD}
"""Frames, and the tables that decode them: Huffman and arithmetic, quantisation, number of lines, restarts."""
AFTER_SCAN: Final = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
"""The next marker behind coded data, in which a stuffed byte or a restart follows each 0xFF."""
JFIF: Final = b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
ADOBE_SIZE: Final = 12
EXIF_HEAD: Final = b"Exif\x00\x00"
ORDERS: Final = {b"II*\x00": "<", b"MM\x00*": ">"}
ORIENTATION, SHORT = 0x0112, 3
TURNED: Final = range(2, 9)
"""The ways a picture may have to be turned; 1 is upright."""


def rebuilt(data: bytes) -> Picture:
    """Return a JPEG with nothing but its image.  Raises UnfitPicture for one that is cut short or broken."""
    kept: list[bytes] = []
    size, turn, at, jfif, scans = (0, 0), 1, 2, False, 0
    while True:
        marker, at = _marker(data, at)
        if marker == END:
            break
        body = _body(data, at)
        at += 2 + len(body)
        if marker == APP0 and body.startswith(b"JFIF\x00"):
            jfif = True
        elif marker == EXIF and body.startswith(EXIF_HEAD):
            turn = _turn(body[len(EXIF_HEAD) :]) or turn
        elif marker == ADOBE and body.startswith(b"Adobe") and len(body) >= ADOBE_SIZE:
            kept.append(_segment(ADOBE, body[:ADOBE_SIZE]))
        elif marker in KEPT:
            kept.append(_segment(marker, body))
            size = _size(body) if marker in FRAMES else size
        elif marker == SCAN:
            end = AFTER_SCAN.search(data, at)
            if end is None or size == (0, 0):
                raise UnfitPicture("photo-damaged")
            kept += [_segment(SCAN, body), data[at : end.start()]]
            at, scans = end.start(), scans + 1
    if not scans:
        raise UnfitPicture("photo-damaged")
    head = [b"\xff\xd8", _segment(APP0, JFIF) if jfif else b"", _exif(turn) if turn in TURNED else b""]
    return sized("jpeg", *size, b"".join((*head, *kept, b"\xff\xd9")))


def _marker(data: bytes, at: int) -> tuple[int, int]:
    """Return the marker that stands at a place, and where what belongs to it begins.  Raises UnfitPicture."""
    if data[at : at + 1] != b"\xff":
        raise UnfitPicture("photo-damaged")
    while data[at : at + 1] == b"\xff":
        at += 1
    if at >= len(data) or data[at] in {0x00, 0x01, START, *range(0xD0, 0xD8)}:
        raise UnfitPicture("photo-damaged")
    return data[at], at + 1


def _body(data: bytes, at: int) -> bytes:
    """Return what a segment holds.  Raises UnfitPicture where the file ends before it does."""
    size = int.from_bytes(data[at : at + 2], "big")
    body = data[at + 2 : at + size]
    if size < 2 or len(body) != size - 2:  # noqa: PLR2004 - the length counts its own two bytes
        raise UnfitPicture("photo-damaged")
    return body


def _segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def _size(frame: bytes) -> tuple[int, int]:
    """Return width and height.  Raises UnfitPicture."""
    try:
        height, width = struct.unpack_from(">HH", frame, 1)
    except struct.error as error:
        raise UnfitPicture("photo-damaged") from error
    return width, height


def _turn(tiff: bytes) -> int:
    """Return how the picture has to be turned, as its Exif says; 0 where that cannot be read, which is no fault."""
    order = ORDERS.get(tiff[:4])
    if order is None:
        return 0
    try:
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        for number in range(count):
            tag, kind, many, value = struct.unpack_from(f"{order}HHIH", tiff, start + 2 + 12 * number)
            if (tag, kind, many) == (ORIENTATION, SHORT, 1):
                return int(value)
    except struct.error:
        return 0
    return 0


def _exif(turn: int) -> bytes:
    """Return an Exif segment of our own that says how the picture has to be turned, and nothing else."""
    entry = struct.pack(">HHIHH", ORIENTATION, SHORT, 1, turn, 0)
    tiff = b"MM\x00*" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)
    return _segment(EXIF, EXIF_HEAD + tiff)

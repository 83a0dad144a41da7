"""A PNG rebuilt from the chunks that draw it (W3C PNG, 3rd edition): no text, time, Exif, profile or further frames."""

import struct
import zlib
from typing import Final

from ashore.importers.pictures.form import Picture, UnfitPicture, sized

HEAD: Final = b"\x89PNG\r\n\x1a\n"
FIRST, DATA, LAST = b"IHDR", b"IDAT", b"IEND"
KEPT: Final = frozenset({FIRST, b"PLTE", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", DATA, LAST})
FIRST_SIZE: Final = 13


def rebuilt(data: bytes) -> Picture:
    """Return a PNG with nothing but its image.  Raises UnfitPicture for one that is cut short or broken."""
    kept, at, seen, size = [HEAD], len(HEAD), list[bytes](), (0, 0)
    while LAST not in seen:
        name, body, end = _chunk(data, at)
        if not seen:
            size = _size(name, body)
        if name in KEPT:
            kept.append(data[at:end])
        seen.append(name)
        at = end
    if DATA not in seen or seen.count(FIRST) > 1:
        raise UnfitPicture("photo-damaged")
    return sized("png", *size, b"".join(kept))


def _chunk(data: bytes, at: int) -> tuple[bytes, bytes, int]:
    """Return the name and the content of the chunk at a place, and where it ends.  Raises UnfitPicture."""
    length, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
    end = at + 12 + length
    body = data[at + 8 : end - 4]
    if end > len(data) or zlib.crc32(name + body) != int.from_bytes(data[end - 4 : end], "big"):
        raise UnfitPicture("photo-damaged")
    return name, body, end


def _size(name: bytes, body: bytes) -> tuple[int, int]:
    """Return width and height, as the first chunk says.  Raises UnfitPicture."""
    if name != FIRST or len(body) != FIRST_SIZE:
        raise UnfitPicture("photo-damaged")
    width, height = struct.unpack_from(">II", body)
    return width, height

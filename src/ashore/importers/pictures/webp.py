"""A WebP rebuilt from the chunks that draw it (RFC 9649): no Exif, no XMP, no profile; one that moves is not kept."""

import struct
from collections.abc import Mapping
from typing import Final

from ashore.importers.pictures.form import Picture, UnfitPicture, sized

HEAD_SIZE: Final = 12
WIDE, LOSSY, LOSSLESS, ALPHA = b"VP8X", b"VP8 ", b"VP8L", b"ALPH"
MOVING: Final = frozenset({b"ANIM", b"ANMF"})
HAS_ALPHA, MOVES = 0x10, 0x02
"""Flags of the wide form; of the others, which tell of a profile, Exif and XMP, none is kept."""
WIDE_SIZE: Final = 10


def rebuilt(data: bytes) -> Picture:
    """Return a WebP with nothing but its image.  Raises UnfitPicture for one that is cut short, broken, or moves."""
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data):
        raise UnfitPicture("photo-damaged")
    chunks = _chunks(data[HEAD_SIZE:end])
    wide = _wide(chunks[WIDE]) if WIDE in chunks else b""
    if MOVING & chunks.keys() or (wide and chunks[WIDE][0] & MOVES):
        raise UnfitPicture("photo-moving")
    image = next((name for name in (LOSSY, LOSSLESS) if name in chunks), None)
    if image is None:
        raise UnfitPicture("photo-damaged")
    size = _size_of_lossy(chunks[image]) if image == LOSSY else _size_of_lossless(chunks[image])
    kept = {WIDE: wide, ALPHA: chunks.get(ALPHA, b"")} if wide else {}
    parts = {name: content for name, content in kept.items() if content} | {image: chunks[image]}
    body = b"WEBP" + b"".join(_chunk(name, content) for name, content in parts.items())
    return sized("webp", *size, b"RIFF" + struct.pack("<I", len(body)) + body)


def _chunks(data: bytes) -> Mapping[bytes, bytes]:
    """Return the chunks by their names; of a name the first counts.  Raises UnfitPicture."""
    found: dict[bytes, bytes] = {}
    at = 0
    while at + 8 <= len(data):
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        content = data[at + 8 : at + 8 + size]
        if len(content) != size:
            raise UnfitPicture("photo-damaged")
        found.setdefault(name, content)
        at += 8 + size + size % 2
    return found


def _chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + b"\x00" * (len(content) % 2)


def _wide(content: bytes) -> bytes:
    """Return the chunk of the wide form with no flag but that of see-through parts.  Raises UnfitPicture."""
    if len(content) != WIDE_SIZE:
        raise UnfitPicture("photo-damaged")
    return bytes([content[0] & HAS_ALPHA, 0, 0, 0]) + content[4:]


def _size_of_lossy(content: bytes) -> tuple[int, int]:
    """Return width and height of a key frame (RFC 6386, 9.1).  Raises UnfitPicture."""
    if len(content) < 10 or content[0] & 1 or content[3:6] != b"\x9d\x01\x2a":  # noqa: PLR2004 - the frame's head
        raise UnfitPicture("photo-damaged")
    width, height = struct.unpack_from("<HH", content, 6)
    return width & 0x3FFF, height & 0x3FFF


def _size_of_lossless(content: bytes) -> tuple[int, int]:
    """Return width and height of a lossless image.  Raises UnfitPicture."""
    if len(content) < 5 or content[0] != 0x2F:  # noqa: PLR2004 - its mark and its head
        raise UnfitPicture("photo-damaged")
    bits = int.from_bytes(content[1:5], "little")
    return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1

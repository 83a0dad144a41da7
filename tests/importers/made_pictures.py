"""Pictures made byte by byte, with everything a camera writes into them and nobody is to see."""

import struct
import zlib
from typing import Final

SECRET: Final = b"CANARY-6251 31.2304N 121.4737E"
"""What must not come out again: a place, as a camera writes it, and a word that is nowhere else."""


def segment(marker: int, body: bytes) -> bytes:
    """Return a JPEG segment."""
    return b"\xff" + bytes([marker]) + (len(body) + 2).to_bytes(2, "big") + body


def exif(orientation: int = 6, order: str = ">") -> bytes:
    """Return an Exif block with an orientation, a camera's name and a pointer to a place."""
    name = SECRET + b"\x00"
    entries = [
        struct.pack(f"{order}HHII", 0x010F, 2, len(name), 8 + 2 + 3 * 12 + 4),
        struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0),
        struct.pack(f"{order}HHII", 0x8825, 4, 1, 0),
    ]
    head = b"MM\x00*" if order == ">" else b"II*\x00"
    return (
        b"Exif\x00\x00"
        + head
        + struct.pack(f"{order}IH", 8, len(entries))
        + b"".join(entries)
        + bytes(4)
        + name
    )


QUANTISED: Final = segment(0xDB, bytes([0, *([16] * 64)]))
HUFFMAN: Final = segment(0xC4, bytes([0, 0, 1, *([0] * 14), 0]))
SCAN: Final = segment(0xDA, bytes([1, 1, 0, 0, 63, 0])) + b"\x12\xff\x00\x34\xff\xd0\x56"
"""Coded data with a stuffed byte and a restart in it, as they may be."""


def frame(width: int = 40, height: int = 30, marker: int = 0xC0) -> bytes:
    """Return the head of a grey image."""
    return segment(marker, struct.pack(">BHHB", 8, height, width, 1) + bytes([1, 0x11, 0]))


def jpeg(*more: bytes, size: tuple[int, int] = (40, 30), tail: bytes = SECRET) -> bytes:
    """Return a JPEG with other segments before its image, and something behind its end."""
    head = b"\xff\xd8" + segment(0xE0, b"JFIF\x00\x01\x02\x01\x00\x48\x00\x48\x00\x00")
    return head + b"".join(more) + QUANTISED + frame(*size) + HUFFMAN + SCAN + b"\xff\xd9" + tail


FULL_OF_SECRETS: Final = (
    segment(0xE1, exif()),
    segment(0xE1, b"http://ns.adobe.com/xap/1.0/\x00" + SECRET),
    segment(0xE2, b"ICC_PROFILE\x00\x01\x01" + SECRET),
    segment(0xED, b"Photoshop 3.0\x00" + SECRET),
    segment(0xFE, SECRET),
)


def chunk(name: bytes, body: bytes) -> bytes:
    """Return a PNG chunk."""
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")


def png(*more: bytes, size: tuple[int, int] = (2, 1), tail: bytes = SECRET) -> bytes:
    """Return a grey PNG with other chunks before its image, and something behind its end."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", *size, 8, 0, 0, 0, 0))
    rows = zlib.compress(b"\x00\x80\xff")
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + chunk(b"IDAT", rows) + chunk(b"IEND", b"") + tail


PNG_SECRETS: Final = (
    chunk(b"tEXt", b"Comment\x00" + SECRET),
    chunk(b"iTXt", b"XML:com.adobe.xmp\x00\x00\x00\x00\x00" + SECRET),
    chunk(b"eXIf", exif()[6:]),
    chunk(b"tIME", bytes(7)),
    chunk(b"zzZz", SECRET),
)


def riff(name: bytes, body: bytes) -> bytes:
    """Return a chunk of a WebP."""
    return name + len(body).to_bytes(4, "little") + body + b"\x00" * (len(body) % 2)


LOSSLESS: Final = riff(b"VP8L", b"\x2f" + ((39) | (29 << 14)).to_bytes(4, "little") + b"\x00" * 6)
LOSSY: Final = riff(b"VP8 ", bytes(3) + b"\x9d\x01\x2a" + struct.pack("<HH", 40, 30) + bytes(5))


def webp(*chunks: bytes, tail: bytes = SECRET) -> bytes:
    """Return a WebP of these chunks, and something behind its end."""
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + len(body).to_bytes(4, "little") + body + tail


def wide(flags: int) -> bytes:
    """Return the head of the wide form."""
    return riff(b"VP8X", bytes([flags, 0, 0, 0]) + (39).to_bytes(3, "little") + (29).to_bytes(3, "little"))


WEBP_SECRETS: Final = (riff(b"ICCP", SECRET), LOSSY, riff(b"EXIF", exif()), riff(b"XMP ", SECRET))

"""ZIPs as apps send them: open, locked the old way, or with bytes given as they stand in it."""

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile


def zipped(name: str, data: bytes) -> bytes:
    """Return a ZIP of one file, open."""
    archive = BytesIO()
    with ZipFile(archive, "w", ZIP_DEFLATED) as packed:
        packed.writestr(name, data)
    return archive.getvalue()


def locked(name: str, data: bytes, password: bytes) -> bytes:
    """Return a ZIP of one file locked the old way (ZipCrypto), as the apps send it."""
    keys = [0x12345678, 0x23456789, 0x34567890]
    table = [_crc_of(byte) for byte in range(256)]

    def update(byte: int) -> None:
        keys[0] = (keys[0] >> 8) ^ table[(keys[0] ^ byte) & 0xFF]
        keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = (keys[2] >> 8) ^ table[(keys[2] ^ (keys[1] >> 24)) & 0xFF]

    def lock(byte: int) -> int:
        half = (keys[2] | 2) & 0xFFFF
        out = byte ^ (((half * (half ^ 1)) >> 8) & 0xFF)
        update(byte)
        return out

    for byte in password:
        update(byte)
    check = zlib.crc32(data) >> 24
    plain = bytes(11) + bytes([check]) + _deflated(data)
    content = bytes(lock(byte) for byte in plain)
    return archive_of(name, content, len(data), zlib.crc32(data), method=8, flags=1)


def _crc_of(byte: int) -> int:
    for _ in range(8):
        byte = (byte >> 1) ^ (0xEDB88320 if byte & 1 else 0)
    return byte


def _deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def archive_of(
    name: str, content: bytes, size: int, crc: int, *, method: int, flags: int, extra: bytes = b""
) -> bytes:
    """Return a ZIP of one file whose bytes are given as they stand in it."""
    word = name.encode()
    numbers = [
        method.to_bytes(2, "little"), bytes(4), crc.to_bytes(4, "little"), len(content).to_bytes(4, "little"),
        size.to_bytes(4, "little"), len(word).to_bytes(2, "little"), len(extra).to_bytes(2, "little"),
    ]  # fmt: skip
    common = (20).to_bytes(2, "little") + flags.to_bytes(2, "little") + b"".join(numbers)
    local = b"PK\x03\x04" + common + word + extra + content
    central = b"PK\x01\x02" + (20).to_bytes(2, "little") + common + bytes(14) + word + extra
    end = b"PK\x05\x06" + bytes(4) + (1).to_bytes(2, "little") * 2
    return (
        local
        + central
        + end
        + len(central).to_bytes(4, "little")
        + len(local).to_bytes(4, "little")
        + bytes(2)
    )

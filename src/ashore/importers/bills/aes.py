"""A file in a ZIP that is locked with AES, as 7-Zip and WinZip do: opened with the password, checked by its seal.

Layout: the extra field 0x9901 holds version, `AE`, strength and the real method; the data are salt, two bytes that
check the password, the file, ten bytes of HMAC-SHA1.  The key comes from PBKDF2-HMAC-SHA1 in 1,000 rounds; CTR counts
from 1, little-endian, so the keystream is made here from blocks (seen in danifus/pyzipper @06328ad,
pyzipper/zipfile_aes.py).
"""

import struct
import zlib
from hashlib import pbkdf2_hmac
from hmac import compare_digest, digest
from typing import Final
from zipfile import BadZipFile, ZipInfo

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

AES_METHOD: Final = 99
EXTRA: Final = 0x9901
KEY_BYTES: Final = {1: 16, 2: 24, 3: 32}
ROUNDS: Final = 1000
CHECK_BYTES: Final = 2
SEAL_BYTES: Final = 10
BLOCK_BYTES: Final = 16
LOCAL_HEAD: Final = "<4s5H3L2H"
LOCAL_HEAD_BYTES: Final = 30
STORED, DEFLATED = 0, 8


class WrongPassword(Exception):
    """The password does not open the file."""


def open_aes(data: bytes, inner: ZipInfo, password: bytes) -> bytes:
    """Return a locked file's bytes.  Raises WrongPassword, or BadZipFile where it is damaged."""
    strength, method = _extra(inner)
    key_bytes = KEY_BYTES[strength]
    begin = _begin(data, inner)
    packed = data[begin : begin + inner.compress_size]
    salt_bytes = key_bytes // 2
    if len(packed) != inner.compress_size or len(packed) < salt_bytes + CHECK_BYTES + SEAL_BYTES:
        raise BadZipFile("cut short")
    salt, rest = packed[:salt_bytes], packed[salt_bytes:]
    keys = pbkdf2_hmac("sha1", password, salt, ROUNDS, 2 * key_bytes + CHECK_BYTES)
    check, locked, seal = rest[:CHECK_BYTES], rest[CHECK_BYTES:-SEAL_BYTES], rest[-SEAL_BYTES:]
    if not compare_digest(check, keys[-CHECK_BYTES:]):
        raise WrongPassword
    if not compare_digest(digest(keys[key_bytes : 2 * key_bytes], locked, "sha1")[:SEAL_BYTES], seal):
        raise BadZipFile("the seal is broken")
    return _unpacked(_xored(locked, keys[:key_bytes]), method, inner.file_size)


def _extra(inner: ZipInfo) -> tuple[int, int]:
    """Return the strength and the packing method that the extra field names."""
    at = 0
    try:
        while at < len(inner.extra):
            kind, size = struct.unpack_from("<HH", inner.extra, at)
            if kind == EXTRA:
                _, _, strength, method = struct.unpack("<H2sBH", inner.extra[at + 4 : at + 4 + size])
                if strength in KEY_BYTES and method in (STORED, DEFLATED):
                    return strength, method
                break
            at += 4 + size
    except struct.error as error:
        raise BadZipFile("no such extra field") from error
    raise BadZipFile("no such lock")


def _begin(data: bytes, inner: ZipInfo) -> int:
    """Return where a file's data begin, behind its local head."""
    try:
        head = struct.unpack_from(LOCAL_HEAD, data, inner.header_offset)
    except struct.error as error:
        raise BadZipFile("no local head") from error
    return int(inner.header_offset + LOCAL_HEAD_BYTES + head[9] + head[10])


def _xored(locked: bytes, key: bytes) -> bytes:
    blocks = -(-len(locked) // BLOCK_BYTES)
    counters = b"".join(count.to_bytes(BLOCK_BYTES, "little") for count in range(1, blocks + 1))
    # A ZIP counts from its last byte, which no counter mode of the library does; no block is used twice.
    blocks_of = Cipher(algorithms.AES(key), modes.ECB())  # noqa: S305 - of counters
    stream = blocks_of.encryptor().update(counters)[: len(locked)]
    both = int.from_bytes(locked, "little") ^ int.from_bytes(stream, "little")
    return both.to_bytes(len(locked), "little")


def _unpacked(content: bytes, method: int, size_bytes: int) -> bytes:
    """Return the file, never more of it than its head says."""
    if method == STORED:
        return content
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(content, size_bytes + 1)
    except zlib.error as error:
        raise BadZipFile("damaged") from error

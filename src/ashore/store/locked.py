"""A file under a passphrase: nobody reads it without, and whatever was changed in it is noticed.

Argon2id turns the passphrase into a key, AES-GCM keeps the file under it.  The head, with the work that Argon2id does,
is part of what is authenticated.  What does the work is loaded when a file is locked or opened: every command reads
files, and hardly any of them is locked.
"""

import json
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final
from unicodedata import normalize

from ashore.errors import AshoreError

MARK: Final = b"ashore-locked/1\n"
"""With this begins a locked file."""
SUFFIX: Final = ".locked"
"""What the name of a locked file ends with."""
KEY_BYTES: Final = 32
SALT_BYTES: Final = 16
NONCE_BYTES: Final = 12
PASSPHRASE_MIN: Final = 8
HEAD_MAX: Final = 1_000


class NotOpened(AshoreError):
    """A locked file that this passphrase does not open, or that is damaged: nobody can tell which."""


class TooShort(AshoreError):
    """A passphrase that is too short to keep anything."""


@dataclass(frozen=True, slots=True)
class Work:
    """How much work turning a passphrase into a key takes."""

    passes: int
    memory_kib: int
    lanes: int


ENOUGH: Final = Work(passes=3, memory_kib=64 * 1024, lanes=4)
"""RFC 9106, second recommended option: 3 passes over 64 MiB in 4 lanes."""
MOST: Final = Work(passes=20, memory_kib=1024 * 1024, lanes=16)
"""A head that asks for more is not one of ours: it would only keep the machine busy."""


def is_locked(data: bytes) -> bool:
    """Return whether a file's bytes are those of a locked one."""
    return data.startswith(MARK)


def starts_locked(path: Path) -> bool:
    """Return whether the file there is a locked one.  Raises OSError."""
    with path.open("rb") as file:
        return is_locked(file.read(len(MARK)))


def lock(data: bytes, passphrase: str) -> bytes:
    """Return a file's bytes under a passphrase.  Raises TooShort."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - third-party weight

    if len(passphrase) < PASSPHRASE_MIN:
        raise TooShort("vault-weak", least_count=PASSPHRASE_MIN)
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    head = json.dumps({**asdict(ENOUGH), "salt": salt.hex(), "nonce": nonce.hex()}).encode() + b"\n"
    return MARK + head + AESGCM(_key(passphrase, salt, ENOUGH)).encrypt(nonce, data, MARK + head)


def unlock(data: bytes, passphrase: str) -> bytes:
    """Return the bytes of the file that was locked.  Raises NotOpened."""
    from argon2.exceptions import Argon2Error  # noqa: PLC0415 - third-party weight
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - third-party weight
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - third-party weight

    head, end, _ = data.removeprefix(MARK)[:HEAD_MAX].partition(b"\n")
    sealed = data[len(MARK) + len(head) + len(end) :]
    try:
        read = json.loads(head)
        work = Work(read["passes"], read["memory_kib"], read["lanes"])
        salt, nonce = bytes.fromhex(read["salt"]), bytes.fromhex(read["nonce"])
        if not end or not _is_ours(work):
            raise NotOpened("lock-not-opened")
        return AESGCM(_key(passphrase, salt, work)).decrypt(nonce, sealed, MARK + head + end)
    except (InvalidTag, Argon2Error, ValueError, KeyError, TypeError) as error:
        raise NotOpened("lock-not-opened") from error


def _is_ours(work: Work) -> bool:
    pairs = zip(asdict(work).values(), asdict(MOST).values(), strict=True)
    return all(isinstance(value, int) and 1 <= value <= most for value, most in pairs)


def _key(passphrase: str, salt: bytes, work: Work) -> bytes:
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415 - third-party weight

    secret = normalize("NFC", passphrase).encode("utf-8", "surrogateescape")
    return hash_secret_raw(secret, salt, work.passes, work.memory_kib, work.lanes, KEY_BYTES, Type.ID)

"""The book's key, kept under a passphrase and a recovery code; without one of them nobody reads the book.

The key is random.  Argon2id turns the passphrase and the code each into a key of their own, under which AES-GCM keeps
the book's.  How much work Argon2id does is part of what is authenticated, so it cannot be made less unnoticed.
"""

import json
import secrets
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Final

from argon2.exceptions import Argon2Error
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from ashore.errors import AshoreError
from ashore.store.folder import BOOK

FORMAT: Final = "ashore-key/1"
KEY_BYTES: Final = 32
SALT_BYTES: Final = 16
NONCE_BYTES: Final = 12
PASSPHRASE_MIN: Final = 8
CODE_ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Digits and capitals that nobody takes for one another on paper."""
CODE_GROUPS, GROUP_SIZE = 7, 4
"""28 signs of 30 are 137 bits."""


class WrongSecret(AshoreError):
    """Neither the passphrase nor the recovery code."""


class WeakPassphrase(AshoreError):
    """A passphrase that is too short to keep anything."""


class UnreadableVault(AshoreError):
    """A key file that is damaged or from a later version."""


@dataclass(frozen=True, slots=True)
class Work:
    """How much work turning a secret into a key takes."""

    passes: int
    memory_kib: int
    lanes: int


ENOUGH: Final = Work(passes=3, memory_kib=64 * 1024, lanes=4)
"""RFC 9106, second recommended option: 3 passes over 64 MiB in 4 lanes."""


@dataclass(frozen=True, slots=True)
class Wrap:
    """The book's key under one secret; all bytes in base64."""

    kind: str
    salt: str
    nonce: str
    box: str
    work: Work


@dataclass(frozen=True, slots=True)
class Vault:
    """The book's key under each of its secrets, and the name of the book's file."""

    wraps: tuple[Wrap, ...]
    book: str = BOOK

    def dump(self) -> str:
        """Return the key file's text."""
        raw = {"format": FORMAT, "book": self.book, "wraps": [asdict(wrap) for wrap in self.wraps]}
        return json.dumps(raw, indent=1) + "\n"

    def open(self, secret: str) -> bytes:
        """Return the book's key.  Raises WrongSecret or UnreadableVault."""
        typed = (("passphrase", secret), ("recovery", _plain_code(secret)))
        for kind, text in typed:
            for wrap in self.wraps:
                if wrap.kind == kind and (key := _unwrap(wrap, text)):
                    return key
        raise WrongSecret("vault-wrong-secret")

    def with_code(self, key: bytes) -> "tuple[Vault, str]":
        """Return the vault with a new recovery code, and the code; the passphrase stays."""
        code = _new_code()
        kept = tuple(wrap for wrap in self.wraps if wrap.kind != "recovery")
        return replace(self, wraps=(*kept, _wrap("recovery", key, _plain_code(code)))), code

    def with_passphrase(self, key: bytes, passphrase: str) -> "Vault":
        """Return the vault with another passphrase; the recovery code stays.  Raises WeakPassphrase."""
        kept = tuple(wrap for wrap in self.wraps if wrap.kind != "passphrase")
        return replace(self, wraps=(_wrap("passphrase", key, _checked(passphrase)), *kept))


def new_vault(passphrase: str) -> tuple[Vault, bytes, str]:
    """Return a new vault, the book's key, and the recovery code to print.  Raises WeakPassphrase."""
    key, code = secrets.token_bytes(KEY_BYTES), _new_code()
    wraps = (_wrap("passphrase", key, _checked(passphrase)), _wrap("recovery", key, _plain_code(code)))
    return Vault(wraps), key, code


def read_vault(text: str) -> Vault:
    """Return the vault of a key file's text.  Raises UnreadableVault."""
    try:
        raw = json.loads(text)
        if raw["format"] != FORMAT:
            raise UnreadableVault("vault-unreadable")
        wraps = tuple(
            Wrap(one["kind"], one["salt"], one["nonce"], one["box"], Work(**one["work"]))
            for one in raw["wraps"]
        )
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableVault("vault-unreadable") from error
    return Vault(wraps, str(raw.get("book", BOOK)))


def key_for(key: bytes, store: str) -> bytes:
    """Return a private store's own key, made from the book's; it opens neither the book nor another store."""
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=store.encode()).derive(key)


def _checked(passphrase: str) -> str:
    if len(passphrase) < PASSPHRASE_MIN:
        raise WeakPassphrase("vault-weak", least_count=PASSPHRASE_MIN)
    return passphrase


def _new_code() -> str:
    signs = [secrets.choice(CODE_ALPHABET) for _ in range(CODE_GROUPS * GROUP_SIZE)]
    return "-".join("".join(signs[at : at + GROUP_SIZE]) for at in range(0, len(signs), GROUP_SIZE))


def _plain_code(typed: str) -> str:
    """Return a recovery code as it is kept, however it was typed."""
    return "".join(sign for sign in typed.upper() if sign in CODE_ALPHABET)


def _stretch(secret: str, salt: bytes, work: Work) -> bytes:
    return hash_secret_raw(
        secret.encode(), salt, work.passes, work.memory_kib, work.lanes, KEY_BYTES, Type.ID
    )


def _seal(kind: str, work: Work) -> bytes:
    facts: Mapping[str, object] = {"format": FORMAT, "kind": kind, "work": asdict(work)}
    return json.dumps(facts, sort_keys=True).encode()


def _wrap(kind: str, key: bytes, secret: str) -> Wrap:
    salt, nonce, work = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES), ENOUGH
    box = AESGCM(_stretch(secret, salt, work)).encrypt(nonce, key, _seal(kind, work))
    return Wrap(kind, _text(salt), _text(nonce), _text(box), work)


def _text(data: bytes) -> str:
    return b64encode(data).decode()


def _unwrap(wrap: Wrap, secret: str) -> bytes | None:
    try:
        salt, nonce, box = (b64decode(part) for part in (wrap.salt, wrap.nonce, wrap.box))
        return AESGCM(_stretch(secret, salt, wrap.work)).decrypt(nonce, box, _seal(wrap.kind, wrap.work))
    except InvalidTag:
        return None
    except (ValueError, Argon2Error) as error:
        raise UnreadableVault("vault-unreadable") from error

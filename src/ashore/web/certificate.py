"""A certificate of this machine's own for one day: no one vouches for it, so a person compares its fingerprint."""

import secrets
import ssl
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

NAME: Final = "Household book"
VALID: Final = timedelta(days=1)
CLOCKS_DIFFER: Final = timedelta(hours=1)
"""A phone's clock may be behind this machine's."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a TLS server needs, and what a person compares."""

    context: ssl.SSLContext
    fingerprint: str
    """SHA-256 of the certificate: 64 hexadecimal digits, capitals."""


def new_certificate(address: IPv4Address, now: datetime | None = None) -> Certificate:
    """Return a new certificate for an address of this machine, signed by its own key (P-256), for TLS 1.2 and later."""
    key = ec.generate_private_key(ec.SECP256R1())
    signed = _described(address, key.public_key(), now or datetime.now(UTC)).sign(key, SHA256())
    word = secrets.token_bytes(32)
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(word))
    return Certificate(
        _context(signed.public_bytes(Encoding.PEM) + private, word),
        signed.fingerprint(SHA256()).hex().upper(),
    )


def _described(
    address: IPv4Address, key: ec.EllipticCurvePublicKey, now: datetime
) -> x509.CertificateBuilder:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    return (
        x509.CertificateBuilder(name, name, key, x509.random_serial_number())
        .not_valid_before(now - CLOCKS_DIFFER)
        .not_valid_after(now + VALID)
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(address)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
    )


def _context(pem: bytes, word: bytes) -> ssl.SSLContext:
    """Return a server's context; `ssl` reads files only, so one lies there for a moment, its key encrypted."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    with tempfile.TemporaryDirectory() as private:
        path = Path(private, "pem")
        path.write_bytes(pem)
        context.load_cert_chain(path, password=word)
    return context

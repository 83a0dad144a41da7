"""The one browser that may use the app: a token that works once, a secret in its cookie, and when it was last used."""

import hmac
import secrets
import time
from typing import Final

COOKIE: Final = "s"
COVER: Final = "cover"
"""The cookie that covers the amounts."""
IDLE_MINUTES: Final = 15


class _State:
    token: str | None = None
    secret: str | None = None
    used_s: float = 0.0


def new_token() -> str:
    """Return a token that lets one browser in, once."""
    _State.token = secrets.token_urlsafe(32)
    return _State.token


def exchange(token: str) -> str | None:
    """Return the secret for the cookie of whoever brings the token; None for another token, or the same again."""
    known, _State.token = _State.token, None if _same(token, _State.token) else _State.token
    if not _same(token, known):
        return None
    _State.secret = secrets.token_urlsafe(32)
    return _State.secret


def knows(cookie: str | None) -> bool:
    """Return whether a cookie is that of the browser that was let in."""
    return cookie is not None and _same(cookie, _State.secret)


def is_used() -> bool:
    """Return whether a browser was let in."""
    return _State.secret is not None


def touch() -> None:
    """Note that the app is being used."""
    _State.used_s = time.monotonic()


def is_idle() -> bool:
    """Return whether nobody has used the app for as long as the book may stay open alone."""
    return time.monotonic() - _State.used_s > IDLE_MINUTES * 60


def _same(one: str, other: str | None) -> bool:
    return other is not None and hmac.compare_digest(one.encode(), other.encode())

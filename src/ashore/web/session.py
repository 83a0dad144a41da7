"""Who may use the app: one browser here by a token that works once, one phone beside it; and when it was last used."""

import hmac
import secrets
import time
from typing import Final

COOKIE: Final = "s"
PHONE_COOKIE: Final = "__Host-p"
"""A browser takes a cookie of this name over TLS only, and for this one host."""
COVER: Final = "cover"
"""The cookie that covers the amounts."""
LOCK: Final = "lock"
"""The cookie that says after how many minutes without use the book closes."""
WELLBEING: Final = "w"
"""The cookie that says whether the check-in is shown; it says nothing of what was answered."""
IDLE: Final = ("5", "15", "60")
IDLE_MINUTES: Final = 15


class _State:
    token: str | None = None
    secret: str | None = None
    phone: str | None = None
    used_s: float = 0.0
    idle_minutes: int = IDLE_MINUTES


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


def new_phone() -> str:
    """Return the secret for the cookie of a phone that is let in; a phone before it is out."""
    _State.phone = secrets.token_urlsafe(32)
    return _State.phone


def knows_phone(cookie: str | None) -> bool:
    """Return whether a cookie is that of the phone that was let in."""
    return cookie is not None and _same(cookie, _State.phone)


def forget_phone() -> None:
    """Let no phone in any more."""
    _State.phone = None


def is_used() -> bool:
    """Return whether a browser was let in."""
    return _State.secret is not None


def touch(idle: str | None = None) -> None:
    """Note that the app is being used, and after how many minutes without use it closes, where that is said."""
    if idle in IDLE:
        _State.idle_minutes = int(idle)
    _State.used_s = time.monotonic()


def is_idle() -> bool:
    """Return whether nobody has used the app for as long as the book may stay open alone."""
    return time.monotonic() - _State.used_s > _State.idle_minutes * 60


def _same(one: str, other: str | None) -> bool:
    return other is not None and hmac.compare_digest(one.encode(), other.encode())

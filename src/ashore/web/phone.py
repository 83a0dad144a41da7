"""The phone's door: closed until it is turned on, let through by a code that works once, closed again by itself."""

import secrets
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv4Address
from threading import RLock
from typing import Final

from ashore.errors import AshoreError
from ashore.store.vault import CODE_ALPHABET
from ashore.web import config, session
from ashore.web.certificate import new_certificate
from ashore.web.tls_door import Take, TlsDoor

OPEN_MINUTES: Final = 30
CODE_MINUTES: Final = 5
CODE_SIGNS: Final = 8
"""8 signs of 30 are 39 bits: with 5 tries, a guess succeeds once in 130 thousand million."""
TRIES: Final = 5


class Refused(AshoreError):
    """A code that lets no phone in."""


@dataclass(slots=True)
class Code:
    """A code that lets one phone in, once."""

    signs: str
    ends_s: float
    tries_left: int = TRIES


@dataclass(slots=True)
class Door:
    """The open door; times are those of `time.monotonic`."""

    tls: TlsDoor
    fingerprint: str
    ends_s: float
    code: Code
    came_s: float | None = None
    """When a phone was let in."""


class _State:
    take: Take | None = None
    door: Door | None = None


_alone: Final = RLock()
"""The door is opened, tried and closed by one at a time."""


def leads_to(take: Take) -> None:
    """Name the app that the door leads to."""
    _State.take = take


def turn_on(address: IPv4Address) -> None:
    """Open the door on an address of this machine, with a new certificate and a new code.  Raises OSError."""
    with _alone:
        turn_off()
        assert _State.take is not None
        made = new_certificate(address)
        tls = TlsDoor(str(address), made.context, _State.take)
        _State.door = Door(tls, made.fingerprint, _in_minutes(OPEN_MINUTES), _new_code())
        config.answer_to(str(address))


def turn_off() -> None:
    """Close the door, and forget the phone that was let in."""
    with _alone:
        door, _State.door = _State.door, None
        session.forget_phone()
        config.answer_to(None)
        if door is not None:
            door.tls.close()


def current() -> Door | None:
    """Return the open door; None where it is closed.  One whose time is over is closed first."""
    with _alone:
        if _State.door is not None and _State.door.ends_s <= time.monotonic():
            turn_off()
        return _State.door


def stay_longer() -> None:
    """Let the open door stand open for its full time from now."""
    if (door := current()) is not None:
        door.ends_s = _in_minutes(OPEN_MINUTES)


def renew_code() -> None:
    """Make a new code for the open door; the one before is worth nothing any more."""
    if (door := current()) is not None:
        door.code = _new_code()


def live_code(door: Door) -> str | None:
    """Return the code that lets a phone in now, in two groups; None where it was used or its time is over."""
    signs, half = door.code.signs, CODE_SIGNS // 2
    return f"{signs[:half]}-{signs[half:]}" if _is_live(door.code) else None


def let_in(typed: str) -> str:
    """Return the secret for the cookie of whoever brings the code; a phone before it is then out.  Raises Refused."""
    with _alone:
        door = current()
        if door is None or not _is_live(door.code):
            raise Refused("phone-door-no-code")
        if secrets.compare_digest(_plain(typed), door.code.signs):
            door.code.tries_left, door.came_s = 0, time.monotonic()
            return session.new_phone()
        door.code.tries_left -= 1
        if door.code.tries_left:
            raise Refused("phone-door-wrong", left_count=door.code.tries_left)
        turn_off()
        raise Refused("phone-door-last-try")


def clock(moment_s: float) -> str:
    """Return a moment of `time.monotonic` as a clock shows it here: `14:05`."""
    return f"{datetime.now().astimezone() + timedelta(seconds=moment_s - time.monotonic()):%H:%M}"


def _is_live(code: Code) -> bool:
    return code.tries_left > 0 and time.monotonic() < code.ends_s


def _new_code() -> Code:
    return Code("".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_SIGNS)), _in_minutes(CODE_MINUTES))


def _plain(typed: str) -> str:
    """Return a code as it is kept, however it was typed."""
    return "".join(sign for sign in typed.upper() if sign in CODE_ALPHABET)


def _in_minutes(minutes: int) -> float:
    return time.monotonic() + minutes * 60

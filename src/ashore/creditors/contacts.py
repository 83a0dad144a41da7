"""A contact with a creditor as it was written down, and the one form in which it is written.

An entry is never changed: what turns out wrong is put right by a later entry that names the earlier one.  Days and
times are as typed; the day on which it was written down stands beside them.
"""

import json
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Final, Literal, TypeVar, get_args

from ashore.creditors.chain import place_of
from ashore.errors import Facts, Finding, Level
from ashore.household.file.plain import is_list, is_table

Party = Literal["lender", "agency", "court", "mediator", "buyer", "other"]
Direction = Literal["in", "out"]
Channel = Literal["call", "message", "letter", "app", "visit"]
Evidence = Literal["recording", "screenshot", "paper", "none"]
Reached = Literal["self", "contact", "other"]
Purpose = Literal["collection", "notice"]
MET: Final[tuple[Channel, ...]] = ("call", "visit")
"""Channels by which nobody may be met at all: a call that is not taken, a visit while nobody is in."""
By = Literal["us", "them"]
T = TypeVar("T")
CLOCK_SIZE: Final = len("21:40")


@dataclass(frozen=True, slots=True)
class Promise:
    """What one side promised, and until when if a day was named."""

    by: By
    what: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact.

    `on`, `at`: the day and, where it is known, the time; `noted`: the day on which it was written down.  `party`:
    with whom; `name` and `phone` as told.  `debt`, `debt_name`: which debt by its id, and what it was called then.
    `answered`: whether a call was taken, or anybody was there on a visit; `reached`: who was spoken to, the person, one
    named as a contact, or anybody else; `told`: whether that one heard of the debt.  None where it is not known.
    `in_writing`: whether what was promised is in writing.  `sent`: the kind of paper handed over.  `corrects`: the
    number of the entry put right.  `purpose`: whether payment was asked for, or only notice given.  `agreed`: whether
    the person had agreed to be contacted at that hour.  `whom`: who else was spoken to, as the person calls them;
    `refused`: whether who was spoken to asked not to be contacted again.  An entry from before there were these keys
    reads and is chained as it was.
    """

    on: date
    noted: date
    party: Party
    direction: Direction
    channel: Channel
    said: str = ""
    at: time | None = None
    debt: str = ""
    debt_name: str = ""
    name: str = ""
    phone: str = ""
    answered: bool | None = None
    reached: Reached = "self"
    told: bool | None = None
    promises: tuple[Promise, ...] = ()
    in_writing: bool = False
    evidence: Evidence = "none"
    sent: str = ""
    corrects: int | None = None
    purpose: Purpose | None = None
    agreed: bool | None = None
    whom: str = ""
    refused: bool | None = None

    @property
    def by_word_only(self) -> bool:
        """Return whether they promised something and nothing of it is in writing."""
        return not self.in_writing and any(one.by == "them" for one in self.promises)

    @property
    def from_collector(self) -> bool:
        """Return whether the lender, or somebody it hired, came to the person."""
        return self.direction == "in" and self.party in ("lender", "agency")


def written(contact: Contact) -> str:
    """Return an entry as it is chained: one line of JSON, keys sorted, no spaces, in NFC; what is empty is left out."""
    promises = [
        _filled({"by": one.by, "what": one.what, "until": _iso(one.until)}) for one in contact.promises
    ]
    values: dict[str, object] = {name: getattr(contact, name) for name in KEYS}
    values |= {"on": _iso(contact.on), "noted": _iso(contact.noted), "promises": promises}
    values["at"] = contact.at.strftime("%H:%M") if contact.at else None
    values["in_writing"] = contact.in_writing or None
    return canonical(_filled(values))


def canonical(values: Mapping[str, object]) -> str:
    """Return plain values in the one form in which they are chained."""
    text = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return unicodedata.normalize("NFC", text)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _filled(values: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value not in (None, "", [])}


def contact_of(values: Mapping[str, object], number: int) -> tuple[Contact | None, tuple[Finding, ...]]:
    """Return the contact of an entry's plain values, with what is wrong with it; None where it cannot be read.

    `number`: the entry's place in the log, the first being 1.
    """
    found: list[Finding] = []
    read: dict[str, object] = {}
    for name, value in values.items():
        made = KEYS[name](value) if name in KEYS else None
        if made is None:
            found.append(_finding("log-key-unclear", number, key=name))
        else:
            read[name] = made
    missing = [name for name in NEEDED if name not in read]
    found += [_finding("log-key-missing", number, key=name) for name in missing if name not in values]
    if missing:
        return None, tuple(found)
    contact = Contact(**read)  # pyright: ignore[reportArgumentType] - each reader gives its field's own type
    return contact, (*found, *problems_of(contact, number))


def problems_of(contact: Contact, number: int) -> tuple[Finding, ...]:
    """Return what is wrong with a contact that stands, or is to stand, as the entry of this number."""
    return tuple(_problems(contact, number))


def _problems(contact: Contact, number: int) -> Iterator[Finding]:
    if not (contact.said.strip() or contact.promises or contact.sent or contact.answered is False):
        yield _finding("log-nothing-said", number)
    if contact.on > contact.noted:
        yield _finding("log-day-ahead", number)
    if contact.corrects is not None and not 1 <= contact.corrects < number:
        yield _finding("log-corrects-nothing", number, named=contact.corrects)
    if contact.sent and not contact.name.strip():
        yield _finding("log-sent-to-nobody", number)


def _finding(code: str, number: int, level: Level = "note", **facts: str | int) -> Finding:
    told: Facts = {"number": number, **facts}
    return Finding(code, level, place_of(number), told)


def _word(kind: object) -> Callable[[object], object]:
    words = get_args(kind)
    return lambda value: value if value in words else None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _yes(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _day(value: object) -> date | None:
    return _parsed(date.fromisoformat, value)


def _clock(value: object) -> time | None:
    return _parsed(time.fromisoformat, value) if isinstance(value, str) and len(value) == CLOCK_SIZE else None


def _parsed(read: Callable[[str], T], value: object) -> T | None:
    try:
        return read(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _promises(value: object) -> tuple[Promise, ...] | None:
    made = [_promise(one) for one in value] if is_list(value) else []
    kept = tuple(one for one in made if one)
    return kept if made and len(kept) == len(made) else None


def _promise(value: object) -> Promise | None:
    if not is_table(value) or not value.keys() <= {"by", "what", "until"}:
        return None
    by, what, until = value.get("by"), value.get("what"), value.get("until")
    day = _day(until)
    if by not in ("us", "them") or not isinstance(what, str) or not what.strip() or (until and not day):
        return None
    return Promise(by, what, day)


KEYS: Final[Mapping[str, Callable[[object], object]]] = {
    "on": _day,
    "noted": _day,
    "party": _word(Party),
    "direction": _word(Direction),
    "channel": _word(Channel),
    "said": _text,
    "at": _clock,
    "debt": _text,
    "debt_name": _text,
    "name": _text,
    "phone": _text,
    "answered": _yes,
    "reached": _word(Reached),
    "told": _yes,
    "promises": _promises,
    "in_writing": _yes,
    "evidence": _word(Evidence),
    "sent": _text,
    "corrects": _whole,
    "purpose": _word(Purpose),
    "agreed": _yes,
    "whom": _text,
    "refused": _yes,
}
"""How each key of an entry is read; None is what cannot be."""
NEEDED: Final = ("on", "noted", "party", "direction", "channel")

"""A message read: which signs stand in it and by which of its words, what it wants, who it says that it comes from.

Nothing of the message is kept; whoever asked has it.  Nothing found means that nothing known was found, no more.
"""

import unicodedata
from dataclasses import dataclass
from itertools import islice
from typing import Final

from ashore.errors import Finding, Place
from ashore.traps.pattern import Pattern
from ashore.traps.scan import Scan, Span, merged
from ashore.traps.signs import SenderKind, Sign, TrapRules, Want, Worded
from ashore.traps.spelling import Plain, plain

LETTERS_MAX: Final = 20_000
"""How long a message may be: longer than any message, short enough to answer at once."""
BEFORE: Final = 28
"""How far before its words, inside a sentence, a “never” turns a sign round, in Chinese characters."""
BEHIND: Final = 40
"""How far behind its words, inside a sentence, an “is fraud” does, in Chinese characters."""
LATIN: Final = 3
"""How many letters are as much as one Chinese character."""
WARNINGS: Final = 2
ENOUGH: Final = 9
"""At most so many places of a pattern are looked at further."""
SHOWN: Final = 3
"""At most so many stretches of a message are shown for a sign."""
PLACE: Final = "text"
UNREADABLE: Final = "\ufffd"
BROKEN_SHARE: Final = 4
"""One broken character in four, and a text was not read as it was written."""


@dataclass(frozen=True, slots=True)
class Found:
    """A sign that was found, and the message's own words that show it; none where a question was answered yes."""

    sign: Sign
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something that the message asks of its reader, and the message's own words for it."""

    want: Want
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """What was read of a message: the signs in the pack's order, whom it names as sender, whether it warns of traps.

    `wants`: what it asks of its reader, where no sign was found and it does not read as a warning.
    """

    found: tuple[Found, ...] = ()
    senders: tuple[SenderKind, ...] = ()
    warns: bool = False
    wants: tuple[Wanted, ...] = ()


def unread(text: str) -> tuple[Finding, ...]:
    """Return why a text is not read: `trap-empty`, `trap-long` or `trap-unreadable`; nothing where it can be."""
    if len(text) > LETTERS_MAX:
        facts = {"found_count": len(text), "most_count": LETTERS_MAX}
        return (Finding("trap-long", "stop", Place(PLACE), facts),)
    broken = sum(
        letter == UNREADABLE or unicodedata.category(letter) in {"Cc", "Co", "Cn"} for letter in text
    )
    broken -= sum(text.count(space) for space in "\n\r\t")
    if broken and broken * BROKEN_SHARE >= len(text):
        return (Finding("trap-unreadable", "stop", Place(PLACE)),)
    if not any(letter.isalnum() for letter in text):
        return (Finding("trap-empty", "stop", Place(PLACE)),)
    return ()


def read_message(text: str, rules: TrapRules) -> Heard:
    """Return what was read of a message that `unread` says nothing against."""
    made = plain(text, rules.letters)
    scan = Scan(made.text)
    voice = rules.voice
    told = scan.has(voice.tells) or scan.count(voice.warns) >= WARNINGS
    warns = told and not scan.has(voice.invites)
    signs = (sign for sign in rules.signs if sign.loud or not warns)
    spans = ((sign, _spans(sign, scan, rules)) for sign in signs)
    found = tuple(Found(sign, _words(text, made, some)) for sign, some in spans if some)
    wanted = () if found or warns else ((want, _spans(want, scan, rules)) for want in rules.wants)
    wants = tuple(Wanted(want, _words(text, made, some)) for want, some in wanted if some)
    return Heard(found, _senders(scan, rules), warns, wants)


def _senders(scan: Scan, rules: TrapRules) -> tuple[SenderKind, ...]:
    return tuple(one.kind for one in rules.senders if any(scan.find(pattern) for pattern in one.says))


def _spans(worded: Worded, scan: Scan, rules: TrapRules) -> list[Span]:
    """Return the stretches that show a sign or a want, each place where its words are turned round left out."""
    if scan.has(worded.refuted):
        return []
    return merged([span for pattern in worded.says for span in _standing(pattern, worded, scan, rules)])


def _standing(pattern: Pattern, worded: Worded, scan: Scan, rules: TrapRules) -> list[Span]:
    """Return the first stretches of a pattern that are meant as they stand."""
    meant = (
        spans for spans in scan.find(pattern) if not any(_turned(one, worded, scan, rules) for one in spans)
    )
    return [span for spans in islice(meant, ENOUGH) for span in spans]


def _turned(span: Span, worded: Worded, scan: Scan, rules: TrapRules) -> bool:
    """Return whether the words around a stretch make it say the opposite, or something else."""
    start, stop = span
    first, last = scan.sentence(span)
    latin = scan.text[start].isascii()
    wide = LATIN if latin else 1
    behind = min(last, stop + BEHIND * wide)
    # A Chinese “never” holds up to a comma; an English one for all that a sentence lists after it, an “is not” not.
    near = scan.clause(start, BEFORE * wide)
    reach = max(first, start - BEFORE * wide) if latin else near
    until = start if worded.firm else stop
    if scan.within(rules.voice.denied, (reach, until)) or scan.within(rules.voice.denied_near, (near, until)):
        return True
    if scan.within(rules.voice.judged, (stop, behind)):
        return True
    return scan.within(worded.unless, (max(first, start - BEHIND * wide), behind))


def _words(text: str, made: Plain, spans: list[Span]) -> tuple[str, ...]:
    """Return the message's own words of the first stretches, as they were written."""
    places = (made.original(start, stop) for start, stop in spans[:SHOWN])
    return tuple(dict.fromkeys(" ".join(text[start:stop].split()) for start, stop in places))

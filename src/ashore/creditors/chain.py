"""Entries chained by their digests: each link is made of the one before it, so what stands later vouches for it.

A chain alone shows that something was changed by someone who did not know of it.  Whoever knows can make every link
anew: that is seen only against a head that was saved elsewhere, in a backup, on the own copy, or on paper.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from ashore.errors import Finding, Place

START: Final = hashlib.sha256(b"ashore-log/1").hexdigest()
"""The link before the first entry."""
SHORT_GROUPS, GROUP_SIZE = 4, 4
SHORT_SIZE: Final = SHORT_GROUPS * GROUP_SIZE
COUNT_DIGITS_MAX: Final = 9
TYPED: Final = re.compile(r"(\d+)\W*((?:[0-9a-f]{4}\W*){4,16})")


@dataclass(frozen=True, slots=True)
class Head:
    """How many entries there were and the last link, in hexadecimal: all of it, or as much as was written on paper."""

    count: int
    digest: str

    @property
    def short(self) -> str:
        """Return the head for paper: the count and the first sixteen signs, `12 3f2a-9c01-77be-04d1`.

        Sixteen hexadecimal signs are 64 bits.  Another log with the same ones takes about 2^64 tries to find, which
        is out of reach of whoever finds a log and alters it.  Who writes the log can find two logs of their own with
        the same short head in about 2^32 tries, which is not: against that the whole head stands on the own copy.
        """
        signs = self.digest[:SHORT_SIZE]
        groups = (signs[at : at + GROUP_SIZE] for at in range(0, SHORT_SIZE, GROUP_SIZE))
        return f"{self.count} {'-'.join(groups)}"


def read_head(typed: str) -> Head | None:
    """Return the head that someone typed, short or whole, however it is grouped; None for what is none."""
    found = TYPED.fullmatch(typed.strip().lower())
    if found is None or len(found[1]) > COUNT_DIGITS_MAX or not found[1].isascii():
        return None
    return Head(int(found[1]), "".join(re.findall(r"[0-9a-f]", found[2])))


def link_of(before: str, text: str) -> str:
    """Return the link of an entry: SHA-256 over the link before it, as 32 bytes, and the entry as written, in UTF-8."""
    return hashlib.sha256(bytes.fromhex(before) + text.encode()).hexdigest()


def chained(texts: Sequence[str], before: str = START) -> tuple[str, ...]:
    """Return the link of each entry, in order, behind a link that stands before the first."""
    return tuple(accumulate(texts, link_of, initial=before))[1:]


def head_of(links: Sequence[str]) -> Head:
    """Return the head of a chain; that of an empty one is the start."""
    return Head(len(links), links[-1] if links else START)


def checked(texts: Sequence[str], links: Sequence[str], saved: Head | None = None) -> tuple[Finding, ...]:
    """Return where a chain is broken, and how it differs from a head that was saved; nothing where all is as it was.

    An entry is held against the link that stands before it, so one entry that was changed is one finding.  `saved`
    may be older than the chain: what was added since is no finding.
    """
    return (*_broken(texts, links), *(_against(links, saved) if saved else ()))


def _broken(texts: Sequence[str], links: Sequence[str]) -> Iterator[Finding]:
    if len(texts) != len(links):
        facts = {"entries_count": len(texts), "links_count": len(links)}
        yield Finding("log-links-missing", "stop", Place("log"), facts)
    before = START
    for number, (text, link) in enumerate(zip(texts, links, strict=False), 1):
        if not is_link(before) or link_of(before, text) != link:
            yield Finding("log-broken", "stop", place_of(number), {"number": number})
        before = link


def _against(links: Sequence[str], saved: Head) -> Iterator[Finding]:
    if saved.count > len(links):
        facts = {"entries_count": len(links), "saved_count": saved.count}
        yield Finding("log-shorter", "stop", Place("log"), facts)
    elif not head_of(links[: saved.count]).digest.startswith(saved.digest):
        yield Finding("log-not-the-same", "stop", Place("log"), {"saved_count": saved.count})


def place_of(number: int) -> Place:
    """Return the place of an entry, the first being 1; in a file of one entry a line it is the line."""
    return Place(f"entry[{number}]", number)


def is_link(text: str) -> bool:
    """Return whether a text is a whole digest in hexadecimal."""
    return re.fullmatch(r"[0-9a-f]{64}", text) is not None

"""The own copy of a contact log: JSON Lines, one entry with its link a line, the last line the head.

`{"entry":{…},"link":"…"}` for each entry, then `{"count":12,"format":"ashore-log/1","head":"…"}`; UTF-8.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NoReturn

from ashore.creditors.chain import Head, checked, head_of, is_link, link_of
from ashore.creditors.contacts import Contact, canonical, contact_of
from ashore.errors import Finding, Place
from ashore.household.file.plain import is_table

FORMAT: Final = "ashore-log/1"


@dataclass(frozen=True, slots=True)
class Logged:
    """One entry of a log: its number (the first is 1), its text and link, and the contact where it can be read."""

    number: int
    text: str
    link: str
    contact: Contact | None


@dataclass(frozen=True, slots=True)
class Log:
    """A log that was read: its entries in order, the head it ends with if any, and everything found on it."""

    entries: tuple[Logged, ...]
    ended: Head | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def head(self) -> Head:
        """Return the head of the entries that are there."""
        return head_of([one.link for one in self.entries])

    @property
    def is_whole(self) -> bool:
        """Return whether nothing shows that it was changed."""
        return all(one.level != "stop" for one in self.findings)


def log_of(texts: Sequence[str], links: Sequence[str], saved: Head | None = None) -> Log:
    """Return a log from its entries as written and their links, with what is found on it.

    Nothing is refused and nothing mended: what cannot be read stays with its text.
    """
    entries: list[Logged] = []
    found: list[Finding] = [*checked(texts, links, saved)]
    for number, (text, link) in enumerate(zip(texts, links, strict=False), 1):
        values = _values(text)
        contact, wrong = contact_of(values, number) if values is not None else (None, ())
        found += wrong
        entries.append(Logged(number, text, link, contact))
    return Log(tuple(entries), saved, tuple(found))


def log_text(texts: Sequence[str], links: Sequence[str]) -> str:
    """Return the own copy of a log."""
    head = head_of(links)
    lines = [f'{{"entry":{text},"link":"{link}"}}' for text, link in zip(texts, links, strict=True)]
    end = canonical({"format": FORMAT, "count": head.count, "head": head.digest})
    return "".join(f"{line}\n" for line in (*lines, end))


def with_entry(log: Log, text: str) -> str:
    """Return the own copy of a log with one more entry."""
    texts, links = [one.text for one in log.entries], [one.link for one in log.entries]
    return log_text([*texts, text], [*links, link_of(log.head.digest, text)])


def read_log(data: bytes, saved: Head | None = None) -> Log:
    """Return the log in an own copy, with everything found: broken links, lines that cannot be read, its own end.

    `saved`: a head that was kept elsewhere, against which it is held besides.
    """
    texts: list[str] = []
    links: list[str] = []
    found: list[Finding] = []
    ended: Head | None = None
    for line, values in _lines(data):
        entry, link = (values or {}).get("entry"), (values or {}).get("link")
        if (
            ended is None
            and is_table(entry)
            and isinstance(link, str)
            and len(values or ()) == len(("entry", "link"))
        ):
            texts.append(canonical(entry))
            links.append(link)
        elif ended is None and values is not None and (end := _end(values)):
            ended = end
        else:
            found.append(Finding("log-line-unreadable", "stop", Place("log", line), {"line": line}))
    if ended is None:
        found.append(Finding("log-no-end", "stop", Place("log")))
    log = log_of(texts, links, saved)
    if ended is not None and ended != log.head:
        facts = {"entries_count": len(texts), "saved_count": ended.count}
        found.append(Finding("log-end-differs", "stop", Place("log"), facts))
    return Log(log.entries, ended, (*found, *log.findings))


def _end(values: Mapping[str, object]) -> Head | None:
    count, digest = values.get("count"), values.get("head")
    is_end = values.get("format") == FORMAT and len(values) == len(("format", "count", "head"))
    if is_end and isinstance(count, int) and isinstance(digest, str) and is_link(digest):
        return Head(count, digest)
    return None


def _lines(data: bytes) -> Iterator[tuple[int, Mapping[str, object] | None]]:
    """Yield each line's number and its values; None for one that cannot be read.  A byte order mark is passed over."""
    for line, raw in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if raw.strip():
            try:
                text = raw.decode()
            except UnicodeDecodeError:
                text = ""
            yield line, _values(text)


def _values(text: str) -> Mapping[str, object] | None:
    """Return a JSON object's values; None for what is none, names a key twice, or holds what no entry can."""
    try:
        values: object = json.loads(text, object_pairs_hook=_once, parse_float=_none, parse_constant=_none)
        canonical({"values": values}).encode()
    except (ValueError, RecursionError):
        return None
    return values if is_table(values) else None


def _once(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a key stands twice")
    return made


def _none(text: str) -> NoReturn:
    raise ValueError(text)

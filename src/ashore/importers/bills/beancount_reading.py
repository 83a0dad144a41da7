"""A simple beancount book as transactions: dated entries with postings in yuan; what is not read is said.

Not read: prices, costs, other currencies, sums written as arithmetic, pads, balances, opening balances (Equity),
included files, plugins.  Each posting to Expenses or Income is a payment of its own; what Liabilities and Assets change
beside them was borrowed, repaid or moved.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple, get_args

from ashore.household.transactions import KINDS, NATURES, Credit, Transaction, Way
from ashore.importers.bills.beancount import CURRENCY, PREFIX, UNSAID
from ashore.importers.bills.form import Log, TextFormat, clock_of, day_of, fen_of
from ashore.importers.bills.words import credit_of
from ashore.importers.quickly import made

CODE: Final = "beancount"
STRING: Final = r'"([^"\\]*+(?:\\.[^"\\]*+)*+)"'
HEADER: Final = re.compile(
    rf"(\d{{4}}-\d\d-\d\d)\s+(?:\*|!|txn)(?:\s+{STRING})?(?:\s+{STRING})?(?:\s+[#^][^\s;]+)*\s*(?:;.*)?"
)
DIRECTIVE: Final = re.compile(r"(?:\d{4}-\d\d-\d\d\s+)?([a-z]+)\b.*")
META: Final = re.compile(rf"([a-z][A-Za-z0-9_-]*):\s*(?:{STRING}|[^\";]*)\s*(?:;.*)?")
ACCOUNT: Final = r"(?:Assets|Liabilities|Equity|Income|Expenses)(?::[^\s:;\"]+)+"
POSTING: Final = re.compile(
    rf"(?:[*!]\s+)?({ACCOUNT})"
    r"(?:\s+(-?\d[\d,]*(?:\.\d+)?)\s+([A-Z][A-Z0-9'._-]*))?\s*(.*)"
)
WRITTEN: Final = re.compile(
    r'(?m)^([0-9]{4}-[0-9]{2}-[0-9]{2}) \* "([^"\\\n]*+)" "([^"\\\n]*+)"\n'
    rf'(  {PREFIX}kind: "[^"\\\n]*+"\n(?:  {PREFIX}[a-z-]++: "[^"\\\n]*+"\n)*+)'
    rf"  {ACCOUNT}  ([0-9]{{1,11}}\.[0-9]{{2}}) {CURRENCY}\n"
    rf"  {ACCOUNT}  -\5 {CURRENCY}(?:\n|\Z)(?![ \t])"
)
"""A whole entry as Ashore writes it, nothing in it escaped: read at once."""
BOOK: Final = re.compile(r"(?m)^\d{4}-\d\d-\d\d[ \t]+(?:open[ \t]|(?:\*|!|txn)[ \t]+\")")
UNREAD: Final = frozenset({"balance", "pad", "include", "plugin", "price", "query", "custom"})
"""Directives that say something that is not kept here; the others open, close or describe."""
KNOWN: Final = UNREAD | {
    "open", "close", "commodity", "note", "document", "event", "option", "pushtag", "poptag", "pushmeta", "popmeta",
}  # fmt: skip
ESCAPED: Final = {"n": "\n", "t": "\t"}
INTEREST: Final = re.compile(r"interest|利息", re.IGNORECASE)
CREDITS: Final[tuple[Credit, ...]] = get_args(Credit)
CHOICES: Final[Mapping[str, Sequence[str]]] = {
    "kind": KINDS,
    "nature": NATURES,
    "credit": CREDITS,
    "way": get_args(Way),
}
BUSINESS: Final = {"True": True, "False": False}
FEE: Final = re.compile(r"[0-9]{1,15}")
TEXTS: Final = (
    "said_category", "category", "method", "order", "merchant_order", "refund_of", "account", "source",
)  # fmt: skip
READ: Final[Mapping[str, Callable[[str], object]]] = {
    **dict.fromkeys(TEXTS, str),
    **{name: {word: word for word in words}.get for name, words in CHOICES.items()},
    "business": BUSINESS.get,
    "at": clock_of,
    "fee_fen": lambda word: int(word) if FEE.fullmatch(word) else None,
}
"""What a word that Ashore wrote says of a payment, by its field; None for a word that may not stand there."""
ROW: Final[Mapping[str, object]] = {**dict.fromkeys(one.name for one in fields(Transaction)), **UNSAID}
"""A payment of which nothing is said, in the order of its fields."""
INDENT: Final = frozenset({" ", "\t"})
NO_ENTRY: Final = frozenset(";*#:")
Said = dict[str, object]
"""What is said of a payment, by its fields."""


@dataclass(slots=True)
class BookEntry:
    """A dated entry as it stands: its postings, None for an amount left open; `unread` says why it is none of ours.

    `said`: for each key of its metadata the field of a payment and what it says there, None for no word of ours.
    """

    line: int
    day: date
    payee: str
    narration: str
    postings: list[tuple[str, int | None]] = field(default_factory=list[tuple[str, int | None]])
    said: dict[str, tuple[str, object]] = field(default_factory=dict[str, tuple[str, object]])
    unread: str = ""


class Indented(NamedTuple):
    """What an indented line says: a posting, or metadata of ours (its key, its field, what it says); else neither.

    `unread`: the posting's amount is none of ours.  `unclear`: the line is nothing that may stand there.
    """

    posting: tuple[str, int | None] | None = None
    said: tuple[str, tuple[str, object]] | None = None
    unread: str = ""
    unclear: bool = False


def recognise(text: str) -> bool:
    """Return whether a text is a beancount book: it opens an account or holds a dated entry."""
    return BOOK.search(text) is not None


def read(file: str, text: str, log: Log) -> list[Transaction]:
    """Return the payments of a book in its order; what is not read is in the log, with its line."""
    rows = [tuple(row.values()) for row in _Book(file, log).rows(text)]
    return made(Transaction, *zip(*rows, strict=True)) if rows else []


TEXT_FORMAT: Final = TextFormat(CODE, recognise, read)


@dataclass(slots=True)
class _Book:
    """A book while it is read: the line that comes next, and the lines of directives that say more than is kept."""

    file: str
    log: Log
    line: int = 1
    unread: dict[str, list[int]] = field(default_factory=dict[str, list[int]])

    def rows(self, text: str) -> Iterator[Said]:
        """Yield every payment of a book, all its fields in their order."""
        at = 0
        for found in WRITTEN.finditer(text):
            day, said, fen = day_of(found[1]), _said_in(found[4]), int(found[5].replace(".", ""))
            if day and said and fen:
                yield from self._exactly(text[at : found.start()])
                yield _row(said, day, found[2], found[3], self.file, self.line) | {"amount_fen": fen}
                self.line += found[0].count("\n")
                at = found.end()
        yield from self._exactly(text[at:])
        for word, numbers in self.unread.items():
            self.log.note("bean-directive-unread", numbers[0], directive=word, rows_count=len(numbers))

    def _exactly(self, text: str) -> Iterator[Said]:
        """Yield the payments of some whole lines, each line looked at."""
        for entry in () if text.isspace() else _entries(text, self.line, self.unread, self.log):
            for said in _payments(entry, self.log):
                yield _row(said, entry.day, entry.payee, entry.narration, self.file, entry.line)
        self.line += text.count("\n")


@lru_cache(maxsize=1024)
def _said_in(lines: str) -> Said | None:
    """Return what lines of metadata say as Ashore writes them; None where one has a word that is none of ours."""
    said: Said = {}
    for line in lines.removesuffix("\n").split("\n"):
        key, _, word = line.strip().removeprefix(PREFIX)[:-1].partition(': "')
        name = key.replace("-", "_")
        if name in READ:
            said[name] = READ[name](word)
    return None if None in said.values() else said


def _row(said: Said, day: date, payee: str, narration: str, file: str, line: int) -> Said:
    """Return all fields of a payment in their order."""
    shown = {"day": day, "counterparty": payee, "text": narration, "file": file, "row": line}
    return {**ROW, **said, **shown}


def _entries(text: str, first: int, unread: dict[str, list[int]], log: Log) -> Iterator[BookEntry]:
    """Yield every dated entry; directives that say more than is kept stand in `unread`, with their lines."""
    entry: BookEntry | None = None
    known: dict[str, Indented] = {}
    for number, line in enumerate(text.split("\n"), first):
        if line[:1] in INDENT and (said := line.strip()):
            inside = known.get(said)
            if inside is None:
                inside = known[said] = _indented(said)
            if not _keep(inside, entry):
                log.stop("bean-line-unclear", number)
            continue
        if entry:
            yield entry
            entry = None
        if line[:1] not in NO_ENTRY and (said := line.rstrip()):
            entry = _entry(number, said)
            if not entry:
                _directive(number, said, unread, log)
    if entry:
        yield entry


def _directive(number: int, line: str, unread: dict[str, list[int]], log: Log) -> None:
    """Keep the line of a directive that says more than is kept; a stop for a line that is nothing known."""
    found = DIRECTIVE.fullmatch(line)
    if found is None or found[1] not in KNOWN:
        log.stop("bean-line-unclear", number)
    elif found[1] in UNREAD:
        unread.setdefault(found[1], []).append(number)


def _entry(number: int, line: str) -> BookEntry | None:
    """Return the entry that a line begins; None where it begins none."""
    header = HEADER.fullmatch(line)
    day = day_of(header[1]) if header else None
    if header is None or day is None:
        return None
    one, two = _plain(header[2]), _plain(header[3])
    return BookEntry(number, day, *((one, two) if header[3] is not None else ("", one)))


def _indented(line: str) -> Indented:
    """Return what an indented line says, whatever entry it stands in."""
    if line[0] in ";#^":
        return Indented()
    if "a" <= line[0] <= "z":
        return _metadata(line)
    found = POSTING.fullmatch(line)
    if not found:
        return Indented(unclear=True)
    account, number, currency, rest = found.groups()
    fen = fen_of(number) if number else None
    wrong = (number and (currency != CURRENCY or fen is None)) or rest[:1] not in {"", ";"}
    return Indented(posting=(account, fen), unread="bean-entry-unread" if wrong else "")


def _metadata(line: str) -> Indented:
    """Return what a line of metadata says; what is none of ours says nothing."""
    found = META.fullmatch(line)
    if not found:
        return Indented(unclear=True)
    key, word, name = found[1], found[2], found[1].removeprefix(PREFIX).replace("-", "_")
    return (
        Indented()
        if word is None or name not in READ
        else Indented(said=(key, (name, READ[name](_plain(word)))))
    )


def _keep(inside: Indented, entry: BookEntry | None) -> bool:
    """Put a posting or metadata into its entry; return whether it may stand there.  An account's is let go."""
    if inside.posting is None:
        if inside.said and entry and not entry.postings:
            entry.said[inside.said[0]] = inside.said[1]
        return not inside.unclear
    if entry is None:
        return False
    if inside.unread:
        entry.unread = inside.unread
    elif inside.posting[0].startswith("Equity:") and PREFIX + "kind" not in entry.said:
        entry.unread = entry.unread or "bean-equity"
    entry.postings.append(inside.posting)
    return True


def _plain(text: str | None) -> str:
    """Return a string without its escapes."""
    if not text or "\\" not in text:
        return text or ""
    return re.sub(r"\\(.)", lambda found: ESCAPED.get(found[1], found[1]), text)


def _payments(entry: BookEntry, log: Log) -> Iterator[Said]:
    """Yield what an entry states; noted where it does not add up, or is none of ours."""
    postings = _balanced(entry.postings)
    if entry.unread:
        log.note(entry.unread, entry.line)
    elif not postings:
        log.note("bean-unbalanced", entry.line)
    elif PREFIX + "kind" in entry.said:
        said = dict(entry.said.values())
        said["amount_fen"] = fen = max(fen for _, fen in postings)
        if fen <= 0 or None in said.values():  # somebody changed a word to one that is none
            log.note("bean-entry-unread", entry.line)
        else:
            yield said
    else:
        yield from _simple(postings)


def _balanced(postings: Sequence[tuple[str, int | None]]) -> list[tuple[str, int]]:
    """Return the postings with the one open amount filled in; none where they do not add up to nothing."""
    total = open_ = 0
    for _, fen in postings:
        if fen is None:
            open_ += 1
        else:
            total += fen
    if open_ > 1 or (open_ == 0 and total) or len(postings) < 2:  # noqa: PLR2004 - an entry has two sides
        return []
    return [(account, -total if fen is None else fen) for account, fen in postings]


def _simple(postings: Sequence[tuple[str, int]]) -> Iterator[Said]:
    """Yield a payment for each posting to Expenses and Income, and what was borrowed, repaid or moved besides."""
    here = [account for account, _ in postings if account.startswith(("Assets:", "Liabilities:"))]
    funds = next(
        (account for account, fen in postings if account in here and fen < 0), here[0] if here else ""
    )
    for said in (*_spent(postings, funds), *_moved(postings)):
        yield said | {"method": funds, "source": CODE}


def _spent(postings: Sequence[tuple[str, int]], funds: str) -> Iterator[Said]:
    """Yield what an entry spent and earned."""
    for account, fen in postings:
        root, _, name = account.partition(":")
        if root == "Expenses" and fen:
            yield {
                "amount_fen": abs(fen),
                "kind": "spending" if fen > 0 else "refund",
                "nature": ("interest" if INTEREST.search(name) else "purchase") if fen > 0 else "refund",
                "said_category": name,
                "credit": _credit(funds) if funds.startswith("Liabilities:") else "",
            }
        elif root == "Income" and fen:
            kind = "income" if fen < 0 else "spending"
            yield {"amount_fen": abs(fen), "kind": kind, "nature": "unclear", "said_category": name}


def _credit(account: str) -> Credit:
    for word in CREDITS:
        if word and word in account.lower():
            return word
    return credit_of(account) or "other"


def _moved(postings: Sequence[tuple[str, int]]) -> Iterator[Said]:
    """Yield what an entry borrowed, repaid or moved between own accounts, beside what it spent or earned."""
    spent = sum(fen for account, fen in postings if account.startswith("Expenses:"))
    owed = sum(fen for account, fen in postings if account.startswith("Liabilities:"))
    came = sum(fen for account, fen in postings if account.startswith("Assets:"))
    if owed > 0 and (repaid := owed - max(0, -spent)) > 0 and came < 0:
        yield {"amount_fen": repaid, "kind": "repayment", "nature": "repaid", "way": "out"}
    elif owed < 0 and came > 0 and (borrowed := min(-owed, came)) > 0:
        yield {"amount_fen": borrowed, "kind": "transfer", "nature": "borrowed", "way": "in"}
    elif not owed and not came and not spent:
        moved = sum(fen for account, fen in postings if fen > 0 and account.startswith("Assets:"))
        if moved and all(account.startswith("Assets:") for account, _ in postings):
            yield {"amount_fen": moved, "kind": "transfer", "nature": "own-account", "way": "out"}

"""A simple beancount book as transactions: dated entries with postings in yuan; what is not read is said.

Not read: prices, costs, other currencies, sums written as arithmetic, pads, balances, opening balances (Equity),
included files, plugins.  Each posting to Expenses or Income is a payment of its own; what Liabilities and Assets change
beside them was borrowed, repaid or moved.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, partial
from typing import Final, get_args

from ashore.household.transactions import KINDS, NATURES, Credit, Nature, Transaction, TransactionKind, Way
from ashore.importers.bills.beancount import CURRENCY, PREFIX
from ashore.importers.bills.form import Log, TextFormat, clock_of, day_of, fen_of
from ashore.importers.bills.rows import PAYMENT
from ashore.importers.bills.words import credit_of
from ashore.importers.quickly import quickly

CODE: Final = "beancount"
STRING: Final = r'"([^"\\]*+(?:\\.[^"\\]*+)*+)"'
HEADER: Final = re.compile(
    rf"(\d{{4}}-\d\d-\d\d)\s+(?:\*|!|txn)(?:\s+{STRING})?(?:\s+{STRING})?(?:\s+[#^][^\s;]+)*\s*(?:;.*)?"
)
DIRECTIVE: Final = re.compile(r"(?:\d{4}-\d\d-\d\d\s+)?([a-z]+)\b.*")
META: Final = re.compile(rf"([a-z][A-Za-z0-9_-]*):\s*(?:{STRING}|[^\";]*)\s*(?:;.*)?")
ACCOUNT: Final = r"(?:Assets|Liabilities|Equity|Income|Expenses)(?::[^\s:;\"]+)+"
ACCOUNT_ALONE: Final = re.compile(ACCOUNT)
POSTING: Final = re.compile(
    rf"(?:[*!]\s+)?({ACCOUNT})"
    r"(?:\s+(-?\d[\d,]*(?:\.\d+)?)\s+([A-Z][A-Z0-9'._-]*))?\s*(.*)"
)
PLAIN_POSTING: Final = re.compile(rf"([A-Z]\S*)\s+(-?[0-9]{{1,11}})\.([0-9]{{2}}) {CURRENCY}")
"""A posting as programs write it, whatever its account."""
BOOK: Final = re.compile(r"(?m)^\d{4}-\d\d-\d\d[ \t]+(?:open[ \t]|(?:\*|!|txn)[ \t]+\")")
UNREAD: Final = frozenset({"balance", "pad", "include", "plugin", "price", "query", "custom"})
"""Directives that say something that is not kept here; the others open, close or describe."""
KNOWN: Final = UNREAD | {
    "open", "close", "commodity", "note", "document", "event", "option", "pushtag", "poptag", "pushmeta", "popmeta",
}  # fmt: skip
ESCAPED: Final = {"n": "\n", "t": "\t"}
INTEREST: Final = re.compile(r"interest|利息", re.IGNORECASE)
CREDITS: Final[tuple[Credit, ...]] = get_args(Credit)
WAYS: Final[tuple[Way, ...]] = get_args(Way)
KIND_OF: Final[Mapping[str, TransactionKind]] = {word: word for word in KINDS}
NATURE_OF: Final[Mapping[str, Nature]] = {word: word for word in NATURES}
CREDIT_OF: Final[Mapping[str, Credit]] = {word: word for word in CREDITS}
WAY_OF: Final[Mapping[str, Way]] = {word: word for word in WAYS}
BUSINESS_OF: Final = {"True": True, "False": False}
WORDS: Final[Mapping[str, Collection[str]]] = {
    "kind": KIND_OF.keys(),
    "nature": NATURE_OF.keys(),
    "credit": CREDIT_OF.keys(),
    "way": WAY_OF.keys(),
    "business": BUSINESS_OF.keys(),
}
"""What a word that Ashore wrote may be, by its field."""
INDENT: Final = frozenset({" ", "\t"})
NO_ENTRY: Final = frozenset(";*#:")
FEE: Final = re.compile(r"[0-9]{1,15}")


@dataclass(slots=True)
class BookEntry:
    """A dated entry as it stands: its postings, None for an amount left open; `unread` says why it is none of ours."""

    line: int
    day: date
    payee: str
    narration: str
    postings: list[tuple[str, int | None]] = field(default_factory=list[tuple[str, int | None]])
    said: dict[str, str] = field(default_factory=dict[str, str])
    unread: str = ""


@dataclass(frozen=True, slots=True)
class Indented:
    """What an indented line says: a posting, or metadata; neither in a remark.

    `unread`: the posting's amount is none of ours.  `unclear`: the line is nothing that may stand there.
    """

    posting: tuple[str, int | None] | None = None
    said: tuple[str, str] | None = None
    unread: str = ""
    unclear: bool = False


INDENTED: Final = quickly(Indented)


def recognise(text: str) -> bool:
    """Return whether a text is a beancount book: it opens an account or holds a dated entry."""
    return BOOK.search(text) is not None


def read(file: str, text: str, log: Log) -> Iterator[Transaction]:
    """Yield the payments of a book in its order; what is not read is in the log, with its line."""
    for entry in _entries(text, log):
        if entry.unread:
            log.note(entry.unread, entry.line)
        else:
            yield from _payments(file, entry, log)


TEXT_FORMAT: Final = TextFormat(CODE, recognise, read)


def _entries(text: str, log: Log) -> Iterator[BookEntry]:
    """Yield every dated entry; directives that say more than is kept are noted once each."""
    entry: BookEntry | None = None
    unread: dict[str, list[int]] = {}
    known: dict[str, Indented] = {}
    for number, line in enumerate(text.split("\n"), 1):
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
    for word, numbers in unread.items():
        log.note("bean-directive-unread", numbers[0], directive=word, rows_count=len(numbers))


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
        return INDENTED()
    if "a" <= line[0] <= "z":
        meta = META.fullmatch(line)
        if not meta:
            return INDENTED(unclear=True)
        return INDENTED(said=None if meta[2] is None else (meta[1], _plain(meta[2])))
    plain = PLAIN_POSTING.fullmatch(line)
    if plain and _is_account(plain[1]):
        return INDENTED((plain[1], int(plain[2] + plain[3])))
    found = POSTING.fullmatch(line)
    if not found:
        return INDENTED(unclear=True)
    account, number, currency, rest = found.groups()
    fen = fen_of(number) if number else None
    wrong = (number and (currency != CURRENCY or fen is None)) or rest[:1] not in {"", ";"}
    return INDENTED(posting=(account, fen), unread="bean-entry-unread" if wrong else "")


@lru_cache(maxsize=1024)
def _is_account(word: str) -> bool:
    return ACCOUNT_ALONE.fullmatch(word) is not None


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


def _payments(file: str, entry: BookEntry, log: Log) -> Iterator[Transaction]:
    """Yield what an entry states; noted where it does not add up."""
    postings = _balanced(entry.postings)
    if not postings:
        log.note("bean-unbalanced", entry.line)
    elif PREFIX + "kind" in entry.said:
        one = _ours(file, entry, max(fen for _, fen in postings))
        if one is None:
            log.note("bean-entry-unread", entry.line)
        else:
            yield one
    else:
        yield from _simple(file, entry, postings)


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


def _ours(file: str, entry: BookEntry, fen: int) -> Transaction | None:
    """Return a payment that Ashore wrote, exactly; None where somebody changed a word to one that is none."""
    said = {_field_of(key): value for key, value in entry.said.items()}
    at = clock_of(said["at"]) if "at" in said else None
    fee = said.get("fee_fen", "0")
    wrong = [name for name, words in WORDS.items() if name in said and said[name] not in words]
    if wrong or fen <= 0 or ("at" in said and at is None) or not FEE.fullmatch(fee):
        return None
    return PAYMENT(
        day=entry.day,
        amount_fen=fen,
        kind=KIND_OF.get(said["kind"], "spending"),
        nature=NATURE_OF.get(said.get("nature", ""), "unclear"),
        credit=CREDIT_OF.get(said.get("credit", ""), ""),
        way=WAY_OF.get(said.get("way", ""), ""),
        at=at,
        business=BUSINESS_OF.get(said.get("business", "")),
        counterparty=entry.payee,
        text=entry.narration,
        said_category=said.get("said_category", ""),
        category=said.get("category", ""),
        method=said.get("method", ""),
        order=said.get("order", ""),
        merchant_order=said.get("merchant_order", ""),
        refund_of=said.get("refund_of", ""),
        account=said.get("account", ""),
        source=said.get("source", ""),
        file=file,
        fee_fen=int(fee),
        row=entry.line,
    )


@lru_cache(maxsize=1024)
def _field_of(key: str) -> str:
    """Return the field of a payment that a key of metadata holds."""
    return key.removeprefix(PREFIX).replace("-", "_")


def _simple(file: str, entry: BookEntry, postings: Sequence[tuple[str, int]]) -> Iterator[Transaction]:
    """Yield a payment for each posting to Expenses and Income, and what was borrowed, repaid or moved besides."""
    here = [account for account, _ in postings if account.startswith(("Assets:", "Liabilities:"))]
    funds = next(
        (account for account, fen in postings if account in here and fen < 0), here[0] if here else ""
    )
    make = partial(
        PAYMENT,
        day=entry.day,
        counterparty=entry.payee,
        text=entry.narration,
        method=funds,
        source=CODE,
        file=file,
        row=entry.line,
    )
    for account, fen in postings:
        root, _, name = account.partition(":")
        if root == "Expenses" and fen:
            yield make(
                amount_fen=abs(fen),
                kind="spending" if fen > 0 else "refund",
                nature=("interest" if INTEREST.search(name) else "purchase") if fen > 0 else "refund",
                said_category=name,
                credit=_credit(funds) if funds.startswith("Liabilities:") else "",
            )
        elif root == "Income" and fen:
            kind, nature = ("income", "unclear") if fen < 0 else ("spending", "unclear")
            yield make(amount_fen=abs(fen), kind=kind, nature=nature, said_category=name)
    yield from _moved(make, postings)


def _credit(account: str) -> Credit:
    for word in CREDITS:
        if word and word in account.lower():
            return word
    return credit_of(account) or "other"


def _moved(make: Callable[..., Transaction], postings: Sequence[tuple[str, int]]) -> Iterator[Transaction]:
    """Yield what an entry borrowed, repaid or moved between own accounts, beside what it spent or earned."""
    spent = sum(fen for account, fen in postings if account.startswith("Expenses:"))
    owed = sum(fen for account, fen in postings if account.startswith("Liabilities:"))
    came = sum(fen for account, fen in postings if account.startswith("Assets:"))
    if owed > 0 and (repaid := owed - max(0, -spent)) > 0 and came < 0:
        yield make(amount_fen=repaid, kind="repayment", nature="repaid", way="out")
    elif owed < 0 and came > 0 and (borrowed := min(-owed, came)) > 0:
        yield make(amount_fen=borrowed, kind="transfer", nature="borrowed", way="in")
    elif not owed and not came and not spent:
        moved = sum(fen for account, fen in postings if fen > 0 and account.startswith("Assets:"))
        if moved and all(account.startswith("Assets:") for account, _ in postings):
            yield make(amount_fen=moved, kind="transfer", nature="own-account", way="out")

"""A simple beancount book as transactions: dated entries with postings in yuan; what is not read is said.

Not read: prices, costs, other currencies, sums written as arithmetic, pads, balances, opening balances (Equity),
included files, plugins.  Each posting to Expenses or Income is a payment of its own; what Liabilities and Assets change
beside them was borrowed, repaid or moved.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, TypeVar, get_args

from ashore.household.transactions import KINDS, NATURES, Credit, Transaction, Way
from ashore.importers.bills.beancount import CURRENCY, PREFIX
from ashore.importers.bills.form import Log, TextFormat, clock_of, day_of, fen_of
from ashore.importers.bills.words import credit_of

CODE: Final = "beancount"
STRING: Final = r'"((?:[^"\\]|\\.)*)"'
HEADER: Final = re.compile(
    rf"(\d{{4}}-\d\d-\d\d)\s+(?:\*|!|txn)(?:\s+{STRING})?(?:\s+{STRING})?(?:\s+[#^][^\s;]+)*\s*(?:;.*)?"
)
DIRECTIVE: Final = re.compile(r"(?:\d{4}-\d\d-\d\d\s+)?([a-z]+)\b.*")
META: Final = re.compile(rf"([a-z][A-Za-z0-9_-]*):\s*(?:{STRING}|[^\";]*)\s*(?:;.*)?")
POSTING: Final = re.compile(
    r"(?:[*!]\s+)?((?:Assets|Liabilities|Equity|Income|Expenses)(?::[^\s:;\"]+)+)"
    r"(?:\s+(-?\d[\d,]*(?:\.\d+)?)\s+([A-Z][A-Z0-9'._-]*))?\s*(.*)"
)
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
WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "kind": KINDS,
    "nature": NATURES,
    "credit": CREDITS,
    "way": WAYS,
    "business": ("True", "False"),
}
FEE: Final = re.compile(r"[0-9]{1,15}")
Word = TypeVar("Word", bound=str)


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


def _entries(text: str, log: Log) -> list[BookEntry]:
    """Return every dated entry; directives that say more than is kept are noted once each."""
    entries: list[BookEntry] = []
    open_entry = False
    unread: Counter[str] = Counter()
    first: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if line[:1] in {" ", "\t"} and line.strip():
            if not _indented(line.strip(), entries[-1] if open_entry else None):
                log.stop("bean-line-unclear", number)
            continue
        open_entry = False
        if not line.strip() or line[0] in ";*#:":
            continue
        header, directive = HEADER.fullmatch(line.rstrip()), DIRECTIVE.fullmatch(line.rstrip())
        if header and (day := day_of(header[1])):
            one, two = _plain(header[2]), _plain(header[3])
            entries.append(BookEntry(number, day, *((one, two) if header[3] is not None else ("", one))))
            open_entry = True
        elif directive is None or directive[1] not in KNOWN:
            log.stop("bean-line-unclear", number)
        elif directive[1] in UNREAD:
            unread[directive[1]] += 1
            first.setdefault(directive[1], number)
    for word, count in unread.items():
        log.note("bean-directive-unread", first[word], directive=word, rows_count=count)
    return entries


def _indented(line: str, entry: BookEntry | None) -> bool:
    """Read a posting or metadata into its entry; return whether it is one.  Metadata of an account is let go."""
    if line[0] in ";#^":
        return True
    meta = META.fullmatch(line)
    if meta:
        if entry and not entry.postings and meta[2] is not None:
            entry.said[meta[1]] = _plain(meta[2])
        return True
    found = POSTING.fullmatch(line)
    if not found or entry is None:
        return False
    account, number, currency, rest = found.groups()
    fen = fen_of(number) if number else None
    if (number and (currency != CURRENCY or fen is None)) or rest[:1] not in {"", ";"}:
        entry.unread = "bean-entry-unread"
    elif account.startswith("Equity:") and PREFIX + "kind" not in entry.said:
        entry.unread = entry.unread or "bean-equity"
    entry.postings.append((account, fen))
    return True


def _plain(text: str | None) -> str:
    """Return a string without its escapes."""
    return re.sub(r"\\(.)", lambda found: ESCAPED.get(found[1], found[1]), text or "")


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
    total = sum(fen for _, fen in postings if fen is not None)
    open_ = sum(fen is None for _, fen in postings)
    if open_ > 1 or (open_ == 0 and total) or len(postings) < 2:  # noqa: PLR2004 - an entry has two sides
        return []
    return [(account, -total if fen is None else fen) for account, fen in postings]


def _ours(file: str, entry: BookEntry, fen: int) -> Transaction | None:
    """Return a payment that Ashore wrote, exactly; None where somebody changed a word to one that is none."""
    said = {key.removeprefix(PREFIX).replace("-", "_"): value for key, value in entry.said.items()}
    at = clock_of(said["at"]) if "at" in said else None
    fee = said.get("fee_fen", "0")
    wrong = any(name in said and said[name] not in words for name, words in WORDS.items())
    if wrong or fen <= 0 or ("at" in said and at is None) or not FEE.fullmatch(fee):
        return None
    return Transaction(
        day=entry.day,
        amount_fen=fen,
        kind=_one_of(KINDS, said["kind"]) or "spending",
        nature=_one_of(NATURES, said.get("nature", "")) or "unclear",
        credit=_one_of(CREDITS, said.get("credit", "")) or "",
        way=_one_of(WAYS, said.get("way", "")) or "",
        at=at,
        business={"True": True, "False": False}.get(said.get("business", "")),
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


def _one_of(words: Sequence[Word], said: str) -> Word | None:
    return next((word for word in words if word == said), None)


def _simple(file: str, entry: BookEntry, postings: Sequence[tuple[str, int]]) -> Iterator[Transaction]:
    """Yield a payment for each posting to Expenses and Income, and what was borrowed, repaid or moved besides."""
    here = [account for account, _ in postings if account.startswith(("Assets:", "Liabilities:"))]
    funds = next(
        (account for account, fen in postings if account in here and fen < 0), here[0] if here else ""
    )
    debt = funds.startswith("Liabilities:")
    base = Transaction(
        day=entry.day,
        amount_fen=0,
        kind="spending",
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
            yield replace(
                base,
                amount_fen=abs(fen),
                kind="spending" if fen > 0 else "refund",
                nature=("interest" if INTEREST.search(name) else "purchase") if fen > 0 else "refund",
                said_category=name,
                credit=_credit(funds) if debt else "",
            )
        elif root == "Income" and fen:
            kind, nature = ("income", "unclear") if fen < 0 else ("spending", "unclear")
            yield replace(base, amount_fen=abs(fen), kind=kind, nature=nature, said_category=name)
    yield from _moved(base, postings)


def _credit(account: str) -> Credit:
    for word in CREDITS:
        if word and word in account.lower():
            return word
    return credit_of(account) or "other"


def _moved(base: Transaction, postings: Sequence[tuple[str, int]]) -> Iterator[Transaction]:
    """Yield what an entry borrowed, repaid or moved between own accounts, beside what it spent or earned."""
    spent = sum(fen for account, fen in postings if account.startswith("Expenses:"))
    owed = sum(fen for account, fen in postings if account.startswith("Liabilities:"))
    came = sum(fen for account, fen in postings if account.startswith("Assets:"))
    if owed > 0 and (repaid := owed - max(0, -spent)) > 0 and came < 0:
        yield replace(base, amount_fen=repaid, kind="repayment", nature="repaid", way="out")
    elif owed < 0 and came > 0 and (borrowed := min(-owed, came)) > 0:
        yield replace(base, amount_fen=borrowed, kind="transfer", nature="borrowed", way="in")
    elif not owed and not came and not spent:
        moved = sum(fen for account, fen in postings if fen > 0 and account.startswith("Assets:"))
        if moved and all(account.startswith("Assets:") for account, _ in postings):
            yield replace(base, amount_fen=moved, kind="transfer", nature="own-account", way="out")

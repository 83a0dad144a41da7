"""Several exports as one ledger: each payment once, refunds with their purchase, nothing guessed.

One pass over what the exports hold: the same payment in two files of one account, then the same payment seen by two
accounts, then refunds.  Whatever cannot be told for certain is kept and said.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ashore.errors import Finding, Place
from ashore.household.transactions import Transaction
from ashore.importers.bills.accounts import as_one_account
from ashore.importers.bills.doubles import Doubles, find_doubles
from ashore.importers.bills.form import BillReading
from ashore.importers.bills.identity import is_real, key_of, place_of, way_of
from ashore.importers.bills.refunds import (
    Refunded,
    is_stated,
    pair_refunds,
    said_of_purchases,
    settle_stated,
)
from ashore.importers.bills.resaved import without_resaved

PairKind = Literal["double", "own-account", "refund"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two rows that belong together: a payment and its double, two sides of a transfer, a purchase and its refund."""

    kind: PairKind
    one: Transaction
    other: Transaction


@dataclass(frozen=True, slots=True)
class Counts:
    """How many payments are new, were there already, were set aside as doubles, and how many pairs were made."""

    new: int = 0
    known: int = 0
    doubles: int = 0
    own_account: int = 0
    refunds: int = 0


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every payment once, in the order of time; what was paired (doubles are not among the payments); findings."""

    transactions: tuple[Transaction, ...]
    pairs: tuple[Pair, ...] = ()
    findings: tuple[Finding, ...] = ()
    counts: Counts = Counts()

    @property
    def set_aside(self) -> tuple[Transaction, ...]:
        """Return the rows that another export holds too, nearer to the purchase."""
        return tuple(pair.other for pair in self.pairs if pair.kind == "double")


def gather(readings: Sequence[BillReading], known: Sequence[Transaction] = ()) -> Ledger:
    """Return the ledger of files read, together with what is known already; the order of the files does not matter.

    A file that a finding stops adds nothing; a bank's that does not say its card is of the account of one that it
    repeats (`accounts`).  A row is a payment of its own unless its key (`identity.key_of`) stands in another file too;
    rows with one key in one file are as many payments.  A double (`doubles`) is set aside; a refund names its
    purchase's order in `refund_of`.  Findings name the file and line of what could not be told.
    """
    files = [reading.transactions for reading in as_one_account(readings) if not reading.stopped]
    merged = _merged(without_resaved(files), known)
    rows = sorted(settle_stated(merged), key=place_of)
    doubles = find_doubles(rows)
    rows = _as_own(rows, doubles)
    aside = {low for _, low in doubles.doubles}
    kept = [place for place in range(len(rows)) if place not in aside]
    refunded = pair_refunds([rows[place] for place in kept])
    named = _named(rows, kept, refunded)
    old = Counter(key_of(one) for one in known)
    new = Counter(key_of(named[place]) for place in kept) - old
    return Ledger(
        transactions=tuple(sorted((named[place] for place in kept), key=place_of)),
        pairs=tuple(_pairs(named, kept, doubles, refunded)),
        findings=tuple(_findings(rows, kept, doubles, refunded)),
        counts=Counts(
            new=sum(new.values()),
            known=sum(map(len, files)) + len(known) - len(merged),
            doubles=len(doubles.doubles),
            own_account=len(doubles.own),
            refunds=len(refunded.pairs),
        ),
    )


def _merged(files: Iterable[Sequence[Transaction]], known: Sequence[Transaction]) -> list[Transaction]:
    """Return each payment once: of rows with one key as many as the file with most of them has, those known first."""
    most: dict[Hashable, list[Transaction]] = _by_key(known)
    old = {key: len(some) for key, some in most.items()}
    for file in files:
        for key, some in _by_key(file).items():
            have = most.setdefault(key, [])
            fixed = old.get(key, 0)
            for index, one in enumerate(sorted(some, key=place_of)):
                if index >= len(have):
                    have.append(one)
                elif index >= fixed:
                    have[index] = min(have[index], one, key=place_of)
    return [one for some in most.values() for one in some]


def _by_key(rows: Iterable[Transaction]) -> dict[Hashable, list[Transaction]]:
    found: dict[Hashable, list[Transaction]] = defaultdict(list)
    for one in rows:
        found[key_of(one)].append(one)
    return dict(found)


def _as_own(rows: Sequence[Transaction], doubles: Doubles) -> list[Transaction]:
    """Return the rows with both sides of a transfer between own accounts named so; each keeps which way it went."""
    own = {place for pair in doubles.own for place in pair}
    return [
        replace(one, kind="transfer", nature="own-account", way=way_of(one)) if place in own else one
        for place, one in enumerate(rows)
    ]


def _named(rows: Sequence[Transaction], kept: Sequence[int], refunded: Refunded) -> dict[int, Transaction]:
    """Return the rows by place, each refund with the order it gives back where that has a number.

    Not one that would then look as if its purchase's own row stated it: read again it would be counted with that.
    """
    named = dict(enumerate(rows))
    bought = said_of_purchases(rows, {rows[kept[purchase]].order for _, purchase in refunded.pairs})
    for refund, purchase in refunded.pairs:
        order = rows[kept[purchase]].order
        one = replace(named[kept[refund]], refund_of=order)
        if is_real(order) and not named[kept[refund]].refund_of and not is_stated(one, bought):
            named[kept[refund]] = one
    return named


def _pairs(
    rows: dict[int, Transaction], kept: Sequence[int], doubles: Doubles, refunded: Refunded
) -> Iterable[Pair]:
    yield from (Pair("double", rows[one], rows[other]) for one, other in doubles.doubles)
    yield from (Pair("own-account", rows[one], rows[other]) for one, other in doubles.own)
    yield from (Pair("refund", rows[kept[paid]], rows[kept[back]]) for back, paid in refunded.pairs)


def _findings(
    rows: Sequence[Transaction], kept: Sequence[int], doubles: Doubles, refunded: Refunded
) -> Iterable[Finding]:
    """Yield what could not be told, with the file and line, never with what the money was for."""
    yield from (_note("gather-unclear", rows[place]) for place in sorted(doubles.unclear))
    files = Counter(rows[place].file for place in doubles.unknown_account)
    for file, count in sorted(files.items()):
        yield Finding("gather-account-unknown", "note", Place(""), {"file": file, "rows_count": count})
    yield from (_note("gather-refund-above", rows[kept[place]]) for place in refunded.above)
    yield from (_note("gather-refund-alone", rows[kept[place]]) for place in refunded.alone)


def _note(code: str, one: Transaction) -> Finding:
    facts = {"file": one.file, "day": one.day, "amount_fen": one.amount_fen}
    return Finding(code, "note", Place("", one.row or None), facts)

"""How a settlement went: what was agreed, whether each sum came by its day, what was forgiven."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ashore.loans.audit.happening import journal_of, settled_on
from ashore.loans.audit.journal import Entry
from ashore.loans.audit.recomputed import Basis, replayed
from ashore.loans.audit.stated import Happened
from ashore.loans.settlement import Sum


@dataclass(frozen=True, slots=True)
class Settlement:
    """A settlement up to a day: when it was agreed, its sums, what was paid for it, in fen.

    `agreed_on`: None where nobody says when it was agreed, only that the rest was forgiven.  `missed`: the first sum
    that had not come in full by its day; from then on the contract is as it was.  `closed_on`: the day on which
    `forgiven_fen` was written off and nothing was left.
    """

    agreed_on: date | None
    sums: tuple[Sum, ...]
    paid_fen: int
    missed: Sum | None
    closed_on: date | None
    forgiven_fen: int


def settlement_of(basis: Basis, as_of: date) -> Settlement | None:
    """Return how the last settlement went until the end of `as_of`; None where there was none.  Raises NotAudited."""
    if settled_on(basis.events) is None:
        return None
    account = next((journal_of(book) for _, book in replayed(basis, {as_of})), None)
    if account is None:
        return None
    agreed = [one for one in account.journal if one.kind == "agreed"]
    forgiven = [one for one in account.journal if one.kind == "forgiven"]
    since = max((one.since for one in agreed if one.since), default=None)
    sums = tuple(Sum(one.on, one.principal_fen) for one in agreed if one.since == since)
    closed = forgiven[-1].on if forgiven else None
    payments = [] if since is None else list(_payments(basis.events, since, as_of))
    return Settlement(
        since,
        sums,
        sum(fen for _, fen in payments),
        _missed(sums, payments, min(as_of, closed or as_of), closed),
        closed,
        _fen(forgiven),
    )


def _payments(events: Sequence[Happened], since: date, until: date) -> Iterator[tuple[date, int]]:
    for one in events:
        if one.event.kind == "payment" and since <= one.event.on <= until:
            yield one.event.on, one.event.amount_fen or 0


def _missed(
    sums: Sequence[Sum], payments: Sequence[tuple[date, int]], until: date, closed: date | None
) -> Sum | None:
    """Return the first sum that payments by its day do not reach; a day on which all was closed misses nothing."""
    asked = 0
    for one in sums:
        asked += one.fen
        if one.by > until or one.by == closed:
            continue
        if sum(fen for day, fen in payments if day <= one.by) < asked:
            return one
    return None


def _fen(entries: Sequence[Entry]) -> int:
    return sum(sum(one.parts) for one in entries)

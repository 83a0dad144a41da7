"""What a card owes, sum by sum: how payments fill it, and what of it bore interest from when to when."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from ashore.loans.audit.bills import Bill, Card, CardRule, Posted, PostedKind, PrincipalFirst

ORDER: Final[Mapping[PostedKind, int]] = {"fee": 0, "damages": 1, "interest": 2}
"""The order in which a payment fills what a card owes (decision 0001 rule 17); principal comes last."""
PRINCIPAL_ORDER: Final[Mapping[PrincipalFirst, Mapping[PostedKind, int]]] = {
    "oldest": {"bought": 3, "cash": 3},
    "cash": {"cash": 3, "bought": 4},
    "bought": {"bought": 3, "cash": 4},
}
LESS: Final[frozenset[PostedKind]] = frozenset({"paid", "waived"})
INTEREST: Final[frozenset[PostedKind]] = frozenset({"interest", "cash-interest"})


@dataclass(frozen=True, slots=True)
class Lot:
    """A sum that bore interest from one day to another, the last not counted; `cash`: drawn in cash."""

    since: date
    until: date
    fen: int
    cash: bool = False


@dataclass(slots=True, eq=False)
class Debit:
    """A sum that is owed: its kind, from which day interest runs on it (None: nobody says), what was paid of it when.

    `carried`: it stood in a bill before and was not paid in full.
    """

    kind: PostedKind
    since: date | None
    fen: int
    carried: bool = False
    paid: list[tuple[date, int]] = field(default_factory=list[tuple[date, int]])

    @property
    def left_fen(self) -> int:
        """Return what is left of it."""
        return self.fen - sum(fen for _, fen in self.paid)

    def lots(self, until: date, due: date, rule: CardRule) -> Iterator[Lot]:
        """Yield what of it bore interest until a bill, where the bill before was not paid in full by its day."""
        start, fen, paid = self.since or until, self.fen, self.paid
        if not self.carried and rule.charging != "whole":
            fen -= sum(one for day, one in paid if day <= due)
            paid = [(day, one) for day, one in paid if day > due]
            start = due if rule.charging == "from-due" else start
        yield from _spans(start, until, fen, paid)

    def cash_lots(self, before: date, until: date) -> Iterator[Lot]:
        """Yield what of money drawn bore interest between two bills: from its day on, whatever was paid when."""
        yield from _spans(max(self.since or until, before), until, self.fen, self.paid, cash=True)


def _spans(
    start: date, until: date, fen: int, paid: Sequence[tuple[date, int]], *, cash: bool = False
) -> Iterator[Lot]:
    for day, one in [*paid, (until, 0)]:
        if fen and day > start:
            yield Lot(start, day, fen, cash)
        start, fen = max(start, day), fen - one


def kind_of(one: Posted, rule: CardRule) -> PostedKind:
    """Return as what a posting is owed: money drawn may be read as something bought."""
    return "bought" if one.kind == "cash" and rule.cash == "as-bought" else one.kind


def opened(card: Card, rule: CardRule) -> list[Debit]:
    """Return what is owed at the first bill: what was posted before it, where that adds up to it; else one sum."""
    first = card.bills[0]
    earlier = [one for one in card.posted if one.on <= first.on]
    if any(one.kind in LESS for one in earlier) or sum(one.fen for one in earlier) != first.total_fen:
        return [Debit("bought", None, first.total_fen)]
    return [_debit(one, first, rule) for one in earlier]


def _debit(one: Posted, bill: Bill, rule: CardRule) -> Debit:
    """Return what is owed by a posting; billed interest bears interest from its bill on, or by another reading none."""
    if one.kind in INTEREST:
        return Debit("interest" if rule.on_interest else "fee", bill.on, one.fen, carried=True)
    return Debit(kind_of(one, rule), one.on, one.fen)


def play(debits: list[Debit], bill: Bill, cycle: Iterable[Posted], rule: CardRule) -> None:
    """Add what was posted and let payments fill what is owed; what is paid beyond it pays what comes later."""
    held, order = 0, {**ORDER, **PRINCIPAL_ORDER[rule.principal]}
    for one in cycle:
        if one.kind in LESS:
            held += one.fen
        else:
            debits.append(_debit(one, bill, rule))
        for debit in sorted(debits, key=lambda debit: order[debit.kind]):
            if share := min(held, debit.left_fen):
                debit.paid.append((one.on, share))
                held -= share


def bought_lots(
    old: Sequence[Debit], bill: Bill, due: date, rule: CardRule, *, whole: bool
) -> list[Lot] | None:
    """Return what bore interest until a bill, none where the last was paid in full; None where nobody can tell."""
    bearing = [debit for debit in old if debit.kind in {"bought", "interest"}]
    if whole:
        return []
    if any(debit.since is None for debit in bearing):
        return None
    return [lot for debit in bearing for lot in debit.lots(bill.on, due, rule)]


def cash_lots(
    old: Sequence[Debit], debits: Sequence[Debit], before: Bill, bill: Bill, *, drawn: bool
) -> list[Lot] | None:
    """Return what of money drawn bore interest between two bills; None where a bill may hold money drawn unseen.

    `drawn`: whether the statement tells of money drawn at all.
    """
    if drawn and any(debit.since is None and debit.fen for debit in old):
        return None
    mine = [debit for debit in debits if debit.kind == "cash"]
    return [lot for debit in mine for lot in debit.cash_lots(before.on, bill.on)]


def carried(old: Sequence[Debit], debits: Sequence[Debit], bill: Bill) -> list[Debit]:
    """Return what stands in a bill: of a purchase only what was not paid before it.

    What stood in the bill before already bears interest from now on; so does money drawn.
    """
    found: list[Debit] = []
    for debit in debits:
        if debit.left_fen:
            since = bill.on if debit in old else debit.since
            found.append(Debit(debit.kind, since, debit.left_fen, carried=debit.carried or debit in old))
    return found

"""Our figures for a card's statement: interest, damages and minimum of each bill, from what was posted before it.

Every figure rests on the lender's own balances, so that one wrong figure is never counted again in the next bill.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Final

from ashore.dates import WorkingDays, first_due_after
from ashore.loans.accrual import daily_factor
from ashore.loans.audit.bills import Bill, Card, CardRule, Posted, PostedKind
from ashore.loans.audit.stated import SumClaim
from ashore.loans.revolving import minimum_fen
from ashore.loans.running import late_fee_fen
from ashore.loans.terms import Minimum, Terms
from ashore.money import divide

ORDER: Final[tuple[PostedKind, ...]] = ("fee", "damages", "interest", "bought")
"""The order in which a payment fills what a card owes (decision 0001 rule 17)."""
LESS: Final[frozenset[PostedKind]] = frozenset({"paid", "waived"})


@dataclass(frozen=True, slots=True)
class Contract:
    """What a card is recomputed by."""

    terms: Terms
    rule: CardRule
    working_days: WorkingDays


@dataclass(frozen=True, slots=True)
class Lot:
    """A sum that bore interest from one day to another, the last not counted."""

    since: date
    until: date
    fen: int


@dataclass(frozen=True, slots=True)
class BillFigures:
    """Our figures for a bill, in fen; None where they hang on what was posted before the statement begins.

    `unpaid_fen`: what of the minimum before was not paid by `due`.
    """

    interest_fen: int | None
    damages_fen: int | None
    minimum_fen: int
    lots: tuple[Lot, ...] = ()
    unpaid_fen: int = 0
    due: date | None = None


@dataclass(slots=True, eq=False)
class _Debit:
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
        for day, one in [*paid, (until, 0)]:
            if fen and day > start:
                yield Lot(start, day, fen)
            start, fen = max(start, day), fen - one


def pay_by(bill: Bill, contract: Contract) -> date:
    """Return the last day on which paying a bill is in time: its own or the contract's day, grace included."""
    day = bill.pay_by or first_due_after(bill.on, contract.terms.due_day)
    if bill.pay_by is None and contract.terms.shift == "next-working-day":
        day = contract.working_days.next(day)
    grace = contract.terms.grace
    return day + timedelta(days=grace.days) if grace else day


def posted_in(card: Card, before: Bill, bill: Bill) -> list[Posted]:
    """Return what was posted after one bill and up to the next; on a day what is owed comes before what was paid."""
    cycle = [one for one in card.posted if before.on < one.on <= bill.on]
    return sorted(cycle, key=lambda one: (one.on, one.kind in LESS))


def sums_of(card: Card) -> Iterator[SumClaim]:
    """Yield each bill beside the bill before it with all that was posted between them."""
    for before, bill in pairwise(card.bills):
        added = _added(posted_in(card, before, bill))
        yield SumClaim(bill.line, bill.on, bill.total_fen, before.total_fen + added)


def _added(cycle: Sequence[Posted]) -> int:
    """Return by how much postings change what is owed."""
    return sum(-one.fen if one.kind in LESS else one.fen for one in cycle)


def figures_of_bills(card: Card, contract: Contract) -> tuple[BillFigures, ...]:
    """Return our figures for each bill, in order.

    Of the first one only the minimum can be told, and no interest from a bill on that its postings do not add up to.
    """
    first = card.bills[0]
    debits, complete = _opened(card), True
    found = [BillFigures(None, None, _least(first, first.total_fen, contract))]
    for before, bill in pairwise(card.bills):
        cycle = posted_in(card, before, bill)
        complete = complete and bill.total_fen == before.total_fen + _added(cycle)
        old = debits[:]
        _play(debits, bill, cycle, contract.rule)
        minimum = found[-1].minimum_fen if before.minimum_fen is None else before.minimum_fen
        due = pay_by(before, contract)
        lots = _lots(old, bill, due, contract.rule, whole=_paid(cycle, due) >= before.total_fen)
        unpaid = max(0, minimum - _paid(cycle, due))
        posted = sum(one.fen for one in cycle if one.kind == "interest")
        least = _least(bill, bill.total_fen - posted, contract) + max(0, minimum - _paid(cycle, bill.on))
        found.append(
            BillFigures(
                _interest(lots, contract.terms) if complete and lots is not None else None,
                late_fee_fen(contract.terms.late_fee, unpaid),
                min(bill.total_fen, least),
                tuple(lots or ()),
                unpaid,
                due,
            )
        )
        debits = _carried(old, debits, bill)
    return tuple(found)


def _opened(card: Card) -> list[_Debit]:
    """Return what is owed at the first bill: its purchases, where those before it add up to it; else one sum."""
    first = card.bills[0]
    earlier = [one for one in card.posted if one.on <= first.on]
    if all(one.kind == "bought" for one in earlier) and sum(one.fen for one in earlier) == first.total_fen:
        return [_Debit("bought", one.on, one.fen) for one in earlier]
    return [_Debit("bought", None, first.total_fen)]


def _play(debits: list[_Debit], bill: Bill, cycle: Sequence[Posted], rule: CardRule) -> None:
    """Add what was posted and let payments fill what is owed; what is paid beyond it pays what comes later."""
    held = 0
    for one in cycle:
        if one.kind in LESS:
            held += one.fen
        elif one.kind == "interest":
            debits.append(_Debit("interest" if rule.on_interest else "fee", bill.on, one.fen, carried=True))
        else:
            debits.append(_Debit(one.kind, one.on, one.fen))
        for debit in sorted(debits, key=lambda debit: ORDER.index(debit.kind)):
            if share := min(held, debit.left_fen):
                debit.paid.append((one.on, share))
                held -= share


def _lots(old: Sequence[_Debit], bill: Bill, due: date, rule: CardRule, *, whole: bool) -> list[Lot] | None:
    """Return what bore interest until a bill, none where the last was paid in full; None where nobody can tell."""
    bearing = [debit for debit in old if debit.kind in {"bought", "interest"}]
    if whole:
        return []
    if any(debit.since is None for debit in bearing):
        return None
    return [lot for debit in bearing for lot in debit.lots(bill.on, due, rule)]


def _carried(old: Sequence[_Debit], debits: Sequence[_Debit], bill: Bill) -> list[_Debit]:
    """Return what stands in a bill: of a purchase only what was not paid before it.

    What stood in the bill before already bears interest from now on.
    """
    found: list[_Debit] = []
    for debit in debits:
        if debit.left_fen:
            since = bill.on if debit in old else debit.since
            found.append(_Debit(debit.kind, since, debit.left_fen, carried=debit.carried or debit in old))
    return found


def _paid(cycle: Sequence[Posted], until: date) -> int:
    return sum(one.fen for one in cycle if one.kind in LESS and one.on <= until)


def _least(bill: Bill, before_interest_fen: int, contract: Contract) -> int:
    rule = contract.terms.minimum or Minimum(share=contract.terms.fee_per_period)
    return minimum_fen(rule, bill.total_fen, before_interest_fen)


def _interest(lots: Sequence[Lot], terms: Terms) -> int:
    """Return the interest of some lots in fen, rounded once for the bill."""
    factors = (
        (lot.fen, Fraction(*daily_factor(terms.rate, terms.day_count, lot.since, lot.until))) for lot in lots
    )
    whole = sum((fen * factor for fen, factor in factors), Fraction(0))
    return divide(whole.numerator, whole.denominator, terms.rounding)


def cycle_of(card: Card, day: date) -> int | None:
    """Return the place of the bill that a day's postings belong to; None after the last one."""
    return next((place for place, bill in enumerate(card.bills) if day <= bill.on), None)

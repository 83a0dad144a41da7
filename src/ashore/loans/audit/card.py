"""Our figures for a card's statement: interest, damages and minimum of each bill, from what was posted before it.

Every figure rests on the lender's own balances, so that one wrong figure is never counted again in the next bill.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from ashore.dates import WorkingDays, first_due_after
from ashore.loans.accrual import daily_factor
from ashore.loans.audit.bills import Bill, Card, CardRule, Posted
from ashore.loans.audit.card_debits import (
    INTEREST,
    LESS,
    Lot,
    bought_lots,
    carried,
    cash_lots,
    opened,
    play,
)
from ashore.loans.audit.stated import SumClaim
from ashore.loans.revolving import minimum_fen
from ashore.loans.running import late_fee_fen
from ashore.loans.terms import LateFee, Minimum, Terms
from ashore.money import divide


@dataclass(frozen=True, slots=True)
class Contract:
    """What a card is recomputed by; `late_fees`: the least and the most that typical terms charge for being late."""

    terms: Terms
    rule: CardRule
    working_days: WorkingDays
    late_fees: tuple[LateFee, LateFee] | None = None


@dataclass(frozen=True, slots=True)
class BillFigures:
    """Our figures for a bill, in fen; None where they hang on what was posted before the statement begins.

    `interest_fen`: all of it, rounded once; `bought_interest_fen` and `cash_interest_fen` where it is billed apart.
    `damages_least_fen`: the least that typical terms charge, where only they are known.  `unpaid_fen`: what of the
    minimum before was not paid by `due`.
    """

    interest_fen: int | None
    damages_fen: int | None
    minimum_fen: int
    lots: tuple[Lot, ...] = ()
    unpaid_fen: int = 0
    due: date | None = None
    bought_interest_fen: int | None = None
    cash_interest_fen: int | None = None
    damages_least_fen: int | None = None


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
    drawn = contract.rule.cash == "own" and any(one.kind == "cash" for one in card.posted)
    debits, complete = opened(card, contract.rule), True
    found = [BillFigures(None, None, _least(first, first.total_fen, contract))]
    for before, bill in pairwise(card.bills):
        cycle = posted_in(card, before, bill)
        complete = complete and bill.total_fen == before.total_fen + _added(cycle)
        old = debits[:]
        play(debits, bill, cycle, contract.rule)
        minimum = found[-1].minimum_fen if before.minimum_fen is None else before.minimum_fen
        due = pay_by(before, contract)
        in_full = _paid(cycle, due) >= before.total_fen
        bought = bought_lots(old, bill, due, contract.rule, whole=in_full)
        cash = cash_lots(old, debits, before, bill, drawn=drawn)
        unpaid = max(0, minimum - _paid(cycle, due))
        posted = sum(one.fen for one in cycle if one.kind in INTEREST)
        least = _least(bill, bill.total_fen - posted, contract) + max(0, minimum - _paid(cycle, bill.on))
        interest = _told(bought, cash, contract.terms, complete=complete)
        found.append(_figures(interest, unpaid, due, min(bill.total_fen, least), contract))
        debits = carried(old, debits, bill)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Interest:
    """What bore interest until a bill, and the interest on all of it, on what was bought and on money drawn."""

    lots: tuple[Lot, ...] = ()
    fen: int | None = None
    bought_fen: int | None = None
    cash_fen: int | None = None


def _told(bought: list[Lot] | None, cash: list[Lot] | None, terms: Terms, *, complete: bool) -> _Interest:
    """Return the interest of a bill; without fen where nobody can tell."""
    lots = (*(bought or ()), *(cash or ()))
    if not complete or bought is None or cash is None:
        return _Interest(lots)
    return _Interest(lots, *(_interest(some, terms) for some in (lots, bought, cash)))


def _figures(
    interest: _Interest, unpaid_fen: int, due: date, minimum: int, contract: Contract
) -> BillFigures:
    """Return a bill's figures; damages by typical terms lie between two figures, the higher one is `damages_fen`."""
    fee = contract.terms.late_fee
    least, most = contract.late_fees or (fee, fee)
    return BillFigures(
        interest.fen,
        late_fee_fen(most, unpaid_fen),
        minimum,
        interest.lots,
        unpaid_fen,
        due,
        interest.bought_fen,
        interest.cash_fen,
        late_fee_fen(least, unpaid_fen) if contract.late_fees else None,
    )


def _paid(cycle: Sequence[Posted], until: date) -> int:
    return sum(one.fen for one in cycle if one.kind in LESS and one.on <= until)


def _least(bill: Bill, before_interest_fen: int, contract: Contract) -> int:
    rule = contract.terms.minimum or Minimum(share=contract.terms.fee_per_period)
    return minimum_fen(rule, bill.total_fen, before_interest_fen)


def _interest(lots: Sequence[Lot], terms: Terms) -> int:
    """Return the interest of some lots in fen, rounded once; money drawn bears its own rate where there is one."""
    whole = Fraction(0)
    for lot in lots:
        rate = (terms.cash_rate or terms.rate) if lot.cash else terms.rate
        whole += lot.fen * Fraction(*daily_factor(rate, terms.day_count, lot.since, lot.until))
    return divide(whole.numerator, whole.denominator, terms.rounding)


def cycle_of(card: Card, day: date) -> int | None:
    """Return the place of the bill that a day's postings belong to; None after the last one."""
    return next((place for place, bill in enumerate(card.bills) if day <= bill.on), None)

"""Our figure for each claim of a card's statement, with the sums and days that its interest is made of."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from ashore.loans.accrual import penalty_per_day
from ashore.loans.audit.bills import Card
from ashore.loans.audit.card import BillFigures, Contract, cycle_of, figures_of_bills
from ashore.loans.audit.card_debits import Lot
from ashore.loans.audit.journal import Entry, EntryKind, Figure
from ashore.loans.audit.stated import Claim
from ashore.loans.parts import DAMAGES, INTEREST, no_parts
from ashore.loans.terms import Penalty, Terms
from ashore.money import Rate

ONCE = Penalty(multiple=Fraction(1))


def card_figures(card: Card, contract: Contract, claims: Sequence[Claim]) -> Iterator[Figure]:
    """Yield our figure for each claim of a card's statement; without fen where nobody can tell."""
    bills = figures_of_bills(card, contract)
    for claim in claims:
        place = cycle_of(card, claim.on)
        if place is None:
            yield Figure(None)
        elif claim.kind == "minimum":
            yield Figure(bills[place].minimum_fen)
        elif claim.parts == (DAMAGES,):
            bill = bills[place]
            yield Figure(bill.damages_fen, tuple(_unpaid(bill)), bill.damages_least_fen)
        else:
            yield _interest(bills[place], _billed_apart(card, claim), contract.terms)


def _billed_apart(card: Card, claim: Claim) -> bool | None:
    """Return whether interest of a claim's line is on money drawn alone, or not at all; None: it is all of a bill."""
    lines = {one.line for one in card.posted if one.kind == "cash-interest"}
    return claim.line in lines if lines else None


def _interest(bill: BillFigures, apart: bool | None, terms: Terms) -> Figure:  # noqa: FBT001 - which of three
    """Return all the interest of a bill, or that on money drawn, or the rest, with what it is made of."""
    bought = [lot for lot in bill.lots if not lot.cash]
    drawn = [lot for lot in bill.lots if lot.cash]
    of_bought = tuple(_lots(bought, "lot", "lots", bill.bought_interest_fen, terms, terms.rate))
    of_drawn = tuple(
        _lots(drawn, "cash-lot", "cash-lots", bill.cash_interest_fen, terms, terms.cash_rate or terms.rate)
    )
    if apart is None:
        return Figure(bill.interest_fen, (*of_bought, *of_drawn))
    return Figure(bill.cash_interest_fen, of_drawn) if apart else Figure(bill.bought_interest_fen, of_bought)


def _unpaid(bill: BillFigures) -> Iterator[Entry]:
    """Yield what of a minimum was not paid, and the damages on it."""
    if bill.due and bill.unpaid_fen:
        parts = no_parts()
        parts[DAMAGES] = bill.damages_fen or 0
        least = bill.damages_least_fen
        yield Entry("unpaid", bill.due, tuple(parts), principal_fen=bill.unpaid_fen, least_fen=least)


def _lots(
    lots: Sequence[Lot], one: EntryKind, together: EntryKind, fen: int | None, terms: Terms, rate: Rate
) -> Iterator[Entry]:
    for lot in lots:
        yield Entry(one, lot.until, tuple(no_parts()), lot.since, principal_fen=lot.fen)
    if lots:
        daily = Fraction(*penalty_per_day(ONCE, rate, terms.day_count))
        weight = sum(lot.fen * (lot.until - lot.since).days for lot in lots)
        parts = no_parts()
        parts[INTEREST] = fen or 0
        yield Entry(together, lots[-1].until, tuple(parts), principal_fen=weight, rate=daily)

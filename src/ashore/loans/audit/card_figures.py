"""Our figure for each claim of a card's statement, with the sums and days that its interest is made of."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from ashore.loans.accrual import penalty_per_day
from ashore.loans.audit.bills import Card
from ashore.loans.audit.card import BillFigures, Contract, cycle_of, figures_of_bills
from ashore.loans.audit.journal import Entry, Figure
from ashore.loans.audit.stated import Claim
from ashore.loans.parts import DAMAGES, INTEREST, no_parts
from ashore.loans.terms import Penalty


def card_figures(card: Card, contract: Contract, claims: Sequence[Claim]) -> Iterator[Figure]:
    """Yield our figure for each claim of a card's statement; without fen where nobody can tell."""
    bills = figures_of_bills(card, contract)
    one = Penalty(multiple=Fraction(1))
    daily = Fraction(*penalty_per_day(one, contract.terms.rate, contract.terms.day_count))
    for claim in claims:
        place = cycle_of(card, claim.on)
        if place is None:
            yield Figure(None)
        elif claim.kind == "minimum":
            yield Figure(bills[place].minimum_fen)
        elif claim.parts == (DAMAGES,):
            yield Figure(bills[place].damages_fen, tuple(_unpaid(bills[place])))
        else:
            yield Figure(bills[place].interest_fen, tuple(_lots(bills[place], daily)))


def _unpaid(bill: BillFigures) -> Iterator[Entry]:
    """Yield what of a minimum was not paid, and the damages on it."""
    if bill.due and bill.unpaid_fen:
        parts = no_parts()
        parts[DAMAGES] = bill.damages_fen or 0
        yield Entry("unpaid", bill.due, tuple(parts), principal_fen=bill.unpaid_fen)


def _lots(bill: BillFigures, daily: Fraction) -> Iterator[Entry]:
    for lot in bill.lots:
        yield Entry("lot", lot.until, tuple(no_parts()), lot.since, principal_fen=lot.fen)
    if bill.lots:
        weight = sum(lot.fen * (lot.until - lot.since).days for lot in bill.lots)
        parts = no_parts()
        parts[INTEREST] = bill.interest_fen or 0
        yield Entry("lots", bill.lots[-1].until, tuple(parts), principal_fen=weight, rate=daily)

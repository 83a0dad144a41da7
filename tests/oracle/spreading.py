"""A card whose balance is spread over instalments, or closed by one sum (SPEC §4)."""

from dataclasses import replace
from datetime import timedelta

from oracle.agreeing import extend
from oracle.contract import Words
from oracle.loan import Item, Loan
from oracle.revolving import Revolving

FILLED = ("fees", "damages", "interest", "principal")


def spread(card: Revolving, words: Words) -> Loan:
    """Return the loan that an extension makes of a card: minimums stay due, the rest is spread."""
    card.end_spans()
    contract = replace(
        card.contract, method="level-payment", payment=None, balance=0, as_of=card.day, periods=0
    )
    loan = Loan(contract, card.day)
    parts = {part: getattr(card, part) for part in FILLED}
    days, effect = contract.grace
    for line in card.unpaid:
        starts = line.due + timedelta(days=days if effect == "postpone" else 0)
        item = Item(line.due, line.late_after, card.day if line.overdue else starts, overdue=line.overdue)
        left = line.fen
        for part in FILLED:
            used = min(left, parts[part])
            setattr(item, part, used)
            parts[part] -= used
            left -= used
        loan.items.append(item)
    loan.not_due = parts.pop("principal")
    loan.carried, loan.run, loan.credit = parts, card.run, card.credit
    loan.period_due, loan.period_from, loan.span_from = card.period_due, card.period_from, card.span_from
    loan.last_due, loan.skip, loan.skip_interest = card.period_from, card.skip, card.skip_interest
    loan.ordered_rate, loan.rate = card.ordered_rate, card.rate
    loan.next_rate = (card.next_rate, None) if card.next_rate else None
    loan.settlement = card.settlement
    extend(loan, words)
    return loan

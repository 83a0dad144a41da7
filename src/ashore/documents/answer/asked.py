"""What is asked on a debt in one sentence with its figures, and what else hangs on it."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from ashore.errors import Fact, Message
from ashore.household.model import Debt
from ashore.letters.case import PART_NAMES
from ashore.loans.parts import MEMBERS
from ashore.loans.terms import Concession, Part
from ashore.texts.facts import as_rate

CHARGES: Final[frozenset[Part]] = frozenset({"penalty", "fee"})
"""What a waiver that the planner proposes covers, all of it."""
INTEREST: Final = {"accrue": "", "add": "-add", "pay": "-pay", "waive": "-free"}
"""What becomes of the interest while instalments are put off, as the end of a code."""


def ask_message(debt: Debt, terms: Concession, each_fen: int | None) -> Message:
    """Return what is asked on a debt; `each_fen`: what each of its later instalments comes to, None if not known."""
    facts: dict[str, Fact] = {"debt": debt.name, "each_fen": each_fen}
    if terms.kind == "defer":
        return Message(f"ask-defer{INTEREST[terms.interest]}", facts | {"put_off_nmonths": terms.months})
    if terms.kind == "extend" and (terms.months or terms.payment_fen):
        return _extend(terms, facts)
    if terms.kind == "rate" and terms.rate is not None:
        return _rate(terms, facts)
    if terms.kind == "settle":
        return _settle(terms, facts)
    return _waive(terms, facts) if terms.kind == "waive" else Message("ask-typed", facts)


def _extend(terms: Concession, facts: dict[str, Fact]) -> Message:
    code = "ask-extend" if terms.months and facts["each_fen"] is not None else "ask-extend-plain"
    if not terms.months:
        code = "ask-extend-payment"
    facts |= {"periods_count": terms.months, "payment_fen": terms.payment_fen}
    if terms.rate is None:
        return Message(code, facts)
    rate = as_rate(terms.rate.per_year())
    return Message(f"{code}-rate" if rate else f"{code}-free", facts | {"new_rate": rate})


def _rate(terms: Concession, facts: dict[str, Fact]) -> Message:
    rate = as_rate(terms.rate.per_year()) if terms.rate else None
    code = "ask-rate" if rate else "ask-rate-free"
    return Message(f"{code}-until" if terms.until else code, facts | {"new_rate": rate, "until": terms.until})


def _settle(terms: Concession, facts: dict[str, Fact]) -> Message:
    """Return for what a debt is to be closed: a sum, or a share of all that is owed; at once or in parts."""
    if terms.settle_fen is None and terms.settle_share is None:
        return Message("ask-typed", facts)
    code = "ask-settle" if terms.settle_fen is None else "ask-settle-sum"
    facts |= {
        "share_rate": as_rate(terms.settle_share or Fraction(1)),
        "settle_fen": terms.settle_fen,
        "periods_count": terms.instalments,
    }
    if terms.instalments > 1:
        return Message(f"{code}-parts", facts)
    return Message(code, facts | {"on": terms.until}) if terms.until else Message(f"{code}-open", facts)


def _waive(terms: Concession, facts: dict[str, Fact]) -> Message:
    """Return what is to be waived: all charges, some parts of what is owed, or so much of them."""
    members = {PART_NAMES[index] for part, _ in terms.waives for index in MEMBERS[part]}
    facts["charges_parts"] = tuple(name for name in PART_NAMES if name in members)
    amounts = [fen for _, fen in terms.waives if fen is not None]
    if not amounts:
        every = frozenset(part for part, _ in terms.waives) == CHARGES
        return Message("ask-waive" if every else "ask-waive-parts", facts)
    if len(amounts) < len(terms.waives):
        return Message("ask-typed", facts)
    return Message("ask-waive-sum", facts | {"waived_fen": sum(amounts)})


def ask_notes(terms: Concession, covers: tuple[str, ...]) -> Iterator[Message]:
    """Yield what else hangs on what is asked: sums on the day, a day to pay by, other debts it covers, by name."""
    if terms.upfront_fen:
        yield Message("ask-upfront", {"upfront_fen": terms.upfront_fen})
    if terms.fee_fen:
        yield Message("ask-fee", {"fee_fen": terms.fee_fen})
    if terms.if_paid_by:
        yield Message("ask-paid-by", {"paid_by": terms.if_paid_by})
    if covers:
        yield Message("ask-covers", {"debts": covers})

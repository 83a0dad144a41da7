"""What was not typed, in words, with the value that was taken."""

from collections.abc import Callable, Mapping
from typing import Final

from ashore.documents.answer.view import View
from ashore.documents.blocks import Listing
from ashore.errors import Facts, Message
from ashore.household.model import Debt
from ashore.loans.terms import LateFee, Penalty
from ashore.money import Rate, decimal_of
from ashore.packs.products import all_products

UNSAID: Final = frozenset({"name"})
"""Fields whose value needs no telling."""


def assumed_of(view: View) -> tuple[Listing, ...]:
    """Return for each debt what was taken because nobody typed it, and from which product's notes."""
    listings = (Listing(debt.name, items_of(debt)) for debt in view.plan.household.debts)
    return tuple(listing for listing in listings if listing.items)


def items_of(debt: Debt) -> tuple[Message, ...]:
    """Return what was taken for each field of a debt that nobody typed."""
    fields = [field for field in debt.assumed if field not in UNSAID]
    words = [value_of(debt, field) for field in fields]
    supplied = any(debt.product and debt.sources.get(field) == debt.product for field in fields)
    return (*words, *((_product(debt),) if supplied else ()))


def value_of(debt: Debt, field: str) -> Message:
    """Return a field's value in words, whoever gave it."""
    return WORDS.get(field, _other(field))(debt)


def _product(debt: Debt) -> Message:
    """Return which product's notes filled the gaps, and when they were last seen."""
    product = all_products().get(debt.product or "")
    seen = [fact.seen_on for fact in (product.facts or {}).values()] if product else []
    if not seen:
        return Message("assumed-product", {"product": debt.product})
    return Message("assumed-product-seen", {"product": debt.product, "seen": max(seen)})


def _other(field: str) -> Callable[[Debt], Message]:
    return lambda debt: Message(f"assumed-field-{field}")


def _rate(rate: Rate, code: str = "assumed-rate") -> Message:
    return Message(f"{code}-{rate.per}", {"of_rate": rate.value})


def _penalty(penalty: Penalty) -> Message:
    if penalty.rate is not None:
        return _rate(penalty.rate, "assumed-penalty")
    if penalty.multiple is None:
        return Message("assumed-penalty-none")
    return Message("assumed-penalty-multiple", {"multiple": f"{decimal_of(penalty.multiple).normalize():f}"})


def _grace(debt: Debt) -> Message:
    grace = debt.terms.grace
    if grace is None:
        return Message("assumed-grace-none")
    return Message(f"assumed-grace-{grace.effect}", {"grace_ndays": grace.days})


def _late_fee(debt: Debt) -> Message:
    return late_fee_message(debt.terms.late_fee)


def late_fee_message(fee: LateFee | None) -> Message:
    """Return damages for paying late in words."""
    if fee is None:
        return Message("assumed-late_fee-none")
    facts: Facts = {"share_rate": decimal_of(fee.share), "least_fen": fee.min_fen, "most_fen": fee.max_fen}
    if fee.fixed_fen is not None:
        return Message("assumed-late_fee-fixed", facts)
    code = _least("assumed-late_fee", fee.min_fen)
    return Message(code if fee.max_fen is None else f"{code}-most", facts)


def _cash_rate(debt: Debt) -> Message:
    rate = debt.terms.cash_rate
    return _rate(rate, "assumed-cash") if rate else Message("assumed-cash-none")


def _minimum(debt: Debt) -> Message:
    minimum = debt.terms.minimum
    if minimum is None:
        return Message("assumed-field-minimum")
    floor = minimum.floor_fen
    return Message(
        _least("assumed-minimum", floor), {"share_rate": decimal_of(minimum.share), "least_fen": floor}
    )


def _least(code: str, least_fen: int) -> str:
    return f"{code}-least" if least_fen else code


def _prepayment(debt: Debt) -> Message:
    prepayment = debt.terms.prepayment
    if not prepayment.allowed:
        return Message("assumed-prepayment-no")
    if not prepayment.fee:
        return Message("assumed-prepayment-free")
    return Message("assumed-prepayment-fee", {"share_rate": decimal_of(prepayment.fee)})


def _yes_no(field: str, value: bool) -> Message:  # noqa: FBT001 - the value is what is told
    return Message(f"assumed-{field}-{'yes' if value else 'no'}")


WORDS: Final[Mapping[str, Callable[[Debt], Message]]] = {
    "rate": lambda debt: _rate(debt.terms.rate),
    "method": lambda debt: Message(f"assumed-method-{debt.terms.method}"),
    "accrual": lambda debt: Message(f"assumed-accrual-{debt.terms.accrual}"),
    "day_count": lambda debt: Message("assumed-day_count", {"basis": debt.terms.day_count}),
    "periods_left": lambda debt: Message("assumed-periods_left", {"left_count": debt.periods_left}),
    "due_day": lambda debt: Message("assumed-due_day", {"day": str(debt.terms.due_day)}),
    "penalty": lambda debt: _penalty(debt.terms.penalty),
    "compound": lambda debt: _yes_no("compound", debt.terms.compound),
    "grace": _grace,
    "late_fee": _late_fee,
    "fee_per_period": lambda debt: Message(
        "assumed-fee_per_period", {"of_rate": decimal_of(debt.terms.fee_per_period)}
    ),
    "minimum": _minimum,
    "cash_rate": _cash_rate,
    "prepayment": _prepayment,
    "creditor": lambda debt: Message("assumed-creditor", {"creditor": debt.creditor}),
    "priority": lambda debt: Message(f"assumed-priority-{debt.priority}"),
    "start": lambda debt: Message("assumed-start"),
    "business": lambda debt: _yes_no("business", debt.business),
    "lender_kind": lambda debt: Message(f"assumed-lender_kind-{debt.lender_kind or 'private'}"),
}

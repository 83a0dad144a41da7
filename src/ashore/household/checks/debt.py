"""What is looked at on one debt once it is read: sums that cannot be, keys without use, what the method needs."""

from collections.abc import Mapping
from typing import Final

from ashore.household.file.plain import is_table, items_of
from ashore.household.keys.completing import due_day_shown
from ashore.household.keys.contract import TypedArrears
from ashore.household.keys.debt_keys import DEBT_KEYS, PERIODS_MAX
from ashore.household.keys.drafts import Draft
from ashore.loans.terms import Concession, LateFee, Minimum

WITH_PERIODS: Final = ("level-payment", "equal-principal", "interest-only", "bullet", "daily", "flat-fee")
WITHOUT_RATE: Final = ("flat-fee", "schedule")
NEEDED: Final[Mapping[str, tuple[str, ...]]] = {
    "periods_left": WITH_PERIODS,
    "minimum": ("revolving",),
    "fee_per_period": ("flat-fee",),
    "original": ("flat-fee",),
    "schedule": ("schedule",),
}
OWN_CODES: Final = {"schedule": "schedule-missing", "minimum": "minimum-missing"}


def check_debt(draft: Draft) -> None:
    """Report everything about one debt that needs no other table."""
    _report_missing(draft)
    _check_arrears(draft)
    _check_amounts(draft)
    _check_periods(draft)
    _check_sources(draft)


def _report_missing(draft: Draft) -> None:
    """Report what the method needs and neither the person nor a product gave."""
    method = draft.get("terms.method")
    if "method" not in draft.present:
        draft.at.stop("method-missing", missing="method")
    if "rate" not in draft.present and method not in WITHOUT_RATE:
        draft.at.stop("rate-missing", missing="rate")
    for name, methods in NEEDED.items():
        if method in methods and name not in draft.present:
            draft.at.stop(OWN_CODES.get(name, "term-missing"), missing=name, method=str(method))
    if "due_day" not in draft.present and due_day_shown(draft) is None:
        draft.at.stop("due-day-missing", missing="due_day")


def _check_arrears(draft: Draft) -> None:
    arrears, balance, stage = draft.get("arrears"), draft.get("balance_fen"), draft.get("stage")
    if "arrears" not in draft.typed:
        if stage not in (None, "current"):
            draft.at.key("stage").note("overdue-without-arrears", stage=str(stage))
        return
    if stage == "current":
        draft.at.key("stage").note("current-with-arrears")
    principal = arrears.principal_fen if isinstance(arrears, TypedArrears) else None
    if principal is not None and isinstance(balance, int) and principal > balance:
        at = draft.at.key("arrears").key("principal")
        at.stop("arrears-above-balance", arrears_fen=principal, balance_fen=balance)
    elif isinstance(arrears, TypedArrears) and draft.get("terms.method") == "revolving":
        _check_card_arrears(draft, arrears)


def _check_card_arrears(draft: Draft, arrears: TypedArrears) -> None:
    """Report a card whose arrears, all parts of them, are more than all that is owed on it."""
    total, balance = sum(arrears.parts.values()), draft.get("balance_fen")
    if isinstance(balance, int) and total > balance:
        draft.at.key("arrears").stop("arrears-above-owed", arrears_fen=total, balance_fen=balance)


def _check_amounts(draft: Draft) -> None:
    balance, payment, periods = (
        draft.get("balance_fen"),
        draft.get("terms.payment_fen"),
        draft.get("periods_left"),
    )
    if balance == 0:
        draft.at.key("balance").note("balance-zero")
    if draft.get("terms.method") == "level-payment" and isinstance(balance, int) and isinstance(payment, int):
        arrears = draft.get("arrears")
        ahead = balance - (arrears.arrears.principal_fen if isinstance(arrears, TypedArrears) else 0)
        if isinstance(periods, int) and payment * periods < ahead:
            at = draft.at.key("payment")
            at.note("payment-too-small", payment_fen=payment, periods_count=periods, balance_fen=ahead)
    minimum, fee = draft.get("terms.minimum"), draft.get("terms.late_fee")
    if isinstance(minimum, Minimum) and not minimum.share and not minimum.floor_fen:
        draft.at.key("minimum").stop("minimum-nothing")
    if isinstance(fee, LateFee) and fee.max_fen is not None and fee.max_fen < fee.min_fen:
        draft.at.key("late_fee").stop("late-fee-bounds", min_fen=fee.min_fen, max_fen=fee.max_fen)


def _check_periods(draft: Draft) -> None:
    """No instalment left is only possible where all principal is overdue, or where there are none: on a card."""
    if draft.get("terms.method") == "revolving":
        return
    arrears, balance = draft.get("arrears"), draft.get("balance_fen")
    typed = isinstance(arrears, TypedArrears) and arrears.arrears.principal_fen == balance
    if draft.get("periods_left") == 0 and balance and not typed:
        draft.at.key("periods_left").stop("number-out-of-range", read="0", low="1", high=str(PERIODS_MAX))


def _check_sources(draft: Draft) -> None:
    """Note sources given for fields that do not exist or were not written."""
    sources = draft.get("sources")
    names = [key.name for key in DEBT_KEYS]
    for name in sources if is_table(sources) else ():
        if name not in names:
            draft.at.key("source").key(name).note("source-unknown-field")
        elif name not in draft.typed:
            draft.at.key("source").key(name).note("source-without-value")


def check_concessions(draft: Draft) -> None:
    """Note settlements on a debt that is not overdue, which may not be taken, and longer terms without new dues."""
    typed = draft.get("terms.method") == "schedule"
    for index, concession in enumerate(items_of(draft.get("concessions"))):
        at = draft.at.key("concession").item(index)
        if not isinstance(concession, Concession):
            continue
        if concession.kind == "settle" and "arrears" not in draft.typed:
            at.note("settle-on-current")
        if concession.kind == "extend" and typed and concession.method is None and concession.months:
            at.note("extend-typed")

"""What an agreement changes in the contract, from the day it is accepted (SPEC §4)."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from oracle.calendars import due_after, month_later, months_later, whole_months
from oracle.loan import Loan, changed_rate
from oracle.paying import USUAL, waive
from oracle.words import fen, half_up, rate, rounded, share


def agree(loan: Loan, words: Mapping[str, Any]) -> None:
    """Accept a concession today."""
    kinds = {"defer": defer, "extend": extend, "rate": lower_rate, "waive": write_off, "settle": settle}
    kinds[words["kind"]](loan, words)


def defer(loan: Loan, words: Mapping[str, Any]) -> None:
    """Let the next dues fall away; every later one moves as many months."""
    if words.get("arrears", "keep") == "merge":
        merge(loan)
    if loan.method == "bullet":
        if loan.not_due or loan.run:  # nothing is left to defer of one that was called
            loan.period_due = months_later(loan.period_due, words["months"], loan.contract.due_day)
            loan.new_rate()
        return
    if loan.waives() or words.get("interest") == "waive":
        loan.end_interest_span()
    if loan.method == "schedule" and not loan.skip:
        loan.wait = month_of_waiting(loan)
    loan.skip, loan.skip_interest = words["months"], words.get("interest", "accrue")
    if loan.skip_interest == "waive":
        loan.charged["interest"] += loan.run
        loan.forgiven += loan.run
        loan.run = 0


def month_of_waiting(loan: Loan) -> int:
    """Return the interest of the running typed due by the months of its period, or by days where it has none."""
    if not loan.lines or not loan.not_due:
        return 0
    line, due_day = loan.lines[0], loan.contract.due_day
    whole = whole_months(loan.period_from, line.due, due_day)
    waits, runs = (month_later(line.due, due_day) - line.due).days, (line.due - loan.period_from).days
    part = Fraction(1, whole) if whole else Fraction(waits, max(1, runs))
    return rounded(line.interest * part, loan.contract.rounding)


def extend(loan: Loan, words: Mapping[str, Any]) -> None:
    """Spread what is left over so many instalments from now."""
    method = words.get("method", loan.method)
    if words.get("arrears", "merge") == "merge":
        merge(loan, spread=method != "schedule")
    if "bullet" in (method, loan.method) and (loan.skip or loan.next_rate):
        raise NotImplementedError("a bullet's deferral that is not over, or its rate to come")
    if method == "bullet" and not loan.not_due:
        raise NotImplementedError("a bullet of nothing")
    if method == loan.method == "schedule":
        raise NotImplementedError("typed dues have no rule for more of them")
    if method != loan.method:
        leave(loan, method)
    loan.left = words["months"]
    if method == "bullet":  # one due, so many months from the next due day on
        next_month = due_after(loan.day, loan.contract.due_day)
        loan.left, first = 1, next_month if loan.method == "bullet" else loan.period_due
        loan.period_due = months_later(first, words["months"] - 1, loan.contract.due_day)
    loan.method = method
    if "rate" in words:
        changed_rate(loan, words["rate"])
    loan.new_rate()
    loan.part = fen(words["payment"]) if "payment" in words else loan.fixed_part()


def leave(loan: Loan, method: str) -> None:
    """Let what has run by the method so far stand; by the new one interest runs from today on."""
    loan.end_spans()
    if loan.method == "schedule":
        loan.run += loan.running(loan.day)
        loan.period_from = max(loan.period_from, loan.day) if loan.lines else loan.period_from
        loan.lines = []
    if loan.method == "bullet":
        loan.period_due = due_after(loan.day, loan.contract.due_day)
    loan.span_from = max(loan.span_from, loan.day)
    if method == "daily":
        loan.contract = replace(loan.contract, daily=True)


def lower_rate(loan: Loan, words: Mapping[str, Any]) -> None:
    """Charge a new rate from the next due on, until a day if one is given."""
    if words.get("arrears", "keep") == "merge":
        merge(loan)
    if loan.method == "bullet":  # one due only: from today (decision 0001 rule 20)
        changed_rate(loan, words["rate"])
        return
    loan.next_rate = (rate(words["rate"]), words.get("until"))


def write_off(loan: Loan, words: Mapping[str, Any]) -> None:
    """Write off parts at acceptance."""
    if "if_paid_by" in words:
        raise NotImplementedError("a waiver that waits for a payment")
    named = {"penalty": words.get("penalty"), "fee": words.get("fees"), "interest": words.get("interest")}
    for word in USUAL:
        amount = named.get(word)
        if amount is not None:
            waive(loan, [word], None if amount == "all" else fen(amount))


def settle(loan: Loan, words: Mapping[str, Any]) -> None:
    """Let one payment by a day close the debt; a share is a share of all that is owed at acceptance."""
    if words.get("instalments", 1) != 1:
        raise NotImplementedError("a settlement in instalments")
    owed = loan.settled().owed()
    amount = fen(words["amount"]) if "amount" in words else half_up(share(words["percent"]) * owed)
    loan.settlement = (amount, words["until"]) if loan.day <= words["until"] else None


def merge(loan: Loan, *, spread: bool = False) -> None:
    """Return overdue principal to the schedule; the rest of the arrears is due with the next instalment.

    An extension spreads what is due and in time as well, where nothing else is left.
    """
    loan.end_spans()
    ran = loan.not_due or loan.run or loan.deferred or any(loan.carried.values()) or loan.pending_fees
    late = [item for item in loan.items if item.overdue or (spread and not ran)]
    for item in late:
        loan.not_due += item.principal
        for part in ("interest", "penalty", "compound", "damages", "fees"):
            loan.carried[part] = loan.carried.get(part, 0) + getattr(item, part)
        loan.items.remove(item)
    first = due_after(loan.day, loan.contract.due_day)
    if late and not ran and loan.period_due > first:  # called before a bullet's end: periods are months again
        loan.period_due, loan.period_from, loan.span_from = first, loan.day, loan.day
        loan.new_rate()
    if loan.not_due:
        loan.left = max(1, loan.left)
    loan.part = loan.fixed_part() if loan.payment is None else loan.payment

"""What an agreement changes in the contract, from the day it is accepted (SPEC §4)."""

from collections.abc import Mapping
from typing import Any

from oracle.calendars import months_later
from oracle.loan import Loan, changed_rate
from oracle.paying import USUAL, waive
from oracle.words import fen, half_up, rate, share


def agree(loan: Loan, words: Mapping[str, Any]) -> None:
    """Accept a concession today."""
    kinds = {"defer": defer, "extend": extend, "rate": lower_rate, "waive": write_off, "settle": settle}
    kinds[words["kind"]](loan, words)


def defer(loan: Loan, words: Mapping[str, Any]) -> None:
    """Let the next dues fall away; every later one moves as many months."""
    if words.get("arrears", "keep") == "merge":
        merge(loan)
    if loan.method == "bullet":
        loan.period_due = months_later(loan.period_due, words["months"], loan.contract.due_day)
        loan.new_rate()
        return
    loan.skip, loan.skip_interest = words["months"], words.get("interest", "accrue")
    if loan.skip_interest == "waive":
        loan.end_interest_span()
        loan.charged["interest"] += loan.run
        loan.forgiven += loan.run
        loan.run = 0


def extend(loan: Loan, words: Mapping[str, Any]) -> None:
    """Spread what is left over so many instalments from now."""
    if words.get("arrears", "merge") == "merge":
        merge(loan)
    loan.left = words["months"]
    loan.method = words.get("method", loan.method)
    if "rate" in words:
        changed_rate(loan, words["rate"])
    loan.part = fen(words["payment"]) if "payment" in words else loan.fixed_part()


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
    loan.settlement = (amount, words["until"])


def merge(loan: Loan) -> None:
    """Return overdue principal to the schedule; the rest of the arrears is due with the next instalment."""
    loan.end_spans()
    for item in [item for item in loan.items if item.overdue]:
        loan.not_due += item.principal
        for part in ("interest", "penalty", "compound", "damages", "fees"):
            loan.carried[part] = loan.carried.get(part, 0) + getattr(item, part)
        loan.items.remove(item)

"""What the product says is owed at the end of a day, part by part, and its schedule: whole fen, by name."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from ashore.dates import WorkingDays
from ashore.loans.concessions import Account, contract_of
from ashore.loans.ledger import replay
from ashore.loans.opening import open_account
from ashore.loans.parts import COMPOUND, DAMAGES, FEES, INTEREST, PENALTY, PRINCIPAL
from ashore.loans.revolving import RevolvingAccount
from ashore.loans.terms import Event, Opening, Terms

Row = dict[str, int | str]
PERIODS_MOST = 1200
LONG_YEAR, BANK_YEAR = 365, 360


def owed(
    terms: Terms, opening: Opening, events: list[Event], days: list[date], working_days: WorkingDays
) -> dict[date, Account]:
    """Return the loan at the end of each day, replayed from its opening each time."""
    return {day: replay(terms, opening, events, day, working_days).account for day in days}


def state(account: Account) -> Row:
    """Return what is owed at the end of the account's day."""
    payoff = account.payoff_fen()
    account = contract_of(account)
    if isinstance(account, RevolvingAccount):
        owed = account.owed()
        return {
            "principal_fen": owed.principal_fen,
            "interest_fen": account.parts[INTEREST] + account.run_fen + account.open_interest_fen,
            "damages_fen": owed.damages_fen,
            "fees_fen": owed.fees_fen,
            "arrears_fen": owed.arrears_fen,
            "days_past_due": owed.days_past_due,
            "held_fen": account.credit_fen,
            "payoff_fen": payoff,
        }
    owed = account.owed()
    soon = sum(item.parts[INTEREST] for item in account.items if not item.late)
    return {
        "principal_not_overdue_fen": owed.principal_fen - owed.overdue_principal_fen,
        "principal_overdue_fen": owed.overdue_principal_fen,
        "interest_not_overdue_fen": account.run_fen + soon + account.held[INTEREST],
        "interest_overdue_fen": owed.overdue_interest_fen,
        "penalty_fen": owed.penalty_fen,
        "compound_fen": owed.compound_fen,
        "damages_fen": owed.damages_fen,
        "fees_fen": owed.fees_fen,
        "days_past_due": owed.days_past_due,
        "held_fen": account.credit_fen,
        "payoff_fen": payoff,
    }


def penalty_rate(account: Account) -> Fraction | None:
    """Return the yearly penalty rate in force, the daily one × 360 (× 365 by act/365 and act/act); none of a card's."""
    account = contract_of(account)
    if isinstance(account, RevolvingAccount):
        return None
    days = LONG_YEAR if account.terms.day_count in ("act/365", "act/act") else BANK_YEAR
    return Fraction(*account.penalty_per_day) * days


def schedule(terms: Terms, opening: Opening, working_days: WorkingDays | None = None) -> list[Row]:
    """Return the contract's dues after the opening, each paid in full on its day, arrears left as they are."""
    late_fen = sum(one.principal_fen for one in opening.arrears)
    terms = replace(terms, original_fen=terms.original_fen or opening.principal_fen)
    opening = replace(opening, principal_fen=opening.principal_fen - late_fen, arrears=())
    account = open_account(terms, opening, working_days or WorkingDays())
    rows: list[Row] = []
    for _ in range(PERIODS_MOST):
        if not account.running:
            break
        due = account.next_due
        account.advance(due)
        if account.due_fen:
            paid = account.pay(account.due_fen)
            rows.append(
                {
                    "due": due.isoformat(),
                    "principal_fen": paid[PRINCIPAL],
                    "interest_fen": paid[INTEREST],
                    "fee_fen": paid[FEES] + paid[DAMAGES] + paid[PENALTY] + paid[COMPOUND],
                    "balance_fen": account.principal_left_fen,
                }
            )
    return rows


def minimums(terms: Terms, opening: Opening, working_days: WorkingDays) -> list[Row]:
    """Return the statements of a revolving debt of which each minimum is paid on its day."""
    account = open_account(terms, opening, working_days)
    rows: list[Row] = []
    for _ in range(PERIODS_MOST):
        if not isinstance(account, RevolvingAccount) or not account.running:
            break
        before = account.tally.charged[INTEREST] - account.run_fen
        account.advance(account.next_due)
        least, whole = account.due_fen, account.payoff_fen()
        interest = account.tally.charged[INTEREST] - before
        account.pay(least)
        rows.append(
            {
                "due": account.day.isoformat(),
                "minimum_fen": least,
                "interest_fen": interest,
                "statement_fen": whole,
                "balance_fen": account.payoff_fen(),
            }
        )
    return rows

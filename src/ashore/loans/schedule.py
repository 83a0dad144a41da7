"""The contract's schedule: every due paid in full on its day, to the fen."""

from dataclasses import dataclass
from datetime import date

from ashore.dates import WorkingDays
from ashore.loans.account import TermAccount
from ashore.loans.concessions import Account
from ashore.loans.opening import EVERY_DAY_WORKS, open_account
from ashore.loans.parts import INTEREST, PRINCIPAL
from ashore.loans.settlement import SettlingAccount
from ashore.loans.terms import Opening, Terms

DUES_MAX = 1200


@dataclass(frozen=True, slots=True)
class Row:
    """One due of a schedule, in fen; `balance_fen` is the principal left after it."""

    due: date
    principal_fen: int
    interest_fen: int
    fee_fen: int
    balance_fen: int

    @property
    def total_fen(self) -> int:
        """Return what is paid that day."""
        return self.principal_fen + self.interest_fen + self.fee_fen


def contract_schedule(
    terms: Terms, opening: Opening, working_days: WorkingDays = EVERY_DAY_WORKS, dues_max: int = DUES_MAX
) -> tuple[Row, ...]:
    """Return the dues after `opening.on` when each is paid in full on its day; `dues_max` periods are looked at.

    Arrears of the opening are paid with the first due.  The principal of the rows plus what is left equals the
    principal opened with: asserted.
    """
    return dues_of(open_account(terms, opening, working_days), dues_max)


def dues_of(account: Account, dues_max: int = DUES_MAX) -> tuple[Row, ...]:
    """Return the dues of a loan from where it stands, each paid in full on its day.

    The principal paid, forgiven and left equals the principal now: asserted.  Interest that a deferral adds to the
    principal is paid on top.  What money held for the loan pays is in no row.
    """
    account = account.copy()
    before = _principal_fen(account)
    adds = isinstance(account, TermAccount) and account.deferred > 0 and account.defer_interest == "add"
    rows: list[Row] = []
    for _ in range(dues_max):
        if not account.running:
            break
        account.advance(account.next_due)
        if account.due_fen:
            paid = account.pay(account.due_fen)
            rows.append(
                Row(
                    account.day,
                    paid[PRINCIPAL],
                    paid[INTEREST],
                    sum(paid) - paid[PRINCIPAL] - paid[INTEREST],
                    account.principal_left_fen,
                )
            )
    account.check()
    grown = _principal_fen(account) - before
    assert grown == 0 or (adds and grown > 0) or isinstance(account, SettlingAccount), grown
    return tuple(rows)


def _principal_fen(account: Account) -> int:
    """Return all principal of the loan since it was opened: paid, forgiven and left."""
    return account.principal_left_fen + account.tally.forgiven[PRINCIPAL] + account.tally.paid[PRINCIPAL]

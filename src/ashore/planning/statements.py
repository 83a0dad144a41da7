"""What each lender's statement should say on a day: proposed from the contract, confirmed by the person.

A difference is never argued away here: it is named, and goes to an audit of the lender's own statement.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ashore.dates import WorkingDays
from ashore.household.advance import Moved, Paid
from ashore.household.model import Debt, Household
from ashore.household.moved import moved_debt
from ashore.household.position import open_debt
from ashore.loans.opening import EVERY_DAY_WORKS


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A debt on a day, in fen.

    `balance_fen`: the principal not repaid, overdue parts and `bought_fen` included, which was bought on it since the
    figures of the file; `charged_fen`: interest, penalty and fees since then; `arrears_fen`: what is overdue.
    `said_fen` is the lender's balance, None where nobody looked.
    `sure`: the figures follow from the file; if not, only the lender's count.
    """

    debt: str
    name: str
    balance_fen: int
    charged_fen: int
    paid_fen: int
    arrears_fen: int
    closed: bool
    sure: bool
    said_fen: int | None = None
    bought_fen: int = 0

    @property
    def difference_fen(self) -> int | None:
        """Return how much more the lender says than the contract gives; None where nobody looked."""
        return None if self.said_fen is None else self.said_fen - self.balance_fen


def statement_lines(
    household: Household,
    to: date,
    paid: Sequence[Paid],
    moved: Sequence[Moved],
    said: Mapping[str, int],
    working_days: WorkingDays = EVERY_DAY_WORKS,
) -> tuple[StatementLine, ...]:
    """Return each debt's line at the end of `to`, in file order; `moved` is what `advance` gives for these payments."""
    by_id = {one.debt: one for one in moved}
    return tuple(
        _line(debt, household.as_of, to, paid, by_id[debt.id], said, working_days) for debt in household.debts
    )


def with_purchases(line: StatementLine, bought_fen: int) -> StatementLine:
    """Return a line with what was bought on the debt since, less what came back, in its balance."""
    if not bought_fen:
        return line
    balance = max(0, line.balance_fen + bought_fen)
    return replace(line, balance_fen=balance, bought_fen=bought_fen, closed=line.closed and not balance)


def _line(
    debt: Debt,
    as_of: date,
    to: date,
    paid: Sequence[Paid],
    moved: Moved,
    said: Mapping[str, int],
    working_days: WorkingDays,
) -> StatementLine:
    mine = sorted((one for one in paid if one.debt == debt.id), key=lambda one: one.on)
    before = open_debt(debt, as_of, working_days).payoff_fen()
    account = open_debt(debt, as_of, working_days)
    for one in mine:
        account.advance(one.on)
        account.pay(one.fen)
    account.advance(to)
    account.end_of_day()
    total = sum(one.fen for one in mine) - moved.over_fen
    after = moved_debt(debt, moved)
    return StatementLine(
        debt.id,
        debt.name,
        after.balance_fen if moved.sure else account.principal_left_fen,
        max(0, account.payoff_fen() + total - before),
        total,
        moved.arrears_fen,
        moved.closed,
        moved.sure,
        said.get(debt.id),
    )

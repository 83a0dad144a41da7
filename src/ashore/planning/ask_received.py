"""What each creditor receives and when: with what is asked, and if nothing is agreed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from ashore.dates import month_of
from ashore.loans.acceptance import accept_paying
from ashore.loans.schedule import dues_of
from ashore.loans.settlement import SettlingAccount
from ashore.money import MONTHS_PER_YEAR, round_half_up
from ashore.planning.ahead import DAY
from ashore.planning.offers import Offer
from ashore.planning.outcome import Outcome
from ashore.planning.problem import Problem

BY_MONTHS: Final = (12, 36, 60)
"""The month ends by which what has come in is told, counted from `as_of`."""
TWO: Final = 2
Inflow = tuple[date, int]
"""Money that a creditor receives on a day, in fen."""


@dataclass(frozen=True, slots=True)
class Money:
    """What one creditor receives: its value today, all of it, the first and last day, how much by some months' ends.

    `left_fen`: principal still owed at the horizon.
    """

    worth_fen: int
    total_fen: int
    first: date | None
    last: date | None
    by_fen: tuple[int, ...]
    left_fen: int = 0


@dataclass(frozen=True, slots=True)
class Received:
    """What the creditor of a debt receives with what is asked, and if nothing is agreed.

    `rate`: the yearly rate at which money later counts less, the contract's own.  `months`: up to the horizon.
    """

    debt: int
    rate: Fraction
    asked: Money
    otherwise: Money

    months: int = 0

    @property
    def asked_fen(self) -> int:
        """Return the value today with what is asked."""
        return self.asked.worth_fen

    @property
    def is_better(self) -> bool:
        """Return whether the creditor has more with what is asked, even if all that is left otherwise were paid later.

        That is, at the horizon; so nobody is told that less is better for them.
        """
        later = worth_of([(self.months, self.otherwise.left_fen)], self.rate)
        return self.asked_fen > self.otherwise_fen + later

    @property
    def otherwise_fen(self) -> int:
        """Return the value today if nothing is agreed."""
        return self.otherwise.worth_fen


def received(problem: Problem, asked: Outcome, otherwise: Outcome) -> tuple[Received, ...]:
    """Return what every creditor receives, asked or not, in file order."""
    return tuple(
        Received(
            debt,
            rate_of(problem, debt),
            money_in(problem, asked, debt),
            money_in(problem, otherwise, debt),
            problem.horizon,
        )
        for debt in range(len(problem.accounts))
    )


def instalment_fen(problem: Problem, offer: Offer) -> int | None:
    """Return what each instalment of an agreement comes to, on all its debts: the second, as the first may pay more.

    None where it leads to no instalments.
    """
    found = [fen for member in offer.members if (fen := _instalment_fen(problem, offer, member)) is not None]
    return sum(found) if found else None


def _instalment_fen(problem: Problem, offer: Offer, member: int) -> int | None:
    account = problem.accounts[member].copy()
    account.advance(problem.as_of + DAY)
    granted, _ = accept_paying(account, offer.asked(member))
    if isinstance(granted, SettlingAccount) and granted.settling:
        return granted.sums[-1].fen
    rows = dues_of(granted, TWO)
    return rows[-1].total_fen if rows else None


def money_in(problem: Problem, outcome: Outcome, debt: int) -> Money:
    """Return what the creditor of a debt receives in an outcome."""
    name = problem.household.debts[debt].id
    rows = [(row.on, row.fen) for row in outcome.payments if row.debt == name and row.fen]
    left = outcome.ends[-1].left_fen[debt] if outcome.ends and name in outcome.left_debts else 0
    return money_of(problem, rows, debt, left)


def money_of(problem: Problem, rows: Sequence[Inflow], debt: int, left_fen: int = 0) -> Money:
    """Return what these payments on their days are to the creditor of a debt."""
    months = [month_of(on).minus(problem.first) for on, _ in rows]
    pairs = list(zip(months, (fen for _, fen in rows), strict=True))
    return Money(
        worth_of(pairs, rate_of(problem, debt)),
        sum(fen for _, fen in rows),
        rows[0][0] if rows else None,
        rows[-1][0] if rows else None,
        tuple(sum(fen for month, fen in pairs if month <= by) for by in BY_MONTHS),
        left_fen,
    )


def rate_of(problem: Problem, debt: int) -> Fraction:
    """Return the yearly rate of a debt's contract."""
    return problem.accounts[debt].rate.per_year()


def worth_of(rows: Sequence[tuple[int, int]], rate: Fraction) -> int:
    """Return what fen in months ahead are worth today at a yearly rate, a twelfth of it for each month, half up."""
    monthly = 1 + rate / MONTHS_PER_YEAR
    total = sum((fen / monthly**month for month, fen in rows), Fraction(0))
    return round_half_up(total.numerator, total.denominator)

"""A household relaxed: for each debt how low its principal may be after each due, and the least each yuan of it costs.

Every plan that works obeys these figures, so the best of them bounds the cost of every plan from below (SPEC §6).
What is left out only makes plans cheaper than they can be: fees for paying early where the end is dropped, days late
within a month, the days of the first months.
"""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Final

from ashore.planning.outcome import Outcome
from ashore.planning.problem import Problem

SPENT: Final = ("other", "family")


@dataclass(frozen=True, slots=True)
class Point:
    """One due of a debt, paid by contract.

    `month`: index of the month in which it is paid at the latest.  `left_fen`: the principal left after it; a plan that
    repays early leaves a share of it, which never rises from due to due.  `locked`: nothing is repaid early with
    it.  `rate`: interest and fees that fall due with it, per fen of principal left before it, never more than the
    contract asks; `paid_in`: the month in which they are paid.  `grown`: what joined the principal since the due
    before, per fen of it, never more than did.  `fee`: what a fen of principal repaid early with it costs on top.
    `early_in`: the month in which that happens; -1 where it could be another one than `month`, or where a debt repaid
    in part goes on otherwise than as a share of its contract.  `beyond_fen`: what may be paid with it beyond that share
    all the same, as a card's least minimum.  `drift_fen`: how far what is left of a debt repaid in part can be from its
    share, by rounding and by instalments fixed anew.
    """

    month: int
    left_fen: int
    locked: bool
    rate: Fraction
    paid_in: int
    grown: Fraction = Fraction(0)
    fee: Fraction = Fraction(0)
    early_in: int = -1
    beyond_fen: int = 0
    drift_fen: int = 1

    @property
    def beyond(self) -> Fraction:
        """Return the share of what is left after it that may be paid with it although nothing is repaid early."""
        return min(Fraction(1), Fraction(self.beyond_fen, self.left_fen)) if self.left_fen else Fraction(0)


@dataclass(frozen=True, slots=True)
class Late:
    """What is overdue at `as_of`: all of it, and by month the least principal that still bears a penalty.

    `bearing`: (month index, principal in fen, penalty per fen for the days of that month it is late at least).
    """

    fen: int
    bearing: tuple[tuple[int, int, Fraction], ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A debt relaxed: principal not yet due, its points, what is late.

    `cost_fen`: what is charged, less what is written off, before the first due.  `paid`: sums paid whatever happens,
    each by the end of a month at the latest, as (month, fen).  `known`: whether its points are all that it may ask.
    `offer`: which of the open concessions it takes, -1 for none; `since`: the day from which on, if not at once.
    `odd`: whether only the bound looks at it, and no plan is made that way.  `likely`: where its points are not known,
    what it asks if every due is paid, as (month, fen): a search for plans counts on that, a bound never.
    """

    debt: str
    principal_fen: int
    points: tuple[Point, ...]
    late: Late | None = None
    cost_fen: int = 0
    paid: tuple[tuple[int, int], ...] = ()
    known: bool = True
    offer: int = -1
    since: date | None = None
    odd: bool = False
    likely: tuple[tuple[int, int], ...] = ()


Ways = tuple[Stretch, ...]
"""The ways a debt may go, of which a plan follows one or, by parts, several."""


@dataclass(frozen=True, slots=True)
class Group:
    """Debts whose concessions hang together: for each selection of concessions, the ways of each of the debts."""

    selections: tuple[tuple[Ways, ...], ...]


@dataclass(frozen=True, slots=True)
class Relaxed:
    """A household relaxed.  By month: `net_fen`, income less spending; `floor_fen`, the least cash at its end.

    `cash_fen`: cash at `as_of`.  `fund_fen`: what early repayment leaves at least at the month's end; `falls_fen`: by
    how much cash can fall in the month at most in which nothing is repaid early.
    `sales`: by thing, its price in each month.  `cuts_fen`: spending by month that may be cut, `cuts_max_fen` in all
    (None: without limit).
    """

    groups: tuple[Group, ...]
    cash_fen: int
    net_fen: tuple[int, ...]
    floor_fen: tuple[int, ...]
    sales: tuple[tuple[int, ...], ...] = ()
    cuts_fen: tuple[int, ...] = field(default_factory=tuple[int, ...])
    cuts_max_fen: int | None = None
    fund_fen: tuple[int, ...] = ()
    falls_fen: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """What a bound takes over from a plan: how many months its cash rows span, what side work brings in each of them.

    `cuts_max_fen`: how much spending another plan may cut that is no worse in the goals before cost; None: any.
    `lent_fen`: how much is drawn from friends; another plan may draw no more from each of them (SPEC §5.7).
    """

    worked_fen: tuple[int, ...]
    cuts_max_fen: int | None
    lent_fen: int = 0


def span_of(problem: Problem, outcome: Outcome) -> Span | None:
    """Return what a bound takes over from a plan; None for one that does not work."""
    if not outcome.works:
        return None
    worked = [0] * len(outcome.cash)
    for work in outcome.side_work:
        worked[work.month.minus(problem.first)] += work.fen
    clean = outcome.unpaid_essential_fen == outcome.harm_halves == outcome.arrears_fen_months == 0
    return Span(tuple(worked), outcome.cut_fen if clean else None, outcome.lent_fen)

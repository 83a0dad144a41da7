"""What a debt asks at least, due by due, under its contract or with what is asked granted.

Every way of paying that works obeys these figures, as far as early repayment can change them: a plan that repays early
leaves a share of the contract's principal that never rises, and pays what each due asks besides on that share.  What is
left out only makes paying easier than it is: fees for paying early, days late within a month, rounding.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from typing import Final

from ashore.dates import month_of
from ashore.loans.acceptance import accept_paying
from ashore.loans.account import TermAccount
from ashore.loans.concessions import Account, contract_of
from ashore.loans.revolving import RevolvingAccount
from ashore.loans.settlement import SettlingAccount
from ashore.loans.terms import Concession
from ashore.planning.ahead import DAY
from ashore.planning.offers import TALKING
from ashore.planning.paths import late_of
from ashore.planning.problem import Problem
from ashore.planning.record import CURE_MONTHS
from ashore.planning.relaxed import Late

AT_END: Final = ("interest-only", "bullet", "daily")
"""Methods whose later dues are smaller by the share repaid early, whatever the contract says of instalments."""
LOWERED: Final = ("level-payment", "equal-principal")
NOTHING_OFF: Final = ("defer", "extend", "rate")
"""Concessions under which all that is owed stays owed."""


@dataclass(frozen=True, slots=True)
class Step:
    """One due: the principal left after it, and what it asks besides for each fen left before it.

    `month`: index of the month in which it is paid at the latest; `paid_in`: that in which what it asks besides is.
    `on`: that of its own day, on which more may be repaid.  `locked`: nothing may be repaid early with it.
    """

    month: int
    left_fen: int
    rate: float
    paid_in: int
    locked: bool
    on: int


@dataclass(frozen=True, slots=True)
class Path:
    """What a debt asks: fen fixed by month, principal before the first due, the dues, what is overdue.

    `dues_fen`: by month, all that falls due if nothing is repaid early, what is overdue in month 6.  `lowers`: whether
    what is repaid early makes every later due smaller by the same share.
    """

    fixed_fen: tuple[int, ...]
    begin_fen: int = 0
    steps: tuple[Step, ...] = ()
    late: Late | None = None
    dues_fen: tuple[int, ...] = ()
    lowers: bool = False

    @property
    def by_month_fen(self) -> list[int]:
        """Return what falls due until the end of each month, in all, if nothing is repaid early."""
        return list(accumulate(self.dues_fen))


def path_of(account: Account, problem: Problem, concession: Concession | None = None) -> Path:
    """Return what a debt asks at least; that sum alone where a concession needs one first, as its day is not known."""
    probe = account.copy()
    if concession is not None:
        if concession.upfront_fen or concession.fee_fen:
            sums = _by_month(_needed(account, problem, concession), problem)
            return Path(sums, dues_fen=sums)
        probe.advance(problem.as_of + DAY)
        probe, _ = accept_paying(probe, concession)
    if isinstance(probe, SettlingAccount) and probe.settling:
        sums = _by_month(((one.by, one.fen) for one in probe.sums), problem)
        return Path(sums, dues_fen=sums)
    walk = _Walk(contract_of(probe), problem)
    walk.go()
    return walk.path()


def _needed(account: Account, problem: Problem, concession: Concession) -> Iterator[tuple[date, int]]:
    """Yield what must be paid by the last day on which a concession can be agreed; nothing of one that writes off."""
    if concession.kind in NOTHING_OFF:
        last = max(concession.until or problem.as_of + TALKING, problem.as_of)
        yield last, concession.fee_fen + min(concession.upfront_fen, account.payoff_fen())


def _by_month(sums: Iterator[tuple[date, int]], problem: Problem) -> tuple[int, ...]:
    found = [0] * (problem.horizon + 1)
    for on, fen in sums:
        month = month_of(on).minus(problem.first)
        if month <= problem.horizon:
            found[month] += fen
    return tuple(found)


@dataclass(slots=True)
class _Walk:
    """A debt followed due by due, each paid in full; what is overdue stands apart until month 6."""

    account: TermAccount | RevolvingAccount
    problem: Problem
    late: Late | None = None
    begin_fen: int = 0
    steps: list[Step] = field(default_factory=list[Step])
    fixed: list[int] = field(default_factory=list[int])
    dues: list[int] = field(default_factory=list[int])
    ends_in: int | None = None

    def __post_init__(self) -> None:
        """Set apart what is overdue, and what a bullet's interest has come to."""
        problem, account = self.problem, self.account
        self.fixed, self.dues = [0] * (problem.horizon + 1), [0] * (problem.horizon + 1)
        cure = min(CURE_MONTHS, problem.horizon)
        if isinstance(account, TermAccount):
            self.late = late_of(account, problem)
            account.items = []
            self.dues[cure] += self.late.fen if self.late else 0
            self._begin_bullet(account)
        elif unpaid := account.arrears_fen:
            account.pay(unpaid)
            self.fixed[cure] += unpaid
            self.dues[cure] += unpaid
        self.begin_fen = self._left()

    def _begin_bullet(self, account: TermAccount) -> None:
        last = self.problem.first.plus(self.problem.horizon).last
        if account.terms.method == "bullet" and account.period_end() <= last:
            self.ends_in = self._month(account.period_end())
            self.fixed[self.ends_in] += max(0, account.accrued_fen + account.open_interest(account.day) - 1)

    def _left(self) -> int:
        account = self.account
        return account.principal_fen if isinstance(account, TermAccount) else account.standing_fen

    def _run(self) -> int:
        """Return the interest of a bullet that has run, due or not."""
        account = self.account
        assert isinstance(account, TermAccount)
        return account.accrued_fen + account.open_interest(account.day)

    def go(self) -> None:
        """Go through the dues of the horizon."""
        account = self.account
        last = self.problem.first.plus(self.problem.horizon).last
        bullet = account.terms.method == "bullet"
        while account.running and account.next_due <= last:
            before, ran = self._left(), self._run() if bullet else 0
            ends = bullet and isinstance(account, TermAccount) and account.periods_left <= 1
            account.advance(account.next_due)
            if due := account.due_fen:
                account.pay(due)
            month, left = self._month(account.day), self._left()
            self.dues[month] += due
            asked = due - (before - left)
            if bullet:
                # Interest counts as it runs and is paid at the end; the last due asks what ran before as well.
                asked = max(0, (asked if ends else self._run()) - ran)
            self._add(month, before, left, asked)

    def _add(self, month: int, before: int, left: int, asked: int) -> None:
        paid_in = month if self.ends_in is None else self.ends_in
        free = self.account.terms.method == "bullet" and self.ends_in is None
        rate = 0.0
        if not self.steps:
            self.fixed[paid_in] += 0 if free else asked
        elif before and not free:
            rate = max(0.0, (asked - 1) / before)
        on = month_of(self.account.day).minus(self.problem.first)
        self.steps.append(Step(month, left, rate, paid_in, not self._may_prepay(), on))

    def _may_prepay(self) -> bool:
        rule = self.account.terms.prepayment
        return rule.allowed and (rule.lock_until is None or self.account.day > rule.lock_until)

    def _month(self, day: date) -> int:
        """Return the month in which a due of a day is paid at the latest: working days and days of grace count."""
        terms, problem = self.account.terms, self.problem
        if terms.shift == "next-working-day":
            day = problem.working_days.next(day)
        grace = terms.grace.days if terms.grace else 0
        return min(problem.horizon, month_of(day + timedelta(days=grace)).minus(problem.first))

    def path(self) -> Path:
        """Return what was found."""
        terms = self.account.terms
        by_formula = terms.method in LOWERED and terms.payment_fen is None
        lowers = terms.method in AT_END or (by_formula and terms.prepayment.effect == "lower")
        return Path(tuple(self.fixed), self.begin_fen, tuple(self.steps), self.late, tuple(self.dues), lowers)

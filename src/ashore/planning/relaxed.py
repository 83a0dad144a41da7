"""A household relaxed: for each debt how low its principal may be after each due, and the least each yuan of it costs.

Every plan that works obeys these figures, so the best of them bounds the cost of every plan from below (SPEC §6).
What is left out only makes plans cheaper than they can be: fees for paying early, days late within a month, the
emergency fund, the days of the first months.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from ashore.dates import month_of
from ashore.household.flows import sale_fen
from ashore.loans.account import TermAccount
from ashore.loans.concessions import Account
from ashore.loans.parts import FEES, INTEREST, PRINCIPAL
from ashore.loans.revolving import RevolvingAccount
from ashore.loans.settlement import SettlingAccount
from ashore.planning.outcome import Outcome
from ashore.planning.problem import Problem, needs_by_month
from ashore.planning.record import CURE_MONTHS

SPENT: Final = ("other", "family")


@dataclass(frozen=True, slots=True)
class Point:
    """One due of a debt, paid by contract.

    `month`: index of the month in which it is paid at the latest.  `left_fen`: the principal left after it; a plan that
    repays early leaves a share of it, which never rises from due to due.  `locked`: nothing may be repaid early with
    it.  `rate`: interest and fees that fall due with it, per fen of principal left before it, never more than the
    contract asks; `paid_in`: the month in which they are paid.
    """

    month: int
    left_fen: int
    locked: bool
    rate: Fraction
    paid_in: int


@dataclass(frozen=True, slots=True)
class Late:
    """What is overdue at `as_of`: all of it, and by month the least principal that still bears a penalty.

    `bearing`: (principal in fen, penalty per fen for the days of that month) of months 0, 1, …
    """

    fen: int
    bearing: tuple[tuple[int, Fraction], ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A debt relaxed: principal not yet due, what the first due asks besides principal, the points, what is late.

    `first_cost_fen`: how much of what the first due asks is new after `as_of`.
    """

    debt: str
    principal_fen: int
    first_fen: int
    first_cost_fen: int
    points: tuple[Point, ...]
    late: Late | None = None


@dataclass(frozen=True, slots=True)
class Relaxed:
    """A household relaxed.  By month: `net_fen`, income less spending.

    `cash_fen`: cash at `as_of` that may be used for debts.  `forgiven_fen`: written off in writing already.
    `sales`: by thing, its price in each month.  `cuts_fen`: spending by month that may be cut, `cuts_max_fen` in all
    (None: without limit).
    """

    stretches: tuple[Stretch, ...]
    cash_fen: int
    forgiven_fen: int
    net_fen: tuple[int, ...]
    sales: tuple[tuple[int, ...], ...] = ()
    cuts_fen: tuple[int, ...] = field(default_factory=tuple[int, ...])
    cuts_max_fen: int | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """What a bound takes over from a plan: how many months its cash rows span, what side work brings in each of them.

    `cuts_max_fen`: how much spending another plan may cut that is no worse in the goals before cost; None: any.
    """

    worked_fen: tuple[int, ...]
    cuts_max_fen: int | None


def span_of(problem: Problem, outcome: Outcome) -> Span | None:
    """Return what a bound takes over from a plan; None for one that does not work or rests on more than contracts."""
    if outcome.taken or outcome.friend_loan or not outcome.works:
        return None
    worked = [0] * len(outcome.cash)
    for work in outcome.side_work:
        worked[work.month.minus(problem.first)] += work.fen
    clean = outcome.unpaid_essential_fen == outcome.harm_halves == outcome.arrears_fen_months == 0
    return Span(tuple(worked), outcome.cut_fen if clean else None)


def relax(problem: Problem, span: Span) -> Relaxed | None:
    """Return the household relaxed over the months of a plan; None where no bound can be shown.

    Side work is as in the plan.  No bound is shown with concessions that are open, deferrals that run, settlements,
    cards that are overdue, and contracts whose principal grows.
    """
    if any_open(problem):
        return None
    stretches: list[Stretch] = []
    for debt, account in zip(problem.household.debts, problem.accounts, strict=True):
        stretch = _stretch(debt.id, account, problem)
        if stretch is None:
            return None
        stretches.append(stretch)
    months = len(span.worked_fen)
    spent = needs_by_month(problem, ("essential", "due", *SPENT))
    other = [need - less for need, less in zip(spent, needs_by_month(problem), strict=True)]
    return Relaxed(
        tuple(stretches),
        problem.household.cash_fen + problem.extra_cash_fen - problem.stock_fen,
        sum(sum(account.tally.forgiven) for account in problem.accounts),
        tuple(worked - less for worked, less in zip(span.worked_fen, spent, strict=False)),
        tuple(_prices(problem, months)),
        tuple(other[:months]),
        span.cuts_max_fen,
    )


def any_open(problem: Problem) -> bool:
    """Return whether a concession could be taken, or something is waived if paid by a day: too open for a bound."""
    return any(
        one.if_paid_by is not None
        or (one.status in {"offered", "agreed-verbal"} and (one.until is None or one.until > problem.as_of))
        for debt in problem.household.debts
        for one in debt.concessions
    )


def _prices(problem: Problem, months: int) -> Iterator[tuple[int, ...]]:
    """Yield what each thing that may be sold brings in each month; nothing is sold in month 0."""
    for asset in problem.household.assets:
        if asset.sell:
            later = (sale_fen(asset.value_fen, asset.decay, index) for index in range(1, months))
            yield (0, *later)


def _stretch(debt: str, account: Account, problem: Problem) -> Stretch | None:
    overdue_card = isinstance(account, RevolvingAccount) and account.arrears_fen > 0
    if isinstance(account, SettlingAccount) or account.deferred or overdue_card:
        return None
    late = _late(account, problem) if isinstance(account, TermAccount) else None
    probe = account.copy()
    if isinstance(probe, TermAccount):
        probe.items = []
    path = _Path(probe, problem)
    return path.stretch(debt, late) if path.walk() else None


class _Path:
    """A contract followed due by due, each paid in full; `walk` says whether it fits what a bound can be shown for."""

    def __init__(self, account: TermAccount | RevolvingAccount, problem: Problem) -> None:
        """Begin at `as_of`."""
        self.account, self.problem = account, problem
        self.bullet = account.terms.method == "bullet"
        self.maturity = self._maturity()
        self.start_fen = self._principal()
        self.first_fen = self.first_cost_fen = 0
        self.points: list[Point] = []

    def _principal(self) -> int:
        account = self.account
        return account.principal_fen if isinstance(account, TermAccount) else account.standing_fen

    def _maturity(self) -> int | None:
        """Return the month in which a bullet ends, None for others and beyond the horizon: its interest comes later."""
        account = self.account
        if not self.bullet or not isinstance(account, TermAccount):
            return None
        last = self.problem.first.plus(self.problem.horizon).last
        return self._month(account.period_end()) if account.period_end() <= last else None

    def _charged(self) -> int:
        """Return interest and fees charged so far; a bullet's interest counts as it runs."""
        charged = self.account.tally.charged
        return charged[INTEREST] + charged[FEES] + self._running()

    def _running(self) -> int:
        account = self.account
        return account.open_interest(account.day) if self.bullet and isinstance(account, TermAccount) else 0

    def walk(self) -> bool:
        """Go through the dues of the horizon.  Returns whether principal only falls and each due asks what accrued."""
        account, problem = self.account, self.problem
        last = problem.first.plus(problem.horizon).last
        while account.running and account.next_due <= last:
            before, charged = self._principal(), self._charged()
            account.advance(account.next_due)
            due, asked = account.due_fen, 0
            if due:
                paid = account.pay(due)
                asked = due - (
                    paid[PRINCIPAL] if isinstance(account, TermAccount) else before - self._principal()
                )
            new = self._charged() - charged
            if not self._add(before, asked, new):
                return False
        return True

    def _add(self, before: int, asked: int, new: int) -> bool:
        left = self._principal()
        if left > before or (self.points and not self.bullet and asked != new):
            return False
        if not self.points:
            self.first_fen, self.first_cost_fen = (0, 0) if self.bullet else (asked, new)
        first = not self.points and not self.bullet
        free = first or not before or (self.bullet and self.maturity is None)
        rate = Fraction(0) if free else max(Fraction(0), Fraction(2 * new - 2, 2 * before))
        month = self._month(self.account.day)
        paid_in = month if self.maturity is None else self.maturity
        self.points.append(Point(month, left, not self._may_prepay(), rate, paid_in))
        return True

    def _may_prepay(self) -> bool:
        rule = self.account.terms.prepayment
        return rule.allowed and (rule.lock_until is None or self.account.day > rule.lock_until)

    def _month(self, day: date) -> int:
        """Return the month in which a due of a day is paid at the latest: working days and days of grace count."""
        terms = self.account.terms
        if terms.shift == "next-working-day":
            day = self.problem.working_days.next(day)
        grace = terms.grace.days if terms.grace else 0
        return min(self.problem.horizon, month_of(day + timedelta(days=grace)).minus(self.problem.first))

    def stretch(self, debt: str, late: Late | None) -> Stretch:
        """Return what was found."""
        return Stretch(debt, self.start_fen, self.first_fen, self.first_cost_fen, tuple(self.points), late)


def _late(account: TermAccount, problem: Problem) -> Late | None:
    """Return what is overdue: the penalty of each month counts on what is left of the principal at its end, at least.

    What is paid beyond the dues of a month goes to overdue principal first, and dues not paid for it are counted as
    if all of them but principal stayed unpaid: real penalties are never less.
    """
    if not account.arrears_fen:
        return None
    principal = sum(item.parts[PRINCIPAL] for item in account.items if item.late)
    bearing: list[tuple[int, Fraction]] = []
    start, asked = problem.as_of, 0
    probe = account.copy()
    probe.items = []
    numerator, denominator = _least_penalty(account, problem)
    for index in range(min(CURE_MONTHS, problem.horizon + 1)):
        end = problem.first.plus(index).last
        asked += _asked_until(probe, end)
        days = (end - start).days
        bearing.append((max(0, principal - asked), Fraction(numerator * days, denominator)))
        start = end
    return Late(account.arrears_fen, tuple(bearing))


def _asked_until(probe: TermAccount, end: date) -> int:
    """Return what falls due until a day besides principal, when each due is paid."""
    asked = 0
    while probe.running and probe.next_due <= end:
        probe.advance(probe.next_due)
        if due := probe.due_fen:
            asked += due - probe.pay(due)[PRINCIPAL]
    return asked


def _least_penalty(account: TermAccount, problem: Problem) -> tuple[int, int]:
    """Return the penalty per fen and day, or none where the rate it follows may change."""
    changes = account.terms.rates or account.overrides
    follows = account.terms.penalty.rate is None
    return (0, 1) if changes and follows else account.penalty_per_day

"""A debt followed due by due for the bound: what it costs at least, whatever is repaid early (SPEC §6)."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from ashore.dates import month_of
from ashore.loans.account import TermAccount
from ashore.loans.accrual import level_payment
from ashore.loans.concessions import Account
from ashore.loans.parts import PRINCIPAL
from ashore.loans.revolving import RevolvingAccount
from ashore.loans.settlement import SettlingAccount
from ashore.planning.problem import Problem
from ashore.planning.record import CURE_MONTHS
from ashore.planning.relaxed import Late, Point, Stretch

Contract = TermAccount | RevolvingAccount


@dataclass(frozen=True, slots=True)
class _Step:
    """One due paid: principal before and after it, what is new since the one before, what it asks besides principal."""

    before_fen: int
    left_fen: int
    new_fen: int
    asked_fen: int

    @property
    def grown_fen(self) -> int:
        """Return what joined the principal."""
        return max(0, self.left_fen - self.before_fen)


class Path:
    """A loan followed due by due, each paid in full.  `stretch` says what was found."""

    def __init__(self, account: Contract, problem: Problem) -> None:
        """Begin where the account stands; what is overdue is not looked at."""
        self.account, self.problem = account, problem
        self.fits, self.drift_fen, self.off_fen = True, 0, 1
        self.points: list[Point] = []
        self.paid: list[tuple[int, int]] = []
        self.owing_fen = 0
        self.open_points = 0
        self.asked_before = False
        self.start()

    def start(self) -> None:
        """Let the costs so far be given, and the principal of today be where the path begins."""
        tally = self.account.tally
        self.cost_fen = sum(tally.charged) - sum(tally.forgiven)
        self.start_fen = self.before_fen = self.principal_fen
        self.charged_fen = self._charged()

    @property
    def principal_fen(self) -> int:
        """Return the principal that has not been asked for; of a card all that stands."""
        account = self.account
        return account.principal_fen if isinstance(account, TermAccount) else account.tally.left()

    def _charged(self) -> int:
        """Return all that was charged so far; a bullet's interest counts as it runs."""
        charged = sum(self.account.tally.charged)
        if isinstance(self.account, TermAccount) and self._bullet:
            return charged + self.account.open_interest(self.account.day)
        return charged

    @property
    def _bullet(self) -> bool:
        return self.account.terms.method == "bullet"

    def follow(self, until: date | None = None) -> None:
        """Pay each due up to a day, or to the horizon."""
        last = until or self.problem.first.plus(self.problem.horizon).last
        while self.fits and self.account.running and self.account.next_due <= last:
            self.account.advance(self.account.next_due)
            due = self.account.due_fen
            paid = self.account.pay(due) if due else None
            left = self.principal_fen
            if isinstance(self.account, TermAccount):
                asked = due - paid[PRINCIPAL] if paid else 0
            else:
                asked = due - max(0, self.before_fen - left)
            charged = self._charged()
            self._add(_Step(self.before_fen, left, charged - self.charged_fen, asked))
            self.before_fen, self.charged_fen = left, charged

    def changed(self, account: Contract, fee_fen: int) -> None:
        """Go on with the loan as a concession leaves it: its fee is given, what it writes off has just run."""
        forgiven = sum(account.tally.forgiven) - sum(self.account.tally.forgiven)
        self.account = account
        if self.points:
            self.cost_fen += fee_fen
            self.charged_fen += fee_fen + forgiven
        else:
            self.start()

    def may_pay(self, month: int) -> None:
        """Let any share of the principal be paid by a month, on no due date."""
        before, left = self.before_fen, self.principal_fen
        self.points.append(Point(month, left, locked=False, rate=Fraction(0), paid_in=month))
        self.open_points += 1
        self.before_fen = max(before, left)

    def _add(self, step: _Step) -> None:
        month = self._month(self.account.day)
        grown = Fraction(max(0, step.grown_fen - 1), step.before_fen or 1)
        new = step.new_fen - step.grown_fen
        rate = Fraction(max(0, new - 1), step.before_fen or 1)
        locked = not self._may_prepay()
        found = Point(
            month,
            step.left_fen,
            locked,
            rate,
            month,
            grown,
            drift_fen=self._drift(rate + grown, locked=locked),
        )
        if scales(self.account):
            sure = month == month_of(self.account.day).minus(self.problem.first)
            fee = self.account.terms.prepayment.fee if isinstance(self.account, TermAccount) else Fraction(0)
            beyond = least_minimum_fen(self.account)
            found = replace(found, fee=fee, early_in=month if sure else -1, beyond_fen=beyond)
        self.points.append(found)
        self.open_points += 1
        self.owing_fen += new
        self.fits = new >= 0
        if step.asked_fen:
            self._resolve(step.asked_fen, month)

    def _drift(self, rate: Fraction, *, locked: bool) -> int:
        """Return how far a debt repaid in part can be from its share by now: what was off bears interest since.

        A fen is rounded with each due, and an instalment fixed anew may differ from the contract's.
        """
        if locked and not self.drift_fen:
            return 0  # nothing can have been repaid early yet
        self.off_fen = max(self.off_fen, 1 + abs(off_level_fen(self.account)))
        grown = self.drift_fen * (1 + rate)
        self.drift_fen = self.off_fen - (-grown.numerator // grown.denominator)
        return self.drift_fen

    def _resolve(self, asked_fen: int, month: int) -> None:
        """Let what has run be paid with this due; more than that can only stem from before the first one."""
        early = asked_fen - self.owing_fen
        if early < 0 or (early and self.asked_before):
            self.fits = False
        if early > 0:
            self.paid.append((month, early))
        first = len(self.points) - self.open_points
        self.points[first:] = [replace(point, paid_in=month) for point in self.points[first:]]
        self.owing_fen, self.open_points, self.asked_before = 0, 0, True

    def _may_prepay(self) -> bool:
        rule = self.account.terms.prepayment
        if isinstance(self.account, RevolvingAccount):
            return True  # more than the minimum may always be paid
        return rule.allowed and (rule.lock_until is None or self.account.day > rule.lock_until)

    def _month(self, day: date) -> int:
        """Return the month in which a due of a day is paid at the latest: working days and days of grace count.

        What may still be paid after the horizon's end has the month after it.
        """
        terms = self.account.terms
        if terms.shift == "next-working-day":
            day = self.problem.working_days.next(day)
        grace = terms.grace.days if terms.grace else 0
        return min(self.problem.horizon + 1, month_of(day + timedelta(days=grace)).minus(self.problem.first))

    def stretch(self, debt: str, late: Late | None) -> Stretch | None:
        """Return what was found; None if the loan does not fit what a bound can be shown for."""
        if not self.fits:
            return None
        # What never falls due within the horizon is not paid within it; a bullet's interest is not charged either.
        beyond, first = self.problem.horizon + 1, len(self.points) - self.open_points
        self.points[first:] = [
            replace(point, paid_in=beyond, rate=Fraction(0) if self._bullet else point.rate)
            for point in self.points[first:]
        ]
        return Stretch(debt, self.start_fen, tuple(self.points), late, self.cost_fen, tuple(self.paid))


def scales(account: Contract) -> bool:
    """Return whether a debt repaid early in part goes on as a share of its contract, to the fen for each due.

    A card does but for its least minimum; a loan that keeps its instalments ends sooner instead.
    """
    if isinstance(account, RevolvingAccount):
        return True
    method = account.terms.method
    lower = account.terms.prepayment.effect == "lower" and method in {"level-payment", "equal-principal"}
    return not account.rows and (lower or method in {"interest-only", "bullet"})


def off_level_fen(account: Contract) -> int:
    """Return how much a level payment is above what early repayment would fix anew today; 0 where it fixes nothing."""
    if not isinstance(account, TermAccount) or account.terms.method != "level-payment":
        return 0
    if account.terms.prepayment.effect != "lower" or not account.periods_left:
        return 0
    level = level_payment(account.principal_fen, account.rate.per_month(), account.periods_left)
    return account.payment_fen - level


def least_minimum_fen(account: Contract) -> int:
    """Return what a card asks at least, however little is left of it; 0 of other debts."""
    minimum = account.terms.minimum
    return minimum.floor_fen if isinstance(account, RevolvingAccount) and minimum else 0


def contract_stretch(debt: str, account: Account, problem: Problem) -> Stretch:
    """Return a debt by its contract; where that cannot be followed, only that what is overdue is paid by month 6."""
    if isinstance(account, SettlingAccount):
        return settled_stretch(debt, account, problem)
    late = late_of(account, problem)
    probe = account.copy()
    if isinstance(probe, TermAccount):
        probe.items = []
    path = Path(probe, problem)
    if isinstance(probe, RevolvingAccount) and late:
        return with_likely(least_stretch(debt, account, late), account, problem)
    path.follow()
    found = path.stretch(debt, late)
    return found or with_likely(least_stretch(debt, account, late), account, problem)


def with_likely(stretch: Stretch, account: Contract, problem: Problem) -> Stretch:
    """Return a debt of which little is known with what it asks, by month, if each due is paid and nothing early."""
    probe, last = account.copy(), problem.first.plus(problem.horizon).last
    likely: list[tuple[int, int]] = []
    while probe.running and probe.next_due <= last:
        probe.advance(probe.next_due)
        if due := probe.due_fen:
            probe.pay(due)
            likely.append((month_of(probe.day).minus(problem.first), due))
    return replace(stretch, likely=tuple(likely))


def least_stretch(debt: str, account: Account, late: Late | None) -> Stretch:
    """Return a debt of which only this is known: nothing it owes can be written off again, what is late is paid."""
    forgiven = sum(account.tally.charged) - sum(account.tally.forgiven)
    return Stretch(debt, 0, (), Late(late.fen, ()) if late else None, forgiven, known=False)


def settled_stretch(debt: str, account: SettlingAccount, problem: Problem) -> Stretch:
    """Return a debt under a settlement: its sums on their days, all else is written off.

    Charged less written off is what is paid in all less what was owed at first, whatever has run meanwhile.
    """
    tally, left = account.tally, account.payoff_fen()
    paid: list[tuple[int, int]] = []
    for one in account.sums:
        fen = min(one.fen, left)
        left -= fen
        month = min(problem.horizon + 1, month_of(one.by).minus(problem.first))
        paid.append((month, fen))
    cost = sum(tally.paid) + sum(fen for _, fen in paid) - sum(tally.began)
    return Stretch(debt, 0, (), None, cost, tuple(paid))


def late_of(account: Contract, problem: Problem, since: date | None = None) -> Late | None:
    """Return what is overdue: the penalty of each month counts on what is left of the principal at its end, at least.

    What is paid beyond the dues of a month goes to overdue principal first, and dues not paid for it are counted as
    if all of them but principal stayed unpaid.  What is late at a month's end may be that month's due, late from its
    day on.  Real penalties are never less.  Those before `since` do not count.
    """
    if not account.arrears_fen:
        return None
    if isinstance(account, RevolvingAccount):
        return Late(account.arrears_fen, ())
    principal = sum(item.parts[PRINCIPAL] for item in account.items if item.late)
    bearing: list[tuple[int, int, Fraction]] = []
    start, asked = max(account.day, since or account.day), 0
    probe = account.copy()
    probe.items = []
    numerator, denominator = _least_penalty(account, problem)
    for index in range(min(CURE_MONTHS, problem.horizon + 1)):
        end = problem.first.plus(index).last
        fallen = _dues_until(probe, end)
        asked += sum(other for _, _, other in fallen)
        late = max(0, principal - asked)
        new = min(late, sum(part for _, part, _ in fallen))
        last_due = max((_late_from(account, day, problem) for day, _, _ in fallen), default=start)
        for fen, begins in ((late - new, start), (new, max(start, last_due))):
            days = max(0, (end - begins).days)
            if fen and days:
                bearing.append((index, fen, Fraction(numerator * days, denominator)))
        start = max(start, end)
    return Late(account.arrears_fen, tuple(bearing))


def _dues_until(probe: TermAccount, end: date) -> list[tuple[date, int, int]]:
    """Return what falls due until a day when each due is paid: its day, its principal, what it asks besides."""
    fallen: list[tuple[date, int, int]] = []
    while probe.running and probe.next_due <= end:
        probe.advance(probe.next_due)
        if due := probe.due_fen:
            principal = probe.pay(due)[PRINCIPAL]
            fallen.append((probe.day, principal, due - principal))
    return fallen


def _late_from(account: TermAccount, due: date, problem: Problem) -> date:
    """Return the day from which a due bears a penalty at the latest."""
    day = problem.working_days.next(due) if account.terms.shift == "next-working-day" else due
    return day + timedelta(days=account.terms.grace.days if account.terms.grace else 0)


def _least_penalty(account: TermAccount, problem: Problem) -> tuple[int, int]:
    """Return the penalty per fen and day, or none where the rate it follows may change."""
    changes = account.terms.rates or account.overrides
    follows = account.terms.penalty.rate is None
    return (0, 1) if changes and follows else account.penalty_per_day

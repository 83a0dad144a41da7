"""The way already walked: debts closed, what was repaid, what it saved, and what has slipped, in the same size.

Everything is computed from the book, the payments told in it and the plan; what is not known is left out (None).
Nothing here counts days in a row, compares with others, or rewards going without.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from ashore.dates import Month, WorkingDays, month_of
from ashore.household.advance import Paid
from ashore.household.model import Debt, Household
from ashore.household.position import open_debt
from ashore.loans.opening import EVERY_DAY_WORKS
from ashore.planning.plan import Plan
from ashore.planning.walked import Parted, Span, Walked, follows, payments_told, walked

PAID: Final = frozenset({"payment", "close"})
DUES_ONLY: Final = "as-is"
DAY: Final = timedelta(days=1)
Why = Literal["", "no-plan", "nothing-owed"]


@dataclass(frozen=True, slots=True)
class Closed:
    """A debt on which nothing is owed any more, and the day of the last payment, where it is known."""

    debt: str
    name: str
    on: date | None


@dataclass(frozen=True, slots=True)
class Step:
    """A debt's principal on two days, in fen; a setback is a rise."""

    debt: str
    name: str
    then_fen: int
    now_fen: int


@dataclass(frozen=True, slots=True)
class Standing:
    """The names of debts that are overdue; of those that were not before (`fell`); of those that no longer are."""

    overdue: tuple[str, ...]
    fell: tuple[str, ...]
    caught: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Behind:
    """What was done since a day, by the contracts of the debts that `steps` lists.

    `paid`: what the payments went to.  `avoided`: what would have been charged more by now, had none of them been
    made.  `aside`: the names of debts whose figures the payments do not explain; they are in no sum.
    """

    since: date
    payments: int
    paid: Parted
    avoided: Parted
    steps: tuple[Step, ...]
    aside: tuple[str, ...]
    standing: Standing

    @property
    def then_fen(self) -> int:
        """Return the principal of then."""
        return sum(one.then_fen for one in self.steps)

    @property
    def now_fen(self) -> int:
        """Return what is left of it."""
        return sum(one.now_fen for one in self.steps)


@dataclass(frozen=True, slots=True)
class Ahead:
    """Interest, penalty and fees of the plan against paying nothing but what falls due (SPEC §5.9, `as-is`), in fen.

    `until`: the last month that is counted.  `left_fen`: what would still be owed then by paying dues only;
    `offers`: the plan rests on what no creditor has put in writing yet.
    """

    plan_fen: int
    dues_fen: int
    until: Month
    left_fen: int
    offers: bool

    @property
    def avoided_fen(self) -> int:
        """Return what the plan avoids; below zero where it costs more."""
        return self.dues_fen - self.plan_fen


@dataclass(frozen=True, slots=True)
class LastDebt:
    """The last day on which a debt began, and how many days before `as_of` that was; `cards`: some may be drawn on."""

    on: date
    days: int
    cards: bool


@dataclass(frozen=True, slots=True)
class Living:
    """How many months of the plan, from the first on, pay for all essential spending; `short`: the first without."""

    months: int
    short: Month | None


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of the past: the household as it was before, and the payments made since."""

    before: Household
    payments: tuple[Paid, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far somebody has come, as far as it is known on `as_of`.

    `payments` and `paid_fen`: what the book tells of payments, whether or not they can be shared out.  `why`: for what
    reason `ahead` is None.
    """

    as_of: date
    closed: tuple[Closed, ...]
    still_open: int
    payments: int
    paid_fen: int
    behind: Behind | None
    ahead: Ahead | None
    why: Why
    last_debt: LastDebt | None
    living: Living | None


def told_in(before: Household, now: Household) -> Told:
    """Return the past as the file of a later day tells it: its dated payments after the figures of the earlier one.

    A payment on the day of those figures counts where they did not have it yet.
    """
    known = payments_told(before, before.as_of - DAY)
    told = payments_told(now, before.as_of - DAY)
    return Told(before, tuple(one for one in told if one.on > before.as_of or one not in known))


def progress_of(
    plan: Plan,
    household: Household,
    told: Told | None = None,
    since: date | None = None,
    working_days: WorkingDays = EVERY_DAY_WORKS,
) -> Progress:
    """Return how far a household has come; `plan` is its plan, which may leave out debts to be asked about first.

    `since`: payments before that day do not count as progress; they were made all the same.
    """
    why, behind = _why(plan), None
    payments = told.payments if told else payments_told(household, date.min)
    counted = [one for one in payments if since is None or one.on >= since]
    if told and told.payments:
        begin = max(since or told.before.as_of, _begun(told))
        behind = _behind(household, told, begin, working_days) if begin <= household.as_of else None
    return Progress(
        household.as_of,
        tuple(_closed(household)),
        sum(not is_paid_up(debt) for debt in household.debts),
        len(counted),
        sum(one.fen for one in counted),
        behind,
        None if why else _ahead(plan),
        why,
        _last_debt(household),
        _living(plan),
    )


def _begun(told: Told) -> date:
    """Return the first day of which something is told: that of the earlier figures if a payment was made on it."""
    as_of = told.before.as_of
    return as_of if any(one.on == as_of for one in told.payments) else as_of + DAY


def is_paid_up(debt: Debt) -> bool:
    """Return whether nothing is owed on a debt of which a payment is known; a 0 alone may be a figure not known."""
    owes = debt.balance_fen or debt.arrears or debt.deadline
    paid = debt.last_payment or any(one.kind in PAID for one in debt.events)
    return not owes and bool(paid)


def _closed(household: Household) -> Iterator[Closed]:
    for debt in household.debts:
        if is_paid_up(debt):
            days = [one.on for one in debt.events if one.kind in PAID]
            last = [debt.last_payment] if debt.last_payment else []
            yield Closed(debt.id, debt.name, max([*days, *last], default=None))


def _behind(household: Household, told: Told, since: date, working_days: WorkingDays) -> Behind:
    """Return what payments from `since` on did, a day after the earlier figures and not after those of today."""
    before, now = told.before, {debt.id: debt for debt in household.debts}
    span = Span(before.as_of, household.as_of, working_days)
    until_then = Span(before.as_of, max(before.as_of, since - DAY), working_days)
    earlier = [one for one in told.payments if one.on < since]
    counted: list[tuple[Debt, Walked, Walked]] = []
    avoided, aside, was_overdue = Parted(), list[str](), set[str]()
    for debt in before.debts:
        start, end = walked(debt, until_then, earlier), walked(debt, span, told.payments)
        if start.overdue:
            was_overdue.add(debt.id)
        if follows(end, now.get(debt.id), span):
            counted.append((debt, start, end))
            avoided = avoided.plus(walked(debt, span, earlier).charged).plus(end.charged, -1)
        else:
            aside.append(debt.name)
    return Behind(
        since,
        _number(told.payments, since, {debt.id for debt, _, _ in counted}),
        _together(end.paid.plus(start.paid, -1) for _, start, end in counted),
        avoided,
        tuple(
            Step(debt.id, debt.name, start.principal_fen, end.principal_fen) for debt, start, end in counted
        ),
        tuple(aside),
        _standing(before, household, was_overdue, working_days),
    )


def _together(parts: Iterable[Parted]) -> Parted:
    total = Parted()
    for one in parts:
        total = total.plus(one)
    return total


def _number(payments: Sequence[Paid], since: date, debts: Collection[str]) -> int:
    return sum(one.on >= since and one.debt in debts for one in payments)


def _standing(
    before: Household, household: Household, was_overdue: Collection[str], working_days: WorkingDays
) -> Standing:
    """Return which debts are overdue, and of those there were before which became so and which no longer are."""
    days = household.as_of, working_days
    overdue = [debt for debt in household.debts if open_debt(debt, *days).arrears_fen > 0]
    known, late = {debt.id for debt in before.debts}, {debt.id for debt in overdue}
    return Standing(
        tuple(debt.name for debt in overdue),
        tuple(debt.name for debt in overdue if debt.id in known and debt.id not in was_overdue),
        tuple(debt.name for debt in before.debts if debt.id in was_overdue and debt.id not in late),
    )


def _why(plan: Plan) -> Why:
    """Return why what is ahead is not compared: no plan works, or there is nothing to compare."""
    if plan.status == "does-not-work":
        return "no-plan"
    return "" if plan.outcome.payments else "nothing-owed"


def _ahead(plan: Plan) -> Ahead:
    """Return the plan beside paying dues only; what is forgiven is in neither (practice §2, H6)."""
    dues = plan.baselines[DUES_ONLY]
    until = month_of(plan.as_of).plus(plan.horizon)
    return Ahead(plan.outcome.cost_fen, dues.cost_fen, until, dues.left_fen, bool(plan.outcome.taken))


def _last_debt(household: Household) -> LastDebt | None:
    """Return when the last debt began; None unless it is known of every one."""
    days = [debt.start for debt in household.debts]
    known = [day for day in days if day]
    if not known or len(known) < len(days):
        return None
    cards = any(debt.terms.method == "revolving" and not is_paid_up(debt) for debt in household.debts)
    return LastDebt(max(known), (household.as_of - max(known)).days, cards)


def _living(plan: Plan) -> Living | None:
    """Return for how many months of the plan the living money is whole; None where no essential spending is told."""
    rows, short = plan.outcome.cash, plan.outcome.essential_month
    if not any(row.essential_fen for row in rows):
        return None
    return Living(sum(short is None or row.month < short for row in rows), short)

"""Why a plan pays in this order and keeps cash back: facts found in the plan's own rows, as codes with figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from ashore.dates import Month, month_of
from ashore.errors import Fact, Message
from ashore.planning.cliffs import MATURING
from ashore.planning.outcome import Outcome
from ashore.planning.policy import weight_of
from ashore.planning.policy_rank import PER_UNIT, marginal_rate, prepaying_pays
from ashore.planning.problem import Problem

HUNDRED_FEN: Final = 100_00
KEPT_TOLD: Final = 2
"""So many of the largest sums kept are told."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Cash that stays in hand at a month's end because later months, up to `until`, take more than they bring."""

    month: Month
    until: Month
    fen: int


def first_reasons(problem: Problem, outcome: Outcome) -> Iterator[Message]:
    """Yield why what is overdue is brought up to date in this order, and why early repayment begins where it does."""
    yield from _cured_first(problem, outcome)
    yield from _early_first(problem, outcome)


def _cured_first(problem: Problem, outcome: Outcome) -> Iterator[Message]:
    """Where several debts are overdue: which is brought up to date first, because of what hangs on it or its age."""
    late = [index for index, account in enumerate(problem.accounts) if account.arrears_fen]
    debts = problem.household.debts
    ids = {debts[index].id: index for index in late}
    first = next((ids[row.debt] for row in outcome.payments if row.debt in ids and row.days_late), None)
    if len(late) < 2 or first is None:  # noqa: PLR2004 - an order needs two
        return
    others = [index for index in late if index != first]
    facts: dict[str, Fact] = {"debt": debts[first].name}
    days = problem.accounts[first].days_past_due
    weights = [weight_of(debts[index]) for index in others]
    if weight_of(debts[first]) > max(weights):
        yield Message("reason-cured-weight", facts)
    elif days >= max(problem.accounts[index].days_past_due for index in others):
        yield Message("reason-cured-oldest", facts | {"late_ndays": days})


def _early_first(problem: Problem, outcome: Outcome) -> Iterator[Message]:
    """Which debt is repaid early first, and what of it puts it there: its rate, its size, or its large last due."""
    places = {debt.id: index for index, debt in enumerate(problem.household.debts)}
    early = [row for row in outcome.payments if row.extra and row.debt in places]
    if not early:
        return
    begun = {places[row.debt] for row in early if month_of(row.on) == month_of(early[0].on)}
    rates = [marginal_rate(account) for account in problem.accounts]
    first = max(begun, key=lambda index: (rates[index], -index))
    account, debt = problem.accounts[first], problem.household.debts[first]
    facts: dict[str, Fact] = {"debt": debt.name}
    rest = _others_open(problem, outcome, first, early[0].on)
    saved = rates[first] * HUNDRED_FEN // PER_UNIT
    if saved and all(rates[first] >= rates[one] for one in rest if prepaying_pays(problem.accounts[one])):
        yield Message("reason-early-dearest", facts | {"saved_fen": saved, "put_fen": HUNDRED_FEN})
        for other in sorted(begun - {first}):
            if problem.accounts[other].terms.method in MATURING:
                yield _lump(problem, outcome, other)
    elif outcome.policy.endswith("-lumps") and account.terms.method in MATURING:
        yield _lump(problem, outcome, first)
    elif all(account.principal_left_fen <= problem.accounts[one].principal_left_fen for one in rest):
        yield Message("reason-early-smallest", facts | {"left_fen": account.principal_left_fen})
    elif saved and all(rates[first] >= rates[one] for one in _still_due(problem, outcome, early[0].on)):
        then: dict[str, Fact] = {"early_month": str(month_of(early[0].on))}
        yield Message("reason-early-then", facts | then | {"saved_fen": saved, "put_fen": HUNDRED_FEN})


def _still_due(problem: Problem, outcome: Outcome, day: date) -> list[int]:
    """Return the debts, by index, that are paid on a day or later in its month: early repayment is on a due day."""
    paid = {row.debt for row in outcome.payments if row.on >= day and month_of(row.on) == month_of(day)}
    return [
        index
        for index, debt in enumerate(problem.household.debts)
        if debt.id in paid and prepaying_pays(problem.accounts[index])
    ]


def _lump(problem: Problem, outcome: Outcome, place: int) -> Message:
    """Return that money which waits for a debt's last, large due repays it early, and how much in all."""
    debt = problem.household.debts[place]
    early_fen = sum(row.fen for row in outcome.payments if row.extra and row.debt == debt.id)
    return Message("reason-early-lump", {"debt": debt.name, "early_fen": early_fen})


def _others_open(problem: Problem, outcome: Outcome, first: int, day: date) -> list[int]:
    """Return the other debts, by index, still open on a day that may be repaid early."""
    closed = _closed_before(outcome, day)
    return [
        index
        for index, account in enumerate(problem.accounts)
        if index != first
        and problem.household.debts[index].id not in closed
        and account.terms.prepayment.allowed
    ]


def _closed_before(outcome: Outcome, day: date) -> set[str]:
    last = {row.debt: row.on for row in outcome.payments}
    return {debt for debt, on in last.items() if on < day and debt not in outcome.left_debts}


def kept_of(outcome: Outcome) -> tuple[Kept, ...]:
    """Return the cash that later months need at each month's end, for each month it is kept for its largest sum."""
    early = {row.month: 0 for row in outcome.cash}
    for payment in outcome.payments:
        early[month_of(payment.on)] += payment.fen if payment.extra else 0
    short = [
        row.essential_fen + row.other_fen + row.debt_fen - early[row.month] - row.income_fen
        for row in outcome.cash
    ]
    found: dict[Month, Kept] = {}
    for index, row in enumerate(outcome.cash):
        until, fen = _most_short(short, index)
        end = outcome.cash[until].month
        if fen > 0 and (end not in found or fen > found[end].fen):
            found[end] = Kept(row.month, end, fen)
    return tuple(sorted(found.values(), key=lambda kept: -kept.fen))


def _most_short(short: Sequence[int], index: int) -> tuple[int, int]:
    """Return up to which later month most is missing when months after this one are added up, and how much."""
    total = most = 0
    until = index
    for later in range(index + 1, len(short)):
        total += short[later]
        if total > most:
            until, most = later, total
    return until, most


def kept_reasons(problem: Problem, outcome: Outcome) -> Iterator[Message]:
    """Yield the largest sums kept back: at which month's end, how much, for which months and what in them most."""
    for kept in sorted(kept_of(outcome)[:KEPT_TOLD], key=lambda one: one.month):
        facts: dict[str, Fact] = {
            "kept_month": str(kept.month),
            "due_month": str(kept.until),
            "kept_fen": kept.fen,
        }
        name, fen = _largest(problem, outcome, kept)
        yield Message(
            "reason-cash-kept" if name else "reason-cash-kept-plain",
            facts | {"for": name, "largest_fen": fen},
        )


def _largest(problem: Problem, outcome: Outcome, kept: Kept) -> tuple[str, int]:
    """Return what takes most in the months that the cash is kept for, all of a month and name together.

    No name where that is everyday spending, which tells nobody anything.
    """
    names = {debt.id: debt.name for debt in problem.household.debts}
    everyday = {one.name for one in problem.household.spendings}
    sums: dict[tuple[Month, str], int] = {}
    for row in outcome.payments:
        month = month_of(row.on)
        if kept.month < month <= kept.until and not row.extra and row.debt in names:
            sums[month, names[row.debt]] = sums.get((month, names[row.debt]), 0) + row.fen
    for index in range(kept.month.minus(problem.first) + 1, kept.until.minus(problem.first) + 1):
        for flow in problem.flows[index]:
            if flow.kind != "income":
                key = (problem.first.plus(index), flow.name)
                sums[key] = sums.get(key, 0) + flow.fen
    (_, name), fen = max(sums.items(), key=lambda item: item[1], default=((kept.until, ""), 0))
    return ("" if name in everyday else name), fen

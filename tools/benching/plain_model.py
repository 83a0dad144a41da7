"""The plain alternative to our planner: one weighted model of a household in HiGHS, solved until proved or out of time.

Written from the research on optimal plans, section 2: unit schedules scaled by shares that never rise, one choice for
each debt, what is late by month with its late-month binaries, cash by month, sales, side work, a friend's loan.
Objective, in yuan: 50 × unpaid living costs + 30 × harm + cost.  The rules of the specification bind it as they bind
us: nothing is repaid early in a month that ends overdue, below the emergency fund, or while an offer may still fail.
It knows neither days nor harm after day 90; its plan is therefore replayed by `plain_replay` and judged.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from time import process_time
from typing import Any, Final, Protocol

from ashore.household.flows import sale_fen
from ashore.loans.accrual import level_payment
from ashore.planning.problem import DAILY_MONTHS, Problem, needs_by_month
from benching.units import FEN, Lender, Unit, lenders_of

INFINITY: Final = 1e30
UNPAID, HARM = 50.0, 30.0
LENT: Final = 1.5
"""What a friend's yuan costs, so that it comes last (SPEC §5.7); an hour of side work costs what it pays."""
MARGIN, SHORT = 3.0, 0.05
"""Yuan kept where that costs nothing, so that rounding to the fen leaves no due short; a card's floor comes on top.

A yuan of it that is not there costs 5 fen a month: more than early repayment saves, less than a late fee.
"""
GAP: Final = 1e-4
Entries = list[tuple[int, float]]


@dataclass(slots=True)
class Programme:
    """Columns with cost and bounds, rows with bounds and entries."""

    cost: list[float] = field(default_factory=list[float])
    low: list[float] = field(default_factory=list[float])
    high: list[float] = field(default_factory=list[float])
    whole: list[bool] = field(default_factory=list[bool])
    rows: list[tuple[float, float, Entries]] = field(default_factory=list[tuple[float, float, Entries]])

    def column(
        self, cost: float = 0.0, low: float = 0.0, high: float = INFINITY, *, whole: bool = False
    ) -> int:
        """Add a column.  Returns its place."""
        self.cost.append(cost)
        self.low.append(low)
        self.high.append(high)
        self.whole.append(whole)
        return len(self.cost) - 1

    def row(self, entries: Entries, low: float = -INFINITY, high: float = INFINITY) -> None:
        """Add a row."""
        self.rows.append((low, high, entries))


class Interrupting(Protocol):
    """What HiGHS hands over now and then, so that it can be stopped."""

    def interrupt(self, value: bool) -> None:  # noqa: FBT001 - HiGHS's own
        """Stop the search or let it go on."""
        ...


@dataclass(frozen=True, slots=True)
class Solved:
    """What the solver found: column values (empty if none), its objective and bound in yuan, whether proved, CPU."""

    values: Sequence[float]
    objective: float
    bound: float
    proved: bool
    seconds: float


def solve(programme: Programme, seconds: float) -> Solved:
    """Return what HiGHS finds on one thread within so many CPU seconds, at a gap of 1e-4 or half a yuan."""
    import highspy
    import numpy as np

    model: Any = highspy.HighsLp()
    entries = [row[2] for row in programme.rows]
    model.num_col_, model.num_row_ = len(programme.cost), len(entries)
    model.col_cost_ = np.array(programme.cost)
    model.col_lower_, model.col_upper_ = np.array(programme.low), np.array(programme.high)
    model.row_lower_ = np.array([row[0] for row in programme.rows])
    model.row_upper_ = np.array([row[1] for row in programme.rows])
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.concatenate(([0], np.cumsum([len(row) for row in entries])))
    model.a_matrix_.index_ = np.array([place for row in entries for place, _ in row], dtype=np.int32)
    model.a_matrix_.value_ = np.array([value for row in entries for _, value in row], dtype=float)
    kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
    model.integrality_ = [kinds[whole] for whole in programme.whole]
    solver: Any = highspy.Highs()
    solver.silent()
    for name, value in {"threads": 1, "mip_rel_gap": GAP, "mip_abs_gap": 0.5}.items():
        solver.setOptionValue(name, value)
    begun = process_time()

    def stop(event: Interrupting) -> None:
        event.interrupt(process_time() - begun > seconds)

    # HiGHS's own limit counts the wall clock, which is no measure on a machine with other work.
    solver.cbMipInterrupt += stop
    solver.passModel(model)
    solver.run()
    used, info = process_time() - begun, solver.getInfo()
    proved = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    found = info.primal_solution_status == 2  # noqa: PLR2004 - HiGHS's word for a feasible solution
    values = list(solver.getSolution().col_value) if found else []
    return Solved(values, float(info.objective_function_value), float(info.mip_dual_bound), proved, used)


class PlainModel:
    """A household as the programme, with the places of the columns that say what is to be done.

    With `punctual` nothing may be late after month 0 and no living cost unpaid: the stage without late-month binaries.
    """

    def __init__(self, problem: Problem, *, punctual: bool = False) -> None:
        """Write all columns and rows."""
        self.problem, self.programme, self.punctual = problem, Programme(), punctual
        self.months = problem.horizon + 1
        self.lenders = lenders_of(problem)
        self.constant = -sum(sum(account.tally.began) for account in problem.accounts) / FEN
        """What turns all that is paid and left into the cost: what is owed as it begins."""
        column, months = self.programme.column, range(self.months)
        self.unpaid = [column(UNPAID, high=0.0 if punctual else INFINITY) for _ in months]
        self.early = [column(high=1.0, whole=True) for _ in months]
        self.cash = [column() for _ in months]
        self.flows: list[Entries] = [[] for _ in months]
        """What leaves cash in each month, as (column, yuan)."""
        self.prepaid: list[Entries] = [[] for _ in months]
        self.chosen: list[list[int]] = []
        self.shares: list[list[list[int]]] = []
        self.settled: list[dict[int, list[tuple[int, int]]]] = []
        self.paid: list[list[int]] = []
        self.late: list[list[int]] = []
        for lender in self.lenders:
            self._lender(lender)
        self.sales = self._sales()
        self.hours = self._hours()
        self.draw = self._draw()
        self._cash()

    def _leaves(self, month: int, place: int, yuan: float) -> None:
        """Let a column's yuan leave cash in a month; what leaves for debts is part of the cost."""
        self.flows[month].append((place, yuan))
        self.programme.cost[place] += yuan

    def _lender(self, lender: Lender) -> None:
        column, row = self.programme.column, self.programme.row
        several = len(lender.units) > 1
        chosen = [column(low=0.0 if several else 1.0, high=1.0, whole=several) for _ in lender.units]
        row([(place, 1.0) for place in chosen], 1.0, 1.0)
        asked: list[Entries] = [[] for _ in range(self.months)]
        settled = dict[int, list[tuple[int, int]]]()
        shares: list[list[int]] = []
        for place, (choice, unit) in enumerate(zip(chosen, lender.units, strict=True)):
            if unit.fee:
                self._leaves(1, choice, unit.fee)
            for month in range(1, unit.talks + 1):
                if month < self.months:
                    row([(self.early[month], 1.0), (choice, 1.0)], high=1.0)
            if unit.settles:
                settled[place] = self._settlement(unit, choice)
                shares.append([choice] * (self.months + 1))
            else:
                shares.append(self._shares(lender, unit, choice, asked))
        self.chosen.append(chosen)
        self.shares.append(shares)
        self.settled.append(settled)
        self._lateness(lender, chosen, asked)

    def _settlement(self, unit: Unit, choice: int) -> list[tuple[int, int]]:
        """Pay a settlement whole in one month up to its last.  Returns (month, column)."""
        months = range(1, min(unit.talks + 1, self.months))
        paid = [(month, self.programme.column(high=1.0, whole=True)) for month in months]
        self.programme.row([(choice, -1.0), *((place, 1.0) for _, place in paid)], 0.0, 0.0)
        for month, place in paid:
            self._leaves(month, place, unit.settles)
        return paid

    def _shares(self, lender: Lender, unit: Unit, choice: int, asked: list[Entries]) -> list[int]:
        """Return the columns of the share that is left as each month begins, and at the end."""
        shares = [choice]
        for month in range(self.months):
            share = shares[-1]
            if unit.due[month]:
                asked[month].append((share, unit.due[month]))
            if unit.may[month] and unit.left[month]:
                after = self.programme.column(high=1.0)
                self.programme.row([(share, -1.0), (after, 1.0)], high=0.0)
                yuan = unit.left[month] * (1 + lender.prepay_fee)
                self._leaves(month, share, yuan)
                self._leaves(month, after, -yuan)
                self.prepaid[month] += [(share, unit.left[month]), (after, -unit.left[month])]
                shares.append(after)
            else:
                shares.append(share)
        self.programme.cost[shares[-1]] += unit.left[-1]
        return shares

    def _lateness(self, lender: Lender, chosen: Sequence[int], asked: Sequence[Entries]) -> None:
        """Carry what is late from month to month; a month that ends late has its binary and its harm."""
        column, row = self.programme.column, self.programme.row
        most, was, before = max(unit.late for unit in lender.units), -1, -1
        paid, late = list[int](), list[int]()
        for month in range(self.months):
            begins = [(place, -unit.late) for place, unit in zip(chosen, lender.units, strict=True)]
            grows = 1 + (lender.grows[month] if month > 1 else 0.0)
            most = most * grows + max(unit.due[month] for unit in lender.units) + lender.late_yuan
            most *= 1 + lender.late_share
            over = month == 0 and self.problem.as_of == self.problem.first.last
            pays, owed = column(high=0.0 if over else INFINITY), column()
            never = self.punctual and month > 0
            is_late = column(HARM * lender.weight * 2, high=0.0 if never else 1.0, whole=not never)
            first = column(HARM * lender.weight * 3, high=1.0)
            self._leaves(month, pays, 1.0)
            entries = [(owed, 1.0), (pays, 1.0), *((place, -yuan) for place, yuan in asked[month])]
            entries += begins if before < 0 else [(before, -grows)]
            if month:
                entries.append((is_late, -lender.late_yuan))
            if lender.late_share and asked[month]:
                new = column()
                row([(new, 1.0), (pays, 1.0), *((place, -yuan) for place, yuan in asked[month])], low=0.0)
                entries.append((new, -lender.late_share))
            row(entries, 0.0, 0.0)
            row([(owed, 1.0), (is_late, -most)], high=0.0)
            row([(self.early[month], 1.0), (is_late, 1.0)], high=1.0)
            row(
                [(first, 1.0), (is_late, -1.0), *([(was, 1.0)] if was >= 0 else [])],
                -float(lender.overdue and was < 0),
            )
            before, was = owed, is_late
            paid.append(pays)
            late.append(is_late)
        self.programme.cost[before] += 1.0
        self.paid.append(paid)
        self.late.append(late)

    def _sales(self) -> list[tuple[int, list[tuple[int, int]]]]:
        """Return for each thing that may be sold (place, its (month, column))."""
        found: list[tuple[int, list[tuple[int, int]]]] = []
        for place, asset in enumerate(self.problem.household.assets):
            if not asset.for_sale:
                continue
            columns = [
                (month, self.programme.column(high=1.0, whole=True)) for month in range(1, self.months)
            ]
            self.programme.row([(one, 1.0) for _, one in columns], high=1.0)
            for month, one in columns:
                self.flows[month].append((one, -sale_fen(asset, month) / FEN))
            found.append((place, columns))
        return found

    def _hours(self) -> list[list[tuple[int, int]]]:
        """Return for each kind of side work its (month, column); in the first months the pay comes after the dues."""
        found: list[list[tuple[int, int]]] = []
        for work in self.problem.household.side_work:
            columns: list[tuple[int, int]] = []
            for month in range(1, self.months):
                one = self.programme.column(work.hourly_fen / FEN, high=float(work.hours_month))
                arrives = month if month >= DAILY_MONTHS else month + 1
                if arrives < self.months:
                    self.flows[arrives].append((one, -work.hourly_fen / FEN))
                columns.append((month, one))
            found.append(columns)
        return found

    def _draw(self) -> int:
        """Return the column of a friend's loan drawn in the first month, -1 without one; its instalments are cost."""
        if not self.problem.household.friend_loans:
            return -1
        lever = self.problem.household.friend_loans[0]
        draw = self.programme.column(LENT - 1.0, high=lever.amount_fen_max / FEN)
        self.flows[1].append((draw, -1.0))
        pays = level_payment(FEN**3, lever.rate_per_year / 12, lever.months) / FEN**3
        for month in range(2, 2 + lever.months):
            if month < self.months:
                self._leaves(month, draw, pays)
            else:
                self.programme.cost[draw] += pays
        return draw

    def _cash(self) -> None:
        """Let cash pass from month to month; repaying early needs the emergency fund, and no month that ends late."""
        margin = MARGIN + sum(
            account.terms.minimum.floor_fen / FEN
            for account in self.problem.accounts
            if account.terms.minimum
        )
        everything = sum(debt.balance_fen for debt in self.problem.household.debts) / FEN * 2
        for month, need in enumerate(needs_by_month(self.problem, ("essential", "due", "other", "family"))):
            cash, early, short = (
                self.cash[month],
                self.early[month],
                self.programme.column(SHORT, high=margin),
            )
            entries: Entries = [(cash, 1.0), (self.unpaid[month], -1.0), *self.flows[month]]
            start = self.problem.household.cash_fen / FEN if month == 0 else 0.0
            if month:
                entries.append((self.cash[month - 1], -1.0))
            self.programme.row(_summed(entries), start - need / FEN, start - need / FEN)
            self.programme.row([(cash, 1.0), (short, 1.0)], low=margin)
            target = self.problem.emergency_target_fen(month) / FEN
            self.programme.row([(cash, 1.0), (early, -target)], low=0.0)
            if self.prepaid[month]:
                self.programme.row([*_summed(self.prepaid[month]), (early, -everything)], high=0.0)


def _summed(entries: Entries) -> Entries:
    """Return the entries with those of one column added up."""
    found: dict[int, float] = {}
    for place, value in entries:
        found[place] = found.get(place, 0.0) + value
    return list(found.items())

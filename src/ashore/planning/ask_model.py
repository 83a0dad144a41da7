"""Which asks together let every due be paid, by months: a small choice among fixed streams of dues (HiGHS)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ashore.dates import month_of
from ashore.loans.acceptance import accept_paying
from ashore.loans.account import TermAccount
from ashore.loans.concessions import Account
from ashore.planning.ahead import DAY
from ashore.planning.ask_options import Ask
from ashore.planning.prices import INFINITY
from ashore.planning.problem import Problem
from ashore.planning.record import CURE_MONTHS

CREDITOR = 1000
"""What one creditor more weighs in the model: more than all asks together (SPEC §7)."""


@dataclass(frozen=True, slots=True)
class Choices:
    """For each debt its streams: the contract's first, then one for each ask; fen due by month."""

    asks: tuple[tuple[Ask, ...], ...]
    streams: tuple[tuple[tuple[int, ...], ...], ...]
    creditors: tuple[str, ...]


def stream_of(account: Account, problem: Problem, ask: Ask | None = None) -> tuple[int, ...]:
    """Return what a debt asks in each month when each due is paid; what is overdue is asked in month 6."""
    probe = account.copy()
    if ask is not None:
        probe.advance(problem.as_of + DAY)
        probe, _ = accept_paying(probe, ask.offer.concession)
    due = [0] * (problem.horizon + 1)
    if isinstance(probe, TermAccount):
        due[min(CURE_MONTHS, problem.horizon)] += probe.due_fen
        probe.items = []
    while probe.running and month_of(probe.next_due).minus(problem.first) <= problem.horizon:
        probe.advance(probe.next_due)
        if asked := probe.due_fen:
            probe.pay(asked)
            due[month_of(probe.day).minus(problem.first)] += asked
    return tuple(due)


def smallest(
    choices: Choices, cash_fen: Sequence[int], cuts: Sequence[frozenset[tuple[int, int]]]
) -> tuple[int, ...] | None:
    """Return for each debt the place of its stream (0: the contract), the smallest asks first; None if none fits.

    `cash_fen`: what may have gone to debts by the end of each month.  `cuts`: sets of (debt, place) that may not be
    chosen together again.
    """
    import highspy
    import numpy as np

    debts, creditors = len(choices.streams), sorted(set(choices.creditors))
    place = [(debt, index) for debt in range(debts) for index in range(len(choices.streams[debt]))]
    column = {pair: number for number, pair in enumerate(place)}
    months = len(cash_fen)
    rows: list[tuple[float, float, dict[int, float]]] = []
    for month in range(months):
        spent = {column[d, i]: sum(choices.streams[d][i][: month + 1]) / 100 for d, i in place}
        rows.append((-INFINITY, cash_fen[month] / 100, spent))
    rows += [(1, 1, {column[d, i]: 1.0 for dd, i in place if dd == d}) for d in range(debts)]
    for debt, index in place:
        if index:
            asked = len(place) + creditors.index(choices.creditors[debt])
            rows.append((-INFINITY, 0, {column[debt, index]: 1.0, asked: -1.0}))
    rows += [(-INFINITY, len(cut) - 1, {column[pair]: 1.0 for pair in cut}) for cut in cuts]
    weights = [float(choices.asks[d][i - 1].weight) if i else 0.0 for d, i in place] + [CREDITOR] * len(
        creditors
    )
    model: Any = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(weights), len(rows)
    model.col_cost_ = np.array(weights, dtype=float)
    model.col_lower_, model.col_upper_ = np.zeros(len(weights)), np.ones(len(weights))
    model.integrality_ = [highspy.HighsVarType.kInteger] * len(weights)
    model.row_lower_ = np.array([row[0] for row in rows], dtype=float)
    model.row_upper_ = np.array([row[1] for row in rows], dtype=float)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.concatenate(([0], np.cumsum([len(row[2]) for row in rows])))
    model.a_matrix_.index_ = np.array([one for row in rows for one in row[2]])
    model.a_matrix_.value_ = np.array([one for row in rows for one in row[2].values()])
    solver: Any = highspy.Highs()
    solver.silent()
    solver.setOptionValue("threads", 1)
    solver.passModel(model)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    values = list(solver.getSolution().col_value)
    return tuple(
        max(range(len(choices.streams[debt])), key=lambda index: values[column[debt, index]])
        for debt in range(debts)
    )

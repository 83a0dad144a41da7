"""Which asks together let every due be paid, by months: a small choice among fixed streams of dues (HiGHS)."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from ashore.dates import month_of
from ashore.loans.acceptance import accept_paying
from ashore.loans.account import TermAccount
from ashore.loans.concessions import Account
from ashore.planning.ahead import DAY
from ashore.planning.ask_options import Ask
from ashore.planning.problem import Problem
from ashore.planning.record import CURE_MONTHS
from ashore.planning.solver import Programme

FEN: Final = 100
CREDITOR: Final = 1000
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
    programme = Programme()
    creditors: dict[str, list[tuple[int, float]]] = {}
    months = [programme.row(fen / FEN) for fen in cash_fen]
    one_each = [programme.row(1, 1) for _ in choices.streams]
    excluded = [programme.row(len(cut) - 1) for cut in cuts]
    column: dict[tuple[int, int], int] = {}
    for debt, streams in enumerate(choices.streams):
        for place, stream in enumerate(streams):
            entries = [(month, spent / FEN) for month, spent in zip(months, accumulate(stream), strict=True)]
            entries += [(one_each[debt], 1.0)]
            entries += [(row, 1.0) for row, cut in zip(excluded, cuts, strict=True) if (debt, place) in cut]
            if place:
                asked = programme.row(0.0)
                entries.append((asked, 1.0))
                creditors.setdefault(choices.creditors[debt], []).append((asked, -1.0))
            weight = float(choices.asks[debt][place - 1].weight) if place else 0.0
            column[debt, place] = programme.column(entries, weight, 0, 1)
    for asked in creditors.values():
        programme.column(asked, CREDITOR, 0, 1)
    found = programme.solve(whole=True)
    if found is None:
        return None
    values = found.values
    return tuple(
        max(range(len(streams)), key=lambda place, debt=debt: values[column[debt, place]])
        for debt, streams in enumerate(choices.streams)
    )

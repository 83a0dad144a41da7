"""Which concessions to take and what to repay early, by a model of months with every due paid (HiGHS, SPEC §5)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Final

from ashore.dates import month_of
from ashore.planning.offers import Selection
from ashore.planning.prices import Cash
from ashore.planning.problem import Problem
from ashore.planning.relaxed import Group, Relaxed, Stretch
from ashore.planning.solver import Solution

CUT_COST: Final = 1.0
LATER_COST: Final = 50.0
"""An offer is accepted later than it can be only where that saves more than this, in yuan: it may be withdrawn."""
HALF: Final = 0.5
WHOLE: Final = 1e-6
NODES_MAX: Final = 200
"""Nodes of the search for one pattern; it ends with the best found."""
Targets = Mapping[tuple[str, int], int]
"""By debt and month index: the principal, in fen, that early repayment brings it down to."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """What the model would do: the concessions taken, and how far each debt is repaid early by each month."""

    offers: Selection
    targets: Targets


def patterns(
    problem: Problem,
    household: Relaxed,
    offers: Selection,
    most: int,
    spare_fen: int,
    *,
    cuts: bool,
    short_cost: float | None = None,
) -> Iterator[Pattern]:
    """Yield up to `most` patterns with which every due can be paid by months, the cheapest first.

    `spare_fen`: cash that stays at each month's end.  With `cuts` spending may be cut for it, at its own price.
    `short_cost`: what a yuan that is missing counts; None: none may be.  Where some may be, concessions are accepted at
    once: to wait would only leave a due unpaid.
    Nothing is yielded where none fits.  By days a pattern may fail all the same: it is tried by replay.
    """
    talked = max((month_of(offer.talked_until(problem.as_of)) for offer in offers), default=None)
    model = Cash(
        _searched(household, -1 if talked is None else talked.minus(problem.first), spare_fen, cuts=cuts),
        CUT_COST,
        short_cost,
    )
    model.programme.wholes = set(model.ways) if offers else set()
    for column, way in model.ways.items():
        model.programme.cost[column] += LATER_COST if way.since else 0.0
        if way.odd or (way.since and short_cost is not None):
            model.programme.high[column] = 0.0
    for _ in range(most):
        found = _solved(model)
        if found is None:
            return
        chosen = {column: way for column, way in model.ways.items() if found.values[column] > HALF}
        taken = [way for way in chosen.values() if way.offer >= 0]
        yield Pattern(_selection(offers, taken), _targets(model, chosen, found))
        if not offers:
            return
        _exclude(model, offers, taken)


def _solved(model: Cash) -> Solution | None:
    """Return what the model finds: first with shares, then in whole choices for the debts that shares divide.

    What shares leave whole stays, unless nothing fits with it: then every choice is searched.
    """
    programme, wholes = model.programme, model.programme.wholes
    programme.wholes = set()
    shared = programme.solve()
    programme.wholes = wholes
    if shared is None or not wholes:
        return shared
    chosen = [list(chain.from_iterable(one)) for one in model.chosen]
    whole = [
        column
        for columns in chosen
        if all(min(shared.values[one], 1 - shared.values[one]) < WHOLE for one in columns)
        for column in columns
    ]
    if len(whole) == sum(map(len, chosen)):
        return shared
    bounds = [(column, programme.low[column], programme.high[column]) for column in whole]
    for column in whole:
        programme.low[column] = programme.high[column] = round(shared.values[column])
    found = programme.solve(nodes_max=NODES_MAX)
    for column, low, high in bounds:
        programme.low[column], programme.high[column] = low, high
    return found or programme.solve(nodes_max=NODES_MAX)


def _searched(household: Relaxed, talked: int, spare_fen: int, *, cuts: bool) -> Relaxed:
    """Return the household with a little cash to spare, and nothing repaid early while offers are talked about."""
    groups = tuple(
        Group(
            tuple(
                tuple(tuple(_locked(_asking(way), talked) for way in ways) for ways in one)
                for one in group.selections
            )
        )
        for group in household.groups
    )
    floors = tuple(fen + spare_fen for fen in household.floor_fen)
    most = household.cuts_max_fen if cuts else 0
    return replace(household, groups=groups, floor_fen=floors, cuts_max_fen=most)


def _asking(way: Stretch) -> Stretch:
    """Return a debt of which the bound knows little with what it asks if every due is paid."""
    return replace(way, late=None, paid=(*way.paid, *way.likely)) if way.likely else way


def _locked(way: Stretch, talked: int) -> Stretch:
    points = tuple(
        point if point.locked or point.month > talked else replace(point, locked=True) for point in way.points
    )
    return replace(way, points=points)


def _targets(model: Cash, chosen: Mapping[int, Stretch], found: Solution) -> Targets:
    """Return the principal left of each debt by month, where less is left than by contract."""
    targets: dict[tuple[str, int], int] = {}
    for column, way in chosen.items():
        for share, point in zip(model.shares[column], way.points, strict=True):
            targets[way.debt, point.month] = -int(-found.values[share] * point.left_fen // 1)
    return targets


def _selection(offers: Selection, taken: Sequence[Stretch]) -> Selection:
    """Return the concessions that these ways take, each from the latest day that one of them asks for."""
    since: dict[int, date | None] = {}
    for way in taken:
        days = [day for day in (since.get(way.offer), way.since) if day]
        since[way.offer] = max(days, default=None)
    return tuple(replace(offers[place], since=since[place]) for place in sorted(since))


def _exclude(model: Cash, offers: Selection, taken: Sequence[Stretch]) -> None:
    """Let other ways be found next time."""
    ways = set(taken)
    row = model.programme.row(len({way.offer for way in ways}) - 1.0)
    for column, way in model.ways.items():
        if way.offer >= 0:
            share = 1 / len(offers[way.offer].members)
            model.programme.rows[row][column] = share if way in ways else -share

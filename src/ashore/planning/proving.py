"""How far a bound can be raised by telling cases apart: which concession each debt takes (SPEC §6, `--prove`)."""

from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import count
from typing import Final

from ashore.planning.bound import bound_fen, falling
from ashore.planning.cases import Case, Choice, branches, restricted
from ashore.planning.certificate import Certificate
from ashore.planning.outcome import Outcome
from ashore.planning.prices import Cash
from ashore.planning.problem import Problem
from ashore.planning.relaxed import Group, Relaxed, Span, Stretch, span_of
from ashore.planning.relaxing import relax

WHOLE: Final = 1e-6
SHORT_COST: Final = 50.0
"""What a yuan that is missing counts: a case in which no plan works gets a high bound, not none."""


def proofs(problem: Problem, outcome: Outcome) -> Iterator[Certificate]:
    """Yield ever better certificates of a plan that works: cases that leave out no plan.

    Ends when no debt is left whose choice is open in the weakest case.  Nothing where no bound can be shown.
    """
    span = span_of(problem, outcome)
    household = relax(problem, span) if span else None
    if span is None or household is None:
        return
    order = count()
    first, open_place = _case(household, ())
    cases = [(first.bound_fen, next(order), first, open_place)]
    yield _certificate([first], span)
    while cases:
        _, _, worst, place = cases[0]
        if place is None:
            return
        heappop(cases)
        for branch in range(len(branches(household.groups[place]))):
            case, open_place = _case(household, (*worst.choices, (place, branch)))
            heappush(cases, (case.bound_fen, next(order), case, open_place))
        yield _certificate([case for _, _, case, _ in sorted(cases)], span)


def _certificate(cases: Sequence[Case], span: Span) -> Certificate:
    return Certificate(cases[0].bound_fen, cases[0].prices, span, tuple(cases))


def _case(household: Relaxed, choices: tuple[Choice, ...]) -> tuple[Case, int | None]:
    """Return what the best prices found prove for a case, and the debts whose choice is most open in it."""
    narrowed = restricted(household, choices)
    cash = Cash(narrowed, short_cost=SHORT_COST)
    found = cash.programme.solve()
    months = len(narrowed.net_fen)
    if found is None:
        return Case(choices, (0,) * months, bound_fen(narrowed, [0] * months)), None
    prices = falling([-dual for dual in found.duals[:months]], months)
    values = {way: found.values[column] for column, way in cash.ways.items()}
    fixed = {place for place, _ in choices}
    opened = {
        place: _openness(group, values)
        for place, group in enumerate(household.groups)
        if place not in fixed and len(branches(group)) > 1
    }
    place = max(opened, key=lambda one: opened[one], default=None)
    most_open = place if place is not None and opened[place] > WHOLE else None
    return Case(choices, tuple(prices), bound_fen(narrowed, prices)), most_open


def _openness(group: Group, values: Mapping[Stretch, float]) -> float:
    """Return how far from whole the shares of a group's branches are."""
    shares = [
        sum(values.get(way, 0.0) for one in branch.selections for way in one[0]) for branch in branches(group)
    ]
    return max(min(share, 1 - share) for share in shares)

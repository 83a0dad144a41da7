"""Cases that a proof tells apart; together they leave no plan out.

A case says which concession debts take, and of months whether nothing is repaid early or the emergency fund is kept.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ashore.planning.floors import raised
from ashore.planning.relaxed import Group, Relaxed, Stretch

Choice = tuple[int, int]
"""A place and which of its branches is taken: first the sets of debts have a place each, then the months."""
LOCKED: Final = 0
"""The branch of a month in which nothing is repaid early; in the other one the emergency fund is kept at its end."""
MONTH_BRANCHES: Final = 2


@dataclass(frozen=True, slots=True)
class Case:
    """Plans that take these branches, as (place, branch), cost at least what `prices` prove."""

    choices: tuple[Choice, ...]
    prices: tuple[int, ...]
    bound_fen: int


def branches(group: Group) -> tuple[Group, ...]:
    """Return the cases of debts whose concessions hang together: one for each selection or offer, none left out."""
    selections = list(group.selections)
    if len(selections) != 1:
        return tuple(Group((one,)) for one in selections)
    members = list(selections[0])
    if len(members) != 1:
        return (group,)
    taken = dict.fromkeys(way.offer for way in members[0])
    return tuple(Group(((tuple(way for way in members[0] if way.offer == offer),),)) for offer in taken)


def branch_count(household: Relaxed, place: int) -> int:
    """Return how many branches a place has; 0 where there is no such place."""
    month = place - len(household.groups)
    if 0 <= place < len(household.groups):
        return len(branches(household.groups[place]))
    return MONTH_BRANCHES if 0 <= month < len(household.fund_fen) else 0


def restricted(household: Relaxed, choices: Sequence[Choice]) -> Relaxed:
    """Return the household with these branches taken."""
    groups, first = list(household.groups), len(household.groups)
    for place, branch in choices:
        if place < first:
            groups[place] = branches(household.groups[place])[branch]
    locked, funded = months_of(household, choices)
    if locked:
        groups = [_locked(group, locked) for group in groups]
    floor = raised(household, funded) if funded else household.floor_fen
    return replace(household, groups=tuple(groups), floor_fen=floor)


def months_of(household: Relaxed, choices: Sequence[Choice]) -> tuple[set[int], set[int]]:
    """Return the months in which nothing is repaid early, and those at whose end the emergency fund is kept."""
    first = len(household.groups)
    locked = {place - first for place, branch in choices if place >= first and branch == LOCKED}
    return locked, {place - first for place, _ in choices if place >= first} - locked


def _locked(group: Group, months: Collection[int]) -> Group:
    return Group(
        tuple(tuple(tuple(_still(way, months) for way in ways) for ways in one) for one in group.selections)
    )


def _still(way: Stretch, months: Collection[int]) -> Stretch:
    if not any(point.early_in in months for point in way.points):
        return way
    points = tuple(replace(point, locked=True) if point.early_in in months else point for point in way.points)
    return replace(way, points=points)


def cover(household: Relaxed, cases: Sequence[Sequence[Choice]]) -> bool:
    """Return whether every plan falls under one of the cases."""
    if any(not one for one in cases):
        return True
    if not cases:
        return False
    place = cases[0][0][0]
    return all(
        cover(household, [_without(one, place) for one in cases if _branch(one, place) in (None, branch)])
        for branch in range(branch_count(household, place))
    )


def _branch(case: Sequence[Choice], place: int) -> int | None:
    return next((branch for group, branch in case if group == place), None)


def _without(case: Sequence[Choice], place: int) -> list[Choice]:
    return [one for one in case if one[0] != place]

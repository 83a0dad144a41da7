"""Cases that a proof tells apart: which concession debts take; together they leave no plan out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ashore.planning.relaxed import Group, Relaxed

Choice = tuple[int, int]
"""A set of debts, by place, and which of its branches is taken."""


@dataclass(frozen=True, slots=True)
class Case:
    """Plans that take these branches, as (place of the debts, branch), cost at least what `prices` prove."""

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


def restricted(household: Relaxed, choices: Sequence[Choice]) -> Relaxed:
    """Return the household with these branches taken."""
    groups = list(household.groups)
    for place, branch in choices:
        groups[place] = branches(household.groups[place])[branch]
    return replace(household, groups=tuple(groups))


def cover(household: Relaxed, cases: Sequence[Sequence[Choice]]) -> bool:
    """Return whether every plan falls under one of the cases."""
    if any(not one for one in cases):
        return True
    if not cases:
        return False
    place = cases[0][0][0]
    return all(
        cover(household, [_without(one, place) for one in cases if _branch(one, place) in (None, branch)])
        for branch in range(len(branches(household.groups[place])))
    )


def _branch(case: Sequence[Choice], place: int) -> int | None:
    return next((branch for group, branch in case if group == place), None)


def _without(case: Sequence[Choice], place: int) -> list[Choice]:
    return [one for one in case if one[0] != place]

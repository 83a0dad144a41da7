"""What tells debts of one name apart in a list: the lender, the day of the month, the sum; else their place in it.

A sum may be covered where somebody looks on, so it never tells two debts apart alone: then their place is said, too.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ashore.errors import Message

Marks = tuple[Message, ...]
"""What is said beside a name; none where no other debt has it."""


@dataclass(frozen=True, slots=True)
class Named:
    """A debt as a list names it, and what is known that may tell it from another of that name.

    `lender`: who lent it, or through which product, as the person knows it.
    """

    id: str
    name: str
    lender: str = ""
    due_day: int | None = None
    original_fen: int | None = None
    balance_fen: int | None = None


def marks_of(debts: Iterable[Named]) -> Mapping[str, Marks]:
    """Return what is to be said beside each debt's name, by its id: nothing beside a name that no other debt has."""
    return {one.id: marks for group in _alike(debts) for one, marks in _marked(group)}


def ids_of(debts: Iterable[Named]) -> Mapping[str, Marks]:
    """Return the ids to be said beside names that several have, by these ids: for papers that say no more than before.

    Who lent, the day and the sum are left out.
    """
    alike = [group for group in _alike(debts) if len(group) > 1]
    return {one.id: (Message("apart-id", {"id": one.id}),) for group in alike for one in group}


def _alike(debts: Iterable[Named]) -> Iterable[Sequence[Named]]:
    alike: dict[str, list[Named]] = defaultdict(list)
    for one in debts:
        alike[_plain(one.name)].append(one)
    return alike.values()


def _plain(name: str) -> str:
    """Return a name as it looks: wide and narrow letters, capitals and spaces make no other name."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def _marked(group: Sequence[Named]) -> Iterable[tuple[Named, Marks]]:
    """Yield each debt of a name with what tells it from the others: all that differs; its place where that fails."""
    if len(group) == 1:
        yield group[0], ()
        return
    tells = [(_plain(one.lender), one.due_day) for one in group]
    enough = len(set(tells)) == len(group)
    by_lender, by_day = (len({tell[place] for tell in tells}) > 1 for place in (0, 1))
    by_original = len({one.original_fen for one in group}) > 1
    by_balance = not by_original and len({one.balance_fen for one in group}) > 1
    for place, one in enumerate(group, 1):
        marks: list[Message] = []
        if by_lender and one.lender:
            marks.append(Message("apart-lender", {"lender": one.lender}))
        if by_day and one.due_day:
            marks.append(Message("apart-day", {"day": one.due_day}))
        if by_original and one.original_fen is not None:
            marks.append(Message("apart-original", {"original_fen": one.original_fen}))
        if by_balance and one.balance_fen is not None:
            marks.append(Message("apart-balance", {"balance_fen": one.balance_fen}))
        if not enough:
            marks.append(Message("apart-place", {"place": place}))
        yield one, tuple(marks)

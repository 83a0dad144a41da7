"""Differences between a statement and our figures, each with what explains it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Final

from ashore.loans.audit.readings import Reading, readings
from ashore.loans.audit.recomputed import Basis, Figure, figures, open_journal
from ashore.loans.audit.stated import Claim, Statement
from ashore.loans.terms import Opening

READINGS_MAX: Final = 3
"""How many readings are combined at most; more would explain anything."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that is not ours, in fen (`stated` − `ours`; `ours` None: we know of no such thing).

    `readings`: the terms that, read otherwise, give the lender's figure to the fen; the one that moves it most comes
    first, and none can be left out.  `follows`: the line whose
    principal, taken as the lender states it, gives this figure to the fen: it only carries an earlier difference.
    """

    claim: Claim
    ours: Figure
    readings: tuple[Reading, ...] = ()
    follows: int | None = None

    @property
    def fen(self) -> int:
        """Return stated − ours, all of what is stated where we know of no such thing."""
        return self.claim.fen - (self.ours.fen or 0)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every claim of a statement held against the contract.

    `readings`: those that together explain most, in the order in which they were found.
    """

    basis: Basis
    ours: tuple[Figure, ...]
    differences: tuple[Difference, ...]
    readings: tuple[Reading, ...] = field(default=())


def compare(basis: Basis, statement: Statement) -> Comparison:
    """Return the differences of a statement, in the order of its lines.  Raises NotAudited.

    Readings are added one by one, each the one that leaves the fewest differences.
    """
    claims = statement.claims
    ours = figures(basis, claims)
    wrong = _wrong(claims, ours)
    used: list[Reading] = []
    changed, left = basis, wrong
    while left and len(used) < READINGS_MAX:
        best = _best(changed, claims, left)
        if best is None:
            break
        reading, changed, left = best
        used.append(reading)
    explained = _explained(basis, claims, wrong - left, used)
    follows = _carried(basis, claims, wrong, set(explained))
    found = tuple(
        Difference(claims[index], ours[index], explained.get(index, ()), follows.get(index))
        for index in sorted(wrong)
    )
    return Comparison(basis, ours, found, tuple(used))


def _explained(
    basis: Basis, claims: Sequence[Claim], solved: frozenset[int], used: Sequence[Reading]
) -> dict[int, tuple[Reading, ...]]:
    """Return, by claim, the fewest readings that give it, the one that moves our figure most first."""
    plain = figures(basis, claims)
    alone = [figures(reading.change(basis), claims) for reading in used]
    found: dict[int, tuple[Reading, ...]] = {}
    for count in range(1, len(used) + 1):
        for places in combinations(range(len(used)), count):
            changed = basis
            for place in places:
                changed = used[place].change(changed)
            with_these = figures(changed, claims)
            for index in solved - found.keys():
                if with_these[index].fen == claims[index].fen:
                    moves = {
                        place: abs((alone[place][index].fen or 0) - (plain[index].fen or 0))
                        for place in places
                    }
                    found[index] = tuple(used[place] for place in sorted(places, key=lambda one: -moves[one]))
    return found


def _wrong(claims: Sequence[Claim], ours: Sequence[Figure]) -> frozenset[int]:
    return frozenset(index for index, claim in enumerate(claims) if ours[index].fen != claim.fen)


def _best(
    basis: Basis, claims: Sequence[Claim], left: frozenset[int]
) -> tuple[Reading, Basis, frozenset[int]] | None:
    """Return the reading that leaves the fewest differences, all among those there are; None where none helps."""
    found: list[tuple[int, Reading, Basis, frozenset[int]]] = []
    for reading in readings(basis, claims, figures(basis, claims)):
        changed = reading.change(basis)
        still = _wrong(claims, figures(changed, claims))
        if still < left:
            found.append((len(still), reading, changed, still))
    if not found:
        return None
    _, reading, changed, still = min(found, key=lambda one: one[0])
    return reading, changed, still


def _carried(
    basis: Basis, claims: Sequence[Claim], wrong: frozenset[int], explained: set[int]
) -> dict[int, int]:
    """Return, by claim, the line whose stated principal gives it: what is wrong there is wrong here only after it."""
    lines: dict[int, int] = {}
    anchors = [index for index in sorted(wrong) if claims[index].kind == "left"]
    for place, anchor in enumerate(anchors):
        until = claims[anchors[place + 1]].on if place + 1 < len(anchors) else None
        later = [
            index
            for index in sorted(wrong - explained)
            if claims[index].on > claims[anchor].on and (until is None or claims[index].on <= until)
        ]
        restarted = _restarted(basis, claims[anchor]) if later else None
        if restarted is None:
            continue
        again = figures(restarted, [claims[index] for index in later])
        same = (index for index, figure in zip(later, again, strict=True) if figure.fen == claims[index].fen)
        lines |= dict.fromkeys(same, claims[anchor].line)
    return lines


def _restarted(basis: Basis, anchor: Claim) -> Basis | None:
    """Return the loan begun anew with the principal the lender states; None while anything is overdue."""
    account = open_journal(basis)
    for one in sorted(basis.events, key=lambda one: one.event.on):
        if basis.opening.on < one.event.on <= anchor.on:
            account.advance(one.event.on)
            if one.event.kind != "payment":
                return None
            account.pay(one.event.amount_fen or 0)
    account.advance(anchor.on)
    account.end_of_day()
    if account.items or account.accrued_fen or account.credit_fen or not account.running:
        return None
    opening = Opening(anchor.on, anchor.fen, account.periods_left, account.period_from)
    events = tuple(one for one in basis.events if one.event.on > anchor.on)
    terms = replace(account.terms, payment_fen=account.payment_fen or None)
    return replace(basis, terms=terms, opening=opening, events=events)

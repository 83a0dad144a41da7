"""Differences between a statement and our figures, each with what explains it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Final

from ashore.loans.audit.journal import Figure
from ashore.loans.audit.reading import Reading
from ashore.loans.audit.readings import readings
from ashore.loans.audit.recomputed import Basis, figures
from ashore.loans.audit.stated import Claim, Statement

READINGS_MAX: Final = 3
"""How many readings are combined at most; more would explain anything."""
SLIPS_MAX: Final = 12
"""How often a figure of the lender's is taken as given where nothing explains it."""
GIVEN: Final = frozenset({"due", "late", "left"})
"""The kinds of figures from which later ones follow."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that is not ours, in fen (`stated` − `ours`; `ours` None: we know of no such thing).

    `readings`: the terms that, read otherwise, give the lender's figure to the fen; the one that moves it most comes
    first, and none can be left out.  `follows`: the line whose figure, taken as the lender states it, makes this one
    right: it only carries an earlier difference.  Where a figure was taken as given before, `ours` rests on it.
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

    `readings`: those that together explain most, in the order in which they were found.  `given`: the lines of which a
    figure was taken as the lender states it.
    """

    basis: Basis
    ours: tuple[Figure, ...]
    differences: tuple[Difference, ...]
    readings: tuple[Reading, ...] = ()
    given: tuple[int, ...] = ()


@dataclass(slots=True)
class _Search:
    """What is still to be explained, and what was found on the way.

    `basis`: with every reading and slip so far; `slipped`: with the slips only.  `left`: the claims still wrong.
    `given`: the claims taken as the lender states them, with our figures as they were.
    """

    claims: Sequence[Claim]
    basis: Basis
    slipped: Basis
    left: frozenset[int]
    used: list[Reading] = field(default_factory=list[Reading])
    given: dict[int, Figure] = field(default_factory=dict[int, Figure])

    def run(self) -> None:
        """Add a reading or take the first wrong figure as given, whichever leaves less, while one helps."""
        while self.left:
            reading, slip = self._reading(), self._slip()
            if reading and (slip is None or len(reading[1]) <= len(slip[1])):
                self.used.append(reading[0])
                self.basis, self.left = reading[0].change(self.basis), reading[1]
            elif slip:
                place, self.left = slip
                self.given[place] = figures(self.slipped, self.claims)[place]
                found = self.claims[place]
                self.basis, self.slipped = _with_slip(self.basis, found), _with_slip(self.slipped, found)
            else:
                return

    def _reading(self) -> tuple[Reading, frozenset[int]] | None:
        """Return the reading that leaves the fewest differences, all among those there are; None where none helps."""
        if len(self.used) == READINGS_MAX:
            return None
        found: list[tuple[Reading, frozenset[int]]] = []
        for reading in readings(self.basis, self.claims, figures(self.basis, self.claims)):
            still = self._still(reading.change(self.basis))
            if still < self.left:
                found.append((reading, still))
        return min(found, key=lambda one: len(one[1]), default=None)

    def _slip(self) -> tuple[int, frozenset[int]] | None:
        """Return the first wrong figure, and what is left where it is taken as given."""
        ours = figures(self.basis, self.claims)
        wrong = (
            index for index in self.left if self.claims[index].kind in GIVEN and ours[index].fen is not None
        )
        place = min(wrong, key=lambda index: (self.claims[index].on, index), default=None)
        if place is None or len(self.given) == SLIPS_MAX:
            return None
        slipped = _with_slip(self.basis, self.claims[place])
        return place, self._still(slipped) & self.left - {place}

    def _still(self, basis: Basis) -> frozenset[int]:
        return _wrong(self.claims, figures(basis, self.claims)) - set(self.given)


def _with_slip(basis: Basis, slip: Claim) -> Basis:
    return replace(basis, slips=(*basis.slips, slip))


def compare(basis: Basis, statement: Statement) -> Comparison:
    """Return the differences of a statement, in the order of its lines.  Raises NotAudited."""
    claims = statement.claims
    ours = figures(basis, claims)
    wrong = _wrong(claims, ours)
    search = _Search(claims, basis, basis, wrong)
    search.run()
    explained, rested = _explained(search, wrong), figures(search.slipped, claims)
    found: list[Difference] = []
    for index in sorted(wrong):
        follows = _followed(search, rested, index)
        figure = ours[index] if follows is not None else search.given.get(index, rested[index])
        figure = figure.nearest_to(claims[index].fen)
        why = () if follows is not None or index in search.given else explained.get(index, ())
        found.append(Difference(claims[index], figure, why, follows))
    given = tuple(dict.fromkeys(claims[index].line for index in search.given))
    return Comparison(basis, ours, tuple(found), tuple(search.used), given)


def _followed(search: _Search, rested: Sequence[Figure], index: int) -> int | None:
    """Return the line that a wrong figure only carries on, None where it is wrong by itself."""
    claims, claim = search.claims, search.claims[index]
    before = [claims[one].line for one in search.given if claims[one].on <= claim.on]
    carried = index not in search.given and bool(before) and rested[index].fen == claim.fen
    return before[-1] if carried else None


def _explained(search: _Search, wrong: frozenset[int]) -> dict[int, tuple[Reading, ...]]:
    """Return, by claim, the fewest readings that give it, the one that moves our figure most first."""
    claims, used, basis = search.claims, search.used, search.slipped
    plain = figures(basis, claims)
    alone = [figures(reading.change(basis), claims) for reading in used]
    found: dict[int, tuple[Reading, ...]] = {}
    for count in range(1, len(used) + 1):
        for places in combinations(range(len(used)), count):
            changed = basis
            for place in places:
                changed = used[place].change(changed)
            with_these = figures(changed, claims)
            for index in wrong - found.keys():
                if with_these[index].covers(claims[index].fen):
                    moves = {
                        place: abs((alone[place][index].fen or 0) - (plain[index].fen or 0))
                        for place in places
                    }
                    found[index] = tuple(used[place] for place in sorted(places, key=lambda one: -moves[one]))
    return found


def _wrong(claims: Sequence[Claim], ours: Sequence[Figure]) -> frozenset[int]:
    return frozenset(index for index, claim in enumerate(claims) if not ours[index].covers(claim.fen))

"""A contract from its terms to its events."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from fractions import Fraction

from ashore.loans.unrounded.contract import agreed
from ashore.loans.unrounded.happening import HAPPENINGS, Happening
from ashore.loans.unrounded.state import Event, opening
from ashore.loans.unrounded.terms import Terms, UnfitTerms
from ashore.loans.unrounded.timetable import bought, timetable

Series = Mapping[str, Sequence[tuple[datetime, Fraction]]]


def events(terms: Terms, observed: Series, until: datetime | None = None) -> list[Event]:
    """Return what happens by these terms, in order, each payment exact; until `until` if it is given.

    `observed` holds by name the values of each index, which stand from their moment to the next.  A contract that is
    bought has the events from its purchase on.  Raises UnfitTerms (`missing-term`, `never-repaid`, `not-observed`).
    Source: ACTUS technical specification 1.1, sections PAM, LAM, NAM, ANN.
    """
    contract = agreed(terms)
    state = opening(contract)
    told: list[Event] = []

    def observe(index: str, moment: datetime) -> Fraction:
        return _latest(observed, index, moment)

    for planned in timetable(contract, until):
        happening = Happening(contract, planned.agreed, state, observe)
        payoff, state = HAPPENINGS[planned.kind](happening)
        if bought(terms, planned):
            told.append(Event(planned.kind, planned.at, payoff, state))
    return told


def _latest(observed: Series, index: str, moment: datetime) -> Fraction:
    """Return the last value at or before the moment."""
    seen = [(at, value) for at, value in observed.get(index, ()) if at <= moment]
    if not seen:
        raise UnfitTerms("not-observed", f"{index} {moment.date()}")
    return max(seen)[1]

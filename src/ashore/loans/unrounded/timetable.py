"""Which events a contract has, and when each was agreed for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from ashore.loans.unrounded.contract import Contract, anchor
from ashore.loans.unrounded.moments import instant, later
from ashore.loans.unrounded.state import ORDER, EventKind
from ashore.loans.unrounded.terms import Repeat, Terms

Agreed = tuple[EventKind, datetime]


@dataclass(frozen=True, slots=True)
class Planned:
    """An event to come: the moment it was agreed for, and the one it moves to where offices are closed."""

    kind: EventKind
    agreed: datetime
    at: datetime

    @property
    def rank(self) -> tuple[datetime, int]:
        """Return what events are ordered by: their moment, then the order of their kinds."""
        return instant(self.at), ORDER[self.kind]


def timetable(contract: Contract, until: datetime | None = None) -> list[Planned]:
    """Return the events after the day of the description, until the contract is sold, ends, or `until`, in order."""
    terms = contract.terms
    sold = None if terms.sold is None else _fixed("TD", terms.sold.on).rank
    planned = {*_on_their_day(terms), *(_moved(contract, kind, day) for kind, day in _recurring(contract))}
    kept = [
        event
        for event in planned
        if instant(event.at) > instant(terms.as_of)
        and (sold is None or event.rank <= sold)
        and (until is None or instant(event.at) <= instant(until))
    ]
    return sorted(kept, key=lambda event: (event.rank, event.kind, event.agreed))


def bought(terms: Terms, event: Planned) -> bool:
    """Return whether the contract has been bought when this happens, or needs no buying."""
    return terms.bought is None or event.rank >= _fixed("PRD", terms.bought.on).rank


def _fixed(kind: EventKind, day: datetime) -> Planned:
    return Planned(kind, day, day)


def _moved(contract: Contract, kind: EventKind, day: datetime) -> Planned:
    shift = contract.terms.shift
    return Planned(kind, day, day if shift is None else shift.moved(day))


def _on_their_day(terms: Terms) -> Iterator[Planned]:
    """Yield what happens on the day agreed, offices open or not."""
    yield _fixed("IED", terms.lent_on)
    if terms.bought:
        yield _fixed("PRD", terms.bought.on)
    if terms.sold:
        yield _fixed("TD", terms.sold.on)


def _recurring(contract: Contract) -> Iterator[Agreed]:
    """Yield what moves where offices are closed."""
    terms = contract.terms
    yield "MD", contract.matures
    yield from _interest(contract)
    yield from _resets(contract)
    if terms.kind != "PAM":
        yield from _each("PR", contract.moments(terms.repayment, with_end=False))
    if terms.fee:
        yield from _each("FP", contract.moments(terms.fee.repeat, with_end=True))
    if terms.scaling:
        yield from _each("SC", contract.moments(terms.scaling.repeat, with_end=False))
    if terms.kind != "PAM" and terms.base == "NTL":
        yield from _each("IPCB", contract.moments(terms.base_resets, with_end=False))


def _each(kind: EventKind, days: Iterable[datetime]) -> Iterator[Agreed]:
    return ((kind, day) for day in days)


def _resets(contract: Contract) -> Iterator[Agreed]:
    """Yield the resets of the rate, the next one with its rate where that is fixed, and those of a level instalment."""
    terms = contract.terms
    days = contract.moments(terms.reset.repeat, with_end=False) if terms.reset else []
    fixed = terms.reset is not None and terms.reset.next_rate is not None
    following = next((day for day in days if day > terms.as_of), None) if fixed else None
    for day in days:
        yield ("RRF" if day == following else "RR"), day
    if terms.kind == "ANN":
        yield from _each("PRF", [*days, *_first_fixing(terms)])


def _first_fixing(terms: Terms) -> Iterator[datetime]:
    """Yield when a level instalment that was not agreed is set: the day before it is first due.

    One that would be due on the day of the payout is set from the start.
    """
    if terms.instalment is None and terms.repayment is not None:
        day = anchor(terms, terms.repayment) - timedelta(days=1)
        if day >= terms.lent_on:
            yield day


def _interest(contract: Contract) -> Iterator[Agreed]:
    """Yield payments of interest, and until interest is no longer added to the principal those additions instead."""
    until = contract.terms.capital_until
    for day in _interest_days(contract) if contract.terms.rate_per_year is not None else ():
        if until is None or day > until:
            yield "IP", day
        elif day < until:
            yield "IPCI", day
    if until is not None:
        yield "IPCI", until


def _interest_days(contract: Contract) -> list[datetime]:
    """Return when interest is due: where instalments hold interest, with each of them and one cycle before the first.

    Before that, as agreed for interest.
    """
    terms = contract.terms
    own = contract.moments(terms.interest, with_end=True)
    if terms.kind in {"PAM", "LAM"} or terms.interest == terms.repayment or terms.repayment is None:
        return own
    due = contract.moments(terms.repayment, with_end=True)
    return [*_before_instalments(terms.repayment, due[0], own), *due]


def _before_instalments(repayment: Repeat, first: datetime, own: list[datetime]) -> list[datetime]:
    """Return the days of interest alone: those before the cycle that ends with the first instalment, and its start.

    Where interest is first due within that cycle, its own days.
    """
    if not own or repayment.cycle is None:
        return []
    start = later(first, repayment.cycle, -1)
    early = [day for day in own if day < start]
    return [*early, start] if start >= own[0] else [day for day in own if day < first]

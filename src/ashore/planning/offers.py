"""Concessions that may be chosen: offered or agreed by word, still open, at most one per debt (SPEC §4.1)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from ashore.household.covered import covered, shared
from ashore.household.model import Household
from ashore.loans.acceptance import accept_paying
from ashore.loans.concessions import Account
from ashore.loans.terms import Concession, ConcessionStatus

DAY: Final = timedelta(days=1)
TALKING: Final = timedelta(days=31)
"""How long a concession without a last day is taken to be talked about."""
OPEN: Final[frozenset[ConcessionStatus]] = frozenset({"offered", "agreed-verbal"})


@dataclass(frozen=True, slots=True)
class Offer:
    """A concession and the debts it reaches, by index; `place` is its place among those of the first of them.

    `since`: the day from which on a plan accepts it; None: as soon as it can.  `parts`: the concession as it reaches
    each of several debts, in their order.
    """

    debt: int
    place: int
    concession: Concession
    members: tuple[int, ...]
    since: date | None = None
    parts: tuple[Concession, ...] = ()

    def same(self, other: "Offer") -> bool:
        """Return whether both are one concession, whenever it is accepted."""
        return (self.debt, self.place) == (other.debt, other.place)

    @property
    def settles(self) -> bool:
        """Return whether it is a settlement."""
        return self.concession.kind == "settle"

    @property
    def needs_fen(self) -> int:
        """Return the sums that must be paid on the day it is accepted; what is then due comes on top in `needs_of`."""
        return self.concession.upfront_fen + self.concession.fee_fen

    def needs_of(self, accounts: Sequence[Account], day: date | None = None) -> int:
        """Return what must be paid if it is accepted on a day, or as these debts stand; they are left as they are."""
        if self.concession.if_paid_by is None:
            return self.needs_fen
        total = 0
        for member in self.members:
            probe = accounts[member].copy()
            if day:
                probe.advance(day)
            total += sum(accept_paying(probe, self.asked(member))[1])
        return total

    def asked(self, member: int) -> Concession:
        """Return the concession as it reaches one of its debts: its sums are for all of them together."""
        if self.parts:
            return self.parts[self.members.index(member)]
        return self.concession if member == self.debt else replace(self.concession, upfront_fen=0, fee_fen=0)

    @property
    def last_day(self) -> date | None:
        """Return the last day on which it may be accepted, or its payment made; None if no day is set."""
        days = [day for day in (self.concession.until, self.concession.if_paid_by) if day]
        return min(days, default=None)

    def talked_until(self, as_of: date) -> date:
        """Return the day until which it may still fail: cash is kept until then, in case the contract stays."""
        return max(self.last_day or as_of, as_of + TALKING)

    def open_until(self, as_of: date) -> date:
        """Return the last day on which it may be accepted; without one it is open for as long as people talk."""
        return self.last_day or as_of + TALKING

    def open_on(self, day: date, as_of: date) -> bool:
        """Return whether a plan accepts it on a day, if what it needs is there."""
        return (self.since is None or self.since <= day) and day <= self.open_until(as_of)


@dataclass(frozen=True, slots=True)
class Taken:
    """A concession accepted in a plan on a day."""

    offer: Offer
    on: date


Selection = tuple[Offer, ...]


def offers_of(household: Household, accounts: Sequence[Account]) -> Selection:
    """Return the concessions that may be chosen, in file order; a settlement only on a debt overdue at `as_of`."""
    return tuple(_offers(household, accounts))


def offer_of(household: Household, index: int, place: int) -> Offer:
    """Return a concession of a debt, by its place there, with all debts that it reaches."""
    debts, concession = household.debts, household.debts[index].concessions[place]
    members = (index, *covered(debts, index, concession))
    parts = shared(concession, [debts[member] for member in members], household.as_of)
    return Offer(index, place, concession, members, parts=parts)


def _offers(household: Household, accounts: Sequence[Account]) -> Iterator[Offer]:
    for index, debt in enumerate(household.debts):
        for place, concession in enumerate(debt.concessions):
            offer = offer_of(household, index, place)
            clean = any(accounts[member].arrears_fen == 0 for member in offer.members)
            closed = offer.last_day is not None and offer.last_day <= household.as_of
            nothing_late = concession.if_paid_by is not None and accounts[index].arrears_fen == 0
            if (
                concession.status in OPEN
                and not closed
                and not (offer.settles and clean)
                and not nothing_late
            ):
                yield offer


def after_dues(offer: Offer, accounts: Sequence[Account], as_of: date) -> Offer | None:
    """Return the offer accepted on the day after its debts' next dues; None if one is overdue, or that is too late."""
    reached = [accounts[member] for member in offer.members]
    day = max(account.next_due for account in reached) + DAY
    open_then = as_of + DAY < day <= offer.open_until(as_of)
    late = any(account.arrears_fen for account in reached)
    return replace(offer, since=day) if open_then and not late else None


def fits(selection: Iterable[Offer]) -> bool:
    """Return whether no debt is reached twice."""
    reached = [member for offer in selection for member in offer.members]
    return len(reached) == len(set(reached))

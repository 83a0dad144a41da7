"""The ways a debt may go in any plan: by its contract, or with a concession accepted on one of the days left for it."""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Final

from ashore.dates import month_of
from ashore.loans.acceptance import accept_paying
from ashore.loans.account import TermAccount
from ashore.loans.concessions import merges
from ashore.loans.parts import FEES, INTEREST
from ashore.loans.revolving import RevolvingAccount
from ashore.loans.settlement import SettlingAccount
from ashore.loans.terms import Part, Penalty
from ashore.planning.ahead import DAY
from ashore.planning.offers import Offer
from ashore.planning.paths import (
    Contract,
    Path,
    contract_stretch,
    late_of,
    least_stretch,
    settled_stretch,
    with_likely,
)
from ashore.planning.problem import Problem
from ashore.planning.relaxed import Late, Stretch, Ways

NO_PENALTY: Final = Penalty()
RUNS: Final[frozenset[Part]] = frozenset({"interest", "fee"})
"""What falls due with an instalment beside its principal, so that it can be waived while that is unpaid."""


def _current(account: Contract) -> Contract:
    """Return the loan with nothing overdue any more, as if it had been paid."""
    if isinstance(account, TermAccount):
        account.items = []
    elif account.due_fen:
        account.pay(account.due_fen)
    return account


def _run_fen(account: Contract) -> int:
    """Return the interest and fees that had run or were held back at `as_of` and fall due with the next due."""
    if isinstance(account, RevolvingAccount):
        return 0
    return account.run_fen + account.held[INTEREST] + account.held[FEES]


def _free(account: Contract) -> Contract:
    """Return the loan without what being late adds: a plan may have paid part of it meanwhile."""
    account.terms = replace(account.terms, penalty=NO_PENALTY, late_fee=None)
    return account


@dataclass(frozen=True, slots=True)
class Stay:
    """The days from one due to the day before the next on which a concession may be accepted; `dues` came before."""

    dues: int
    first: date
    last: date

    @property
    def since(self) -> date | None:
        """Return the day after the dues before it; None if none came before."""
        return self.first + DAY if self.dues else None


def contract_ways(problem: Problem, index: int) -> Ways:
    """Return a debt by its contract; a settlement agreed in writing may also be missed, and then writes nothing off."""
    debt, account = problem.household.debts[index].id, problem.accounts[index]
    found = contract_stretch(debt, account, problem)
    if not isinstance(account, SettlingAccount):
        return (found,)
    return found, Stretch(debt, 0, (), None, known=False, odd=True)


def ways_with(problem: Problem, index: int, offer: Offer) -> Ways:
    """Return the ways of a debt under an offer, whenever it is accepted and whatever was paid before.

    What lies between two of them, a day or a sum paid in part, costs what a mixture of them costs, at least.
    """
    return tuple(dict.fromkeys(_Ways(problem, index, offer).all()))


class _Ways:
    """A debt and an offer that reaches it."""

    def __init__(self, problem: Problem, index: int, offer: Offer) -> None:
        """Look at the loan as it stands."""
        self.problem, self.id, self.offer = problem, problem.household.debts[index].id, offer
        self.terms = offer.asked(index)
        self.account = problem.accounts[index]

    def all(self) -> Iterator[Stretch]:
        """Yield every way."""
        account = self.account
        if isinstance(account, SettlingAccount):
            yield least_stretch(self.id, account, None)
        elif self.terms.kind == "settle":
            for stay in self._stays(account):
                yield from self._settled(account, stay)
        elif self.terms.kind == "waive":
            yield from self._waived(account)
        elif merges(self.terms):
            for stay in self._stays(account):
                yield from self._merged(account, stay)
        else:
            for stay in self._stays(account):
                yield from self._kept(account, stay)

    def _stays(self, account: Contract) -> Iterator[Stay]:
        """Yield the days between dues, in order, up to the last one on which the offer is open."""
        probe, first, dues = account.copy(), self.problem.as_of + DAY, 0
        until = self.offer.open_until(self.problem.as_of)
        while first <= until:
            following = probe.next_due if probe.running and probe.next_due >= first else None
            last = min(until, following - DAY) if following else until
            if last >= first:
                yield Stay(dues, first, last)
            if following is None or following > until:
                return
            probe.advance(following)
            if due := probe.due_fen:
                probe.pay(due)
            first, dues = following, dues + 1

    def _month(self, day: date) -> int:
        return month_of(day).minus(self.problem.first)

    def _at_once(self, stay: Stay, fen: int) -> tuple[tuple[int, int], ...]:
        """Return what is paid on acceptance, in the last month in which that can be."""
        return ((self._month(stay.last), fen),) if fen else ()

    def _settled(self, account: Contract, stay: Stay) -> Iterator[Stretch]:
        if stay.dues and self.terms.instalments <= 1:
            return  # one sum by a day that stays: later it is no cheaper
        probe = account.copy()
        probe.advance(stay.first)
        settling, paid = accept_paying(probe, self.terms)
        if isinstance(settling, SettlingAccount):
            found = settled_stretch(self.id, settling, self.problem)
            yield replace(found, paid=(*found.paid, *self._at_once(stay, sum(paid))), since=stay.since)

    def _waived(self, account: Contract) -> Iterator[Stretch]:
        """Yield the debt with what is waived: all that is overdue at once, or also what falls due until then.

        A due may stand unpaid from its day to a payday, and what is waived of it then counts as if it had not run, from
        before `as_of` too.  A card carries what is unpaid, so there it may be all of them.
        """
        probe, until = account.copy(), self.offer.open_until(self.problem.as_of)
        probe.advance(self.problem.as_of + DAY)
        changed, paid = accept_paying(probe, self.terms)
        assert not isinstance(changed, SettlingAccount)
        late = late_of(changed, self.problem, until)
        path = Path(_current(changed.copy()), self.problem)
        path.follow(until)
        open_dues = len(path.points)
        path.follow()
        found = None if isinstance(changed, RevolvingAccount) and late else path.stretch(self.id, late)
        found = found or least_stretch(self.id, changed, late)
        at_once = self._at_once(Stay(0, until, until), sum(paid))
        yield replace(found, paid=(*found.paid, *at_once))
        if RUNS.isdisjoint(part for part, _ in self.terms.waives):
            return
        every = range(open_dues)
        for places in [every] if isinstance(changed, RevolvingAccount) else [[place] for place in every]:
            before = _run_fen(account) if 0 in places else 0
            points = tuple(
                replace(point, rate=Fraction(0)) if place in places else point
                for place, point in enumerate(found.points)
            )
            sums = at_once if 0 in places else (*found.paid, *at_once)
            yield replace(found, points=points, paid=sums, cost_fen=found.cost_fen - before, odd=True)

    def _kept(self, account: Contract, stay: Stay) -> Iterator[Stretch]:
        """Yield ways in which what is overdue stays so, and every due before acceptance is paid."""
        late = late_of(account, self.problem)
        if late and self.terms.kind == "rate":
            late = Late(late.fen, ())
        if late and isinstance(account, RevolvingAccount):
            _, paid = accept_paying(_free(account.copy()), self.terms)
            at_once = self._at_once(stay, sum(paid))
            probe = account.copy()
            probe.advance(stay.first)
            changed, _ = accept_paying(probe, self.terms)
            assert not isinstance(changed, SettlingAccount)
            found = with_likely(least_stretch(self.id, account, late), changed, self.problem)
            yield replace(found, paid=at_once, since=stay.since)
            return
        for day in self._ends(stay):
            way = self._way(_current(account.copy()), stay, day, stay.dues, late)
            if late and self.terms.upfront_fen:
                # While something is overdue the upfront sum pays that, and leaves the principal as it is.
                bare = self._without_upfront()
                yield bare._way(_current(account.copy()), stay, day, stay.dues, late)  # noqa: SLF001 - a twin
                way = replace(way, odd=True)
            yield way

    def _merged(self, account: Contract, stay: Stay) -> Iterator[Stretch]:
        """Yield ways in which what is overdue joins the new schedule, or was paid before; so with the dues before."""
        if late := late_of(account, self.problem):
            for day in {stay.first, stay.last}:
                way = self._way(_free(account.copy()), stay, day, 0, None)
                yield replace(way, odd=stay.dues > 0 or day != stay.first)
        for paid in range(stay.dues + 1):
            for day in {stay.first, stay.last} if paid < stay.dues else self._ends(stay):
                way = self._way(_current(account.copy()), stay, day, paid, None)
                if late:
                    paid_first = (*way.paid, (self._month(stay.last), late.fen))
                    way = replace(way, paid=paid_first, odd=stay.dues == 0 or paid < stay.dues)
                yield way

    def _without_upfront(self) -> "_Ways":
        twin = copy(self)
        twin.terms = replace(self.terms, upfront_fen=0)
        return twin

    def _ends(self, stay: Stay) -> set[date]:
        """Return the days on which acceptance can be cheapest: the first one if nothing gets dearer by it."""
        now, rate = self.account.rate, self.terms.rate
        dearer = rate is not None and rate.per_year() > now.per_year()
        return {stay.first, stay.last} if dearer or self.terms.interest == "waive" else {stay.first}

    def _way(self, probe: Contract, stay: Stay, day: date, paid_dues: int, late: Late | None) -> Stretch:
        """Return the way with so many dues paid, later ones not, and the offer accepted on a day."""
        path = Path(probe, self.problem)
        for _ in range(paid_dues):
            path.follow(path.account.next_due)
        before = path.account.copy()
        unpaid = paid_dues < stay.dues or bool(probe.due_fen)
        if unpaid:
            _free(path.account)
        path.account.advance(day)
        changed, at_once = accept_paying(path.account, self.terms)
        assert not isinstance(changed, SettlingAccount)
        changed.terms = replace(changed.terms, penalty=before.terms.penalty, late_fee=before.terms.late_fee)
        path.changed(changed, self.terms.fee_fen)
        # Of a principal that may have been repaid in part the upfront sum is another part.
        shared = paid_dues > 0 and self.terms.upfront_fen > 0
        if unpaid or shared:
            path.may_pay(self._month(stay.last))
        path.follow()
        found = path.stretch(self.id, late) or least_stretch(self.id, changed, late)
        return replace(
            found,
            paid=(*found.paid, *self._at_once(stay, self.terms.fee_fen if shared else sum(at_once))),
            since=stay.since,
            odd=paid_dues < stay.dues or day != stay.first,
        )

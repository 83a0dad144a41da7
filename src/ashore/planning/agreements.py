"""Instalments of an agreement that a plan's money will not reach, in writing or by word: one missed can end it."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from ashore.household.covered import covered
from ashore.household.model import Household
from ashore.loans.acceptance import accept_paying
from ashore.loans.concessions import Account, accept
from ashore.loans.settlement import SettlingAccount
from ashore.planning.cliffs import Cliff
from ashore.planning.offers import Offer, offers_of
from ashore.planning.outcome import Outcome, Payment
from ashore.planning.problem import Problem

MISSED: Final = "agreement-missed"
BY_WORD: Final = "agreement-missed-by-word"
AHEAD_DAYS: Final = 45
"""So many days ahead are looked at: within the months whose money moves on its real day."""


def missed_of(problem: Problem, outcome: Outcome) -> tuple[Cliff, ...]:
    """Return for each debt under an agreement the first day on which the plan does not pay it in time, in date order.

    A debt that is behind already is left out: what follows from that is said elsewhere.  `fen`: what is missing on
    the day.  Waivers are no agreement on instalments.  An agreement by word only is marked as one: the plan may not
    count on it, and the creditor may hold the person to it all the same.
    """
    agreed = agreed_debts(problem.household)
    found: list[Cliff] = []
    for debt, account in zip(problem.household.debts, problem.accounts, strict=True):
        if debt.id in agreed and not account.arrears_fen and not account.closed:
            rows = [row for row in outcome.payments if row.debt == debt.id]
            found += _first_missed(debt.id, MISSED, account.copy(), rows)
    found += _by_word(problem, outcome, agreed)
    return tuple(sorted(found, key=lambda one: (one.on, one.debt)))


def agreed_debts(household: Household) -> frozenset[str]:
    """Return the ids of the debts under an agreement in writing on what is to be paid and when."""
    debts = household.debts
    agreed = [
        (index, one)
        for index, debt in enumerate(debts)
        for one in debt.concessions
        if one.status == "agreed-written" and one.kind != "waive"
    ]
    return frozenset(
        debts[place].id for index, one in agreed for place in (index, *covered(debts, index, one))
    )


def _by_word(problem: Problem, outcome: Outcome, written: frozenset[str]) -> Iterator[Cliff]:
    """Yield the same for agreements by word only, as though they were in writing: from the day the plan accepts them.

    One that the plan does not accept, and for which something must be paid first, is not in force.
    """
    taken = {(one.offer.debt, one.offer.place): one.on for one in outcome.taken}
    seen = set(written)
    for offer in offers_of(problem.household, problem.accounts):
        on = taken.get((offer.debt, offer.place))
        begins = on is not None or (offer.needs_fen == 0 and offer.concession.if_paid_by is None)
        if offer.concession.status != "agreed-verbal" or offer.concession.kind == "waive" or not begins:
            continue
        for member in offer.members:
            name = problem.household.debts[member].id
            if name not in seen:
                seen.add(name)
                rows = [row for row in outcome.payments if row.debt == name]
                account = _agreed(problem.accounts[member].copy(), offer, member, on, rows)
                if not account.arrears_fen and not account.closed:
                    yield from _first_missed(name, BY_WORD, account, rows, problem.as_of)


def _agreed(account: Account, offer: Offer, member: int, on: date | None, rows: Sequence[Payment]) -> Account:
    """Return a loan under an agreement by word, with the plan's payments made up to the day it is accepted on."""
    if on is None or on <= account.day:
        return accept(account, offer.asked(member))
    for row in (each for each in rows if each.on < on):
        account.advance(row.on)
        _follow(account, row)
    account.advance(on)
    account, paid = accept_paying(account, offer.asked(member))
    rest = sum(row.fen for row in rows if row.on == on) - sum(paid)
    if rest > 0 and account.due_fen:
        account.pay(min(rest, account.due_fen))
    return account


def _first_missed(
    debt: str, what: str, account: Account, rows: Sequence[Payment], as_of: date | None = None
) -> Iterator[Cliff]:
    """Yield the first day at whose end something due under the agreement is late, the payments made as planned.

    `as_of`: from which day on it is looked ahead, the account's own if None.
    """
    start = account.day
    last = (as_of or start) + timedelta(days=AHEAD_DAYS)
    for ahead in range(1, (last - start).days + 1):
        day = start + timedelta(days=ahead)
        account.advance(day)
        for row in rows:
            if row.on == day:
                _follow(account, row)
        if account.due_fen and _is_late_by_night(account):
            yield Cliff(day, debt, what, account.due_fen)
            return


def _follow(account: Account, row: Payment) -> None:
    if not row.extra:
        account.pay(row.fen)
        return
    account.prepay(row.principal_fen)
    if account.due_fen:
        account.pay(account.due_fen)


def _is_late_by_night(account: Account) -> bool:
    probe = account.copy()
    probe.end_of_day()
    return probe.arrears_fen > 0 or (isinstance(probe, SettlingAccount) and probe.missed)

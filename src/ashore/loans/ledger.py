"""A loan's history: terms, an opening and dated events, replayed in date order from scratch.

The order of entry never matters: events are sorted by day and kind, so an event entered late gives the same result
as if it had been there from the start.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from ashore.dates import WorkingDays
from ashore.loans.concessions import Account, accelerate, accept, change_rate, contract_of, waive
from ashore.loans.opening import EVERY_DAY_WORKS, open_account
from ashore.loans.parts import FEES, no_parts
from ashore.loans.revolving import RevolvingAccount
from ashore.loans.terms import PARTS, ConcessionKind, Deferral, Event, EventKind, Opening, Terms

SAME_DAY_ORDER: Final[tuple[EventKind, ...]] = (
    "charge", "rate", "agree", "waive", "payment", "accelerate", "statement", "close",
)  # fmt: skip
AGREED_ORDER: Final[tuple[ConcessionKind, ...]] = "waive", "rate", "extend", "defer", "settle"
DEFERRED_ORDER: Final[tuple[Deferral, ...]] = "waive", "accrue", "pay", "add"


@dataclass(frozen=True, slots=True)
class Posted:
    """What one event did: the parts it paid, or the difference of a statement to what was computed (in fen)."""

    event: Event
    parts: tuple[int, ...]
    difference_fen: int = 0


@dataclass(frozen=True, slots=True)
class History:
    """The loan after its events, and what each event did, in date order."""

    account: Account
    posted: tuple[Posted, ...]


def in_order(events: Iterable[Event]) -> list[Event]:
    """Return the events by day, then kind, then amount: the same for any order of entry.

    Of two rates on one day the higher holds, of two deferrals the one that lets more interest run.
    """
    return sorted(events, key=_place)


def _place(event: Event) -> tuple[date, int, int, int, Fraction, int, str]:
    agreed = event.concession
    rate = agreed.rate if agreed else event.rate
    return (
        event.on,
        SAME_DAY_ORDER.index(event.kind),
        event.amount_fen or 0,
        AGREED_ORDER.index(agreed.kind) if agreed else 0,
        rate.per_year() if rate else Fraction(0),
        DEFERRED_ORDER.index(agreed.interest) if agreed else 0,
        repr((event.parts, agreed)),
    )


def replay(
    terms: Terms,
    opening: Opening,
    events: Iterable[Event],
    until: date,
    working_days: WorkingDays = EVERY_DAY_WORKS,
) -> History:
    """Return the loan at the end of `until` after all events after `opening.on` and up to `until`."""
    account = open_account(terms, opening, working_days)
    posted: list[Posted] = []
    for event in in_order(events):
        if opening.on < event.on <= until:
            account.advance(event.on)
            if event.kind == "agree" and event.concession is not None:
                account = accept(account, event.concession)
            posted.append(_apply(account, event))
    account.advance(until)
    account.end_of_day()
    account.check()
    return History(account, tuple(posted))


def _apply(account: Account, event: Event) -> Posted:
    parts, difference = no_parts(), 0
    if event.kind == "payment":
        parts = account.pay(event.amount_fen or 0)
    elif event.kind == "charge":
        charge(account, event.amount_fen or 0)
    elif event.kind == "rate" and event.rate is not None:
        change_rate(account, event.rate)
    elif event.kind == "waive":
        write_off(account, event)
    elif event.kind == "accelerate":
        accelerate(account)
    elif event.kind == "statement":
        difference = (event.amount_fen or 0) - account.payoff_fen()
    elif event.kind == "close":
        parts = account.forgive_rest()
    return Posted(event, tuple(parts), difference)


def write_off(account: Account, event: Event) -> None:
    """Write off what a waiver names today: each of its parts, together no more than its amount."""
    left = event.amount_fen
    for part in event.parts or PARTS[:3]:
        gone = waive(account, part, left)
        left = None if left is None else left - gone


def charge(account: Account, amount_fen: int) -> None:
    """Add a fee that the lender charges today; it falls due with the next instalment, at once if there is none."""
    account = contract_of(account)
    account.tally.charged[FEES] += amount_fen
    if isinstance(account, RevolvingAccount):
        account.parts[FEES] += amount_fen
    elif account.running:
        account.held[FEES] += amount_fen
    else:
        item = account.new_due(account.day)
        item.parts[FEES] = amount_fen
        account.items.append(item)
        account.use_credit()

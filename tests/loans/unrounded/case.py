"""Small contracts for tests: 1,200 lent on 1 January 2021 at 12 % a year, 30E/360, unless a test says otherwise."""

from datetime import datetime
from fractions import Fraction
from typing import Final

from ashore.loans.unrounded.moments import Cycle, Repeat
from ashore.loans.unrounded.running import Series, events
from ashore.loans.unrounded.state import Event
from ashore.loans.unrounded.terms import Terms

MONTHLY: Final = Cycle(months=1, long_stub=False)
NOTHING: Final[Series] = {}


def on(text: str) -> datetime:
    """Return the moment of a text such as 2021-02-01."""
    return datetime.fromisoformat(text)


def monthly(text: str = "2021-02-01") -> Repeat:
    """Return what recurs monthly from that day on."""
    return Repeat(on(text), MONTHLY)


def loan(**changes: object) -> Terms:
    """Return the terms of the small contract, changed as named."""
    given: dict[str, object] = {
        "kind": "LAM",
        "sign": 1,
        "as_of": on("2020-12-31"),
        "lent_on": on("2021-01-01"),
        "principal": Fraction(1200),
        "rate_per_year": Fraction(12, 100),
        "day_count": "30E/360",
        "interest": monthly(),
        "repayment": monthly(),
    }
    return Terms(**(given | changes))  # pyright: ignore[reportArgumentType]  # a test names the terms it changes


def told(terms: Terms, observed: Series = NOTHING) -> list[tuple[str, str, Fraction]]:
    """Return the day, kind and payment of every event."""
    return [short(event) for event in events(terms, observed)]


def short(event: Event) -> tuple[str, str, Fraction]:
    """Return the day, kind and payment of an event."""
    return event.at.date().isoformat(), event.kind, event.payoff

"""ACTUS cases: each file maps a name to terms, observed series and the events that must come of them."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from fractions import Fraction
from itertools import zip_longest
from pathlib import Path
from typing import Final, cast

from ashore.loans.unrounded.running import events
from ashore.loans.unrounded.state import Event
from ashore.loans.unrounded.terms import UnfitTerms
from conforming.actus_terms import moment, terms
from conforming.report import Outcome

Case = Mapping[str, object]
TOLERANCE: Final = Fraction(1, 10**8)
NUMBERS: Final[dict[str, Callable[[Event], Fraction]]] = {
    "payoff": lambda event: event.payoff,
    "notionalPrincipal": lambda event: event.after.principal,
    "nominalInterestRate": lambda event: event.after.rate,
    "accruedInterest": lambda event: event.after.accrued,
}
OTHERS: Final = frozenset({"eventDate", "eventTime", "eventType", "currency"})


def outcomes(place: Path) -> Iterator[Outcome]:
    """Yield what became of each case of every `*.json` in the folder, in the order of files and cases.

    A file that holds no cases is a failed outcome of its own.
    """
    for path in sorted(place.glob("*.json")):
        try:
            cases = cases_of(path)
        except ValueError as problem:
            yield Outcome(path.name, (str(problem),))
        else:
            yield from (Outcome(name, differences(case)) for name, case in cases.items())


def cases_of(path: Path) -> Mapping[str, Case]:
    """Return a file's cases by name, their numerals as texts so that no digit is lost; ValueError if it has none."""
    cases = cast("object", json.loads(path.read_text("utf-8"), parse_float=str, parse_int=str))
    if not isinstance(cases, dict) or not cases:
        raise ValueError("holds no cases")
    return cast("Mapping[str, Case]", cases)


def differences(case: Case) -> tuple[str, ...]:
    """Return one line for each difference between the events expected and those computed; none: the case passes."""
    try:
        expected = cast("list[Mapping[str, object]]", case["results"])
        computed = events_of(case)
        return tuple(line for pair in zip_longest(expected, computed) for line in _different(*pair))
    except (KeyError, TypeError, ValueError) as problem:
        return (f"{type(problem).__name__}: {problem}",)


def events_of(case: Case) -> list[Event]:
    """Return the events computed from a case's terms and series; a numeral in JSON may stand as a text."""
    if case.get("eventsObserved"):
        raise UnfitTerms("unknown-term", "eventsObserved")
    until = str(case.get("to") or "").strip()
    given = cast("Mapping[str, object]", case["terms"])
    return events(terms(given), _series(case), moment(until) if until else None)


def _series(case: Case) -> dict[str, list[tuple[datetime, Fraction]]]:
    observed = cast("Mapping[str, Mapping[str, list[Mapping[str, object]]]]", case.get("dataObserved") or {})
    return {
        name: [(moment(str(at["timestamp"])), _number(at["value"])) for at in series["data"]]
        for name, series in observed.items()
    }


def _number(value: object) -> Fraction:
    return Fraction(str(value).strip())


def _different(expected: Mapping[str, object] | None, event: Event | None) -> Iterator[str]:
    """Yield what differs between two events, or which of them is missing."""
    if expected is None or event is None:
        told = f"computed {event.at} {event.kind}" if event else f"expected {_heading(expected or {})}"
        yield f"{told}, and nothing on the other side"
        return
    date, kind = _heading(expected)
    if (moment(date), kind) != (event.at, event.kind):
        yield f"expected {date} {kind}, computed {event.at.isoformat()} {event.kind}"
        return
    yield from (f"{date} {kind}: {name} is not known" for name in expected.keys() - NUMBERS.keys() - OTHERS)
    for name, value in NUMBERS.items():
        if name in expected:
            wanted, found = _number(expected[name]), value(event)
            if abs(wanted - found) > TOLERANCE * max(1, abs(wanted)):
                yield f"{date} {kind}: {name} {float(found):.10f}, expected {float(wanted):.10f}"


def _heading(expected: Mapping[str, object]) -> tuple[str, str]:
    date = expected.get("eventDate", expected.get("eventTime", ""))
    return str(date).strip(), str(expected.get("eventType", "")).strip()

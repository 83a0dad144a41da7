"""Cases of US Regulation Z, Appendix J, from a JSON list: the annual percentage rate to 2 decimals, half up.

Each case: `{"name", "advances": […], "payments": […], "apr_percent"}` and, where the unit-period is not to be found
from the dates, `"unit_period"`: "month", "2 months", "quarter", "year", "semimonth", "week", "4 weeks", "255 days".
Other keys are left unread, so a case may name its source.

An advance or payment has an `amount` (a number, or text) in whole cents and one of

- `"on": "1978-01-10"`: one day;
- `"first": "1978-02-10", "count": 24, "every": "month"`: a series of equal ones; a semimonth apart means two days of
  each month 15 days apart, the first of them or the second first;
- `"whole": 6, "fraction": "12/30", "count": 3`: a place in unit-periods, and a series from there, one unit-period
  apart (`fraction` and `count` may be left out). Then every entry of the case is one, and `unit_period` is given.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from typing import Final

from ashore.dates import add_months
from ashore.household.file.plain import is_table
from ashore.loans.yearly.answers import NoRate
from ashore.loans.yearly.appendix_j import Kind, Position, UnitPeriod
from ashore.loans.yearly.conventions import YearlyRate, united_states, united_states_at
from ashore.loans.yearly.flows import Flow
from conforming.reading import At, BadCase, Table
from conforming.report import Outcome

CENT: Final = Decimal("0.01")
HALF_MONTH: Final = 15
MOST: Final = 100_000
UNITS: Final[Mapping[str, tuple[Kind, int]]] = {
    "day": ("day", 1),
    "week": ("week", 1),
    "semimonth": ("semimonth", 1),
    "month": ("month", 1),
    "quarter": ("month", 3),
    "year": ("month", 12),
}


def outcomes(place: Path) -> Iterator[Outcome]:
    """Yield the outcome of every case in the file; a case not of the documented shape fails with its place."""
    try:
        items = list(At("cases", json.loads(place.read_text("utf-8"), parse_float=Decimal)).items())
    except ValueError as problem:
        yield Outcome(place.name, (str(problem),))
        return
    for item in items:
        try:
            case = _table(item)
            yield Outcome(case["name"].text(), tuple(_differences(case)))
        except BadCase as error:
            yield Outcome(item.where, (str(error),))


def _differences(case: Table) -> Iterator[str]:
    wanted = (_number(case["apr_percent"])).quantize(CENT, ROUND_HALF_UP)
    made = _rate(case)
    if isinstance(made, NoRate):
        yield f"no rate ({made.why}), but the file says {wanted} %"
    elif (found := (made.rate * 100).quantize(CENT, ROUND_HALF_UP)) != wanted:
        yield f"{found} %, but the file says {wanted} %"


def _rate(case: Table) -> YearlyRate | NoRate:
    given = case.get("unit_period")
    unit = _unit(given) if given else None
    entries = [(_table(one), 1) for one in case["advances"].items()]
    entries += [(_table(one), -1) for one in case["payments"].items()]
    if not any("whole" in entry.values for entry, _ in entries):
        return united_states([flow for entry, sign in entries for flow in _flows(entry, sign)], unit)
    if unit is None:
        raise BadCase(f"{case.where}: places in unit-periods need a unit_period")
    return united_states_at([place for entry, sign in entries for place in _positions(entry, sign)], unit)


def _table(at: At) -> Table:
    """Return an object with whatever keys it has."""
    if not is_table(at.value):
        raise at.bad("an object")
    return Table(at.where, at.value)


def _number(at: At) -> Decimal:
    """Return a number, given as such or as text."""
    if isinstance(at.value, (Decimal, str)) or (isinstance(at.value, int) and not isinstance(at.value, bool)):
        try:
            return Decimal(at.value)
        except ArithmeticError:
            pass  # text that is no number is told like anything else
    raise at.bad("a number")


def _cents(entry: Table, sign: int) -> int:
    cents = _number(entry["amount"]) / CENT
    if cents != int(cents):
        raise entry["amount"].bad("an amount in whole cents")
    return int(cents) * sign


def _count(entry: Table, left_out: int) -> int:
    count = entry.get("count")
    return count.whole(1, MOST) if count else left_out


def _positions(entry: Table, sign: int) -> Iterator[Position]:
    given = entry.get("fraction")
    fraction = Fraction(given.text()) if given else Fraction(0)
    whole = entry["whole"].whole(0, MOST)
    return (Position(_cents(entry, sign), whole + index, fraction) for index in range(_count(entry, 1)))


def _flows(entry: Table, sign: int) -> Iterator[Flow]:
    cents = _cents(entry, sign)
    if "on" in entry.values:
        return iter((Flow(entry["on"].day(), cents),))
    first, unit = entry["first"].day(), _unit(entry["every"])
    count = entry["count"].whole(1, MOST)
    return (Flow(_later(first, unit, index), cents) for index in range(count))


def _unit(at: At) -> UnitPeriod:
    """Return the unit-period of a text such as "month" or "4 weeks"."""
    number, _, name = at.text().rpartition(" ")
    if name.removesuffix("s") not in UNITS or (number and not number.isdecimal()):
        raise at.bad('a unit-period such as "month" or "4 weeks"')
    kind, count = UNITS[name.removesuffix("s")]
    return UnitPeriod(kind, count * int(number or 1))


def _later(first: date, unit: UnitPeriod, index: int) -> date:
    """Return the day so many unit-periods after the first."""
    if unit.kind == "month":
        return add_months(first, index * unit.count)
    if unit.kind != "semimonth":
        return first + timedelta(days=index * unit.days)
    months, second = divmod(index, 2)
    if not second:
        return add_months(first, months)
    if first.day > HALF_MONTH:
        return add_months(first, months + 1, first.day - HALF_MONTH)
    return add_months(first, months, first.day + HALF_MONTH)

"""What the futures assume, by name: each figure is printed beside the results and can be typed otherwise.

They are assumptions, not facts about anyone: round figures to begin with.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

from ashore.errors import AshoreError
from ashore.money import Rate

Unit = Literal["months", "share", "fen", "rate"]
Value = int | Fraction | Rate


class NotAnAssumption(AshoreError):
    """A text that changes no assumption: code `assume-unread` or `assume-unknown`, with what was typed."""


@dataclass(frozen=True, slots=True)
class Assumption:
    """One figure: its unit, and the value it has unless typed otherwise; `most`: the largest that may be typed."""

    unit: Unit
    value: Value
    most: int = 1


MONTHS_MAX: Final = 60
FEN_MAX: Final = 10**12
ASSUMPTIONS: Final[Mapping[str, Assumption]] = {
    "job-lost.months": Assumption("months", 3, MONTHS_MAX),
    "illness.months": Assumption("months", 3, MONTHS_MAX),
    "illness.income-lost": Assumption("share", Fraction(1, 2)),
    "illness.cost": Assumption("fen", 10_000_00, FEN_MAX),
    "slow-season.months": Assumption("months", 3, MONTHS_MAX),
    "slow-season.takings-lost": Assumption("share", Fraction(3, 10)),
    "bridge.covers": Assumption("months", 3, MONTHS_MAX),
    "bridge.months": Assumption("months", 3, MONTHS_MAX),
    "bridge.rate": Assumption("rate", Rate(Decimal("0.015"), "month")),
    "bridge.fee": Assumption("share", Fraction(3, 100)),
    "second-charge.covers": Assumption("months", 3, MONTHS_MAX),
    "second-charge.months": Assumption("months", 36, MONTHS_MAX),
    "second-charge.rate": Assumption("rate", Rate(Decimal("0.01"), "month")),
    "second-charge.fee": Assumption("share", Fraction(3, 100)),
    "low-month.chance": Assumption("share", Fraction(1, 2)),
}
NUMBER: Final = re.compile(
    r"(?P<number>\d+(?:\.\d+)?)\s*(?P<percent>[%％]?)\s*(?:/\s*(?P<per>day|month|year))?"
)
CENT: Final = 100


@dataclass(frozen=True, slots=True)
class Assumed:
    """Every figure that is assumed, by its name."""

    values: Mapping[str, Value]

    def months(self, name: str) -> int:
        """Return a number of months."""
        value = self.values[f"{name}"]
        assert isinstance(value, int)
        return value

    def fen(self, name: str) -> int:
        """Return an amount."""
        return self.months(name)

    def share(self, name: str) -> Fraction:
        """Return a share between 0 and 1."""
        value = self.values[name]
        assert isinstance(value, Fraction)
        return value

    def rate(self, name: str) -> Rate:
        """Return a rate with its period."""
        value = self.values[name]
        assert isinstance(value, Rate)
        return value


def assumed_with(texts: Sequence[str] = ()) -> Assumed:
    """Return what is assumed, changed as typed (`job-lost.months=4`).  Raises NotAnAssumption."""
    values = {name: one.value for name, one in ASSUMPTIONS.items()}
    for text in texts:
        name, _, typed = text.partition("=")
        name = name.strip()
        if name not in ASSUMPTIONS:
            raise NotAnAssumption("assume-unknown", text=text, names=tuple(ASSUMPTIONS))
        values[name] = _read(ASSUMPTIONS[name], typed.strip(), text)
    return Assumed(values)


def _read(known: Assumption, typed: str, text: str) -> Value:
    """Return the value typed for an assumption in its own unit."""
    found = NUMBER.fullmatch(typed)
    value = _value(known.unit, Decimal(found["number"]), found["percent"], found["per"]) if found else None
    if value is None or (not isinstance(value, Rate) and not 0 <= value <= known.most):
        raise NotAnAssumption("assume-unread", text=text)
    return value


def _value(unit: Unit, number: Decimal, percent: str, per: str | None) -> Value | None:
    share = number / 100 if percent else number
    value: Value | None = None
    match unit, per:
        case "months", None if not percent and number == int(number) and number:
            value = int(number)
        case "fen", None if not percent and number * CENT == int(number * CENT):
            value = int(number * CENT)
        case "share", None if percent:
            value = Fraction(share)
        case "rate", ("day" | "month" | "year") if percent:
            value = Rate(share, per)
        case _:
            pass
    return value

"""What is withheld from side work, read from facts: how platforms withhold, and how other payers do."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from ashore.planning.earning import Cumulative, PerPayment, Step
from ashore.rules.fact import RuleValue

FEN: Final = 100
PLATFORM: Final = ("platform-withholding", "platform-withholding-cost", "platform-withholding-rates")
LABOUR: Final = ("labour-withholding-small", "labour-withholding-off", "labour-withholding-rates")
"""What each rule rests on, by id."""
Rules = tuple[Cumulative, PerPayment]
Values = Mapping[str, RuleValue]


def rules_of(values: Values) -> Rules:
    """Return how platforms and how other payers withhold, from facts by id.  Raises KeyError for one missing."""
    cost = Fraction(_number(values, PLATFORM[1]))
    monthly = int(_number(values, PLATFORM[0]) * FEN)
    small, off = (int(_number(values, name) * FEN) for name in LABOUR[:2])
    platform = Cumulative(cost, monthly, _steps(values, PLATFORM[2]))
    return platform, PerPayment(small, off, cost, _steps(values, LABOUR[2]))


def _number(values: Values, name: str) -> Decimal:
    value = values[name]
    assert isinstance(value, int | Decimal), name
    return Decimal(value)


def _steps(values: Values, name: str) -> tuple[Step, ...]:
    """Return the steps of rows such as `36000 3% 0`: up to which sum, the rate, the quick deduction (not needed)."""
    rows = values[name]
    assert isinstance(rows, tuple), name
    found, over = list[Step](), 0
    for row in rows:
        until, rate, _ = row.split()
        found.append(Step(over, Fraction(Decimal(rate.rstrip("%"))) / 100))
        over = int(until) * FEN if until.isdecimal() else over
    return tuple(found)

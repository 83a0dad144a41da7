"""What is withheld from side work, read from a pack's facts."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from ashore.packs.pack import Pack
from ashore.planning.earning import Cumulative, PerPayment, Step

FEN: Final = 100
PLATFORM: Final = ("platform-withholding", "platform-withholding-cost", "platform-withholding-rates")
LABOUR: Final = ("labour-withholding-small", "labour-withholding-off", "labour-withholding-rates")
"""What each rule rests on, by id."""
Rules = tuple[Cumulative, PerPayment]


def withholding_of(pack: Pack) -> Rules | None:
    """Return how platforms and how other payers withhold; None for a pack that does not say."""
    if any(name not in pack.facts for name in (*PLATFORM, *LABOUR)):
        return None
    cost = Fraction(_number(pack, "platform-withholding-cost"))
    monthly = int(_number(pack, "platform-withholding") * FEN)
    small, off = (int(_number(pack, name) * FEN) for name in LABOUR[:2])
    platform = Cumulative(cost, monthly, _steps(pack, "platform-withholding-rates"))
    return platform, PerPayment(small, off, cost, _steps(pack, "labour-withholding-rates"))


def _number(pack: Pack, name: str) -> Decimal:
    value = pack.facts[name].value
    assert isinstance(value, int | Decimal), name
    return Decimal(value)


def _steps(pack: Pack, name: str) -> tuple[Step, ...]:
    """Return the steps of rows such as `36000 3% 0`: up to which sum, the rate, the quick deduction (not needed)."""
    rows = pack.facts[name].value
    assert isinstance(rows, tuple), name
    found, over = list[Step](), 0
    for row in rows:
        until, rate, _ = row.split()
        found.append(Step(over, Fraction(Decimal(rate.rstrip("%"))) / 100))
        over = int(until) * FEN if until.isdecimal() else over
    return tuple(found)

"""Random monthly loans on real dates, in fen, as columns and as other libraries take them."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Final

SEED: Final = 20260331
MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class Loan:
    """One loan: days, and what the borrower receives (positive) and pays in fen."""

    days: tuple[date, ...]
    fen: tuple[int, ...]


def loans(count: int, dues: int) -> list[Loan]:
    """Return random loans of so many level payments: 3 % to 60 % a year, up to 5 % withheld."""
    dice = Random(SEED + dues)  # noqa: S311 - the same loans every time
    return [_loan(dice, dues) for _ in range(count)]


def _loan(dice: Random, dues: int) -> Loan:
    principal, rate = dice.randint(1_000_00, 1_000_000_00), dice.uniform(0.03, 0.6) / MONTHS
    payment = round(principal * rate / (1 - (1 + rate) ** -dues))
    received = principal - round(principal * dice.uniform(0, 0.05))
    year, month, day = dice.randint(2015, 2025), dice.randint(0, MONTHS - 1), dice.randint(1, 31)
    places = [divmod(year * MONTHS + month + index, MONTHS) for index in range(dues + 1)]
    days = tuple(date(y, m + 1, min(day, monthrange(y, m + 1)[1])) for y, m in places)
    return Loan(days, (received, *[-payment] * dues))


def as_floats(rows: Sequence[Loan]) -> list[tuple[list[date], list[float]]]:
    """Return each loan's dates and amounts as pyxirr takes them fastest: Python lists."""
    return [(list(one.days), [float(fen) for fen in one.fen]) for one in rows]

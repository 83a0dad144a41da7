"""The words of the household file as exact numbers."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

Yuan = Decimal | int | str


def fen(amount: Yuan) -> int:
    """Return an amount in yuan as whole fen."""
    exact = Fraction(str(amount)) * 100
    assert exact.denominator == 1, f"{amount} is finer than a fen"
    return int(exact)


def share(text: str) -> Fraction:
    """Return "5%" as 1/20."""
    return Fraction(text.removesuffix("%")) / 100


@dataclass(frozen=True)
class Rate:
    """A rate as quoted: `value` (a fraction, not a percentage) for each `per`: day, month or year."""

    value: Fraction
    per: str

    def each_period(self) -> Fraction:
        """Return what a month of a monthly contract costs: a twelfth of the year, or thirty days."""
        return self.value * {"day": Fraction(30), "month": Fraction(1), "year": Fraction(1, 12)}[self.per]

    def each_year(self) -> Fraction:
        """Return the yearly rate that a day count is applied to."""
        return self.value * {"day": 360, "month": 12, "year": 1}[self.per]

    def each_day(self, day_count: str) -> Fraction:
        """Return the daily rate of decision 0001, 10, from which penalty interest is made."""
        days = 365 if day_count in ("act/365", "act/act") else 360
        return (
            self.value * {"day": Fraction(1), "month": Fraction(1, 30), "year": Fraction(1, days)}[self.per]
        )


def rate(text: str) -> Rate:
    """Return "0.045%/day" as a rate."""
    value, per = text.split("/")
    return Rate(share(value), per)


def half_up(exact: Fraction) -> int:
    """Return a sum that is not negative, rounded half up."""
    return floor(exact + Fraction(1, 2))


def rounded(exact: Fraction, how: str) -> int:
    """Return whole fen as the contract rounds: half-up, down or up."""
    return {"half-up": half_up, "down": floor, "up": ceil}[how](exact)

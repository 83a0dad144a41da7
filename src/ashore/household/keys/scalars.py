"""The kinds of values that are numbers or days: amounts in yuan, counts, factors, calendar days."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from ashore.household.file.log import At
from ashore.household.file.plain import is_number, is_whole, shown
from ashore.household.file.wording import amount_from_text, day_from_text, has_day_shape, number_from_text
from ashore.household.keys.kinds import Schema
from ashore.money import fen_from_yuan

YUAN_MAX: Final = Decimal(2**39) / 100
FACTOR_MAX: Final = 1000
YEARS: Final = range(1970, 2200)


def fen_from_text(text: str) -> int | None:
    """Return a typed sum in fen; None for what is none, is below 0, is too large, or is finer than a fen."""
    amount = amount_from_text(text)
    if amount is None or not 0 <= amount < YUAN_MAX or amount != round(amount, 2):
        return None
    return fen_from_yuan(amount)


def is_too_large(text: str) -> bool:
    """Return whether a text is a sum of money, and a larger one than is taken."""
    amount = amount_from_text(text)
    return amount is not None and amount >= YUAN_MAX


@dataclass(slots=True, eq=False, repr=False)
class Amount:
    """Yuan as an exact decimal, read as whole fen ≥ 0."""

    def read(self, raw: object, at: At) -> int | None:
        """Return the fen; texts such as "¥86,000" are read with a note."""
        if isinstance(raw, str):
            return self._from_text(raw, at)
        if not is_number(raw):
            return at.stop("amount-wrong", read=shown(raw))
        return self._from_number(Decimal(raw), shown(raw), at)

    def _from_text(self, raw: str, at: At) -> int | None:
        amount = amount_from_text(raw)
        if amount is None:
            return at.stop("amount-unclear", read=shown(raw))
        fen = self._from_number(amount, shown(raw), at)
        if fen is not None:
            at.note("amount-as-text", read=shown(raw), write=f"{amount:.2f}")
        return fen

    def _from_number(self, amount: Decimal, read: str, at: At) -> int | None:
        if not amount.is_finite():
            return at.stop("amount-wrong", read=read)
        if amount < 0:
            return at.stop("amount-negative", read=read)
        if amount >= YUAN_MAX:
            return at.stop("amount-too-large", read=read)
        if amount != round(amount, 2):
            return at.stop("amount-finer-than-fen", read=read, write=f"{round(amount, 2):.2f}")
        return fen_from_yuan(amount)

    def write(self, value: object) -> Decimal:
        """Return fen as yuan with two decimals."""
        assert isinstance(value, int)
        return Decimal(value).scaleb(-2).quantize(Decimal("0.01"))

    def schema(self) -> Schema:
        """Return: a number ≥ 0 in whole fen."""
        return {"type": "number", "minimum": 0, "exclusiveMaximum": int(YUAN_MAX)}


@dataclass(slots=True, eq=False, repr=False)
class Whole:
    """A whole number within bounds."""

    low: int = 0
    high: int = 2**63 - 1

    def read(self, raw: object, at: At) -> int | None:
        """Return the number; a text of digits is read with a note."""
        number = number_from_text(raw) if isinstance(raw, str) else raw
        if not is_whole(number):
            return at.stop("number-wrong", read=shown(raw))
        if not self.low <= number <= self.high:
            return at.stop("number-out-of-range", read=shown(raw), low=str(self.low), high=str(self.high))
        if isinstance(raw, str):
            at.note("number-as-text", read=shown(raw), write=str(number))
        return number

    def write(self, value: object) -> object:
        """Return the number."""
        return value

    def schema(self) -> Schema:
        """Return: an integer within the bounds."""
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


@dataclass(slots=True, eq=False, repr=False)
class Factor:
    """An exact number from 0 to 1000, such as a season's factor."""

    def read(self, raw: object, at: At) -> Decimal | None:
        """Return the number."""
        if not is_number(raw) or not Decimal(raw).is_finite() or not 0 <= raw <= FACTOR_MAX:
            return at.stop("factor-wrong", read=shown(raw))
        return Decimal(raw)

    def write(self, value: object) -> object:
        """Return the number, a whole one without decimals."""
        assert isinstance(value, Decimal)
        return int(value) if value == value.to_integral_value() else value

    def schema(self) -> Schema:
        """Return: a number ≥ 0."""
        return {"type": "number", "minimum": 0, "maximum": FACTOR_MAX}


@dataclass(slots=True, eq=False, repr=False)
class Day:
    """A calendar day."""

    def read(self, raw: object, at: At) -> date | None:
        """Return the day; a text such as "2026-11-23" or 2026年11月23日 is read with a note."""
        if isinstance(raw, str) or is_whole(raw):
            day = day_from_text(str(raw))
            if day is None:
                code = "date-impossible" if has_day_shape(str(raw)) else "date-unclear"
                return at.stop(code, read=shown(raw))
            at.note("date-as-text", read=shown(raw), write=day.isoformat())
        elif isinstance(raw, datetime):
            day = raw.date()
            at.note("date-with-time", read=shown(raw), write=day.isoformat())
        elif isinstance(raw, date):
            day = raw
        else:
            return at.stop("date-unclear", read=shown(raw))
        return day if day.year in YEARS else at.stop("date-far-away", read=day.isoformat())

    def write(self, value: object) -> object:
        """Return the day."""
        return value

    def schema(self) -> Schema:
        """Return: a full date (a TOML local date)."""
        return {"type": "string", "format": "date"}

"""The kinds of values that hold shares and rates: "0.045%/day", "60%", "3%/month", "x1.5"."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final, cast

from ashore.household.file.log import At
from ashore.household.file.plain import is_number, shown
from ashore.household.file.wording import compact
from ashore.household.keys.kinds import Schema
from ashore.loans.terms import Penalty
from ashore.money import Rate, RatePeriod

PERCENT: Final = r"\d{1,6}(?:\.\d{1,12})?%"
CLEAN_RATE: Final = rf"({PERCENT})/(day|month|year)"
NUMBER: Final = r"(\d{1,6}(?:\.\d{1,12})?)"
PERIODS: Final = {
    **dict.fromkeys(("day", "d", "daily", "日", "天", "日利率", "日息"), "day"),
    **dict.fromkeys(("month", "m", "monthly", "月", "个月", "月利率", "月息"), "month"),
    **dict.fromkeys(
        ("year", "y", "annum", "pa", "p.a.", "yearly", "年", "年化", "年利率", "年化利率", "年息"), "year"
    ),
}
BEFORE: Final = rf"(?P<period>[日月年]\S*?):?{NUMBER}%"
AFTER: Final = rf"{NUMBER}%(?:/|per|每|a)?(?P<period>[a-z.]+|日|天|个?月|年)"
YEARLY_RATES: Final = (Fraction(5, 1000), Fraction(36, 100))
MULTIPLE: Final = rf"[x×*]{NUMBER}|{NUMBER}(?:x|×|倍)"
MULTIPLE_HIGH: Final = 2


def percent(text: str) -> Decimal:
    """Return "0.045%" as the exact fraction 0.00045."""
    return Decimal(text.rstrip("%")).scaleb(-2)


def percent_text(share: Fraction | Decimal) -> str:
    """Return a share with finitely many decimals as exact percent text: `0.045%`."""
    value = Fraction(share) * 100
    text = f"{Decimal(value.numerator) / Decimal(value.denominator):f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) + "%"


def rate_from_text(text: str) -> Rate | None:
    """Return the rate that a text such as "16.2% per year" or 年化16.2% means; None when a part is missing."""
    plain = compact(text).lower()
    found = re.fullmatch(CLEAN_RATE, plain)
    if found:
        return Rate(percent(found[1]), cast(RatePeriod, found[2]))
    for pattern in (BEFORE, AFTER):
        found = re.fullmatch(pattern, plain)
        period = PERIODS.get(found["period"].rstrip(":")) if found else None
        if found and period:
            number = next(part for part in found.groups() if part and part[0].isdigit())
            return Rate(percent(number), cast(RatePeriod, period))
    return None


def rate_text(rate: Rate) -> str:
    """Return a rate as the file writes it: `0.045%/day`."""
    return f"{percent_text(rate.value)}/{rate.per}"


@dataclass(slots=True, eq=False, repr=False)
class RateKind:
    """A rate with its period: "0.045%/day", "1.5%/month", "16.2%/year"."""

    def read(self, raw: object, at: At) -> Rate | None:
        """Return the exact rate; a number without its period is a stop, another clear spelling a note."""
        if is_number(raw):
            return at.stop("rate-bare", read=shown(raw))
        if not isinstance(raw, str):
            return at.stop("rate-wrong", read=shown(raw))
        rate = rate_from_text(raw)
        if rate is None:
            bare = re.fullmatch(PERCENT, compact(raw))
            return at.stop("rate-period-missing" if bare else "rate-wrong", read=shown(raw))
        if not re.fullmatch(CLEAN_RATE, raw):
            at.note("rate-respelled", read=shown(raw), write=rate_text(rate))
        _doubt(rate, at)
        return rate

    def write(self, value: object) -> object:
        """Return the rate's text."""
        assert isinstance(value, Rate)
        return rate_text(value)

    def schema(self) -> Schema:
        """Return: a string with a percentage and a period."""
        examples = ["0.045%/day", "1.5%/month", "16.2%/year"]
        return {"type": "string", "pattern": f"^{CLEAN_RATE}$", "examples": examples}


def _doubt(rate: Rate, at: At) -> None:
    """Note a rate above 36 % or below 0.5 % a year (0 is none), more often a slip than a contract."""
    low, high = YEARLY_RATES
    if rate.value and not low <= rate.per_year() <= high:
        at.note("rate-odd", read=rate_text(rate), yearly=percent_text(round(rate.per_year(), 6)))


@dataclass(slots=True, eq=False, repr=False)
class Share:
    """A percentage such as "60%", read as an exact fraction; `period` is what must follow ("/month")."""

    period: str = ""
    high: Fraction = Fraction(1)

    def read(self, raw: object, at: At) -> Fraction | None:
        """Return the fraction; a bare number is a stop (0.6 may be 60 % or 0.6 %)."""
        if not isinstance(raw, str):
            return at.stop("share-wrong", read=shown(raw), write=f"5%{self.period}")
        plain = compact(raw).lower()
        if not re.fullmatch(rf"{PERCENT}{self.period}", plain):
            return at.stop("share-wrong", read=shown(raw), write=f"5%{self.period}")
        if plain != raw:
            at.note("share-respelled", read=shown(raw), write=plain)
        share = Fraction(percent(plain.removesuffix(self.period)))
        if share > self.high:
            return at.stop("share-too-large", read=shown(raw), high=percent_text(self.high))
        return share

    def write(self, value: object) -> object:
        """Return the percentage."""
        assert isinstance(value, Fraction)
        return percent_text(value) + self.period

    def schema(self) -> Schema:
        """Return: a string with a percentage."""
        return {"type": "string", "pattern": f"^{PERCENT}{self.period}$", "examples": [f"5%{self.period}"]}


@dataclass(slots=True, eq=False, repr=False)
class YearlyRate:
    """A rate with its period, read as the nominal yearly fraction."""

    def read(self, raw: object, at: At) -> Fraction | None:
        """Return the fraction per year: day × 360, month × 12."""
        rate = RateKind().read(raw, at)
        return None if rate is None else rate.per_year()

    def write(self, value: object) -> object:
        """Return the yearly rate's text."""
        assert isinstance(value, Fraction)
        return percent_text(value) + "/year"

    def schema(self) -> Schema:
        """Return: the schema of a rate."""
        return RateKind().schema()


@dataclass(slots=True, eq=False, repr=False)
class PenaltyKind:
    """What overdue amounts bear: "x1.5", a rate of its own, or "none"."""

    def read(self, raw: object, at: At) -> Penalty | None:
        """Return the penalty; "50%" is a stop (it may mean half on top, or half)."""
        if raw == "none":
            return Penalty()
        if not isinstance(raw, str):
            return at.stop("penalty-wrong", read=shown(raw))
        plain = compact(raw).lower()
        found = re.fullmatch(MULTIPLE, plain)
        if found:
            return self._multiple(Fraction(found[1] or found[2]), raw, at)
        if rate_from_text(raw) is None:
            return at.stop("penalty-wrong", read=shown(raw))
        rate = RateKind().read(raw, at)
        return Penalty(rate=rate)

    def _multiple(self, multiple: Fraction, raw: str, at: At) -> Penalty:
        clean = self.write(Penalty(multiple=multiple))
        if raw != clean and not re.fullmatch(rf"x{NUMBER}", raw):
            at.note("penalty-respelled", read=shown(raw), write=str(clean))
        if not 1 <= multiple <= MULTIPLE_HIGH:
            at.note("penalty-odd", read=shown(raw))
        return Penalty(multiple=multiple)

    def write(self, value: object) -> object:
        """Return the penalty's text."""
        assert isinstance(value, Penalty)
        if value.rate is not None:
            return rate_text(value.rate)
        return "none" if value.multiple is None else "x" + percent_text(value.multiple / 100).rstrip("%")

    def schema(self) -> Schema:
        """Return: a string."""
        pattern = rf"^(none|x\d{{1,6}}(?:\.\d{{1,12}})?|{CLEAN_RATE})$"
        return {"type": "string", "pattern": pattern, "examples": ["x1.5", "0.05%/day", "none"]}

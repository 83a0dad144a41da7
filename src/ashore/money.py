"""Yuan as whole fen, rates as exact decimals, and the one way to round: half up to the fen."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Literal, Self

RatePeriod = Literal["day", "month", "year"]
Rounding = Literal["half-up", "down", "up"]
MONTHS_PER_YEAR = 12
DAYS_PER_BANK_YEAR = 360
DAYS_PER_BANK_MONTH = 30


def round_half_up(numerator: int, denominator: int) -> int:
    """Return numerator/denominator rounded half up to a whole number; both must be ≥ 0, the second > 0."""
    return (2 * numerator + denominator) // (2 * denominator)


def divide(numerator: int, denominator: int, rounding: Rounding) -> int:
    """Return numerator/denominator as a whole number, rounded as the contract says; both ≥ 0."""
    if rounding == "half-up":
        return round_half_up(numerator, denominator)
    if rounding == "down":
        return numerator // denominator
    return -(-numerator // denominator)


def decimal_of(fraction: Fraction, places: Decimal | None = None) -> Decimal:
    """Return a fraction as a decimal, to the places of a value such as 0.001 where one is given."""
    value = Decimal(fraction.numerator) / Decimal(fraction.denominator)
    return value if places is None else value.quantize(places)


def fen_from_yuan(amount: Decimal) -> int:
    """Return the whole fen in an exact yuan amount.  Raises ValueError for parts smaller than a fen."""
    fen = amount * 100
    if not fen.is_finite() or fen != fen.to_integral_value():
        raise ValueError(f"{amount} yuan is not a whole number of fen")
    return int(fen)


def share_out(total_fen: int, weights: tuple[int, ...]) -> tuple[int, ...]:
    """Return `total_fen` split by weight, losing nothing; leftover fen go one each to the first parts with weight.

    Weights are ≥ 0 and not all 0; total_fen is ≥ 0.  Raises ValueError otherwise.
    """
    whole = sum(weights)
    if total_fen < 0 or whole <= 0 or min(weights) < 0:
        raise ValueError("share_out needs a total ≥ 0 and weights ≥ 0 that are not all 0")
    parts = [total_fen * weight // whole for weight in weights]
    left = total_fen - sum(parts)
    for index, weight in enumerate(weights):
        if left == 0:
            break
        if weight:
            parts[index] += 1
            left -= 1
    return tuple(parts)


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount of yuan held in whole fen."""

    fen: int

    @classmethod
    def yuan(cls, amount: str | Decimal) -> Self:
        """Return an exact yuan amount as Money.  Raises ValueError if it has parts smaller than a fen."""
        return cls(fen_from_yuan(Decimal(amount)))

    def __add__(self, other: Self) -> Self:
        """Return the sum."""
        return type(self)(self.fen + other.fen)

    def __sub__(self, other: Self) -> Self:
        """Return the difference, which may be negative."""
        return type(self)(self.fen - other.fen)

    def times(self, factor: Fraction, rounding: Rounding) -> Self:
        """Return this amount (≥ 0) times a ratio (≥ 0), rounded to the fen as said."""
        return type(self)(divide(self.fen * factor.numerator, factor.denominator, rounding))

    def split(self, weights: tuple[int, ...]) -> tuple[Self, ...]:
        """Return the amount shared out by weight; the parts sum to the whole."""
        return tuple(type(self)(part) for part in share_out(self.fen, weights))


@dataclass(frozen=True, slots=True)
class Rate:
    """An exact rate as a fraction (0.00045 is 0.045 %) with the period it is quoted for."""

    value: Decimal
    per: RatePeriod

    def per_year(self, days_per_year: int = DAYS_PER_BANK_YEAR) -> Fraction:
        """Return the nominal (simple) rate per year: day × 360 unless said, month × 12."""
        return _per_year(self.value, self.per, days_per_year)

    def per_month(self) -> Fraction:
        """Return the period rate of a monthly contract: a twelfth of the year, or 30 days."""
        return _per_month(self.value, self.per)


@lru_cache(maxsize=1 << 12)
def _per_year(value: Decimal, per: RatePeriod, days_per_year: int) -> Fraction:
    return Fraction(value) * {"day": days_per_year, "month": MONTHS_PER_YEAR, "year": 1}[per]


@lru_cache(maxsize=1 << 12)
def _per_month(value: Decimal, per: RatePeriod) -> Fraction:
    factor = {
        "day": Fraction(DAYS_PER_BANK_MONTH),
        "month": Fraction(1),
        "year": Fraction(1, MONTHS_PER_YEAR),
    }
    return Fraction(value) * factor[per]


def format_fen(fen: int) -> str:
    """Return a fen amount as plain yuan text with two decimals and thousands commas: `-1,234.50`."""
    sign = "-" if fen < 0 else ""
    yuan, rest = divmod(abs(fen), 100)
    return f"{sign}{yuan:,}.{rest:02d}"


def format_yuan(fen: int) -> str:
    """Return a fen amount with its sign for a screen, whole yuan without decimals: `¥8,600`, `−¥12.30`."""
    sign = "−" if fen < 0 else ""
    yuan, rest = divmod(abs(fen), 100)
    return f"{sign}¥{yuan:,}" + (f".{rest:02d}" if rest else "")


DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("", "拾", "佰", "仟")
GROUPS = ("", "万", "亿", "万亿")
FULL_GROUP = 1_000
"""From here on a group of four digits has its highest one."""
CAPITALS_MAX_FEN = 10**18


def capitals(fen: int) -> str:
    """Return an amount as a Chinese paper spells it out: `人民币壹仟肆佰零玖元伍角`; whole yuan end in 整.

    0 ≤ fen < 10^18.  Raises ValueError otherwise.  After the rules for bills and settlement vouchers: zeros inside are
    written once; where the jiao are 0 and the fen are not, 零 stands between.
    """
    if not 0 <= fen < CAPITALS_MAX_FEN:
        raise ValueError(f"{fen} fen cannot be spelt out")
    yuan, rest = divmod(fen, 100)
    jiao, last = divmod(rest, 10)
    words = _whole(yuan) + "元" if yuan or not rest else ""
    if jiao:
        words += DIGITS[jiao] + "角"
    elif last and yuan:
        words += DIGITS[0]
    if last:
        words += DIGITS[last] + "分"
    return f"人民币{words}" + ("" if rest else "整")


def _whole(yuan: int) -> str:
    """Return a whole number spelt out by groups of four digits; one that lacks its highest digit begins with 零."""
    if yuan == 0:
        return DIGITS[0]
    words, gap = "", False
    for place in reversed(range(len(GROUPS))):
        group = yuan // 10 ** (4 * place) % 10_000
        if group == 0:
            gap = bool(words)
            continue
        words += DIGITS[0] if words and (gap or group < FULL_GROUP) else ""
        words, gap = words + _group(group) + GROUPS[place], False
    return words


def _group(group: int) -> str:
    """Return up to four digits spelt out, without zeros at either end."""
    words, gap = "", False
    for place in reversed(range(len(PLACES))):
        digit = group // 10**place % 10
        if digit:
            words += (DIGITS[0] if gap else "") + DIGITS[digit] + PLACES[place]
        gap = bool(words) and digit == 0
    return words

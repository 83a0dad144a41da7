"""Facts as text: the key's unit (its last word) says how a value is printed in each language."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from ashore.errors import Fact, Facts
from ashore.money import capitals, decimal_of, format_yuan
from ashore.texts.counts import format_ahead, format_counted, format_number, format_parts, format_what
from ashore.texts.language import Language

ENGLISH_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ENGLISH_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
CHINESE_WEEKDAYS: Final = "一二三四五六日"
WAN: Final = 10_000
SUMS: Final = {"fen": format_yuan, "capitals": capitals}
"""How a sum is written, by its unit: in figures, or spelt out as Chinese papers do, whatever the language."""
PARTS: Final = "_parts"
"""The end of a fact's key that names parts of what is owed."""
SEPARATORS: Final[Mapping[Language, str]] = {"zh": "、", "en": ", "}


def format_day(day: date, language: Language) -> str:
    """Return a date for a sentence: `2026年12月15日`, `15 Dec 2026`."""
    if language == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {ENGLISH_MONTHS[day.month - 1]} {day.year}"


def format_near_day(day: date, language: Language) -> str:
    """Return a near date for a table, with its weekday and without its year: `12月15日 周二`, `Tue 15 Dec`."""
    if language == "zh":
        return f"{day.month}月{day.day}日 周{CHINESE_WEEKDAYS[day.weekday()]}"
    return f"{ENGLISH_WEEKDAYS[day.weekday()]} {day.day} {ENGLISH_MONTHS[day.month - 1]}"


def format_month(month: str, language: Language) -> str:
    """Return a month written `2026-12` for a sentence: `2026年12月`, `Dec 2026`."""
    year, number = month.split("-")
    if language == "zh":
        return f"{int(year)}年{int(number)}月"
    return f"{ENGLISH_MONTHS[int(number) - 1]} {year}"


def format_axis(yuan: float, step: float, language: Language) -> str:
    """Return an amount beside an axis: in ten thousands in Chinese where the steps are large (`1.5万`), else in yuan."""
    if language == "zh" and step >= WAN / 2 and yuan:
        return f"{yuan / WAN:g}万"
    return f"{yuan:,.0f}"


def format_rate(rate: Decimal, language: Language) -> str:
    """Return a fraction as a percentage with at most three decimals: `16.2%`."""
    percent = (rate * 100).quantize(Decimal("0.001")).normalize()
    return f"{percent:f}%"


def format_fact(key: str, value: Fact, language: Language) -> str:
    """Return one fact as text by its unit: yuan, month, percentage (`_percent` an exact one); dates, lists, else as is."""
    if isinstance(value, date):
        return format_day(value, language)
    if isinstance(value, tuple):
        separator = SEPARATORS[language]
        return format_parts(value, separator, language) if key.endswith(PARTS) else separator.join(value)
    return _by_unit(key.rsplit("_", 1)[-1], value, language)


def _by_unit(unit: str, value: int | str | Decimal | None, language: Language) -> str:
    match unit, value:
        case ("fen" | "capitals") as written, int():
            text = SUMS[written](value)
        case "month", str():
            text = format_month(value, language)
        case "rate", Decimal():
            text = format_rate(value, language)
        case "percent", Decimal():
            text = f"{(value * 100).normalize():f}%"
        case (("days" | "months" | "count"), int()):
            text = f"{value:,}"
        case "ahead", int():
            text = format_ahead(value, language)
        case (("ndays" | "nmonths" | "nyears" | "ndebts"), int()):
            text = format_counted(unit, value, language)
        case "what", str():
            text = format_what(value, language)
        case "number", (str() | None):
            text = format_number(value, language)
        case _:
            text = str(value)
    return text


def format_facts(facts: Facts, language: Language) -> dict[str, str]:
    """Return every fact as text, by key; each `X_count` also as `X_ntimes`: `1 time`, `4 times`."""
    times = {
        key.removesuffix("_count") + "_ntimes": format_counted("ntimes", value, language)
        for key, value in facts.items()
        if key.endswith("_count") and isinstance(value, int)
    }
    return times | {key: format_fact(key, value, language) for key, value in facts.items()}


def as_rate(fraction: Fraction) -> Decimal:
    """Return an exact fraction as a decimal for `format_rate`, to eight places."""
    return decimal_of(fraction, Decimal("0.00000001"))

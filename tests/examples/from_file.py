"""What an example's file says about money in and out, added up from its TOML without anything of the product."""

import calendar
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

Table = Mapping[str, Any]


def read(path: Path) -> Table:
    """Return the file with exact decimals."""
    return tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)


def fen(yuan: Decimal | int) -> int:
    """Return yuan as fen."""
    return int(Decimal(yuan) * 100)


def months_from(start: str, count: int) -> list[str]:
    """Return so many months from `2026-11` on."""
    year, month = map(int, start.split("-"))
    return [f"{year + (month - 1 + k) // 12}-{(month - 1 + k) % 12 + 1:02}" for k in range(count)]


def _last_day(month: str) -> date:
    year, number = map(int, month.split("-"))
    return date(year, number, calendar.monthrange(year, number)[1])


def _days(item: Table, month: str, default: int) -> Iterator[date]:
    """Yield the days of a month on which an income or a spending falls."""
    last = _last_day(month)
    match item.get("every", "month"):
        case "month":
            yield last.replace(day=min(item.get("day", default), last.day))
        case "week":
            day = item["from"]
            while day <= last:
                if day >= last.replace(day=1):
                    yield day
                day += timedelta(days=7)
        case "once":
            yield from [item["on"]] if item["on"].strftime("%Y-%m") == month else []
        case every:
            raise AssertionError(every)


def flow_fen(item: Table, month: str, as_of: date, default: int, key: str = "amount") -> int:
    """Return what an income or a spending comes to in a month, after `as_of` and within its dates."""
    first, last = item.get("from", date.min), item.get("until", date.max)
    return sum(fen(item[key]) for day in _days(item, month, default) if as_of < day and first <= day <= last)


def shop_fen(shop: Table, month: str) -> int:
    """Return what a shop brings in a month: takings times season, less the goods, less what is fixed."""
    share = Decimal(shop["cost_of_goods"].rstrip("%")) / 100
    season = Decimal(shop["season"][int(month[-2:]) - 1])
    margin = (shop["takings"] * season * (1 - share) * 100).quantize(Decimal(1), ROUND_HALF_UP)
    return int(margin) - fen(shop["fixed"])


def income_fen(household: Table, month: str) -> int:
    """Return the income of a month: wages (a bad month's where it varies) and what a shop brings."""
    as_of = household["household"]["as_of"]
    wages = sum(
        flow_fen(item, month, as_of, 31, "low" if "low" in item else "amount")
        for item in household.get("income", [])
    )
    return wages + sum(max(0, shop_fen(shop, month)) for shop in household.get("business", []))


def essential_fen(household: Table, month: str) -> int:
    """Return the essential spending of a month, a shop's loss included."""
    as_of = household["household"]["as_of"]
    spent = sum(
        flow_fen(item, month, as_of, 1)
        for item in household.get("spending", [])
        if item.get("essential", True)
    )
    return spent - sum(min(0, shop_fen(shop, month)) for shop in household.get("business", []))


def due_fen(household: Table, month: str) -> int:
    """Return the dues of a month that are no debts."""
    return sum(fen(due["amount"]) for due in household.get("due", []) if due["on"].strftime("%Y-%m") == month)

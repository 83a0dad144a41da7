"""A person's credit report beside the debts of a household: its parts, what its codes mean in days, what was matched.

What a code means is a fact of a pack and arrives as text.  That a debt stands in a report is kept in the debt itself,
under `source.id` ("where a figure comes from"): `credit-report 2026-11-20: loan`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from ashore.dates import MONTHS, Month
from ashore.household.file.plain import is_table

Part = Literal["taken", "card", "loan", "guarantee", "bill", "public"]
PARTS: Final[tuple[Part, ...]] = ("taken", "card", "loan", "guarantee", "bill", "public")
"""The parts of a report in which a debt can stand, in the order of the short one."""
PRIVATE: Final = frozenset({"private", "friend"})
"""Lenders whose business lending is not: nobody reports their loans."""
COURT: Final = frozenset({"sued", "judgment", "enforcement"})
CARDS: Final = "credit-card"
DAYS: Final = re.compile(r"(\d{1,4})-(\d{1,4})?")
MONTH: Final = re.compile(r"(\d{4})\s*[-/.\u5e74]\s*(\d{1,2})\s*\u6708?")
YEARS: Final = range(1990, 2101)
MARK: Final = re.compile(r"credit-report (\d{4}-\d{2}-\d{2}):((?: [a-z]+)+)")
NEW: Final = "new"
Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Since:
    """The first missed due lies between two days, both included; `first` is None where it may lie any time before."""

    first: date | None
    last: date


@dataclass(frozen=True, slots=True)
class Seen:
    """In which parts of the report of a day a debt was found; `is_new`: the list did not have it before."""

    on: date
    parts: tuple[Part, ...]
    is_new: bool = False


def days_of(text: str) -> tuple[int, int | None] | None:
    """Return the least and the most days overdue that a code stands for (`31-60`, `181-`); None where it has none."""
    found = DAYS.fullmatch(text)
    return None if found is None else (int(found[1]), int(found[2]) if found[2] else None)


def month_from(text: str) -> Month | None:
    """Return a month as the report writes it (`2026-10`, `2026.10`, with the Chinese signs); None where it is none."""
    found = MONTH.fullmatch(text.strip())
    if found is None or int(found[1]) not in YEARS or not 1 <= int(found[2]) <= MONTHS:
        return None
    return Month(int(found[1]), int(found[2]))


def since_between(days: tuple[int, int | None], month: Month) -> Since:
    """Return between which days the first missed due of a debt lies that was so many days overdue in a month.

    The report does not say on which day of the month the days were counted, so the range is for all of them: from the
    most days before its first day to the least days before its last.
    """
    least, most = days
    first = None if most is None else month.first - timedelta(days=most)
    return Since(first, month.last - timedelta(days=least))


def is_likely(part: Part, values: Values) -> bool:
    """Return whether a debt, its product's terms filled in, is of the kind that stands in a part of the report."""
    lender, stage = values.get("lender_kind"), values.get("stage")
    is_card = str(values.get("product", "")).partition("/")[2].startswith(CARDS)
    taken = stage == "assigned" or lender == "amc"
    match part:
        case "taken":
            return taken
        case "card":
            return not taken and (is_card or (values.get("method") == "revolving" and lender not in PRIVATE))
        case "loan":
            return not taken and not is_card and lender not in PRIVATE
        case "public":
            return stage in COURT
        case _:
            return False


def is_reported(values: Values) -> bool:
    """Return whether a debt is to a lender that reports at all: not to a friend or a private person."""
    return values.get("lender_kind") not in PRIVATE


def seen_in(values: Values) -> Seen | None:
    """Return where a debt was found in a report; None where it was not looked for, or not found."""
    found = MARK.search(_text(values))
    if found is None:
        return None
    words = found[2].split()
    try:
        on = date.fromisoformat(found[1])
    except ValueError:
        return None
    return Seen(on, tuple(part for part in PARTS if part in words), NEW in words)


def with_seen(values: Values, seen: Seen | None) -> dict[str, object] | None:
    """Return the debt's `source` with this in it, all else in it kept; None where nothing is left of it."""
    source = values.get("source")
    kept = dict(source) if is_table(source) else {}
    rest = MARK.sub("", _text(values)).strip(" ;")
    text = "; ".join(part for part in (rest, _mark(seen) if seen and seen.parts else "") if part)
    kept.pop("id", None)
    return {**kept, **({"id": text} if text else {})} or None


def _text(values: Values) -> str:
    source = values.get("source")
    return str(source.get("id", "")) if is_table(source) else ""


def _mark(seen: Seen) -> str:
    words = [part for part in PARTS if part in seen.parts] + ([NEW] if seen.is_new else [])
    return f"credit-report {seen.on.isoformat()}: {' '.join(words)}"

"""Past reviews as a text of their own: each month's budget and what was spent, nothing of what for."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ashore.dates import Month
from ashore.errors import Finding, Place
from ashore.household.file.plain import is_list, is_table
from ashore.money import fen_from_yuan
from ashore.planning.slippage import ReviewedMonth

MONTH: Final = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class ReadReviews:
    """The months of a file in order, and what in it could not be read; a finding leaves its entry out."""

    months: tuple[ReviewedMonth, ...]
    findings: tuple[Finding, ...]


def read_reviewed(text: str) -> ReadReviews:
    """Return the months of a TOML text: `[[month]]` with `month`, `budget` and `spent` in yuan.

    Of a month that stands twice the later entry counts.  A text that is no TOML is a `stop`.
    """
    try:
        tree = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        return ReadReviews((), (Finding("reviews-unreadable", "stop", Place(""), {"detail": str(error)}),))
    rows = tree.get("month", [])
    read = [_read(row) for row in rows] if is_list(rows) else []
    findings = tuple(
        Finding("review-month-wrong", "note", Place(f"month[{place}]"), {})
        for place, one in enumerate(read)
        if one is None
    )
    return ReadReviews(merged([one for one in read if one]), findings)


def merged(months: Sequence[ReviewedMonth]) -> tuple[ReviewedMonth, ...]:
    """Return the months in order, each once; of one told twice the later telling."""
    kept = {one.month: one for one in months}
    return tuple(kept[month] for month in sorted(kept))


def _read(row: object) -> ReviewedMonth | None:
    if not is_table(row):
        return None
    found = MONTH.fullmatch(str(row.get("month", "")))
    budget, spent = _fen(row.get("budget")), _fen(row.get("spent"))
    if found is None or budget is None or spent is None:
        return None
    return ReviewedMonth(Month(int(found[1]), int(found[2])), budget, spent)


def _fen(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    try:
        fen = fen_from_yuan(Decimal(value))
    except ValueError:
        return None
    return fen if fen >= 0 else None


def write_reviewed(months: Sequence[ReviewedMonth]) -> str:
    """Return the months as a text that `read_reviewed` reads back as they are."""
    return "\n".join(
        f'[[month]]\nmonth = "{one.month}"\nbudget = {_yuan(one.budget_fen)}\nspent = {_yuan(one.spent_fen)}\n'
        for one in merged(months)
    )


def _yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02d}"

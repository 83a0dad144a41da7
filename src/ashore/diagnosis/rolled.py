"""Debt paid with debt: what was borrowed and repaid again at once, and what share of each debt it is.

Such a payment moves a debt and adds nothing to it; what it adds is the cost of the new loan, and that alone is counted.
Each yuan borrowed and each yuan repaid is taken once, the earliest first.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Final, Literal

from ashore.dates import days_between
from ashore.diagnosis.lines import Line
from ashore.diagnosis.roles import Sorted, cash_fen


@dataclass(frozen=True, slots=True)
class Reading:
    """From how many days before a loan came in to how many after it a repayment counts as paid with it.

    What was spent between uses the loan up.  Of the spending on the loan's own day counts, as `same_day` says: all;
    what stands after the loan in the order of rows; only what the hours put after it.  `shared`: a repayment may count
    for more than one loan, so that each shows the most it can be.
    """

    before_days: int
    after_days: int
    same_day: Literal["all", "rows", "hours"]
    shared: bool = False


WHOLE: Final = 10**9
"""A share of a debt is counted in billionths."""
SURE: Final = Reading(0, 1, "all")
LIKELY: Final = Reading(0, 3, "rows")
POSSIBLE: Final = Reading(1, 7, "hours", shared=True)


@dataclass(frozen=True, slots=True)
class Rolled:
    """A loan that went into a repayment: its payment, the debt it is owed on, how much of it, and the repayments."""

    draw: Sorted
    debt: str
    fen: int
    repaid: tuple[Sorted, ...]


def rolled(rows: Sequence[Sorted], debts: Sequence[str], reading: Reading) -> tuple[Rolled, ...]:
    """Return the loans that went into repayments as one reading has it; `debts` are those of the rows, row by row."""
    rest = [max(0, one.fen) if one.role == "repay" else 0 for one in rows]
    spent = [0 if one.role == "repay" else max(0, -cash_fen(one)) for one in rows]
    days = [one.row.day for one in rows]
    of_day: Counter[date] = Counter()
    for day, fen in zip(days, spent, strict=True) if reading.same_day == "all" else ():
        of_day[day] += fen
    found: list[Rolled] = []
    for place, (draw, debt) in enumerate(zip(rows, debts, strict=True)):
        if draw.role != "draw":
            continue
        first = bisect_left(days, draw.row.day - timedelta(days=reading.before_days))
        last = bisect_right(days, draw.row.day + timedelta(days=reading.after_days))
        repaid: dict[int, int] = {}
        left = draw.fen - of_day[draw.row.day]
        for at in range(first, last):
            if left <= 0:
                break
            if part := min(rest[at], left):
                repaid[at] = part
            left -= part + (spent[at] if _uses_up(place, at, rows, reading) else 0)
        if repaid:
            found.append(Rolled(draw, debt, sum(repaid.values()), tuple(rows[at] for at in repaid)))
        for at, part in repaid.items():
            rest[at] -= 0 if reading.shared else part
    return tuple(found)


def _uses_up(place: int, at: int, rows: Sequence[Sorted], reading: Reading) -> bool:
    """Return whether spending took of a loan before what stands after it."""
    draw, other = rows[place].row, rows[at].row
    if other.day != draw.day:
        return other.day > draw.day
    if reading.same_day == "hours":
        return at > place and draw.at is not None and other.at is not None
    return at > place and reading.same_day == "rows"


def share_of_cost(line: Line, drawn: Sequence[Rolled], days: Sequence[date], owed: Sequence[int]) -> Fraction:
    """Return what share of a debt's cost comes from its rolled loans; `owed` is what was owed on each of the days.

    Interest grows, and a repayment takes off, every loan of a debt in proportion: only borrowing changes the share.
    """
    mine = [one for one in drawn if one.debt == line.debt]
    part, of_part, of_all = 0, 0, 0
    for (before, start), (after, end) in pairwise(zip(days, owed, strict=True) if mine else ()):
        new = sum(one.fen for one in mine if before < one.draw.row.day <= after)
        lent = start + max(new, line.borrowed_fen(before, after))
        changed = (part * start + WHOLE * new) // lent if lent else part
        length = days_between(before, after)
        of_part += (part * start + changed * end) * length
        of_all += (start + end) * length
        part = changed
    return Fraction(of_part, of_all * WHOLE) if of_all else Fraction(0)

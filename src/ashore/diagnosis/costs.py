"""What the debts themselves cost within some months: interest, fees, penalties; and of it what rolled loans cost.

Where the balances of both ends are known, the cost is what payments do not explain of their difference, as long as
that is near what the contract's rates come to.  Otherwise it is what the rates come to, and the rest not explained.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Final

from ashore.dates import Month, days_between
from ashore.diagnosis.lines import RATE_DOUBT, Line
from ashore.diagnosis.months import Window
from ashore.diagnosis.ranges import NOTHING, Range, rounded, unseen
from ashore.diagnosis.roles import Sorted
from ashore.diagnosis.rolled import LIKELY, POSSIBLE, SURE, Rolled, rolled, share_of_cost

DAY: Final = timedelta(days=1)
NEAR_RATES: Final = (Fraction(3, 5), Fraction(9, 5))
"""Within these multiples of what the rates come to, a difference of balances is cost: penalties and fees add to it."""
FREE: Final = 10
"""Payments of a card explain its balances to a tenth of what its rate comes to: it took no interest."""
LOOSE: Final = 10
"""Loose repayments all belong to the known debts when they fit to a tenth of what these cost."""
PROPORTION: Final = 16
"""A sixteenth of what rolled loans cost may be wrong: repayments are taken off all loans of a debt in proportion."""
DOUBT: Final = (1, 8)
"""How much of what the rates come to may be wrong."""


@dataclass(frozen=True, slots=True)
class Costs:
    """What was owed at both ends, by how much it grew, and what of that is cost of the debts.

    `owed_fen` is what was owed at each month's end.  `own` is the cost without `rolling`, the part that rolled loans
    (`loans`) brought; `moved` is the sum that they moved.
    """

    start: Range
    end: Range
    change: Range
    owed_fen: tuple[int, ...]
    own: Range
    rolling: Range
    moved: Range
    loans: tuple[Rolled, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A debt within the months: what was owed on the day before them and at each one's end, and what it cost."""

    line: Line
    days: tuple[date, ...]
    owed: tuple[Range, ...]

    @property
    def is_known(self) -> bool:
        """Return whether both ends are known."""
        return self.line.is_known(self.days[0]) and self.line.is_known(self.days[-1])

    @property
    def moved_fen(self) -> int:
        """Return what payments added, interest apart."""
        return self.line.moved_fen(self.days[0], self.days[-1])

    @property
    def grown_fen(self) -> int:
        """Return by how much the debt grew."""
        return self.owed[-1].fen - self.owed[0].fen

    @property
    def rest_fen(self) -> int:
        """Return what payments leave of the difference between the balances of both ends."""
        return self.grown_fen - self.moved_fen

    @property
    def is_free(self) -> bool:
        """Return whether a card's bills were paid in full: payments leave next to nothing of the difference."""
        if not (self.line.is_revolving and self.is_known):
            return False
        return abs(self.rest_fen) * FREE <= self._at_the_rate_fen

    @property
    def by_rates_fen(self) -> int:
        """Return what the contract's rate comes to; of a card that was paid in full, what is left, at least 0."""
        return max(0, self.rest_fen) if self.is_free else self._at_the_rate_fen

    @property
    def _at_the_rate_fen(self) -> int:
        """Return what the contract's rate comes to on the middle of each month's two ends."""
        middles = (
            (before.fen + after.fen) * days_between(*ends)
            for (before, after), ends in zip(pairwise(self.owed), pairwise(self.days), strict=True)
        )
        return rounded(sum(middles) * self.line.per_day / 2)

    @property
    def guessed(self) -> Range:
        """Return what a debt of which an end is not known cost: what the rate comes to, with the doubt of that end."""
        likely = self.by_rates_fen
        room = sum(one.high_fen - one.fen for one in (self.owed[0], self.owed[-1]))
        room = max(room, likely * RATE_DOUBT[0] // RATE_DOUBT[1])
        least = 0 if self.line.is_revolving else max(0, likely - room)
        return Range.around(likely, least, likely + room)


def costs_of(lines: Sequence[Line], rows: Sequence[Sorted], debts: Sequence[str], window: Window) -> Costs:
    """Return the costs within the window's months; `debts` are the ids of the rows' debts, row by row."""
    days = (window.months[0].first - DAY, *(one.last for one in window.months))
    aside = len(window.aside)
    runs, by_debt, cost = _split([Run(one, days, one.owed(days)) for one in lines], aside)
    start, end = _sum(one.owed[0] for one in runs), _sum(one.owed[-1] for one in runs)
    change = Range(end.fen - start.fen, end.low_fen - start.high_fen, end.high_fen - start.low_fen)
    for run in runs:
        if not run.line.debt:  # perhaps all of it was on debts of the file after all
            change = change.wider(-run.grown_fen, -run.grown_fen)
        elif not run.is_known:
            change = change.wider(*unseen(_moves(run.line, window.whole), aside))
    charged = sum(one.fen for one in rows if _is_charged(one, days))
    loans = [
        tuple(one for one in rolled(rows, debts, reading) if days[0] < one.draw.row.day <= days[-1])
        for reading in (LIKELY, SURE, POSSIBLE)
    ]
    paid = Range(charged, charged, charged)
    own, rolling = _rolling(runs, by_debt, cost, loans)
    return Costs(
        start,
        end,
        change,
        tuple(sum(run.owed[place].fen for run in runs) for place in range(1, len(days))),
        own.plus(paid),
        rolling,
        _of_three([sum(one.fen for one in each) for each in loans]),
        loans[0],
    )


def _is_charged(one: Sorted, days: Sequence[date]) -> bool:
    """Return whether a payment is a cost of a debt that was paid in cash and so is in no balance."""
    return one.role == "charge" and not one.on_credit and days[0] < one.row.day <= days[-1]


def _of_three(sums: Sequence[int]) -> Range:
    return Range.around(*sums)


def _sum(ranges: Iterable[Range]) -> Range:
    total = NOTHING
    for one in ranges:
        total = total.plus(one)
    return total


def _split(runs: Sequence[Run], aside_months: int) -> tuple[tuple[Run, ...], Mapping[str, int], Range]:
    """Return the debts that count, what each cost, and the whole with its range.

    Payments that name no debt of the file are taken as paid on those whose balances are known as far as these miss
    payments, going by their rates; the rest is of debts since paid off.
    """
    known = [one for one in runs if one.line.debt and one.is_known]
    guessed = [one for one in runs if one.line.debt and not one.is_known]
    others = [one for one in runs if not one.line.debt]
    found = sum(one.rest_fen for one in known)
    expected = sum(one.by_rates_fen for one in known)
    loose = taken = 0
    if others and known:
        loose = -others[0].moved_fen
        taken = _taken_fen(loose, expected - found, expected)
        rest = Fraction(loose - taken, loose) if loose else Fraction(1)
        line = others[0].line.part(rest)
        others = [Run(line, others[0].days, line.owed(others[0].days))] if rest else []
    cost = _known_cost(found + taken, found + loose, expected, aside_months)
    by_debt = {one.line.debt: one.by_rates_fen for one in known}
    by_debt |= {one.line.debt: one.guessed.fen for one in (*guessed, *others)}
    return (*known, *guessed, *others), by_debt, _sum((cost, *(one.guessed for one in (*guessed, *others))))


def _taken_fen(loose: int, short: int, expected: int) -> int:
    """Return how much of loose repayments (below zero: loans) was on debts short of so much, going by their rates."""
    if abs(loose - short) * LOOSE <= expected:
        return loose
    return min(max(short, 0), loose) if loose > 0 else max(min(short, 0), loose)


def _known_cost(found: int, most: int, expected: int, aside_months: int) -> Range:
    """Return what debts cost of which both ends are known: what payments do not explain, or what their rates come to.

    `most` is what they do not explain with every loose payment, where that is likely too.
    """
    if _is_near(found, expected) and not aside_months:
        return Range.around(found, expected, most if _is_near(most, expected) else found)
    doubt = expected * DOUBT[0] // DOUBT[1]
    return Range(expected, expected - doubt, expected + doubt)


def _is_near(found: int, expected: int) -> bool:
    least, most = NEAR_RATES
    return least * expected <= found <= most * expected


def _moves(line: Line, months: Sequence[Month]) -> list[int]:
    return [line.moved_fen(one.first - DAY, one.last) for one in months]


def _rolling(
    runs: Sequence[Run], by_debt: Mapping[str, int], cost: Range, loans: Sequence[Sequence[Rolled]]
) -> tuple[Range, Range]:
    """Return the cost without and with what rolled loans brought, each debt's share weighed with what it cost."""
    whole = sum(by_debt.values())
    if not whole or not any(loans):
        return cost, NOTHING
    parts = [
        sum(
            (share_of_cost(run.line, drawn, run.days, [one.fen for one in run.owed]) * by_debt[run.line.debt]
             for run in runs),
            Fraction(0),
        ) / whole
        for drawn in loans
    ]  # fmt: skip
    likely = parts[0]
    sums = zip((cost.fen, cost.low_fen, cost.high_fen), (likely, min(parts), max(parts)), strict=True)
    rolling = Range.around(*(rounded(fen * part) for fen, part in sums))
    own = (
        rounded(fen * (1 - part)) for fen, part in ((cost.low_fen, max(parts)), (cost.high_fen, min(parts)))
    )
    room = rolling.fen // PROPORTION
    return Range.around(cost.fen - rolling.fen, *own).wider(-room, room), rolling.wider(-room, room)

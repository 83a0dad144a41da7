"""Many futures of a variable income together: how they spread, month by month."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Final

from ashore.dates import Month
from ashore.scenarios.lives import Each, Life, Setting, in_pieces, live
from ashore.scenarios.luck import Luck, variable_incomes

MONTHS_MAX: Final = 60
"""Months are drawn up to here; later ones bring the low amount."""
PERCENTILES: Final = (10, 50, 90)


@dataclass(frozen=True, slots=True)
class Spread:
    """A figure of every future at one month's end: at most this in 10, 50 and 90 of 100 futures, in fen."""

    low_fen: int
    middle_fen: int
    high_fen: int


@dataclass(frozen=True, slots=True)
class Fan:
    """Many futures together.

    `held`: in how many everything was paid.  `overdue_past_90`: in how many a debt passed 90 days past due.
    `breaks`: by month, in how many something was missed for the first time.  `free`: the day of the last payment in
    10, 50 and 90 of 100 futures, None where something was left.
    """

    paths: int
    seed: int
    low_chance: Fraction
    months: tuple[Month, ...]
    owed: tuple[Spread, ...]
    cash: tuple[Spread, ...]
    held: int
    overdue_past_90: int
    breaks: Mapping[Month, int]
    free: tuple[date | None, date | None, date | None]


def fan_of(
    setting: Setting, quiet: Life, low_chance: Fraction, paths: int, seed: int, each: Each = map
) -> Fan | None:
    """Return the fan of `paths` futures; None for a household without a variable income."""
    if not variable_incomes(setting.household) or not setting.household.debts or not paths:
        return None
    until = min(len(quiet.owed_fen) - 1, MONTHS_MAX, setting.horizon)
    work = partial(_piece, setting, seed, low_chance, until)
    lived = in_pieces(work, range(paths), each)
    first = setting.problem().first
    months = tuple(first.plus(index) for index in range(until + 1))
    return Fan(
        paths,
        seed,
        low_chance,
        months,
        tuple(spread([life.owed_fen[index] for life in lived]) for index in range(len(months))),
        tuple(spread([life.cash_fen[index] for life in lived]) for index in range(len(months))),
        sum(life.holds for life in lived),
        sum(bool(life.past_90) for life in lived),
        dict(sorted(Counter(life.breaks for life in lived if life.breaks).items())),
        _free(lived),
    )


def _piece(setting: Setting, seed: int, low_chance: Fraction, until: int, paths: Sequence[int]) -> list[Life]:
    problem = setting.problem()
    luck = Luck(setting.household, min(setting.horizon, MONTHS_MAX) + 1, seed, low_chance)
    return [live(problem, setting, luck.future(path, until)) for path in paths]


def rank(percent: int, count: int) -> int:
    """Return the place, from 0, of the smallest of `count` sorted figures that so many of 100 do not exceed."""
    return max(0, -(-percent * count // 100) - 1)


def spread(figures: Sequence[int]) -> Spread:
    """Return figures that stand for 10, 50 and 90 of 100."""
    ordered = sorted(figures)
    low, middle, high = (ordered[rank(percent, len(ordered))] for percent in PERCENTILES)
    return Spread(low, middle, high)


def _free(lived: Sequence[Life]) -> tuple[date | None, date | None, date | None]:
    ordered = sorted(life.debt_free or date.max for life in lived)
    days = [ordered[rank(percent, len(ordered))] for percent in PERCENTILES]
    low, middle, high = (None if day == date.max else day for day in days)
    return low, middle, high

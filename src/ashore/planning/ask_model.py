"""Which asks together could let every due be paid: sets in order of size, each smaller one excluded by a proof.

Prices of a yuan by month that never rise weigh what each debt must be paid at least; their sum may not exceed what the
cash is worth at these prices.  Any such prices give a rule that every way of paying obeys (decision 0004 rule 65), so a
set that breaks one cannot work.  A small choice in whole numbers (HiGHS) names the smallest set that breaks no rule so
far; a linear programme then says whether the months fit, or finds the prices of a rule that it breaks.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from itertools import accumulate
from typing import Final

from ashore.planning.ask_fit import FEN, missing, short_month
from ashore.planning.ask_needs import Array, Needs
from ashore.planning.ask_options import Ask
from ashore.planning.ask_paths import Path
from ashore.planning.offers import Offer

TOLERANCE: Final = 1.0
"""So much more cash, in fen, is allowed by each rule."""
TIGHT: Final = 0.001
"""A rule with less room than this share of what is there counts as used up."""


@dataclass(frozen=True, slots=True)
class Option:
    """A debt's contract (no ask) or an ask, with the debts it reaches and what each of them then asks at least.

    `offer`: of what its creditor offers, which is there to be taken: nothing is asked then.
    """

    debt: int
    ask: Ask | None
    members: tuple[int, ...]
    paths: tuple[Path, ...]
    offer: Offer | None = None

    @property
    def weight(self) -> Fraction:
        """Return what it weighs; the contract weighs nothing, nor does what is offered."""
        return self.ask.weight if self.ask else Fraction(0)


Selection = tuple[int, ...]
"""The options chosen, by place, each debt reached once."""


@dataclass(slots=True)
class Rule:
    """What each option needs at some prices, in yuan, and what there is."""

    needs: Array
    there: float


@dataclass
class Choices:
    """The options, whose they are, what may have gone to debts by each month's end, the rules found so far.

    `strict`: nothing is repaid early, so that what fits is quickly found; it proves nothing.
    """

    options: Sequence[Option]
    creditors: Sequence[str]
    cash_fen: Sequence[int]
    rules: list[Rule] = field(default_factory=list[Rule])
    strict: bool = False

    def __post_init__(self) -> None:
        """Write down what each option reaches."""
        self.paths = [path for one in self.options for path in one.paths]
        self.owner = [place for place, one in enumerate(self.options) for _ in one.paths]

    @cached_property
    def needs(self) -> Needs:
        """Return what the options ask, in arrays."""
        return Needs(self.paths, len(self.cash_fen))

    def add_rule(self, shares: Sequence[float]) -> None:
        """Add the rule of prices that fall by these shares after each month."""
        import numpy as np

        falls = np.maximum(0.0, np.array(shares, dtype=float))
        prices = np.append(np.cumsum(falls[::-1])[::-1], 0.0)
        least = self.needs.dues @ prices[:-1] if self.strict else self.needs.least(prices)
        needs = np.bincount(self.owner, least, minlength=len(self.options)) / FEN
        there = float(falls @ np.array(self.cash_fen, dtype=float)) + TOLERANCE * float(prices[0])
        self.rules.append(Rule(needs, there / FEN))

    def keep_tight(self, values: Sequence[float]) -> None:
        """Drop the rules that leave room with so much of each option: many rules make choosing slow."""
        self.rules = [rule for rule in self.rules if _used(rule, values) >= rule.there * (1 - TIGHT)]

    def misfit(self, chosen: Selection) -> list[float] | None:
        """Return by how much prices fall after each month in a rule that a selection breaks; None if the months fit."""
        paths = [path for place in chosen for path in self.options[place].paths]
        months = [accumulate(path.dues_fen) for path in paths]
        if all(sum(due) <= cash for *due, cash in zip(*months, self.cash_fen, strict=True)):
            return None  # even without early repayment
        if self.strict:
            return self._worst(paths)
        found = missing(paths, self.cash_fen)
        return found[1] if found else None

    def _worst(self, paths: Sequence[Path]) -> list[float]:
        """Return the rule of the month in which most is missing if nothing is repaid early."""
        due = [sum(fen) for fen in zip(*(path.by_month_fen for path in paths), strict=True)]
        short = [asked - cash for asked, cash in zip(due, self.cash_fen, strict=True)]
        worst = max(range(len(short)), key=lambda month: short[month])
        return [float(month == worst) for month in range(len(short))]


def _used(rule: Rule, values: Sequence[float]) -> float:
    return sum(need * value for need, value in zip(rule.needs, values, strict=True) if value)


def missing_with(choices: Choices, chosen: Selection) -> tuple[int, int] | None:
    """Return how much cash a selection misses at least, in fen, and the month by whose end; None if the months fit."""
    paths = [path for place in chosen for path in choices.options[place].paths]
    found = missing(paths, choices.cash_fen)
    if found is None:
        return None
    return int(found[0] * FEN), short_month(paths, choices.cash_fen, found[0])

"""The certificate of a plan: prices by month and the bound they give, for anybody to check (SPEC §6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ashore.planning.bound import bound_fen, falling
from ashore.planning.cases import Case
from ashore.planning.outcome import Outcome
from ashore.planning.prices import prices_of
from ashore.planning.problem import Problem
from ashore.planning.relaxed import Group, Span, span_of
from ashore.planning.relaxing import relax

CLOSE_FEN: Final = 50_00
CLOSE_SHARE: Final = 100
"""A gap of ¥50 or of so small a part of what the plan costs is close (SPEC §6)."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """No plan that works, with the same side work and no more from friends, costs less than `bound_fen`.

    `prices` by month prove it.  With `cases` the least of their bounds counts instead, each
    proved by prices of its own.
    """

    bound_fen: int
    prices: tuple[int, ...]
    span: Span
    cases: tuple[Case, ...] = ()


def close(outcome: Outcome, bound_fen: int, share: int = CLOSE_SHARE) -> bool:
    """Return whether a bound leaves little to be gained: the gap is small (SPEC §6)."""
    return outcome.net_fen - bound_fen <= max(CLOSE_FEN, outcome.cost_fen // share)


def certify(problem: Problem, outcome: Outcome, debts: Sequence[Group] | None = None) -> Certificate | None:
    """Return the certificate of a plan; None where no bound can be shown.

    `debts`: what `relax_debts` returns, if it is known already.
    """
    span = span_of(problem, outcome)
    household = relax(problem, span, debts) if span else None
    if span is None or household is None:
        return None
    months, found = len(household.net_fen), prices_of(household)
    # Prices of nothing give a bound as well: a solver that went astray, or found no way where instalments fixed anew
    # drift below the contract's, can only make it weak.
    tries = [[0] * months] if found is None else [falling(found, months), [0] * months]
    bound, prices = max((bound_fen(household, prices), prices) for prices in tries)
    if bound > outcome.net_fen:
        return None  # a bound that its own plan undercuts is none, and a person's plan must not end here
    return Certificate(bound, tuple(prices), span)

"""Random households with open concessions, for the search over them."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from random import Random

from ashore.household.model import Household
from ashore.loans.terms import Concession
from ashore.money import Rate
from ashore.planning.fast import FastTier
from ashore.planning.outcome import Outcome
from ashore.planning.problem import Problem, problem_of
from simulation.households import dice_of, household

CASH_FEN = 5_000_00
HORIZON = 18
DEBTS = 3


def offering(seed: int) -> Household:
    """Return up to three debts, each with one or two open concessions, and cash for what those ask for at once."""
    dice = dice_of(seed)
    home = household(dice)
    debts = tuple(
        replace(debt, concessions=concessions(dice, home, debt.terms.method)) for debt in home.debts[:DEBTS]
    )
    return replace(home, debts=debts, cash_fen=home.cash_fen + CASH_FEN)


def concessions(dice: Random, home: Household, method: str) -> tuple[Concession, ...]:
    """Return one or two concessions that are open for some days."""
    until = home.as_of + timedelta(days=dice.choice((5, 20, 45)))
    months, interest = dice.choice((1, 3, 6)), dice.choice(("accrue", "add", "waive"))
    kinds = [
        Concession("defer", "offered", until=until, months=months, interest=interest),
        Concession(
            "extend",
            "offered",
            until=until,
            months=dice.choice((12, 24, 48)),
            fee_fen=dice.choice((0, 10_00)),
        ),
        Concession("rate", "offered", until=until, rate=Rate(Decimal("0.03"), "year")),
    ]
    kinds = kinds[:1] if method == "bullet" else kinds
    return tuple(dice.sample(kinds, min(len(kinds), dice.choice((1, 2)))))


def whole_months(home: Household) -> Problem:
    """Return the problem with every month whole, as the kernel sees it."""
    return replace(problem_of(home, HORIZON), daily_months=0)


def key_of(outcome: Outcome, tier: FastTier) -> tuple[int, ...]:
    """Return the goals of a replay as the search compares them: arrears in its own units."""
    unpaid, harm, arrears, cut, net = outcome.goals
    return not outcome.works, unpaid, harm, arrears // tier.searcher.arrears_unit, cut, net

"""Selections of concessions to begin a search with: per debt the one worth most, at several prices of early money."""

from ashore.planning.baselines import sell_all
from ashore.planning.fast_ways import offered, own_ways
from ashore.planning.offers import Selection
from ashore.planning.problem import Problem
from ashore.simulation.arrays import NotSimulated
from ashore.simulation.menu import menu_of, starts_of


def starts(problem: Problem) -> tuple[Selection, ...]:
    """Return the selections, each once; none where the kernel does not know a contract.

    What is cheapest when money due early has a price is what a Lagrangian of the months takes: debt by debt, so it
    costs next to nothing, and often it is the best selection or near it.
    """
    made = offered(problem)
    if not made:
        return ()
    try:
        debts = own_ways(problem)
    except NotSimulated:
        return ()
    menu = menu_of(problem.household, problem.horizon, debts, [one for _, one in made], sell_all(problem))
    return tuple(tuple(made[place][0] for place in taken) for taken in starts_of(menu) if taken)

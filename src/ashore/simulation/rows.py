"""The month loop over many futures of one household: each row of money is a run of its own."""

from ashore.simulation import layout as at
from ashore.simulation.kernel import run


def run_rows(
    data: list[int],
    moneys: list[int],
    opening: list[int],
    strategy: list[int],
    money: list[int],
    state: list[int],
    out: list[int],
    results: list[int],
) -> int:
    """Return how many futures were run; `results` has for each its `out`, then the debts' slots as they end.

    `moneys`: one future after the other.  `money`, `state`, `out`: room for one, as `run` takes it.
    """
    size, months, slots = len(money), len(out), data[at.H_DEBTS] * data[at.H_SLOT_SIZE]
    rows = len(moneys) // size
    for row in range(rows):
        copy(moneys, row * size, money, 0, size)
        copy(opening, 0, state, 0, len(opening))
        for place in range(months):
            out[place] = 0
        run(data, money, state, out, strategy)
        copy(out, 0, results, row * (months + slots), months)
        copy(state, 0, results, row * (months + slots) + months, slots)
    return rows


def copy(source: list[int], start: int, target: list[int], place: int, count: int) -> None:
    """Copy so many numbers from one list into another."""
    for index in range(count):
        target[place + index] = source[start + index]

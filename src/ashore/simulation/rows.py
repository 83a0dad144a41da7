"""The month loop over many futures of one household: each row of money is a run of its own."""

from ashore.simulation import layout as at
from ashore.simulation.debts import standing
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
    """Return how many futures were run; `results` has for each its `out`, then what is told of each debt (D_…).

    `moneys`: one future after the other.  `money`, `state`, `out`: room for one, as `run` takes it.
    """
    size, width = len(money), len(out) + data[at.H_DEBTS] * at.DEBT_SIZE
    rows = len(moneys) // size
    for row in range(rows):
        copy_into(money, moneys, row * size)
        copy_into(state, opening, 0)
        for place in range(len(out)):
            out[place] = 0
        run(data, money, state, out, strategy)
        copy_out(out, results, row * width)
        tell_debts(data, state, results, row * width + len(out))
    return rows


def tell_debts(data: list[int], state: list[int], results: list[int], place: int) -> None:
    """Write what is told of each debt after a run from a place on."""
    for index in range(data[at.H_DEBTS]):
        t, s = data[at.H_TERMS_AT] + index * at.TERMS_SIZE, index * data[at.H_SLOT_SIZE]
        told = place + index * at.DEBT_SIZE
        for part in range(at.PART_COUNT):
            results[told + at.D_CHARGED + part] = state[s + at.S_CHARGED + part]
        results[told + at.D_FORGIVEN] = state[s + at.S_FORGIVEN]
        results[told + at.D_LEFT] = standing(data, state, t, s)
        results[told + at.D_OVERDUE_MONTHS] = state[s + at.S_OVERDUE_MONTHS]


def copy_into(target: list[int], source: list[int], start: int) -> None:
    """Fill a list with the numbers of another from a place on."""
    for index in range(len(target)):
        target[index] = source[start + index]


def copy_out(source: list[int], target: list[int], start: int) -> None:
    """Write the numbers of a list into another from a place on."""
    for index in range(len(source)):
        target[start + index] = source[index]

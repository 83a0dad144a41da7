"""The compiled kernel against the plain one and the plain loop; what compiling costs, told apart and in plain runs."""

import sys
from collections.abc import Callable, Sequence
from tempfile import TemporaryDirectory
from time import process_time
from typing import Final

from ashore.simulation import layout as at
from ashore.simulation.arrays import Arrays
from ashore.simulation.binding import PLAIN, Bound, NotCompiled, bind
from ashore.simulation.kernel import run
from ashore.simulation.simulate import KERNEL, STRATEGIES, Strategy, simulate, simulate_many
from benching.timing import Side, compare, process, shown, timed

FUTURES: Final = 20
COMPILED_TIMES: Final = 50
LOAD: Final = (
    "import sys; from ashore.simulation.binding import bind; from ashore.simulation.simulate import KERNEL; "
    "assert bind(*KERNEL, folder=sys.argv[1]).cached"
)


def laid_out(households: Sequence[Arrays], strategy: Strategy, bound: Bound, times: int) -> Callable[[], int]:
    """Return work that runs the kernel on lists laid out before and returns its household-months."""
    flags = bound.whole(strategy.flags)
    lists = [
        [bound.whole(numbers) for numbers in (one.data, one.money, one.opening, one.opening, out_of(one))]
        for one in households
    ]
    empty = [bound.whole(out_of(one)) for one in households]
    own = bound.of(run)

    def work() -> int:
        months = 0
        for (data, money, opening, state, out), nothing in zip(lists, empty, strict=True):
            for _ in range(times):
                state[:], out[:] = opening, nothing
                own(data, money, state, out, flags)
                months += int(out[at.O_MONTHS])
        return months

    return work


def out_of(arrays: Arrays) -> list[int]:
    """Return room for what comes of a run."""
    return [0] * (at.OUT_SIZE + arrays.months * at.OUT_ROW)


def many(households: Sequence[Arrays], strategy: Strategy, bound: Bound) -> int:
    """Return how many household-months were simulated in many futures of each household, read as results."""
    found = (simulate_many(one, strategy, [one.money] * FUTURES, bound) for one in households)
    return sum(len(result.cash_fen) for results in found for result in results)


def bench(households: Sequence[Arrays], loop: Side) -> None:
    """Print the ratios; nothing but a word where the extra is not installed."""
    print("Month loop compiled (extra `batch`), the same functions:")
    with TemporaryDirectory() as folder:
        begun = process_time()
        try:
            bound = bind(*KERNEL, folder=folder)
        except NotCompiled:
            print("  left out: the extra is not installed")
            return
        making = process_time() - begun
        loading = min(process([sys.executable, "-c", LOAD, folder]) for _ in range(3))
    fitting = [one for one in households if one.fits]
    print(f"  {len(fitting)} of {len(households)} households are shown to fit 64 bits")
    for name in ("avalanche", "look-ahead"):
        _compare(fitting, name, bound, loop)
    one_run = timed(lambda: len([simulate(one, STRATEGIES["avalanche"]) for one in fitting]))
    print(f"  compiling once: {shown(making)}, {making / one_run:,.0f} plain runs of a household (avalanche)")
    print(f"  a process that loads it compiled: {shown(loading)}, {loading / one_run:,.0f} plain runs")


def _compare(households: Sequence[Arrays], name: str, bound: Bound, loop: Side) -> None:
    """Time one strategy, having seen that both give the same."""
    strategy = STRATEGIES[name]
    if any(simulate(one, strategy, bound=bound) != simulate(one, strategy) for one in households):
        raise SystemExit(f"{name}: the compiled kernel gives something else")
    fast = laid_out(households, strategy, bound, COMPILED_TIMES)
    slow = laid_out(households, strategy, PLAIN, 1)
    ours = Side(f"compiled kernel, {name}", lambda: timed(fast))
    compare(ours, Side(f"plain kernel, {name}, lists laid out as well", lambda: timed(slow)))
    compare(ours, loop)
    results = Side(
        f"compiled, {FUTURES} futures of each household at once, made into results",
        lambda: timed(lambda: many(households, strategy, bound)),
    )
    one_by_one = Side(
        "plain, the same one by one",
        lambda: timed(lambda: sum(len(simulate(one, strategy).cash_fen) for one in households)),
    )
    compare(results, one_by_one)

"""What became of the cases of a suite, and the last line that says so."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """One case: its name, and what differed (empty: it passed)."""

    name: str
    differences: tuple[str, ...] = ()


def tell(outcomes: Iterable[Outcome]) -> int:
    """Return the exit code (0: none failed) after printing each failed case and `N passed, N failed`.

    No case at all is a failure too: a folder named wrongly must not look like a suite that passes.
    """
    told = list(outcomes)
    failed = [outcome for outcome in told if outcome.differences]
    for outcome in failed:
        print(f"FAILED {outcome.name}")
        for line in outcome.differences:
            print(f"  {line}")
    print(f"{len(told) - len(failed)} passed, {len(failed)} failed")
    return 0 if told and not failed else 1

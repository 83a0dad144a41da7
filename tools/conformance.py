"""Ashore's arithmetic against suites that others, or an independent second computation, have written.

`conformance.py actus DIR`: every ACTUS case of every `*.json` in the folder (PAM, ANN, LAM, NAM), to 1e-8.
`conformance.py xirr DIR`: every `*.csv` of dated amounts: the root it must find, or that there is none.
`conformance.py appendix-j FILE`: Regulation Z Appendix J cases, to the second decimal of a per cent.
`conformance.py overdue DIR`: the overdue suite's `*.json` cases, to the fen.

The shapes of the files are in docs/reference/conformance.md.  The last line is `N passed, N failed`.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from conforming import actus, appendix_j, overdue, xirr
from conforming.report import Outcome, tell

SUITES: Final[dict[str, Callable[[Path], Iterator[Outcome]]]] = {
    "actus": actus.outcomes,
    "xirr": xirr.outcomes,
    "appendix-j": appendix_j.outcomes,
    "overdue": overdue.outcomes,
}


def main(arguments: list[str]) -> int:
    """Run the suite that the words name and return the exit code."""
    match arguments:
        case [name, place] if name in SUITES and Path(place).exists():
            return tell(SUITES[name](Path(place)))
        case _:
            print(__doc__, file=sys.stderr)
            return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Whole processes: the quick commands against an empty Python, the plan against the check."""

import subprocess
import sys
from pathlib import Path
from typing import Final

from benching.timing import Side, compare, process

DEMO: Final = Path(__file__).parents[2] / "src" / "ashore" / "examples" / "demo.toml"
PYTHON: Final = Side("python -c pass", lambda: process([sys.executable, "-c", "pass"]))
HEAVY: Final = frozenset({"numpy", "numba", "pyarrow", "django"})
QUICK_AIM, PLAN_AIM = 5.0, 4.0


def ashore(*arguments: str) -> list[str]:
    """Return the command line of a command."""
    return [sys.executable, "-m", "ashore", *arguments]


def side(name: str, *arguments: str) -> Side:
    """Return a command to be timed."""
    return Side(name, lambda: process(ashore(*arguments)))


def imported(*arguments: str) -> set[str]:
    """Return the packages that a command imports, as Python itself reports them."""
    command = [sys.executable, "-X", "importtime", *ashore(*arguments)[1:]]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stderr
    names = (line.rpartition("|")[2].strip() for line in told.splitlines() if line.startswith("import time:"))
    return {name.partition(".")[0] for name in names}


def bench() -> None:
    """Time the commands and print the ratios; assert that the quick ones load nothing heavy."""
    check, help_page = ("check", str(DEMO)), ("--help",)
    print("Commands, whole processes:")
    compare(side("ashore --help", *help_page), PYTHON, QUICK_AIM)
    compare(side("ashore check demo.toml", *check), PYTHON, QUICK_AIM)
    compare(
        side("ashore plan demo.toml", "plan", str(DEMO)), side("ashore check demo.toml", *check), PLAN_AIM
    )
    for arguments in (help_page, check):
        loaded = imported(*arguments)
        if "ashore" not in loaded or loaded & HEAVY:
            raise SystemExit(
                f"ashore {arguments[0]} imports {sorted(loaded & HEAVY) or 'nothing that was understood'}"
            )
    print(f"  neither --help nor check imports {', '.join(sorted(HEAVY))} (asserted from -X importtime)")

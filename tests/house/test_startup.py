"""Quick commands stay quick: they load nothing heavy (import-time guard)."""

import json
import subprocess
from pathlib import Path

import pytest

HEAVY = frozenset(
    {
        "django",
        "docx",
        "holidays",
        "icalendar",
        "lxml",
        "numba",
        "numpy",
        "pyarrow",
        "rich",
        "tomlkit",
        "tree_sitter",
        "tree_sitter_toml",
        "typst",
    }
)
TELL = """
import json, sys
{extra}
from ashore.cli import main
try:
    main({arguments!r})
except SystemExit as end:
    code = end.code
print(json.dumps([code, sorted(sys.modules)]), file=sys.stderr)
"""
TINY = """
format = "ashore/1"

[household]
as_of = 2026-11-23
cash = 1200.00

[[income]]
name = "Pay"
amount = 5000.00
every = "month"
day = 10

[[spending]]
name = "Food"
category = "food"
amount = 1500.00
every = "month"
essential = true

[[debt]]
id = "card"
name = "Card"
creditor = "Bank"
balance = 1000.00
rate = "1%/month"
method = "level-payment"
periods_left = 10
due_day = 15
"""


def loaded(python: str, arguments: list[str], extra: str = "") -> tuple[int, set[str]]:
    """Return the exit code of a command and the heavy packages it loaded."""
    script = TELL.format(arguments=arguments, extra=extra)
    answer = subprocess.run([python, "-c", script], capture_output=True, text=True, check=True)
    code, modules = json.loads(answer.stderr.splitlines()[-1])
    return code, {name.partition(".")[0] for name in modules} & HEAVY


@pytest.fixture
def tiny(tmp_path: Path) -> str:
    """Return the path of a household file without findings."""
    path = tmp_path / "household.toml"
    path.write_text(TINY)
    return str(path)


def test_help_loads_nothing_heavy(python: str):
    assert loaded(python, ["--help"]) == (0, set())


def test_check_loads_nothing_heavy(python: str, tiny: str):
    assert loaded(python, ["check", tiny]) == (0, set())


def test_plan_loads_no_compiler(python: str, tiny: str):
    """The solver needs numpy; the compiler is for very many futures only."""
    code, found = loaded(python, ["plan", tiny])
    assert (code, "numba" in found) == (0, False)


def test_a_planted_import_is_seen(python: str):
    assert loaded(python, ["--help"], extra="import tree_sitter") == (0, {"tree_sitter"})

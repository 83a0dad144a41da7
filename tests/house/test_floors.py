"""Floors point downwards, the core does no input or output: the contracts hold, and can break."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from needs import ROOT

FLOORS = "floors point downwards"
PURE = "the core does no input or output"
QUIET = "nothing but the web app opens a connection"


def lint_imports(project: Path, python: str) -> str:
    """Return what Import Linter says about a project's own sources."""
    program = Path(python).parent / "lint-imports"
    environment = {**os.environ, "PYTHONPATH": str(project / "src"), "COLUMNS": "200"}
    answer = subprocess.run(
        [program, "--no-cache"], cwd=project, env=environment, capture_output=True, text=True, check=False
    )
    return answer.stdout + answer.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the sources and contracts."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(
        ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__", "*.mo*", "data")
    )
    return tmp_path


def test_the_contracts_hold(python: str):
    shown = lint_imports(ROOT, python)
    assert f"{FLOORS} KEPT" in shown, shown
    assert f"{PURE} KEPT" in shown, shown
    assert f"{QUIET} KEPT" in shown, shown


@pytest.mark.parametrize(
    ("place", "line", "broken"),
    [
        ("loans/planted.py", "from ashore.planning import policy", FLOORS),
        ("dates.py", "from ashore.money import Rate", FLOORS),
        ("extra/__init__.py", "", FLOORS),
        ("loans/planted.py", "from pathlib import Path", PURE),
        ("planning/planted.py", "import time", PURE),
        ("packs/planted.py", "from urllib.request import urlopen", QUIET),
        ("simulation/planted.py", "from importlib import resources", PURE),
    ],
)
def test_a_planted_import_breaks_its_contract(copy: Path, python: str, place: str, line: str, broken: str):
    target = copy / "src" / "ashore" / place
    target.parent.mkdir(exist_ok=True)
    with target.open("a") as file:
        file.write(f"\n{line}\n")
    shown = lint_imports(copy, python)
    assert f"{broken} BROKEN" in shown or ("Missing layer" in shown and broken == FLOORS), shown

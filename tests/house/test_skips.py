"""With CI set, a test that is skipped fails, unless its reason begins with `optional:`."""

import os
import subprocess
from pathlib import Path

import pytest

from needs import ROOT, has

SKIPS = """
import pytest
from needs import needs

@needs("/no/such/file", "a fact from far away")
def test_needs(): ...

@needs("no-such-program", "optional: a second opinion")
def test_optional(): ...

@pytest.mark.xfail(raises=AssertionError, strict=True)
def test_known_to_fail():
    assert False
"""
MODULE = """
import pytest
pytest.skip("nothing here", allow_module_level=True)
"""


def run_tests(folder: Path, python: str, *, ci: str) -> str:
    """Return what pytest prints for a folder of tests under this project's conftest."""
    environment = {**os.environ, "CI": ci, "PYTHONPATH": f"{ROOT / 'tests'}:{ROOT / 'tools'}"}
    command = [
        python,
        "-m",
        "pytest",
        "-p",
        "no:cacheprovider",
        "-p",
        "conftest",
        "--import-mode=importlib",
        "-ra",
        "-n0",
    ]
    answer = subprocess.run(
        [*command, str(folder)], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    return answer.stdout


@pytest.mark.parametrize(
    ("ci", "source", "counts"),
    [
        ("", SKIPS, "2 skipped, 1 xfailed"),
        ("true", SKIPS, "1 skipped, 1 xfailed, 1 error"),
        ("", MODULE, "1 skipped"),
        ("true", MODULE, "1 error"),
    ],
)
def test_a_skip_that_should_have_run_fails_with_ci_set(
    tmp_path: Path, python: str, ci: str, source: str, counts: str
):
    (tmp_path / "test_it.py").write_text(source)
    shown = run_tests(tmp_path, python, ci=ci)
    assert counts in shown, shown
    assert "a fact from far away" in shown or "nothing here" in shown, "the reason is printed"


def test_has_knows_paths_and_programs(tmp_path: Path):
    assert has("sh")
    assert has(tmp_path)
    assert not has(tmp_path / "sh")
    assert not has("no-such-program")

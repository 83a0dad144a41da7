"""Below what went wrong at a terminal stands whom to call; a program that reads the errors gets the fault alone."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

BROKEN = 'format = "ashore/1"\n[household]\n'
LINES = (["plan", "nothing-there.toml"], ["plan", "broken.toml"], ["plna"], ["plan", "--goal", "x"])
LONG = (["plna"], ["plan", "--goal", "x"])


def run(line: list[str], folder: Path, *, at_a_terminal: bool) -> tuple[int, str]:
    """Return the exit code of a line and what stands on its stderr."""
    command = [sys.executable, "-m", "ashore", *line]
    if not at_a_terminal:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        return done.returncode, done.stderr
    ours, its = pty.openpty()
    try:
        done = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=its, check=False)
        os.close(its)
        told = b""
        while piece := read(ours):
            told += piece
    finally:
        os.close(ours)
    return done.returncode, told.decode()


def read(end: int) -> bytes:
    """Return what more a terminal was told; nothing where it was closed."""
    try:
        return os.read(end, 65536)
    except OSError:
        return b""


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
@pytest.mark.parametrize(
    "line", [pytest.param(one, marks=[pytest.mark.long] if one in LONG else [], id=one[-1]) for one in LINES]
)
def test_whom_to_call_stands_below_a_fault(line: list[str], language: str, tmp_path: Path) -> None:
    """Numbers, or for a mistyped line, which loads nothing, the command that has them."""
    (tmp_path / "broken.toml").write_text(BROKEN)
    code, told = run([*line, "--lang", language], tmp_path, at_a_terminal=True)
    assert code == 2
    assert ("ashore support" if line in LONG else "12356") in " ".join(told.splitlines()[-2:])


@pytest.mark.long
@pytest.mark.parametrize("line", LINES, ids=lambda line: line[-1])
def test_a_program_gets_the_fault_alone(line: list[str], tmp_path: Path) -> None:
    """What reads the stream of errors is no person."""
    (tmp_path / "broken.toml").write_text(BROKEN)
    code, told = run([*line, "--lang", "en"], tmp_path, at_a_terminal=False)
    assert code == 2
    assert told
    assert "12356" not in told
    assert "ashore support" not in told.replace("first, support", "")

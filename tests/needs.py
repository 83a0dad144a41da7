"""What a test needs from the machine, and where things lie; a test without it is skipped with its reason."""

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("ASHORE_TEST_DATA") or ROOT.parent / "shared" / "data")


def has(what: str | Path) -> bool:
    """Return whether a path exists, or, for a bare name, whether such a program is installed."""
    bare = isinstance(what, str) and "/" not in what
    return shutil.which(str(what)) is not None if bare else Path(what).exists()


def needs(what: str | Path, reason: str) -> pytest.MarkDecorator:
    """Return a mark that skips a test without a path or program.

    With CI set the skip fails (tests/conftest.py), unless the reason begins with `optional:`.
    """
    return pytest.mark.skipif(not has(what), reason=f"{reason} (needs {what})")


def needs_data(name: str) -> pytest.MarkDecorator:
    """Return a mark that skips a test without this file or folder of the test data (ASHORE_TEST_DATA)."""
    return pytest.mark.skipif(
        not has(DATA / name), reason=f"test data {name} is not here (set ASHORE_TEST_DATA)"
    )

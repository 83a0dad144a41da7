"""The files that belong to the project, as git knows them."""

import subprocess
from functools import cache
from pathlib import Path

import pytest

from needs import ROOT

TEXT = frozenset({
    "", ".css", ".csv", ".html", ".in", ".js", ".json", ".md", ".po", ".py", ".svg", ".toml", ".txt",
})  # fmt: skip


@cache
def tracked() -> tuple[Path, ...]:
    """Return every tracked or new, not ignored file, relative to the root; skips outside a git checkout."""
    # A checkout that another user owns is fine to list.
    command = ["git", "-c", "safe.directory=*", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("optional: not a git checkout, so nobody knows which files belong to the project")
    return tuple(path for line in listed.stdout.splitlines() if (ROOT / (path := Path(line))).is_file())


def texts() -> dict[str, str]:
    """Return the text of every tracked text file, by its path."""
    return {str(path): (ROOT / path).read_text("utf-8") for path in tracked() if path.suffix in TEXT}


def is_product(path: str) -> bool:
    """Return whether a person who uses Ashore may read what stands in this file."""
    return path.startswith(("src/", "docs/", "examples/", "README"))

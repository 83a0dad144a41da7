"""A built wheel holds all that Ashore needs to run, the Chinese included."""

import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest

from needs import ROOT


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory, python: str) -> set[str]:
    """Return the names in a wheel built from the sources."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        python,
        "-m",
        "pip",
        "--quiet",
        "wheel",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        folder,
        ROOT,
    ]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = Path(folder).glob("ashore-*.whl")
    return set(ZipFile(wheel).namelist())


def test_the_wheel_holds_every_source_and_data_file(names: set[str]):
    package = ROOT / "src" / "ashore"
    wanted = {
        f"ashore/{path.relative_to(package).as_posix()}"
        for path in package.rglob("*")
        if path.is_file() and path.suffix in {".py", ".toml", ".po", ".html", ".css", ".json", ".csv"}
    }
    assert len(wanted) > 50
    assert wanted - names == set()


def test_the_wheel_speaks_chinese(names: set[str]):
    assert "ashore/locale/zh_Hans/LC_MESSAGES/ashore.mo" in names


def test_the_wheel_holds_nothing_else(names: set[str]):
    assert {name for name in names if not name.startswith(("ashore/", "ashore-"))} == set()
    assert {name for name in names if name.endswith((".pyc", ".new"))} == set()

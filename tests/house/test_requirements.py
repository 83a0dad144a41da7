"""What is installed is pinned, hashed, named in one place, and says nothing about where it came from."""

import re
import tomllib

import pytest

from needs import ROOT

FOLDER = ROOT / "requirements"
PIN = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>[^\s;]+)(?P<rest>(?:.*\\\n)(?:\s+--hash=.*\n?)+)?", re.MULTILINE
)
NAME = re.compile(r"^[A-Za-z][\w.-]*")


def names(text: str) -> set[str]:
    """Return the package names of a requirements source."""
    return {found.group() for line in text.splitlines() if (found := NAME.match(line))}


def pins(text: str) -> dict[str, str]:
    """Return the version by package.  Raises ValueError for a pin without a hash."""
    found = list(PIN.finditer(text))
    bare = [pin["name"] for pin in found if "--hash=sha256:" not in (pin["rest"] or "")]
    if bare:
        raise ValueError(f"without a hash: {bare}")
    return {pin["name"]: pin["version"] for pin in found}


@pytest.mark.parametrize("name", ["app.in", "app.txt", "batch.in", "batch.txt", "dev.in", "dev.txt"])
def test_no_address(name: str):
    text = (FOLDER / name).read_text()
    assert "://" not in text
    assert "--index-url" not in text
    assert "--find-links" not in text


@pytest.mark.parametrize("name", ["app", "batch", "dev"])
def test_everything_asked_for_is_pinned_with_hashes(name: str):
    asked = names((FOLDER / f"{name}.in").read_text())
    assert asked
    assert asked <= pins((FOLDER / f"{name}.txt").read_text()).keys()


def test_developers_run_what_people_run():
    app, batch, dev = (pins((FOLDER / f"{name}.txt").read_text()) for name in ("app", "batch", "dev"))
    assert app.items() < batch.items() < dev.items()


def test_requirements_name_what_the_package_names():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    declared = {NAME.match(line).group() for line in project["project"]["dependencies"]}  # pyright: ignore[reportOptionalMemberAccess] names begin with a letter
    build = set(project["build-system"]["requires"])
    assert names((FOLDER / "app.in").read_text()) == declared | build


def test_the_extra_is_what_its_file_adds():
    extra = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    declared = {NAME.match(line).group() for line in extra["batch"]}  # pyright: ignore[reportOptionalMemberAccess] names begin with a letter
    assert names((FOLDER / "batch.in").read_text()) == declared


def test_a_pin_without_a_hash_is_refused():
    with pytest.raises(ValueError, match="rich"):
        pins("click==8.5.1 \\\n    --hash=sha256:00\nrich==15.0.0\n")

"""What the project's pages name exists: files, make targets, commands; and the READMEs stay short."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ashore.cli.main import COMMANDS
from needs import ROOT

PAGES = (
    "README.md",
    "README.zh.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "changelog.d/README.md",
    "decisions/README.md",
)
README_LINES = 60
# A path in code or in a link: with a folder of this project in front, or a page beside it.
PATH = re.compile(
    r"(?:(?:src|tests|tools|requirements|decisions|changelog\.d|examples|docs|release)/[\w./*{}-]*|(?<![\w.+-])[\w.+-]+\.(?:md|toml|in)\b)"
)
CODE = re.compile(r"```.*?```|`[^`\n]+`|\]\([^)\n]+\)", re.DOTALL)
INVENTED = re.compile(r"TAG|\d{4}-a-few-words|\d\.\w+\.md|a-few-words|household\.toml|CODE")
FOLDERS = ("", "src/ashore/packs/data/cn", "src/ashore/packs/data/cn/products")
TARGET = re.compile(r"^([a-z-]+):", re.MULTILINE)


def dead(page: str, root: Path = ROOT) -> Iterator[str]:
    """Yield what a page names in code or links and is not there."""
    makefile = set(TARGET.findall((ROOT / "Makefile").read_text("utf-8")))
    for code in CODE.findall(page):
        for name in PATH.findall(code):
            if not INVENTED.search(name) and not any(
                list(root.glob(f"{folder}/{name}".strip("/"))) for folder in FOLDERS
            ):
                yield name
        yield from (
            f"make {name}" for name in re.findall(r"\bmake ([a-z-]+)\b", code) if name not in makefile
        )
        yield from (
            f"ashore {name}" for name in re.findall(r"\bashore ([a-z]+)\b", code) if name not in COMMANDS
        )


@pytest.mark.parametrize("name", PAGES)
def test_everything_a_page_names_exists(name: str):
    assert sorted(set(dead((ROOT / name).read_text("utf-8")))) == []


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_a_readme_is_short(name: str):
    assert len((ROOT / name).read_text("utf-8").splitlines()) <= README_LINES


def test_dead_names_are_found():
    page = "See `src/ashore/nothing.py`, `make nothing`, `ashore nothing`, [there](docs/nothing.md), `tests/needs.py`."
    assert sorted(dead(page)) == [
        "ashore nothing",
        "docs/nothing.md",
        "make nothing",
        "src/ashore/nothing.py",
    ]

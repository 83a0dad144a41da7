"""Copies of toyland with one thing changed."""

import shutil
from pathlib import Path

from needs import ROOT

TOYLAND = ROOT / "src" / "ashore" / "packs" / "data" / "toyland"


def copy_toyland(folder: Path) -> Path:
    """Return a folder of packs that holds a copy of toyland."""
    shutil.copytree(TOYLAND, folder / "toyland")
    return folder


def change(root: Path, name: str, old: str, new: str) -> None:
    """Replace the first `old` in a file of the copy, which must be there."""
    file = root / "toyland" / name
    text = file.read_text("utf-8")
    assert old in text, (name, old)
    file.write_text(text.replace(old, new, 1), "utf-8")

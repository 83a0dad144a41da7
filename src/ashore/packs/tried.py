"""How often the check for traps was wrong at worst, from a pack's file `traps/measured.toml`."""

from pathlib import Path
from typing import Final

from ashore.packs.entry import Entry, read_entry
from ashore.packs.files import SUFFIX
from ashore.packs.traps import TRAPS
from ashore.traps.tried import Tried, Wrong

NAME: Final = "measured"
FILE: Final = f"{TRAPS}/{NAME}{SUFFIX}"


def read_tried(folder: Path) -> Tried | None:
    """Return what was measured, None where a pack's folder has no such file.  Raises BrokenPack for a bad count."""
    if not (folder / FILE).exists():
        return None
    entry = read_entry(folder, TRAPS, NAME)
    return Tried(_wrong(entry.sub("missed")), _wrong(entry.sub("taken")))


def _wrong(entry: Entry) -> Wrong:
    """Return how many of how many; at least one, for “never wrong” is not to be said.  Raises BrokenPack."""
    wrong, of = (_count(entry, key) for key in ("wrong", "of"))
    if wrong > of:
        raise entry.fail("pack-field-wrong", "wrong", expected=f"<= {of}")
    return Wrong(wrong, of)


def _count(entry: Entry, key: str) -> int:
    number = entry.number(key)
    if not number.is_finite() or number % 1 or number < 1:
        raise entry.fail("pack-field-wrong", key, expected="1, 2, 3 …")
    return int(number)

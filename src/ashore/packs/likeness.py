"""What was learnt of the wording of traps, from a pack's file `traps/likeness.tsv`: a feature and its weight a line."""

from pathlib import Path
from typing import Final

from ashore.packs.errors import BrokenPack
from ashore.traps.likeness import NOTHING_LEARNT, Likeness

FILE: Final = "traps/likeness.tsv"
BASE, LEAST = "*base", "*least"
"""The two lines at the head, which no words can be; every other line is a feature, its words parted by one space."""


def read_likeness(folder: Path) -> Likeness:
    """Return what a pack's folder has learnt, nothing where it has no such file.  Raises BrokenPack for a bad line."""
    path = folder / FILE
    if not path.exists():
        return NOTHING_LEARNT
    weights: dict[str, int] = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        feature, _, weight = line.partition("\t")
        if not feature or feature in weights or not weight.removeprefix("-").isdecimal():
            raise BrokenPack("pack-line-wrong", FILE, str(number), read=line)
        weights[feature] = int(weight)
    heads = [key for key in (BASE, LEAST) if key not in weights]
    if heads:
        raise BrokenPack("pack-field-missing", FILE, heads[0])
    return Likeness(weights, weights.pop(BASE), weights.pop(LEAST))

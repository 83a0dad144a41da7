"""The bundled example households, most of them for `make check`: a command that plans each of them takes its time."""

from typing import Final

import pytest

from needs import ROOT

EXAMPLES: Final = sorted((ROOT / "src" / "ashore" / "examples").glob("*.toml"))
UNLIKE: Final = frozenset({"demo", "eight-debts", "just-fails", "nothing-works"})
"""Those whose answers have the least in common: one that works, a long one, one nearly, one never."""
MOST_LATER: Final = [
    pytest.param(path, id=path.stem, marks=() if path.stem in UNLIKE else pytest.mark.long)
    for path in EXAMPLES
]
"""All of them; in `make test` those alone that are unlike."""

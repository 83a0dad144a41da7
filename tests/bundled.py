"""The bundled example households, most of them for `make check`: a command that plans each of them takes its time."""

from collections.abc import Collection
from typing import Final

import pytest
from _pytest.mark import ParameterSet

from needs import ROOT

EXAMPLES: Final = sorted((ROOT / "src" / "ashore" / "examples").glob("*.toml"))


def some_now(now: Collection[str]) -> list[ParameterSet]:
    """Return all of them as parameters, in `make test` those alone that are named."""
    return [
        pytest.param(path, id=path.stem, marks=() if path.stem in now else pytest.mark.long)
        for path in EXAMPLES
    ]

"""The files of the packs: folders of TOML under `data`, read as exact decimals."""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Final

Table = Mapping[str, object]
# importlib.resources would add half to the start-up time of `ashore check`.
SHIPPED: Final = Path(__file__).parent / "data"
PACK_FILE: Final = "pack.toml"
SUFFIX: Final = ".toml"


def read_toml(file: Path) -> Table:
    """Return a file's table, numbers with a point as Decimal.  Raises TOMLDecodeError for bad TOML."""
    return tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)


def toml_names(folder: Path) -> tuple[str, ...]:
    """Return the names of the TOML files in a folder without suffix, sorted; none where it is missing."""
    return tuple(sorted(file.name.removesuffix(SUFFIX) for file in folder.glob(f"*{SUFFIX}")))


def jurisdictions(root: Path = SHIPPED) -> tuple[str, ...]:
    """Return the ids of the packs under a folder, sorted."""
    return tuple(sorted(file.parent.name for file in root.glob(f"*/{PACK_FILE}")))

"""The sections of a household file: its top-level keys, the same for reading, writing, the schema and the docs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ashore.household.file.log import At
from ashore.household.file.plain import shown
from ashore.household.file.wording import tidy
from ashore.household.keys.drafts import DebtKind
from ashore.household.keys.kinds import Schema
from ashore.household.keys.sections import (
    ACCOUNT,
    ASSET,
    BUSINESS,
    DUE,
    HOUSEHOLD,
    INCOME,
    LEVER,
    OWN,
    SPENDING,
)
from ashore.household.keys.tables import Entries, Key, Partial, Table
from ashore.household.product import Product

FORMAT: Final = "ashore/1"


@dataclass(slots=True, eq=False, repr=False)
class Format:
    """The file's format, "ashore/1"."""

    def read(self, raw: object, at: At) -> str | None:
        """Return the format; another version is a stop, another spelling a note."""
        if not isinstance(raw, str) or tidy(raw).lower().replace(" ", "") != FORMAT:
            return at.stop("format-other", read=shown(raw), write=FORMAT)
        if raw != FORMAT:
            at.note("word-respelled", read=shown(raw), write=FORMAT)
        return FORMAT

    def write(self, value: object) -> object:
        """Return the format."""
        return value

    def schema(self) -> Schema:
        """Return: the one word."""
        return {"const": FORMAT}


def _nothing(**_: object) -> None:
    """Stand in for the maker of the file's value, which is made once everything is read."""


def file_table(products: Mapping[str, Product]) -> Table[None]:
    """Return the keys of the whole file; debts are read with these products under them."""
    return Table(
        (
            Key("format", Format()),
            Key("household", Partial(HOUSEHOLD), required=True),
            Key("income", Entries(INCOME), "incomes"),
            Key("spending", Entries(SPENDING), "spendings"),
            Key("asset", Entries(ASSET), "assets"),
            Key("account", Entries(ACCOUNT), "accounts"),
            Key("business", Entries(BUSINESS), "businesses"),
            Key("due", Entries(DUE), "dues"),
            Key("debt", Entries(DebtKind(products)), "debts"),
            Key("lever", Entries(LEVER), "levers"),
            Key("own", Entries(OWN), "owns"),
        ),
        _nothing,
    )

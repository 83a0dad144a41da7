"""Entries of a shop that a form is made ready for: money that customers owe it, goods that it has not paid for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from ashore.packs.products import all_products, product_ids
from ashore.web.config import JURISDICTION
from ashore.web.fields import Field

GOODS: Final = "goods"
"""What a product is called under which goods came before they were paid for."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A form: its section, what is filled in unasked, what it asks for first, and its name in the sentences."""

    name: str
    section: str
    asks: tuple[str, ...]
    given: Mapping[str, str] = field(default_factory=dict[str, str])

    def ordered(
        self, asked: Sequence[Field], more: Sequence[Field]
    ) -> tuple[tuple[Field, ...], tuple[Field, ...]]:
        """Return a form's fields with those that this one asks for before the others."""
        every = {one.path: one for one in (*asked, *more)}
        first = tuple(every[path] for path in self.asks if path in every)
        return first, tuple(one for path, one in every.items() if path not in self.asks)


def prepared(name: str, section: str) -> Prepared | None:
    """Return the form of a name in a section; None where there is none."""
    return next((one for one in _forms() if (one.name, one.section) == (name, section)), None)


def _forms() -> tuple[Prepared, ...]:
    return (
        Prepared(
            "receivable", "income", ("name", "amount", "on", "certainty", "low"),
            {"every": "once", "business": "true"},
        ),
        Prepared(
            "supplier", "debt",
            ("name", "creditor", "balance", "due_day", "periods_left", "arrears.since", "arrears.total"),
            {"product": _goods(), "business": "true"},
        ),
    )  # fmt: skip


def _goods() -> str:
    """Return the product under which goods are taken on account, `""` where the pack has none."""
    return next((key for key in product_ids(JURISDICTION) if all_products()[key].owing == GOODS), "")

"""One payment as an export of an app or bank states it, with what it is and is not.

A ledger is a sequence of these in the order of their days.  What it was spent on is private (practice H1): a ledger
never becomes part of a household, a plan or a paper.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Final, Literal, get_args, overload

TransactionKind = Literal["spending", "income", "refund", "transfer", "repayment"]
"""A refund is never income; a debt repaid is neither spending nor transfer; money borrowed is a transfer."""

Nature = Literal[
    "purchase", "person", "red-packet", "family-card", "wage", "takings", "yield", "fee", "interest",
    "refund", "own-account", "borrowed", "repaid", "unclear",
]  # fmt: skip
"""What moved the money, finer than the kind: who a transfer went to, or that it was drawn from a loan."""

Credit = Literal["", "huabei", "baitiao", "yuefu", "card", "other"]
"""What a purchase was bought on: nothing, a credit product of an app, a credit card, or some other credit."""

Way = Literal["", "in", "out"]
"""Which way a transfer went, seen from the account of the export; `""` where the kind says it or nobody knows."""

KINDS: Final[tuple[TransactionKind, ...]] = get_args(TransactionKind)
NATURES: Final[tuple[Nature, ...]] = get_args(Nature)


class Raw(Sequence[tuple[str, str]]):
    """A row as it was written: pairs of heading and cell, equal to a tuple of such pairs.

    A bill has a hundred thousand rows with the same headings, so that a pair is made when somebody looks at it.
    """

    __slots__ = ("_cells", "_headings")

    def __init__(self, headings: Sequence[str], cells: Sequence[str]) -> None:
        """Keep both; cells beyond the headings are no part of the row."""
        self._headings = headings
        self._cells = cells

    def __len__(self) -> int:
        return len(self._headings)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return zip(self._headings, self._cells, strict=False)

    @overload
    def __getitem__(self, place: int) -> tuple[str, str]: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[tuple[str, str], ...]: ...
    def __getitem__(self, place: int | slice) -> tuple[str, str] | tuple[tuple[str, str], ...]:
        return tuple(self)[place]

    def __eq__(self, other: object) -> bool:
        return tuple(self) == (tuple(other) if isinstance(other, Raw) else other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


@dataclass(frozen=True, slots=True)
class Transaction:
    """One payment of a ledger; `amount_fen` is positive, whichever way the money went.

    `fee_fen` is the part of it that was a fee of the app.  `source` is the export it came from (`alipay`, `wechat`, …),
    `file` and `row` its place there (1 is the first line), `raw` that row as it was written, as pairs of heading and
    cell.  `order` is the export's own number, `refund_of` the order that a refund gives back.  `category` is what the
    person's rules made of it, `""` before; `said_category` what the app calls it.  `business` is None until known.
    """

    day: date
    amount_fen: int
    kind: TransactionKind
    nature: Nature = "unclear"
    at: time | None = None
    counterparty: str = ""
    text: str = ""
    said_category: str = ""
    category: str = ""
    business: bool | None = None
    method: str = ""
    credit: Credit = ""
    fee_fen: int = 0
    order: str = ""
    merchant_order: str = ""
    refund_of: str = ""
    account: str = ""
    source: str = ""
    file: str = ""
    row: int = 0
    raw: Sequence[tuple[str, str]] = ()
    way: Way = ""

    @property
    def incoming(self) -> bool:
        """Return whether the money came in; a transfer between own accounts counts as neither way: False."""
        return self.kind in ("income", "refund") or self.nature == "borrowed"

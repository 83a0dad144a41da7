"""One payment as an export of an app or bank states it, with what it is and is not.

A ledger is a sequence of these in the order of their days.  What it was spent on is private (practice H1): a ledger
never becomes part of a household, a plan or a paper.
"""

from dataclasses import dataclass
from datetime import date, time
from typing import Final, Literal, get_args

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
    raw: tuple[tuple[str, str], ...] = ()
    way: Way = ""

    @property
    def incoming(self) -> bool:
        """Return whether the money came in; a transfer between own accounts counts as neither way: False."""
        return self.kind in ("income", "refund") or self.nature == "borrowed"

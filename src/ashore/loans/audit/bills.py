"""What a card's statement says: its bills, and everything posted between them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

PostedKind = Literal["bought", "cash", "paid", "interest", "cash-interest", "damages", "fee", "waived"]
"""`cash`: money drawn in cash.  `cash-interest`: interest on it, where the card bills that in a line of its own."""
Charging = Literal["whole", "unpaid", "from-due"]
"""What bears interest where a bill was not paid in full by its day.

`whole`: every purchase of the bill, from the day it was posted until it was paid.  `unpaid`: only what payments by that
day left of it, from the day it was posted.  `from-due`: only that, and from that day on.
"""

Drawing = Literal["own", "as-bought"]
"""How money drawn bears interest: from its day on whatever is paid, or like something bought."""
PrincipalFirst = Literal["oldest", "cash", "bought"]
"""Which principal a payment fills first: the oldest, money drawn, or what was bought."""


@dataclass(frozen=True, slots=True)
class Bill:
    """One bill: its line and day, what it says is owed, by when to pay (None: the contract's day), its minimum.

    `minimum_line`: the line that states the minimum.
    """

    line: int
    on: date
    total_fen: int
    pay_by: date | None = None
    minimum_fen: int | None = None
    minimum_line: int = 0


@dataclass(frozen=True, slots=True)
class Posted:
    """One posting, its fen positive whatever it is."""

    line: int
    on: date
    kind: PostedKind
    fen: int


@dataclass(frozen=True, slots=True)
class Card:
    """A card's statement: its bills and postings, each in the order of their days."""

    bills: tuple[Bill, ...]
    posted: tuple[Posted, ...] = ()


@dataclass(frozen=True, slots=True)
class CardRule:
    """How a card's interest is read: what bears it, whether unpaid interest does once it was billed, money drawn."""

    charging: Charging = "whole"
    on_interest: bool = True
    cash: Drawing = "own"
    principal: PrincipalFirst = "oldest"

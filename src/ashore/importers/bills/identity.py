"""When two rows are one payment: by the export's own number where it is real, else by all that the rows say."""

import re
from collections.abc import Hashable
from datetime import time
from typing import Final

from ashore.household.transactions import Transaction, Way
from ashore.importers.bills.naming import tails_in

NUMBERED_BY_PAYMENT: Final = frozenset({"alipay", "wechat", "meituan"})
"""Exports whose number is one payment's; a shop's order or a bank's daily number stands for several."""
MASKED: Final = re.compile(r"[*＊…]|x{2}|^(.)\1*$", re.IGNORECASE)
REAL_LENGTH: Final = 12
REFUND_OF: Final = re.compile(r"\d{16,}\*\d+", re.ASCII)
"""Alipay's number of a refund: the purchase's, a star, and a number; a masked one shows not so many digits."""


def way_of(one: Transaction) -> Way:
    """Return which way the money went; `""` for a transfer between own accounts that does not say."""
    if one.way:
        return one.way
    if one.incoming:
        return "in"
    return "" if one.kind == "transfer" and one.nature == "own-account" else "out"


def is_real(number: str) -> bool:
    """Return whether an order number is one: long enough, not masked, not one digit over and over."""
    return len(number) >= REAL_LENGTH and (
        not MASKED.search(number) or REFUND_OF.fullmatch(number) is not None
    )


def key_of(one: Transaction) -> Hashable:
    """Return what two rows share when they are one payment.

    The kind is in it as the way the money went, as pairing with another export may make spending a transfer.
    Where the number stands for several payments, the moment is in it too.
    """
    if is_real(one.order):
        when = () if one.source in NUMBERED_BY_PAYMENT else (one.day, one.at)
        return (one.source, one.order, way_of(one), one.amount_fen, *when)
    account = tails_in(one.account) or one.account  # whatever else it is called by then
    said = (one.counterparty, one.text, one.method, one.order, one.merchant_order)
    return (one.source, account, one.day, one.at, way_of(one), one.amount_fen, *said)


def place_of(one: Transaction) -> tuple[object, ...]:
    """Return what rows are sorted by, the same whichever file came first: the moment, then all that they say."""
    return (
        one.day, one.at or time.min, one.source, one.account, one.order, way_of(one), one.amount_fen, one.kind,
        one.counterparty, one.text, one.method, one.merchant_order, one.refund_of, one.said_category, one.nature,
        one.file, one.row,
    )  # fmt: skip

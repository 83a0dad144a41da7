"""What a minus sign means in a bank's export, and whether its running balance adds up."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from ashore.importers.bills.bank_mapping import Plus
from ashore.importers.bills.bank_rows import BankLine
from ashore.importers.bills.bank_words import BOUGHT, PAID_BACK
from ashore.importers.bills.form import Log

Direction = Literal["down", "up"]
"""Whether later rows stand below or above."""
SIGNS: Final = {"in": 1, "out": -1}


@dataclass(frozen=True, slots=True)
class Signed:
    """What each row added to the account, below zero for what it took, in fen; 0 for a row that stops.

    `as_card`: the amounts are written as only credit cards write them.
    """

    fens: list[int]
    as_card: bool = False


def signed(lines: Sequence[BankLine], plus: Plus, *, card: bool, log: Log) -> Signed:
    """Return each row's amount with its sign.

    Where neither a column nor `plus` says it, the running balance and words such as 消费 and 还款 tell; where the two
    disagree, or neither tells, the file stops.
    """
    open_ = [line for line in lines if not line.way]
    if not open_ or plus:
        return Signed([_signed(line, plus) for line in lines])
    balance = "" if card else _by_balance(lines)  # a card's balance may be what is owed
    if all(line.fen >= 0 for line in open_) and not balance:
        return Signed([_signed(line, "") if line.way else _worded(line, log) for line in lines], as_card=True)
    words = _by_words(open_)
    found = balance or words or ("" if card else "in")
    if not found or (balance and words and balance != words):
        log.stop("bank-sign-unclear", open_[0].row.number, column=open_[0].row.heading("amount"))
        return Signed([0] * len(lines))
    log.note("bank-plus-in" if found == "in" else "bank-plus-out")
    return Signed([_signed(line, found) for line in lines], as_card=found == "out")


def _signed(line: BankLine, plus: Plus) -> int:
    return line.fen * SIGNS[line.way or plus]


def _worded(line: BankLine, log: Log) -> int:
    """Return a row's amount with the sign that its words give; 0, with a stop, where they give none."""
    if re.search(PAID_BACK, line.words):
        return line.fen
    if re.search(BOUGHT, line.words):
        return -line.fen
    log.stop("bank-sign-unclear", line.row.number, column=line.row.heading("amount"))
    return 0


def _by_balance(lines: Sequence[BankLine]) -> Plus:
    """Return what a sign means by the running balance; `""` where it does not tell."""
    fits = {
        plus: max(_fitting(lines, [_signed(line, plus) for line in lines]).values()) for plus in ("in", "out")
    }
    if fits["in"] == fits["out"]:
        return ""
    return "in" if fits["in"] > fits["out"] else "out"


def _by_words(lines: Sequence[BankLine]) -> Plus:
    """Return what a sign means by rows whose words say which way they went; `""` where they do not tell."""
    votes = 0
    for line in lines:
        back, bought = re.search(PAID_BACK, line.words), re.search(BOUGHT, line.words)
        if bool(back) != bool(bought):
            votes += 1 if (line.fen > 0) == bool(back) else -1
    return "in" if votes > 0 else "out" if votes else ""


def _fitting(lines: Sequence[BankLine], fens: Sequence[int]) -> dict[Direction, int]:
    """Return how many neighbouring balances add up, read from the top and from the bottom."""
    down = up = 0
    for (before, _), (after, fen) in pairwise(zip(lines, fens, strict=True)):
        if before.balance_fen is not None and after.balance_fen is not None:
            down += before.balance_fen + fen == after.balance_fen
    for (after, fen), (before, _) in pairwise(zip(lines, fens, strict=True)):
        if before.balance_fen is not None and after.balance_fen is not None:
            up += before.balance_fen + fen == after.balance_fen
    return {"down": down, "up": up}


def check_balance(lines: Sequence[BankLine], fens: Sequence[int], log: Log) -> None:
    """Note the first line whose balance is not that of the row before it with its amount added.

    The balance may be what is owed, which then grows by what went.
    """
    if not all(fens):
        return
    owed = [-fen for fen in fens]
    some = max((list(fens), owed), key=lambda some: max(_fitting(lines, some).values()))
    fits = _fitting(lines, some)
    down = fits["down"] >= fits["up"]
    for (above, above_fen), (below, below_fen) in pairwise(zip(lines, some, strict=True)):
        before, after, fen = (above, below, below_fen) if down else (below, above, above_fen)
        if before.balance_fen is None or after.balance_fen is None:
            continue
        missing = abs(after.balance_fen - before.balance_fen - fen)
        if missing:
            column = after.row.heading("balance")
            log.note("bank-balance-wrong", after.row.number, column=column, missing_fen=missing)
            return

"""What a minus sign means in a bank's export, and whether its running balance adds up."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ashore.importers.bills.bank_mapping import Plus
from ashore.importers.bills.bank_rows import Lines
from ashore.importers.bills.bank_words import BOUGHT, PAID_BACK
from ashore.importers.bills.form import Log

SIGNS: Final = {"in": 1, "out": -1}
_is_paid_back, _is_bought = (re.compile(words).search for words in (PAID_BACK, BOUGHT))


@dataclass(frozen=True, slots=True)
class Signed:
    """What each row added to the account, below zero for what it took, in fen; 0 for a row that stops.

    `as_card`: the amounts are written as only credit cards write them.
    """

    fens: list[int]
    as_card: bool = False


def signed(lines: Lines, plus: Plus, *, card: bool, log: Log) -> Signed:
    """Return each row's amount with its sign.

    Where neither a column nor `plus` says it, the running balance and words such as 消费 and 还款 tell; where the two
    disagree, or neither tells, the file stops.
    """
    rows = lines.rows
    open_ = [place for place, way in enumerate(rows.ways) if not way]
    if not open_ or plus:
        return Signed(_signed(lines, plus))
    balance = "" if card else _by_balance(lines)  # a card's balance may be what is owed
    if all(rows.fens[place] >= 0 for place in open_) and not balance:
        return Signed(_worded(lines, log), as_card=True)
    words = _by_words(lines, open_)
    found = balance or words or ("" if card else "in")
    if not found or (balance and words and balance != words):
        _stop(lines, open_[0], log)
        return Signed([0] * len(rows.fens))
    log.note("bank-plus-in" if found == "in" else "bank-plus-out")
    return Signed(_signed(lines, found), as_card=found == "out")


def _signed(lines: Lines, plus: Plus) -> list[int]:
    rows = lines.rows
    return [fen * SIGNS[way or plus] for fen, way in zip(rows.fens, rows.ways, strict=True)]


def _worded(lines: Lines, log: Log) -> list[int]:
    """Return each row's amount with the sign that its column or its words give; 0, with a stop, where neither does."""
    fens: list[int] = []
    rows = lines.rows
    for place, (fen, way, words) in enumerate(zip(rows.fens, rows.ways, lines.words, strict=True)):
        if way:
            fens.append(fen * SIGNS[way])
        elif _is_paid_back(words):
            fens.append(fen)
        elif _is_bought(words):
            fens.append(-fen)
        else:
            _stop(lines, place, log)
            fens.append(0)
    return fens


def _stop(lines: Lines, place: int, log: Log) -> None:
    table = lines.rows.table
    log.stop("bank-sign-unclear", table.numbers[place], column=table.heading("amount"))


def _by_balance(lines: Lines) -> Plus:
    """Return what a sign means by the running balance; `""` where it does not tell."""
    into, out_of = (_fitting(lines, _signed(lines, plus)).best for plus in ("in", "out"))
    if into == out_of:
        return ""
    return "in" if into > out_of else "out"


def _by_words(lines: Lines, open_: Sequence[int]) -> Plus:
    """Return what a sign means by rows whose words say which way they went; `""` where they do not tell."""
    votes = 0
    for place in open_:
        words = lines.words[place]
        back, bought = bool(_is_paid_back(words)), bool(_is_bought(words))
        if back != bought:
            votes += 1 if (lines.rows.fens[place] > 0) == back else -1
    return "in" if votes > 0 else "out" if votes else ""


@dataclass(frozen=True, slots=True)
class Fitting:
    """How many neighbouring balances add up, read from the top and from the bottom, and how many there are."""

    down: int
    up: int
    all: int

    @property
    def best(self) -> int:
        """Return how many add up read the better way."""
        return max(self.down, self.up)


def _fitting(lines: Lines, fens: Sequence[int]) -> Fitting:
    down = up = every = 0
    neighbours = zip(lines.balances, fens, lines.balances[1:], fens[1:], strict=False)
    for above, above_fen, below, below_fen in neighbours:
        if above is not None and below is not None:
            every += 1
            down += above + below_fen == below
            up += below + above_fen == above
    return Fitting(down, up, every)


def check_balance(lines: Lines, fens: Sequence[int], log: Log) -> None:
    """Note the first line whose balance is not that of the row before it with its amount added.

    The balance may be what is owed, which then grows by what went.
    """
    if not all(fens):
        return
    some, fits = fens, _fitting(lines, fens)
    if fits.best < fits.all:
        owed = [-fen for fen in fens]
        as_owed = _fitting(lines, owed)
        if as_owed.best > fits.best:
            some, fits = owed, as_owed
    if fits.best == fits.all:
        return
    table = lines.rows.table
    down = fits.down >= fits.up
    for (above, above_fen), (below, below_fen) in pairwise(enumerate(some)):
        before, after, fen = (above, below, below_fen) if down else (below, above, above_fen)
        was, is_ = lines.balances[before], lines.balances[after]
        missing = 0 if was is None or is_ is None else abs(is_ - was - fen)
        if missing:
            column = table.heading("balance")
            log.note("bank-balance-wrong", table.numbers[after], column=column, missing_fen=missing)
            return

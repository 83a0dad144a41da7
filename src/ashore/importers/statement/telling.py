"""Lines of several draws that no column tells apart, shared out by days, principal and balances in every way there is.

Only what the statement itself says is used, never the rate: a line whose interest is wrong must still find its draw.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from ashore.dates import month_of
from ashore.importers.statement.instalments import asked_fen, paid_fen, paid_on
from ashore.importers.statement.rows import REPAID_EARLY, Row

STEPS_MAX: Final = 20_000
"""How many tries are made before the lines count as not told apart."""
ENOUGH: Final = 2
"""Of two ways nobody can tell which it is; more need not be known."""
DUE: Final = frozenset({None, "due"})
PAID: Final = frozenset({"payment", *REPAID_EARLY})
Kinds = frozenset[str | None]
Way = tuple[tuple[Row, ...], ...]
"""The lines of each draw, in the order of the draws."""


class TooMany(Exception):
    """More ways than are tried."""


@dataclass(frozen=True, slots=True)
class Draw:
    """One draw: the day it was paid out, its sum in fen, the lines that say so."""

    on: date
    fen: int
    rows: tuple[Row, ...]


def draws_of(rows: Sequence[Row]) -> list[Draw]:
    """Return the draws that a statement's lines tell of, by the day on which each was paid out."""
    found: dict[date, list[Row]] = {}
    for row in rows:
        if row.kind == "lent":
            found.setdefault(_day(row), []).append(row)
    return [
        Draw(day, sum(row.figures["amount"] for row in same), tuple(same))
        for day, same in sorted(found.items())
    ]


def ways_of(rows: Sequence[Row], draws: Sequence[Draw], *, numbers: bool, exact: bool) -> list[Way]:
    """Return up to two ways to share lines out among draws; to exchange lines that say the same is no other way.

    `numbers`: each draw's instalments are numbered from 1 on.  `exact`: a payment whose principal no line names pays
    the oldest unpaid instalment of its draw to the fen.  Raises TooMany.
    """
    shared = sorted((row for row in rows if row.kind != "lent"), key=_place)
    fall = any(row.kind in DUE and "principal" in row.figures for row in shared)
    named = any(row.kind in PAID and "principal" in row.figures for row in shared)
    counted = DUE if fall and not named else PAID
    listed = sum(row.figures.get("principal", 0) for row in shared if row.kind in counted)
    whole = listed == sum(draw.fen for draw in draws)
    search = _Search(shared, counted, whole=whole, numbers=numbers, exact=exact)
    search.run([_Share(draw, draw.fen) for draw in draws], 0, 0)
    return search.found


@dataclass(frozen=True, slots=True)
class _Share:
    """What of a draw the lines given to it so far leave, in fen, and its last instalment.

    `left_fen`: principal; `unnamed`: some was repaid that no line names.  `ended`: the day on which all was repaid.
    `odd`: an instalment was unlike those before, as only the last one is.  `asked`: what instalments not paid ask.
    """

    draw: Draw
    left_fen: int
    rows: tuple[Row, ...] = ()
    due: Row | None = None
    odd: bool = False
    unnamed: bool = False
    ended: date | None = None
    asked: tuple[int, ...] = ()


@dataclass(slots=True)
class _Search:
    """Every way to give each line to a draw that may have it; `counted`: the kinds of lines that repay principal."""

    rows: Sequence[Row]
    counted: Kinds
    whole: bool
    numbers: bool
    exact: bool
    steps: int = 0
    found: list[Way] = field(default_factory=list[Way])

    def run(self, shares: list[_Share], place: int, first: int) -> None:
        """Give the line at a place to each draw that may have it, from `first` on, and go on with the next."""
        self.steps += 1
        if self.steps > STEPS_MAX:
            raise TooMany
        if place == len(self.rows):
            if not self.whole or not any(share.left_fen for share in shares):
                self.found.append(tuple(share.rows for share in shares))
            return
        row = self.rows[place]
        again = place + 1 < len(self.rows) and _says(self.rows[place + 1]) == _says(row)
        for index in range(first, len(shares)):
            taken = self._take(shares[index], row)
            if taken is not None and len(self.found) < ENOUGH:
                self.run([*shares[:index], taken, *shares[index + 1 :]], place + 1, index if again else 0)

    def _take(self, share: _Share, row: Row) -> _Share | None:
        """Return a draw's share with a line more; None where the line cannot be the draw's."""
        day, taken = _day(row), replace(share, rows=(*share.rows, row))
        if row.kind == "received":
            return taken if day == share.draw.on else None
        if day <= share.draw.on or (share.ended is not None and day > share.ended):
            return None
        due = self._fallen_due(taken, row)
        paid = self._repaid(due, row) if due else None
        return _left(paid, row) if paid else None

    def _fallen_due(self, share: _Share, row: Row) -> _Share | None:
        """Return the share with an instalment; None where it does not follow the one before.

        There is one a month, the principal or the whole of each the same, but of the last.
        """
        if row.kind not in DUE or "due" not in row.days:
            return share
        number, before = row.number, share.due.number if share.due else 0
        if share.odd or (self.numbers and (number is None or number != (before or 0) + 1)):
            return None
        asked = () if paid_fen(row) else (asked_fen(row) or 0,)
        if share.due is None:
            return replace(share, due=row, asked=asked)
        if month_of(row.days["due"]).minus(month_of(share.due.days["due"])) != 1:
            return None
        alike = any(one == other for one, other in zip(_sizes(row), _sizes(share.due), strict=True))
        last = row.figures.get("principal") == share.left_fen
        return replace(share, due=row, odd=not alike, asked=(*share.asked, *asked)) if alike or last else None

    def _repaid(self, share: _Share, row: Row) -> _Share | None:
        """Return the share less a line's principal; None for a payment that pays no instalment where it must."""
        part = row.figures.get("principal") if row.kind in self.counted else None
        if part is None and row.kind in PAID:
            if self.exact and row.figures["amount"] not in share.asked[:1]:
                return None
            return replace(share, asked=share.asked[1:], unnamed=share.unnamed or self.counted == PAID)
        if part is None:
            return share
        left = share.left_fen - part
        return replace(share, left_fen=left, ended=None if left else paid_on(row) or _day(row))


def _left(share: _Share, row: Row) -> _Share | None:
    """Return the share where a line's balance is what the draw has left; None where it is not, or too much was repaid.

    An instalment's balance counts once it is paid; where principal was repaid that no line names, a balance names it.
    """
    stated = row.figures.get("left", row.figures.get("amount") if row.kind == "left" else None)
    if row.kind in DUE and paid_fen(row) < (asked_fen(row) or 0):
        stated = None
    if share.left_fen < 0:
        return None
    if stated is None or stated == share.left_fen:
        return share
    if share.unnamed and stated < share.left_fen:
        return replace(share, left_fen=stated, unnamed=False, ended=None if stated else _day(row))
    return None


def _sizes(row: Row) -> tuple[int, int]:
    """Return what an instalment asks of principal, and with its interest."""
    principal = row.figures.get("principal", -row.line)
    return principal, row.figures.get("both", principal + row.figures.get("interest", 0))


def _says(row: Row) -> tuple[object, ...]:
    return (row.kind, row.number, tuple(sorted(row.days.items())), tuple(sorted(row.figures.items())))


def _place(row: Row) -> tuple[date, bool, str, int]:
    """Return where a line stands: by its day, what falls due before what is paid, those that say the same together."""
    return _day(row), row.kind not in DUE, repr(_says(row)), row.line


def _day(row: Row) -> date:
    return row.days.get("due") or row.days.get("day") or row.days["paid-day"]

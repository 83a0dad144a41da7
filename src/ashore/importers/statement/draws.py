"""A statement of several draws: the lines of the one draw that a debt of the file is."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ashore.errors import Fact, Finding, Level, Place
from ashore.household.file.wording import tidy
from ashore.household.model import Debt
from ashore.importers.statement.rows import Row
from ashore.importers.statement.telling import Draw, TooMany, Way, draws_of, ways_of

LINES_SHOWN: Final = 12
"""How many lines a finding names at most."""


def of_draw(rows: Sequence[Row], debt: Debt | None) -> tuple[list[Row], list[Finding]]:
    """Return the lines of the draw that a debt is, with what is to be said; all of them where there is one draw only.

    The draw's name is the debt's id or stands in its name, or the draw was paid out on the debt's first day.  A line
    without a draw's name stops: a payment for several draws cannot be told apart.  Where no line names a draw, they
    are told apart by their days and sums if there is one way only.
    """
    names = list(dict.fromkeys(row.draw for row in rows if row.draw))
    if not names[1:]:
        return _told_apart(rows, debt)
    mine = [name for name in names if debt and is_named(name, debt)]
    mine = mine or [
        name for name in names if debt and _begins([row for row in rows if row.draw == name], debt)
    ]
    unnamed = [_found("statement-draw-unnamed", "stop", row.line) for row in rows if not row.draw]
    if len(mine) != 1:
        return [], [*unnamed, _found("statement-draw-unclear", "stop", None, draws=tuple(names), read="")]
    others = tuple(name for name in names if name not in mine)
    kept = [row for row in rows if row.draw in mine]
    return kept, [*unnamed, _found("statement-draw-others", "note", None, draws=others, read=mine[0])]


def is_named(name: str, debt: Debt) -> bool:
    """Return whether a lender's name for a draw is the debt's id, or stands in its name."""
    word = tidy(name).lower()
    return word == tidy(debt.id).lower() or word in tidy(debt.name).lower()


def _begins(rows: Sequence[Row], debt: Debt) -> bool:
    """Return whether what a draw paid out is the debt's beginning: its first day, and its sum where the file has it."""
    sums = {row.figures["amount"] for row in rows if row.kind == "lent" and row.days.get("day") == debt.start}
    original = debt.terms.original_fen
    return bool(sums) and (original is None or original in sums)


def _told_apart(rows: Sequence[Row], debt: Debt | None) -> tuple[list[Row], list[Finding]]:
    """Return the lines of the draw that a debt is, where days and sums leave one way; all where there is one draw."""
    draws = draws_of(rows)
    if not draws[1:] or (debt and debt.terms.method == "revolving"):
        return list(rows), []
    numbers, ways = _ways(rows, draws)
    if ways is None or len(ways) != 1:
        return [], [_not_told(draws, ways)]
    mine = [place for place, draw in enumerate(draws) if debt and _is(draw, debt, draws)]
    if len(mine) != 1:
        days = tuple(_written(draw) for draw in draws)
        return [], [_found("statement-draws-which", "stop", None, draws=days)]
    place = mine[0]
    kept = [row if numbers else replace(row, number=None) for row in ways[0][place]]
    facts: dict[str, Fact] = {
        "lent_on": draws[place].on,
        "lent_fen": draws[place].fen,
        "lines": _lines(kept),
        "others": _lines([row for other, way in enumerate(ways[0]) if other != place for row in way]),
    }
    return [*draws[place].rows, *kept], [_found("statement-draws-told", "note", None, **facts)]


def _ways(rows: Sequence[Row], draws: Sequence[Draw]) -> tuple[bool, list[Way] | None]:
    """Return the ways to share the lines out, the strictest that there are, and whether numbers count; None: too many.

    First each draw's instalments are numbered and each payment pays one of them, then only one of it, then neither.
    """
    numbered = [True, False] if any(row.number for row in rows) else [False]
    try:
        for numbers in numbered:
            for exact in (True, False):
                if ways := ways_of(rows, draws, numbers=numbers, exact=exact):
                    return numbers, ways
    except TooMany:
        return False, None
    return False, []


def _not_told(draws: Sequence[Draw], ways: Sequence[Way] | None) -> Finding:
    """Return why lines are not told apart: too many ways, several with a line that may be of either draw, or none."""
    line, facts = draws[1].rows[0].line, {"draws_count": len(draws)}
    if ways is None:
        return _found("statement-draws-many", "stop", line, **facts)
    if not ways:
        return _found("statement-draws-no-way", "stop", line, **facts)
    return _found("statement-drawn-twice", "stop", line, **facts, lines=_unsure(ways))


def _unsure(ways: Sequence[Way]) -> tuple[str, ...]:
    """Return the lines that are of one draw in one way and of another in the next."""
    places = [{row.line: place for place, lines in enumerate(way) for row in lines} for way in ways]
    unsure = [line for line in places[0] if len({one[line] for one in places}) > 1]
    return tuple(str(line) for line in sorted(unsure)[:LINES_SHOWN])


def _is(draw: Draw, debt: Debt, draws: Sequence[Draw]) -> bool:
    """Return whether a debt is a draw: paid out on its first day, or, where no day is known, alone with its sum."""
    original = debt.terms.original_fen
    if debt.start is not None:
        return draw.on == debt.start and original in {None, draw.fen}
    return original == draw.fen and [one.fen for one in draws].count(draw.fen) == 1


def _written(draw: Draw) -> str:
    return f"{draw.on:%Y-%m-%d}"


def _lines(rows: Sequence[Row]) -> tuple[str, ...]:
    lines = sorted(row.line for row in rows)
    more = ("…",) if len(lines) > LINES_SHOWN else ()
    return (*(str(line) for line in lines[:LINES_SHOWN]), *more)


def _found(code: str, level: Level, line: int | None, **facts: Fact) -> Finding:
    return Finding(code, level, Place("", line), facts)

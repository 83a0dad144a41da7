"""A statement of several draws: the lines of the one draw that a debt of the file is."""

from collections.abc import Sequence

from ashore.errors import Finding, Level, Place
from ashore.household.file.wording import tidy
from ashore.household.model import Debt
from ashore.importers.statement.rows import Row


def of_draw(rows: Sequence[Row], debt: Debt | None) -> tuple[list[Row], list[Finding]]:
    """Return the lines of the draw that a debt is, with what is to be said; all of them where there is one draw only.

    The draw's name is the debt's id or stands in its name, or the draw was paid out on the debt's first day.  A line
    without a draw's name stops: a payment for several draws cannot be told apart.
    """
    names = list(dict.fromkeys(row.draw for row in rows if row.draw))
    if not names[1:]:
        return list(rows), []
    mine = [name for name in names if debt and is_named(name, debt)]
    mine = mine or [
        name for name in names if debt and _begins([row for row in rows if row.draw == name], debt)
    ]
    unnamed = [_found("statement-draw-unnamed", "stop", row.line) for row in rows if not row.draw]
    if len(mine) != 1:
        return [], [*unnamed, _found("statement-draw-unclear", "stop", None, tuple(names))]
    others = tuple(name for name in names if name not in mine)
    kept = [row for row in rows if row.draw in mine]
    return kept, [*unnamed, _found("statement-draw-others", "note", None, others, mine[0])]


def is_named(name: str, debt: Debt) -> bool:
    """Return whether a lender's name for a draw is the debt's id, or stands in its name."""
    word = tidy(name).lower()
    return word == tidy(debt.id).lower() or word in tidy(debt.name).lower()


def _begins(rows: Sequence[Row], debt: Debt) -> bool:
    """Return whether what a draw paid out is the debt's beginning: its first day, and its sum where the file has it."""
    sums = {row.figures["amount"] for row in rows if row.kind == "lent" and row.days.get("day") == debt.start}
    original = debt.terms.original_fen
    return bool(sums) and (original is None or original in sums)


def _found(code: str, level: Level, line: int | None, draws: tuple[str, ...] = (), read: str = "") -> Finding:
    facts = {"draws": draws, "read": read} if draws else {}
    return Finding(code, level, Place("", line), facts)

"""Which dues a household's money goes to first: living, the home and the court, what is still current, agreements."""

from dataclasses import dataclass
from datetime import date
from typing import Final, get_args

from ashore.dates import month_of
from ashore.errors import Message
from ashore.household.model import Debt, Household, Stage
from ashore.household.standing import OUT_OF_COURT, is_silent, standing_of
from ashore.lessons.figures.fitting import Example, dues_fen, text, whole
from ashore.lessons.known import Cell, Figures, Head, Known
from ashore.lessons.needs import is_overdue
from ashore.planning.policy import HOLD_FIRST
from ashore.scenarios.funds import month_fen

STAGES: Final[tuple[Stage, ...]] = get_args(Stage)
FIRST, CURRENT, AGREED, LATE, ASK = range(5)
PLACES: Final = ("first", "current", "agreed", "late", "ask")
HEADS: Final = (
    Head("lesson-column-debt", "name"),
    Head("lesson-column-place", "place"),
    Head("lesson-column-next-due", "due_on"),
    Head("lesson-column-next-sum", "due_fen"),
)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A debt in its place, with its next due by contract where one lies ahead."""

    name: str
    place: int
    stage: int
    on: date | None
    fen: int


def order_of_payments(known: Known, example: Example, turned: int | None) -> Figures:
    """Return the debts in the order in which their dues are kept (SPEC §5.4); there is no slider.

    Facts: `living_fen` of a month, which comes before any debt; `debts_ndebts`, of them `kept_ndebts` not overdue,
    whose dues in the next whole month (`dues_month`) come to `kept_fen`, and `late_ndebts` overdue.  `rows`: the
    person's debts; an example has none.
    """
    home = known.household
    if home is None or not home.debts or not month_fen(home):
        counts = {
            key: whole(example, key) for key in ("living_fen", "kept_fen", "debts_ndebts", "late_ndebts")
        }
        kept = counts["debts_ndebts"] - counts["late_ndebts"]
        return Figures({**counts, "kept_ndebts": kept, "dues_month": text(example, "month")})
    placed = _in_order(home)
    late = sum(is_overdue(one) for one in home.debts)
    month = month_of(home.as_of).plus(1)
    kept = sum(dues_fen(one, home.as_of, month) for one in home.debts if not is_overdue(one))
    return Figures(
        {
            "living_fen": month_fen(home),
            "dues_month": str(month),
            "kept_fen": kept,
            "debts_ndebts": len(home.debts),
            "kept_ndebts": len(home.debts) - late,
            "late_ndebts": late,
        },
        own=True,
        heads=HEADS,
        rows=tuple(_row(one) for one in placed),
    )


def _row(one: _Placed) -> tuple[Cell, ...]:
    return one.name, Message(f"lesson-place-{PLACES[one.place]}"), one.on, one.fen if one.on else None


def _in_order(home: Household) -> list[_Placed]:
    """Return the debts by place, of two in one the later stage first, then the file's order."""
    placed = [_placed(one, home.as_of) for one in home.debts]
    return sorted(placed, key=lambda one: (one.place, -one.stage))


def _placed(debt: Debt, as_of: date) -> _Placed:
    """Return a debt in its place; what a court has, and what is asked about first, shows no due of its contract."""
    standing, place = standing_of(debt, as_of), _place(debt, as_of)
    plain = place != ASK and debt.stage in OUT_OF_COURT and debt.deadline is None
    on, fen = (standing.next_due, standing.next_fen) if plain else (None, 0)
    return _Placed(debt.name, place, STAGES.index(debt.stage), on, fen)


def _place(debt: Debt, as_of: date) -> int:
    """Return where a debt stands: a silent one is asked about before it is paid (H10)."""
    if is_silent(debt, as_of):
        return ASK
    if debt.priority in HOLD_FIRST:
        return FIRST
    if debt.in_writing:
        return AGREED
    return LATE if is_overdue(debt) else CURRENT

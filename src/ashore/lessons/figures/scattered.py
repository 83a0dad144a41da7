"""The same sum scattered over all overdue debts, or paid into one: replayed through each contract's own order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from ashore.errors import Message
from ashore.household.model import Debt, Household
from ashore.household.position import called_on, opening_of
from ashore.household.standing import OUT_OF_COURT, is_silent
from ashore.lessons.figures.fitting import Example, day, decimal, whole
from ashore.lessons.known import Cell, Figures, Head, Known
from ashore.loans.ledger import replay
from ashore.loans.parts import PRINCIPAL
from ashore.loans.terms import Arrears, Event, Opening, Penalty, Terms
from ashore.money import Rate, share_out

DAY: Final = timedelta(days=1)
TWO: Final = 2
EXAMPLES: Final = (1, 2, 3)
HEADS: Final = (
    Head("lesson-column-debt", "name"),
    Head("lesson-column-late-before", "before_ndays"),
    Head("lesson-column-arrears-scattered", "scattered_fen"),
    Head("lesson-column-arrears-one", "one_fen"),
)


@dataclass(frozen=True, slots=True)
class _Late:
    """An overdue debt; `name` is the person's, or a message for an example."""

    name: str | Message
    terms: Terms
    opening: Opening


@dataclass(frozen=True, slots=True)
class _After:
    """A debt after a payment on the day after its book's: arrears, days past due, of the payment the principal."""

    arrears_fen: int
    days: int
    principal_fen: int


def scattered_payments(known: Known, example: Example, turned: int | None) -> Figures:
    """Return both ways of paying a sum that just brings the smallest arrears up to date; there is no slider.

    Facts: `sum_fen`, paid on `paid_on`; `late_ndebts` overdue before, `each_fen` to each when it is scattered, then
    `scattered_late_ndebts` still overdue and `costs_fen` of the sum gone into fees, penalties and interest, `into_fen`
    into principal; when paid into one, `one_name`, which was `one_days` past due, `one_late_ndebts` are still overdue.
    `scattered_days`: how long that debt is past due when the sum was scattered.
    """
    late = _of(known.household) if known.household else []
    own = len(late) >= TWO
    late = late if own else _examples(example)
    before = [_after(one, 0) for one in late]
    one = min(range(len(late)), key=lambda place: before[place].arrears_fen)
    total = before[one].arrears_fen
    parts = share_out(total, (1,) * len(late))
    scattered = [_after(debt, fen) for debt, fen in zip(late, parts, strict=True)]
    whole_one = [_after(debt, total if place == one else 0) for place, debt in enumerate(late)]
    into = sum(each.principal_fen for each in scattered)
    name = late[one].name
    return Figures(
        {
            "paid_on": late[one].opening.on + DAY,
            "sum_fen": total,
            "late_ndebts": len(late),
            "each_fen": min(parts),
            "scattered_late_ndebts": _late_count(scattered),
            "costs_fen": total - into,
            "into_fen": into,
            "one_name": name if isinstance(name, str) else "",
            "one_ndays": before[one].days,
            "one_late_ndebts": _late_count(whole_one),
            "scattered_ndays": scattered[one].days,
        },
        own,
        HEADS,
        _rows(late, before, scattered, whole_one),
    )


def _rows(
    late: Sequence[_Late], before: Sequence[_After], scattered: Sequence[_After], whole_one: Sequence[_After]
) -> tuple[tuple[Cell, ...], ...]:
    columns = zip(late, before, scattered, whole_one, strict=True)
    return tuple((debt.name, was.days, each.arrears_fen, one.arrears_fen) for debt, was, each, one in columns)


def _late_count(after: Sequence[_After]) -> int:
    return sum(one.arrears_fen > 0 for one in after)


def _of(household: Household) -> list[_Late]:
    """Return the household's overdue debts that a payment may go to without asking first, in file order."""
    found = (
        _Late(one.name, one.terms, opening_of(one, household.as_of))
        for one in household.debts
        if _fits(one, household.as_of)
    )
    return [one for one in found if _after(one, 0).arrears_fen > 0]


def _fits(debt: Debt, as_of: date) -> bool:
    """Not where a court has it, it was called, something agreed holds, or it is asked about before it is paid (H10)."""
    agreed = bool(debt.in_writing)
    free = debt.stage in OUT_OF_COURT and debt.deadline is None and not is_silent(debt, as_of)
    return free and not agreed and debt.terms.shift == "none" and called_on(debt, as_of) is None


def _examples(example: Example) -> list[_Late]:
    """Return the example's three debts.  Raises KeyError for a term it lacks.

    Of each (`1`, `2`, `3`): `principal_N_fen` overdue since `since_N` with `interest_N_fen`; all at `rate` a day with
    a penalty of `penalty_times`, as they stand at the end of `from`.
    """
    on, rate = day(example, "from"), Rate(decimal(example, "rate"), "day")
    penalty = Penalty(Fraction(decimal(example, "penalty_times")))
    terms = Terms("equal-principal", rate, accrual="daily", due_day=on.day, penalty=penalty)
    return [_example(example, number, terms, on) for number in EXAMPLES]


def _example(example: Example, number: int, terms: Terms, on: date) -> _Late:
    principal = whole(example, f"principal_{number}_fen")
    late = Arrears(
        day(example, f"since_{number}"),
        principal,
        whole(example, f"interest_{number}_fen"),
        whole(example, f"penalty_{number}_fen"),
    )
    return _Late(Message(f"lesson-debt-{number}"), terms, Opening(on, principal, 0, on, (late,)))


def _after(late: _Late, fen: int) -> _After:
    """Return a debt at the end of the day after its book's, with so much paid on that day."""
    on = late.opening.on + DAY
    events = [Event(on, "payment", fen)] if fen else []
    history = replay(late.terms, late.opening, events, on)
    paid = sum(posted.parts[PRINCIPAL] for posted in history.posted)
    return _After(history.account.arrears_fen, history.account.days_past_due, paid)

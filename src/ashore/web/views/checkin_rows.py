"""The rows of a check-in: what the plan wanted paid, debt by debt, with what was typed of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from ashore.documents.answer.view import View
from ashore.errors import Message
from ashore.household.keys.scalars import Amount
from ashore.household.model import Debt, Household
from ashore.web.typed import is_between, read_fen

YUAN: Final = Amount()
DAY: Final = timedelta(days=1)
ROWS_MAX: Final = 60


@dataclass(frozen=True, slots=True)
class Row:
    """One payment to tell of.

    `planned`: the plan's sum in yuan, nothing where none is planned; `full`: it was paid so; `amount`: another sum as
    typed; `old`: what to ask first about a debt that nobody has asked for in years; `wrong`: what could not be read.
    """

    number: int
    debt: str
    name: str
    on: str
    planned: str = ""
    full: bool = False
    amount: str = ""
    old: Message | None = None
    wrong: str | Message = ""

    @property
    def paid(self) -> str:
        """Return what was paid, as typed or as planned."""
        return self.amount or (self.planned if self.full else "")


@dataclass(frozen=True, slots=True)
class Told:
    """What a report is about: the household with all its debts, its plan, and what each debt is called in a list.

    The plan leaves out debts that nobody has asked for in years; what was paid on them can be told all the same.
    """

    household: Household
    view: View
    names: Mapping[str, str]

    @property
    def as_of(self) -> date:
        """Return the day of the figures."""
        return self.household.as_of

    def earliest(self, latest: date) -> date:
        """Return the first day that can be told up to: that of the figures only where it is today (`latest`)."""
        return min(self.as_of + DAY, latest)

    def debt(self, debt_id: str) -> Debt | None:
        """Return a debt of the household."""
        return next((debt for debt in self.household.debts if debt.id == debt_id), None)

    def old(self, debt: Debt) -> Message | None:
        """Return what to ask first about a debt that nobody has asked for in years (practice §2, H10)."""
        if not self.view.is_old(debt):
            return None
        return self.view.worded(Message("note-old", {"debt": self.names[debt.id]}))


def planned_rows(told: Told, day: date, before: Sequence[Row] = ()) -> Iterator[Row]:
    """Yield the payments that the plan has up to a day, then an empty row for each debt without one.

    What was told before keeps its place among the payments on its debt; what has none any more follows.
    """
    debts = told.household.debts
    payments = [
        row for row in told.view.outcome.payments if told.as_of < row.on <= day and told.debt(row.debt)
    ]
    wanted = [(row.debt, row.on, f"{YUAN.write(row.fen)}") for row in payments[:ROWS_MAX]]
    seen = {debt for debt, _, _ in wanted}
    wanted += [(debt.id, day, "") for debt in debts if debt.id not in seen and debt.balance_fen]
    kept = {debt.id: [row for row in before if row.debt == debt.id and row.paid] for debt in debts}
    for number, (debt_id, on, planned) in enumerate(wanted):
        mine = kept[debt_id]
        yield _row(told, number, debt_id, on, planned, mine.pop(0) if mine else None)
    for number, row in enumerate((row for rows in kept.values() for row in rows), len(wanted)):
        yield _row(told, number, row.debt, day, "", row)


def _row(told: Told, number: int, debt_id: str, on: date, planned: str, before: Row | None) -> Row:
    debt = told.debt(debt_id)
    assert debt is not None
    amount = before.paid if before else ""
    day = before.on if before else on.isoformat()
    return Row(number, debt_id, told.names[debt_id], day, planned, amount=amount, old=told.old(debt))


def typed_rows(typed: Mapping[str, str], told: Told, day: date) -> Iterator[Row]:
    """Yield the rows as typed; a sum or a day that cannot be read is said on its row."""
    for number in range(2 * ROWS_MAX + len(told.household.debts)):
        debt = told.debt(typed.get(f"debt-{number}", ""))
        if debt is None:
            continue
        row = Row(
            number,
            debt.id,
            told.names[debt.id],
            typed.get(f"on-{number}", ""),
            typed.get(f"planned-{number}", ""),
            f"full-{number}" in typed,
            typed.get(f"amount-{number}", "").strip(),
            told.old(debt),
        )
        yield replace(row, wrong=_wrong(row, told.as_of, day))


def _wrong(row: Row, as_of: date, day: date) -> str:
    """Return what cannot be read of a row; a payment on the day of the figures is one that they do not have yet."""
    if row.paid and read_fen(row.paid) is None:
        return "checkin-amount-unclear"
    return "checkin-day-outside" if row.paid and not is_between(row.on, as_of - DAY, day) else ""

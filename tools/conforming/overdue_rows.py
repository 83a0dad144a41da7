"""The rows that a case expects: which keys they have, and what each holds as a number."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from ashore.money import format_fen
from conforming.reading import At, Table

Value = int | Fraction | str
Values = dict[str, Value]
DAYS: Final = "days_past_due"
RATE: Final = "penalty_rate"
AMOUNTS: Final = (
    "principal",
    "principal_overdue",
    "interest",
    "interest_overdue",
    "penalty",
    "compound",
    "damages",
    "fees",
    "unpaid_minimum",
    "held",
    "payoff",
)
OWED: Final = frozenset({"on", *AMOUNTS, DAYS, RATE})
DUES: Final = frozenset({"due", "principal", "interest", "fee", "balance", "minimum", "statement"})
DAYS_MOST: Final = 1_000_000


def owed_values(state: Mapping[str, int | str]) -> Values:
    """Return a state of a loan or of a revolving debt (whole fen, by name) as a row's numbers."""
    told = {key.removesuffix("_fen"): int(value) for key, value in state.items()}
    if "arrears" in told:  # a revolving debt: its penalty is the late fee
        told |= {"unpaid_minimum": told["arrears"], "penalty": 0, "compound": 0}
    for part in ("principal", "interest"):
        if part not in told:
            told[part] = told[f"{part}_not_overdue"] + told[f"{part}_overdue"]
    return {key: told[key] for key in (*AMOUNTS, DAYS) if key in told}


def due_values(row: Mapping[str, int | str]) -> Values:
    """Return a due or a statement (whole fen, by name) as a row's numbers."""
    return {key.removesuffix("_fen"): value for key, value in row.items()}


def expected_values(row: Table) -> Values:
    """Return what a row of a case says, as numbers: fen, days, a yearly rate; days of the calendar stay text."""
    return {key: _value(row[key], key) for key in row.values}


def _value(at: At, key: str) -> Value:
    if key in ("on", "due"):
        return at.day().isoformat()
    if key == DAYS:
        return at.whole(0, DAYS_MOST)
    if key == RATE:
        rate = at.rate()
        if rate.per != "year":
            raise at.bad('a rate for a year, such as "22.95%/year"')
        return Fraction(rate.value)
    return at.amount_fen()


def told(key: str, value: Value) -> str:
    """Return a number for a person: yuan, days, a rate."""
    if key == RATE:
        return f"{float(value) * 100:.12g}%/year"
    return str(value) if isinstance(value, str) or key == DAYS else format_fen(int(value))

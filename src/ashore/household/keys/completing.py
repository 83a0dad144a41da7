"""What a debt's file did not say and no product supplied: filled by rule, and listed as assumed."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from ashore.household.file.plain import is_table
from ashore.household.keys.contract import TypedArrears
from ashore.household.keys.debt_keys import DEBT_KEYS
from ashore.household.keys.debt_writing import DISCLOSED
from ashore.household.keys.drafts import Draft
from ashore.loans.terms import Instalment, Penalty
from ashore.money import Rate

NO_RATE: Final = Rate(Decimal(0), "year")
NAMES: Final[Mapping[str, str]] = {key.target: key.name for key in DEBT_KEYS}


def due_day_shown(draft: Draft) -> int | None:
    """Return the due day that other dates show: the schedule's, the first missed due's, the start's."""
    schedule, arrears, start = draft.get("terms.schedule"), draft.get("arrears"), draft.get("start")
    if isinstance(schedule, tuple) and schedule and isinstance(schedule[0], Instalment):
        return schedule[0].due.day
    if isinstance(arrears, TypedArrears):
        return arrears.since.day
    return start.day if isinstance(start, date) else None


def complete(draft: Draft) -> dict[str, object]:
    """Return every value of the debt by target, with `assumed` and `sources`."""
    filled = _filled(draft)
    assumed = draft.supplied | draft.estimated | {NAMES[target] for target in filled} | _silent(draft)
    values = {**filled, **draft.values}
    values.setdefault("name", draft.name)
    values.setdefault("creditor", "")
    if "arrears" in values:
        values.setdefault("stage", "overdue")
    values["assumed"] = tuple(key.name for key in DEBT_KEYS if key.name in assumed)
    values["sources"] = _sources(draft)
    if draft.product and "late_fee" in draft.supplied:
        values["late_fee_range"] = draft.product.late_fee_range
    return values


def _filled(draft: Draft) -> dict[str, object]:
    filled: dict[str, object] = {}
    if draft.get("terms.rate") is None:
        filled["terms.rate"] = NO_RATE
    if draft.get("terms.due_day") is None:
        filled["terms.due_day"] = due_day_shown(draft)
    return filled


def _silent(draft: Draft) -> set[str]:
    """Return the keys nobody gave whose absence decides an amount or a rank."""
    rate, method = draft.get("terms.rate"), draft.get("terms.method")
    daily = draft.get("terms.accrual") == "daily" and isinstance(rate, Rate) and rate.per != "day"
    matters = {
        "penalty": True,
        "compound": draft.get("terms.penalty") not in (None, Penalty()),
        "day_count": daily,
        "late_fee": method == "revolving",
        "start": method == "bullet",
        "prepayment": method != "revolving",
        "priority": True,
    }
    return {name for name, counts in matters.items() if counts and name not in draft.present}


def _sources(draft: Draft) -> dict[str, str]:
    typed = draft.get("sources")
    named = {key: str(text) for key, text in typed.items() if key in draft.typed} if is_table(typed) else {}
    product = draft.product.id if draft.product else ""
    table = dict.fromkeys(sorted(draft.disclosed), DISCLOSED)
    return table | named | dict.fromkeys(sorted(draft.supplied), product)

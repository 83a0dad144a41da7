"""The worked households: `python -m worked.work` (from tests/) writes NN-name.expected.json beside each file.

Each sheet of loans_by_hand and plans_by_hand is worked step by step; every figure on it is held against the second
computation (tests/oracle) before anything is written.  No code of the product is used.
"""

import json
import tomllib
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from oracle.answers import day_of, opening, owed, schedule, state
from worked.hand import Sheet
from worked.loans_by_hand import LOANS
from worked.plans_by_hand import PLANS

HERE = Path(__file__).parent


def household(name: str) -> dict[str, Any]:
    """Return a household file as plain values, amounts exact."""
    return tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"), parse_float=Decimal)


def debt_of(name: str, debt: str) -> dict[str, Any]:
    """Return the words of one debt, with `as_of`."""
    people = household(name)
    words = next(words for words in people["debt"] if words["id"] == debt)
    return {**words, "as_of": people["household"]["as_of"]}


def worked_loan(name: str) -> dict[str, Any]:
    """Return what is expected of one loan, its sheet held against the second computation."""
    debt, work = LOANS[name]
    sheet, terms = Sheet(), debt_of(name, debt)
    work(sheet)
    events = [event | {"on": date.fromisoformat(event["on"])} for event in sheet.events]
    rows = schedule(terms)
    answers = owed(terms, events, [date.fromisoformat(day) for day in sheet.figures])
    told = rows if sheet.dues else []
    dues = [(row["due"], row["principal_fen"], row["interest_fen"], row["fee_fen"]) for row in told]
    assert dues == sheet.dues, (name, dues, sheet.dues)
    for day, figures in sheet.figures.items():
        for word, value in figures.items():
            found = answers[day][word if word == "days_past_due" else f"{word}_fen"]
            assert found == value, (name, day, word, found, value)
    return {"household": f"{name}.toml", "debt": debt, "steps": sheet.steps, "schedule": rows,
            "events": sheet.events, "owed": answers}  # fmt: skip


def worked_plan(name: str) -> dict[str, Any]:
    """Return what is expected of one plan; its payments, played through the second computation, leave what it says."""
    sheet = Sheet()
    plan = PLANS[name](sheet)
    people = household(name)
    rows = plan["payments"] if "payments" in plan else plan["payments_of_clean"]
    for words in people["debt"]:
        own = [row for row in rows if row["debt"] == words["id"]]
        if own:
            played(words, people["household"]["as_of"], own)
    return {"household": f"{name}.toml", "plan": plan, "steps": sheet.steps}


def played(words: dict[str, Any], as_of: date, rows: list[dict[str, Any]]) -> None:
    """Assert that a debt takes these payments as the plan says: principal left, nothing overdue afterwards."""
    loan = opening({**words, "as_of": as_of})
    for day in _days(as_of, rows[-1]["date"]):
        due = [row for row in rows if row["date"] == day.isoformat()]
        day_of(loan, [{"on": day, "kind": "payment", "amount": f"{row['fen'] / 100:.2f}"} for row in due])
        left = state(loan)
        for row in due:
            assert left["principal_not_overdue_fen"] == row["balance_fen"], (words["id"], row, left)
            assert not left["principal_overdue_fen"], (words["id"], row, left)
            assert not left["interest_overdue_fen"], (words["id"], row, left)


def _days(after: date, until: str) -> list[date]:
    """Return each day after one, up to another."""
    return [after + timedelta(days=1 + index) for index in range((date.fromisoformat(until) - after).days)]


def expected() -> dict[str, dict[str, Any]]:
    """Return what is expected of every worked household, by name."""
    return {name: worked_loan(name) for name in LOANS} | {name: worked_plan(name) for name in PLANS}


def main() -> None:
    """Write the expected values beside the files."""
    for name, values in expected().items():
        text = json.dumps(values, ensure_ascii=False, indent=1)
        (HERE / f"{name}.expected.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()

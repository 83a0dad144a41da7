"""The product's answers to a worked household: read from its file, then by loans and planning, in the sheet's words."""

import json
from datetime import date
from typing import Any

from ashore.household.model import Debt, Household
from ashore.household.position import opening_of
from ashore.household.reading import read_household
from ashore.loans.ledger import replay
from ashore.loans.opening import open_account
from ashore.loans.parts import INTEREST
from ashore.loans.revolving import RevolvingAccount
from ashore.planning.plan import make_plan
from ashore.planning.shape import plan_json
from oracle.product import event_of, schedule, state
from worked.work import HERE

Row = dict[str, Any]


def household_of(name: str) -> Household:
    """Return the household of a worked file, which the product reads without any finding."""
    reading = read_household((HERE / f"{name}.toml").read_bytes(), {})
    assert reading.household is not None, reading.findings
    assert not reading.findings
    return reading.household


def loan_answers(worked: Row) -> Row:
    """Return the product's schedule and what is owed on the days of a worked loan."""
    household = household_of(worked["household"].removesuffix(".toml"))
    debt = next(debt for debt in household.debts if debt.id == worked["debt"])
    opening = opening_of(debt, household.as_of)
    events = [event_of({**event, "on": date.fromisoformat(event["on"])}) for event in worked["events"]]
    days = [date.fromisoformat(day) for day in worked["owed"]]
    revolving = debt.terms.method == "revolving"
    return {
        "schedule": minimums(debt, household.as_of) if revolving else schedule(debt.terms, opening),
        "owed": {day.isoformat(): state(replay(debt.terms, opening, events, day).account) for day in days},
    }


def minimums(debt: Debt, as_of: date) -> list[Row]:
    """Return the statements of a revolving debt of which each minimum is paid on its day."""
    account = open_account(debt.terms, opening_of(debt, as_of))
    assert isinstance(account, RevolvingAccount)
    rows: list[Row] = []
    while account.running:
        interest = account.tally.charged[INTEREST] - account.run_fen
        account.advance(account.next_due)
        least, whole = account.due_fen, account.payoff_fen()
        interest = account.tally.charged[INTEREST] - interest
        account.pay(least)
        rows.append(
            {
                "due": account.day.isoformat(),
                "minimum_fen": least,
                "interest_fen": interest,
                "statement_fen": whole,
                "balance_fen": account.payoff_fen(),
            }
        )
    return rows


def plan_answer(name: str, months: int = 120) -> Row:
    """Return the product's plan of a worked household as a reader gets it, with one payment per debt and day."""
    plan = make_plan(household_of(name), horizon=months)
    told: Row = json.loads(json.dumps(plan_json(plan), default=str))
    return {**told, "payments": by_day(told["payments"])}


def by_day(rows: list[Row]) -> list[Row]:
    """Return the payments with a due and the extra repayment of its day, which the sheet pays as one, together."""
    days: list[Row] = []
    for row in rows:
        kept = {word: value for word, value in row.items() if word != "extra"}
        if days and (days[-1]["date"], days[-1]["debt"]) == (row["date"], row["debt"]):
            before = days.pop()
            sums = {
                word: before[word] + kept[word] for word in kept if word.endswith("_fen") or word == "fen"
            }
            kept = {**kept, **sums, "balance_fen": row["balance_fen"]}
        days.append(kept)
    return days

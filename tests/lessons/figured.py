"""The figures of the lessons as the product makes them, and the same loans for the second computation."""

import tomllib
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, Final

from ashore.household.model import Debt, Household
from ashore.household.reading import read_household
from ashore.lessons.figures import FIGURES
from ashore.lessons.known import Head, Known
from ashore.packs.pack import load_pack
from ashore.packs.products import all_products
from lessons.by_hand import Card, Hand, last_due, later
from needs import ROOT

TODAY: Final = date(2026, 11, 26)
LESSONS: Final = ROOT / "src/ashore/packs/data/cn/lessons"
NUMBERS: Final = (
    "budget", "compound-interest", "daily-rate", "deferral-cost", "emergency-fund", "flat-fee", "minimum-payment",
    "order-of-payments", "penalty-interest", "rate-or-instalment", "scattered-payments", "side-work-tax",
)  # fmt: skip
HOUSEHOLDS: Final = (
    "demo",
    "deferral",
    "eight-debts",
    "illness",
    "mortgage",
    "nothing-works",
    "overspender",
    "rider",
)


@cache
def read(lesson: str) -> dict[str, Any]:
    """Return a lesson's file without the pack's own reader."""
    return tomllib.loads((LESSONS / f"{lesson}.toml").read_text("utf-8"), parse_float=Decimal)


@cache
def home(name: str) -> Household:
    """Return an example household."""
    data = (ROOT / f"src/ashore/examples/{name}.toml").read_bytes()
    found = read_household(data, all_products()).household
    assert found is not None
    return found


def from_text(text: str) -> Household:
    """Return the household of a file's text."""
    found = read_household(text.encode(), all_products()).household
    assert found is not None
    return found


@dataclass(frozen=True)
class Made:
    """Figures as made, their facts and cells as the tests compute with them."""

    facts: dict[str, Any]
    own: bool
    heads: tuple[Head, ...]
    rows: tuple[tuple[Any, ...], ...]


def figure(lesson: str, household: Household | None = None, at: int | None = None) -> Made:
    """Return a lesson's figures, its slider at a place or where it starts."""
    values = {key: fact.value for key, fact in load_pack("cn").facts.items()}
    slider = read(lesson).get("slider")
    turned = at if at is not None or slider is None else slider["start"]
    made = FIGURES[lesson](Known(TODAY, household, values), read(lesson)["example"], turned)
    return Made(dict(made.facts), made.own, made.heads, made.rows)


def positions(lesson: str) -> list[int]:
    """Return all places of a lesson's slider."""
    slider = read(lesson)["slider"]
    return list(range(slider["from"], slider["to"] + 1, slider["step"]))


def example(lesson: str) -> Hand:
    """Return a lesson's example for the second computation."""
    terms = read(lesson)["example"]
    by_day, rate, on = terms["per"] == "day", Fraction(terms["rate"]), date.fromisoformat(terms["from"])
    a_day = rate if by_day else rate / 360
    return Hand(
        method=terms["method"],
        rate=rate,
        by_day=by_day,
        principal=terms["principal_fen"],
        periods=terms["periods"],
        on=on,
        due_day=on.day,
        penalty=a_day * Fraction(terms.get("penalty_times", 0)),
        compound=terms.get("compound") == "yes",
        fee=Fraction(terms.get("fee_rate", 0)),
        original=terms["principal_fen"] if "fee_rate" in terms else 0,
    )


def of_debt(debt: Debt, on: date) -> Hand:
    """Return a debt of a household for the second computation, what is overdue left out.

    What is overdue was typed part by part, or is worked out here from the day of the first due missed.
    """
    terms = debt.terms
    by_day = terms.rate.per == "day" or terms.method == "daily"
    rate = Fraction(terms.rate.value)
    a_day = rate if terms.rate.per == "day" else rate / 360
    rate = a_day if by_day else rate
    times = terms.penalty.multiple or Fraction(0)
    own = Fraction(terms.penalty.rate.value) if terms.penalty.rate else None
    hand = Hand(
        method=terms.method,
        rate=rate,
        by_day=by_day,
        principal=debt.balance_fen,
        periods=debt.periods_left,
        on=on,
        due_day=terms.due_day,
        since=last_due(on, terms.due_day),
        payment=terms.payment_fen,
        penalty=a_day * times if own is None else own,
        compound=terms.compound,
        fee=terms.fee_per_period,
        original=terms.original_fen or 0,
        grace=terms.grace.days if terms.grace else 0,
    )
    overdue = sum(due.principal for due, _, _ in missed(debt, hand)) if debt.arrears else 0
    return replace(hand, principal=debt.balance_fen - overdue)


def missed(debt: Debt, hand: Hand) -> list[tuple[Any, int, int]]:
    """Return each due missed with its penalty and compound interest at the end of the book's day."""
    late = debt.arrears
    if late is None:
        return []
    if debt.arrears_typed:
        from_file = _Typed(late.since, late.principal_fen, late.interest_fen)
        return [(from_file, late.penalty_fen, late.compound_fen)]
    number = 0
    while later(late.since, number, hand.due_day) <= hand.on:
        number += 1
    before = later(late.since, -1, hand.due_day)
    whole = replace(hand, principal=debt.balance_fen, on=before, since=before, periods=hand.periods + number)
    return [(due, *hand.late(due, (hand.on - due.on).days)) for due in whole.dues()[:number]]


class _Typed:
    """A typed sum that is overdue as one due."""

    def __init__(self, on: date, principal: int, interest: int) -> None:
        self.on, self.principal, self.interest = on, principal, interest


def card_of(debt: Debt, on: date) -> Card:
    """Return a card of a household for the second computation."""
    rule = debt.terms.minimum
    assert rule is not None
    since = last_due(on, debt.terms.due_day)
    rate = Fraction(debt.terms.rate.value)
    return Card(debt.balance_fen, rate, rule.share, on, debt.terms.due_day, since, rule.floor_fen)


def named(household: Household, name: str) -> Debt:
    """Return a debt by its name."""
    return next(one for one in household.debts if one.name == name)


def rounded(rate: Decimal, places: str = "1e-8") -> Decimal:
    """Return a rate to the places that figures keep."""
    return rate.quantize(Decimal(places))

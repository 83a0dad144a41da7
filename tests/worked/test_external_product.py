"""Published examples through the product: under whole-fen rounding it must give what the sheet recomputes.

Each case of external.json names its source, its convention (A: accrue, then pay, a constant budget), its rounding and
`whole_fen`, computed by external.py, which shares no code with the product.  The examples published wrong are there
too: the product must give the true value, and not what was printed.
"""

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from ashore.household.model import Debt, Household, Income
from ashore.loans.accrual import span_interest
from ashore.loans.schedule import contract_schedule
from ashore.loans.terms import Minimum, Opening, Terms
from ashore.money import Rate, fen_from_yuan, share_out
from ashore.planning.outcome import Outcome
from ashore.planning.policy import Policy
from ashore.planning.problem import problem_of
from ashore.planning.replay import run

CASES: dict[str, dict[str, Any]] = {
    case["id"]: case for case in json.loads(Path(__file__).with_name("external.json").read_text("utf-8"))
}
AS_OF, SINCE = date(2026, 11, 30), date(2026, 11, 15)
ORDERS = {
    "avalanche": Policy("avalanche", "dearest", "dearest"),
    "snowball": Policy("snowball", "smallest", "smallest"),
}


def yearly(percent: str) -> Rate:
    """Return a yearly rate."""
    return Rate(Decimal(percent) / 100, "year")


def fen(yuan: object) -> int:
    """Return yuan as fen."""
    return fen_from_yuan(Decimal(str(yuan)))


def pay(debts: list[list[str]], budget: str, policy: Policy) -> Outcome:
    """Return what a constant budget leads to: interest, minimums, then the rest to one debt after the other."""
    owed = tuple(
        Debt(
            str(index),
            "",
            "",
            Terms(
                "revolving", yearly(percent), due_day=15, minimum=Minimum(Fraction(0), floor_fen=fen(least))
            ),
            fen(balance),
        )
        for index, (balance, percent, least) in enumerate(debts)
    )
    household = Household(AS_OF, incomes=(Income("", fen(budget), day=1),), debts=owed)
    return run(problem_of(household, 240), policy)


def told(outcome: Outcome) -> dict[str, Any]:
    """Return the months and the interest in the sheet's words."""
    return {"months": outcome.months, "interest": f"{Decimal(outcome.interest_fen) / 100:.2f}"}


def single(case: dict[str, Any], payment: str) -> dict[str, Any]:
    """Return what one debt paid with a fixed sum comes to."""
    given = case["inputs"]
    return told(pay([[given["balance"], given["percent"], "0"]], payment, ORDERS["avalanche"]))


@pytest.mark.parametrize("order", ["avalanche", "snowball"])
@pytest.mark.parametrize("name", ["E2", "T1", "T2", "T3", "T4"])
def test_several_debts_with_a_constant_budget(name: str, order: str) -> None:
    """Months and interest are the sheet's; where a page printed something else, not that."""
    case = CASES[name]
    answer = told(pay(case["inputs"]["debts"], case["inputs"]["budget"], ORDERS[order]))
    assert answer == {key: case["whole_fen"][order][key] for key in answer}
    claimed = case["published"].get(order, {})
    if case.get("wrong") and "months" in claimed:
        assert answer["months"] != claimed["months"]


def test_four_cards_for_ninety_two_months() -> None:
    """E1: the sum paid and the interest over 92 months, with every month rounded to the fen."""
    case = CASES["E1"]
    outcome = pay(case["inputs"]["debts"], case["inputs"]["budget"], ORDERS["avalanche"])
    assert told(outcome) == {key: case["whole_fen"][key] for key in ("months", "interest")}
    assert outcome.paid_fen == fen(case["whole_fen"]["paid"])


def test_one_debt_with_a_fixed_payment() -> None:
    """E4, and T5, T6, T8, where a cap, a lost half or a whole last payment was printed instead."""
    assert single(CASES["E4"], CASES["E4"]["inputs"]["payment"]) == CASES["E4"]["whole_fen"]
    for name in ("T5", "T6", "T8"):
        case = CASES[name]
        for payment in case["inputs"]["payments"]:
            answer = single(case, payment)
            assert answer == case["whole_fen"][payment]
            assert answer != case["published"][payment]


def test_minimum_payments_take_eighty_four_years() -> None:
    """E7: 2 % of the balance before interest, at least 35, first 150.00 with 137.50 of interest; 1,010 months."""
    case = CASES["E7"]
    least = Minimum(Fraction(2, 100), "before-interest", fen(35))
    rows = contract_schedule(
        Terms("revolving", yearly("22"), due_day=15, minimum=least),
        Opening(AS_OF, fen(7500), 0, SINCE),
        dues_max=1200,
    )
    assert (rows[0].total_fen, rows[0].interest_fen) == (fen("150.00"), fen("137.50"))
    assert len(rows) == case["published"]["months"] == 1010
    assert rows[11].balance_fen == fen(case["whole_fen"]["balance_after_12"])


@pytest.mark.parametrize(
    ("name", "method"),
    [
        ("E11", "level-payment"),
        ("E11-rate2", "level-payment"),
        ("E11b", "equal-principal"),
        ("E11b-rate2", "equal-principal"),
    ],
)
def test_a_mortgage_after_sixty_months(name: str, method: Any) -> None:
    """Interest, principal and balance after 60 of 360 dues."""
    case = CASES[name]
    opening = Opening(AS_OF, fen(case["inputs"]["principal"]), 360, SINCE)
    rows = contract_schedule(Terms(method, yearly(case["inputs"]["percent"]), due_day=15), opening)
    expected = case["whole_fen"]
    assert sum(row.interest_fen for row in rows[:60]) == fen(expected["interest"])
    assert sum(row.principal_fen for row in rows[:60]) == fen(expected["principal"])
    assert rows[59].balance_fen == fen(expected["balance"])


def test_actual_days_over_365() -> None:
    """E14: a month's interest on 300,000 at 6 % by its days, and the twelfth of the year."""
    case = CASES["E14"]
    spans = {"january": (2027, 1), "february": (2027, 2), "april": (2027, 4), "leap_february": (2028, 2)}
    for name, (year, month) in spans.items():
        span = (date(year, month, 1), date(year, month + 1, 1))
        interest = span_interest(fen(300000), yearly("6"), "daily", "act/365", 1, span, span, "half-up")
        assert interest == fen(case["published"][name])
    span = (date(2027, 1, 1), date(2027, 2, 1))
    assert span_interest(fen(300000), yearly("6"), "monthly", "act/365", 1, span, span, "half-up") == fen(
        "1500.00"
    )


def test_a_pro_rata_offer_loses_no_fen() -> None:
    """E15: 160.00 shared in proportion; the published shares sum to 159.99, ours to the whole, the fen to the first."""
    case = CASES["E15"]
    shares = share_out(fen(160), tuple(fen(balance) for balance in case["inputs"]["debts"]))
    assert sum(shares) == fen(160)
    assert [f"{Decimal(share) / 100:.2f}" for share in shares] == case["whole_fen"]["shares"]

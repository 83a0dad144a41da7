"""The second computation checked by itself: the specification's figures, and money that must not be lost."""

from datetime import date
from typing import Any

import pytest

from oracle.answers import opening, owed, play, schedule
from oracle.cases import case
from oracle.loan import Loan
from oracle.revolving import Revolving
from oracle.words import fen

AS_OF = date(2026, 11, 23)
SHOP: dict[str, Any] = {
    "method": "equal-principal",
    "rate": "0.045%/day",
    "balance": "86000.00",
    "periods_left": 7,
    "due_day": 15,
    "penalty": "x1.5",
    "compound": True,
    "as_of": AS_OF,
    "arrears": {"since": date(2026, 9, 15)},
}


def test_the_worked_arrears_of_the_specification() -> None:
    """SPEC §1: three dues of 8,600 missed; interest 3,204.36; penalty 761.94, on principal only 673.39."""
    row = owed(SHOP, [], [AS_OF])["2026-11-23"]
    assert (row["principal_overdue_fen"], row["interest_overdue_fen"]) == (2_580_000, 320_436)
    assert (row["penalty_fen"], row["compound_fen"]) == (67_339, 76_194 - 67_339)
    assert row["days_past_due"] == 69
    simple = owed(SHOP | {"compound": False}, [], [AS_OF])["2026-11-23"]
    assert (simple["penalty_fen"], simple["compound_fen"]) == (67_339, 0)


def test_typed_arrears_go_on_like_rebuilt_ones() -> None:
    """Typed and rebuilt arrears agree on `as_of`; a typed sum is one due, so later spans round apart."""
    typed = SHOP | {
        "arrears": {
            "since": date(2026, 9, 15),
            "principal": "25800.00",
            "interest": "3204.36",
            "penalty": "673.39",
            "compound": "88.55",
        }
    }
    later = date(2027, 3, 3)
    one, other = owed(SHOP, [], [AS_OF, later]), owed(typed, [], [AS_OF, later])
    assert one["2026-11-23"] == other["2026-11-23"]
    assert abs(int(one["2027-03-03"]["payoff_fen"]) - int(other["2027-03-03"]["payoff_fen"])) <= 3


def test_interest_of_a_level_payment_loan_by_hand() -> None:
    """120,000 at 6 %, 2 months: 600 / (1 − 1.005⁻²) = 60,450.37; interest 600.00, then 60,149.63 × 0.005."""
    terms = {
        "method": "level-payment",
        "rate": "6%/year",
        "balance": "120000.00",
        "periods": 2,
        "due_day": 23,
        "as_of": AS_OF,
    }
    rows = schedule(terms)
    assert [row["interest_fen"] for row in rows] == [60_000, 30_075]
    assert rows[0]["principal_fen"] == 6_045_037 - 60_000
    assert rows[1]["balance_fen"] == 0


@pytest.mark.parametrize("seed", range(100))
def test_no_fen_is_lost(seed: int) -> None:
    """Owed at `as_of` + interest, penalty, fees since = paid + forgiven + left, on every day asked."""
    made = case(seed)
    terms, events = made["terms"], made["events"]
    if terms["method"] == "revolving":
        start = opening(terms).settled()
        assert isinstance(start, Revolving)
        first = int(owed(terms, [], [terms["as_of"]])[terms["as_of"].isoformat()]["payoff_fen"])
        end = play(terms, events, made["days"][-1]).settled()
        assert isinstance(end, Revolving)
        charged = sum(end.charged.values()) - sum(start.charged.values()) + end.run - start.run
        assert first + charged == end.paid - end.credit + end.forgiven + end.owed() + end.run
        return
    start = opening(terms)
    assert isinstance(start, Loan)
    for day in made["days"]:
        end = play(terms, events, day)
        assert isinstance(end, Loan)
        left, end = _left(end), end.settled()
        charged = sum(end.charged.values()) - sum(start.charged.values())
        run = end.run - start.settled().run
        assert _left(start) + charged + run == end.paid - end.credit + end.forgiven + left


def _left(loan: Loan) -> int:
    return loan.settled().owed()


@pytest.mark.parametrize("seed", range(100, 200))
def test_the_schedule_repays_the_principal_exactly(seed: int) -> None:
    """Principal that falls due sums to the balance less its overdue part."""
    terms = case(seed)["terms"]
    if terms["method"] == "revolving":
        return
    typed = fen(terms.get("arrears", {}).get("principal", 0))
    rows = schedule(terms)
    start = opening(terms)
    assert isinstance(start, Loan)
    assert sum(int(row["principal_fen"]) for row in rows) == start.not_due
    assert start.not_due + sum(item.principal for item in start.items) == fen(terms["balance"])
    assert rows == [] or rows[-1]["balance_fen"] == 0
    assert typed <= fen(terms["balance"])


@pytest.mark.parametrize("seed", range(300, 400))
def test_paying_the_payoff_amount_closes_the_loan(seed: int) -> None:
    """The payoff amount, paid that day, leaves nothing, and one fen less leaves something."""
    made = case(seed)
    # A late fee of the day's end is in the payoff of that day, but is not charged when it is paid.
    terms = {word: value for word, value in made["terms"].items() if word not in {"prepayment", "late_fee"}}
    terms["prepayment"] = {"fee": "1.25%", "remaining_fees": "due"}
    day = made["days"][1]
    payoff = int(owed(terms, [], [day])[day.isoformat()]["payoff_fen"])
    paid = {"on": day, "kind": "payment", "amount": f"{payoff // 100}.{payoff % 100:02d}"}
    if payoff:
        assert owed(terms, [paid], [day])[day.isoformat()]["payoff_fen"] == 0
        less = paid | {"amount": f"{(payoff - 1) // 100}.{(payoff - 1) % 100:02d}"}
        row = owed(terms, [less], [day])[day.isoformat()]
        assert any(row[part] for part in row if part.startswith(("principal", "interest", "fees", "damages")))

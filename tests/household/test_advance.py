"""A household moved to a later day: what stands in its file then is what the lender would say."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from ashore.household.advance import Moved, Paid, advance
from ashore.household.dumping import dump_household
from ashore.household.model import Debt, Household
from ashore.household.position import open_debt
from ashore.household.reading import read_household
from ashore.household.writing import Remove, Set, write_household
from ashore.loans.terms import Arrears, Method, Minimum, Prepayment
from ashore.money import Rate
from planning.small import HALF_PER_MILLE, debt

AS_OF = date(2027, 1, 31)
DAY = timedelta(days=1)
METHODS: tuple[Method, ...] = ("level-payment", "equal-principal", "interest-only", "bullet", "revolving")


def moved_one(one: Debt, to: date, *paid: Paid) -> Moved:
    """Return what one debt becomes."""
    (moved,) = advance(Household(AS_OF, debts=(one,)), to, paid)
    return moved


def test_a_due_paid_on_its_day_leaves_one_instalment_less():
    """¥1,200 in twelve; ¥100 paid on 15 February: ¥1,100 in eleven, nothing overdue."""
    moved = moved_one(debt(), date(2027, 2, 20), Paid("a", date(2027, 2, 15), 100_00))
    assert moved.values == {
        "balance": Decimal("1100.00"),
        "periods_left": 11,
        "last_payment": date(2027, 2, 15),
    }
    assert (moved.sure, moved.closed, moved.arrears_fen) == (True, False, 0)


def test_a_due_not_paid_is_overdue_with_its_penalty():
    """¥100 of 15 February not paid: on the 25th it is ten days late, at 0.05 % a day ¥0.50 of penalty."""
    moved = moved_one(debt(penalty=HALF_PER_MILLE), date(2027, 2, 25))
    assert moved.values["arrears"] == {
        "since": date(2027, 2, 15),
        "principal": Decimal("100.00"),
        "interest": Decimal("0.00"),
        "penalty": Decimal("0.50"),
        "compound": Decimal("0.00"),
        "damages": Decimal("0.00"),
        "fees": Decimal("0.00"),
    }
    assert moved.values["periods_left"] == 11
    assert "balance" not in moved.values
    assert moved.values["stage"] == "overdue"
    assert (moved.sure, moved.arrears_fen) == (True, 100_50)


def test_part_of_a_due_leaves_the_rest_overdue():
    """¥60 of ¥100 on the due day: ¥40 is overdue from then on."""
    moved = moved_one(debt(), date(2027, 2, 20), Paid("a", date(2027, 2, 15), 60_00))
    arrears = moved.values["arrears"]
    assert isinstance(arrears, dict)
    assert (arrears["since"], arrears["principal"]) == (date(2027, 2, 15), Decimal("40.00"))
    assert moved.values["balance"] == Decimal("1140.00")


def test_arrears_that_are_paid_are_taken_out_of_the_file():
    """¥100 overdue since 15 January, paid on 3 February: no arrears, and the stage is current again."""
    late = debt(balance=1300, periods=12, late=100, since=date(2027, 1, 15), stage="overdue")
    moved = moved_one(late, date(2027, 2, 10), Paid("a", date(2027, 2, 3), 100_00))
    assert moved.values == {
        "balance": Decimal("1200.00"),
        "arrears": None,
        "stage": "current",
        "last_payment": date(2027, 2, 3),
    }
    assert moved.sure


def test_the_last_payment_closes_a_debt():
    """¥100 in one: paid on its day, nothing is owed."""
    moved = moved_one(debt(balance=100, periods=1), date(2027, 2, 15), Paid("a", date(2027, 2, 15), 100_00))
    assert moved.closed
    assert moved.values["balance"] == Decimal("0.00")


def test_a_level_payment_keeps_its_instalment_after_an_early_repayment():
    """¥1,200 at 1 % a month in twelve is ¥106.62; ¥500 more shortens it, the instalment stays in the file."""
    one = debt(
        method="level-payment",
        rate=Rate(Decimal("0.01"), "month"),
        prepayment=Prepayment(effect="shorten"),
    )
    moved = moved_one(one, date(2027, 2, 20), Paid("a", date(2027, 2, 15), 606_62))
    assert moved.values["payment"] == Decimal("106.62")
    assert moved.sure


def test_what_is_paid_before_its_time_and_held_is_said_to_be_unsure():
    """¥50 on 3 February, before anything is due, where nothing may be repaid early: the file cannot say it."""
    assert not moved_one(debt(), date(2027, 2, 10), Paid("a", date(2027, 2, 3), 50_00)).sure


def test_a_payment_outside_the_days_stops_the_run():
    with pytest.raises(AssertionError):
        moved_one(debt(), date(2027, 2, 10), Paid("a", AS_OF - DAY, 1_00))


def test_a_payment_on_the_day_of_the_figures_comes_after_all_they_have():
    """¥100 late since 15 January and ¥0.80 of penalty: ¥60.80 on the 31st leave ¥40 overdue, whichever day it is told.

    From the 31st to 10 February ¥40 cost ten days at 0.05 %, ¥0.20.
    """
    one = replace(debt(penalty=HALF_PER_MILLE), arrears=Arrears(date(2027, 1, 15), 100_00, penalty_fen=80))
    paid = Paid("a", AS_OF, 60_80)
    same_day, later = moved_one(one, AS_OF, paid), moved_one(one, AS_OF + 10 * DAY, paid)
    assert same_day.values["arrears"] == arrears(40, 0)
    assert later.values["arrears"] == arrears(40, Decimal("0.20"))
    assert same_day.values["last_payment"] == later.values["last_payment"] == AS_OF
    assert same_day.sure
    assert later.sure


def arrears(principal: int, penalty: Decimal | int) -> dict[str, object]:
    """Return what is overdue since 15 January, as the file says it."""
    zero = Decimal("0.00")
    return {
        "since": date(2027, 1, 15),
        "principal": Decimal(principal).quantize(zero),
        "interest": zero,
        "penalty": Decimal(penalty).quantize(zero),
        "compound": zero,
        "damages": zero,
        "fees": zero,
    }


@st.composite
def debts(draw: st.DrawFn) -> Debt:
    """Return a debt of any method that has dues."""
    method = draw(st.sampled_from(METHODS))
    balance = draw(st.integers(100, 90_000))
    late = draw(st.sampled_from((0, 0, 0.2)))
    more: dict[str, Any] = (
        {"late": int(balance * late), "since": date(2027, 1, 10)} if late and method != "revolving" else {}
    )
    if method == "revolving":
        more["minimum"] = Minimum(Fraction(1, 10), floor_fen=5000)
    per = draw(st.sampled_from(("month", "day")))
    rate = Rate(Decimal(draw(st.sampled_from(("0", "0.01", "0.02")))) / (30 if per == "day" else 1), per)
    return debt(
        "a",
        balance,
        0 if method == "revolving" else draw(st.integers(1, 36)),
        method=method,
        rate=replace(rate, value=rate.value.quantize(Decimal("0.00001"))),
        accrual="daily" if per == "day" else "monthly",
        due_day=draw(st.integers(1, 31)),
        penalty=HALF_PER_MILLE,
        compound=draw(st.booleans()),
        prepayment=Prepayment(
            allowed=draw(st.booleans()), effect=draw(st.sampled_from(("lower", "shorten")))
        ),
        start=date(2026, 12, 20) if method == "bullet" else None,
        **more,
    )


@pytest.mark.property
@given(
    debts(),
    st.integers(1, 200),
    st.lists(st.tuples(st.integers(1, 200), st.integers(1, 3_000_00)), max_size=4),
)
def test_the_file_then_says_what_the_contract_run_straight_through_says(
    one: Debt, days: int, typed: list[tuple[int, int]]
):
    """The keys are written into the household's file and read again; the loan run without a stop is the other way."""
    to = AS_OF + timedelta(days=days)
    paid = sorted((AS_OF + timedelta(days=day), fen) for day, fen in typed if day <= days)
    straight = open_debt(one, AS_OF)
    for on, fen in paid:
        straight.advance(on)
        straight.pay(fen)
    straight.advance(to)
    straight.end_of_day()
    (moved,) = advance(Household(AS_OF, debts=(one,)), to, [Paid("a", on, fen) for on, fen in paid])
    assert moved.closed == straight.closed
    assert moved.arrears_fen == straight.arrears_fen
    event("closed" if moved.closed else "sure" if moved.sure else "unsure")
    if moved.sure and not moved.closed:
        again = read_again(one, to, moved)
        assert abs(open_debt(again, to).payoff_fen() - straight.payoff_fen()) <= 1
        assert open_debt(again, to).arrears_fen == straight.arrears_fen


def read_again(one: Debt, to: date, moved: Moved) -> Debt:
    """Return the debt of the household's file with the keys that changed."""
    text = dump_household(Household(AS_OF, debts=(one,)))
    there = {line.split(" = ")[0] for line in text.split("[[debt]]")[1].splitlines()}
    edits = [Set(f"debt[0].{key}", value) for key, value in moved.values.items() if value is not None]
    edits += [
        Remove(f"debt[0].{key}") for key, value in moved.values.items() if value is None and key in there
    ]
    changed = write_household(text, [Set("household.as_of", to), *edits])
    household = read_household(changed.encode(), {}).household
    assert household is not None
    return household.debts[0]

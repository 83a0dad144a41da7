"""Every rate is found, proved and chosen by the rule; what has no rate says why."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import pytest

from ashore.loans.yearly.answers import Found, NoRate
from ashore.loans.yearly.roots import rates_at, rates_of, variations


def found(amounts: Sequence[int], steps: Sequence[int], a_year: int = 1) -> Found:
    answer = rates_of(amounts, steps, a_year)
    assert isinstance(answer, Found)
    return answer


def exact_sum(amounts: Sequence[int], steps: Sequence[int], rate: Decimal) -> Fraction:
    """Return the sum itself, as a fraction, where one step is one year."""
    growth = 1 + Fraction(rate)
    return sum((amount / growth**step for amount, step in zip(amounts, steps, strict=True)), Fraction(0))


@pytest.mark.parametrize(
    ("amounts", "steps", "why"),
    [
        ([], [], "no-amounts"),
        ([0, 0], [0, 5], "no-amounts"),
        ([100, -40, -60], [3, 3, 3], "every-rate"),
        ([100, -100, 50, -50], [0, 0, 9, 9], "every-rate"),
        ([100, -40], [3, 3], "one-date"),
        ([100], [3], "one-date"),
        ([100, 40], [0, 3], "no-sign-change"),
        ([-1, -40, -3], [0, 3, 4], "no-sign-change"),
        ([100, -150, 100], [0, 1, 2], "no-root"),
        ([-100, 199, -100], [0, 365, 730], "no-root"),
    ],
)
def test_no_rate_says_why(amounts: list[int], steps: list[int], why: str):
    answer = rates_of(amounts, steps, 1)
    assert isinstance(answer, NoRate)
    assert answer.why == why


def test_one_root_has_opposite_signs_at_its_ends_and_nearly_nothing_between():
    amounts, steps = [1_000_00, -400_00, -400_00, -400_00], [0, 1, 2, 3]
    root = found(amounts, steps).chosen
    assert exact_sum(amounts, steps, root.low) * exact_sum(amounts, steps, root.high) < 0
    assert root.low < root.rate < root.high < root.low + Decimal("1e-25")
    assert abs(exact_sum(amounts, steps, root.rate)) <= abs(root.value) < Decimal("1e-18")


@pytest.mark.parametrize(
    ("amounts", "rates", "chosen"),
    [
        ([-100, 230, -132], ["0.1", "0.2"], "0.1"),
        ([-100, 130, -42], ["-0.4", "-0.3"], "-0.3"),
        ([-100, 190, -88], ["-0.2", "0.1"], "0.1"),
        ([-100, 210, -110], ["0", "0.1"], "0"),
        ([-100, 150, -50], ["-0.5", "0"], "0"),
        ([-1000, 3600, -4310, 1716], ["0.1", "0.2", "0.3"], "0.1"),
        ([1000, -600_000, 110_000_000, -6_000_000_000], ["99", "199", "299"], "99"),
    ],
)
def test_of_several_rates_the_rule_chooses(amounts: list[int], rates: list[str], chosen: str):
    """The amounts are the coefficients of a product of (1 + r)·x − 1 with these rates, multiplied out by hand."""
    answer = found(amounts, range(len(amounts)))
    assert answer.several
    assert [round(root.rate, 25) for root in answer.roots] == [Decimal(rate) for rate in rates]
    assert round(answer.rate, 25) == Decimal(chosen)
    assert not any(root.touches for root in answer.roots)


@pytest.mark.parametrize(
    ("amounts", "rate"),
    [([-1000, 2200, -1210], "0.1"), ([-1000, 1800, -810], "-0.1"), ([10_000, -40_400, 40_804], "1.02")],
)
def test_a_sum_that_touches_zero_is_one_root_and_says_so(amounts: list[int], rate: str):
    answer = found(amounts, [0, 1, 2])
    assert [root.touches for root in answer.roots] == [True]
    root = answer.chosen
    assert root.low <= Decimal(rate) <= root.high < root.low + Decimal("1e-25")
    assert exact_sum(amounts, [0, 1, 2], Decimal(rate)) == 0
    assert exact_sum(amounts, [0, 1, 2], root.low) * exact_sum(amounts, [0, 1, 2], root.high) > 0


def test_two_roots_a_hair_apart_are_two_and_a_near_miss_is_none():
    """(1.1·x − 1)² moved by one part in 1e16: down it crosses zero twice, about 1e-8 apart, up it does not."""
    scale = 10**16
    apart = found([-100 * scale, 220 * scale, -121 * scale + 1], [0, 1, 2])
    assert len(apart.roots) == 2
    assert Decimal("1e-10") < apart.roots[1].rate - apart.roots[0].rate < Decimal("1e-7")
    assert rates_of([-100 * scale, 220 * scale, -121 * scale - 1], [0, 1, 2], 1) == NoRate("no-root", 2)


@pytest.mark.parametrize("times", [3, 4, 5, 6, 7, 12])
@pytest.mark.parametrize("gap", [1, 30])
def test_a_root_of_any_multiplicity_is_found_once(times: int, gap: int):
    """(11·x − 10)^times: the rate is 10 % a step, and an even power only touches zero."""
    powers = [1]
    for _ in range(times):
        powers = [11 * after - 10 * before for before, after in zip([*powers, 0], [0, *powers], strict=True)]
    answer = found(powers, [gap * place for place in range(times + 1)], gap)
    assert len(answer.roots) == 1
    assert answer.chosen.touches == (times % 2 == 0)
    assert answer.chosen.low <= Decimal("0.1") <= answer.chosen.high
    assert answer.chosen.high - answer.chosen.low < Decimal("1e-14" if times < 8 else "1e-9")


def test_a_multiple_root_at_zero_hides_no_other():
    """(x − 1)³·(1.5·x − 1)."""
    powers = [2, -9, 15, -11, 3]
    assert [round(root.rate, 20) for root in found(powers, range(5)).roots] == [0, Decimal("0.5")]


def test_rates_beyond_every_float_are_decimals():
    answer = found([1, -(10**6)], [0, 1], 365)
    assert answer.rate.adjusted() in {2189, 2190}
    assert abs(answer.rate.scaleb(-2190) - 1) < Decimal("1e-25")
    lost = found([10**6, -1], [0, 1], 365)
    assert -1 < lost.rate < Decimal("-0.99")
    assert lost.chosen.low < lost.rate < lost.chosen.high


def test_order_time_zero_same_day_and_zeros_do_not_matter():
    plain = found([1000, -600, -500], [0, 100, 200], 365)
    assert found([-500, 1000, -600], [200, 0, 100], 365) == plain
    assert found([1000, -600, -500], [7000, 7100, 7200], 365) == plain
    assert found([1000, -700, 100, 0, -500], [0, 100, 100, 150, 200], 365) == plain


def test_fractions_of_a_fen_and_of_a_year_are_exact():
    whole = rates_at([Fraction(1, 3), Fraction(-1, 2)], [Fraction(0), Fraction(1, 7)])
    assert isinstance(whole, Found)
    assert round(whole.rate, 25) == Fraction(3, 2) ** 7 - 1


def test_amounts_without_their_steps_are_refused():
    with pytest.raises(ValueError, match="zip"):
        rates_of([1, -2], [0], 1)


def test_sign_changes_leave_zeros_out():
    assert variations([1, 0, -1, 0, 0, -2, 3]) == 2
    assert variations([]) == variations([0, 0]) == 0

"""The kernel on households worked by hand, at its limits, and inside 64 bits."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from ashore.household.model import Account, Business, Debt, Household, Income
from ashore.loans.terms import Concession, Instalment, Penalty, Prepayment, Terms
from ashore.money import Rate
from ashore.planning.harm import WEIGHTS
from ashore.simulation import layout as at
from ashore.simulation.arrays import NotSimulated, arrays_of
from ashore.simulation.rows import run_rows
from ashore.simulation.simulate import STRATEGIES, Run, simulate, simulate_many
from simulation.households import dice_of, household
from simulation.sixty_four import Word, run_with_words

YEAR_END = date(2026, 12, 31)
TERMS = Terms("interest-only", Rate(Decimal("0.12"), "year"), due_day=10)
HALF_A_THOUSANDTH = Penalty(rate=Rate(Decimal("0.0005"), "day"))


def interest_only(balance_fen: int, periods: int, terms: Terms = TERMS) -> Debt:
    """Return a debt at 1 % a month, due on the 10th."""
    return Debt("a", "a", "a", terms, balance_fen, periods, priority="credit-record")


def follow(one: Household, strategy: str, months: int) -> Run:
    """Return where a strategy leads."""
    return simulate(arrays_of(one, months, WEIGHTS), STRATEGIES[strategy])


def test_an_overdue_debt_by_hand():
    """10,000 at 1 % a month, three dues left, 0.05 % a day on overdue interest too; 50 in hand, 500 in February.

    10 Jan: 100.00 due, 50.00 paid; until 31 Jan 21 days on 50.00 are 0.525, so 0.53.
    10 Feb: 100.00 due with 50.00 and 31 days' 0.775, so 0.78: all 150.78 paid, 349.22 left.
    10 Mar: 10,100.00 due, 349.22 paid: interest 100.00, principal 249.22; until 31 Mar 21 days on 9,750.78 are 102.38.
    """
    debt = interest_only(10_000_00, 3, replace(TERMS, penalty=HALF_A_THOUSANDTH, compound=True))
    wage = Income("wage", 500_00, every="once", on=date(2027, 2, 1))
    result = follow(Household(YEAR_END, cash_fen=50_00, incomes=(wage,), debts=(debt,)), "as-is", 3)
    assert result.debt_fen == (0, 50_00, 150_78, 349_22)
    assert result.cash_fen == (50_00, 0, 349_22, 0)
    assert result.arrears_fen == (0, 50_53, 0, 9_853_16)
    assert (result.interest_fen, result.penalty_fen) == (300_00, 103_16)
    assert (result.paid_fen, result.left_fen) == (550_00, 9_853_16)
    assert (result.overdue_months, result.overdue_by_debt) == (2, (2,))
    assert result.harm_halves == 2 * 10 * 10
    assert (result.status, result.months, result.failed_in) == ("open", None, 1)


@pytest.mark.parametrize(("method", "paid_early"), [("equal-principal", False), ("interest-only", True)])
def test_a_fee_is_weighed_against_what_smaller_instalments_still_save(method, paid_early):
    """1,200 at 1 % a month over 12 months, 8 % for paying early, 600 in hand; what is left is spread anew.

    A yuan repaid today would have been repaid in twelfths: 6.5 months' interest on average, less than the fee.
    Where it would have been repaid at the end, twelve months' interest are more.
    """
    early = Prepayment(fee=Fraction(8, 100), effect="lower")
    debt = interest_only(1_200_00, 12, replace(TERMS, method=method, prepayment=early))
    wage = Income("wage", 112_00, day=1)
    result = follow(Household(YEAR_END, cash_fen=600_00, incomes=(wage,), debts=(debt,)), "avalanche", 3)
    assert (result.fee_fen > 0) == paid_early


def test_extra_repayment_by_hand():
    """1,000 at 1 % a month, 3 % fee for paying early, 600 in hand of which 200 are the emergency fund.

    10 Jan: 10.00 interest; of the 390.00 above the fund 378.64 are repaid with 11.36 on top.
    10 Feb: 1 % of 621.36 is 6.21; the fund is touched, nothing is repaid early.
    """
    debt = interest_only(1_000_00, 12, replace(TERMS, prepayment=Prepayment(fee=Fraction(3, 100))))
    one = Household(YEAR_END, cash_fen=600_00, emergency_fund_fen=200_00, debts=(debt,))
    result = follow(one, "avalanche", 2)
    assert result.debt_fen == (0, 400_00, 6_21)
    assert result.cash_fen == (600_00, 200_00, 193_79)
    assert (result.interest_fen, result.fee_fen, result.left_fen) == (16_21, 11_36, 621_36)
    assert result.missed_fund


def test_a_debt_that_closes_ends_the_run():
    result = follow(Household(YEAR_END, cash_fen=2_000_00, debts=(interest_only(1_000_00, 2),)), "as-is", 24)
    assert (result.status, result.months, len(result.cash_fen)) == ("closed", 2, 3)
    assert result.paid_fen == 1_020_00


def test_no_debts():
    result = follow(Household(YEAR_END, cash_fen=1), "look-ahead", 12)
    assert (result.status, result.months, result.paid_fen) == ("closed", None, 0)


def test_money_for_stock_is_never_used_for_a_debt():
    till = Account("till", 900_00, purpose="stock")
    shop = Household(
        YEAR_END,
        cash_fen=1_000_00,
        accounts=(till, Account("bank", 100_00)),
        businesses=(Business("shop", 0),),
        debts=(interest_only(50_000_00, 12),),
    )
    assert follow(shop, "as-is", 1).debt_fen == (0, 100_00)


def test_what_grows_without_bound_is_stopped():
    debt = interest_only(2**39 - 1, 1, replace(TERMS, penalty=HALF_A_THOUSANDTH))
    result = follow(Household(YEAR_END, debts=(debt,)), "as-is", 120)
    assert result.status == "runaway"
    assert len(result.cash_fen) == 2


def test_a_settlement_is_refused():
    settled = Concession("settle", "agreed-written", until=date(2027, 2, 1), settle_fen=500_00)
    debt = Debt("a", "card", "a", TERMS, 1_000_00, 12, concessions=(settled,))
    with pytest.raises(NotSimulated) as raised:
        arrays_of(Household(YEAR_END, debts=(debt,)), 12, WEIGHTS)
    assert (raised.value.code, raised.value.facts) == ("settlement-not-simulated", {"debt": "card"})


def test_new_instalments_that_begin_on_a_day_of_their_own_are_refused():
    """Typed for the 20th and spread anew: the first due stays on the 20th, the rest are on the 15th."""
    rows = (Instalment(date(2027, 1, 20), 1_000_00, 10_00),)
    typed = replace(TERMS, method="schedule", due_day=15, schedule=rows)
    longer = Concession("extend", "agreed-written", months=6, method="equal-principal")
    debt = Debt("a", "loan", "a", typed, 1_000_00, 1, concessions=(longer,))
    with pytest.raises(NotSimulated) as raised:
        arrays_of(Household(YEAR_END, debts=(debt,)), 12, WEIGHTS)
    assert (raised.value.code, raised.value.facts) == ("first-due-not-simulated", {"debt": "loan"})


@pytest.mark.parametrize("name", STRATEGIES)
def test_no_number_needs_more_than_64_bits(name):
    """Debts up to 300 million yuan each, until the guard stops what grows."""
    strategy = STRATEGIES[name]
    for seed in range(12):
        arrays = arrays_of(household(dice_of(seed), scale=1000 if seed % 2 else 1), 24, WEIGHTS)
        run_with_words(arrays, strategy)


def test_rows_of_money_are_each_a_run():
    """The household's own months, then months without any money."""
    arrays, strategy = arrays_of(household(dice_of(4)), 12, WEIGHTS), STRATEGIES["clean-first"]
    nothing = [0] * len(arrays.money)
    out = at.OUT_SIZE + arrays.months * at.OUT_ROW
    results = [-7] * (2 * (out + len(arrays.debts) * at.DEBT_SIZE))
    flags = strategy.flags
    money, state, used = [5] * len(arrays.money), [5] * len(arrays.opening), [5] * out
    moneys = arrays.money + nothing
    assert run_rows(arrays.data, moneys, arrays.opening, flags, money, state, used, results) == 2
    for row, own in enumerate((arrays.money, nothing)):
        alone, told = simulate(arrays, strategy, own), results[row * len(results) // 2 :]
        assert told[at.O_PAID] == alone.paid_fen
        cash = told[at.OUT_SIZE + at.OUT_CASH : out : at.OUT_ROW]
        assert cash[: told[at.O_MONTHS]] == list(alone.cash_fen)
        debts = told[out : len(results) // 2]
        assert sum(debts[at.D_LEFT :: at.DEBT_SIZE]) == alone.left_fen
        assert tuple(debts[at.D_OVERDUE_MONTHS :: at.DEBT_SIZE]) == alone.overdue_by_debt
    assert simulate_many(arrays, strategy, [arrays.money, nothing]) == [
        simulate(arrays, strategy, own) for own in (arrays.money, nothing)
    ]


def test_a_number_that_does_not_fit_is_refused():
    with pytest.raises(AssertionError, match="more than 64 bits"):
        _ = Word(2**32) * 2**31

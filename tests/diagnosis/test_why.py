"""Why a debt grew, cause by cause, against half years worked out by hand."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ashore.dates import Month
from ashore.diagnosis.asked import CashOn, Seen
from ashore.diagnosis.lines import debts_of
from ashore.diagnosis.ranges import Range, spread_fen, unseen
from ashore.diagnosis.roles import sort_rows
from ashore.diagnosis.usual import falls
from ashore.diagnosis.why import why
from ashore.household.transactions import KINDS, NATURES, Transaction
from diagnosis.half_year import (
    AS_OF,
    BEFORE,
    MONTHS,
    NEEDS,
    asked,
    debt,
    drawn,
    games,
    owed,
    rent,
    repaid,
    row,
    stated,
    wage,
)


def each(*makers):
    """Return what some makers make of every month."""
    return [make(month) for month in MONTHS for make in makers]


def test_habits_are_other_spending_above_what_was_left():
    """5,000 − 2,000 leaves 3,000; 3,500 of games on the card, 3,000 repaid: 500 in each of six months."""
    rows = each(
        rent,
        wage,
        lambda month: games(month, 3_500, credit="card", method="Card"),
        lambda month: repaid(month, 3_000, "Card"),
    )
    answer = why(asked(rows, [debt(13_000, "Card")], owed(10_000, "Card")))
    assert stated(answer) == {"habits": 3_000}
    assert (answer.start.fen, answer.end.fen, answer.change) == (
        1_000_000,
        1_300_000,
        Range(300_000, 300_000, 300_000),
    )
    assert (answer.cause, answer.remedies) == ("habits", ("budget",))
    assert answer.owed_fen == (1_050_000, 1_100_000, 1_150_000, 1_200_000, 1_250_000, 1_300_000)


def test_a_gap_is_essential_spending_above_usual_income():
    """6,000 of rent on a wage of 5,000, six times."""
    rows = each(lambda month: rent(month, 6_000), wage, lambda month: drawn(month, 1_000))
    answer = why(asked(rows, [debt(6_000)], owed(0)))
    assert stated(answer) == {"gap": 6_000}
    assert (answer.cause, answer.remedies) == ("structural", ("relief",))


def test_of_a_gap_all_other_spending_is_on_top():
    """6,000 of rent and 200 of games: 1,000 of gap, 200 above the nothing that was left, six times."""
    rows = each(
        lambda month: rent(month, 6_000),
        wage,
        lambda month: games(month, 200),
        lambda month: drawn(month, 1_200),
    )
    assert stated(why(asked(rows, [debt(7_200)], owed(0)))) == {"gap": 6_000, "habits": 1_200}


def fallen(*months):
    """Return half a year of 5,000 of rent, of which in some months 3,000 of the wage were missing and borrowed."""
    low = [MONTHS[one] for one in months]
    return [
        *each(lambda month: rent(month, 5_000)),
        *(wage(month, 2_000 if month in low else 5_000) for month in MONTHS),
        *(drawn(month, 3_000) for month in low),
    ]


def test_income_that_fell_is_a_shock_with_its_months():
    answer = why(asked(fallen(3, 4), [debt(6_000)], owed(0)))
    assert stated(answer) == {"income-fell": 6_000}
    assert [(str(one.month), one.usual_fen, one.income_fen) for one in answer.falls] == [
        ("2025-04", 500_000, 200_000),
        ("2025-05", 500_000, 200_000),
    ]
    assert (answer.cause, answer.remedies) == ("shock", ("deferral",))
    assert [one.row for one in answer.shares[0].evidence] == [10, 11]


def test_pay_that_came_a_few_days_early_is_no_fall():
    """April's pay on 31 March: no income in April, twice the pay in March."""
    rows = each(lambda month: rent(month, 4_900), wage)
    moved = [replace(one, day=date(2025, 3, 31)) if one == wage(MONTHS[3]) else one for one in rows]
    assert why(asked(moved, [debt(100)], owed(100))).falls == ()


def test_without_three_earlier_months_nothing_is_called_a_fall():
    assert why(asked(fallen(1, 2), [debt(6_000)], owed(0))).falls == ()


def test_after_a_rise_the_level_is_the_new_one():
    """Three months of 4,000, three of 5,000, then 1,000: 4,000 are missing, or 3,500 by the six months together."""
    sums = [400_000] * 3 + [500_000] * 3 + [100_000]
    found = falls({Month(2025, month): fen for month, fen in enumerate(sums, 1)})
    assert [(str(one.month), one.usual_fen, one.missing.fen) for one in found] == [
        ("2025-07", 500_000, 400_000)
    ]
    assert found[0].missing.low_fen <= 300_000
    assert found[0].missing.high_fen >= 400_000


def test_income_that_always_moves_falls_later():
    """Of 3,000, 5,000, 4,000, 6,000, 4,000 the middle is 4,000 and the spread 1,482: 1,000 is no fall."""
    moving = [300_000, 500_000, 400_000, 600_000, 400_000, 100_000]
    assert falls({Month(2025, month): fen for month, fen in enumerate(moving, 1)}) == ()


def test_illness_is_what_it_took_above_a_usual_month():
    """100 of medicine each month, 8,100 in April, of which the insurance gives back 2,000."""
    rows = each(lambda month: rent(month, 4_900), wage, lambda month: row(month, 3, 100, category="medical"))
    rows += [row(MONTHS[3], 9, 8_000, category="medical", order="o1"), drawn(MONTHS[3], 8_000)]
    rows += [row(MONTHS[3], 29, 2_000, "refund", "refund", refund_of="o1"), repaid(MONTHS[3], 2_000, day=30)]
    answer = why(asked(rows, [debt(6_000)], owed(0)))
    assert stated(answer) == {"illness": 6_000}
    assert [(one.on, one.category, one.above.fen) for one in answer.suddens] == [
        (date(2025, 4, 3), "medical", 600_000)
    ]


def test_a_large_sum_that_came_once_is_a_shock_and_one_nobody_named_only_may_be():
    rows = [*each(lambda month: rent(month, 5_000), wage), drawn(MONTHS[3], 9_000)]
    named = why(asked([*rows, row(MONTHS[3], 9, 9_000, category="car")], [debt(9_000)], owed(0)))
    assert stated(named) == {"once": 9_000}
    unnamed = why(asked([*rows, row(MONTHS[3], 9, 9_000)], [debt(9_000)], owed(0)))
    part = {one.cause: one.part for one in unnamed.shares}
    assert part["once"] == Range(0, 0, 900_000)
    assert sum(one.fen for one in part.values()) == 900_000


def test_what_only_the_person_can_sort_is_between_the_two():
    """6,000 of rent, 600 nobody sorted: of a gap it may be most of it or little."""
    rows = each(
        lambda month: rent(month, 6_000), wage, lambda month: row(month, 4, 600, category="eating-out")
    )
    rows += each(lambda month: drawn(month, 1_600))
    part = {one.cause: one.part for one in why(asked(rows, [debt(9_600)], owed(0))).shares}
    assert part["gap"].fen + part["habits"].fen == 960_000
    assert 600_000 <= part["gap"].low_fen < part["gap"].high_fen <= 960_000
    assert 0 <= part["habits"].low_fen < part["habits"].high_fen <= 360_000


def test_what_was_left_over_kept_the_debt_lower():
    rows = each(lambda month: rent(month, 4_000), wage, lambda month: repaid(month, 1_000))
    answer = why(asked(rows, [debt(4_000)], owed(10_000)))
    assert stated(answer) == {"left-over": -6_000}
    assert (answer.cause, answer.remedies) == ("unknown", ())


def test_debt_paid_with_debt_moves_and_only_its_cost_counts():
    """1,000 repaid each month with 1,000 of another loan: 6,000 moved, 200 of cost, nothing else."""
    rows = each(
        rent,
        lambda month: wage(month, 2_000),
        lambda month: drawn(month, 1_000, "Other"),
        lambda month: repaid(month, 1_000, day=26),
    )
    debts = [debt(4_000), debt(6_200, "Other", "0.12")]
    answer = why(asked(rows, debts, owed(10_000), owed(0, "Other")))
    assert answer.change.fen == 20_000
    assert stated(answer) == {"rolling": 200}
    assert answer.moved.fen == 600_000
    assert [one.row for one in answer.loans] == [3, 7, 11, 15, 19, 23]


def test_a_loan_that_was_spent_before_a_repayment_was_not_rolled():
    """1,000 borrowed on the 1st, spent on the 2nd; the repayment on the 3rd came from the wage of the day."""
    rows = each(
        lambda month: drawn(month, 1_000, day=1),
        lambda month: row(month, 2, 3_000, category="food"),
        lambda month: repaid(month, 1_000, "Other", day=3),
        lambda month: replace(wage(month, 3_000), day=month.replace(day=2)),
    )
    answer = why(asked(rows, [debt(6_000), debt(4_000, "Other")], owed(0), owed(10_000, "Other")))
    assert answer.moved.fen == 0


def test_the_fee_of_a_repayment_is_cost_and_the_rest_repays():
    rows = each(rent, lambda month: wage(month, 3_001), lambda month: repaid(month, 1_001, fee_fen=100))
    answer = why(asked(rows, [debt(4_000)], owed(10_000)))
    assert stated(answer) == {"cost": 6, "left-over": -6_006}


def test_a_shop_that_loses_is_apart_and_one_that_earns_is_income():
    def stock(month):
        return row(month, 5, 4_000, category="stock", business=True)

    def taken(yuan):
        return lambda month: row(month, 6, yuan, "income", "takings", business=True)

    home = (lambda month: rent(month, 5_000), wage)
    rows = each(*home, stock, taken(3_000), lambda month: drawn(month, 1_000))
    loses = why(asked(rows, [debt(6_000)], owed(0)))
    assert stated(loses) == {"shop-gap": 6_000}
    assert loses.cause == "structural"
    rows = each(*home, stock, taken(4_500), lambda month: repaid(month, 500))
    assert stated(why(asked(rows, [debt(7_000)], owed(10_000)))) == {"left-over": -3_000}
    fell = [*each(*home, stock), *(taken(4_000 if month < MONTHS[3] else 1_000)(month) for month in MONTHS)]
    fell += [drawn(month, 3_000) for month in MONTHS[3:]]
    assert stated(why(asked(fell, [debt(9_000)], owed(0)))) == {"shop-fell": 9_000}


def test_own_accounts_are_neutral_and_transfers_that_may_be_own_only_widen():
    rows = each(
        lambda month: rent(month, 5_000), wage, lambda month: row(month, 8, 700, "transfer", "own-account")
    )
    assert stated(why(asked(rows, [debt(100)], owed(100)))) == {}
    rows += [row(MONTHS[2], 9, 300, "transfer", "unclear", way="out")]
    part = {one.cause: one.part for one in why(asked(rows, [debt(100)], owed(100))).shares}
    assert part["habits"] == Range(0, 0, 30_000)
    assert part["cash"] == Range(0, -30_000, 0)


@pytest.mark.parametrize(
    ("cash", "grown", "rest"), [(2_000, 2_000, 16_000), (18_000, 18_000, 0), (0, 0, 18_000)]
)
def test_cash_cannot_have_grown_by_more_than_is_there(cash, grown, rest):
    """¥3,000 a month are left by the bills.  Who has ¥2,000 in hand does not have ¥18,000 more: nobody knows where."""
    rows = [each for month in MONTHS for each in (rent(month), wage(month))]
    found = why(asked(rows, [debt(100)], owed(100), cash=cash))
    assert stated(found) == {
        cause: yuan
        for cause, yuan in (("left-over", -18_000), ("cash", grown), ("not-explained", rest))
        if yuan
    }
    assert sum(one.part.fen for one in found.shares) == found.change.fen == 0
    asks = [one.facts["beyond_fen"] for one in found.lacks if one.code == "why-cash-beyond"]
    assert asks == [rest * 100 for _ in range(bool(rest))]


def test_money_that_no_payment_shows_is_not_explained():
    """1,000 of cash in December, none in June, and no payment that took it."""
    rows = each(lambda month: rent(month, 5_000), wage)
    answer = why(asked(rows, [debt(100)], owed(100), cash=0))
    assert stated(answer) == {}
    answer = why(replace(asked(rows, [debt(100)], owed(100)), cash=(CashOn(BEFORE, 100_000),)))
    assert stated(answer) == {"cash": -1_000, "not-explained": 1_000}


def test_debt_that_no_payment_shows_is_not_explained():
    """10,000 more is owed, at a rate of nothing, and nothing was borrowed."""
    rows = each(lambda month: rent(month, 5_000), wage)
    assert stated(why(asked(rows, [debt(20_000)], owed(10_000)))) == {"not-explained": 10_000}


def test_a_month_that_a_file_does_not_cover_is_set_aside():
    rows = [
        one
        for one in each(lambda month: rent(month, 6_000), wage, lambda month: drawn(month, 1_000))
        if one.day.month != 3
    ]
    answer = why(asked(rows, [debt(6_000)], owed(0)))
    assert [str(one) for one in answer.aside] == ["2025-03"]
    assert stated(answer) == {"gap": 5_000, "not-explained": 1_000}
    part = next(one.part for one in answer.shares if one.cause == "gap")
    assert part.low_fen <= 600_000 <= part.high_fen
    spans = (Seen("bank", date(2025, 1, 1), date(2025, 4, 20)), Seen("bank", date(2025, 4, 21), AS_OF))
    whole = replace(asked(rows, [debt(6_000)], owed(0)), seen=spans)
    assert why(whole).aside == ()


def test_an_unknown_balance_is_carried_back_by_payments_and_rate():
    """1,000 repaid each month of a debt at 12 %: 4,000 today was about 9,600 half a year ago."""
    rows = each(lambda month: rent(month, 4_000), wage, lambda month: repaid(month, 1_000))
    answer = why(asked(rows, [debt(4_000, rate="0.12")]))
    assert 950_000 < answer.start.fen < 965_000
    assert answer.start.low_fen < answer.start.fen < answer.start.high_fen
    assert [one.code for one in answer.lacks] == ["why-owed-unknown", "why-cash-unknown"]


def codes(answer):
    """Return what an answer lacks."""
    return [one.code for one in answer.lacks]


def test_not_enough_data_is_said_with_how_much_would_be():
    nothing = why(asked([], [debt(1_000)]))
    assert not nothing.answered
    assert codes(nothing) == ["why-lacks-months", "why-lacks-spending", "why-lacks-income"]
    one_month = why(asked([rent(MONTHS[0]), wage(MONTHS[0])], [debt(1_000)]))
    assert [(one.code, dict(one.facts)) for one in one_month.lacks] == [
        ("why-lacks-months", {"have_nmonths": 1, "more_nmonths": 2})
    ]
    transfers = why(asked(each(lambda month: row(month, 8, 700, "transfer", "own-account")), [debt(1_000)]))
    assert codes(transfers) == ["why-lacks-spending", "why-lacks-income"]
    assert codes(why(asked(each(rent, wage), []))) == ["why-lacks-debts"]


def test_payments_after_the_households_day_are_not_looked_at():
    rows = each(lambda month: rent(month, 6_000), wage, lambda month: drawn(month, 1_000))
    later = [*rows, row(date(2025, 7, 1), 5, 9_999, category="car")]
    assert why(asked(later, [debt(6_000)], owed(0))) == why(asked(rows, [debt(6_000)], owed(0)))


def test_ranges_of_unseen_months_by_hand():
    assert unseen([100, 300], 0) == (0, 0)
    assert unseen([100, 300], 1) == (50, 350)  # mean 200, one and a half times the deviation of 100
    assert spread_fen([100, 100, 130]) == 0
    assert spread_fen([90, 100, 130]) == 14  # the middle of 0, 10, 30 is 10


payments = st.builds(
    Transaction,
    day=st.dates(date(2025, 1, 1), date(2025, 8, 31)),
    amount_fen=st.integers(1, 2_000_000),
    kind=st.sampled_from(KINDS),
    nature=st.sampled_from(NATURES),
    counterparty=st.sampled_from(["Loan", "Card", "shop", ""]),
    category=st.sampled_from(["", "housing", "food", "medical", "car", "games", "stock"]),
    business=st.sampled_from([None, False, True]),
    credit=st.sampled_from(["", "", "card", "huabei"]),
    order=st.sampled_from(["", "a", "b"]),
    refund_of=st.sampled_from(["", "a", "b"]),
    source=st.sampled_from(["bank", "alipay"]),
    way=st.sampled_from(["", "in", "out"]),
    row=st.integers(1, 300),
)


@pytest.mark.property
@settings(max_examples=settings().max_examples)
@given(st.lists(payments, max_size=60), st.randoms(use_true_random=False), st.booleans())
def test_any_ledger_adds_up_and_its_order_does_not_matter(rows, random, known):
    more = each(rent, wage)
    question = asked([], [debt(9_000, rate="0.2"), debt(3_000, "Card")], *([owed(5_000)] if known else []))
    question = replace(question, ledger=(*rows, *more))
    answer = why(question)
    if answer.answered:
        assert sum(one.part.fen for one in answer.shares) == answer.change.fen
        assert all(one.part.low_fen <= one.part.fen <= one.part.high_fen for one in answer.shares)
        assert len(answer.owed_fen) == len(answer.months)
    mixed = list(question.ledger)
    random.shuffle(mixed)
    assert why(replace(question, ledger=tuple(mixed))) == answer


def test_bills_that_end_a_quarter_before_the_balances_say_nothing_of_them():
    rows = each(lambda month: rent(month, 6_000), wage, lambda month: drawn(month, 1_000))
    question = asked(rows, [debt(6_000)], owed(0))
    later = replace(question, household=replace(question.household, as_of=date(2025, 10, 1)))
    assert codes(why(later)) == ["why-lacks-recent"]
    assert why(replace(later, owed=(*later.owed, owed(6_000, on=AS_OF)))).answered
    soon = why(replace(question, household=replace(question.household, as_of=date(2025, 8, 1))))
    assert soon.answered
    assert "why-ends-early" in codes(soon)


def test_months_with_more_holes_than_payments_are_left_out():
    """Two payments in January and March 2023, then half a year: the window is the half year."""
    old = [replace(rent(MONTHS[0]), day=date(2023, 1, 5)), replace(rent(MONTHS[0]), day=date(2023, 3, 5))]
    answer = why(asked([*old, *each(rent, wage)], [debt(100)], owed(100)))
    assert answer.since == MONTHS[0]
    assert answer.aside == ()


def test_a_purchase_on_credit_belongs_to_the_debt_of_that_product_where_it_names_none():
    """What bills call a product's purchases comes with the question; the payment names no debt at all."""
    bought = row(MONTHS[0], 5, 100, credit="huabei", category="games")
    debts = [debt(100, name) for name in ("One", "Two", "Three")]
    question = asked([], debts, bought_on={"One": "card", "Two": "huabei"})
    assert debts_of(sort_rows([bought], NEEDS), question) == ("Two",)
    assert debts_of(sort_rows([replace(bought, credit="yuefu")], NEEDS), question) == ("",)
    assert debts_of(sort_rows([replace(bought, credit="")], NEEDS), question) == ("",)
    assert debts_of(sort_rows([bought], NEEDS), asked([], debts)) == ("",)


def test_a_card_paid_in_full_each_month_took_no_interest():
    """¥3,000 bought and repaid every month, 3,000 owed at both ends: at 18 % a year, some ¥270 would be invented."""
    rows = each(
        rent,
        wage,
        lambda month: games(month, 3_000, credit="card", method="Card"),
        lambda month: repaid(month, 3_000, "Card"),
    )
    loan = debt(3_000, "Card", "0.18")
    card = replace(loan, terms=replace(loan.terms, method="revolving"))
    answer = why(asked(rows, [card], owed(3_000, "Card")))
    assert stated(answer) == {}
    assert answer.change == Range(0, 0, 0)
    assert stated(why(asked(rows, [loan], owed(3_000, "Card"))))["cost"] > 200

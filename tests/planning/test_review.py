"""The monthly review: fact beside budget and plan, statements proposed, the household moved, one goal."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ashore.dates import Month
from ashore.diagnosis.asked import Seen
from ashore.documents.answer.review import ReviewView, review_parts
from ashore.documents.blocks import Say
from ashore.household.model import Household, Spending
from ashore.household.transactions import Transaction
from ashore.planning.home_budget import budget_of
from ashore.planning.past import Past
from ashore.planning.paydays import payday_events, paydays_of
from ashore.planning.plan import Plan, make_plan
from ashore.planning.review import FactLine, Review, Told, goal_of, review_of, went_well
from ashore.planning.slippage import slippage_of
from planning.small import debt, gift, living, wage
from planning.spent import NEEDS, spent

AS_OF = date(2026, 11, 30)
UNTIL = date(2026, 12, 31)
DEC = Month(2026, 12)
NOTHING = Past((), {}, {}, (), ())
WORDS = {"a": ("甲银行",), "b": ("乙公司",)}
MIDDLE = date(2026, 12, 15)
NAMES = {"food": "Food", "games": "Games"}


def home(**more: object) -> Household:
    """Return a household with ¥1,000 of pay, food and games typed, and two debts of ¥100 a month."""
    spendings = (Spending("meals", 30_000, "food"), Spending("fun", 5_000, "games", essential=False))
    debts = (debt("a"), debt("b", priority="credit-record"))
    base = Household(AS_OF, cash_fen=10_000, incomes=(wage(1000, day=10),), spendings=spendings, debts=debts)
    return replace(base, **more)  # pyright: ignore[reportArgumentType] - the fields of the tests


def repaid(yuan: float, who: str, day: date) -> Transaction:
    """Return a repayment."""
    return spent(yuan, day, "", "repayment", nature="repaid", counterparty=who)


def reviewed(*rows: Transaction, household: Household | None = None, **more: object) -> tuple[Plan, Review]:
    """Return the plan and its review at the end of December, from bills that cover all of it."""
    household = household or home()
    plan = make_plan(household)
    budget = budget_of(household, plan.outcome, NOTHING, NEEDS)
    told = Told(rows, (Seen("alipay", date(2026, 12, 1), UNTIL),), WORDS, {})
    return plan, review_of(plan, budget, replace(told, **more), UNTIL)  # pyright: ignore[reportArgumentType] - as above


def test_a_month_by_hand():
    """Pay of ¥1,000, food ¥260 of 300, games ¥90 of 50, a paid in time, half of b.

    Money: 100 + 1,000 − 260 − 90 − 100 − 50 = 600.  What is left of a is 1,100, of b 1,200 − 50, of which 50 overdue.
    """
    _, review = reviewed(
        spent(1000, date(2026, 12, 10), "", "income", nature="wage"), spent(260, date(2026, 12, 3)),
        spent(90, date(2026, 12, 4), "games"), repaid(100, "甲银行", MIDDLE), repaid(50, "乙公司", MIDDLE),
    )  # fmt: skip
    assert review.month == DEC
    assert review.facts == (FactLine("food", "meals", 30_000, 26_000), FactLine("games", "fun", 5_000, 9_000))
    assert [(one.debt, one.status) for one in review.plan.lines] == [("a", "paid"), ("b", "part")]
    assert [(one.debt, one.balance_fen, one.arrears_fen, one.charged_fen) for one in review.statements] == [
        ("a", 110_000, 0, 0), ("b", 115_000, 5_000, 0),
    ]  # fmt: skip
    assert (review.moved.cash_fen, review.moved.as_of, review.cash_assumed) == (60_000, UNTIL, True)
    assert [one.balance_fen for one in review.moved.debts] == [110_000, 115_000]
    goal = goal_of(review, NAMES, {"a": "A", "b": "B"})
    assert (goal.code, goal.facts["debt"], goal.facts["open_fen"]) == ("review-goal-payment", "B", 5_000)
    assert {one.code for one in went_well(review)} == {
        "review-well-paid", "review-well-budget", "review-well-no-borrowing", "review-well-looked",
    }  # fmt: skip
    after = make_plan(review.moved)
    assert after.outcome.principal_fen == 225_000


def test_nothing_paid_means_two_missed_and_nothing_made_up():
    _, review = reviewed()
    assert [one.status for one in review.plan.lines] == ["missed", "missed"]
    assert [one.arrears_fen for one in review.statements] == [10_000, 10_000]
    assert [one.code for one in went_well(review)] == ["review-well-budget", "review-well-looked"]
    assert (review.filed_income_fen, review.moved.cash_fen) == (100_000, 110_000), (
        "the bills show no income at all"
    )


@pytest.mark.parametrize(
    ("row", "change"),
    [
        (spent(10, MIDDLE), -1_000), (spent(10, MIDDLE, credit="huabei"), 0), (spent(10, MIDDLE, kind="refund"), 1_000),
        (spent(10, MIDDLE, "", "transfer", nature="own-account"), 0),
        (spent(10, MIDDLE, "", "transfer", nature="own-account", fee_fen=10), -10),
        (spent(10, MIDDLE, "", "transfer", nature="person"), -1_000),
        (spent(10, MIDDLE, "", "transfer", nature="borrowed"), 1_000),
        (spent(10, MIDDLE, "", "transfer", nature="unclear"), 0),
        (spent(10, date(2026, 11, 30)), 0), (spent(10, date(2027, 1, 1)), 0),
    ],
)  # fmt: skip
def test_what_a_payment_does_to_the_money_at_hand(row: Transaction, change: int):
    _, review = reviewed(row)
    assert review.moved.cash_fen - review.filed_income_fen == 10_000 + change


def test_typed_money_and_balances_stand():
    _, review = reviewed(cash_fen=777, said={"a": 121_000})
    assert (review.moved.cash_fen, review.cash_assumed, review.filed_income_fen) == (777, False, 0)
    assert [(one.said_fen, one.difference_fen) for one in review.statements] == [
        (121_000, 1_000),
        (None, None),
    ]


@pytest.mark.parametrize(
    ("said", "balance", "owes"),
    [(119_000, 119_000, True), (10_000, 10_000, True), (9_999, 120_000, True), (0, 0, False)],
)
def test_the_new_plan_counts_with_what_the_lender_says(said: int, balance: int, owes: bool):
    """Nothing was paid, so ¥100 of a's principal is overdue: less than that cannot be all that is left."""
    _, review = reviewed(said={"a": said})
    debt_a = review.moved.debts[0]
    assert (debt_a.balance_fen, debt_a.arrears is not None) == (balance, owes)
    assert review.statements[0].balance_fen == 120_000, "what the contract says stands beside it"


def test_spending_without_an_envelope_is_a_line_of_its_own():
    _, review = reviewed(spent(70, date(2026, 12, 3), "pets"), spent(20, date(2026, 12, 4), "eating-out"))
    assert review.facts[0] == FactLine("food", "meals", 30_000, 2_000), (
        "the file's food is eating out as well"
    )
    assert review.facts[-1] == FactLine("pets", "", 0, 7_000)
    assert review.over[0].category == "pets"


def test_words_of_the_file_that_are_no_category_are_one_line_for_all_the_rest():
    typed = (living(100), Spending("odds", 2_000, "odds"), Spending("fun", 5_000, "games", essential=False))
    _, review = reviewed(
        spent(70, date(2026, 12, 3), "pets"), spent(20, date(2026, 12, 4)), spent(30, date(2026, 12, 4), "games"),
        household=home(spendings=typed),
    )  # fmt: skip
    assert review.facts == (
        FactLine("games", "fun", 5_000, 3_000),
        FactLine("other", "living / odds", 12_000, 9_000),
    )


def test_without_a_whole_month_no_envelope_is_judged():
    _, review = reviewed(spent(9999, date(2026, 12, 3)), seen=(Seen("alipay", date(2026, 12, 2), UNTIL),))
    assert (review.month, review.facts) == (None, ())


@pytest.mark.parametrize("day", [1, 10, 28])
def test_who_looks_every_month_on_any_day_of_it_looks_at_each_month_once(day: int):
    """Figures of one day of a month, bills to the day before it in the next one: the month between ended since."""
    rows = (spent(260, date(2026, 12, 3)), spent(90, date(2026, 12, 20), "games"))
    seen = (Seen("alipay", date(2026, 6, 1), date(2027, 5, 31)),)
    found: list[Month | None] = []
    for first in (Month(2026, 11), DEC, DEC.plus(1)):
        household = home(as_of=date(first.year, first.month, day))
        plan = make_plan(household)
        budget = budget_of(household, plan.outcome, NOTHING, NEEDS)
        until = date(first.plus(1).year, first.plus(1).month, day) - timedelta(1)
        review = review_of(plan, budget, Told(rows, seen, WORDS, {}), until)
        found.append(review.month)
        assert sum(one.budget_fen for one in review.facts) == 35_000, (
            "the envelopes of the month that had begun"
        )
        if review.month == DEC:
            assert [one.spent_fen for one in review.facts] == [26_000, 9_000]
    assert found == [Month(2026, 11), DEC, DEC.plus(1)]


def test_what_comes_once_a_year_has_its_sum_in_the_month_the_budget_was_made_in_too():
    """The budget of 2 December puts away for next December; this one's was for this December."""
    fee = Spending("school", 120_000, "education", every="year", since=date(2026, 12, 20))
    household = home(as_of=date(2026, 12, 2), spendings=(fee,))
    plan = make_plan(household)
    budget = budget_of(household, plan.outcome, NOTHING, NEEDS)
    told = Told(
        (spent(1200, date(2026, 12, 20), "education"),),
        (Seen("alipay", date(2026, 12, 1), UNTIL),),
        WORDS,
        {},
    )
    review = review_of(plan, budget, told, UNTIL)
    assert review.facts == (FactLine("education", "", 120_000, 120_000),)


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ((repaid(3, "某人", UNTIL),), "review-goal-repayments"),
        ((spent(120, UNTIL, "games"),), "review-goal-envelope"),
        ((spent(120, UNTIL, "pets"),), "review-goal-unknown"),
        ((spent(120, UNTIL, ""),), "review-goal-unknown"),
        ((), "review-goal-on"),
    ],
)
def test_one_goal(rows: tuple[Transaction, ...], code: str):
    _, review = reviewed(repaid(100, "甲银行", MIDDLE), repaid(100, "乙公司", MIDDLE), *rows)
    assert goal_of(review, NAMES, {"a": "A", "b": "B"}).code == code


def test_a_closed_debt_and_new_borrowing_are_told():
    household = home(debts=(debt("a", 100, 1),))
    _, review = reviewed(
        repaid(100, "甲银行", MIDDLE),
        spent(500, UNTIL, "", "transfer", nature="borrowed"),
        household=household,
    )
    assert review.statements[0].closed
    assert review.drawn_fen == 50_000
    codes = [one.code for one in went_well(review)]
    assert "review-well-closed" in codes
    assert "review-well-no-borrowing" not in codes


def test_paydays():
    household = home(incomes=(wage(1, day=31), wage(2, day=5), gift(3, date(2027, 1, 9))))
    assert paydays_of(household, date(2026, 12, 6), 2) == (
        date(2026, 12, 31), date(2027, 1, 5), date(2027, 1, 31), date(2027, 2, 5), date(2027, 2, 28),
    )  # fmt: skip
    assert {(one.kind, one.fen, one.name) for one in payday_events(household, UNTIL, 2)} == {
        ("review", None, None)
    }


def test_what_a_bill_holds_cannot_order_a_terminal():
    from_bill = repaid(3, "\x1b[31m红\u202e", UNTIL)
    plan, review = reviewed(from_bill)
    view = ReviewView(review, plan, plan, slippage_of(()), None, NAMES)
    told = [block for part in review_parts(view) for block in part.blocks if isinstance(block, Say)]
    rows = [one.message.facts["who"] for one in told if one.message.code == "review-unmatched-row"]
    assert rows == [" [31m红 "]

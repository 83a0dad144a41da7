"""A budget month by month: money is never given twice, living comes first, what is missing is named."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.dates import Month, months_from
from ashore.household.model import Business, Due, Household, Income, Spending
from ashore.planning.home_budget import Budget, budget_of, plan_counts_fen
from ashore.planning.outcome import Payment
from ashore.planning.past import Past
from ashore.planning.supplier import shop_debts_fen
from planning.small import debt, follow, wage, yuan
from planning.spent import NEEDS, outcome_of

AS_OF = date(2026, 12, 31)
FIRST = Month(2027, 1)
NOTHING = Past((), {}, {}, (), ())
YEAR = tuple(months_from(Month(2026, 1), 12))


def home(*spendings: Spending, **more: object) -> Household:
    """Return a household at the end of 2026."""
    return Household(AS_OF, spendings=spendings, **more)  # pyright: ignore[reportArgumentType] - the fields of the tests


def test_by_hand():
    """¥1,000 a month comes in, food takes 500, games 300, the plan 100, but in March the plan pays 900.

    March needs 500 + 900 = 1,400 of 1,000, so 400 must be there at the end of February.  In January 400 is left after
    living and the plan; games get 300 and 100 stays.  In February 100 + 1,000 − 600 = 500 are left, of which 400 must
    stay: games get 100.  In March nothing is left, and games get nothing.
    """
    household = home(Spending("food", 50_000, "food"), Spending("games", 30_000, "games", essential=False))
    outcome = outcome_of(FIRST, 0, [(100_000, 10_000), (100_000, 10_000), (100_000, 90_000)])
    budget = budget_of(household, outcome, NOTHING, NEEDS, count=3)
    assert [one.given for one in budget.lines] == [(50_000,) * 3, (30_000, 10_000, 0)]
    assert [one.left_fen for one in budget.months] == [10_000, 40_000, 0]
    assert [one.cut_fen for one in budget.months] == [0, 20_000, 30_000]
    assert budget.short == ()


def test_an_early_repayment_is_made_from_what_is_left_and_makes_no_month_short():
    """¥1,000 comes in, food takes 500, games 300, 100 is due: 100 is left of the 250 that the plan would repay early.

    In the second month 600 are due, and the 100 must wait for them: nothing is repaid early.
    """
    household = home(Spending("food", 50_000, "food"), Spending("games", 30_000, "games", essential=False))
    months = [(100_000, 35_000), (90_000, 50_000)]
    outcome = outcome_of(FIRST, 0, months)
    early = Payment(FIRST.day(20), "a", 25_000, 25_000, 0, 0, 0, 0, extra=True)
    budget = budget_of(household, replace(outcome, payments=(early,)), NOTHING, NEEDS, count=2)
    assert [(one.plan_fen, one.early_fen, one.early_paid_fen, one.short_fen) for one in budget.months] == [
        (10_000, 25_000, 0, 0), (50_000, 0, 0, 0),
    ]  # fmt: skip
    alone = budget_of(household, replace(outcome, payments=(early,)), NOTHING, NEEDS, count=1)
    assert [(one.early_paid_fen, one.left_fen) for one in alone.months] == [(10_000, 0)]


def test_what_is_missing_is_named_by_its_month():
    household = home(Spending("food", 80_000, "food"), Spending("games", 30_000, "games", essential=False))
    outcome = outcome_of(FIRST, 5_000, [(100_000, 20_000), (60_000, 20_000)])
    budget = budget_of(household, outcome, NOTHING, NEEDS, count=2)
    assert [(str(one.month), one.short_fen, one.plan_paid_fen) for one in budget.months] == [
        ("2027-01", 0, 20_000), ("2027-02", 35_000, 0),
    ]  # fmt: skip
    assert [one.given for one in budget.lines] == [(80_000, 65_000), (0, 0)]
    assert [str(one.month) for one in budget.short] == ["2027-02"]


def test_a_share_is_taken_of_the_home_to_the_fen():
    household = home(
        Spending("food", 100, "food"),
        Spending("school", 1_001, "education", every="once", on=date(2027, 2, 1)),
    )
    budget = budget_of(
        household, outcome_of(FIRST, 0, [(9_000, 0), (9_000, 0)]), NOTHING, NEEDS, Fraction(1, 3), 2
    )
    assert [(one.whole, one.wanted) for one in budget.lines] == [
        ((100, 100), (33, 33)), ((501, 500), (167, 167)),
    ]  # fmt: skip


def test_what_is_not_put_away_by_its_month_is_told():
    """¥90 is to be put away by March, ¥30 a month; of the ¥50 that come in, food takes 40."""
    school = Spending("school", 9_000, "education", every="once", on=date(2027, 3, 1), essential=False)
    household = home(Spending("food", 4_000, "food"), school)
    budget = budget_of(household, outcome_of(FIRST, 0, [(5_000, 0)] * 3), NOTHING, NEEDS, count=3)
    assert [one.missing_fen(FIRST) for one in budget.lines] == [0, 6_000]
    alone = budget_of(household, outcome_of(FIRST, 0, [(5_000, 0)] * 3), NOTHING, NEEDS, count=2)
    assert [one.missing_fen(FIRST) for one in alone.lines] == [0, 0], "its month is not among these"


def test_the_fund_is_kept_from_what_can_wait():
    household = home(Spending("games", 30_000, "games", essential=False), emergency_fund_fen=25_000)
    budget = budget_of(household, outcome_of(FIRST, 0, [(40_000, 0)]), NOTHING, NEEDS, count=1)
    assert (budget.lines[0].given, budget.months[0].left_fen) == ((15_000,), 25_000)


def test_income_goes_on_after_the_plan_is_done():
    household = home(Spending("food", 20_000, "food"), incomes=(wage(300),))
    budget = budget_of(household, outcome_of(FIRST, 5_000, [(30_000, 10_000)]), NOTHING, NEEDS, count=3)
    assert [(one.income_fen, one.plan_fen, one.left_fen) for one in budget.months] == [
        (30_000, 10_000, 5_000), (30_000, 0, 15_000), (30_000, 0, 25_000),
    ]  # fmt: skip


months_drawn = st.lists(st.tuples(st.integers(0, 2_000), st.integers(0, 800)), min_size=1, max_size=7)
spendings_drawn = st.lists(
    st.builds(
        lambda fen, category, essential, due: Spending(
            "x", fen, category, "once" if due else "month", essential=essential, on=due
        ),
        st.integers(1, 900), st.sampled_from(["food", "housing", "games", "gifts"]), st.booleans(),
        st.none() | st.integers(0, 8).map(lambda place: FIRST.plus(place).first),
    ),
    max_size=5,
)  # fmt: skip


def drawn(months: list[tuple[int, int]], spendings: list[Spending], start: int) -> Budget:
    """Return the budget of what was drawn."""
    return budget_of(home(*spendings), outcome_of(FIRST, start, months), NOTHING, NEEDS, count=len(months))


@given(months_drawn, spendings_drawn, st.integers(0, 3_000))
def test_every_fen_of_a_month_is_in_one_place(
    months: list[tuple[int, int]], spendings: list[Spending], start: int
):
    budget = drawn(months, spendings, start)
    carried = start
    for place, one in enumerate(budget.months):
        given_ = sum(line.given[place] for line in budget.lines)
        assert one.carried_fen == carried
        assert (
            one.carried_fen + one.income_fen == given_ + one.plan_paid_fen + one.early_paid_fen + one.left_fen
        )
        assert given_ == one.given_fen
        assert given_ + one.plan_fen <= one.carried_fen + one.income_fen + one.short_fen
        assert one.left_fen >= 0
        carried = one.left_fen
        for line in budget.lines:
            assert 0 <= line.given[place] <= line.wanted[place]
        firm = sum(line.wanted[place] for line in budget.lines if line.need == "essential")
        got = sum(line.given[place] for line in budget.lines if line.need == "essential")
        assert one.short_fen == firm - got + one.plan_fen - one.plan_paid_fen


@given(months_drawn, spendings_drawn, st.integers(0, 3_000))
def test_what_can_wait_never_makes_a_month_short(
    months: list[tuple[int, int]], spendings: list[Spending], start: int
):
    """A second way: without anything that can wait, the same months are short by the same sums."""
    budget = drawn(months, spendings, start)
    money, short = start, list[int]()
    firm = [line for line in budget.lines if line.need == "essential"]
    for place, (income, due) in enumerate(months):
        money += income - due - sum(line.wanted[place] for line in firm)
        short.append(max(0, -money))
        money = max(0, money)
    assert [one.short_fen for one in budget.months] == short


@given(months_drawn, spendings_drawn, st.integers(0, 3_000))
def test_nothing_is_held_back_without_need(
    months: list[tuple[int, int]], spendings: list[Spending], start: int
):
    """One fen more for what can wait, in any month that cuts it, would leave a later month short, or there is none."""
    budget = drawn(months, spendings, start)
    for place, one in enumerate(budget.months):
        if not one.cut_fen or not one.left_fen:
            continue
        money = one.left_fen - 1
        for later in range(place + 1, len(months)):
            firm = sum(line.wanted[later] for line in budget.lines if line.need == "essential")
            money += months[later][0] - months[later][1] - firm
            if money < 0:
                break
        else:
            pytest.fail(f"{one.month}: {one.left_fen} is kept for nothing")


@given(months_drawn, spendings_drawn, st.integers(0, 3_000), st.randoms(use_true_random=False))
def test_the_order_of_the_file_does_not_matter(
    months: list[tuple[int, int]], spendings: list[Spending], start: int, chance: object
):
    before = drawn(months, spendings, start).months
    mixed = list(spendings)
    chance.shuffle(mixed)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType] - Hypothesis' own
    assert drawn(months, mixed, start).months == before


def test_the_shop_has_its_own_budget():
    """Takings ¥1,000 × season, 40 % stock, ¥100 fixed; rent of ¥360 due in March; customers pay ¥50 in February.

    January (season 1): 1,000 − 400 − 100 − 120 put away = 380 for the home.  February (season 0.2): 200 − 80 − 100 + 50
    − 120 = −50, which the home adds.  March (season 1): 380 again.
    """
    shop = Business("shop", 100_000, Fraction(2, 5), 10_000, tuple(map(Decimal, ["1", "0.2", *["1"] * 10])))
    household = home(
        Spending("food", 20_000, "food"),
        businesses=(shop,),
        incomes=(wage(300), Income("customers", 5_000, "once", on=date(2027, 2, 9), business=True)),
        dues=(Due("rent", 36_000, date(2027, 3, 1), "shop"),),
    )
    budget = budget_of(household, follow(household, horizon=4), NOTHING, NEEDS, count=3)
    assert budget.shop is not None
    assert [
        (one.takings_fen, one.received_fen, one.stock_fen, one.fixed_fen, one.aside_fen, one.hands_fen)
        for one in budget.shop.months
    ] == [
        (100_000, 0, 40_000, 10_000, 12_000, 38_000),
        (20_000, 5_000, 8_000, 10_000, 12_000, -5_000),
        (100_000, 0, 40_000, 10_000, 12_000, 38_000),
    ]
    assert [one.income_fen for one in budget.months] == [68_000, 30_000, 68_000]
    lines = {one.category: one.given for one in budget.lines}
    assert lines == {"food": (20_000,) * 3, "shop": (0, 5_000, 0)}
    assert plan_counts_fen(household, [one.month for one in budget.months]) == (20_000,) * 3


def test_the_past_of_the_shop_stands_beside_it():
    shop = Business("shop", 100_000)
    past = Past(YEAR, {}, {"stock": (30_000,) * 12}, (0,) * 12, (90_000,) * 12)
    household = home(businesses=(shop,))
    budget = budget_of(household, follow(household, horizon=3), past, NEEDS)
    assert budget.shop is not None
    assert (budget.shop.past_takings_fen, budget.shop.past_stock_fen) == (90_000, 30_000)
    assert budget_of(home(), outcome_of(FIRST, 0, [(1, 0)]), past, NEEDS).shop is None


def test_supplier_credit_is_paid_by_the_plan_and_shown_with_the_shop():
    owed = (debt("supplier", 300, 3, business=True), debt("bank", 300, 3))
    household = home(incomes=(wage(500),), debts=owed)
    months = tuple(months_from(FIRST, 3))
    assert shop_debts_fen(household, follow(household, horizon=6), months) == (yuan(100),) * 3


def test_money_to_people_is_the_middle_of_the_months():
    past = Past(YEAR, {}, {}, (0,) * 6 + (60_000,) * 6, (0,) * 12)
    assert budget_of(home(), outcome_of(FIRST, 0, [(1, 0)]), past, NEEDS).people_fen == 30_000


@pytest.mark.parametrize(("taken", "hopes"), [(79_999, True), (80_000, False), (120_000, False)])
def test_a_file_that_counts_on_more_than_the_shop_has_taken_is_hopeful(taken, hopes):
    """¥1,000 a month by the file, each month by its season of 1: under ¥800 in the middle month is clearly less."""
    past = Past(YEAR, {}, {}, (0,) * 12, (taken,) * 12)
    household = home(businesses=(Business("shop", 100_000),))
    budget = budget_of(household, follow(household, horizon=3), past, NEEDS)
    assert budget.shop is not None
    assert (budget.shop.filed_takings_fen, budget.shop.is_hopeful) == (100_000, hopes)


def test_the_file_is_held_against_the_same_months_by_their_season():
    """A season of 0.5 in each of the past months: ¥500 were counted on, and ¥450 is not clearly less."""
    shop = Business("shop", 100_000, season=(Decimal("0.5"),) * 12)
    past = Past(YEAR, {}, {}, (0,) * 12, (45_000,) * 12)
    household = home(businesses=(shop,))
    budget = budget_of(household, follow(household, horizon=3), past, NEEDS)
    assert budget.shop is not None
    assert (budget.shop.filed_takings_fen, budget.shop.is_hopeful) == (50_000, False)


@pytest.mark.parametrize("past", [NOTHING, Past(YEAR[:2], {}, {}, (0,) * 2, (1_000,) * 2)])
def test_too_few_months_or_no_takings_in_the_bills_say_nothing_of_hope(past):
    household = home(businesses=(Business("shop", 100_000),))
    budget = budget_of(household, follow(household, horizon=3), past, NEEDS)
    assert budget.shop is not None
    assert not budget.shop.is_hopeful

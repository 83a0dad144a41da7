"""Named shocks, drawn months, the emergency fund and single changes, against figures worked out by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from ashore.dates import Month
from ashore.household.model import Business, FriendLoan, Household
from ashore.loans.terms import Prepayment
from ashore.money import Rate
from ashore.planning.baselines import CANDIDATES
from ashore.planning.plan import make_plan
from ashore.scenarios.assumed import NotAnAssumption, assumed_with
from ashore.scenarios.cases import shock_cases
from ashore.scenarios.changes import changes_of
from ashore.scenarios.fan import fan_of, rank, spread
from ashore.scenarios.funds import funds_of
from ashore.scenarios.future import dues_on
from ashore.scenarios.futures import setting_of
from ashore.scenarios.luck import Luck
from ashore.scenarios.named import named_of, quiet_of
from ashore.scenarios.shocks import Kind, Shock, future_of, shocks_of
from planning.small import debt, living, wage, yuan
from scenarios.futures import problem_in, setting

AS_OF = date(2027, 1, 31)
HOME = Household(
    AS_OF,
    cash_fen=yuan(1000),
    incomes=(wage(1500), replace(wage(300), name="nights")),
    spendings=(living(1300), replace(living(200), name="fun", essential=False)),
    debts=(debt(balance=1200, periods=12),),
)
ASSUMED = assumed_with()
RIDER = replace(HOME, incomes=(replace(wage(2000), certainty="variable", low_fen=yuan(1500)),))


def sums(kind: Kind, home: Household = HOME, start: int = 2, *typed: str) -> list[int]:
    """Return income less essential spending of the first six months under a shock, in yuan."""
    problem = problem_in(home)
    future = future_of(Shock(kind), problem, start, assumed_with(typed))
    months = [future.flows.get(index, problem.flows[index]) for index in range(1, 7)]
    return [
        sum((flow.kind == "income") * flow.fen - (flow.kind == "essential") * flow.fen for flow in month)
        // 100
        for month in months
    ]


def test_the_main_job_is_the_larger_one_and_comes_back():
    """1,800 − 1,300 = 500 a month; without 1,500 of it −1,000 for three months."""
    assert sums("job-lost") == [500, -1000, -1000, -1000, 500, 500]
    assert sums("job-lost", HOME, 2, "job-lost.months=1") == [500, -1000, 500, 500, 500, 500]


def test_illness_halves_it_and_costs_at_its_beginning():
    """500 − 750 = −250 for three months, and 10,000 at first."""
    assert sums("illness") == [500, -10250, -250, -250, 500, 500]
    assert sums("illness", HOME, 1, "illness.cost=20.50", "illness.income-lost=10%")[:2] == [329, 350]


def test_a_slow_season_takes_a_share_of_the_takings():
    """1,000 × (1 − 40 %) − 100 = 500 a month; with 700 taken 320."""
    shop = replace(HOME, businesses=(Business("shop", yuan(1000), Fraction(2, 5), yuan(100)),))
    assert sums("slow-season", shop) == [1000, 820, 820, 820, 1000, 1000]


def test_shocks_fit_the_household():
    assert [one.kind for one in shocks_of(problem_in(HOME))] == ["job-lost", "illness", "called"]
    assert shocks_of(problem_in(replace(HOME, incomes=(), debts=()))) == ()


def test_a_bridge_loan_covers_the_dues_and_its_own_are_told():
    """Three dues of 100; with 3 % kept back 309.28 are signed for; 1.5 % of that three times, all of it at the end."""
    problem = problem_in(HOME)
    (loan,) = future_of(Shock("bridge"), problem, 1, ASSUMED).loans[1]
    assert (loan.fen, loan.fen - loan.fee_fen, loan.rate) == (
        309_28,
        yuan(300),
        Rate(Decimal("0.015"), "month"),
    )
    assert dues_on(loan, problem, Month(2027, 2)) == [4_64, 4_64, 309_28 + 4_64]


@pytest.mark.parametrize(
    "text",
    ["job-lost.months=0", "job-lost.months=61", "illness.income-lost=2", "bridge.rate=3%", "illness.cost=x"],
)
def test_a_figure_that_cannot_be_is_refused(text: str):
    with pytest.raises(NotAnAssumption) as error:
        assumed_with([text])
    assert error.value.code == "assume-unread"


def test_what_is_missing_is_what_would_have_been_enough():
    """Living and dues take 1,400 a month and 300 come: 3 × 1,100 are missing, 1,000 are there.

    Nobody knows that the wage stays away: in the first two months 200 go for fun as well, in the third they are cut.
    """
    (lost, *_) = named_of(setting(HOME), quiet_of(setting(HOME)), ASSUMED)
    first = lost.trials[0]
    assert (str(first.start), first.life.holds, str(first.life.breaks)) == ("2027-02", False, "2027-02")
    assert lost.worst.start == first.start
    assert lost.missing_fen == yuan(3300 - 1000 + 400)


def test_chances_are_kept_and_months_do_not_touch_each_other():
    """Of 8,000 months at one in four, 2,000 are low, give or take 4 × √(8,000 × 3/16) = 155."""
    luck = Luck(RIDER, 40, 7, Fraction(1, 4))
    drawn = [[luck.is_low(path, month, 0) for month in range(40)] for path in range(200)]
    assert abs(sum(map(sum, drawn)) - 2000) < 155
    pairs = sum(row[month] and row[month + 1] for row in drawn for month in range(39))
    assert abs(pairs - 7800 / 16) < 4 * (7800 / 16) ** 0.5
    assert drawn[3] == [Luck(RIDER, 40, 7, Fraction(1, 4)).is_low(3, month, 0) for month in range(40)]


def test_a_month_is_low_or_usual_and_nothing_else_moves():
    problem, luck = problem_in(RIDER), Luck(RIDER, 25, 1, Fraction(1, 2))
    assert Luck(RIDER, 25, 1, Fraction(1)).future(0).flows == dict(enumerate(problem.flows))
    for month, flows in luck.future(5).flows.items():
        income = [flow.fen for flow in flows if flow.kind == "income"]
        assert income == ([yuan(1500 if luck.is_low(5, month, 0) else 2000)] if month else [])
        assert [one for one in flows if one.kind != "income"] == [
            one for one in problem.flows[month] if one.kind != "income"
        ]


def test_percentiles_are_figures_that_happened():
    found = spread([*range(51, 101), *range(1, 51)])
    assert (found.low_fen, found.middle_fen, found.high_fen) == (10, 50, 90)
    assert [rank(percent, 7) for percent in (10, 50, 90)] == [0, 3, 6]


def test_the_fan_of_a_plan_that_works_holds_everywhere():
    begins = setting(RIDER)
    fan = fan_of(begins, quiet_of(begins), Fraction(1, 2), 20, 1)
    assert fan is not None
    assert (fan.held, fan.overdue_past_90, fan.breaks) == (20, 0, {})
    assert fan.owed[0] == spread([yuan(1200)] * 20)
    assert all(one.low_fen <= one.middle_fen <= one.high_fen for one in (*fan.owed, *fan.cash))
    assert fan_of(setting(HOME), quiet_of(setting(HOME)), Fraction(1, 2), 20, 1) is None


def test_a_fund_costs_interest_and_carries_through():
    """At 2 % a month what stays is repaid early unless it is kept; kept, it carries the job lost later."""
    dear = debt(
        balance=6000,
        periods=20,
        rate=Rate(Decimal("0.02"), "month"),
        prepayment=replace(debt().terms.prepayment, allowed=True),
    )
    home = replace(HOME, cash_fen=yuan(200), debts=(dear,), incomes=(wage(2600),))
    begins = setting(home)
    cases = shock_cases(begins, quiet_of(begins), assumed_with(["job-lost.months=1", "illness.cost=100"]))
    funds = funds_of(begins, cases)
    assert funds is not None
    assert [one.target_fen for one in funds.funds] == [0, yuan(1300), yuan(3900), yuan(7800)]
    assert funds.funds[0].more_fen == 0 < funds.funds[2].more_fen
    assert funds.best.held > funds.funds[0].held


def test_a_change_is_tried_alone_and_a_friends_loan_stands_last():
    """Without fun 200 more a month stay; a friend's 3,000, repaid in 18 months, carry the three months."""
    home = replace(HOME, friend_loans=(FriendLoan("friend", yuan(3000), months=18),))
    plan = make_plan(home, horizon=24)
    begins = setting_of(plan)
    found = changes_of(plan, begins, lambda changed: shock_cases(changed, quiet_of(begins), ASSUMED))
    assert found is not None
    assert [one.change.kind for one in found.helped] == ["spending", "friend-loan"]
    assert found.helped[1].held > found.held
    poor = replace(plan, household=replace(home, cause="structural"))
    kept = changes_of(poor, setting_of(poor), lambda changed: shock_cases(changed, quiet_of(begins), ASSUMED))
    assert kept is not None
    assert [one.change.kind for one in kept.helped] == ["spending"]


def test_what_is_asked_is_lived_in_the_way_that_the_asks_are_paid_in():
    """¥2,400 at 2 % and ¥1,200 at 1 %, ¥450 a month: put off for a month, the first is paid by the programme.

    That is none of the ways that plans are chosen from.  In quiet months it holds; three months without pay do not.
    """
    lower = Prepayment(effect="lower")
    dear, other = (
        debt(name, balance, periods, rate=Rate(Decimal(rate), "month"), prepayment=lower)
        for name, balance, periods, rate in (("a", 2400, 6, "0.02"), ("b", 1200, 12, "0.01"))
    )
    home = Household(
        AS_OF,
        cash_fen=yuan(50),
        incomes=(wage(1050),),
        spendings=(living(600),),
        debts=(dear, other),
        cause="shock",
    )
    plan = make_plan(home, horizon=36)
    assert plan.asks[0].outcome.policy not in {one.name for one in CANDIDATES}
    begins = setting_of(plan)
    found = changes_of(plan, begins, lambda changed: shock_cases(changed, quiet_of(begins), ASSUMED))
    assert found is not None
    assert [(one.change.kind, one.change.names, one.works) for one in found.helped] == [
        ("ask", ("debt a",), True)
    ]

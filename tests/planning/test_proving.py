"""Cases told apart: none left out, each bound valid, and the proof told in steps that only get better."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.household.model import Household
from ashore.loans.terms import Concession, Prepayment
from ashore.money import Rate
from ashore.planning.bound import FINE, SCALE, debt_units
from ashore.planning.cases import Choice, branch_count, branches, cover, months_of, restricted
from ashore.planning.judging.intentions import BadPlan
from ashore.planning.judging.proof import proved_fen
from ashore.planning.plan import make_plan
from ashore.planning.problem import problem_of
from ashore.planning.proving import proofs
from ashore.planning.relaxed import Group, Point, Relaxed, Stretch
from ashore.planning.relaxing import hangs_on_payment
from planning.small import debt, wage, yuan
from properties.examples import PLANNED
from properties.households import households

AS_OF = date(2027, 1, 31)
ONE_PERCENT = Rate(Decimal("0.01"), "month")


def way(name: str, offer: int) -> Stretch:
    """Return a way of a debt that takes an offer."""
    return Stretch(name, 0, (), offer=offer)


def chosen(name: str, offers: int) -> Group:
    """Return a debt with its contract and so many offers."""
    return Group((((*(way(name, offer) for offer in range(-1, offers)),),),))


TWO = Relaxed((chosen("a", 1), chosen("b", 2)), 0, (), ())


def test_a_debt_has_a_branch_for_its_contract_and_one_for_each_offer():
    assert [len(branches(group)) for group in TWO.groups] == [2, 3]
    assert [one.selections[0][0][0].offer for one in branches(TWO.groups[1])] == [-1, 0, 1]
    assert restricted(TWO, [(1, 2)]).groups == (TWO.groups[0], branches(TWO.groups[1])[2])


MONTHS = replace(TWO, net_fen=(0, 0), floor_fen=(0, 0), fund_fen=(5, 5), falls_fen=(2, 3))


def test_a_month_has_two_branches_after_those_of_the_debts():
    assert [branch_count(MONTHS, place) for place in range(-1, 5)] == [0, 2, 3, 2, 2, 0]
    assert months_of(MONTHS, [(0, 1), (2, 0), (3, 1)]) == ({0}, {1})


def test_a_month_in_which_nothing_is_repaid_early_locks_the_dues_whose_month_is_sure():
    points = tuple(Point(month, 1, locked=False, rate=Fraction(0), paid_in=month, early_in=early)
                   for month, early in ((0, 0), (1, -1), (1, 1)))  # fmt: skip
    home = replace(MONTHS, groups=(Group((((Stretch("a", 3, points),),),)),))
    for month, locked in ((0, [True, False, False]), (1, [False, False, True])):
        found = restricted(home, [(1 + month, 0)]).groups[0].selections[0][0][0].points
        assert [one.locked for one in found] == locked


def test_a_fund_kept_in_one_month_can_fall_only_so_far_in_the_next():
    assert restricted(MONTHS, [(2, 1)]).floor_fen == (5, 2)
    assert restricted(MONTHS, [(3, 1)]).floor_fen == (0, 5)


def test_cases_of_months_cover_every_plan_together():
    assert cover(MONTHS, [[(2, 0)], [(2, 1)]])
    assert not cover(MONTHS, [[(2, 0)], [(2, 1), (3, 0)]])


def test_a_month_locked_between_others_leaves_these_open():
    """Of ¥300 in three dues nothing is repaid early with the second: with the first or after the last still may be."""
    rate = Fraction(1, 100)
    points = tuple(
        Point(month, fen, month == 1, rate, month) for month, fen in ((0, 200_00), (1, 100_00), (2, 0))
    )
    way = Stretch("a", 300_00, points)
    cheap, dear = ([0] * 3, [SCALE] * 3)
    assert debt_units(way, cheap) <= 3_00 * SCALE * FINE  # all with the first due: ¥3 of interest
    locked = replace(way, points=(replace(points[0], locked=True), points[1], points[2]))
    assert 5_90 * SCALE * FINE < debt_units(locked, cheap) <= 6_00 * SCALE * FINE  # by contract: 3 + 2 + 1
    assert debt_units(way, dear) <= debt_units(locked, dear)


def test_telling_months_apart_raises_the_bound():
    """Three months without a wage use the emergency fund: nothing is repaid early then, nor until it is full again."""
    one = debt(balance=90_000, periods=12, rate=ONE_PERCENT, prepayment=Prepayment(effect="lower"))
    home = Household(
        AS_OF,
        cash_fen=yuan(30_000),
        emergency_fund_fen=yuan(30_000),
        emergency_fund_months=1,
        incomes=(wage(14_000, until=date(2027, 4, 30)), wage(14_000, since=date(2027, 8, 1))),
        debts=(one,),
    )
    plan = make_plan(home, horizon=24)
    assert plan.outcome.works
    found = list(islice(proofs(problem_of(home, 24), plan.outcome), 40))
    assert found[0].bound_fen < found[-1].bound_fen <= plan.outcome.net_fen
    assert plan.certificate is not None
    assert found[0].bound_fen < plan.certificate.bound_fen <= found[-1].bound_fen


def test_selections_of_debts_that_hang_together_are_branches():
    group = Group((((way("a", -1),), (way("b", -1),)), ((way("a", 0),), (way("b", 0),))))
    assert branches(group) == tuple(Group((one,)) for one in group.selections)


def test_a_place_chosen_twice_is_no_case():
    """Read once as one branch and once as the other it would leave plans out and seem to leave out none."""
    home = replace(MONTHS, groups=())
    with pytest.raises(BadPlan):
        proved_fen(home, [0, 0], [([(0, 0), (0, 1)], [0, 0]), ([(0, 1)], [0, 0])])


@pytest.mark.parametrize(
    ("cases", "covered"),
    [
        ([[]], True),
        ([], False),
        ([[(0, 0)]], False),
        ([[(0, 0)], [(0, 1)]], True),
        ([[(0, 0)], [(0, 1), (1, 0)], [(0, 1), (1, 1)]], False),
        ([[(0, 0)], [(0, 1), (1, 0)], [(0, 1), (1, 1)], [(0, 1), (1, 2)]], True),
        ([[(1, 0)], [(0, 0)], [(0, 1), (1, 1)], [(0, 1), (1, 2)]], True),
    ],
)
def test_cases_cover_every_plan_or_leave_one_out(cases: list[list[Choice]], covered: bool):
    assert cover(TWO, cases) is covered


@given(
    st.lists(
        st.lists(st.tuples(st.integers(0, 1), st.integers(0, 2)), max_size=2, unique_by=lambda one: one[0])
    )
)
def test_covering_is_what_trying_every_combination_says(cases: list[list[Choice]]):
    """Branch 2 of the first debt does not exist: a case that asks for it covers nothing."""
    known = [list(case) for case in cases if (0, 2) not in case]
    every = [(first, second) for first in range(2) for second in range(3)]
    tried = all(any(all(pair[place] == branch for place, branch in case) for case in known) for pair in every)
    assert cover(TWO, known) is tried


def test_telling_cases_apart_raises_the_bound():
    """Nothing may be repaid early, six dues put off: a tenth of the contract beside it is cheaper, and no plan."""
    put_off = Concession("defer", "offered", until=date(2027, 3, 5), months=6)
    never = Prepayment(allowed=False)
    one = debt(balance=120_000, periods=12, rate=ONE_PERCENT, prepayment=never, concessions=(put_off,))
    home = Household(
        AS_OF, cash_fen=yuan(6_000), incomes=(wage(60_000, since=date(2027, 8, 1)),), debts=(one,)
    )
    plan = make_plan(home, horizon=24)
    assert plan.outcome.works
    found = list(proofs(problem_of(home, 24), plan.outcome))
    bounds = [one.bound_fen for one in found]
    assert bounds == sorted(bounds)
    assert bounds[0] < bounds[-1] <= plan.outcome.net_fen
    assert [len(one.cases) for one in found] == [1, 2]


def test_a_due_that_waits_for_its_payday_may_have_its_interest_waived():
    """¥1,200 at 1 %, due on the 10th, wages on the 12th: between them a fee of ¥1 has the ¥12 of interest waived."""
    waived = Concession("waive", "offered", fee_fen=100, waives=(("interest", None),))
    one = debt(balance=1_200, periods=1, rate=ONE_PERCENT, due_day=10, concessions=(waived,))
    home = Household(AS_OF, incomes=(wage(2_000, day=12),), debts=(one,))
    plan = make_plan(home, horizon=12)
    assert (plan.outcome.works, plan.outcome.net_fen, plan.outcome.forgiven_fen) == (True, 100, 1_200)
    assert [one.bound_fen <= 100 for one in proofs(problem_of(home, 12), plan.outcome)].count(False) == 0
    assert plan.certificate is not None


def test_instalments_that_early_repayment_makes_smaller_than_the_contracts_leave_a_bound():
    """The contract's instalment pays off in 17 of 20 months; a yuan repaid early fixes it anew over all of them."""
    loans = [
        debt(
            name, 85_890, 20, method="level-payment", rate=ONE_PERCENT, due_day=3,
            payment_fen=566_874, prepayment=Prepayment(effect="lower"),
        )
        for name in "ab"
    ]  # fmt: skip
    wages = (wage(11_856, until=date(2027, 9, 28)), wage(8_299.2, since=date(2027, 9, 29)))
    plan = make_plan(Household(AS_OF, incomes=wages, debts=tuple(loans)), horizon=24)
    assert plan.outcome.works
    assert plan.certificate is not None


@st.composite
def fixed_anew(draw: st.DrawFn, name: str):
    """Return a loan whose instalments early repayment fixes anew, off by days, as typed, or by a short first period."""
    balance, periods = draw(st.integers(20_000, 120_000)), draw(st.integers(6, 30))
    rate = Rate(Decimal(draw(st.sampled_from(["0.0003", "0.0005", "0.001"]))), "day")
    monthly = rate if draw(st.booleans()) else Rate(Decimal(draw(st.sampled_from(["0.01", "0.02"]))), "month")
    typed = draw(st.sampled_from([None, 0.6, 0.99, 1.2]))
    payment = typed and yuan(typed * balance / periods * 1.1)
    return debt(
        name,
        balance,
        periods,
        method="level-payment",
        rate=monthly,
        accrual="daily" if monthly.per == "day" else draw(st.sampled_from(["monthly", "daily"])),
        payment_fen=payment or None,
        start=draw(st.sampled_from([None, AS_OF])),
        due_day=draw(st.integers(3, 28)),
        prepayment=Prepayment(effect="lower", fee=Fraction(draw(st.sampled_from([0, 1, 3])), 100)),
    )


@pytest.mark.property
@PLANNED
@given(
    fixed_anew("a"), fixed_anew("b"), st.integers(6_000, 24_000), st.integers(0, 60_000), st.integers(2, 9)
)
def test_no_proof_goes_beyond_a_plan_whose_instalments_are_fixed_anew(one, other, income, fund, dip):
    """Before any guard: the bound of the prices, and each of the first proofs, are no more than the plan costs."""
    lean = date(2027, 1 + dip, 28)
    home = Household(
        AS_OF,
        cash_fen=yuan(fund),
        emergency_fund_fen=yuan(fund),
        emergency_fund_months=1,
        incomes=(wage(income, until=lean), wage(0.7 * income, since=lean + timedelta(days=1))),
        debts=(one, other),
    )
    plan = make_plan(home, horizon=24)
    if plan.outcome.works:
        assert plan.certificate is not None
        for found in islice(proofs(problem_of(home, 24), plan.outcome), 8):
            assert found.bound_fen <= plan.outcome.net_fen


@pytest.mark.property
@PLANNED
@given(households(debts_max=3))
def test_no_proof_goes_beyond_what_a_plan_costs(household: Household):
    problem = problem_of(household, 18)
    plan = make_plan(household, horizon=18)
    if not plan.outcome.works or hangs_on_payment(problem):
        return
    best = 0
    for number, found in enumerate(proofs(replace(problem), plan.outcome)):
        assert found.bound_fen <= plan.outcome.net_fen
        best = max(best, number)
        if number == 5:
            break
    assert best >= 0

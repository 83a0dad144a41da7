"""What holds for every plan, every baseline and every holding plan, whatever the household (SPEC §5)."""

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.dates import Month, month_of
from ashore.household.model import Household, Income
from ashore.household.position import open_debt
from ashore.planning.candidates import newly_overdue
from ashore.planning.outcome import Outcome
from ashore.planning.plan import make_plan
from ashore.planning.problem import problem_of
from properties.examples import PLANNED, SHOWN
from properties.households import horizons, households
from properties.replays import as_json, every_outcome

pytestmark = pytest.mark.property


def by_month(outcome: Outcome) -> dict[Month, int]:
    """Return what the payments of each month sum to."""
    sums: dict[Month, int] = defaultdict(int)
    for payment in outcome.payments:
        sums[month_of(payment.on)] += payment.fen
    return sums


@PLANNED
@given(households(), horizons())
def test_every_fen_is_accounted_for(household: Household, horizon: int) -> None:
    """Owed + interest + penalty + fees + new loans = paid + forgiven + left, from the rows (SPEC §5.6).

    Owed is what stood before an agreement in writing took effect: what it writes off is `forgiven`, never hidden.
    """
    before = [replace(debt, concessions=()) for debt in household.debts]
    owed = sum(open_debt(debt, household.as_of).owed().total_fen for debt in before)
    for name, outcome in every_outcome(household, horizon):
        paid = sum(payment.fen for payment in outcome.payments)
        lent = sum(flow.fen for flow in outcome.friend_loan if flow.kind == "draw")
        charged = outcome.interest_fen + outcome.penalty_fen + outcome.fee_fen
        assert outcome.owed_fen == owed, name
        assert owed + charged + lent == paid + outcome.forgiven_fen + outcome.left_fen, name
        assert min(charged, outcome.forgiven_fen, outcome.left_fen) >= 0, name
        assert (outcome.left_fen == 0) == (not outcome.left_debts), name


@PLANNED
@given(households(), horizons())
def test_rows_split_add_up_and_cash_is_never_short(household: Household, horizon: int) -> None:
    """Parts are the payment; cash rows chain from what is there, month by month, and hold the payments; totals sum."""
    for name, outcome in every_outcome(household, horizon):
        for row in outcome.payments:
            parts = (row.principal_fen, row.interest_fen, row.penalty_fen, row.fee_fen)
            assert sum(parts) == row.fen > 0, name
            assert min(*parts, row.balance_fen) >= 0, name
        assert [row.on for row in outcome.payments] == sorted(row.on for row in outcome.payments)
        assert outcome.paid_fen == sum(row.fen for row in outcome.payments)
        assert outcome.principal_fen == sum(row.principal_fen for row in outcome.payments)
        _check_cash(household, outcome)


def _check_cash(household: Household, outcome: Outcome) -> None:
    sums = by_month(outcome)
    assert outcome.cash[0].month == month_of(household.as_of)
    assert outcome.cash[0].start_fen == household.cash_fen
    for row in outcome.cash:
        moved = row.income_fen - row.essential_fen - row.other_fen - row.debt_fen
        assert row.start_fen + moved == row.end_fen >= 0
        assert min(row.income_fen, row.essential_fen, row.other_fen, row.debt_fen) >= 0
        assert row.debt_fen == sums.pop(row.month, 0)
    assert not sums
    for before, after in pairwise(outcome.cash):
        assert before.month.plus(1) == after.month
        assert before.end_fen == after.start_fen


@PLANNED
@given(households(), horizons())
def test_nothing_is_paid_early_in_a_month_that_ends_overdue(household: Household, horizon: int) -> None:
    """No extra repayment in a month that ends with any debt overdue (SPEC §5.3)."""
    for name, outcome in every_outcome(household, horizon):
        overdue = {end.month for end in outcome.ends if end.overdue}
        early = {month_of(payment.on) for payment in outcome.payments if payment.extra}
        assert not overdue & early, name


@SHOWN
@given(households(), horizons())
def test_the_same_household_gives_the_same_plan(household: Household, horizon: int) -> None:
    """Every figure and every word of the JSON."""
    assert as_json(make_plan(household, horizon=horizon)) == as_json(make_plan(household, horizon=horizon))


@pytest.mark.long
@PLANNED
@given(households(), horizons())
def test_no_clean_debt_is_left_unpaid_for_the_sake_of_a_concession(
    household: Household, horizon: int
) -> None:
    """What is overdue at a month's end and was not at `as_of` would be so without the concessions open as well."""
    debts = tuple(
        replace(debt, concessions=tuple(one for one in debt.concessions if one.status == "agreed-written"))
        for debt in household.debts
    )
    plain = replace(household, debts=debts, side_work=(), friend_loans=())
    tempted = replace(household, side_work=(), friend_loans=())
    problem = problem_of(plain, horizon)
    alone = newly_overdue(problem, make_plan(plain, horizon=horizon).outcome)
    assert newly_overdue(problem, make_plan(tempted, horizon=horizon).outcome) <= alone


@pytest.mark.long
@PLANNED
@given(households(debts_max=3), st.sampled_from((9, 14)), st.integers(1, 3_000), st.integers(1, 31))
def test_more_income_costs_no_more_than_the_two_gaps(
    household: Household, horizon: int, yuan: int, day: int
) -> None:
    """Where both plans have a bound: the richer one costs at most the other's cost and both gaps (SPEC §5.10)."""
    plan = make_plan(household, horizon=horizon)
    more = Income("more", yuan * 100, day=day)
    richer = make_plan(replace(household, incomes=(*household.incomes, more)), horizon=horizon)
    if not (plan.certificate and richer.certificate):
        return
    if plan.outcome.goals[:4] == richer.outcome.goals[:4]:
        gaps = sum(
            one.outcome.net_fen - one.certificate.bound_fen for one in (plan, richer) if one.certificate
        )
        assert richer.outcome.net_fen <= plan.outcome.net_fen + gaps


@pytest.mark.long
@SHOWN
@given(households(), horizons(), st.integers(1, 3_000), st.integers(1, 31))
def test_more_income_is_never_worse(household: Household, horizon: int, yuan: int, day: int) -> None:
    """A plan that works goes on working; essential spending unpaid never grows, nor the harm of a plan that works.

    A friend's money may have spared harm that a little more income of one's own does not.  Arrears and cost are left
    to the certificate: between plans without one, a few fen can go the other way.
    """
    more = Income("more", yuan * 100, day=day)
    richer = make_plan(replace(household, incomes=(*household.incomes, more)), horizon=horizon)
    plan = make_plan(household, horizon=horizon)
    assert richer.outcome.unpaid_essential_fen <= plan.outcome.unpaid_essential_fen
    if plan.status == "works":
        assert richer.status != "does-not-work"
    if plan.status == "works" and not plan.outcome.friend_loan:
        assert richer.outcome.harm_halves <= plan.outcome.harm_halves

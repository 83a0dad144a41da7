"""A friend's loan is offered only where it comes back in four of five futures (H4): each is lived again here."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from ashore.documents.answer.levers import levers as lever_parts
from ashore.documents.blocks import Say
from ashore.household.model import FriendLoan, Household, Income
from ashore.loans.opening import EVERY_DAY_WORKS
from ashore.packs.planned import as_planned, plan_of
from ashore.planning.levers import repays_friends
from ashore.planning.replay import run
from ashore.planning.worth import Levers
from ashore.scenarios.assumed import assumed_with
from ashore.scenarios.friend import Gate, gate_of, gates_of_levers, gates_of_plan
from ashore.scenarios.lives import Setting, live
from ashore.scenarios.luck import Luck
from ashore.scenarios.named import quiet_of, starts_of
from ashore.scenarios.shocks import future_of, shocks_of
from ashore.texts import say
from planning.small import CLEAN_FIRST, debt, wage, yuan

AS_OF = date(2027, 1, 31)
FRIEND = FriendLoan("brother", yuan(1000), months=12)
ASSUMED = assumed_with()


def varying(low: float, usual: float, since: date | None = None) -> Income:
    """Return an income that is low in every other month, by chance."""
    return Income("wage", yuan(usual), day=1, since=since, certainty="variable", low_fen=yuan(low))


def home(*incomes: Income, **more) -> Household:
    """Return a household with a due of ¥100 in each of six months, and a friend who could lend."""
    return Household(
        AS_OF, id=7, incomes=incomes, debts=(debt(balance=600, periods=6),), friend_loans=(FRIEND,), **more
    )


def begins(household: Household, horizon: int = 24) -> Setting:
    """Return the household under the careful way of paying."""
    return Setting(household, CLEAN_FIRST, works=True, horizon=horizon, working_days=EVERY_DAY_WORKS)


def counted(household: Household, fen: int) -> tuple[int, int]:
    """Return (futures tried, futures in which nothing is left owed to the friend), each lived from its beginning."""
    setting = begins(household)
    lending = replace(setting, policy=replace(CLEAN_FIRST, draws={0: fen}))
    problem = lending.problem()
    starts = starts_of(lending, quiet_of(lending))
    lived = [
        live(lending.problem(), lending, future_of(shock, problem, start, ASSUMED))
        for shock in shocks_of(problem)
        for start in starts
        if shock.kind != "called"
    ]
    return len(lived), sum("friend:brother" not in life.left_debts for life in lived)


@pytest.mark.parametrize("until", [date(2027, 8, 31), date(2027, 12, 31), None])
def test_the_futures_are_counted_as_they_are_lived(until):
    """The earlier the wage ends, the fewer shocks the friend's money survives."""
    household = home(replace(wage(150, since=date(2027, 3, 1)), until=until))
    gate = gate_of(begins(household), 0, yuan(100), ASSUMED)
    assert gate.quiet
    assert (gate.tried, gate.repaid) == counted(household, yuan(100))


def test_a_varying_income_alone_brings_nothing_worse_than_the_plan():
    """Drawn futures bring the low amount or more, and the plan counts on the low one: the friend is always repaid."""
    setting = begins(home(varying(115, 160, date(2027, 3, 1))))
    lending = replace(setting, policy=replace(CLEAN_FIRST, draws={0: yuan(100)}))
    luck = Luck(setting.household, 25, 1, Fraction(1, 2))
    lived = [live(lending.problem(), lending, luck.future(path)) for path in range(20)]
    assert all("friend:brother" not in life.left_debts for life in lived)


@pytest.mark.parametrize(("repaid", "opens"), [(40, True), (33, True), (32, True), (31, False), (0, False)])
def test_four_of_five_open_the_gate(repaid, opens):
    assert Gate("a", 100, quiet=True, tried=40, repaid=repaid, lost_fen=0).opens is opens
    assert Gate("a", 100, quiet=False, tried=40, repaid=repaid, lost_fen=0).opens is False


def test_more_than_one_shock_is_tried():
    gate = gate_of(begins(home(wage(150, since=date(2027, 3, 1)))), 0, yuan(100), ASSUMED)
    assert gate.quiet
    assert gate.tried > 1


def test_what_the_friend_loses_is_never_more_than_was_lent():
    for income in (wage(150, since=date(2027, 3, 1)), varying(115, 160, date(2027, 3, 1))):
        gate = gate_of(begins(home(income)), 0, yuan(300), ASSUMED)
        assert 0 <= gate.lost_fen <= gate.fen
        assert (gate.lost_fen == 0) == (gate.repaid == gate.tried)


FRAGILE = home(wage(150, since=date(2027, 3, 1), until=date(2027, 8, 31)))
"""¥900 come in all, ¥700 are to be paid with the friend's ¥100: three months without a wage leave too little."""


def test_a_plan_does_not_count_on_a_friend_who_would_mostly_lose():
    """Planned alone it draws on the friend; after the shocks the money does not come back, so it is made without."""
    plan = plan_of(FRAGILE, months=24)
    codes = [one.code for one in plan.reasons]
    assert "reason-friend-refused" in codes
    assert plan.outcome.friend_loan == ()
    assert as_planned(FRAGILE, plan).friend_loans == ()


def test_a_plan_that_stands_keeps_its_friend():
    safe = home(wage(400, since=date(2027, 3, 1)))
    plan = plan_of(safe, months=24)
    (gate,) = gates_of_plan(plan, ASSUMED)
    assert gate.opens
    assert plan.outcome.friend_loan
    assert as_planned(safe, plan) == safe


def test_a_lever_says_how_often_it_comes_back_and_a_shut_one_is_not_offered():
    safe = home(wage(400, since=date(2027, 3, 1)))
    plan = replace(plan_of(safe, months=24), policy=CLEAN_FIRST)
    worths = tuple(Levers(safe, CLEAN_FIRST, 24).friends())
    (gate,) = gates_of_levers(plan, worths, ASSUMED)
    assert gate.fen == worths[0].fen
    assert repays_friends(run(begins(safe).problem(), replace(CLEAN_FIRST, draws={0: gate.fen})))
    shut = replace(gate, repaid=0, lost_fen=gate.fen)
    for one, offered in ((gate, True), (shut, False)):
        parts = lever_parts(worths, {}, works=False, sued=False, gates=[one], written=False)
        blocks = [block for part in parts for block in part.blocks if isinstance(block, Say)]
        codes = [block.message.code for block in blocks]
        assert any(code.startswith("levers-friend-works") for code in codes) is offered
        assert ("levers-friend-shut" in codes) is not offered
        assert ("levers-friend-writing" in codes) is offered
        assert all(say(block.message, "zh") for block in blocks if block.message.code[-4:] != "note")

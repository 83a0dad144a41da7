"""The smallest asks: weights on paper, the grid by hand, and no smaller set found by trying every one (SPEC §7)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise, product

import pytest

from ashore.household.model import Cause, Household
from ashore.loans.schedule import dues_of
from ashore.loans.terms import Concession, Prepayment
from ashore.money import Rate
from ashore.planning.ask_model import missing_with
from ashore.planning.ask_options import Ask, asks_for, weight_of
from ashore.planning.ask_paths import path_of
from ashore.planning.ask_reasons import place_of
from ashore.planning.ask_received import money_in
from ashore.planning.ask_together import in_proportion, uniform_of
from ashore.planning.ask_ways import ENDS
from ashore.planning.asks import asking_of, find_asks, find_in
from ashore.planning.baselines import CANDIDATES, ways_of
from ashore.planning.levers import failed
from ashore.planning.plan import make_plan
from ashore.planning.policy import Policy
from ashore.planning.problem import problem_of
from ashore.planning.replay import run
from ashore.rules.grants import Grants
from planning.small import debt, gift, living, wage, yuan

AS_OF = date(2027, 1, 31)
SINCE = date(2026, 12, 15)
ALONE = Policy("alone", "clean-first")
TEN = Rate(Decimal("0.12"), "year")


def home(income: float, *debts, cause: Cause = "structural", **more) -> Household:
    """Return a household with an income and debts."""
    return Household(AS_OF, incomes=(wage(income),), debts=debts, cause=cause, **more)


def asked(household: Household, horizon: int = 36):
    """Return the sets found."""
    return find_asks(problem_of(household, horizon), ALONE, {})


@pytest.mark.parametrize(
    ("terms", "cause", "weight"),
    [
        (Concession("waive", "to-ask"), "structural", Fraction(1)),
        (Concession("rate", "to-ask", rate=Rate(Decimal("0.09"), "year")), "structural", Fraction(2)),
        (Concession("rate", "to-ask", rate=Rate(Decimal(0), "year")), "structural", Fraction(8)),
        (Concession("extend", "to-ask", months=18), "structural", Fraction(7, 2)),
        (Concession("defer", "to-ask", months=3), "shock", Fraction(3, 2)),
        (Concession("defer", "to-ask", months=3), "structural", Fraction(13, 2)),
        (Concession("settle", "to-ask", settle_share=Fraction(7, 10)), "structural", Fraction(12)),
    ],
)
def test_what_an_ask_weighs(terms, cause, weight):
    problem = problem_of(home(0, debt(rate=TEN)), 12)
    assert weight_of(terms, problem.accounts[0], cause) == weight


def test_a_gap_that_stays_needs_a_longer_term():
    """¥600 in six parts of ¥100 from ¥50 a month: twelve parts of ¥50 are the least that fits."""
    first = asked(home(50, debt(balance=600, periods=6)))[0]
    assert [(ask.offer.concession.kind, ask.offer.concession.months) for ask in first.asks] == [
        ("extend", 12)
    ]
    assert first.weight == Fraction(7, 2)
    assert first.outcome.works


def test_living_before_the_first_payday_rules_no_ask_out():
    """Nothing is there on the 1st: living waits for the wage of the 10th.  Asks are found and leave it its money."""
    household = home(0, debt(balance=600, periods=6), spendings=(living(50),))
    first = asked(replace(household, incomes=(wage(100, day=10),)))[0]
    assert first.outcome.works
    assert first.outcome.unpaid_essential_fen == 0


def test_a_month_without_pay_needs_a_deferral():
    """¥100 a month from April on only, a shock: dues of February and March are put off, weight 1 + 2/6."""
    one = debt(balance=600, periods=6)
    household = Household(AS_OF, incomes=(wage(110, since=date(2027, 4, 1)),), debts=(one,), cause="shock")
    first = asked(household)[0]
    assert [(ask.offer.concession.kind, ask.offer.concession.months) for ask in first.asks] == [("defer", 2)]
    assert first.weight == Fraction(4, 3)


def test_each_later_set_does_without_the_heaviest_ask_of_the_one_before():
    sets = asked(home(50, debt(balance=600, periods=6), cause="shock"))
    for earlier, later in pairwise(sets):
        kinds = {(ask.offer.debt, ask.offer.concession.kind) for ask in later.asks}
        assert {(ask.offer.debt, ask.offer.concession.kind) for ask in earlier.asks} != kinds


def grid(household: Household, limits=None) -> list[Ask]:
    """Return what could be asked on the first debt."""
    return asks_for(problem_of(household, 12), 0, limits or {})


def test_what_was_refused_is_not_asked_again_and_what_is_meant_is():
    refused = Concession("extend", "refused", months=12)
    meant = Concession("defer", "to-ask", months=4)
    found = grid(home(50, debt(concessions=(refused, meant))))
    assert "extend" not in {ask.offer.concession.kind for ask in found}
    assert meant in [ask.offer.concession for ask in found]


def test_a_term_stays_within_what_the_lender_may_grant():
    found = grid(home(50, debt()), {"a": Grants(term_months=24)})
    assert {ask.offer.concession.months for ask in found if ask.offer.concession.kind == "extend"} == {18, 24}


def test_a_debt_silent_for_years_is_not_written_to():
    old = debt(last_demand=date(2023, 1, 1), last_payment=date(2022, 1, 1))
    assert grid(home(50, old)) == []


def test_a_friend_is_not_asked_and_a_rate_of_nothing_is_not_lowered():
    assert grid(home(50, debt(lender_kind="friend"))) == []
    assert "rate" not in {ask.offer.concession.kind for ask in grid(home(50, debt()))}


@pytest.mark.parametrize("made", [debt(rate=TEN), debt(rate=TEN, method="level-payment"), debt(periods=3)])
def test_a_stream_is_the_dues_by_month(made):
    problem = problem_of(home(50, made), 36)
    rows = dues_of(problem.accounts[0])
    assert sum(path_of(problem.accounts[0], problem).dues_fen) == sum(row.total_fen for row in rows)


def test_what_is_overdue_is_asked_in_month_six():
    made = debt(late=300, since=SINCE)
    problem = problem_of(home(50, made), 36)
    stream = path_of(problem.accounts[0], problem).dues_fen
    assert stream[6] == stream[5] + yuan(300)


@pytest.mark.parametrize("settles", [Fraction(1, 2), Fraction(1, 5)])
def test_only_an_overdue_debt_is_settled_and_no_further_than_its_lender_may_go(settles):
    """Five tenths or two tenths less, each in 1, 6, 12, 24, 36 or 60 parts."""
    limits = {"a": Grants(cut_share=settles)}
    clean = grid(home(50, debt()), limits)
    late = grid(home(50, debt(late=300, since=SINCE)), limits)
    assert "settle" not in {ask.offer.concession.kind for ask in clean}
    shares = {ask.offer.concession.settle_share for ask in late if ask.offer.concession.kind == "settle"}
    assert shares == {1 - Fraction(tenth, 10) for tenth in range(1, int(settles * 10) + 1)}


def test_a_smaller_sum_in_one_payment_closes_a_debt_that_nothing_else_can():
    """¥1,000 all overdue and ¥720 in hand: seven tenths at once do, weight 12; in parts there is no money after."""
    one = debt(balance=1000, periods=0, late=1000, since=SINCE)
    household = Household(AS_OF, debts=(one,), cash_fen=yuan(720))
    first = asked(household, 70)[0]
    terms = first.asks[0].offer.concession
    assert (terms.kind, terms.settle_share, terms.instalments, first.weight) == (
        "settle",
        Fraction(7, 10),
        1,
        12,
    )
    assert (first.outcome.paid_fen, first.outcome.forgiven_fen) == (yuan(700), yuan(300))
    assert first.proved


NARROW = Grants(term_months=15, cut_share=Fraction(1, 5), rate_share=Fraction(1, 2), defer_months=2)


@pytest.mark.parametrize(
    ("income", "cause", "late"),
    [
        (75, "structural", 0),
        (105, "shock", 0),
        (130, "structural", 0),
        (90, "structural", 120),
        (150, "shock", 240),
    ],
)
def test_no_smaller_set_is_found_by_trying_every_one(income, cause, late):
    """Two debts of two creditors: every smaller set is replayed in every way, and none works where that is claimed."""
    more = {"prepayment": Prepayment(allowed=False), "rate": TEN}
    first = debt("a", balance=600, periods=6, late=late, since=SINCE if late else None, **more)
    second = debt("b", balance=720, periods=9, **more)
    household = home(income, first, second, cause=cause, spendings=(living(10),), cash_fen=yuan(40))
    problem = problem_of(household, 20)
    grants = {"a": NARROW, "b": NARROW}
    found = find_asks(problem, ALONE, grants)
    size = (len(found[0].asks), found[0].weight) if found else (3, Fraction(0))
    options = [[None, *asks_for(problem, index, grants)] for index in range(2)]
    smaller = 0
    for pair in product(*options):
        chosen = [ask for ask in pair if ask]
        if (len(chosen), sum((ask.weight for ask in chosen), Fraction(0))) < size:
            offers = tuple(ask.offer for ask in chosen)
            smaller += any(
                run(problem, replace(way, offers=offers), failed).works for way in (*ways_of(problem), ENDS)
            )
    assert smaller == 0
    assert all(one.proved for one in found[:1])


def test_what_is_missing_with_less_is_counted_by_hand():
    """¥600 in six parts of ¥100 from ¥50 a month: by month 6, July, ¥300 is missing by contract.

    Put off for a year nothing is due until then: ¥600 has come in and six parts of ¥100 from ¥50 more a month leave
    enough, so for a shock that is smaller; else twelve parts are, and nothing lighter of that kind is asked.
    """
    asking = asking_of(problem_of(home(50, debt(balance=600, periods=6)), 36), ALONE, {})
    contract = place_of(asking.choices, [])
    assert contract is not None
    assert missing_with(asking.choices, contract) == (yuan(300), 6)


def test_paying_in_proportion_and_one_proposal_to_all():
    """Two debts of ¥600 in six parts from ¥100 a month: twelve parts for both do, and cost nothing in proportion."""
    household = home(100, debt("a", 600, 6), debt("b", 600, 6))
    asking = asking_of(problem_of(household, 36), ALONE, {})
    uniform = uniform_of(asking, {})
    assert uniform is not None
    assert (uniform.alike.months, uniform.found.debts, uniform.found.outcome.works) == (12, (0, 1), True)
    first = find_in(asking)[0]
    assert in_proportion(asking, first).more_fen == 0


def test_a_plan_that_does_not_work_names_its_asks_and_one_that_works_does_not():
    short = make_plan(home(50, debt(balance=600, periods=6)))
    assert short.status == "does-not-work"
    assert short.asks
    assert [one.debt for one in short.receives] == [0]
    fine = make_plan(home(150, debt(balance=600, periods=6)))
    assert (fine.status, fine.asks, fine.receives) == ("works", (), ())


def test_what_a_creditor_receives_is_a_value_at_the_contracts_rate():
    """¥101 in a month and ¥102.01 in two, at 1 % a month, are worth ¥100 each today."""
    made = debt(balance=200, periods=2, rate=TEN)
    household = Household(AS_OF, incomes=(gift(500, date(2027, 2, 1)),), debts=(made,))
    problem = problem_of(household, 12)
    outcome = run(problem, CANDIDATES[0])
    assert [row.fen for row in outcome.payments] == [yuan(102), yuan(101)]
    value = Fraction(yuan(102)) / Fraction(101, 100) + Fraction(yuan(101)) / Fraction(101, 100) ** 2
    assert money_in(problem, outcome, 0).worth_fen == round(value)

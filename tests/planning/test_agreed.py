"""What is agreed in writing is the contract: a plan follows it from the first day (SPEC §4, decision 0001 rule 20)."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from ashore.household.model import Asset, Household
from ashore.loans.terms import Arrears, Concession, Prepayment
from ashore.planning.plan import make_plan
from planning.small import debt, follow, gift, paid, wage

AS_OF = date(2027, 1, 31)
SINCE = date(2026, 12, 15)


def settled(**more):
    """Return a debt of ¥20,000, ¥5,000 of it overdue, under a settlement agreed in writing."""
    agreed = Concession("settle", "agreed-written", **more)
    return debt(balance=20_000, periods=15, late=5000, since=SINCE, concessions=(agreed,))


def test_one_sum_closes_the_debt_and_the_rest_is_forgiven():
    """¥8,000 by 20 March: more than the ¥5,000 overdue, and no due day; ¥12,000 are forgiven."""
    one = settled(settle_fen=8000_00, until=date(2027, 3, 20))
    outcome = follow(Household(AS_OF, cash_fen=9000_00, debts=(one,)))
    assert paid(outcome) == [("2027-03-20", 8000)]
    assert (outcome.principal_fen, outcome.forgiven_fen, outcome.left_fen) == (8000_00, 12_000_00, 0)
    assert outcome.works
    assert outcome.overdue_months == 0
    assert outcome.cash[-1].end_fen == 1000_00


def test_a_settlement_in_instalments_takes_each_on_its_due_day():
    """45 % of ¥20,000 in three: ¥3,000 on each 15th.  The second pays the last of the overdue ¥5,000 and more."""
    one = settled(settle_share=Fraction(45, 100), until=date(2027, 4, 15), instalments=3)
    outcome = follow(Household(AS_OF, incomes=(wage(3000),), debts=(one,)))
    assert paid(outcome) == [("2027-02-15", 3000), ("2027-03-15", 3000), ("2027-04-15", 3000)]
    assert [row.principal_fen for row in outcome.payments] == [3000_00] * 3
    assert (outcome.forgiven_fen, outcome.left_fen) == (11_000_00, 0)


def test_a_missed_day_brings_the_contract_back():
    """The ¥8,000 come ten days late: the ¥5,000 overdue since December are ¥7,000 by then, with February's and March's.

    April to January are ten dues of ¥1,000 each, as the contract says; nothing is forgiven.
    """
    one = settled(settle_fen=8000_00, until=date(2027, 3, 20))
    money = (gift(8000, date(2027, 3, 30)), wage(1000, since=date(2027, 4, 1)))
    outcome = follow(Household(AS_OF, incomes=money, debts=(one,)))
    assert paid(outcome)[:2] == [("2027-03-30", 7000), ("2027-04-15", 1000)]
    assert (outcome.paid_fen, outcome.forgiven_fen, outcome.left_fen) == (20_000_00, 0, 0)


def test_money_of_a_missed_settlement_counts_on_the_contract():
    """¥3,000 of the first of three instalments are paid; the second is not.  ¥17,000 remain."""
    one = settled(settle_share=Fraction(45, 100), until=date(2027, 4, 15), instalments=3)
    outcome = follow(Household(AS_OF, cash_fen=3000_00, debts=(one,)), horizon=4)
    assert paid(outcome) == [("2027-02-15", 3000)]
    assert (outcome.forgiven_fen, outcome.left_fen) == (0, 17_000_00)


def test_a_deferral_lets_dues_fall_away():
    """Two dues of ¥100 fall away; twelve follow from 15 April on."""
    agreed = Concession("defer", "agreed-written", months=2)
    outcome = follow(Household(AS_OF, incomes=(wage(100),), debts=(debt(concessions=(agreed,)),)))
    assert paid(outcome)[0] == ("2027-04-15", 100)
    assert len(paid(outcome)) == 12
    assert outcome.works


def test_an_extension_returns_overdue_principal_to_the_schedule():
    """¥20,000 over 40 months: ¥500 a month from 15 February on, nothing overdue any more."""
    agreed = Concession("extend", "agreed-written", months=40)
    one = debt(balance=20_000, periods=15, late=5000, since=SINCE, concessions=(agreed,))
    outcome = follow(Household(AS_OF, incomes=(wage(500),), debts=(one,)), horizon=40)
    assert paid(outcome)[0] == ("2027-02-15", 500)
    assert (len(paid(outcome)), outcome.overdue_months, outcome.left_fen) == (40, 0, 0)


def test_an_extension_by_its_instalment_alone():
    """¥20,000 at ¥600 a month: 33 instalments and ¥200 at the end."""
    agreed = Concession("extend", "agreed-written", payment_fen=600_00, method="level-payment")
    one = debt(balance=20_000, periods=15, late=5000, since=SINCE, concessions=(agreed,))
    outcome = follow(Household(AS_OF, incomes=(wage(600),), debts=(one,)), horizon=40)
    assert paid(outcome)[0] == ("2027-02-15", 600)
    assert paid(outcome)[-1] == ("2029-11-15", 200)
    assert (len(paid(outcome)), outcome.overdue_months, outcome.left_fen) == (34, 0, 0)


def test_a_waiver_writes_off_at_once():
    """¥300 of penalty and ¥80 of fees are written off; ¥1,200 of principal is what is left to pay."""
    agreed = Concession("waive", "agreed-written", waives=(("penalty", None), ("fee", 80_00)))
    arrears = Arrears(SINCE, penalty_fen=300_00, fees_fen=80_00)
    one = replace(debt(concessions=(agreed,)), arrears=arrears)
    outcome = follow(Household(AS_OF, incomes=(wage(100),), debts=(one,)))
    assert (outcome.owed_fen, outcome.forgiven_fen, outcome.paid_fen) == (1580_00, 380_00, 1200_00)


def test_what_an_agreement_spreads_anew_is_a_later_due_like_any_other():
    """¥73.88 and ¥15.76 of fees overdue, spread anew at ¥1 a month: the fees fall due with the first new instalment.

    On 28 January ¥16.76 are due and ¥10 there: at the month's end a later due is unpaid, which no plan that works has.
    """
    spread = Concession("extend", "offered", until=date(2026, 1, 2), payment_fen=1_00)
    arrears = Arrears(date(2026, 1, 1), principal_fen=73_88, fees_fen=15_76)
    one = debt(balance=100, periods=1, due_day=28, prepayment=Prepayment(), concessions=(spread,))
    one = replace(one, arrears=arrears, stage="overdue")
    home = Household(
        date(2026, 1, 1), cash_fen=10_00, assets=(Asset("thing", 298_00, sell=True),), debts=(one,)
    )
    plan = make_plan(home, horizon=1)
    assert plan.status == "does-not-work"
    rich = make_plan(replace(home, cash_fen=16_76), horizon=1)
    assert rich.status == "works-with-concessions"

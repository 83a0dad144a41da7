"""What creditors receive, by hand: month ends counted, an insolvency shared, the pack's rules."""

from datetime import date
from fractions import Fraction

from ashore.household.model import Asset, Household
from ashore.packs.insolvency import insolvency_rule, local_laws
from ashore.packs.limits import grants_of
from ashore.planning.ask_received import money_of, worth_of
from ashore.planning.insolvency import insolvency_of
from ashore.planning.problem import problem_of
from ashore.rules.insolvency import InsolvencyRule
from planning.small import debt, wage, yuan

AS_OF = date(2026, 11, 30)


def test_money_is_counted_by_the_ends_of_months_12_36_and_60():
    """November 2027 is month 12; December is not."""
    problem = problem_of(Household(AS_OF, debts=(debt(),)), 72)
    days = (date(2027, 11, 30), date(2027, 12, 1), date(2029, 11, 1), date(2031, 11, 30), date(2031, 12, 1))
    money = money_of(problem, [(day, 100) for day in days], 0)
    assert money.by_fen == (100, 300, 400)
    assert (money.total_fen, money.first, money.last) == (500, days[0], days[-1])


def test_a_value_today_takes_off_a_twelfth_of_the_rate_for_each_month():
    """¥100 in two months at 12 % a year: 10,000 / 1.01² = 9,802.96 fen."""
    assert worth_of([(2, 10_000)], Fraction(12, 100)) == 9803


def test_an_insolvency_by_hand():
    """¥2,000 a month, ¥1,500 protected, one year, ¥1,000 exempt; a thing of ¥3,000 and ¥400 in cash.

    Sold: 3,400 − 1,000 = 2,400 in month 1; income 500 × 12 = 6,000; 8,400 in all, to debts of 9,000 and 3,000 as
    3 : 1, so 6,300 and 2,100; the loan on the home stands apart.
    """
    household = Household(
        AS_OF,
        cash_fen=yuan(400),
        incomes=(wage(2000),),
        assets=(Asset("piano", yuan(3000)),),
        debts=(debt("a", 9000), debt("b", 3000), debt("c", 5000, secured_by="home")),
    )
    found = insolvency_of(problem_of(household, 24), InsolvencyRule(1, yuan(1500), yuan(1000), ()))
    assert (found.sold_fen, found.income_fen) == (yuan(2400), yuan(6000))
    assert [one.total_fen if one else None for one in found.money] == [yuan(6300), yuan(2100), None]


def test_nobody_receives_more_than_is_owed():
    household = Household(AS_OF, incomes=(wage(2000),), debts=(debt("a", 900),))
    found = insolvency_of(problem_of(household, 24), InsolvencyRule(1, 0, 0, ()))
    assert [one.total_fen if one else None for one in found.money] == [yuan(900)]


def test_the_toy_country_has_a_law_and_china_only_local_ones():
    rule = insolvency_rule("toyland", AS_OF)
    assert rule is not None
    assert (rule.years, rule.protected_month_fen, rule.exempt_fen) == (3, yuan(1500), yuan(5000))
    assert insolvency_rule("cn", AS_OF) is None
    places = {
        "bankruptcy-shenzhen",
        "bankruptcy-shenzhen-counselling",
        "bankruptcy-xiamen",
        "bankruptcy-zhejiang",
    }
    assert {one.id for one in local_laws("cn", AS_OF)} == places
    assert {one.id for one in local_laws("cn", date(2021, 3, 1))} == {
        "bankruptcy-shenzhen",
        "bankruptcy-zhejiang",
    }


def test_a_local_law_that_needs_checking_is_still_told():
    later = date(2030, 1, 1)
    laws = local_laws("cn", later)
    assert len(laws) == 4
    assert all(one.stale(later) for one in laws)


def test_lenders_of_the_toy_country_grant_what_its_rules_say_and_others_what_the_grid_has():
    bank, shark = debt("a", lender_kind="bank"), debt("b", lender_kind="private")
    found = grants_of(Household(AS_OF, jurisdiction="toyland", debts=(bank, shark)))
    told = found["a"]
    assert (told.term_months, told.cut_share, told.rate_share, told.defer_months) == (
        36,
        Fraction(1, 5),
        Fraction(1, 2),
        3,
    )
    assert told.sources == (
        "term-max-bank",
        "principal-cut-max-bank",
        "rate-cut-max-bank",
        "deferral-max-bank",
    )
    assert found["b"].cut_share == Fraction(1, 2)


def test_terms_in_china_are_bounded_for_licensed_lenders_and_not_on_the_home():
    kinds = {"bank": "bank", "amc": "amc", "home": "bank"}
    debts = tuple(
        debt(name, lender_kind=kind, secured_by="home" if name == "home" else "none")
        for name, kind in kinds.items()
    )
    found = grants_of(Household(AS_OF, debts=debts))
    assert found["bank"].sources == ("consumer-loan-term",)
    assert (found["bank"].term_months, found["amc"].term_months, found["home"].term_months) == (60, 60, None)

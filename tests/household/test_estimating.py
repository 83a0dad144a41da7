"""What nobody knows yet of a contract is taken for a first plan alone: by the rules of decision 0037, and told."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from ashore.household import Estimates, read_household, read_parsed, read_source
from ashore.household.dumping import dump_household
from ashore.household.reading import Reading
from ashore.money import Rate
from ashore.packs.products import all_products, product_ids

ESTIMATES = Estimates(Rate(Decimal("0.24"), "year"))
BY_PEOPLE = {"cn/private-loan"}
PLEDGED = {"cn/mortgage", "cn/car-loan"}
GUESSED = sorted({*product_ids("cn")} - BY_PEOPLE - PLEDGED)


def text(debt: str, as_of: str = "2026-11-27") -> str:
    """Return a household with one debt of 8600 yuan."""
    head = f'format = "ashore/1"\n[household]\nas_of = {as_of}\ncash = 100.00\n'
    return f'{head}[[debt]]\nid = "d"\nbalance = 8600.00\n{debt}\n'


def read(debt: str, as_of: str = "2026-11-27", estimates: Estimates = ESTIMATES) -> Reading:
    """Return it as a first plan takes it."""
    return read_parsed(read_source(text(debt, as_of).encode()), all_products(), (), estimates)


def one(debt: str, as_of: str = "2026-11-27"):
    """Return the debt of it."""
    household = read(debt, as_of).household
    assert household is not None
    return household.debts[0]


@pytest.mark.parametrize("product", GUESSED)
def test_a_product_and_a_balance_are_enough_for_a_first_plan(product):
    found = one(f'product = "{product}"')
    assert (found.periods_left, found.terms.due_day) != (None, None)
    assert found.balance_fen == 8600_00


@pytest.mark.parametrize("product", sorted(BY_PEOPLE | PLEDGED))
def test_what_people_lent_and_what_a_home_or_car_hangs_on_is_not_guessed_at(product):
    found = read(f'product = "{product}"')
    assert found.household is None
    assert {"method-missing", "rate-missing"} <= {finding.code for finding in found.findings}


@pytest.mark.parametrize("product", GUESSED)
def test_without_being_asked_nothing_is_taken(product):
    strict = read_household(text(f'product = "{product}"').encode(), all_products())
    if product != "cn/huabei":  # which has a due day of its own
        assert strict.household is None


def test_nothing_that_was_taken_is_written():
    household = read('product = "cn/mybank-wangshangdai"').household
    assert household is not None
    written = dump_household(household)
    assert "due_day" not in written
    assert "periods_left" not in written


def test_what_was_given_is_never_taken_otherwise():
    found = one('product = "cn/mybank-wangshangdai"\ndue_day = 3\nperiods_left = 7')
    assert (found.terms.due_day, found.periods_left) == (3, 7)
    assert not {"due_day", "periods_left"} & {*found.assumed}


@pytest.mark.parametrize(
    ("as_of", "day"), [("2026-11-27", 12), ("2026-11-01", 16), ("2026-01-15", 28), ("2026-02-13", 28)]
)
def test_an_unknown_due_day_is_half_a_month_away(as_of, day):
    found = one('product = "cn/mybank-wangshangdai"', as_of)
    assert found.terms.due_day == day
    assert "due_day" in found.assumed


def test_the_first_day_missed_shows_the_due_day():
    found = one('product = "cn/mybank-wangshangdai"\narrears = {since = 2026-10-08}')
    assert found.terms.due_day == 8


def by_formula(owed: int, paid: int, monthly: Fraction) -> int:
    """Return the fewest level payments no larger than one that repay a sum, by the formula of an annuity."""
    count = 1
    while owed * monthly / (1 - (1 + monthly) ** -count) > paid:
        count += 1
    return count


@pytest.mark.parametrize("paid", ["430.00", "780.00", "1500.00", "8800.00"])
def test_a_level_payment_tells_how_many_are_left(paid):
    found = one(f'rate = "12%/year"\nmethod = "level-payment"\npayment = {paid}')
    fen = int(paid.replace(".", ""))
    assert found.periods_left == by_formula(8600_00, fen, Fraction(1, 100))


@pytest.mark.parametrize(("paid", "left"), [("803.00", 12), ("946.00", 10), ("86.00", 12), ("20.00", 12)])
def test_equal_principal_leaves_what_the_first_payment_shows(paid, left):
    """At 1 % a month the first payment holds 86 of interest: 717, 860, nothing and less are left for principal."""
    found = one(f'rate = "12%/year"\nmethod = "equal-principal"\npayment = {paid}')
    assert found.periods_left == left


def test_a_fee_comes_off_the_payment_before_instalments_are_counted():
    """0.5 % of 8600 is 43 each time: 903 repay 860 of principal, ten times."""
    found = one('rate = "0%/year"\nmethod = "flat-fee"\nfee_per_period = "0.5%"\npayment = 903.00')
    assert (found.periods_left, found.terms.original_fen) == (10, 8600_00)


@pytest.mark.parametrize(("kind", "left"), [("friend", 12), ("bank", 1)])
def test_what_is_repaid_in_one_sum_is_due_the_next_time_and_a_friends_in_a_year(kind, left):
    found = one(f'rate = "0%/year"\nmethod = "bullet"\nlender_kind = "{kind}"')
    assert found.periods_left == left


def test_a_payment_that_would_never_end_counts_for_nothing():
    assert one('rate = "24%/year"\nmethod = "level-payment"\npayment = 100.00').periods_left == 12


def test_without_a_rate_to_take_it_is_asked_for():
    found = read('product = "cn/bank-consumer-loan"', estimates=Estimates(None))
    assert found.household is None
    assert [one.code for one in found.findings if one.level == "stop"] == ["rate-missing"]


def test_the_rate_that_is_taken_is_the_one_given_in():
    assert one('product = "cn/bank-consumer-loan"').terms.rate == Rate(Decimal("0.24"), "year")


def test_without_the_day_of_the_figures_nothing_is_taken():
    lines = text('product = "cn/mybank-wangshangdai"').replace("as_of = 2026-11-27\n", "")
    found = read_parsed(read_source(lines.encode()), all_products(), (), ESTIMATES)
    assert found.household is None
    assert "due-day-missing" in {finding.code for finding in found.findings}


def test_what_cannot_be_read_is_still_said():
    found = read('product = "cn/mybank-wangshangdai"\ndue_day = "around the 20th"')
    assert found.household is None


def test_the_day_of_a_first_plan_is_one_that_every_month_has():
    for on in (date(2026, 1, 31), date(2027, 2, 28), date(2028, 2, 29)):
        assert 1 <= (one('product = "cn/weilidai"', on.isoformat()).terms.due_day or 0) <= 28

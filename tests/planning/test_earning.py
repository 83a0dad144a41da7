"""What side work leaves: withheld by the quick deductions that the tables print, and by cases worked elsewhere."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.packs.pack import load_pack
from ashore.packs.withholding import withholding_of
from ashore.planning.earning import Net, fee_fen, withheld_by_platform, withheld_per_payment

FOUND = withholding_of(load_pack("cn"))
assert FOUND is not None
PLATFORM, LABOUR = FOUND
YEARLY = ((36000, 3, 0), (144000, 10, 2520), (300000, 20, 16920), (420000, 25, 31920), (660000, 30, 52920),
          (960000, 35, 85920), (10**12, 45, 181920))  # fmt: skip
EACH = ((20000, 20, 0), (50000, 30, 2000), (10**12, 40, 7000))
"""(up to, percent, quick deduction), in yuan, as the tables of 2018 print them."""


def quick(taxable: Fraction, table) -> Fraction:
    """Return the tax as the tables say: the rate of the bracket on the whole sum, less the quick deduction."""
    for until, percent, deduction in table:
        if taxable <= until:
            return taxable * percent / 100 - deduction
    raise AssertionError


def half_up(yuan: Fraction) -> int:
    """Return yuan as fen."""
    return int(yuan * 100 + Fraction(1, 2))


@given(st.lists(st.integers(0, 30_000_000), min_size=1, max_size=12))
def test_a_platform_withholds_by_the_quick_deductions(pays):
    """Month by month: the tax on all so far, less what was withheld, nothing below 0."""
    withheld, total = 0, Fraction(0)
    for month, found in enumerate(withheld_by_platform(pays, PLATFORM), 1):
        total += Fraction(pays[month - 1], 100)
        tax = half_up(quick(max(Fraction(0), total * Fraction(4, 5) - 5000 * month), YEARLY))
        assert found == max(0, tax - withheld)
        withheld += found


@given(st.integers(80_000, 100_000_000))
def test_another_payer_withholds_by_the_quick_deductions(pay):
    yuan = Fraction(pay, 100)
    taxable = yuan - 800 if yuan <= 4000 else yuan * Fraction(4, 5)
    assert withheld_per_payment(pay, LABOUR) == half_up(quick(taxable, EACH))


@pytest.mark.parametrize(("pay", "tax"), [(3000, 440), (60000, 12400), (800, 0), (500, 0)])
def test_cases_worked_elsewhere(pay, tax):
    """3,000 and 60,000 are the examples of lawparks.com on the table of 2018."""
    assert withheld_per_payment(pay * 100, LABOUR) == tax * 100


def test_nothing_is_withheld_up_to_6250_a_month():
    assert withheld_by_platform([6250_00] * 12, PLATFORM) == (0,) * 12
    assert sum(withheld_by_platform([6251_00] * 12, PLATFORM)) > 0


def test_net_and_fee():
    assert Net(2000_00, 300_00, 50_00).net_fen == 1650_00
    assert Net(200_00, 300_00, 0).net_fen == -100_00
    assert fee_fen(900_00, Fraction(6, 1000)) == 5_40
    assert fee_fen(20_000_00, Fraction(6, 1000), 60_00) == 60_00

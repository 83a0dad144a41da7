"""H18: what enforcement must leave is the law's floor; it is never filled in as what a household lives on."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from ashore.household import read_parsed, read_source
from ashore.household.model import Household, Own
from ashore.packs.estimates import estimates_for
from ashore.packs.files import jurisdictions
from ashore.packs.own import LOCAL_FLOOR
from ashore.packs.pack import load_pack
from ashore.packs.planned import plan_of
from ashore.packs.products import all_products
from ashore.texts.language import gettext_for
from ashore.texts.sentences import SENTENCES
from planning.small import debt, living, wage, yuan

AS_OF = date(2026, 11, 23)
TODAY = date(2026, 11, 26)
HOME = Household(AS_OF, incomes=(wage(4000, day=10),), debts=(debt(balance=6000, periods=12),))
NAMES = {"zh": ("低保",), "en": ("dibao", "subsistence allowance", "low-income standard")}
OF_LIVING = {"zh": ("先留够的生活费", "必要生活支出", "预算"), "en": ("essential spending", "budget")}
FILE = """
format = "ashore/1"
[household]
as_of = 2026-11-23
cash = 100.00
[[income]]
name = "wage"
amount = 4000.00
[[own]]
about = "floor-living-costs"
seen_on = 2026-11-20
amount = 800.00
[[debt]]
id = "a"
name = "a"
creditor = "a"
lender_kind = "bank"
balance = 6000.00
rate = "12%/year"
method = "level-payment"
periods_left = 12
due_day = 15
"""


@pytest.mark.parametrize("floor", [300, 800, 5000])
@pytest.mark.parametrize("home", [HOME, replace(HOME, spendings=(living(1500),))], ids=["none", "some"])
def test_a_plan_is_the_same_whatever_the_local_floor_is(home, floor):
    own = (Own(LOCAL_FLOOR, AS_OF, amount_fen=yuan(floor)),)
    with_floor, without = (plan_of(one, months=24).outcome for one in (replace(home, owns=own), home))
    assert with_floor.payments == without.payments
    assert (with_floor.works, with_floor.debt_free) == (without.works, without.debt_free)


def test_nobody_s_spending_is_filled_in_with_it():
    """A file that says nothing of spending has none, is told so, and the floor that was looked up stays apart."""
    found = read_parsed(read_source(FILE.encode()), all_products(), jurisdictions())
    assert found.household is not None
    assert found.household.spendings == ()
    assert [one.amount_fen for one in found.household.owns] == [80_000]
    assert "no-essential-spending" in {one.code for one in found.findings}


def test_what_is_taken_for_a_first_plan_is_a_rate_and_no_cost_of_living():
    taken = estimates_for("cn", TODAY)
    assert [getattr(taken, name) for name in taken.__dataclass_fields__] == [taken.rate]


def test_the_pack_gives_no_amount_for_it_that_anything_could_be_filled_in_with():
    assert not isinstance(load_pack("cn").facts[LOCAL_FLOOR].value, int | Decimal)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_sentence_speaks_of_it_as_what_to_live_on(language):
    said = [gettext_for(language)(text).lower() for text in SENTENCES.values()]
    about = [one for one in said if any(name in one for name in NAMES[language])]
    assert [one for one in about if any(word in one for word in OF_LIVING[language])] == []

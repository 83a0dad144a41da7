"""The household on a later day is what its file would say if the changes were written into it and read again."""

from datetime import date

import pytest

from ashore.household import read_parsed, read_source
from ashore.household.advance import Paid, advance
from ashore.household.moved import moved_household
from ashore.household.writing import Change, Remove, Set, write_household
from ashore.packs.files import jurisdictions
from ashore.packs.products import all_products
from needs import ROOT

EXAMPLES = ROOT / "src" / "ashore" / "examples"
UNTIL = date(2026, 12, 31)


def read(text: str):
    """Return the household of a text."""
    household = read_parsed(read_source(text.encode()), all_products(), jurisdictions()).household
    assert household is not None
    return household


@pytest.mark.parametrize("name", ["demo", "bullet", "rider", "overspender"])
@pytest.mark.parametrize("part", [0, 1])
def test_as_the_file_would_say_it(name: str, part: int):
    text = (EXAMPLES / f"{name}.toml").read_text("utf-8")
    household = read(text)
    paid = [Paid(debt.id, date(2026, 12, 20), 10_000) for debt in household.debts if part]
    moved = advance(household, UNTIL, paid)
    changes: list[Change] = [Set("household.as_of", UNTIL)]
    for place, one in enumerate(moved):
        for key, value in one.values.items():
            if value is not None:
                changes.append(Set(f"debt[{place}].{key}", value))
            elif household.debts[place].arrears_typed and household.debts[place].arrears is not None:
                changes.append(Remove(f"debt[{place}].{key}"))
    again = read(write_household(text, changes))
    found = moved_household(household, UNTIL, moved, household.cash_fen)
    assert (found.as_of, found.cash_fen) == (UNTIL, household.cash_fen)
    for one, other in zip(found.debts, again.debts, strict=True):
        assert (one.balance_fen, one.periods_left, one.stage, one.last_payment) == (
            other.balance_fen,
            other.periods_left,
            other.stage,
            other.last_payment,
        )
        assert one.arrears == other.arrears
        assert one.terms.payment_fen == other.terms.payment_fen

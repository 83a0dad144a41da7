"""The bundled examples as households, and as the plain loop would have them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ashore.household import read_parsed, read_source
from ashore.household.flows import PROTECTED, flows_of
from ashore.household.model import Household
from ashore.household.position import open_debt
from ashore.loans.accrual import level_payment
from ashore.packs.files import jurisdictions
from ashore.packs.products import all_products
from benching.plain_loop import PlainDebt

EXAMPLES: Final = Path(__file__).parents[2] / "src" / "ashore" / "examples"
FEN: Final = 100
YEAR: Final = 12


def examples() -> Iterator[Household]:
    """Yield the bundled households."""
    for path in sorted(EXAMPLES.glob("*.toml")):
        household = read_parsed(read_source(path.read_bytes()), all_products(), jurisdictions()).household
        if household is not None:
            yield household


def plain_debts(household: Household) -> list[PlainDebt]:
    """Return the debts as balance, monthly rate and a level minimum, in yuan."""
    debts: list[PlainDebt] = []
    for debt in household.debts:
        rate = open_debt(debt, household.as_of).rate.per_month()
        minimum = level_payment(debt.balance_fen, rate, debt.periods_left or YEAR)
        debts.append({"balance": debt.balance_fen / FEN, "rate": float(rate), "minimum": minimum / FEN})
    return debts


def plain_budget(household: Household) -> float:
    """Return what is left of a year's income after its protected spending, per month, in yuan; at least 1."""
    signs = {"income": 1, **dict.fromkeys(PROTECTED, -1)}
    left = sum(signs.get(flow.kind, 0) * flow.fen for flow in flows_of(household, YEAR + 1))
    return max(1.0, left / YEAR / FEN)

"""Household files for the tests: one with every key, a small clean one, and pieces to put together."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from ashore.household import Household, read_household
from ashore.household.product import Product

EVERY_KEY = Path(__file__).resolve().parent / "every-key.toml"
HEAD = """\
format = "ashore/1"

[household]
as_of = 2026-11-23
cash = 3200.00

[[income]]
name = "Pay"
amount = 6000.00
day = 10

[[spending]]
name = "Rent and food"
amount = 2800.00
"""
DEBT = """
[[debt]]
id = "card"
name = "Card loan"
creditor = "Bank"
balance = 12000.00
rate = "1%/month"
method = "level-payment"
periods_left = 12
due_day = 15
"""
CLEAN = HEAD + DEBT
BUSINESS_LOAN = Product(
    id="toyland/shop-loan",
    names={"en": "Shop loan", "zh": "开店贷"},
    creditor="Toy Bank",
    defaults={
        "rate": "0.03%/day",
        "method": "equal-principal",
        "penalty": "x1.5",
        "compound": True,
        "late_fee": {"percent": "5%", "min": Decimal("10.00")},
        "priority": "credit-record",
    },
    rate_top="0.05%/day",
)


def read(text: str, products: Mapping[str, Product] | None = None) -> Household:
    """Return the household in a text that no finding stops."""
    reading = read_household(text.encode(), products or {})
    assert reading.household is not None, reading.findings
    return reading.household


def codes(text: str, products: Mapping[str, Product] | None = None) -> list[tuple[str, int | None]]:
    """Return the code and line of every finding on a text, in their order."""
    findings = read_household(text.encode(), products or {}).findings
    return [(finding.code, finding.place.line) for finding in findings]

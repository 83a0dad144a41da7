"""A lender's product with typical terms, as read from a pack and handed to the file reader."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal, get_args

from ashore.loans.terms import LateFee

Owing = Literal["loan", "card", "goods"]
"""What a debt comes from: money lent, a bank's credit card, goods that came before they were paid for."""
OWING: Final[tuple[Owing, ...]] = get_args(Owing)
BoughtOn = Literal["huabei", "baitiao", "yuefu", "card"]
"""What bills call the products that something is bought on."""
BOUGHT_ON: Final[tuple[BoughtOn, ...]] = get_args(BoughtOn)


@dataclass(frozen=True, slots=True)
class ProductFact:
    """Where a typical value comes from: source, day seen, confidence (official, mirrored, secondary, weak)."""

    source: str
    seen_on: date
    confidence: str


@dataclass(frozen=True, slots=True)
class Product:
    """A lender's offering.

    `defaults` holds raw `[[debt]]` keys as the household file would write them ("0.045%/day", Decimal amounts,
    nested tables); the person's own keys win.  `rate_top` is the top of the range, used when the rate is unknown.
    `owing` says what a debt under it comes from; letters speak of a loan, of a card, or not at all.
    `bought_on` is what bills call a purchase that became a debt under it, None where nothing is bought on it.
    `late_fee_range`: the least and the most damages seen under it, where lenders differ.
    """

    id: str
    names: Mapping[str, str]
    creditor: str
    defaults: Mapping[str, object]
    rate_range: tuple[Decimal, Decimal] | None = None
    rate_top: str | None = None
    facts: Mapping[str, ProductFact] | None = None
    owing: Owing = "loan"
    bought_on: BoughtOn | None = None
    late_fee_range: tuple[LateFee, LateFee] | None = None

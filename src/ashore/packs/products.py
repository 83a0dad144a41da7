"""Products as the values that the household reader takes, each file read when it is asked for."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final

from ashore.household.file.log import At, Log
from ashore.household.keys.contract import LATE_FEE
from ashore.household.keys.rates import rate_from_text
from ashore.household.product import BOUGHT_ON, OWING, BoughtOn, Product, ProductFact
from ashore.loans.terms import LateFee
from ashore.packs.entry import Entry, read_entry
from ashore.packs.errors import UnknownPack
from ashore.packs.files import SHIPPED, jurisdictions, toml_names
from ashore.packs.lazy import OnDemand

PRODUCTS: Final = "products"


@cache
def all_products(root: Path = SHIPPED) -> Mapping[str, Product]:
    """Return every product of every pack by full id (`cn/mybank-wangshangdai`); each is read once in a run."""
    return OnDemand(lambda: all_product_ids(root), lambda key: load_product(key, root))


def load_product(product_id: str, root: Path = SHIPPED) -> Product:
    """Return a product by its full id.

    Raises UnknownPack where there is none, BrokenPack for a file that is not as it should be.
    """
    return read_product(read_sheet(product_id, root), product_id)


def read_sheet(product_id: str, root: Path = SHIPPED) -> Entry:
    """Return a product's file as a table.  Raises UnknownPack where there is none."""
    jurisdiction, _, name = product_id.partition("/")
    if product_id not in product_ids(jurisdiction, root):
        raise UnknownPack("product-not-in-pack", product=product_id)
    return read_entry(root / jurisdiction, PRODUCTS, name)


def product_ids(jurisdiction: str, root: Path = SHIPPED) -> tuple[str, ...]:
    """Return the full ids of a pack's products, sorted; none where the pack is missing."""
    if jurisdiction not in jurisdictions(root):
        return ()
    return tuple(f"{jurisdiction}/{name}" for name in toml_names(root / jurisdiction / PRODUCTS))


def all_product_ids(root: Path = SHIPPED) -> tuple[str, ...]:
    """Return the full ids of the products of every pack, sorted."""
    return tuple(key for pack in jurisdictions(root) for key in product_ids(pack, root))


def read_product(entry: Entry, product_id: str) -> Product:
    """Return the product in a file's table; its id is the pack's folder and the file's name.

    `rate_range` is kept as nominal yearly fractions (day × 360, month × 12); a product may know the top alone
    (`rate_top`).  A file without `owing` describes a loan, one without `bought_on`
    something that nothing is bought on.  `late_fee_range`: the least and the most that lenders charge for being late.
    Raises BrokenPack.
    """
    entry.same("id", product_id)
    bounds = entry.sub("rate_range") if entry.has("rate_range") else None
    fees = entry.sub("late_fee_range") if entry.has("late_fee_range") else None
    return Product(
        id=product_id,
        names=entry.bilingual("names"),
        creditor=entry.text("creditor"),
        defaults=entry.sub("defaults").table,
        rate_range=(_yearly(bounds, "from"), _yearly(bounds, "to")) if bounds else None,
        rate_top=_rate_top(entry, bounds),
        facts={key: _fact(fact) for key, fact in entry.sub("facts").subs().items()},
        owing=entry.choice("owing", OWING) if entry.has("owing") else "loan",
        bought_on=_bought_on(entry),
        late_fee_range=(_late_fee(fees, "from"), _late_fee(fees, "to")) if fees else None,
    )


def _late_fee(entry: Entry, key: str) -> LateFee:
    """Return damages as a household file would write them."""
    log = Log()
    fee = LATE_FEE.read(dict(entry.sub(key).table), At(log))
    if fee is None or log.stopped:
        raise entry.fail("pack-field-wrong", key, expected="late_fee")
    return fee


def _bought_on(entry: Entry) -> BoughtOn | None:
    if not entry.has("bought_on"):
        return None
    found: BoughtOn = entry.choice("bought_on", BOUGHT_ON)
    return found


def _rate_top(entry: Entry, bounds: Entry | None) -> str | None:
    if bounds:
        return bounds.text("to")
    return entry.text("rate_top") if entry.has("rate_top") else None


def _fact(entry: Entry) -> ProductFact:
    return ProductFact(entry.text("source"), entry.day("seen_on"), entry.confidence())


def _yearly(entry: Entry, key: str) -> Decimal:
    rate = rate_from_text(entry.text(key))
    if rate is None:
        raise entry.fail("pack-field-wrong", key, expected="rate")
    yearly = rate.per_year()
    return Decimal(yearly.numerator) / Decimal(yearly.denominator)

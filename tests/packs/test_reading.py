"""Reading of packs: exact, on demand, and never past what a pack has."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from ashore.loans.terms import LateFee
from ashore.packs.errors import BrokenPack, UnknownPack
from ashore.packs.files import jurisdictions
from ashore.packs.pack import load_pack
from ashore.packs.products import all_products, load_product
from packs.copies import change, copy_toyland


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder of packs with a copy of toyland."""
    return copy_toyland(tmp_path)


def test_china_and_toyland_are_shipped():
    assert jurisdictions() == ("cn", "toyland")


def test_a_product_is_read_with_exact_decimals(root: Path):
    card = load_product("toyland/stall-card", root)
    assert card.names == {"zh": "货摊卡（虚构）", "en": "Stall card (invented)"}
    assert card.creditor == "Stallholders' Union of Toyland"
    assert card.defaults["minimum"] == {"percent": "10%", "of": "statement", "floor": Decimal("50.00")}
    assert card.rate_range == (Decimal("0.108"), Decimal("0.18"))
    assert card.rate_top == "0.05%/day"
    assert card.late_fee_range == (LateFee(Fraction(3, 100), 5_00), LateFee(Fraction(1, 20), 20_00))
    assert card.facts is not None
    assert card.facts["late_fee"].confidence == "weak"
    assert card.facts["late_fee"].seen_on == date(2026, 11, 23)


def test_a_product_without_a_rate_has_no_range(root: Path):
    plan = load_product("toyland/parcel-plan", root)
    assert plan.rate_range is None
    assert plan.rate_top is None


def test_a_product_may_know_the_top_of_its_rate_alone():
    loan = load_product("cn/micro-loan")
    assert loan.rate_range is None
    assert loan.rate_top == "24%/year"


def test_what_sources_disagree_about_is_kept(root: Path):
    notes = load_pack("toyland", root).notes["toyland/coin-loan"]
    assert [claim.says["en"] for claim in notes.disputed["prepayment"]] == [
        "1% for repaying early",
        "no fee for repaying early",
    ]
    assert notes.remarks[0]["zh"].startswith("这是虚构的产品")


def test_help_lines_keep_the_order_of_the_file(root: Path):
    assert tuple(load_pack("toyland", root).helplines) == ("ambulance", "listening", "court-desk")


def test_a_history_is_read_as_dated_values(root: Path):
    rate = load_pack("toyland", root).facts["toy-rate"].value
    assert not isinstance(rate, int | str | Decimal | date | tuple)
    assert rate.on(date(2025, 12, 31)) == Decimal("0.0400")
    assert rate.last_seen == date(2026, 11, 1)


def test_only_what_is_asked_for_is_read(root: Path):
    for name in ("products/stall-card.toml", "helplines.toml", "rules/money.toml"):
        (root / "toyland" / name).write_text("not [ toml", "utf-8")
    pack = load_pack("toyland", root)
    assert pack.version == date(2026, 11, 23)
    assert tuple(pack.products) == ("toyland/coin-loan", "toyland/parcel-plan", "toyland/stall-card")
    assert pack.products["toyland/coin-loan"].creditor == "Bank of Toyland"
    with pytest.raises(ValueError, match="line 1"):
        pack.products["toyland/stall-card"]


def test_a_product_is_read_once(root: Path):
    products = all_products(root)
    first = products["toyland/coin-loan"]
    change(root, "products/coin-loan.toml", "Bank of Toyland", "Bank of Sealand")
    assert products["toyland/coin-loan"] is first


@pytest.mark.parametrize("product", ["toyland/none", "sealand/coin-loan", "coin-loan", "", "toyland/../pack"])
def test_a_product_that_is_not_there_is_said_so(root: Path, product: str):
    assert product not in all_products(root)
    with pytest.raises(KeyError):
        all_products(root)[product]
    with pytest.raises(UnknownPack) as caught:
        load_product(product, root)
    assert caught.value.facts == {"product": product}


def test_an_unknown_jurisdiction_names_the_known_ones(root: Path):
    with pytest.raises(UnknownPack) as caught:
        load_pack("sealand", root)
    assert caught.value.code == "pack-unknown"
    assert caught.value.facts["known"] == ("toyland",)


def test_a_broken_product_says_where(root: Path):
    change(root, "products/coin-loan.toml", 'creditor = "Bank of Toyland"\n', "")
    with pytest.raises(BrokenPack) as caught:
        load_product("toyland/coin-loan", root)
    assert (caught.value.code, caught.value.file, caught.value.field) == (
        "pack-field-missing",
        "products/coin-loan.toml",
        "creditor",
    )

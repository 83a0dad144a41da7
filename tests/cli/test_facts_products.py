"""What `ashore facts` tells of a product: between what its terms lie where lenders differ, in words."""

import json

import pytest
from click import unstyle
from click.testing import CliRunner

from ashore.cli import main


def told(*arguments: str) -> str:
    """Return what `ashore facts` answers."""
    return unstyle(CliRunner().invoke(main, ["facts", *arguments]).stdout)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            (
                "from 12.6% a year to 18% a year was seen",
                "from “damages 5% of what is unpaid, at most ¥500” to “damages 5% of what is unpaid, at least ¥20”",
                "share 10%, share of what statement",
            ),
        ),
        (
            "zh",
            (
                "利率：见到的从每年12.6%到每年18%",
                "违约金：见到的从“违约金是没还部分的5%，最高¥500”到“违约金是没还部分的5%，最低¥20”",
                "最低¥10",
            ),
        ),
    ],
)
def test_a_product_tells_between_what_its_terms_lie(language: str, words: tuple[str, ...]) -> None:
    """0.035 % to 0.05 % a day taken 360 times; values in words, none as a file writes them."""
    answer = told("cn/credit-card", "--lang", language)
    squeezed = "".join(answer.split())
    for one in words:
        assert "".join(one.split()) in squeezed, one
    for raw in ("/day", "unpaid-minimum", "20.00"):
        assert raw not in answer


def test_the_json_tells_between_what_a_products_terms_lie() -> None:
    """Of a product whose rate only its contract tells there is no range."""
    products = {one["id"]: one for one in json.loads(told("credit", "--json"))["products"]}
    card = products["cn/credit-card"]
    assert card["rate_range"] == ["0.126", "0.18"]
    assert card["late_fee_range"] == [
        {"share": "0.05", "min_fen": 0, "max_fen": 500_00},
        {"share": "0.05", "min_fen": 20_00, "max_fen": None},
    ]
    assert products["cn/credit-card-instalment"]["rate_range"] is None

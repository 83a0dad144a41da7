"""`ashore closing`: what closes a debt on a day, told in both languages and as JSON."""

import json

import pytest
from click.testing import CliRunner, Result

from ashore.cli.main import main
from ashore.cli.terminal import width
from ashore.household import read_parsed, read_source
from ashore.packs.files import jurisdictions
from ashore.packs.products import all_products
from needs import ROOT

EXAMPLES = ROOT / "src" / "ashore" / "examples"


def debts_of(name: str) -> list[str]:
    """Return the ids of an example's debts."""
    source = read_source((EXAMPLES / f"{name}.toml").read_bytes())
    household = read_parsed(source, all_products(), jurisdictions()).household
    assert household is not None
    return [debt.id for debt in household.debts]


CASES = [(path.stem, debt) for path in sorted(EXAMPLES.glob("*.toml")) for debt in debts_of(path.stem)]


def ashore(name: str, debt: str, *arguments: str) -> Result:
    """Return what the command answers for a debt of an example."""
    return CliRunner().invoke(main, ["closing", str(EXAMPLES / f"{name}.toml"), "--debt", debt, *arguments])


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("name", "debt"), CASES)
def test_each_debt_of_each_example_is_told(name: str, debt: str, language: str) -> None:
    result = ashore(name, debt, "--on", "2027-03-10", "--lang", language)
    assert result.exit_code == 0, result.output
    assert max(map(width, result.output.splitlines())) <= 80
    assert "closing-" not in result.output
    assert "{" not in result.output


def test_the_parts_as_json_come_to_the_sum() -> None:
    answer = json.loads(ashore("mortgage", debts_of("mortgage")[0], "--on", "2027-03-10", "--json").stdout)
    assert (answer["format"], answer["on"]) == ("ashore-closing/1", "2027-03-10")
    for one in (answer["if_kept_up"], answer["if_nothing_paid"]):
        parts = sum(one[f"{name}_fen"] for name in ("principal", "interest", "penalty", "fee"))
        assert parts - one["held_fen"] == one["fen"]
    assert answer["if_kept_up"]["fen"] < answer["if_nothing_paid"]["fen"]
    assert [one["kind"] for one in answer["checks"]] == ["proof", "report"]


@pytest.mark.parametrize(("price", "words"), [("100", "still owed"), ("9,000,000", "is left to you")])
def test_a_sale_says_what_is_left_or_over(price: str, words: str) -> None:
    told = ashore("mortgage", debts_of("mortgage")[0], "--on", "2027-03-10", "--sale", price, "--lang", "en")
    assert words in " ".join(told.output.split())


@pytest.mark.parametrize(
    "arguments",
    [
        ("--on", "2001-01-01"),
        ("--on", "2199-01-01"),
        ("--on", "soon"),
        ("--sale", "much"),
        ("--sale", "1.234"),
    ],
)
def test_what_cannot_be_counted_ends_with_2(arguments: tuple[str, ...]) -> None:
    result = ashore("mortgage", debts_of("mortgage")[0], *arguments)
    assert result.exit_code == 2
    assert result.stderr


def test_a_debt_that_there_is_not_is_said() -> None:
    result = ashore("mortgage", "nothing", "--lang", "zh")
    assert result.exit_code == 2
    assert debts_of("mortgage")[0] in result.stderr

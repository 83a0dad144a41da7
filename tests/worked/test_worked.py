"""The worked files say what their working says, and published examples are confirmed or shown to be wrong."""

import json
from collections import Counter
from decimal import Decimal
from typing import Any

import pytest

from worked import external, work
from worked.product import loan_answers, plan_answer

CASES: list[dict[str, Any]] = json.loads(external.FILE.read_text("utf-8"))
RIGHT = [case for case in CASES if not case.get("wrong")]
HOLDING = "13-holding-plan"
WRONG = [case for case in CASES if case.get("wrong")]


@pytest.mark.parametrize("name", [*work.LOANS, *work.PLANS])
def test_the_expected_file_is_what_the_sheet_says(name: str) -> None:
    worked = work.worked_loan(name) if name in work.LOANS else work.worked_plan(name)
    assert kept(name) == worked


def kept(name: str) -> dict[str, Any]:
    """Return the expected file of a worked household."""
    return json.loads((work.HERE / f"{name}.expected.json").read_text("utf-8"))


@pytest.mark.parametrize("name", work.LOANS)
def test_the_product_computes_the_loan(name: str) -> None:
    """Every fen of the schedule, and of what is owed on each day of the sheet."""
    worked = kept(name)
    ours = loan_answers(worked)
    assert ours["schedule"] == worked["schedule"]
    assert ours["owed"] == worked["owed"]


@pytest.mark.parametrize("name", sorted(set(work.PLANS) - {HOLDING}))
def test_the_product_finds_the_plan(name: str) -> None:
    """Every field of the plan that is determined; the rest within the tolerance, and itself a plan that holds."""
    worked, ours = kept(name)["plan"], plan_answer(name)
    free, within = worked.pop("not_determined", []), worked.pop("net_within_fen", 0)
    fields = [word for word in worked if word not in free]
    assert {word: ours[word] for word in fields} == {word: worked[word] for word in fields}
    assert worked["net_fen"] <= ours["net_fen"] <= worked["net_fen"] + within
    from_outside = ("month", "income_fen", "essential_fen", "other_fen")
    for mine, other in zip(ours["cash"], worked["cash"], strict=True):
        assert [mine[word] for word in from_outside] == [other[word] for word in from_outside]
    people = work.household(name)
    for words in people["debt"]:
        own = [row for row in ours["payments"] if row["debt"] == words["id"]]
        work.played(words, people["household"]["as_of"], own)


def test_the_product_holds() -> None:
    """The holding plan: the clean debt on time, the rest to the overdue one, harm of the first twelve month ends."""
    worked, ours = kept(HOLDING)["plan"], plan_answer(HOLDING, months=11)
    assert (ours["status"], ours["unpaid_essential_fen"]) == ("does-not-work", 0)
    assert (ours["harm"], ours["overdue_months"]) == (
        worked["harm_to_2027_10"],
        worked["overdue_months_to_2027_10"],
    )
    assert [row for row in ours["payments"] if row["debt"] == "clean"] == worked["payments_of_clean"]
    large = Counter(row["date"][:7] for row in ours["payments"] if row["debt"] == "large")
    assert sorted(large) == [row["month"] for row in worked["cash"][1:]]
    paid = [row["fen"] for row in ours["payments"] if row["debt"] == "large"]
    assert paid == [worked["paid_each_month_to_large_fen"]] * len(paid)
    assert ours["cash"] == worked["cash"]


def test_every_household_file_is_worked() -> None:
    assert {path.stem for path in work.HERE.glob("*.toml")} == {*work.LOANS, *work.PLANS}


def agrees(published: Any, found: Any) -> bool:
    """Return whether a value agrees with what was printed, to the digits that were printed."""
    if published is None:
        return True
    if isinstance(published, dict):
        return all(agrees(value, found[word]) for word, value in published.items())
    if isinstance(published, list):
        return len(published) == len(found) and all(map(agrees, published, found))
    if isinstance(published, str):
        printed = Decimal(published)
        return abs(Decimal(found) - printed) <= Decimal(1).scaleb(int(printed.as_tuple().exponent)) / 2
    return published == found


@pytest.mark.parametrize("case", RIGHT, ids=[case["id"] for case in RIGHT])
def test_a_published_example_is_confirmed_under_its_rounding(case: dict[str, Any]) -> None:
    again = external.recomputed(case)
    assert agrees(case["published"], again["confirmed"])
    assert again == case, "run `python -m worked.external`"


@pytest.mark.parametrize("case", WRONG, ids=[case["id"] for case in WRONG])
def test_a_published_example_is_shown_to_be_wrong(case: dict[str, Any]) -> None:
    published = case["published"]
    if case["id"] == "T7":
        assert Decimal(published["paid"]) - Decimal(published["interest"]) != Decimal(
            case["inputs"]["balance"]
        )
        return
    again = external.recomputed(case)
    assert again == case, "run `python -m worked.external`"
    if "saves" in published:
        assert again["confirmed"]["avalanche"] == again["confirmed"]["snowball"]
    else:
        assert not agrees(published, again["confirmed"])
        assert not agrees(published, again["whole_fen"])

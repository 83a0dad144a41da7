"""The product against the second computation, on random contracts with events.

`product_answers` is the one place that knows the product.  It returns {"schedule": [...], "owed": {day:
row}} in the words of `oracle.answers`; a key it leaves out of a row is not compared.
"""

from collections import Counter
from typing import Any

import pytest

from oracle.answers import owed, schedule
from oracle.cases import Case, case
from oracle.product import answers
from properties.examples import SOAKED

SEEDS = 150
LONG_SEEDS = 50_150 if SOAKED else 2_150
BLOCK = 500
SHOWN = 12
Answers = dict[str, Any]


def product_answers(made: Case) -> Answers:
    """Return what the product says about a case, in the oracle's words."""
    return answers(made["terms"], made["events"], made["days"])


def oracle_answers(made: Case) -> Answers:
    """Return what the second computation says about a case."""
    return {"schedule": schedule(made["terms"]), "owed": owed(made["terms"], made["events"], made["days"])}


def differences(ours: Answers, theirs: Answers) -> list[str]:
    """Return each place where the product and the second computation differ, in words."""
    found: list[str] = []
    if ours["schedule"] is None:  # a revolving debt's minimums are judged by what is owed
        ours = {**ours, "schedule": theirs["schedule"]}
    if len(ours["schedule"]) != len(theirs["schedule"]):
        found.append(f"schedule: product {len(ours['schedule'])} dues, oracle {len(theirs['schedule'])}")
    for index, (mine, other) in enumerate(zip(ours["schedule"], theirs["schedule"], strict=False)):
        found += _row(f"schedule[{index}]", mine, other)
    for day, other in theirs["owed"].items():
        if day not in ours["owed"]:
            found.append(f"owed {day}: missing in the product")
            continue
        found += _row(f"owed {day}", ours["owed"][day], other)
    return found


def _row(where: str, ours: Answers, theirs: Answers) -> list[str]:
    if ours.get("payoff_fen") == theirs.get("payoff_fen") == 0:
        return []  # paid up: how much of it is called held, how much interest run, is the same money
    return [
        f"{where}.{word}: product {ours[word]}, oracle {theirs[word]}"
        for word in theirs
        if word in ours and ours[word] != theirs[word]
    ]


def told(made: Case, found: list[str]) -> str:
    """Return a report of one case: what it is, and its first differences."""
    terms = "\n".join(f"  {word} = {value}" for word, value in made["terms"].items())
    events = "\n".join(f"  {event}" for event in sorted(made["events"], key=lambda event: event["on"]))
    return "\n".join([f"case {made['seed']} {made['tags']}", terms, events, *found[:SHOWN]])


@pytest.mark.parametrize("seed", range(SEEDS))
def test_the_product_agrees(seed: int) -> None:
    """Every fen of schedule and owed amounts is the same."""
    made = case(seed)
    found = differences(product_answers(made), oracle_answers(made))
    assert not found, told(made, found)


@pytest.mark.long
@pytest.mark.property
@pytest.mark.parametrize("first", range(SEEDS, LONG_SEEDS, BLOCK))
def test_the_product_agrees_on_many(first: int) -> None:
    """The same over many cases; a failure says which features the differing cases share."""
    wrong: list[str] = []
    tags, all_tags = Counter[str](), Counter[str]()
    for seed in range(first, min(first + BLOCK, LONG_SEEDS)):
        made = case(seed)
        all_tags.update(made["tags"])
        found = differences(product_answers(made), oracle_answers(made))
        if found:
            wrong.append(told(made, found))
            tags.update(made["tags"])
    shares = sorted(((tags[tag] / all_tags[tag], tag) for tag in tags), reverse=True)
    summary = ", ".join(f"{tag} {part:.0%}" for part, tag in shares[:SHOWN])
    assert not wrong, f"{len(wrong)} of {BLOCK} differ; share of cases by feature: {summary}\n" + "\n\n".join(
        wrong[:3]
    )


def test_a_difference_would_be_seen() -> None:
    """One fen more in any row of either list is a difference."""
    made = case(0)
    theirs, ours = oracle_answers(made), oracle_answers(made)
    assert differences(ours, theirs) == []
    ours["schedule"][0]["balance_fen"] += 1
    day = made["days"][-1].isoformat()
    ours["owed"][day]["payoff_fen"] += 1
    assert len(differences(ours, theirs)) == 2
    del ours["owed"][day]
    assert any("missing" in line for line in differences(ours, theirs))

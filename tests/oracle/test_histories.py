"""The product against the second computation on odd histories: several agreements, calls, one day's events."""

import pytest

from oracle.cases import Case
from oracle.histories import history
from oracle.test_against_product import differences, oracle_answers, product_answers, told
from properties.examples import SOAKED

SEEDS = 16
LONG_SEEDS = 40_000 if SOAKED else 1_500
BLOCK = 500
UNKNOWN_MOST = BLOCK // 20


def compared(made: Case) -> list[str] | None:
    """Return where both differ, None where the second computation has no rule for what happened."""
    try:
        theirs = oracle_answers(made)
    except NotImplementedError:
        return None
    return differences(product_answers(made), theirs)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_the_product_agrees_on_odd_histories(seed: int) -> None:
    """Every fen on every day that is asked about is the same, however odd what happened before."""
    made = history(seed)
    found = compared(made)
    assert found == [], told(made, found or ["no rule"])


@pytest.mark.long
@pytest.mark.property
@pytest.mark.parametrize("first", range(SEEDS, LONG_SEEDS, BLOCK))
def test_the_product_agrees_on_many_odd_histories(first: int) -> None:
    """The same over many; hardly any is one that the second computation has no rule for."""
    cases = [history(seed) for seed in range(first, first + BLOCK)]
    found = [(made, compared(made)) for made in cases]
    wrong = [told(made, lines) for made, lines in found if lines]
    assert not wrong, f"{len(wrong)} of {BLOCK} differ\n" + "\n\n".join(wrong[:3])
    assert sum(lines is None for _, lines in found) <= UNKNOWN_MOST


def test_odd_histories_are_odd() -> None:
    """Among the first ones are two agreements on a debt, a call before an agreement, and two events on one day."""
    cases = [history(seed)["events"] for seed in range(SEEDS)]
    kinds = [[event["kind"] for event in sorted(events, key=lambda one: one["on"])] for events in cases]
    assert any(each.count("agree") > 1 for each in kinds)
    assert any("agree" in each[each.index("accelerate") :] for each in kinds if "accelerate" in each)
    assert any(len({event["on"] for event in events}) < len(events) for events in cases)

"""All rates of random flows against a second computation with 50 digits: 0 misses, the right one chosen."""

from fractions import Fraction
from random import SystemRandom

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accurate.cases import CLASSES, Case, case_of
from accurate.compare import compared
from ashore.loans.yearly.answers import Found
from ashore.loans.yearly.roots import rates_of

SEED = 20_261_123
# 10,000 cases in chunks that take well under a minute each: (class, cases, cases of a chunk).
PLAN = [
    ("ordinary", 2000, 200),
    ("negative", 1000, 250),
    ("zero", 800, 800),
    ("multi-sign", 2000, 200),
    ("several roots", 1500, 250),
    ("360 to 480 flows", 200, 50),
    ("payday", 1200, 600),
    ("near −100 %", 900, 450),
    ("a century", 400, 80),
]
CHUNKS = [(kind, start, size) for kind, count, size in PLAN for start in range(0, count, size)]


def wrong(case: Case) -> tuple[str, ...]:
    answer = rates_of(case.amounts, case.days, 365)
    return compared(answer, [Fraction(amount) for amount in case.amounts], list(case.days)).differences


def test_the_plan_is_ten_thousand_cases_of_every_class():
    assert sum(size for _, _, size in CHUNKS) == 10_000
    assert {kind for kind, _, _ in CHUNKS} == set(CLASSES)


@pytest.mark.parametrize("kind", CLASSES)
def test_a_few_cases_of_each_class(kind: str):
    for number in range(3):
        case = case_of(kind, 1, number)
        assert wrong(case) == (), case


@pytest.mark.long
@pytest.mark.parametrize(("kind", "start", "size"), CHUNKS)
def test_ten_thousand_cases(kind: str, start: int, size: int):
    for number in range(start, start + size):
        assert wrong(case_of(kind, SEED, number)) == (), (kind, SEED, number)


@pytest.mark.long
@pytest.mark.parametrize("kind", CLASSES)
def test_fresh_cases_on_every_run(kind: str):
    seed = SystemRandom().randrange(10**9)
    for number in range(20):
        assert wrong(case_of(kind, seed, number)) == (), (kind, seed, number)


@pytest.mark.property
@given(st.lists(st.tuples(st.integers(-(10**7), 10**7), st.integers(0, 4000)), max_size=9))
def test_any_amounts_on_any_days(flows: list[tuple[int, int]]):
    amounts, days = [amount for amount, _ in flows], [day for _, day in flows]
    assert wrong(Case(tuple(amounts), tuple(days))) == ()


@pytest.mark.property
@given(
    st.lists(st.integers(-90, 200), min_size=1, max_size=4, unique=True),
    st.integers(1, 400),
)
def test_known_rates_are_all_found(percents: list[int], gap: int):
    """Amounts are the product of (100 + percent)·x − 100, one factor for each rate."""
    powers = [1]
    for percent in percents:
        powers = [
            (100 + percent) * after - 100 * before
            for before, after in zip([*powers, 0], [0, *powers], strict=True)
        ]
    answer = rates_of(powers, [gap * place for place in range(len(powers))], gap)
    assert isinstance(answer, Found)
    assert [round(float(root.rate) * 100, 9) for root in answer.roots] == sorted(percents)


@pytest.mark.property
@given(st.integers(0, 10**6), st.integers(2, 1000))
def test_other_currency_and_other_calendar_change_nothing(number: int, factor: int):
    case = case_of("multi-sign", 5, number)
    plain = rates_of(case.amounts, case.days, 365)
    scaled = rates_of(
        [amount * factor for amount in case.amounts], [day * factor for day in case.days], 365 * factor
    )
    if isinstance(plain, Found) and isinstance(scaled, Found):
        for root, other in zip(plain.roots, scaled.roots, strict=True):
            assert max(root.low, other.low) <= min(root.high, other.high)
    else:
        assert plain == scaled

"""Plain functions under two bindings: the compiled twin gives the plain one's numbers, or says that it does not."""

import importlib.util
import sys
from fractions import Fraction
from math import floor
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ashore.money import share_out as share_out_exactly
from ashore.simulation import binding, kernel, layout
from ashore.simulation.binding import PLAIN, NotCompiled, NotPlain, bind, bind_or_plain, digest, reached
from ashore.simulation.exact import by_limbs, share, share_out, times
from ashore.simulation.philox import draw
from ashore.simulation.rates import annuity_limbs
from simulation.test_philox import VECTORS, words

EXACT = (times, share, by_limbs, share_out)
SIGNED = st.integers(-(2**63), 2**63 - 1)
AMOUNTS = st.integers(0, 2**39 - 1)
RATE = 1_000
SOME = [1, 2, 3]


def signed(a: int, b: int, by: int, out: list[int]) -> int:
    """Write what Python rounds downwards, for a negative number too."""
    out[0], out[1], out[2] = a // b, a % b, a >> by
    out[3], out[4] = min(a, b), max(a, b)
    return -1 if a < 0 else 1


def product(a: int, b: int) -> int:
    return a * b


def third(numbers: list[int]) -> int:
    return numbers[2]


def weighed(weights: list[float], amounts: list[int], share: float) -> float:
    total = 0.0
    for place in range(len(weights)):
        total += weights[place] * amounts[place]
    return total * share


def calling(a: int) -> int:
    return product(a, RATE)


def uses_a_list(a: int) -> int:
    return SOME[a]


def calls_through_a_module(a: int) -> int:
    return kernel.later_rows(SOME, SOME, a, a, a)


@pytest.mark.property
@given(SIGNED, SIGNED.filter(bool), st.integers(0, 62))
def test_negative_numbers_round_downwards_in_both(a, b, by):
    assume((a, b) != (-(2**63), -1))
    bound = bind(signed)
    out = bound.whole([0] * 5)
    assert bound.of(signed)(a, b, by, out) == (-1 if a < 0 else 1)
    whole = floor(Fraction(a, b))
    assert bound.listed(out) == [whole, a - whole * b, floor(Fraction(a, 2**by)), *sorted((a, b))]


@pytest.mark.property
@given(AMOUNTS, st.integers(0, 10**9), st.integers(1, 2**31 - 1), AMOUNTS)
def test_compiled_arithmetic_is_exact(base, num, den, more):
    bound = bind(*EXACT)
    num %= 2 * den
    exact = Fraction(base * num, den)
    assert bound.of(times)(base, num, den, layout.HALF_UP) == floor(exact + Fraction(1, 2))
    assert bound.of(times)(base, num, den, layout.DOWN) == floor(exact)
    assert bound.of(times)(base, num, den, layout.UP) == -floor(-exact)
    if base + more:
        assert bound.of(share)(num, base, base + more) == num * base // (base + more)


@pytest.mark.property
@given(AMOUNTS, st.lists(st.integers(0, 2**36), min_size=1, max_size=8).filter(any))
def test_a_compiled_sum_is_shared_out_as_money_is(total, weights):
    bound = bind(*EXACT)
    state = bound.whole([number for weight in weights for number in (weight, 0)])
    bound.of(share_out)(total, state, len(weights), 2, 0, 1)
    assert tuple(bound.listed(state)[1::2]) == share_out_exactly(total, tuple(weights))


@pytest.mark.property
@given(AMOUNTS, st.integers(0, 1_000), st.integers(1, 400))
def test_a_compiled_level_payment_is_the_plain_one(principal, thousandths, periods):
    bound, limbs = bind(*EXACT), annuity_limbs(*Fraction(thousandths, 10_000).as_integer_ratio(), periods)
    compiled = bound.of(by_limbs)(principal, bound.whole(limbs), 0)
    assert compiled == by_limbs(principal, list(limbs), 0)


def test_compiled_random_words():
    """The published vectors, though their products wrap: two words of household, one of path, one of tag and block."""
    bound = bind(draw)
    for counter, key, expected in VECTORS:
        (low, high, path, last), (key_low, key_high) = words(counter), words(key)
        found = bound.whole([0] * 4)
        seed, household = (
            part - 2**64 * (part >> 63) for part in (key_high << 32 | key_low, high << 32 | low)
        )
        bound.of(draw)(found, seed, household, path, last >> 24, last & 0xFFFFFF)
        assert bound.listed(found) == words(expected)


def test_floats():
    """(0.5 × 3 + 0.25 × 8) × 2 = 7."""
    bound = bind(weighed)
    assert bound.of(weighed)(bound.real([0.5, 0.25]), bound.whole([3, 8]), 2.0) == 7.0
    assert weighed(PLAIN.real([0.5, 0.25]), PLAIN.whole([3, 8]), 2.0) == 7.0


def test_what_is_wrong_is_said():
    bound = bind(signed, third)
    with pytest.raises(ZeroDivisionError):
        bound.of(signed)(1, 0, 1, bound.whole([0] * 5))
    with pytest.raises(IndexError):
        bound.of(third)(bound.whole([1, 2]))
    with pytest.raises(OverflowError):
        bound.whole([2**63])
    with pytest.raises(TypeError):
        bound.of(third)(bound.real([1.0, 2.0, 3.0]))  # pyright: ignore[reportArgumentType] the wrong list on purpose
    with pytest.raises(TypeError):
        bound.of(third)(bound.whole([1, 0, 2, 0, 3, 0])[::2])


def test_a_compiled_product_wraps_without_a_word():
    """So nothing is run compiled unless its numbers are shown to fit (`bounds`)."""
    assert bind(product).of(product)(2**32, 2**31) == -(2**63)


def test_plain_functions_stay_as_they_are():
    assert PLAIN.of(product) is product
    numbers = [1, 2]
    assert PLAIN.whole(numbers) == numbers
    assert PLAIN.whole(numbers) is not numbers


def test_a_function_that_was_not_bound_is_not_found():
    with pytest.raises(KeyError):
        bind(third).of(product)


def test_all_that_is_called_is_reached():
    assert reached([calling]) == [calling, product]
    names = {one.__name__ for one in reached([kernel.run])}
    assert {"times", "form_row", "drop_paid", "set_keep", "rank"} <= names


@pytest.mark.parametrize(
    ("function", "read"), [(uses_a_list, "SOME"), (calls_through_a_module, "kernel.later_rows")]
)
def test_what_could_change_under_compiled_code_is_refused(function, read):
    with pytest.raises(NotPlain, match=read):
        reached([function])


def test_without_numba_it_is_said_or_the_plain_ones_are_given(monkeypatch):
    monkeypatch.setitem(sys.modules, "numba", None)
    bind.cache_clear()
    with pytest.raises(NotCompiled) as raised:
        bind(calling)
    assert raised.value.code == "batch-not-installed"
    assert bind_or_plain(calling) is PLAIN


HELPER = "RATE = {rate}\ndef grown(a: int) -> int:\n    return a {sign} RATE\n"
ENTRY = "from helper import grown\ndef entry(a: int) -> int:\n    return grown(a) + 1\n"


def fresh(folder: Path, name: str, source: str, monkeypatch) -> ModuleType:
    """Return a module imported from a file of this text."""
    path = folder / f"{name}.py"
    path.write_text(source)
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, name, module)
    exec(compile(source, path, "exec"), vars(module))  # noqa: S102 - a file of this test's, without Python's own cache
    return module


def test_kept_code_is_used_again_and_never_for_a_changed_source(tmp_path, monkeypatch):
    """numba itself looks at the entry's file alone; here what the entry calls changes: its number, then its code."""
    kept = str(tmp_path / "kept")
    answers, hits, places = [], [], set()
    for rate, sign in ((10, "*"), (10, "*"), (11, "*"), (10, "+")):
        fresh(tmp_path, "helper", HELPER.format(rate=rate, sign=sign), monkeypatch)
        entry = fresh(tmp_path, "entry", ENTRY, monkeypatch).entry
        bound = bind(entry, folder=kept)
        answers.append(bound.of(entry)(5))
        hits.append(sum(bound.of(entry).stats.cache_hits.values()))
        places.add(bound.cached)
    assert answers == [51, 51, 56, 16]
    assert hits == [0, 1, 0, 0]
    assert len(places) == 3
    assert all(place.startswith(kept) for place in places)


def test_a_folder_that_cannot_be_written_keeps_nothing_anywhere(tmp_path, monkeypatch):
    fresh(tmp_path, "helper", HELPER.format(rate=3, sign="*"), monkeypatch)
    entry = fresh(tmp_path, "entry", ENTRY, monkeypatch).entry
    before = sorted(tmp_path.rglob("*"))
    bound = bind(entry, folder=str(tmp_path / "entry.py" / "below-a-file"))
    assert (bound.of(entry)(5), bound.cached, bound.compiled) == (16, None, True)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_name_says_which_code_and_which_compiler(monkeypatch):
    first = digest([kernel.run], "1")
    assert first == digest([kernel.run], "1")
    assert first != digest([kernel.run], "2")
    assert first != digest([kernel.one_month], "1")
    monkeypatch.setattr(layout, "LIMB_BITS", 23)  # read by exact.by_limbs only, five calls below
    assert first != digest([kernel.run], "1")
    monkeypatch.undo()
    monkeypatch.setattr(binding, "OPTIONS", {**binding.OPTIONS, "boundscheck": False})
    assert first != digest([kernel.run], "1")

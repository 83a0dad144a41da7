"""The random words: the published vectors, a second formulation, and what they may depend on."""

import pytest

from ashore.simulation.philox import draw, philox
from simulation.households import dice_of

# Counter, key, result: the lines "philox4x32 10" of tests/kat_vectors in Random123, by its authors
# (github.com/DEShawResearch/random123).
VECTORS = (
    ("00000000 00000000 00000000 00000000", "00000000 00000000", "6627e8d5 e169c58d bc57ac4c 9b00dbd8"),
    ("ffffffff ffffffff ffffffff ffffffff", "ffffffff ffffffff", "408f276d 41c83b0e a20bc7c6 6d5451fd"),
    ("243f6a88 85a308d3 13198a2e 03707344", "a4093822 299f31d0", "d16cfe09 94fdcceb 5001e420 24126ea1"),
)


def words(text: str) -> list[int]:
    """Return hexadecimal words as numbers."""
    return [int(word, 16) for word in text.split()]


def second(counter: list[int], key: list[int]) -> list[int]:
    """Return the ten rounds on two pairs: (high ⊕ other ⊕ key, low) of a product crosses over; no running key."""
    left_0, left_1 = (counter[0], counter[1]), (counter[2], counter[3])
    for number in range(10):
        bumped = [(key[0] + number * 0x9E3779B9) % 2**32, (key[1] + number * 0xBB67AE85) % 2**32]
        high_0, low_0 = divmod(0xD2511F53 * left_0[0], 2**32)
        high_1, low_1 = divmod(0xCD9E8D57 * left_1[0], 2**32)
        left_0, left_1 = (high_1 ^ left_0[1] ^ bumped[0], low_1), (high_0 ^ left_1[1] ^ bumped[1], low_0)
    return [*left_0, *left_1]


@pytest.mark.parametrize(("counter", "key", "expected"), VECTORS)
def test_the_published_vectors(counter, key, expected):
    found = words(counter)
    philox(found, *words(key))
    assert found == words(expected) == second(words(counter), words(key))


def test_a_second_formulation_agrees():
    dice = dice_of(1)
    for _ in range(2_000):
        counter, key = [dice.getrandbits(32) for _ in range(4)], [dice.getrandbits(32) for _ in range(2)]
        found = counter[:]
        philox(found, *key)
        assert found == second(counter, key)


def test_products_that_wrap_in_64_bits_give_the_same_words():
    """A compiler keeps 64 bits with a sign: the words of such a product are those of the whole one."""
    dice = dice_of(2)
    for _ in range(2_000):
        product = dice.getrandbits(32) * 0xD2511F53
        wrapped = (product + 2**63) % 2**64 - 2**63
        assert (wrapped >> 32) & 0xFFFFFFFF == product >> 32
        assert wrapped & 0xFFFFFFFF == product % 2**32


def test_every_part_of_the_key_matters():
    base = (7, 5 << 40 | 3, 11, 2, 9)
    seen = set()
    for place, more in ((0, 1), (0, 1 << 40), (1, 1), (1, 1 << 50), (2, 1), (3, 1), (4, 1), (0, 0)):
        found = [0, 0, 0, 0]
        draw(found, *(number + more if index == place else number for index, number in enumerate(base)))
        seen.add(tuple(found))
    assert len(seen) == 8


def test_words_are_spread_evenly():
    """Sixteen bins of 4,096 words each by their top bits: chi-square with 15 degrees of freedom stays below 40."""
    bins, found = [0] * 16, [0, 0, 0, 0]
    for path in range(16_384):
        draw(found, 1, 1, path, 0, 0)
        for word in found:
            bins[word >> 28] += 1
    assert sum((count - 4096) ** 2 / 4096 for count in bins) < 40

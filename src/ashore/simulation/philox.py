"""Random words that depend on what they are for, not on when they are drawn: Philox 4x32-10.

J. K. Salmon and others, "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011).  A counter and a key of whole
numbers give four words of 32 bits.  The same household meets the same futures in any order, batch or strategy.
"""

MASK = 0xFFFFFFFF
MULTIPLY_0, MULTIPLY_2 = 0xD2511F53, 0xCD9E8D57
WEYL_0, WEYL_1 = 0x9E3779B9, 0xBB67AE85
ROUNDS = 10
TAG_SHIFT = 24


def philox(words: list[int], key_0: int, key_1: int) -> None:
    """Turn a counter of four 32-bit words into four random ones, in place.

    The products may wrap in 64 bits: only their low and high 32 bits are used, and the mask drops the sign.
    """
    for _ in range(ROUNDS):
        product_0, product_2 = words[0] * MULTIPLY_0, words[2] * MULTIPLY_2
        words[0] = ((product_2 >> 32) & MASK) ^ words[1] ^ key_0
        words[1] = product_2 & MASK
        words[2] = ((product_0 >> 32) & MASK) ^ words[3] ^ key_1
        words[3] = product_0 & MASK
        key_0, key_1 = (key_0 + WEYL_0) & MASK, (key_1 + WEYL_1) & MASK


def draw(words: list[int], seed: int, household: int, path: int, tag: int, block: int) -> None:
    """Write four random 32-bit words for one household's future into `words`.

    `seed` and `household` (the file's id) count with 64 bits, `path` (which future) with 32, `tag` (what the words
    are for) with 8, `block` (which four of them) with 24.
    """
    words[0], words[1] = household & MASK, (household >> 32) & MASK
    words[2], words[3] = path & MASK, ((tag << TAG_SHIFT) | block) & MASK
    philox(words, seed & MASK, (seed >> 32) & MASK)

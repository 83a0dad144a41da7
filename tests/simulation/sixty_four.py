"""A whole number that refuses to leave 64 bits, to see that a compiler's numbers would do."""

from typing import Self

from ashore.simulation import layout as at
from ashore.simulation.arrays import Arrays
from ashore.simulation.kernel import run
from ashore.simulation.simulate import Strategy

LIMIT = 2**63


class Word(int):
    """A signed 64-bit number: every result is checked, none wraps."""

    def _keep(self, value: int) -> Self:
        assert -LIMIT <= value < LIMIT, f"{value} needs more than 64 bits"
        return type(self)(value)

    def __add__(self, other: int) -> Self:
        """Return the sum."""
        return self._keep(int(self) + int(other))

    def __sub__(self, other: int) -> Self:
        """Return the difference."""
        return self._keep(int(self) - int(other))

    def __rsub__(self, other: int) -> Self:
        """Return the difference."""
        return self._keep(int(other) - int(self))

    def __mul__(self, other: int) -> Self:
        """Return the product."""
        return self._keep(int(self) * int(other))

    def __floordiv__(self, other: int) -> Self:
        """Return the whole quotient."""
        return self._keep(int(self) // int(other))

    def __rfloordiv__(self, other: int) -> Self:
        """Return the whole quotient."""
        return self._keep(int(other) // int(self))

    def __lshift__(self, other: int) -> Self:
        """Return the number moved to the left."""
        return self._keep(int(self) << int(other))

    def __rshift__(self, other: int) -> Self:
        """Return the number moved to the right."""
        return self._keep(int(self) >> int(other))

    def __neg__(self) -> Self:
        """Return the opposite."""
        return self._keep(-int(self))

    __radd__ = __add__
    __rmul__ = __mul__


def run_with_words(arrays: Arrays, strategy: Strategy) -> None:
    """Run the kernel with such numbers, which raise where one does not fit, and assert that Python's give the same."""
    flags = strategy.flags
    out = [0] * (at.OUT_SIZE + arrays.months * at.OUT_ROW)
    lists = (arrays.data, arrays.money, arrays.opening, out, flags)
    words: list[list[int]] = [[Word(number) for number in one] for one in lists]
    plain = [list(one) for one in lists]
    assert run(*words) == run(*plain)
    assert words == plain

"""Real numbers with 50 digits: mpmath in a context of its own, with the types that mpmath does not name."""

from typing import Final, Protocol, cast

import mpmath

DIGITS: Final = 50


class Real(Protocol):
    """A number of 50 digits."""

    def __add__(self, other: "Real | float", /) -> "Real": ...
    def __radd__(self, other: float, /) -> "Real": ...
    def __sub__(self, other: "Real | float", /) -> "Real": ...
    def __rsub__(self, other: float, /) -> "Real": ...
    def __mul__(self, other: "Real | float", /) -> "Real": ...
    def __rmul__(self, other: float, /) -> "Real": ...
    def __truediv__(self, other: "Real | float", /) -> "Real": ...
    def __pow__(self, other: int, /) -> "Real": ...
    def __neg__(self) -> "Real": ...
    def __abs__(self) -> "Real": ...
    def __lt__(self, other: "Real | float", /) -> bool: ...
    def __le__(self, other: "Real | float", /) -> bool: ...
    def __gt__(self, other: "Real | float", /) -> bool: ...
    def __ge__(self, other: "Real | float", /) -> bool: ...
    def __float__(self) -> float: ...


class Context(Protocol):
    """What is used of mpmath's context."""

    dps: int

    def mpf(self, number: float | str, /) -> Real:
        """Return the number."""
        ...

    def exp(self, number: Real, /) -> Real:
        """Return e to that power."""
        ...

    def nstr(self, number: Real, digits: int, /) -> str:
        """Return the number as text."""
        ...


CONTEXT: Final = cast("Context", mpmath.MPContext())
CONTEXT.dps = DIGITS


def real(number: float | str) -> Real:
    """Return a number, exactly as far as 50 digits go."""
    return CONTEXT.mpf(number)


def exp(number: Real) -> Real:
    """Return e to that power."""
    return CONTEXT.exp(number)


def shown(number: Real, digits: int) -> str:
    """Return a number as text."""
    return CONTEXT.nstr(number, digits)

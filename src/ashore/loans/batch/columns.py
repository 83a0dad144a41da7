"""Columns for very many loans: arrays of whole numbers, checked once, and the binding that their loops run under.

Rows are ragged: row i of a flat array lies from offsets[i] to offsets[i + 1].
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Protocol, TypeAlias, TypeVar

Array: TypeAlias = Any
"""Numbers of numpy, which is loaded when it is needed."""
F = TypeVar("F", bound=Callable[..., Any])


class NotColumns(ValueError):
    """Arrays that are no columns of loans: not whole numbers, of unequal length, or beyond what is allowed."""


class Binding(Protocol):
    """Functions to call: as they stand on lists, or compiled on arrays (`ashore.simulation.binding.bind`)."""

    @property
    def compiled(self) -> bool:
        """Return whether the functions take arrays."""
        ...

    def of(self, function: F) -> F:
        """Return a function under this binding."""
        ...


@dataclass(frozen=True, slots=True)
class AsTheyStand:
    """The functions as they stand."""

    compiled: bool = False

    def of(self, function: F) -> F:
        """Return the function itself."""
        return function


PLAIN: Final = AsTheyStand()


@dataclass(frozen=True, slots=True)
class Flows:
    """Rows of dated amounts: day numbers and fen, and where the rows begin and end."""

    days: Array
    amounts_fen: Array
    offsets: Array

    def __len__(self) -> int:
        return len(self.offsets) - 1


def flows_of(days: Array, amounts_fen: Array, offsets: Array) -> Flows:
    """Return the flows as arrays of 64 bits.  Raises NotColumns; how large numbers are is looked at later."""
    flows = Flows(whole("days", days), whole("amounts_fen", amounts_fen), whole("offsets", offsets))
    if len(flows.days) != len(flows.amounts_fen):
        raise NotColumns(f"{len(flows.days)} days and {len(flows.amounts_fen)} amounts")
    if not len(flows.offsets) or flows.offsets[0] != 0 or flows.offsets[-1] != len(flows.days):
        raise NotColumns("offsets run from 0 to the number of flows")
    if (flows.offsets[1:] < flows.offsets[:-1]).any():
        raise NotColumns("offsets never fall")
    return flows


def whole(name: str, numbers: Array) -> Array:
    """Return a flat array of 64-bit numbers that can be written to.  Raises NotColumns for anything else."""
    import numpy as np

    array = np.asarray(numbers)
    if array.ndim != 1 or (array.size and not (array.dtype.kind in "iu" and array.dtype != np.uint64)):
        raise NotColumns(f"{name} is no flat array of whole numbers of 64 bits with a sign")
    return np.require(array, np.int64, ["C", "W"])


def within(name: str, numbers: Array, least: int, most: int) -> Array:
    """Return whole numbers as `whole` does, none below or above.  Raises NotColumns."""
    array = whole(name, numbers)
    if array.size and (array.min() < least or array.max() > most):
        raise NotColumns(f"{name} holds a number below {least} or above {most}")
    return array


def lent(array: Array, bound: Binding) -> Array:
    """Return an array as the functions take it."""
    return array if bound.compiled else array.tolist()


def taken(numbers: Array) -> Array:
    """Return as an array what the functions wrote."""
    import numpy as np

    return np.asarray(numbers)

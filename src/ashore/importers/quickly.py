"""Frozen values by the thousand, a column for each field: their own `__init__` asks the class anew for every field."""

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, make_dataclass
from functools import cache
from typing import TypeVar

T = TypeVar("T")


def made(kind: type[T], *columns: Iterable[object]) -> list[T]:
    """Return one value of a frozen dataclass with slots for each row of some columns, one for each field in order."""
    return list(map(_opened(kind), *columns))


@cache
def _opened(kind: type[T]) -> Callable[..., T]:
    """Return what makes the same values from the same arguments, sooner.

    A value is filled in as one of an open twin with the same slots; from its last field on it is one of the frozen
    class, and nothing of the twin is left.
    """

    def freeze(one: object) -> None:
        one.__class__ = kind

    assert is_dataclass(kind)
    names = [one.name for one in fields(kind)]
    return make_dataclass(
        kind.__name__, names, namespace={"__post_init__": freeze}, eq=False, repr=False, slots=True
    )

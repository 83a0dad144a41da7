"""What is to be forgotten when the book closes: each module that keeps something of it in memory says so here."""

from collections.abc import Callable
from typing import Final

_acts: Final[list[Callable[[], None]]] = []


def forget_at_close(act: Callable[[], None]) -> None:
    """Have something forgotten each time the book closes."""
    _acts.append(act)


def forget() -> None:
    """Forget all of it."""
    for act in _acts:
        act()

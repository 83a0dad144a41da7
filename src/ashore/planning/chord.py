"""How much of an amount leaves nothing missing, in few tries: what is left bends down, so its chord is safe."""

from collections.abc import Callable
from typing import Final

CHORDS: Final = 3
"""Chords drawn, each closer."""


def largest(slack: Callable[[int], int], most: int) -> int:
    """Return an amount up to `most` that leaves no negative slack, near the largest; 0 where none does.

    Slack that bends downwards lies above its chord: where the chord meets zero it is not negative yet.  Each amount
    is tried before it is returned, so slack of another shape only makes it smaller than it could be.
    """
    beyond = slack(most)
    if beyond >= 0:
        return most
    amount, left = 0, slack(0)
    for _ in range(CHORDS):
        if left <= 0:
            break
        further = amount + (most - amount) * left // (left - beyond)
        there = slack(further)
        if there < 0:
            most, beyond = further, there
        else:
            amount, left = further, there
    return amount

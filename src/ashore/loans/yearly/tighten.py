"""A root that is known to lie between two places, brought between two very near ones."""

from dataclasses import dataclass
from typing import Final

from ashore.loans.yearly.curves import Discounts

NEWTON_STEPS: Final = 40
QUADRATIC: Final = 1e-3


@dataclass(frozen=True, slots=True)
class Between:
    """Two places and the sign of the sum at the first, nearer one; `far` is 0 where only the path's end is known."""

    near: int
    near_sign: int
    far: int = 0


def tighten(curve: Discounts, root: Between, guess: int | None, enough: float) -> tuple[int, int]:
    """Return two places, at most `enough` apart in s, with the one root between them: near and far.

    The sum has opposite proven signs at them. Newton's steps from the guess find the place; where the signs just
    beside it do not prove it, halving does. Where the curve's bits do not tell more signs, they are farther apart.
    """
    near, far = root.near, root.far
    at = guess if guess is not None else _inside(curve, near, far)
    for _ in range(NEWTON_STEPS):
        step = curve.newton(at)
        at = curve.shifted(at, step)
        if not near > at > far:
            near, far = _halved(curve, near, root.near_sign, far)
            at = _inside(curve, near, far)
        elif step * step * curve.span < enough * QUADRATIC:
            break
    before, after = curve.shifted(at, -enough / 3), curve.shifted(at, enough / 3)
    if near > before > far and curve.sign(before) == root.near_sign:
        near = before
    if near > after > far and curve.sign(after) == -root.near_sign:
        far = after
    while curve.width(near, far) > enough:
        halved = _halved(curve, near, root.near_sign, far)
        if halved == (near, far):
            break
        near, far = halved
    return near, far


def _halved(curve: Discounts, near: int, near_sign: int, far: int) -> tuple[int, int]:
    """Return the part that holds the root, or the whole where no sign inside it can be told."""
    middle = _inside(curve, near, far)
    for at in (middle, curve.middle(near, middle), *([curve.middle(middle, far)] if far else [])):
        sign = curve.sign(at) if near > at > far else 0
        if sign:
            return (at, far) if sign == near_sign else (near, at)
    return near, far


def _inside(curve: Discounts, near: int, far: int) -> int:
    return curve.middle(near, far) if far else curve.farther(near)

"""What every kind of picture has in common: how it is kept, and what stands in the way."""

from dataclasses import dataclass
from typing import Final, Literal

from ashore.errors import AshoreError

Kind = Literal["jpeg", "png", "webp"]
SIDE_MAX: Final = 20_000
PIXELS_MAX: Final = 120_000_000
"""A browser that draws more runs out of memory; no phone takes pictures of so many."""


class UnfitPicture(AshoreError):
    """A file that is not kept as a picture; the code says why, and what to do instead."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with nothing but what it shows: its kind, its size in pixels as it is stored, its bytes."""

    kind: Kind
    width: int
    height: int
    data: bytes


def sized(kind: Kind, width: int, height: int, data: bytes) -> Picture:
    """Return a picture of which the size can be drawn.  Raises UnfitPicture."""
    if not width or not height:
        raise UnfitPicture("photo-damaged")
    if max(width, height) > SIDE_MAX or width * height > PIXELS_MAX:
        raise UnfitPicture("photo-many-pixels")
    return Picture(kind, width, height, data)

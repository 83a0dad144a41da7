"""A file as a picture: known by its first bytes, never by its name, and rebuilt without what was written into it."""

from collections.abc import Callable, Mapping
from typing import Final

from ashore.importers.pictures import jpeg, png, webp
from ashore.importers.pictures.form import Kind, Picture, UnfitPicture

BYTES_MAX: Final = 6 << 20
"""A photo of a phone has two to five megabytes."""
REBUILT: Final[Mapping[Kind, Callable[[bytes], Picture]]] = {
    "jpeg": jpeg.rebuilt,
    "png": png.rebuilt,
    "webp": webp.rebuilt,
}
APPLE: Final = frozenset({b"heic", b"heix", b"mif1", b"msf1", b"hevc", b"heim", b"heis", b"avif"})


def read_picture(data: bytes) -> Picture:
    """Return a picture with nothing but what it shows.  Raises UnfitPicture, which says what to do instead."""
    if not data:
        raise UnfitPicture("photo-none")
    if len(data) > BYTES_MAX:
        raise UnfitPicture("photo-large", most_count=BYTES_MAX >> 20)
    kind = _kind(data)
    if kind is None:
        raise UnfitPicture("photo-heic" if _is_apples(data) else "photo-unknown")
    return REBUILT[kind](data)


def _kind(data: bytes) -> Kind | None:
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith(png.HEAD):
        return "png"
    return "webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else None


def _is_apples(data: bytes) -> bool:
    """Return whether it is of the kind that iPhones take unless they are told otherwise."""
    return data[4:8] == b"ftyp" and data[8:12] in APPLE

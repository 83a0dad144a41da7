"""Reading and changing the photos of the open book's things.

The store's file is made with the first photo.  Every write carries a key that its writer chose; a change names the
version it was made from.  Photos are in no household file, letter, paper or page for others; a backup has them.
"""

import hashlib
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from ashore.errors import AshoreError
from ashore.importers.pictures.form import Picture
from ashore.store import keyring
from ashore.store.faults import Damaged
from ashore.store.files import bring_up, sound
from ashore.store.private.photos.models import Photo
from ashore.store.private.writing import alone, delete_copies, delete_file, writes

STORE: Final = "photos"
DAMAGED: Final = "photos-damaged"
OF_THING_MAX: Final = 8
ALL_BYTES_MAX: Final = 32 << 20
"""A backup has all of them, and is to stay small enough to be copied away often."""


class NoRoom(AshoreError):
    """There are as many photos as are kept: nothing was added."""


class Stale(AshoreError):
    """A change of a version that is no longer the newest: nothing was written."""

    def __init__(self) -> None:
        """Say only that it is so: the page is shown as it stands."""
        super().__init__("photos-stale")


class NoPhoto(AshoreError):
    """There is no such photo."""

    def __init__(self) -> None:
        """Say only that it is so."""
        super().__init__("photos-gone")


@dataclass(frozen=True, slots=True)
class Shown:
    """A photo as it is shown: what kind of picture it is, and its bytes."""

    kind: str
    data: bytes


def all_photos() -> tuple[Photo, ...]:
    """Return every photo without its bytes, in the order added, the removed among them.  Raises Damaged."""
    if not keyring.held().file(STORE).path.exists():
        return ()
    with sound(DAMAGED):
        bring_up(STORE)
        found = tuple(Photo.objects.using(STORE).defer("data"))
    if any(one.digest != one.sealed() for one in found):
        raise Damaged(DAMAGED)
    return found


def photos_of(thing: uuid.UUID) -> tuple[Photo, ...]:
    """Return the photos of a thing without their bytes, the removed among them.  Raises Damaged."""
    return tuple(one for one in all_photos() if one.thing == thing)


def shown(photo_id: uuid.UUID) -> Shown:
    """Return a photo with its bytes, removed or not.  Raises NoPhoto, and Damaged where they are not as written."""
    photo = _photo(photo_id)
    with sound(DAMAGED):
        data = bytes(Photo.objects.using(STORE).values_list("data", flat=True).get(pk=photo.pk))
    if hashlib.sha256(data).hexdigest() != photo.content:
        raise Damaged(DAMAGED)
    return Shown(photo.kind, data)


def thing_of(photo_id: uuid.UUID) -> uuid.UUID:
    """Return the thing that a photo is of.  Raises NoPhoto or Damaged."""
    return _photo(photo_id).thing


def add(key: uuid.UUID, thing: uuid.UUID, picture: Picture) -> None:
    """Add a photo of a thing; the same key again adds no other.  Raises NoRoom or Damaged."""
    with writes(STORE, DAMAGED):
        found = all_photos()
        if any(one.pk == key for one in found):
            return
        if sum(one.thing == thing for one in found) >= OF_THING_MAX:
            raise NoRoom("photos-many", most_count=OF_THING_MAX)
        if sum(one.size for one in found) + len(picture.data) > ALL_BYTES_MAX:
            raise NoRoom("photos-full", most_count=ALL_BYTES_MAX >> 20)
        photo = Photo(
            id=key,
            thing=thing,
            kind=picture.kind,
            width=picture.width,
            height=picture.height,
            size=len(picture.data),
            content=hashlib.sha256(picture.data).hexdigest(),
            data=picture.data,
            written=datetime.now(UTC),
            key=key,
        )
        photo.digest = photo.sealed()
        photo.save(using=STORE, force_insert=True)


def remove(key: uuid.UUID, photo_id: uuid.UUID, version: int) -> None:
    """Take a photo out of sight; `put_back` brings it back.  Raises Stale, NoPhoto or Damaged."""
    _move(key, photo_id, version, removed=True)


def put_back(key: uuid.UUID, photo_id: uuid.UUID, version: int) -> None:
    """Put back a photo that was removed.  Raises Stale, NoPhoto or Damaged."""
    _move(key, photo_id, version, removed=False)


def _move(key: uuid.UUID, photo_id: uuid.UUID, version: int, *, removed: bool) -> None:
    with writes(STORE, DAMAGED):
        photo = _photo(photo_id)
        if photo.key == key:
            return
        if photo.version != version:
            raise Stale
        photo.removed, photo.key, photo.version = removed, key, version + 1
        photo.digest = photo.sealed()
        photo.save(using=STORE, update_fields=["removed", "key", "version", "digest"])


def state_of(photos: Iterable[Photo]) -> str:
    """Return a mark of photos as they stand, by which a later deletion knows that they are still those."""
    return hashlib.sha256("\n".join(f"{one.pk} {one.version}" for one in photos).encode()).hexdigest()


def clear(thing: uuid.UUID, state: str) -> None:
    """Delete the removed photos of a thing for good, with every copy of the store that the program keeps.

    Raises Stale where the thing's photos are not those of that state, or Damaged.
    """
    with writes(STORE, DAMAGED):
        if state_of(photos_of(thing)) != state:
            raise Stale
        delete_copies(STORE)
        Photo.objects.using(STORE).filter(thing=thing, removed=True).delete()


def lost(things: Iterable[uuid.UUID]) -> tuple[Photo, ...]:
    """Return the photos of things that are none of these: their entries were removed, or a file took their place."""
    known = set(things)
    return tuple(one for one in all_photos() if one.thing not in known)


def clear_lost(things: Iterable[uuid.UUID], state: str) -> None:
    """Delete the photos of things that are none of these for good, with every copy that the program keeps.

    Raises Stale where they are not those of that state, or Damaged.
    """
    with writes(STORE, DAMAGED):
        found = lost(things)
        if state_of(found) != state:
            raise Stale
        delete_copies(STORE)
        Photo.objects.using(STORE).filter(pk__in=[one.pk for one in found]).delete()


def delete_all() -> None:
    """Delete the store's file for good, readable or not, with every copy of it that the program keeps."""
    with alone:
        delete_file(STORE)


def _photo(photo_id: uuid.UUID) -> Photo:
    found = next((one for one in all_photos() if one.pk == photo_id), None)
    if found is None:
        raise NoPhoto
    return found

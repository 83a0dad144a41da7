"""The photos of a thing: for its owner alone, on their own machine, and never while somebody looks on."""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, Final, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from ashore.errors import AshoreError, Message
from ashore.importers.pictures.form import UnfitPicture
from ashore.importers.pictures.reading import BYTES_MAX, read_picture
from ashore.store import book
from ashore.store.private.photos import kept
from ashore.store.private.photos.kept import NoPhoto, NoRoom, Stale
from ashore.web.keys import key_of
from ashore.web.shown import is_private
from ashore.web.views.asked import version_of
from ashore.web.views.things import show_thing, thing_of

Parts = ParamSpec("Parts")
ENDINGS: Final = {"jpeg": "jpg", "png": "png", "webp": "webp"}
"""The kinds of picture that are ever handed out, with the ending of the name: nothing else is."""
ALONE: Final = "default-src 'none'; sandbox"
"""A picture loads nothing and runs nothing, whatever is in it."""
CONFLICT: Final = 409


def _owners(
    view: "Callable[Concatenate[HttpRequest, Parts], HttpResponse]",
) -> "Callable[Concatenate[HttpRequest, Parts], HttpResponse]":
    """Return a view that there is for the owner alone: not for who looks on, not on a phone, not in the example."""

    @wraps(view)
    def answer(request: HttpRequest, /, *args: Parts.args, **named: Parts.kwargs) -> HttpResponse:
        if not is_private(request):
            raise Http404
        try:
            return view(request, *args, **named)
        except NoPhoto as error:
            raise Http404 from error

    return answer


@require_GET
@_owners
def photo(request: HttpRequest, photo_id: uuid.UUID) -> HttpResponse:
    """Return a photo as the picture that it was found to be."""
    found = kept.shown(photo_id)
    if found.kind not in ENDINGS:
        raise Http404
    response = HttpResponse(found.data, content_type=f"image/{found.kind}")
    response["Content-Disposition"] = f'inline; filename="photo.{ENDINGS[found.kind]}"'
    response["Content-Security-Policy"] = ALONE
    return response


@require_POST
@_owners
def add(request: HttpRequest, entry_id: uuid.UUID) -> HttpResponse:
    """Keep a photo of a thing, without what a camera wrote into it; or say why it is not kept."""
    now = book.load()
    entry, given = thing_of(now, entry_id), request.FILES.get("photo")
    try:
        data = given.read(BYTES_MAX + 1) if given else b""
        kept.add(key_of(request), entry_id, read_picture(data))
    except (UnfitPicture, NoRoom) as error:
        return show_thing(request, now, entry, 400, photo_wrong=_said(error))
    return redirect("thing", entry_id=entry_id)


def _said(error: AshoreError) -> Message:
    return Message(error.code, error.facts)


@require_POST
@_owners
def remove(request: HttpRequest, photo_id: uuid.UUID) -> HttpResponse:
    """Take a photo out; the page of its thing offers to put it back."""
    return _moved(request, photo_id, kept.remove)


@require_POST
@_owners
def put_back(request: HttpRequest, photo_id: uuid.UUID) -> HttpResponse:
    """Put back a photo that was removed."""
    return _moved(request, photo_id, kept.put_back)


def _moved(
    request: HttpRequest, photo_id: uuid.UUID, move: Callable[[uuid.UUID, uuid.UUID, int], None]
) -> HttpResponse:
    thing = kept.thing_of(photo_id)
    try:
        move(key_of(request), photo_id, version_of(request))
    except Stale as error:
        now = book.load()
        return show_thing(request, now, thing_of(now, thing), CONFLICT, photo_wrong=_said(error))
    return redirect("thing", entry_id=thing)


@require_POST
@_owners
def clear(request: HttpRequest, entry_id: uuid.UUID) -> HttpResponse:
    """Delete the removed photos of a thing for good."""
    now = book.load()
    entry = thing_of(now, entry_id)
    try:
        kept.clear(entry_id, request.POST.get("state", ""))
    except Stale as error:
        return show_thing(request, now, entry, CONFLICT, photo_wrong=_said(error))
    return redirect("thing", entry_id=entry_id)


@require_POST
@_owners
def clear_lost(request: HttpRequest) -> HttpResponse:
    """Delete the photos of things that are in the list no more for good; nothing where they are others by now."""
    try:
        kept.clear_lost([one.pk for one in book.load().of("asset")], request.POST.get("state", ""))
    except Stale:
        return redirect("money")
    return redirect("money")


@require_POST
@_owners
def delete_all(request: HttpRequest) -> HttpResponse:
    """Delete every photo for good, readable or not, with the file."""
    kept.delete_all()
    return redirect("money")

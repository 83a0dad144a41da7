"""What a request asks for, read once for every view."""

import uuid
from collections.abc import Mapping

from django.http import Http404, HttpRequest

NOT_FIELDS = frozenset({"key", "version", "csrfmiddlewaretoken", "owner", "next", "more"})


def key_of(request: HttpRequest) -> uuid.UUID:
    """Return the key that the form carried, so that a write sent twice is made once.  Raises Http404 without one."""
    try:
        return uuid.UUID(request.POST["key"])
    except (KeyError, ValueError) as error:
        raise Http404 from error


def version_of(request: HttpRequest) -> int:
    """Return the version that an edit was made from.  Raises Http404 without one."""
    try:
        return int(request.POST["version"])
    except (KeyError, ValueError) as error:
        raise Http404 from error


def typed_in(request: HttpRequest) -> Mapping[str, str]:
    """Return what was typed by field."""
    return {name: str(value) for name, value in request.POST.items() if name not in NOT_FIELDS}

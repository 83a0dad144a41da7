"""What a request asks for, read once for every view."""

from collections.abc import Mapping

from django.http import Http404, HttpRequest

NOT_FIELDS = frozenset({"key", "version", "csrfmiddlewaretoken", "owner", "next", "more"})


def version_of(request: HttpRequest) -> int:
    """Return the version that an edit was made from.  Raises Http404 without one."""
    try:
        return int(request.POST["version"])
    except (KeyError, ValueError) as error:
        raise Http404 from error


def typed_in(request: HttpRequest) -> Mapping[str, str]:
    """Return what was typed by field; what was ticked of one list is joined with commas."""
    return {
        name: ", ".join(one for one in map(str, request.POST.getlist(name)) if one)
        for name in request.POST
        if name not in NOT_FIELDS
    }

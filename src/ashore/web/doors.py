"""The two doors into the app: this machine's own, and the phone's.  Which one a request came through, and who may."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from django.http import HttpRequest

from ashore.web import phone, session

PHONE: Final = "phone "
"""Begins the name of a peer that came through the phone's door; a peer on a network is named by its address alone."""
DOOR: Final = "ashore.door"
"""Key of a request's environment; what a browser sends stands under `HTTP_…`, so it cannot be sent."""
Environment = dict[str, Any]
App = Callable[[Environment, Callable[..., Any]], Iterable[bytes]]


def marked(app: App) -> App:
    """Return the app with each request marked by the door it came through."""

    def answer(environment: Environment, start: Callable[..., Any]) -> Iterable[bytes]:
        peer = environment["REMOTE_ADDR"]
        if peer.startswith(PHONE):
            environment |= {DOOR: peer.removeprefix(PHONE), "wsgi.url_scheme": "https"}
        return app(environment, start)

    return answer


def phones_host(request: HttpRequest) -> str | None:
    """Return the address and port of the phone's door if a request came through it; None through this machine's own."""
    return request.META.get(DOOR)


def knows(request: HttpRequest) -> bool:
    """Return whether the browser was let in through the door that it comes through now."""
    if phones_host(request) is None:
        return session.knows(request.COOKIES.get(session.COOKIE))
    return phone.current() is not None and session.knows_phone(request.COOKIES.get(session.PHONE_COOKIE))

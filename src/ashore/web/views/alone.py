"""Who sees the pages of the check-in: the person alone, on their own machine, in their own book, if they want them."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from ashore.store.keyring import held
from ashore.web.shown import is_covered, is_wellbeing_on, show

Parts = ParamSpec("Parts")
View = Callable[Concatenate[HttpRequest, Parts], HttpResponse]


def for_the_person(view: "View[Parts]") -> "View[Parts]":
    """Return a page that nobody who looks on is shown, that the example has not, and that can be switched off."""

    @wraps(view)
    def answer(request: HttpRequest, /, *args: Parts.args, **named: Parts.kwargs) -> HttpResponse:
        refused = _refused(request)
        if refused and request.method == "POST":
            return redirect("help")  # answers may say how bad it is, and are not looked at any more
        return refused or view(request, *args, **named)

    return answer


def _refused(request: HttpRequest) -> HttpResponse | None:
    """Return what stands for a page that is not shown; None where it is."""
    if is_covered(request):
        return redirect("today")
    if held().demo:
        return redirect("settings")
    return None if is_wellbeing_on(request) else show(request, "mood_off")

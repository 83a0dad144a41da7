"""What the private pages have in common: nobody who looks on sees one; the example has a few, of made-up payments."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from ashore.store.faults import Damaged
from ashore.store.keyring import held
from ashore.store.private.bills.imports import DAMAGED, NoFile, state_of
from ashore.web.shown import is_covered, show

Parts = ParamSpec("Parts")
View = Callable[Concatenate[HttpRequest, Parts], HttpResponse]


def for_the_owner(view: "View[Parts]") -> "View[Parts]":
    """Return a page that is shown to the owner alone; where the imports are damaged, what to do about it."""
    return _guarded(view, example=False)


def also_in_the_example(view: "View[Parts]") -> "View[Parts]":
    """Return a page that is shown to the owner alone, and in the example, where no payment is anybody's."""
    return _guarded(view, example=True)


def _guarded(view: "View[Parts]", *, example: bool) -> "View[Parts]":
    @wraps(view)
    def answer(request: HttpRequest, /, *args: Parts.args, **named: Parts.kwargs) -> HttpResponse:
        if is_covered(request):
            return redirect("today")
        if held().demo and not example:
            return redirect("settings")
        try:
            return view(request, *args, **named)
        except NoFile as error:
            raise Http404 from error
        except Damaged as error:
            if error.code != DAMAGED:
                raise
            return show(request, "bills_damaged", {"state": state_of()}, status=500)

    return answer

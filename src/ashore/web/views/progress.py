"""The way already walked: what the payments told did, what they spared, what has slipped; nothing is compared."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from ashore.documents.progress import progress_parts
from ashore.household.model import Household
from ashore.packs.workdays import working_days_of
from ashore.planning.progress import Progress, Told, progress_of, told_in
from ashore.planning.walked import followed
from ashore.store import book, history
from ashore.store.keyring import held
from ashore.texts.language import Language
from ashore.web import plans
from ashore.web.in_app import in_app
from ashore.web.shown import language_of, show
from ashore.web.views.today import is_empty_book

MADE_UP_MONTHS = 3
"""For so many months the example follows its plan, to have something to show."""


@require_GET
def progress(request: HttpRequest) -> HttpResponse:
    """Show how far the person has come; of the example, how far it would have."""
    now = book.load()
    read = plans.reading_of(now).household
    if read is None or is_empty_book(now):
        return redirect("today")
    language, made_up = language_of(request), held().demo
    household = plans.told(read, language)
    found = _made_up(household) if made_up else _found(household, language)
    parts = in_app(progress_parts(found), language)
    return show(request, "progress", {"parts": parts, "made_up": made_up})


def _found(household: Household, language: Language) -> Progress:
    plan = plans.view_of(household).plan
    days = working_days_of(household, plan.horizon)
    earlier = history.before_first_told()
    read = plans.reading_of(earlier).household if earlier else None
    before = plans.told(read, language) if read else None
    told = told_in(before, household) if before and before.as_of < household.as_of else None
    return progress_of(plan, household, told, working_days=days)


def _made_up(household: Household) -> Progress:
    """Return what the example would have behind it, had it followed its plan for some months."""
    plan = plans.view_of(household).plan
    days = working_days_of(household, plan.horizon)
    later, paid = plans.once(household, ("followed",), lambda: followed(plan, MADE_UP_MONTHS, days))
    told = Told(plan.household, paid)
    return progress_of(plans.view_of(later).plan, later, told, working_days=days)

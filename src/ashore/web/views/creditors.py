"""Whom to talk to: every creditor in one order, each with its reason and day, and what to know of who it really is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from ashore.documents.creditors import creditor_parts
from ashore.store import book
from ashore.web import plans
from ashore.web.clock import old_days
from ashore.web.debt_names import entry_names
from ashore.web.in_app import in_app
from ashore.web.shown import language_of, show


@require_GET
def creditors(request: HttpRequest) -> HttpResponse:
    """Show whom to talk to first, by when and why, with a way to each debt."""
    now = book.load()
    household = plans.reading_of(now).household
    if household is None or not household.debts:
        return redirect("today")
    language = language_of(request)
    facts = {
        "parts": in_app(creditor_parts(plans.view_of(plans.told(household, language)), language), language),
        "debts": list(entry_names(now, language).items()),
        "old_days": old_days(household.as_of),
    }
    return show(request, "creditors", facts)

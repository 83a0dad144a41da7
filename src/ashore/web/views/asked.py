"""What a request asks for, read once for every view."""

import uuid
from collections.abc import Mapping

from django.http import Http404, HttpRequest

from ashore.household.model import Debt, Household
from ashore.store import book
from ashore.store.models import Entry
from ashore.texts.language import Language
from ashore.web import plans

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


def debt_entry(now: book.Book, entry_id: uuid.UUID) -> Entry:
    """Return the entry of a debt.  Raises Http404 where there is none."""
    entry = next((one for one in now.of("debt") if one.pk == entry_id), None)
    if entry is None:
        raise Http404
    return entry


def debt_in(now: book.Book, entry: Entry, language: Language) -> tuple[Household, Debt] | None:
    """Return the household of a book, its debts told apart, with the debt of an entry.

    None where the book must be mended first.
    """
    read = plans.reading_of(now).household
    household = plans.told(read, language) if read else None
    wanted = book.entry_values(entry).get("id")
    debt = next((one for one in (household.debts if household else ()) if one.id == wanted), None)
    return (household, debt) if household and debt else None

"""Every payment, month by month, with what it was for; and what the person says, learned for the merchant."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from ashore.dates import Month, month_of
from ashore.diagnosis.categories import takes_category
from ashore.diagnosis.category_rules import DEBT, Rules
from ashore.diagnosis.corrections import Correction, Field
from ashore.diagnosis.on_debts import may_be_on_debt
from ashore.documents.monthly import SortedBills
from ashore.household.transactions import Transaction
from ashore.store.keyring import held
from ashore.store.private.bills import taught
from ashore.texts.cells import visible
from ashore.texts.language import Language
from ashore.texts.sentences import word
from ashore.web import ledger
from ashore.web.keys import key_of
from ashore.web.shown import language_of, show
from ashore.web.views.bills import household_now
from ashore.web.views.private import also_in_the_example, for_the_owner

PAGE: Final = 200
"""So many payments stand on one page."""
WHOSE: Final[Mapping[str, bool | None]] = {"": None, "home": False, "shop": True}
WHERE: Final[Mapping[str, Field]] = {"counterparty": "counterparty", "text": "text"}
OTHER: Final = "other"
BORROWED: Final = "borrowed"
NOBODY: Final = frozenset({"", "/", "-"})


@require_GET
@also_in_the_example
def payments(request: HttpRequest) -> HttpResponse:
    """Show the payments of a month, all of them or those that nothing has sorted, and the form of one of them.

    `at` asks for the month and the page in which one payment stands; that one is marked.
    """
    household, language = household_now(), language_of(request)
    bills = ledger.bills_of(household)
    months = sorted({month_of(one.day) for one in bills.payments})
    here = _place(request, "at", len(bills.payments))
    wanted = request.GET.get("month") if here is None else str(month_of(bills.payments[here].day))
    month = next((one for one in months if str(one) == wanted), months[-1] if months else None)
    unsorted = "unsorted" in request.GET and here is None
    found = [
        (place, one)
        for place, one in enumerate(bills.payments)
        if month_of(one.day) == month and (not unsorted or _is_unsorted(one))
    ]
    start = _number(request, "from") if here is None else _page_of([place for place, _ in found], here)
    facts = {
        "months": [(str(one), str(one) == str(month)) for one in months],
        "month": str(month) if month else "",
        "lines": [_line(place, one, bills, language) for place, one in found[start : start + PAGE]],
        "here": here,
        "next": start + PAGE if len(found) > start + PAGE else None,
        "unsorted": unsorted,
        "unknown_count": bills.sorted.unknown_count,
        "unknown_fen": bills.sorted.unknown_fen,
        "asked": _asked(request, bills, month, language),
        "shop": bool(household and household.businesses),
        "taught": [_taught(one, bills.rules, language) for one in taught.taught()],
    }
    return show(request, "payments", facts)


def _is_unsorted(one: Transaction) -> bool:
    return takes_category(one) and not one.category


def _number(request: HttpRequest, name: str) -> int:
    typed = request.GET.get(name, "")
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 8 else 0  # noqa: PLR2004 - no ledger is that long


def _place(request: HttpRequest, name: str, count: int) -> int | None:
    """Return the number of a payment that is asked for; None where none is, or there is no such one."""
    typed = request.GET.get(name, "")
    place = _number(request, name)
    return place if typed.isascii() and typed.isdecimal() and place < count else None


def _page_of(places: Sequence[int], here: int) -> int:
    """Return from which of a month's payments on the page begins on which one of them stands."""
    return places.index(here) // PAGE * PAGE


def _line(place: int, one: Transaction, bills: SortedBills, language: Language) -> dict[str, object]:
    known = bills.rules.categories.get(one.category)
    return {
        "place": place,
        "payment": one,
        "who": visible(one.counterparty),
        "text": visible(one.text),
        "kind": f"bills-kind-{BORROWED if one.nature == BORROWED else one.kind}",
        "category": known.names[language] if known else "",
        "sorts": takes_category(one),
        "can_change": (takes_category(one) or may_be_on_debt(one) or _is_turned(place, one, bills))
        and not held().demo,
        "whose": "" if one.business is None else f"bills-whose-{'shop' if one.business else 'home'}",
    }


def _is_turned(place: int, one: Transaction, bills: SortedBills) -> bool:
    """Return whether a payment counts as one on a debt by the person's word or a debt's name, not by its export."""
    return one.nature in {"repaid", "borrowed"} and bool(bills.sorted.decided[place].category)


def _asked(
    request: HttpRequest, bills: SortedBills, month: Month | None, language: Language
) -> dict[str, object] | None:
    """Return the form of the payment that was asked for: what it says, and what the person may say of it."""
    place = _place(request, "row", len(bills.payments))
    if place is None or month_of(bills.payments[place].day) != month or held().demo:
        return None
    one = bills.payments[place]
    named = one.counterparty not in NOBODY
    return {
        **_line(place, one, bills, language),
        "word": one.counterparty if named else one.text,
        "called": visible(one.counterparty if named else one.text),
        "field": "counterparty" if named else "text",
        "choices": list(_choices(place, one, bills, language)),
    }


def _choices(
    place: int, one: Transaction, bills: SortedBills, language: Language
) -> Iterator[tuple[str, str, bool]]:
    """Yield what a payment may have been: its code, its name, whether it is that now; what came in, a debt or none."""
    turned = _is_turned(place, one, bills)
    if turned or may_be_on_debt(one):
        yield DEBT, word("bills-pay-debt", language), turned
    came_in = one.incoming and one.kind != "refund"
    for code, each in bills.rules.categories.items():
        if code == OTHER or not came_in:
            yield code, each.names[language], code == one.category


def _taught(one: taught.Taught, rules: Rules, language: Language) -> dict[str, object]:
    correction = one.correction
    known = rules.categories.get(correction.category)
    whose = "" if correction.business is None else f"bills-whose-{'shop' if correction.business else 'home'}"
    return {
        "id": one.id,
        "word": visible(correction.word),
        "category": known.names[language] if known else _debt(correction.category, language),
        "whose": whose,
    }


def _debt(code: str, language: Language) -> str:
    return word("bills-pay-debt", language) if code == DEBT else ""


@require_POST
@for_the_owner
def teach(request: HttpRequest) -> HttpResponse:
    """Keep what the person says of a merchant's payments, earlier and later ones alike."""
    rules = ledger.bills_of(household_now()).rules
    typed = {name: request.POST.get(name, "").strip() for name in ("word", "field", "category", "whose")}
    field, business = WHERE.get(typed["field"]), WHOSE.get(typed["whose"])
    if field is None or not typed["word"] or typed["category"] not in {"", DEBT, *rules.categories}:
        raise Http404
    if typed["category"] or business is not None:
        taught.teach(key_of(request), Correction(typed["word"], typed["category"], business, field))
    return _back(request)


@require_POST
@for_the_owner
def forget(request: HttpRequest, entry_id: uuid.UUID) -> HttpResponse:
    """Forget what was taught; the rules decide again."""
    key_of(request)
    taught.forget(entry_id)
    return _back(request)


def _back(request: HttpRequest) -> HttpResponse:
    """Return to the month that was shown."""
    month = request.POST.get("month", "")
    query = f"?month={month}" if month.replace("-", "").isdecimal() else ""
    return redirect(
        reverse("bills-payments") + query + ("&unsorted" if query and "unsorted" in request.POST else "")
    )

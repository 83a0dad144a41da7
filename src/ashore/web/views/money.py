"""Money: things to sell, side work, the shop, a friend's loan last; what side work leaves, worked out and not kept."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from ashore.documents.blocks import Part, Say
from ashore.documents.money import Money, money_about, money_parts, withheld_messages
from ashore.errors import Message
from ashore.household.model import Household
from ashore.packs.pack import load_pack
from ashore.packs.withholding import withholding_of
from ashore.store import book
from ashore.store.faults import Damaged
from ashore.store.models import Entry
from ashore.store.private.photos import kept
from ashore.store.private.writing import copies_of
from ashore.texts.language import Language
from ashore.web import plans
from ashore.web.clock import today
from ashore.web.config import JURISDICTION
from ashore.web.in_app import in_app
from ashore.web.shown import is_private, language_of, show
from ashore.web.typed import read_fen
from ashore.web.views.things import SOLD

HOURS_MAX = 744
"""More hours than the longest month has are none."""
ASKED = ("pay", "cost", "hours")


@require_GET
def money(request: HttpRequest) -> HttpResponse:
    """Show the page at once and what is worked out when it is there: by the page's own script, else for who waits."""
    now = book.load()
    household = plans.reading_of(now).household
    if household is None:
        return redirect("today")
    language = language_of(request)
    waited, alone = "wait" in request.GET, "alone" in request.GET
    found: tuple[Part, ...] = ()
    if waited or alone or not _has_levers(household):
        found = plans.once(
            household, ("money", language), lambda: _parts(plans.told(household, language), language)
        )
    facts = {
        "waited": waited or not _has_levers(household),
        "open_parts": found,
        "about": _about(household, language),
        "nothing": not _has_levers(household),
        "net": _net(request),
        "asked": {name: request.GET.get(name, "") for name in ASKED},
        "things": _things(now),
        **(_lost(now) if is_private(request) else {}),
    }
    return show(request, "parts" if alone else "money", facts)


def _things(now: book.Book) -> list[tuple[Entry, object, bool]]:
    """Return each thing of value with its name, and whether it is sold."""
    found = [(entry, book.entry_values(entry)) for entry in now.of("asset")]
    return [(entry, values.get("name"), values.get("selling") == SOLD) for entry, values in found]


def _lost(now: book.Book) -> Mapping[str, object]:
    """Return the photos of things that are in the list no more; none where their file cannot be read."""
    try:
        found = kept.lost(entry.pk for entry in now.of("asset"))
    except Damaged:
        return {}
    return {"lost": found, "lost_state": kept.state_of(found), "copies": copies_of(kept.STORE)}


def _has_levers(household: Household) -> bool:
    """Return whether anything in the book has to be worked out."""
    sells = any(one.for_sale for one in household.assets)
    return bool(sells or household.side_work or household.friend_loans or household.businesses)


def _parts(household: Household, language: Language) -> tuple[Part, ...]:
    view, worths = plans.view_of(household), plans.levers_of(household)
    found = Money(view, worths, plans.gates_of(household), load_pack(household.jurisdiction))
    return in_app(money_parts(found), language)


def _about(household: Household, language: Language) -> Part:
    about = money_about(household, load_pack(household.jurisdiction), today(), language)
    return in_app([about], language)[0]


def _net(request: HttpRequest) -> Part | None:
    """Return what stays of the pay that was asked about; None where nothing was."""
    if not request.GET.get("pay"):
        return None
    pay, cost = read_fen(request.GET["pay"]), read_fen(request.GET.get("cost", "") or "0")
    typed = request.GET.get("hours", "").strip() or "0"
    hours = int(typed) if typed.isascii() and typed.isdecimal() else HOURS_MAX + 1
    rules = withholding_of(load_pack(JURISDICTION))
    if pay is None or cost is None or hours > HOURS_MAX or rules is None:
        return Part("money-head-net", "first", (Say(Message("money-net-unclear")),))
    said = withheld_messages(pay, cost, hours, rules)
    return Part("money-head-net", "first", tuple(Say(one, "item") for one in said))

"""The first visit: one question on a screen, each saved at once, each may be left open; at its end, a first plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ashore.packs.products import all_products
from ashore.store import book
from ashore.store.models import Entry
from ashore.texts.language import Language
from ashore.texts.sentences import word
from ashore.web.debt_names import entry_names
from ashore.web.fields import Field, asked_for, changes_of, fields_of, lacking, values_from
from ashore.web.keys import key_of
from ashore.web.shown import LANGUAGES, language_of, show
from ashore.web.views.asked import typed_in, version_of


@dataclass(frozen=True, slots=True)
class Step:
    """One screen: its name, the section it adds to, the fields it asks for, what is filled in unasked.

    `more`: fields one tap away, for whoever has the bill at hand.
    """

    name: str
    section: str
    asks: tuple[str, ...]
    given: Mapping[str, object]
    several: bool = False
    more: tuple[str, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """Return every field of the screen."""
        return (*self.asks, *self.more)


STEPS: Final = (
    Step("income", "income", ("amount", "day"), {}),
    Step("living", "spending", ("amount",), {"essential": True}),
    Step("rent", "spending", ("amount", "day"), {"essential": True, "category": "housing"}),
    Step("cash", "household", ("cash",), {}),
    Step(
        "debt", "debt",
        ("product", "balance", "arrears.since", "due_day", "periods_left", "name"),
        {}, several=True, more=("payment", "arrears.total", "method", "rate"),
    ),
)  # fmt: skip
NEEDED: Final = frozenset({"balance"})
"""What a debt cannot do without; what else is left open the product fills in, or an estimate, and the plan says how."""
END: Final = "/?done=1"
"""Where the visit ends: at a first plan, or, where nothing was filled in, at the situation."""
NAMES: Final = {"income": "visit-name-income", "living": "visit-name-living", "rent": "visit-name-rent"}


@require_http_methods(["GET", "POST"])
def visit(request: HttpRequest, step: str) -> HttpResponse:
    """Ask for one thing; save it at once and go on."""
    at = next((place for place, one in enumerate(STEPS) if one.name == step), None)
    if at is None:
        raise Http404
    one, now = STEPS[at], book.load()
    typed = _typed(request, one) if request.method == "POST" else {}
    lacks = bool(typed) and lacking(typed, NEEDED & {*one.asks})
    late = bool(typed) and _is_late(request, one, now)
    if request.method == "POST" and not (lacks or late):
        saved = _save(request, one, now)
        if one.several and saved:
            return redirect("visit", step=one.name)
        return redirect("visit", step=STEPS[at + 1].name) if at + 1 < len(STEPS) else redirect(END)
    language = language_of(request)
    values = values_from(typed, one.section) if lacks else _values(one, now)
    groups = fields_of(one.section, values, language)
    asked = {field.path: field for group in groups for field in group}
    facts = {
        "step": one,
        "fields": asked_for((asked[path] for path in one.asks), NEEDED, typed=lacks),
        "more": [asked[path] for path in one.more],
        "opened": any(asked[path].value for path in one.more),
        "lacks": lacks,
        "late": _otherwise(typed, asked) if late else (),
        "version": _version(one, now),
        "number": at + 1,
        "count": len(STEPS),
        "names": list(entry_names(now, language).values()) if one.several else [],
        "back": STEPS[at - 1].name if at else None,
        "onward": STEPS[at + 1].name if at + 1 < len(STEPS) else None,
    }
    return show(request, "visit", facts, status=400 if lacks else 409 if late else 200)


def _typed(request: HttpRequest, one: Step) -> Mapping[str, str]:
    """Return what was typed; nothing at all is "I don't know"."""
    return {path: text for path, text in typed_in(request).items() if text.strip() and path in one.paths}


def _there(one: Step, now: book.Book) -> Entry | None:
    """Return the entry that a screen made before, or the household's own; None where a screen adds a new one."""
    if one.section == "household":
        return now.of("household")[0]
    names = {word(NAMES[one.name], language) for language in LANGUAGES} if one.name in NAMES else set[str]()
    return next(
        (entry for entry in now.of(one.section) if book.entry_values(entry).get("name") in names), None
    )


def _version(one: Step, now: book.Book) -> int:
    """Return the version of what a screen made before; 0 where there is nothing yet."""
    entry = _there(one, now)
    return entry.version if entry else 0


def _is_late(request: HttpRequest, one: Step, now: book.Book) -> bool:
    """Return whether what a screen shows was changed since; the same form sent again is not."""
    return version_of(request) != _version(one, now) and not book.is_made(key_of(request))


def _otherwise(typed: Mapping[str, str], asked: Mapping[str, Field]) -> list[tuple[Field, str]]:
    """Return what was typed otherwise than it now stands, beside its field."""
    return [(asked[path], text) for path, text in typed.items() if text != asked[path].value]


def _values(one: Step, now: book.Book) -> Mapping[str, object]:
    entry = _there(one, now)
    return book.entry_values(entry) if entry else {}


def _save(request: HttpRequest, one: Step, now: book.Book) -> bool:
    """Save what was typed; nothing typed is "I don't know" and saves nothing.  Returns whether something was."""
    typed = _typed(request, one)
    if not typed:
        return False
    entry = _there(one, now)
    if entry is not None:
        edits = changes_of(book.entry_values(entry), typed, one.section)
        if edits:
            book.edit(key_of(request), entry.pk, entry.version, edits)
        return True
    values = {**one.given, **values_from(typed, one.section)}
    language = language_of(request)
    if one.section == "debt":
        values.setdefault("name", _product_name(values, language))
    else:
        values = {"name": word(NAMES[one.name], language), **values}
    book.add(key_of(request), one.section, values)
    return True


def _product_name(values: Mapping[str, object], language: Language) -> str:
    """Return what a debt without a name is called: its product."""
    product = all_products().get(str(values.get("product", "")))
    return product.names[language] if product else word("visit-name-debt", language)

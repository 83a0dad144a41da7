"""The credit report, part by part: which debts of the book stand in it, and which of its debts the book lacks."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ashore.documents.answer.view import help_of
from ashore.household.credit_report import PARTS, Part
from ashore.store import book
from ashore.texts.language import Language
from ashore.web.config import JURISDICTION
from ashore.web.fields import Field, asked_for, fields_of, lacking, values_from
from ashore.web.keys import key_of
from ashore.web.shown import language_of, show
from ashore.web.typed import read_day
from ashore.web.views.asked import typed_in, version_of
from ashore.web.views.credit_report_lines import (
    RECORDS,
    filled,
    guarantee_of,
    lines_of,
    new_debt,
    ticks,
    waiting,
)
from ashore.web.views.credit_report_told import (
    CLASSES,
    LENDERS,
    LOOKS,
    OBJECTING,
    SOLD,
    STATUS,
    WAYS,
    codes,
    since,
    sources,
    today,
    told,
    told_below,
)
from ashore.web.views.credit_report_walk import Walk, begin, passed, walk_of

CODED: Final = frozenset({"taken", "card", "loan"})
"""Parts whose lines carry a code for each month, in the long report."""
ASKED: Final[Mapping[str, tuple[str, ...]]] = {
    "debt": (
        "name", "creditor", "product", "balance", "stage", "arrears.since", "arrears.total", "due_day", "periods_left",
        "payment", "method", "rate", "last_payment",
    ),
    "due": ("name", "amount", "on", "keep"),
}  # fmt: skip
"""What is asked of an entry that the book lacks, before the rest."""
NEEDED: Final[Mapping[str, frozenset[str]]] = {
    "debt": frozenset({"product", "balance"}),
    "due": frozenset({"name", "amount", "on"}),
}
"""What the plan cannot do without: the product fills in what is left open."""


@require_http_methods(["GET", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """Show how to get a report and where the walk through it stands; take the day that stands on it."""
    now, language = book.load(), language_of(request)
    walk, wrong = walk_of(now), ""
    if request.method == "POST":
        on = read_day(request.POST.get("on", ""))
        if on is not None and on <= today():
            return _onward(begin(now, on).after())
        wrong = "report-form-day-unclear"
    ways = told(WAYS, language)
    facts = {
        "ways": ways,
        "sources": sources(ways),
        "on": walk.on,
        "latest": today().isoformat(),
        "parts": [(one, one in walk.done, _count(now, walk, one, language)) for one in PARTS],
        "onward": walk.after(),
        "wrong": wrong,
    }
    return show(request, "credit_report", facts, status=400 if wrong else 200)


@require_http_methods(["GET", "POST"])
def part(request: HttpRequest, name: str) -> HttpResponse:
    """Show a part of the report beside the debts of the book; keep which of them stand in it."""
    here, now = _part(name), book.load()
    walk = walk_of(now)
    if walk.on is None:
        return redirect("report")
    if request.method != "POST" or "range" in request.POST:
        return _show_part(request, now, walk.on, here)
    edits = ticks(now, here, walk.on, request.POST.getlist("debt"))
    try:
        if edits:
            book.change_many(key_of(request), "edit", version_of(request), edits, [])
    except book.Stale:
        return _show_part(request, book.load(), walk.on, here, "report-form-changed", 409)
    passed(walk, here)
    return _onward(walk.after(here))


@require_POST
def add(request: HttpRequest, name: str) -> HttpResponse:
    """Show the form of an entry that the book lacks, with what the report says filled in; or add it, and come back."""
    here, typed = _part(name), typed_in(request)
    now, language = book.load(), language_of(request)
    walk = walk_of(now)
    if walk.on is None:
        return redirect("report")
    if "save" in typed:
        section = "due" if typed["save"] == "due" else "debt"
        values = values_from(typed, section)
        if lacking(typed, NEEDED[section]):
            return _show_entry(request, here, section, values, lacks=True)
        book.add(key_of(request), section, new_debt(values, here, walk.on) if section == "debt" else values)
        return redirect("report-part", name=here)
    if here == "guarantee" and typed.get("called") != "yes":
        whom, lender, up_to = (typed.get(one, "").strip() for one in ("whom", "lender", "up_to"))
        until = read_day(typed.get("until", ""))
        if not whom or not lender or until is None:
            return _show_part(request, now, walk.on, here, "report-form-guarantee-open", 400)
        book.add(key_of(request), "due", guarantee_of(whom, lender, up_to, until, language))
        return redirect("report-part", name=here)
    return _show_entry(request, here, *filled(typed, here), lacks=False)


def _show_entry(
    request: HttpRequest, here: Part, section: str, values: Mapping[str, object], *, lacks: bool
) -> HttpResponse:
    """Show the form of an entry with what is known; what was left empty and is needed is said on its field."""
    fields, more = _fields(section, values, language_of(request), typed=lacks)
    facts = {"part": here, "section": section, "fields": fields, "more": more, "since": _since(request)}
    return show(request, "credit_report_add", {**facts, "lacks": lacks}, status=400 if lacks else 200)


@require_GET
def end(request: HttpRequest) -> HttpResponse:
    """Show what matched, what was new, what the report does not have, and what to do about a loan nobody knows."""
    now, language = book.load(), language_of(request)
    walk = walk_of(now)
    if walk.on is None:
        return redirect("report")
    lines = lines_of(now, walk.on, None, language)
    objecting, sold, lenders = (told(ids, language) for ids in (OBJECTING, SOLD, LENDERS))
    taken = any(line.seen and "taken" in line.seen.parts for line in lines)
    facts = {
        "on": walk.on,
        "onward": walk.after(),
        "matched": [line for line in lines if line.seen and not line.seen.is_new],
        "added": [line for line in lines if line.seen and line.seen.is_new],
        "absent": [line for line in lines if not line.seen],
        "waiting": waiting(now),
        "objecting": objecting,
        "sold": sold if taken else (),
        "lenders": lenders,
        "sources": sources(objecting, lenders, sold if taken else ()),
    }
    return show(request, "credit_report_end", facts)


def _show_part(
    request: HttpRequest, now: book.Book, on: date, here: Part, wrong: str = "", status: int = 200
) -> HttpResponse:
    language, at = language_of(request), PARTS.index(here)
    lines, coded, looks = lines_of(now, on, here, language), here in CODED, told(LOOKS[here], language)
    legend, classes = (told_below(prefix, language) if coded else [] for prefix in (STATUS, CLASSES))
    facts = {
        "part": here,
        "number": at + 1,
        "count": len(PARTS),
        "back": PARTS[at - 1] if at else None,
        "looks": looks,
        "likely": [line for line in lines if line.is_likely or line.is_ticked],
        "others": [line for line in lines if not (line.is_likely or line.is_ticked)],
        "version": now.version,
        "on": on,
        "legend": legend,
        "classes": classes,
        "sources": sources(looks, legend, classes),
        "codes": codes(language) if coded else (),
        "records": RECORDS if here == "public" else (),
        "waiting": waiting(now) if here == "guarantee" else (),
        "typed": dict(typed_in(request)),
        "asks_range": "range" in request.POST,
        "since": _since(request),
        "wrong": wrong,
        "legal_number": help_of(JURISDICTION)["legal"].number,
    }
    return show(request, "credit_report_part", facts, status=status)


def _since(request: HttpRequest) -> object:
    return since(request.POST.get("code", ""), request.POST.get("month", ""))


def _count(now: book.Book, walk: Walk, here: Part, language: Language) -> int:
    return sum(line.is_ticked for line in lines_of(now, walk.on, here, language)) if walk.on else 0


def _fields(
    section: str, values: Mapping[str, object], language: Language, *, typed: bool
) -> tuple[list[Field], list[Field]]:
    every = {field.path: field for group in fields_of(section, values, language) for field in group}
    asked, needed = ASKED[section], NEEDED[section]
    first = asked_for((every[path] for path in asked), needed, typed=typed)
    return first, [field for path, field in every.items() if path not in asked]


def _onward(to: Part | None) -> HttpResponse:
    return redirect("report-part", name=to) if to else redirect("report-end")


def _part(name: str) -> Part:
    for part in PARTS:
        if part == name:
            return part
    raise Http404

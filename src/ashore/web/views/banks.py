"""Which column of a bank's file is what: said once by the person, and kept beside the bills."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ashore.errors import Finding, Message
from ashore.importers.bills.bank import CODE, format_of
from ashore.importers.bills.bank_mapping import Mapping, Plus, mapping_from_toml, mapping_to_toml
from ashore.importers.bills.form import Format
from ashore.importers.bills.formats import FORMATS
from ashore.store.private.bills import taught
from ashore.web.keys import key_of
from ashore.web.shown import show
from ashore.web.views.private import for_the_owner

COLUMNS: Final = ("day", "amount", "in", "out", "counterparty", "text", "summary", "balance")
"""The columns that the form asks for, in its order."""
PLUS: Final[dict[str, Plus]] = {"": "", "in": "in", "out": "out"}


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form: the bank, its account, the headings, what a plus means, whether it is a card."""

    bank: str = ""
    account: str = ""
    columns: tuple[tuple[str, str], ...] = tuple((name, "") for name in COLUMNS)
    plus: str = ""
    card: bool = False

    @property
    def mapping(self) -> Mapping:
        """Return it as a mapping; it may lack what a mapping needs."""
        columns = {name: heading for name, heading in self.columns if heading}
        return Mapping(columns, self.account, PLUS.get(self.plus, ""), self.card)


def formats() -> Sequence[Format]:
    """Return the formats that a file is tried in: the apps' own, then what the person said of banks, then any bank."""
    saved = [mapping_from_toml(text)[0] for text in taught.mappings().values()]
    apps = [one for one in FORMATS if one.code != CODE]
    return (*apps, *(format_of(one) for one in saved if one), *(one for one in FORMATS if one.code == CODE))


@require_http_methods(["GET", "POST"])
@for_the_owner
def banks(request: HttpRequest) -> HttpResponse:
    """Show what was said of banks' columns and a form for another, or keep what was typed."""
    if request.method == "GET":
        return _form(request, Typed())
    key, typed = key_of(request), _typed(request)
    text = mapping_to_toml(typed.mapping)
    _, wrong = mapping_from_toml(text)
    if wrong or not typed.bank:
        return _form(request, typed, wrong, status=400)
    taught.keep_mapping(key, typed.bank, text)
    return redirect("bills-banks")


def _typed(request: HttpRequest) -> Typed:
    def said(name: str) -> str:
        return "".join(sign for sign in request.POST.get(name, "") if sign.isprintable()).strip()

    columns = tuple((name, said(f"column-{name}")) for name in COLUMNS)
    return Typed(said("bank"), said("account"), columns, said("plus"), said("card") == "1")


def _form(
    request: HttpRequest, typed: Typed, wrong: Sequence[Finding] = (), status: int = 200
) -> HttpResponse:
    facts = {
        "typed": typed,
        "columns": [(name, f"banks-column-{name}", heading) for name, heading in typed.columns],
        "pluses": [(one, f"banks-plus-{one or 'open'}", one == typed.plus) for one in PLUS],
        "wrong": Message("banks-unclear") if wrong or status != 200 else None,  # noqa: PLR2004 - all went well
        "saved": taught.mapped(),
    }
    return show(request, "banks", facts, status=status)


@require_http_methods(["POST"])
@for_the_owner
def forget(request: HttpRequest) -> HttpResponse:
    """Forget what was said of a bank's columns."""
    key_of(request)
    name = request.POST.get("bank", "")
    for one in taught.mapped():
        if one.name == name:
            taught.forget(one.id)
    return redirect("bills-banks")

"""A lender's statement for the question why: read and shown; its days and sums are kept when the person says so."""

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from ashore.diagnosis.asked import OwedOn
from ashore.diagnosis.stated import owed_in
from ashore.documents.blocks import Block
from ashore.documents.stated import stated_blocks
from ashore.errors import Facts, Finding, Message
from ashore.household.model import Household
from ashore.importers.statement.reading import read_statement
from ashore.store import book
from ashore.store.private.bills import owed
from ashore.store.private.bills.owed import CASH
from ashore.texts.language import Language
from ashore.texts.sentences import word
from ashore.web import plans
from ashore.web.debt_names import names_by_id
from ashore.web.in_app import findings_in_app
from ashore.web.keys import key_of
from ashore.web.shown import language_of, show
from ashore.web.statements import STATEMENT_MAX, held, statement_of
from ashore.web.views.private import for_the_owner


@dataclass(frozen=True, slots=True)
class Read:
    """A statement as given: the debt it is of, what it says was owed, how that is shown, what stands in the way."""

    debt: str = ""
    statement: bytes = b""
    days: tuple[OwedOn, ...] = ()
    blocks: tuple[Block, ...] = ()
    findings: tuple[Finding, ...] = ()
    wrong: Message | None = None
    status: int = field(default=200)


@require_http_methods(["GET", "POST"])
@for_the_owner
def statement(request: HttpRequest) -> HttpResponse:
    """Show the form and what is kept, or what a statement says; keep its days and sums where that is asked for."""
    household = plans.reading_of(book.load()).household
    if household is None or not household.debts:
        return redirect("today")
    names = names_by_id(book.load(), language_of(request))
    read = _read(request, household, names)
    if read.days and request.POST.get("keep"):
        owed.keep_stated(key_of(request), read.days)
        return redirect("why")
    facts = {
        "debts": [(debt.id, names[debt.id], debt.id == read.debt) for debt in household.debts],
        "wrong": read.wrong,
        "findings": findings_in_app(read.findings),
        "found": read.blocks,
        "debt": read.debt,
        "given": held(read.statement) if read.days else "",
        "known": list(_known(names, language_of(request))),
    }
    return show(request, "stated", facts, status=read.status)


def _read(request: HttpRequest, household: Household, names: Mapping[str, str]) -> Read:
    """Return what the statement that was sent says; every finding at once where it cannot be read."""
    if request.method == "GET":
        return Read()
    debt = next((one for one in household.debts if one.id == request.POST.get("debt")), None)
    given = statement_of(request)
    if debt is None:
        return Read(wrong=Message("stated-debt-none"), status=400)
    if not given.strip():
        return Read(debt.id, wrong=Message("stated-none-given"), status=400)
    if len(given) > STATEMENT_MAX:
        return Read(debt.id, wrong=Message("stated-too-large"), status=400)
    reading = read_statement(given, household.as_of, debt=debt)
    if reading.statement is None:
        return Read(debt.id, findings=reading.findings, wrong=Message("stated-stopped"), status=400)
    days = owed_in(debt.id, reading.statement)
    blocks = stated_blocks(names[debt.id], reading.statement, days, owed.stated_of(debt.id))
    return Read(debt.id, given, days, blocks, reading.findings)


def _known(names: Mapping[str, str], language: Language) -> Iterator[tuple[uuid.UUID, str, Message]]:
    """Yield what is kept of earlier days: its id, what it is of, and which days."""
    called = {CASH: word("stated-cash", language), **names}
    for kind, known in (("by", owed.stated()), ("typed", owed.typed())):
        for one in known:
            first, last = one.days[0], one.days[-1]
            span: Facts = {"days_count": len(one.days), "since": first.on, "until": last.on}
            code, facts = ("stated-line", span) if first != last else (f"stated-line-{kind}", _single(first))
            yield one.id, called.get(one.debt) or word("stated-gone", language), Message(code, facts)


def _single(one: OwedOn) -> Facts:
    return {"on": one.on, "owed_fen": one.fen}


@require_POST
@for_the_owner
def forget(request: HttpRequest, entry_id: uuid.UUID) -> HttpResponse:
    """Forget something that was kept of earlier days."""
    key_of(request)
    owed.forget(entry_id)
    return redirect("why-statement")

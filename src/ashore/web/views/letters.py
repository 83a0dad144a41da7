"""Letters: for each debt those that fit it today, and one of them as it will be.  Nothing of it is kept."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from ashore.creditors.log_file import Logged
from ashore.documents.letter_contacts import with_log
from ashore.documents.letter_typed import CAUSES, NONE, cause_of, typed_of
from ashore.documents.letters import case_of, told_before, with_plan, with_statement
from ashore.documents.sheets.making import MAKERS, TYPES
from ashore.documents.sheets.names import file_name
from ashore.documents.sheets.text import sheet_text
from ashore.errors import AshoreError, Finding, Message
from ashore.household.model import Household
from ashore.letters.case import Case, Typed
from ashore.letters.evidence import evidence_for
from ashore.letters.fitting import fitting, offered, unmet
from ashore.letters.kinds import TYPED, Kind, LetterKind, kind_of
from ashore.letters.letter import letter as make_letter
from ashore.letters.sheet import Sheet
from ashore.packs.planned import plan_of
from ashore.planning.plan import Plan
from ashore.store import book, contacts
from ashore.store.keyring import held
from ashore.web import plans
from ashore.web.clock import today
from ashore.web.debt_names import entry_names, names_by_id
from ashore.web.handed import handed_out
from ashore.web.in_app import message_in_app
from ashore.web.shown import language_of, show
from ashore.web.statements import STATEMENT_MAX, statement_of
from ashore.web.statements import held as carried
from ashore.web.views.asked import debt_entry, debt_in

OF_STATEMENT: Final[frozenset[LetterKind]] = frozenset({"complaint"})
"""Kinds that need a lender's statement held against its contract."""
OF_LOG: Final[frozenset[LetterKind]] = frozenset({"conduct"})
"""Kinds that quote the contact log."""
ASKED: Final[Mapping[LetterKind, tuple[str, ...]]] = {
    "term": ("months",),
    "card-instalments": ("months",),
    "due-day": ("due_day",),
    "settlement": ("amount", "by"),
    "settled": ("paid_on",),
    "budget": ("share",),
    "complaint": ("got_on", "asked_on"),
    "conduct": ("asked_on",),
}
"""What a kind's form asks for besides a cause, papers and one's own words."""
FIELDS: Final = (
    "cause",
    "own",
    "amount",
    "by",
    "months",
    "due_day",
    "paid_on",
    "share",
    "got_on",
    "asked_on",
)
LONGEST: Final = 4_000
"""So many characters of a field are read."""

NOTHING: Final = Typed()


@dataclass(frozen=True, slots=True)
class Form:
    """What was typed for a letter, as it stands in the form, and what of it cannot be read."""

    texts: Mapping[str, str]
    evidence: tuple[str, ...]
    income: tuple[str, ...]
    typed: Typed = NOTHING
    wrong: Message | None = None
    statement: bytes = b""
    findings: tuple[Finding, ...] = ()

    @property
    def held(self) -> str:
        """Return the statement as the form carries it on, so that it need not be chosen again; nothing keeps it."""
        return carried(self.statement)


@require_GET
def letters(request: HttpRequest) -> HttpResponse:
    """Show each debt with the letters that fit it today."""
    now = book.load()
    household = plans.reading_of(now).household
    if household is None:
        return redirect("situation")
    entries = {book.entry_values(entry).get("id"): entry for entry in now.of("debt")}
    names, log = names_by_id(now, language_of(request)), _quotable()
    groups = [
        (names[debt.id], entries[debt.id], offered(with_log(case_of(household, debt, today()), log)))
        for debt in household.debts
        if debt.id in entries
    ]
    return show(request, "letters", {"groups": groups})


@require_http_methods(["GET", "POST"])
def letter(request: HttpRequest, kind: str, entry_id: uuid.UUID) -> HttpResponse:
    """Show a letter with what to know before it is sent, or hand it out as a file."""
    language = language_of(request)
    wanted, now = kind_of(kind), book.load()
    found = debt_in(now, debt_entry(now, entry_id), language)
    if wanted is None or found is None:
        raise Http404
    household, debt = found
    form = _form(request, wanted, household)
    case = case_of(household, debt, today(), form.typed, example=held().demo)
    case = with_log(case, _quotable())
    case, form = _held_against(case, form)
    if wanted.name in OF_LOG and not contacts.is_whole():
        form = replace(form, wrong=Message("log-changed"))
    asked = request.method == "POST"
    if asked and wanted.planned and wanted in fitting(case):
        case = with_plan(case, _plan(household))
    made, wrong = _made(wanted, case, form, asked=asked)
    ending = request.POST.get("as", "")
    if made and ending in MAKERS:
        try:
            return _file(request, made, ending)
        except AshoreError as error:  # a character that no font of this machine has
            wrong = Message(error.code, error.facts)
    facts = {
        "kind": wanted,
        "entry_id": entry_id,
        "called": entry_names(now, language)[entry_id],
        "form": form,
        "asked": _asked(wanted),
        "causes": CAUSES if "cause" in wanted.blocks else (),
        "papers": evidence_for(wanted.name, form.typed.cause) if "evidence" in wanted.blocks else (),
        "incomes": household.incomes if "budget" in wanted.blocks else (),
        "none": NONE,
        "fits": fitting(case),
        "others": offered(case),
        "of_statement": wanted.name in OF_STATEMENT,
        "paper": sheet_text(made, language) if made else "",
        "before": [message_in_app(one, language) for one in told_before(made, case, language)]
        if made
        else [],
        "endings": tuple(MAKERS),
        "wrong": wrong,
    }
    return show(request, "letter", facts, 400 if wrong and request.method == "POST" else 200)


def _quotable() -> Sequence[Logged]:
    """Return the entries of the contact log; none of one that is not as it was written, which its own page says."""
    return contacts.load().entries if contacts.is_whole() else ()


def _plan(household: Household) -> Plan:
    """Return the plan that says what to ask of whom."""
    return plans.once(household, ("asked",), lambda: plan_of(household, asked_if="no-contract"))


def _form(request: HttpRequest, kind: Kind, household: Household) -> Form:
    """Return what was typed; papers that do not show the cause are no longer ticked."""
    texts = {name: request.POST.get(name, "")[:LONGEST] for name in FIELDS}
    fitting_papers = evidence_for(kind.name, cause_of(texts["cause"]))
    evidence = tuple(one for one in map(str, request.POST.getlist("evidence")) if one in fitting_papers)
    income = tuple(map(str, request.POST.getlist("income")))
    statement = statement_of(request) if kind.name in OF_STATEMENT else b""
    try:
        typed = typed_of(texts, {"evidence": evidence, "income": income}, household)
    except AshoreError as error:
        wrong = Message(error.code, error.facts)
        return Form(texts, evidence, income, wrong=wrong, statement=statement)
    return Form(texts, evidence, income, typed, statement=statement)


def _held_against(case: Case, form: Form) -> tuple[Case, Form]:
    """Return the case with what the statement has otherwise than the contract, and the form with what reading found."""
    if not form.statement or form.wrong:
        return case, form
    if len(form.statement) > STATEMENT_MAX:
        return case, replace(form, statement=b"", wrong=Message("letter-statement-too-large"))
    try:
        found, findings = with_statement(case, form.statement)
    except AshoreError as error:
        return case, replace(form, wrong=Message(error.code, error.facts))
    if found is None:
        return case, replace(form, statement=b"", wrong=Message("audit-reading-stopped"), findings=findings)
    return found, replace(form, findings=findings)


def _made(kind: Kind, case: Case, form: Form, *, asked: bool) -> tuple[Sheet | None, Message | None]:
    """Return the letter, or why there is none.

    One that takes a plan, and that something is still to be typed, waits until it is asked for.
    """
    if form.wrong:
        return None, form.wrong
    try:
        made = make_letter(kind, case)
    except AshoreError as error:
        waits = unmet(kind, case) in TYPED and not asked
        return None, None if waits else Message(error.code, error.facts)
    return (made if asked or not kind.planned else None), None


def _asked(kind: Kind) -> tuple[str, ...]:
    """Return what a kind's form asks for besides a cause and papers, one's own words last."""
    own = ("own",) if "own" in kind.blocks else ()
    return (*ASKED.get(kind.name, ()), *own)


def _file(request: HttpRequest, made: Sheet, ending: str) -> HttpResponse:
    language = language_of(request)
    name = file_name(made, language, ending, today())
    return handed_out(MAKERS[ending](made, language), name, TYPES[ending])

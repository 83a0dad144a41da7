"""The contact log: what was said and promised, newest first; a new entry; the own copy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time
from typing import Final, get_args

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from ashore.creditors import contacts as log
from ashore.creditors.chain import read_head
from ashore.creditors.conduct import Conduct, conduct_of, standing
from ashore.creditors.contacts import Contact, Promise, problems_of
from ashore.creditors.log_file import Log, Logged
from ashore.documents.contact_log import (
    Told,
    about_part,
    against_part,
    check_part,
    conduct_part,
    head_part,
    log_parts,
    plain_text,
    told_of,
)
from ashore.errors import Finding, Message
from ashore.packs.pack import load_pack
from ashore.store import book, contacts
from ashore.texts.language import Language
from ashore.texts.sentences import word
from ashore.web.clock import today
from ashore.web.config import JURISDICTION
from ashore.web.debt_names import entry_names, handed_marks, marks_by_id
from ashore.web.handed import handed_out
from ashore.web.keys import key_of
from ashore.web.shown import is_covered, language_of, show
from ashore.web.typed import read_day

CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "party": get_args(log.Party),
    "direction": get_args(log.Direction),
    "channel": get_args(log.Channel),
    "reached": get_args(log.Reached),
    "evidence": get_args(log.Evidence),
}
PURPOSES: Final[tuple[log.Purpose, ...]] = get_args(log.Purpose)
SIDES: Final[tuple[log.By, ...]] = ("them", "us")
YES_NO: Final[Mapping[str, bool | None]] = {"": None, "yes": True, "no": False}
TEXTS: Final = ("said", "name", "phone", "sent", "whom")
PREFILLED: Final = ("debt", "party", "direction", "channel", "sent", "evidence")
"""What an address may fill in beforehand: a paper's page knows its debt and how it came."""
FIELDS: Final = (
    *("debt", "on", "at", *TEXTS, *CHOICES, "answered", "told", "purpose", "agreed", "refused"),
    *("them", "them_until", "us", "us_until", "in_writing", "corrects"),
)
STATUS: Final[Mapping[bool, str]] = {False: "agreed-verbal", True: "agreed-written"}
PROOF: Final[Mapping[str, str]] = {"recording": "recording", "screenshot": "chat"}


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry on the page, and where what was agreed becomes part of the plan, if it can."""

    told: Told
    offer: str = ""


@require_GET
def listed(request: HttpRequest) -> HttpResponse:
    """Show the log, of all debts or of one, newest first; hold it against a seal that was typed."""
    if is_covered(request):
        return redirect("today")
    language = language_of(request)
    whole, debts = contacts.load(), _listed_debts(language)
    one = next((debt for debt in debts if debt[0] == request.GET.get("debt")), None)
    typed = request.GET.get("head", "").strip()
    saved = read_head(typed) if typed else None
    marks = marks_by_id(book.load(), language)
    told = [each for each in told_of(whole, language, marks) if one is None or _is_of(each, one[1])]
    pack = load_pack(JURISDICTION)
    conduct = conduct_of(whole.entries, pack.facts, today())
    facts = {
        "lines": [Shown(each, _offer(each, debts)) for each in reversed(told)],
        "debts": debts,
        "debt": one,
        "check": check_part(whole),
        "is_whole": whole.is_whole,
        "head": head_part(whole) if whole.entries else None,
        "against": against_part(whole, saved) if saved else None,
        "unread": bool(typed) and saved is None,
        "typed": typed,
        "conduct": conduct_part(conduct),
        "complaints": _complaints(conduct, whole.entries, debts) if whole.is_whole else [],
        "about": about_part(conduct, pack, today(), language) if conduct.found else None,
        "day": today(),
    }
    return show(request, "log", facts)


def _complaints(
    conduct: Conduct, entries: Sequence[Logged], debts: list[tuple[str, str, str]]
) -> list[tuple[str, str]]:
    """Return each debt that something beyond the rules is about: its entry, its name."""
    numbers = {number for one in conduct.found for number in one.entries}
    about = {one.contact.debt for one in standing(entries) if one.number in numbers}
    return [(pk, name) for pk, ident, name in debts if ident in about]


def _debts() -> list[tuple[str, str, str]]:
    """Return each debt of the book: its entry, its id, what the person calls it, as the log writes it down."""
    now = book.load()
    found = [(entry, book.entry_values(entry)) for entry in now.of("debt")]
    return [
        (str(entry.pk), str(values.get("id", "")), str(values.get("name") or values.get("id") or ""))
        for entry, values in found
    ]


def _listed_debts(language: Language) -> list[tuple[str, str, str]]:
    """Return each debt of the book: its entry, its id, what it is called where one is chosen."""
    names = {str(pk): name for pk, name in entry_names(book.load(), language).items()}
    return [(pk, ident, names[pk]) for pk, ident, _ in _debts()]


def _is_of(told: Told, debt: str) -> bool:
    return told.entry.contact is not None and told.entry.contact.debt == debt


def _offer(told: Told, debts: list[tuple[str, str, str]]) -> str:
    """Return the address of the form that puts what they promised into the plan; nothing where no debt is named."""
    contact = told.entry.contact
    if contact is None or not any(one.by == "them" for one in contact.promises):
        return ""
    entry = next((pk for pk, name, _ in debts if name == contact.debt), None)
    if entry is None:
        return ""
    proof = PROOF.get(contact.evidence, "")
    ending = f"&proof={proof}" if proof else ""
    return f"{reverse('add-below', args=[entry])}?status={STATUS[contact.in_writing]}{ending}"


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Show the form of an entry, or write it down; an entry is never changed, a later one puts it right."""
    if is_covered(request):
        return redirect("today")
    whole = contacts.load()
    if request.method == "GET":
        return _form(request, whole, _given(request, whole))
    typed = {name: _text(request, name) for name in FIELDS}
    made = _contact(typed)
    wrong = [made] if isinstance(made, Message) else _wrong(made, len(whole.entries) + 1)
    if wrong or isinstance(made, Message):
        return _form(request, whole, typed, wrong, status=400)
    contacts.add(key_of(request), made)
    return redirect("log")


def _wrong(made: Contact, number: int) -> list[Message]:
    return [_in_form(one) for one in problems_of(made, number)]


def _in_form(one: Finding) -> Message:
    return Message(f"{one.code}-form", one.facts)


def _text(request: HttpRequest, name: str) -> str:
    return request.POST.get(name, "").replace("\0", "").replace("\r\n", "\n").strip()


def _given(request: HttpRequest, whole: Log) -> dict[str, str]:
    """Return what stands in an empty form: today, what the address says, or the entry that is to be put right."""
    number = request.GET.get("corrects", "")
    old = next((one.contact for one in whole.entries if str(one.number) == number), None)
    if number and old is None:
        raise Http404
    if old is not None:
        return _standing(old, number)
    given = {name: request.GET.get(name, "") for name in PREFILLED}
    return {"on": today().isoformat(), **given}


def _standing(old: Contact, number: str) -> dict[str, str]:
    """Return an entry as it would stand in the form of the one that puts it right."""
    answers = {value: name for name, value in YES_NO.items()}
    promised = {one.by: one for one in old.promises}
    filled = {name: str(getattr(old, name)) for name in (*TEXTS, *CHOICES)}
    for by, one in promised.items():
        filled |= {by: one.what, f"{by}_until": one.until.isoformat() if one.until else ""}
    debt = next((pk for pk, name, _ in _debts() if name == old.debt), "")
    return {
        **filled,
        "corrects": number,
        "debt": debt,
        "on": old.on.isoformat(),
        "at": f"{old.at:%H:%M}" if old.at else "",
        "answered": answers[old.answered],
        "told": answers[old.told],
        "purpose": old.purpose or "",
        "agreed": answers[old.agreed],
        "refused": answers[old.refused],
        "in_writing": "yes" if old.in_writing else "",
    }


def _contact(typed: Mapping[str, str]) -> Contact | Message:
    """Return the contact that was typed, or what cannot be read of it."""
    on, at = read_day(typed["on"]), _clock(typed["at"])
    days = {by: read_day(typed[f"{by}_until"]) for by in SIDES}
    if on is None or any(typed[f"{by}_until"] and not day for by, day in days.items()):
        return Message("log-day-unclear")
    if typed["at"] and at is None:
        return Message("log-time-unclear")
    if any(typed[name] not in words for name, words in CHOICES.items()):
        return Message("log-choose")
    _, debt, name = next((one for one in _debts() if one[0] == typed["debt"]), ("", "", ""))
    values: dict[str, object] = {name: typed[name] for name in (*TEXTS, *CHOICES)}
    made = Contact(on, today(), **values)  # pyright: ignore[reportArgumentType] - each is one of its own words
    return replace(
        made,
        at=at,
        debt=debt,
        debt_name=name,
        answered=YES_NO.get(typed["answered"]) if typed["channel"] in log.MET else None,
        told=YES_NO.get(typed["told"]) if typed["reached"] != "self" else None,
        purpose=next((one for one in PURPOSES if one == typed["purpose"]), None),
        agreed=YES_NO.get(typed["agreed"]),
        refused=YES_NO.get(typed["refused"]),
        promises=tuple(Promise(by, typed[by], days[by]) for by in SIDES if typed[by]),
        in_writing=typed["in_writing"] == "yes",
        corrects=int(typed["corrects"]) if typed["corrects"].isdecimal() else None,
    )


def _clock(typed: str) -> time | None:
    try:
        return time.fromisoformat(typed).replace(second=0, microsecond=0)
    except ValueError:
        return None


def _form(
    request: HttpRequest,
    whole: Log,
    typed: Mapping[str, str],
    wrong: list[Message] | None = None,
    status: int = 200,
) -> HttpResponse:
    shown = {
        "typed": {name: typed.get(name, "") for name in FIELDS},
        "wrong": wrong or [],
        "debts": _listed_debts(language_of(request)),
        "choices": {name: [(one, f"log-{name}-{one}") for one in words] for name, words in CHOICES.items()},
        "purposes": [("", "web-unknown"), *((one, f"log-purpose-{one}") for one in PURPOSES)],
        "answers": [("", "web-unknown"), ("yes", "web-yes"), ("no", "web-no")],
        "latest": today().isoformat(),
        "number": len(whole.entries) + 1,
    }
    return show(request, "log_new", shown, status=status)


@require_GET
def own_copy(request: HttpRequest) -> HttpResponse:
    """Return the own copy: one entry a line, the last line its head."""
    if is_covered(request):
        return redirect("today")
    return _file(request, contacts.own_copy(contacts.load()), ".jsonl", "application/jsonl")


@require_GET
def as_text(request: HttpRequest) -> HttpResponse:
    """Return the log as a text that anyone can read and print."""
    if is_covered(request):
        return redirect("today")
    language = language_of(request)
    marks = handed_marks(book.load(), language)
    parts = log_parts(contacts.load(), load_pack(JURISDICTION), today(), language, marks)
    return _file(request, plain_text(parts, language).encode(), ".txt", "text/plain; charset=utf-8")


def _file(request: HttpRequest, data: bytes, ending: str, kind: str) -> HttpResponse:
    name = f"{word('log-file-name', language_of(request))}-{today().isoformat()}{ending}"
    return handed_out(data, name, kind)

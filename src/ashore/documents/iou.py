"""An IOU from what was typed: the terms read, the cap of its day found in the pack, the paper or what is in its way."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from ashore.documents.blocks import Part, Say
from ashore.documents.first_words import about_messages
from ashore.errors import Fact, Finding, Place
from ashore.household.file.wording import day_from_text, tidy
from ashore.household.keys.rates import rate_from_text
from ashore.household.keys.scalars import YUAN_MAX, fen_from_text, is_too_large
from ashore.household.model import Own
from ashore.letters.iou import (
    AMOUNT_MAX_FEN,
    DAYS_OF_YEAR,
    METHODS,
    Cap,
    IouMethod,
    IouTerms,
    check_terms,
    dues,
    exact,
    iou_sheet,
)
from ashore.letters.sheet import Sheet
from ashore.money import capitals
from ashore.packs.ceilings import ceilings_for
from ashore.packs.first import first_of_kind
from ashore.packs.own import own_value
from ashore.packs.pack import Pack
from ashore.rules.dated import Dated
from ashore.texts.language import Language

LPR: Final = "lpr-1y"
WHOLE: Final = 100
MULTIPLE: Final = "private-lending-cap"
RULE: Final = "private-loan"
"""The ceiling that binds a loan between two people made today, by its name in the pack."""
ALWAYS: Final = (
    "loan-evidence", "loan-formed", "borrowed-bank-money", "guarantor-named", "spouse-consent", "private-late-rate",
    "private-lending-prepay",
)  # fmt: skip
WITH_RATE: Final = (MULTIPLE, LPR, "interest-tax")
"""What the paper rests on, by id: always, and where a rate is agreed."""
Typed = Mapping[str, str]
"""What was typed, by name: amount, on, until, rate, late_rate, lpr, method, purpose; what is absent is empty."""


@dataclass(frozen=True, slots=True)
class Iou:
    """The paper, or what is in its way; `about`: the facts that it rests on, by id.

    `terms`: None where what was typed cannot be read.  `cap`: None where no rate is agreed on, or none is known.
    """

    findings: tuple[Finding, ...]
    terms: IouTerms | None = None
    cap: Cap | None = None
    sheet: Sheet | None = None

    @property
    def about(self) -> tuple[str, ...]:
        """Return the ids of the facts behind the paper."""
        bears = self.terms is not None and self.terms.bears
        return (*ALWAYS, *(WITH_RATE if bears else ()))


def iou_of(typed: Typed, pack: Pack, today: date, *, sued: bool = False) -> Iou:
    """Return the IOU of what was typed, or every finding on it; nothing is assumed but that no rate means no interest.

    `sued`: a court has one of the borrower's debts.
    """
    read = _Reader(typed)
    terms, lpr = read.terms(), read.share("lpr") if typed.get("lpr", "").strip() else None
    if read.found or terms is None:
        return Iou(tuple(read.found), terms)
    cap = _cap(terms, lpr, pack, today) if terms.bears else None
    found = (cap,) if isinstance(cap, Finding) else check_terms(terms, cap)
    if found or isinstance(cap, Finding):
        return Iou(found, terms, None if isinstance(cap, Finding) else cap)
    lines = first_of_kind(pack)
    number = lines["tax"].number if "tax" in lines else None
    return Iou((), terms, cap, iou_sheet(terms, cap, today, sued=sued, tax_number=number))


@dataclass(frozen=True, slots=True)
class OwnLpr:
    """The LPR of a day as the person wrote it down: as a form takes it, and the day on which it was looked up."""

    text: str
    seen_on: date


def own_lpr(owns: Iterable[Own], pack: Pack, typed_on: str) -> OwnLpr | None:
    """Return the person's own LPR for the day the money comes; None where the pack knows it or the day is none."""
    on, history = day_from_text(typed_on), pack.facts[LPR].value
    assert isinstance(history, Dated), LPR
    found = own_value(owns, LPR, on) if on and on > history.last_seen else None
    if found is None or found.rate_per_year is None:
        return None
    return OwnLpr(f"{(exact(found.rate_per_year) * WHOLE).normalize():f}%", found.seen_on)


class _Reader:
    """Reads what was typed, field by field, and notes what is unclear."""

    def __init__(self, typed: Typed) -> None:
        self.typed, self.found = typed, list[Finding]()

    def terms(self) -> IouTerms | None:
        fen, on, until = self.fen("amount"), self.day("on"), self.day("until")
        rate = self.share("rate") if self._text("rate") else Fraction(0)
        late = self.share("late_rate") if self._text("late_rate") else None
        method = self._method()
        if self.found:
            return None
        assert fen is not None and on is not None and until is not None and rate is not None
        return IouTerms(fen, on, until, rate, late, method, self._text("purpose"))

    def fen(self, name: str) -> int | None:
        """Return a sum; a finding where it is none."""
        text = self._text(name)
        if is_too_large(text):
            most = min(AMOUNT_MAX_FEN, int(YUAN_MAX * 100) - 1)
            facts: dict[str, Fact] = {"read": text, "most_fen": most}
            self.found.append(Finding("iou-amount-too-large", "stop", Place(name), facts))
            return None
        return fen_from_text(text) or self._unclear("iou-amount-unclear", name)

    def day(self, name: str) -> date | None:
        """Return a day; a finding where it is none."""
        return day_from_text(self._text(name)) or self._unclear(f"iou-{name}-unclear", name)

    def share(self, name: str) -> Fraction | None:
        """Return a yearly rate: `3%`, `3`, or with its period; a finding where it is none."""
        text = self._text(name)
        rate = rate_from_text(text) or rate_from_text(f"{tidy(text).rstrip('%')}%/year")
        if rate is None or rate.value >= 1:
            return self._unclear(f"iou-{name.replace('_', '-')}-unclear", name)
        return rate.per_year(DAYS_OF_YEAR)

    def _method(self) -> IouMethod:
        typed = self._text("method")
        if typed and typed not in METHODS:
            self._unclear("iou-method-unclear", "method")
        return typed if typed in METHODS else METHODS[0]

    def _text(self, name: str) -> str:
        return self.typed.get(name, "").strip()

    def _unclear(self, code: str, name: str) -> None:
        self.found.append(Finding(code, "stop", Place(name), {"read": self._text(name)}))


def _cap(terms: IouTerms, typed: Fraction | None, pack: Pack, today: date) -> Cap | Finding:
    """Return the cap of the day the money comes; where nobody looked its LPR up, the person must have."""
    history, multiple = pack.facts[LPR].value, pack.facts[MULTIPLE].value
    assert isinstance(history, Dated) and isinstance(multiple, int), LPR
    known = _lpr(terms.on, pack, today)
    if isinstance(known, Finding):
        return known
    if known is not None:
        if typed is not None and typed != known:
            facts: dict[str, Fact] = {
                "on": terms.on,
                "lpr_percent": exact(known),
                "typed_percent": exact(typed),
            }
            return Finding("iou-lpr-differs", "stop", Place("lpr"), facts)
        return Cap(known * multiple, known)
    if typed is None:
        facts = {"on": terms.on, "last_seen": history.last_seen, "lpr_percent": history.latest.value}
        return Finding("iou-lpr-needed", "stop", Place("lpr"), facts)
    highest = max(step.value for step in history.steps)
    if not 0 < typed <= Fraction(highest):
        facts = {"typed_percent": exact(typed), "highest_percent": highest}
        return Finding("iou-lpr-odd", "stop", Place("lpr"), facts)
    return Cap(typed * multiple, typed, typed=True)


def _lpr(on: date, pack: Pack, today: date) -> Fraction | Finding | None:
    """Return the LPR of a day; None where nobody looked it up, a finding where today's rule is not for that day."""
    ceilings = [one for one in ceilings_for(pack, "friend", on, today) if one.rule.id == RULE]
    if not ceilings:
        return Finding(
            "iou-too-old", "stop", Place("on"), {"on": on, "since": pack.ceilings[RULE].formed_from}
        )
    yearly = ceilings[0].yearly
    if isinstance(yearly, Fraction):
        multiple = pack.facts[MULTIPLE].value
        assert isinstance(multiple, int), MULTIPLE
        return yearly / multiple
    if yearly.day is None:
        return Finding(yearly.why.code, "stop", Place("rate"), yearly.why.facts)
    return None


def before_parts(iou: Iou, pack: Pack, today: date, language: Language) -> tuple[Part, Part]:
    """Return what is told beside the paper, and what it rests on; for a paper that is there."""
    assert iou.sheet is not None
    told = tuple(Say(one, "item") for one in iou.sheet.before)
    facts = [one for one in iou.about if one in pack.facts]
    rests = tuple(Say(one, "note") for one in about_messages(facts, pack, today, language))
    return Part("iou-head-before", "first", told), Part("iou-head-about", "about", rests)


def iou_json(iou: Iou) -> dict[str, object]:
    """Return a paper's terms as JSON (`ashore-iou/1`): sums in fen, rates as exact text, each due."""
    assert iou.terms is not None and iou.sheet is not None
    terms, cap = iou.terms, iou.cap
    late = terms.late_rate
    return {
        "format": "ashore-iou/1",
        "amount_fen": terms.amount_fen,
        "amount_capitals": capitals(terms.amount_fen),
        "on": terms.on,
        "until": terms.until,
        "method": terms.method,
        "rate": exact(terms.rate),
        "late_rate": None if late is None else exact(late),
        "cap": exact(cap.yearly) if cap else None,
        "lpr": exact(cap.lpr) if cap else None,
        "lpr_typed": cap.typed if cap else None,
        "instalments": [
            {
                "due": row.due,
                "principal_fen": row.principal_fen,
                "interest_fen": row.interest_fen,
                "total_fen": row.total_fen,
            }
            for row in dues(terms)
        ],
        "before": [one.code for one in iou.sheet.before],
        "facts": list(iou.about),
    }

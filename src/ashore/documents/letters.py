"""What a letter needs from the pack and the plan, put together for the command line and the web alike."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from ashore.documents.audit.view import CHARGES, complained
from ashore.documents.audit.words import claim_message
from ashore.documents.complaining import Complaint, way_messages
from ashore.documents.first_words import source_messages
from ashore.documents.letter_averages import above_messages
from ashore.documents.sheets.text import sheet_text
from ashore.errors import Finding, Message
from ashore.household.audited import Verdict, audit
from ashore.household.model import Debt, Household
from ashore.household.position import open_debt
from ashore.household.product import Owing
from ashore.household.standing import standing_of
from ashore.importers.statement.reading import read_statement
from ashore.letters.case import Case, Disputed, Rules, Typed
from ashore.letters.kinds import Kind
from ashore.letters.proposed import proposed_of
from ashore.letters.sheet import Sheet
from ashore.loans.cost import later_dues
from ashore.packs.first import first_of_kind
from ashore.packs.pack import load_pack
from ashore.packs.products import all_products
from ashore.packs.workdays import working_days_of
from ashore.planning.plan import Plan
from ashore.planning.problem import HORIZON_MONTHS
from ashore.rules.fact import FactNotUsable, RuleFact
from ashore.texts.language import Language
from ashore.texts.sentences import say

LIMITATION: Final = "limitation-years"
CARD: Final = "card-personal-instalments-max"
DISPUTE: Final = "dispute-days"
QUIET: Final = "quiet-from"
BAD_HOUR: Final = ("mental-health", "emergency")
"""Help lines that the page beside the telephone names."""
COMPLAINTS: Final = frozenset({"complaint", "conduct"})
"""Letters that are answered within a term, and go on to others after it."""
NOTHING: Final = Typed()


def rules_of(jurisdiction: str, today: date) -> Rules:
    """Return what a pack says that letters need; a fact past its day, or not in force, counts as none."""
    pack = load_pack(jurisdiction)
    lines = first_of_kind(pack)
    quiet = _value(pack.facts, QUIET, today)
    return Rules(
        limitation_years=_whole(pack.facts, LIMITATION, today),
        card_months_max=_whole(pack.facts, CARD, today),
        dispute_days=_whole(pack.facts, DISPUTE, today),
        quiet_from=quiet if isinstance(quiet, str) else None,
        legal_number=lines["legal"].number if "legal" in lines else None,
        court_number=lines["court"].number if "court" in lines else None,
        mental_number=lines["mental-health"].number if "mental-health" in lines else None,
        emergency_number=lines["emergency"].number if "emergency" in lines else None,
        checked_on=min((lines[kind].checked_on for kind in BAD_HOUR if kind in lines), default=None),
    )


def _value(facts: Mapping[str, RuleFact], name: str, today: date) -> object:
    try:
        return facts[name].use(today) if name in facts else None
    except FactNotUsable:
        return None


def _whole(facts: Mapping[str, RuleFact], name: str, today: date) -> int | None:
    value = _value(facts, name, today)
    return value if isinstance(value, int) else None


def case_of(
    household: Household, debt: Debt, day: date, typed: Typed = NOTHING, *, example: bool = False
) -> Case:
    """Return what letters about a debt are made of on a day, without a plan; `day`: the paper's own."""
    days = working_days_of(household, HORIZON_MONTHS)
    rows = later_dues(open_debt(debt, household.as_of, days))
    return Case(
        household=household,
        debt=debt,
        standing=standing_of(debt, household.as_of, days),
        day=day,
        typed=typed,
        rules=rules_of(household.jurisdiction, day),
        maturity=rows[-1].due if rows and debt.terms.method != "revolving" else None,
        example=example,
        owing=_owing(debt),
    )


def _owing(debt: Debt) -> Owing | None:
    """Return what a debt's product says it comes from; None without a product that a pack knows."""
    product = all_products().get(debt.product or "")
    return product.owing if product else None


def with_plan(case: Case, plan: Plan) -> Case:
    """Return the case with what a plan asks of the creditor and pays; no letter names a payment before its own day."""
    found = proposed_of(plan, case.debt.id)
    passed = found is not None and any(day < case.day for day, _ in found.months)
    return replace(case, proposed=None if passed else found, passed=passed)


def with_audit(case: Case, verdicts: Sequence[Verdict]) -> Case:
    """Return the case with those figures of a statement that the contract, by its own source, says otherwise (H8)."""
    found = tuple(
        Disputed(
            one.difference.claim.due or one.difference.claim.on,
            claim_message(one.difference.claim),
            one.difference.claim.fen,
            one.difference.ours.fen,
            one.difference.claim.parts if one.difference.claim.kind in CHARGES else (),
        )
        for one in complained(verdicts)
    )
    return replace(case, disputed=found)


def with_statement(case: Case, data: bytes) -> tuple[Case | None, tuple[Finding, ...]]:
    """Return the case with what a lender's statement has otherwise than the contract, and what reading it found.

    The case is None where the statement cannot be read.  Raises NoBeginning and NotAudited.
    """
    as_of = case.household.as_of
    reading = read_statement(data, as_of, debt=case.debt)
    if reading.statement is None:
        return None, reading.findings
    found = audit(case.debt, reading.statement, as_of, working_days_of(case.household, 0))
    return with_audit(case, found.verdicts), reading.findings


def told_before(sheet: Sheet, case: Case, language: Language) -> tuple[Message, ...]:
    """Return what to know before a letter is sent, of a complaint also where it goes and how long each has to answer.

    Of a statement of spending which of its lines a lender may ask about; of a letter in English also that its reader
    may want Chinese; of rules that it names, where they stand and when they were seen.
    """
    home, lender = case.household, case.debt.lender_kind
    complaint = Complaint(home.jurisdiction, lender, case.typed.asked_on, case.day)
    ways = way_messages(complaint, language) if sheet.kind in COMPLAINTS else ()
    spent = (*above_messages(case, language), *_of_shop(case)) if sheet.kind == "budget" else ()
    chinese = (Message("letter-before-chinese"),) if language == "en" and sheet.kind != "call" else ()
    sources = source_messages(case.beyond_facts, load_pack(home.jurisdiction), case.day, language)
    rests = sources if sheet.kind == "conduct" else ()
    return (*ways, *spent, *sheet.before, *rests, *chinese)


def _of_shop(case: Case) -> tuple[Message, ...]:
    """Return that the paper names what a shop brings in, and whom to ask about tax (H17); nothing without a shop."""
    if not case.household.businesses:
        return ()
    lines = first_of_kind(load_pack(case.household.jurisdiction))
    return (Message("letter-before-shop", {"tax_number": lines["tax"].number if "tax" in lines else None}),)


def letter_json(kind: Kind, sheet: Sheet, case: Case, language: Language) -> dict[str, object]:
    """Return a letter as JSON (`ashore-letter/1`): its title, its text, what to know before it is sent, with codes."""
    return {
        "format": "ashore-letter/1",
        "kind": kind.name,
        "day": sheet.day,
        "to": sheet.to,
        "title": _told(sheet.title, language),
        "text": sheet_text(sheet, language),
        "before": [_told(one, language) for one in told_before(sheet, case, language)],
    }


def _told(message: Message, language: Language) -> dict[str, str]:
    return {"code": message.code, "text": say(message, language)}

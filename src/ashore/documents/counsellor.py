"""The sheet for a counsellor or social worker, put together for the command line and the web alike."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from ashore.creditors.contacts import Contact
from ashore.creditors.log_file import Log
from ashore.documents.helping import checked_lines, numbers_of
from ashore.documents.letters import case_of
from ashore.documents.sheets.covered import covered_sheet
from ashore.documents.sheets.making import Maker
from ashore.documents.sheets.page import PAGE_MAKERS, PAGE_TYPES
from ashore.documents.sheets.text import sheet_text
from ashore.errors import AshoreError, Message
from ashore.household.model import Debt, Household
from ashore.household.standing import is_silent, standings_of
from ashore.letters.budget import budget_of
from ashore.letters.case import Typed
from ashore.letters.counsellor import ASKS, SHOWS, USUAL, Chosen, Situation, counsellor_sheet
from ashore.letters.sheet import Sheet
from ashore.packs.pack import load_pack
from ashore.packs.products import all_products
from ashore.packs.workdays import working_days_of
from ashore.planning.cliffs import cliffs_of, deadlines_of
from ashore.planning.problem import HORIZON_MONTHS, problem_of
from ashore.planning.urgent import COURT_STAGES
from ashore.texts.language import Language

PERSONAL: Final = frozenset({"friend", "private"})
"""Lenders that are people: neither their names nor who they are stand on the sheet (practice §2, H14)."""
FRIEND: Final = "friend-loan"
OWN_MAX: Final = 1_200
"""So many characters of a person's own words are printed: the sheet has two pages."""
PACK_MAKERS: Final[Mapping[str, Maker]] = PAGE_MAKERS
"""What makes the sheet's file, by its ending."""
PACK_TYPES: Final[Mapping[str, str]] = PAGE_TYPES


class NoSheet(AshoreError):
    """There is no sheet of a household without debts."""


class NoSuchChoice(AshoreError):
    """Something named to be shown or asked that is none of the choices."""


def chosen_of(
    shows: Iterable[str] | None, asks: Iterable[str], own: str = "", *, redact: bool = False
) -> Chosen:
    """Return what was chosen; `shows` None: what is usual.  Raises NoSuchChoice."""
    named = USUAL if shows is None else _known(shows, SHOWS)
    asked = _known(asks, ASKS)
    return Chosen(
        frozenset(one for one in SHOWS if one in named),
        tuple(one for one in ASKS if one in asked),
        own[:OWN_MAX],
        redact,
    )


def _known(typed: Iterable[str], words: tuple[str, ...]) -> frozenset[str]:
    """Return what was named, all of it known.  Raises NoSuchChoice."""
    named = frozenset(typed)
    if unknown := named - frozenset(words):
        raise NoSuchChoice("pack-no-choice", read=min(unknown), choices=words)
    return named


def sheet_of(
    household: Household,
    chosen: Chosen,
    day: date,
    language: Language,
    log: Log | None = None,
    *,
    example: bool = False,
) -> Sheet:
    """Return the sheet of a household for what was chosen.  Raises NoSheet where it names no debt.

    `log`: the contact log, of which only how often and how is told, and that only where it was chosen.
    """
    if not household.debts:
        raise NoSheet("pack-no-debt")
    days, pack = working_days_of(household, HORIZON_MONTHS), load_pack(household.jurisdiction)
    everyone = Typed(mine=tuple(one.name for one in household.incomes))
    case = case_of(household, household.debts[0], day, everyone)
    one = Situation(
        as_of=household.as_of,
        day=day,
        month=budget_of(case),
        debts=standings_of(household, days),
        names=_names(household, chosen, language),
        cliffs=cliffs_of(problem_of(household, HORIZON_MONTHS, days)),
        deadlines=deadlines_of(household),
        silent=any(is_silent(debt, household.as_of) for debt in household.debts),
        log=_holding(log) if log and "tried" in chosen.shows else (),
        numbers=numbers_of(pack),
        lines=checked_lines(pack, day, language),
        example=example,
    )
    made = counsellor_sheet(one, chosen)
    return covered_sheet(made) if chosen.redact else made


def _holding(log: Log) -> tuple[Contact, ...]:
    """Return the contacts of a log without those that a later entry put right."""
    righted = {one.contact.corrects for one in log.entries if one.contact and one.contact.corrects}
    return tuple(one.contact for one in log.entries if one.contact and one.number not in righted)


def _names(household: Household, chosen: Chosen, language: Language) -> dict[str, Message]:
    return {debt.id: _name(debt, number, chosen, language) for number, debt in enumerate(household.debts, 1)}


def _name(debt: Debt, number: int, chosen: Chosen, language: Language) -> Message:
    """Return what a debt is called on the sheet: by its product, never by the name it has at home."""
    product = all_products().get(debt.product or "")
    plain = Message("pack-debt-number", {"number": str(number)})
    if chosen.redact:
        return plain
    if debt.lender_kind in PERSONAL or (debt.product or "").endswith(FRIEND):
        return Message("pack-debt-friend", {"number": str(number)})
    # A lender that the product filled in says no more than the product's name does.
    lender = debt.creditor if "lenders" in chosen.shows and "creditor" not in debt.assumed else ""
    if product is None:
        return Message("pack-debt-named", {"number": str(number), "name": lender}) if lender else plain
    facts = {"number": str(number), "name": product.names[language], "creditor": lender}
    return Message("pack-debt-lender" if lender else "pack-debt-named", facts)


def before_messages(household: Household) -> tuple[Message, ...]:
    """Return what to know before the sheet is handed over; of a debt at court also to ask first (practice §2, H3)."""
    numbers = numbers_of(load_pack(household.jurisdiction))
    sued = any(debt.stage in COURT_STAGES for debt in household.debts)
    court = (Message("pack-before-court", numbers),) if sued else ()
    return (Message("pack-before-whom"), *court, Message("pack-before-copy"))


def pack_json(sheet: Sheet, chosen: Chosen, language: Language) -> dict[str, object]:
    """Return the sheet as JSON (`ashore-counsellor/1`): what was chosen, and its text."""
    return {
        "format": "ashore-counsellor/1",
        "day": sheet.day,
        "shows": [one for one in SHOWS if one in chosen.shows],
        "asks": list(chosen.asks),
        "redacted": chosen.redact,
        "text": sheet_text(sheet, language),
    }

"""A code with facts as one sentence in Chinese or English."""

import re
from collections.abc import Mapping
from functools import cache
from itertools import chain
from typing import Final

from ashore.errors import Facts, Finding, Message
from ashore.texts.agenda import AGENDA
from ashore.texts.annex import ANNEX
from ashore.texts.answer import ANSWER
from ashore.texts.answer_details import ANSWER_DETAILS
from ashore.texts.apart import APART
from ashore.texts.asks import ASKS
from ashore.texts.assumed import ASSUMED
from ashore.texts.audit import AUDIT
from ashore.texts.bills import BILLS
from ashore.texts.budget import BUDGET
from ashore.texts.check import CHECK
from ashore.texts.checking import CHECKING
from ashore.texts.closing import CLOSING
from ashore.texts.contacts import CONTACTS
from ashore.texts.cost import COST
from ashore.texts.counsellor import COUNSELLOR
from ashore.texts.creditors import CREDITORS
from ashore.texts.crisis import CRISIS
from ashore.texts.dealing import DEALING
from ashore.texts.debts import DEBTS
from ashore.texts.facts import format_facts
from ashore.texts.facts_listed import FACTS_LISTED
from ashore.texts.family import FAMILY
from ashore.texts.findings import FINDINGS
from ashore.texts.findings_statement import FINDINGS_STATEMENT
from ashore.texts.first import FIRST
from ashore.texts.first_ask import FIRST_ASK
from ashore.texts.first_page import FIRST_PAGE
from ashore.texts.futures import FUTURES
from ashore.texts.gathering import GATHERING
from ashore.texts.glossary import GLOSSARY
from ashore.texts.importing import IMPORTING
from ashore.texts.in_app import IN_APP
from ashore.texts.iou import IOU
from ashore.texts.keys import KEYS
from ashore.texts.language import Language, gettext_for
from ashore.texts.lessons import LESSONS
from ashore.texts.lessons_numbers import LESSONS_NUMBERS
from ashore.texts.letters import LETTERS
from ashore.texts.letters_more import LETTERS_MORE
from ashore.texts.levers import LEVERS
from ashore.texts.money_page import MONEY_PAGE
from ashore.texts.mood import MOOD
from ashore.texts.packs import PACKS
from ashore.texts.papers import PAPERS
from ashore.texts.plan import PLAN
from ashore.texts.progress import PROGRESS
from ashore.texts.resources import RESOURCES
from ashore.texts.review import REVIEW
from ashore.texts.sharing import SHARING
from ashore.texts.sheets import SHEETS
from ashore.texts.simulation import SIMULATION
from ashore.texts.stated import STATED
from ashore.texts.support import SUPPORT
from ashore.texts.things import THINGS
from ashore.texts.traps import TRAPS
from ashore.texts.usage import USAGE
from ashore.texts.verify import VERIFY
from ashore.texts.web import WEB
from ashore.texts.web_choices import WEB_CHOICES
from ashore.texts.web_more import WEB_MORE
from ashore.texts.web_phone import WEB_PHONE
from ashore.texts.web_private import WEB_PRIVATE
from ashore.texts.web_report import WEB_REPORT
from ashore.texts.wellbeing_page import WELLBEING_PAGE
from ashore.texts.what_if import WHAT_IF
from ashore.texts.why import WHY
from ashore.texts.words import WORDS

TABLES: Final[tuple[Mapping[str, str], ...]] = (
    AGENDA,
    ANNEX,
    ANSWER,
    ANSWER_DETAILS,
    APART,
    ASKS,
    ASSUMED,
    AUDIT,
    BILLS,
    BUDGET,
    CHECK,
    CHECKING,
    CLOSING,
    CONTACTS,
    COST,
    COUNSELLOR,
    CREDITORS,
    CRISIS,
    DEALING,
    DEBTS,
    FACTS_LISTED,
    FAMILY,
    FINDINGS,
    FINDINGS_STATEMENT,
    FIRST,
    FIRST_ASK,
    FIRST_PAGE,
    FUTURES,
    IMPORTING,
    GATHERING,
    GLOSSARY,
    IN_APP,
    IOU,
    KEYS,
    LESSONS,
    LESSONS_NUMBERS,
    LETTERS,
    LETTERS_MORE,
    LEVERS,
    MONEY_PAGE,
    MOOD,
    PACKS,
    PAPERS,
    PLAN,
    PROGRESS,
    SHEETS,
    SHARING,
    RESOURCES,
    REVIEW,
    SIMULATION,
    STATED,
    SUPPORT,
    THINGS,
    TRAPS,
    USAGE,
    VERIFY,
    WEB,
    WEB_CHOICES,
    WEB_MORE,
    WEB_PHONE,
    WEB_PRIVATE,
    WEB_REPORT,
    WELLBEING_PAGE,
    WHAT_IF,
    WHY,
    WORDS,
)
SENTENCES: Final[Mapping[str, str]] = dict(chain.from_iterable(table.items() for table in TABLES))
assert len(SENTENCES) == sum(map(len, TABLES)), "a code stands in two tables"
BETWEEN_CHINESE: Final = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])|(?<=\uff09) (?=\S)")
"""A space that Chinese does not write: between two of its characters, and behind its closing bracket."""


def say(message: Message, language: Language) -> str:
    """Return the sentence of a message.  Raises KeyError for a code or a fact that no sentence has."""
    return _fill(message.code, message.facts, language) if message.facts else word(message.code, language)


def say_finding(finding: Finding, language: Language) -> str:
    """Return the sentence of a finding, without its place."""
    return _fill(finding.code, finding.facts, language)


@cache
def word(code: str, language: Language) -> str:
    """Return a word or label without facts; a page says many of them, each time the same."""
    return _fill(code, {}, language)


def _fill(code: str, facts: Facts, language: Language) -> str:
    template = gettext_for(language)(SENTENCES[code])
    text = template.format(**format_facts(facts, language))
    # A Chinese name or date stands in a Chinese sentence without the spaces that a Latin one needs.
    return BETWEEN_CHINESE.sub("", text) if language == "zh" else text

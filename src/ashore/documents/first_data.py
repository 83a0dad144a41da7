"""What the first page's script works with: the tables, the sentences, and what the pack knows."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Final

from ashore.packs.first import known_for_first
from ashore.packs.pack import Pack
from ashore.planning.triage import ROUGH_STEP_FEN, facts_known
from ashore.planning.triage_rules import (
    ASKS_FOR_A_DAY,
    AVOID,
    FIGURES,
    HELP,
    LIMITS,
    NO_ONE,
    PHONE,
    QUESTIONS,
    STOPS_ASKING,
    SUMS,
    TODAY,
    TONIGHT,
    Limits,
    Question,
    Rule,
)
from ashore.rules.fact import RuleFact
from ashore.rules.helpline import CHECK_AGAIN_AFTER, Helpline
from ashore.texts import Language, gettext_for
from ashore.texts.facts import ENGLISH_MONTHS
from ashore.texts.first import FIRST
from ashore.texts.first_ask import FIRST_ASK
from ashore.texts.first_page import FIRST_PAGE

LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")


def page_data(pack: Pack) -> dict[str, object]:
    """Return the page's data, ready for JSON but for its dates."""
    known = known_for_first(pack)
    return {
        "questions": _rows(QUESTIONS),
        "asks_for_a_day": ASKS_FOR_A_DAY,
        "stops": STOPS_ASKING,
        "no_one": NO_ONE,
        "sums": SUMS,
        "rough_step": ROUGH_STEP_FEN,
        "tables": _tables(),
        "answer_days": known.answer_days,
        "facts": facts_known(known),
        "texts": {language: _texts(language) for language in LANGUAGES},
        "months": {"zh": [str(number) for number in range(1, 13)], "en": ENGLISH_MONTHS},
        "lines": [_line(line) for line in pack.helplines.values()],
        "check_again_after": CHECK_AGAIN_AFTER.days,
        "sources": {fact_id: _source(pack.facts[fact_id]) for fact_id in sorted(_cited())},
    }


def _rows(rows: Sequence[Rule | Question | Limits]) -> list[dict[str, object]]:
    return [asdict(row) for row in rows]


def _tables() -> dict[str, object]:
    return {
        "limits": _rows(LIMITS),
        "tonight": _rows(TONIGHT),
        "today": _rows(TODAY),
        "avoid": _rows(AVOID),
        "phone": _rows(PHONE),
        "help": _rows(HELP),
        "figures": _rows(FIGURES),
    }


def _cited() -> set[str]:
    return {fact for rule in (*TODAY, *AVOID) for fact in rule.facts}


def _texts(language: Language) -> dict[str, str]:
    gettext = gettext_for(language)
    return {code: gettext(text) for code, text in {**FIRST, **FIRST_ASK, **FIRST_PAGE}.items()}


def _line(line: Helpline) -> dict[str, object]:
    return {
        "kind": line.kind,
        "number": line.number,
        "names": line.names,
        "hours": line.hours,
        "checked_on": line.checked_on,
    }


def _source(fact: RuleFact) -> dict[str, object]:
    return {
        "title": fact.source.title,
        "title_en": fact.source.title_en,
        "seen_on": fact.seen_on,
        "review_by": fact.review_by,
    }

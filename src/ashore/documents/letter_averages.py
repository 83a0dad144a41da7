"""What stands beside a statement of spending: lines above an official average, of which a lender may ask why."""

from collections.abc import Iterator, Mapping
from typing import Final

from ashore.errors import Message
from ashore.letters.budget import lines_of
from ashore.letters.case import Case
from ashore.money import MONTHS_PER_YEAR, round_half_up
from ashore.packs.averages import averages_of
from ashore.packs.pack import load_pack
from ashore.texts.language import Language
from ashore.texts.sentences import word

AVERAGES: Final[Mapping[str, str]] = {
    "food": "spending-average-food-2024",
    "transport": "spending-average-transport-2024",
    "education": "spending-average-learning-2024",
}
"""By the line of the statement: its average per head and year, as a fact.  The one of housing counts rent not paid."""


def above_messages(case: Case, language: Language) -> Iterator[Message]:
    """Yield each line of the statement that is above its average, a head and month, then what to do; nothing if none.

    The average is no norm: it is said so that the person can give the reason, never that less be written.
    """
    pack = load_pack(case.household.jurisdiction)
    averages = averages_of(pack, case.day, AVERAGES.values())
    people = 1 + case.household.dependants
    sources: list[str] = []
    for name, fen in lines_of(case):
        fact = AVERAGES.get(name, "")
        if fact not in averages or fen * MONTHS_PER_YEAR <= averages[fact] * people:
            continue
        source = pack.facts[fact].source
        sources.append((source.title_en if language == "en" else None) or source.title)
        told = {
            "line": word(f"letter-spending-{name}", language),
            "head_fen": round_half_up(fen, people),
            "people_count": people,
            "average": pack.facts[fact].names[language],
            "average_fen": round_half_up(averages[fact], MONTHS_PER_YEAR),
        }
        yield Message("letter-above-line", told)
    if sources:
        yield Message("letter-above-why", {"sources": tuple(dict.fromkeys(sources))})

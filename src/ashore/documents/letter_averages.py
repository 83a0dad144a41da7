"""What stands beside a statement of spending: lines above an official average, of which a lender may ask why."""

from collections.abc import Iterator

from ashore.errors import Message
from ashore.letters.budget import lines_of
from ashore.letters.case import Case
from ashore.money import MONTHS_PER_YEAR, round_half_up
from ashore.packs.averages import averages_of
from ashore.packs.pack import load_pack
from ashore.texts.language import Language
from ashore.texts.sentences import word


def above_messages(case: Case, language: Language) -> Iterator[Message]:
    """Yield each line of the statement that is above its average, a head and month, then what to do; nothing if none.

    The average is no norm: it is said so that the person can give the reason, never that less be written.
    """
    pack = load_pack(case.household.jurisdiction)
    averages = {average.line: (average, fen) for average, fen in averages_of(pack, case.day).items()}
    people = 1 + case.household.dependants
    sources: list[str] = []
    for name, fen in lines_of(case):
        average, average_fen = averages.get(name, (None, 0))
        if average is None or fen * MONTHS_PER_YEAR <= average_fen * people:
            continue
        fact = pack.facts[average.fact]
        sources.append((fact.source.title_en if language == "en" else None) or fact.source.title)
        told = {
            "line": word(f"letter-spending-{name}", language),
            "head_fen": round_half_up(fen, people),
            "people_count": people,
            "average": fact.names[language],
            "average_fen": round_half_up(average_fen, MONTHS_PER_YEAR),
        }
        yield Message("letter-above-line", told)
    if sources:
        yield Message("letter-above-why", {"sources": tuple(dict.fromkeys(sources))})

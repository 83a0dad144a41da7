"""Why the debt grew, as parts of an answer and as JSON; for the person alone, no paper is made of it (practice H1)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ashore.diagnosis.lines import RATE_DOUBT
from ashore.diagnosis.ranges import Range
from ashore.diagnosis.remedy import MAIN, WORTH
from ashore.diagnosis.shares import SURE, Cause
from ashore.diagnosis.usual import EARLIER, EARLIER_MIN, FELL, ILL, ILL_TIMES, LARGE
from ashore.diagnosis.why import Evidence, Share, Why
from ashore.documents.blocks import Block, Cell, Column, Part, Say, Table
from ashore.errors import Fact, Message
from ashore.household.model import Household
from ashore.texts.cells import visible
from ashore.texts.language import Language
from ashore.texts.sentences import word

MONTHS_SHOWN: Final = 12
"""A longer time is shown in quarters."""
QUARTER: Final = 3
ROWS_SHOWN: Final = 30
"""So many payments of each cause are shown, the largest; the JSON has all."""
OPEN: Final = "why-open"
ROW_COLUMNS: Final = (
    Column("why-column-file"),
    Column("why-column-row", "count"),
    Column("why-column-day", "date"),
    Column("why-column-fen", "fen"),
)
PART_COLUMNS: Final = (
    Column("why-column-cause"),
    Column("why-column-part", "fen"),
    Column("why-column-low", "fen"),
    Column("why-column-high", "fen"),
)


def _part(part: tuple[int, int]) -> str:
    """Return a part of a whole as it is written in either language: `1/3`."""
    return f"{part[0]}/{part[1]}"


FELL_RULE: Final[Mapping[str, Fact]] = {
    "least_part": _part(FELL),
    "earlier_nmonths": EARLIER,
    "least_nmonths": EARLIER_MIN,
}
ONCE_RULE: Final[Mapping[str, Fact]] = {
    "large_part": _part(LARGE),
    "ill_count": ILL_TIMES,
    "ill_part": _part(ILL),
}
THEN_RULE: Final[Mapping[str, Fact]] = {"worth_part": _part(WORTH), "main_part": _part(MAIN)}
"""What the sentences rest on is said beside them, from the very figures that the answer was made with."""


def why_parts(
    found: Why, household: Household, language: Language, *, rows: bool = False
) -> tuple[Part, ...]:
    """Return why the debt changed, the sum first and what can be done last; with `rows` the payments behind it."""
    private = Say(Message("why-private"), "note")
    if not found.answered:
        lacks = tuple(Say(one, "item") for one in found.lacks)
        return (Part("why-head-lacking", "first", (Say(Message("why-lacking"), "lead"), *lacks, private)),)
    parts = (
        Part("why-head", "first", (*_lead(found), private)),
        Part(
            "why-head-parts", "path", (_table(found), *(Say(one, "item") for one in _said(found, language)))
        ),
        Part("why-head-fell", "details", tuple(_fell(found))),
        Part("why-head-narrower", "details", tuple(_narrower(found))),
        Part("why-head-then", "path", tuple(_then(found, household))),
        Part("why-head-rows", "details", tuple(_rows(found, language)) if rows else ()),
        Part("paper-head-about", "about", ABOUT),
    )
    return tuple(part for part in parts if part.blocks)


ABOUT: Final = (Say(Message("why-about"), "note"), Say(Message("first-about-free"), "note"))


def _lead(found: Why) -> Iterator[Block]:
    """Yield by how much the debt changed, what of that is an estimate, and what was owed month by month."""
    change = found.change
    facts: dict[str, Fact] = {
        "since": found.since,
        "until": found.until,
        "start_fen": found.start.fen,
        "end_fen": found.end.fen,
        "change_fen": abs(change.fen),
    }
    way = "grew" if change.fen > 0 else "fell" if change.fen < 0 else "same"
    yield Say(Message(f"why-{way}", facts), "lead")
    if change.low_fen != change.high_fen:
        room: dict[str, Fact] = {"low_fen": change.low_fen, "high_fen": change.high_fen}
        yield Say(Message("why-change-range", room), "note")
        yield Say(Message("why-doubt-rule", {"doubt_part": _part(RATE_DOUBT)}), "note")
    step = QUARTER if len(found.months) > MONTHS_SHOWN else 1
    owed = list(zip(found.months, found.owed_fen, strict=True))[::-step][::-1]
    yield Table(
        Message("why-owed"), (Column("column-month", "month"), Column("why-column-owed", "fen")), tuple(owed)
    )


def _table(found: Why) -> Table:
    rows = tuple(_row(Message(f"why-cause-{one.cause}"), one.part) for one in found.shares)
    total = _row(Message("why-total"), found.change)
    return Table(Message("why-parts-caption"), PART_COLUMNS, rows, total)


def _row(name: Message, part: Range) -> tuple[Cell, ...]:
    return (name, part.fen, part.low_fen, part.high_fen)


def _said(found: Why, language: Language) -> Iterator[Message]:
    """Yield the sentence that is fair for each cause."""
    facts: dict[Cause, dict[str, Fact]] = {
        "income-fell": {"fell_nmonths": len(found.falls)},
        "rolling": {"moved_fen": found.moved.fen},
    }
    for one in found.shares:
        if one.part.fen:
            sign = "-less" if one.cause == "cash" and one.part.fen < 0 else ""
            sums: dict[str, Fact] = {"part_fen": abs(one.part.fen)}
            yield Message(f"why-say-{one.cause}{sign}", sums | facts.get(one.cause, {}))
        elif most := max(one.part.high_fen, -one.part.low_fen):
            cause = word(f"why-cause-{one.cause}", language)
            yield Message("why-say-perhaps", {"cause": cause, "high_fen": most})


def _fell(found: Why) -> Iterator[Block]:
    """Yield the months in which income fell and the sums that came once, with their days and amounts."""
    if found.falls:
        columns = (
            Column("column-month", "month"),
            Column("why-column-usual", "fen"),
            Column("why-column-came", "fen"),
            Column("why-column-missing", "fen"),
        )
        rows = tuple((one.month, one.usual_fen, one.income_fen, one.missing.fen) for one in found.falls)
        yield Table(Message("why-falls-caption"), columns, rows)
        yield Say(Message("why-fell-rule", FELL_RULE), "note")
    for one in found.suddens:
        known = "once" if one.above.fen else "once-perhaps"
        yield Say(Message(f"why-{known}", {"on": one.on, "above_fen": one.above.high_fen}), "item")
    if found.suddens:
        yield Say(Message("why-once-rule", ONCE_RULE), "note")


def _narrower(found: Why) -> Iterator[Block]:
    """Yield what would make the answer surer, and how what nobody has sorted is counted until somebody does."""
    yield from (Say(one, "item") for one in found.lacks)
    if any(one.code == OPEN for one in found.lacks):
        yield Say(Message("why-open-rule", {"sure_part": _part((1, SURE))}), "note")


def _then(found: Why, household: Household) -> Iterator[Block]:
    """Yield what fits the causes, and the line that names the main one in the file; the file is never changed."""
    for one in found.remedies:
        yield Say(Message(f"why-remedy-{one}"), "item")
    if found.cause == "unknown":
        yield Say(Message("why-cause-unclear"))
    elif found.cause == household.cause:
        yield Say(Message("why-cause-as-said", {"line": f'cause = "{found.cause}"'}))
    else:
        yield Say(Message("why-cause-line", {"line": f'cause = "{found.cause}"'}))
    yield Say(Message("why-then-rule", THEN_RULE), "note")


def _rows(found: Why, language: Language) -> Iterator[Block]:
    """Yield the payments behind each cause, the largest."""
    for one in found.shares:
        if one.evidence:
            yield from _evidence(one, language)


def _evidence(share: Share, language: Language) -> Iterator[Block]:
    largest = largest_of(share)
    cause = word(f"why-cause-{share.cause}", language)
    rows = tuple((visible(one.file), one.row, one.day, one.fen) for one in largest)
    yield Table(Message("why-rows-caption", {"cause": cause}), ROW_COLUMNS, rows)
    more = len(share.evidence) - len(largest)
    if more:
        yield Say(Message("why-rows-more", {"more_count": more}), "note")


def largest_of(share: Share) -> Sequence[Evidence]:
    """Return the payments that are shown of a cause: the largest, those of one sum in order of their days."""
    return sorted(share.evidence, key=lambda one: (-abs(one.fen), one.day, one.file, one.row))[:ROWS_SHOWN]


def why_json(found: Why) -> Mapping[str, object]:
    """Return the answer as JSON (`ashore-why/1`); amounts in fen, every payment behind each cause.

    `parts` add up to `change`; without an answer they are empty and `lacks` says why.
    """
    return {
        "format": "ashore-why/1",
        "answered": found.answered,
        "since": found.since,
        "until": found.until,
        "start": _range(found.start),
        "end": _range(found.end),
        "change": _range(found.change),
        "months": [
            {"month": str(month), "owed_fen": fen}
            for month, fen in zip(found.months, found.owed_fen, strict=False)
        ],
        "aside": [str(one) for one in found.aside],
        "parts": [
            {"cause": one.cause, **_range(one.part), "evidence": _listed(one.evidence)}
            for one in found.shares
        ],
        "falls": [
            {
                "month": str(one.month),
                "usual_fen": one.usual_fen,
                "income_fen": one.income_fen,
                "missing": _range(one.missing),
            }
            for one in found.falls
        ],
        "once": [{"date": one.on, "category": one.category, **_range(one.above)} for one in found.suddens],
        "moved": {**_range(found.moved), "evidence": _listed(found.loans)},
        "cause": found.cause,
        "remedies": list(found.remedies),
        "lacks": [{"code": one.code, "facts": dict(one.facts)} for one in found.lacks],
    }


def _range(one: Range) -> dict[str, object]:
    return {"fen": one.fen, "low_fen": one.low_fen, "high_fen": one.high_fen}


def _listed(rows: Sequence[Evidence]) -> list[dict[str, object]]:
    return [{"file": one.file, "row": one.row, "date": one.day, "fen": one.fen} for one in rows]

"""The check-in: help lines first, the hardest moment, what answers lead to, and several sums beside one another."""

from collections.abc import Iterator
from datetime import date

from ashore.documents.answer.view import help_of
from ashore.documents.blocks import Block, Column, Part, Say, SumsChart, Table, call_on
from ashore.errors import Message
from ashore.packs.pack import Pack
from ashore.rules.helpline import Helpline
from ashore.texts.language import Language
from ashore.wellbeing.scoring import Outcome
from ashore.wellbeing.screener import Screener
from ashore.wellbeing.trend import Trend

FORMAT = "ashore-wellbeing/1"
TO_TURN_TO = ("mental-health", "emergency", "police")
"""Kinds of help lines for whoever is not well, the one to talk to first."""
COLUMNS = (
    Column("mood-column-day", "date"),
    Column("mood-column-total", "count"),
    Column("mood-column-change"),
)


def in_order(pack: Pack) -> tuple[Screener, ...]:
    """Return the questionnaires of a pack, the shortest first."""
    return tuple(sorted(pack.screeners.values(), key=lambda one: one.order))


def lines_to_turn_to(pack: Pack) -> tuple[Helpline, ...]:
    """Return the help lines for whoever is not well, in the order in which to try them."""
    return tuple(line for kind in TO_TURN_TO for line in pack.helplines.values() if line.kind == kind)


def first_parts(pack: Pack, today: date, language: Language) -> tuple[Part, ...]:
    """Return what comes before any question: whom to call, what the questions are and are not."""
    said = [Say(Message("mood-lead")), Say(Message("mood-limits"))]
    named = (_named(one, language) for one in in_order(pack))
    asked = (Say(Message("mood-cli-list", facts), "item") for facts in named)
    return (_calls(pack, today), Part("mood-title", "first", (*said, *asked)))


def crisis_parts(pack: Pack, today: date) -> tuple[Part, ...]:
    """Return what is said to somebody who has thought of hurting themselves: whom to turn to, and no score."""
    lines = help_of(pack.id)
    numbers = {f"{kind}_number": lines[kind].number for kind in ("emergency", "police")}
    return (
        _part("crisis-title", "crisis-matter", "crisis-money"),
        Part("crisis-danger-head", "first", (Say(Message("crisis-danger", numbers)),)),
        _calls(pack, today, "crisis-talk"),
        _part("crisis-person-head", "crisis-person", "crisis-message"),
        _part("crisis-means-head", "crisis-means"),
    )


def outcome_parts(
    one: Screener, outcome: Outcome, pack: Pack, today: date, language: Language
) -> tuple[Part, ...]:
    """Return what answers lead to; thoughts of hurting oneself to help, and to nothing else."""
    if outcome.route == "help":
        return crisis_parts(pack, today)
    return (Part("mood-answer", "first", tuple(_outcome(one, outcome, pack, language))),)


def _outcome(one: Screener, outcome: Outcome, pack: Pack, language: Language) -> Iterator[Block]:
    if outcome.route == "doctor":
        number = help_of(pack.id)["mental-health"].number
        yield Say(Message("mood-cli-doctor", {"mental_number": number}))
    if outcome.total is None or outcome.band is None:
        yield Say(Message("mood-open", {"open_count": outcome.open_count}))
    else:
        yield Say(Message("mood-says", {"told": outcome.band.says[language]}))
        yield Say(Message("mood-total", {"total_count": outcome.total, "top_count": one.top}))
    yield Say(Message("mood-says", {"told": one.varies[language]}), "note")
    yield Say(Message("mood-limits"))
    yield Say(Message("mood-cli-not-kept"))


def trend_blocks(one: Screener, trend: Trend, today: date, language: Language) -> tuple[Block, ...]:
    """Return several sums beside one another: what counts as noise, the picture, the table that says the same."""
    noise, name = trend.noise, {"name": one.names[language]}
    due = [Say(Message("about-stale"), "note")] if noise.evidence.stale(today) else []
    rows = tuple(
        (point.day, point.total, Message(f"mood-change-{point.change}", {"points_count": point.points}))
        for point in trend.points
    )
    caption = Message("mood-chart", name)
    picture = SumsChart(
        caption=caption,
        summary=Message("mood-chart-read"),
        days=tuple(point.day for point in trend.points),
        totals=tuple(point.total for point in trend.points),
        noise_count=noise.points,
        top_count=one.top,
        table=Table(caption, COLUMNS, rows),
    )
    return (Say(Message("mood-says", {"told": noise.says[language]})), *due, picture)


def wellbeing_json(
    pack: Pack, today: date, one: Screener | None = None, outcome: Outcome | None = None
) -> dict[str, object]:
    """Return the help lines and the questionnaires; with answers where they lead, and no sum where that is to help."""
    return {
        "format": FORMAT,
        "as_of": today,
        "lines": [_line(line, today) for line in lines_to_turn_to(pack)],
        "screeners": [
            {"id": each.id, "items": len(each.items), "answers": len(each.answers), "notice": each.notice}
            for each in in_order(pack)
        ],
        "outcome": _told(one, outcome) if one and outcome else None,
    }


def _told(one: Screener, outcome: Outcome) -> dict[str, object]:
    if outcome.route == "help":
        return {"screener": one.id, "route": outcome.route}
    return {
        "screener": one.id,
        "route": outcome.route,
        "total": outcome.total,
        "top": one.top,
        "left_out": outcome.open_count,
        "pairs": [pair.total for pair in outcome.pairs],
        "diagnosis": False,
    }


def _line(line: Helpline, today: date) -> dict[str, object]:
    return {
        "number": line.number,
        "names": line.names,
        "hours": line.hours,
        "limits": line.limits,
        "checked_on": line.checked_on,
        "stale": line.stale(today),
    }


def _named(one: Screener, language: Language) -> dict[str, str]:
    return {"screener": one.id, "asks": one.asks[language]}


def _calls(pack: Pack, today: date, *codes: str) -> Part:
    said = [Say(Message(code)) for code in codes]
    return Part(
        "crisis-talk-head", "first", (*said, *(call_on(line, today) for line in lines_to_turn_to(pack)))
    )


def _part(head: str, *codes: str) -> Part:
    return Part(head, "first", tuple(Say(Message(code)) for code in codes))

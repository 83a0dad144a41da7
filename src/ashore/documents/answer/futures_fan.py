"""Many futures of a varying income: how they were drawn, what holds in them, how they spread."""

from collections.abc import Iterator, Sequence
from typing import Final

from ashore.dates import Month, month_of
from ashore.documents.answer.view import View
from ashore.documents.blocks import Block, Column, FanChart, Part, Say, Table
from ashore.errors import Fact, Message
from ashore.scenarios.fan import MONTHS_MAX, Fan, Spread
from ashore.texts.facts import as_rate

ROWS_MAX: Final = 7
"""So many months of the fan are listed in a terminal; a page has all."""


def drawn(fan: Fan | None, *, page: bool) -> Part:
    """Return the many futures, or that no income of the file varies."""
    if fan is None:
        return Part("futures-head-drawn", "path", (Say(Message("fan-none"), "note"),))
    return Part("futures-head-drawn", "path", _told(fan, page=page))


def drawn_beside(view: View) -> Part | None:
    """Return the many futures on a plan's own page, or why there are none; None where they were not asked for.

    A holding plan is for the time of talking: what years could bring stays closed there (practice §2, H7).
    """
    if view.fan is None:
        varies = any(one.certainty == "variable" for one in view.plan.household.incomes)
        none = Say(Message("fan-plan-none"), "note")
        return None if varies else Part("futures-head-drawn", "details", (none,))
    blocks = (*_told(view.fan, page=True), Say(Message("fan-more"), "note"))
    return Part("futures-head-drawn", "details" if view.holds else "path", blocks)


def _told(fan: Fan, *, page: bool) -> tuple[Block, ...]:
    """Return what holds in them, how they spread, and what is assumed."""
    blocks: list[Block] = [Say(one) for one in _counts(fan)]
    if page and len(fan.months) > 1:
        blocks += [_chart(fan, "owed", fan.owed), _chart(fan, "cash", fan.cash)]
    else:
        blocks.append(_table(fan, _shown(len(fan.months))))
    return (*blocks, Say(_lead(fan), "note"))


def _lead(fan: Fan) -> Message:
    facts: dict[str, Fact] = {
        "paths_count": fan.paths,
        "seed": str(fan.seed),
        "low_rate": as_rate(fan.low_chance),
        "most_nmonths": MONTHS_MAX,
    }
    return Message("fan-lead", facts)


def _counts(fan: Fan) -> Iterator[Message]:
    """Yield in how many futures all is paid, where the others break, and when the last debt is closed."""
    facts: dict[str, Fact] = {"held_count": fan.held, "paths_count": fan.paths}
    yield Message("fan-held-all" if fan.held == fan.paths else "fan-held", facts)
    if fan.breaks:
        month = max(fan.breaks, key=lambda one: fan.breaks[one])
        code = "fan-breaks" if fan.breaks[month] > 1 else "fan-breaks-first"
        yield Message(code, {"break_month": str(month), "break_count": fan.breaks[month]})
    if fan.overdue_past_90:
        yield Message("fan-past-90", {"past_count": fan.overdue_past_90, "paths_count": fan.paths})
    early, middle, late = (None if day is None else str(month_of(day)) for day in fan.free)
    if early and middle and late:
        code = "fan-free" if early < late else "fan-free-same"
        yield Message(code, {"early_month": early, "middle_month": middle, "late_month": late})
    else:
        yield Message("fan-free-open")


def _shown(count: int) -> Sequence[int]:
    """Return which months are listed: all, or evenly spaced ones with the first and the last."""
    if count <= ROWS_MAX:
        return range(count)
    return sorted({round((count - 1) * place / (ROWS_MAX - 1)) for place in range(ROWS_MAX)})


def _table(fan: Fan, shown: Sequence[int]) -> Table:
    """Return owed and cash, the middle future and between which most lie."""
    figures = ("low_fen", "middle_fen", "high_fen")
    columns = (
        Column("column-month", "month"),
        *(Column(f"column-owed-{one.removesuffix('_fen')}", "fen") for one in figures),
        *(Column(f"column-cash-{one.removesuffix('_fen')}", "fen") for one in figures),
    )
    rows = tuple(
        (fan.months[index], *_figures(fan.owed[index]), *_figures(fan.cash[index])) for index in shown
    )
    return Table(Message("fan-caption", {"paths_count": fan.paths}), columns, rows)


def _figures(spread: Spread) -> tuple[int, int, int]:
    return spread.low_fen, spread.middle_fen, spread.high_fen


def _chart(fan: Fan, kind: str, spreads: Sequence[Spread]) -> FanChart:
    """Return one figure's picture with its table."""
    months: tuple[Month, ...] = fan.months
    columns = (
        Column("column-month", "month"),
        *(Column(f"column-fan-{one}", "fen") for one in ("low", "middle", "high")),
    )
    rows = tuple((month, *_figures(spread)) for month, spread in zip(months, spreads, strict=True))
    facts: dict[str, Fact] = {
        "first_month": str(months[0]),
        "last_month": str(months[-1]),
        "paths_count": fan.paths,
        "low_fen": spreads[-1].low_fen,
        "middle_fen": spreads[-1].middle_fen,
        "high_fen": spreads[-1].high_fen,
    }
    return FanChart(
        Message(f"fan-chart-{kind}", facts),
        Message(f"fan-summary-{kind}" if spreads[-1].high_fen else f"fan-summary-{kind}-none", facts),
        months,
        tuple(spread.low_fen for spread in spreads),
        tuple(spread.middle_fen for spread in spreads),
        tuple(spread.high_fen for spread in spreads),
        Table(Message(f"fan-caption-{kind}", facts), columns, rows),
    )

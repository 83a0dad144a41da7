"""Pictures of a page as inline SVG: a wide and a narrow drawing of the same figures, told apart without colour."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ashore.documents.blocks import CashChart, DebtsChart, FanChart, MonthsChart, OwedChart
from ashore.documents.html import Html, join, tag
from ashore.texts.cells import cell_text
from ashore.texts.facts import format_axis, format_month
from ashore.texts.language import Language
from ashore.texts.sentences import say, word

TICKS_MAX: Final = 4
STEPS: Final = (1, 2, 5)
DOTS_MAX: Final = 25
ENDS: Final = 2
HATCH: Final = ("", "M0 8L8 0", "M4 3.2v1.6", "M0 4H8", "M0 0L8 8", "M0 8L8 0M0 0L8 8")
"""What is drawn over each band's colour, by place; the first has none."""

Point = tuple[float, float]
Tick = tuple[float, str]
"""A line across the drawing: at which share of the axis, and its label."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A drawing's size and margins, in its own units."""

    kind: str
    width: int
    height: int
    labels: int
    left: int = 0
    right: int = 12
    top: int = 12
    bottom: int = 26

    def x(self, index: int, count: int) -> float:
        """Return where the point `index` of `count` lies."""
        share = index / (count - 1) if count > 1 else 0.0
        return round(self.left + share * (self.width - self.left - self.right), 1)

    def y(self, share: float) -> float:
        """Return the height of a share of the axis: 0 is the ground, 1 the top."""
        return round(self.height - self.bottom - share * (self.height - self.bottom - self.top), 1)


FRAMES: Final = (Frame("wide", 680, 300, 4), Frame("narrow", 288, 220, 3))
DIGIT: Final = 8
HANZI: Final = 13
"""About how wide a digit and a Chinese character of a label are."""


def debts_svg(chart: DebtsChart, language: Language) -> Html:
    """Return the debts as bands above each other, as shares of what there is today."""
    began = sum(band.start_fen for band in chart.bands)
    levels = [[0.0] * (len(chart.months) + 1)]
    for band in chart.bands:
        points = (band.start_fen, *band.left_fen)
        levels.append([low + fen for low, fen in zip(levels[-1], points, strict=True)])
    most = max(levels[-1])
    whole = began or most
    ticks = [(share * whole / most, f"{share:.0%}") for share in (0.0, 0.5, 1.0)]
    return _both(chart, language, ticks, lambda frame: _bands(frame, levels, most))


def _bands(frame: Frame, levels: Sequence[Sequence[float]], most: float) -> Html:
    count = len(levels[0])
    parts = [_pattern(frame.kind, place) for place in range(1, min(len(HATCH), len(levels) - 1))]
    for place in range(len(levels) - 1):
        lower, upper = ([frame.y(level / most) for level in levels[place + step]] for step in (0, 1))
        up = [(frame.x(index, count), height) for index, height in enumerate(upper)]
        down = [(frame.x(index, count), height) for index, height in enumerate(lower)]
        shape = f"M{_line(up)}L{_line(down[::-1])}Z"
        parts += [tag("path", d=shape, class_=f"band b{place}")]
        parts += [tag("path", d=shape, fill=f"url(#{frame.kind}{place})")] if place else []
    return join(parts)


def _pattern(prefix: str, place: int) -> Html:
    line = tag("path", d=HATCH[place], class_="hatch")
    return tag("pattern", line, id=f"{prefix}{place}", width=8, height=8, patternUnits="userSpaceOnUse")


def cash_svg(chart: CashChart, language: Language) -> Html:
    """Return the cash at each month's end as a line with dots, the emergency fund aimed at as a dashed line."""
    most_yuan = max(*chart.cash_fen, *chart.target_fen, 100) / 100
    step = nice_step(most_yuan)
    top = step * -(-most_yuan // step)
    values = [step * place for place in range(round(top / step) + 1)]
    ticks = [(value / top, format_axis(value, step, language)) for value in values]
    return _both(chart, language, ticks, lambda frame: _lines(frame, chart, top))


def owed_svg(chart: OwedChart, language: Language) -> Html:
    """Return what was owed at each month's end as a line with dots."""
    most_yuan = max(*chart.owed_fen, 100) / 100
    step = nice_step(most_yuan)
    top = step * -(-most_yuan // step)
    values = [step * place for place in range(round(top / step) + 1)]
    ticks = [(value / top, format_axis(value, step, language)) for value in values]
    return _both(chart, language, ticks, lambda frame: join(_line_of(frame, chart.owed_fen, top)))


def _lines(frame: Frame, chart: CashChart, top_yuan: float) -> Html:
    parts = _line_of(frame, chart.cash_fen, top_yuan)
    if any(chart.target_fen):
        line = _line(_points(frame, chart.target_fen, top_yuan))
        parts.insert(2, tag("path", d=f"M{line}", class_="target"))
    return join(parts)


def _points(frame: Frame, fen: Sequence[int], top_yuan: float) -> list[Point]:
    count = len(fen)
    return [(frame.x(index, count), frame.y(one / 100 / top_yuan)) for index, one in enumerate(fen)]


def _line_of(frame: Frame, fen: Sequence[int], top_yuan: float) -> list[Html]:
    """Return a line over an area, with dots where they do not touch."""
    points, ground = _points(frame, fen, top_yuan), frame.y(0)
    area = f"M{frame.left} {ground}L{_line(points)}L{points[-1][0]} {ground}Z"
    parts = [tag("path", d=area, class_="area"), tag("path", d=f"M{_line(points)}", class_="cash")]
    if len(fen) <= DOTS_MAX:
        parts += [tag("circle", cx=x, cy=y, r=3, class_="dot") for x, y in points]
    return parts


def nice_step(most: float) -> float:
    """Return a step of 1, 2 or 5 times a power of ten with at most four steps up to `most`."""
    power = 1.0
    while True:
        for factor in STEPS:
            if most / (factor * power) <= TICKS_MAX:
                return factor * power
        power *= 10


def _line(points: Sequence[Point]) -> str:
    return "L".join(f"{x:g} {y:g}" for x, y in points)


def fan_svg(chart: FanChart, language: Language) -> Html:
    """Return many futures as a band between two lines, with the middle one drawn through it."""
    most_yuan = max(*chart.high_fen, 100) / 100
    step = nice_step(most_yuan)
    top = step * -(-most_yuan // step)
    values = [step * place for place in range(round(top / step) + 1)]
    ticks = [(value / top, format_axis(value, step, language)) for value in values]
    return _both(chart, language, ticks, lambda frame: _fan(frame, chart, top))


def _fan(frame: Frame, chart: FanChart, top_yuan: float) -> Html:
    count = len(chart.months)

    def points(fen: Sequence[int]) -> list[Point]:
        return [(frame.x(index, count), frame.y(one / 100 / top_yuan)) for index, one in enumerate(fen)]

    band = f"M{_line(points(chart.high_fen))}L{_line(points(chart.low_fen)[::-1])}Z"
    return join(
        [
            tag("path", d=band, class_="spread"),
            tag("path", d=f"M{_line(points(chart.middle_fen))}", class_="cash"),
        ]
    )


def _both(
    chart: MonthsChart,
    language: Language,
    ticks: Sequence[Tick],
    draw: Callable[[Frame], Html],
) -> Html:
    """Return the wide and the narrow drawing of months, one of which a screen shows, with axes."""
    label = f"{say(chart.caption, language)} {say(chart.summary, language)}"
    names = [format_month(str(month), language) for month in chart.months]
    # The first point of the debts is today; its label would name the first month twice.
    names = ["", *names] if isinstance(chart, DebtsChart) else names
    return both_frames(label, ticks, names, draw)


def both_frames(
    label: str,
    ticks: Sequence[Tick],
    names: Sequence[str],
    draw: Callable[[Frame], Html],
    *,
    names_max: int = TICKS_MAX,
) -> Html:
    """Return the wide and the narrow drawing, one of which a screen shows.

    `names`: of the points along the ground, of which at most `names_max` are written: long ones would touch.
    A first point without a name stands before the first of the months.
    """
    left = DIGIT * (2 + max(len(text) for _, text in ticks))
    frames = [replace(frame, left=left, labels=min(frame.labels, names_max)) for frame in FRAMES]
    return join(
        tag(
            "svg",
            _axes(frame, ticks),
            draw(frame),
            _names(frame, names),
            class_=f"chart {frame.kind}",
            viewBox=f"0 0 {frame.width} {frame.height}",
            role="img",
            aria_label=label,
        )
        for frame in frames
    )


def _axes(frame: Frame, ticks: Sequence[Tick]) -> list[Html]:
    lines: list[Html] = []
    for share, label in ticks:
        height, right = frame.y(share), frame.width - frame.right
        lines.append(tag("path", d=f"M{frame.left} {height}H{right}", class_="grid"))
        lines.append(tag("text", label, x=frame.left - 8, y=height + 4, text_anchor="end"))
    return lines


def _names(frame: Frame, names: Sequence[str]) -> list[Html]:
    """Return the labels along the ground, evenly spaced up to the last, without those that would touch either end."""
    spaced = labelled_points(0 if names[0] else 1, len(names) - 1, frame.labels)
    ends = (spaced[0], spaced[-1])
    shown = [index for index in spaced if index in ends or _has_room(frame, names, index, ends)]
    return [
        tag(
            "text",
            names[index],
            x=frame.x(index, len(names)),
            y=frame.height - 6,
            text_anchor=_anchor(index, len(names)),
        )
        for index in shown
    ]


def labelled_points(first: int, last: int, most: int) -> list[int]:
    """Return which points have a label: the last and even steps before it, the first too where it fits.

    Charts of the same months so have the same labels, wherever their first month stands.
    """
    way = max(last - first, 0)
    if most <= ENDS:
        return sorted({first, last})
    least = way // most + 1
    step = next((one for one in range(least, way // 2 + 1) if way % one == 0), least)
    return list(range(last, first - 1, -step))[::-1]


def _anchor(index: int, count: int) -> str:
    return {0: "start", count - 1: "end"}.get(index, "middle")


def _span(frame: Frame, names: Sequence[str], index: int) -> Point:
    """Return from where to where a label reaches."""
    at, width = frame.x(index, len(names)), _width(names[index])
    start = at - {"start": 0.0, "middle": width / 2, "end": width}[_anchor(index, len(names))]
    return start, start + width


def _has_room(frame: Frame, names: Sequence[str], index: int, ends: tuple[int, int]) -> bool:
    """Return whether a label between stands clear of the first and of the last that are written."""
    start, stop = _span(frame, names, index)
    (_, begins), (finishes, _) = (_span(frame, names, end) for end in ends)
    return begins + DIGIT <= start and stop + DIGIT <= finishes


def _width(label: str) -> int:
    return sum(DIGIT if character.isascii() else HANZI for character in label)


def legend(chart: MonthsChart, language: Language) -> Html:
    """Return what the bands or lines are, in the order of the picture from above."""
    if isinstance(chart, DebtsChart):
        items = [
            _band_key(place, cell_text(band.name, "text", language)) for place, band in enumerate(chart.bands)
        ][::-1]
    elif isinstance(chart, FanChart):
        items = [_line_key("cash", word("fan-middle-line", language)), spread_key(word("fan-band", language))]
    elif isinstance(chart, OwedChart):
        items = [_line_key("cash", say(chart.caption, language))]
    else:
        names = {"cash": "report-cash-line", "target": "report-target-line"}
        shown = names if any(chart.target_fen) else {"cash": names["cash"]}
        items = [_line_key(kind, word(code, language)) for kind, code in shown.items()]
    return tag("ul", items, class_="legend")


def _band_key(place: int, name: str) -> Html:
    box = {"x": 0.5, "y": 0.5, "width": 23, "height": 15}
    over = [_pattern("key", place), tag("rect", **box, fill=f"url(#key{place})")] if place else []
    swatch = tag(
        "svg", tag("rect", **box, class_=f"band b{place}"), over, viewBox="0 0 24 16", aria_hidden="true"
    )
    return tag("li", swatch, name)


def spread_key(name: str) -> Html:
    """Return what a shaded area means, for a legend."""
    box = tag("rect", x=0.5, y=0.5, width=23, height=15, class_="spread")
    return tag("li", tag("svg", box, viewBox="0 0 24 16", aria_hidden="true"), name)


def _line_key(kind: str, name: str) -> Html:
    swatch = tag("svg", tag("path", d="M0 8H24", class_=kind), viewBox="0 0 24 16", aria_hidden="true")
    return tag("li", swatch, name)

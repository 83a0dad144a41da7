"""Total scores of check-ins as a picture: dots in their order, each with a box in which the next may be no change.

No line joins the dots, for nobody knows the days between; nothing is marked as good or bad, and no colour means
anything: whether a dot lies inside the box before it or outside is all that the picture says.
"""

from itertools import pairwise

from ashore.documents.blocks import SumsChart
from ashore.documents.html import Html, join, tag
from ashore.documents.report_charts import Frame, both_frames, spread_key
from ashore.errors import Message
from ashore.texts.facts import format_day
from ashore.texts.language import Language
from ashore.texts.sentences import say, word

RADIUS = 4
HALVES = 2
"""The axis has a line at nothing, at the middle and at the highest score."""
ENDS = 2
"""Only the first and the last day are written: days are long, and the table has all of them."""
BEHIND = (12.0, 0.3)
BEYOND = (8.0, 0.2)
"""How far behind its own dot a box begins, and how far past the next it ends: at most so much, or that share of the
way between them.  So a dot is never on the box that follows it, and stands inside the one before it or clear of it.
"""


def sums_svg(chart: SumsChart, language: Language) -> Html:
    """Return the scores as dots between nothing and the highest score there is, with the noise behind each."""
    label = f"{say(chart.caption, language)} {say(chart.summary, language)}"
    marks = sorted({chart.top_count * place // HALVES for place in range(HALVES + 1)})
    ticks = [(mark / chart.top_count, str(mark)) for mark in marks]
    names = [format_day(day, language) for day in chart.days]
    return both_frames(label, ticks, names, lambda frame: _drawn(frame, chart), names_max=ENDS)


def _drawn(frame: Frame, chart: SumsChart) -> Html:
    count, top = len(chart.totals), chart.top_count
    across = [frame.x(place, count) for place in range(count)]
    boxes = [
        _box(frame, (left, right), chart, total)
        for (left, right), total in zip(pairwise(across), chart.totals[:-1], strict=True)
    ]
    dots = [
        tag("circle", cx=x, cy=frame.y(total / top), r=RADIUS, class_="dot")
        for x, total in zip(across, chart.totals, strict=True)
    ]
    return join([*boxes, *dots])


def _box(frame: Frame, across: tuple[float, float], chart: SumsChart, total: int) -> Html:
    """Return the box from a score to the next: as high as the noise either way, and never past an end of the scale."""
    here, then = across
    left, right = here + _share(BEHIND, then - here), then + _share(BEYOND, then - here)
    high = min(chart.top_count, total + chart.noise_count) / chart.top_count
    low = max(0, total - chart.noise_count) / chart.top_count
    upper, lower = frame.y(high), frame.y(low)
    width, height = round(right - left, 1), round(lower - upper, 1)
    return tag("rect", x=round(left, 1), y=upper, width=width, height=height, class_="spread")


def _share(most: tuple[float, float], way: float) -> float:
    return min(most[0], most[1] * way)


def sums_legend(chart: SumsChart, language: Language) -> Html:
    """Return what a dot and a box are."""
    dot = tag("circle", cx=12, cy=8, r=RADIUS, class_="dot")
    key = tag(
        "li", tag("svg", dot, viewBox="0 0 24 16", aria_hidden="true"), word("mood-chart-dot", language)
    )
    box = say(Message("mood-chart-box", {"points_count": chart.noise_count}), language)
    return tag("ul", [key, spread_key(box)], class_="legend")

"""The page of a small circle: how many and how often, ground rules, what to do in danger, the first meeting.

No group is hosted and none is named; what binds such a page is trust research C5.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final

from ashore.errors import Fact, Message
from ashore.letters.sheet import Items, Paragraph, Sheet

CIRCLE: Final[Mapping[str, tuple[str, ...]]] = {
    "how": ("size", "often", "place", "host", "free"),
    "rules": ("stays", "private", "links", "amounts", "press", "money", "advice", "break"),
    "danger": ("stop", "call", "away", "who", "you"),
    "first": ("rules", "names", "turns", "small", "end"),
}
"""What stands under each heading, in order."""
LINES: Final[Mapping[str, str]] = {"rules": "rule"}
"""How the sentences below a heading are named, where not as the heading is."""


def circle_items(head: str, facts: Mapping[str, Fact]) -> tuple[Message, ...]:
    """Return the sentences below a heading; `facts`: the numbers to call."""
    return tuple(Message(f"circle-{LINES.get(head, head)}-{one}", facts) for one in CIRCLE[head])


def circle_sheet(day: date, facts: Mapping[str, Fact], lines: tuple[Message, ...] = ()) -> Sheet:
    """Return the page to print; `facts`: the numbers to call, as `mental_number`; `lines`: what is said of each."""
    listed = [Items(Message(f"circle-head-{head}"), circle_items(head, facts)) for head in CIRCLE]
    if lines:
        listed.append(Items(Message("pack-head-lines"), lines))
    return Sheet(
        kind="circle",
        title=Message("circle-title"),
        to="",
        blocks=(Paragraph(Message("circle-lead")), *listed, Paragraph(Message("circle-about"))),
        signed=(),
        day=day,
    )

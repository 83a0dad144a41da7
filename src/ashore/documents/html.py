"""HTML from small pieces: text is escaped once, where it enters a tag."""

import re
from collections.abc import Iterable
from html import escape
from typing import Final

VOID: Final = frozenset({"meta", "br", "hr"})
CHINESE_DAY: Final = re.compile(r"(\d{4}年\d{1,2}月(?:\d{1,2}日(?:[查看][过到])?)?)")


class Html(str):
    """Text that is HTML already and is not escaped again."""

    __slots__ = ()


Child = str | Iterable["Child"]
"""Text, HTML, or any nesting of them."""


def tag(element: str, /, *children: Child, **attributes: str | float | bool | None) -> Html:
    """Return an element.  `class_` stands for class, `_` in a name for `-`; None and False leave an attribute out."""
    start = f"<{element}{_attributes(attributes)}>"
    return Html(start if element in VOID else f"{start}{join(children)}</{element}>")


def join(children: Iterable[Child]) -> Html:
    """Return children as HTML, text escaped."""
    return Html("".join(_text(child) for child in children))


def whole_days(text: str) -> Html:
    """Return a text whose Chinese dates no line's end tears apart: `2026年11月23日` has a break after every sign."""
    parts = CHINESE_DAY.split(text)
    return join(tag("span", part, class_="day") if place % 2 else part for place, part in enumerate(parts))


def _text(child: Child) -> str:
    if isinstance(child, Html):
        return child
    return escape(child, quote=False) if isinstance(child, str) else join(child)


def _attributes(attributes: dict[str, str | float | bool | None]) -> str:
    parts: list[str] = []
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        name = key.rstrip("_").replace("_", "-")
        parts.append(f" {name}" if value is True else f' {name}="{escape(str(value))}"')
    return "".join(parts)

"""Titles of sources side by side: the articles of one law are named together, in their order."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

DIGITS: Final[Mapping[str, int]] = {sign: value for value, sign in enumerate("零一二三四五六七八九")}
UNITS: Final[Mapping[str, int]] = {"十": 10, "百": 100, "千": 1000}
CHINESE: Final = re.compile(
    r"([^；;]+?)第([\d零一二三四五六七八九十百千]+(?:、[\d零一二三四五六七八九十百千]+)*)条"
)
ENGLISH: Final = re.compile(r"([A-Za-z ]*(?:Law|Code|[Rr]ules|Regulations)(?: \(\d{4}\))?) (\d+(?:, \d+)*)")


def joined_titles(titles: Iterable[str]) -> list[str]:
    """Return titles in their order, those that name articles of one law as one: `Civil Code 188, 192, 195`."""
    found: dict[str, list[str]] = {}
    for title in titles:
        law = CHINESE.fullmatch(title) or ENGLISH.fullmatch(title)
        articles = found.setdefault(law[1] if law else title, [])
        articles += re.split("、|, ", law[2]) if law else []
    return [_named(name, articles) for name, articles in found.items()]


def _named(name: str, articles: list[str]) -> str:
    if not articles:
        return name
    in_order = sorted({_number(one): one for one in articles}.items())
    if name.isascii():
        return f"{name} {', '.join(one for _, one in in_order)}"
    plain = any(one.isdecimal() for one in articles)
    return f"{name}第{'、'.join(str(number) if plain else one for number, one in in_order)}条"


def _number(article: str) -> int:
    """Return the number of an article written in figures or as Chinese laws write it: 一百九十二 is 192."""
    if article.isdecimal():
        return int(article)
    total, digit = 0, 0
    for sign in article:
        if sign in UNITS:
            total += (digit or 1) * UNITS[sign]
            digit = 0
        else:
            digit = DIGITS[sign]
    return total + digit

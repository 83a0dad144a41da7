"""A plan as one self-contained page: no network, no script, printable, light and dark, from 320 px up."""

import base64
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from ashore.documents.answer.futures import futures_parts
from ashore.documents.answer.parts import parts_of, with_asked
from ashore.documents.answer.view import View
from ashore.documents.blocks import Call, Part
from ashore.documents.helping import calls_html, calls_of, to_call_html
from ashore.documents.html import Html, join, tag
from ashore.documents.report_blocks import blocks_html
from ashore.documents.words import Whose, words_html
from ashore.errors import Message
from ashore.scenarios.futures import Futures
from ashore.texts.language import Language
from ashore.texts.sentences import say, word

STYLE: Final = Path(__file__).parent / "assets" / "report.css"
LANGUAGE_TAGS: Final[dict[Language, str]] = {"zh": "zh-Hans", "en": "en"}
CLOSED: Final = frozenset({"answer-head-gap"})
"""Parts whose figures are behind a tap (practice §2, H7)."""


def report_html(view: View, language: Language, asked: Sequence[Part] = ()) -> str:
    """Return the page: what is read first, the path with its pictures, then the details, closed on a screen.

    `asked`: what was asked for besides.
    """
    code = "report-subtitle-holding" if view.holds else "report-subtitle"
    parts = with_asked(parts_of(view, page=True, with_compare=True), asked)
    subtitle = Message(code, {"as_of": view.as_of})
    return _page(view, parts, subtitle, language)


def futures_html(view: View, futures: Futures, language: Language) -> str:
    """Return the page of a plan under what could come."""
    parts = futures_parts(view, futures, page=True)
    subtitle = Message("report-subtitle-futures", {"as_of": view.as_of})
    return _page(view, parts, subtitle, language)


def _page(view: View, parts: Sequence[Part], subtitle: Message, language: Language) -> str:
    whose = Whose(view.plan.household.jurisdiction, view.read_on)
    return page_html(parts, subtitle, language, calls_of(view.help, view.read_on), whose)


def page_html(
    parts: Sequence[Part],
    subtitle: Message,
    language: Language,
    calls: Sequence[Call],
    whose: Whose | None = None,
) -> str:
    """Return parts as one self-contained page under the neutral title.

    `calls`: whom to call, named at its head; `whose`: whose words to explain at its end, None for none.
    """
    header = _header(subtitle, to_call_html(calls, language), language)
    body = tag("body", header, _main(parts, calls_html(parts, calls, language), language, whose))
    return "<!doctype html>\n" + tag("html", page_head(language), body, lang=LANGUAGE_TAGS[language]) + "\n"


def page_head(language: Language) -> Html:
    """Return the head of a page that asks the network for nothing and says nothing of what stands on it."""
    style = STYLE.read_text(encoding="utf-8")
    policy = f"default-src 'none'; style-src {_hash(style)}; base-uri 'none'; form-action 'none'"
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="robots", content="noindex"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", word("first-page-title", language)),
        tag("style", Html(style)),
    )


def _hash(text: str) -> str:
    """Return the content-security-policy source that allows exactly this inline text."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def _header(subtitle: Message, to_call: Html, language: Language) -> Html:
    title = tag("h1", word("first-page-title", language))
    return tag("header", title, tag("p", say(subtitle, language)), to_call)


def _main(parts: Sequence[Part], calls: Html, language: Language, whose: Whose | None) -> Html:
    open_parts = [_section(part, language) for part in parts if part.place in {"first", "path"}]
    folded = [_fold(part, language) for part in parts if part.place == "details"]
    details = (
        tag("section", tag("h2", word("report-details", language)), folded, class_="folds") if folded else ""
    )
    last = [_section(part, language) for part in parts if part.place == "about"]
    words = words_html(join([open_parts, details]), whose, language) if whose else ""
    return tag("main", open_parts, details, words, last, calls)


def _section(part: Part, language: Language) -> Html:
    """Return a part under its heading; a figure that is behind a tap stays closed."""
    heading = tag("h2", word(part.code, language))
    content: Html | list[Html] = blocks_html(part.blocks, language)
    if part.code in CLOSED:
        content = tag("details", tag("summary", word("report-show-number", language)), content)
    return tag(
        "section", heading, content, class_=f"part {part.place} {part.code.removeprefix('answer-head-')}"
    )


def _fold(part: Part, language: Language) -> Html:
    summary = tag("summary", tag("h3", word(part.code, language)))
    return tag("details", summary, blocks_html(part.blocks, language), class_="fold")

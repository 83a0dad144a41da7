"""Sentences, parts of an answer and addresses in templates."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

from django import template
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from ashore.documents.blocks import Block, Part
from ashore.documents.covered import COVERED
from ashore.documents.html import whole_days
from ashore.documents.report_blocks import blocks_html
from ashore.errors import Fact, Finding, Message
from ashore.money import fen_from_yuan, format_yuan
from ashore.texts import Language, say_finding
from ashore.texts.facts import format_day
from ashore.texts.sentences import SENTENCES, word
from ashore.texts.sentences import say as say_message
from ashore.texts.together import kept_together
from ashore.web import plans
from ashore.web.fields import choice_word

register = template.Library()
KEYED: Final = frozenset({"key", "missing", "near", "tag_key"})
"""Facts of findings that are keys of the file."""
FIGURE: Final = re.compile(r"\d[\d.,]*")
Context = Mapping[str, Any]


def _language(context: Context) -> Language:
    return context["language"]


@register.simple_tag(takes_context=True)
def say(context: Context, code: str | Message, **facts: Fact) -> str:
    """Return a sentence, by its code or as a message."""
    message = code if isinstance(code, Message) else Message(code, facts)
    return kept_together(say_message(message, _language(context)))


@register.simple_tag(takes_context=True)
def say_whole(context: Context, code: str, **facts: Fact) -> SafeString:
    """Return a sentence whose dates no line's end tears apart; for the text of a page, not for an attribute."""
    return mark_safe(whole_days(say_message(Message(code, facts), _language(context))))  # noqa: S308 - documents.html escapes


@register.simple_tag(takes_context=True)
def finding(context: Context, found: Finding) -> str:
    """Return the sentence of a finding; it names the fields of a form where it would name the keys of a file."""
    language = _language(context)
    facts = {name: _label(name, value, language) for name, value in found.facts.items()}
    if context.get("covered"):
        facts = {name: _without_figures(value) for name, value in facts.items()}
    return kept_together(say_finding(replace(found, facts=facts), language))


def _without_figures(value: Fact) -> Fact:
    """Return what a finding quotes without its figures: what could not be read as an amount may still be one."""
    return FIGURE.sub(COVERED, value) if isinstance(value, str) else value


def _label(name: str, value: Fact, language: Language) -> Fact:
    code = f"key-{value}"
    return word(code, language) if name in KEYED and code in SENTENCES else value


@register.simple_tag(takes_context=True)
def blocks(context: Context, found: Sequence[Block]) -> SafeString:
    """Return the blocks of a part; their texts are escaped where they enter a tag."""
    return mark_safe(blocks_html(found, _language(context)))  # noqa: S308 - documents.html escapes


@register.simple_tag(takes_context=True)
def section(context: Context, part: Part) -> SafeString:
    """Return a part under its heading, a detail folded; made once for each language while the part is kept."""
    language = _language(context)
    facts = {"part": part, "language": language}
    page = "web/fold.html" if part.place == "details" else "web/part.html"
    return plans.once(part, ("section", language), lambda: render_to_string(page, facts))


@register.simple_tag(takes_context=True)
def choice(context: Context, key: str, value: object) -> str:
    """Return a word of the file as a person says it."""
    return choice_word(key, str(value), _language(context))


@register.simple_tag(takes_context=True)
def maybe(context: Context, code: str) -> SafeString:
    """Return a note on what stands before it, where there is one."""
    if code not in SENTENCES:
        return SafeString("")
    return format_html('<br><span class="note">{}</span>', word(code, _language(context)))


@register.simple_tag(takes_context=True)
def day(context: Context, value: date) -> str:
    """Return a date."""
    return kept_together(format_day(value, _language(context)))


@register.simple_tag(takes_context=True)
def whenever(context: Context, value: object) -> str:
    """Return a day of the file; one that is no day as it was typed."""
    return format_day(value, _language(context)) if isinstance(value, date) else str(value)


@register.simple_tag
def fen(value: int) -> str:
    """Return fen as yuan."""
    return format_yuan(value)


@register.simple_tag(takes_context=True)
def yuan(context: Context, value: object) -> str:
    """Return an amount of the file as yuan; one that is no number as it was typed, where amounts are not covered."""
    read = read_yuan(value)
    return read if read is not None else COVERED if context.get("covered") else str(value)


def read_yuan(value: object) -> str | None:
    """Return an amount of the file as yuan; None for one that is no number."""
    try:
        return format_yuan(fen_from_yuan(Decimal(str(value))))
    except (ArithmeticError, AssertionError, ValueError):
        return None


@register.simple_tag
def kind(part: Part) -> str:
    """Return what a part is, for its look."""
    return part.code.removeprefix("answer-head-")


@register.simple_tag
def file(name: str) -> str:
    """Return the address of a file that belongs to the pages."""
    return static(name)


@register.simple_tag
def at(name: str, *parts: object, **query: object) -> str:
    """Return the address of a page."""
    ending = "&".join(f"{key}={value}" for key, value in query.items())
    return _address(name, parts) + (f"?{ending}" if ending else "")


@lru_cache(maxsize=512)
def _address(name: str, parts: tuple[object, ...]) -> str:
    return reverse(name, args=parts)

"""Sentences, parts of an answer and addresses in templates."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from ashore.documents.blocks import Block, Part
from ashore.documents.report_blocks import blocks_html
from ashore.errors import Fact, Finding, Message
from ashore.money import fen_from_yuan, format_yuan
from ashore.texts import Language, say_finding
from ashore.texts.facts import format_day
from ashore.texts.sentences import say as say_message
from ashore.web.fields import choice_word

register = template.Library()
Context = Mapping[str, Any]


def _language(context: Context) -> Language:
    return context["language"]


@register.simple_tag(takes_context=True)
def say(context: Context, code: str | Message, **facts: Fact) -> str:
    """Return a sentence, by its code or as a message."""
    message = code if isinstance(code, Message) else Message(code, facts)
    return say_message(message, _language(context))


@register.simple_tag(takes_context=True)
def finding(context: Context, found: Finding) -> str:
    """Return the sentence of a finding."""
    return say_finding(found, _language(context))


@register.simple_tag(takes_context=True)
def blocks(context: Context, found: Iterable[Block]) -> SafeString:
    """Return the blocks of a part; their texts are escaped where they enter a tag."""
    return mark_safe(blocks_html(found, _language(context)))  # noqa: S308 - documents.html escapes


@register.simple_tag(takes_context=True)
def choice(context: Context, key: str, value: object) -> str:
    """Return a word of the file as a person says it."""
    return choice_word(key, str(value), _language(context))


@register.simple_tag(takes_context=True)
def day(context: Context, value: date) -> str:
    """Return a date."""
    return format_day(value, _language(context))


@register.simple_tag
def fen(value: int) -> str:
    """Return fen as yuan."""
    return format_yuan(value)


@register.simple_tag
def yuan(value: object) -> str:
    """Return an amount of the file as yuan; one that is no number as it was typed."""
    try:
        return format_yuan(fen_from_yuan(Decimal(str(value))))
    except (ArithmeticError, AssertionError, ValueError):
        return str(value)


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
    return reverse(name, args=parts) + (f"?{ending}" if ending else "")

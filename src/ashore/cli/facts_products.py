"""A product as `ashore facts` prints it: its usual terms with numbered sources, remarks, and disagreements."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

import click

from ashore.cli.facts_block import DEEPER, DOT, SET_IN
from ashore.cli.terminal import COLUMNS, hang, table, wrap
from ashore.documents.answer.assumed import late_fee_message
from ashore.errors import Message
from ashore.household.file.plain import is_table
from ashore.household.keys.rates import rate_from_text
from ashore.household.product import Product, ProductFact
from ashore.money import fen_from_yuan, format_yuan
from ashore.packs.notes import ProductNotes
from ashore.rules.app_entry import AppEntry
from ashore.texts import say
from ashore.texts.facts import SEPARATORS
from ashore.texts.keys import KEYS
from ashore.texts.language import Language
from ashore.texts.rule_values import rule_value_text
from ashore.texts.sentences import SENTENCES, word

ITEM = "- "
TIMES = "x"
"""How a file writes penalty interest that is a multiple of the rate: `x1.5`."""


def product_lines(product: Product, notes: ProductNotes, today: date, language: Language) -> list[str]:
    """Return a product's lines, at most 80 columns wide; an app path seen long ago is said to need checking."""
    facts = product.facts or {}
    sources = {fact: number for number, fact in enumerate(dict.fromkeys(facts.values()), 1)}
    name = f"{product.names[language]}{DOT}{product.id}"
    return [
        *(click.style(line, bold=True) for line in wrap(name, COLUMNS, SET_IN)),
        *(DEEPER + line for line in _terms(product, facts, sources, language)),
        *_sources(sources, language),
        *_ranges(product, language),
        *_notes(notes, language),
        *(line for one in notes.entries for line in _entry(one, today, language)),
    ]


def _terms(
    product: Product, facts: Mapping[str, ProductFact], sources: Mapping[ProductFact, int], language: Language
) -> list[str]:
    rows = [
        (
            _label(key, language),
            _value(key, value, language) + (f" [{sources[facts[key]]}]" if key in facts else ""),
        )
        for key, value in {"creditor": product.creditor, **product.defaults}.items()
    ]
    return table(rows, ("left", "left"), COLUMNS - len(DEEPER))


def _sources(sources: Mapping[ProductFact, int], language: Language) -> Iterator[str]:
    for fact, number in sources.items():
        seen = say(Message("facts-seen", {"seen": fact.seen_on}), language)
        text = DOT.join((fact.source, seen, word(f"facts-confidence-{fact.confidence}", language)))
        yield from (click.style(line, dim=True) for line in hang(f"{DEEPER}[{number}] ", text))


def _ranges(product: Product, language: Language) -> Iterator[str]:
    """Yield between what a term lies where lenders differ; only the contract says what holds for one person."""
    if product.rate_range:
        rates = (rule_value_text(rate, "per-year", language) for rate in product.rate_range)
        yield from _range("facts-range-rate", "rate", rates, language)
    if product.late_fee_range:
        fees = (say(late_fee_message(fee), language) for fee in product.late_fee_range)
        yield from _range("facts-range", "late_fee", fees, language)


def _range(code: str, key: str, ends: Iterable[str], language: Language) -> list[str]:
    low, high = ends
    return hang(
        DEEPER + ITEM,
        say(Message(code, {"key": _label(key, language), "low": low, "high": high}), language),
    )


def _notes(notes: ProductNotes, language: Language) -> Iterator[str]:
    for remark in notes.remarks:
        yield from hang(DEEPER + ITEM, remark[language])
    for key, claims in notes.disputed.items():
        says = " / ".join(claim.says[language] for claim in claims)
        disputed = Message("facts-disputed", {"key": _label(key, language), "claims": says})
        yield from hang(DEEPER + ITEM, say(disputed, language))


def _entry(entry: AppEntry, today: date, language: Language) -> Iterator[str]:
    """Yield a way into the app: the path, when it is there, what is not certain, and where it was read on which day."""
    use = word(f"facts-use-{entry.use}", language)
    way = say(Message("facts-entry", {"use": use, "path": entry.path[language]}), language)
    yield from hang(DEEPER + ITEM, DOT.join((way, word(f"facts-visible-{entry.visible}", language))))
    further = DEEPER + " " * len(ITEM)
    if entry.stale(today):
        due = word("facts-path-due", language)
        yield from (click.style(line, bold=True) for line in wrap(due, COLUMNS, further))
    if note := entry.note.get(language):
        yield from wrap(note, COLUMNS, further)
    seen = say(Message("facts-path-seen", {"seen": entry.seen_on}), language)
    text = DOT.join((entry.source, seen, word(f"facts-confidence-{entry.confidence}", language)))
    yield from (click.style(line, dim=True) for line in wrap(text, COLUMNS, further))


def _label(key: str, language: Language) -> str:
    return word(f"key-{key}", language) if f"key-{key}" in KEYS else key


def _value(key: str, value: object, language: Language) -> str:
    """Return a term's value in words where there are any, else as a household file writes it."""
    if is_table(value):
        return SEPARATORS[language].join(
            f"{_label(inner, language)} {_value(inner, item, language)}" for inner, item in value.items()
        )
    if isinstance(value, bool):
        return word("facts-yes" if value else "facts-no", language)
    if isinstance(value, Decimal):
        return format_yuan(fen_from_yuan(value))
    text = str(value)
    if key == "penalty" and text.startswith(TIMES):
        return say(Message("facts-value-multiple", {"value": text.removeprefix(TIMES)}), language)
    if rate := rate_from_text(text):
        return rule_value_text(rate.value, f"per-{rate.per}", language)
    codes = (f"assumed-{key}-{text}", f"choice-{key}-{text}")
    return next((word(code, language) for code in codes if code in SENTENCES), text)

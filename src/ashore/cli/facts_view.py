"""What `ashore facts` prints: one block for each rule, ceiling, product and help line, its source below it."""

from collections.abc import Iterator, Mapping, Sequence

import click

from ashore.cli.facts_block import DEEPER, DOT, SET_IN, Block, block, due_line, source_line
from ashore.cli.facts_help import channel_lines, negative_lines
from ashore.cli.facts_own import other_own_blocks, own_lines
from ashore.cli.facts_products import product_lines
from ashore.cli.terminal import COLUMNS, wrap
from ashore.errors import Fact, Finding, Message
from ashore.household.product import Product
from ashore.packs.listing import Listed
from ashore.packs.notes import ProductNotes
from ashore.rules.ceilings import CeilingRule
from ashore.rules.dated import Dated
from ashore.rules.fact import RuleFact
from ashore.rules.helpline import Helpline
from ashore.texts import say, say_finding
from ashore.texts.facts import SEPARATORS
from ashore.texts.language import Language
from ashore.texts.rule_values import rule_value_text
from ashore.texts.sentences import word

ABOUT = ("first-about-not", "first-about-free")


def show_listed(listed: Listed, language: Language, *, stale_only: bool) -> list[str]:
    """Return the lines of all that is listed, at most 80 columns wide; headings are bold where a terminal shows it."""
    parts = {
        "own-head": other_own_blocks(listed, language),
        "facts-head-rules": [_fact(one, listed, language) for one in listed.facts],
        "facts-head-ceilings": [_ceiling(one, listed, language) for one in listed.ceilings],
        "facts-head-negatives": [negative_lines(one, listed, language) for one in listed.negatives],
        "facts-head-products": [_product(*pair, listed, language) for pair in listed.products],
        "facts-head-channels": [channel_lines(one, listed, language) for one in listed.channels],
        "facts-head-lines": [_helpline(one, listed, language) for one in listed.helplines],
    }
    lines = [*_top(listed, language, stale_only=stale_only), ""]
    for code, blocks in parts.items():
        if blocks:
            lines += [click.style(word(code, language), bold=True), ""]
        for entry in blocks:
            lines += [*entry, ""]
    return [*lines, *(line for code in ABOUT for line in wrap(word(code, language)))]


def show_faults(faults: Mapping[str, Sequence[Finding]], language: Language) -> list[str]:
    """Return the lines of the faults of some packs, and how many there are."""
    lines: list[str] = []
    for pack, found in faults.items():
        if found:
            lines += [_say("facts-check-pack", language, jurisdiction=pack), ""]
        for one in found:
            lines += [*wrap(say_finding(one, language), indent=SET_IN), ""]
    count = sum(map(len, faults.values()))
    if count:
        return [*lines, _say("facts-check-faults", language, faults_count=count)]
    return wrap(_say("facts-check-clean", language, known=tuple(faults)))


def _say(code: str, language: Language, **facts: Fact) -> str:
    return say(Message(code, facts), language)


def _top(listed: Listed, language: Language, *, stale_only: bool) -> Iterator[str]:
    pack, stale = listed.pack, listed.stale_count
    title = _say("facts-title", language, name=pack.names[language], version=pack.version)
    yield from (click.style(line, bold=True) for line in wrap(title))
    if stale_only and stale:
        yield from wrap(_say("facts-stale-some", language, stale_count=stale))
    elif stale_only:
        yield from wrap(_say("facts-stale-none", language, day=listed.today))
    elif listed.empty:
        yield from wrap(_say("facts-search", language, jurisdiction=pack.id))
    else:
        yield from wrap(
            _say(
                "facts-summary",
                language,
                facts_count=len(listed.facts),
                products_count=len(listed.products),
                lines_count=len(listed.helplines),
                stale_count=stale,
            )
        )
        yield from wrap(_say("facts-contract", language))


def _fact(fact: RuleFact, listed: Listed, language: Language) -> Block:
    value = "" if isinstance(fact.value, Dated) else rule_value_text(fact.value, fact.unit, language)
    holds = _span("facts", fact.valid_from, fact.valid_to, language)
    due = due_line([fact], listed.today, language)
    review = [] if due else [_say("facts-review", language, review_by=fact.review_by)]
    seen = [
        _say("facts-seen", language, seen=fact.seen_on),
        word(f"facts-confidence-{fact.confidence}", language),
    ]
    return block(
        fact.names[language],
        [
            DOT.join(part for part in (value, holds) if part),
            *_steps(fact, language),
            fact.note.get(language, ""),
            *own_lines(listed, fact.id, language),
        ],
        [source_line(fact.source, language), DOT.join([*seen, *review, fact.id])],
        due,
    )


def _product(product: Product, notes: ProductNotes, listed: Listed, language: Language) -> Block:
    lines = product_lines(product, notes, listed.today, language)
    return [
        *lines,
        *(line for own in own_lines(listed, product.id, language) for line in wrap(own, COLUMNS, DEEPER)),
    ]


def _steps(fact: RuleFact, language: Language) -> Iterator[str]:
    """Yield the values of a changing number, the newest first, below the day of the last that is known."""
    if isinstance(fact.value, Dated):
        yield _say("facts-last-seen", language, last_seen=fact.value.last_seen)
        for step in reversed(fact.value.steps):
            value = rule_value_text(step.value, fact.unit, language)
            yield _say("facts-step", language, since=step.since, step=value)


def _ceiling(rule: CeilingRule, listed: Listed, language: Language) -> Block:
    facts, separator = listed.pack.facts, SEPARATORS[language]
    lenders = separator.join(word(f"facts-lender-{one}", language) for one in rule.lenders)
    parts = separator.join(word(f"facts-part-{one}", language) for one in rule.counts)
    day = [f"facts-ceiling-{rule.rate_day}"] if rule.of else []
    spans = [
        _span("facts-ceiling-formed", rule.formed_from, rule.formed_to, language),
        _span("facts-ceiling-charged", rule.charged_from, rule.charged_to, language),
    ]
    details = [
        DOT.join([_total(rule, listed, language), word(f"facts-effect-{rule.effect}", language)]),
        DOT.join([*(word(code, language) for code in day), *(span for span in spans if span)]),
        _say("facts-ceiling-counts", language, parts=parts),
    ]
    rests = _say("facts-ceiling-rests", language, facts=rule.fact_ids)
    due = due_line([facts[one] for one in rule.fact_ids], listed.today, language)
    return block(lenders, details, [DOT.join([rests, rule.id])], due)


def _total(rule: CeilingRule, listed: Listed, language: Language) -> str:
    facts = listed.pack.facts
    fixed = facts[rule.rate or rule.multiple or ""]
    if rule.of is None:
        return rule_value_text(fixed.value, fixed.unit, language)
    name = facts[rule.of].names[language]
    return _say("facts-ceiling-multiple", language, multiple=str(fixed.value), name=name)


def _helpline(line: Helpline, listed: Listed, language: Language) -> Block:
    checked = _say("facts-checked", language, seen=line.checked_on)
    return block(
        f"{line.number}  {line.names[language]}",
        [text[language] for text in (line.hours, line.purpose, line.limits)],
        [
            source_line(line.source, language),
            DOT.join([checked, word(f"facts-confidence-{line.confidence}", language)]),
        ],
        word("facts-line-due", language) if line.stale(listed.today) else "",
    )


def _span(code: str, first: Fact, last: Fact, language: Language) -> str:
    """Return from which day to which something holds; empty where neither is known."""
    ends = "-".join(name for name, day in (("from", first), ("to", last)) if day)
    return _say(f"{code}-{ends}", language, first=first, last=last) if ends else ""

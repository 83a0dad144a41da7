"""All that a pack makes Ashore rely on, or what of it a word names or needs a look."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ashore.household.model import Own
from ashore.household.product import Product
from ashore.packs.notes import ProductNotes
from ashore.packs.pack import Pack
from ashore.rules.ceilings import CeilingRule
from ashore.rules.channel import Channel
from ashore.rules.fact import RuleFact
from ashore.rules.helpline import Helpline
from ashore.rules.negative import NegativeFact
from ashore.rules.source import Source


@dataclass(frozen=True, slots=True)
class Listed:
    """What of a pack is to be shown, each in the pack's order; `today` decides what needs a look.

    `owns`: values that the person looked up, shown beside what each is about.
    """

    pack: Pack
    today: date
    facts: tuple[RuleFact, ...]
    ceilings: tuple[CeilingRule, ...]
    products: tuple[tuple[Product, ProductNotes], ...]
    helplines: tuple[Helpline, ...]
    channels: tuple[Channel, ...]
    negatives: tuple[NegativeFact, ...]
    owns: tuple[Own, ...] = ()

    @property
    def stale_count(self) -> int:
        """Return how many of the entries listed need to be looked at again."""
        entries = (*self.facts, *self.negatives, *self.channels, *self.helplines)
        return sum(one.stale(self.today) for one in entries)

    @property
    def empty(self) -> bool:
        """Return whether nothing is listed."""
        parts = (self.facts, self.ceilings, self.products, self.helplines, self.channels, self.negatives)
        return not any(parts)


def list_pack(
    pack: Pack, today: date, words: Iterable[str] = (), *, stale_only: bool = False, owns: Sequence[Own] = ()
) -> Listed:
    """Return what the pack holds.

    `words`: all of them must stand in an entry's ids, names, notes, values or sources, in either language and any
    case.  `stale_only`: what is past its review day and help lines unchecked for 90 days, nothing else.
    """
    wanted = [word.casefold() for word in words]

    def named(texts: Iterable[str]) -> bool:
        text = "\n".join(texts).casefold()
        return all(word in text for word in wanted)

    products = () if stale_only else tuple((one, pack.notes[key]) for key, one in pack.products.items())
    return Listed(
        pack=pack,
        today=today,
        facts=tuple(
            one
            for one in pack.facts.values()
            if named(_of_fact(one)) and (one.stale(today) or not stale_only)
        ),
        ceilings=tuple(
            one for one in pack.ceilings.values() if not stale_only and named(_of_ceiling(one, pack.facts))
        ),
        products=tuple(pair for pair in products if named(_of_product(*pair))),
        helplines=tuple(
            one
            for one in pack.helplines.values()
            if named(_of_helpline(one)) and (one.stale(today) or not stale_only)
        ),
        channels=tuple(
            one
            for one in pack.channels.values()
            if named(_of_channel(one, pack.helplines)) and (one.stale(today) or not stale_only)
        ),
        negatives=tuple(
            one
            for one in pack.negatives.values()
            if named(_of_negative(one)) and (one.stale(today) or not stale_only)
        ),
        owns=tuple(owns),
    )


def _of_fact(fact: RuleFact) -> Iterator[str]:
    yield from (fact.id, *fact.names.values(), *fact.note.values())
    yield from (*_of_source(fact.source), fact.confidence)


def _of_ceiling(rule: CeilingRule, facts: Mapping[str, RuleFact]) -> Iterator[str]:
    yield from (rule.id, *rule.lenders)
    for fact_id in rule.fact_ids:
        yield from _of_fact(facts[fact_id])


def _of_product(product: Product, notes: ProductNotes) -> Iterator[str]:
    yield from (product.id, product.creditor, *product.names.values())
    for text in (*notes.remarks, *(entry.path for entry in notes.entries)):
        yield from text.values()
    yield from (f"{key} {value}" for key, value in product.defaults.items())
    yield from (fact.source for fact in (product.facts or {}).values())


def _of_helpline(line: Helpline) -> Iterator[str]:
    yield from (line.id, line.number, line.kind, line.source.title, line.source.address)
    for text in (line.names, line.hours, line.purpose, line.limits):
        yield from text.values()


def _of_channel(channel: Channel, lines: Mapping[str, Helpline]) -> Iterator[str]:
    yield from (channel.id, *channel.matters, *channel.fact_ids, *_of_source(channel.evidence.source))
    yield from (*channel.names.values(), *channel.purpose.values())
    if channel.helpline:
        yield lines[channel.helpline].number


def _of_negative(claim: NegativeFact) -> Iterator[str]:
    yield from (claim.id, *claim.facts, *claim.claim.values(), *claim.truth.values())
    yield from (*_of_source(claim.evidence.source), claim.evidence.confidence)


def _of_source(source: Source) -> Iterator[str]:
    yield from (source.title, source.title_en or "", source.address)

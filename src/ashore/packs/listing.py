"""All that a pack makes Ashore rely on, or what of it a word names or needs a look."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ashore.household.product import Product
from ashore.packs.notes import ProductNotes
from ashore.packs.pack import Pack
from ashore.rules.ceilings import CeilingRule
from ashore.rules.fact import RuleFact
from ashore.rules.helpline import Helpline


@dataclass(frozen=True, slots=True)
class Listed:
    """What of a pack is to be shown, each in the pack's order; `today` decides what needs a look."""

    pack: Pack
    today: date
    facts: tuple[RuleFact, ...]
    ceilings: tuple[CeilingRule, ...]
    products: tuple[tuple[Product, ProductNotes], ...]
    helplines: tuple[Helpline, ...]

    @property
    def stale_count(self) -> int:
        """Return how many of the facts and help lines listed need to be looked at again."""
        return sum(one.stale(self.today) for one in (*self.facts, *self.helplines))


def list_pack(pack: Pack, today: date, words: Iterable[str] = (), *, stale_only: bool = False) -> Listed:
    """Return what the pack holds.

    `words`: all of them must stand in an entry's ids, names, notes, values or sources, in either language and any
    case.  `stale_only`: facts past their review day and help lines unchecked for 90 days, nothing else.
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
    )


def _of_fact(fact: RuleFact) -> Iterator[str]:
    yield from (fact.id, *fact.names.values(), *fact.note.values())
    yield from (fact.source.title, fact.source.title_en or "", fact.source.address, fact.confidence)


def _of_ceiling(rule: CeilingRule, facts: Mapping[str, RuleFact]) -> Iterator[str]:
    yield from (rule.id, *rule.lenders)
    for fact_id in rule.fact_ids:
        yield from _of_fact(facts[fact_id])


def _of_product(product: Product, notes: ProductNotes) -> Iterator[str]:
    yield from (product.id, product.creditor, *product.names.values())
    for remark in notes.remarks:
        yield from remark.values()
    yield from (f"{key} {value}" for key, value in product.defaults.items())
    yield from (fact.source for fact in (product.facts or {}).values())


def _of_helpline(line: Helpline) -> Iterator[str]:
    yield from (line.id, line.number, line.kind, line.source.title, line.source.address)
    for text in (line.names, line.hours, line.purpose, line.limits):
        yield from text.values()

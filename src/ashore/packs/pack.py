"""A jurisdiction's pack: products, help lines and facts, each read when first asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from ashore.household.product import Product
from ashore.lessons.lesson import Lesson
from ashore.packs.ceiling_rules import read_ceilings
from ashore.packs.channels import read_channels
from ashore.packs.entry import read_entry
from ashore.packs.errors import UnknownPack
from ashore.packs.facts import read_facts
from ashore.packs.files import SHIPPED, jurisdictions, toml_names
from ashore.packs.helplines import read_helplines
from ashore.packs.lazy import OnDemand, ReadOnce
from ashore.packs.lessons import LESSONS, read_lesson
from ashore.packs.likeness import read_likeness
from ashore.packs.negative import read_negatives
from ashore.packs.notes import ProductNotes, read_notes
from ashore.packs.products import load_product, product_ids, read_sheet
from ashore.packs.screeners import read_screener, screener_names
from ashore.packs.support import read_supports
from ashore.packs.traps import read_traps
from ashore.packs.tried import read_tried
from ashore.packs.words import WORDS, read_words
from ashore.rules.ceilings import CeilingRule
from ashore.rules.channel import Channel
from ashore.rules.fact import RuleFact
from ashore.rules.helpline import Helpline
from ashore.rules.negative import NegativeFact
from ashore.rules.source import Bilingual
from ashore.rules.support import Support
from ashore.rules.word import Word
from ashore.traps.likeness import Likeness
from ashore.traps.signs import TrapRules
from ashore.traps.tried import Tried
from ashore.wellbeing.screener import Screener

__all__ = ["Pack", "jurisdictions", "load_pack", "load_product"]


@dataclass(frozen=True, slots=True)
class Pack:
    """What is known about one jurisdiction.

    `version` is a calendar date.  `products` and `notes` are keyed by full id (`cn/mybank-wangshangdai`),
    everything else by its own; the file of a product, a lesson or a questionnaire is read when it is asked for,
    the others together.  `traps` reads the signs of traps when it is first called.
    """

    id: str
    version: date
    names: Bilingual
    products: Mapping[str, Product]
    notes: Mapping[str, ProductNotes]
    helplines: Mapping[str, Helpline]
    facts: Mapping[str, RuleFact]
    ceilings: Mapping[str, CeilingRule]
    channels: Mapping[str, Channel]
    negatives: Mapping[str, NegativeFact]
    supports: Mapping[str, Support]
    lessons: Mapping[str, Lesson]
    words: Mapping[str, Word]
    screeners: Mapping[str, Screener]
    traps: Callable[[], TrapRules]
    likeness: Callable[[], Likeness]
    tried: Callable[[], Tried | None]


@cache
def load_pack(jurisdiction: str, root: Path = SHIPPED) -> Pack:
    """Return a pack; only its title file is read now.

    Raises UnknownPack where there is none, BrokenPack for a file that is not as it should be.
    """
    if jurisdiction not in jurisdictions(root):
        raise UnknownPack("pack-unknown", jurisdiction=jurisdiction, known=jurisdictions(root))
    folder = root / jurisdiction
    title = read_entry(folder, "pack")

    def ids() -> tuple[str, ...]:
        return product_ids(jurisdiction, root)

    return Pack(
        id=jurisdiction,
        version=title.day("version"),
        names=title.bilingual("names"),
        products=OnDemand(ids, lambda key: load_product(key, root)),
        notes=OnDemand(ids, lambda key: read_notes(read_sheet(key, root))),
        helplines=ReadOnce(lambda: read_helplines(read_entry(folder, "helplines"))),
        facts=ReadOnce(lambda: _facts(folder)),
        ceilings=ReadOnce(lambda: read_ceilings(read_entry(folder, "ceilings"))),
        channels=ReadOnce(lambda: read_channels(read_entry(folder, "channels"))),
        negatives=ReadOnce(lambda: read_negatives(read_entry(folder, "negative"))),
        supports=ReadOnce(lambda: read_supports(read_entry(folder, "support"))),
        lessons=OnDemand(
            lambda: toml_names(folder / LESSONS),
            lambda key: read_lesson(read_entry(folder, LESSONS, key), key),
        ),
        screeners=OnDemand(lambda: screener_names(folder), lambda key: read_screener(folder, key)),
        words=ReadOnce(lambda: read_words(read_entry(folder, WORDS))),
        traps=cache(lambda: read_traps(folder)),
        likeness=cache(lambda: read_likeness(folder)),
        tried=cache(lambda: read_tried(folder)),
    )


def _facts(folder: Path) -> Mapping[str, RuleFact]:
    facts: dict[str, RuleFact] = {}
    for name in toml_names(folder / "rules"):
        facts |= read_facts(read_entry(folder, "rules", name))
    return facts

"""What must hold inside a product, a help line and a fact that could be read."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from ashore.diagnosis.category_rules import CATEGORIES
from ashore.errors import Fact, Finding, Place
from ashore.household.file.log import At, Log, dotted
from ashore.household.keys.drafts import SUPPLIED
from ashore.household.product import Product
from ashore.rules.average import Average
from ashore.rules.ceilings import CeilingRule
from ashore.rules.dated import Dated
from ashore.rules.fact import RuleFact
from ashore.rules.helpline import Helpline

UNKNOWN_KEY: Final = ("key-unknown", "key-unknown-near")
BESIDE_DEFAULTS: Final = ("creditor",)
PER_YEAR: Final = "per-year"
MULTIPLE: Final = "multiple"


def fault(code: str, file: str, field: str = "", **facts: Fact) -> Finding:
    """Return a `stop` finding at a field of a pack's file."""
    place = f"{file}: {field}" if field else file
    return Finding(code, "stop", Place(place), {"file": file, "field": field, **facts})


def check_product(product: Product, file: str, latest: date) -> Iterator[Finding]:
    """Yield the faults of a product: sources, keys and values as a household file takes them, its range."""
    facts = product.facts or {}
    for key in product.defaults:
        if key not in facts:
            yield fault("pack-default-unsourced", file, f"defaults.{key}", key=key)
    for key, fact in facts.items():
        if key not in product.defaults and key not in BESIDE_DEFAULTS:
            yield fault("pack-source-unused", file, f"facts.{key}", key=key)
        yield from not_after(file, f"facts.{key}.seen_on", fact.seen_on, latest)
    yield from _defaults(product, file)
    yield from _range(product, file)


def _defaults(product: Product, file: str) -> Iterator[Finding]:
    """Yield what the household reader says of the defaults, read exactly as a household file's are."""
    log = Log()
    SUPPLIED.values({"creditor": product.creditor, **product.defaults}, At(log))
    for remark in log.remarks:
        code = "pack-default-unknown" if remark.code in UNKNOWN_KEY else "pack-default-wrong"
        key = dotted(remark.path or ())
        yield fault(code, file, f"defaults.{key}", key=key, reason=remark.code)


def _range(product: Product, file: str) -> Iterator[Finding]:
    if product.rate_range and product.rate_range[0] > product.rate_range[1]:
        yield fault("pack-range-reversed", file, "rate_range")
    if product.late_fee_range:
        least, most = product.late_fee_range
        if least.share > most.share or least.min_fen > most.min_fen:
            yield fault("pack-range-reversed", file, "late_fee_range")
    rate = product.defaults.get("rate")
    if rate != product.rate_top:
        top = product.rate_top or "–"
        yield fault("pack-rate-not-top", file, "defaults.rate", read=str(rate or "–"), top=top)


def check_helpline(line: Helpline, file: str, latest: date) -> Iterator[Finding]:
    """Yield the faults of a help line."""
    yield from not_after(file, f"{line.id}.checked_on", line.checked_on, latest)


def check_fact(fact: RuleFact, file: str, latest: date) -> Iterator[Finding]:
    """Yield the faults of a fact: its days, and the order of its history."""
    yield from not_after(file, f"{fact.id}.seen_on", fact.seen_on, latest)
    if fact.valid_from and fact.valid_to and fact.valid_from > fact.valid_to:
        yield fault("pack-days-reversed", file, fact.id, first=fact.valid_from, last=fact.valid_to)
    looked = fact.seen_on
    if isinstance(fact.value, Dated):
        looked = fact.value.last_seen
        days = [step.since for step in fact.value.steps]
        if not days or days != sorted(set(days)) or days[-1] > looked:
            yield fault("pack-steps-unsorted", file, f"{fact.id}.steps")
    if fact.review_by < looked:
        yield fault("pack-days-reversed", file, fact.id, first=looked, last=fact.review_by)


def check_ceiling(rule: CeilingRule, file: str, facts: Mapping[str, RuleFact | None]) -> Iterator[Finding]:
    """Yield the faults of a ceiling: its days, and the facts it names, by what they must hold."""
    spans = {
        "formed_to": (rule.formed_from, rule.formed_to),
        "charged_to": (rule.charged_from, rule.charged_to),
    }
    for key, (first, last) in spans.items():
        if first and last and first > last:
            yield fault("pack-days-reversed", file, f"{rule.id}.{key}", first=first, last=last)
    fixed, moving = (int, Decimal), (Dated,)
    for key, fact_id, unit, kinds in (
        ("rate", rule.rate, PER_YEAR, fixed),
        ("multiple", rule.multiple, MULTIPLE, fixed),
        ("of", rule.of, PER_YEAR, moving),
    ):
        fact = facts.get(fact_id or "")
        if fact and (fact.unit != unit or not isinstance(fact.value, kinds)):
            yield fault("pack-fact-unfit", file, f"{rule.id}.{key}", fact=fact.id, unit=unit)
    for fact_id in rule.fact_ids:
        if fact_id not in facts:
            yield fault("pack-fact-unknown", file, rule.id, fact=fact_id)


def check_average(average: Average, file: str, facts: Mapping[str, RuleFact | None]) -> Iterator[Finding]:
    """Yield the faults of an average: the fact that holds it, the categories that it is about."""
    if average.fact not in facts:
        yield fault("pack-fact-unknown", file, average.fact, fact=average.fact)
    for code in average.categories:
        if code not in CATEGORIES:
            field = f"{average.fact}.categories"
            yield fault("pack-word-unknown", file, field, read=code, allowed=CATEGORIES)


def not_after(file: str, field: str, day: date, latest: date) -> Iterator[Finding]:
    """Yield a fault where a day comes after the pack's version."""
    if day > latest:
        yield fault("pack-day-after-version", file, field, day=day, version=latest)

"""The shape of `ashore facts --json`: format `ashore-facts/1`, every text in both languages."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from ashore.errors import Finding
from ashore.household.model import Own
from ashore.household.product import Product
from ashore.loans.terms import LateFee
from ashore.money import decimal_of
from ashore.packs.listing import Listed
from ashore.packs.notes import ProductNotes
from ashore.packs.own import doubt_of, own_decimal
from ashore.rules.app_entry import AppEntry
from ashore.rules.ceilings import CeilingRule
from ashore.rules.channel import Channel
from ashore.rules.dated import Dated
from ashore.rules.fact import RuleFact
from ashore.rules.helpline import Helpline
from ashore.rules.negative import NegativeFact
from ashore.rules.source import Evidence, Source
from ashore.texts import say_finding
from ashore.texts.language import Language

FORMAT: Final = "ashore-facts/1"
Shape = dict[str, object]


def listed_as_json(listed: Listed) -> Shape:
    """Return what is listed; numbers are exact decimals as text, a changing value has `steps` and `last_seen`."""
    return {
        "format": FORMAT,
        "jurisdiction": listed.pack.id,
        "names": dict(listed.pack.names),
        "version": listed.pack.version,
        "on": listed.today,
        "stale": listed.stale_count,
        "facts": [_fact(one, listed) for one in listed.facts],
        "ceilings": [_ceiling(one, listed) for one in listed.ceilings],
        "products": [_product(*pair, listed) for pair in listed.products],
        "helplines": [_helpline(one, listed) for one in listed.helplines],
        "channels": [_channel(one, listed) for one in listed.channels],
        "negatives": [_negative(one, listed) for one in listed.negatives],
        "own": [_own(one, listed) for one in listed.owns],
    }


def faults_as_json(faults: Mapping[str, Sequence[Finding]], language: Language) -> Shape:
    """Return the faults of some packs, each with its sentence."""
    return {
        "format": FORMAT,
        "checked": list(faults),
        "findings": [
            {
                "jurisdiction": pack,
                "code": one.code,
                "level": one.level,
                "path": one.place.path,
                "facts": one.facts,
                "sentence": say_finding(one, language),
            }
            for pack, found in faults.items()
            for one in found
        ],
    }


def _source(source: Source) -> Shape:
    return {"title": source.title, "title_en": source.title_en, "address": source.address}


def _fact(fact: RuleFact, listed: Listed) -> Shape:
    moving = fact.value if isinstance(fact.value, Dated) else None
    return {
        "id": fact.id,
        "names": dict(fact.names),
        "value": None if moving else fact.value,
        "steps": [{"since": step.since, "value": step.value} for step in moving.steps] if moving else None,
        "last_seen": moving.last_seen if moving else None,
        "unit": fact.unit,
        "valid_from": fact.valid_from,
        "valid_to": fact.valid_to,
        "source": _source(fact.source),
        "seen_on": fact.seen_on,
        "confidence": fact.confidence,
        "review_by": fact.review_by,
        "stale": fact.stale(listed.today),
        "note": dict(fact.note),
    }


def _ceiling(rule: CeilingRule, listed: Listed) -> Shape:
    return {
        "id": rule.id,
        "lenders": list(rule.lenders),
        "effect": rule.effect,
        "rate": rule.rate,
        "multiple": rule.multiple,
        "of": rule.of,
        "rate_day": rule.rate_day,
        "formed_from": rule.formed_from,
        "formed_to": rule.formed_to,
        "charged_from": rule.charged_from,
        "charged_to": rule.charged_to,
        "counts": list(rule.counts),
        "facts": list(rule.fact_ids),
        "stale": _any_stale(rule.fact_ids, listed),
    }


def _product(product: Product, notes: ProductNotes, listed: Listed) -> Shape:
    facts = product.facts or {}
    values = {"creditor": product.creditor, **product.defaults}
    return {
        "id": product.id,
        "names": dict(product.names),
        "rate_top": product.rate_top,
        "rate_range": list(product.rate_range) if product.rate_range else None,
        "late_fee_range": [_late_fee(fee) for fee in product.late_fee_range]
        if product.late_fee_range
        else None,
        "owing": product.owing,
        "bought_on": product.bought_on,
        "terms": [
            {
                "key": key,
                "value": value,
                "source": facts[key].source if key in facts else None,
                "seen_on": facts[key].seen_on if key in facts else None,
                "confidence": facts[key].confidence if key in facts else None,
            }
            for key, value in values.items()
        ],
        "remarks": [dict(remark) for remark in notes.remarks],
        "disputed": {
            key: [{"says": dict(claim.says), "source": claim.source} for claim in claims]
            for key, claims in notes.disputed.items()
        },
        "entries": [_entry(one, listed) for one in notes.entries],
    }


def _late_fee(fee: LateFee) -> Shape:
    return {"share": decimal_of(fee.share), "min_fen": fee.min_fen, "max_fen": fee.max_fen}


def _helpline(line: Helpline, listed: Listed) -> Shape:
    return {
        "id": line.id,
        "kind": line.kind,
        "number": line.number,
        "names": dict(line.names),
        "hours": dict(line.hours),
        "purpose": dict(line.purpose),
        "limits": dict(line.limits),
        "source": _source(line.source),
        "checked_on": line.checked_on,
        "confidence": line.confidence,
        "stale": line.stale(listed.today),
    }


def _entry(entry: AppEntry, listed: Listed) -> Shape:
    return {
        "use": entry.use,
        "path": dict(entry.path),
        "visible": entry.visible,
        "note": dict(entry.note),
        "source": entry.source,
        "seen_on": entry.seen_on,
        "confidence": entry.confidence,
        "stale": entry.stale(listed.today),
    }


def _channel(channel: Channel, listed: Listed) -> Shape:
    line = listed.pack.helplines[channel.helpline] if channel.helpline else None
    return {
        "id": channel.id,
        "names": dict(channel.names),
        "purpose": dict(channel.purpose),
        "matters": list(channel.matters),
        "after": channel.after,
        "number": line.number if line else None,
        "answer_days": [listed.pack.facts[one].value for one in channel.answer],
        "facts": list(channel.fact_ids),
        **_evidence(channel.evidence),
        "stale": channel.stale(listed.today) or _any_stale(channel.fact_ids, listed),
    }


def _negative(claim: NegativeFact, listed: Listed) -> Shape:
    return {
        "id": claim.id,
        "claim": dict(claim.claim),
        "truth": dict(claim.truth),
        "facts": list(claim.facts),
        **_evidence(claim.evidence),
        "stale": claim.stale(listed.today) or _any_stale(claim.facts, listed),
    }


def _own(own: Own, listed: Listed) -> Shape:
    doubt = doubt_of(own, listed.pack)
    return {
        "about": own.about,
        "rate": None if own.rate_per_year is None else own_decimal(own.rate_per_year),
        "amount_fen": own.amount_fen,
        "text": own.text or None,
        "from": own.since,
        "seen_on": own.seen_on,
        "note": own.note or None,
        "doubt": doubt.code if doubt else None,
    }


def _evidence(one: Evidence) -> Shape:
    return {
        "source": _source(one.source),
        "seen_on": one.seen_on,
        "confidence": one.confidence,
        "review_by": one.review_by,
    }


def _any_stale(ids: Iterable[str], listed: Listed) -> bool:
    """Return whether a fact that an entry rests on must be looked at again."""
    return any(listed.pack.facts[one].stale(listed.today) for one in ids)

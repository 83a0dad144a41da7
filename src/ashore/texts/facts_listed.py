"""What `ashore facts` says: rules, typical terms and help lines with where they were read, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

FACTS_LISTED: Final[Mapping[str, str]] = {
    "facts-title": _n("What Ashore relies on · {name}, pack of {version}"),
    "facts-summary": _n(
        "Rules and numbers: {facts_count}. Products: {products_count}. Help lines: {lines_count}. "
        "To be looked at again: {stale_count}."
    ),
    "facts-contract": _n("Your own contract always counts before anything that stands here."),
    "facts-search": _n(
        "Nothing here has these words. All of it is shown by: ashore facts --jurisdiction {jurisdiction}"
    ),
    "facts-stale-some": _n("These need to be looked at again before anyone relies on them: {stale_count}."),
    "facts-stale-none": _n("Nothing needs to be looked at again on {day}."),
    "facts-check-clean": _n("No fault was found in the packs for: {known}."),
    "facts-check-faults": _n("Faults: {faults_count}. They must be mended before a release."),
    "facts-check-pack": _n("Pack {jurisdiction}"),
    # Headings
    "facts-head-rules": _n("Rules and numbers"),
    "facts-head-ceilings": _n("What a year may cost in all, by lender"),
    "facts-head-products": _n("Products, with their usual terms"),
    "facts-head-lines": _n("Help lines"),
    # Values
    "facts-value-multiple": _n("{value} times"),
    "facts-value-per-year": _n("{value_percent} a year"),
    "facts-value-per-day": _n("{value_percent} a day"),
    "facts-value-hours": _n("hours: {value}"),
    "facts-step": _n("{step} since {since}"),
    "facts-last-seen": _n("no later value known than that of {last_seen}"),
    # When a rule holds, and where it was read
    "facts-from": _n("in force from {first}"),
    "facts-to": _n("in force until {last}"),
    "facts-from-to": _n("in force from {first} until {last}"),
    "facts-seen": _n("seen {seen}"),
    "facts-checked": _n("checked {seen}, nobody has dialled it"),
    "facts-review": _n("look again by {review_by}"),
    "facts-review-due": _n("needs checking: was to be looked at again by {review_by}"),
    "facts-line-due": _n("needs checking: last checked more than 90 days ago"),
    "facts-confidence-official": _n("official text"),
    "facts-confidence-mirrored": _n("copy of the official text"),
    "facts-confidence-secondary": _n("press, law firms and the like"),
    "facts-confidence-weak": _n("weak pages"),
    # Products
    "facts-disputed": _n("Sources disagree about {key}: {claims}"),
    "facts-yes": _n("yes"),
    "facts-no": _n("no"),
    # Ceilings
    "facts-ceiling-multiple": _n("{name} × {multiple}"),
    "facts-ceiling-suit": _n("the rate of the day a suit is filed counts"),
    "facts-ceiling-contract": _n("the rate of the day of the contract counts"),
    "facts-ceiling-formed-from": _n("contracts made from {first}"),
    "facts-ceiling-formed-to": _n("contracts made until {last}"),
    "facts-ceiling-formed-from-to": _n("contracts made from {first} until {last}"),
    "facts-ceiling-charged-from": _n("what is charged from {first}"),
    "facts-ceiling-charged-to": _n("what was charged until {last}"),
    "facts-ceiling-charged-from-to": _n("what was charged from {first} until {last}"),
    "facts-ceiling-counts": _n("added up: {parts}"),
    "facts-ceiling-rests": _n("rests on: {facts}"),
    "facts-effect-void-above": _n("a court does not uphold more"),
    "facts-effect-court-may-cut": _n("a court may cut what is above, where the borrower asks for it"),
    "facts-effect-regulator": _n("the regulator allows no more"),
    "facts-effect-guidance": _n("the regulator is reported to have asked for no more; no text is public"),
    "facts-lender-bank": _n("banks"),
    "facts-lender-consumer-finance": _n("consumer-finance companies"),
    "facts-lender-micro-lender": _n("micro-loan companies"),
    "facts-lender-amc": _n("asset management companies"),
    "facts-lender-private": _n("private lenders"),
    "facts-lender-friend": _n("friends and relatives"),
    "facts-part-interest": _n("interest"),
    "facts-part-penalty": _n("penalty interest"),
    "facts-part-compound": _n("compound interest"),
    "facts-part-damages": _n("damages"),
    "facts-part-fees": _n("fees"),
    "facts-value-per-month": _n("{value_percent} a month"),
    "facts-range": _n("{key}: from “{low}” to “{high}” was seen. Your contract says which."),
    "facts-range-rate": _n(
        "{key}: from {low} to {high} was seen (a day taken 360 times, a month 12 times). Your contract says which."
    ),
}

"""What is said about packs: faults for whoever writes one, and facts that are too old to use."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

PACKS: Final[Mapping[str, str]] = {
    "pack-unknown": _n("There is no pack for {jurisdiction}. There are packs for: {known}."),
    "product-not-in-pack": _n("No pack has a product {product}."),
    "pack-file-unreadable": _n("{file} cannot be read: {detail}."),
    "pack-field-missing": _n("{file}: {field} is missing."),
    "pack-field-wrong": _n("{file}: {field} is of the wrong kind; it should be: {expected}."),
    "pack-text-missing": _n("{file}: {field} is missing; every text is given in both languages (zh, en)."),
    "pack-word-unknown": _n("{file}: {field} is “{read}”; it must be one of: {allowed}."),
    "pack-id-wrong": _n("{file}: {field} is “{read}”; where the file lies, it must be {expected}."),
    "pack-default-unsourced": _n("{file}: the default {key} has no source."),
    "pack-source-unused": _n("{file}: there is a source for {key}, but no default of that name."),
    "pack-default-unknown": _n("{file}: a debt has no key {key}."),
    "pack-default-wrong": _n("{file}: a household file with the default {key} would not be read ({reason})."),
    "pack-range-reversed": _n("{file}: the lowest rate is above the highest."),
    "pack-rate-not-top": _n(
        "{file}: the default rate is {read}, the top of the range {top}; the two must be the same."
    ),
    "pack-days-reversed": _n("{file}: {field}: {last} comes before {first}."),
    "pack-steps-unsorted": _n(
        "{file}: {field} must run forward in time and end by the day it was last seen."
    ),
    "pack-day-after-version": _n("{file}: {field} is {day}, later than the pack's version, {version}."),
    "pack-fact-twice": _n("{file}: the fact {field} is in {other} as well."),
    "pack-fact-unknown": _n("{file}: {field} rests on {fact}, which stands in no rule file."),
    "pack-fact-unfit": _n("{file}: {field} needs a number of the unit {unit}; {fact} is none."),
    "pack-name-unknown": _n("{file}: {field} names {read}, which is not there, or not before it."),
    "pack-review-due": _n("{fact} should have been looked at again by {review_by}."),
    "pack-helpline-old": _n("{number} was last checked on {checked_on}, more than 90 days ago."),
    "fact-needs-checking": _n(
        "{fact} should have been looked at again by {review_by}. It is not used until somebody has."
    ),
    "fact-not-in-force": _n("{fact} does not hold on {day}."),
    "value-not-checked-since": _n("The value for {day} is not known: it was last looked at on {last_seen}."),
    "value-not-known-before": _n("The value for {day} is not known: the record begins on {first}."),
    "pack-support-old": _n("{support} was last checked on {checked_on}, more than 90 days ago."),
    "pack-screener-bands": _n("{file}: {field} must hold each sum from 0 to {top_count} once, in order."),
    "pack-screener-outside": _n("{file}: {field} is outside what there is (up to {top_count})."),
    "pack-word-unsourced": _n(
        "{file}: {field} says what a law or a lender means and names no fact and no source."
    ),
    "pack-form-twice": _n("{file}: {field}: “{read}” is explained under {other} as well."),
    "pack-line-wrong": _n(
        "{file}, line {field}: “{read}” is not a feature and a weight with a tab between, or stands there twice."
    ),
}

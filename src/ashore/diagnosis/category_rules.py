"""The table that says what payments were for: categories with their need, rules, and how a rule fits a payment.

A pack holds the table; what it makes of a ledger is in `categories`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from typing import Final, Literal, get_args
from unicodedata import normalize

from ashore.household.transactions import Credit, Nature, Transaction, TransactionKind
from ashore.rules.source import Bilingual

Need = Literal["essential", "discretionary", "either"]
"""Whether a household can do without it; `either`: only the person can say."""
NEEDS: Final[tuple[Need, ...]] = get_args(Need)

SHOP_CATEGORIES: Final = ("stock", "shop-rent", "shop-wages", "shop-costs")
"""Codes of what a shop spends; the others are for the home."""
CATEGORIES: Final = (
    "housing", "utilities", "phone", "food", "eating-out", "daily-goods", "transport", "rides", "car", "medical",
    "insurance", "education", "children", "family", "clothing", "beauty", "electronics", "home-goods", "leisure",
    "games", "travel", "sport", "pets", "gifts", "charity", "lottery", "tax", "services", "fees", "other",
    *SHOP_CATEGORIES,
)  # fmt: skip
"""Every code a payment can carry.  A pack gives each its names and its need."""
FEES: Final = "fees"
"""What apps and banks take for moving one's own money."""
UNKNOWN: Final = ""
DEBT: Final = "debt"
"""What a person says of payments that repaid a debt, or that a debt brought: they are in no category."""


@dataclass(frozen=True, slots=True)
class Category:
    """A code with its names and whether a household can do without it."""

    code: str
    names: Bilingual
    need: Need


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the table: all that it names must hold, and of each list any one word.

    `words` stand in the counterparty or the text, `without` in neither; `said` is what the app itself calls the
    payment.  `fen_min` and `fen_max` count, so do `since` and `until` (past midnight where the second is earlier).
    `category` may be empty: the rule then only says whose money it is.  `trader`: only for who has a business.
    """

    id: str
    category: str = UNKNOWN
    business: bool | None = None
    words: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    kinds: tuple[TransactionKind, ...] = ()
    natures: tuple[Nature, ...] = ()
    credits: tuple[Credit, ...] = ()
    methods: tuple[str, ...] = ()
    fen_min: int | None = None
    fen_max: int | None = None
    since: time | None = None
    until: time | None = None
    trader: bool = False


@dataclass(frozen=True, slots=True)
class Rules:
    """A table: its categories by code, and its rules, the first that fits decides.

    `debt_signs` are the words of lending: beside the name of a household's debt they say that a payment was on it.
    `festivals` are the days of one that moves from year to year and takes much of a month's money.
    """

    categories: Mapping[str, Category]
    rules: tuple[Rule, ...]
    debt_signs: tuple[str, ...] = ()
    festivals: tuple[date, ...] = ()

    @property
    def needs(self) -> Mapping[str, Need]:
        """Return whether a household can do without it, by code."""
        return {code: one.need for code, one in self.categories.items()}


@dataclass(frozen=True, slots=True)
class Index:
    """Rules in their order, found by the characters of a text or by what the app says: few are tried on a row."""

    rules: tuple[Rule, ...]
    by_start: Mapping[str, tuple[int, ...]]
    by_said: Mapping[str, tuple[int, ...]]
    always: tuple[int, ...]

    def first(self, row: Transaction) -> Rule | None:
        """Return the first rule that fits a payment, None where none does."""
        places = {*self.always, *self.by_said.get(row.said_category, ())}
        for char in set(searched(row.counterparty, row.text)):
            places.update(self.by_start.get(char, ()))
        return next((self.rules[place] for place in sorted(places) if fits(self.rules[place], row)), None)


def index_of(rules: Sequence[Rule]) -> Index:
    """Return the index of some rules: by the first characters of their words, else by what the app says; the others."""
    by_start: dict[str, tuple[int, ...]] = {}
    by_said: dict[str, tuple[int, ...]] = {}
    for place, rule in enumerate(rules):
        for char in {word[0] for word in rule.words}:
            by_start[char] = (*by_start.get(char, ()), place)
        for said in rule.said if not rule.words else ():
            by_said[said] = (*by_said.get(said, ()), place)
    always = tuple(place for place, rule in enumerate(rules) if not rule.words and not rule.said)
    return Index(tuple(rules), by_start, by_said, always)


def fits(rule: Rule, row: Transaction) -> bool:
    """Return whether all that a rule names holds for a payment."""
    plain_lists = (
        (rule.said, row.said_category),
        (rule.kinds, row.kind),
        (rule.natures, row.nature),
        (rule.credits, row.credit),
    )
    if any(allowed and value not in allowed for allowed, value in plain_lists):
        return False
    if rule.fen_min is not None and row.amount_fen < rule.fen_min:
        return False
    if rule.fen_max is not None and row.amount_fen > rule.fen_max:
        return False
    if not _in_time(rule, row.at):
        return False
    if rule.methods and not _any(rule.methods, plain(row.method)):
        return False
    text = searched(row.counterparty, row.text)
    return (not rule.words or _any(rule.words, text)) and not _any(rule.without, text)


def _in_time(rule: Rule, at: time | None) -> bool:
    """Return whether a payment's time of day is in the rule's; one without a time is in none."""
    if rule.since is None or rule.until is None:
        return True
    if at is None:
        return False
    if rule.since <= rule.until:
        return rule.since <= at <= rule.until
    return at >= rule.since or at <= rule.until


def _any(words: Sequence[str], text: str) -> bool:
    for word in words:  # noqa: SIM110 - half the time of `any` over a generator, on every row of a long ledger
        if holds(word, text):
            return True
    return False


def holds(word: str, text: str) -> bool:
    """Return whether a plain text holds a plain word; one of letters and figures only as a whole word."""
    if word not in text:
        return False
    return not word.isascii() or bool(_whole(word).search(text))


@lru_cache(maxsize=1 << 12)
def _whole(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])")


@lru_cache(maxsize=1 << 14)
def plain(text: str) -> str:
    """Return a text as it is compared: one width, one case, single spaces."""
    return " ".join(normalize("NFKC", text).casefold().split())


def searched(counterparty: str, text: str) -> str:
    """Return whom the money went to and what for, as plain text in which words are looked for."""
    return f"{plain(counterparty)} {plain(text)}"

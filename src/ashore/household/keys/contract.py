"""The keys of a debt's contract and of what happened on it, and the small tables inside them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from ashore.household.file.log import At
from ashore.household.file.plain import items_of, shown
from ashore.household.keys.kinds import Flag, Many, Schema, Text, Word
from ashore.household.keys.rates import RateKind, Share
from ashore.household.keys.scalars import Amount, Day, Whole
from ashore.household.keys.tables import Key, Present, Table, Values, build
from ashore.household.model import Deadline
from ashore.loans.terms import (
    PARTS,
    Arrears,
    Bucket,
    DatedRate,
    Grace,
    Instalment,
    LateFee,
    Minimum,
    Prepayment,
    fixed_late_fee,
)

METHODS: Final = Word(
    (
        "level-payment",
        "equal-principal",
        "interest-only",
        "bullet",
        "daily",
        "revolving",
        "flat-fee",
        "schedule",
    ),
    {
        "等额本息": "level-payment",
        "等额本金": "equal-principal",
        "先息后本": "interest-only",
        "到期一次还本付息": "bullet",
        "按日计息(随借随还)": "daily",
        "随借随还": "daily",
        "最低还款(循环)": "revolving",
        "最低还款": "revolving",
        "分期手续费": "flat-fee",
        "还款计划表": "schedule",
    },
)
BUCKETS: Final = tuple(f"{when}:{part}" for when in ("past-due", "due") for part in PARTS)


@dataclass(slots=True, eq=False, repr=False)
class BucketKind:
    """One bucket of an order of payments: "past-due:fee"."""

    def read(self, raw: object, at: At) -> Bucket | None:
        """Return the bucket as (when, part)."""
        word = Word(BUCKETS).read(raw, at)
        return None if word is None else _bucket(word)

    def write(self, value: object) -> object:
        """Return the bucket's word."""
        return ":".join(str(part) for part in items_of(value))

    def schema(self) -> Schema:
        """Return: an enumeration."""
        return {"enum": list(BUCKETS)}


def _bucket(word: str) -> Bucket:
    when, part = word.split(":")
    return ("past-due" if when == "past-due" else "due", next(own for own in PARTS if own == part))


@dataclass(slots=True, eq=False, repr=False)
class Liable:
    """Who answers for a debt: "self", "spouse" or "guarantor:NAME"."""

    def read(self, raw: object, at: At) -> str | None:
        """Return the word as written; a guarantor has a name."""
        if isinstance(raw, str) and (raw in ("self", "spouse") or re.fullmatch(r"guarantor:\S.*", raw)):
            return raw
        return at.stop("word-wrong", read=shown(raw), words=("self", "spouse", "guarantor:NAME"))

    def write(self, value: object) -> object:
        """Return the word."""
        return value

    def schema(self) -> Schema:
        """Return: a pattern."""
        examples = ["self", "spouse", "guarantor:NAME"]
        return {"type": "string", "pattern": r"^(self|spouse|guarantor:\S.*)$", "examples": examples}


@dataclass(slots=True, eq=False, repr=False)
class Switch:
    """The order of payments that holds once a debt is more than so many days past due."""

    days: int
    order: tuple[Bucket, ...]


@dataclass(slots=True, eq=False, repr=False)
class TypedArrears:
    """Arrears as typed: `total_fen` without the parts means that the split is not known."""

    since: date
    total_fen: int | None = None
    principal_fen: int | None = None
    interest_fen: int | None = None
    penalty_fen: int | None = None
    compound_fen: int | None = None
    damages_fen: int | None = None
    fees_fen: int | None = None

    @property
    def parts(self) -> dict[str, int]:
        """Return the typed parts by field."""
        found = {name: getattr(self, name) for name in PART_FIELDS}
        return {name: fen for name, fen in found.items() if fen is not None}

    @property
    def arrears(self) -> Arrears:
        """Return the arrears; parts that were not typed are 0."""
        return build(Arrears, {"since": self.since, **self.parts})


PART_FIELDS: Final = (
    "principal_fen",
    "interest_fen",
    "penalty_fen",
    "compound_fen",
    "damages_fen",
    "fees_fen",
)


def check_arrears(values: Values, typed: Present, at: At) -> None:
    """Report a typed total that is not the sum of the typed parts."""
    total = values.get("total_fen")
    parts = [fen for name in PART_FIELDS if isinstance(fen := values.get(name), int)]
    readable = len(parts) == len(typed.intersection(PART_FIELDS))
    if isinstance(total, int) and parts and readable and sum(parts) != total:
        at.key("total").note("arrears-total-not-sum", total_fen=total, sum_fen=sum(parts))


ARREARS: Final = Table(
    (
        Key("since", Day(), required=True),
        Key("total", Amount(), "total_fen"),
        *(Key(name.removesuffix("_fen"), Amount(), name) for name in PART_FIELDS),
    ),
    TypedArrears,
    check=check_arrears,
)
GRACE: Final = Table(
    (Key("days", Whole(0, 90), required=True), Key("effect", Word(("waive", "postpone")), required=True)),
    Grace,
)


def _late_fee(
    *,
    share: Fraction = Fraction(0),
    fixed_fen: int | None = None,
    min_fen: int = 0,
    max_fen: int | None = None,
    of: str = "",
) -> LateFee:
    return LateFee(share, min_fen, max_fen) if fixed_fen is None else fixed_late_fee(fixed_fen)


def _unless_fixed(name: str) -> Callable[[object], object]:
    """Return what writes a field of damages that follow what is unpaid; nothing of a fixed sum."""

    def get(fee: object) -> object:
        assert isinstance(fee, LateFee)
        return getattr(fee, name) if fee.fixed_fen is None else None

    return get


def check_late_fee(values: Values, typed: Present, at: At) -> None:
    """Report damages that are neither a share of what is unpaid nor a fixed sum, or both."""
    if ("share" in typed) == ("fixed_fen" in typed):
        at.stop("late-fee-two-ways" if "share" in typed else "late-fee-without-sum")


LATE_FEE: Final = Table(
    (
        Key("percent", Share(), "share", get=_unless_fixed("share")),
        Key("amount", Amount(), "fixed_fen"),
        Key("of", Word(("unpaid-minimum",)), get=lambda fee: None),
        Key("min", Amount(), "min_fen", get=_unless_fixed("min_fen")),
        Key("max", Amount(), "max_fen", get=_unless_fixed("max_fen")),
    ),
    _late_fee,
    check=check_late_fee,
)
MINIMUM: Final = Table(
    (
        Key("percent", Share(), "share", required=True),
        Key("of", Word(("statement", "before-interest")), "base"),
        Key("floor", Amount(), "floor_fen"),
    ),
    Minimum,
)
PREPAYMENT: Final = Table(
    (
        Key("allowed", Flag()),
        Key("fee", Share()),
        Key("effect", Word(("shorten", "lower"))),
        Key("lock_until", Day()),
        Key("minimum", Amount(), "minimum_fen"),
        Key("remaining_fees", Word(("waived", "due"))),
    ),
    Prepayment,
)
INSTALMENT: Final = Table(
    (
        Key("due", Day(), required=True),
        Key("principal", Amount(), "principal_fen", required=True),
        Key("interest", Amount(), "interest_fen", required=True),
        Key("fee", Amount(), "fee_fen"),
    ),
    Instalment,
)
DATED_RATE: Final = Table(
    (Key("rate", RateKind(), required=True), Key("from", Day(), "since", required=True)), DatedRate
)
PROMO: Final = Table((Key("rate", RateKind(), required=True), Key("until", Day(), required=True)), DatedRate)
SWITCH: Final = Table(
    (Key("days", Whole(0, 3650), required=True), Key("order", Many(BucketKind()), required=True)), Switch
)
DEADLINE: Final = Table(
    (Key("on", Day(), required=True), Key("what", Text(filled=True), required=True), Key("verified", Text())),
    Deadline,
)

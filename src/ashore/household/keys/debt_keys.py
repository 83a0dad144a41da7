"""The keys of a `[[debt]]`: who and what, the contract, how it stands."""

from typing import Final

from ashore.household.keys.agreements import CONCESSION, EVENT
from ashore.household.keys.contract import (
    ARREARS,
    DATED_RATE,
    DEADLINE,
    GRACE,
    INSTALMENT,
    LATE_FEE,
    METHODS,
    MINIMUM,
    PREPAYMENT,
    PROMO,
    SWITCH,
    BucketKind,
    Liable,
)
from ashore.household.keys.debt_writing import (
    allocation_after_of,
    arrears_of,
    dated_rates_of,
    promo_of,
    typed_sources_of,
)
from ashore.household.keys.disclosed import DISCLOSURE
from ashore.household.keys.kinds import Flag, Labels, Many, Text, Word
from ashore.household.keys.rates import PenaltyKind, RateKind, Share
from ashore.household.keys.scalars import Amount, Day, Whole
from ashore.household.keys.tables import Entries, Key

STAGES: Final = (
    "current", "overdue", "outsourced", "assigned", "mediation", "payment-order", "sued", "judgment", "enforcement",
)  # fmt: skip
PRIORITIES: Final = ("home", "utilities", "court", "guarantor", "credit-record", "family", "none")
LENDER_KINDS: Final = ("bank", "consumer-finance", "micro-lender", "amc", "private", "friend")
PERIODS_MAX: Final = 600
IDENTITY: Final = (
    Key("id", Text(filled=True), required=True),
    Key("name", Text(filled=True)),
    Key("creditor", Text(filled=True)),
    Key("product", Text(filled=True)),
    Key("business", Flag()),
    Key("start", Day()),
    Key("balance", Amount(), "balance_fen", required=True),
)
CONTRACT: Final = (
    Key("method", METHODS, "terms.method"),
    Key("rate", RateKind(), "terms.rate"),
    Key("accrual", Word(("monthly", "daily")), "terms.accrual"),
    Key("day_count", Word(("act/360", "act/365", "act/act", "30/360", "30E/360")), "terms.day_count"),
    Key("rounding", Word(("half-up", "down", "up")), "terms.rounding"),
    Key("periods_left", Whole(0, PERIODS_MAX)),  # 0: every instalment has fallen due
    Key("due_day", Whole(1, 31), "terms.due_day"),
    Key("payment", Amount(), "terms.payment_fen"),
    Key("shift", Word(("none", "next-working-day")), "terms.shift"),
    Key("statement_day", Whole(1, 31), only=("revolving",)),
    Key("penalty", PenaltyKind(), "terms.penalty"),
    Key("compound", Flag(), "terms.compound"),
    Key("grace", GRACE, "terms.grace"),
    Key("late_fee", LATE_FEE, "terms.late_fee"),
    Key("fee_per_period", Share(), "terms.fee_per_period", only=("flat-fee",)),
    Key("original", Amount(), "terms.original_fen"),
    Key("schedule", Entries(INSTALMENT), "terms.schedule", only=("schedule",)),
    Key("rates", Entries(DATED_RATE), get=dated_rates_of),
    Key("promo", PROMO, get=promo_of),
    Key("minimum", MINIMUM, "terms.minimum", only=("revolving",)),
    Key("cash_rate", RateKind(), "terms.cash_rate", only=("revolving",)),
    Key("allocation", Many(BucketKind()), "terms.allocation"),
    Key("allocation_after", SWITCH, get=allocation_after_of),
    Key("prepayment", PREPAYMENT, "terms.prepayment"),
)
STANDING: Final = (
    Key("arrears", ARREARS, get=arrears_of),
    Key("priority", Word(PRIORITIES)),
    Key("stage", Word(STAGES)),
    Key("lender_kind", Word(LENDER_KINDS)),
    Key("line", Text(filled=True)),
    Key("liable", Many(Liable())),
    Key("secured_by", Word(("none", "home", "car", "second-charge"))),
    Key("deadline", DEADLINE),
    Key("last_demand", Day()),
    Key("last_payment", Day()),
    Key("disclosure", DISCLOSURE),
    Key("source", Labels(), "sources", get=typed_sources_of),
    Key("event", Entries(EVENT), "events"),
    Key("concession", Entries(CONCESSION), "concessions"),
)
DEBT_KEYS: Final = (*IDENTITY, *CONTRACT, *STANDING)
SILENT: Final = (
    "penalty",
    "compound",
    "day_count",
    "late_fee",
    "start",
    "prepayment",
    "priority",
    "due_day",
    "rate",
)

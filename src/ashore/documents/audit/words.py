"""How a reading, a figure and a sum are said: messages from the values of an audit."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from ashore.errors import Fact, Message
from ashore.loans.audit.journal import Entry
from ashore.loans.audit.readings import Reading
from ashore.loans.audit.recomputed import Basis
from ashore.loans.audit.stated import ALL, Claim
from ashore.loans.parts import COMPOUND, DAMAGES, FEES, INTEREST, PENALTY, PRINCIPAL
from ashore.loans.terms import DayCount
from ashore.texts.facts import as_rate

FIXED: Final[Mapping[tuple[str, str], Message]] = {
    ("day_count", "act/365"): Message("audit-reads-365"),
    ("day_count", "act/360"): Message("audit-reads-360"),
    ("day_count", "30E/360"): Message("audit-reads-30e"),
    ("accrual", "daily"): Message("audit-reads-daily"),
    ("accrual", "monthly"): Message("audit-reads-monthly"),
    ("method", "level-payment"): Message("audit-reads-level"),
    ("method", "equal-principal"): Message("audit-reads-equal"),
    ("rounding", "down"): Message("audit-reads-down"),
    ("rounding", "up"): Message("audit-reads-up"),
    ("compound", "true"): Message("audit-reads-compound"),
    ("compound", "false"): Message("audit-reads-simple"),
    ("grace", "none"): Message("audit-reads-no-grace"),
    ("late_fee", "none"): Message("audit-reads-no-late-fee"),
    ("late_fee", "no-minimum"): Message("audit-reads-no-minimum"),
    ("allocation", "oldest-first"): Message("audit-reads-oldest-first"),
    ("allocation", "principal-first"): Message("audit-reads-principal-first"),
    ("allocation", "interest-first"): Message("audit-reads-interest-first"),
    ("penalty-days", "both-ends"): Message("audit-reads-both-ends"),
}
DATED: Final[Mapping[str, str]] = {"statement-day": "audit-reads-told", "start": "audit-reads-start"}
QUOTED: Final[Mapping[str, str]] = {
    "day": "audit-reads-rate-day",
    "month": "audit-reads-rate-month",
    "year": "audit-reads-rate-year",
}
DAYS_OF_YEAR: Final[Mapping[DayCount, str]] = {
    "act/360": "360",
    "30/360": "360",
    "30E/360": "360",
    "act/365": "365",
    "act/act": "365",
}


def reading_message(reading: Reading) -> Message:
    """Return what a reading says, as "if …, these figures come out to the fen"."""
    fixed = FIXED.get((reading.key, reading.value))
    if fixed:
        return fixed
    if reading.key == "penalty":
        return Message("audit-reads-penalty", {"times": reading.value.removeprefix("x")})
    if reading.key == "grace":
        return Message("audit-reads-grace", {"grace_ndays": int(reading.value)})
    if reading.key in DATED:
        return Message(DATED[reading.key], {"day": date.fromisoformat(reading.value)})
    if reading.key == "payment":
        return Message("audit-reads-payment", {"amount": reading.value})
    percent, _, period = reading.value.partition("/")
    return Message(QUOTED[period], {"percent": percent})


def claim_message(claim: Claim) -> Message:
    """Return what a stated figure is about: "interest due", "penalty interest", "principal left"."""
    if claim.kind in {"left", "owed"}:
        return Message("audit-what-left" if claim.kind == "left" else "audit-what-owed")
    if claim.parts == ALL:
        return Message("audit-what-total")
    codes: dict[tuple[int, ...], str] = {
        (PRINCIPAL,): "audit-what-principal", (INTEREST,): "audit-what-interest", (PENALTY,): "audit-what-penalty",
        (PENALTY, COMPOUND): "audit-what-late", (COMPOUND,): "audit-what-compound", (DAMAGES,): "audit-what-damages",
        (FEES,): "audit-what-fees", (FEES, DAMAGES): "audit-what-fees",
    }  # fmt: skip
    paid: dict[tuple[int, ...], str] = {
        (PRINCIPAL,): "audit-what-paid-principal", (INTEREST,): "audit-what-paid-interest",
        (PENALTY, COMPOUND): "audit-what-paid-late", (FEES, DAMAGES): "audit-what-paid-fees",
    }  # fmt: skip
    return Message((paid if claim.kind == "paid" else codes)[claim.parts])


def workings(entries: tuple[Entry, ...], basis: Basis) -> Iterator[Message]:
    """Yield how our figure was computed, span by span: sum, days, rate, result."""
    for entry in entries:
        if entry.kind == "interest":
            yield _interest(entry, basis)
        elif entry.kind == "penalty":
            yield _penalty(entry)
        elif entry.kind == "damages" and entry.due:
            yield Message("audit-work-damages", {"due": entry.due, "damages_fen": entry.parts[DAMAGES]})
        elif entry.kind == "paid":
            yield _paid(entry)


def _interest(entry: Entry, basis: Basis) -> Message:
    since = entry.since or entry.on
    facts: dict[str, Fact] = {
        "since": since, "until": entry.on, "span_ndays": (entry.on - since).days, "sum_fen": entry.principal_fen,
        "yearly_rate": as_rate(entry.rate), "interest_fen": entry.parts[INTEREST],
    }  # fmt: skip
    if basis.terms.accrual == "monthly":
        return Message("audit-work-month", facts)
    return Message("audit-work-interest", {**facts, "year": DAYS_OF_YEAR[basis.terms.day_count]})


def _penalty(entry: Entry) -> Message:
    since = entry.since or entry.on
    facts: dict[str, Fact] = {
        "due": entry.due, "since": since, "until": entry.on, "span_ndays": (entry.on - since).days,
        "sum_fen": entry.principal_fen + entry.interest_fen, "daily": _percent(entry.rate),
        "penalty_fen": entry.parts[PENALTY] + entry.parts[COMPOUND],
    }  # fmt: skip
    return Message("audit-work-penalty-compound" if entry.interest_fen else "audit-work-penalty", facts)


def _paid(entry: Entry) -> Message:
    facts: dict[str, Fact] = {
        "on": entry.on, "paid_fen": sum(entry.parts), "fees_fen": entry.parts[FEES] + entry.parts[DAMAGES],
        "late_fen": entry.parts[PENALTY] + entry.parts[COMPOUND], "interest_fen": entry.parts[INTEREST],
        "principal_fen": entry.parts[PRINCIPAL],
    }  # fmt: skip
    return Message("audit-work-paid", facts)


def _percent(rate: Fraction) -> str:
    """Return a daily rate as a percentage to six places: `0.0675%`."""
    value = (
        (Decimal(rate.numerator) / Decimal(rate.denominator) * 100).quantize(Decimal("0.000001")).normalize()
    )
    return f"{value:f}%"

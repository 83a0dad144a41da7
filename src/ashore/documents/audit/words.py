"""How a reading, a figure and a sum are said: messages from the values of an audit."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from ashore.errors import Fact, Message
from ashore.loans.audit.journal import Entry
from ashore.loans.audit.reading import Reading
from ashore.loans.audit.recomputed import Basis
from ashore.loans.audit.stated import ALL, Claim
from ashore.loans.parts import COMPOUND, DAMAGES, FEES, INTEREST, PENALTY, PRINCIPAL
from ashore.loans.terms import DayCount
from ashore.money import decimal_of
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
    ("card-interest", "unpaid"): Message("audit-reads-card-unpaid"),
    ("card-interest", "from-due"): Message("audit-reads-card-from-due"),
    ("card-interest", "interest-free"): Message("audit-reads-card-simple"),
    ("card-cash", "as-bought"): Message("audit-reads-cash-as-bought"),
    ("card-cash", "paid-first"): Message("audit-reads-cash-first"),
    ("card-cash", "paid-last"): Message("audit-reads-cash-last"),
    ("minimum", "before-interest"): Message("audit-reads-minimum-before"),
    ("minimum", "statement"): Message("audit-reads-minimum-statement"),
    ("prepayment", "lower"): Message("audit-reads-lower"),
    ("prepayment", "shorten"): Message("audit-reads-shorten"),
    ("prepayment", "held"): Message("audit-reads-held"),
    ("prepayment", "interest-part"): Message("audit-reads-early-part"),
    ("prepayment", "interest-all"): Message("audit-reads-early-all"),
    ("settlement-late", "held"): Message("audit-reads-settled-late"),
    ("settlement", "void"): Message("audit-reads-settled-void"),
    ("settlement-frozen", "frozen"): Message("audit-reads-settled-frozen"),
    ("settlement-owed", "left"): Message("audit-reads-settled-owed"),
}
LATE_FEES: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "fixed": ("audit-reads-late-fee-fixed", ("amount",)),
    "least": ("audit-reads-late-fee-least", ("amount",)),
    "share": ("audit-reads-late-fee-share", ("percent",)),
    "share least": ("audit-reads-late-fee-both", ("percent", "amount")),
}
"""What a reading of damages is said with, by the words of its value: `fixed 20.00`, `share 5%, least 10.00`."""


def _late_fee(value: str) -> Message:
    words = value.replace(",", "").split()
    code, names = LATE_FEES[" ".join(words[::2])]
    return Message(code, dict(zip(names, words[1::2], strict=True)))


VALUED: Final[Mapping[str, Callable[[str], Message]]] = {
    "penalty": lambda value: Message("audit-reads-penalty", {"times": value.removeprefix("x")}),
    "prepayment": lambda value: Message("audit-reads-early-fee", {"percent": value.removeprefix("fee ")}),
    "minimum": lambda value: Message("audit-reads-minimum-share", {"percent": value}),
    "grace": lambda value: Message("audit-reads-grace", {"grace_ndays": int(value)}),
    "payment": lambda value: Message("audit-reads-payment", {"amount": value}),
    "cash_rate": lambda value: Message("audit-reads-cash-rate", {"percent": value.partition("/")[0]}),
    "late_fee": _late_fee,
    "statement-day": lambda value: Message("audit-reads-told", {"day": date.fromisoformat(value)}),
    "start": lambda value: Message("audit-reads-start", {"day": date.fromisoformat(value)}),
}
"""Readings that name a value of their own, by key."""
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


LOTS: Final[Mapping[str, str]] = {
    "lot": "audit-work-lot", "lots": "audit-work-lots", "cash-lot": "audit-work-cash-lot",
    "cash-lots": "audit-work-cash-lots",
}  # fmt: skip
"""What is said of the sums of a card that bore interest."""
WHOLE: Final = frozenset({"left", "owed", "closing", "minimum", "agreed"})
"""Kinds of figures that are about the debt as a whole and not about its parts."""


def reading_message(reading: Reading) -> Message:
    """Return what a reading says, as "if …, these figures come out to the fen"."""
    fixed = FIXED.get((reading.key, reading.value))
    if fixed:
        return fixed
    if reading.key in VALUED:
        return VALUED[reading.key](reading.value)
    percent, _, period = reading.value.partition("/")
    return Message(QUOTED[period], {"percent": percent})


def claim_message(claim: Claim) -> Message:
    """Return what a stated figure is about: "interest due", "penalty interest", "principal left"."""
    if claim.kind in WHOLE:
        return Message(f"audit-what-{claim.kind}")
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
        elif entry.kind in {"paid", "closing"}:
            yield _paid(entry)
        elif entry.kind in LOTS:
            yield _lot(entry)
        elif entry.kind == "agreed":
            yield Message("audit-work-agreed", {"by": entry.on, "sum_fen": entry.principal_fen})
        elif entry.kind == "unpaid":
            yield _unpaid(entry)


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


def _lot(entry: Entry) -> Message:
    """Return a sum that bore interest on a card, or all of them, as so much for one day."""
    if entry.since is None:
        facts: dict[str, Fact] = {"weight_fen": entry.principal_fen, "daily": _percent(entry.rate)}
        return Message(LOTS[entry.kind], {**facts, "interest_fen": entry.parts[INTEREST]})
    span = (entry.on - entry.since).days
    facts = {"since": entry.since, "until": entry.on, "sum_fen": entry.principal_fen, "span_ndays": span}
    return Message(LOTS[entry.kind], facts)


def _unpaid(entry: Entry) -> Message:
    """Return what of a minimum was not paid with the damages on it, a range where only typical terms are known."""
    facts: dict[str, Fact] = {
        "on": entry.on, "unpaid_fen": entry.principal_fen, "damages_fen": entry.parts[DAMAGES],
    }  # fmt: skip
    if entry.least_fen is None:
        return Message("audit-work-unpaid", facts)
    return Message("audit-work-unpaid-range", {**facts, "least_fen": entry.least_fen})


def _paid(entry: Entry) -> Message:
    facts: dict[str, Fact] = {
        "on": entry.on, "paid_fen": sum(entry.parts), "fees_fen": entry.parts[FEES] + entry.parts[DAMAGES],
        "late_fen": entry.parts[PENALTY] + entry.parts[COMPOUND], "interest_fen": entry.parts[INTEREST],
        "principal_fen": entry.parts[PRINCIPAL],
    }  # fmt: skip
    if entry.kind == "closing":
        code = "audit-work-closing-held" if entry.held_fen else "audit-work-closing"
        return Message(code, {**facts, "held_fen": entry.held_fen})
    return Message("audit-work-paid", facts)


def _percent(rate: Fraction) -> str:
    """Return a daily rate as a percentage to six places: `0.0675%`."""
    return f"{decimal_of(rate * 100, Decimal('0.000001')).normalize():f}%"

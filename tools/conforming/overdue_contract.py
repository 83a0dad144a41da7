"""A case's `terms` as the product's contract and opening, with the household file's words."""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal, get_args

from ashore.dates import DayCount, Shift, WorkingDays
from ashore.loans.opening import accrued_from, rebuild_arrears
from ashore.loans.terms import (
    PARTS,
    Accrual,
    Arrears,
    Bucket,
    DatedRate,
    Grace,
    Instalment,
    LateFee,
    Method,
    Minimum,
    Opening,
    Penalty,
    Prepayment,
    Terms,
)
from ashore.money import Rate, Rounding
from conforming.reading import At, BadCase, Table

METHODS: Final[tuple[Method, ...]] = get_args(Method)
ACCRUALS: Final[tuple[Accrual, ...]] = get_args(Accrual)
DAY_COUNTS: Final[tuple[DayCount, ...]] = get_args(DayCount)
ROUNDINGS: Final[tuple[Rounding, ...]] = get_args(Rounding)
SHIFTS: Final[tuple[Shift, ...]] = get_args(Shift)
GRACES: Final[tuple[Literal["waive", "postpone"], ...]] = ("waive", "postpone")
BASES: Final[tuple[Literal["statement", "before-interest"], ...]] = ("statement", "before-interest")
EFFECTS: Final[tuple[Literal["shorten", "lower"], ...]] = ("shorten", "lower")
REMAINING: Final[tuple[Literal["waived", "due"], ...]] = ("waived", "due")
BUCKETS: Final = tuple(f"{when}:{part}" for when in ("past-due", "due") for part in PARTS)
TIMES: Final = re.compile(r"x(\d{1,3}(?:\.\d{1,6})?)", re.ASCII)
KEYS: Final = frozenset({
    "method", "as_of", "balance", "rate", "due_day", "periods_left", "start", "payment", "accrual", "day_count",
    "rounding", "penalty", "compound", "grace", "late_fee", "fee_per_period", "original", "schedule", "rates", "promo",
    "minimum", "allocation", "allocation_after", "shift", "closed", "opened", "prepayment", "arrears",
})  # fmt: skip
FREE: Final = Rate(Decimal(0), "year")
PERIODS_MOST: Final = 1200
DAYS_MOST: Final = 3650


def terms_of(words: Table) -> Terms:
    """Return the contract.  Raises BadCase for what is missing or not of its shape."""
    method: Method = words["method"].word(METHODS)
    quoted = _rate(words)
    if method == "schedule":
        _ = words["schedule"]
    if method == "revolving":
        _ = words["minimum"]
    payment, original, after = words.get("payment"), words.get("original"), _after(words)
    return Terms(
        method=method,
        rate=quoted,
        accrual=at.word(ACCRUALS) if (at := words.get("accrual")) else _usual_accrual(quoted),
        day_count=at.word(DAY_COUNTS) if (at := words.get("day_count")) else "act/360",
        due_day=1 if method == "schedule" and not words.get("due_day") else words["due_day"].whole(1, 31),
        payment_fen=payment.amount_fen() if payment else None,
        rounding=at.word(ROUNDINGS) if (at := words.get("rounding")) else "half-up",
        penalty=_penalty(at) if (at := words.get("penalty")) else Penalty(),
        compound=at.flag() if (at := words.get("compound")) else False,
        grace=_grace(at) if (at := words.get("grace")) else None,
        late_fee=_late_fee(at) if (at := words.get("late_fee")) else None,
        fee_per_period=at.share() if (at := words.get("fee_per_period")) else Fraction(0),
        original_fen=original.amount_fen() if original else None,
        schedule=tuple(_instalment(row) for row in at.items()) if (at := words.get("schedule")) else (),
        rates=tuple(_rates(words)),
        minimum=_minimum(at) if (at := words.get("minimum")) else None,
        allocation=_buckets(at) if (at := words.get("allocation")) else None,
        allocation_after_days=after[0] if after else None,
        allocation_after=after[1] if after else (),
        shift=at.word(SHIFTS) if (at := words.get("shift")) else "none",
        prepayment=_prepayment(at) if (at := words.get("prepayment")) else Prepayment(),
    )


def opening_of(words: Table, terms: Terms, working_days: WorkingDays) -> Opening:
    """Return where the loan stands at the end of `as_of`; arrears with nothing but `since` are rebuilt."""
    as_of, balance = words["as_of"].day(), words["balance"].amount_fen()
    first = words.get("start")
    start = first.day() if first else None
    free = terms.method in ("revolving", "schedule")
    periods = 0 if free and not words.get("periods_left") else words["periods_left"].whole(0, PERIODS_MOST)
    arrears: tuple[Arrears, ...] = ()
    if typed := words.get("arrears"):
        parts = typed.table({"since", "principal", "interest", "penalty", "compound", "damages", "fees"})
        since = parts["since"].day()
        if since > as_of:
            raise BadCase(f"{parts.where}.since: lies after as_of")
        arrears = (
            rebuild_arrears(terms, balance, periods, since, as_of, start, working_days)
            if len(parts.values) == 1
            else (_arrears(parts, since, balance),)
        )
    return Opening(as_of, balance, periods, accrued_from(terms, as_of, start), arrears)


def working_days_of(words: Table) -> WorkingDays:
    """Return the days on which offices work: Monday to Friday, less `closed`, and `opened`."""
    return WorkingDays(*(frozenset(_days(words.get(key))) for key in ("closed", "opened")))


def _days(at: At | None) -> list[date]:
    return [item.day() for item in at.items()] if at else []


def _rate(words: Table) -> Rate:
    at = words.get("rate")
    return at.rate() if at else FREE


def _usual_accrual(quoted: Rate) -> Accrual:
    return "daily" if quoted.per == "day" else "monthly"


def _penalty(at: At) -> Penalty:
    text = at.text()
    if text == "none":
        return Penalty()
    if found := TIMES.fullmatch(text):
        return Penalty(multiple=Fraction(found[1]))
    if text.startswith("x"):
        raise at.bad('a multiple such as "x1.5"')
    return Penalty(rate=at.rate())


def _grace(at: At) -> Grace:
    words = at.table({"days", "effect"})
    return Grace(words["days"].whole(0, DAYS_MOST), words["effect"].word(GRACES))


def _late_fee(at: At) -> LateFee:
    words = at.table({"percent", "of", "min", "max"})
    if of := words.get("of"):
        of.word(("unpaid-minimum",))
    most = words.get("max")
    return LateFee(words["percent"].share(), words.amount_fen("min"), most.amount_fen() if most else None)


def _instalment(at: At) -> Instalment:
    row = at.table({"due", "principal", "interest", "fee"})
    return Instalment(
        row["due"].day(), row.amount_fen("principal"), row.amount_fen("interest"), row.amount_fen("fee")
    )


def _rates(words: Table) -> list[DatedRate]:
    """Return the dated rates, and the promotion last."""
    dated = [one.table({"rate", "from"}) for one in at.items()] if (at := words.get("rates")) else []
    rates = [DatedRate(one["rate"].rate(), one["from"].day()) for one in dated]
    if promo := words.get("promo"):
        one = promo.table({"rate", "until"})
        rates.append(DatedRate(one["rate"].rate(), until=one["until"].day()))
    return rates


def _minimum(at: At) -> Minimum:
    words = at.table({"percent", "of", "floor"})
    of = words.get("of")
    return Minimum(words["percent"].share(), of.word(BASES) if of else "statement", words.amount_fen("floor"))


def _after(words: Table) -> tuple[int, tuple[Bucket, ...]] | None:
    at = words.get("allocation_after")
    if at is None:
        return None
    after = at.table({"days", "order"})
    return after["days"].whole(0, DAYS_MOST), _buckets(after["order"])


def _buckets(at: At) -> tuple[Bucket, ...]:
    """Return an order of payments; a bucket stands in it once."""
    words = [item.word(BUCKETS) for item in at.items()]
    if len(set(words)) < len(words):
        raise at.bad("a list without repetitions")
    return tuple(
        ("past-due" if word.startswith("past-due") else "due", PARTS[BUCKETS.index(word) % len(PARTS)])
        for word in words
    )


def _prepayment(at: At) -> Prepayment:
    words = at.table({"allowed", "fee", "effect", "lock_until", "minimum", "remaining_fees"})
    return Prepayment(
        allowed=one.flag() if (one := words.get("allowed")) else True,
        fee=one.share() if (one := words.get("fee")) else Fraction(0),
        effect=one.word(EFFECTS) if (one := words.get("effect")) else "shorten",
        lock_until=one.day() if (one := words.get("lock_until")) else None,
        minimum_fen=words.amount_fen("minimum"),
        remaining_fees=one.word(REMAINING) if (one := words.get("remaining_fees")) else "waived",
    )


def _arrears(parts: Table, since: date, balance_fen: int) -> Arrears:
    principal = parts.amount_fen("principal")
    if principal > balance_fen:
        raise BadCase(f"{parts.where}.principal: more than the balance")
    return Arrears(
        since,
        principal_fen=principal,
        interest_fen=parts.amount_fen("interest"),
        penalty_fen=parts.amount_fen("penalty"),
        compound_fen=parts.amount_fen("compound"),
        damages_fen=parts.amount_fen("damages"),
        fees_fen=parts.amount_fen("fees"),
    )

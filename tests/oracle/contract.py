"""A contract read from a plain dict with the words of the household file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from oracle.calendars import due_after, due_until, working_day
from oracle.words import Rate, fen, rate, share

Words = Mapping[str, Any]  # what tomllib gives for one [[debt]], and `as_of`


@dataclass(frozen=True)
class Typed:
    """One line of a schedule that was typed in."""

    due: date
    principal: int
    interest: int
    fee: int


@dataclass
class Contract:
    """What was agreed.  Amounts in fen, shares and rates as fractions."""

    method: str
    as_of: date
    balance: int
    periods: int
    due_day: int
    rate: Rate
    daily: bool
    day_count: str
    rounding: str
    accrued_from: date
    payment: int | None
    penalty_times: Fraction | None
    penalty_own: Rate | None
    compound: bool
    words: Words
    schedule: list[Typed] = field(default_factory=list[Typed])

    def rate_for(self, due: date) -> Rate:
        """Return the rate of the period ending on a due: the promotion, the latest dated or the usual."""
        promo = self.words.get("promo")
        if promo and due <= promo["until"]:
            return rate(promo["rate"])
        dated = [line for line in self.words.get("rates", []) if line["from"] <= due]
        return rate(max(dated, key=lambda line: line["from"])["rate"]) if dated else self.rate

    def pay_by(self, due: date) -> date:
        """Return the day by which a due must be paid."""
        if self.words.get("shift", "none") == "none":
            return due
        return working_day(
            due, frozenset(self.words.get("closed", ())), frozenset(self.words.get("opened", ()))
        )

    @property
    def grace(self) -> tuple[int, str]:
        """Return the days of grace and what they do."""
        words = self.words.get("grace")
        return (words["days"], words["effect"]) if words else (0, "waive")

    @property
    def original(self) -> int:
        """Return the sum on which a flat fee is charged."""
        return fen(self.words["original"]) if "original" in self.words else fen(self.words["balance"])

    def late_fee(self, unpaid: int) -> Fraction:
        """Return the damages for a due of which so much is unpaid when it becomes overdue, maybe 0."""
        words = self.words.get("late_fee")
        if not words or not unpaid:
            return Fraction(0)
        charge = max(unpaid * share(words["percent"]), Fraction(fen(words.get("min", 0))))
        return min(charge, Fraction(fen(words["max"]))) if "max" in words else charge


def read(words: Words) -> Contract:
    """Return the contract in a dict of words."""
    quoted = rate(words.get("rate", "0%/year"))
    penalty = None if words.get("penalty") == "none" else words.get("penalty")
    method, as_of, due_day = words["method"], words["as_of"], words.get("due_day", 1)
    schedule = [
        Typed(line["due"], fen(line["principal"]), fen(line["interest"]), fen(line.get("fee", 0)))
        for line in words.get("schedule", [])
        if line["due"] > as_of
    ]
    return Contract(
        method=method,
        as_of=as_of,
        balance=fen(words["balance"]),
        periods=len(schedule) or words.get("periods", words.get("periods_left", 0)),
        due_day=due_day,
        rate=quoted,
        daily=method == "daily"
        or words.get("accrual", "daily" if quoted.per == "day" else "monthly") == "daily",
        day_count=words.get("day_count", "act/360"),
        rounding=words.get("rounding", "half-up"),
        accrued_from=_accrued_from(words, method, as_of, due_day),
        payment=fen(words["payment"]) if "payment" in words else None,
        penalty_times=Fraction(penalty[1:]) if penalty and penalty[0] == "x" else None,
        penalty_own=rate(penalty) if penalty and penalty[0] != "x" else None,
        compound=words.get("compound", False),
        words=words,
        schedule=schedule,
    )


def _accrued_from(words: Words, method: str, as_of: date, due_day: int) -> date:
    """Return where interest not yet due starts: the last due day, or the loan's first day if later."""
    if "accrued_from" in words:
        return words["accrued_from"]
    start = words.get("start")
    last_due = due_until(as_of, due_day)
    if method == "schedule":
        return start if start and start > last_due else last_due
    if method == "bullet":
        return start or last_due
    return start if start and start > last_due else last_due


def first_due(contract: Contract) -> date:
    """Return the first due after `as_of`; a bullet's is its maturity."""
    if contract.schedule:
        return contract.schedule[0].due
    return due_after(contract.as_of, contract.due_day)

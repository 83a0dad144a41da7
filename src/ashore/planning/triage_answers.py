"""What was typed as the answers of the first card: options and prompts alike."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final, cast
from unicodedata import normalize

from ashore.errors import AshoreError
from ashore.money import fen_from_yuan
from ashore.planning.triage import Answers, Figures, Liable, Paper, YesNo
from ashore.planning.triage_rules import NO_ONE, SUMS

Typed = Mapping[str, str | None]
"""What was typed by question key; also `paper_date`, `money_in`, `essential`, `dues`.  None: not asked."""

SKIP: Final = "skip"
LIABLE: Final[frozenset[str]] = frozenset({"spouse", "guarantor", "house"})
AROUND_AN_AMOUNT: Final = str.maketrans("", "", "¥元, ")
AMOUNT: Final = re.compile(r"\d{1,10}(\.\d{1,2})?", re.ASCII)


class Unclear(AshoreError):
    """Something typed could not be read."""


def answers_of(typed: Typed, today: date) -> Answers:
    """Return the answers; what is absent, empty or `skip` is left open.  Raises Unclear."""
    said = {key: value for key, value in typed.items() if value and value != SKIP}
    if "paper_date" in said and said.get("paper") in {None, NO_ONE}:
        raise Unclear("first-day-without-paper")
    return Answers(
        safe=cast(YesNo | None, said.get("safe")),
        paper=cast(Paper | None, said.get("paper")),
        paper_received_on=read_day(said["paper_date"], today) if "paper_date" in said else None,
        debit=cast(YesNo | None, said.get("debit")),
        asked=cast(YesNo | None, said.get("asked")),
        liable=_read_liable(said["liable"]) if "liable" in said else None,
        current=cast(YesNo | None, said.get("current")),
    )


def figures_of(typed: Typed) -> Figures | None:
    """Return the three figures, None where none is typed.  Raises Unclear, also where only some are."""
    sums = [value for name in SUMS if (value := typed.get(name))]
    if not sums:
        return None
    if len(sums) < len(SUMS):
        raise Unclear("first-figures-three")
    return Figures(*(read_amount_fen(text) for text in sums))


def read_day(text: str, today: date) -> date:
    """Return a day typed as 2026-11-20, full width as well.  Raises Unclear, also for a day after today."""
    try:
        day = date.fromisoformat(normalize("NFKC", text).strip())
    except ValueError:
        raise Unclear("first-day-unclear") from None
    if day > today:
        raise Unclear("first-day-later")
    return day


def read_amount_fen(text: str) -> int:
    """Return an amount in yuan as fen, `¥8,600` and full-width digits as well.  Raises Unclear."""
    amount = normalize("NFKC", text).translate(AROUND_AN_AMOUNT)
    if not AMOUNT.fullmatch(amount):
        raise Unclear("first-amount-unclear")
    return fen_from_yuan(Decimal(amount))


def _read_liable(text: str) -> frozenset[Liable]:
    words = frozenset(normalize("NFKC", text).replace(" ", "").split(","))
    if words == frozenset({NO_ONE}):
        return frozenset()
    if not words <= LIABLE:
        raise Unclear("first-liable-mixed")
    return cast(frozenset[Liable], words)

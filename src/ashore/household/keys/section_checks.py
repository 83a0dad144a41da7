"""What is looked at once a section's keys are read: keys that need each other, and likely slips."""

from datetime import date
from typing import Final

from ashore.household.file.log import At
from ashore.household.file.plain import is_number, items_of
from ashore.household.keys.tables import Present, Values

SEASON_HIGH: Final = 10


def check_flow(values: Values, typed: Present, at: At) -> None:
    """Report a flow whose dates do not say when it falls."""
    every = values.get("every", None if "every" in typed else "month")
    if every == "once" and "on" not in typed:
        at.stop("once-without-on")
    if every not in (None, "once") and "on" in typed:
        at.key("on").note("key-unused", tag_key="every", tag=str(every))
    if every in ("week", "year") and "since" not in typed:
        at.stop("from-missing", every=str(every))
    if every not in (None, "month") and "day" in typed:
        at.key("day").note("key-unused", tag_key="every", tag=str(every))
    since, until = values.get("since"), values.get("until")
    if isinstance(since, date) and isinstance(until, date) and until < since:
        at.key("until").stop("until-before-from", since=since, until=until)
    if values.get("amount_fen") == 0:
        at.key("amount").note("amount-zero")


def check_income(values: Values, typed: Present, at: At) -> None:
    """Report an income whose dates or whose low month do not fit."""
    check_flow(values, typed, at)
    low, amount = values.get("low_fen"), values.get("amount_fen")
    if values.get("certainty") == "variable" and "low_fen" not in typed:
        at.stop("variable-without-low")
    if isinstance(low, int) and isinstance(amount, int) and low > amount:
        at.key("low").note("low-above-amount", low_fen=low, amount_fen=amount)
    if low is not None and (values.get("certainty") == "steady" or "certainty" not in typed):
        at.key("low").note("low-but-steady")


def check_business(values: Values, typed: Present, at: At) -> None:
    """Report a season whose factors look like percentages."""
    if any(is_number(factor) and factor > SEASON_HIGH for factor in items_of(values.get("season"))):
        at.key("season").note("season-high")


def check_household(values: Values, typed: Present, at: At) -> None:
    """Report an emergency fund without the months in which to reach it."""
    if values.get("emergency_fund_fen") and "emergency_fund_months" not in typed:
        at.note("emergency-fund-without-months")


def check_own(values: Values, typed: Present, at: At) -> None:
    """Report a looked-up value that is none or several, and days that do not fit."""
    given = [key for key in ("rate_per_year", "amount_fen", "text") if key in typed]
    if len(given) != 1:
        at.stop("own-one-value")
    if "rate_per_year" in typed and "since" not in typed:
        at.stop("own-rate-without-from")
    since, seen = values.get("since"), values.get("seen_on")
    if isinstance(since, date) and isinstance(seen, date) and seen < since:
        at.key("seen_on").stop("own-seen-before-from", since=since, seen=seen)

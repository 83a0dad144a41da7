"""Paydays ahead, on which the month's money is put into its envelopes: days for a calendar, without any amount."""

from dataclasses import replace
from datetime import date

from ashore.dates import month_of
from ashore.errors import Message
from ashore.household.flows import flows_of
from ashore.household.model import Household
from ashore.planning.agenda import Event


def paydays_of(household: Household, today: date, months: int) -> tuple[date, ...]:
    """Return the days, from `today` to the end of so many months later, on which regular income comes in, each once.

    A shop's takings have no day of their own and count on the last of the month, as the plan has them.
    """
    regular = tuple(one for one in household.incomes if one.every != "once")
    only = replace(household, incomes=regular, spendings=(), dues=())
    last = month_of(today).plus(months).last
    span = month_of(last).minus(month_of(household.as_of)) + 1
    days = {one.on for one in flows_of(only, max(1, span)) if one.kind == "income"}
    return tuple(sorted(day for day in days if today <= day <= last))


def payday_events(household: Household, today: date, months: int) -> tuple[Event, ...]:
    """Return the paydays as events for a calendar; in neutral words they are a look through the month."""
    return tuple(
        Event(day, "review", Message("agenda-payday")) for day in paydays_of(household, today, months)
    )

"""Words and labels of screens and pages, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

WORDS: Final[Mapping[str, str]] = {
    # Columns
    "column-day": _n("Day"),
    "column-to": _n("To"),
    "column-amount": _n("Amount"),
    "column-for": _n("What it is"),
    "column-debt": _n("Debt"),
    "column-creditor": _n("Debt"),
    "column-what": _n("What"),
    "column-paid": _n("Paid"),
    "column-principal": _n("Principal"),
    "column-interest": _n("Interest"),
    "column-penalty": _n("Penalty"),
    "column-fee": _n("Fees"),
    "column-closes": _n("Closed"),
    "column-left": _n("Principal left"),
    "column-month": _n("Month"),
    "column-income": _n("In"),
    "column-essential": _n("Essential"),
    "column-other": _n("Other"),
    "column-debts": _n("Debts"),
    "column-end": _n("Month's end"),
    "column-target": _n("Fund aim"),
    "column-way": _n("Way of paying"),
    "column-months": _n("How long"),
    "column-overdue-months": _n("Overdue"),
    "column-cost": _n("Interest and fees"),
    "column-goal": _n("What comes first"),
    "column-price": _n("Above cheapest"),
    "column-peak": _n("Highest month"),
    "column-peak-month": _n("When"),
    "column-left-end": _n("Left"),
    "row-together": _n("Total"),
    "named": _n("{name}"),
    "friend-debt": _n("friend's loan: {name}"),
    "friend-debt-unnamed": _n("friend's loan"),
    # The page
    "report-subtitle": _n("Repayment plan, figures of {as_of}"),
    "report-subtitle-holding": _n("Holding plan, figures of {as_of}"),
    "report-show-table": _n("The same figures as a table"),
    "report-show-number": _n("Show the figures"),
    "report-details": _n("The details, when you have time"),
    "report-cash-line": _n("cash at the month's end"),
    "report-target-line": _n("emergency fund aimed at"),
}

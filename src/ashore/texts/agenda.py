"""What is said of the days ahead, on a page, in a terminal and in a calendar's entries, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

AGENDA: Final[Mapping[str, str]] = {
    "agenda-title": _n("The days ahead"),
    "agenda-head-last": _n("Things with a last day"),
    "agenda-head-months": _n("Month by month"),
    "agenda-last-caption": _n("To be done on this day at the latest"),
    "agenda-month": _n("In {of_month}"),
    "agenda-nothing": _n("No day is to be kept in mind in these months."),
    "agenda-as-planned": _n(
        "What is to be paid follows the plan on the figures of {as_of}. When something changes, make it anew."
    ),
    "agenda-holding": _n(
        "No plan works yet, so payments are told for the first months only: they hold while you talk with the lenders."
    ),
    "agenda-kept": _n(
        "Paying off does not clear a record at once. What was overdue stays on record for {record_nyears} from the day it ended, and no one can promise you less."
    ),
    "agenda-deadline": _n("{what}"),
    "agenda-deadline-unverified": _n("{what} (the day is not confirmed yet)"),
    "agenda-deadline-passed": _n("{what}: this day has passed; late is better than silent"),
    "agenda-offer": _n("answer what they offered"),
    "agenda-offer-verbal": _n("have in writing what was agreed by word"),
    "agenda-promise": _n("{told}"),
    "agenda-pay": _n("pay"),
    "agenda-pay-last": _n("pay, the last time"),
    "agenda-pay-if": _n("pay (if agreed in writing)"),
    "agenda-pay-friend": _n("pay back to the friend"),
    "agenda-due": _n("to be paid"),
    "agenda-past-due": _n("it would be {late_ndays} overdue"),
    "agenda-maturity": _n("the loan ends and all that is left is due"),
    "agenda-promo-ends": _n("the special rate is over"),
    "agenda-proof": _n("has the settlement letter come?"),
    "agenda-report": _n("credit report: does it say paid?"),
    "agenda-record": _n("credit report: is what was overdue until {ended} still on it?"),
    "agenda-review": _n("look through the month"),
    "agenda-link": _n("The days ahead, as a list and for your calendar"),
    "agenda-take": _n("Put it into your calendar"),
    "agenda-take-lead": _n(
        "The file holds the days only, in neutral words: no amounts, no names. Whoever sees your calendar learns nothing else. It is made for the plan of today: give it a calendar of its own, and when the plan changes, empty that and take a new file."
    ),
    "agenda-take-details": _n(
        "With names and amounts. A calendar that is kept by a company or shared with others shows them there too."
    ),
    "agenda-take-remind": _n("A reminder the day before each entry, not only before a last day"),
    "agenda-take-go": _n("Take the file"),
    "agenda-take-covered": _n("Uncover the amounts to take the file."),
    "agenda-file-name": _n("calendar"),
    "agenda-written": _n("Written: {file}. {events_count} entries, without names and amounts."),
    "agenda-written-details": _n(
        "Written: {file}. {events_count} entries, with names and amounts: whoever sees the calendar sees them."
    ),
    "agenda-detail": _n("{told}: {name}"),
    "agenda-detail-amount": _n("{told}: {name}, {amount_fen}"),
    "agenda-detail-alone": _n("{told}"),
    "neutral-last": _n("Household book: last day for something that matters"),
    "neutral-last-many": _n("Household book: last day for {events_count} things that matter"),
    "neutral-promise": _n("Household book: something that was promised"),
    "neutral-promise-many": _n("Household book: {events_count} things that were promised"),
    "neutral-pay": _n("Household book: one thing to pay"),
    "neutral-pay-many": _n("Household book: {events_count} things to pay"),
    "neutral-change": _n("Household book: something changes"),
    "neutral-change-many": _n("Household book: {events_count} things change"),
    "neutral-paper": _n("Household book: ask for a paper"),
    "neutral-paper-many": _n("Household book: ask for {events_count} papers"),
    "neutral-look": _n("Household book: look at a report"),
    "neutral-look-many": _n("Household book: look at a report for {events_count} things"),
    "neutral-review": _n("Household book: look through the month"),
    "neutral-review-many": _n("Household book: look through the month"),
    "neutral-more": _n("More stands in the household book."),
    "agenda-proof-private": _n("get the IOU back, or a receipt"),
    "agenda-pay-old": _n("ask first who holds it and what is owed, then pay"),
    "agenda-missed": _n("speak before this day: the money will not reach for the instalment that was agreed"),
    "agenda-take-paydays": _n("Paydays too: a look through the month on each"),
    "agenda-due-short": _n("not set aside in full by the plan"),
}

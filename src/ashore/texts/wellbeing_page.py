"""The hub of what keeps a person going, and the one small goal, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

WELLBEING_PAGE: Final[Mapping[str, str]] = {
    "web-nav-wellbeing": _n("Wellbeing"),
    "hub-lead": _n(
        "Owing money is a situation you are in, not who you are. Take what helps today. Nothing here is a condition for anything else."
    ),
    "hub-help": _n("Someone to talk to, now"),
    "hub-help-note": _n("Numbers with their hours. You need not explain your debts first."),
    "hub-list": _n("What is here"),
    "hub-mood": _n("How am I? A few questions, none of them a must"),
    "hub-support": _n("People who can help: counselling, groups, papers to bring"),
    "hub-back": _n("Back to Wellbeing"),
    "hub-today": _n("Wellbeing: someone to talk to, the way walked, for the family"),
    "aim-head": _n("One small goal"),
    "aim-lead": _n("One at a time. Take one, write your own, or leave it: “not now” is always right."),
    "aim-now": _n("My goal for now"),
    "aim-done": _n("It is done"),
    "aim-later": _n("Put it aside"),
    "aim-change": _n("Choose another"),
    "aim-told-done": _n("It is done. Nothing is counted here; the next one has time."),
    "aim-told-later": _n("It is put aside. That is fine."),
    "aim-from-plan": _n("From your own plan"),
    "aim-own": _n("Or in your own words: “When money comes in, I will …”"),
    "aim-own-note": _n(
        "A range will do, such as between 100 and 300; it need not be one exact figure. Nothing that makes you eat less."
    ),
    "aim-keep": _n("Keep this one"),
    "aim-private": _n("Kept with your letters, for you alone: in no file, on no page for others."),
    "aim-offer-paper": _n("Before {on}: read the paper about {debt} once, together with somebody."),
    "aim-offer-pay": _n(
        "When money comes in before {on}: food and rent first, then set aside {low_fen} to {high_fen} for {debt}."
    ),
    "aim-offer-letter": _n("This week: write the letter to {creditor}. It need not be sent on the same day."),
    "aim-offer-call": _n("This week: call {creditor} once, listen, and ask for their answer in writing."),
    "aim-offer-listing": _n("This week: put up {asset} for sale."),
    "aim-offer-envelope": _n("In {of_month}: between {low_fen} and {high_fen} for {name}."),
    "aim-choose": _n("Look at a few"),
    "aim-replaces": _n("It takes the place of the one there is: there are never two."),
    "aim-none": _n("None now"),
}

"""The sentences of the first card's page for a phone, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

FIRST_PAGE: Final[Mapping[str, str]] = {
    # The page
    "first-page-title": _n("Household book"),
    "first-page-language": _n("English"),
    "first-page-still": _n(
        "It works without a single figure. This page uses no network and keeps nothing; close it and it is "
        "gone."
    ),
    "first-page-day": _n("{day} {month} {year}"),
    "first-page-step": _n("Question {step} of {steps}; all may be skipped"),
    "first-page-skip": _n("Skip"),
    "first-page-next": _n("Next"),
    "first-page-back": _n("Back"),
    "first-page-done": _n("That was all. Your card is below; take a screenshot or print it."),
    "first-page-again": _n("Start again"),
    "first-page-safer": _n("I am safer now; go on"),
    "first-page-help": _n("Help lines"),
    "first-page-help-all": _n("All help lines, and what each is for"),
    "first-page-print": _n("Print this card"),
    "first-page-changed": _n("The card below has changed."),
    "first-page-more": _n("When you have time"),
    "first-page-more-paper": _n("Papers from courts, notaries, arbitrators, mediators, collectors"),
    "first-page-more-money": _n("Where to keep the money you live on"),
    "first-page-more-agent": _n("People who say they “handle debts for you”"),
    "first-page-more-current": _n("Debts that are not yet overdue"),
    "first-page-more-liable": _n("Spouse, guarantor, house"),
    "first-page-more-list": _n("When nothing presses"),
    "first-page-more-avoid": _n("What not to do for now"),
    "first-page-more-old": _n("Old debts long silent"),
    "first-page-signs": _n(
        "Any one of these is reason enough to walk away. Money first. Your SIM card, bank card or a code. False papers. A clean credit record for sure. Telling you to ignore a court. A friend to borrow for you. Seeing none of them does not mean it is safe."
    ),
    "first-page-old": _n(
        "For an old debt that nobody has asked for and you have not paid in over three years, ask "
        "{legal_number} before you answer or pay. The debt has not gone, but an answer or a payment may start "
        "its time limit again."
    ),
    "first-page-sources": _n("Facts and sources"),
    "first-page-source": _n("{name}: {source} (seen {seen})"),
}

"""The page for somebody one trusts: what to help with and by when, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

SHARING: Final[Mapping[str, str]] = {
    "share-title": _n("Ask somebody I trust for help"),
    "share-lead-page": _n(
        "One page: what you would like help with, and by when. Without amounts and names, unless you put them in."
    ),
    "share-subtitle": _n("A request for help, {today}"),
    "share-file-name": _n("a-request"),
    "share-what": _n("What somebody could help with"),
    "share-details": _n("With names and amounts: whoever sees the page learns them"),
    "share-show": _n("Make the page"),
    "share-take": _n("Take the page as a file"),
    "share-message-head": _n("Words to send first"),
    "share-message-note": _n("Nothing is sent from here. Copy it, change it, and send it yourself."),
    "share-message-label": _n("The message"),
    "share-message": _n(
        "I am putting some money matters in order, and it weighs on me. Could you help me with something small? Not with money, and nothing to sign. I have written it on one page. When would it suit you to look at it?"
    ),
    "share-message-plain": _n(
        "I am putting some money matters in order, and it weighs on me. You need not do anything about it. Would you ask me now and then how I am?"
    ),
    "share-head-ask": _n("What I ask you for"),
    "share-head-days": _n("Days that matter"),
    "share-head-stand": _n("Where I stand"),
    "share-head-not": _n("What I do not ask for"),
    "share-head-lines": _n("If it becomes too much"),
    "share-lead": _n(
        "Thank you for reading this. I owe money, I am putting it in order, and help with a few things would make it easier."
    ),
    "share-need-papers": _n("Read letters and messages with me, so that no day is missed."),
    "share-need-call": _n("Sit beside me while I call, and write down what is said."),
    "share-need-along": _n("Come with me to a court, a bank or a legal advice office."),
    "share-need-days": _n("Remind me before the days below."),
    "share-need-sell": _n("Help me take photos and put up the things I want to sell."),
    "share-need-company": _n("Ask me every few days how I am. It need not be about money."),
    "share-days-caption": _n("What comes in the next two months"),
    "share-day-paper": _n("answer an official paper"),
    "share-no-days": _n("No day is to be kept in mind in the next two months."),
    "share-stand": _n("On {as_of}: {open_ndebts}, none overdue."),
    "share-stand-late": _n("On {as_of}: {open_ndebts}, {late_count} of them overdue."),
    "share-plan": _n("There is a plan for paying them, and I keep to it as well as I can."),
    "share-plan-talks": _n("There is no plan that works yet; I am talking with the lenders."),
    "share-column-lender": _n("Lender"),
    "share-debts-caption": _n("Principal on {as_of}, in yuan"),
    "share-not": _n(
        "No money, no signature, no guarantee, no loan in your name. Please pay nothing for me, and do not talk to a lender or a collector in my place."
    ),
    "share-keep": _n(
        "Please keep this page to yourself, and do not pass it on or photograph it. When it is no longer needed, tear it up."
    ),
    "share-lines-lead": _n("If I say that I cannot go on, stay with me and call with me."),
    "share-about": _n(
        "Written by the person who gave it to you. It is not from a bank, a court or an agency, and nobody is paid for it."
    ),
}

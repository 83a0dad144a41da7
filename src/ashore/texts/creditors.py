"""What is said of whom to approach first and who a creditor really is, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

CREDITORS: Final[Mapping[str, str]] = {
    "creditors-title": _n("Talking with creditors"),
    "creditors-lead": _n(
        "In this order: first where waiting costs most, and among these the nearest day first."
    ),
    "creditors-none": _n("Nobody has to be approached now. Pay each debt on its day, as the plan says."),
    "creditors-head-order": _n("Whom to talk to first"),
    "creditors-head-kept": _n("Leave as it is for now"),
    "creditors-head-who": _n("Who the creditor really is"),
    "creditors-head-how": _n("With everybody"),
    "creditors-how-one": _n(
        "Write, or ask for it in writing. What was said on the telephone is hard to prove afterwards."
    ),
    "creditors-how-channel": _n(
        "Use the lender's own app, its counter, or the address or number on your contract; not a private account, not a link in a message."
    ),
    "creditors-how-keep": _n(
        "Note each time when it was, who it was and what was said. Name no day and no sum that you cannot keep."
    ),
    "approach-paper-day": _n(
        "{debt}: do what the paper asks for, by {by} at the latest. A call or a letter to the lender does not take its place."
    ),
    "approach-court": _n(
        "{debt}: it is with a court or a mediator. Ask there what comes next, then talk with the other side about instalments. There is a desk, the courts' mini-program (Renmin Fayuan Zaixian Fuwu), and {court_number}, area code first."
    ),
    "approach-home": _n(
        "{debt}: your home, or its water and power, hangs on it. Talk to them before the others."
    ),
    "approach-guarantor": _n(
        "{debt}: somebody stands surety for you. Tell them first what you are going to ask for, then write to the lender."
    ),
    "approach-offer-ends": _n(
        "{debt}: what they have put forward holds until {by}. Decide before that day, and ask for it in writing."
    ),
    "approach-offer-ends-past": _n(
        "{debt}: what they had put forward held until {by}. Ask whether it still stands."
    ),
    "approach-by-word": _n(
        "{debt}: agreed by word only so far. Ask for it in writing before you rely on it."
    ),
    "approach-before-due": _n(
        "{debt}: not overdue, but on {by} the money will not reach. Ask before that day; once it has passed, this way is mostly closed."
    ),
    "approach-before-due-past": _n(
        "{debt}: the money was not going to reach on {by}. If it is unpaid, write today with what you can pay."
    ),
    "approach-matures": _n(
        "{debt}: all of it falls due on {by}. Ask for a renewal or an extension well before."
    ),
    "approach-matures-past": _n(
        "{debt}: all of it was due on {by}. If it is unpaid, write today with what you can pay."
    ),
    "approach-worse-on": _n(
        "{debt}: on {by} it will have been overdue for {late_ndays}. Write before that day with what you can pay."
    ),
    "approach-worse-on-past": _n(
        "{debt}: by {by} it had been overdue for {late_ndays}. Write today with what you can pay."
    ),
    "approach-overdue": _n(
        "{debt}: overdue. Write with what you can pay each month, and ask for the answer in writing."
    ),
    "approach-agreed": _n(
        "{debt}: agreed in writing. Pay this on its day; if one instalment cannot be paid, say so before its day."
    ),
    "approach-as-due": _n("{debt}: in order. Pay it on its day."),
    "approach-old": _n(
        "{debt}: nobody has asked for it in over three years. Ask a legal aid office where it stands (its desk, online, or {legal_number}) before you write, promise or pay."
    ),
    "creditor-outsourced": _n(
        "{debt}: whoever calls works for {creditor} and is not the creditor. Ask {creditor} itself whether it sent them, and pay only to its own account."
    ),
    "creditor-outsourced-unnamed": _n(
        "{debt}: whoever calls works for the lender and is not the creditor. Ask the lender itself whether it sent them, and pay only to its own account."
    ),
    "creditor-assigned": _n(
        "{debt}: said to be sold. Ask for the notice of it, and ask {creditor} through its own app, counter or line whether that is so. Pay only to the company account named in the notice, never to a person."
    ),
    "creditor-assigned-unnamed": _n(
        "{debt}: said to be sold. Ask for the notice of it, and ask the first lender through its own app, counter or line whether that is so. Pay only to the company account named in the notice, never to a person."
    ),
    "creditor-unknown": _n(
        "{debt}: no lender is named yet. Look in the contract or the credit report, not at the name of the app."
    ),
    "creditor-assumed": _n(
        "{debt}: “{creditor}” is named from the product's page. The contract or the credit report says whose money it is."
    ),
    "approach-later": _n(
        "{debt}: in order until {by}, when the money will not reach. Talk to those above first, and ask here well before that day."
    ),
    "approach-later-past": _n(
        "{debt}: the money was not going to reach on {by}. If anything is unpaid, write with what you can pay."
    ),
    "approach-paper-day-past": _n(
        "{debt}: the day in the paper, {by}, has passed. Late is better than silent: ask at the court's desk or on {court_number} (area code first) what can still be done."
    ),
    "creditors-each": _n("Each debt on its own page"),
    "creditors-link": _n("Talking with creditors: whom first"),
    "web-back-today": _n("Back to today"),
    "today-more": _n("With the creditors"),
    "creditors-head-app": _n("Where in the app"),
    "creditors-app": _n(
        "{debt}, {use}: {path}. {visible}. Path seen {seen}, on {sure}; if it is not there, ask customer service inside the app."
    ),
    "creditors-app-late": _n(
        "{debt}, {use}: {path}. It was seen before the due day only, and this one is overdue: it may no longer be there. Path seen {seen}, on {sure}; if it is not there, ask customer service inside the app."
    ),
}

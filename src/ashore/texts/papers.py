"""What is said of papers and messages that come, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

PAPERS: Final[Mapping[str, str]] = {
    "papers-title": _n("A court paper, a letter or a message came"),
    "papers-lead": _n(
        "Which one looks like it? If none does, take the one that worries you most. A legal aid office answers, too, free of charge: at its desk, online, or on {legal_number}."
    ),
    "paper-head-day": _n("By when"),
    "paper-head-do": _n("What to do"),
    "paper-head-care": _n("From now on"),
    "paper-head-about": _n("What this rests on"),
    "paper-collection-message": _n("A text or a call asking for money"),
    "paper-collection-message-is": _n(
        "The lender, or somebody it hired, asks for payment. The debt is there; this is no court paper."
    ),
    "paper-collection-message-not": _n(
        "A day that it names is not a court's day, and “we sue tomorrow” is no summons."
    ),
    "paper-collection-message-do": _n(
        "You need not call back, and promise no day that you cannot keep. If they call, ask who it is and for whom, ask for the figures in writing, and note when it was and what was said. To answer, write: in the lender's own app, or a letter."
    ),
    "paper-lawyer-letter": _n("A lawyer's letter"),
    "paper-lawyer-letter-is": _n("A lawyer asks for payment on somebody's behalf."),
    "paper-lawyer-letter-not": _n("It is no court paper. The day in it is the sender's own."),
    "paper-lawyer-letter-do": _n(
        "Find out whether it is real: ask the lender in its own app, or it and the law firm on numbers that you look up yourself. If you answer, answer the lender in writing."
    ),
    "paper-mediation-message": _n("A message from a mediation centre"),
    "paper-mediation-message-is": _n(
        "Somebody offers to mediate between you and the lender. You may say yes or no."
    ),
    "paper-mediation-message-not": _n("It is no summons."),
    "paper-mediation-message-do": _n(
        "If you go, take along what you can really pay each month. What is agreed and then confirmed by a court can be enforced: agree only to what you can keep."
    ),
    "paper-payment-order": _n("A payment order"),
    "paper-payment-order-is": _n("A court's order to pay."),
    "paper-payment-order-not": _n(
        "Having no money, or asking for time or instalments, does not stop it; only a true objection to the debt itself does."
    ),
    "paper-payment-order-do": _n(
        "Within these days: pay, or object in writing if the debt, its sum or its lender is really not right. Write only what is true. If neither is done, the other side may apply for enforcement. Talk with the lender about paying all the same."
    ),
    "paper-claim": _n("A claim with a summons"),
    "paper-claim-is": _n("The lender has sued you. The papers say who sues, for how much, and when to come."),
    "paper-claim-not": _n("It is not a punishment. But who stays away may be judged in absence."),
    "paper-claim-do": _n(
        "Answer in writing within these days, and go on the day of the summons. Take the contract, your payments and your own figures along; you can ask there for mediation."
    ),
    "paper-small-claim": _n("A summons for a small claim"),
    "paper-small-claim-is": _n("The lender has sued you, in the procedure for small claims."),
    "paper-small-claim-not": _n(
        "It is decided once, without an appeal: this hearing is the one that counts."
    ),
    "paper-small-claim-do": _n(
        "Keep the days in the paper, for the answer and for the hearing. Take the contract, your payments and your own figures along."
    ),
    "paper-mediation-agreement": _n("A mediation agreement, or its confirmation by a court"),
    "paper-mediation-agreement-is": _n(
        "What was agreed, in writing. What a court has confirmed can be enforced if it is not kept."
    ),
    "paper-mediation-agreement-not": _n("It is no offer any more: each day and sum in it counts."),
    "paper-mediation-agreement-do": _n(
        "Put its sums and days into the book, and write to the lender before you miss one, not after. Not signed yet? Sign only what you can keep."
    ),
    "paper-notary-paper": _n("A notary's paper on the debt"),
    "paper-notary-paper-is": _n(
        "A debt paper that a notary has made enforceable can be enforced without a trial."
    ),
    "paper-notary-paper-not": _n("Even then, what you and your family need to live must be left to you."),
    "paper-notary-paper-do": _n(
        "Go to the notary's office or call it as soon as it opens; look up its address and number yourself. Ask where it stands, by which day, and what you can still say."
    ),
    "paper-arbitration-notice": _n("A notice of arbitration"),
    "paper-arbitration-notice-is": _n("A dispute has been brought before an arbitration commission."),
    "paper-arbitration-notice-not": _n(
        "It is no advertisement and no collector's letter, if the commission itself says that it is real."
    ),
    "paper-arbitration-notice-do": _n(
        "Find the day it gives for your answer and write it down. If it gives none, ask the commission, there or on a number that you look up yourself."
    ),
    "paper-enforcement-notice": _n("An enforcement notice"),
    "paper-enforcement-notice-is": _n("A judgment, or what stands in its place, is being enforced."),
    "paper-enforcement-notice-not": _n(
        "Not all can be taken: what you and your family need to live must be left."
    ),
    "paper-enforcement-notice-do": _n(
        "Answer the court truthfully about what you own, and tell it what you need to live. Both sides may still come to an agreement: offer what you can keep."
    ),
    "paper-day-until": _n(
        "{answer_count} days, counted from the day after {received}: until {until} ({days_ahead})."
    ),
    "paper-day-passed": _n(
        "{answer_count} days from {received} ended on {until}. Late is better than silent: ask the court today what can still be done. At its desk, through the courts' mini-program (Renmin Fayuan Zaixian Fuwu), or on area code + {court_number}."
    ),
    "paper-day-moved": _n(
        "That is a day off, so the end may move to {moved}; do not count on it before the court has said so."
    ),
    "paper-day-counted": _n("Put in the day it came: the days are counted from the day after."),
    "paper-day-in-paper": _n("By the day that the paper itself names. Write it down now."),
    "paper-day-at-once": _n("Nothing is to be waited for: ask today where it stands."),
    "paper-day-none": _n("No court's day hangs on it."),
    "paper-check": _n(
        "Is it real? Without a call: search for the courts' mini-program (Renmin Fayuan Zaixian Fuwu) in WeChat yourself and look under your cases. Nothing there does not make it false: then ask at the court's desk or on area code + {court_number}. Look up any other office's address and number yourself. Never use the number or link in the message."
    ),
    "paper-keep": _n("Keep the paper with its envelope or the message itself, and note the day it came."),
    "paper-advice": _n(
        "Free advice on what a paper means from a legal aid office: at its desk, online, or on {legal_number}."
    ),
    "paper-care": _n(
        "Nothing is put into somebody else's name, given away or sold below its price, and no relative is repaid first; list every account of your own. At worst such moves are undone or become a crime."
    ),
    "paper-received": _n("When it came to you"),
    "paper-count": _n("Count the days"),
    "paper-debt": _n("Which debt is it about?"),
    "paper-note-it": _n("Write it down with its debt"),
    "paper-note-lead": _n(
        "Then the day stands on Today, and the plan knows where the debt is. A nearer day that stands there already stays."
    ),
    "paper-link": _n("A court paper, a letter or a message came"),
    "paper-until": _n("The day that the paper names"),
    "paper-log": _n("Write down the contact as well"),
    "paper-day-unclear": _n(
        "This day could not be read. Please type it as year-month-day, for example 2026-12-03."
    ),
    "paper-received-later": _n(
        "This day has not come yet. Please type the day on which the paper reached you."
    ),
    "paper-debt-open": _n("Please choose the debt this paper is about."),
    "paper-next": _n("Next, without a call"),
    "paper-next-letter": _n("Write to the lender: a letter, or text for the app's chat"),
    "paper-judgment": _n("A judgment"),
    "paper-judgment-is": _n("The court has decided. What is to be paid, and by which day, stands in it."),
    "paper-judgment-not": _n(
        "It is not enforcement yet. Once the day it names has passed unpaid, interest for the delay doubles and the other side may apply for enforcement. A small claim has no appeal: the days below are not for it."
    ),
    "paper-judgment-do": _n(
        "Appeal within these days only where the judgment is really wrong: a sum, a person, a payment that was left out. Not to gain time. Write down the day to pay that it names, too. If you cannot pay it all by then, write to the other side now, offer what you can keep, and have what is agreed in writing."
    ),
}

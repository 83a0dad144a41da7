"""Sentences that the app says in its own words, by code with `-app`, where the command line names a file or a command."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

IN_APP: Final[Mapping[str, str]] = {
    "answer-head-assumed-app": _n("Assumed, because it was not entered"),
    "assumed-lead-app": _n(
        "These were not entered, so they were taken like this. Where your contract says otherwise it counts: put it in under “Situation”."
    ),
    "old-debt-app": _n("{debt}: {owed_fen} by what you entered, silent for over three years."),
    "old-not-solved-app": _n(
        "It is not in the other figures, and it is not settled. If it still has to be paid, empty “last demand” and “last payment” in its entry: then the plan counts it."
    ),
    "about-plan-app": _n(
        "From what you entered and the usual terms of each product, as of {as_of}. Not legal advice, not an agent, not from a bank; for days and terms the court and your contract count."
    ),
    "shop-alternative-missing-app": _n(
        "To see what closing would change, fill in for the shop what closing would bring: the wage you could earn, what the stock would bring, the deposit lost."
    ),
    "way-as-is-app": _n("dues only, in the order entered"),
    "variants-note-app": _n(
        "Highest month: the most that goes to debts in one calendar month. Each is the best of several ways of paying; choose one at the top of the page."
    ),
    "ask-typed-app": _n("{debt}: what you entered as your request."),
    "futures-not-now-app": _n(
        "On today's figures the plan does not work yet. First see what to ask the lenders for. Below stands what could come on top of the holding plan."
    ),
    "assume-note-app": _n(
        "Loans to pay loans with cannot be repaid early and cost half as much again on what is late."
    ),
    "fan-plan-none-app": _n(
        "No income was entered as varying, so no futures were drawn. What an illness, a lost job or a loan called in would do stands under “What if something happens”."
    ),
    "fan-more-app": _n(
        "What happens if something goes wrong besides stands under “What if something happens”."
    ),
    "fan-none-app": _n(
        "No income was entered as varying, so there is only one future to show. Where one varies, say so in its entry, and what a bad month brings."
    ),
    "change-caption-drawn-app": _n(
        "Tried in futures as what you entered describes them: {tried_count}, one change at a time"
    ),
    "change-caption-one-app": _n("Tried on the figures you entered, one change at a time"),
    "change-none-drawn-app": _n(
        "None of these alone makes everything payable in more futures ({held_count} of {tried_count}). Several together may: see what to ask the lenders for, and what would help."
    ),
    "change-none-one-app": _n(
        "None of these alone is enough. Several together may be: see what to ask the lenders for, and what would help."
    ),
    "fund-nothing-app": _n(
        "Against these shocks a larger aim costs more than the living money it spares, or spares none. Against small surprises the one you entered is still right."
    ),
    "fund-own-app": _n("That is the one you entered."),
    "levers-none-app": _n("Nothing was entered to sell, to do without or to move."),
    "cost-left-only-app": _n(
        "It was not entered what was lent, and when. So this is about what is left: as if the rest had been lent today."
    ),
    "cost-no-schedule-app": _n(
        "{name}: neither the lender's table nor the entry says how it is repaid. Put in the instalment, or the rate and how it is repaid."
    ),
    "cost-revolving-app": _n("A card's cost hangs on each purchase and payment. Its rate is the contract's."),
    "letter-before-chinese-app": _n(
        "A lender in China reads Chinese: switch to Chinese at the foot of the page and take the letter from there before it goes out."
    ),
}

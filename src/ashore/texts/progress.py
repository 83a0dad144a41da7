"""What is said of the way already walked, by code: computed, never claimed."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

PROGRESS: Final[Mapping[str, str]] = {
    "progress-title": _n("The way already walked"),
    "progress-lead": _n(
        "Worked out from the book and the payments entered in it. What went badly stands here in the same size as what went well."
    ),
    "progress-made-up": _n(
        "The example has no past of its own. This shows how the page would look after three months of its plan."
    ),
    "progress-head-walked": _n("What is behind"),
    "progress-head-avoided": _n("How much interest paying saves (an estimate)"),
    "progress-head-kept": _n("What stays whole"),
    "progress-head-about": _n("How this is worked out"),
    "progress-closed": _n("{debt}: closed on {on}."),
    "progress-closed-undated": _n("{debt}: closed; the day is not in the book."),
    "progress-nothing-told": _n("No payment has been entered yet. Once one is, what it did stands here."),
    "progress-no-payments": _n("Since {since} no payment has been entered."),
    "progress-paid": _n("Payments from {since} on: {payments_count}, {paid_fen} in all."),
    "progress-paid-parts": _n(
        "By the contracts, {principal_fen} of it went to principal, {interest_fen} to interest, {penalty_fen} to penalty interest, {fee_fen} to fees and damages."
    ),
    "progress-caption": _n("Principal before {since} and now, in yuan; a minus means that it rose"),
    "progress-column-then": _n("Then"),
    "progress-column-now": _n("Now"),
    "progress-column-fell": _n("Less by"),
    "progress-caught": _n("No longer overdue: {debts}."),
    "progress-fell": _n(
        "Overdue now and not before: {debts}. That is a matter for the plan; look there for the next step."
    ),
    "progress-overdue": _n("Overdue today: {debts}."),
    "progress-none-overdue": _n("Nothing is overdue today."),
    "progress-aside": _n(
        "Not counted, because the payments entered do not explain their figures (something was corrected, agreed or entered elsewhere): {debts}."
    ),
    "progress-avoided": _n(
        "If none of these payments had been made, {avoided_fen} more interest, penalty interest and fees would have been added from {since} to {as_of}."
    ),
    "progress-avoided-none": _n(
        "By {as_of} the payments since {since} have not lowered interest and fees; they came to {avoided_fen} more, for instance by a fee for paying early."
    ),
    "progress-avoided-unknown": _n(
        "How much interest payments have spared you cannot be worked out yet: it takes figures from before a payment that was entered."
    ),
    "progress-ahead": _n(
        "From now on: with the plan, interest, penalty interest and fees come to {plan_fen}; paying only what falls due, to {dues_fen}. The plan comes to {avoided_fen} less."
    ),
    "progress-ahead-more": _n(
        "From now on: with the plan, interest, penalty interest and fees come to {plan_fen}; paying only what falls due, to {dues_fen}. The plan costs {avoided_fen} more; what it keeps safe for that stands in the plan."
    ),
    "progress-ahead-same": _n(
        "From now on the plan and paying only what falls due cost the same: {plan_fen} in interest, penalty interest and fees."
    ),
    "progress-ahead-left": _n(
        "Paying only what falls due, {left_fen} would still be owed at the end of {until_month}."
    ),
    "progress-ahead-offers": _n(
        "The plan counts on what lenders have not put in writing yet. Until they have, this is not sure."
    ),
    "progress-ahead-no-plan": _n(
        "What the way ahead spares you is not compared: no plan works yet, and a figure would promise what is not there."
    ),
    "progress-ahead-nothing-owed": _n("Nothing is to be paid any more, so there is nothing to compare."),
    "progress-living": _n("The living money stays whole in each of the next {whole_nmonths} of the plan."),
    "progress-living-short": _n(
        "The living money stays whole for {whole_nmonths}; in {short_month} it falls short. The plan says what can be done."
    ),
    "progress-living-now": _n(
        "In {short_month} the living money does not reach. That comes first: the plan says what can be done."
    ),
    "progress-last-debt": _n("The last debt in the book began on {on}, {passed_ndays} before its figures."),
    "progress-last-debt-cards": _n(
        "Purchases on a card are not counted here: the book does not hold them one by one."
    ),
    "progress-about-book": _n(
        "The figures are those of {as_of}; payments count on the days that were typed."
    ),
    "progress-about-avoided": _n(
        "“If none had been made” is reckoned by the contracts as they stand in the book, from the last figures before the payments. A lender may count otherwise, and what else would have come, such as a lawsuit, is not in it."
    ),
    "progress-about-ahead": _n(
        "“Paying only what falls due” means: the same money, the same contracts, what is for sale sold next month, nothing repaid early. It is reckoned until {until_month} and is an estimate: what comes may be different. What a lender forgives is in neither figure."
    ),
    "progress-about-none": _n(
        "What the book does not know is left out. Nothing here is compared with other people."
    ),
    "progress-not-earlier": _n(
        "The earlier copy must be from an earlier day: it says {before}, the file says {as_of}."
    ),
    "progress-since-late": _n("{since} lies after the day of the file, {as_of}."),
    "progress-written": _n("Written: {file}. It is for people you trust, not for a lender or a collector."),
    "progress-told-only": _n(
        "Payments entered: {payments_count}, {paid_fen} in all. What they did cannot be shared out: that takes figures from before them."
    ),
}

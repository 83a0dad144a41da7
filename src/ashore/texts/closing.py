"""What is said of a debt's end: what to ask before, what to get after, and other endings, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

CLOSING: Final[Mapping[str, str]] = {
    "closing-title": _n("Closing {debt}"),
    "closing-link": _n("How it is closed"),
    "closing-day": _n("On which day?"),
    "closing-price": _n(
        "What the pledged thing would bring after costs, in yuan (if you think of selling it)"
    ),
    "closing-count": _n("Work it out"),
    "closing-head-payoff": _n("What closes it"),
    "closing-head-before": _n("Before you pay"),
    "closing-head-after": _n("After it is paid"),
    "closing-head-other": _n("Other endings"),
    "closing-nothing": _n("By what is in the book, nothing is owed on it."),
    "closing-payoff": _n("On {on}: {payoff_fen}, if each instalment until then is paid on its day."),
    "closing-payoff-late": _n(
        "On {on}: {payoff_fen}, if what is overdue and each instalment until then are paid."
    ),
    "closing-payoff-plain": _n("On {on}: {payoff_fen}."),
    "closing-unpaid": _n("If nothing is paid until then: {payoff_fen}."),
    "closing-caption": _n("What it is made of, in yuan"),
    "closing-column-part": _n("Part"),
    "closing-column-kept": _n("Instalments paid"),
    "closing-column-unpaid": _n("Nothing paid"),
    "closing-column-fen": _n("Amount"),
    "closing-part-principal": _n("principal"),
    "closing-part-interest": _n("interest"),
    "closing-part-penalty": _n("penalty interest"),
    "closing-part-fee": _n("fees and damages"),
    "closing-part-held": _n("held by the lender already"),
    "closing-before": _n("Until then {before_fen} is paid by the contract; that is not in it."),
    "closing-early": _n(
        "{early_fen} of it is what the contract asks for paying early. Ask whether they waive it."
    ),
    "closing-not-allowed": _n(
        "By the contract as entered, the rest cannot be repaid early on that day. Ask the lender whether they take it all the same."
    ),
    "closing-settles": _n("This is what is left of the settlement that was agreed in writing."),
    "closing-card": _n("What is bought with it after {as_of} comes on top."),
    "closing-assumed": _n(
        "Some terms of it were not typed and were assumed, so the lender's figure may differ. Ask them how they arrive at theirs."
    ),
    "closing-theirs": _n("What counts is the lender's own figure for that day, in writing."),
    "closing-ask-figure": _n(
        "Ask the lender in writing, on its own app, at its counter or on the number in the contract. Ask what closes it on {on}, part by part, and until what time that day."
    ),
    "closing-ask-figure-private": _n(
        "Write down together what is still owed, with the day, and both sign it."
    ),
    "closing-ask-account": _n(
        "Pay only in the lender's own app or into the account that the contract names, never into a private person's account, and keep the receipt."
    ),
    "closing-ask-account-private": _n(
        "Pay so that it leaves a trace: a transfer into the person's own account, with a note of what it is for."
    ),
    "closing-ask-debit": _n(
        "Ask whether an automatic debit is still to come on those days, so that nothing is paid twice."
    ),
    "closing-ask-owner": _n(
        "Ask who the creditor is now and see the notice of the transfer before you pay: an assignment binds you only after notice."
    ),
    "closing-ask-court": _n(
        "A court has it. Ask the court, on a number that you look up yourself, how it is to be paid and what shows that the case is done."
    ),
    "closing-do-proof": _n(
        "Ask for a settlement letter: your name, the contract's number, that all is paid and on which day, with a seal. A day to look for it: {on}."
    ),
    "closing-do-proof-private": _n(
        "Get the IOU back, or a receipt that all is paid, signed and dated. A day to look for it: {on}."
    ),
    "closing-do-zero": _n(
        "See that the lender's own app says zero, and keep a picture of it with the letter and the receipts."
    ),
    "closing-do-account": _n(
        "Have the card or the line closed and the letter say so, so that nothing can be charged or drawn any more."
    ),
    "closing-do-lien-home": _n(
        "The home was pledged: ask the lender for its papers and have the mortgage struck off the register. The pledge ends with the debt, the entry only once it is struck off."
    ),
    "closing-do-lien-car": _n(
        "The car was pledged: ask the lender for its papers and have the pledge struck off the register, and get back what it holds."
    ),
    "closing-do-guarantor": _n(
        "{names} stood in for it: ask for a line in writing that the guarantee has ended, and give it to them."
    ),
    "closing-do-report": _n(
        "Look at your credit report: does it say that this is paid? A day for it: {on}. How soon a lender reports is not known here: ask it."
    ),
    "closing-do-free": _n("{free_count} reports a year are free."),
    "closing-do-dispute": _n(
        "If it is wrong, object at the credit reference centre or at the lender; an answer comes within {answer_ndays}."
    ),
    "closing-do-record": _n(
        "What was overdue stays on record for {record_nyears} from the day it ended. If all is paid on {ended}, look again on {on}."
    ),
    "closing-do-record-any": _n(
        "If it was ever overdue, that stays on record for {record_nyears} from the day it ended, paid off or not."
    ),
    "closing-do-agents": _n(
        "No one can have a true record taken off sooner. Whoever asks a fee for that is a fraud."
    ),
    "closing-settle": _n("A settlement of {settle_fen} by {until}."),
    "closing-settle-parts": _n(
        "A settlement of {settle_fen} in {payments_count} payments, the last by {until}."
    ),
    "closing-forgiven": _n(
        "Forgiven: {forgiven_fen}, of {standing_fen} that stands on the day of the figures."
    ),
    "closing-reported": _n("How it will be reported, as they said: {told}"),
    "closing-reported-unknown": _n(
        "How it will be reported is not known: ask, and have the answer in writing before you pay. A settlement may stand on the report otherwise than a debt paid in full."
    ),
    "closing-settle-unwritten": _n(
        "It is not in writing yet. Pay on it only once the sum, the days, that the rest is forgiven, and how it is reported stand in writing."
    ),
    "closing-settle-written": _n("It is agreed in writing. A day missed brings the whole contract back."),
    "closing-settle-none": _n(
        "What is overdue can also end with a smaller sum, if the lender agrees in writing. Nothing of the kind is in the book. Do not wait with what is due for the sake of such an offer."
    ),
    "closing-sale": _n(
        "What is pledged can be sold to pay it: speak with the lender first, it must be told. What the price does not pay is still owed; what is over is yours."
    ),
    "closing-sale-left": _n("A price of {price_fen} against {payoff_fen}: {left_fen} is still owed."),
    "closing-sale-over": _n("A price of {price_fen} against {payoff_fen}: {over_fen} is left to you."),
    "closing-sale-even": _n("A price of {price_fen} pays it just so."),
    "closing-sale-second": _n(
        "Another lender comes first on it: that one is paid before, and this one gets what is left."
    ),
    "closing-sale-home": _n("Settle where you will live before a home is sold."),
    "closing-sale-sued": _n(
        "A court has a debt of yours: ask the court first; at the market's price, in your own name, with receipts."
    ),
    "closing-insolvency": _n(
        "Under the law on insolvency of the place this creditor would receive {received_fen}, as a value today, over {insolvency_nyears}. What is left after that, the law of the place decides."
    ),
    "closing-insolvency-apart": _n(
        "In an insolvency under the law of the place, what is pledged for this one stands apart."
    ),
    "closing-local": _n(
        "These hold in their own places only. A court decides whether it opens such a case, and not everybody is discharged. Ask {legal_number} before you count on it."
    ),
    "closing-day-before": _n("The figures are of {as_of}: choose that day or a later one."),
    "closing-day-far": _n("That is too far ahead: choose a day within {far_nyears} of {as_of}."),
    "closing-insolvency-none": _n(
        "No law on personal insolvency that holds in the whole country is known here."
    ),
    "closing-price-wrong": _n("That is no sum in yuan."),
    "closing-day-wrong": _n("That is no day."),
}

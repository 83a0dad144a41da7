"""Sentences of the app: more."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

WEB_MORE: Final[Mapping[str, str]] = {
    "web-back-plan": _n("Back to the plan"),
    "plan-deeper": _n("Look further"),
    "deeper-asks": _n("What to ask the lenders for"),
    "deeper-note-asks": _n("The smallest changes to the terms with which the plan works."),
    "deeper-levers": _n("What would help, and how much"),
    "deeper-note-levers": _n("Side work, things to sell, a friend's loan, another due day."),
    "deeper-futures": _n("What if something happens"),
    "deeper-note-futures": _n("A job lost, an illness, a slow season: where the plan holds and where not."),
    "deeper-working": _n("This is being worked out. It can take a minute; the page fills itself."),
    "deeper-wait": _n("Nothing appears? Wait for it here"),
    "deeper-done": _n("The answer is there."),
    "if-income-less": _n("income {percent} less"),
    "if-income-more": _n("income {percent} more"),
    "if-spending-less": _n("spending {percent} less"),
    "if-spending-more": _n("spending {percent} more"),
    "debt-offer": _n("They offered or agreed to something"),
    "kinds-lever": _n("Where could money come from?"),
    "kinds-debt.concession": _n("What are they offering?"),
    "kind-note-defer": _n("No instalment for some months; ask what interest runs meanwhile."),
    "kind-note-extend": _n("More instalments, each of them smaller; in all it usually costs more."),
    "kind-note-rate": _n("A lower rate from now on."),
    "kind-note-waive": _n("Part of the interest, the penalty or the fees is forgiven."),
    "kind-note-settle": _n("A smaller sum closes the whole debt."),
    "kind-note-side-work": _n("Paid by the hour beside the job."),
    "kind-note-friend-loan": _n("In writing, with a term and what it costs."),
    "situation-add-debt.concession": _n("What they offered or agreed to"),
    "entry-edit-debt.concession": _n("What was offered or agreed"),
    "entry-edit-debt.event": _n("What happened on this debt"),
    "key-debt.concession-until": _n("answer by, or in force until"),
    "key-debt.concession-defer-months": _n("for how many months nothing is due"),
    "key-debt.concession-extend-months": _n("instalments left in all from then on"),
    "key-debt.concession-rate": _n("new rate with its period"),
    "key-debt.concession-extend-payment": _n("new instalment, if they named it"),
    "key-debt.concession-settle-amount": _n("sum that closes it"),
    "key-debt.concession-settle-percent": _n("or the share of what is owed"),
    "key-debt.concession-waive-penalty": _n("penalty interest forgiven (a sum, or 100%)"),
    "key-debt.concession-waive-fees": _n("fees forgiven (a sum, or 100%)"),
    "key-debt.concession-waive-interest": _n("interest forgiven (a sum, or 100%)"),
    "key-debt.concession-waive-principal": _n("principal forgiven (a sum, or 100%)"),
    "key-debt.concession-proof": _n("what proves it"),
    "take-lead": _n("By the end of {until} a lender could take from here:"),
    "take-one": _n("{account}: up to {could_fen} ({lenders})"),
    "take-note": _n(
        "A bank that you owe may also set off what lies there. Money for living or for stock is safer in an account in your own name that no loan is tied to, not at a bank you owe. Write down how much you moved and where: it is kept, not hidden."
    ),
    "take-note-sued": _n(
        "Keep money for living in your own name, list every account, and tell the court the truth if it asks."
    ),
    "other-title": _n("Another book is open now"),
    "other-lead": _n(
        "That form belonged to the book that was open before. Nothing was written; go to that book and type it again."
    ),
    "other-go": _n("To the book that is open"),
    "book-other": _n("The form belongs to another book."),
    "mend-court": _n("These do not wait for the figures"),
    "mend-court-do": _n(
        "Keep every paper and its envelope, ask at the court's own desk or on area code + {court_number}, and meet every date that a paper sets. {legal_number} gives free legal advice on what a paper means."
    ),
    "mend-meanwhile": _n(
        "Meanwhile food, rent, power and medicine come first, and no lender needs a promise today."
    ),
    "beside-title": _n("What else has happened?"),
    "beside-lead": _n(
        "Tick what has happened. When you put in the money at hand below, count what came of it."
    ),
    "beside-sold": _n("{name} is sold"),
    "beside-friend": _n("The money from {name} has come"),
    "beside-owed": _n("Still owed of it at the end of that day, in yuan"),
    "beside-came": _n("The day it came"),
    "beside-later-due": _n("{name} is not paid yet"),
    "beside-later-income": _n("{name} has not come yet"),
    "beside-later-spending": _n("{name} has not been spent yet"),
    "beside-when": _n("The day it is put off to"),
    "beside-friend-unclear": _n(
        "Say how much of it is owed, in digits, and the day it came, which is after the last figures."
    ),
    "beside-later-unclear": _n("Choose the day it is put off to, after the day above."),
    "settings-lock-after": _n("Lock after this long without use"),
    "settings-lock-minutes": _n("{idle_count} minutes"),
    "web-back-debt": _n("Back to the debt"),
    "key-debt.concession-upfront": _n("to pay when it is accepted"),
    "key-debt.concession-arrears": _n("what becomes of what is overdue"),
    "key-debt.concession-fee": _n("fee for it"),
    "key-debt.concession-defer-interest": _n("interest meanwhile"),
    "key-debt.event-amount": _n("amount in yuan"),
    "unsure-over": _n(
        "{debt}: {over_fen} more was paid than this book worked out; the lender's statement counts"
    ),
    "beside-friend-unnamed": _n("The money that you borrow from a friend has come"),
    "beside-sold-unnamed": _n("The thing without a name is sold"),
    "beside-friend-note": _n(
        "It then stands in the book as a debt: level instalments, at the rate and over the months of the offer. Correct it there if you agreed on something else."
    ),
    "debt-next-minimum": _n("Next due, at least"),
    "web-failed": _n("No answer came. Please try once more."),
    "broken-title": _n("Something went wrong here"),
    "broken-lead": _n(
        "The fault is in this program, not in what you did. What was saved before is still there. Go back and try once more; the numbers below work without this page."
    ),
    "refused-title": _n("This form is too old"),
    "refused-lead": _n("Nothing was changed. Open the page again and send it from there."),
    "book-gone": _n(
        "The file of the book is no longer where it was when it was opened: it was moved, replaced or deleted. What you typed last was not saved. Close the book, put the file back, and open it again; if it cannot be found, restore a backup."
    ),
    "unsaved-closed": _n(
        "Everything saved before is still there; what you typed last is not. The folder of the book cannot be written to right now: it may be read-only, or on a drive that was taken out. See to that, then try once more."
    ),
    "entry-stale-remove": _n(
        "This entry was changed elsewhere meanwhile, so it was not removed. Here it is as it stands now; if it should still go, remove it once more."
    ),
    "undo-late": _n(
        "Nothing was undone: what you wanted to take back was changed once more since. Undo the later change first."
    ),
    "told-head": _n("You said that a paper came"),
    "told-nowhere": _n(
        "No debt in the book has it yet, so the plan knows nothing of its days; written down with its debt, they count. Until then it stands here each time you open the book."
    ),
    "told-go": _n("See which paper it is, and write it down"),
    "told-debt": _n("Put in the debt that it is about"),
    "told-step": _n(
        "First find out by when that paper wants an answer, and write it down. Nothing else comes before it today."
    ),
    "visit-done-none": _n("No debt for now: go on"),
    "situation-empty": _n(
        "Nothing is filled in yet, so there is no plan. One debt with a rough figure is enough to begin with. What to do first, and what not, needs no figure at all."
    ),
    "situation-empty-first": _n("What to do first, without figures"),
    "told-log": _n(
        "The plan knows nothing of it. Note it in the contact log, with the day that it names. It stands here each time you open the book, until you say that it is dealt with."
    ),
    "field-choose": _n("Choose one"),
    "web-choose": _n("Choose"),
    "web-back-to": _n("Back to “{page}”"),
    "today-self": _n("The days ahead, and yourself"),
    "situation-from": _n("from {since}"),
    "situation-until": _n("until {until}"),
    "situation-most": _n("can be lent at most"),
    "situation-hours": _n("an hour, at most {hours_count} hours a month"),
    "about-studies-head": _n("What is known to help"),
    "about-studies": _n(
        "What the plan and the lessons say of what helps rests on studies, nearly all from the United States and Britain. Some only watched, or asked those who chose to answer. None was found on people who borrow online in China. Take it as a hint; your own months are the better guide."
    ),
    "today-no-debt": _n(
        "No debt is filled in yet, so nothing can be said of what is to be paid. One debt with a rough figure is enough to begin with."
    ),
    "estimate-step-person": _n(
        "Look up in your messages, or in what you wrote together, on which day how much of {debt} is due, and put it in below. If it stands nowhere, ask. Nothing else today."
    ),
    "estimate-not-overdue": _n("counted as not overdue"),
    "told-done": _n("It is dealt with, or never came: show it no more"),
    "told-away": _n("The paper was put away: nothing here speaks of it any more."),
    "told-back": _n("That was a mistake: show it again"),
}

"""Sentences of the pages on bills: what is taken in, every payment, why, the budget, the review."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

BILLS: Final[Mapping[str, str]] = {
    "bills-title": _n("Bills"),
    "bills-lead": _n(
        "Take in the bills that Alipay, WeChat Pay, JD, Meituan or your bank give you as a file. They show why the debt grew, what a month really costs, and how a month went."
    ),
    "bills-private": _n(
        "For your eyes only. What money was spent on is in no letter, no export, no plan and on no phone. Do not show these pages to a lender or a collector. Where a contract says what a loan is for, spending it otherwise can be a reason to ask for all of it at once."
    ),
    "bills-where": _n(
        "Kept in a file of its own on this machine, encrypted; only your own backup carries it, just as encrypted."
    ),
    "bills-add": _n("Take in bills"),
    "bills-files": _n(
        "Files: CSV, XLSX, TXT, or the ZIP as it came. Choose several at once, or drop them on the field."
    ),
    "bills-password": _n("Password of the ZIP, if it has one"),
    "bills-password-hint": _n("It is used to open the file and kept nowhere."),
    "bills-size": _n(
        "At most {most_count} MB at once. Nothing is kept yet: you see first what is in the files."
    ),
    "bills-read-go": _n("See what is in them"),
    "bills-none-given": _n("No file was chosen."),
    "bills-too-large": _n(
        "That is more than {most_count} MB at once. Choose fewer files, or a shorter time in the app's export."
    ),
    "bills-waits": _n("Files that you looked at and did not keep are still there."),
    "bills-waits-go": _n("Go on with them"),
    "bills-list-title": _n("Taken in so far"),
    "bills-none": _n("No bill is taken in yet."),
    "bills-line": _n("{format} · payments: {payments_count} · taken in on {on}"),
    "bills-line-days": _n("from {first} to {last}"),
    "bills-see-payments": _n("Every payment, month by month"),
    "bills-see-why": _n("Why the debt grew"),
    "bills-see-budget": _n("The budget"),
    "bills-see-review": _n("The month's review"),
    "bills-onward": _n("What they show"),
    "bills-remove": _n("Delete (it can be put back)"),
    "bills-delete": _n("Delete all bills for good"),
    "bills-delete-lead": _n(
        "The file with all bills and all that you taught is deleted, and every copy of it that this program keeps. This cannot be undone. Your book stays as it is; backups that you saved elsewhere stay, too."
    ),
    "bills-stale": _n(
        "This was changed meanwhile, in another window. Nothing was done; here are the bills as they stand now."
    ),
    "bills-gone": _n("This bill is not here any more."),
    "bills-damaged": _n(
        "The bills cannot be read: their file is damaged. Your book is not affected. A backup brings them back, and sets the book to the day of the backup, too."
    ),
    "bills-preview-title": _n("What is in these files"),
    "bills-preview-lead": _n("Nothing of this is kept yet."),
    "bills-file-same": _n("This very file is taken in already: it adds nothing."),
    "bills-file-new": _n("New payments: {new_count}. There already: {known_count}."),
    "bills-file-days": _n("Payments from {first} to {last}."),
    "bills-kind-spending": _n("spending"),
    "bills-kind-income": _n("income"),
    "bills-kind-refund": _n("refund"),
    "bills-kind-transfer": _n("transfer"),
    "bills-kind-repayment": _n("debt repaid"),
    "bills-locked": _n("The password that came with the ZIP"),
    "bills-locked-hint": _n("Choose the file again and type its password."),
    "bills-keep-go": _n("Keep them"),
    "bills-keep-none": _n("There is nothing new to keep."),
    "bills-leave-go": _n("Leave them"),
    "bills-other-waiting": _n(
        "Other files were looked at meanwhile, in another window. Nothing was kept; here is what waits now."
    ),
    "bills-pay-title": _n("Every payment"),
    "bills-pay-back": _n("Back to the bills"),
    "bills-pay-month": _n("Month"),
    "bills-pay-show": _n("Show"),
    "bills-pay-unsorted": _n("only those that nothing has sorted"),
    "bills-pay-unknown": _n("Not sorted yet in all months: {unknown_count}, together {unknown_fen}."),
    "bills-pay-caption": _n("Payments, in yuan; tap a category to change it"),
    "bills-pay-col-day": _n("Day"),
    "bills-pay-col-who": _n("With whom"),
    "bills-pay-col-category": _n("Category"),
    "bills-pay-col-sum": _n("Paid or received"),
    "bills-pay-none": _n("No payment here."),
    "bills-pay-empty": _n("No bill is taken in yet, so there are no single payments to show."),
    "bills-pay-sort": _n("not sorted: say what it is"),
    "bills-pay-next": _n("The next ones"),
    "bills-whose-home": _n("the home's"),
    "bills-whose-shop": _n("the shop's"),
    "bills-pay-ask-title": _n("What was this?"),
    "bills-pay-ask-lead": _n("What you say counts for all payments to “{word}”, earlier and later ones."),
    "bills-pay-ask-category": _n("Category"),
    "bills-pay-ask-open": _n("leave it to the rules"),
    "bills-pay-ask-whose": _n("Whose money"),
    "bills-pay-ask-go": _n("Remember it"),
    "bills-pay-taught": _n("What you taught: {taught_count}"),
    "bills-pay-forget": _n("Forget it"),
    "bills-left-other-currency": _n("In another currency than yuan: {row_count} (lines {lines})"),
    "bills-own": _n("From your own bills, for your eyes only"),
    "bills-link": _n("Take in bills: why the debt grew, for your eyes only"),
    "why-picture": _n("{first_fen} at the end of the first month, {last_fen} at the end of the last."),
    "why-picture-line": _n("What was owed at each month's end"),
    "why-no-bills": _n("Why the debt grew is read from your own bills, and there are none yet."),
    "why-onward": _n("What to do with it"),
    "why-lead-asks": _n("What to ask the lenders for"),
    "why-lead-budget": _n("A budget from your own past"),
    "why-lead-situation": _n("What each debt costs: open it in the situation"),
    "why-set-shock": _n(
        "The main cause is something that happened: a fall in income or a large sum that came once. If you agree, the plan puts first what fits that. Only this one word goes into the plan; nothing of your bills does."
    ),
    "why-set-structural": _n(
        "The main cause is that what cannot be done without takes more than comes in. If you agree, the plan puts first what fits that. Only this one word goes into the plan; nothing of your bills does."
    ),
    "why-set-habits": _n(
        "The main cause is other spending above what was left. If you agree, the plan puts first what fits that. Only this one word goes into the plan; nothing of your bills does."
    ),
    "why-set-go": _n("Set this cause in my plan"),
    "why-known": _n("Say what you know of earlier days"),
    "why-known-lead": _n(
        "What was owed at the end of {on}, all of it, and the money that was there. Leave open what you do not know. Kept beside the bills, as private as they are."
    ),
    "why-known-cash": _n("Money in all accounts that day"),
    "why-known-go": _n("Keep this"),
    "budget-no-bills": _n(
        "Without bills the budget rests on what your situation says. With them it rests on your own past."
    ),
    "budget-your-share": _n("Your part of what the home takes, in percent"),
    "budget-share-go": _n("Count it so"),
    "bills-see-unsorted": _n("Payments that nothing has sorted"),
    "review-not-ready": _n(
        "A review looks at the days since {as_of}, the day of your figures. No bill goes beyond it yet: take in the bills since then, or say what has happened."
    ),
    "review-walk": _n(
        "Ten minutes, once a month: open each lender's app, type what it shows, and see what went well, what slipped, and the honest new date."
    ),
    "review-until": _n("Up to which day"),
    "review-balances": _n("What each lender shows as principal left"),
    "review-balances-hint": _n("Leave open what you did not look up."),
    "review-hand": _n("Money at hand on that day; counted from the bills if left open"),
    "review-go": _n("Look at the month"),
    "review-again": _n("Back to the questions"),
    "review-until-unclear": _n(
        "The day must lie after {as_of} and not after {latest}, the last day that the bills cover."
    ),
    "review-balance-unclear": _n(
        "The balance of {debt} could not be read. Write it like 8600.00, or leave it open."
    ),
    "review-hand-unclear": _n(
        "The money at hand could not be read. Write it like 8600.00, or leave it open."
    ),
    "review-take": _n("Make the new plan"),
    "review-take-lead": _n(
        "The repayments that the bills show are filled in for you; look at them once more before they are taken in. Only who was repaid, when and how much goes into your book, nothing of what else was spent."
    ),
    "review-take-go": _n("Go through them and plan anew"),
    "banks-title": _n("The columns of a bank's file"),
    "banks-lead": _n(
        "Most banks' files are understood as they are. Where one is not, say once which heading stands over what; it is kept beside the bills and used for that bank from then on."
    ),
    "banks-hint": _n(
        "Is it a bank's file, and was it read wrongly or not at all? Say which column is what, then choose it again."
    ),
    "banks-bank": _n("The bank, as you call it"),
    "banks-account": _n("The account, best with the card's last four digits"),
    "banks-columns": _n("The headings, as they stand in the file"),
    "banks-columns-hint": _n(
        "A day and an amount are needed, or a day and one column each for what came in and what went out."
    ),
    "banks-column-day": _n("Heading of the day's column"),
    "banks-column-amount": _n("Heading of the amount's column"),
    "banks-column-in": _n("Heading of what came in"),
    "banks-column-out": _n("Heading of what went out"),
    "banks-column-counterparty": _n("Heading of the other side's column"),
    "banks-column-text": _n("Heading of the note's column"),
    "banks-column-summary": _n("Heading of the bank's own summary"),
    "banks-column-balance": _n("Heading of the balance's column"),
    "banks-plus": _n("An amount without a sign means"),
    "banks-plus-open": _n("find it out"),
    "banks-plus-in": _n("money came in"),
    "banks-plus-out": _n("money went out, as on many cards"),
    "banks-card": _n("It is a credit card"),
    "banks-keep": _n("Keep it for this bank"),
    "banks-saved": _n("Banks that were said"),
    "banks-unclear": _n(
        "A name for the bank is needed, a heading over the day, and one over the amount, or one each over what came in and what went out."
    ),
    "bills-pay-why": _n("Back to why the debt grew"),
    "bills-file-anew": _n(
        "This file is kept already. It is read anew with what you have said of the bank since; no payment counts twice."
    ),
    "bills-own-demo": _n("From made-up payments: what these pages show"),
    "bills-made-up": _n(
        "Every payment here is made up, like the people of this example. In your own book these pages rest on your own bills, and are for your eyes only."
    ),
    "budget-shop-add": _n("Write down for the shop"),
    "prepared-receivable": _n("Money that a customer still owes the shop"),
    "prepared-supplier": _n("Goods taken on account and not paid yet"),
    "prepared-lead-receivable": _n(
        "Write down the day on which it should come. It then stands in the shop's budget, in that month. Leave out what is not likely to come."
    ),
    "prepared-lead-supplier": _n(
        "Where all of it is due at once: one instalment left if it is due on the next such day, two if a month later."
    ),
    "bills-pay-caption-demo": _n("Payments, in yuan; all of them are made up"),
    "why-known-unclear": _n(
        "This could not be read: {debts}. Write a sum like 8600.00, or leave it open. Nothing was kept."
    ),
    "bills-pay-debt": _n("A debt: repaid, or the loan that came"),
    "bills-kind-borrowed": _n("borrowed"),
}

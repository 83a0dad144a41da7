"""Sentences of the walk through the credit report."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

WEB_REPORT: Final[Mapping[str, str]] = {
    "report-form-title": _n("Find debts you may have forgotten"),
    "report-form-lead": _n(
        "An old card, a loan that was sold on, a friend's loan you signed for: much of it stands in the credit report. Go through it part by part. What you tick or add is saved at once, and you can stop anywhere."
    ),
    "report-form-report-of": _n("Report of {on}"),
    "report-form-go-on": _n("Go on with the next part"),
    "report-form-to-end": _n("What matched, what was new"),
    "report-form-parts": _n("The parts, in the order of the report"),
    "report-form-found": _n("ticked: {found_count}"),
    "report-form-done": _n("looked through"),
    "report-form-get": _n("How to get the report"),
    "report-form-careful": _n(
        "You can do all of this yourself. Someone offers to do it, or to “clean” a record, and wants money, a password or a code? Give nothing."
    ),
    "report-form-keep-safe": _n(
        "The report says a lot about you. Keep the copy where nobody else reads it, and delete it once you are through."
    ),
    "report-form-another": _n("Another report"),
    "report-form-have": _n("I have the report"),
    "report-form-day": _n("What date is on the report?"),
    "report-form-day-hint": _n(
        "It stands at the very top, with the time. Everything in the report is of that day or earlier."
    ),
    "report-form-day-unclear": _n("That day could not be read, or is still to come."),
    "report-form-start": _n("Begin"),
    "report-form-back": _n("Back to the parts"),
    "report-form-back-part": _n("Back to the report"),
    "report-form-looks": _n("What it looks like in the report"),
    "report-form-question": _n("Is there anything here?"),
    "report-form-tick": _n("Tick those of your debts that stand there."),
    "report-form-others": _n("Another of my debts"),
    "report-form-others-all": _n("My debts"),
    "report-form-nothing": _n("Nothing there? Leave all of it open and go on."),
    "report-form-changed": _n("Something was changed meanwhile, in another window. Tick once more and save."),
    "report-form-sources": _n("Where this was read"),
    "report-form-part-taken": _n("Sold on, or paid by a guarantor"),
    "report-form-part-card": _n("Credit cards"),
    "report-form-part-loan": _n("Loans"),
    "report-form-part-guarantee": _n("Loans of others that you answer for"),
    "report-form-part-bill": _n("Unpaid bills"),
    "report-form-part-public": _n("Court, tax, fines"),
    "report-form-hint-taken": _n(
        "The report names this company as the one owed. In your list the debt may still carry the first lender's name. Its code is that of the month in which it was taken over."
    ),
    "report-form-hint-card": _n("Look at every card on which something is owed, old ones too."),
    "report-form-hint-loan": _n(
        "The report names who lent the money; the app may have another name. Pass over what is paid off."
    ),
    "report-form-hint-guarantee": _n(
        "Do you pay it, or did you borrow together? Then add it as a debt of yours. If the borrower pays it, it is kept here so that it is not forgotten."
    ),
    "report-form-hint-bill": _n("What is unpaid here is a payment, not a loan."),
    "report-form-hint-public": _n(
        "A judgment is often about a debt that is in your list: tick that one. A court paper with a day in it comes before everything here."
    ),
    "report-form-add": _n("In the report, but not in my list"),
    "report-form-add-guarantee": _n("Not in my list yet"),
    "report-form-creditor": _n("Who is owed, as written in the report"),
    "report-form-balance": _n("What is left to pay, in yuan"),
    "report-form-code": _n("The code of the latest month"),
    "report-form-code-none": _n("none, or the short report"),
    "report-form-month": _n("That month, such as 2026-10"),
    "report-form-add-go": _n("Go on: fill in the rest"),
    "report-form-codes": _n("What a month's code says of the first day"),
    "report-form-codes-lead": _n(
        "The long report has a code for each month. It says how long a payment was overdue then."
    ),
    "report-form-range-go": _n("Between which days?"),
    "report-form-range-open": _n("Choose the code and its month first."),
    "report-form-since": _n("The first payment missed fell due between {first} and {last}."),
    "report-form-since-before": _n("The first payment missed fell due on {last} or before."),
    "report-form-since-note": _n(
        "The report does not say on which day of the month it counted, so the range is wide. The exact day stands in the lender's app."
    ),
    "report-form-month-unclear": _n("That month could not be read. Write it like 2026-10."),
    "report-form-code-old": _n(
        "What this code means needs to be checked again; look at the last page of the report."
    ),
    "report-form-legend": _n("All codes"),
    "report-form-classes": _n("The five classes"),
    "report-form-classes-lead": _n("It is how the lender sorts what it is owed, for its own books."),
    "report-form-record": _n("Which kind of record is it?"),
    "report-form-record-judgment": _n("a judgment"),
    "report-form-record-enforcement": _n("enforcement by a court"),
    "report-form-record-tax": _n("arrears of tax"),
    "report-form-record-fine": _n("a fine by an authority"),
    "report-form-whom": _n("Whose loan is it?"),
    "report-form-lender": _n("At which lender?"),
    "report-form-up-to": _n("Up to how much, in yuan"),
    "report-form-until": _n("When does the loan end?"),
    "report-form-until-hint": _n(
        "Not in the report? Ask the borrower, or take the day on which you want to look again."
    ),
    "report-form-called": _n("Has the lender asked you to pay?"),
    "report-form-guarantee-note": _n(
        "It is kept under “Payments that are no debts” with the sum 0: the plan stays as it is. Asked to pay? Before you pay or promise anything, ask {legal_number} whether you must and how much; then add it on the next page."
    ),
    "report-form-guarantee-open": _n("For whom, at which lender and until when: these three are needed."),
    "report-form-guarantee-name": _n("Guarantee for {whom} at {lender}, up to {up_to}"),
    "report-form-guarantee-name-open": _n("Guarantee for {whom} at {lender}"),
    "report-form-keep": _n("Keep it in my list"),
    "report-form-waiting": _n("Kept, nothing due now"),
    "report-form-debt-lead": _n(
        "What the report says is filled in. What you do not know, leave empty; the product fills in what is usual."
    ),
    "report-form-due-lead": _n("It counts as a payment on the day you choose."),
    "report-form-end": _n("The report and your list"),
    "report-form-open": _n("Some parts are still open."),
    "report-form-added": _n("New in your list"),
    "report-form-added-none": _n("Nothing was new."),
    "report-form-matched": _n("In both"),
    "report-form-matched-none": _n("None ticked."),
    "report-form-compare": _n(
        "If the sums differ: the report is as old as the month it names. The lender's app has today's."
    ),
    "report-form-absent": _n("In your list, not in the report"),
    "report-form-absent-open": _n("In your list, not ticked so far"),
    "report-form-absent-none": _n("None."),
    "report-form-absent-private": _n("From a private person or firm: such loans are usually not in it."),
    "report-form-absent-newer": _n("It began after the report."),
    "report-form-absent-other": _n(
        "It may be newer than the month the report goes to, or stand under another name. Look once more."
    ),
    "report-form-unknown": _n("A loan that you do not know"),
    "report-form-unknown-lead": _n(
        "Look first whether it is a lender you know under another name. If it really is not yours, object, yourself: you need nobody in between."
    ),
    "report-form-sold": _n("For a debt that was sold"),
    "report-form-sold-lead": _n(
        "Before you pay a buyer, ask the first lender whether it was sold and to whom: in its own app, or on a number you find yourself."
    ),
}

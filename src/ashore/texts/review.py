"""What is said of a monthly review, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

REVIEW: Final[Mapping[str, str]] = {
    "review-head-well": _n("What went well"),
    "review-span": _n("From the day after {as_of} to {until}."),
    "review-well-paid": _n("Payments of the plan made on time: {row_count}, {paid_fen} together."),
    "review-well-late": _n("Payments that came late and are made all the same: {row_count}."),
    "review-well-budget": _n("The month took {less_fen} less than its envelopes had."),
    "review-well-no-borrowing": _n("Nothing new was borrowed, as far as the bills show."),
    "review-well-closed": _n(
        "{debt}: by these figures nothing is owed any more. Ask for the settlement letter."
    ),
    "review-well-looked": _n("You looked. That is the hardest part of a month like this."),
    "review-head-payments": _n("The plan against fact"),
    "review-payments-caption": _n("What the plan wanted paid, and what the bills show, in yuan"),
    "column-date": _n("Day"),
    "review-column-planned": _n("Planned"),
    "review-column-paid": _n("Paid of it"),
    "review-column-how": _n("How"),
    "review-how-paid": _n("on time"),
    "review-how-late": _n("{late_ndays} late"),
    "review-how-part": _n("in part"),
    "review-how-missed": _n("not seen in the bills"),
    "review-beyond": _n("{debt}: {beyond_fen} more than the plan wanted by now."),
    "review-unmatched": _n(
        "Repayments that name no debt of your file and fit no planned sum: {row_count}. They are not counted; say which debt they were for."
    ),
    "review-unmatched-row": _n("{on}: {sum_fen}, {who}."),
    "review-drawn": _n(
        "The bills show {drawn_fen} newly borrowed. It is not in the file yet: add it as a debt, then make the plan anew."
    ),
    "review-head-facts": _n("The envelopes against fact"),
    "review-no-month": _n(
        "The bills cover no whole month that ended after {as_of}, so no envelope is held against them yet."
    ),
    "review-facts-caption": _n("What the envelopes had and what was spent in {of_month}, in yuan"),
    "review-column-had": _n("Had"),
    "review-column-spent": _n("Spent"),
    "review-column-over": _n("Over"),
    "review-head-statements": _n("What the lenders should say"),
    "review-statements-caption": _n("By the contract, at the end of {until}, in yuan"),
    "review-column-charged": _n("Charged since"),
    "review-column-balance": _n("Principal left"),
    "review-column-said": _n("Lender says"),
    "review-column-difference": _n("Difference"),
    "review-differs-more": _n(
        "{debt}: the lender says {difference_fen} more. Get its statement and hold it against the contract: ashore audit FILE {id} STATEMENT."
    ),
    "review-differs-less": _n(
        "{debt}: the lender says {difference_fen} less. Get its statement and see what was taken off: ashore audit FILE {id} STATEMENT."
    ),
    "review-agrees": _n("{debt}: the lender's balance is as it should be."),
    "review-unsure": _n(
        "{debt}: this does not follow for certain from the file; only the lender's figure counts."
    ),
    "review-look-up": _n("Look the balance up in each lender's own app and say it: --said DEBT=YUAN."),
    "review-head-ahead": _n("The date, honestly"),
    "review-date-same": _n("The day the last debt is closed stays {after}."),
    "review-date-later": _n("The day the last debt is closed moves from {before} to {after}."),
    "review-date-earlier": _n("The day the last debt is closed comes forward from {before} to {after}."),
    "review-date-new": _n("By these figures the last debt is closed on {after}."),
    "review-date-none": _n(
        "By these figures there is no honest date yet. What holds meanwhile and whom to ask: ashore plan FILE."
    ),
    "review-cash-assumed": _n(
        "The money at hand was counted from the bills: {cash_fen}. If it is another sum, give it: --cash YUAN."
    ),
    "review-date-slipping": _n("With spending as it has really gone in your months it is {after}."),
    "review-date-slipping-none": _n(
        "With spending as it has really gone in your months, the plan does not hold."
    ),
    "review-head-learnt": _n("What your own months say"),
    "review-learnt-none": _n("Months to learn from so far: {month_count}; that is too few."),
    "review-learnt": _n("Over {month_count} months, {ratio_rate} of what was meant was spent."),
    "review-learnt-bounded": _n(
        "The plan counts with {planned_rate} at most; beyond that the budget itself is to be made anew."
    ),
    "review-head-goal": _n("One thing for the next month"),
    "review-goal-payment": _n(
        "{debt}: the {open_fen} of {on}. If the money is not there, speak to them before you are called."
    ),
    "review-goal-repayments": _n(
        "Find out which debts the repayments are for that were not recognised ({row_count})."
    ),
    "review-goal-envelope": _n("{name}: stay within {budget_fen}; it was {spent_fen}."),
    "review-goal-new-envelope": _n(
        "{name}: {spent_fen} had no envelope. Give it one, or see whether it comes again."
    ),
    "review-goal-unknown": _n("Say what {spent_fen} was for; then the budget can hold it."),
    "review-goal-on": _n("Go on as you did."),
    "review-payday": _n("Payday is {on}: put the money into its envelopes that day, before anything else."),
    "agenda-payday": _n("payday: put the money into its envelopes"),
    "review-nothing-since": _n(
        "The bills hold nothing after {as_of}, the day of your file. Export them anew, then look again."
    ),
    "review-said-unclear": _n("A balance is written DEBT=YUAN, as wsd=8123.45."),
    "review-cash-unclear": _n("The money at hand is written in yuan, as 1200.50."),
    "reviews-unreadable": _n("The file of past months cannot be read: {detail}."),
    "review-month-wrong": _n("This month is left out: it cannot be read."),
    "review-how-extra": _n("early repayment, not made in full; nothing is overdue for it"),
    "review-no-income": _n("The bills show no income since {as_of}; the file's was counted, {income_fen}."),
    "review-near-rule": _n(
        "A repayment that names no debt counts for a planned one where the sum is exactly the same and the days are at most {near_ndays} apart."
    ),
    "review-over-rule": _n("“Over” is shown from {over_rate} more than was kept on, and from {over_fen} on."),
    "review-sharp-rule": _n("A difference below {sharp_fen} counts as rounding."),
    "review-paydays": _n("Paydays"),
    "review-paydays-lead": _n(
        "On the day itself, before anything else: put the month's money into its envelopes. The next ones:"
    ),
    "review-paydays-take": _n("Remind me on these days, in my calendar"),
    "review-paydays-note": _n("The file says “look through the month” and the day: no amount, no name."),
    "review-bought": _n(
        "{debt}: {bought_fen} was bought on it in this time, as far as the bills show, and is counted into what is left. Put the balance that the lender shows into your figures, so that later plans count with it."
    ),
    "review-bought-elsewhere": _n(
        "{elsewhere_fen} more was bought on credit that none of your debts stands for. It is owed all the same: add it as a debt, then make the plan anew."
    ),
    "review-month-begun": _n(
        "This month had begun when the budget was made on {as_of}; it is held against the envelopes of the budget's first month."
    ),
    "review-keep-nothing": _n("No whole month was looked through, so {file} stays as it was."),
}

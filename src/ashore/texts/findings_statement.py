"""What is said about a lender's statement that is not a clean table, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

FINDINGS_STATEMENT: Final[Mapping[str, str]] = {
    "statement-empty": _n("There is nothing in this statement."),
    "statement-not-table": _n(
        "This is not a table that can be read. Please save it as CSV or XLSX, or type its lines into a text file."
    ),
    "statement-columns-wrong": _n(
        "No line names a column of days (such as due date) and a column of amounts (such as principal). The first line says: {seen}."
    ),
    "statement-no-rows": _n("Below the headings stands no figure that can be compared."),
    "statement-day-wrong": _n(
        "“{read}” is no day that can be read for certain. Please write it as 2026-11-15."
    ),
    "statement-amount-wrong": _n(
        "“{read}” is no amount that can be read for certain. Please write it as 1199.70."
    ),
    "statement-amount-negative": _n(
        "“{read}” is negative. Please write the amount without a sign and say in the column of kinds whether it was paid or charged."
    ),
    "statement-amount-finer": _n("“{read}” has parts smaller than a fen."),
    "statement-row-unused": _n("This line has a day or an amount, not both; it was set aside: {read}"),
    "statement-kind-unknown": _n(
        "“{read}” is no kind that is known here. Please write what it is: lent, payment, early repayment, interest, penalty, compound, damages, fee, balance. Of a settlement: settlement agreed, settlement due, settlement payment, rest forgiven. Of a card: bill, minimum, purchase, cash advance."
    ),
    "statement-amount-missing": _n("It cannot be told which amount of this line counts: {read}"),
    "statement-row-unclear": _n(
        "“{read}”: this line did not happen, or was taken back. Please delete it together with the line it belongs to."
    ),
    "statement-sheets": _n(
        "Several sheets of this file hold a table. Please keep the one that is meant, or save it as CSV."
    ),
    "statement-heading-unclear": _n(
        "“{read}” means one thing with one lender and another with the next. Please rename the column to what it is (such as principal, interest, paid, principal left; amounts in yuan), or delete it."
    ),
    "statement-heading-twice": _n("The heading “{read}” stands twice. Please keep one, or rename it."),
    "statement-due-or-paid": _n(
        "“{read}” stands beside what was paid: is it the day it was due, or the day it was paid? Please rename it to due date or paid on."
    ),
    "statement-paid-without-day": _n(
        "This line says that something was paid, but not on which day. Please add a column for it (paid on)."
    ),
    "statement-due-twice": _n(
        "The same instalment stands in two lines, and it cannot be told whether they are shares of it or say it twice. Please keep one line for what was due; what was paid in several sums goes into a running account, one line for each payment."
    ),
    "statement-drawn-twice": _n(
        "Money was paid out {draws_count} times, and no column says which draw a line belongs to. By days, principal and balances there is more than one way to share the lines out. One that may be of either: line {lines}. Each draw is a loan of its own. Please ask the lender for the statement of each draw, or for its number in each line (draw)."
    ),
    "statement-day-order": _n(
        "This line is of {day}, the one above of {before}: out of order. It was counted on its day."
    ),
    "statement-due-joined": _n(
        "This line is of the same instalment as line {before}. They were counted as one instalment, each payment on its own day."
    ),
    "statement-draw-unnamed": _n(
        "This line does not say which draw it belongs to; other lines do. Please write the draw beside it. A payment for several draws needs a line for each."
    ),
    "statement-draw-unclear": _n(
        "These lines are of several draws ({draws}), and it cannot be told which of them this debt is. Please write the draw's number into the name of this debt."
    ),
    "statement-draw-others": _n(
        "Only the lines of draw {read} were counted. Those of other draws were left alone: {draws}."
    ),
    "statement-total-unread": _n("This total was not compared: lines of several kinds stand above it."),
    "statement-columns-unused": _n("These columns were not used: {columns}."),
    "statement-number-missing": _n(
        "Before this line instalment {missing} is missing. Please add its line. If there is no such instalment, empty the column of numbers."
    ),
    "statement-number-order": _n(
        "By its due day, number {number} comes after number {before}. The days were taken, not the numbers."
    ),
    "statement-card-line": _n(
        "In a card's statement each line needs its word: bill, minimum, purchase, payment, interest, damages or fee. Please write which this one is."
    ),
    "statement-only-card": _n(
        "Only a card's statement has such a line; this debt is repaid in instalments. Is it the right debt?"
    ),
    "statement-card-bills": _n(
        "At least two bills are needed, each in a line with its day and all that it says is owed. Between two bills interest can be counted again."
    ),
    "statement-draws-many": _n(
        "Money was paid out {draws_count} times, and no column says which draw a line belongs to. There are too many ways to share the lines out to try them all. Please ask the lender for the statement of each draw, or for its number in each line (draw)."
    ),
    "statement-draws-no-way": _n(
        "Money was paid out {draws_count} times, and no column says which draw a line belongs to. In no way do the lines fit the draws. Perhaps lines are missing, a balance is that of all draws together, or one line is for several. Please ask the lender for the statement of each draw, with its number (draw), its principal, interest and balance in each line."
    ),
    "statement-draws-which": _n(
        "The lines can be told apart, but not which draw this debt is: money was paid out on {draws}. Please write into this debt on which day it was paid out and how much it was then."
    ),
    "statement-draws-told": _n(
        "No column names the draws. By days, principal and balances the lines can be shared out in one way only: to the draw of {lent_on} over {lent_fen} belong lines {lines}. Those of the others were left alone: {others}."
    ),
    "statement-settlement-twice": _n(
        "A second settlement is in this line, and which sums belong to which cannot be told. Please keep the one that holds, and ask the lender in writing which one that is."
    ),
    "statement-settlement-days": _n(
        "By which days the settlement is to be paid, and when it was agreed, cannot be told. Please write a line with the day it was agreed and the sum (settlement agreed), and one for each payment with its last day (settlement due)."
    ),
    "statement-forgiven-not-all": _n(
        "This line says that principal, or the rest, was waived, but after it the debt goes on (line {after}). How much of what was waived cannot be told. Please ask the lender how much principal, interest and penalty interest it waived, and what was left."
    ),
    "statement-paid-without-sum": _n(
        "This line says on which day it was paid, but not how much. Please add a column for it (paid); where all of it was paid, a column “status” that says “paid” does too."
    ),
}

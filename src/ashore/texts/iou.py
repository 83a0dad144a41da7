"""Words of an IOU: the paper, what is told beside it, what keeps it from being made, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

IOU: Final[Mapping[str, str]] = {
    "iou-title": _n("IOU"),
    "iou-lender": _n("Lender (name, ID card number)"),
    "iou-borrower": _n("Borrower (name, ID card number)"),
    "iou-lent": _n("The lender lends the borrower {amount_fen} (spelt out: {amount_capitals})."),
    "iou-transfer": _n(
        "The money is lent by bank transfer and is to arrive on {on}; the record of the transfer is attached. The loan begins on the day the money arrives."
    ),
    "iou-account": _n("The borrower's own account (bank, holder, number)"),
    "iou-arrived": _n("Day on which the money arrived"),
    "iou-purpose": _n("What the loan is for, in the borrower's own words:"),
    "iou-purpose-blank": _n("What the loan is for"),
    "iou-term": _n("The loan runs from {on} to {until}."),
    "iou-no-interest": _n("No interest is charged on this loan."),
    "iou-interest-days": _n(
        "The loan bears {rate_percent} a year, simple interest, for the actual days, a year having {year_days}. This is not above the {cap_percent} that courts grant at most for a private loan made on that day."
    ),
    "iou-interest-months": _n(
        "The loan bears {rate_percent} a year, counted by the month on what is still owed; the table has the sums. This is not above the {cap_percent} that courts grant at most for a private loan made on that day."
    ),
    "iou-table": _n("What is repaid on which day"),
    "iou-late": _n(
        "Principal that is not repaid in time bears {late_percent} a year from the day it became overdue, for the actual days, a year having {year_days}. Late interest, damages and other fees together do not exceed {cap_percent} a year."
    ),
    "iou-late-none": _n("No interest is charged on what is repaid late."),
    "iou-late-same": _n("Principal that is not repaid in time goes on bearing the same rate."),
    "iou-early": _n(
        "The borrower may repay early; interest is then counted for the time that the money was really used."
    ),
    "iou-repay": _n(
        "Every repayment goes by bank transfer to the lender's account below and is marked as a repayment of this loan. When all is repaid, the lender gives a receipt and hands this paper back."
    ),
    "iou-repay-account": _n("The lender's account (bank, holder, number)"),
    "iou-copies": _n("This paper is made in two copies, one for each side."),
    "iou-place": _n("Place of signing"),
    "iou-signs-lender": _n("Lender (signature)"),
    "iou-signs-borrower": _n("Borrower (signature)"),
    "iou-head-before": _n("Before you sign"),
    "iou-head-about": _n("What this rests on"),
    "iou-before-sued": _n(
        "A court has one of the debts: this loan stands in the list of what you own and owe, comes into your own account, and no friend or relative is repaid before the day in the table, ahead of the others."
    ),
    "iou-before-own-money": _n(
        "Only money that the friend really has, never money they borrow for you: a loan passed on from a bank's loan is void. If anybody proposes that a friend borrow in your place, say no."
    ),
    "iou-before-loss": _n(
        "If things go wrong, the friend may not get this money back. Tell them before they lend, with the figures of your plan."
    ),
    "iou-before-transfer": _n(
        "By bank transfer into your own account, no cash. Keep the record of the transfer with this paper, and the record of every repayment."
    ),
    "iou-before-tax": _n(
        "Interest that the friend receives is taxed as income; how it is declared, {tax_number} can say."
    ),
    "iou-before-late": _n(
        "No rate for late repayment is agreed. From the day it is overdue the lender can still ask a court for interest at the one-year LPR of that time."
    ),
    "iou-before-lpr": _n(
        "The limit rests on the one-year LPR that you typed: {lpr_percent} for {on}. Check it on the central bank's own page before signing."
    ),
    "iou-before-guarantor": _n(
        "Nobody else signs. Whoever is to stand as guarantor must be named as one, and must first know what that means; a husband's or wife's signature can make it a debt of both."
    ),
    "iou-before-hand": _n(
        "Names, ID card and account numbers are written by hand, each by whom they belong to: nothing of them is kept here. If the paper has several pages, both sign each of them."
    ),
    "iou-before-day": _n("The paper is dated {day}. For another day of signing, make it again."),
    "iou-amount-unclear": _n("The amount “{read}” cannot be read. Write it in yuan, in figures."),
    "iou-on-unclear": _n("The day the money comes, “{read}”, cannot be read. Write it as year-month-day."),
    "iou-until-unclear": _n(
        "The day of the last repayment, “{read}”, cannot be read. Write it as year-month-day."
    ),
    "iou-rate-unclear": _n("The yearly rate “{read}” cannot be read. Write it in percent."),
    "iou-late-rate-unclear": _n(
        "The yearly rate for late repayment, “{read}”, cannot be read. Write it in percent."
    ),
    "iou-lpr-unclear": _n("The LPR “{read}” cannot be read. Write it in percent."),
    "iou-method-unclear": _n("“{read}” is no way of repaying that is known here."),
    "iou-amount": _n("The amount must be more than nothing and at most {most_fen}."),
    "iou-days": _n("The last repayment ({until}) must come after the money ({on})."),
    "iou-too-long": _n("An IOU made here runs for {most_nmonths} at most."),
    "iou-not-months": _n(
        "Instalments need a whole number of months. From {on}, the last one could be on {near}; or all is repaid at the end."
    ),
    "iou-rate-over": _n(
        "{typed_percent} a year is above what courts grant for a private loan of {on}: at most {cap_percent}, by the one-year LPR of {lpr_percent}. Agree on {cap_percent} or less."
    ),
    "iou-late-rate-over": _n(
        "{typed_percent} a year for late repayment is above what courts grant for a private loan of {on}: at most {cap_percent}, with damages and fees in it, by the one-year LPR of {lpr_percent}. Agree on {cap_percent} or less."
    ),
    "iou-lpr-needed": _n(
        "The one-year LPR of {on} is not known here: it was last looked up on {last_seen}, when it was {lpr_percent}. Look up the figure of that month on the central bank's own page and type it. For a loan without interest it is not needed."
    ),
    "iou-lpr-differs": _n("The one-year LPR of {on} is known: {lpr_percent}, not {typed_percent}."),
    "iou-lpr-odd": _n(
        "{typed_percent} is not what a one-year LPR has been: {highest_percent} at the most so far. Type the LPR itself, not the limit made from it."
    ),
    "iou-too-old": _n("A loan from before {since} cannot be put on paper here: other limits hold for it."),
    "iou-sign-chinese": _n(
        "Print the Chinese paper to sign (the language can be changed); this one is to read along."
    ),
    "sheet-ending": _n("{file}: a paper's file ends in one of {endings}."),
    "iou-too-small": _n(
        "The sum is too small for so many instalments: each must come to {least_fen} at least."
    ),
    "iou-before-past": _n(
        "The day the money comes, {on}, is over. Write that day only if the money really came into the account on it, with the record to show it: a paper made later for money that never came, or came otherwise, can be held to be false."
    ),
}

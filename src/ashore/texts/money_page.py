"""Words of the page on money, and of the form of an IOU in the app, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

MONEY_PAGE: Final[Mapping[str, str]] = {
    "money-title": _n("Money: work, things to sell, and a friend's loan last"),
    "deeper-note-money": _n("What each leaves in hand, what it is worth to the plan, what to watch out for."),
    "money-lead": _n(
        "First what is your own: work and things. A friend's loan comes last, because the loss would be theirs."
    ),
    "deeper-money": _n("Work, things to sell, a friend's loan"),
    "money-head-care": _n("First of all: a court has one of the debts"),
    "money-care": _n(
        "Sell at the market price, with a receipt, in your own name, the money into your own account. Give nothing away, put nothing into somebody else's name, and repay no relative or friend before the time, ahead of the others. Keep the list of all your accounts, and answer truthfully if the court asks what you own."
    ),
    "money-head-sale": _n("Things to sell"),
    "money-sale-planned": _n(
        "The plan counts on it: {amount_fen} in {sale_month}. Once it is sold, say so at the next check-in."
    ),
    "money-sale-free": _n("The plan does not count on it."),
    "money-sale-last": _n("Selling does as much until {last_month}."),
    "money-sale-fee": _n(
        "If a platform keeps {fee_percent} of the price, {fee_fen} go to it and {net_fen} stay. That figure is reprinted and the sources differ: check the platform's own page before you set the price."
    ),
    "money-sale-tax": _n(
        "Selling your own used things is free of VAT. For anything beyond that, ask {tax_number}."
    ),
    "money-head-work": _n("Work on the side"),
    "money-withheld-platform-none": _n("On a platform nothing is withheld from {pay_fen} a month."),
    "money-withheld-platform-some": _n(
        "On a platform, of {pay_fen} a month {once_fen} are withheld in the first month of the year, and {year_fen} over a whole calendar year. It is settled after the year's end."
    ),
    "money-withheld-payer-none": _n("Without a platform nothing is withheld from one payment of {pay_fen}."),
    "money-withheld-payer-some": _n(
        "Without a platform, who pays {pay_fen} at once withholds {once_fen}; it is settled after the year's end."
    ),
    "money-net": _n("After {cost_fen} of cost about {net_fen} a month stay, on average over a year."),
    "money-net-hourly": _n(
        "After {cost_fen} of cost about {net_fen} a month stay, on average over a year: {hourly_fen} an hour."
    ),
    "money-work-cost": _n(
        "The hourly pay in the book should be what stays after the cost of doing the work: the vehicle, food on the way, equipment, insurance."
    ),
    "money-work-tax": _n(
        "Labour pay counts with wages in the year's income; how it is settled, {tax_number} can say. Unemployment benefit stops when one is in work again; whether odd jobs count, ask {social_number} before you begin. Work no more than your health allows."
    ),
    "money-head-scams": _n("How to tell a job scam"),
    "money-scam-fees": _n(
        "Money first, whatever it is called: a fee, a bond, a deposit, clothes. An employer may not take money from you, keep your ID card or ask for a guarantee."
    ),
    "money-scam-tasks": _n(
        "Clicking, liking, placing orders: a little is paid at first, then you are to advance large sums, then to pay so that the money is “unfrozen”."
    ),
    "money-scam-training": _n(
        "A job that begins with a course on credit: training instead of work, a loan instead of pay."
    ),
    "money-scam-doubt": _n("In doubt, ask {fraud_number} before you pay or send anything."),
    "money-friend-none": _n(
        "A friend's loan is not counted on. It is not needed, would not be enough, or what is missing each month would stay missing; the loss would be the friend's."
    ),
    "money-head-about": _n("What this page rests on"),
    "money-nothing": _n("Nothing to sell, no side work, no friend's loan stands in the book yet."),
    "money-iou": _n("Write an IOU"),
    "money-net-title": _n("What stays of side work"),
    "money-net-pay": _n("Pay a month, yuan"),
    "money-net-cost": _n("What it costs a month, yuan"),
    "money-net-hours": _n("Hours a month"),
    "money-net-go": _n("Work it out"),
    "money-net-unclear": _n("One of these cannot be read. Write figures, in yuan and whole hours."),
    "money-head-net": _n("What stays"),
    "iou-page-title": _n("A written loan from a friend"),
    "iou-page-lead": _n(
        "It protects you both. What is typed here is not kept; names and numbers are written by hand."
    ),
    "iou-label-amount": _n("How much, yuan"),
    "iou-label-on": _n("The day the money comes"),
    "iou-label-until": _n("The day of the last repayment"),
    "iou-label-method": _n("How it is repaid"),
    "iou-label-rate": _n("Interest a year, percent; empty for none"),
    "iou-label-late": _n("Interest a year on what is repaid late, percent; may stay empty"),
    "iou-label-lpr": _n("One-year LPR of that month, percent"),
    "iou-label-lpr-note": _n(
        "Needed only with interest, for a month not known here. It stands on the central bank's own page."
    ),
    "iou-label-purpose": _n("What the money is for"),
    "iou-label-purpose-note": _n(
        "In your own words, and only what is true. Left empty, there is a line to fill in by hand."
    ),
    "iou-make": _n("Show the IOU"),
    "iou-paper": _n("The IOU"),
    "iou-paper-text": _n("The paper as text"),
    "iou-file-pdf": _n("Download to print (PDF)"),
    "iou-file-docx": _n("Download to edit (DOCX)"),
    "iou-file-txt": _n("Download as text"),
}

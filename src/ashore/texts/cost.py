"""Words of `ashore cost`, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

COST: Final[Mapping[str, str]] = {
    "cost-head-yuan": _n("In yuan"),
    "cost-head-yearly": _n("A year, by convention"),
    "cost-head-advertised": _n("Beside what was said"),
    "cost-head-table": _n("The lender's table"),
    "cost-head-flows": _n("Every amount on its day"),
    "cost-head-about": _n("About this figure"),
    "cost-lead": _n("{received_fen} arrives, {paid_fen} is paid back: the loan costs {cost_fen}."),
    "cost-lead-left": _n(
        "{received_fen} of principal is not due yet, {paid_fen} is still to be paid on it: from here on it costs {cost_fen}."
    ),
    "cost-lead-less": _n(
        "{received_fen} arrives, only {paid_fen} is listed as paid back. Is every payment in the list?"
    ),
    "cost-within-withheld": _n("kept back from what is paid out: {fee_fen}"),
    "cost-within-upfront": _n("paid at the start: {fee_fen}"),
    "cost-within-each": _n("with each instalment: {fee_fen}, {total_fen} in all"),
    "cost-within-end": _n("paid at the end: {fee_fen}"),
    "cost-assumed": _n("Taken from typical terms, please check against the contract: {terms}"),
    "cost-rate-nominal": _n("{yearly_rate}: nominal (IRR × 12), the simple yearly rate in China"),
    "cost-rate-effective": _n("{yearly_rate}: effective, with interest on interest"),
    "cost-rate-xirr": _n("{yearly_rate}: XIRR, on the real dates, a year of 365 days"),
    "cost-rate-flat": _n(
        "{yearly_rate}: the cost over what arrived, spread over the years, as advertisements like it. It is no cost of credit: the debt shrinks, this figure does not know it."
    ),
    "cost-not-monthly": _n(
        "The amounts are not whole months apart, so only the rate on real dates is given."
    ),
    "cost-no-rate": _n("No yearly rate fits these amounts."),
    "cost-several": _n(
        "{rates_count} rates fit these amounts; the positive one nearest to zero is shown, else the negative one nearest to zero."
    ),
    "cost-conventions": _n(
        "Compare one convention with the same convention only. The same loan has a different figure under each."
    ),
    "cost-quoted-day": _n("Advertised: {percent} a day, which is {simple_rate} a year, simple."),
    "cost-quoted-month": _n("Advertised: {percent} a month, which is {simple_rate} a year, simple."),
    "cost-quoted-year": _n("Advertised: {percent} a year."),
    "cost-advertised": _n(
        "The true nominal rate is {times} times that. At the advertised rate the same money would have cost {cost_fen}; {more_fen} more is paid."
    ),
    "cost-advertised-free": _n(
        "Advertised as free of interest. It costs {cost_fen}, which is {nominal_rate} a year, nominal."
    ),
    "cost-advertised-not-monthly": _n(
        "What was advertised cannot be set beside it: the amounts are not whole months apart."
    ),
    "cost-line-unclear": _n(
        "It cannot be told for certain what this line says. Please write one day and one amount, what you pay with a minus sign: {read}"
    ),
    "cost-advertised-true": _n("At the advertised rate the loan would cost about the same; it is no dearer."),
    "cost-said-right": _n("The lender's table says {said_rate} a year; that is what comes out here."),
    "cost-said-wrong": _n(
        "The lender's table says {said_rate} a year; here it is {nominal_rate} nominal, {effective_rate} effective. Ask the lender how its figure was computed."
    ),
    "cost-items": _n("Costs in the table"),
    "cost-contingent": _n("only if something goes wrong: {name}, {standard}"),
    "cost-table-only": _n(
        "A personal loan newly made from {since} on must come with this table; what is not in it may not be charged."
    ),
    "cost-when-withheld": _n("kept back"),
    "cost-when-start": _n("at the start"),
    "cost-when-each": _n("with each instalment"),
    "cost-when-end": _n("at the end"),
    "cost-left-only": _n(
        "The file does not say what was lent, and when (original, start). So this is about what is left: as if the rest had been lent today."
    ),
    "cost-column-day": _n("day"),
    "cost-column-item": _n("cost"),
    "cost-column-when": _n("when"),
    "cost-column-amount": _n("amount"),
    "cost-column-payee": _n("to whom"),
    "cost-column-received": _n("received"),
    "cost-column-paid": _n("paid"),
    "cost-flows": _n("What arrives and what is paid"),
    "cost-which": _n(
        "Give a file and a debt's id, or --payments, or --amount with --periods and a rate, a fee or a payment."
    ),
    "cost-no-schedule": _n(
        "{name}: the table names no instalment and no cost, and the file's rate is 0. Next: find the instalment in the table or in the contract and add it to this debt's disclosure = {{…}}, such as payment = 1066.19; or write the contract's rate into the debt. Then run this again."
    ),
    "cost-payments-none": _n(
        "No line has a day and an amount. Write one a line: the day, then the amount; what you pay with a minus sign, or under a heading that says paid."
    ),
    "cost-revolving": _n(
        "A card's cost hangs on each purchase and payment. Its rate is the contract's; a list of payments (--payments) gives what it really came to."
    ),
    "cost-advertised-unclear": _n("“{read}” is no rate with its period. Please write it as 0.6%/month."),
    "cost-one-way": _n("The list holds only what arrives, or only what is paid. A yearly rate needs both."),
    "cost-check-agrees": _n("What of the table can be held against each other agrees."),
    "cost-check-unnamed": _n(
        "{unnamed_fen} of the sum did not arrive, and no row of the table says what for. Ask the lender."
    ),
    "cost-check-too-many": _n(
        "The rows keep back {too_many_fen} more than what did not arrive. Look at the rows and at what arrived again."
    ),
    "cost-check-instalment": _n(
        "By the rate in the table, one instalment with its costs comes to {ours_fen}; the table says {payment_fen}. Ask the lender where the difference comes from."
    ),
    "cost-left-overdue": _n("What is overdue, {overdue_fen}, is not counted in it."),
    "cost-advertised-days": _n(
        "On the real dates, compounded, that is {asked_rate} a year; this loan comes to {xirr_rate}. At the"
        " advertised rate the same money would have cost {cost_fen}; {more_fen} more is paid."
    ),
    "cost-advertised-free-days": _n(
        "Advertised as free of interest. It costs {cost_fen}, which is {xirr_rate} a year on the real dates."
    ),
}

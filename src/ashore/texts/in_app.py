"""Sentences that the app says in its own words, by code with `-app`, where the command line names a file or a command."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

IN_APP: Final[Mapping[str, str]] = {
    "answer-head-assumed-app": _n("Assumed, because it was not entered"),
    "assumed-lead-app": _n(
        "These were not entered, so they were taken like this. Where your contract says otherwise it counts: put it in under “Situation”."
    ),
    "old-debt-app": _n("{debt}: {owed_fen} by what you entered, silent for over three years."),
    "old-not-solved-app": _n(
        "It is not in the other figures, and it is not settled. If it still has to be paid, empty “last demand” and “last payment” in its entry: then the plan counts it."
    ),
    "about-plan-app": _n(
        "From what you entered and the usual terms of each product, as of {as_of}. Not legal advice, not an agent, not from a bank; for days and terms the court and your contract count."
    ),
    "shop-alternative-missing-app": _n(
        "To see what closing would change, fill in for the shop what closing would bring: the wage you could earn, what the stock would bring, the deposit lost."
    ),
    "way-as-is-app": _n("Dues only, in the order entered"),
    "variants-note-app": _n(
        "Highest month: the most that goes to debts in one calendar month. Each is the best of several ways of paying; choose one at the top of the page."
    ),
    "ask-typed-app": _n("{debt}: what you entered as your request."),
    "futures-not-now-app": _n(
        "On today's figures the plan does not work yet. First see what to ask the lenders for. Below stands what could come on top of the holding plan."
    ),
    "assume-note-app": _n(
        "Loans to pay loans with cannot be repaid early and cost half as much again on what is late."
    ),
    "fan-plan-none-app": _n(
        "No income was entered as varying, so no futures were drawn. What an illness, a lost job or a loan called in would do stands under “What if something happens”."
    ),
    "fan-more-app": _n(
        "What happens if something goes wrong besides stands under “What if something happens”."
    ),
    "fan-none-app": _n(
        "No income was entered as varying, so there is only one future to show. Where one varies, say so in its entry, and what a bad month brings."
    ),
    "change-caption-drawn-app": _n(
        "Tried in futures as what you entered describes them: {tried_count}, one change at a time; living short in yuan"
    ),
    "change-caption-one-app": _n(
        "Tried on the figures you entered, one change at a time; living short in yuan"
    ),
    "change-none-drawn-app": _n(
        "None of these alone makes everything payable in more futures ({held_count} of {tried_count}). Several together may: see what to ask the lenders for, and what would help."
    ),
    "change-none-one-app": _n(
        "None of these alone is enough. Several together may be: see what to ask the lenders for, and what would help."
    ),
    "fund-nothing-app": _n(
        "Against these shocks a larger aim costs more than the living money it spares, or spares none. Against small surprises the one you entered is still right."
    ),
    "fund-own-app": _n("That is the one you entered."),
    "levers-none-app": _n("Nothing was entered to sell, to do without or to move."),
    "cost-left-only-app": _n(
        "It was not entered what was lent, and when. So this is about what is left: as if the rest had been lent today."
    ),
    "cost-no-schedule-app": _n(
        "{name}: neither the lender's table nor the entry says how it is repaid. Put in the instalment, or the rate and how it is repaid."
    ),
    "cost-revolving-app": _n("A card's cost hangs on each purchase and payment. Its rate is the contract's."),
    "letter-before-chinese-app": _n(
        "A lender in China reads Chinese: switch to Chinese at the foot of the page and take the letter from there before it goes out."
    ),
    "bill-zip-locked-app": _n(
        "This ZIP is locked. The app sent you its password, by itself and not in the e-mail: please choose the file again below and type it."
    ),
    "why-owed-unknown-app": _n("What was owed around {on} on: {debts}. Below you can say it."),
    "why-open-app": _n(
        "Of {open_fen} of spending only you can say whether the household could do without it. Open a payment and say what it was."
    ),
    "why-cash-unknown-app": _n("What was there in all your accounts around {on}. Below you can say it."),
    "why-remedy-deferral-app": _n(
        "For a time in which income fell or a sum came once, a deferral fits: ask for it, and say what happened."
    ),
    "why-remedy-lasting-app": _n(
        "Income has been lower for a year or more. A deferral would only put things off; ask for a lower rate or a reduction."
    ),
    "why-remedy-relief-app": _n(
        "For a gap that stays, paying later does not help. Ask for a lower rate or a reduction, and for public help where there is some."
    ),
    "why-remedy-budget-app": _n("For spending above what is left, a budget made from your own past."),
    "why-remedy-lessons-app": _n(
        "For what the debts cost: each debt's own page shows its cost, the plan what to pay first."
    ),
    "why-cause-as-said-app": _n("Your book says the same."),
    "why-cause-line-app": _n("One cause stands out. Nothing changes in your plan unless you say so below."),
    "why-rows-more-app": _n("{more_count} more."),
    "why-about-app": _n("It rests on the bills that you took in and on your book, and on nothing else."),
    "budget-short-then-app": _n(
        "Living comes first. See what can be asked of the creditors before those months."
    ),
    "budget-teach-app": _n(
        "Say it once for all payments of a merchant: open one of them in the list of payments."
    ),
    "review-differs-more-app": _n(
        "{debt}: the lender says {difference_fen} more. Get its statement and check it on this debt's page."
    ),
    "review-differs-less-app": _n(
        "{debt}: the lender says {difference_fen} less. Get its statement and see on this debt's page what was taken off."
    ),
    "review-look-up-app": _n("Look the balance up in each lender's own app, go back and type it."),
    "review-date-none-app": _n(
        "By these figures there is no honest date yet. What holds meanwhile and whom to ask stands in the plan."
    ),
    "review-cash-assumed-app": _n(
        "The money at hand was counted from the bills: {cash_fen}. If it is another sum, go back and type it."
    ),
    "bill-zip-password-app": _n(
        "This password does not open the ZIP. Please check it against the message from the app, choose the file again below and type it."
    ),
    "bank-columns-guessed-app": _n(
        "Read as a bank's export: the day from {day_column}, the amount from {amount_columns}. If that is wrong, say below which column is what."
    ),
    "bank-account-unknown-app": _n(
        "This export does not say which card it is of. Payments that an app's export holds too cannot be told apart without it: say the account below, best with the card's last four digits."
    ),
    "bank-sign-unclear-app": _n(
        "The column {column} does not say whether this money came or went. Say below what an amount without a sign means."
    ),
    "why-cause-unclear-app": _n("No single cause stands out surely enough to be named in your book."),
    "review-unmatched-app": _n(
        "Repayments that name no debt of your book and fit no planned sum: {row_count}. They are not counted; when you go through the repayments, say which debt they were for."
    ),
    "budget-rests-file-app": _n(
        "Whole months in a row that the bills cover: {month_count}; at least {least_count} are needed. So what your situation says is used."
    ),
    "budget-from-file-app": _n("From your situation, not seen in the bills: {names}."),
    "trap-official-papers-app": _n(
        "What each kind of paper means, and by when to act, stands under “A court paper, a letter or a message came”."
    ),
    "budget-shop-hopes-app": _n(
        "Your situation counts on takings of {file_fen} in the middle month; your past months show {past_fen}. Cash is in no bill. If there was none, the plan hopes for too much: put the takings right in your situation."
    ),
    "budget-file-low-app": _n(
        "Your situation counts {file_fen} a month for living; your past months took {past_fen}. The plan hopes for too much there: put the spending right in your situation."
    ),
    "audit-lent-otherwise-app": _n(
        "The statement says {lent_fen} was lent; you entered {original_fen}. The statement's sum was taken."
    ),
    "audit-term-assumed-app": _n("{term} (typical terms, or entered without a source)"),
    "audit-all-same-app": _n(
        "All {figures_count} figures that could be compared agree with the contract as you entered it. What the statement leaves out cannot be seen here."
    ),
    "audit-lead-assumed-app": _n(
        "These figures rest on values that came from typical terms or were entered without a source. Look into the contract first: the lender may be right."
    ),
    "audit-reads-told-app": _n(
        "If the statement counts up to {day}, these come out to the fen. Please see of which day it is. If it is of the same day as your figures here, the days do not agree, and the lender can be asked."
    ),
    "audit-ceiling-none-app": _n(
        "We know of no ceiling for this kind of lender, or it was not entered who lent."
    ),
    "audit-start-assumed-app": _n(
        "The day the money came is not stated; a month before the first due was taken. Enter it for this debt."
    ),
    "audit-kept-app": _n("Neither your book nor the statement was changed."),
    "audit-no-beginning-app": _n(
        "{name}: neither the statement nor your entry says how much was lent. Please enter the first amount and the day the money came."
    ),
    "audit-reading-stopped-app": _n(
        "Until these are mended nothing is compared. Neither your book nor the statement was changed."
    ),
    "audit-card-damages-app": _n(
        "The card's own rule for damages was not entered, and cards differ. Some charge {low_rate} of the minimum not paid, at least {low_fen}; others {high_rate}, at least {high_fen}. What lies between is not called wrong here. Enter what your contract says, and it is held against that to the fen."
    ),
    "audit-card-damages-no-least-app": _n(
        "The card's own rule for damages was not entered, and cards differ. Some charge {low_rate} of the minimum not paid, without a least sum; others {high_rate}, at least {high_fen}. What lies between is not called wrong here. Enter what your contract says, and it is held against that to the fen."
    ),
    "audit-no-term-app": _n(
        "{name}: all its instalments have fallen due, and neither the statement nor your entry says how many there were. Please list each of them in the statement (day, principal, interest), or enter the schedule of the contract."
    ),
    "audit-work-agreed-app": _n("as you entered it: {sum_fen} by {by}"),
}

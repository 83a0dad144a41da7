"""What is said around letters, by code: refusals, what to know before one is sent, the pages."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

LETTERS_MORE: Final[Mapping[str, str]] = {
    "letter-not-institution": _n(
        "{debt} is owed to somebody you know: no letter like this is needed. Talk with them, and write the days and sums down in an IOU."
    ),
    "letter-not-not-old": _n(
        "{debt}: nobody has asked for it and nothing was paid on it for a long time. A letter that accepts it or promises to pay may let the limitation period begin again. Ask {legal_number} first; a request for a statement can be written."
    ),
    "letter-not-owed": _n("Nothing is owed on {debt} any more: a proof of settlement fits."),
    "letter-not-clean": _n(
        "{debt} is overdue, and a renewal is asked for while nothing is. A proposal for repayment fits."
    ),
    "letter-not-overdue": _n(
        "{debt} is not overdue, so there is nothing to settle for less. A lower rate or a longer term can be asked for."
    ),
    "letter-not-card": _n(
        "{debt} is no debt of a credit card, and personal instalments are for cards only. A proposal for repayment or a longer term fits."
    ),
    "letter-not-business": _n(
        "{debt} is not written down as a business loan, and renewals are for those. A proposal for repayment fits."
    ),
    "letter-not-charges": _n(
        "There are no penalties or fees on {debt} to waive. A lower rate can be asked for."
    ),
    "letter-not-own-rate": _n(
        "{debt} has no rate of its own that could be lowered. A proposal for repayment fits."
    ),
    "letter-not-instalments": _n(
        "{debt} has no instalments whose number could change. A proposal for repayment fits; for a credit card, personal instalments."
    ),
    "letter-not-due": _n(
        "All of {debt} has fallen due: no term is left to lengthen. A proposal for repayment fits."
    ),
    "letter-not-to-come": _n(
        "{debt} has no day of maturity ahead, and a renewal is asked for before it. A proposal for repayment fits."
    ),
    "letter-not-paid": _n(
        "{owed_fen} is still owed on {debt} by what is written down. If it is paid, name the day of the last payment."
    ),
    "letter-not-due-day": _n("To which day of the month {debt} should move is not known: name the day."),
    "letter-not-amount": _n("Name the sum that you can pay on {debt} at once."),
    "letter-not-amount-most": _n(
        "That sum is more than the {owed_fen} owed on {debt}: nothing has to be settled, it can simply be repaid."
    ),
    "letter-not-months-most": _n(
        "Personal instalments run for at most {most_count} months; {periods_count} were asked for."
    ),
    "letter-not-own": _n("In this letter your own words say what is wrong. Please write them."),
    "letter-not-disputed": _n(
        "No amount of a statement has been found yet that a contract with its source says otherwise. Check the statement first; until then ask for a statement."
    ),
    "letter-fits": _n("Letters that fit {debt} today: {choices}."),
    "letter-evidence-unknown": _n("“{evidence}” does not show this cause. What can be attached: {choices}."),
    "letter-income-unknown": _n("No income is called “{name}”. There are: {choices}."),
    "letter-written": _n("Written: {file}"),
    "letter-head-before": _n("Before it is sent"),
    "letter-before-silent": _n(
        "{debt}: nobody has asked for it and nothing was paid on it for a long time, perhaps longer than the limitation period of {limitation_nyears}. A letter that accepts the debt or promises to pay lets that period begin again. Before it goes out, ask a legal aid office: at its desk, online, or on {legal_number}."
    ),
    "letter-before-silent-open": _n(
        "{debt}: nobody has asked for it and nothing was paid on it for a long time. A letter that accepts the debt or promises to pay may let the limitation period begin again. Before it goes out, ask a legal aid office: at its desk, online, or on {legal_number}."
    ),
    "letter-before-court": _n(
        "{debt} is with a court or a mediator. This letter answers no court and stops none of its days: look at the papers first, and ask at its desk or on {court_number} where they are not clear."
    ),
    "letter-before-guarantor": _n(
        "{debt}: somebody answers for it. Ask for written consent before anything is changed; without it, what is heavier does not bind them."
    ),
    "letter-before-after": _n(
        "Something has been overdue since {since}. An extension is asked for before a due day, so this is a proposal for repayment."
    ),
    "letter-before-in-time": _n(
        "The due day {due} is still to come, so this asks for an extension. It should arrive before that day; the lender may say yes or no."
    ),
    "letter-before-card": _n(
        "The due day {due} is still to come; a card has no term to extend, so this asks to put off payment. It should arrive before that day."
    ),
    "letter-before-due-passed": _n(
        "The due day {due} has come, so this is a proposal for repayment. If you have paid, write that down first."
    ),
    "letter-before-no-due": _n("Everything has fallen due, so this is a proposal for repayment."),
    "letter-before-works": _n(
        "By your plan this debt can be paid as it stands: the letter names no payments, and may not be needed."
    ),
    "letter-before-holding": _n(
        "No plan pays everything yet. The amounts are what can be paid for now, and the lender may not agree."
    ),
    "letter-before-old-figures": _n(
        "The figures are those of {as_of}. Bring them up to date before it goes out."
    ),
    "letter-before-no-evidence": _n(
        "A cause is named and nothing attached. The lender may ask for papers: attach only what is true and shows it."
    ),
    "letter-before-own": _n(
        "Your own words are printed as they are. Nobody has asked what the money was used for: it need not be there, and nothing untrue may be."
    ),
    "letter-before-outsourced": _n(
        "Somebody collects this debt for the lender: send the letter to the lender itself."
    ),
    "letter-before-assigned": _n(
        "This debt has been sold: ask the first lender who the buyer is, and write to the address in the notice."
    ),
    "letter-before-channel": _n(
        "Send it through the lender's own channel only: paste the text into the chat of its official app, or post the letter to the address in the contract and keep the receipt. Never to a collector's private account, and pay to no private account."
    ),
    "letter-before-true": _n("Say only what is true. What you are not sure of, leave out."),
    "letter-before-keep": _n("Keep a copy, with the day it was sent and what was answered."),
    "letter-note-meanwhile": _n(
        "Until the lender agrees in writing, the contract holds as it is: what falls due is still due."
    ),
    "letter-note-statement": _n("When their list arrives, hold it against your own record of payments."),
    "letter-note-waiver": _n("Only this is waived: {charges_parts}. Principal and interest stay due."),
    "letter-note-card": _n("The bank may agree or not. Work out first what you can keep to, then sign."),
    "letter-note-renewal": _n(
        "Ask early. The business must be operating lawfully, with good credit and no interest overdue."
    ),
    "letter-note-bridge": _n("Borrow no bridge money to repay the loan first."),
    "letter-note-due-day": _n("Until it is agreed in writing, the old day holds."),
    "letter-note-settle-written": _n(
        "Pay nothing before it is agreed in writing, and only to the creditor's own company account."
    ),
    "letter-note-settle-money": _n(
        "Borrow nothing new for this sum, and leave what you need to live untouched."
    ),
    "letter-note-settled": _n("Keep the proof, and look at the credit report later to see that it says so."),
    "letter-note-budget": _n(
        "Employer, account numbers and relatives are not in it. Add none of them unless the lender itself asks."
    ),
    "letter-note-whose": _n(
        "It states your own income and your share of spending only: name your share where you do not live alone. Nobody else signs, unless they borrowed with you."
    ),
    "letter-note-record": _n(
        "You may object at the credit reference centre or at the institution that reported it. It is answered within {dispute_ndays}."
    ),
    "letter-note-record-open": _n(
        "You may object at the credit reference centre or at the institution that reported it."
    ),
    "letter-note-undisputed": _n("What is due and not disputed is still due."),
    "letter-proposal-about": _n(
        "What has changed and what you can pay: an extension before the due day, a repayment proposal after it."
    ),
    "letter-call-about": _n("One page beside the telephone, with what to say when they call tonight."),
    "letter-statement-about": _n("Ask for all figures, the contract and the table of costs."),
    "letter-waiver-about": _n("Ask to waive penalty interest, damages and fees."),
    "letter-rate-about": _n("Ask for a lower rate, so that payments bring the principal down."),
    "letter-term-about": _n("Ask for more time and smaller instalments."),
    "letter-card-instalments-about": _n("Ask to repay a credit card in instalments."),
    "letter-renewal-about": _n("Ask to renew a business loan before it matures."),
    "letter-due-day-about": _n("Ask to move the due day behind the day your money comes."),
    "letter-settlement-about": _n("Offer one sum that closes the debt."),
    "letter-settled-about": _n("Repaid? Ask for the proof."),
    "letter-budget-about": _n(
        "Your income, essential spending and what is left, for the lender's own channel."
    ),
    "letter-record-about": _n("The credit report is wrong about this debt: ask for a correction."),
    "letter-complaint-about": _n(
        "The statement does not agree with the contract: ask the lender to explain and correct it."
    ),
    "letters-title": _n("Letters"),
    "letters-lead": _n(
        "For each debt the letters that fit it today. Nothing is sent or kept: you read it, change nothing or everything, and send it yourself."
    ),
    "letters-none": _n("No letter fits this one today."),
    "letters-empty": _n("There is no debt in the book yet."),
    "letters-of-debt": _n("Write or call about it"),
    "letters-back": _n("Back to all letters"),
    "letter-cause": _n("What made paying hard"),
    "letter-cause-none": _n("I do not want to say"),
    "letter-choice-illness": _n("Illness"),
    "letter-choice-job-loss": _n("Loss of work"),
    "letter-choice-business": _n("The business earns less"),
    "letter-choice-family": _n("A change in the family"),
    "letter-choice-other": _n("Something else, in my own words"),
    "letter-ticks": _n("What you attach"),
    "letter-ticks-note": _n("Tick only what you have."),
    "letter-own": _n("In your own words"),
    "letter-amount": _n("Sum that you can pay at once"),
    "letter-by": _n("By which day"),
    "letter-months": _n("Number of months"),
    "letter-new-day": _n("New due day of the month"),
    "letter-paid-on": _n("Day of the last payment"),
    "letter-share": _n("Your share of the household's spending, in percent"),
    "letter-income": _n("Which income is your own"),
    "letter-show": _n("Show the letter"),
    "letter-show-again": _n("Show it with these changes"),
    "letter-paper": _n("The letter"),
    "letter-take": _n("Take it along"),
    "letter-take-note": _n("Lines to fill in are filled in by hand: no name and no number is kept here."),
    "letter-as-pdf": _n("PDF"),
    "letter-as-docx": _n("Word"),
    "letter-as-txt": _n("Text"),
    "letter-before-chinese": _n(
        "A lender in China reads Chinese: make the letter with --lang zh, or in the Chinese app, before it goes out."
    ),
    "letter-wrong-amount": _n("“{typed}” is no sum of money."),
    "letter-wrong-by": _n("“{typed}” is no day. Write it as year-month-day."),
    "letter-wrong-paid-on": _n("“{typed}” is no day. Write it as year-month-day."),
    "letter-wrong-months": _n("“{typed}” is no number of months."),
    "letter-wrong-due-day": _n("“{typed}” is no day of a month."),
    "letter-wrong-share": _n("“{typed}” is no percentage up to the whole."),
    "letter-before-works-late": _n(
        "By your plan this debt can be repaid even if the lender agrees to nothing: the letter tells it how."
    ),
    "letter-not-whose": _n(
        "Several incomes are written down. Say first which of them are your own: the statement is about you alone."
    ),
    "letter-income-none": _n("None of them"),
    "letter-kind-proposal": _n("Extension or repayment proposal"),
    "letter-kind-call": _n("Beside the telephone"),
    "letter-kind-statement": _n("Ask for a statement"),
    "letter-kind-waiver": _n("Waive penalties and fees"),
    "letter-kind-rate": _n("A lower rate"),
    "letter-kind-term": _n("A longer term"),
    "letter-kind-card-instalments": _n("Personal instalments on a card"),
    "letter-kind-renewal": _n("Renewal"),
    "letter-kind-due-day": _n("Another due day"),
    "letter-kind-settlement": _n("Full and final settlement"),
    "letter-kind-settled": _n("Proof of settlement"),
    "letter-kind-budget": _n("Statement of income and essential spending"),
    "letter-kind-record": _n("Objection to a credit record"),
    "letter-kind-complaint": _n("Complaint about a statement"),
    "letter-before-nothing": _n(
        "No plan pays everything yet, and nothing is left for this debt at present: the letter names no amount."
    ),
    "letter-log": _n("Sent it? Write down when and how"),
    "letter-not-by-ahead": _n("The day {by} is over. Name one that is still to come."),
    "letter-not-paid-before": _n(
        "{paid_on} is still to come. A proof of settlement is asked for once the last payment is made."
    ),
    "letter-before-passed": _n(
        "The figures are those of {as_of}, and the day of a payment that the plan counts on is over. So the letter names no payments: bring the figures up to date, then make it again."
    ),
    "letter-before-rests": _n(
        "The amounts can be kept only if what is asked about {names} is agreed to as well. Send those letters together with this one, and promise no amount before the answers are in."
    ),
    "letter-not-loan": _n(
        "{debt} is for goods, not a loan: these letters speak of loans and do not fit. Talk with them yourself, and write down the days and sums that you agree on."
    ),
    "letter-call-tonight-help": _n(
        "Still shaken after the call? To talk: {mental_number}. Life in danger: {emergency_number}. (Numbers checked {checked_on}.)"
    ),
    "letter-before-which": _n(
        "You have more than one debt with {creditor}: fill in the contract's number, so that they know which one is meant."
    ),
    "letter-ask-arrears-first-please": _n(
        "What is overdue already is not put off. Please use what I pay meanwhile for it first."
    ),
    "letter-position-clean": _n("Nothing is overdue."),
    "letter-close-check": _n("Thank you for checking this. I look forward to your answer."),
    "letter-close-provide": _n("Thank you for seeing to this. I look forward to your answer."),
    "letter-above-line": _n(
        "{line}: {head_fen} a head and month ({people_count} in the home). {average}: {average_fen} a month."
    ),
    "letter-above-why": _n(
        "These lines are above the average, and that is not wrong: prices and needs differ. The lender may ask, so give the reason in one sentence, in your own words. Do not write less than it takes: the plan would not hold. Where the averages come from: {sources}"
    ),
    "letter-before-shop": _n(
        "It names what the shop brings in, and a lender may hold that against other papers. Where anything about its taxes is not clear, ask {tax_number} before you send it. Write nothing that is not true."
    ),
    "letter-proposal-agreed": _n("Request to change what was agreed"),
    "letter-proposal-agreed-lead": _n(
        "We have agreed on how I repay this debt. By that agreement the next payment, {due_fen}, falls due on {due}. I expect that I cannot pay all of it then, so I write before that day to explain and to ask for a change."
    ),
    "letter-ask-agreement-stays": _n(
        "Please confirm that with this change the rest of what was agreed stays in force."
    ),
    "letter-before-agreed": _n(
        "This debt has an agreement in writing, and its day {due} is still to come, so this asks to change it. It should arrive before that day. Until the lender agrees in writing, the agreement holds as it is: one missed instalment can end it."
    ),
    "letter-kind-conduct": _n("Complaint about how I was contacted"),
    "letter-conduct-about": _n(
        "Calls late at night, too many in a day, or to others: ask the lender to look into them."
    ),
}

"""What is said in dealing with creditors beyond the first letters: complaints, agreements, what was refused, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

DEALING: Final[Mapping[str, str]] = {
    "complain-first-longer": _n(
        "First: {channel}. It has {usual_ndays} to answer, {complex_ndays} where it is difficult, and {longest_ndays} at the very most. Keep the reference number."
    ),
    "complain-first": _n("First: {channel}. It has {usual_ndays} to answer. Keep the reference number."),
    "complain-first-open": _n(
        "First: {channel}. By when it has to answer is not known here: ask, and keep the reference number."
    ),
    "complain-until": _n(
        "You asked on {asked_on}: {usual_ndays} after that is {until}. Until then wait for the answer."
    ),
    "complain-over": _n(
        "You asked on {asked_on}: {usual_ndays} after that was {until}. Say in your own words what was answered, or that nothing was."
    ),
    "complain-next-call": _n(
        "Only where it refuses, does not answer in time or answers unfairly: {channel} ({channel_number})."
    ),
    "complain-next": _n("Only where it refuses, does not answer in time or answers unfairly: {channel}."),
    "complain-check": _n(
        "{channel}: what is written here about it needs checking; look it up before you rely on it."
    ),
    "complain-unbound": _n(
        "Who else hears a complaint about this kind of lender is not known here. Wait for its answer first, then ask a legal aid office: at its desk, online, or on {legal_number}."
    ),
    "letter-not-days-past": _n(
        "A day named here is still to come: when the statement came and when you asked are days that are over."
    ),
    "letter-complaint-got": _n("I received this statement on {got_on}."),
    "letter-complaint-asked": _n("I first asked you about it on {asked_on}."),
    "letter-evidence-contract-copy": _n("A copy of the contract"),
    "letter-evidence-statement-copy": _n("A copy of the statement"),
    "letter-evidence-payment-records": _n("Records of my payments"),
    "letter-got-on": _n("Day on which the statement came"),
    "letter-asked-on": _n("Day on which you first asked the lender about it"),
    "letter-statement-compared": _n(
        "The lender's statement is held against the contract in your book, day by day. Only what the contract, by a source that you named, says otherwise comes into the letter."
    ),
    "letter-statement-file": _n("The statement, as a table (CSV or Excel)"),
    "letter-statement-note": _n(
        "It needs a row of headings: day, principal, interest, penalty interest, what was paid. Of a card: day, kind (bill, purchase, payment, interest), amount. A photograph or a PDF cannot be read."
    ),
    "letter-statement-pasted": _n("Or paste its rows here, with their headings"),
    "letter-statement-held": _n(
        "The statement that you gave is used. To use another, choose it below; it is kept nowhere."
    ),
    "letter-statement-too-large": _n("That file is too large for a statement. Give the table alone."),
    "letter-part-questioned": _n("Questioned, please check: {owed_parts}"),
    "letter-part-by-contract": _n("By the contract, your statement has another figure: {owed_parts}"),
    "letter-position-questioned": _n(
        "The sum in all contains what is marked so; I ask you about it in a letter of its own."
    ),
    "letter-ask-arrears-first": _n(
        "What is overdue already is not put off: by the contract what I pay goes to it first, so please use my payments that way."
    ),
    "letter-quoted": _n("“{told}”"),
    "letter-income-business-whole": _n("Net income of the shop as a whole, which is not mine alone"),
    "letter-too-large-amount": _n("“{typed}” is too large a sum."),
    "iou-amount-too-large": _n("The amount “{read}” is too large: {most_fen} at most."),
    "letter-wrong-got-on": _n("“{typed}” is no day. Write it as year-month-day."),
    "letter-wrong-asked-on": _n("“{typed}” is no day. Write it as year-month-day."),
    "iou-lpr-own": _n("This is the figure that you wrote into your book, looked up on {seen}."),
    "urgent-agreement-missed-by-word": _n(
        "{debt}: on {on} ({days_ahead}) an instalment that was agreed by word only is due, and by these figures {missing_fen} of it will not be there. What was only said can be called off, and a missed instalment is a reason to. Write to them before that day, ask to move or lower this one, and have all that was agreed confirmed in writing."
    ),
    "cliff-agreement-missed-by-word": _n(
        "an instalment agreed by word only; {amount_fen} of it would be missing"
    ),
    "agenda-missed-by-word": _n(
        "speak before this day, and ask for it in writing: the money will not reach for the instalment that was agreed by word only"
    ),
    "log-line-purpose-collection": _n("It asked for payment."),
    "log-line-purpose-notice": _n("It only gave notice."),
    "log-line-agreed": _n("You had agreed to that hour."),
    "log-line-not-agreed": _n("You had not agreed to that hour."),
    "log-line-whom": _n("Who it was: {whom}"),
    "log-line-refused": _n("That person asked not to be contacted again."),
    "log-line-refused-self": _n("You asked not to be contacted like this again."),
    "conduct-notices": _n(
        "{on}: {calls_count} calls in one day that only gave notice; the rule is at most {most_count}, lender and agency together (no. {numbers})."
    ),
    "conduct-stopped": _n(
        "{on}: somebody was contacted who had said on {refused_on} that they are not to be; the rule is that such a person is not called again (no. {numbers})."
    ),
    "conduct-open-bank": _n("Not known here: whether the lender is one of the banks whose guide this is."),
    "log-more-rules": _n("What the rules on calls turn on"),
    "log-field-purpose": _n("Did they ask for payment?"),
    "log-purpose-collection": _n("they asked for payment"),
    "log-purpose-notice": _n("they only gave notice"),
    "log-field-agreed": _n("Had you agreed to be contacted at that hour?"),
    "log-field-whom": _n("Who was it? The same word each time: sister, boss"),
    "log-field-refused": _n("Did whoever was spoken to ask not to be contacted again?"),
    "asks-head-limits": _n("Limits that need checking"),
    "asks-limits-check": _n(
        "These rules say how much a lender may grant at most. They need checking, so what is asked here does not keep to them: look them up before you write."
    ),
    "asks-limit": _n("{name}: needs checking"),
    "redact-not-json": _n(
        "Amounts are covered in what people read: not together with --json, a certificate, or a calendar with details."
    ),
    "key-asset-fee": _n("share of the price that goes to whoever sells it"),
    "money-sale-own-fee": _n(
        "{fee_percent} of the price, {fee_fen}, goes to whoever sells it; {net_fen} stay, and the plan counts with that."
    ),
    "money-sale-asked": _n(
        "You ask {asked_fen}. The plan does not count on that price, but on what it would bring."
    ),
    "money-sale-listed": _n("It is put up for sale."),
    "money-sale-thinking": _n(
        "You are still thinking about it: nothing has to be sold that you need for living or work."
    ),
    "money-sale-note": _n("Your note: {told}"),
    "letter-evidence-recomputed": _n("The statement, computed again"),
    "complain-write": _n("{told}"),
    "conduct-ask": _n(
        "If you want to raise it, raise it with the lender first; no call is needed. Copy the days and times of these entries below this sentence and send it through the lender's own channel:"
    ),
    "conduct-ask-sentence": _n(
        "Some contacts made on your behalf went beyond the industry's own rules; their days and times are below. Please look into them, answer in writing, and from now on contact me alone and within those rules."
    ),
    "letter-conduct-lead": _n(
        "Below are contacts that were made by you, or by an agency on your behalf. I ask you first to look into them."
    ),
    "letter-conduct-only": _n(
        "This letter is about how I was contacted and about nothing else. It does not accept a debt and does not promise a payment."
    ),
    "letter-head-contacts": _n("The contacts, as I wrote them down"),
    "letter-column-time": _n("Time"),
    "letter-column-how": _n("How it was made"),
    "letter-contact-no-time": _n("not written down"),
    "letter-contact-call": _n("a call to me"),
    "letter-contact-call-taken": _n("a call, taken"),
    "letter-contact-call-missed": _n("a call, not taken"),
    "letter-contact-message": _n("a message"),
    "letter-contact-letter": _n("a letter"),
    "letter-contact-app": _n("a message in the app"),
    "letter-contact-visit": _n("a visit"),
    "letter-contact-other": _n("somebody else was contacted"),
    "letter-contact-other-told": _n("somebody else was contacted and told of the debt"),
    "letter-head-beyond": _n("Rules of the industry to hold them against"),
    "letter-conduct-hours": _n("Nobody is contacted between {since} and {until}, unless that was agreed."),
    "letter-conduct-calls": _n("At most {most_count} calls that are taken in one day."),
    "letter-conduct-tries": _n(
        "A number that does not answer is tried at most {most_count} times in one day."
    ),
    "letter-conduct-notices": _n(
        "At most {most_count} calls in one day that only give notice, lender and agencies together."
    ),
    "letter-conduct-told": _n("Nobody else is told of the debt."),
    "letter-conduct-others": _n(
        "Only the borrower is contacted; others only where the borrower cannot be reached, and they are not told of the debt."
    ),
    "letter-conduct-others-tries": _n(
        "Others are contacted only after {least_count} failed tries to reach the borrower."
    ),
    "letter-conduct-stopped": _n(
        "Somebody who has said that they are not to be contacted is not contacted again."
    ),
    "letter-contacts-kept": _n(
        "I have kept a recording, a screenshot or a paper of {kept_count} of these contacts, and can show it."
    ),
    "letter-ask-look-into": _n(
        "Please hold these contacts against your own records and recordings, and those of any agency that you hired."
    ),
    "letter-ask-within-rules": _n("From now on, please keep to these rules."),
    "letter-not-contacted": _n(
        "No contact about {debt} that goes beyond the rules of the industry is known here. Write the contacts down in the contact log first: the day, the time, how they were made."
    ),
    "letter-note-conduct": _n(
        "Read each line once more. If you had agreed to that hour, or they only gave notice, put that right in the contact log first; the line then goes. These are rules of the industry and no law, and nothing that is owed becomes less by them."
    ),
    "conduct-letter-lead": _n(
        "If you want to raise it, raise it with the lender first; no call is needed. The letter with the days and times is ready:"
    ),
    "conduct-letter": _n("The complaint about {debt}"),
}

"""The sentences of a plan that the planner's codes stand for: the urgent thing, the next step, the reasons."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

PLAN: Final[Mapping[str, str]] = {
    # The one urgent thing
    "urgent-deadline": _n(
        "{debt}: {what}, by {on} at the latest ({days_ahead}). Do this one first; the rest can wait."
    ),
    "urgent-deadline-unverified": _n(
        "{debt}: {what}; the paper says by {on} ({days_ahead}), which nobody has confirmed yet. Ask today at the court's desk or on {court_number} (with the area code of a court elsewhere), never on the number or link in a message; until then prepare for that day."
    ),
    "urgent-enforcement": _n(
        "{debt} is being enforced. Call {court_number} today or go to the court's desk: how far is it, "
        "what must you do? Report what you own truthfully; no gifts, no selling cheaply, no repaying "
        "relatives first. The law leaves you and your family what you need to live."
    ),
    "urgent-judgment": _n(
        "{debt}: the court has decided. Find the days the judgment names, to pay and to appeal; if it is hard to read, a legal aid office explains it free of charge (its desk, online, or {legal_number}). After the day to pay, enforcement can be asked for, so ask this week."
    ),
    "urgent-sued": _n(
        "{debt} is before a court. Confirm the case and ask for the last day to answer: at the court's desk or on {court_number} (area code first); the courts' mini-program (Renmin Fayuan Zaixian Fuwu) shows it, too. Answer by that day, and go on the day a summons names. If nobody comes, a court can decide without you."
    ),
    "urgent-payment-order": _n(
        "{debt}: a payment order has come. Ask the court for the last day. Object in writing by then only "
        "if you truly disagree; “no money” or “in instalments” does not stop it. Instalments are agreed "
        "with the creditor."
    ),
    "urgent-mediation": _n(
        "{debt}: mediation is offered. First make sure it is real: where it names a court, at that court's desk or on {court_number}; look up any other office's address or number yourself. You may talk, and you may say no; what is signed and confirmed by a court can be enforced, so sign only what you can keep."
    ),
    "urgent-essentials": _n(
        "What you need to live is short from {first_month} on. Keep food, home and medicine first; the assistance window of the township or subdistrict, or {city_number}, can say how to ask for emergency relief."
    ),
    "urgent-home": _n(
        "{debt} touches your home and is overdue. The home comes first: bring this one up to date, or "
        "speak to them today about terms in writing."
    ),
    "urgent-utilities": _n(
        "{debt} keeps water, power or gas running and is overdue. Bring this one up to date first, or ask "
        "today to pay it in parts."
    ),
    "urgent-debit-living": _n(
        "{account} holds {amount_fen} to live on, and {lenders} can debit it. Today, move it to an account in your own name that no loan is tied to, not at a bank you owe. Write down how much and where: it is kept, not hidden."
    ),
    "urgent-debit-stock": _n(
        "{account} holds {amount_fen} for stock, and {lenders} can debit it. Today, move it to an account in your own name that no loan is tied to, not at a bank you owe. Write down how much and where: it is kept, not hidden."
    ),
    "urgent-debit-living-sued": _n(
        "{account} holds {amount_fen} to live on, and {lenders} may debit it. Keep living money in your "
        "own name and list every account; tell the court the truth if it asks. No gifts, no selling "
        "cheaply, no repaying relatives first."
    ),
    "urgent-debit-stock-sued": _n(
        "{account} holds {amount_fen} for stock, and {lenders} may debit it. Keep it in your own name, "
        "with receipts for what you buy, and list every account; tell the court the truth if it asks. No "
        "gifts, no selling cheaply, no repaying relatives first."
    ),
    "urgent-day-30": _n(
        "{debt} will be 30 days past due on {on} ({days_ahead}). Best is to bring it up to date before; if "
        "you cannot, write to them before that day and ask for terms in writing."
    ),
    "urgent-day-60": _n(
        "{debt} will be 60 days past due on {on} ({days_ahead}). Best is to bring it up to date before; if "
        "you cannot, write to them before that day and ask for terms in writing."
    ),
    "urgent-day-90": _n(
        "{debt} will be 90 days past due on {on} ({days_ahead}), and that is a step. Best is to bring it "
        "up to date before; if you cannot, write to them before that day and ask for terms in writing."
    ),
    "urgent-day-30-cleared": _n(
        "{debt} would be 30 days past due on {on} ({days_ahead}). As below, it is brought up to date on "
        "{cleared}, before that day."
    ),
    "urgent-day-60-cleared": _n(
        "{debt} would be 60 days past due on {on} ({days_ahead}). As below, it is brought up to date on "
        "{cleared}, before that day."
    ),
    "urgent-day-90-cleared": _n(
        "{debt} would be 90 days past due on {on} ({days_ahead}). As below, it is brought up to date on "
        "{cleared}, before that day."
    ),
    "urgent-maturity": _n(
        "{debt} ends on {on} ({days_ahead}), and {amount_fen} is due that day. Ask now whether it can be "
        "extended or renewed: before the day it is easier than after."
    ),
    "urgent-concession-ends": _n(
        "{debt}: what they offered holds until {on} ({days_ahead}). See whether you can keep it, then say "
        "yes or no in writing before that day."
    ),
    "urgent-promo-ends": _n(
        "{debt}: the special rate ends on {on} ({days_ahead}); after it the interest is higher. Good to "
        "know, nothing to do today."
    ),
    "urgent-next-payment": _n("Nothing presses today. Pay each one on its day, as below; that is enough."),
    "urgent-next-payment-holding": _n(
        "Nothing presses today. Follow the arrangement below for now, and talk with them meanwhile."
    ),
    "urgent-next-payment-old": _n("Nothing presses today."),
    "urgent-nothing": _n("Nothing presses today."),
    # The one next step
    "next-pay": _n(
        "On {on}, pay {debt} {amount_fen}. Have the money ready the day before; nothing else today."
    ),
    "next-pay-besides": _n("On {on}, pay {debt} {amount_fen}. Have the money ready the day before."),
    "next-write-before": _n(
        "Write to {creditor} about {debt}, before {on}, through their official channel; keep a screenshot."
    ),
    "next-write-before-unnamed": _n(
        "Write to the lender of {debt}, before {on}, through its official channel; keep a screenshot."
    ),
    "next-write": _n(
        "This week, write to {creditor} about {debt}, through their official channel; keep a screenshot."
    ),
    "next-write-unnamed": _n(
        "This week, write to the lender of {debt}, through its official channel; keep a screenshot."
    ),
    "next-ask-first": _n(
        "{debt}: nobody has asked for it and you have not paid on it in over three years. Before you answer or pay, ask a legal aid office where it stands: at its desk, online, or on {legal_number}."
    ),
    "next-no-debt": _n(
        "There is no debt to pay. When there is a little to spare, put it into the emergency fund."
    ),
    "next-nothing-due": _n("Nothing is due now. There is nothing you must do today."),
    "next-accept": _n(
        "By {on}, write to {creditor} through their official channel that you take the terms for {debt}. Ask for them in writing, and how they will report it to the credit system. Keep a screenshot."
    ),
    "next-accept-unnamed": _n(
        "By {on}, write to the lender of {debt} through its official channel that you take the terms. Ask for them in writing, and how it will report it to the credit system. Keep a screenshot."
    ),
    # What a plan with concessions rests on, and why each is taken or left
    "reason-take-defer": _n("{debt}: instalments are put off for {put_off_nmonths}, as they offered."),
    "reason-take-extend": _n(
        "{debt}: what is left is spread over {periods_count} instalments, as they offered."
    ),
    "reason-take-rate": _n("{debt}: the rate goes down to {new_rate} a year, as they offered."),
    "reason-take-extend-other": _n("{debt}: the instalment becomes smaller, as they offered."),
    "reason-take-waive-other": _n("{debt}: what they offered to waive is waived."),
    "reason-take-waive-paid": _n(
        "{debt}: all that is due on it is paid by {paid_by}; then what they offered to waive is written off."
    ),
    "reason-take-settle-other": _n(
        "{debt}: settled for the sum they offered; a missed day brings the contract back."
    ),
    "reason-take-since": _n(
        "{debt}: agree to it on {since}, once the due before that day is paid: that costs less than agreeing at once. Tell "
        "them early that you mean to, and ask for it in writing."
    ),
    "reason-take-since-until": _n(
        "{debt}: agree to it on {since}, once the due before that day is paid: that costs less than agreeing at once. Tell "
        "them early that you mean to, ask for it in writing, and do not let {until} pass."
    ),
    "reason-take-upfront": _n("{debt}: {amount_fen} is paid on the day it is agreed."),
    "reason-take-verbal": _n(
        "{debt}: so far it is only their word. Until it is in writing, do not count on it."
    ),
    "reason-taken-works": _n("{debt}: without what they offer, not everything could be paid."),
    "reason-taken-overdue": _n(
        "{debt}: without what they offer, the times that a debt is overdue at a month's end would be {more_count} more."
    ),
    "reason-taken-forgiven": _n(
        "{debt}: with what they offer, {forgiven_fen} is written off; that is not interest saved."
    ),
    "reason-taken-cheaper": _n("{debt}: what they offer costs {less_fen} less than going on by contract."),
    "reason-taken-dearer": _n(
        "{debt}: what they offer costs {more_fen} more; in return arrears are gone sooner or less is cut elsewhere."
    ),
    "reason-taken-better": _n(
        "{debt}: with what they offer, arrears are gone sooner or less is cut elsewhere."
    ),
    "reason-left-fails": _n("{debt}: with what they offer, not everything could be paid, so it is left."),
    "reason-left-overdue": _n(
        "{debt}: with what they offer, the times that a debt is overdue at a month's end would be {more_count} more, so it is left."
    ),
    "reason-left-dearer": _n(
        "{debt}: what they offer costs {more_fen} more than going on by contract, so it is left."
    ),
    "reason-left-same": _n("{debt}: what they offer changes nothing for the better, so it is left."),
    "reason-held-sum": _n(
        "{debt}: what they offer needs {needs_fen} on the day it is agreed. After living that is not there in time, so "
        "the arrangement does not count on it."
    ),
    "reason-held-paid": _n(
        "{debt}: what they waive hangs on paying the rest by {paid_by}. After living that is not there in time, so the arrangement does not count on it."
    ),
    "reason-held-clean": _n(
        "{debt}: with what they offer, {other}, which is not overdue, would be overdue from {first_month} on; so it is "
        "left for now."
    ),
    "reason-held-living": _n(
        "{debt}: with what they offer, {more_fen} more of what you need to live would be missing, so it is left."
    ),
    "reason-held-harm": _n(
        "{debt}: with what they offer, debts on which more hangs would be overdue longer, so it is left for now."
    ),
    "reason-held-same": _n(
        "{debt}: what they offer changes nothing in the arrangement so far; it is not enough by itself. Do not accept it "
        "before you have talked with the others."
    ),
    "reason-held-later": _n(
        "{debt}: what they offer is not enough by itself, and with it what is overdue would stay unpaid longer; so it "
        "is left for now."
    ),
    # Why it is so
    "reason-avalanche-as-good": _n(
        "Paying the highest rate first is as good, to within {difference_fen}. Either will do; what "
        "matters is each day kept."
    ),
    "reason-avalanche-same": _n(
        "Paying the highest rate first comes to exactly the same. What matters is each day kept."
    ),
    "reason-avalanche-cuts": _n(
        "Paying the highest rate first costs {less_fen} less, but cuts {cut_fen} more of spending that can wait."
    ),
    "reason-cheaper-than-avalanche": _n("It costs {difference_fen} less than paying the highest rate first."),
    "reason-fewer-overdue": _n(
        "Paying the highest rate first would leave a debt overdue at a month's end {overdue_ntimes}; "
        "this way {fewer_count} of them do not happen."
    ),
    "reason-essentials-kept": _n(
        "Paying the highest rate first would leave {unpaid_fen} of what you need to live unpaid; this way "
        "it is there."
    ),
    "reason-less-harm": _n(
        "This way the debts that matter most stay in order, so being late does less harm."
    ),
    "reason-cash-kept": _n(
        "At the end of {kept_month}, {kept_fen} is kept back: after it, up to {due_month}, more goes out than comes in, "
        "most for {for} ({largest_fen} in a month)."
    ),
    "reason-cash-kept-plain": _n(
        "At the end of {kept_month}, {kept_fen} is kept back: after it, up to {due_month}, more goes out than comes in."
    ),
    "reason-cured-weight": _n(
        "Of what is overdue, {debt} is brought up to date first: more hangs on it than on the others."
    ),
    "reason-cured-oldest": _n(
        "Of what is overdue, {debt} is brought up to date first: it is the oldest, {late_ndays} past due today."
    ),
    "reason-early-dearest": _n(
        "What is left over repays {debt} first: {put_fen} repaid early there saves about {saved_fen} a year, no other "
        "saves more."
    ),
    "reason-early-lump": _n(
        "Money that waits for the last, large due of {debt} repays it early, {early_fen} in all; the due shrinks by as "
        "much and the interest stops sooner."
    ),
    "reason-early-smallest": _n(
        "What is left over repays {debt} first: {left_fen} is the least owed on any of them, so it is closed soonest."
    ),
    "reason-monthly-gap": _n(
        "Over the next {near_months} months, living and the contracts' dues come to {gap_fen} a month more "
        "than comes in, on average."
    ),
    "reason-sale": _n("{asset} is sold in {sale_month}, for about {amount_fen}."),
    "reason-sale-sued": _n(
        "{asset} is sold in {sale_month}, for about {amount_fen}: at its market price, with a receipt, the "
        "money into your own account; tell the court if it asks. No gifts, no repaying relatives first."
    ),
    "reason-side-work": _n(
        "Side work until {last_month}, {hours_count} hours in all, no more than is needed. If you draw "
        "unemployment benefit, ask {social_number} first."
    ),
    "reason-side-work-now": _n(
        "Side work until {last_month}, {hours_count} hours in all. If you draw unemployment benefit, ask "
        "{social_number} first."
    ),
    "reason-friend-loan": _n(
        "A friend lends {amount_fen} in {draw_month}, in writing, and is repaid within the plan. It must "
        "be their own savings, never money they borrow. If the plan breaks, they lose it: tell them before."
    ),
    "reason-cuts": _n("Spending that can wait is {cut_fen} less in all, only in the months that need it."),
    "reason-cuts-holding": _n("Spending that can wait does wait for now."),
    "reason-afterwards-short": _n(
        "When the last debt is paid, money for living can still run short: in {after_month} {missing_fen} is missing. If "
        "an income ends by then, a job or a benefit, look early for something in its place."
    ),
    "reason-fund-missed": _n(
        "The emergency fund aims at {target_fen}; some months cannot reach it, as dues come first."
    ),
    "goal-fewest-debts": _n(
        "You asked for few open debts soon: that costs {price_fen} more than the cheapest way."
    ),
    "goal-fewest-debts-free": _n(
        "You asked for few open debts soon: it costs no more than the cheapest way."
    ),
    "goal-soonest": _n("You asked to be done soon: that costs {price_fen} more than the cheapest way."),
    "goal-soonest-free": _n("You asked to be done soon: it costs no more than the cheapest way."),
    "goal-lowest-strain": _n(
        "You asked for easier months: at most {peak_fen} goes to debts in one month ({peak_month}); that costs "
        "{price_fen} more than the cheapest way."
    ),
    "goal-lowest-strain-free": _n(
        "You asked for easier months: at most {peak_fen} goes to debts in one month ({peak_month}); it costs no "
        "more than the cheapest way."
    ),
    "urgent-deadline-past": _n(
        "{debt}: {what} was due by {on}. If it is done, take the day out of this debt. If not, late is better than silent: ask the court or the office on the paper today what can still be done. There is its desk, and area code + {court_number}."
    ),
    "urgent-day-past": _n(
        "The figures are of {as_of}, and since then a day has passed on which something may have changed for {debt}: {on}. First say what has happened, then the plan is right again."
    ),
    "reason-friend-refused": _n(
        "A friend's loan of {amount_fen} is left out: the friend would be repaid in full after only {repaid_count} of the {tried_count} shocks tried."
    ),
    "next-told": _n(
        "First put in what has been paid since {as_of}, and what is owed now. The next step then goes by today's figures."
    ),
    "urgent-old": _n(
        "These figures are {old_ndays} old: what presses today cannot be told from them. Bring them up to date first."
    ),
    "urgent-living-days": _n(
        "The money in hand does not last until the next comes: from {on} living is short, the next money comes on {money_on}, and {missing_fen} is missing in between. Keep food and medicine first. Ask early whether rent can wait a few days, and whether work can pay part of the wage before. The assistance window of the township or subdistrict, or {city_number}, can say how to ask for emergency relief. Do not take a new loan for it."
    ),
    "reason-cuts-family": _n(
        "{item} ({amount_fen}) is not set aside in full in {of_month}: living and dues come first."
    ),
    "next-write-before-person": _n(
        "Before {on}, talk to {creditor} about {debt}, face to face or by message. Write down the days and sums agreed, and keep that."
    ),
    "next-write-person": _n(
        "This week, talk to {creditor} about {debt}, face to face or by message. Write down the days and sums agreed, and keep that."
    ),
    "reason-early-then": _n(
        "What is left over in {early_month} repays {debt} first: of those whose due day is still to come in that month none saves more. {put_fen} repaid early there saves about {saved_fen} a year."
    ),
    "reason-met-last": _n(
        "The money does not reach for everyone. {debts}: met last; of the ways tried, that does the least harm in all. "
        "That is no advice not to pay: talk with them first."
    ),
}

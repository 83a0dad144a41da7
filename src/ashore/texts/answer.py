"""What is said of a plan from the urgent thing to the days to keep in mind, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

ANSWER: Final[Mapping[str, str]] = {
    # Headings
    "answer-head-urgent": _n("The one urgent thing"),
    "answer-head-safe": _n("Holding plan: what stays safe"),
    "answer-head-step": _n("The one next step"),
    "answer-head-payments": _n("To pay next"),
    "answer-head-path": _n("The path from here"),
    "answer-head-holding": _n("While you talk: what each can be paid"),
    "answer-head-gap": _n("What is missing"),
    "answer-head-routes": _n("Ways on from here"),
    "answer-head-old": _n("To ask about before you pay anything on it"),
    "answer-head-days": _n("Days to keep in mind"),
    "answer-head-variants": _n("What you may want most, and its price"),
    "answer-head-compare": _n("Beside the usual ways of paying"),
    "answer-head-chart-debts": _n("Principal left, month by month"),
    "answer-head-chart-cash": _n("Cash at each month's end"),
    "answer-head-totals": _n("The details: what each debt takes"),
    "answer-head-calendar": _n("Payments, day by day"),
    "answer-head-cash": _n("Money in and out, month by month"),
    "answer-head-shop": _n("The shop, kept or closed"),
    "answer-head-reasons": _n("Why it is so"),
    "answer-head-assumed": _n("Assumed, because the file does not say"),
    "answer-head-convention": _n("How it was counted"),
    "answer-head-about": _n("About this plan"),
    "answer-head-empty": _n("Where to begin"),
    "household-empty": _n(
        "The file is still empty. One debt is enough to begin: to whom, about how much, due when. Write it "
        "down and run this again."
    ),
    # What stays safe, where no plan works
    "safe-living": _n("What you need to live is set aside first, every month."),
    "safe-living-until": _n(
        "Until {first_month} what you need to live is set aside first; from that month on it is short, and "
        "below is whom to ask."
    ),
    "safe-clean": _n("{debts}: not overdue, and paid within their month until {last_month} this way."),
    "payments-by-contract": _n(
        "{debts}: this table counts on the terms offered. Until they are in writing, the contract's days and "
        "amounts stay; the money for them is not used elsewhere."
    ),
    "safe-falls": _n(
        "{debts}: there is not enough to pay it in full, so it would be overdue from {first_month} on. Talk with "
        "them before that."
    ),
    "safe-proposal": _n("This is a proposal for the time you talk with them, not advice to stop paying."),
    # The step
    "step-words": _n(
        "For instance: “I want to repay the loan with contract number ____ and am putting all my debts in order. Please send me written repayment terms through your official channel; I will answer in writing by ____.”"
    ),
    "note-objection": _n(
        "Object only if you truly disagree. “No money” or “in instalments” does not stop a payment order; "
        "for instalments talk to the creditor."
    ),
    "note-guarantor": _n(
        "There is a guarantor: no new dates or sums before the guarantor agrees in writing."
    ),
    "note-home": _n(
        "The house stands behind this one: take no other loan for it, and do not pledge the house again."
    ),
    "note-spouse": _n("Your spouse signed this one too: read it together before you write."),
    # This month's payments
    "payments-caption": _n("Until {until}, in yuan"),
    "payments-none": _n("Nothing to pay until {until}."),
    "payments-none-holding": _n(
        "Until {until} nothing is paid: what is there is kept for living and for what comes first after that."
    ),
    "for-agreement": _n("on the day it is agreed"),
    "for-due": _n("this instalment"),
    "for-due-last": _n("the last instalment"),
    "for-minimum": _n("this minimum payment"),
    "for-arrears": _n("towards what is overdue"),
    "for-late": _n("this instalment, {late_ndays} late"),
    "for-extra": _n("principal repaid early"),
    "for-extra-last": _n("repaid early, and closed"),
    "for-old": _n("ask before you pay, see below"),
    "for-friend": _n("repaying your friend"),
    "for-due-home": _n("for the home, comes first"),
    "for-due-law": _n("by law, comes first"),
    "for-due-shop": _n("for the shop"),
    "for-due-family": _n("for the family"),
    "note-payday": _n(
        "{debt} is due on {due}, but the money comes later: it is paid on {on}, {late_ndays} late, the "
        "penalty counted. Ask them for a due day after your payday."
    ),
    "note-paydays": _n(
        "{debts}: due before the money comes, so they are late by the days shown, the penalty counted. Ask "
        "them for due days after your payday."
    ),
    "note-old": _n(
        "{debt}: nobody has asked for it and you have not paid on it in over three years. Ask a legal aid office (its desk, online, or {legal_number}) before you answer or pay."
    ),
    # The path
    "path-end": _n(
        "On today's figures you have what you need to live and each one can be paid off. The last is closed on "
        "{on}, {ahead_nmonths} from now."
    ),
    "path-end-one": _n(
        "On today's figures you have what you need to live and this one can be paid. It is closed on {on}, "
        "{ahead_nmonths} from now."
    ),
    "path-end-now": _n("On today's figures everything can be closed this month, on {on}."),
    "path-left": _n(
        "On today's figures, until {last_month} you have what you need to live and each one can be paid. By "
        "then all are closed except {debts}, which go on by contract."
    ),
    "path-left-all": _n(
        "On today's figures, until {last_month} you have what you need to live and each one can be paid. "
        "{debts}: what is left after that month goes on by contract."
    ),
    "old-debt": _n("{debt}: {owed_fen} by your file, silent for over three years."),
    "old-ask": _n(
        "Before you answer, promise or pay, ask a legal aid office where it stands: at its desk, online, or on {legal_number}. Even a small payment or a promise can change it."
    ),
    "old-not-solved": _n(
        "It is not in the other figures, and it is not settled. If it still has to be paid, take last_demand and last_payment out of its entry in the file and run again. Then the plan counts it."
    ),
    "path-aside": _n("Not counted in this: {debts}, see below; ask about it first."),
    "path-horizon": _n(
        "It looks {looked_nmonths} ahead only, to {last_month}: whether what falls due later can be paid has not been "
        "checked. Without --months it looks further."
    ),
    "path-concessions": _n("This holds only with the creditors' terms in it: get them in writing first."),
    "path-cleared": _n("What is overdue today is all paid by {on}."),
    "path-clean": _n("Each instalment is paid within its month."),
    "path-relies": _n("It rests on this:"),
    "path-variable": _n(
        "Your income varies; this counts the bad months. An average month brings about {more_fen} more."
    ),
    "bars-caption": _n("Principal left; the longest line is the most it comes to"),
    "bar-now": _n("{open_ndebts} today"),
    "bar-open": _n("{open_ndebts} left"),
    "bar-closes": _n("{open_ndebts} left; closed: {debts}"),
    "bar-done": _n("all closed"),
    # Days to keep in mind
    "days-caption": _n("By these days something has to be done, or something changes"),
    "day-deadline": _n("{what}"),
    "day-deadline-unverified": _n("{what} (the day is not confirmed yet)"),
    "day-deadline-passed": _n("{what} (this day has passed)"),
    "note-deadline-passed": _n(
        "A day has passed. Late is better than silent: ask at the court's desk or on {court_number} what can still be done (area code first)."
    ),
    "cliff-day-30": _n("30 days past due"),
    "cliff-day-60": _n("60 days past due"),
    "cliff-day-90": _n("90 days past due"),
    "cliff-day-30-cleared": _n("would be 30 days past due; paid by {cleared} this way"),
    "cliff-day-60-cleared": _n("would be 60 days past due; paid by {cleared} this way"),
    "cliff-day-90-cleared": _n("would be 90 days past due; paid by {cleared} this way"),
    "cliff-maturity": _n("ends; {amount_fen} is due"),
    "cliff-maturity-closed": _n("ends; closed by {closed} this way"),
    "cliff-concession-ends": _n("what they offered holds until then"),
    "cliff-promo-ends": _n("the special rate ends"),
    # Where no plan works: meanwhile, what is missing, ways on
    "holding-caption": _n("In these months each can be paid this much, in yuan"),
    "holding-nothing": _n(
        "In these months nothing is left for the debts after what you need to live. Tell each of them just "
        "that when you talk."
    ),
    "holding-order": _n(
        "The order: living; home, court and guaranteed debts; debts not overdue; then the rest. Small sums "
        "scattered over everyone help nobody."
    ),
    "gap-lump": _n(
        "With {missing_fen} more in hand today, each debt could be paid by its contract. The money runs "
        "short from {first_month} on."
    ),
    "gap-every-month": _n(
        "From {first_month} on, what comes in each month is less than what is due; one sum of money would "
        "not mend that."
    ),
    "gap-meaning": _n(
        "That figure is what there is to talk about with the creditors, or to earn, or to sell for."
    ),
    "route-lender": _n(
        "By {by}, speak to the lender first, through the app's official service or the number in the "
        "contract. Ask to waive penalties and fees first, then for a lower rate, then for more time. Get "
        "what is agreed in writing."
    ),
    "route-lender-shock": _n(
        "By {by}, speak to the lender first, through the app's official service or the number in the "
        "contract. Ask to waive penalties and fees first, then for a lower rate; as your income is down "
        "only for a time, you may ask for a deferral too. Get what is agreed in writing."
    ),
    "route-shop": _n(
        "Without {shop}, with a wage instead, everything could be paid on today's figures: see the "
        "details. It is yours and your family's to decide."
    ),
    "listing": _n("{about}: {items}."),
    "help-line": _n("{name} ({hours}; checked {checked}): {purpose}"),
    # About this information
    "about-plan": _n(
        "From the figures in your file and the product notes named above, as of {as_of}. Not legal advice, "
        "not an agent, not from a bank; for days and terms the court and your contract count."
    ),
    "answer-head-closed": _n("Every debt is closed"),
    "closed-lead": _n("Nothing is owed on any debt in this book. That was a long way, and you walked it."),
    "closed-proof": _n("Ask each lender for a settlement letter in writing, and keep it with the contract."),
    "closed-record": _n(
        "Look at your credit report once the lenders have reported it; have what is wrong corrected."
    ),
    "closed-debits": _n("Cancel each automatic debit that is no longer needed."),
    "closed-fund": _n("What went to the debts each month can now fill the emergency fund first."),
    "path-nothing-left": _n("By what was entered, nothing is owed on any of them."),
    "help-line-due": _n("{name} ({hours}; checked {checked}, due for another check): {purpose}"),
    "safe-living-unknown": _n(
        "What living takes is not filled in yet. Whatever happens, keep enough for food, the home and medicine first."
    ),
    "payments-living-unknown": _n(
        "What living takes is not filled in, so nothing was kept back for it: keep enough for food and the home before you pay any of these."
    ),
    "payments-no-money": _n(
        "Neither the money at hand nor any income is written down, so there is no saying what can be paid. If there is some, put it in first. If there is none, food and the home come first, and then talking to the lenders."
    ),
    "payments-done": _n("Paid this month already"),
    "payments-done-one": _n("✓ {on}: {debt}, {amount_fen}"),
    "safe-living-days": _n(
        "What you need to live is set aside first, every month. From {on} to {money_on} it does not reach: {missing_fen} is missing, and the next money makes up for that first. In later months too, keep back what the days until your money comes take, before you pay a lender."
    ),
    "path-living-days": _n(
        "From {on} to {money_on} there is not enough to live on: {missing_fen} is missing, and the next money makes up for that first. In later months too, keep back what the days until your money comes take, before you pay a lender."
    ),
    "path-tight-keep": _n(
        "From {on} on the money in hand does not reach; it catches up on {money_on}, and until then up to {missing_fen} is missing. With {kept_fen} in hand at the end of {kept_month} it does: repay less early before then."
    ),
    "path-tight-ask": _n(
        "From {on} on the money in hand does not reach; it catches up on {money_on}, and until then up to {missing_fen} is missing. Ask early whether {item} can wait until that day."
    ),
    "path-late": _n(
        "{debt}: the instalment of {late_month} cannot be paid in full that month; the rest is paid on {on}, the penalty counted."
    ),
    "note-pay-court": _n(
        "{debts}: a court has this. Before you pay, ask the court where the money goes, at its desk or on {court_number} (area code first); keep the receipt and tell the court."
    ),
    "note-pay-outsourced": _n(
        "{debts}: a collection firm calls about this. Check with the lender itself before you pay, and pay only into the lender's own account, never to the collector."
    ),
    "note-pay-assigned": _n(
        "{debts}: said to have been sold on. Ask for the written notice and check it with the first lender; then pay only into the company account that the notice names."
    ),
    "payments-none-holding-for": _n(
        "Until {until} nothing is paid: what is there is kept for living, then for {for} on {due_on} ({amount_fen})."
    ),
    "step-words-person": _n(
        "For instance: “I mean to repay what I owe you, and money is short just now. Can we agree on days and sums I can keep, and write them down?”"
    ),
    "path-tight-both": _n(
        "From {on} on the money in hand does not reach; it catches up on {money_on}, and until then up to {missing_fen} is missing. Repay less early before then, and ask early whether {item} can wait until that day."
    ),
    "note-early-kept": _n(
        "Of what is repaid early, keep about {held_fen} in hand for now: it is needed around {on}."
    ),
    "gap-living": _n(
        "What you need to live comes to {short_fen} a month more than comes in, on average over the next year. No agreement with the lenders closes that gap. First comes more income, or public help: the assistance window of the township or subdistrict, or {city_number}, can say what you may apply for. Then the debts."
    ),
    "safe-living-days-until": _n(
        "What you need to live is set aside first. From {on} to {money_on} it does not reach: {missing_fen} is missing, and the next money makes up for that first. From {first_month} on it is short; below is whom to ask."
    ),
    "answer-head-living": _n("Something is missing first"),
    "figures-living-unknown": _n(
        "What living takes is not filled in, so nothing is kept back for it in any of these figures. Fill it in first; they may then be quite different."
    ),
    "path-end-unknown": _n(
        "On today's figures each one can be paid, but what you need to live is not in them yet. The last would be closed on {on}, {ahead_nmonths} from now."
    ),
    "path-end-one-unknown": _n(
        "On today's figures this one can be paid, but what you need to live is not in them yet. It would be closed on {on}, {ahead_nmonths} from now."
    ),
    "path-end-now-unknown": _n(
        "On today's figures everything could be closed this month, on {on}, but what you need to live is not in them yet."
    ),
    "for-due-part": _n("part of this instalment"),
    "for-minimum-part": _n("part of this minimum payment"),
    "payments-past": _n(
        "The days before {today} are over: put in first what was really paid on them, and the rest is "
        "worked out anew."
    ),
}

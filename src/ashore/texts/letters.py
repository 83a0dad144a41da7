"""What letters say, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

LETTERS: Final[Mapping[str, str]] = {
    "letter-proposal-before": _n("Request for an extension"),
    "letter-proposal-card": _n("Request to put off payment"),
    "letter-proposal-after": _n("Proposal for repayment"),
    "letter-call": _n("Beside the telephone"),
    "letter-statement": _n("Request for a statement of the debt"),
    "letter-waiver": _n("Request to waive penalty interest and fees"),
    "letter-rate": _n("Request for a lower rate"),
    "letter-term": _n("Request for a longer term"),
    "letter-card-instalments": _n("Request for personal instalments on a card"),
    "letter-renewal": _n("Request for renewal"),
    "letter-due-day": _n("Request to move the due day"),
    "letter-settlement": _n("Request for a full and final settlement"),
    "letter-settled": _n("Request for a proof of settlement"),
    "letter-budget": _n("Statement of income and essential spending"),
    "letter-record": _n("Objection to a credit record"),
    "letter-complaint": _n("Complaint about a statement"),
    "letter-example": _n("EXAMPLE. The person and the amounts are invented; this is not a real letter."),
    "letter-hello": _n("Dear Sir or Madam,"),
    "letter-proposal-before-lead": _n(
        "I am one of your borrowers. The next instalment of this loan, {due_fen}, falls due on {due}. I expect that I cannot pay it as agreed, so I write before that day to explain and to ask for an extension."
    ),
    "letter-proposal-card-lead": _n(
        "I hold one of your cards. The next due day is {due}, and at least {due_fen} is due then. I expect that I cannot pay as agreed, so I write before that day to explain and to ask that payment be put off."
    ),
    "letter-proposal-after-lead": _n(
        "I am one of your borrowers and am willing to pay. At present I cannot pay as first agreed, so I write to propose what I can keep to."
    ),
    "letter-statement-lead": _n(
        "To check this loan against my own records, please let me have the following."
    ),
    "letter-statement-only": _n(
        "This letter only asks for information. It does not accept a debt and does not promise a payment."
    ),
    "letter-waiver-lead": _n(
        "By my records the charges on this loan ({charges_parts}) come to {charges_fen} as of {as_of}. I want to repay the principal and the interest; these charges make it harder, so I ask you to waive them."
    ),
    "letter-rate-lead": _n(
        "By the contract this loan bears {old_rate} a year (simple). I ask for a lower rate, so that more of what I pay brings the principal down."
    ),
    "letter-term-lead": _n(
        "The next instalment of this loan, {due_fen}, falls due on {due}. Instalments of this size are more than I can keep up, so I ask for a longer term."
    ),
    "letter-card-instalments-lead": _n(
        "What I owe on my card is more than I can repay at present, and I want to repay it. I ask for an agreement on personal instalments."
    ),
    "letter-renewal-lead": _n("This loan matures on {maturity}. I ask for its renewal before that day."),
    "letter-due-day-lead": _n(
        "This loan falls due on day {due_day_count} of each month. I ask you to move that day."
    ),
    "letter-settlement-lead": _n(
        "I cannot repay this debt in full as agreed. I can pay one sum, and ask to close the debt with it."
    ),
    "letter-settled-lead": _n("I have repaid this debt in full and ask for a proof of it."),
    "letter-settled-lead-on": _n("I repaid this debt in full on {paid_on} and ask for a proof of it."),
    "letter-budget-lead": _n(
        "These are my own income and essential spending in a usual month, by my own records, so that you can see what I can pay."
    ),
    "letter-record-lead": _n(
        "I have looked at my credit report and believe that what it says about this loan is not right. What is wrong, in my own words:"
    ),
    "letter-complaint-lead": _n(
        "I have checked the statement of this loan line by line. The amounts below do not agree with the contract. I ask you first to look into them."
    ),
    "letter-contract": _n("Contract number"),
    "letter-head-position": _n("What is owed as of {as_of}, by my records; please check"),
    "letter-part-principal": _n("Principal"),
    "letter-part-interest": _n("Interest"),
    "letter-part-penalty": _n("Penalty interest"),
    "letter-part-compound": _n("Compound interest"),
    "letter-part-damages": _n("Damages"),
    "letter-part-fees": _n("Fees"),
    "letter-part-total": _n("In all"),
    "letter-column-part": _n("Item"),
    "letter-column-amount": _n("Amount"),
    "letter-position-late": _n("Of this, {arrears_fen} is due and not paid, the oldest part since {since}."),
    "letter-position-next": _n("Nothing is overdue. The next payment, {due_fen}, falls due on {due}."),
    "letter-position-next-card": _n("Nothing is overdue. By {due} at least {due_fen} is due."),
    "letter-cause-illness": _n(
        "Because of an illness and its treatment, what comes in and what goes out has changed, and I can pay less than before."
    ),
    "letter-cause-job-loss": _n("I have lost the job I had, and can pay less than before."),
    "letter-cause-business": _n("My business earns less than before, and I can pay less."),
    "letter-cause-family": _n("My family has been through a serious change, and I can pay less than before."),
    "letter-head-asks": _n("What I ask for"),
    "letter-head-offered": _n("You have offered the following. Please go by it, and confirm it in writing"),
    "letter-ask-defer": _n(
        "Please put off the next {periods_count} instalments, and do not count them as overdue."
    ),
    "letter-ask-extend": _n("Please let me repay what is left in {periods_count} monthly instalments."),
    "letter-ask-extend-rate": _n(
        "Please let me repay what is left in {periods_count} monthly instalments, at {new_rate} a year (simple)."
    ),
    "letter-ask-extend-free": _n(
        "Please let me repay what is left in {periods_count} monthly instalments without further interest."
    ),
    "letter-ask-extend-any": _n("Please lengthen the term so that each instalment is one I can pay."),
    "letter-ask-rate": _n("Please lower the yearly rate (simple) from {old_rate} to {new_rate}."),
    "letter-ask-rate-free": _n("Please charge no further interest, so that I repay the principal."),
    "letter-ask-rate-any": _n("Please tell me to what yearly rate you can lower it, and from which day."),
    "letter-ask-charges": _n(
        "Please waive what was charged so far as {charges_parts} ({charges_fen} as of {as_of}, by my records)."
    ),
    "letter-ask-waive-told": _n("Please waive what we have spoken about."),
    "letter-ask-later-charges": _n("Please add no further penalty interest or damages while we talk."),
    "letter-ask-settle": _n(
        "Please accept {settle_fen} in one payment by {by} in full and final settlement, and waive the rest."
    ),
    "letter-ask-settle-open": _n(
        "Please accept {settle_fen} in one payment in full and final settlement, and waive the rest."
    ),
    "letter-ask-settle-parts": _n(
        "Please accept {settle_fen} in {periods_count} payments in full and final settlement, and waive the rest."
    ),
    "letter-ask-arrange": _n(
        "Please agree to the payments below; if you cannot, please tell me what is possible."
    ),
    "letter-ask-arrange-open": _n("Please work out with me payments that I can keep to."),
    "letter-ask-writing": _n(
        "Please answer in writing: the number of payments, the amount of each, how interest is counted, and from which day."
    ),
    "letter-ask-reported": _n("Please tell me how this will be reported to the credit reference system."),
    "letter-ask-direct": _n("Please contact me alone, not my family, my employer or my friends."),
    "letter-ask-lines": _n(
        "What is owed today, with principal, interest, penalty interest, compound interest, damages and fees apart."
    ),
    "letter-ask-payments-used": _n("Each payment received: its day, its amount, and what it was used for."),
    "letter-ask-cost-table": _n("A copy of the contract, and of the table of all costs if there is one."),
    "letter-ask-rules": _n(
        "How penalty interest, compound interest and fees are counted, and by which clause of the contract."
    ),
    "letter-ask-assigned": _n("If the debt has been sold, a copy of the notice."),
    "letter-ask-answer-file": _n("Please send it on paper or through your own official channel."),
    "letter-ask-answer": _n("Please answer in writing, with your reasons."),
    "letter-ask-card": _n("Please let me repay what I owe in {periods_count} monthly instalments."),
    "letter-ask-card-any": _n("Please agree with me on a number of instalments that I can keep to."),
    "letter-ask-card-interest": _n(
        "Please tell me what interest and fees are charged during the instalments, and whether they can be waived."
    ),
    "letter-ask-renew": _n(
        "Please renew the loan, so that the principal need not be repaid first on that day."
    ),
    "letter-ask-renew-terms": _n("Please tell me the term, the rate and the papers that are needed."),
    "letter-ask-due-day": _n("Please move the due day to day {new_day_count} of each month."),
    "letter-ask-due-day-pay": _n(
        "My income usually comes on day {payday_count} of the month: please move the due day to day {new_day_count}."
    ),
    "letter-ask-due-day-between": _n(
        "Please tell me how the interest of the month of the change is counted, and which day is the first new due day."
    ),
    "letter-ask-settle-account": _n("Please name your company's own account for the payment."),
    "letter-ask-settle-proof": _n("Once it is paid, please confirm in writing that nothing more is owed."),
    "letter-ask-proof": _n(
        "Please confirm in writing the day on which it was closed, and that nothing more is owed."
    ),
    "letter-ask-record-updated": _n(
        "Please report the loan as closed to the credit reference system, and tell me when that is done."
    ),
    "letter-ask-pledge": _n("Please release the pledge and return its papers."),
    "letter-ask-check": _n("Please check this against your own records."),
    "letter-ask-correct": _n("Where it is wrong, please have it corrected."),
    "letter-ask-explain": _n(
        "Please explain line by line how these amounts were computed, and by which clause of the contract."
    ),
    "letter-ask-put-right": _n(
        "Where they are wrong, please correct the statement and return or credit what was charged above."
    ),
    "letter-head-payments": _n("What I can pay"),
    "letter-head-holding": _n("What I can pay at present"),
    "letter-column-each": _n("Each"),
    "letter-no-amount": _n(
        "I cannot yet say what I can pay each month. Once I have worked it out, I will write to you."
    ),
    "letter-payments-end": _n("With this the debt is repaid on {ends}."),
    "letter-payments-end-cut": _n(
        "The payments go on after that, and the debt is repaid on {ends}; their amounts as we both confirm in writing."
    ),
    "letter-payments-rest": _n("The amounts after that as we both confirm in writing."),
    "letter-payments-kept": _n("This is what I can pay after essential spending."),
    "letter-payments-holding": _n(
        "This is what is left at present after essential spending. I would like to go on talking about the rest."
    ),
    "letter-head-evidence": _n("Attached"),
    "letter-evidence-diagnosis": _n("A medical certificate"),
    "letter-evidence-medical-bills": _n("Medical bills"),
    "letter-evidence-sick-leave": _n("A sick note"),
    "letter-evidence-job-ended": _n("A proof that the employment has ended"),
    "letter-evidence-unemployment": _n("A record of unemployment"),
    "letter-evidence-takings": _n("Records of the takings of recent months"),
    "letter-evidence-closed": _n("A proof that the business has closed or paused"),
    "letter-evidence-tax-return": _n("Tax returns"),
    "letter-evidence-family-paper": _n("A paper on what happened in the family"),
    "letter-evidence-family-bills": _n("Bills for it"),
    "letter-evidence-other-paper": _n("Another proof"),
    "letter-evidence-income": _n("A proof of income"),
    "letter-evidence-budget": _n("A statement of income and essential spending"),
    "letter-close": _n("Thank you for looking into this. I look forward to your answer."),
    "letter-regards": _n("Yours faithfully"),
    "letter-sign-name": _n("Name and signature"),
    "letter-sign-id": _n("Number of the identity document"),
    "letter-sign-phone": _n("Telephone"),
    "letter-sign-co-borrower": _n("Co-borrower's name and signature"),
    "letter-head-disputed": _n("Amounts that do not agree with the contract"),
    "letter-column-day": _n("Day"),
    "letter-column-what": _n("What for"),
    "letter-column-stated": _n("In the statement"),
    "letter-column-ours": _n("By the contract"),
    "letter-head-income": _n("Income in a month"),
    "letter-head-spending": _n("Essential spending in a month"),
    "letter-column-month": _n("A month"),
    "letter-income-steady": _n("Steady income"),
    "letter-income-variable": _n("Varying income"),
    "letter-income-business": _n("Net income of the business"),
    "letter-spending-housing": _n("Housing"),
    "letter-spending-food": _n("Food and daily needs"),
    "letter-spending-utilities": _n("Power, water, telephone"),
    "letter-spending-transport": _n("Transport"),
    "letter-spending-medical": _n("Medical care"),
    "letter-spending-education": _n("Education"),
    "letter-spending-insurance": _n("Insurance"),
    "letter-spending-other": _n("Other essential spending"),
    "letter-budget-share": _n("Spending is the part of the household's that I bear."),
    "letter-budget-whole": _n("These are the figures of a usual month."),
    "letter-budget-saved": _n(
        "Besides, {saved_fen} a month is kept for emergencies such as medical care and repairs, so that no payment is missed because of them."
    ),
    "letter-budget-left": _n("After this about {left_fen} a month is left for all my debts together."),
    "letter-budget-none": _n("After this nothing is left for debts at present."),
    "letter-call-head-tonight": _n("If they call tonight, this is enough"),
    "letter-call-tonight-words": _n(
        "“I have heard you and am putting all my debts in order. Please send repayment options through your official channel; I will answer in writing by ____.”"
    ),
    "letter-call-tonight-late": _n("After {quiet_from}: “It is past {quiet_from}. Please call tomorrow.”"),
    "letter-call-tonight-end": _n(
        "Then you may hang up. Nothing has to be agreed now, and nothing argued. Note the time and what was said."
    ),
    "letter-call-head-say": _n("What you can say, in this order"),
    "letter-call-say-who": _n(
        "“I am the borrower. First please tell me your name, your number and for whom you call.”"
    ),
    "letter-call-say-late": _n(
        "“I know that {arrears_fen} is due and not paid. I want to repay it and am working out how.”"
    ),
    "letter-call-say-soon": _n(
        "“Nothing is overdue. I fear that I cannot pay one of the next instalments, so I call before it.”"
    ),
    "letter-call-say-open": _n(
        "“What I can pay each month I will write to you once I have worked it out; I settle nothing on the telephone.”"
    ),
    "letter-call-say-sum": _n(
        "“I have worked it out: after what we need to live, I can pay {each_fen} on {first}.”"
    ),
    "letter-call-say-sums": _n(
        "“I have worked it out: after what we need to live, I can pay {each_fen} a month from {first} on, {times_ntimes} to begin with.”"
    ),
    "letter-call-head-ask": _n("What to ask"),
    "letter-call-ask-reported": _n("“How will this be reported to the credit reference system?”"),
    "letter-call-ask-miss": _n("“What happens if one payment comes late?”"),
    "letter-call-ask-written": _n("“When and through which official channel do I get it in writing?”"),
    "letter-call-ask-upfront": _n("“Must something be paid first? To which account of the company?”"),
    "letter-call-head-never": _n("What not to say or do"),
    "letter-call-never-date": _n("Agree to no day and no sum that you cannot keep."),
    "letter-call-never-relatives": _n("Give no number of family, friends or employer."),
    "letter-call-never-code": _n("Tell nobody a code, and pay to nobody's private account."),
    "letter-call-never-borrow": _n("Borrow nothing new to pay this."),
    "letter-call-note-when": _n("When the call was"),
    "letter-call-note-who": _n("Who called, their number and company"),
    "letter-call-note-said": _n("What was said"),
    "letter-ask-confirm": _n("Please confirm in writing what you agree to, and from which day it holds."),
    "letter-run": _n("{first} to {last}, once a month, {times_ntimes}"),
    "letter-column-by": _n("Paid by"),
    "letter-payments-settled": _n("With the last of these payments, on {ends}, the sum named above is paid."),
    "letter-call-say-silent": _n(
        "“Please send me the contract and a statement of this debt in writing. I will check them and answer in writing.”"
    ),
    "letter-call-tonight-silent": _n(
        "“I have heard you. Please send the contract and a statement of this debt through your official channel; I will answer in writing.”"
    ),
    "letter-call-never-silent": _n(
        "Before you say that you owe it or will pay, or pay a part of it, ask {legal_number}: the limitation period may begin again."
    ),
    "letter-spending-dues": _n("Other known payments of the year ahead, monthly average"),
    "letter-spending-work": _n("Costs of earning"),
    "letter-conduct": _n("Complaint about how I was contacted"),
}

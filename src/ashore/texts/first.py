"""The sentences of the first card, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

FIRST: Final[Mapping[str, str]] = {
    # The card's frame
    "first-title": _n("First things first"),
    "first-lead": _n("No need to work it all out, or to carry it alone. Today, only this card."),
    "first-head-today": _n("Today, from the top; each one done counts"),
    "first-head-later": _n("The rest can wait for daylight; that person can keep it for you"),
    "first-head-avoid": _n("Not now"),
    "first-head-phone": _n("On the phone, only this"),
    "first-head-help": _n("To talk, or when it is too much"),
    "first-head-help-checked": _n("{heading} ({note})"),
    "first-last": _n("You may let the phone ring. You may sleep. Keep this month's food money first."),
    # Tonight
    "first-tonight": _n("Thank you for saying so. Only tonight matters now. You matter more than any debt."),
    "first-tonight-call": _n(
        "Threats: call {police_number}. A life in danger: {emergency_number}. To talk: "
        "{mental_health_number}, again if no answer."
    ),
    "first-tonight-person": _n(
        "Be with someone you trust; say: “I am not well tonight, stay with me a while.” Ask them to put away "
        "anything that could hurt you."
    ),
    # A paper
    "first-court-open": _n("The court paper: answer the court by about {until}."),
    "first-court-open-how": _n(
        "A claim or payment order: {answer_days} days from the day after it came; days off may move the end. Confirm at the court's desk or on area code + {court_number}, not through the message's number or link. Go on the day a summons names."
    ),
    "first-court-passed": _n("The court paper: the day may have passed. Ask as soon as the court opens."),
    "first-court-passed-how": _n(
        "Late is better than silent. Ask on area code + {court_number} or at its desk: where it stands, what "
        "you can still do, when to come. Not on the message's number or link."
    ),
    "first-court-undated": _n("The court paper: find out which day it came, and write it on the paper."),
    "first-court-undated-how": _n(
        "A claim or payment order wants an answer within {answer_days} days, counted from the day after. Confirm at the court's desk or on area code + {court_number}, not through the message's number or link. Go on the day a summons names."
    ),
    "first-notary": _n("The notary's paper: call the notary's office as soon as it opens."),
    "first-notary-how": _n(
        "Some can be enforced without a trial, so do not let it lie. Ask where it stands and by which day. "
        "Look the number up yourself."
    ),
    "first-arbitration": _n(
        "The arbitration notice: find the day it gives for your answer, and write it down."
    ),
    "first-arbitration-how": _n(
        "If it gives none, ask the commission: is it real, answer by when, come when. Look the number up "
        "yourself; do not use the message's."
    ),
    "first-mediator": _n("The mediation notice: first make sure it is real, then decide whether to talk."),
    "first-mediator-how": _n(
        "Look the number up yourself; for a court, area code + {court_number}. You may say no. What a court "
        "confirms can be enforced: sign only what you can keep."
    ),
    "first-paper-look": _n("Look in your post and messages for a court, notary, arbitrator or mediator."),
    "first-paper-look-how": _n(
        "Note the day it came; you need not understand it today. Check old numbers too. Verify a court's "
        "message on area code + {court_number}, not through its own link."
    ),
    "first-collector": _n("Letters from collectors or lawyers are no court papers: promise nothing now."),
    "first-collector-how": _n(
        "The debt is still there, and you need not hide: the one sentence for the phone is enough. If it "
        "names a court, check on area code + {court_number}, not through its link."
    ),
    # Money to live on
    "first-money": _n("Put money for food, rent, medicine and stock where no lender can debit it."),
    "first-money-how": _n(
        "In your own name, no loan tied to it, written down: kept, not hidden, and told truthfully to a "
        "court. Not at a bank you owe: it may set it off."
    ),
    "first-money-look": _n("See whether a lender can debit the money for food, rent and medicine."),
    "first-money-look-how": _n(
        "A card, balance or QR account tied to a loan may be debited when due. Keep living money in your own "
        "name where none is tied; written down, not hidden."
    ),
    "first-money-sued": _n("Keep living money in your own name, and list every account you have."),
    "first-money-sued-how": _n(
        "Where no lender can debit it, and told truthfully if the court asks. Even at enforcement the law "
        "leaves you and your family what you need to live."
    ),
    # Agents
    "first-agent": _n("Stop: no more money, codes or SIM cards, and no friend borrowing for you."),
    "first-agent-how": _n(
        "Already given? Call bank and phone company, change passwords, block cards; keep the records. Unsure: "
        "{fraud_number}; cheated: {police_number}. It is not your fault."
    ),
    # Debts still in order
    "first-current": _n("First keep in order the debts that are not yet overdue."),
    "first-current-how": _n(
        "Food, home and medicine first, then these and agreed plans, not a little to everyone. If the next "
        "looks hard, ask before its due day. Keep talking on the others."
    ),
    "first-current-look": _n("See which debts are not yet overdue, and keep those in order."),
    "first-current-look-how": _n(
        "Food, home and medicine first, then these, not a little to everyone. If the next one looks hard, "
        "ask for more time before its due day."
    ),
    # Who else would pay
    "first-liable-spouse": _n("The debt your spouse signed: read it together first."),
    "first-liable-spouse-how": _n(
        "What both signed, both usually owe. Let your spouse sign nothing for the other debts, not even a "
        "plan: signed later, they become debts of both."
    ),
    "first-liable-guarantor": _n("The guaranteed debt: tell the guarantor before you ask for more time."),
    "first-liable-guarantor-how": _n(
        "Any new date or sum needs the guarantor's written consent first; without it, what is heavier does "
        "not bind them and the guarantee period stays."
    ),
    "first-liable-house": _n("The debt secured on the house: its instalment comes first."),
    "first-liable-house-how": _n(
        "Do not pledge it again for other debts or take bridge money: they would then touch the house. If the "
        "next looks hard, ask before its due day."
    ),
    "first-liable-several": _n("Mark the debts that touch your spouse, a guarantor or the house."),
    "first-liable-several-how": _n(
        "These come first. Change a guaranteed debt only with the guarantor's written consent; no later "
        "signature of a spouse; do not pledge the house again."
    ),
    # When nothing presses
    "first-list": _n("On a sheet of paper, for each debt: to whom, about how much, due when."),
    "first-list-how": _n(
        "As much as you remember; no need to be exact or to add it up. Then put it away until tomorrow."
    ),
    # Not now
    "first-not-tonight": _n("Do not stay alone tonight, and decide nothing about money."),
    "first-not-court": _n("Do not ignore the court, nor object to gain time: “no money” stops no order."),
    "first-not-move": _n("No hiding, gifts, cheap sales or repaying relatives first: at worst a crime."),
    "first-not-agent": _n("Pay no “handling fee”, give no SIM or code, let no friend borrow for you."),
    "first-not-loan": _n("No new loan to pay an old one, and no bridge money."),
    "first-not-number": _n("Keep the phone number in your contracts: a court's message there may count."),
    "first-not-sign-spouse": _n("Let your spouse sign nothing that they have not signed already."),
    "first-not-sign-guarantor": _n("Sign no extension behind the guarantor's back."),
    "first-not-sign-house": _n("Do not pledge the house again."),
    "first-not-sign-several": _n(
        "Sign nothing today that you have not understood and talked over with them."
    ),
    "first-not-sign-mediator": _n("Agree to nothing by phone, and sign no sum you cannot keep."),
    # The phone
    "first-phone": _n(
        "“I have heard you and am putting all my debts in order. Please send repayment options through your "
        "official channel; I will answer in writing by ____.”"
    ),
    "first-phone-never": _n("Name a day you can keep. Give nobody's number, no code, no made-up story."),
    # The rough sum
    "first-rough-living": _n(
        "Roughly: short by about {about_fen} a month, living itself not covered. Food, home, medicine first; "
        "the dues need new terms. Ask {city_number} about emergency relief."
    ),
    "first-rough-short": _n(
        "Roughly: short by about {about_fen} a month; today's terms cannot all be kept. Living money first; "
        "the gap is what to talk about with creditors, or earn."
    ),
    "first-rough-even": _n(
        "Roughly: about even, and any surprise would break it. Note each due day, and add nothing new."
    ),
    "first-rough-spare": _n(
        "Roughly: this month is covered, with about {about_fen} to spare. Pay each on its day, none late."
    ),
    # About this information
    "first-about": _n("About this information"),
    "page-about": _n("About this page"),
    "first-about-sources": _n("Sources (seen {seen}): {sources}."),
    "first-about-between": _n("; "),
    "first-about-sources-translated": _n("Sources (seen {seen}, translated): {sources}."),
    "first-about-stale": _n("{name} (needs checking)"),
    "first-about-not": _n("Not legal advice, not an agent, not from a bank. The court and contract decide."),
    "first-about-free": _n("Free: no service desk, group, agency or fee. Whoever charges for it is a fraud."),
    "first-checked": _n("checked {checked}"),
    "first-checked-stale": _n("checked {checked}, due for another check"),
}

"""The page for the partner or family, in the first person: what is so, what helps, what does not, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

FAMILY: Final[Mapping[str, str]] = {
    "family-title": _n("For my partner or family"),
    "family-lead": _n(
        "A page to hand over or read together. It explains, blames nobody, and asks for no money and no signature."
    ),
    "family-subtitle": _n("For my family, {today}"),
    "family-file-name": _n("for-the-family"),
    "family-numbers": _n("With my own figures: what is owed, and where the plan leads"),
    "family-show": _n("Show the page"),
    "family-take": _n("Take the page as a file"),
    "family-print": _n("It can be printed from the browser."),
    "family-head-what": _n("What is happening"),
    "family-head-own": _n("My own figures"),
    "family-head-helps": _n("What does help"),
    "family-head-not": _n("What does not help, even out of love"),
    "family-head-called": _n("If a collector calls you"),
    "family-head-lines": _n("Numbers for you, too"),
    "family-head-words": _n("First words"),
    "family-what": _n("I owe money and cannot go on paying it the way I did."),
    "family-doing": _n(
        "I am putting it in order, one debt after another. The money we live on comes first, then what can be paid, by a plan that has been worked out."
    ),
    "family-blame": _n(
        "This is a difficulty with money. It does not say that anybody is a bad person, not you and not me."
    ),
    "family-sign": _n(
        "Nothing on this page is to be signed. It is for the family: please do not send it to a lender or a collector."
    ),
    "family-owed": _n("On {as_of} I owe {owed_fen} in all, on {open_ndebts}."),
    "family-plan": _n("By the plan the last payment is on {on}. If something changes, so does the day."),
    "family-plan-if": _n("If the lenders put in writing what they offered, the last payment is on {on}."),
    "family-plan-talks": _n(
        "There is no plan that works yet. I am talking with the lenders, and meanwhile the money we live on stays safe."
    ),
    "family-helps-listen": _n(
        "Hear me out before you advise me. You need not ask for amounts; you can ask which day comes next."
    ),
    "family-helps-living": _n("Keep the money for food, medicine, rent and school together with me."),
    "family-helps-papers": _n(
        "If a letter or a message comes from a court, an arbitrator or a mediator, tell me the same day and keep it as it is. There is a day in it that counts."
    ),
    "family-helps-call": _n("Sit beside me while I make a call, and write down what is said."),
    "family-helps-night": _n(
        "If I cannot sleep, or say that I cannot go on, stay with me and call {mental_health_number} together with me. When a life is in danger, call {emergency_number} at once."
    ),
    "family-not-lend": _n(
        "Do not lend to me at any price, and never borrow in your own name for me, however small it is and whoever asks."
    ),
    "family-not-sign": _n(
        "Do not sign: no guarantee, no repayment agreement, no paper that says you know of the debt. What a couple both sign, or one accepts afterwards, is owed by both; so is what one of them borrowed for the family's everyday needs. What goes beyond them is not, unless the lender can prove that it served their shared life or business, or that both wanted it. Before any signature ask {legal_number}."
    ),
    "family-not-pay": _n(
        "Do not pay a collector, and promise nothing. What is to be paid, I pay to the lender."
    ),
    "family-not-hand": _n(
        "Give no ID card, bank card, SIM card or code to anyone who offers to make the debts go away."
    ),
    "family-not-blame": _n("Do not take my telephone away or hide letters from me to spare me. I need both."),
    "family-called-line": _n(
        "Otherwise you can say: “I am not the borrower. Please talk to the borrower, and do not call this number again.” Then you may hang up."
    ),
    "family-called-nothing": _n(
        "You need not explain or argue. Do not say where I work or live, and give no other number."
    ),
    "family-called-note": _n("Write down the time, the number and what was said, and tell me."),
    "family-called-police": _n(
        "If someone threatens you or makes a scene at the door, call {police_number}."
    ),
    "family-called-rules": _n(
        "By the industry's own rules only the borrower is collected from. Others may be asked for the borrower only where the borrower cannot be reached, are not told of the debt, and are not called again once they refuse; and nobody is called between {from_text} and {to_text} unless that was agreed. These are rules of the industry, not a law: a note of the calls is what a complaint rests on."
    ),
    "family-called-guarantor": _n(
        "First of all: if you have signed for me, as a guarantor or together with me, what follows is not for you. Ask {legal_number} before you answer."
    ),
    "family-lines-lead": _n("This weighs on those who live with it as well."),
    "family-words-note": _n(
        "These words are for you alone; the page does not show them. Change them until they sound like you."
    ),
    "family-words-partner-head": _n("To a partner"),
    "family-words-partner": _n(
        "“There is something I have not dared to say: I owe money and cannot pay it right now. I am not asking you to pay or to sign anything. I want to keep our food and rent safe first, and then put it in order. Will you listen to me for ten minutes?”"
    ),
    "family-words-parents-head": _n("To parents"),
    "family-words-parents": _n(
        "“Mum, Dad, I owe some money and am putting it in order. Please leave your savings alone and borrow nothing for me. If somebody calls about it, just say ‘please talk to the borrower’ and let me know.”"
    ),
    "family-words-friend-head": _n("To a friend"),
    "family-words-friend": _n(
        "“I owe money at the moment and am working it off by a plan. I am not here to borrow. Would you ask me once a month whether I have looked at my papers? That would help me most.”"
    ),
    "family-doing-talks": _n(
        "I am putting it in order, one debt after another: the money we live on comes first; about the rest I talk with the lenders."
    ),
}

"""What is said about a message or an offer that may be a trap, by code; nothing here says that one is safe."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

TRAPS: Final[Mapping[str, str]] = {
    "trap-title": _n("Is it a trap?"),
    "trap-lead": _n(
        "Paste what you were sent, or tick what they ask for. Nothing of it is kept, and nothing is sent anywhere."
    ),
    "trap-text": _n("The message, word for word"),
    "trap-asks": _n("What do they ask for? Tick all that fit."),
    "trap-given": _n("Have you already paid or given something away?"),
    "trap-given-money": _n("Money was paid"),
    "trap-given-code": _n("A code or password was given"),
    "trap-given-sim": _n("A SIM card or the phone was given"),
    "trap-given-id": _n("A bank card or an ID was given"),
    "trap-given-papers": _n("Papers that are not true were handed in"),
    "trap-given-screen": _n("The screen was shared, or an app installed"),
    "trap-given-account": _n("An account was used by others"),
    "trap-given-friend": _n("A friend or relative signed or was scanned"),
    "trap-look": _n("Look at it"),
    "trap-again": _n("Look at another one"),
    "trap-link": _n("Is it a trap? Look at a message or an offer"),
    "trap-which": _n("Numbers that fit, with commas between (Enter for none): "),
    "trap-which-unclear": _n("Please type numbers from the list, with commas between."),
    "trap-head-found": _n("What was found"),
    "trap-head-signs": _n("Why these are signs of a trap"),
    "trap-head-now": _n("What to do now"),
    "trap-head-done": _n("If you have already paid or given something away"),
    "trap-head-checks": _n("Three checks before you answer"),
    "trap-head-official": _n("Is the sender real?"),
    "trap-found": _n("Known signs of a trap in it: {signs_count}."),
    "trap-nothing": _n("No known sign of a trap was found. That does not mean it is safe."),
    "trap-nothing-warns": _n(
        "This reads like a warning about traps, so its words were not taken as an offer. No known sign of a trap was found. That does not mean it is safe."
    ),
    "trap-sign": _n("{name}"),
    "trap-says": _n("{text}"),
    "trap-words": _n("{name}: {words}."),
    "trap-ticked": _n("{name}: you ticked it."),
    "trap-warned": _n("Who warned of it: {titles}."),
    "trap-now-stop": _n(
        "Stop here for now: pay nothing, give no code, card, ID or SIM card, install nothing."
    ),
    "trap-now-moving": _n("If money is moving, or has just gone, call {police_number} at once."),
    "trap-now-ask": _n("Not sure? Ask {fraud_number} or somebody you trust before you do anything."),
    "trap-now-keep": _n(
        "Keep what there is: the messages, the numbers and accounts they named, proof of payment."
    ),
    "trap-now-lender": _n(
        "Your debt can still be talked about, free of charge: with the lender itself, by the number in the contract or in its own app."
    ),
    "trap-done-lead": _n("It happens to careful people. In this order:"),
    "trap-done-money": _n(
        "Money paid: note the other account and whose it is, and call {police_number} now; then call your bank and ask it to stop the payment."
    ),
    "trap-done-code": _n(
        "Codes or passwords given: change the passwords, and call the number on the back of your card to have it frozen."
    ),
    "trap-done-sim": _n(
        "SIM card or phone given: report it lost to the phone company today and get the number back. Tell the lender, and the court if there is a case."
    ),
    "trap-done-id": _n(
        "Bank card or ID given: report the card lost; tell the police so that it is on record; look in your credit report for loans that are not yours."
    ),
    "trap-done-papers": _n(
        "Papers that are not true: hand in no more. Ask {legal_number} what to do about those that went in."
    ),
    "trap-done-screen": _n(
        "Screen shared or app installed: cut the network, remove the app, change passwords on another device, then call your bank."
    ),
    "trap-done-account": _n(
        "An account used by others: move nothing more, not even back. Go to the police yourself and say how it came about."
    ),
    "trap-done-friend": _n(
        "A friend signed: tell them today. They should ask the lender of that loan, and the police if they were misled."
    ),
    "trap-done-last": _n(
        "A contract with such people is no reason to pay more. Ask {legal_number} about it; about getting a fee back, {consumer_number}."
    ),
    "trap-official-heed": _n(
        "It seems to come from a sender like this. Do not set it aside, and do not trust it yet: find out whether it is real."
    ),
    "trap-official-imitated": _n(
        "It speaks in the name of a sender like this, and anybody can use a name. Check it as below. If it is real, do not set it aside."
    ),
    "trap-official-court": _n(
        "A court: call area code + {court_number}, or ask at the court's own desk, never by the number or link in the message. If it is real, its day counts."
    ),
    "trap-official-mediator": _n(
        "A mediator: ask the mediation centre or the court, on a number that you look up yourself. You may say yes or no."
    ),
    "trap-official-lender": _n(
        "A lender: look into its own app, or call the number in your contract or on your card."
    ),
    "trap-official-collector": _n(
        "A collector: ask the lender whether it sent them, and for what sum. Pay only the lender."
    ),
    "trap-official-buyer": _n(
        "Who says they bought the debt: ask the first lender whether it was sold and to whom. Pay only into the company account that its notice names."
    ),
    "trap-official-lawyer": _n(
        "A law firm: look its number up yourself and call, and ask the lender as well."
    ),
    "trap-official-police": _n(
        "The police: hang up and dial {police_number} yourself. They have no “safe account”."
    ),
    "trap-official-papers": _n("What each kind of paper means, and by when to act: ashore paper."),
    "trap-check-who": _n(
        "Who is it really? Call back on the number in the contract or the official app, not on the one in the message."
    ),
    "trap-check-wants": _n(
        "Does anyone want money, a code, a bank card, an ID or a SIM card before anything is done? Then stop."
    ),
    "trap-check-ask": _n(
        "Ask somebody: {fraud_number}, or a person you trust. Then wait a night: help that is real is still there tomorrow."
    ),
    "trap-empty": _n("There is nothing to read yet. Paste the message, or say what they ask for."),
    "trap-long": _n(
        "This is {found_count} characters long, and at most {most_count} are read. Paste only the part that asks you for something."
    ),
    "trap-unreadable": _n(
        "This cannot be read, its characters are broken. Copy the text once more, or say what they ask for."
    ),
    "trap-name-unknown": _n("{file}: {field} names a list {read} that is not there."),
    "trap-word-wrong": _n(
        "{file}: {field}: “{read}” cannot be looked for; nothing is left of it once it is made plain, or # or * stands inside it."
    ),
    "trap-sign-unknown": _n("{file}: {field} names {read}, which is no sign of this pack."),
    "trap-missed": _n(
        "Tried on made-up messages that it had not seen, this check missed up to 1 trap in {missed_count}. It took up to 1 honest message in {taken_count} for a trap. Swindlers keep finding new words: in life it will miss more."
    ),
    "trap-head-wants": _n("What it asks of you"),
    "trap-wanted": _n("{name}: {words}. {never}"),
    "trap-wanted-all": _n(
        "An honest sender may ask for some of this too. Find out first who it is, by the checks below; until then hand over nothing."
    ),
    "trap-worded": _n(
        "But it is worded the way traps are worded, most of all here: {words}. Until you have checked, pay nothing, sign nothing and hand nothing over."
    ),
    "trap-unmeasured": _n(
        "How often this check is wrong has not been measured here. It misses traps, and it takes some honest messages for one."
    ),
    "trap-official-arbitrator": _n(
        "An arbitration commission: look its number up yourself and ask whether there is such a case. If it is real, the day for your answer counts; {legal_number} explains what the paper says."
    ),
    "trap-official-notary": _n(
        "A notary's office: look its number or address up yourself and ask what has been asked of it about you. A notary's paper can be enforced without a trial, so do not leave it lying."
    ),
    "trap-check-today": _n(
        "Find out today whether it is real: if it is, its day is running already. Not sure how? Ask {legal_number}, {fraud_number} or a person you trust."
    ),
}

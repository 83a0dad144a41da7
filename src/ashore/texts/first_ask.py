"""The six questions before any number, and what the command line says around them, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

FIRST_ASK: Final[Mapping[str, str]] = {
    # The six questions
    "first-q-safe": _n("Are you and your family safe tonight?"),
    "first-q-safe-hint": _n(
        "Threats, nowhere to stay, thoughts of not wanting to live: all of these count as not safe."
    ),
    "first-a-safe-yes": _n("Safe"),
    "first-a-safe-no": _n("Not safe, or not sure"),
    "first-q-paper": _n("Any paper or message from a court, notary, arbitrator or mediator?"),
    "first-q-paper-hint": _n("If more than one, choose the one higher in the list."),
    "first-a-paper-court": _n("A court"),
    "first-a-paper-notary": _n("A notary"),
    "first-a-paper-arbitration": _n("An arbitrator"),
    "first-a-paper-mediator": _n("A mediator"),
    "first-a-paper-collector": _n("Only collectors' or lawyers' letters"),
    "first-a-paper-none": _n("Nothing like that"),
    "first-q-paper-day": _n("Which day did the court paper come?"),
    "first-q-paper-day-hint": _n("For a message, the day it reached your phone. Skip if unsure."),
    "first-q-debit": _n("Is the money for food, rent, medicine or stock in an account a lender can debit?"),
    "first-q-debit-hint": _n("Perhaps a card or balance tied to a loan, or where your QR takings land."),
    "first-a-debit-yes": _n("Yes, it can"),
    "first-a-debit-no": _n("No, it cannot"),
    "first-q-asked": _n(
        "Has anyone asked for a fee, a SIM card, a code, or for “a friend to borrow for you”?"
    ),
    "first-q-asked-hint": _n("Whoever says they “handle debts for you” counts too."),
    "first-a-asked-yes": _n("Yes, someone has"),
    "first-a-asked-no": _n("No, nobody has"),
    "first-q-liable": _n("Do these debts touch someone else, or a house?"),
    "first-q-liable-hint": _n("You may choose several."),
    "first-a-liable-spouse": _n("My spouse signed"),
    "first-a-liable-guarantor": _n("There is a guarantor"),
    "first-a-liable-house": _n("A house is security"),
    "first-a-liable-none": _n("None of these"),
    "first-q-current": _n("Is any debt not yet overdue?"),
    "first-q-current-hint": _n("Even a single one matters."),
    "first-a-current-yes": _n("Yes, at least one"),
    "first-a-current-no": _n("All are overdue"),
    "first-q-rough": _n("A rough sum? Three figures, roughly."),
    "first-q-money-in": _n("Money in each month"),
    "first-q-essential": _n("Food, home, power, medicine, children each month"),
    "first-q-dues": _n("All that lenders ask this month"),
    # At the terminal
    "first-keys": _n("Press a number; Enter skips; q shows the card at once."),
    "first-keys-several": _n("Press several numbers, then Enter."),
    "first-keys-amount": _n("In yuan, roughly; Enter skips."),
    "first-prompt": _n("{question}: "),
    "first-keys-day": _n("As 2026-11-20; Enter skips"),
    "first-day-unclear": _n("That day could not be read; write it as 2026-11-20."),
    "first-day-later": _n("That day is still to come; is it a slip?"),
    "first-amount-unclear": _n("That amount could not be read; digits only, such as 3200."),
    "first-figures-three": _n("A rough sum needs all three: --money-in, --essential, --dues."),
    "first-day-without-paper": _n("--paper-date needs --paper, to say whose paper it is."),
    "first-liable-mixed": _n("--liable takes spouse, guarantor and house, with commas, or none alone."),
    "first-written": _n(
        "Written: {file}. Send it to the phone and open it in the browser; it needs no network and keeps "
        "nothing."
    ),
    "first-not-written": _n("Could not write {file}: {reason}. Try another place."),
    "first-file-name": _n("household-book.html"),
}

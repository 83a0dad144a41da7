"""Sentences of the app: opening it on a phone."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

WEB_PHONE: Final[Mapping[str, str]] = {
    "phone-door-title": _n("Open on my phone"),
    "phone-door-lead": _n(
        "Read the book on your own phone and keep it up to date there, while phone and computer are on your home network. It is off until you turn it on, and closes by itself."
    ),
    "phone-door-set-up": _n("See how"),
    "phone-door-home": _n("Only on your own home network, never on a public Wi-Fi."),
    "phone-door-may": _n(
        "On the phone you can read the book, report payments and change entries. Your private notes, export, backup, restoring, deleting everything, the passphrase and the recovery code stay on the computer."
    ),
    "phone-door-closes": _n(
        "It closes after {most_count} minutes at the latest, and as soon as the book is closed, you leave, or the program ends. While you use the phone, the book stays open on the computer too."
    ),
    "phone-door-which": _n("This computer has several addresses. Which one is on your home network?"),
    "phone-door-on": _n("Turn it on"),
    "phone-door-firewall": _n(
        "The system may ask whether this program may be reached from the network. Allow it for home (private) networks only."
    ),
    "phone-door-nowhere": _n(
        "This computer has no address on a home network just now. Connect it to your router, by cable or Wi-Fi, and open this page again."
    ),
    "phone-door-not-here": _n(
        "This computer has no such address on a home network any more. Nothing was turned on."
    ),
    "phone-door-not-opened": _n("It could not be turned on: {why}."),
    "phone-door-came": _n("A phone came in at {came}. If that was not you, turn it off at once."),
    "phone-door-ends": _n("It is on, until {ends} at the latest."),
    "phone-door-step-address": _n("1. Type this address into the phone's browser"),
    "phone-door-step-print": _n("2. Compare the certificate's fingerprint"),
    "phone-door-warns": _n(
        "The browser will warn you: the computer made this certificate itself, just now, and nobody else vouches for it. So look for yourself: in the warning, or behind the sign to the left of the address, open the certificate and its details. There the SHA-256 fingerprint stands, in small or capital letters, with or without spaces and colons:"
    ),
    "phone-door-same": _n(
        "Go on in the warning only if all of it is the same. If anything differs, or your browser does not show it, stop, and turn this off here."
    ),
    "phone-door-step-code": _n("3. Type this code on the phone"),
    "phone-door-code-ends": _n(
        "It works once, until {ends}. Tries left: {left_count}; after the last one the door closes. Tell it to nobody."
    ),
    "phone-door-code-over": _n("The code was used, or its time is over."),
    "phone-door-covered": _n("The code is shown once the amounts are no longer covered."),
    "phone-door-code-new": _n("Make a new code"),
    "phone-door-longer": _n("Another half hour"),
    "phone-door-off": _n("Turn it off"),
    "phone-door-one": _n("One phone at a time: one that comes in with a new code takes the other's place."),
    "phone-door-in-title": _n("Let this phone in"),
    "phone-door-in-code": _n("The code that the computer shows"),
    "phone-door-wrong": _n("That is not the code. Tries left: {left_count}."),
    "phone-door-no-code": _n("No code works just now. Make a new one on the computer."),
    "phone-door-last-try": _n(
        "That was the last try, and the door is closed. Turn it on again on the computer."
    ),
    "phone-door-closed": _n(
        "Open it on the computer first, then turn on “Open on my phone” there again. The passphrase is never typed on the phone."
    ),
    "phone-door-not-title": _n("On the computer only"),
    "phone-door-not-lead": _n(
        "The phone is for reading the book and keeping it up to date. Your private notes, export, backup, restoring, deleting everything, the passphrase and the recovery code are on the computer."
    ),
    "phone-door-lock-lead": _n("Closes the book on the computer too, and ends this phone's access."),
}

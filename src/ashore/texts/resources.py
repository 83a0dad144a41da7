"""What is said about the help in a pack: channels, wrong common claims, ways into an app, a person's own values."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

RESOURCES: Final[Mapping[str, str]] = {
    "facts-head-negatives": _n("Often said, not so"),
    "facts-head-channels": _n("Where to complain or ask, in this order"),
    "facts-claim": _n("Often said: {claim}"),
    "facts-truth": _n("What is true: {truth}"),
    "facts-channel-matters": _n("about: {matters}"),
    "facts-channel-after": _n("comes after: {name}"),
    "facts-channel-answer": _n("has to answer within: {within}"),
    "facts-channel-answers": _n("They have to answer within {within}."),
    "facts-channel-answer-longer": _n("They have to answer within {within}; {longer}."),
    "facts-matter-loan": _n("the loan and its figures"),
    "facts-matter-collection": _n("how it is collected"),
    "facts-matter-record": _n("the credit record"),
    "facts-matter-paid-service": _n("a service that was paid for"),
    "facts-matter-fraud": _n("fraud"),
    "facts-matter-court": _n("papers from a court"),
    "facts-matter-unsure": _n("not knowing whom to ask"),
    "facts-entry": _n("In the app, {use}: {path}"),
    "facts-use-deferral": _n("paying later"),
    "facts-use-extension": _n("a longer term"),
    "facts-use-renewal": _n("a new contract for the old one"),
    "facts-use-instalments": _n("paying in instalments"),
    "facts-use-talk": _n("talking with somebody"),
    "facts-use-contract": _n("seeing the contract"),
    "facts-use-complaint": _n("a complaint"),
    "facts-visible-before-due": _n("there before the due day"),
    "facts-visible-after-due": _n("there once something is overdue"),
    "facts-visible-unknown": _n("when it is there was not found"),
    "facts-path-seen": _n("path seen {seen}"),
    "facts-path-due": _n("needs checking: apps move their menus, and this path was seen long ago"),
    "own-unknown": _n(
        "No fact and no product is called “{about}”, so this value is only kept. Which there are: ashore facts"
    ),
    "own-unfit": _n("This value is not of the kind that {about} is; it is kept and not used."),
    "own-head": _n("Your own values"),
    "own-beside": _n("your own value: {value}, seen {seen}"),
    "own-beside-from": _n("your own value: {value} since {since}, seen {seen}"),
    "situation-own": _n("Values you looked up yourself"),
    "situation-add-own": _n("Add a value"),
    "situation-none-own": _n("A newer LPR, the local dibao, a path in an app: none entered."),
    "entry-edit-own": _n("Value you looked up yourself"),
    "own-used": _n("The rate of {day} is the one you looked up yourself, not one of the pack."),
    "key-own-rate": _n("the rate you saw"),
    "key-own-amount": _n("the amount you saw"),
    "key-own-text": _n("the words or the path you saw"),
    "key-own-from": _n("the day from which it holds"),
}

"""Where somebody helps, how to judge a group, a small circle of one's own, the sheet for a counsellor."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

SUPPORT: Final[Mapping[str, str]] = {
    "help-strip-head": _n("Too much just now?"),
    "help-source": _n("Source: {source} ({address}), {sure}."),
    "help-sure-official": _n("official page"),
    "help-sure-mirrored": _n("copy of an official text"),
    "help-sure-secondary": _n("press and other pages"),
    "help-sure-weak": _n("not reliable: ask before you count on it"),
    "help-nobody-dialled": _n(
        "The pages named were read on the day given; nobody has dialled these numbers for this list."
    ),
    "help-more": _n("Not only a number: a clinic, a social worker, legal advice"),
    "help-more-lead": _n("How to get there, what to say first, what it costs, what stays secret."),
    "help-neutral": _n("A book kept on a computer at home. It sends nothing, and it is free."),
    "support-title": _n("People who can help"),
    "support-lead": _n(
        "You need not have thought it through, nor have your figures in order. Take one of these, and one step."
    ),
    "support-kind-line": _n("One telephone call"),
    "support-kind-clinic": _n("A doctor"),
    "support-kind-counsellor": _n("A counsellor"),
    "support-kind-community": _n("Neighbourhood and subdistrict"),
    "support-kind-legal": _n("Legal advice"),
    "support-kind-debt": _n("Official debt counselling"),
    "support-kind-union": _n("The trade union"),
    "support-name": _n("{name}"),
    "support-purpose": _n("{text}"),
    "support-step": _n("{text}"),
    "support-where": _n("Only in: {text}"),
    "support-say": _n("To begin with, you can say: {text}"),
    "support-bring": _n("Bring: {text}"),
    "support-cost": _n("Cost: {text}"),
    "support-secret": _n("Kept secret: {text}"),
    "support-limits": _n("What it cannot do: {text}"),
    "support-checked": _n("{source} ({address}), {sure}; checked {checked}."),
    "support-checked-stale": _n(
        "{source} ({address}), {sure}; checked {checked}, due for another check: ask before you go."
    ),
    "support-debt-elsewhere": _n(
        "Elsewhere no free official debt counselling was found. Ask {legal_number} about the law and {city_number} about relief, and talk with the lender through its own channel. Pay nobody who promises to settle it for money."
    ),
    "support-free-warn": _n(
        "No office named here is paid through an agent. Where somebody offers to take you there for money, do not go."
    ),
    "support-pack-link": _n("A sheet to hand to a counsellor or social worker"),
    "support-pack-link-lead": _n(
        "Two pages, with only what you choose to show: so you need not tell it all from the beginning each time."
    ),
    "support-circle-link": _n("A small circle of your own"),
    "support-help-link": _n("All help lines"),
    "support-back": _n("Back to the people who can help"),
    "group-head": _n("How to judge a group"),
    "group-lead": _n(
        "Being with others in the same situation can be a relief. In debt groups there are also people who live off those in debt. Look before you speak."
    ),
    "group-head-good": _n("Good signs (they are no proof)"),
    "group-good-free": _n("Nothing is paid, nothing is sold, and nobody who takes a fee is recommended."),
    "group-good-asks": _n(
        "Nobody asks how much you owe and to whom, nor for your identity card, bank card or a code."
    ),
    "group-good-who": _n(
        "A clinic, a social work station or a charity runs it, and its switchboard confirms that."
    ),
    "group-good-rules": _n("There are written rules, and somebody who acts when they are broken."),
    "group-good-leave": _n("You may only listen, and leave at any time; nobody comes after you."),
    "group-good-danger": _n(
        "When somebody says they do not want to live, somebody answers at once and calls in professionals."
    ),
    "group-head-harm": _n("Any one of these: leave"),
    "group-harm-fee": _n("Money first: a fee, a deposit, “costs of handling”."),
    "group-harm-private": _n("Private messages; another group, another app, a code to scan."),
    "group-harm-papers": _n(
        "They want your identity card, bank card, SIM card or codes, or an app that sees your screen."
    ),
    "group-harm-forged": _n(
        "They teach people to forge papers, to send the same complaint in crowds, or not to answer a court."
    ),
    "group-harm-promise": _n("They promise that debts go away or that a credit record comes clean."),
    "group-harm-borrow": _n("They tell you to borrow again, or to have a friend borrow for you."),
    "group-harm-hurry": _n("You are to decide at once and tell neither family nor a lawyer."),
    "group-harm-cruel": _n("Misery is compared, people are mocked or frightened."),
    "group-paid": _n(
        "If you have paid or given papers already: stop, keep every message, and call {fraud_number}; in danger {police_number}. It happens to many people; it is no fault of yours."
    ),
    "group-none": _n(
        "There is no group here and none is recommended: none could be vouched for. A group in the name of this book is a fraud."
    ),
    "circle-title": _n("A small circle: what we agreed"),
    "circle-page-title": _n("A small circle of your own"),
    "circle-lead": _n(
        "Carrying it alone is heavy. A few people who trust each other and meet now and then can make it lighter. At the first meeting this page is read aloud."
    ),
    "circle-head-how": _n("How many, how often"),
    "circle-how-size": _n("Three to six people who know each other in person. Nobody is sought online."),
    "circle-how-often": _n("Every two weeks, one hour; begin on time, end on time."),
    "circle-how-place": _n("In a room with a door, where nothing has to be bought."),
    "circle-how-host": _n(
        "Hosts take turns: they keep the time, let everybody speak, and read out the rules."
    ),
    "circle-how-free": _n("Anybody may stay away, keep silent or leave, without a reason."),
    "circle-head-rules": _n("The rules"),
    "circle-rule-stays": _n("What is heard here stays here. No recordings, no screenshots, no pictures."),
    "circle-rule-private": _n("No private messages. What is to be said is said to all."),
    "circle-rule-links": _n(
        "No links, telephone numbers or QR codes; no “expert” or company is recommended."
    ),
    "circle-rule-amounts": _n(
        "No amounts and no lenders’ names. Figures make people compare; names draw in strangers."
    ),
    "circle-rule-press": _n(
        "Never how to press a lender. Anyone who complains or negotiates does so truthfully and alone."
    ),
    "circle-rule-money": _n("No lending to each other, no guarantees, no fees, no selling."),
    "circle-rule-advice": _n("No advice unless asked for; no judging."),
    "circle-rule-break": _n(
        "Whoever breaks a rule is told once. After that they are asked to stay away. If anybody wants money, papers or a code, end the meeting and call {fraud_number}."
    ),
    "circle-head-danger": _n("When somebody is in danger"),
    "circle-danger-stop": _n(
        "If somebody says they do not want to live, or you fear it: stop everything. Ask whether they are safe now. Stay with them."
    ),
    "circle-danger-call": _n(
        "A life in danger: {emergency_number} or {police_number}. To talk: {mental_number}; make the call together."
    ),
    "circle-danger-away": _n("Ask them to put away what could hurt them, or to give it to somebody."),
    "circle-danger-who": _n(
        "Ask whom they want with them, and help to reach that person. Tell no employer and no lender."
    ),
    "circle-danger-you": _n("You are not doctors. Afterwards the host may call {mental_number} too."),
    "circle-head-first": _n("The first meeting, one hour"),
    "circle-first-rules": _n(
        "5 minutes: read this page. Does everybody agree? What nobody agrees with is changed."
    ),
    "circle-first-names": _n(
        "10 minutes: each says a name, not necessarily their own, and what brought them."
    ),
    "circle-first-turns": _n(
        "30 minutes: in turns, five minutes each, without interruption: what is hardest, what went well."
    ),
    "circle-first-small": _n(
        "10 minutes: each names one small thing for two weeks, without figures: for instance, to open one letter and read it."
    ),
    "circle-first-end": _n(
        "5 minutes: how does each of you leave? If somebody is not well, somebody stays. Set the next day."
    ),
    "circle-about": _n(
        "Few studies exist on such groups. In those that helped, almost always somebody trained was there; places that nobody watches over can do harm. Where a social worker or a clinic offers a group, that is the better choice."
    ),
    "circle-take": _n("Take the page with you"),
    "circle-take-note": _n("It names nobody and no figure."),
    "help-source-head": _n("Where this was read"),
    "support-places": _n("Where to go, and what to say first"),
    "help-person-head": _n("Or somebody you trust"),
    "help-person": _n(
        "A relative, a friend, a neighbour. You need not explain anything; these words are enough, and this program sends nothing:"
    ),
    "help-other-head": _n("For something in particular"),
}

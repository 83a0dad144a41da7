"""Sentences for the hardest moment: the page of help, and the day on which reminders pause.  Written by people."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

CRISIS: Final[Mapping[str, str]] = {
    "crisis-title": _n("Thank you for saying so"),
    "crisis-matter": _n(
        "That is not easy to say. You matter more than anything you owe. However hard it is, you do not have to carry it alone."
    ),
    "crisis-money": _n("Money can wait today. You come first."),
    "crisis-danger-head": _n("If you are in danger right now"),
    "crisis-danger": _n(
        "If you may hurt yourself at any moment, or are hurt already: call {emergency_number} or {police_number}, or go to the emergency department of the nearest hospital. Try not to be alone. Ask somebody near you to stay."
    ),
    "crisis-talk-head": _n("Talk to someone"),
    "crisis-talk": _n(
        "You need not know what to say. “I feel very bad right now” is enough. If nobody answers, that is no fault of yours: try again in a while, or try another number."
    ),
    "crisis-person-head": _n("Tell someone you trust"),
    "crisis-person": _n(
        "You can copy these words and send them to a relative, a friend or anyone you trust. This program sends nothing."
    ),
    "crisis-message-label": _n("Words to copy"),
    "crisis-message": _n(
        "I feel very bad right now and would rather not be alone. Could you call me, or come and be with me for a while?"
    ),
    "crisis-means-head": _n("Put some distance between yourself and what could hurt you"),
    "crisis-means": _n(
        "If something within reach could hurt you, move away from it, or ask somebody to keep it for you. Go and sit where there are people. You do not have to solve anything now; getting through the next while is enough."
    ),
    "crisis-rest-head": _n("Reminders pause for a day"),
    "crisis-rest": _n(
        "Until {clock} on {on}, Today and The days ahead show no payments and no tasks, only legal deadlines, such as those of a court. Then all of it comes back by itself. You can end the pause sooner at any time."
    ),
    "crisis-rest-calendar": _n(
        "Reminders that are in your phone's calendar already cannot be stopped from here; switch them off there if you like."
    ),
    "crisis-rest-offer": _n(
        "If it is too much, Today can show no payments and no tasks for a day. Legal deadlines, such as those of a court, stay listed."
    ),
    "crisis-rest-begin": _n("Pause for a day"),
    "crisis-helper-head": _n("Somebody to watch the dates with you"),
    "crisis-helper": _n(
        "A court's dates do not wait. You can ask somebody you trust to keep them in mind for you. The name stands beside the dates while the pause lasts; it is kept only here, and nobody is told."
    ),
    "crisis-helper-name": _n("Their name (may stay empty)"),
    "crisis-helper-save": _n("Note the name"),
    "crisis-go-on": _n("I am all right for now; go back"),
    "crisis-stays": _n("This page and the help lines stay where they are. Come back at any time."),
    "rest-title": _n("A quiet day"),
    "rest-until": _n("Until {clock} on {on} this page lists only legal deadlines. The rest is not shown."),
    "rest-deadlines": _n("What has a deadline"),
    "rest-no-deadline": _n("No legal deadline has been entered."),
    "rest-look": _n("Look at all of it once"),
    "rest-end": _n("Show everything again from now on"),
    "rest-to-help": _n("Someone to talk to, and what can be done now"),
    "rest-helper": _n(
        "You meant to ask {name} to watch these dates with you. These words can be copied; this program sends nothing."
    ),
    "rest-helper-message": _n(
        "{name}, there is a paper I have to deal with by {on}, and I am afraid of forgetting it. Could you keep the date in mind, remind me, and look at it with me?"
    ),
    "crisis-you": _n(
        "You matter more than anything you owe. However hard it is, you do not have to carry it alone."
    ),
    "rest-court-day": _n("{on}, {name}: {what}"),
    "rest-court-on": _n("{on}, {name}"),
    "rest-court-open": _n("{name}: no day has been entered"),
}

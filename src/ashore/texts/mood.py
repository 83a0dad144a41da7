"""Sentences of the check-in: the questionnaires' own words stand in the pack."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

MOOD: Final[Mapping[str, str]] = {
    "mood-title": _n("How the last two weeks have been"),
    "mood-form-title": _n("How the last two weeks have been ({name})"),
    "mood-lead": _n(
        "A few questions, for you alone. Answer them only if you like, leave out any of them, stop at any time."
    ),
    "mood-limits": _n(
        "These questions are for screening and are not a diagnosis; no score stands in for a doctor; a low one does not mean that all is well; feeling bad is reason enough to talk to someone."
    ),
    "mood-unchanged": _n(
        "Whatever you answer, or do not, changes nothing in the plan, the letters or anything else here."
    ),
    "mood-help-now": _n("To talk to someone now: help lines"),
    "mood-begin": _n("Begin with {name}: {asks}"),
    "mood-longer": _n("If you want to answer more"),
    "mood-one": _n("{name}: {asks}"),
    "mood-before-help": _n(
        "One question is about thoughts of hurting yourself. If there are any, this first shows whom you can turn to; a score is not the point then."
    ),
    "mood-earlier": _n("Kept earlier"),
    "mood-earlier-one": _n("{on}, {name}"),
    "mood-none": _n("Nothing is kept here."),
    "mood-trend": _n("Several beside one another: {name}"),
    "mood-trend-no-figure": _n(
        "No reliable figure was found for how far two sums of the {name} must differ before anything has really changed. So they are not compared here."
    ),
    "mood-column-day": _n("Day"),
    "mood-column-total": _n("Total score"),
    "mood-column-change": _n("Beside the one before"),
    "mood-change-first": _n("the first one"),
    "mood-change-noise": _n("{points_count} apart, which may be no change"),
    "mood-change-lower": _n("{points_count} lower"),
    "mood-change-higher": _n("{points_count} higher"),
    "mood-delete": _n("Delete all of it"),
    "mood-delete-lead": _n(
        "All that is kept here, a pause of reminders and the name you gave are deleted, with every copy that this program keeps. This cannot be undone. Your book stays as it is; backups that you saved elsewhere stay, too."
    ),
    "mood-damaged": _n(
        "What was kept here cannot be read: its file is damaged. Your book is not affected, and the questions and the help lines work as before. A backup brings it back, and sets the book to the day of the backup, too."
    ),
    "mood-changed": _n(
        "Something was changed meanwhile, in another window. Nothing was deleted; here it is as it stands now."
    ),
    "mood-off-title": _n("The check-in is switched off"),
    "mood-off": _n(
        "No page of it is shown. You can switch it on again in the settings. The help lines are always there."
    ),
    "settings-mood": _n("The check-in"),
    "settings-mood-lead": _n(
        "Questions about how you have been, for you alone. Everything else works without them. Help lines stay in either case."
    ),
    "settings-mood-1": _n("Switched on"),
    "settings-mood-0": _n("Switched off"),
    "mood-skip": _n("Leave this one out"),
    "mood-stop": _n("Stop here"),
    "mood-stop-note": _n("If you stop, nothing is kept."),
    "mood-keep": _n("Keep these answers on this computer"),
    "mood-keep-note": _n(
        "Left unticked, they are stored nowhere and gone when you leave the page. Ticked, they are encrypted in a file of their own, in no export, letter or hand-over; only your own encrypted backup carries them. You can delete all of them at any time."
    ),
    "mood-send": _n("I have answered what I want"),
    "mood-notice": _n("The authors' notice, as printed"),
    "mood-answer": _n("This time"),
    "mood-total": _n("The sum is {total_count}, on a scale from 0 to {top_count}."),
    "mood-pair": _n("{name}: {total_count}, on a scale from 0 to {top_count}."),
    "mood-open": _n("Left out: {open_count}. So there is no sum: what was not answered is not guessed."),
    "mood-doctor": _n(
        "These weeks may have been really hard. It is worth asking a doctor: a psychological or psychiatric clinic of a hospital. How to find one and what to say stands on the help page. You can also call {mental_number} first."
    ),
    "mood-kept": _n("These answers are kept."),
    "mood-not-kept": _n("These answers are not kept: they are gone when you leave this page."),
    "mood-answers-of": _n("What you answered on {on}"),
    "mood-left-out": _n("left out"),
    "mood-drop": _n("Delete this one for good"),
    "mood-back": _n("Back to the check-in"),
    "mood-form-gone": _n(
        "This questionnaire is not there any more, or has changed; only its day can be shown."
    ),
    "mood-cli-list": _n("{screener}: {asks}. Nothing is stored: ashore wellbeing --screener {screener}"),
    "mood-cli-keys": _n("A number answers, Enter leaves one out, q stops."),
    "mood-cli-unfit": _n(
        "{screener} has {items_count} questions; --answers takes one value for each in order, from 0 to {most_count}, nothing for one left out: 0,1,,2."
    ),
    "mood-cli-answers-alone": _n("--answers needs --screener to say which questions they answer."),
    "mood-says": _n("{told}"),
    "mood-cli-prompt": _n("Your answer:"),
    "mood-cli-doctor": _n(
        "These weeks may have been really hard. It is worth asking a doctor: a psychological or psychiatric clinic of a hospital. You can also call {mental_number} first, and ask there where one is."
    ),
    "mood-cli-not-kept": _n("Nothing of this is stored."),
    "mood-chart": _n("{name}: total scores, in the order of their days"),
    "mood-chart-read": _n(
        "Each dot is one total score. The shaded box to its right is the noise: while the next dot lies inside it, there may be no change at all. Only a dot outside the box before it differs. No line joins the dots, for nobody knows the days between. A total is no grade."
    ),
    "mood-chart-dot": _n("a total score"),
    "mood-chart-box": _n("up to {points_count} points either way: may be no change"),
}

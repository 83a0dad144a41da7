"""What is said of the contact log: its entries, its chain, the conduct of collectors, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

CONTACTS: Final[Mapping[str, str]] = {
    "log-title": _n("Contact log"),
    "log-for-whom": _n(
        "This log is for you, the lender, the regulator and the court. Show it to nobody else: other people's words and numbers stand in it, and recordings likewise."
    ),
    "log-lead": _n(
        "Write down each contact soon after it: when, with whom, what was said, what was promised. It is your memory when it matters."
    ),
    "log-none": _n("Nothing is written down yet."),
    "log-head-entries": _n("Entries"),
    "log-head-check": _n("Is it as it was written?"),
    "log-head-head": _n("The seal to write down"),
    "log-entry-number": _n("No. {number}"),
    "log-entry-at": _n("No. {number} · {on} {at} · {who}: {channel}"),
    "log-entry-day": _n("No. {number} · {on} · {who}: {channel}"),
    "log-entry-unread": _n("This entry cannot be read; it stands here as it is: {text}"),
    "log-put-right-by": _n("Put right by no. {number}."),
    "log-line-debt": _n("About: {debt}"),
    "log-line-name": _n("Who, as told: {told}"),
    "log-line-reached-contact": _n("They spoke with somebody you had named as a contact."),
    "log-line-reached-other": _n("They spoke with somebody else."),
    "log-line-told": _n("They told that person of the debt."),
    "log-line-not-told": _n("They did not tell that person of the debt."),
    "log-line-said": _n("What was said: {said}"),
    "log-line-them": _n("They promised: {promised}"),
    "log-line-them-until": _n("They promised: {promised} (until {until})"),
    "log-line-us": _n("You promised: {promised}"),
    "log-line-us-until": _n("You promised: {promised} (until {until})"),
    "log-line-in-writing": _n("It is in writing."),
    "log-line-by-word": _n("By word only: nothing of it is in writing."),
    "log-line-evidence": _n("Kept: {kept}"),
    "log-line-sent": _n("Handed over: {paper}, to {name} ({channel})"),
    "log-line-corrects": _n("Puts right no. {number}."),
    "log-line-noted": _n("Written down on {noted}."),
    "log-party-lender": _n("the lender"),
    "log-party-agency": _n("a collection agency"),
    "log-party-court": _n("a court"),
    "log-party-mediator": _n("a mediator"),
    "log-party-buyer": _n("whoever bought the debt"),
    "log-party-other": _n("somebody else"),
    "log-channel-call": _n("a call"),
    "log-channel-message": _n("a text or chat message"),
    "log-channel-letter": _n("a letter or e-mail"),
    "log-channel-app": _n("in the lender's app"),
    "log-channel-visit": _n("in person"),
    "log-channel-call-in": _n("they called"),
    "log-channel-call-out": _n("you called"),
    "log-channel-message-in": _n("they sent a message"),
    "log-channel-message-out": _n("you sent a message"),
    "log-channel-letter-in": _n("they wrote a letter"),
    "log-channel-letter-out": _n("you wrote a letter"),
    "log-channel-app-in": _n("they wrote in their app"),
    "log-channel-app-out": _n("you wrote in their app"),
    "log-channel-visit-in": _n("they came"),
    "log-channel-visit-out": _n("you went there"),
    "log-evidence-recording": _n("a recording"),
    "log-evidence-screenshot": _n("a screenshot"),
    "log-evidence-paper": _n("a paper"),
    "log-head-now": _n("{entries_count} so far. Write this on paper, with the day: {head}"),
    "log-head-why": _n(
        "Who later changes, removes or swaps an entry can no longer make the log fit these signs. It does not prove that what you wrote is true, nor when you wrote it."
    ),
    "log-whole": _n("Nothing shows that an entry was changed ({entries_count} in all)."),
    "log-changed": _n(
        "This log is not as it was written. All that stands in it is still shown; nothing was mended."
    ),
    "log-changed-next": _n(
        "Keep it as it is, and look for an older backup or copy. An entry whose link fits stands as it was written."
    ),
    "log-broken": _n(
        "No. {number} does not fit what stands before it: it was changed, or something before it is missing or moved."
    ),
    "log-links-missing": _n(
        "There are {entries_count} entries and {links_count} links: something is missing."
    ),
    "log-shorter": _n(
        "There are {entries_count} entries here, and there were {saved_count} when the seal was kept: the later ones are missing, or this is an older copy."
    ),
    "log-not-the-same": _n(
        "The first {saved_count} entries are not those that were there when the seal was kept."
    ),
    "log-head-unread": _n(
        "What was typed is no seal: a count and the signs after it are needed, as they were shown."
    ),
    "log-head-fits": _n("The seal fits: the first {saved_count} entries are as they were when it was kept."),
    "log-line-unreadable": _n("Line {line} cannot be read as an entry."),
    "log-no-end": _n(
        "The last line, which says how many entries there are, is missing: something may have been cut off."
    ),
    "log-end-differs": _n(
        "The last line speaks of {saved_count} entries and does not fit the {entries_count} that are there."
    ),
    "log-key-unclear": _n("No. {number}: “{key}” cannot be read."),
    "log-key-missing": _n("No. {number}: “{key}” is missing."),
    "log-nothing-said": _n("No. {number}: write down what was said, or what was promised."),
    "log-day-ahead": _n(
        "No. {number}: the day of the contact comes after the day on which it was written down."
    ),
    "log-corrects-nothing": _n("No. {number}: there is no earlier entry no. {named} to put right."),
    "log-sent-to-nobody": _n("No. {number}: a paper was handed over; name who got it."),
    "conduct-head": _n("Held against the industry's own rules"),
    "conduct-lead": _n(
        "These go beyond what the industry has set itself. It is its own rule and no verdict: you can name it when you complain to the lender, with the entries."
    ),
    "conduct-hours": _n("{on}, {at}: a contact between {since} and {until} (no. {numbers})."),
    "conduct-calls": _n(
        "{on}: {calls_count} calls taken in one day; the rule is at most {most_count} (no. {numbers})."
    ),
    "conduct-tries": _n(
        "{on}: {calls_count} unanswered tries in one day; the rule is at most {most_count} (no. {numbers})."
    ),
    "conduct-told": _n(
        "{on}: somebody else was told of the debt; the rule is that nobody else is (no. {numbers})."
    ),
    "conduct-others": _n(
        "{on}: somebody else was contacted; the rule is that only the debtor is, unless out of reach (no. {numbers})."
    ),
    "conduct-open-agreed": _n("Not known here: whether you had agreed to that hour."),
    "conduct-open-asked": _n(
        "Not known here: whether each contact asked for payment; one that did not is not counted by the rule."
    ),
    "conduct-open-effective": _n("Not known here: what the lender counts as one call."),
    "conduct-open-reachable": _n("Not known here: whether they had tried to reach you and could not."),
    "conduct-open-told": _n("Not known here: whether that person was told of the debt."),
    "conduct-no-time": _n("Without their time these could not be held against the hours: no. {numbers}."),
    "conduct-no-answer": _n(
        "Whether these calls were taken is not known, so they are not counted: no. {numbers}."
    ),
    "conduct-unused": _n("Some rules were not applied: they need checking or are not known here."),
    "log-head-about": _n("What this rests on"),
    "log-evidence-none": _n("nothing kept"),
    "conduct-others-tries": _n(
        "{on}: somebody else was contacted after {tries_count} failed tries to reach you in this log; the rule asks for {least_count} first (no. {numbers})."
    ),
    "log-add": _n("Write down a contact"),
    "log-which": _n("Which debt"),
    "log-all": _n("All of them"),
    "log-show": _n("Show these"),
    "log-ask-writing": _n(
        "By word only: ask for it in writing. You could send this through the lender's own channel:"
    ),
    "log-ask-sentence": _n(
        "On {on} you told me what you would agree to. Please confirm it in writing, with the sums, the days, and what becomes of the rest."
    ),
    "log-into-plan": _n("Put it into the plan"),
    "log-put-right": _n("Put no. {number} right"),
    "log-put-right-lead": _n("The entry stays as it is; this one stands behind it and says what is right."),
    "log-head-day": _n("Today is {on}."),
    "log-head-typed": _n("Compare with a seal that you wrote down earlier"),
    "log-head-compare": _n("Compare"),
    "log-copy-title": _n("Your own copy"),
    "log-copy-lead": _n(
        "The first file can be checked later, on any computer; the second is for reading and printing. Both are readable by whoever gets them: keep them where only you look."
    ),
    "log-copy-go": _n("Save the file to check"),
    "log-text-go": _n("Save the text to read"),
    "log-file-name": _n("contact-notes"),
    "log-new-lead": _n("As exactly as you remember, in their words. What you do not know stays empty."),
    "log-field-debt": _n("Which debt was it about?"),
    "log-no-debt": _n("none, or not clear"),
    "log-field-on": _n("Day"),
    "log-field-at": _n("Time, as your phone shows it"),
    "log-field-party": _n("With whom?"),
    "log-field-direction": _n("Who came to whom?"),
    "log-direction-in": _n("they came to you"),
    "log-direction-out": _n("you went to them"),
    "log-field-channel": _n("How?"),
    "log-field-answered": _n("A call: was it taken?"),
    "log-field-name": _n("Name, as told"),
    "log-field-phone": _n("Number, as shown or told"),
    "log-field-said": _n("What was said?"),
    "log-field-them": _n("What did they promise or offer?"),
    "log-field-until": _n("How long does it hold?"),
    "log-field-us": _n("What did you promise?"),
    "log-field-us-until": _n("By when did you promise it?"),
    "log-field-writing": _n("Is what was promised in writing?"),
    "log-writing-no": _n("no, by word only"),
    "log-writing-yes": _n("yes: a message in the app, an e-mail, a letter or a signed paper"),
    "log-field-evidence": _n("What did you keep as proof?"),
    "log-more": _n("If they spoke with somebody else, or you handed over a paper"),
    "log-field-reached": _n("Who was spoken to?"),
    "log-reached-self": _n("you"),
    "log-reached-contact": _n("somebody you had named as a contact"),
    "log-reached-other": _n("somebody else: family, work, neighbours"),
    "log-field-told": _n("Was that person told of the debt?"),
    "log-field-sent": _n("Which paper did you hand over?"),
    "log-sent-note": _n(
        "Name above who got it. An income statement goes to the lender's own channel only, never to a collector's private account."
    ),
    "log-save": _n("Write it down"),
    "log-stays": _n("Once written down it stays as it is. A mistake is put right by another entry."),
    "log-day-unclear": _n("A day cannot be read: write it as the calendar gives it."),
    "log-time-unclear": _n("The time cannot be read: write it as 21:40."),
    "log-choose": _n("Choose with whom it was, who came to whom, and how."),
    "log-nothing-said-form": _n("Write down what was said, or what was promised."),
    "log-day-ahead-form": _n("That day is still to come: a contact is written down after it was."),
    "log-corrects-nothing-form": _n("There is no earlier entry of that number to put right."),
    "log-sent-to-nobody-form": _n("You handed over a paper: name who got it."),
    "log-link": _n("Contacts: what was said and promised"),
    "log-broken-link": _n("The contact log is not as it was written."),
    "urgent-agreement-missed": _n(
        "{debt}: on {on} ({days_ahead}) an instalment that you agreed on is due, and by these figures {missing_fen} of it will not be there. One missed instalment can end an agreement. Write to them before that day, ask to move or lower this one, and get the answer in writing."
    ),
    "cliff-agreement-missed": _n("an instalment of the agreement; {amount_fen} of it would be missing"),
    "log-field-met": _n("A visit: was anybody there?"),
    "log-hint-call": _n(
        "Keep the list of calls in your phone: a picture of it shows the number, the time and how long it took."
    ),
    "log-hint-message": _n(
        "Do not delete the message. Keep a picture on which its number and its time can be read, and copy its words as they are."
    ),
    "log-hint-letter": _n(
        "The day is the one on which it reached you, or on which you sent it. Keep the letter with its envelope and the delivery slip; do not delete an e-mail."
    ),
    "log-hint-app": _n("Keep a picture of the page, with its day on it."),
    "log-hint-visit": _n(
        "Write how many there were, their names, whom they came for, and what they showed to prove it. Keep whatever was left."
    ),
    "log-hint-court": _n("A paper of a court: first see by when something has to be done"),
    "log-line-call-in-answered": _n("You took the call."),
    "log-line-call-in-unanswered": _n("You did not take the call."),
    "log-line-call-out-answered": _n("They took the call."),
    "log-line-call-out-unanswered": _n("They did not take the call."),
    "log-line-visit-in-answered": _n("Somebody was there when they came."),
    "log-line-visit-in-unanswered": _n("Nobody was there when they came."),
    "log-line-visit-out-answered": _n("You met somebody there."),
    "log-line-visit-out-unanswered": _n("You met nobody there."),
}

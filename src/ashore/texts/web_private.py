"""Sentences of the app's private notes: why it came to this, and letters to oneself."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

WEB_PRIVATE: Final[Mapping[str, str]] = {
    "notes-head": _n("Only for me"),
    "notes-head-lead": _n(
        "What you write here is for you alone. It is in no letter, no exported file and no hand-over."
    ),
    "notes-title-causes": _n("Why it came to this: for my eyes only"),
    "notes-title-wellbeing": _n("Letters to myself"),
    "notes-lead-causes": _n(
        "Write down what happened, as much or as little as you like; it changes nothing in the plan. Do not show this page to a lender or a collector. Where a contract says what a loan is for, spending it otherwise can be a reason to ask for all of it at once."
    ),
    "notes-lead-wellbeing": _n(
        "For the person you will be in a while: how it is today, what helped, what you want to remember. You may choose a day to open it again."
    ),
    "notes-where": _n(
        "Kept in a file of its own on this machine, encrypted. No letter, export or hand-over carries it; only your own backup does, just as encrypted."
    ),
    "notes-help": _n("If today is hard: someone to talk to, now"),
    "notes-none": _n("Nothing is written here yet."),
    "notes-add-causes": _n("Write down what happened"),
    "notes-add-wellbeing": _n("Write a letter"),
    "notes-one-causes": _n("What happened"),
    "notes-one-wellbeing": _n("A letter to myself"),
    "notes-month": _n("{of_month}"),
    "notes-written": _n("written on {on}"),
    "notes-waits": _n("to be opened on {on}"),
    "notes-has-come": _n("its day has come"),
    "notes-is-removed": _n("deleted, and can still be put back"),
    "notes-change": _n("Change this one"),
    "notes-kind": _n("What it is about (may stay open)"),
    "notes-kind-open": _n("Left open"),
    "notes-kind-income-fell": _n("income fell"),
    "notes-kind-illness": _n("illness"),
    "notes-kind-family": _n("family matters"),
    "notes-kind-business": _n("business"),
    "notes-kind-spending": _n("spending habits"),
    "notes-kind-debt-for-debt": _n("paying debt with debt"),
    "notes-kind-for-others": _n("borrowed or vouched for someone else"),
    "notes-kind-other": _n("something different"),
    "notes-text-causes": _n("What happened, in your own words"),
    "notes-text-wellbeing": _n("To myself"),
    "notes-at-causes": _n("Which month (may stay empty)"),
    "notes-at-wellbeing": _n("Open it again on (may stay empty)"),
    "notes-save": _n("Keep it"),
    "notes-remove": _n("Delete this one (it can be put back)"),
    "notes-removed": _n("Deleted, can be put back: {removed_count}"),
    "notes-put-back": _n("Put it back"),
    "notes-clear": _n("Delete these for good"),
    "notes-delete": _n("Delete all of them for good"),
    "notes-delete-lead": _n(
        "The file with all that stands on this page is deleted, and every copy of it that this program keeps. This cannot be undone. Your book stays as it is; backups that you saved elsewhere stay, too."
    ),
    "notes-delete-go": _n("Delete all for good"),
    "notes-empty": _n("Nothing is written yet: a few words are enough."),
    "notes-unclear-month": _n("The month could not be read. Write it like 2026-03, or leave it empty."),
    "notes-unclear-day": _n("The day could not be read. Write it like 2026-03-15, or leave it empty."),
    "notes-gone": _n("This is not here any more."),
    "notes-stale": _n(
        "This was changed meanwhile, in another window. Nothing was done; here it is as it stands now."
    ),
    "notes-stale-both": _n(
        "This was changed meanwhile, in another window, and is not saved yet. Above the form is what stands now, in the form what you typed: combine the two and keep them."
    ),
    "notes-damaged": _n(
        "What was written here cannot be read: its file is damaged. Your book is not affected. A backup brings it back, and sets the book to the day of the backup, too."
    ),
    "notes-clear-copies": _n(
        "Older copies of this file, put aside before a restore or an update: {copy_count}. They are deleted with it, and so is what stands only in them."
    ),
    "notes-clear-backups": _n("Backups that you saved elsewhere stay."),
}

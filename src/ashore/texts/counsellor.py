"""The sheet for a counsellor or social worker: what stands on it, and what is asked before it is made."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

COUNSELLOR: Final[Mapping[str, str]] = {
    "pack-title": _n("My situation, in short"),
    "pack-lead": _n(
        "I chose what stands on this page. The figures are from my own records at the end of {as_of}; nobody has checked them."
    ),
    "pack-lead-covered": _n("The amounts are covered, and the debts are not named."),
    "pack-head-asks": _n("What I would like help with"),
    "pack-ask-order": _n("To see what to do first."),
    "pack-ask-plan": _n("To go through my plan for the debts."),
    "pack-ask-talk": _n("To prepare a talk or a letter to a lender."),
    "pack-ask-papers": _n("To understand a paper that came."),
    "pack-ask-relief": _n("To find out what I may apply for."),
    "pack-ask-family": _n("To find words for my family."),
    "pack-ask-insolvency": _n("To hear whether personal bankruptcy could be something for me."),
    "pack-head-own": _n("In my own words:"),
    "pack-head-month": _n("A usual month"),
    "pack-row-income": _n("Income of the household"),
    "pack-row-essential": _n("Essential spending"),
    "pack-row-kept": _n("Put aside for emergencies"),
    "pack-row-left": _n("Left for all debts"),
    "pack-none-left": _n("After living nothing is left for debts in a usual month."),
    "pack-head-debts": _n("My debts as they stand"),
    "pack-column-debt": _n("Debt"),
    "pack-column-stage": _n("Stage"),
    "pack-column-owed": _n("Owed"),
    "pack-column-overdue": _n("Of it overdue"),
    "pack-column-days": _n("Days late"),
    "pack-column-next": _n("Due next"),
    "pack-debt-friend": _n("{number}. a private loan"),
    "pack-debt-named": _n("{number}. {name}"),
    "pack-debt-lender": _n("{number}. {name} ({creditor})"),
    "pack-debt-number": _n("Debt {number}"),
    "pack-debts-old": _n(
        "Some of these have been silent for years. Nothing is paid or written on them before advice was taken."
    ),
    "pack-head-days": _n("Days ahead"),
    "pack-column-what": _n("What"),
    "pack-day-maturity": _n("the contract ends, and its last large sum is due"),
    "pack-days-none": _n(
        "No paper names a day that is still ahead, and nothing grows worse within {ahead_ndays} as far as is known."
    ),
    "pack-head-tried": _n("What was tried so far"),
    "pack-tried-none": _n("The contact log has no entry yet."),
    "pack-tried-count": _n(
        "Contacts noted: {all_count}, from {first} to {last}. I began {ours_count} of them, they began {theirs_count}."
    ),
    "pack-tried-sent": _n("Papers I handed over: {sent_count}."),
    "pack-tried-written": _n(
        "They promised something in writing {written_count} times, by word only {word_count} times."
    ),
    "pack-about": _n(
        "About this page: my own account, not a legal paper. It admits no debt, promises no payment and is no proposal. Please keep it to yourself: hand it to no lender, collector, employer or relative."
    ),
    "pack-help": _n(
        "If it becomes too much: to talk, {mental_number}; life in danger, {emergency_number} or {police_number}."
    ),
    "pack-page-title": _n("A sheet for a counsellor or social worker"),
    "pack-page-lead": _n("You choose what stands on it. Nothing of it is kept here, and nothing is sent."),
    "pack-page-never": _n(
        "Never on it, unless you type it yourself: how you feel, what loans were used for, your employer, account numbers, names of family and friends."
    ),
    "pack-page-nothing": _n("There is nothing in the book yet to put on it. Enter a debt first."),
    "pack-ticks-asks": _n("What you would like help with"),
    "pack-ticks-shows": _n("What may be seen"),
    "pack-show-month": _n("A usual month: income, essential spending, what is left (the whole household)"),
    "pack-show-debts": _n("The debts, each with its stage"),
    "pack-show-days": _n("Days ahead"),
    "pack-show-lenders": _n("Names of lenders (never of family and friends)"),
    "pack-show-tried": _n("From the contact log: only how often and how"),
    "pack-redact": _n("Cover every amount and the debts’ names"),
    "pack-own": _n("In your own words (may stay empty)"),
    "pack-own-note": _n(
        "What you type here stands on the paper as it is. Leave out what nobody should read."
    ),
    "pack-make": _n("Show the sheet"),
    "pack-make-again": _n("Show it with these changes"),
    "pack-paper": _n("The sheet"),
    "pack-take": _n("Take it with you"),
    "pack-head-before": _n("Before you hand it over"),
    "pack-before-whom": _n(
        "To a clinic, a social worker, a legal advice office or an official counsellor. Into no group, and to nobody who wants money."
    ),
    "pack-before-court": _n("Once a court or a mediator is involved, have {legal_number} look at it first."),
    "pack-before-copy": _n("Ask what becomes of it: whether it is kept, and who may read it."),
    "pack-as-html": _n("Web page"),
    "pack-no-debt": _n("There is nothing to put on the sheet: the file names no debt."),
    "pack-written": _n("Written: {file}"),
    "pack-no-choice": _n("“{read}” is none of the choices. There are: {choices}."),
    "support-pack-without-file": _n("A sheet is made from a household file: ashore support FILE --pack OUT."),
    "pack-day-paper": _n("a paper sets this day"),
    "pack-example": _n("EXAMPLE. The person and the amounts are invented."),
    "pack-row-income-shop": _n("Income of the household, the shop’s after its costs"),
    "pack-head-lines": _n("The numbers on this page (read on published pages, not dialled)"),
    "pack-line": _n("{number}, {name}: {hours}. Read in: {source}; checked {checked_on}."),
    "pack-line-due": _n(
        "{number}, {name}: {hours}. Read in: {source}; checked {checked_on}, due for another check."
    ),
}

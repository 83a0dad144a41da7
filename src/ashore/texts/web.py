"""Sentences and labels of the private app, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

WEB: Final[Mapping[str, str]] = {
    "web-skip": _n("Skip to the page"),
    "web-help": _n("Help now"),
    "web-away": _n("Leave"),
    "web-away-hint": _n("Closes the book and shows an empty page; pressing Esc twice does the same."),
    "web-navigation": _n("Pages"),
    "web-nav-today": _n("Today"),
    "web-nav-situation": _n("Situation"),
    "web-nav-plan": _n("Plan"),
    "web-nav-settings": _n("Settings"),
    "web-demo": _n("This is an example, not your figures."),
    "web-demo-own": _n("Leave the example"),
    "web-demo-leave": _n("Close the example"),
    "web-covered": _n("Amounts are covered. Nothing can be changed until they are shown again, in Settings."),
    "web-start-title": _n("Open this page from your own program"),
    "web-start-lead": _n(
        "The address in the terminal works once. If this page did not go on by itself, copy what stands behind the # there."
    ),
    "web-start-wrong": _n(
        "That address was used already, or is not the right one. Start the program again for a new one."
    ),
    "web-start-token": _n("What stands behind the #"),
    "web-start-go": _n("Go on"),
    "web-address": _n("The book is open for one browser on this machine: {address}"),
    "web-stop": _n("Ctrl-C closes it."),
    "web-not-started": _n("The app could not start: {why}."),
    "web-step": _n("{number_count} of {of_count}"),
    "web-unsure": _n("I don't know / not now"),
    "web-unknown": _n("I don't know"),
    "web-yes": _n("Yes"),
    "web-no": _n("No"),
    "web-back": _n("One step back"),
    "web-back-situation": _n("Back to the situation"),
    "web-cancel": _n("Leave it as it is"),
    "web-first-again": _n("Answer again from the start"),
    "web-first-phone": _n("The same card as a file for your phone"),
    "web-first-on-new": _n("Go on and set up the book"),
    "web-first-on": _n("Go on to the book"),
    "vault-wrong-secret": _n("That is not the passphrase, nor the recovery code."),
    "vault-weak": _n(
        "The passphrase needs at least {least_count} characters. A short sentence that only you know works well."
    ),
    "vault-unreadable": _n("The key file is damaged, or from a later version. Restore it from a backup."),
    "vault-not-same": _n("The two are not the same. Type it once more."),
    "book-locked": _n("The book is closed."),
    "book-no-entry": _n("This entry is not in the book any more."),
    "book-stale": _n("This entry was changed meanwhile."),
    "book-not-imported": _n("The file was not taken in."),
    "book-damaged": _n(
        "An entry of the book is not as it was saved. Nothing is shown until the book is restored from a backup."
    ),
    "unsaved-title": _n("This could not be saved"),
    "unsaved-lead": _n(
        "Everything saved before is still there; what you typed last is not. The disk may be full: make some room and try again."
    ),
    "damaged-title": _n("The book needs its backup"),
    "backup-unreadable": _n("This file is no backup, or it is damaged. Nothing was changed."),
    "folder-synced": _n(
        "The book lies in a folder that another program may copy to a server: {file}. It is encrypted, but another folder is safer."
    ),
    "folder-far": _n(
        "The book lies on a network drive: {file}. A power cut there can damage it; use a folder on this machine."
    ),
    "unlock-title": _n("Open the book"),
    "unlock-lead": _n("Everything you enter stays on this machine, encrypted under your passphrase."),
    "unlock-passphrase": _n("Passphrase, or the recovery code"),
    "unlock-go": _n("Open"),
    "unlock-new-title": _n("A book of your own"),
    "unlock-new-lead": _n(
        "Choose a passphrase. What you enter is kept on this machine alone, encrypted; nobody can read it without the passphrase, and nobody can reset it for you."
    ),
    "unlock-new-passphrase": _n("Passphrase, eight characters or more"),
    "unlock-again": _n("The same once more"),
    "unlock-new-go": _n("Make the book"),
    "unlock-other": _n("Or"),
    "unlock-first": _n("First: is tonight safe? Two minutes, no figures"),
    "unlock-example": _n("Look around in an example"),
    "unlock-restore": _n("Restore a backup"),
    "recovery-title": _n("Your recovery code"),
    "recovery-lead": _n(
        "It opens the book if the passphrase is forgotten. It is shown this once only: print it, or write it on paper."
    ),
    "recovery-keep": _n(
        "Keep it where nobody who should not read the book finds it. Not as a photo on the phone."
    ),
    "recovery-made": _n("Made on {on}"),
    "recovery-print": _n("Print"),
    "recovery-done": _n("I have it on paper, go on"),
    "restore-title": _n("Restore a backup"),
    "restore-lead": _n(
        "Choose the backup file and type the passphrase it had. The book that is here now is kept beside it, not deleted."
    ),
    "restore-file": _n("Backup file"),
    "restore-passphrase": _n("Its passphrase, or its recovery code"),
    "restore-go": _n("Restore"),
    "visit-q-income": _n("What money comes in each month?"),
    "visit-h-income": _n(
        "Wage or takings after costs, what really arrives. If it varies, take a bad month. The pay slip or the bank's messages show it. With a shop of your own: what is left after goods and the shop's rent."
    ),
    "visit-q-living": _n("What does living take each month?"),
    "visit-h-living": _n(
        "Food, power, medicine, children, travel to work; rent comes next. This money is never used for debts."
    ),
    "visit-q-rent": _n("And the home: how much is the rent?"),
    "visit-h-rent": _n(
        "Only rent and what belongs to it. A mortgage is a debt and comes later. Nothing to pay: leave it empty."
    ),
    "visit-q-cash": _n("How much money is there right now?"),
    "visit-h-cash": _n(
        "Cash, bank cards, balances in apps. What you could still borrow is not money. With a shop of your own: leave out what the next goods will take."
    ),
    "visit-q-debt": _n("One debt at a time"),
    "visit-h-debt": _n(
        "Any one first. Choose the product that is nearest: it fills in what is left empty. If none is near, leave that empty, too. The lender's app shows these under “repayment” or “bill”. What you do not know, leave empty: the plan then says what it assumed."
    ),
    "visit-so-far": _n("So far:"),
    "visit-save": _n("Save and go on"),
    "visit-save-more": _n("Save this debt"),
    "visit-done": _n("That is all: show the plan"),
    "visit-saved": _n("Each answer is saved at once. You can stop here and go on another day."),
    "visit-name-income": _n("Income"),
    "visit-name-living": _n("Living"),
    "visit-name-rent": _n("Home"),
    "visit-name-debt": _n("Debt"),
    "today-as-of": _n("Figures of {as_of}"),
    "today-notes": _n("Figures to look at again: {notes_count}"),
    "today-old": _n(
        "These figures are {old_ndays} old. Before you act on them, say what has happened since."
    ),
    "today-checkin": _n("I have paid, or something changed"),
    "today-plan": _n("The whole plan"),
    "today-head-ahead": _n("What lies ahead"),
    "today-spend": _n("For living in {of_month}: {spend_fen}."),
    "today-free": _n("The last payment of all is on {on}."),
    "mend-title": _n("A few figures need another look first"),
    "mend-lead": _n("Nothing is lost. Once these are clear, the plan is there."),
    "mend-go": _n("To that entry"),
    "checkin-title": _n("What has happened since?"),
    "checkin-lead": _n(
        "The figures are of {as_of}. Say what was really paid; less than planned or later is fine too, and what was not paid stays empty. The plan then starts from there."
    ),
    "checkin-day": _n("Up to which day?"),
    "checkin-show": _n("Show the payments up to then"),
    "checkin-paid": _n("Payments"),
    "checkin-not-planned": _n("nothing planned"),
    "checkin-amount": _n("Paid, in yuan"),
    "checkin-full": _n("Paid as planned:"),
    "checkin-other": _n("Another sum, in yuan"),
    "checkin-stale": _n(
        "Something was changed meanwhile, in another window. Look through it once more and save."
    ),
    "checkin-money-unclear": _n(
        "Say how much money is at hand, in digits, such as 1250.50; nothing left is 0. Without it the plan would count money that is gone."
    ),
    "fresh-title": _n("The figures are of a day still to come"),
    "fresh-lead": _n(
        "The figures are of {as_of}. What is paid can be told from that day on. If this machine's clock is wrong, set it right."
    ),
    "fresh-go": _n("To the situation"),
    "missing-title": _n("Nothing is here any more"),
    "missing-lead": _n("It was removed or changed, perhaps in another window. Nothing else is lost."),
    "settings-code": _n("A new recovery code"),
    "settings-code-go": _n("Make it"),
    "settings-passphrase-note": _n(
        "Copies and backups made before still open with the passphrase and the code they had."
    ),
    "book-exists": _n("There is a book already. Open it with its passphrase."),
    "book-missing": _n("The book is not where its key is. Restore it from a backup."),
    "checkin-on": _n("On"),
    "checkin-money": _n("Money at hand at the end of that day"),
    "checkin-save": _n("Save and work the plan out anew"),
    "checkin-amount-unclear": _n("An amount could not be read. Write it in digits, such as 1250.50."),
    "checkin-day-outside": _n("That day is not between the last figures and the day above."),
    "unsure-title": _n("Saved. One more look, please"),
    "unsure-lead": _n(
        "For these the figures cannot be worked out from here: there is an agreement, or money was paid at an unusual time. Open the lender's app, and put in what is owed and overdue today, and what is left of an agreement:"
    ),
    "unsure-go": _n("To the entries"),
    "unsure-later": _n("Later"),
    "situation-home": _n("The family, the emergency fund"),
    "situation-stops": _n("needs another look"),
    "situation-debt": _n("The debts"),
    "situation-add-debt": _n("Add a debt"),
    "situation-none-debt": _n("None entered yet."),
    "entry-edit-debt": _n("Debt"),
    "situation-income": _n("Money in"),
    "situation-add-income": _n("Add an income"),
    "situation-none-income": _n("None entered yet."),
    "entry-edit-income": _n("Income"),
    "situation-spending": _n("Spending"),
    "situation-add-spending": _n("Add spending"),
    "situation-none-spending": _n("None entered yet."),
    "entry-edit-spending": _n("Spending"),
    "situation-account": _n("Where the money lies"),
    "situation-add-account": _n("Add an account"),
    "situation-none-account": _n("Not entered. It shows which money a lender can take."),
    "entry-edit-account": _n("Account"),
    "situation-due": _n("Payments that are no debts"),
    "situation-add-due": _n("Add a payment"),
    "situation-none-due": _n("School, tax, insurance, shop rent: none entered."),
    "entry-edit-due": _n("Payment"),
    "situation-asset": _n("Things of value"),
    "situation-add-asset": _n("Add a thing"),
    "situation-none-asset": _n("None entered yet."),
    "entry-edit-asset": _n("Thing of value"),
    "situation-business": _n("The shop"),
    "situation-add-business": _n("Add the shop"),
    "situation-none-business": _n("None."),
    "entry-edit-business": _n("Shop"),
    "situation-lever": _n("Side work, or a friend's written loan"),
    "situation-add-lever": _n("Add work or a friend's loan"),
    "situation-none-lever": _n("None entered yet."),
    "entry-edit-lever": _n("Side work or friend's loan"),
    "entry-edit-household": _n("The household"),
    "situation-total": _n("Principal owed in all: {owed_fen}"),
    "situation-total-show": _n("Show what is owed in all"),
    "undo-add": _n("Undo what was added last"),
    "undo-edit": _n("Undo the last change"),
    "undo-remove": _n("Put back what was removed last"),
    "undo-import": _n("Undo taking in the file"),
    "undo-tick": _n("Undo the last report of payments"),
    "entry-lead": _n("Leave empty what you do not know."),
    "entry-more": _n("More, where you know it"),
    "entry-save": _n("Save"),
    "entry-remove": _n("Remove this entry (can be undone)"),
    "entry-stale": _n(
        "This entry was changed elsewhere meanwhile. Nothing of yours was saved; compare, and save again what should hold."
    ),
    "entry-stale-line": _n("you typed “{typed}”; now it says “{stands}”"),
    "debt-principal": _n("Principal"),
    "debt-interest": _n("Interest so far"),
    "debt-penalty": _n("Penalty interest"),
    "debt-compound": _n("Compound interest"),
    "debt-damages": _n("Damages"),
    "debt-fees": _n("Fees"),
    "debt-arrears": _n("Of it overdue"),
    "debt-days": _n("{late_ndays} past due"),
    "debt-payoff": _n("To pay all of it off"),
    "debt-next": _n("Next due"),
    "debt-edit": _n("Correct the figures"),
    "debt-assumed": _n("What was assumed"),
    "debt-assumed-note": _n("The contract counts. Enter what it says, and the plan follows it."),
    "debt-history": _n("What was agreed and what happened"),
    "plan-goals": _n("What comes first"),
    "plan-goal-cheapest": _n("Least cost"),
    "plan-goal-fewest-debts": _n("Fewer debts soon"),
    "plan-goal-soonest": _n("Done soonest"),
    "plan-goal-lowest-strain": _n("Easier months"),
    "plan-if": _n("What if something changed?"),
    "plan-if-income": _n("Income"),
    "plan-if-spending": _n("Spending"),
    "plan-if-go": _n("Work it out"),
    "plan-compare": _n("Other ways of paying, and what they cost"),
    "settings-look": _n("How it looks"),
    "settings-look-auto": _n("As the system"),
    "settings-look-light": _n("Light"),
    "settings-look-dark": _n("Dark"),
    "settings-cover": _n("Cover the amounts while somebody looks on"),
    "settings-lock": _n("Lock"),
    "settings-lock-lead": _n("The book closes by itself when nobody uses it for a while."),
    "settings-lock-now": _n("Close the book now"),
    "settings-passphrase": _n("Change the passphrase"),
    "settings-passphrase-old": _n("The passphrase now, or the recovery code"),
    "settings-passphrase-new": _n("The new passphrase"),
    "settings-passphrase-go": _n("Change it"),
    "passphrase-changed": _n("The passphrase was changed. The recovery code stays the same."),
    "settings-file": _n("Your figures as a file"),
    "settings-file-lead": _n(
        "A plain text file that you can read and can import again. Whoever gets it can read it; locked, it opens only with its passphrase."
    ),
    "settings-export": _n("Save the file"),
    "settings-import": _n("Take in such a file; it replaces what is here, and can be undone"),
    "settings-import-go": _n("Take it in"),
    "import-nothing": _n("Choose a file first."),
    "import-not-read": _n("Nothing was taken in; the file needs another look:"),
    "settings-backup": _n("Backup"),
    "settings-backup-lead": _n(
        "One encrypted file with everything, opened by your passphrase. It was opened and looked through before you get it."
    ),
    "settings-backup-go": _n("Save a backup"),
    "settings-delete": _n("Delete everything"),
    "settings-folder": _n("The book lies in {file}"),
    "export-file-name": _n("household-book"),
    "delete-lead": _n(
        "The book, its key and every copy that the program keeps are deleted. Backups that you saved elsewhere stay, and open with their passphrase."
    ),
    "delete-type": _n("Type “{word}” to delete"),
    "delete-word": _n("delete"),
    "delete-go": _n("Delete everything now"),
    "delete-not-typed": _n("Nothing was deleted: the word was not typed."),
    "help-lead": _n("You do not have to have anything in order before you call."),
    "web-about": _n("About this book"),
    "about-private": _n("All of it stays on this machine. The program calls nobody and sends nothing."),
    "about-counts": _n(
        "Figures follow the contract as you entered it. Where the lender's own statement differs, ask the lender in writing."
    ),
    "about-sources": _n("Sources"),
    "about-seen": _n("seen {seen}"),
    "about-stale": _n("Needs checking."),
    "key-account-id": _n("name of the account"),
    "key-account-balance": _n("money in it"),
    "key-debt-balance": _n("principal still owed, without interest"),
    "key-arrears-since": _n("overdue since (empty: not overdue)"),
    "key-arrears-total": _n("overdue in all"),
    "checkin-lead-today": _n(
        "The figures are of today. If something was paid after you wrote them down, say it here; what they count already is not told again. The plan then starts from there."
    ),
    "checkin-lead-day": _n(
        "What was paid on {as_of} itself, after the figures were written down, can be entered too."
    ),
    "checkin-wrong-figure": _n("If it is a figure that is not right, correct it under “Situation”."),
    "field-needs": _n("A few things are still needed; nothing is saved yet."),
    "field-needs-product": _n("Choose what kind of loan it is; if none fits, take the nearest."),
    "field-needs-balance": _n("Put in what is still owed; a rough figure will do for now."),
    "field-needs-name": _n("Give it a name that you know it by."),
    "field-needs-amount": _n("Put in the sum; a rough figure will do for now."),
    "field-needs-on": _n("Put in the day, such as 2027-03-01."),
    "settings-export-locked": _n("Lock it and save it"),
    "settings-export-word": _n("A passphrase for this file, 8 characters or more"),
    "settings-export-locked-go": _n("Save the locked file"),
    "settings-import-word": _n("Its passphrase, if the file is locked"),
    "import-locked": _n(
        "This file is locked. Choose it once more and type its passphrase. Nothing was taken in."
    ),
    "estimate-head": _n("Estimates for now"),
    "estimate-lead": _n(
        "Some of the contract is not known yet. It was taken like this, so that you see roughly where you stand. Before you pay or ask a lender for anything, look up the day and the sum under “bill” in the lender's app. Tap a line and fill in what is there: the plan follows."
    ),
    "estimate-no-income": _n("The income of a month is not filled in: none was counted."),
    "estimate-no-living": _n(
        "What living takes is not filled in: nothing was kept back for it. Keep enough for food and the home before you pay anything."
    ),
    "estimate-no-cash": _n("The money at hand is not filled in: ¥0 was counted."),
    "estimate-step": _n(
        "Open the lender's app for {debt}. Look under “bill” on which day how much is due and how many instalments are left, and put it in below. Nothing else today."
    ),
    "key-debt-product": _n("what kind of loan (the nearest will do)"),
    "key-debt-rate": _n("rate, with its period (such as 0.05%/day or 18%/year)"),
    "visit-more": _n("If the bill shows it"),
    "estimate-urgent": _n(
        "By what was filled in, no court paper or the like presses. On which day something is due, only the bill tells."
    ),
}

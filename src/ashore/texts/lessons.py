"""What is said around the lessons: their list, why one comes first, whose numbers they show, what is wrong with a file."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

LESSONS: Final[Mapping[str, str]] = {
    "lesson-says": _n("{text}"),
    "lesson-title": _n("Short lessons"),
    "lesson-lead": _n(
        "Each takes a few minutes. Read one when you feel like it, skip what does not concern you. Nobody marks anything, and nothing is kept of what you read."
    ),
    "lesson-head-first": _n("Worth reading first"),
    "lesson-lead-order": _n("Chosen from what your book says."),
    "lesson-lead-order-none": _n(
        "There is no open book, so they stand in their usual order. The numbers in them are examples."
    ),
    "lesson-head-all": _n("All lessons"),
    "lesson-theme-cost": _n("What a loan costs"),
    "lesson-theme-paying": _n("Paying, and in which order"),
    "lesson-theme-creditors": _n("Lenders, papers and courts"),
    "lesson-theme-money": _n("Earning money and keeping some"),
    "lesson-theme-people": _n("Family, friends and frauds"),
    "lesson-head-open": _n("To open one"),
    "lesson-list-lead": _n(
        "ashore learn with the word in brackets opens a lesson; with --for and your household file it uses your own numbers."
    ),
    "lesson-line": _n("{title} ({lesson})"),
    "lesson-minute": _n("About {minute_count} minute"),
    "lesson-minutes": _n("About {minute_count} minutes"),
    "lesson-because-debts": _n("In your book: {debts}."),
    "lesson-because-more": _n("In your book: {debts}, and {more_count} more."),
    "lesson-own-debt": _n("The numbers are worked out from your book, for {debt}, as it stood on {as_of}."),
    "lesson-own": _n("The numbers are worked out from your book, as it stood on {as_of}."),
    "lesson-example": _n(
        "The numbers are an example, not yours: your book has no such thing, or not enough of it is known."
    ),
    "lesson-example-closed": _n("The numbers are an example, not yours."),
    "lesson-caption": _n("The same in figures"),
    "lesson-head": _n("A short lesson"),
    "lesson-head-do": _n("One small thing for today"),
    "lesson-do-go": _n("Go there"),
    "lesson-head-questions": _n("To check for yourself"),
    "lesson-questions-lead": _n("Open the answer you would give. There are no marks, and nothing is kept."),
    "lesson-answer": _n("{says}: {because}"),
    "lesson-head-sources": _n("What it rests on"),
    "lesson-source": _n("{source} (seen {seen}; {sure})"),
    "lesson-source-stale": _n(
        "{source} (seen {seen}; {sure}). This must be looked at again: check before you rely on it."
    ),
    "lesson-turn": _n("Work it out"),
    "lesson-back": _n("Back to all lessons"),
    "lesson-link": _n("Short lessons: what to know, three minutes each"),
    "lesson-not-advice": _n("Not legal advice. For days and terms the court and your contract count."),
    "lesson-unknown": _n("There is no lesson {lesson}. There are: {lessons}."),
    "lesson-need-court-paper": _n("There is a paper with a day to keep, or a case in court."),
    "lesson-need-enforcement": _n("A court is enforcing a judgment."),
    "lesson-need-mediation": _n("A debt is in mediation."),
    "lesson-need-debited": _n("A lender may take money from one of your accounts."),
    "lesson-need-old-debt": _n("A debt has been silent for more than three years."),
    "lesson-need-secured": _n("A home or a car stands behind a debt."),
    "lesson-need-guarantor": _n("Somebody stands guarantor for a debt."),
    "lesson-need-spouse": _n("Your spouse answers for a debt too."),
    "lesson-need-sold-debt": _n("A debt has been sold on."),
    "lesson-need-outsourced": _n("Somebody else collects a debt for its lender."),
    "lesson-need-overdue": _n("A debt is overdue."),
    "lesson-need-no-income": _n("No money comes in regularly now."),
    "lesson-need-settlement-offered": _n("Settling a debt for less is being talked about."),
    "lesson-need-deferral-offered": _n("A deferral is being talked about."),
    "lesson-need-penalty": _n("By its contract, being late on a debt costs extra."),
    "lesson-need-compound": _n("By its contract, unpaid interest on a debt bears interest itself."),
    "lesson-need-many-debts": _n("There are several debts to keep in order."),
    "lesson-need-card": _n("A debt runs with minimum payments, as a card does."),
    "lesson-need-daily-rate": _n("A loan's interest is quoted by the day."),
    "lesson-need-flat-fee": _n("A debt in instalments bears a fee."),
    "lesson-need-private-lender": _n("Money is owed to a private person."),
    "lesson-need-shop": _n("You run a business."),
    "lesson-need-friend-loan": _n("Your book has a loan that a friend could give."),
    "lesson-need-selling": _n("Your book has things to sell."),
    "lesson-need-side-work": _n("Your book has side work."),
    "lesson-need-varying-income": _n("What you earn changes from month to month."),
    "lesson-need-instalments": _n("A debt is repaid in monthly instalments."),
    "lesson-need-still-current": _n("A debt is not overdue."),
    "lesson-need-dependants": _n("Others live on what you earn."),
    "lesson-need-no-emergency-fund": _n("There is no emergency fund yet, or less than you aim at."),
    "lesson-cause-shock": _n("Part of how the debt grew: a sudden event."),
    "lesson-cause-structural": _n("Part of how the debt grew: income and spending do not fit."),
    "lesson-cause-habits": _n("Part of how the debt grew: spending that was not needed for living."),
    "lesson-cause-income-fell": _n("Part of how the debt grew: income fell."),
    "lesson-cause-illness": _n("Part of how the debt grew: an illness."),
    "lesson-cause-once": _n("Part of how the debt grew: large sums that came once."),
    "lesson-cause-gap": _n("Part of how the debt grew: living costs more than comes in."),
    "lesson-cause-shop-fell": _n("Part of how the debt grew: the shop's takings fell."),
    "lesson-cause-shop-gap": _n("Part of how the debt grew: the shop costs more than it takes."),
    "lesson-cause-cost": _n("Part of how the debt grew: interest, fees and penalties."),
    "lesson-cause-rolling": _n("Part of how the debt grew: loans that repaid other loans."),
    "lesson-cause-family": _n("Part of how the debt grew: family matters."),
    "lesson-cause-business": _n("Part of how the debt grew: business."),
    "lesson-cause-spending": _n("Part of how the debt grew: spending habits."),
    "lesson-cause-debt-for-debt": _n("Part of how the debt grew: paying debt with debt."),
    "lesson-cause-for-others": _n("Part of how the debt grew: borrowed or vouched for someone else."),
    "lesson-count-wrong": _n(
        "{file}: {field}: there are {found_count}; there must be from {least_count} to {most_count}."
    ),
    "lesson-long": _n(
        "{file}: the text in {field} has {found_count} characters or words; its minutes hold {most_count}."
    ),
    "lesson-unsourced": _n("{file}: a lesson rests on at least one source or fact."),
    "lesson-slider-wrong": _n(
        "{file}: {field}: a slider runs forward in whole steps, starts on one of them, has a figure, and paragraphs (turns) that speak of it."
    ),
    "lesson-placeholder-unknown": _n(
        "{file}: {field} names {read}, which nothing fills. There are: {allowed}."
    ),
    "lesson-example-wrong": _n("{file}: {field}: the figure cannot be computed from it ({detail})."),
    "lesson-at": _n("{name}: {position}"),
    "lesson-told": _n("{position}: {told}"),
}
